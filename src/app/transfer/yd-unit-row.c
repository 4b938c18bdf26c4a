/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-row.h"

#include "yd-schema.h"

/**
 * YdUnitRow:
 *
 * Whose part of a plan is exported: that of one unit, or one of the wholes that stand above the
 * units.
 */

struct _YdUnitRow
{
  AdwComboRow  parent_instance;

  /* Owned */
  GPtrArray   *units;           /* (element-type YdRow) (nullable) */

  guint        n_wholes;
};

G_DEFINE_FINAL_TYPE (YdUnitRow, yd_unit_row, ADW_TYPE_COMBO_ROW)

static void
yd_unit_row_finalize (GObject *object)
{
  g_clear_pointer (&YD_UNIT_ROW (object)->units, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_unit_row_parent_class)->finalize (object);
}

static void
yd_unit_row_class_init (YdUnitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_unit_row_finalize;
}

static void
yd_unit_row_init (YdUnitRow *self)
{
}

static const char *
get_name (YdUnitRow *self,
          guint      n)
{
  const char *name = yd_row_get_cell (g_ptr_array_index (self->units, n), YD_UNIT_NAME);

  return name != NULL ? name : "";
}

/**
 * yd_unit_row_offer:
 * @self: a row
 * @wholes: (array zero-terminated=1): what there is besides the units, in words; one at least
 * @units: (element-type YdRow): units, in their order
 *
 * Says what can be chosen; the first is.
 */
void
yd_unit_row_offer (YdUnitRow          *self,
                   const char * const *wholes,
                   GPtrArray          *units)
{
  g_autoptr(GtkStringList) names = NULL;

  g_return_if_fail (YD_IS_UNIT_ROW (self) && wholes != NULL && units != NULL);

  names = gtk_string_list_new (wholes);
  g_ptr_array_ref (units);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = units;
  self->n_wholes = g_list_model_get_n_items (G_LIST_MODEL (names));
  for (guint i = 0; i < units->len; i++)
    gtk_string_list_append (names, get_name (self, i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
}

/* Returns: which of the wholes is chosen; the first one of a unit too */
guint
yd_unit_row_get_whole (YdUnitRow *self)
{
  guint selected;

  g_return_val_if_fail (YD_IS_UNIT_ROW (self), 0);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < self->n_wholes ? selected : 0;
}

/* Returns: (transfer none) (nullable): the unit that is chosen, if one is */
YdRow *
yd_unit_row_get_unit (YdUnitRow *self)
{
  guint selected;

  g_return_val_if_fail (YD_IS_UNIT_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  if (selected == GTK_INVALID_LIST_POSITION || selected < self->n_wholes)
    return NULL;

  return g_ptr_array_index (self->units, selected - self->n_wholes);
}

/* Chooses a unit by its name. Returns: whether it is offered */
gboolean
yd_unit_row_choose (YdUnitRow  *self,
                    const char *name)
{
  g_return_val_if_fail (YD_IS_UNIT_ROW (self) && name != NULL, FALSE);

  for (guint i = 0; self->units != NULL && i < self->units->len; i++)
    if (g_str_equal (get_name (self, i), name))
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (self), self->n_wholes + i);
        return TRUE;
      }

  return FALSE;
}
