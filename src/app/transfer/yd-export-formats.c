/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-formats.h"

#include <glib/gi18n-lib.h>

/**
 * YdExportFormats:
 *
 * The formats in which it can be written what is exported, a button each; of a calendar there is
 * but one, and nothing to choose.
 */

struct _YdExportFormats
{
  AdwPreferencesRow  parent_instance;

  /* Template */
  GtkBox            *box;

  GtkWidget         *toggles[YD_N_EXPORT_FORMATS];
  YdExportWhat       what;
};

G_DEFINE_FINAL_TYPE (YdExportFormats, yd_export_formats, ADW_TYPE_PREFERENCES_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
can_write (YdExportFormats *self,
           guint            n)
{
  return yd_export_format_can_write (yd_export_format_get (n), self->what);
}

static gboolean
is_active (YdExportFormats *self,
           guint            n)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[n]));
}

static void
set_active (YdExportFormats *self,
            guint            n)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[n]), TRUE);
}

static void
toggled_cb (YdExportFormats *self,
            GtkToggleButton *toggle)
{
  if (gtk_toggle_button_get_active (toggle))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
yd_export_formats_class_init (YdExportFormatsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * YdExportFormats::changed:
   * @self: the formats
   *
   * Another one is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-formats.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportFormats, box);
}

static void
yd_export_formats_init (YdExportFormats *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (_(yd_export_format_get (i)->label));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle),
                                   i > 0 ? GTK_TOGGLE_BUTTON (self->toggles[0]) : NULL);
      gtk_widget_set_hexpand (toggle, TRUE);
      gtk_box_append (self->box, toggle);
      self->toggles[i] = toggle;
    }

  set_active (self, 0);
  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
}

/**
 * yd_export_formats_set_what:
 * @self: the formats
 * @what: what is exported
 *
 * Shows those in which it can be written, and chooses the first of them if another one was chosen.
 */
void
yd_export_formats_set_what (YdExportFormats *self,
                            YdExportWhat     what)
{
  guint first = 0;

  g_return_if_fail (YD_IS_EXPORT_FORMATS (self));

  self->what = what;
  gtk_widget_set_visible (GTK_WIDGET (self), what != YD_WHAT_CALENDAR);
  if (what == YD_WHAT_CALENDAR)
    return;

  while (first + 1 < YD_N_EXPORT_FORMATS && !can_write (self, first))
    first++;
  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    {
      if (!can_write (self, i) && is_active (self, i))
        set_active (self, first);
      gtk_widget_set_visible (self->toggles[i], can_write (self, i));
    }
}

/* Returns: (transfer none): the one that is chosen */
const YdExportFormat *
yd_export_formats_get (YdExportFormats *self)
{
  guint chosen = 0;

  g_return_val_if_fail (YD_IS_EXPORT_FORMATS (self), NULL);

  if (self->what == YD_WHAT_CALENDAR)
    return yd_export_format_get_ics ();

  while (chosen + 1 < YD_N_EXPORT_FORMATS && !is_active (self, chosen))
    chosen++;

  return yd_export_format_get (chosen);
}

/* Chooses one by its suffix. Returns: whether what is exported can be written so; for a calendar it
 * is kept for what comes after it.
 */
gboolean
yd_export_formats_choose (YdExportFormats *self,
                          const char      *suffix)
{
  g_return_val_if_fail (YD_IS_EXPORT_FORMATS (self), FALSE);

  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    if (g_strcmp0 (yd_export_format_get (i)->suffix, suffix) == 0 &&
        (can_write (self, i) || self->what == YD_WHAT_CALENDAR))
      {
        set_active (self, i);
        return TRUE;
      }

  return FALSE;
}
