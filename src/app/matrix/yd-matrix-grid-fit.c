/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <math.h>

/* How large cells, heads and totals are. */

/* At the usual size of text; see UI.md §2. */
#define BAND         19
#define CELL_HEIGHT  24
#define FIT_WIDTH    24
#define FIT_HEIGHT   18
#define MAX_WIDTH    60
#define MAX_HEIGHT   34
#define HEAD_WIDTH   306
#define TOTAL        28
#define MIN_TOTAL    21
#define ALL_TOTALS   84         /* as wide as three of them, if there are more */
#define TEXT_HEIGHT  20.0
#define ARROW_HEIGHT 13

/* Heads of columns have room for so many Chinese letters. */
#define MIN_LETTERS  8
#define MAX_LETTERS  11
#define MAX_TITLE    15

/* Which totals there are: who supports, and who is late, only where it is asked for. */
static void
find_totals (YdMatrixGrid *self)
{
  YdMatrixTotals totals = { .n_points = 0 };

  self->n_totals = 0;
  if (self->matrix != NULL)
    yd_matrix_get_totals (self->matrix, &totals);

  self->totals[self->n_totals++] = (YdMatrixTotal) { YD_ROLE_LEAD, FALSE };
  self->totals[self->n_totals++] = (YdMatrixTotal) { YD_ROLE_RESPONSIBLE, FALSE };
  if (totals.printed.n[YD_ROLE_SUPPORT] > 0)
    self->totals[self->n_totals++] = (YdMatrixTotal) { YD_ROLE_SUPPORT, FALSE };
  self->totals[self->n_totals++] = (YdMatrixTotal) { YD_ROLE_NONE, FALSE };
  if (self->coloring == YD_MATRIX_COLOR_LIGHT)
    self->totals[self->n_totals++] = (YdMatrixTotal) { YD_ROLE_NONE, TRUE };
}

/* The longest name of a unit, in letters, an arrow above it being as one; on the way, who has
 * most.
 */
static guint
find_letters (YdMatrixGrid *self)
{
  const guint n = self->matrix != NULL ? yd_matrix_get_n_columns (self->matrix) : 0;
  guint longest = 0;

  self->has_members = FALSE;
  self->most = 0;
  for (guint i = 0; i < n; i++)
    {
      YdMatrixCounts printed, unfolded;
      YdMatrixColumn info;
      guint letters;

      yd_matrix_get_column (self->matrix, i, &info);
      yd_matrix_get_column_counts (self->matrix, i, &printed, &unfolded);
      letters = g_utf8_strlen (yd_row_get_cell (info.unit, YD_UNIT_NAME), -1);
      longest = MAX (longest, letters + (info.n_members > 0));
      self->has_members = self->has_members || info.n_members > 0;
      if (info.kind != YD_UNIT_GROUP)
        self->most = MAX (self->most, MAX (printed.n[YD_ROLE_NONE], unfolded.n[YD_ROLE_NONE]));
    }

  return longest;
}

/* Returns: how thick the strip is that says what units are */
int
_yd_matrix_grid_get_band (YdMatrixGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));

  return MAX ((int) (BAND * self->scale), yd_text_cache_get_height (texts, YD_TEXT_CAPTION) + 2);
}

/* Returns: how high a total below the columns is */
int
_yd_matrix_grid_get_total_height (YdMatrixGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));

  return MAX ((int) (FIT_HEIGHT * self->scale),
              yd_text_cache_get_height (texts, YD_TEXT_CAPTION) + 1);
}

static void
set_heads (YdMatrixGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const double letter = yd_text_cache_get_width (texts, "政府办公室市", YD_TEXT_UPRIGHT) / 6.0;
  const int band = _yd_matrix_grid_get_band (self);
  guint letters = find_letters (self);

  if (self->transposed)
    letters = MAX_TITLE;
  letters = CLAMP (letters, MIN_LETTERS, self->transposed ? MAX_TITLE : MAX_LETTERS);
  self->name_height = (int) ceil (letters * letter) + 10;
  self->arrow_height = (int) (ARROW_HEIGHT * self->scale);
  yd_grid_set_heads (YD_GRID (self),
                     (int) (HEAD_WIDTH * self->scale) + (self->transposed ? band : 0),
                     self->name_height + (self->transposed ? self->arrow_height : band));
}

/* Returns: how wide a total beside the rows is. The whole sample has room in a small window, also
 * where there is one more of them; large numbers need theirs.
 */
static int
find_total_width (YdMatrixGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  YdMatrixTotals totals = { .n_points = 0 };
  g_autofree char *largest = NULL;

  if (self->matrix != NULL)
    yd_matrix_get_totals (self->matrix, &totals);
  largest = g_strdup_printf ("%u", MAX (totals.printed.n[YD_ROLE_NONE],
                                        totals.unfolded.n[YD_ROLE_NONE]));

  return MAX ((int) (CLAMP ((double) ALL_TOTALS / self->n_totals, MIN_TOTAL, TOTAL) * self->scale),
              (int) ceil (yd_text_cache_get_width (texts, largest, YD_TEXT_CAPTION_HEADING)) + 4);
}

/* The sizes of cells and totals: those of the zoom, or what fits the window. */
static void
set_cells (YdMatrixGrid *self,
           guint         n_rows,
           guint         n_cols)
{
  YdGrid *grid = YD_GRID (self);
  const double scale = self->scale * (self->zoom > 0 ? self->zoom / 100.0 : 1);

  self->total_width = find_total_width (self);
  yd_grid_set_tails (grid, (int) self->n_totals * self->total_width,
                     (int) self->n_totals * _yd_matrix_grid_get_total_height (self));
  if (self->zoom == 0)
    {
      yd_grid_set_fitting (grid, n_rows, FIT_HEIGHT * scale, n_cols, FIT_WIDTH * scale);
      yd_grid_set_fitting_limits (grid, MAX_HEIGHT * scale, MAX_WIDTH * scale);
    }
  else
    {
      yd_grid_set_rows (grid, n_rows, round (CELL_HEIGHT * scale));
      yd_grid_set_cols (grid, n_cols, round (YD_MATRIX_CELL * scale));
    }
}

/* After rows, columns, the font or the way to look have changed: the point and the unit stay
 * the current ones where they are still shown.
 */
void
_yd_matrix_grid_fit (YdMatrixGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  guint n_rows = self->matrix != NULL ? yd_matrix_get_n_rows (self->matrix) : 0;
  guint n_cols = self->matrix != NULL ? yd_matrix_get_n_columns (self->matrix) : 0;

  self->scale = MAX (yd_text_cache_get_height (texts, YD_TEXT_BODY) / TEXT_HEIGHT, 1);
  g_hash_table_remove_all (self->marks);
  find_totals (self);
  _yd_matrix_grid_to_matrix (self, &n_rows, &n_cols);

  self->quiet = TRUE;
  set_heads (self);
  set_cells (self, n_rows, n_cols);
  yd_matrix_grid_go (self, self->point, self->unit);
  self->quiet = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
