/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-sheet.h"

#include <glib/gi18n-lib.h>

/**
 * YdExportSheet:
 *
 * Which sheet of who answers for what is exported: that of the whole plan, or what the window
 * shows of it, with its filter, order and groups, as it would be printed.
 */

struct _YdExportSheet
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  YdSession           *session;
  YdMatrix            *whole;           /* (nullable): nobody sees it */
  YdMatrix            *seen;            /* (nullable): that of the window */

  /* Template */
  AdwComboRow         *range;
  GtkWidget           *members_row;
  GtkSwitch           *members;
  GtkSwitch           *lights;
  GtkSwitch           *rows;
  GtkWidget           *tail_row;
  GtkSwitch           *tail;
};

G_DEFINE_FINAL_TYPE (YdExportSheet, yd_export_sheet, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of their list. */
enum { RANGE_WHOLE, RANGE_SEEN };

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_seen (YdExportSheet *self)
{
  return self->seen != NULL && adw_combo_row_get_selected (self->range) == RANGE_SEEN;
}

static void
changed_cb (YdExportSheet *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What the window shows is what it is: there is nothing to add to it, or to take away. */
static void
range_cb (YdExportSheet *self)
{
  gtk_widget_set_visible (self->members_row, !is_seen (self));
  gtk_widget_set_visible (self->tail_row, !is_seen (self));
  changed_cb (self);
}

static void
yd_export_sheet_dispose (GObject *object)
{
  YdExportSheet *self = YD_EXPORT_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXPORT_SHEET);
  g_clear_object (&self->whole);
  g_clear_object (&self->seen);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_export_sheet_parent_class)->dispose (object);
}

static void
yd_export_sheet_class_init (YdExportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_sheet_dispose;

  /**
   * YdExportSheet::changed:
   * @self: the group
   *
   * Something else is to be exported now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, range);
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, members_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, members);
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, lights);
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, rows);
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, tail_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportSheet, tail);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_cb);
}

static void
yd_export_sheet_init (YdExportSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says of which plan; once. */
void
yd_export_sheet_set_session (YdExportSheet *self,
                             YdSession     *session)
{
  g_return_if_fail (YD_IS_EXPORT_SHEET (self) && YD_IS_SESSION (session));

  self->session = g_object_ref (session);
}

/**
 * yd_export_sheet_set_seen:
 * @self: the group
 * @seen: what would print the sheet as the window shows it
 *
 * Offers that, and chooses it: who exports from that page means what is in sight.
 */
void
yd_export_sheet_set_seen (YdExportSheet *self,
                          YdSheetMaker  *seen)
{
  YdMatrixSheetFlags flags;

  g_return_if_fail (YD_IS_EXPORT_SHEET (self) && YD_IS_SHEET_MAKER (seen));

  g_set_object (&self->seen, yd_sheet_maker_get_matrix (seen));
  flags = yd_sheet_maker_get_flags (seen);
  gtk_switch_set_active (self->lights, (flags & YD_MATRIX_SHEET_LIGHTS) != 0);
  gtk_switch_set_active (self->rows, (flags & YD_MATRIX_SHEET_TRANSPOSED) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->range), TRUE);
  adw_combo_row_set_selected (self->range, RANGE_SEEN);
}

/* Chooses `whole` or `seen`. Returns: whether there is such */
gboolean
yd_export_sheet_set_range (YdExportSheet *self,
                           const char    *name)
{
  const gboolean seen = g_strcmp0 (name, "seen") == 0;

  g_return_val_if_fail (YD_IS_EXPORT_SHEET (self), FALSE);

  if (seen ? self->seen == NULL : g_strcmp0 (name, "whole") != 0)
    return FALSE;

  adw_combo_row_set_selected (self->range, seen ? RANGE_SEEN : RANGE_WHOLE);

  return TRUE;
}

static YdMatrix *
get_whole (YdExportSheet *self)
{
  if (self->whole == NULL)
    self->whole = yd_matrix_new (yd_session_get_plan (self->session),
                                 yd_session_get_schedule (self->session));

  yd_matrix_freeze (self->whole);
  yd_matrix_set_flags (self->whole, gtk_switch_get_active (self->tail) ? YD_MATRIX_TAIL
                                                                       : YD_MATRIX_DEFAULT);
  yd_matrix_set_all_unfolded (self->whole, gtk_switch_get_active (self->members));
  yd_matrix_thaw (self->whole);

  return self->whole;
}

/* How much that is, so that nobody takes a part for the whole. */
static void
say_size (YdExportSheet *self,
          YdMatrix      *matrix)
{
  YdMatrixTotals totals;
  g_autofree char *size = NULL;
  g_autofree char *words = NULL;

  yd_matrix_get_totals (matrix, &totals);
  size = g_strdup_printf (_("%u points × %u units"), totals.n_points, totals.n_units);
  if (yd_matrix_is_filtered (matrix))
    /* Translators: points and units */
    words = g_strdup_printf (_("%s, as filtered in the window"), size);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         words != NULL ? words : size);
}

/* Returns: (transfer full): what makes the sheet that is chosen */
YdPageMaker *
yd_export_sheet_make_maker (YdExportSheet *self)
{
  YdMatrixSheetFlags flags = YD_MATRIX_SHEET_DEFAULT;
  YdMatrix *matrix;

  g_return_val_if_fail (YD_IS_EXPORT_SHEET (self), NULL);

  if (gtk_switch_get_active (self->lights))
    flags |= YD_MATRIX_SHEET_LIGHTS;
  if (gtk_switch_get_active (self->rows))
    flags |= YD_MATRIX_SHEET_TRANSPOSED;

  matrix = is_seen (self) ? self->seen : get_whole (self);
  say_size (self, matrix);

  return yd_sheet_maker_new (matrix, flags);
}
