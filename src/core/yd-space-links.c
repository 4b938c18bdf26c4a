/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include <string.h>

#include "yd-row-private.h"

/* What the ids in the cells of a row name. The two that decide where and whether
 * it is seen are kept as pointers.
 */

/* Anything may be accepted but an acceptance, or rows could need each other in a
 * chain of any length.
 */
static YdRow *
find_anywhere (YdSpace    *self,
               const char *id)
{
  YdRow *found = NULL;

  for (guint kind = 0; kind < YD_N_KINDS && found == NULL; kind++)
    if (kind != YD_KIND_ACCEPTANCE)
      found = yd_space_lookup (self, kind, id);

  return found;
}

/* The row that an id in @row names; NULL for null, for what is abroad, for nothing. */
YdRow *
_yd_space_find_target (YdSpace *self,
                       YdRow   *row,
                       guint    field)
{
  const YdField *info = &yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind)->fields[field];
  const char *id = row->cells[field];
  YdKind kind;

  if (id == NULL || info->flags & YD_FIELD_ABROAD)
    return NULL;

  if (info->target < YD_N_KINDS)
    return g_hash_table_lookup (_yd_space_get_private (self)->by_id[info->target], id);

  if (info->target == YD_TARGET_ANY)
    return find_anywhere (self, id);

  return row->cells[field - 1] != NULL && yd_schema_find_kind (row->cells[field - 1], &kind)
         ? yd_space_lookup (self, kind, id) : NULL;
}

static gboolean
lies_in (const char *span,
         gsize       len,
         YdRow      *source)
{
  return strncmp (span, source->id, len) == 0 && source->id[len] == '\0';
}

/* The source that a span lies in. Most plans have one, which is quickly compared. */
YdRow *
_yd_space_find_source (YdSpace    *self,
                       const char *span)
{
  GPtrArray *sources = _yd_space_get_private (self)->rows[YD_KIND_SOURCE];
  const char *colon = strchr (span, ':');
  g_autofree char *id = NULL;

  if (colon == NULL || sources->len == 0)
    return NULL;

  if (lies_in (span, colon - span, g_ptr_array_index (sources, 0)))
    return g_ptr_array_index (sources, 0);

  id = g_strndup (span, colon - span);

  return yd_space_lookup (self, YD_KIND_SOURCE, id);
}

/* After the cells were written. */
void
_yd_space_link_row (YdSpace *self,
                    YdRow   *row)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);

  if (info->home != 0)
    row->home = _yd_space_find_target (self, row, info->home);
  if (info->need != 0)
    _yd_row_set_needed (row, _yd_space_find_target (self, row, info->need));
}

/* Where the row belongs now; nowhere once it, or a row it needs, does not count.
 * Below a deleted home it stays, since that is out of sight itself.
 */
YdRowList *
_yd_space_find_list (YdSpace *self,
                     YdRow   *row)
{
  YdKind kind = YD_ROW_GET_CLASS (row)->kind;

  if (_yd_row_is_deleted (row) || (row->needed != NULL && !_yd_row_is_live (row->needed)))
    return NULL;

  return row->home != NULL ? _yd_row_ensure_list (row->home, kind)
                           : _yd_space_get_private (self)->lists[kind];
}
