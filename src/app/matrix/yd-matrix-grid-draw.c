/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <math.h>

#include "yd-dashes.h"
#include "yd-light-mark.h"
#include "yd-role-mark.h"

/* The cells: their ground, their lines, and the marks in them. */

/* A mark beside which a light stands leaves that so much of the cell. */
#define LIGHT_SIZE   8
#define SMALL_MARK   6.5

void
_yd_matrix_grid_draw_line (GtkSnapshot   *snapshot,
                           double         x,
                           double         y,
                           double         width,
                           double         height,
                           const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (round (x), round (y), width, height));
}

void
_yd_matrix_grid_draw_frame (GtkSnapshot           *snapshot,
                            const graphene_rect_t *area,
                            const GdkRGBA         *color,
                            float                  width)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA sides[4] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, area, 2);
  gtk_snapshot_append_border (snapshot, &rounded, widths, sides);
}

/* What nobody has confirmed has a ground of its own, and where there are none a broken line. */
void
_yd_matrix_grid_draw_proposed (GtkSnapshot           *snapshot,
                               const graphene_rect_t *area,
                               const YdGridColors    *colors)
{
  const graphene_rect_t frame =
    GRAPHENE_RECT_INIT (floor (area->origin.x) + 1, floor (area->origin.y) + 1,
                        floor (area->size.width) - 2, floor (area->size.height) - 2);

  gtk_snapshot_append_color (snapshot, &colors->proposed_fill, area);
  if (colors->contrast)
    yd_dashes_draw (snapshot, &frame, 1, 2.5f, &colors->proposed);
}

/* How many marks in how many cells of a folded row. */
static void
draw_count (YdMatrixGrid          *self,
            GtkSnapshot           *snapshot,
            const YdMatrixCell    *cell,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  const guint n = cell->n[YD_ROLE_NONE];
  char words[16];

  g_snprintf (words, sizeof words, "%u", n > 0 ? n : cell->n_via);
  yd_grid_draw_text (YD_GRID (self), snapshot, words,
                     n > 0 ? YD_TEXT_CAPTION_HEADING : YD_TEXT_CAPTION,
                     n > 0 ? &colors->text : &colors->dim, area, 0.5);
}

/* A mark looks alike in all of its cells, so it is drawn once. Keys are made of what it is,
 * how large, and its colour; a change of theme or size forgets them.
 */
static GskRenderNode *
get_mark (YdMatrixGrid  *self,
          YdRole         role,
          double         size,
          const GdkRGBA *color,
          guint          color_key)
{
  const gint64 key = (gint64) role | (gint64) color_key << 4 | (gint64) (size * 16) << 12;
  const double side = ceil (size) + 2;
  GskRenderNode *node = g_hash_table_lookup (self->marks, &key);
  GtkSnapshot *snapshot;

  if (node != NULL)
    return node;

  snapshot = gtk_snapshot_new ();
  yd_role_mark_draw (snapshot, role, size, color, &GRAPHENE_RECT_INIT (0, 0, side, side));
  node = gtk_snapshot_free_to_node (snapshot);
  g_hash_table_insert (self->marks, g_memdup2 (&key, sizeof key), node);

  return node;
}

enum { COLOR_TEXT, COLOR_LEAD, COLOR_DIM, COLOR_PROPOSED };

static void
append_mark (YdMatrixGrid          *self,
             GtkSnapshot           *snapshot,
             YdRole                 role,
             double                 size,
             guint                  color_key,
             const graphene_rect_t *area,
             const YdGridColors    *colors)
{
  const GdkRGBA *choices[] = {
    [COLOR_TEXT] = &colors->text,
    [COLOR_LEAD] = &colors->link,
    [COLOR_DIM] = &colors->dim,
    [COLOR_PROPOSED] = &colors->proposed,
  };
  const double side = ceil (size) + 2;
  GskRenderNode *node = get_mark (self, role, size, choices[color_key], color_key);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
    &GRAPHENE_POINT_INIT (area->origin.x + floor ((area->size.width - side) / 2),
                          area->origin.y + floor ((area->size.height - side) / 2)));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* What stands in a cell: in full where the unit is named, small where it answers through a
 * group, a question mark where nobody knows who is meant.
 */
void
_yd_matrix_grid_draw_mark (YdMatrixGrid          *self,
                           GtkSnapshot           *snapshot,
                           const YdMatrixCell    *cell,
                           const graphene_rect_t *area,
                           const YdGridColors    *colors)
{
  const double size = YD_ROLE_MARK_SIZE * MIN (self->scale, area->size.height / 13);
  const gboolean own = cell->role != YD_ROLE_NONE;
  const YdRole role = own ? cell->role : cell->via_role;

  if (cell->n[YD_ROLE_NONE] + cell->n_via > 0)
    draw_count (self, snapshot, cell, area, colors);
  else if (cell->is_vague && own)
    yd_grid_draw_text (YD_GRID (self), snapshot, "?", YD_TEXT_CAPTION_HEADING,
                       &colors->lights[YD_LIGHT_SOON], area, 0.5);
  else if (cell->is_proposed && own)
    append_mark (self, snapshot, role, size, COLOR_PROPOSED, area, colors);
  else if (own)
    append_mark (self, snapshot, role, size, role == YD_ROLE_LEAD ? COLOR_LEAD : COLOR_TEXT,
                 area, colors);
  else
    append_mark (self, snapshot, role, MIN (size, SMALL_MARK * self->scale), COLOR_DIM, area,
                 colors);
}

/* The ground of a light; where fills are not to be used, its symbol and a frame do. */
static void
draw_light_ground (GtkSnapshot           *snapshot,
                   YdLight                light,
                   const graphene_rect_t *area,
                   const YdGridColors    *colors)
{
  if (light == YD_LIGHT_NONE)
    return;

  if (colors->contrast)
    _yd_matrix_grid_draw_frame (snapshot,
                                &GRAPHENE_RECT_INIT (area->origin.x + 1, area->origin.y + 1,
                                                     area->size.width - 3, area->size.height - 3),
                                &colors->lights[light], 1);
  else
    gtk_snapshot_append_color (snapshot, &colors->fills[light], area);
}

/* On schedule and not due yet are told by the ground alone: their symbols are those of
 * roles.
 */
static gboolean
has_symbol (YdLight light)
{
  return light == YD_LIGHT_LATE || light == YD_LIGHT_SOON || light == YD_LIGHT_DONE;
}

static void
draw_with_light (YdMatrixGrid          *self,
                 GtkSnapshot           *snapshot,
                 const YdMatrixCell    *cell,
                 YdLight                light,
                 const graphene_rect_t *area,
                 const YdGridColors    *colors)
{
  const double size = MIN (LIGHT_SIZE * self->scale, area->size.width / 2 - 2);
  const double middle = area->origin.x + area->size.width / 2;

  draw_light_ground (snapshot, light, area, colors);
  if (!has_symbol (light))
    {
      _yd_matrix_grid_draw_mark (self, snapshot, cell, area, colors);
      return;
    }

  _yd_matrix_grid_draw_mark (self, snapshot, cell,
                             &GRAPHENE_RECT_INIT (middle - 13, area->origin.y, 14,
                                                  area->size.height), colors);
  yd_light_mark_draw (snapshot, light, &colors->lights[light],
                      &GRAPHENE_RECT_INIT (middle + 1,
                                           area->origin.y + (area->size.height - size) / 2,
                                           size, size));
}

/* The more of the busiest unit's marks it has, the darker. */
void
_yd_matrix_grid_draw_load (YdMatrixGrid          *self,
                           GtkSnapshot           *snapshot,
                           guint                  n,
                           const graphene_rect_t *area,
                           const YdGridColors    *colors)
{
  GdkRGBA color = colors->accent;
  int step;

  if (n == 0 || self->most <= 0 || colors->contrast)
    return;

  step = (int) ceil (MIN (n / self->most, 1) * YD_MATRIX_LOAD_STEPS);
  color.alpha = 0.04f + 0.085f * (float) step;
  gtk_snapshot_append_color (snapshot, &color, area);
}

static guint
get_load (YdMatrixGrid *self,
          guint         column)
{
  YdMatrixCounts printed, unfolded;

  yd_matrix_get_column_counts (self->matrix, column, &printed, &unfolded);

  return MAX (printed.n[YD_ROLE_NONE], unfolded.n[YD_ROLE_NONE]);
}

static void
draw_cell (YdMatrixGrid          *self,
           GtkSnapshot           *snapshot,
           guint                  row,
           guint                  col,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  guint mrow = row, mcol = col;
  YdMatrixCell cell;
  YdMatrixRow info;

  if (!_yd_matrix_grid_look (self, row, col, &cell))
    return;

  _yd_matrix_grid_to_matrix (self, &mrow, &mcol);
  if (cell.is_proposed && cell.role != YD_ROLE_NONE)
    _yd_matrix_grid_draw_proposed (snapshot, area, colors);

  yd_matrix_get_row (self->matrix, mrow, &info);
  if (self->coloring == YD_MATRIX_COLOR_LIGHT && !info.is_folded)
    {
      draw_with_light (self, snapshot, &cell, info.light, area, colors);
      return;
    }

  if (self->coloring == YD_MATRIX_COLOR_LOAD)
    _yd_matrix_grid_draw_load (self, snapshot, get_load (self, mcol), area, colors);
  _yd_matrix_grid_draw_mark (self, snapshot, &cell, area, colors);
}

/* Rows of chapters have a ground of their own, and so has what the current cell crosses. */
static void
draw_ground (YdMatrixGrid          *self,
             GtkSnapshot           *snapshot,
             const YdGridRange     *range,
             const graphene_rect_t *area,
             const YdGridColors    *colors)
{
  YdGrid *grid = YD_GRID (self);
  const guint first = self->transposed ? range->first_col : range->first_row;
  const guint end = self->transposed ? range->end_col : range->end_row;
  double start, size;

  for (guint i = first; i < end; i++)
    {
      YdMatrixRow info;

      yd_matrix_get_row (self->matrix, i, &info);
      if (!info.is_head)
        continue;

      if (self->transposed)
        yd_grid_get_col_span (grid, i, &start, &size);
      else
        yd_grid_get_row_span (grid, i, &start, &size);
      gtk_snapshot_append_color (snapshot, &colors->hover,
        &GRAPHENE_RECT_INIT (self->transposed ? start : area->origin.x,
                             self->transposed ? area->origin.y : start,
                             self->transposed ? size : area->size.width,
                             self->transposed ? area->size.height : size));
    }
}

static void
draw_crosshair (YdMatrixGrid          *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *area,
                const YdGridColors    *colors)
{
  YdGrid *grid = YD_GRID (self);
  double x, y, width, height;
  graphene_rect_t row, col;

  if (yd_grid_get_n_rows (grid) == 0 || yd_grid_get_n_cols (grid) == 0)
    return;

  yd_grid_get_row_span (grid, yd_grid_get_current_row (grid), &y, &height);
  yd_grid_get_col_span (grid, yd_grid_get_current_col (grid), &x, &width);
  graphene_rect_init (&row, area->origin.x - 2, y, area->size.width + 4, height);
  graphene_rect_init (&col, x, area->origin.y - 2, width, area->size.height + 4);
  if (colors->contrast)
    {
      _yd_matrix_grid_draw_frame (snapshot, &row, &colors->link, 2);
      _yd_matrix_grid_draw_frame (snapshot, &col, &colors->link, 2);
      return;
    }

  gtk_snapshot_append_color (snapshot, &colors->crosshair, &row);
  gtk_snapshot_append_color (snapshot, &colors->crosshair, &col);
}

static void
draw_lines (YdMatrixGrid          *self,
            GtkSnapshot           *snapshot,
            const YdGridRange     *range,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  YdGrid *grid = YD_GRID (self);
  double start, size;

  for (guint row = range->first_row; row < range->end_row; row++)
    {
      yd_grid_get_row_span (grid, row, &start, &size);
      _yd_matrix_grid_draw_line (snapshot, area->origin.x, start + size - 1, area->size.width, 1,
                                 &colors->line);
    }
  for (guint col = range->first_col; col < range->end_col; col++)
    {
      yd_grid_get_col_span (grid, col, &start, &size);
      _yd_matrix_grid_draw_line (snapshot, start + size - 1, area->origin.y, 1,
                                 area->size.height, &colors->line);
    }
}

static void
get_area (YdMatrixGrid    *self,
          guint            row,
          guint            col,
          graphene_rect_t *area)
{
  double x, y, width, height;

  yd_grid_get_col_span (YD_GRID (self), col, &x, &width);
  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  graphene_rect_init (area, x, y, width - 1, height - 1);
}

/* The current cell has a frame, and so have those that are chosen with it. */
static void
draw_chosen (YdMatrixGrid       *self,
             GtkSnapshot        *snapshot,
             const YdGridColors *colors)
{
  YdGrid *grid = YD_GRID (self);
  graphene_rect_t first, last;
  YdGridRange range;

  if (yd_grid_get_n_rows (grid) == 0 || yd_grid_get_n_cols (grid) == 0)
    return;

  yd_grid_get_range (grid, &range);
  if (yd_matrix_grid_is_many (self))
    {
      get_area (self, range.first_row, range.first_col, &first);
      get_area (self, range.end_row - 1, range.end_col - 1, &last);
      graphene_rect_union (&first, &last, &first);
      gtk_snapshot_append_color (snapshot, &colors->selected, &first);
      _yd_matrix_grid_draw_frame (snapshot, &first, &colors->link, 1);
    }

  get_area (self, yd_grid_get_current_row (grid), yd_grid_get_current_col (grid), &first);
  _yd_matrix_grid_draw_frame (snapshot, &first, &colors->link, 2);
}

void
_yd_matrix_grid_draw_body (YdMatrixGrid          *self,
                           GtkSnapshot           *snapshot,
                           const YdGridRange     *range,
                           const graphene_rect_t *area)
{
  YdGridColors colors;
  graphene_rect_t place;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &colors.view, area);
  draw_ground (self, snapshot, range, area, &colors);
  draw_crosshair (self, snapshot, area, &colors);
  draw_lines (self, snapshot, range, area, &colors);
  for (guint row = range->first_row; row < range->end_row; row++)
    for (guint col = range->first_col; col < range->end_col; col++)
      {
        get_area (self, row, col, &place);
        draw_cell (self, snapshot, row, col, &place, &colors);
      }
  draw_chosen (self, snapshot, &colors);
}
