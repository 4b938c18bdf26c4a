/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

/* How the sheet looks for a plan, from one time to the next: its look, and what is folded. */

static void
restore_folds (YdMatrixPage *self,
               GVariant     *state,
               const char   *name,
               YdKind        kind)
{
  YdSpace *space = YD_SPACE (_yd_matrix_page_get_plan (self));
  g_autoptr(GVariant) ids = g_variant_lookup_value (state, name, G_VARIANT_TYPE_STRING_ARRAY);
  GVariantIter iter;
  const char *id;

  if (ids == NULL)
    return;

  g_variant_iter_init (&iter, ids);
  while (g_variant_iter_next (&iter, "&s", &id))
    {
      YdRow *row = yd_space_lookup (space, kind, id);

      if (row == NULL)
        continue;
      if (kind == YD_KIND_POINT)
        yd_matrix_set_folded (self->matrix, row, TRUE);
      else
        yd_matrix_set_unfolded (self->matrix, row, TRUE);
    }
}

/* Makes it look as it was kept, once there is a sheet. */
void
_yd_matrix_page_restore (YdMatrixPage *self)
{
  g_autoptr(GVariant) state = g_steal_pointer (&self->state);

  if (state == NULL)
    return;

  yd_matrix_freeze (self->matrix);
  restore_folds (self, state, "folded", YD_KIND_POINT);
  restore_folds (self, state, "unfolded", YD_KIND_UNIT);
  _yd_matrix_page_restore_look (self, state);
  yd_matrix_thaw (self->matrix);
}

static void
add_folds (YdMatrixPage *self,
           GVariantDict *dict)
{
  g_autoptr(GVariantBuilder) folded = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  g_autoptr(GVariantBuilder) unfolded = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < yd_matrix_get_n_rows (self->matrix); i++)
    {
      YdMatrixRow info;

      yd_matrix_get_row (self->matrix, i, &info);
      if (info.is_folded)
        g_variant_builder_add (folded, "s", yd_row_get_id (info.point));
    }
  for (guint i = 0; i < yd_matrix_get_n_columns (self->matrix); i++)
    {
      YdMatrixColumn info;

      yd_matrix_get_column (self->matrix, i, &info);
      if (info.is_unfolded)
        g_variant_builder_add (unfolded, "s", yd_row_get_id (info.unit));
    }

  g_variant_dict_insert_value (dict, "folded", g_variant_builder_end (folded));
  g_variant_dict_insert_value (dict, "unfolded", g_variant_builder_end (unfolded));
}

GVariant *
_yd_matrix_page_dup_state (YdPage *page)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);
  g_autoptr(GVariant) look = NULL;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (self->state != NULL)
    return g_variant_ref (self->state);
  if (self->matrix == NULL)
    return NULL;

  look = _yd_matrix_page_dup_look (self);
  g_variant_dict_init (&dict, look);
  add_folds (self, &dict);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

void
_yd_matrix_page_restore_state (YdPage   *page,
                               GVariant *state)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);

  g_clear_pointer (&self->state, g_variant_unref);
  self->state = g_variant_ref (state);
  if (self->matrix != NULL)
    _yd_matrix_page_restore (self);
}
