/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-pages-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* How a page of a matrix is drawn. Marks are shapes, not letters: Chinese fonts draw the ring
 * too thin, and a printer for black must leave a disc, a ring and a triangle.
 */

#define PAD (1.2 * YD_POINTS_PER_MM)

typedef struct
{
  YdMatrixPages *pages;
  cairo_t       *cr;
  YdRun          rows;
  YdRun          columns;
  gboolean       has_sums;      /* the totals at the right are on this page */
  gboolean       has_foot;      /* those below */
  double         top;           /* of the table */
  double         first_row;
  double         bottom;        /* of the last row */
  double         end;           /* of the totals below */
  double         first_unit;
  double         first_sum;
  double         right;
} Drawing;

static void
set_grey (cairo_t *cr,
          double   grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
set_accent (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.10, 0.37, 0.71);
}

static void
set_line (cairo_t *cr,
          double   width)
{
  set_grey (cr, 0.45);
  cairo_set_line_width (cr, width);
}

/* In the middle of the height, where @align says across. */
static void
draw_text (Drawing        *self,
           YdMatrixFace    face,
           const char     *text,
           double          x,
           double          y,
           double          width,
           double          height,
           PangoAlignment  align)
{
  PangoLayout *layout = self->pages->faces[face];
  int text_height;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, align);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &text_height);
  cairo_move_to (self->cr, x, y + (height - text_height / (double) PANGO_SCALE) / 2);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_count (Drawing      *self,
            YdMatrixFace  face,
            guint         n,
            double        x,
            double        y,
            double        width,
            double        height)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  if (n > 0)
    draw_text (self, face, text, x, y, width, height, PANGO_ALIGN_CENTER);
}

static void
fill_ground (Drawing *self,
             double   x,
             double   y,
             double   width,
             double   height,
             double   grey)
{
  set_grey (self->cr, grey);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
  set_grey (self->cr, 0);
}

static void
draw_line_across (Drawing *self,
                  double   y,
                  double   end)
{
  set_line (self->cr, 0.35);
  cairo_move_to (self->cr, self->pages->left, y);
  cairo_line_to (self->cr, end, y);
  cairo_stroke (self->cr);
  set_grey (self->cr, 0);
}

/* With its middle at @x, @y. */
void
_yd_matrix_pages_draw_mark (cairo_t  *cr,
                            YdRole    role,
                            gboolean  small,
                            double    x,
                            double    y)
{
  const double radius = small ? 1.7 : 3.1;

  cairo_new_path (cr);
  cairo_set_line_width (cr, small ? 0.7 : 1.1);
  if (role == YD_ROLE_SUPPORT)
    {
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius * 0.95, y + radius * 0.75);
      cairo_line_to (cr, x - radius * 0.95, y + radius * 0.75);
      cairo_close_path (cr);
    }
  else
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);

  if (role == YD_ROLE_LEAD)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

/* Letters upright, one below the other; what is too long for the head is set smaller. */
static void
draw_upright (Drawing      *self,
              YdMatrixFace  face,
              const char   *name,
              double        x,
              double        bottom,
              double        width,
              double        height)
{
  PangoLayout *layout = self->pages->faces[face];
  const long n = g_utf8_strlen (name, -1);
  const double letter = _yd_matrix_pages_measure (self->pages, face, "市", 0) * 0.86;
  const double scale = MIN (1, (height - 2 * PAD) / MAX (n * letter, 1));
  double y = bottom - PAD - n * letter * scale;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c), y += letter * scale)
    {
      int text_width;

      pango_layout_set_width (layout, -1);
      pango_layout_set_text (layout, c, g_utf8_next_char (c) - c);
      pango_layout_get_size (layout, &text_width, NULL);
      cairo_save (self->cr);
      cairo_translate (self->cr, x + (width - text_width * scale / PANGO_SCALE) / 2, y);
      cairo_scale (self->cr, scale, scale);
      cairo_move_to (self->cr, 0, 0);
      pango_cairo_show_layout (self->cr, layout);
      cairo_restore (self->cr);
    }
}

/* From the bottom up. */
static void
draw_turned (Drawing      *self,
             YdMatrixFace  face,
             const char   *text,
             double        x,
             double        bottom,
             double        width,
             double        height)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, x, bottom);
  cairo_rotate (self->cr, -G_PI / 2);
  draw_text (self, face, text, 0, 0, height, width, PANGO_ALIGN_CENTER);
  cairo_restore (self->cr);
}

static void
draw_title (Drawing *self)
{
  YdMatrixPages *pages = self->pages;
  const double width = pages->width - pages->left - pages->right;
  const double title = _yd_matrix_pages_measure (pages, YD_FACE_TITLE, "市", 0);
  const double line = _yd_matrix_pages_measure (pages, YD_FACE_SUBTITLE, "市", 0);
  g_autofree char *legend = _yd_matrix_sheet_dup_legend (pages->sheet, "小○");

  draw_text (self, YD_FACE_TITLE, pages->sheet->title, pages->left, pages->top, width, title,
             PANGO_ALIGN_CENTER);
  draw_text (self, YD_FACE_SUBTITLE, pages->sheet->subtitle, pages->left,
             pages->top + title + PAD, width, line, PANGO_ALIGN_CENTER);
  draw_text (self, YD_FACE_SUBTITLE, legend, pages->left, pages->top + title + line + 1.5 * PAD,
             width, line, PANGO_ALIGN_CENTER);
}

/* A head over columns that go on from the page before, or to the next one, stands on both. */
static void
draw_head (Drawing           *self,
           const YdSheetHead *head)
{
  YdMatrixPages *pages = self->pages;
  const guint first = MAX (head->first, self->columns.first);
  const guint end = MIN (head->first + head->n_columns, self->columns.first + self->columns.n);
  const double x = self->first_unit + (first - self->columns.first) * pages->unit_width;
  const double width = ((double) end - first) * pages->unit_width;

  if (first >= end)
    return;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, x, self->top, width, pages->head_height);
  cairo_clip (self->cr);
  draw_text (self, YD_FACE_HEAD, head->text, x, self->top, width, pages->head_height,
             PANGO_ALIGN_CENTER);
  cairo_restore (self->cr);

  set_line (self->cr, 0.5);
  cairo_move_to (self->cr, x, self->top);
  cairo_line_to (self->cr, x, self->end);
  cairo_move_to (self->cr, x, self->top + pages->head_height);
  cairo_line_to (self->cr, x + width, self->top + pages->head_height);
  cairo_stroke (self->cr);
  set_grey (self->cr, 0);
}

static void
draw_label_heads (Drawing *self)
{
  YdMatrixPages *pages = self->pages;
  const double height = pages->head_height + pages->name_height;
  double x = pages->left;

  draw_text (self, YD_FACE_HEAD, "序号", x, self->top, pages->number_width, height,
             PANGO_ALIGN_CENTER);
  x += pages->number_width;
  draw_text (self, YD_FACE_HEAD, _yd_matrix_sheet_get_row_head (pages->sheet), x, self->top,
             pages->task_width, height, PANGO_ALIGN_CENTER);
  x += pages->task_width;
  if (pages->due_width <= 0)
    return;

  draw_text (self, YD_FACE_HEAD, "完成时限", x, self->top, pages->due_width, height,
             PANGO_ALIGN_CENTER);
  draw_text (self, YD_FACE_HEAD, "状态", x + pages->due_width, self->top, pages->light_width,
             height, PANGO_ALIGN_CENTER);
}

/* How a point stands that is a column. */
static void
draw_light (Drawing             *self,
            const YdSheetColumn *column,
            double               x,
            double               y)
{
  YdMatrixPages *pages = self->pages;
  const YdMatrixFace face = column->light == YD_LIGHT_LATE ? YD_FACE_SUM : YD_FACE_COUNT;

  if (column->due != NULL)
    draw_turned (self, YD_FACE_COUNT, column->due, x, y + pages->due_height, pages->unit_width,
                 pages->due_height);
  draw_upright (self, face, _yd_matrix_sheet_light (column->light), x,
                y + pages->due_height + pages->light_height, pages->unit_width,
                pages->light_height);
}

static void
draw_light_heads (Drawing *self)
{
  YdMatrixPages *pages = self->pages;
  const double width = pages->number_width + pages->task_width;
  const double due = self->top + pages->head_height + pages->name_height;
  const double light = due + pages->due_height;

  draw_text (self, YD_FACE_HEAD, "完成时限", pages->left, due, width, pages->due_height,
             PANGO_ALIGN_CENTER);
  draw_text (self, YD_FACE_HEAD, "状态", pages->left, light, width, pages->light_height,
             PANGO_ALIGN_CENTER);
  for (guint i = 0; i < self->columns.n; i++)
    draw_light (self, _yd_matrix_sheet_column (pages->sheet, self->columns.first + i),
                self->first_unit + i * pages->unit_width, due);

  draw_line_across (self, due, self->first_sum);
  draw_line_across (self, light, self->first_sum);
}

static void
draw_heads (Drawing *self)
{
  YdMatrixPages *pages = self->pages;
  const double height = pages->head_height + pages->name_height;
  double x = self->first_sum;

  fill_ground (self, pages->left, self->top, self->right - pages->left,
               _yd_matrix_pages_get_heads (pages), 0.95);
  draw_label_heads (self);
  if (_yd_matrix_sheet_has_light_lines (pages->sheet))
    draw_light_heads (self);
  for (guint i = 0; i < pages->sheet->heads->len; i++)
    draw_head (self, &g_array_index (pages->sheet->heads, YdSheetHead, i));

  for (guint i = 0; i < self->columns.n; i++)
    {
      const YdSheetColumn *column =
        _yd_matrix_sheet_column (pages->sheet, self->columns.first + i);

      set_grey (self->cr, column->group != NULL ? 0.35 : 0);
      draw_upright (self, YD_FACE_NAME, column->name, self->first_unit + i * pages->unit_width,
                    self->top + height, pages->unit_width, pages->name_height);
    }
  set_grey (self->cr, 0);

  for (guint sum = 0; self->has_sums && sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (pages->sheet, sum))
      {
        draw_text (self, YD_FACE_HEAD, _yd_matrix_sheet_sum_head (sum), x, self->top,
                   pages->sum_width, _yd_matrix_pages_get_heads (pages), PANGO_ALIGN_CENTER);
        x += pages->sum_width;
      }
}

static void
draw_mark (Drawing           *self,
           const YdSheetMark *mark,
           double             y,
           double             height)
{
  YdMatrixPages *pages = self->pages;
  const double x = self->first_unit + (mark->column - self->columns.first) * pages->unit_width;
  const gboolean small = mark->role == YD_ROLE_NONE;

  if (mark->n > 0)
    draw_count (self, YD_FACE_COUNT, mark->n, x, y, pages->unit_width, height);
  else if (mark->is_vague)
    draw_text (self, YD_FACE_SUM, "?", x, y, pages->unit_width, height, PANGO_ALIGN_CENTER);
  else
    {
      if (mark->role == YD_ROLE_LEAD)
        set_accent (self->cr);
      _yd_matrix_pages_draw_mark (self->cr, small ? mark->via_role : mark->role, small,
                                  x + pages->unit_width / 2, y + height / 2);
      set_grey (self->cr, 0);
    }
}

static void
draw_labels (Drawing          *self,
             const YdSheetRow *row,
             double            y,
             double            height)
{
  YdMatrixPages *pages = self->pages;
  const double x = pages->left;
  g_autofree char *chapter = g_strconcat (row->number, row->title, NULL);

  if (row->is_head)
    draw_text (self, YD_FACE_CHAPTER, chapter, x + PAD, y,
               pages->number_width + pages->task_width - 2 * PAD, height, PANGO_ALIGN_LEFT);
  else
    {
      draw_text (self, YD_FACE_TASK, row->number, x, y, pages->number_width, height,
                 PANGO_ALIGN_CENTER);
      draw_text (self, YD_FACE_TASK, row->title, x + pages->number_width + PAD, y,
                 pages->task_width - 2 * PAD, height, PANGO_ALIGN_LEFT);
    }
  if (pages->due_width <= 0 || (row->is_head && !row->is_folded))
    return;

  draw_text (self, YD_FACE_COUNT, row->due != NULL ? row->due : "",
             x + pages->number_width + pages->task_width, y, pages->due_width, height,
             PANGO_ALIGN_CENTER);
  draw_text (self, row->light == YD_LIGHT_LATE ? YD_FACE_SUM : YD_FACE_COUNT,
             _yd_matrix_sheet_light (row->light),
             x + pages->number_width + pages->task_width + pages->due_width, y,
             pages->light_width, height, PANGO_ALIGN_CENTER);
}

static void
draw_sums (Drawing              *self,
           const YdMatrixCounts *counts,
           YdMatrixFace          face,
           double                y,
           double                height)
{
  double x = self->first_sum;

  for (guint sum = 0; self->has_sums && sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->pages->sheet, sum))
      {
        draw_count (self, face, _yd_matrix_sheet_get_sum (counts, sum), x, y,
                    self->pages->sum_width, height);
        x += self->pages->sum_width;
      }
}

static void
draw_row (Drawing *self,
          guint    n,
          double   y)
{
  YdMatrixPages *pages = self->pages;
  const YdSheetRow *row = _yd_matrix_sheet_row (pages->sheet, n);
  const double height = pages->heights[n];

  if (row->is_head)
    fill_ground (self, pages->left, y, self->right - pages->left, height, 0.95);
  draw_labels (self, row, y, height);
  for (guint i = row->first; i < row->first + row->n_marks; i++)
    {
      const YdSheetMark *mark = _yd_matrix_sheet_mark (pages->sheet, i);

      if (mark->column >= self->columns.first &&
          mark->column < self->columns.first + self->columns.n)
        draw_mark (self, mark, y, height);
    }
  draw_sums (self, &row->counts, YD_FACE_COUNT, y, height);

  draw_line_across (self, y, self->right);
  draw_line_across (self, y + height, self->right);
}

static guint
get_column_sum (YdMatrixPages   *pages,
                guint            column,
                YdMatrixSumKind  sum)
{
  return _yd_matrix_sheet_get_sum (&_yd_matrix_sheet_column (pages->sheet, column)->counts, sum);
}

static void
draw_foot_row (Drawing         *self,
               YdMatrixSumKind  sum,
               double           y)
{
  YdMatrixPages *pages = self->pages;
  const double height = pages->head_height;
  g_autofree char *label = _yd_matrix_sheet_dup_sum_label (pages->sheet, sum);
  double x = self->first_sum;

  fill_ground (self, pages->left, y, self->right - pages->left, height, 0.95);
  draw_text (self, YD_FACE_SUM, label, pages->left, y,
             _yd_matrix_pages_get_labels (pages) - PAD, height, PANGO_ALIGN_RIGHT);
  for (guint i = 0; i < self->columns.n; i++)
    draw_count (self, YD_FACE_SUM, get_column_sum (pages, self->columns.first + i, sum),
                self->first_unit + i * pages->unit_width, y, pages->unit_width, height);
  for (guint other = 0; self->has_sums && other < YD_N_SUMS; other++)
    if (_yd_matrix_sheet_has_sum (pages->sheet, other))
      {
        draw_count (self, YD_FACE_SUM, _yd_matrix_sheet_get_crossing (pages->sheet, sum, other),
                    x, y, pages->sum_width, height);
        x += pages->sum_width;
      }

  draw_line_across (self, y, self->right);
  draw_line_across (self, y + height, self->right);
}

static void
draw_line_down (Drawing *self,
                double   x,
                double   top)
{
  cairo_move_to (self->cr, x, top);
  cairo_line_to (self->cr, x, self->end);
}

static void
draw_frame (Drawing *self)
{
  YdMatrixPages *pages = self->pages;
  double x = pages->left + pages->number_width + pages->task_width;

  set_line (self->cr, 0.35);
  for (guint i = 1; i < self->columns.n; i++)
    draw_line_down (self, self->first_unit + i * pages->unit_width,
                    self->top + pages->head_height);
  for (guint i = 0; self->has_sums && i < pages->n_sums; i++)
    draw_line_down (self, self->first_sum + i * pages->sum_width, self->top);
  for (; x < self->first_unit - 0.001; x += x == pages->left + pages->number_width +
                                                 pages->task_width
                                            ? pages->due_width : pages->light_width)
    draw_line_down (self, x, self->top);
  cairo_stroke (self->cr);

  set_line (self->cr, 0.8);
  draw_line_down (self, self->first_unit, self->top);
  cairo_move_to (self->cr, pages->left, self->first_row);
  cairo_line_to (self->cr, self->right, self->first_row);
  cairo_rectangle (self->cr, pages->left, self->top, self->right - pages->left,
                   self->end - self->top);
  cairo_stroke (self->cr);
  set_grey (self->cr, 0);
}

static void
draw_page_number (Drawing *self,
                  guint    page)
{
  YdMatrixPages *pages = self->pages;
  const guint n = yd_pages_get_n_pages (YD_PAGES (pages));
  g_autofree char *text = g_strdup_printf ("第 %u 页，共 %u 页", page + 1, n);

  if (n > 1)
    draw_text (self, YD_FACE_FOOT, text, pages->left, pages->height - pages->bottom,
               pages->width - pages->left - pages->right, 0, PANGO_ALIGN_CENTER);
}

static void
begin (Drawing       *self,
       YdMatrixPages *pages,
       guint          page)
{
  const guint n_across = pages->column_runs->len;

  self->pages = pages;
  self->rows = g_array_index (pages->row_runs, YdRun, page / n_across);
  self->columns = g_array_index (pages->column_runs, YdRun, page % n_across);
  self->has_sums = page % n_across + 1 == n_across;
  self->has_foot = page / n_across + 1 == pages->row_runs->len;
  self->top = pages->top + _yd_matrix_pages_get_above (pages, page / n_across);
  self->first_row = self->top + _yd_matrix_pages_get_heads (pages);
  self->first_unit = pages->left + _yd_matrix_pages_get_labels (pages);
  self->first_sum = self->first_unit + self->columns.n * pages->unit_width;
  self->right = self->first_sum + (self->has_sums ? pages->n_sums * pages->sum_width : 0);
  self->bottom = self->first_row;
  for (guint i = 0; i < self->rows.n; i++)
    self->bottom += pages->heights[self->rows.first + i];
  self->end = self->bottom + (self->has_foot ? pages->foot_height : 0);
}

void
_yd_matrix_pages_draw (YdMatrixPages *self,
                       guint          page,
                       cairo_t       *cr)
{
  Drawing drawing = { .cr = cr };
  double y;

  begin (&drawing, self, page);
  if (page / self->column_runs->len == 0)
    draw_title (&drawing);
  draw_heads (&drawing);

  y = drawing.first_row;
  for (guint i = 0; i < drawing.rows.n; i++)
    {
      draw_row (&drawing, drawing.rows.first + i, y);
      y += self->heights[drawing.rows.first + i];
    }
  for (guint sum = 0; drawing.has_foot && sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->sheet, sum))
      {
        draw_foot_row (&drawing, sum, y);
        y += self->head_height;
      }
  draw_frame (&drawing);
  draw_page_number (&drawing, page);
}
