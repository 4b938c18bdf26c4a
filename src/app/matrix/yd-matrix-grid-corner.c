/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-light-mark.h"
#include "yd-role-mark.h"

/* The corner: what all of it comes to, and what the marks mean. */

#define MARGIN 12

typedef struct
{
  YdMatrixGrid         *self;
  GtkSnapshot          *snapshot;
  const graphene_rect_t *area;
  YdGridColors          colors;
  double                x;              /* where the next word of a line goes */
  double                y;              /* the line */
  double                height;
} Corner;

static void
next_line (Corner *corner)
{
  corner->x = corner->area->origin.x + MARGIN;
  corner->y += corner->height;
}

/* Draws words at the end of the line; on a new one if there is no room for them. */
static void
add_words (Corner        *corner,
           const char    *words,
           YdTextStyle    style,
           const GdkRGBA *color)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (corner->self));
  const double end = corner->area->origin.x + corner->area->size.width - 6;
  const double width = yd_text_cache_get_width (texts, words, style);

  yd_grid_draw_text (YD_GRID (corner->self), corner->snapshot, words, style, color,
                     &GRAPHENE_RECT_INIT (corner->x, corner->y, MIN (width + 1, end - corner->x),
                                          corner->height), 0);
  corner->x += width;
}

/* Whether an entry of the legend fits; else it begins the next line. */
static void
make_room (Corner     *corner,
           const char *words,
           double      mark)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (corner->self));
  const double end = corner->area->origin.x + corner->area->size.width - 6;

  if (corner->x > corner->area->origin.x + MARGIN &&
      corner->x + mark + yd_text_cache_get_width (texts, words, YD_TEXT_CAPTION) > end)
    next_line (corner);
}

static void
add_role (Corner        *corner,
          YdRole         role,
          double         size,
          const GdkRGBA *color,
          const char    *words)
{
  const double scale = corner->self->scale;

  make_room (corner, words, 16 * scale);
  yd_role_mark_draw (corner->snapshot, role, size * scale, color,
                     &GRAPHENE_RECT_INIT (corner->x, corner->y, 12 * scale, corner->height));
  corner->x += 16 * scale;
  add_words (corner, words, YD_TEXT_CAPTION, &corner->colors.text);
  corner->x += 10 * scale;
}

static void
add_legend (Corner   *corner,
            gboolean  has_members,
            gboolean  has_proposed)
{
  const YdGridColors *colors = &corner->colors;
  const double scale = corner->self->scale;

  add_role (corner, YD_ROLE_LEAD, YD_ROLE_MARK_SIZE, &colors->link,
            yd_role_get_words ("lead"));
  add_role (corner, YD_ROLE_RESPONSIBLE, YD_ROLE_MARK_SIZE, &colors->text,
            yd_role_get_words ("responsible"));
  add_role (corner, YD_ROLE_SUPPORT, YD_ROLE_MARK_SIZE, &colors->text,
            yd_role_get_words ("support"));
  make_room (corner, _("To be named"), 10 * scale);
  add_words (corner, "?", YD_TEXT_CAPTION_HEADING, &colors->lights[YD_LIGHT_SOON]);
  corner->x += 4 * scale;
  add_words (corner, _("To be named"), YD_TEXT_CAPTION, &colors->lights[YD_LIGHT_SOON]);
  corner->x += 10 * scale;
  if (has_members)
    add_role (corner, YD_ROLE_RESPONSIBLE, 6.5, &colors->dim, _("Through a group"));
  if (has_proposed)
    {
      make_room (corner, _("To Check"), 16 * scale);
      _yd_matrix_grid_draw_proposed (corner->snapshot,
        &GRAPHENE_RECT_INIT (corner->x, corner->y + floor (corner->height / 2 - 6 * scale),
                             12 * scale, 12 * scale), colors);
      corner->x += 16 * scale;
      add_words (corner, _("To Check"), YD_TEXT_CAPTION, &colors->proposed);
    }
}

/* A light with its ground and its word; two of them have no symbol here, since that would be
 * the mark of a role.
 */
static void
add_light (Corner  *corner,
           YdLight  light)
{
  YdGrid *grid = YD_GRID (corner->self);
  const char *word = yd_light_get_word (light);
  const gboolean symbol = light != YD_LIGHT_OK && light != YD_LIGHT_WAIT;
  const double mark = symbol ? 11 * corner->self->scale : 0;
  const double width = mark + 10 + yd_text_cache_get_width (yd_grid_get_texts (grid), word,
                                                           YD_TEXT_CAPTION);
  graphene_rect_t place;
  GdkRGBA color, ground;

  if (corner->x + width > corner->area->origin.x + corner->area->size.width - 4)
    next_line (corner);
  color = corner->colors.lights[light];
  ground = corner->colors.fills[light];
  graphene_rect_init (&place, corner->x, corner->y + 1, width, corner->height - 3);
  gtk_snapshot_append_color (corner->snapshot, &ground, &place);
  if (corner->colors.contrast)
    _yd_matrix_grid_draw_frame (corner->snapshot, &place, &color, 1);

  corner->x += 5;
  if (symbol)
    yd_light_mark_draw (corner->snapshot, light, &color,
                        &GRAPHENE_RECT_INIT (corner->x, corner->y + corner->height / 2 - 5,
                                             8 * corner->self->scale, 8 * corner->self->scale));
  corner->x += mark;
  add_words (corner, word, YD_TEXT_CAPTION, &color);
  corner->x += 5 + 5;
}

/* What the grounds of the load mean: a quarter of what the busiest unit has, a half, … */
static void
add_load (Corner *corner)
{
  YdMatrixGrid *self = corner->self;
  const guint most = (guint) self->most;
  guint last = 0;

  for (guint step = 1; step <= YD_MATRIX_LOAD_STEPS && most > 0; step++)
    {
      const guint end = most * step / YD_MATRIX_LOAD_STEPS;
      g_autofree char *words = NULL;

      if (end <= last)
        continue;

      words = end == last + 1 ? g_strdup_printf ("%u", end)
                              : g_strdup_printf ("%u–%u", last + 1, end);
      _yd_matrix_grid_draw_load (self, corner->snapshot, end,
                                 &GRAPHENE_RECT_INIT (corner->x, corner->y + 1,
                                                      16 * self->scale, corner->height - 3),
                                 &corner->colors);
      corner->x += 20 * self->scale;
      add_words (corner, words, YD_TEXT_CAPTION, &corner->colors.text);
      corner->x += 10;
      last = end;
    }
}

/* `按文件 80 处分工，展开各县市区后 232 处` */
static char *
dup_counts (YdMatrixGrid         *self,
            const YdMatrixTotals *totals)
{
  const guint printed = totals->printed.n[YD_ROLE_NONE];
  const guint unfolded = totals->unfolded.n[YD_ROLE_NONE];

  if (printed == unfolded)
    return g_strdup_printf (ngettext ("%u mark as printed", "%u marks as printed", printed),
                            printed);

  return g_strdup_printf (_("%u marks as printed, %u with groups unfolded"), printed, unfolded);
}

void
_yd_matrix_grid_draw_corner (YdMatrixGrid          *self,
                             GtkSnapshot           *snapshot,
                             const graphene_rect_t *area)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  Corner corner = { self, snapshot, area };
  g_autofree char *size = NULL;
  g_autofree char *counts = NULL;
  YdMatrixTotals totals;

  yd_grid_colors_read (&corner.colors, GTK_WIDGET (self));
  yd_matrix_get_totals (self->matrix, &totals);
  gtk_snapshot_append_color (snapshot, &corner.colors.view, area);

  size = g_strdup_printf (_("%u points × %u units"), totals.n_points, totals.n_units);
  counts = dup_counts (self, &totals);
  corner.height = yd_text_cache_get_height (texts, YD_TEXT_CAPTION) + 5;
  corner.y = area->origin.y + 8 - corner.height;
  next_line (&corner);
  add_words (&corner, size, YD_TEXT_HEADING, &corner.colors.text);
  next_line (&corner);
  add_words (&corner, counts, YD_TEXT_CAPTION, &corner.colors.text);
  next_line (&corner);
  add_legend (&corner, self->has_members, self->has_proposed);
  next_line (&corner);
  if (self->coloring == YD_MATRIX_COLOR_LIGHT)
    for (YdLight light = YD_LIGHT_WAIT; light < YD_N_LIGHTS; light++)
      add_light (&corner, light);
  else if (self->coloring == YD_MATRIX_COLOR_LOAD)
    add_load (&corner);
  else
    add_words (&corner, _("Space changes the role, 1 2 3 set it, 0 clears"), YD_TEXT_CAPTION,
               &corner.colors.dim);

  _yd_matrix_grid_draw_line (snapshot, area->origin.x,
                             area->origin.y + area->size.height - 1, area->size.width, 1,
                             &corner.colors.line);
  _yd_matrix_grid_draw_line (snapshot, area->origin.x + area->size.width - 1, area->origin.y, 1,
                             area->size.height, &corner.colors.line);
}
