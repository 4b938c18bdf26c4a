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

/* More cells than another program is given at once, while everything waits, or anybody means to
 * change.
 */
#define MAX_COPIED 50000
#define MAX_CHANGED 20000

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
  if ((guint64) (range.end_row - range.first_row) * (range.end_col - range.first_col) > MAX_COPIED)
    return g_strdup (_("This is too large for the clipboard. Choose a part of it, or export it."));

  table = yd_matrix_clip_new_table (self->matrix, &range,
                                    yd_matrix_grid_get_transposed (self->grid));
  yd_clip_put (gtk_widget_get_clipboard (GTK_WIDGET (self)), table);

  /* Translators: of a table */
  return g_strdup_printf (_("Copied: %u points × %u units"), range.end_row - range.first_row,
                          range.end_col - range.first_col);
}

/* From the current cell to the right and below, as spreadsheets do; one cell fills all that are
 * chosen.
 */
static void
read_block (YdMatrixPage *self,
            YdRoleTable  *table,
            GPtrArray    *rows)
{
  YdGrid *grid = YD_GRID (self->grid);
  const gboolean one = rows->len == 1 && g_strv_length (g_ptr_array_index (rows, 0)) == 1;
  YdGridRange range;

  yd_grid_get_range (grid, &range);
  if (!one)
    range.end_row = MIN (range.first_row + rows->len, yd_grid_get_n_rows (grid));

  for (guint row = range.first_row; row < range.end_row; row++)
    {
      GStrv cells = g_ptr_array_index (rows, one ? 0 : row - range.first_row);
      const guint end = one ? range.end_col
                            : MIN (range.first_col + g_strv_length (cells),
                                   yd_grid_get_n_cols (grid));

      for (guint col = range.first_col; col < end; col++)
        {
          const gboolean transposed = yd_matrix_grid_get_transposed (self->grid);
          YdMatrixColumn unit;
          YdMatrixRow point;

          yd_matrix_get_row (self->matrix, transposed ? col : row, &point);
          yd_matrix_get_column (self->matrix, transposed ? row : col, &unit);
          if (!point.is_folded)
            yd_role_table_add (table, point.point, unit.unit,
                               cells[one ? 0 : col - range.first_col]);
        }
    }
}

static gboolean
read_rows (YdMatrixPage *self,
           YdRoleTable  *table,
           GPtrArray    *rows)
{
  guint row, column;

  if (yd_role_table_read (table, rows))
    return TRUE;
  if (!yd_role_table_is_block (rows) || !yd_matrix_grid_get_cell (self->grid, &row, &column))
    return FALSE;

  read_block (self, table, rows);

  return TRUE;
}

static void
show (YdMatrixPage *self,
      YdRoleTable  *table)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(YdRoleTable) owned = table;

  if (table->changes->len > MAX_CHANGED)
    yd_page_say (YD_PAGE (self), _("These are too many cells to be changed at once"));
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

  /* The plan may have been closed meanwhile, or another page be shown. */
  if (self->matrix == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (html != NULL)
    rows = yd_clip_read_html (html, TRUE);
  if (rows == NULL && text != NULL)
    rows = yd_clip_read_tsv (text, TRUE);
  table = yd_role_table_new (_yd_matrix_page_get_plan (self));
  if (rows != NULL && read_rows (self, table, rows))
    show (self, g_steal_pointer (&table));
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
