/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include "yd-row-private.h"

/* What is told apart while an edit is turned round. */
typedef struct
{
  GPtrArray  *rows;             /* of each change its row, or NULL */
  GHashTable *created;          /* rows that the edit made */
  GHashTable *left;             /* row → bits of the merge units that are left alone */
} Inversion;

/* Cells of one letter make sense only together, so they are left together. */
static guint
get_unit_bit (const YdChange *change)
{
  char merge = yd_schema_get_kind (change->kind)->fields[change->field].merge;

  return merge != 0 ? 1u << (merge - 'A') : 0;
}

static gboolean
was_changed_since (YdRow          *row,
                   const YdChange *change)
{
  return g_strcmp0 (row->cells[change->field], change->new_value) != 0;
}

static void
look_through (Inversion      *self,
              YdSpace        *space,
              const YdChange *changes,
              guint           n_changes)
{
  guint places[YD_N_KINDS] = { 0 };

  for (guint i = 0; i < n_changes; i++)
    {
      YdRow *row = _yd_space_find_near (space, &changes[i], places);
      guint bits;

      g_ptr_array_add (self->rows, row);
      if (row == NULL)
        continue;

      if (yd_change_creates (&changes[i]))
        g_hash_table_add (self->created, row);

      if (get_unit_bit (&changes[i]) != 0 && was_changed_since (row, &changes[i]))
        {
          bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->left, row));
          bits |= get_unit_bit (&changes[i]);
          g_hash_table_insert (self->left, row, GUINT_TO_POINTER (bits));
        }
    }
}

static gboolean
must_leave (Inversion      *self,
            YdRow          *row,
            const YdChange *change)
{
  const guint bit = get_unit_bit (change);

  return row == NULL || was_changed_since (row, change) ||
         (bit != 0 && GPOINTER_TO_UINT (g_hash_table_lookup (self->left, row)) & bit);
}

static void
turn_round (YdEdit         *inverse,
            const YdChange *change)
{
  const YdChange turned = {
    .id = g_ref_string_acquire (change->id),
    .old_value = change->new_value != NULL ? g_ref_string_acquire (change->new_value) : NULL,
    .new_value = change->old_value != NULL ? g_ref_string_acquire (change->old_value) : NULL,
    .kind = change->kind, .field = change->field,
  };

  yd_edit_take (inverse, &turned);
}

/**
 * yd_space_invert:
 * @self: a space
 * @edit: an edit that was applied to it, perhaps long ago
 * @n_left: (out) (optional): how many cells are left alone, since they or
 *   those of their merge unit were changed in the meantime
 *
 * Makes the edit that takes @edit back. It needs nothing but @edit and what
 * the space holds now, so undo works for an edit read from the journal as well.
 * What @edit created is deleted.
 *
 * Returns: (transfer full): an edit to be sealed and applied
 */
YdEdit *
yd_space_invert (YdSpace *self,
                 YdEdit  *edit,
                 guint   *n_left)
{
  YdEdit *inverse = yd_edit_new (yd_edit_get_act (edit), yd_edit_get_id (edit));
  g_autoptr(GHashTable) created = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) left = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  Inversion inversion = { rows, created, left };
  guint n_changes, n = 0;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);
  gboolean makes_rows;

  yd_edit_set_whole (inverse, yd_edit_get_whole (edit));
  look_through (&inversion, self, changes, n_changes);
  makes_rows = g_hash_table_size (created) > 0;

  for (guint i = n_changes; i-- > 0;)
    {
      const YdChange *change = &changes[i];
      YdRow *row = g_ptr_array_index (rows, i);
      gboolean creates = yd_change_creates (change);

      if (!creates && row != NULL && makes_rows && g_hash_table_contains (created, row))
        continue;

      if (must_leave (&inversion, row, change))
        n++;
      else if (creates)
        yd_edit_change (inverse, change->kind, change->id, change->field, change->new_value,
                        "true");
      else
        turn_round (inverse, change);
    }

  if (n_left != NULL)
    *n_left = n;

  return inverse;
}
