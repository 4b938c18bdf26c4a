/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet-private.h"

#include <string.h>

/* A matrix with units as rows and points as columns, for those who look for themselves on it. The
 * bands of units are its chapters, and the chapters its bands.
 */

/* So many letters of a title have room above a column of points. */
#define LETTERS 2

/* The points in columns, without the chapters above them that have no marks; where nothing stands
 * below a chapter it is a point like any other, and so is what was taken apart into duties.
 */
static gboolean
is_column (YdMatrix          *matrix,
           guint              n,
           const YdMatrixRow *row)
{
  YdMatrixCounts printed, unfolded;

  yd_matrix_get_row_counts (matrix, n, &printed, &unfolded);

  return !row->is_head || row->is_folded || row->is_item || printed.n[YD_ROLE_NONE] > 0;
}

/* What others stand below of, with itself where it is a column. */
static gboolean
is_chapter (const YdMatrixRow *row)
{
  return row->depth == 0 && row->is_head && !row->is_folded;
}

static void
add_point (YdMatrixSheet     *self,
           YdMatrix          *matrix,
           guint              n,
           const YdMatrixRow *info)
{
  YdMatrixCounts unfolded;
  YdSheetColumn column = { NULL };
  g_autofree char *title = _yd_matrix_sheet_dup_title (info->point);
  const char *printed = yd_row_get_cell (info->point, YD_POINT_PRINTED);

  column.name = g_strconcat (printed != NULL ? printed : "", title, NULL);
  column.due = _yd_matrix_sheet_keep_due (self, matrix, info);
  column.light = info->light;
  yd_matrix_get_row_counts (matrix, n, &column.counts, &unfolded);
  g_array_append_val (self->columns, column);
}

static void
begin_chapter (YdMatrixSheet *self,
               YdPoint       *chapter)
{
  YdSheetHead head = { NULL, self->columns->len, 0 };

  head.text = _yd_matrix_sheet_dup_title (chapter);
  g_array_append_val (self->heads, head);
}

/* Where there is no room for the title, the number of the chapter says which it is: `一`. */
static void
shorten (YdSheetHead *head,
         YdPoint     *chapter)
{
  const char *printed = yd_row_get_cell (chapter, YD_POINT_PRINTED);

  if (printed == NULL || g_utf8_strlen (head->text, -1) <= head->n_columns * LETTERS)
    return;

  g_free (head->text);
  head->text = g_str_has_suffix (printed, "、")
               ? g_strndup (printed, strlen (printed) - strlen ("、")) : g_strdup (printed);
}

/* The last chapter, if one is open, goes as far as the points that were added since; one without
 * any is gone.
 */
static void
end_chapter (YdMatrixSheet *self,
             YdPoint       *chapter)
{
  YdSheetHead *head;

  if (chapter == NULL)
    return;

  head = &g_array_index (self->heads, YdSheetHead, self->heads->len - 1);
  head->n_columns = self->columns->len - head->first;
  if (head->n_columns > 0)
    shorten (head, chapter);
  else
    g_array_set_size (self->heads, self->heads->len - 1);
}

/* What stands in no chapter is below a band without a name: a band covers each column. */
static void
begin_loose (YdMatrixSheet *self)
{
  YdSheetHead *last = self->heads->len > 0
                      ? &g_array_index (self->heads, YdSheetHead, self->heads->len - 1) : NULL;
  YdSheetHead head = { NULL, self->columns->len, 1 };

  if (last != NULL && *last->text == '\0')
    {
      last->n_columns++;
      return;
    }

  head.text = g_strdup ("");
  g_array_append_val (self->heads, head);
}

/* Adds points as columns, below their chapters. */
void
_yd_matrix_sheet_add_points (YdMatrixSheet *self,
                             YdMatrix      *matrix)
{
  YdPoint *chapter = NULL;

  for (guint i = 0; i < yd_matrix_get_n_rows (matrix); i++)
    {
      YdMatrixRow info;

      yd_matrix_get_row (matrix, i, &info);
      if (info.depth == 0)
        {
          end_chapter (self, chapter);
          chapter = is_chapter (&info) ? info.point : NULL;
          if (chapter != NULL)
            begin_chapter (self, chapter);
        }
      if (!is_column (matrix, i, &info))
        continue;

      if (info.depth == 0 && chapter == NULL)
        begin_loose (self);
      add_point (self, matrix, i, &info);
      g_array_append_val (self->points, i);
    }
  end_chapter (self, chapter);
}

/* The band that begins at this column of the matrix, or none. */
static gboolean
find_band (YdMatrix     *matrix,
           guint         column,
           YdMatrixHead *head)
{
  for (guint i = 0; i < yd_matrix_get_n_heads (matrix); i++)
    {
      yd_matrix_get_head (matrix, i, head);
      if (head->first == column && head->n_columns > 0 && head->band != YD_MATRIX_BAND_NONE)
        return TRUE;
    }

  return FALSE;
}

static void
add_band (YdMatrixSheet      *self,
          const YdMatrixHead *head)
{
  YdSheetRow row = { .first = self->marks->len, .is_head = TRUE };

  row.number = g_strdup ("");
  row.title = _yd_matrix_sheet_dup_head (head);
  g_array_append_val (self->rows, row);
}

static gboolean
has_lead (const YdMatrixSheet *self,
          const YdSheetRow    *row)
{
  for (guint i = row->first; i < row->first + row->n_marks; i++)
    if (_yd_matrix_sheet_mark (self, i)->role == YD_ROLE_LEAD)
      return TRUE;

  return FALSE;
}

/* Adds a unit as a row, and before it the band that it begins. */
void
_yd_matrix_sheet_add_unit (YdMatrixSheet *self,
                           YdMatrix      *matrix,
                           guint          n)
{
  YdSheetRow row = { .first = self->marks->len };
  YdMatrixCounts printed, unfolded;
  YdMatrixColumn info;
  YdMatrixHead head;

  if (find_band (matrix, n, &head))
    add_band (self, &head);

  yd_matrix_get_column (matrix, n, &info);
  yd_matrix_get_column_counts (matrix, n, &printed, &unfolded);
  row.number = g_strdup_printf ("%u", n + 1);
  row.title = g_strdup (yd_row_get_cell (info.unit, YD_UNIT_NAME));
  row.depth = 1 + info.depth;
  row.counts = info.group != NULL ? unfolded : printed;
  for (guint i = 0; i < self->points->len; i++)
    {
      YdMatrixCell cell;

      if (yd_matrix_get_cell (matrix, g_array_index (self->points, guint, i), n, &cell))
        _yd_matrix_sheet_add_mark (self, YD_MATRIX_NONE, i, &cell);
    }
  row.n_marks = self->marks->len - row.first;
  row.lacks_lead = !has_lead (self, &row);

  g_array_append_val (self->rows, row);
}
