/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-ink.h"

#include "yd-role-mark.h"

/* How words of a style are set, and the room of the ground that some of them stand on; in
 * high contrast that is a frame instead. The figures are those of style.css.
 */
#define PILL_HEIGHT 19
#define TAG_RADIUS 4
#define DASH 2
#define CORNER 2.5

static const struct
{
  YdTextStyle text;
  int         left;
  int         right;
} shapes[] = {
  [YD_WORDS_PLAIN]    = { YD_TEXT_BODY, 0, 0 },
  [YD_WORDS_DIM]      = { YD_TEXT_BODY, 0, 0 },
  [YD_WORDS_ACCENT]   = { YD_TEXT_BODY, 0, 0 },
  [YD_WORDS_TAG]      = { YD_TEXT_TAG,  6, 6 },
  [YD_WORDS_PROPOSED] = { YD_TEXT_TAG,  6, 6 },
  [YD_WORDS_LIGHT]    = { YD_TEXT_PILL, 8, 9 },
};

struct _YdOutlineInk
{
  /* Owned */
  YdTextCache      *texts;
  GtkIconPaintable *arrows[2];  /* to the right and down; none as long as they are not drawn */

  /* Borrowed */
  GtkWidget        *widget;     /* has it, and dies after it */

  YdGridColors      colors;     /* of this frame */
  gint64            frame;
  guint             serial;     /* of the font; zero as long as none was asked */
  int               height;
  double            em;
  double            mark_size;
  int               scale;      /* of the arrows: pixels of the display for one */
};

/**
 * yd_outline_ink_new:
 * @widget: whose font and colours they are; it must outlive the ink
 *
 * Returns: (transfer full): the ink
 */
YdOutlineInk *
yd_outline_ink_new (GtkWidget *widget)
{
  YdOutlineInk *self = g_new0 (YdOutlineInk, 1);

  self->widget = widget;
  self->texts = yd_text_cache_new (widget);
  self->frame = -1;

  return self;
}

static void
forget_arrows (YdOutlineInk *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->arrows); i++)
    g_clear_object (&self->arrows[i]);
}

void
yd_outline_ink_free (YdOutlineInk *self)
{
  yd_text_cache_free (self->texts);
  forget_arrows (self);
  g_free (self);
}

/* The font may be another one now, or the colours. */
void
yd_outline_ink_forget (YdOutlineInk *self)
{
  yd_text_cache_clear (self->texts);
  forget_arrows (self);
  self->serial = 0;
  self->frame = -1;
}

/* The colours of the sheets that are loaded, looked up once a frame. */
const YdGridColors *
yd_outline_ink_get_colors (YdOutlineInk *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);
  const gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

  if (frame < 0 || frame != self->frame)
    yd_grid_colors_read (&self->colors, self->widget);
  self->frame = frame;

  return &self->colors;
}

static void
ensure_font (YdOutlineInk *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  const guint serial = pango_context_get_serial (context);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  if (self->serial == serial)
    return;

  yd_text_cache_clear (self->texts);
  self->serial = serial;
  self->height = MAX (yd_text_cache_get_height (self->texts, YD_TEXT_BODY),
                      yd_text_cache_get_height (self->texts, YD_TEXT_CHAPTER));
  self->em = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  self->mark_size = yd_role_mark_get_size (self->widget);
}

YdTextCache *
yd_outline_ink_get_texts (YdOutlineInk *self)
{
  ensure_font (self);

  return self->texts;
}

/* Returns: how high a line is, whatever it says */
int
yd_outline_ink_get_height (YdOutlineInk *self)
{
  ensure_font (self);

  return self->height;
}

/* Returns: the size of the font, in pixels, which is the width of a Chinese character */
double
yd_outline_ink_get_em (YdOutlineInk *self)
{
  ensure_font (self);

  return self->em;
}

/* Returns: how large the mark of a role is */
double
yd_outline_ink_get_mark_size (YdOutlineInk *self)
{
  ensure_font (self);

  return self->mark_size;
}

/* Returns: how wide @text is with the ground that it stands on */
int
yd_outline_ink_get_width (YdOutlineInk *self,
                          const char   *text,
                          YdWordsStyle  style)
{
  return yd_text_cache_get_width (yd_outline_ink_get_texts (self), text, shapes[style].text) +
         shapes[style].left + shapes[style].right;
}

static GdkRGBA
get_color (const YdGridColors *colors,
           YdWordsStyle        style,
           YdLight             light)
{
  GdkRGBA color = colors->text;

  if (style == YD_WORDS_DIM)
    return colors->dim;
  if (style == YD_WORDS_ACCENT)
    return colors->link;
  if (style == YD_WORDS_PROPOSED)
    return colors->proposed;
  if (style == YD_WORDS_LIGHT)
    return colors->lights[light];
  if (style == YD_WORDS_TAG && !colors->contrast)
    color.alpha *= 0.75f;

  return color;
}

static void
draw_frame (GtkSnapshot          *snapshot,
            const GskRoundedRect *ground,
            const GdkRGBA        *color)
{
  gtk_snapshot_append_border (snapshot, ground, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* Straight lines, which are drawn without a path; the corners are left out for that. */
static void
draw_dashes (GtkSnapshot          *snapshot,
             const GskRoundedRect *ground,
             const GdkRGBA        *color)
{
  const graphene_rect_t *area = &ground->bounds;
  const double left = area->origin.x + 0.5, right = left + area->size.width - 1;
  const double top = area->origin.y + 0.5, bottom = top + area->size.height - 1;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, (double[]) { DASH }, 1, 0);
  cairo_move_to (cr, left + CORNER, top);
  cairo_line_to (cr, right - CORNER, top);
  cairo_move_to (cr, left + CORNER, bottom);
  cairo_line_to (cr, right - CORNER, bottom);
  cairo_move_to (cr, left, top + CORNER);
  cairo_line_to (cr, left, bottom - CORNER);
  cairo_move_to (cr, right, top + CORNER);
  cairo_line_to (cr, right, bottom - CORNER);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_fill (GtkSnapshot          *snapshot,
           const GskRoundedRect *ground,
           const GdkRGBA        *color)
{
  gtk_snapshot_push_rounded_clip (snapshot, ground);
  gtk_snapshot_append_color (snapshot, color, &ground->bounds);
  gtk_snapshot_pop (snapshot);
}

/* What words stand on: a light is filled, a tag has a frame. */
static void
draw_ground (YdOutlineInk          *self,
             GtkSnapshot           *snapshot,
             YdWordsStyle           style,
             YdLight                light,
             const graphene_rect_t *area)
{
  const YdGridColors *colors = yd_outline_ink_get_colors (self);
  const int text_height = yd_text_cache_get_height (self->texts, shapes[style].text);
  const int height = (style == YD_WORDS_LIGHT ? MAX (PILL_HEIGHT, text_height) : text_height) + 2;
  const float y = area->origin.y + (int) (area->size.height - height) / 2;
  GdkRGBA color = get_color (colors, style, light);
  GskRoundedRect ground;

  gsk_rounded_rect_init_from_rect (&ground,
                                   &GRAPHENE_RECT_INIT (area->origin.x, y, area->size.width,
                                                        height),
                                   style == YD_WORDS_LIGHT ? height / 2.0f : TAG_RADIUS);
  if (style == YD_WORDS_TAG && !colors->contrast)
    {
      color = colors->text;
      color.alpha *= 0.15f;
    }

  if (style == YD_WORDS_PROPOSED)
    draw_dashes (snapshot, &ground, &color);
  else if (style == YD_WORDS_TAG || colors->contrast)
    draw_frame (snapshot, &ground, &color);
  else
    draw_fill (snapshot, &ground, &colors->fills[light]);
}

/**
 * yd_outline_ink_draw:
 * @self: the ink
 * @snapshot: where to
 * @text: what it says
 * @style: how
 * @light: of %YD_WORDS_LIGHT
 * @area: it stands at the left of it, in the middle of its height; what is too long is cut
 */
void
yd_outline_ink_draw (YdOutlineInk          *self,
                     GtkSnapshot           *snapshot,
                     const char            *text,
                     YdWordsStyle           style,
                     YdLight                light,
                     const graphene_rect_t *area)
{
  const int left = shapes[style].left, right = shapes[style].right;
  const GdkRGBA color = get_color (yd_outline_ink_get_colors (self), style, light);

  if (area->size.width <= left + right)
    return;

  if (left > 0)
    draw_ground (self, snapshot, style, light, area);
  yd_text_cache_draw (yd_outline_ink_get_texts (self), snapshot, text, shapes[style].text, &color,
                      &GRAPHENE_RECT_INIT (area->origin.x + left, area->origin.y,
                                           area->size.width - left - right, area->size.height),
                      0);
}

/**
 * yd_outline_ink_draw_arrow:
 * @self: the ink
 * @snapshot: where to
 * @down: whether it points down and not to the right
 * @area: it stands at the left of it, in the middle of its height
 */
void
yd_outline_ink_draw_arrow (YdOutlineInk          *self,
                           GtkSnapshot           *snapshot,
                           gboolean               down,
                           const graphene_rect_t *area)
{
  const GdkRGBA color = yd_outline_ink_get_colors (self)->text;
  const int y = (int) (area->size.height - YD_OUTLINE_ARROW) / 2;
  const int scale = gtk_widget_get_scale_factor (self->widget);
  GtkIconPaintable **arrow = &self->arrows[down != FALSE];

  /* The window may have gone to another display. */
  if (scale != self->scale)
    forget_arrows (self);
  self->scale = scale;
  if (*arrow == NULL)
    *arrow = gtk_icon_theme_lookup_icon
               (gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget)),
                down ? "pan-down-symbolic" : "pan-end-symbolic", NULL, YD_OUTLINE_ARROW,
                scale, GTK_TEXT_DIR_LTR, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x, area->origin.y + y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (*arrow), snapshot,
                                            YD_OUTLINE_ARROW, YD_OUTLINE_ARROW, &color, 1);
  gtk_snapshot_restore (snapshot);
}
