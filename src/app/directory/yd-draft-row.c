/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-draft-row.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-compat.h"
#include "yd-tooltip.h"

/**
 * YdDraftRow:
 *
 * A line for a value that others can change while something is typed: that stays as it is. If the
 * value became another one meanwhile, it is a draft that counts with Enter only; a button takes
 * what is there now in its place.
 */

struct _YdDraftRow
{
  AdwEntryRow  parent_instance;

  /* Owned */
  char        *value;           /* what it is, "" without */

  /* Borrowed */
  GtkWidget   *give_up;

  gboolean     kept;            /* what stands there is being kept, or could not be */
  gboolean     outdated;        /* what it is came after what was typed */
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (YdDraftRow, yd_draft_row, ADW_TYPE_ENTRY_ROW)

enum {
  KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
differs (YdDraftRow *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->value) != 0;
}

/* What is typed on the way to other words can be the same for a moment, which settles nothing. */
static void
show_give_up (YdDraftRow *self)
{
  gtk_widget_set_visible (self->give_up, yd_draft_row_is_outdated (self));
}

static void
set_outdated (YdDraftRow *self,
              gboolean    outdated)
{
  g_autofree char *words = g_strdup_printf (_("Take What Is There Now: %s"),
                                            *self->value != '\0' ? self->value : "—");

  self->outdated = outdated;
  show_give_up (self);
  if (!outdated)
    return;

  yd_tooltip_set (self->give_up, words);
  yd_accessible_set_name (self->give_up, words);
}

static void
keep_cb (YdDraftRow *self)
{
  g_signal_emit (self, signals[KEEP], 0);
}

/* Who only goes elsewhere has not said whose words shall count. */
static void
leave_cb (YdDraftRow *self)
{
  if (!differs (self))
    set_outdated (self, FALSE);
  else if (yd_draft_row_is_draft (self) && !self->outdated)
    keep_cb (self);
}

static void
changed_cb (YdDraftRow *self)
{
  if (self->filling)
    return;

  self->kept = FALSE;
  show_give_up (self);
}

static void
give_up_cb (YdDraftRow *self)
{
  g_autofree char *value = g_strdup (self->value);

  yd_draft_row_show (self, value);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
yd_draft_row_finalize (GObject *object)
{
  g_free (YD_DRAFT_ROW (object)->value);

  G_OBJECT_CLASS (yd_draft_row_parent_class)->finalize (object);
}

static void
yd_draft_row_class_init (YdDraftRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_draft_row_finalize;

  /* What was typed shall count. */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_draft_row_init (YdDraftRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = g_strdup ("");
  self->give_up = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_add_css_class (self->give_up, "flat");
  gtk_widget_set_valign (self->give_up, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->give_up, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->give_up);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);

  g_signal_connect_object (self->give_up, "clicked", G_CALLBACK (give_up_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "apply", G_CALLBACK (keep_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (keep_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* Returns: (transfer floating): a line that is called @title */
GtkWidget *
yd_draft_row_new (const char *title)
{
  return g_object_new (YD_TYPE_DRAFT_ROW, "title", title, NULL);
}

/* Shows @value, which may be %NULL, whatever was typed. */
void
yd_draft_row_show (YdDraftRow *self,
                   const char *value)
{
  g_return_if_fail (YD_IS_DRAFT_ROW (self));

  yd_set_str (&self->value, value != NULL ? value : "");
  self->filling = TRUE;
  if (differs (self))
    gtk_editable_set_text (GTK_EDITABLE (self), self->value);
  self->filling = FALSE;
  self->kept = FALSE;
  set_outdated (self, FALSE);
  yd_draft_row_set_wrong (self, FALSE);
}

/**
 * yd_draft_row_update:
 * @self: a line
 * @value: (nullable): what the value is now
 *
 * Shows @value unless something else is half typed.
 *
 * Returns: whether something is, and @value is not what it was when that was begun
 */
gboolean
yd_draft_row_update (YdDraftRow *self,
                     const char *value)
{
  const char *now = value != NULL ? value : "";

  g_return_val_if_fail (YD_IS_DRAFT_ROW (self), FALSE);

  if (!yd_draft_row_is_draft (self))
    {
      yd_draft_row_show (self, value);
      return FALSE;
    }
  if (!yd_set_str (&self->value, now))
    return FALSE;

  set_outdated (self, yd_draft_row_is_draft (self));

  return self->outdated;
}

/* What stands there is being kept: the next value is what became of it. It is a draft again without
 * @kept, if it was refused, and as soon as more is typed.
 */
void
yd_draft_row_set_kept (YdDraftRow *self,
                       gboolean    kept)
{
  g_return_if_fail (YD_IS_DRAFT_ROW (self));

  self->kept = kept;
}

/* Shows whether what was typed can be no value. */
void
yd_draft_row_set_wrong (YdDraftRow *self,
                        gboolean    wrong)
{
  g_return_if_fail (YD_IS_DRAFT_ROW (self));

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

/* Returns: whether something is typed that nobody has kept */
gboolean
yd_draft_row_is_draft (YdDraftRow *self)
{
  g_return_val_if_fail (YD_IS_DRAFT_ROW (self), FALSE);

  return !self->kept && differs (self);
}

/* Returns: whether what is typed is not the value that is there now, and began with another one */
gboolean
yd_draft_row_is_outdated (YdDraftRow *self)
{
  g_return_val_if_fail (YD_IS_DRAFT_ROW (self), FALSE);

  return self->outdated && differs (self);
}
