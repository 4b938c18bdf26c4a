/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-units.h"

#include <glib/gi18n-lib.h>

#include "yd-slice-table.h"
#include "yd-unit-row.h"

/**
 * YdExportUnits:
 *
 * Whose list of tasks is exported. That of one unit is a file, those of all of them are a folder.
 */

struct _YdExportUnits
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  YdSession           *session;
  YdMatrix            *matrix;          /* nobody sees it */
  GPtrArray           *units;           /* that have something to do, in the order of the list */

  /* Template */
  YdUnitRow           *unit;
  GtkSwitch           *contacts;
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

  g_type_ensure (YD_TYPE_UNIT_ROW);
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
  gtk_widget_class_bind_template_child (widget_class, YdExportUnits, contacts);
}

static void
yd_export_units_init (YdExportUnits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->contacts, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
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
  const char *wholes[] = { _("All units, a file for each"), NULL };

  g_return_if_fail (YD_IS_EXPORT_UNITS (self));

  self->session = g_object_ref (session);
  self->matrix = yd_matrix_new (yd_session_get_plan (session), yd_session_get_schedule (session));
  self->units = yd_matrix_list_bearers (self->matrix);
  yd_unit_row_offer (self->unit, wholes, self->units);
}

/* Chooses a unit by its name. Returns: whether it has something to do */
gboolean
yd_export_units_set_unit (YdExportUnits *self,
                          const char    *name)
{
  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self) && name != NULL, FALSE);

  return yd_unit_row_choose (self->unit, name);
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
  YdRow *unit;
  g_autoptr(YdSlice) slice = NULL;

  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self), NULL);

  if (self->units->len == 0)
    return yd_table_new (_("Tasks of Units"), _("No unit has anything to do yet."));

  unit = yd_unit_row_get_unit (self->unit);
  slice = yd_slice_new (self->matrix, unit != NULL ? unit : g_ptr_array_index (self->units, 0));

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
  g_return_val_if_fail (YD_IS_EXPORT_UNITS (self), FALSE);

  return yd_unit_row_get_unit (self->unit) == NULL;
}
