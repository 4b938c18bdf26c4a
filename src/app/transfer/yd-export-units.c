/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-units.h"

#include <glib/gi18n-lib.h>

#include "yd-slice-table.h"

/**
 * YdExportUnits:
 *
 * What is exported of who answers for what: of the table, how much of it; of the lists of
 * tasks, whose. The list of one unit is a file, those of all of them are a folder.
 */

struct _YdExportUnits
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  YdSession           *session;
  YdMatrix            *matrix;          /* nobody sees it */
  GPtrArray           *units;           /* that have something to do, in the order of the list */

  /* Template */
  AdwComboRow         *unit;
  GtkWidget           *contacts_row;
  GtkSwitch           *contacts;
  GtkWidget           *members_row;
  GtkSwitch           *members;
  GtkWidget           *lights_row;
  GtkSwitch           *lights;
  GtkWidget           *rows_row;
  GtkSwitch           *rows;
  GtkWidget           *tail_row;
  GtkSwitch           *tail;
};

G_DEFINE_FINAL_TYPE (YdExportUnits, yd_export_units, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (YdExportUnits *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yd_export_units_dispose (GObject *object)
{
  YdExportUnits *self = YD_EXPORT_UNITS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXPORT_UNITS);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_export_units_parent_class)->dispose (object);
}

static void
yd_export_units_class_init (YdExportUnitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_units_dispose;

  /**
   * YdExportUnits::changed:
   * @self: the group
   *
   * Something else is to be exported now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-units.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, unit);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, contacts_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, contacts);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, members_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, members);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, lights_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, lights);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, rows_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, rows);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, tail_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, tail);
}

static void
yd_export_units_init (YdExportUnits *self)
{
  GtkSwitch *switches[5];

  gtk_widget_init_template (GTK_WIDGET (self));
  switches[0] = self->contacts;
  switches[1] = self->members;
  switches[2] = self->lights;
  switches[3] = self->tail;
  switches[4] = self->rows;
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_object (switches[i], "notify::active", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  /* The table with units as rows has no room for them. */
  g_object_bind_property (self->rows, "active", self->lights_row, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
offer_units (YdExportUnits *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All units, a file for each"));
  for (guint i = 0; i < self->units->len; i++)
    {
      const char *name = yd_row_get_cell (g_ptr_array_index (self->units, i), YD_UNIT_NAME);

      gtk_string_list_append (names, name != NULL ? name : "");
    }
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
}

/**
 * yd_export_units_set_session:
 * @self: the group
 * @session: a session with a plan
 *
 * Offers the units of the plan that have something to do; once.
 */
void
yd_export_units_set_session (YdExportUnits *self,
                             YdSession     *session)
{
  g_return_if_fail (YD_IS_EXPORT_UNITS (self));

  self->session = g_object_ref (session);
  self->matrix = yd_matrix_new (yd_session_get_plan (session), yd_session_get_schedule (session));
  self->units = yd_matrix_list_bearers (self->matrix);
  offer_units (self);
}

/* Whether the lists of tasks are exported, or else the table. */
void
yd_export_units_set_lists (YdExportUnits *self,
                           gboolean       lists)
{
  g_return_if_fail (YD_IS_EXPORT_UNITS (self));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   lists ? _("Tasks of Units") : _("Assignments"));
  gtk_widget_set_visible (GTK_WIDGET (self->unit), lists);
  gtk_widget_set_visible (self->contacts_row, lists);
  gtk_widget_set_visible (self->members_row, !lists);
  gtk_widget_set_visible (self->lights_row, !lists);
  gtk_widget_set_visible (self->rows_row, !lists);
  gtk_widget_set_visible (self->tail_row, !lists);
}

/* Chooses a unit by its name. Returns: whether it has something to do */
gboolean
yd_export_units_set_unit (YdExportUnits *self,
                          const char    *name)
{
  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self) && name != NULL, FALSE);

  for (guint i = 0; i < self->units->len; i++)
    if (g_strcmp0 (yd_row_get_cell (g_ptr_array_index (self->units, i), YD_UNIT_NAME), name) == 0)
      {
        adw_combo_row_set_selected (self->unit, i + 1);
        return TRUE;
      }

  return FALSE;
}

/* Returns: (transfer full): the table as it is chosen */
YdMatrixSheet *
yd_export_units_make_sheet (YdExportUnits *self)
{
  YdMatrixSheetFlags flags = YD_MATRIX_SHEET_DEFAULT;

  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self), NULL);

  yd_matrix_set_flags (self->matrix, gtk_switch_get_active (self->tail) ? YD_MATRIX_TAIL
                                                                        : YD_MATRIX_DEFAULT);
  yd_matrix_set_all_unfolded (self->matrix, gtk_switch_get_active (self->members));

  if (gtk_switch_get_active (self->lights))
    flags |= YD_MATRIX_SHEET_LIGHTS;
  if (gtk_switch_get_active (self->rows))
    flags |= YD_MATRIX_SHEET_TRANSPOSED;

  return yd_matrix_sheet_new (self->matrix, flags);
}

/* Contacts are private: they leave the program only where somebody asked for them. */
static YdDirectory *
get_contacts (YdExportUnits *self)
{
  return gtk_switch_get_active (self->contacts) ? yd_session_get_directory (self->session) : NULL;
}

/* Returns: (transfer full): the list of the unit that is chosen; of all units the first one */
YdTable *
yd_export_units_make_table (YdExportUnits *self)
{
  guint selected;
  g_autoptr(YdSlice) slice = NULL;

  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self), NULL);

  if (self->units->len == 0)
    return yd_table_new (_("Tasks of Units"), _("No unit has anything to do yet."));

  selected = yd_export_units_is_all (self) ? 0 : adw_combo_row_get_selected (self->unit) - 1;
  slice = yd_slice_new (self->matrix, g_ptr_array_index (self->units, selected));

  return yd_slice_table_new (slice, get_contacts (self));
}

/* Returns: (transfer full): the lists of all units */
YdSliceBundle *
yd_export_units_make_bundle (YdExportUnits *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self), NULL);

  return yd_slice_bundle_new (self->matrix, get_contacts (self));
}

/* Whether the lists of all units are to be exported, into a folder. */
gboolean
yd_export_units_is_all (YdExportUnits *self)
{
  guint selected;

  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self), FALSE);

  selected = adw_combo_row_get_selected (self->unit);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION;
}
