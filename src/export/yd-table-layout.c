/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-layout-private.h"

#include <string.h>

#include "yd-cell-text-private.h"

/* A heading of up to this many characters stands in one line. */
#define SHORT_HEADING 4

/* Whether the cell and the one below it are one. */
gboolean
_yd_table_continues_below (YdTable *self,
                           guint    row,
                           guint    column)
{
  return row + 1 < yd_table_get_n_rows (self) &&
         yd_table_get_band (self, row + 1, NULL) == NULL &&
         yd_table_get_cell (self, row + 1, column).continues;
}

/* How many characters of @size points fit, with a little to spare for what programs add. */
static double
get_room (guint  width,
          guint  padding,
          double size)
{
  const double room = (width > padding ? width - padding : 0) / (size * YD_TWIPS);

  return MAX (room - 0.2, 1);
}

/*
 * _yd_table_dup_title:
 * @self: a table
 *
 * A title of two lines is parted where its meaning is (GB/T 9704-2012 §7.3.1):
 * before the name of the table, when it ends with that.
 *
 * Returns: (transfer full): the title as it is to be set
 */
char *
_yd_table_dup_title (YdTable *self)
{
  const YdPageStyle *style = yd_table_get_style (self);
  const char *title = yd_table_get_title (self);
  const char *name = yd_table_get_name (self);
  const double width = yd_page_style_get_width (style) / style->fonts[YD_FONT_TITLE].size;
  const gsize len = strlen (title), tail = strlen (name);

  if (tail == 0 || tail >= len || !g_str_has_suffix (title, name) ||
      _yd_text_count_lines (title, len, width - 0.2) == 1)
    return g_strdup (title);

  return g_strdup_printf ("%.*s\n%s", (int) (len - tail), title, name);
}

/* Room for the heading, with what the writers keep free beside it. */
static double
get_least_width (YdTable *self,
                 guint    column)
{
  const double size = yd_table_get_style (self)->fonts[YD_FONT_HEAD].size;
  const long n = g_utf8_strlen (yd_table_get_column (self, column).heading, -1);

  return (MIN (n, SHORT_HEADING) + 0.3) * size * YD_TWIPS + 160;
}

/* Shares out @total by weight among the columns that are not fixed yet, and fixes those that
 * would be too narrow. Returns: whether there were any. */
static gboolean
fix_narrow (YdTable  *self,
            double    total,
            double   *fixed)
{
  const guint n_columns = yd_table_get_n_columns (self);
  double weights = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < n_columns; i++)
    if (fixed[i] > 0)
      total -= fixed[i];
    else
      weights += yd_table_get_column (self, i).weight;

  for (guint i = 0; i < n_columns; i++)
    if (fixed[i] == 0 &&
        total * yd_table_get_column (self, i).weight / weights < get_least_width (self, i))
      {
        fixed[i] = get_least_width (self, i);
        found = TRUE;
      }

  return found;
}

/*
 * _yd_table_dup_widths:
 * @self: a table
 * @total: the width of all columns, in twips
 *
 * Shares out the width by the columns' weights, so that nothing is left over and
 * short headings stay in one line where that can be.
 *
 * Returns: (transfer full): a width for each column, in twips
 */
guint *
_yd_table_dup_widths (YdTable *self,
                      guint    total)
{
  const guint n_columns = yd_table_get_n_columns (self);
  guint *widths = g_new0 (guint, n_columns + 1);
  g_autofree double *fixed = g_new0 (double, n_columns + 1);
  double least = 0, weights = 0, room = total, sum = 0;
  guint given = 0;

  for (guint i = 0; i < n_columns; i++)
    least += get_least_width (self, i);
  while (least <= total && fix_narrow (self, total, fixed))
    ;

  for (guint i = 0; i < n_columns; i++)
    if (fixed[i] > 0)
      room -= fixed[i];
    else
      weights += yd_table_get_column (self, i).weight;

  for (guint i = 0; i < n_columns; i++)
    {
      sum += fixed[i] > 0 ? fixed[i] : room * yd_table_get_column (self, i).weight / weights;
      widths[i] = (guint) (sum + 0.5) - given;
      given += widths[i];
    }
  if (n_columns > 0)
    widths[n_columns - 1] += total - given;

  return widths;
}

/* How many lines the text of one cell needs. */
guint
_yd_table_count_cell_lines (YdTable     *self,
                            guint        row,
                            guint        column,
                            const guint *widths,
                            guint        padding)
{
  const double size = yd_table_get_style (self)->fonts[YD_FONT_BODY].size;
  gsize len;
  const char *text = yd_table_get_text (self, row, column, &len);

  return _yd_text_count_lines (text, len, get_room (widths[column], padding, size));
}

/* How many lines a text needs that reaches over all columns. */
guint
_yd_table_count_wide_lines (YdTable     *self,
                            const char  *text,
                            YdFontRole   font,
                            const guint *widths,
                            guint        padding)
{
  const double size = yd_table_get_style (self)->fonts[font].size;
  guint total = 0;

  for (guint i = 0; i < yd_table_get_n_columns (self); i++)
    total += widths[i];

  return _yd_text_count_lines (text, strlen (text), get_room (total, padding, size));
}

/*
 * _yd_table_count_lines:
 * @self: a table
 * @row: which row
 * @widths: the columns' widths, in twips
 * @padding: what a cell keeps free at both sides together, in twips
 *
 * Returns: how many lines the longest cell of the row needs, leaving out those
 *   that reach over several rows
 */
guint
_yd_table_count_lines (YdTable     *self,
                       guint        row,
                       const guint *widths,
                       guint        padding)
{
  const guint n_columns = yd_table_get_n_columns (self);
  const gboolean merged = yd_table_has_merged_cells (self);
  const char *band = yd_table_get_band (self, row, NULL);
  guint most = 1;

  if (band != NULL)
    return _yd_table_count_wide_lines (self, band, YD_FONT_BAND, widths, padding);

  for (guint i = 0; i < n_columns; i++)
    if (!merged || (!yd_table_get_cell (self, row, i).continues &&
                    !_yd_table_continues_below (self, row, i)))
      most = MAX (most, _yd_table_count_cell_lines (self, row, i, widths, padding));

  return most;
}

/* The same for the headings of the columns, which stand in one row. */
guint
_yd_table_count_head_lines (YdTable     *self,
                            const guint *widths,
                            guint        padding)
{
  const double size = yd_table_get_style (self)->fonts[YD_FONT_HEAD].size;
  guint most = 1;

  for (guint i = 0; i < yd_table_get_n_columns (self); i++)
    {
      const char *text = yd_table_get_column (self, i).heading;

      most = MAX (most, _yd_text_count_lines (text, strlen (text),
                                              get_room (widths[i], padding, size)));
    }

  return most;
}
