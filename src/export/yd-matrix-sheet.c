/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet.h"

#include <string.h>

#include "yd-matrix-sheet-private.h"

/* The words in this file are those of Chinese official documents, whatever language the program
 * speaks: they are not translated. */

G_DEFINE_BOXED_TYPE (YdMatrixSheet, yd_matrix_sheet, yd_matrix_sheet_ref, yd_matrix_sheet_unref)

static void
clear_row (YdSheetRow *row)
{
  g_free (row->number);
  g_free (row->title);
}

static void
clear_column (YdSheetColumn *column)
{
  g_free (column->name);
  g_free (column->group);
}

static void
clear_head (YdSheetHead *head)
{
  g_free (head->text);
}

static GArray *
make_array (gsize          size,
            GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);

  return array;
}

/* Where the rows are a tree, what stands above says the rest of the number. */
static char *
make_number (const YdMatrixRow *row,
             gboolean           is_tree)
{
  const char *printed = yd_row_get_cell (row->point, YD_POINT_PRINTED);
  g_auto(GStrv) labels = NULL;
  GString *number;

  if (is_tree && printed != NULL)
    return g_strdup (printed);

  labels = g_strsplit (row->path, "/", -1);
  number = g_string_new (NULL);
  for (guint i = is_tree ? g_strv_length (labels) - 1 : 0; labels[i] != NULL; i++)
    if (*labels[i] != '*')
      g_string_append (number, labels[i]);

  return g_string_free (number, FALSE);
}

/* A part that has no title is called by how it begins. */
char *
_yd_matrix_sheet_dup_title (YdPoint *point)
{
  const char *title = yd_point_get_title (point);
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);

  if ((title != NULL && *title != '\0') || text == NULL)
    return g_strdup (title != NULL ? title : "");

  if (g_utf8_strlen (text, -1) <= 24)
    return g_strdup (text);

  {
    g_autofree char *start = g_utf8_substring (text, 0, 23);

    return g_strconcat (start, "…", NULL);
  }
}

/* Until when a point is due, if that is wanted and known. What has points below it is due when they
 * are, be it folded or not.
 */
const char *
_yd_matrix_sheet_keep_due (YdMatrixSheet     *self,
                           YdMatrix          *matrix,
                           const YdMatrixRow *row)
{
  YdSchedule *schedule = self->flags & YD_MATRIX_SHEET_LIGHTS ? yd_matrix_get_schedule (matrix)
                                                              : NULL;
  YdScheduled scheduled;
  char day[YD_DAY_SIZE];

  if (schedule == NULL || row->is_head || !yd_schedule_get (schedule, row->point, &scheduled) ||
      scheduled.due == YD_DAY_NONE)
    return NULL;

  return g_string_chunk_insert_const (self->days, yd_day_format (scheduled.due, day));
}

/* @via is the column of the group through which it is, if that is a column. */
void
_yd_matrix_sheet_add_mark (YdMatrixSheet      *self,
                           guint               via,
                           guint               column,
                           const YdMatrixCell *cell)
{
  YdSheetMark mark = {
    .column = column,
    .role = cell->role,
    .via_role = cell->via_role,
    .is_vague = cell->is_vague,
    .is_proposed = cell->is_proposed,
    .n = cell->n[YD_ROLE_NONE] > 0 ? cell->n[YD_ROLE_NONE] : cell->n_via,
    .via = via,
  };

  g_array_append_val (self->marks, mark);
  self->has_vague |= mark.is_vague;
  self->has_proposed |= mark.is_proposed;
  if (!mark.is_vague && mark.n == 0)
    self->roles |= 1u << (mark.role != YD_ROLE_NONE ? mark.role : mark.via_role);
  self->has_via |= mark.role == YD_ROLE_NONE && mark.via_role != YD_ROLE_NONE;
}

static void
add_row (YdMatrixSheet *self,
         YdMatrix      *matrix,
         guint          n)
{
  const gboolean is_tree = yd_matrix_get_row_order (matrix) == YD_MATRIX_ORDER_DOCUMENT;
  YdMatrixCounts unfolded;
  YdMatrixRow info;
  YdSheetRow row = { .first = self->marks->len };

  yd_matrix_get_row (matrix, n, &info);
  row.number = make_number (&info, is_tree);
  row.title = _yd_matrix_sheet_dup_title (info.point);
  row.depth = info.depth;
  row.light = info.light;
  row.is_head = info.is_head;
  row.is_folded = info.is_folded;
  row.lacks_lead = yd_matrix_row_lacks_lead (matrix, n);
  yd_matrix_get_row_counts (matrix, n, &row.counts, &unfolded);
  row.due = _yd_matrix_sheet_keep_due (self, matrix, &info);

  for (guint column = 0; column < yd_matrix_get_n_columns (matrix); column++)
    {
      YdMatrixCell cell;

      if (yd_matrix_get_cell (matrix, n, column, &cell))
        _yd_matrix_sheet_add_mark (self, cell.via != NULL ? yd_matrix_find_column (matrix, cell.via)
                                                          : YD_MATRIX_NONE, column, &cell);
    }
  row.n_marks = self->marks->len - row.first;

  g_array_append_val (self->rows, row);
}

static void
add_column (YdMatrixSheet *self,
            YdMatrix      *matrix,
            guint          n)
{
  YdMatrixCounts printed, unfolded;
  YdMatrixColumn info;
  YdSheetColumn column = { NULL };

  yd_matrix_get_column (matrix, n, &info);
  yd_matrix_get_column_counts (matrix, n, &printed, &unfolded);
  column.name = g_strdup (yd_row_get_cell (info.unit, YD_UNIT_NAME));
  column.group = info.group != NULL ? g_strdup (yd_row_get_cell (info.group, YD_UNIT_NAME)) : NULL;
  column.band = info.band;
  column.is_vague = info.is_vague;
  column.counts = info.group != NULL ? unfolded : printed;

  g_array_append_val (self->columns, column);
}

static const char *
get_band_words (YdMatrixBand band)
{
  static const char * const words[] = {
    [YD_MATRIX_BAND_NONE] = "", [YD_MATRIX_BAND_LEAD] = "牵头", [YD_MATRIX_BAND_DEPARTMENT] = "部门",
    [YD_MATRIX_BAND_PARTY] = "党委", [YD_MATRIX_BAND_VERTICAL] = "垂直管理",
    [YD_MATRIX_BAND_COUNTY] = "县市区", [YD_MATRIX_BAND_OTHER] = "其他",
    [YD_MATRIX_BAND_GROUP] = "群组", [YD_MATRIX_BAND_MEMBERS] = "成员",
  };

  return words[band];
}

/* `部门 28家`; where there is room for it alone, how many they are is left out. */
char *
_yd_matrix_sheet_dup_head (const YdMatrixHead *info)
{
  if (info->group != NULL)
    return g_strdup_printf ("%s %u家", yd_row_get_cell (info->group, YD_UNIT_NAME),
                            info->n_columns);
  if (info->n_columns > 3 && info->band != YD_MATRIX_BAND_NONE)
    return g_strdup_printf ("%s %u家", get_band_words (info->band), info->n_columns);

  return g_strdup (get_band_words (info->band));
}

static void
add_head (YdMatrixSheet *self,
          YdMatrix      *matrix,
          guint          n)
{
  YdMatrixHead info;
  YdSheetHead head = { NULL };

  yd_matrix_get_head (matrix, n, &info);
  head.first = info.first;
  head.n_columns = info.n_columns;
  head.text = _yd_matrix_sheet_dup_head (&info);
  g_array_append_val (self->heads, head);
}

static void
add_columns (YdMatrixSheet *self,
             YdMatrix      *matrix)
{
  for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
    {
      YdMatrixColumn info;

      yd_matrix_get_column (matrix, i, &info);
      self->is_unfolded |= info.is_unfolded;
      if (!_yd_matrix_sheet_is_transposed (self))
        add_column (self, matrix, i);
    }

  if (_yd_matrix_sheet_is_transposed (self))
    {
      _yd_matrix_sheet_add_points (self, matrix);
      return;
    }
  for (guint i = 0; i < yd_matrix_get_n_heads (matrix); i++)
    add_head (self, matrix, i);
}

/* Which groups are counted by their members: those that are unfolded, or all. */
static char *
make_unfolded_words (YdMatrix *matrix)
{
  const char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
    {
      YdMatrixColumn column;

      yd_matrix_get_column (matrix, i, &column);
      if (!column.is_unfolded)
        continue;

      name = yd_row_get_cell (column.unit, YD_UNIT_NAME);
      n++;
    }

  return g_strdup (n == 1 ? name : "群组");
}

static char *
make_subtitle (YdMatrix             *matrix,
               const YdMatrixTotals *totals)
{
  YdRow *head = yd_space_get_head (YD_SPACE (yd_matrix_get_plan (matrix)));
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;
  g_autofree char *groups = make_unfolded_words (matrix);
  GString *words = g_string_new (NULL);
  int year, month, day;

  if (issued != NULL)
    {
      yd_day_split (yd_day_parse (issued), &year, &month, &day);
      g_string_append_printf (words, "%d年%d月%d日印发　", year, month, day);
    }
  g_string_append_printf (words, "%u项 × %u个单位　按文件%u处分工", totals->n_points,
                          totals->n_units, totals->printed.n[YD_ROLE_NONE]);
  if (totals->unfolded.n[YD_ROLE_NONE] != totals->printed.n[YD_ROLE_NONE])
    g_string_append_printf (words, "，展开%s后%u处", groups, totals->unfolded.n[YD_ROLE_NONE]);
  if (yd_matrix_is_filtered (matrix))
    g_string_append (words, "（筛选后）");

  return g_string_free (words, FALSE);
}

/* Support is mostly used by nobody, and what is late is asked for alone. */
static guint
choose_sums (const YdMatrixSheet *self)
{
  guint sums = 1u << YD_SUM_LEAD | 1u << YD_SUM_RESPONSIBLE | 1u << YD_SUM_ALL;

  if (self->totals.printed.n[YD_ROLE_SUPPORT] > 0)
    sums |= 1u << YD_SUM_SUPPORT;
  if (self->flags & YD_MATRIX_SHEET_LIGHTS)
    sums |= 1u << YD_SUM_LATE;

  return sums;
}

/* Returns: (transfer full): what a sheet of @matrix is called; also a good name for a file */
char *
yd_matrix_sheet_dup_title (YdMatrix *matrix)
{
  const char *title = yd_plan_get_title (yd_matrix_get_plan (matrix));

  return g_strconcat (title != NULL ? title : "", "任务分工表", NULL);
}

/**
 * yd_matrix_sheet_begin:
 * @matrix: a matrix
 * @flags: what else is wanted
 *
 * Returns: (transfer full): what it shows now, without its rows, which come by
 *   yd_matrix_sheet_go_on()
 */
YdMatrixSheet *
yd_matrix_sheet_begin (YdMatrix           *matrix,
                       YdMatrixSheetFlags  flags)
{
  const gboolean lights = (flags & YD_MATRIX_SHEET_LIGHTS) != 0 &&
                          yd_matrix_get_schedule (matrix) != NULL;
  YdMatrixSheet *self = g_new0 (YdMatrixSheet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->flags = lights ? flags : flags & ~YD_MATRIX_SHEET_LIGHTS;
  self->rows = make_array (sizeof (YdSheetRow), (GDestroyNotify) clear_row);
  self->columns = make_array (sizeof (YdSheetColumn), (GDestroyNotify) clear_column);
  self->heads = make_array (sizeof (YdSheetHead), (GDestroyNotify) clear_head);
  self->marks = make_array (sizeof (YdSheetMark), NULL);
  self->points = make_array (sizeof (guint), NULL);
  self->days = g_string_chunk_new (256);
  self->title = yd_matrix_sheet_dup_title (matrix);

  yd_matrix_get_totals (matrix, &self->totals);
  self->subtitle = make_subtitle (matrix, &self->totals);
  add_columns (self, matrix);
  self->sums = choose_sums (self);

  return self;
}

/**
 * yd_matrix_sheet_go_on:
 * @self: a sheet that was begun
 * @matrix: its matrix, which has not changed since
 * @n_rows: how many rows to add
 *
 * Adds what stands in the next rows, so that a large one can be copied in pieces.
 *
 * Returns: whether there are more
 */
gboolean
yd_matrix_sheet_go_on (YdMatrixSheet *self,
                       YdMatrix      *matrix,
                       guint          n_rows)
{
  const gboolean transposed = _yd_matrix_sheet_is_transposed (self);
  const guint n = transposed ? yd_matrix_get_n_columns (matrix) : yd_matrix_get_n_rows (matrix);
  const guint end = self->n_done + MIN (n_rows, n - self->n_done);

  for (; self->n_done < end; self->n_done++)
    {
      if (transposed)
        _yd_matrix_sheet_add_unit (self, matrix, self->n_done);
      else
        add_row (self, matrix, self->n_done);
    }

  return end < n;
}

/* Returns: how much of its @matrix it has, from 0 to 1 */
double
yd_matrix_sheet_get_fraction (YdMatrixSheet *self,
                              YdMatrix      *matrix)
{
  guint n;

  g_return_val_if_fail (self != NULL, 0);

  n = _yd_matrix_sheet_is_transposed (self) ? yd_matrix_get_n_columns (matrix)
                                            : yd_matrix_get_n_rows (matrix);

  return n > 0 ? (double) self->n_done / n : 1;
}

/**
 * yd_matrix_sheet_new:
 * @matrix: a matrix
 * @flags: what else is wanted
 *
 * Returns: (transfer full): what it shows now
 */
YdMatrixSheet *
yd_matrix_sheet_new (YdMatrix           *matrix,
                     YdMatrixSheetFlags  flags)
{
  YdMatrixSheet *self = yd_matrix_sheet_begin (matrix, flags);

  yd_matrix_sheet_go_on (self, matrix, G_MAXUINT);

  return self;
}

YdMatrixSheet *
yd_matrix_sheet_ref (YdMatrixSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yd_matrix_sheet_unref (YdMatrixSheet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->heads);
  g_array_unref (self->marks);
  g_array_unref (self->points);
  g_string_chunk_free (self->days);
  g_free (self);
}

/* Returns: (transfer none): what it is called */
const char *
yd_matrix_sheet_get_title (YdMatrixSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}
