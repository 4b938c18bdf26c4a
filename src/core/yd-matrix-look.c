/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/* What stands in the rows, columns and cells that are shown. */

static guint
get_place (YdMatrix *self,
           guint     row)
{
  return g_array_index (self->rows, guint, row);
}

static gboolean
is_folded_row (YdMatrix *self,
               guint     place)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, place);

  return self->row_order == YD_MATRIX_ORDER_DOCUMENT && point->end > place + 1 &&
         g_hash_table_contains (self->folded, point->point);
}

guint
yd_matrix_get_n_rows (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), 0);

  return self->rows->len;
}

/**
 * yd_matrix_get_row:
 * @self: a matrix
 * @row: a row
 * @info: (out): what stands at its head; the strings are good until rows change
 */
void
yd_matrix_get_row (YdMatrix    *self,
                   guint        row,
                   YdMatrixRow *info)
{
  const gboolean is_tree = self->row_order == YD_MATRIX_ORDER_DOCUMENT;
  const YdMatrixPoint *point;
  guint place;

  g_return_if_fail (YD_IS_MATRIX (self) && row < self->rows->len);

  place = get_place (self, row);
  point = _yd_matrix_point (self, place);
  *info = (YdMatrixRow) {
    .point = point->point,
    .path = point->path,
    .depth = is_tree ? point->depth : 0,
    .n_points = point->n_items,
    .light = point->light,
    .is_head = is_tree && point->end > place + 1,
    .is_item = point->is_item,
    .is_folded = is_folded_row (self, place),
    .is_tail = point->is_tail,
  };
}

/**
 * yd_matrix_find_row:
 * @self: a matrix
 * @point: (nullable): a point
 *
 * Returns: its row, or the folded one that stands for it, or %YD_MATRIX_NONE
 */
guint
yd_matrix_find_row (YdMatrix *self,
                    YdPoint  *point)
{
  guint place;

  g_return_val_if_fail (YD_IS_MATRIX (self), YD_MATRIX_NONE);

  place = point != NULL ? _yd_matrix_find_point (self, point) : YD_MATRIX_NONE;
  while (place != YD_MATRIX_NONE && _yd_matrix_point (self, place)->row == YD_MATRIX_NONE)
    place = _yd_matrix_point (self, place)->parent;

  /* One above that is not folded does not stand for what the filter left out. */
  if (place == YD_MATRIX_NONE ||
      (_yd_matrix_point (self, place)->point != point && !is_folded_row (self, place)))
    return YD_MATRIX_NONE;

  return _yd_matrix_point (self, place)->row;
}

static void
add_counts (YdMatrixCounts       *to,
            const YdMatrixCounts *counts)
{
  for (guint role = 0; role < YD_N_ROLES; role++)
    to->n[role] += counts->n[role];
  to->late += counts->late;
}

/**
 * yd_matrix_get_row_counts:
 * @self: a matrix
 * @row: a row
 * @printed: (out): how many units the point has as printed
 * @unfolded: (out): how many with groups unfolded, see #YdMatrixTotals
 *
 * Of a folded row, with all below it.
 */
void
yd_matrix_get_row_counts (YdMatrix       *self,
                          guint           row,
                          YdMatrixCounts *printed,
                          YdMatrixCounts *unfolded)
{
  guint place, end;

  g_return_if_fail (YD_IS_MATRIX (self) && row < self->rows->len);

  *printed = *unfolded = (YdMatrixCounts) { .late = 0 };
  place = get_place (self, row);
  end = is_folded_row (self, place) ? _yd_matrix_point (self, place)->end : place + 1;
  for (; place < end; place++)
    {
      add_counts (printed, &_yd_matrix_point (self, place)->printed);
      add_counts (unfolded, &_yd_matrix_point (self, place)->unfolded);
    }
}

guint
yd_matrix_get_n_columns (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), 0);

  return self->columns->len;
}

static const YdMatrixPlace *
get_column (YdMatrix *self,
            guint     column)
{
  return &g_array_index (self->columns, YdMatrixPlace, column);
}

/**
 * yd_matrix_get_column:
 * @self: a matrix
 * @column: a column
 * @info: (out): what stands at its head
 */
void
yd_matrix_get_column (YdMatrix       *self,
                      guint           column,
                      YdMatrixColumn *info)
{
  const YdMatrixPlace *place;
  const YdMatrixUnit *unit;

  g_return_if_fail (YD_IS_MATRIX (self) && column < self->columns->len);

  place = get_column (self, column);
  unit = _yd_matrix_unit (self, place->unit);
  *info = (YdMatrixColumn) {
    .unit = unit->unit,
    .group = place->group != YD_MATRIX_NONE ? _yd_matrix_unit (self, place->group)->unit : NULL,
    .kind = unit->kind,
    .band = place->band,
    .n_members = unit->members != NULL ? unit->members->len : 0,
    .depth = place->depth,
    .is_unfolded = unit->members != NULL && g_hash_table_contains (self->unfolded, unit->unit),
    .is_vague = unit->is_vague,
  };
}

/**
 * yd_matrix_find_column:
 * @self: a matrix
 * @unit: (nullable): a unit
 *
 * Returns: its column, or %YD_MATRIX_NONE
 */
guint
yd_matrix_find_column (YdMatrix *self,
                       YdRow    *unit)
{
  guint place;

  g_return_val_if_fail (YD_IS_MATRIX (self), YD_MATRIX_NONE);

  place = unit != NULL ? _yd_matrix_find_unit (self, unit) : YD_MATRIX_NONE;

  return place != YD_MATRIX_NONE ? _yd_matrix_unit (self, place)->column : YD_MATRIX_NONE;
}

/**
 * yd_matrix_get_column_counts:
 * @self: a matrix
 * @column: a column
 * @printed: (out): how many points name the unit itself
 * @unfolded: (out): how many it has with groups unfolded, see #YdMatrixTotals; a group that
 *   its members stand for has none
 *
 * By what the filter leaves.
 */
void
yd_matrix_get_column_counts (YdMatrix       *self,
                             guint           column,
                             YdMatrixCounts *printed,
                             YdMatrixCounts *unfolded)
{
  const YdMatrixUnit *unit;

  g_return_if_fail (YD_IS_MATRIX (self) && column < self->columns->len);

  unit = _yd_matrix_unit (self, get_column (self, column)->unit);
  *printed = unit->printed;
  *unfolded = unit->unfolded;
}

guint
yd_matrix_get_n_heads (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), 0);

  return self->heads->len;
}

/**
 * yd_matrix_get_head:
 * @self: a matrix
 * @head: one of its heads, from the left
 * @info: (out): what it stands over
 */
void
yd_matrix_get_head (YdMatrix     *self,
                    guint         head,
                    YdMatrixHead *info)
{
  g_return_if_fail (YD_IS_MATRIX (self) && head < self->heads->len);

  *info = g_array_index (self->heads, YdMatrixHead, head);
}

/* The group that gives @unit most at @point. */
static void
find_via (YdMatrix      *self,
          YdMatrixPoint *point,
          YdMatrixUnit  *unit,
          YdMatrixCell  *cell)
{
  for (guint i = 0; unit->groups != NULL && i < unit->groups->len; i++)
    {
      guint group = g_array_index (unit->groups, guint, i);
      YdMatrixMark *mark = _yd_matrix_find_mark (self, point, group);

      if (mark == NULL || !_yd_matrix_shows_role (self, mark->role) ||
          mark->role <= cell->via_role)
        continue;

      cell->via_role = mark->role;
      cell->via = _yd_matrix_unit (self, group)->unit;
    }
}

static gboolean
look_at_mark (YdMatrix     *self,
              guint         place,
              guint         unit,
              YdMatrixCell *cell)
{
  YdMatrixPoint *point = _yd_matrix_point (self, place);
  YdMatrixMark *mark = _yd_matrix_find_mark (self, point, unit);

  if (!point->is_counted)
    return FALSE;

  if (mark != NULL && _yd_matrix_shows_role (self, mark->role))
    {
      cell->role = mark->role;
      cell->assignment = mark->assignment;
      cell->is_proposed = yd_plan_is_proposed (mark->assignment);
    }
  find_via (self, point, _yd_matrix_unit (self, unit), cell);

  return cell->role != YD_ROLE_NONE || cell->via_role != YD_ROLE_NONE;
}

static YdRole
find_strongest (const guint n[YD_N_ROLES])
{
  for (YdRole role = YD_ROLE_LEAD; role > YD_ROLE_NONE; role--)
    if (n[role] > 0)
      return role;

  return YD_ROLE_NONE;
}

static gboolean
look_at_sum (YdMatrix     *self,
             guint         place,
             guint         unit,
             YdMatrixCell *cell)
{
  const YdMatrixSum *sums = _yd_matrix_get_sums (self, place);
  GArray *groups = _yd_matrix_unit (self, unit)->groups;

  for (guint role = 0; role < YD_N_ROLES; role++)
    cell->n[role] = sums[unit].n[role];
  cell->role = find_strongest (sums[unit].n);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      guint group = g_array_index (groups, guint, i);
      YdRole role = find_strongest (sums[group].n);

      cell->n_via += sums[group].n[YD_ROLE_NONE];
      if (role <= cell->via_role)
        continue;

      cell->via_role = role;
      cell->via = _yd_matrix_unit (self, group)->unit;
    }

  return cell->n[YD_ROLE_NONE] > 0 || cell->n_via > 0;
}

/**
 * yd_matrix_get_cell:
 * @self: a matrix
 * @row: a row
 * @column: a column
 * @cell: (out): what stands there
 *
 * Returns: whether anything does
 */
gboolean
yd_matrix_get_cell (YdMatrix     *self,
                    guint         row,
                    guint         column,
                    YdMatrixCell *cell)
{
  guint place, unit;

  g_return_val_if_fail (YD_IS_MATRIX (self), FALSE);
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, FALSE);

  place = get_place (self, row);
  unit = get_column (self, column)->unit;
  *cell = (YdMatrixCell) { .is_vague = _yd_matrix_unit (self, unit)->is_vague };

  return is_folded_row (self, place) ? look_at_sum (self, place, unit, cell)
                                     : look_at_mark (self, place, unit, cell);
}

/**
 * yd_matrix_list_units:
 * @self: a matrix
 *
 * Returns: (transfer container) (element-type YdRow): all units of the plan, shown or not, in
 *   the order in which the document names them
 */
GPtrArray *
yd_matrix_list_units (YdMatrix *self)
{
  GPtrArray *units = g_ptr_array_new ();

  g_return_val_if_fail (YD_IS_MATRIX (self), units);

  for (guint i = 0; i < self->units->len; i++)
    g_ptr_array_add (units, _yd_matrix_unit (self, i)->unit);

  return units;
}

/* A member that was given something itself counts, though it keeps its place for now. */
static guint
count_named_units (YdMatrix *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += get_column (self, i)->group == YD_MATRIX_NONE ||
         _yd_matrix_unit (self, get_column (self, i)->unit)->n_marks > 0;

  return n;
}

/**
 * yd_matrix_get_totals:
 * @self: a matrix
 * @totals: (out): what it comes to
 */
void
yd_matrix_get_totals (YdMatrix       *self,
                      YdMatrixTotals *totals)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  *totals = self->totals;
  totals->n_units = count_named_units (self);
}

static char *
dup_row_words (YdMatrix *self,
               guint     row)
{
  g_auto(GStrv) numbers = NULL;
  YdMatrixRow info;
  GString *words = g_string_new (NULL);

  yd_matrix_get_row (self, row, &info);
  numbers = g_strsplit (info.path, "/", -1);
  for (guint i = 0; numbers[i] != NULL; i++)
    if (*numbers[i] != '*')
      g_string_append (words, numbers[i]);

  if (words->len == 0 && yd_point_get_title (info.point) != NULL)
    g_string_append (words, yd_point_get_title (info.point));

  return g_string_free (words, FALSE);
}

static char *
dup_mark_words (const YdMatrixCell *cell,
                gboolean            found)
{
  const guint n = cell->n[YD_ROLE_NONE] + cell->n_via;
  const YdRole role = cell->role != YD_ROLE_NONE ? cell->role : cell->via_role;
  const char *word = yd_role_get_words (yd_role_get_name (role));

  if (!found)
    return g_strdup (_("nothing"));

  if (n > 0)
    return g_strdup_printf (ngettext ("%u mark", "%u marks", n), n);

  if (cell->role == YD_ROLE_NONE)
    /* TRANSLATORS: a role, and the group of units through which a unit has it */
    return g_strdup_printf (_("%s, through %s"), word, yd_row_get_cell (cell->via, YD_UNIT_NAME));

  return g_strdup (cell->is_vague ? _("To be named") : word);
}

/**
 * yd_matrix_dup_cell_words:
 * @self: a matrix
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): `五(四)，市政府办公室，牵头`, as it is spoken
 */
char *
yd_matrix_dup_cell_words (YdMatrix *self,
                          guint     row,
                          guint     column)
{
  g_autofree char *point = NULL, *mark = NULL;
  YdMatrixColumn info;
  YdMatrixCell cell;

  g_return_val_if_fail (YD_IS_MATRIX (self), NULL);
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  point = dup_row_words (self, row);
  yd_matrix_get_column (self, column, &info);
  mark = dup_mark_words (&cell, yd_matrix_get_cell (self, row, column, &cell));

  /* TRANSLATORS: a point, a unit, and what the unit is to the point */
  return g_strdup_printf (_("%s, %s, %s"), point, yd_row_get_cell (info.unit, YD_UNIT_NAME), mark);
}
