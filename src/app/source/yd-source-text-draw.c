/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-text-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-fact-fields.h"

/* What lies below the text: the ground of the chosen point, the ground of what
 * nobody has confirmed, an underline of its own kind for each kind of mark, paths
 * and the dotted edge in the margin. Only what is in sight is drawn.
 */

/* Where the line is, of the height of a line of text; and where a ground begins. */
#define UNDERLINE 0.88
#define GROUND_TOP 0.14
#define GROUND_BOTTOM 0.92

/* Between a path and the edge, and the text. */
#define PATH_EDGE 4
#define PATH_GAP 6

typedef struct
{
  YdSourceText *self;
  GtkTextView  *view;
  GtkSnapshot  *snapshot;
  GdkRectangle  seen;           /* in buffer coordinates */
  guint         first;          /* characters in sight */
  guint         last;
  GdkRGBA       text;
  GdkRGBA       accent;
} Drawing;

typedef void (* LineFunc) (Drawing               *drawing,
                           const graphene_rect_t *line,
                           gpointer               data);

static GdkRGBA
get_color (Drawing    *drawing,
           const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (drawing->self));
  GdkRGBA color = drawing->text;

  gtk_style_context_lookup_color (context, name, &color);

  return color;
}

static void
get_place (Drawing      *drawing,
           guint         character,
           GdkRectangle *place)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (drawing->view), &iter, character);
  gtk_text_view_get_iter_location (drawing->view, &iter, place);
}

/* The last of @start…@end - 1 that is on the line of @start. */
static guint
find_line_end (Drawing *drawing,
               guint    start,
               guint    end,
               int      y)
{
  GdkRectangle place;

  get_place (drawing, end - 1, &place);
  if (place.y == y)
    return end - 1;

  end--;                        /* is on a later line */
  while (start + 1 < end)
    {
      guint middle = start + (end - start) / 2;

      get_place (drawing, middle, &place);
      if (place.y == y)
        start = middle;
      else
        end = middle;
    }

  return start;
}

/* Calls @func for each line of the screen that has a part of @span. */
static void
foreach_line (Drawing  *drawing,
              YdSpan    span,
              LineFunc  func,
              gpointer  data)
{
  guint start = MAX (span.start, drawing->first);
  guint stop = MIN (span.end, drawing->last + 1);

  while (start < stop)
    {
      GdkRectangle from, to;
      guint end;

      get_place (drawing, start, &from);
      end = find_line_end (drawing, start, stop, from.y);
      get_place (drawing, end, &to);
      func (drawing,
            &GRAPHENE_RECT_INIT (from.x, from.y, to.x + to.width - from.x, from.height), data);
      start = end + 1;
    }
}

static void
fill_rounded (Drawing         *drawing,
              graphene_rect_t *rect,
              float            radius,
              const GdkRGBA   *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &outline);
  gtk_snapshot_append_color (drawing->snapshot, color, rect);
  gtk_snapshot_pop (drawing->snapshot);
}

static void
draw_border (Drawing         *drawing,
             graphene_rect_t *rect,
             float            radius,
             float            width,
             const GdkRGBA   *color)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_append_border (drawing->snapshot, &outline, widths, colors);
}

static graphene_rect_t
get_ground (const graphene_rect_t *line)
{
  return GRAPHENE_RECT_INIT (line->origin.x, line->origin.y + line->size.height * GROUND_TOP,
                             line->size.width,
                             line->size.height * (GROUND_BOTTOM - GROUND_TOP));
}

static void
draw_ground_cb (Drawing               *drawing,
                const graphene_rect_t *line,
                gpointer               data)
{
  graphene_rect_t rect = get_ground (line);
  const GdkRGBA *fill = data;
  GdkRGBA edge;

  if (fill->alpha > 0)
    {
      fill_rounded (drawing, &rect, 3, fill);
      return;
    }

  /* High contrast has no fills. */
  edge = get_color (drawing, "yd_proposed");
  draw_border (drawing, &rect, 3, 1, &edge);
}

static void
draw_outline_cb (Drawing               *drawing,
                 const graphene_rect_t *line,
                 gpointer               data)
{
  graphene_rect_t rect = get_ground (line);

  graphene_rect_inset (&rect, -3, -2);
  draw_border (drawing, &rect, 5, 2, &drawing->accent);
}

/* A run of pieces of one length, which need not fill it to the end. */
static void
draw_dashes (Drawing       *drawing,
             float          x,
             float          y,
             float          width,
             float          dash,
             float          gap,
             const GdkRGBA *color)
{
  for (float at = 0; at < width; at += dash + gap)
    gtk_snapshot_append_color (drawing->snapshot, color,
                               &GRAPHENE_RECT_INIT (x + at, y, MIN (dash, width - at), 2));
}

static void
draw_underline_cb (Drawing               *drawing,
                   const graphene_rect_t *line,
                   gpointer               data)
{
  static const struct { const char *color; float dash, gap; } kinds[YD_N_MARK_KINDS] = {
    [YD_MARK_POINT]    = { NULL,          0, 0 },
    [YD_MARK_UNIT]     = { "yd_accent",   0, 0 },
    [YD_MARK_DEADLINE] = { "yd_soon",     6, 3 },
    [YD_MARK_ORDER]    = { "yd_proposed", 2, 2 },
  };
  const YdMark *mark = data;
  GdkRGBA color = kinds[mark->kind].color != NULL ? get_color (drawing, kinds[mark->kind].color)
                                                  : drawing->text;
  float y = floorf (line->origin.y + line->size.height * UNDERLINE);
  float width = line->size.width;

  if (kinds[mark->kind].dash > 0)
    draw_dashes (drawing, line->origin.x, y, width, kinds[mark->kind].dash,
                 kinds[mark->kind].gap, &color);
  else
    gtk_snapshot_append_color (drawing->snapshot, &color,
                               &GRAPHENE_RECT_INIT (line->origin.x, y, width, 2));
}

static void
draw_marks (Drawing *drawing)
{
  YdSourceText *self = drawing->self;
  GdkRGBA violet = get_color (drawing, "yd_proposed_bg");
  guint n_marks;
  const YdMark *marks = yd_source_marks_get (self->marks, &n_marks);
  guint first = yd_source_marks_find_from (self->marks, drawing->first);

  for (guint i = first; i < n_marks && marks[i].span.start <= drawing->last; i++)
    {
      gboolean proposed = yd_fact_is_proposed (marks[i].row);

      if ((self->kinds & 1u << marks[i].kind) == 0 || marks[i].span.end <= drawing->first ||
          yd_source_folds_hide (self->folds, marks[i].span.start))
        continue;
      if (proposed)
        foreach_line (drawing, marks[i].span, draw_ground_cb, &violet);
      foreach_line (drawing, marks[i].span, draw_underline_cb, (gpointer) &marks[i]);
    }
}

/* The top and the height of the text of @span, as far as it is laid out. */
static graphene_rect_t
measure_block (Drawing *drawing,
               YdSpan   span)
{
  int width = gtk_widget_get_width (GTK_WIDGET (drawing->view));
  int left = gtk_text_view_get_left_margin (drawing->view);
  int right = gtk_text_view_get_right_margin (drawing->view);
  GdkRectangle top, bottom;

  get_place (drawing, span.start, &top);
  get_place (drawing, span.end - 1, &bottom);

  return GRAPHENE_RECT_INIT (left - 6, top.y, width - left - right + 12,
                             bottom.y + bottom.height - top.y);
}

/* A block ends with its last word, not with the blanks behind it. */
static YdSpan
trim_block (Drawing *drawing,
            YdSpan   span)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (drawing->view), &iter, span.end);
  while (span.end > span.start + 1 && gtk_text_iter_backward_char (&iter) &&
         g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    span.end--;

  return span;
}

static void
draw_chosen (Drawing *drawing)
{
  YdSourceText *self = drawing->self;
  const YdMarkedBlock *block = self->point == NULL ? NULL
                             : yd_source_marks_find_block (self->marks, self->point);
  GdkRGBA fill = get_color (drawing, "yd_selected");
  graphene_rect_t rect;

  if (block == NULL || block->span.end <= drawing->first || block->span.start > drawing->last)
    return;

  rect = measure_block (drawing, trim_block (drawing, block->span));
  graphene_rect_inset (&rect, 0, -2);
  fill_rounded (drawing, &rect, 12, &fill);
  if (fill.alpha == 0)
    draw_border (drawing, &rect, 12, 2, &drawing->accent);
}

static void
draw_current (Drawing *drawing)
{
  YdSourceText *self = drawing->self;
  const YdMark *mark = self->fact == NULL ? NULL
                     : yd_source_marks_find_row (self->marks, self->fact);

  if (mark != NULL)
    foreach_line (drawing, mark->span, draw_outline_cb, NULL);

  if (self->outlined.start < self->outlined.end && self->outlined.end > drawing->first &&
      self->outlined.start <= drawing->last)
    {
      graphene_rect_t rect = measure_block (drawing, trim_block (drawing, self->outlined));

      graphene_rect_inset (&rect, 0, -2);
      draw_border (drawing, &rect, 5, 2, &drawing->accent);
    }
}

static PangoLayout *
make_path (GtkWidget  *widget,
           const char *path,
           gboolean    chosen)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, path);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.8));
  if (chosen)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/* A path that reaches into the text loses its beginning, which the chapter tells. */
static void
draw_path (Drawing             *drawing,
           const YdMarkedBlock *block)
{
  gboolean chosen = block->point == drawing->self->point;
  g_autoptr(PangoLayout) layout = make_path (GTK_WIDGET (drawing->view), block->path, chosen);
  GdkRGBA color = drawing->text;
  GdkRectangle place;
  int width, height, room;

  get_place (drawing, block->span.start, &place);
  pango_layout_get_pixel_size (layout, &width, &height);
  room = MAX (place.x - PATH_EDGE - PATH_GAP, 0);
  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_START);
    }

  color.alpha *= chosen ? 1.0f : 0.7f;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT (MAX (PATH_EDGE, YD_SOURCE_MARGIN - 18 - width),
                                                place.y + (place.height - height) / 2));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &color);
  gtk_snapshot_restore (drawing->snapshot);
}

static gboolean
is_on_one_line (Drawing             *drawing,
                const YdMarkedBlock *block,
                const YdMarkedBlock *other)
{
  GdkRectangle place, other_place;

  get_place (drawing, block->span.start, &place);
  get_place (drawing, other->span.start, &other_place);

  return place.y == other_place.y;
}

/* Of several that begin on one line there is room for one: the chosen one, or else the last,
 * whose number has those of the others in it.
 */
static void
draw_paths (Drawing *drawing)
{
  guint n_blocks;
  const YdMarkedBlock *blocks = yd_source_marks_get_blocks (drawing->self->marks, &n_blocks);
  const YdMarkedBlock *block = yd_source_marks_get_block_at (drawing->self->marks,
                                                             drawing->first);
  const YdMarkedBlock *shown = NULL;

  for (guint i = block != NULL ? block - blocks : 0;
       i < n_blocks && blocks[i].span.start <= drawing->last; i++)
    {
      const gboolean joins = shown != NULL && is_on_one_line (drawing, shown, &blocks[i]);

      if (joins && shown->point == drawing->self->point)
        continue;
      if (shown != NULL && !joins)
        draw_path (drawing, shown);
      shown = &blocks[i];
    }
  if (shown != NULL)
    draw_path (drawing, shown);
}

/* Says of a folded point why there is no more of it. */
static void
draw_fold (Drawing *drawing,
           guint    end)
{
  g_autofree char *words = g_strconcat ("  ✓ ", _("Checked"), NULL);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (drawing->view),
                                                                  words);
  GdkRectangle place;
  int height;

  get_place (drawing, end - 1, &place);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT (place.x + place.width,
                                                place.y + (place.height - height) / 2));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &drawing->self->dim);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
draw_folds (Drawing *drawing)
{
  YdSourceMarks *marks = drawing->self->marks;
  guint n_blocks, end;
  const YdMarkedBlock *blocks = yd_source_marks_get_blocks (marks, &n_blocks);
  const YdMarkedBlock *block = yd_source_marks_get_block_at (marks, drawing->first);

  for (guint i = block != NULL ? block - blocks : 0;
       i < n_blocks && blocks[i].span.start <= drawing->last; i++)
    if (yd_source_folds_get (drawing->self->folds, i, &end))
      draw_fold (drawing, end);
}

/* Three dots for each line, at the edge. */
static void
draw_unplaced (Drawing *drawing)
{
  GdkRGBA red = get_color (drawing, "yd_late");
  float x = gtk_text_view_get_left_margin (drawing->view) - 14;
  guint n_paragraphs;
  const YdSpan *spans = yd_source_marks_get_unplaced (drawing->self->marks, &n_paragraphs);

  for (guint i = 0; i < n_paragraphs && spans[i].start <= drawing->last; i++)
    {
      graphene_rect_t rect;

      if (spans[i].end <= drawing->first)
        continue;
      rect = measure_block (drawing, spans[i]);
      for (float y = 5; y + 3 < rect.size.height; y += 5)
        gtk_snapshot_append_color (drawing->snapshot, &red,
                                   &GRAPHENE_RECT_INIT (x, rect.origin.y + y, 3, 3));
    }
}

void
_yd_source_text_draw_below (YdSourceText *self,
                            GtkSnapshot  *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  Drawing drawing = { .self = self, .view = view, .snapshot = snapshot };
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &drawing.seen);
  gtk_text_view_get_line_at_y (view, &iter, drawing.seen.y, NULL);
  drawing.first = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, drawing.seen.y + drawing.seen.height, NULL);
  gtk_text_iter_forward_to_line_end (&iter);
  drawing.last = gtk_text_iter_get_offset (&iter);

  gtk_style_context_get_color (context, &drawing.text);
  drawing.accent = get_color (&drawing, "accent_bg_color");

  draw_chosen (&drawing);
  draw_marks (&drawing);
  draw_current (&drawing);
  if (!self->narrow)
    draw_paths (&drawing);
  draw_folds (&drawing);
  if (self->mark_unplaced)
    draw_unplaced (&drawing);
}
