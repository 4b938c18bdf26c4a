/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-pages-private.h"

#include "yd-table-layout-private.h"

/* Draws one page of a table. The words at the foot are those of Chinese offices, whatever
 * language the program speaks: they are not translated. */

#define LINE_WIDTH 0.5
#define QUIET 0.4             /* grey that a printer still shows as letters */
#define BAND_GROUND 0.92

/* The number stands 7 mm below the text area (GB/T 9704-2012 §7.5). */
#define FOOT_OFFICIAL (7 * YD_POINTS_PER_MM)
#define FOOT_WORKING (3 * YD_POINTS_PER_MM)

static const YdPiece *
get_piece (YdTablePages *self,
           guint         n)
{
  return &g_array_index (self->pieces, YdPiece, n);
}

/* Lines @first up to before @end of what was set last in the font, the first one at @y. */
static void
show_lines (YdTablePages *self,
            YdFontRole    font,
            cairo_t      *cr,
            double        x,
            double        y,
            double        width,
            gboolean      center,
            guint         first,
            guint         end)
{
  _yd_page_text_show (self->texts[font], cr, first, end, x, y, center ? width : 0);
}

/* The @n lines of a text in a box, centred from top to bottom. */
static void
show_in_box (YdTablePages *self,
             YdFontRole    font,
             cairo_t      *cr,
             guint         n,
             double        x,
             double        y,
             double        width,
             double        height,
             gboolean      center)
{
  const double above = MAX (height - n * _yd_table_pages_get_pitch (self, font), 0) / 2;

  show_lines (self, font, cr, x, y + above, width, center, 0, n);
}

static void
add_line (cairo_t *cr,
          double   x1,
          double   y1,
          double   x2,
          double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static double
draw_title (YdTablePages *self,
            cairo_t      *cr)
{
  const double width = yd_page_style_get_width (self->style);
  const char *subtitle = yd_table_get_subtitle (self->table);
  double y = self->style->top * YD_POINTS_PER_MM;

  _yd_table_pages_set_text (self, YD_FONT_TITLE, self->heading, width);
  show_lines (self, YD_FONT_TITLE, cr, self->left, y, width, TRUE, 0, self->n_title_lines);
  y += self->n_title_lines * _yd_table_pages_get_pitch (self, YD_FONT_TITLE);
  if (subtitle == NULL)
    return y;

  _yd_table_pages_set_text (self, YD_FONT_SUBTITLE, subtitle, width);
  show_lines (self, YD_FONT_SUBTITLE, cr, self->left, y, width, TRUE, 0, self->n_subtitle_lines);

  return y + self->n_subtitle_lines * _yd_table_pages_get_pitch (self, YD_FONT_SUBTITLE);
}

static void
draw_head_cell (YdTablePages *self,
                cairo_t      *cr,
                const char   *text,
                guint         first,
                guint         n_columns,
                double        y,
                double        height)
{
  const double x = self->edges[first], end = self->edges[first + n_columns];
  const double width = end - x - 2 * YD_CELL_BESIDE;
  guint n;

  n = _yd_table_pages_set_text (self, YD_FONT_HEAD, text, width);
  show_in_box (self, YD_FONT_HEAD, cr, n, x + YD_CELL_BESIDE, y, width, height, TRUE);
  add_line (cr, x, y, end, y);
  add_line (cr, x, y, x, y + height);
}

/* Returns: where the body begins */
static double
draw_head (YdTablePages *self,
           cairo_t      *cr,
           double        top)
{
  const double whole = self->group_height + self->head_height;

  cairo_new_path (cr);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *heading = yd_table_get_column (self->table, i).heading;
      guint first, n_columns;
      const char *group = yd_table_get_group (self->table, i, &first, &n_columns);

      if (group != NULL && first == i)
        draw_head_cell (self, cr, group, i, n_columns, top, self->group_height);
      if (group != NULL)
        draw_head_cell (self, cr, heading, i, 1, top + self->group_height, self->head_height);
      else
        draw_head_cell (self, cr, heading, i, 1, top, whole);
    }
  add_line (cr, self->edges[self->n_columns], top, self->edges[self->n_columns], top + whole);

  return top + whole;
}

static void
draw_wide (YdTablePages  *self,
           cairo_t       *cr,
           const YdPiece *piece,
           const char    *text,
           double         beside)
{
  const YdFontRole font = _yd_table_pages_get_font (self, piece->item);
  const double width = yd_page_style_get_width (self->style) - 2 * beside;

  _yd_table_pages_set_text (self, font, text, width);
  show_lines (self, font, cr, self->left + beside,
              piece->y + _yd_table_pages_get_pad (self, piece->item), width, FALSE,
              piece->first_line, piece->first_line + piece->n_lines);
}

static void
draw_band (YdTablePages  *self,
           cairo_t       *cr,
           const YdPiece *piece)
{
  const double end = self->edges[self->n_columns];

  if (self->style->foot == YD_FOOT_WORKING)
    {
      cairo_save (cr);
      cairo_new_path (cr);
      cairo_set_source_rgb (cr, BAND_GROUND, BAND_GROUND, BAND_GROUND);
      cairo_rectangle (cr, self->left, piece->y, end - self->left, piece->height);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  draw_wide (self, cr, piece, yd_table_get_band (self->table, piece->item, NULL), YD_CELL_BESIDE);
}

static gboolean
continues (YdTablePages *self,
           guint         n,
           guint         column)
{
  const guint item = get_piece (self, n)->item;

  return _yd_table_pages_is_cells (self, item) &&
         yd_table_get_cell (self->table, item, column).continues;
}

/* How high the cell is that begins here: those below that continue it, as far as the page goes. */
static double
get_cell_height (YdTablePages *self,
                 guint         n,
                 guint         end,
                 guint         column)
{
  double height = get_piece (self, n)->height;

  while (n + 1 < end && continues (self, n + 1, column))
    height += get_piece (self, ++n)->height;

  return height;
}

/* How many lines of the cell earlier pages had room for. */
static guint
count_lines_before (YdTablePages *self,
                    guint         n,
                    guint         column)
{
  const double pitch = _yd_table_pages_get_pitch (self, YD_FONT_BODY);
  double height = 0;
  guint n_lines = 0;

  while (n > 0 && continues (self, n, column))
    {
      n--;
      if (get_piece (self, n)->y > get_piece (self, n + 1)->y)    /* the end of a page */
        {
          n_lines += (guint) (height / pitch);
          height = 0;
        }
      height += get_piece (self, n)->height;
    }

  return n_lines + (guint) (height / pitch);
}

/* A cell that reaches over several rows: on each page the whole text, where there is room, so
 * that a sheet can be read by itself; else it goes on from page to page. */
static void
show_merged (YdTablePages *self,
             cairo_t      *cr,
             guint         n,
             guint         column,
             guint         n_lines,
             double        x,
             double        width,
             double        height,
             gboolean      center)
{
  const double pitch = _yd_table_pages_get_pitch (self, YD_FONT_BODY);
  const double y = get_piece (self, n)->y;

  if (n_lines * pitch <= height)
    {
      show_in_box (self, YD_FONT_BODY, cr, n_lines, x, y, width, height, center);
    }
  else
    {
      const guint first = continues (self, n, column) ? count_lines_before (self, n, column) : 0;

      show_lines (self, YD_FONT_BODY, cr, x, y + YD_CELL_ABOVE, width, center, first,
                  MIN (first + (guint) (height / pitch), n_lines));
    }
}

/* A part of a row begins at its top; a whole one has its cells in the middle. */
static void
draw_cell (YdTablePages *self,
           cairo_t      *cr,
           guint         n,
           guint         column,
           double        height)
{
  const YdPiece *piece = get_piece (self, n);
  const YdCell cell = yd_table_get_cell (self->table, piece->item, column);
  const double x = self->edges[column] + YD_CELL_BESIDE;
  const double width = self->edges[column + 1] - self->edges[column] - 2 * YD_CELL_BESIDE;
  const gboolean center = cell.role == YD_CELL_MARK ||
                          yd_table_get_column (self->table, column).align == YD_ALIGN_CENTER;
  guint n_lines;

  if (*cell.text == '\0')
    return;

  n_lines = _yd_table_pages_set_cell (self, piece->item, column);
  if (cell.role == YD_CELL_QUIET)
    cairo_set_source_rgb (cr, QUIET, QUIET, QUIET);
  if (cell.continues || height > piece->height)
    show_merged (self, cr, n, column, n_lines, x, width, height, center);
  else if (piece->n_lines == self->n_lines[piece->item])
    show_in_box (self, YD_FONT_BODY, cr, n_lines, x, piece->y, width, height, center);
  else
    show_lines (self, YD_FONT_BODY, cr, x, piece->y + YD_CELL_ABOVE, width, center,
                piece->first_line, MIN (piece->first_line + piece->n_lines, n_lines));
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_cells (YdTablePages *self,
            cairo_t      *cr,
            guint         n,
            guint         first,
            guint         end)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (n == first || !continues (self, n, i))
      draw_cell (self, cr, n, i, get_cell_height (self, n, end, i));
}

/* The line above a piece, but not through a cell that continues the one above. */
static void
add_line_above (YdTablePages *self,
                cairo_t      *cr,
                guint         n,
                gboolean      is_first)
{
  const double y = get_piece (self, n)->y;
  guint from = 0;

  if (!yd_table_has_merged_cells (self->table))
    is_first = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    if (!is_first && continues (self, n, i))
      {
        if (from < i)
          add_line (cr, self->edges[from], y, self->edges[i], y);
        from = i + 1;
      }
  if (from < self->n_columns)
    add_line (cr, self->edges[from], y, self->edges[self->n_columns], y);
}

/* The lines between the columns, from @top to @bottom: one for all rows between two bands. */
static void
add_lines_between (YdTablePages *self,
                   cairo_t      *cr,
                   double        top,
                   double        bottom)
{
  for (guint i = 1; bottom > top && i < self->n_columns; i++)
    add_line (cr, self->edges[i], top, self->edges[i], bottom);
}

/* Paths alone, for they are stroked together. Returns: where the body ends */
static double
add_lines (YdTablePages *self,
           cairo_t      *cr,
           guint         first,
           guint         end,
           double        top)
{
  double y = top, cells = top;

  for (guint i = first; i < end && get_piece (self, i)->item < self->n_rows; i++)
    {
      const YdPiece *piece = get_piece (self, i);

      add_line_above (self, cr, i, i == first);
      y = piece->y + piece->height;
      if (!_yd_table_pages_is_cells (self, piece->item))
        {
          add_lines_between (self, cr, cells, piece->y);
          cells = y;
        }
    }
  add_lines_between (self, cr, cells, y);
  add_line (cr, self->edges[0], top, self->edges[0], y);
  add_line (cr, self->edges[self->n_columns], top, self->edges[self->n_columns], y);

  return y;
}

static void
draw_texts (YdTablePages *self,
            cairo_t      *cr,
            guint         first,
            guint         end)
{
  for (guint i = first; i < end; i++)
    {
      const YdPiece *piece = get_piece (self, i);

      if (piece->item >= self->n_rows)
        draw_wide (self, cr, piece,
                   yd_table_get_note (self->table, piece->item - self->n_rows), 0);
      else if (_yd_table_pages_is_cells (self, piece->item))
        draw_cells (self, cr, i, first, end);
      else
        draw_band (self, cr, piece);
    }
}

static void
draw_body (YdTablePages *self,
           cairo_t      *cr,
           guint         first,
           guint         end,
           double        y)
{
  draw_texts (self, cr, first, end);

  cairo_new_path (cr);
  y = add_lines (self, cr, first, end, y);
  add_line (cr, self->edges[0], y, self->edges[self->n_columns], y);
  cairo_stroke (cr);
}

static void
show_at_foot (YdTablePages *self,
              cairo_t      *cr,
              const char   *text,
              double        y,
              double        indent,
              gboolean      at_right)
{
  const double width = yd_page_style_get_width (self->style);
  double x = self->left + indent;

  _yd_table_pages_set_text (self, YD_FONT_PAGE, text, width);
  if (at_right)
    x = self->left + width - indent - _yd_page_text_get_line_width (self->texts[YD_FONT_PAGE], 0);
  show_lines (self, YD_FONT_PAGE, cr, x, y, width, FALSE, 0, 1);
}

/* On the right of odd pages and on the left of even ones, a letter from the edge (§7.5). */
static void
draw_foot (YdTablePages *self,
           cairo_t      *cr,
           guint         page)
{
  const double bottom = self->style->top * YD_POINTS_PER_MM +
                        yd_page_style_get_height (self->style);
  const double indent = self->style->fonts[YD_FONT_PAGE].size;
  g_autofree char *number = NULL;

  if (self->style->foot == YD_FOOT_OFFICIAL)
    {
      number = g_strdup_printf ("— %u —", page + 1);
      show_at_foot (self, cr, number, bottom + FOOT_OFFICIAL, indent, page % 2 == 0);
      return;
    }

  number = g_strdup_printf ("第%u页，共%u页", page + 1, self->pages->len);
  if (self->pages->len > 1)
    show_at_foot (self, cr, yd_table_get_title (self->table), bottom + FOOT_WORKING, 0, FALSE);
  show_at_foot (self, cr, number, bottom + FOOT_WORKING, 0, TRUE);
}

void
_yd_table_pages_draw (YdTablePages *self,
                      guint         page,
                      cairo_t      *cr)
{
  const YdTablePage *here = &g_array_index (self->pages, YdTablePage, page);
  const guint end = page + 1 < self->pages->len ? (here + 1)->first : self->pieces->len;
  double y;

  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  if (page == 0)
    draw_title (self, cr);
  y = draw_head (self, cr, here->top);
  cairo_stroke (cr);
  draw_body (self, cr, here->first, end, y);
  draw_foot (self, cr, page);
}
