/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-clip.h"

#include "yd-role-table.h"

/* A part of the matrix as a table for other programs: signs as they are seen, points and units at
 * its heads, so that it can be read again by YdRoleTable. The words are those of Chinese official
 * documents, which are not translated.
 */

static char *
dup_point (YdMatrix *matrix,
           guint     row)
{
  YdMatrixRow info;

  yd_matrix_get_row (matrix, row, &info);

  return yd_role_table_dup_label (info.path, yd_point_get_title (info.point));
}

static char *
dup_unit (YdMatrix *matrix,
          guint     column)
{
  YdMatrixColumn info;

  yd_matrix_get_column (matrix, column, &info);

  return g_strdup (yd_row_get_cell (info.unit, YD_UNIT_NAME));
}

static char *
dup_head (YdMatrix *matrix,
          guint     index,
          gboolean  point)
{
  return point ? dup_point (matrix, index) : dup_unit (matrix, index);
}

/* What the unit is to the point also where the filter hides that: a blank would say that it is
 * nothing, and take the role away when the table is pasted. Brackets tell what is through a group;
 * a folded row says how many there are below it.
 */
static char *
dup_cell (YdMatrix *matrix,
          guint     row,
          guint     column)
{
  YdMatrixColumn unit;
  YdMatrixCell cell;
  YdMatrixRow point;
  YdRole role;
  const gboolean is_shown = yd_matrix_get_cell (matrix, row, column, &cell);

  yd_matrix_get_row (matrix, row, &point);
  yd_matrix_get_column (matrix, column, &unit);
  role = yd_role_between (point.point, unit.unit);
  if (role == YD_ROLE_NONE && !is_shown)
    return NULL;
  if (point.is_folded)
    return g_strdup_printf ("%u", cell.n[YD_ROLE_NONE] + cell.n_via);
  if (role == YD_ROLE_NONE)
    return g_strdup_printf ("(%s)", yd_role_get_sign (cell.via_role));

  return g_strdup (cell.is_vague ? "?" : yd_role_get_sign (role));
}

static void
append_row (YdTable           *table,
            YdMatrix          *matrix,
            const YdGridRange *range,
            guint              index,
            gboolean           transposed)
{
  const guint first = transposed ? range->first_row : range->first_col;
  const guint end = transposed ? range->end_row : range->end_col;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, dup_head (matrix, index, !transposed));
  for (guint i = first; i < end; i++)
    g_ptr_array_add (texts, dup_cell (matrix, transposed ? i : index, transposed ? index : i));
  yd_table_append_row (table, (const char * const *) texts->pdata);
}

/**
 * yd_matrix_clip_new_table:
 * @matrix: a matrix
 * @range: rows and columns of it
 * @transposed: whether units shall be the rows
 *
 * Returns: (transfer full): the table
 */
YdTable *
yd_matrix_clip_new_table (YdMatrix          *matrix,
                          const YdGridRange *range,
                          gboolean           transposed)
{
  YdTable *table = yd_table_new ("责任分工", "");
  const guint first = transposed ? range->first_row : range->first_col;
  const guint end = transposed ? range->end_row : range->end_col;

  yd_table_add_column (table, "head", transposed ? "责任单位" : "工作要点", 1, YD_ALIGN_START);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *head = dup_head (matrix, i, transposed);

      yd_table_add_column (table, "mark", head, 1, YD_ALIGN_CENTER);
    }

  for (guint i = transposed ? range->first_col : range->first_row;
       i < (transposed ? range->end_col : range->end_row); i++)
    append_row (table, matrix, range, i, transposed);

  return table;
}
