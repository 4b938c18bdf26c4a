/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The heads: points as a tree, units under what they are; lying where they are the heads of
 * rows, standing where they are those of columns.
 */

/* Words over a narrow band are not made narrower than this part of themselves. */
#define MIN_SQUEEZE 0.75

/* How wide the numbers of points are, at the usual size of text. */
#define NUMBER 30

typedef struct
{
  YdMatrixGrid         *self;
  GtkSnapshot          *snapshot;
  graphene_rect_t       area;         /* of the part */
  YdGridColors          colors;
  gboolean              upright;      /* the heads of columns */
  double                band;         /* how thick the strip is that says what units are */
} Head;

/* Where the head @index stands, without the band. */
static void
get_place (const Head      *head,
           guint            index,
           graphene_rect_t *place)
{
  YdGrid *grid = YD_GRID (head->self);
  double start, size;

  if (head->upright)
    {
      yd_grid_get_col_span (grid, index, &start, &size);
      graphene_rect_init (place, start, head->area.origin.y + head->band, size - 1,
                          head->area.size.height - head->band - 1);
    }
  else
    {
      yd_grid_get_row_span (grid, index, &start, &size);
      graphene_rect_init (place, head->area.origin.x + head->band, start,
                          head->area.size.width - head->band - 1, size - 1);
    }
}

static gboolean
is_current (const Head *head,
            guint       index)
{
  YdGrid *grid = YD_GRID (head->self);

  return index == (head->upright ? yd_grid_get_current_col (grid)
                                 : yd_grid_get_current_row (grid));
}

/* The ground of a head, the line after it, and that it is crossed or about to get something. */
static void
draw_place (const Head            *head,
            guint                  index,
            const graphene_rect_t *place,
            gboolean               shaded)
{
  GtkSnapshot *snapshot = head->snapshot;
  const GdkRGBA *selected = head->upright ? &head->colors.crosshair : &head->colors.selected;
  const double x = place->origin.x, y = place->origin.y;
  const double width = place->size.width, height = place->size.height;

  if (shaded)
    gtk_snapshot_append_color (snapshot, &head->colors.hover, place);
  if (is_current (head, index))
    gtk_snapshot_append_color (snapshot, selected, place);
  if (!head->upright && index == head->self->drag_to)
    gtk_snapshot_append_color (snapshot, &head->colors.selected, place);
  if (is_current (head, index) && head->colors.contrast)
    {
      _yd_matrix_grid_draw_line (snapshot, x, y, head->upright ? 2 : width,
                                 head->upright ? height : 2, &head->colors.link);
      _yd_matrix_grid_draw_line (snapshot, head->upright ? x + width - 2 : x,
                                 head->upright ? y : y + height - 2, head->upright ? 2 : width,
                                 head->upright ? height : 2, &head->colors.link);
    }

  if (head->upright)
    _yd_matrix_grid_draw_line (snapshot, x + width, y, 1, height, &head->colors.line);
  else
    _yd_matrix_grid_draw_line (snapshot, x, y + height, width, 1, &head->colors.line);
}

/* The arrow that folds: it points on where there is more, and down where it is shown. */
static void
draw_arrow (const Head *head,
            double      x,
            double      y,
            gboolean    open)
{
  const double size = 3.2 * head->self->scale;
  cairo_t *cr = gtk_snapshot_append_cairo (head->snapshot,
                                           &GRAPHENE_RECT_INIT (x - size - 2, y - size - 2,
                                                                2 * size + 4, 2 * size + 4));

  cairo_translate (cr, x, y);
  if (open)
    cairo_rotate (cr, G_PI / 2);
  gdk_cairo_set_source_rgba (cr, &head->colors.dim);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, -size / 2, -size);
  cairo_line_to (cr, size / 2, 0);
  cairo_line_to (cr, -size / 2, size);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Lying: indented; standing: at the bottom, above it the arrow. */
static void
draw_name (const Head            *head,
           const char            *name,
           gboolean               bold,
           gboolean               folds,
           const GdkRGBA         *color,
           double                 indent,
           const graphene_rect_t *place)
{
  YdMatrixGrid *self = head->self;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const YdTextStyle large = bold ? YD_TEXT_HEADING : YD_TEXT_BODY;
  YdTextStyle style = bold ? YD_TEXT_CAPTION_HEADING : YD_TEXT_CAPTION;

  if (head->upright)
    {
      const double top = 2 + (folds ? self->arrow_height : 0);
      const graphene_rect_t area =
        GRAPHENE_RECT_INIT (place->origin.x, place->origin.y + top, place->size.width,
                            place->size.height - top - 4);

      yd_text_cache_draw_upright (texts, head->snapshot, name,
                                  bold ? YD_TEXT_UPRIGHT_HEADING : YD_TEXT_UPRIGHT, color, &area,
                                  1);
      return;
    }

  /* Larger where there is room for it, both ways: a name that is whole is worth more. */
  if (place->size.height > 1.25 * yd_text_cache_get_height (texts, YD_TEXT_BODY) &&
      yd_text_cache_get_width (texts, name, large) <= place->size.width - indent - 6)
    style = large;
  yd_grid_draw_text (YD_GRID (self), head->snapshot, name, style, color,
                     &GRAPHENE_RECT_INIT (place->origin.x + indent, place->origin.y,
                                          place->size.width - indent - 6, place->size.height), 0);
}

static void
draw_fold (const Head            *head,
           double                 indent,
           const graphene_rect_t *place,
           gboolean               open)
{
  if (head->upright)
    draw_arrow (head, place->origin.x + place->size.width / 2,
                place->origin.y + 2 + head->self->arrow_height / 2.0, open);
  else
    draw_arrow (head, place->origin.x + indent - 10 * head->self->scale,
                place->origin.y + place->size.height / 2, open);
}

/* Where the words of a point begin; the tail and what is not below anything too. */
static double
get_indent (YdMatrixGrid *self,
            guint         depth,
            gboolean      is_head)
{
  return (is_head || depth == 0 ? 22 + 14 * MIN (depth, 10) : 12 + 14 * (MIN (depth, 10) - 1)) *
         self->scale;
}

/* `（一） 推进…`: the number has a column of its own, so that titles stand below each other. */
static void
draw_point (const Head *head,
            guint       index)
{
  YdMatrixGrid *self = head->self;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;
  graphene_rect_t place;
  YdMatrixRow info;
  double indent, column;

  yd_matrix_get_row (self->matrix, index, &info);
  get_place (head, index, &place);
  draw_place (head, index, &place, info.is_head);
  title = _yd_matrix_grid_dup_title (self, &info);
  indent = get_indent (self, info.depth, info.is_head);
  if (info.is_head)
    draw_fold (head, indent, &place, !info.is_folded);

  number = info.is_head || head->upright ? NULL : _yd_matrix_grid_dup_number (self, &info);
  if (number == NULL || *number == '\0')
    {
      draw_name (head, title, info.is_head, info.is_head, &head->colors.text, indent, &place);
      return;
    }

  column = MAX (NUMBER * self->scale,
                yd_text_cache_get_width (texts, number, YD_TEXT_BODY) + 6 * self->scale);
  draw_name (head, number, FALSE, FALSE, &head->colors.text, indent, &place);
  draw_name (head, title + strlen (number) + 1, FALSE, FALSE, &head->colors.text,
             indent + column, &place);
}

static void
draw_unit (const Head *head,
           guint       index)
{
  YdMatrixGrid *self = head->self;
  graphene_rect_t place;
  YdMatrixColumn info;
  double indent;

  yd_matrix_get_column (self->matrix, index, &info);
  get_place (head, index, &place);
  draw_place (head, index, &place, FALSE);
  indent = (22 + 14 * MIN (info.depth, 8)) * self->scale;
  if (info.n_members > 0)
    draw_fold (head, indent, &place, info.is_unfolded);
  draw_name (head, yd_row_get_cell (info.unit, YD_UNIT_NAME), FALSE, info.n_members > 0,
             info.group != NULL ? &head->colors.dim : &head->colors.text, indent, &place);
}

/* Two letters over one narrow column are not worth an ellipsis. */
static void
draw_squeezed (const Head            *head,
               const char            *words,
               const graphene_rect_t *place)
{
  YdGrid *grid = YD_GRID (head->self);
  const double width = yd_text_cache_get_width (yd_grid_get_texts (grid), words,
                                                YD_TEXT_CAPTION_HEADING) + 1;
  const double scale = MIN (place->size.width / width, 1);

  if (scale < MIN_SQUEEZE)
    {
      yd_grid_draw_text (grid, head->snapshot, words, YD_TEXT_CAPTION_HEADING, &head->colors.text,
                         place, 0.5);
      return;
    }

  gtk_snapshot_save (head->snapshot);
  gtk_snapshot_translate (head->snapshot, &place->origin);
  gtk_snapshot_scale (head->snapshot, scale, 1);
  yd_grid_draw_text (grid, head->snapshot, words, YD_TEXT_CAPTION_HEADING, &head->colors.text,
                     &GRAPHENE_RECT_INIT (0, 0, place->size.width / scale, place->size.height),
                     0.5);
  gtk_snapshot_restore (head->snapshot);
}

/* `市政府部门 29 家`, or for members `各县市区 9 家（2017-06-01 名单）`; the shorter forms where
 * there is no room.
 */
static void
draw_band_words (const Head            *head,
                 const YdMatrixHead    *info,
                 const graphene_rect_t *place)
{
  YdMatrixGrid *self = head->self;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const YdTextStyle style = head->upright ? YD_TEXT_CAPTION_HEADING : YD_TEXT_UPRIGHT_HEADING;
  const double room = head->upright ? place->size.width : place->size.height;
  YdRow *plan = yd_space_get_head (YD_SPACE (yd_matrix_get_plan (self->matrix)));
  const char *name = info->group != NULL ? yd_row_get_cell (info->group, YD_UNIT_NAME)
                                         : yd_matrix_band_get_words (info->band);
  const char *issued = plan != NULL ? yd_row_get_cell (plan, YD_PLAN_ISSUED) : NULL;
  g_autofree char *count =
    /* Translators: what units are, and how many of them there are */
    g_strdup_printf (ngettext ("%s, %u unit", "%s, %u units", info->n_columns), name,
                     info->n_columns);
  g_autofree char *dated = info->group != NULL && issued != NULL
    /* Translators: after the name of a group and how many members it had on that day */
    ? g_strdup_printf (_("%s (list of %s)"), count, issued) : NULL;
  const char *choices[] = { dated, count, name };
  const char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (choices) && words == NULL; i++)
    if (choices[i] != NULL && yd_text_cache_get_width (texts, choices[i], style) <= room)
      words = choices[i];
  if (words == NULL)
    words = name;

  /* A band of one low row has no room for upright letters. */
  if (head->upright || yd_text_cache_get_width (texts, words, style) > room)
    draw_squeezed (head, words, place);
  else
    yd_text_cache_draw_upright (texts, head->snapshot, words, style, &head->colors.text, place,
                                0.5);
}

/* The words of a band stay in sight as long as anything of it does. */
static void
draw_band (const Head         *head,
           const YdMatrixHead *info)
{
  YdGrid *grid = YD_GRID (head->self);
  const graphene_rect_t *area = &head->area;
  graphene_rect_t strip, place;
  double start, end, size;

  if (head->upright)
    {
      yd_grid_get_col_span (grid, info->first, &start, &size);
      yd_grid_get_col_span (grid, info->first + info->n_columns - 1, &end, &size);
      graphene_rect_init (&place, start, area->origin.y, end + size - start - 1, head->band - 1);
    }
  else
    {
      yd_grid_get_row_span (grid, info->first, &start, &size);
      yd_grid_get_row_span (grid, info->first + info->n_columns - 1, &end, &size);
      graphene_rect_init (&place, area->origin.x, start, head->band - 1, end + size - start - 1);
    }
  if (!graphene_rect_intersection (&place, area, &strip))
    return;

  if (head->upright)
    _yd_matrix_grid_draw_line (head->snapshot, place.origin.x + place.size.width, place.origin.y,
                               1, head->band, &head->colors.line);
  else
    _yd_matrix_grid_draw_line (head->snapshot, place.origin.x, place.origin.y + place.size.height,
                               head->band, 1, &head->colors.line);
  draw_band_words (head, info, &strip);
}

static void
draw_bands (const Head *head)
{
  const guint n = yd_matrix_get_n_heads (head->self->matrix);
  const graphene_rect_t *area = &head->area;

  for (guint i = 0; i < n; i++)
    {
      YdMatrixHead info;

      yd_matrix_get_head (head->self->matrix, i, &info);
      if (info.n_columns > 0)
        draw_band (head, &info);
    }

  if (head->upright)
    _yd_matrix_grid_draw_line (head->snapshot, area->origin.x, area->origin.y + head->band - 1,
                               area->size.width, 1, &head->colors.line);
  else
    _yd_matrix_grid_draw_line (head->snapshot, area->origin.x + head->band - 1, area->origin.y,
                               1, area->size.height, &head->colors.line);
}

void
_yd_matrix_grid_draw_heads (YdMatrixGrid          *self,
                            GtkSnapshot           *snapshot,
                            YdGridPart             part,
                            const YdGridRange     *range,
                            const graphene_rect_t *area)
{
  const gboolean upright = part == YD_GRID_COL_HEAD;
  const gboolean points = upright == self->transposed;
  const guint first = upright ? range->first_col : range->first_row;
  const guint end = upright ? range->end_col : range->end_row;
  Head head = { self, snapshot, *area, .upright = upright };

  yd_grid_colors_read (&head.colors, GTK_WIDGET (self));
  head.band = points ? 0 : _yd_matrix_grid_get_band (self);
  gtk_snapshot_append_color (snapshot, upright ? &head.colors.head : &head.colors.view, area);
  if (!upright)
    gtk_snapshot_append_color (snapshot, &head.colors.view, area);

  for (guint i = first; i < end; i++)
    {
      if (points)
        draw_point (&head, i);
      else
        draw_unit (&head, i);
    }
  if (!points)
    draw_bands (&head);

  if (upright)
    _yd_matrix_grid_draw_line (snapshot, area->origin.x, area->origin.y + area->size.height - 1,
                               area->size.width, 1, &head.colors.line);
  else
    _yd_matrix_grid_draw_line (snapshot, area->origin.x + area->size.width - 1, area->origin.y,
                               1, area->size.height, &head.colors.line);
}
