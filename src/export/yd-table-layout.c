/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-layout-private.h"

#include <string.h>

#include "yd-cell-text-private.h"

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
 * _yd_table_dup_widths:
 * @self: a table
 * @total: the width of all columns, in twips
 *
 * Shares out the width by the columns' weights, so that nothing is left over.
 *
 * Returns: (transfer full): a width for each column, in twips
 */
guint *
_yd_table_dup_widths (YdTable *self,
                      guint    total)
{
  const guint n_columns = yd_table_get_n_columns (self);
  guint *widths = g_new0 (guint, n_columns + 1);
  double weights = 0, sum = 0;
  guint given = 0;

  for (guint i = 0; i < n_columns; i++)
    weights += yd_table_get_column (self, i).weight;

  for (guint i = 0; i < n_columns; i++)
    {
      sum += yd_table_get_column (self, i).weight;
      widths[i] = (guint) (total * sum / weights + 0.5) - given;
      given += widths[i];
    }

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
  const char *band = yd_table_get_band (self, row, NULL);
  guint most = 1;

  if (band != NULL)
    return _yd_table_count_wide_lines (self, band, YD_FONT_BAND, widths, padding);

  for (guint i = 0; i < n_columns; i++)
    if (!yd_table_get_cell (self, row, i).continues && !_yd_table_continues_below (self, row, i))
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
