/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-clip-read.h"
#include "yd-clip-rows.h"
#include "yd-clip-write.h"
#include "yd-matrix-clip.h"
#include "yd-matrix-paste.h"

/* The sheet as a table for other programs, and back. */

/* More cells than another program is given at once, or is read back, while everything waits. */
#define MAX_COPIED 50000

typedef enum
{
  READING_NONE,                 /* it is no table of assignments */
  READING_TOO_MUCH,
  READING_DONE,
} Reading;

/* What is chosen, or all that is shown: in rows and columns of the matrix. */
static void
get_range (YdMatrixPage *self,
           YdGridRange  *range)
{
  if (yd_matrix_grid_is_many (self->grid))
    yd_matrix_grid_get_chosen (self->grid, range);
  else
    *range = (YdGridRange) { 0, yd_matrix_get_n_rows (self->matrix),
                             0, yd_matrix_get_n_columns (self->matrix) };
}

/* Puts the table on the clipboard. Returns: (transfer full) (nullable): what was copied */
char *
_yd_matrix_page_copy (YdPage *page)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);
  g_autoptr(YdTable) table = NULL;
  YdGridRange range;
  guint row, column;

  if (self->matrix == NULL || !yd_matrix_grid_get_cell (self->grid, &row, &column))
    return NULL;

  get_range (self, &range);
  if (_yd_matrix_count_cells (&range) > MAX_COPIED)
    return g_strdup (_("This is too large for the clipboard. Choose a part of it, or export it."));

  table = yd_matrix_clip_new_table (self->matrix, &range,
                                    yd_matrix_grid_get_transposed (self->grid));
  yd_clip_put (gtk_widget_get_clipboard (GTK_WIDGET (self)), table);

  /* Translators: of a table */
  return g_strdup_printf (_("Copied: %u points × %u units"), range.end_row - range.first_row,
                          range.end_col - range.first_col);
}

static gboolean
is_one (GPtrArray *rows)
{
  return rows->len == 1 && g_strv_length (g_ptr_array_index (rows, 0)) == 1;
}

/* From the current cell to the right and below, as spreadsheets do, in rows and columns of the
 * grid; one cell fills all that are chosen. A row may end before others do.
 */
static void
find_block (YdMatrixPage *self,
            GPtrArray    *rows,
            YdGridRange  *range)
{
  YdGrid *grid = YD_GRID (self->grid);
  guint width = 0;

  yd_grid_get_range (grid, range);
  if (is_one (rows))
    return;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, g_strv_length (g_ptr_array_index (rows, i)));
  range->end_row = MIN (range->first_row + rows->len, yd_grid_get_n_rows (grid));
  range->end_col = MIN (range->first_col + width, yd_grid_get_n_cols (grid));
}

/* What stands in @row and @col of the grid, if that is one point. */
static void
read_at (YdMatrixPage *self,
         YdRoleTable  *table,
         guint         row,
         guint         col,
         const char   *text)
{
  const gboolean transposed = yd_matrix_grid_get_transposed (self->grid);
  YdMatrixColumn unit;
  YdMatrixRow point;

  yd_matrix_get_row (self->matrix, transposed ? col : row, &point);
  yd_matrix_get_column (self->matrix, transposed ? row : col, &unit);
  if (!point.is_folded)
    yd_role_table_add (table, point.point, unit.unit, text);
}

static void
read_block (YdMatrixPage      *self,
            YdRoleTable       *table,
            const YdGridRange *range,
            GPtrArray         *rows)
{
  const gboolean one = is_one (rows);

  for (guint row = range->first_row; row < range->end_row; row++)
    {
      GStrv cells = g_ptr_array_index (rows, one ? 0 : row - range->first_row);

      for (guint col = range->first_col; col < range->end_col && (one || *cells != NULL); col++)
        read_at (self, table, row, col, one ? *cells : *cells++);
    }
}

/* As many of the rows as are read. Heads are not counted: all that was copied can come back. */
static GPtrArray *
list_readable (GPtrArray *rows)
{
  GPtrArray *readable = g_ptr_array_new ();
  guint64 n_cells = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      if (i > 0)
        n_cells += MAX (g_strv_length (row), 2) - 1;
      if (n_cells > MAX_COPIED)
        break;
      g_ptr_array_add (readable, row);
    }

  return readable;
}

/* Returns: what came of it; of what is too much only as much is looked at as tells what it is */
static Reading
read_rows (YdMatrixPage *self,
           YdRoleTable  *table,
           GPtrArray    *rows)
{
  g_autoptr(GPtrArray) readable = list_readable (rows);
  YdGridRange range;
  guint row, column;

  if (yd_role_table_read (table, readable))
    return readable->len == rows->len ? READING_DONE : READING_TOO_MUCH;
  if (!yd_role_table_is_block (rows) || !yd_matrix_grid_get_cell (self->grid, &row, &column))
    return READING_NONE;

  find_block (self, rows, &range);
  if (_yd_matrix_count_cells (&range) > MAX_COPIED)
    return READING_TOO_MUCH;

  read_block (self, table, &range, rows);

  return READING_DONE;
}

static void
show (YdMatrixPage *self,
      YdRoleTable  *table)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(YdRoleTable) owned = table;

  if (table->changes->len > YD_MATRIX_MAX_CHANGED)
    _yd_matrix_page_say_too_many (self);
  else if (table->changes->len == 0 && table->units->len == 0 && table->points->len == 0 &&
           table->words->len == 0)
    yd_page_say (YD_PAGE (self), _("The table says what the plan says: nothing is to be changed"));
  else
    gtk_window_present (GTK_WINDOW (yd_matrix_paste_new (GTK_WINDOW (root),
                                                         _yd_matrix_page_get_session (self),
                                                         g_steal_pointer (&owned))));
}

static void
read_cb (const char *html,
         const char *text,
         gpointer    user_data)
{
  g_autoptr(YdMatrixPage) self = user_data;
  g_autoptr(YdRoleTable) table = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  Reading reading = READING_NONE;

  /* The plan may have been closed meanwhile, or another page be shown. */
  if (self->matrix == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (html != NULL)
    rows = yd_clip_read_html (html, TRUE);
  if (rows == NULL && text != NULL)
    rows = yd_clip_read_tsv (text, TRUE);
  table = yd_role_table_new (_yd_matrix_page_get_plan (self));
  if (rows != NULL)
    reading = read_rows (self, table, rows);
  if (reading == READING_DONE)
    show (self, g_steal_pointer (&table));
  else if (reading == READING_TOO_MUCH)
    _yd_matrix_page_say_too_many (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-points", NULL);
}

/* Takes a table of assignments from the clipboard; what is none is pasted as points. */
gboolean
_yd_matrix_page_paste (YdPage *page)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);

  if (self->matrix == NULL)
    return FALSE;

  yd_clip_read (gtk_widget_get_clipboard (GTK_WIDGET (self)), read_cb, g_object_ref (self));

  return TRUE;
}
