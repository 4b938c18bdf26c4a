/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What rows and columns come to, at their ends, and how the totals are called. */

static guint
pick (const YdMatrixCounts *counts,
      const YdMatrixTotal  *total)
{
  return total->late ? counts->late : counts->n[total->role];
}

/* Returns: (transfer none): how a total is called */
static const char *
get_words (const YdMatrixTotal *total)
{
  if (total->late)
    return yd_light_get_word (YD_LIGHT_LATE);
  if (total->role == YD_ROLE_NONE)
    return _("Total");

  return yd_role_get_words (yd_role_get_name (total->role));
}

static gboolean
is_sum (const YdMatrixTotal *total)
{
  return total->role == YD_ROLE_NONE && !total->late;
}

static void
draw_number (YdMatrixGrid          *self,
             GtkSnapshot           *snapshot,
             guint                  n,
             const YdMatrixTotal   *total,
             const graphene_rect_t *place,
             const YdGridColors    *colors)
{
  char words[16];

  if (n == 0)
    return;

  g_snprintf (words, sizeof words, "%u", n);
  yd_grid_draw_text (YD_GRID (self), snapshot, words,
                     is_sum (total) ? YD_TEXT_CAPTION_HEADING : YD_TEXT_CAPTION,
                     total->late ? &colors->late : &colors->text, place, 0.5);
}

/* What a point, or a unit, comes to as printed; of a member that is only reached through its
 * group, what it has through it.
 */
static void
count (YdMatrixGrid   *self,
       gboolean        of_point,
       guint           index,
       YdMatrixCounts *counts)
{
  YdMatrixCounts unfolded;

  if (of_point)
    {
      yd_matrix_get_row_counts (self->matrix, index, counts, &unfolded);
      return;
    }

  yd_matrix_get_column_counts (self->matrix, index, counts, &unfolded);
  if (unfolded.n[YD_ROLE_NONE] > counts->n[YD_ROLE_NONE])
    *counts = unfolded;
}

/* A chapter that is not folded has nothing of its own. */
static gboolean
is_open_head (YdMatrixGrid *self,
              guint         index)
{
  YdMatrixRow info;

  yd_matrix_get_row (self->matrix, index, &info);

  return info.is_head && !info.is_folded;
}

/* The place of a total in its tail. */
static void
get_place (YdMatrixGrid          *self,
           gboolean               across,
           guint                  i,
           const graphene_rect_t *area,
           graphene_rect_t       *place)
{
  double size = self->total_width;

  if (across)
    graphene_rect_init (place, area->origin.x + i * size, area->origin.y, size - 1,
                        area->size.height);
  else
    {
      size = _yd_matrix_grid_get_total_height (self);
      graphene_rect_init (place, area->origin.x, area->origin.y + i * size, area->size.width,
                          size - 1);
    }
}

/* Totals at the right of the rows, or below the columns. */
static void
draw_tail (YdMatrixGrid          *self,
           GtkSnapshot           *snapshot,
           gboolean               across,
           const YdGridRange     *range,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  const gboolean of_points = across != self->transposed;
  const guint first = across ? range->first_row : range->first_col;
  const guint end = across ? range->end_row : range->end_col;
  double start, size;

  for (guint index = first; index < end; index++)
    {
      YdMatrixCounts counts;

      if (across)
        yd_grid_get_row_span (YD_GRID (self), index, &start, &size);
      else
        yd_grid_get_col_span (YD_GRID (self), index, &start, &size);
      if (of_points && is_open_head (self, index))
        continue;

      count (self, of_points, index, &counts);
      for (guint i = 0; i < self->n_totals; i++)
        {
          graphene_rect_t place;

          get_place (self, across, i, area, &place);
          if (across)
            graphene_rect_init (&place, place.origin.x, start, place.size.width, size - 1);
          else
            graphene_rect_init (&place, start, place.origin.y, size - 1, place.size.height);
          draw_number (self, snapshot, pick (&counts, &self->totals[i]), &self->totals[i], &place,
                       colors);
        }
    }
}

/* Lines as in the body, so that the eye goes on along a row. */
static void
draw_lines (YdMatrixGrid          *self,
            GtkSnapshot           *snapshot,
            YdGridPart             part,
            const YdGridRange     *range,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  const gboolean right = part % 3 == 2, below = part / 3 == 2;
  const double x = area->origin.x, y = area->origin.y;
  const double width = right ? self->n_totals * self->total_width
                             : area->size.width;
  const double height = below ? self->n_totals * _yd_matrix_grid_get_total_height (self)
                              : area->size.height;
  double start, size;

  for (guint i = 0; right && i < self->n_totals; i++)
    _yd_matrix_grid_draw_line (snapshot, x + (i + 1) * self->total_width - 1,
                               y, 1, height, &colors->line);
  for (guint i = 0; below && i < self->n_totals; i++)
    _yd_matrix_grid_draw_line (snapshot, x,
                               y + (i + 1) * _yd_matrix_grid_get_total_height (self) - 1, width,
                               1, &colors->line);
  for (guint row = range->first_row; part == YD_GRID_ROW_TAIL && row < range->end_row; row++)
    {
      yd_grid_get_row_span (YD_GRID (self), row, &start, &size);
      _yd_matrix_grid_draw_line (snapshot, x, start + size - 1, width, 1, &colors->line);
    }
  for (guint col = range->first_col; part == YD_GRID_COL_TAIL && col < range->end_col; col++)
    {
      yd_grid_get_col_span (YD_GRID (self), col, &start, &size);
      _yd_matrix_grid_draw_line (snapshot, start + size - 1, y, 1, height, &colors->line);
    }
}

static void
draw_crosshair (YdMatrixGrid          *self,
                GtkSnapshot           *snapshot,
                YdGridPart             part,
                const graphene_rect_t *area,
                const YdGridColors    *colors)
{
  YdGrid *grid = YD_GRID (self);
  double start, size;

  if (yd_grid_get_n_rows (grid) == 0 || yd_grid_get_n_cols (grid) == 0)
    return;

  if (part == YD_GRID_ROW_TAIL)
    {
      yd_grid_get_row_span (grid, yd_grid_get_current_row (grid), &start, &size);
      gtk_snapshot_append_color (snapshot, &colors->crosshair,
        &GRAPHENE_RECT_INIT (area->origin.x, start,
                             self->n_totals * self->total_width, size));
    }
  else if (part == YD_GRID_COL_TAIL)
    {
      yd_grid_get_col_span (grid, yd_grid_get_current_col (grid), &start, &size);
      gtk_snapshot_append_color (snapshot, &colors->crosshair,
        &GRAPHENE_RECT_INIT (start, area->origin.y, size,
                             self->n_totals * _yd_matrix_grid_get_total_height (self)));
    }
}

/* How the totals are called: standing over those at the right. */
static void
draw_names (YdMatrixGrid          *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  for (guint i = 0; i < self->n_totals; i++)
    {
      graphene_rect_t place;

      get_place (self, TRUE, i, area, &place);
      place.size.height -= 4;
      yd_text_cache_draw_upright (yd_grid_get_texts (YD_GRID (self)), snapshot,
                                  get_words (&self->totals[i]), YD_TEXT_UPRIGHT_HEADING,
                                  &colors->text, &place, 1);
    }
}

/* Both totals are said where both are there: `合计（按文件 80，展开 232）`. */
static char *
dup_sum_words (YdMatrixGrid *self)
{
  YdMatrixTotals totals;

  yd_matrix_get_totals (self->matrix, &totals);
  if (totals.printed.n[YD_ROLE_NONE] == totals.unfolded.n[YD_ROLE_NONE])
    return g_strdup (_("Total"));

  return g_strdup_printf (_("Total (%u as printed, %u unfolded)"),
                          totals.printed.n[YD_ROLE_NONE], totals.unfolded.n[YD_ROLE_NONE]);
}

/* At the left of those below. */
static void
draw_names_below (YdMatrixGrid          *self,
                  GtkSnapshot           *snapshot,
                  const graphene_rect_t *area,
                  const YdGridColors    *colors)
{
  for (guint i = 0; i < self->n_totals; i++)
    {
      const gboolean sum = is_sum (&self->totals[i]);
      g_autofree char *words = sum ? dup_sum_words (self) : g_strdup (get_words (&self->totals[i]));
      graphene_rect_t place;

      get_place (self, FALSE, i, area, &place);
      place.origin.x += 8;
      place.size.width -= 18;
      yd_grid_draw_text (YD_GRID (self), snapshot, words,
                         sum ? YD_TEXT_CAPTION_HEADING : YD_TEXT_CAPTION, &colors->text, &place, 1);
    }
}

/* What all of it comes to: each role in its own row and column, and in those of the sum. */
static void
draw_whole (YdMatrixGrid          *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  YdMatrixTotals totals;

  yd_matrix_get_totals (self->matrix, &totals);
  for (guint i = 0; i < self->n_totals; i++)
    for (guint j = 0; j < self->n_totals; j++)
      {
        const gboolean to_sum = is_sum (&self->totals[i]) || is_sum (&self->totals[j]);
        const YdMatrixTotal *total = is_sum (&self->totals[j]) ? &self->totals[i]
                                                               : &self->totals[j];
        graphene_rect_t across, down, place;

        get_place (self, TRUE, i, area, &across);
        get_place (self, FALSE, j, area, &down);
        graphene_rect_intersection (&across, &down, &place);
        if (to_sum || i == j)
          draw_number (self, snapshot, pick (&totals.printed, total), total, &place, colors);
      }
}

void
_yd_matrix_grid_draw_totals (YdMatrixGrid          *self,
                             GtkSnapshot           *snapshot,
                             YdGridPart             part,
                             const YdGridRange     *range,
                             const graphene_rect_t *area)
{
  YdGridColors colors;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &colors.head, area);
  draw_crosshair (self, snapshot, part, area, &colors);
  draw_lines (self, snapshot, part, range, area, &colors);

  if (part == YD_GRID_ROW_TAIL || part == YD_GRID_COL_TAIL)
    draw_tail (self, snapshot, part == YD_GRID_ROW_TAIL, range, area, &colors);
  else if (part == YD_GRID_CORNER_RIGHT)
    draw_names (self, snapshot, area, &colors);
  else if (part == YD_GRID_CORNER_BELOW)
    draw_names_below (self, snapshot, area, &colors);
  else
    draw_whole (self, snapshot, area, &colors);

  if (part / 3 == 2)
    _yd_matrix_grid_draw_line (snapshot, area->origin.x, area->origin.y, area->size.width, 1,
                               &colors.line);
  if (part % 3 == 2)
    _yd_matrix_grid_draw_line (snapshot, area->origin.x, area->origin.y, 1, area->size.height,
                               &colors.line);
  if (part == YD_GRID_CORNER_RIGHT)
    _yd_matrix_grid_draw_line (snapshot, area->origin.x,
                               area->origin.y + area->size.height - 1, area->size.width, 1,
                               &colors.line);
}
