/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-pages-private.h"

/* How a matrix is parted into pages. */

#define MM YD_POINTS_PER_MM

#define A4_WIDTH  (297 * MM)
#define A4_HEIGHT (210 * MM)
#define A3_WIDTH  (420 * MM)
#define A3_HEIGHT (297 * MM)

#define MARGIN (12 * MM)
#define FOOT   (6 * MM)               /* for the number of the page */

#define NUMBER_WIDTH (12 * MM)
#define TASK_WIDTH   (58 * MM)
#define DUE_WIDTH    (19 * MM)
#define LIGHT_WIDTH  (11 * MM)
#define TASK_MORE    (40 * MM)         /* where the columns of units leave room */
#define SUM_WIDTH    (9 * MM)

/* A column of units is as wide as there is room, within these. */
#define UNIT_MIN  (5.4 * MM)
#define UNIT_BEST (7.4 * MM)

/* A day turned, and two letters above each other. */
#define DUE_HEIGHT   (18 * MM)
#define LIGHT_HEIGHT (8 * MM)

#define ROW_MIN (5.2 * MM)
#define HEAD_HEIGHT (5.4 * MM)
#define PAD (1.2 * MM)

static void
set_sizes (YdMatrixPages *self,
           double         width,
           double         height)
{
  const gboolean beside = _yd_matrix_sheet_has_light_columns (self->sheet);
  const gboolean below = _yd_matrix_sheet_has_light_lines (self->sheet);

  self->width = width;
  self->height = height;
  self->left = self->right = self->top = self->bottom = MARGIN;
  self->number_width = NUMBER_WIDTH;
  self->task_width = TASK_WIDTH;
  self->due_width = beside ? DUE_WIDTH : 0;
  self->light_width = beside ? LIGHT_WIDTH : 0;
  self->due_height = below ? DUE_HEIGHT : 0;
  self->light_height = below ? LIGHT_HEIGHT : 0;
  self->sum_width = SUM_WIDTH;
  self->head_height = HEAD_HEIGHT;
}

static void
measure_heads (YdMatrixPages *self)
{
  self->name_height = 4 * self->head_height;
  for (guint i = 0; i < self->sheet->columns->len; i++)
    {
      const char *name = _yd_matrix_sheet_column (self->sheet, i)->name;
      const double height = g_utf8_strlen (name, -1) *
                            _yd_matrix_pages_measure (self, YD_FACE_NAME, "市", 0) * 0.86;

      self->name_height = MAX (self->name_height, height + 2 * PAD);
    }
  self->name_height = MIN (self->name_height,
                           (_yd_matrix_sheet_is_transposed (self->sheet) ? 60 : 40) * MM);

  self->n_sums = 0;
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    self->n_sums += _yd_matrix_sheet_has_sum (self->sheet, sum);
  self->foot_height = self->n_sums * self->head_height;
}

static void
measure_rows (YdMatrixPages *self)
{
  g_free (self->heights);
  self->heights = g_new (double, self->sheet->rows->len + 1);

  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      const YdSheetRow *row = _yd_matrix_sheet_row (self->sheet, i);
      const double width = row->is_head ? self->number_width + self->task_width
                                        : self->task_width;
      g_autofree char *text = row->is_head ? g_strconcat (row->number, row->title, NULL)
                                           : g_strdup (row->title);
      const double height =
        _yd_matrix_pages_measure (self, row->is_head ? YD_FACE_CHAPTER : YD_FACE_TASK, text,
                                  width - 2 * PAD);

      self->heights[i] = MAX (height + PAD, ROW_MIN);
    }
}

/* What stands above the table, on the first page or on a later one. */
double
_yd_matrix_pages_get_above (YdMatrixPages *self,
                            guint          row_run)
{
  const double lines = _yd_matrix_pages_measure (self, YD_FACE_SUBTITLE, "市", 0);

  if (row_run > 0)
    return 0;

  return _yd_matrix_pages_measure (self, YD_FACE_TITLE, "市", 0) + 2 * lines + 3 * PAD;
}

/* The totals at the right stand on the last page, so that has room for them. */
static double
get_room (YdMatrixPages *self)
{
  return self->width - self->left - self->right - _yd_matrix_pages_get_labels (self);
}

static void
break_columns (YdMatrixPages *self)
{
  const double room = get_room (self), sums = self->n_sums * self->sum_width;
  const guint n = self->sheet->columns->len;
  const guint per_page = MAX ((guint) (room / self->unit_width + 0.001), 1);
  YdRun run = { 0, 0 };

  g_array_set_size (self->column_runs, 0);
  do
    {
      const guint left = n - run.first;

      run.n = MIN (left, per_page);
      if (run.n == left && left > 1 && left * self->unit_width + sums > room + 0.001)
        run.n = MAX (left - 1 - (guint) (sums / self->unit_width), 1);
      g_array_append_val (self->column_runs, run);
      run.first += run.n;
    }
  while (run.first < n);
}

static double
get_room_below (YdMatrixPages *self,
                guint          row_run)
{
  return self->height - self->top - self->bottom - FOOT - _yd_matrix_pages_get_heads (self) -
         _yd_matrix_pages_get_above (self, row_run);
}

/* A chapter is not left alone at the foot of a page. */
static guint
count_rows (YdMatrixPages *self,
            guint          first,
            double         room)
{
  const guint n_rows = self->sheet->rows->len;
  guint n = 0;
  double height = 0;

  while (first + n < n_rows &&
         (n == 0 || height + self->heights[first + n] +
                    (first + n + 1 == n_rows ? self->foot_height : 0) <= room))
    height += self->heights[first + n++];

  while (n > 1 && first + n < n_rows &&
         _yd_matrix_sheet_row (self->sheet, first + n - 1)->is_head &&
         !_yd_matrix_sheet_row (self->sheet, first + n - 1)->is_folded)
    n--;

  return n;
}

static void
break_rows (YdMatrixPages *self)
{
  YdRun run = { 0, 0 };

  g_array_set_size (self->row_runs, 0);
  do
    {
      run.n = count_rows (self, run.first, get_room_below (self, self->row_runs->len));
      g_array_append_val (self->row_runs, run);
      run.first += run.n;
    }
  while (run.first < self->sheet->rows->len);
}

/* Makes the columns as wide as suits the sheet. Returns: whether they all fit on it */
static gboolean
fit_columns (YdMatrixPages *self)
{
  const guint n = MAX (self->sheet->columns->len, 1);
  const double room = get_room (self) - self->n_sums * self->sum_width;

  self->unit_width = room / n;
  if (self->unit_width >= UNIT_MIN)
    {
      self->unit_width = MIN (self->unit_width, UNIT_BEST);
      self->task_width += MIN (room - n * self->unit_width, TASK_MORE);
      return TRUE;
    }

  self->unit_width = UNIT_BEST - 1.2 * MM;
  return FALSE;
}

static void
make_whole (YdMatrixPages *self)
{
  double height = 0;

  self->unit_width = UNIT_BEST;
  self->width = self->left + self->right + _yd_matrix_pages_get_labels (self) +
                self->sheet->columns->len * self->unit_width + self->n_sums * self->sum_width;
  for (guint i = 0; i < self->sheet->rows->len; i++)
    height += self->heights[i];
  self->height = self->top + self->bottom + FOOT + _yd_matrix_pages_get_heads (self) +
                 _yd_matrix_pages_get_above (self, 0) + height + self->foot_height + 1;
}

/* A table that is narrower than the sheet stands in its middle. */
static void
centre (YdMatrixPages *self)
{
  const double width = _yd_matrix_pages_get_labels (self) +
                       self->sheet->columns->len * self->unit_width +
                       self->n_sums * self->sum_width;

  if (width < self->width - self->left - self->right)
    self->left = self->right = (self->width - width) / 2;
}

static void
make_paper (YdMatrixPages *self,
            double         width,
            double         height)
{
  set_sizes (self, width, height);
  measure_heads (self);
  measure_rows (self);
}

/* Parts the matrix into pages on @paper. */
void
_yd_matrix_pages_break (YdMatrixPages *self,
                        YdPaper        paper)
{
  make_paper (self, A4_WIDTH, A4_HEIGHT);
  if (paper == YD_PAPER_WHOLE)
    make_whole (self);
  else if (paper == YD_PAPER_A3 || (paper == YD_PAPER_FITTING && !fit_columns (self)))
    make_paper (self, A3_WIDTH, A3_HEIGHT);

  self->task_width = TASK_WIDTH;
  if (paper != YD_PAPER_WHOLE)
    fit_columns (self);
  measure_rows (self);
  centre (self);
  break_columns (self);
  break_rows (self);
}
