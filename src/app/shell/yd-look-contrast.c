/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-look-private.h"

#include <math.h>

#include "yd-screenshot.h"

/* The contrast of text as it is drawn, not as a style sheet means it: the colour is that in which
 * a text node of what the window renders is drawn, through all opacities above it; the ground is
 * what most pixels at its place have in the picture. So text that a widget draws itself is seen
 * too.
 */

#define LEAST 4.5               /* WCAG 2.1, 1.4.3 */
#define LARGE 8                 /* times: drawn so large, the strokes of a text have an inside */
#define ENOUGH 200000           /* pixels of a long text */
#define NOTHING 0.05            /* an opacity at which something is meant not to be seen */

/* What holds for all that is in a node. */
typedef struct
{
  GskTransform    *transform;   /* owned by the node, or by the caller */
  float            opacity;
  graphene_rect_t  clip;        /* in the coordinates of the window */
} Around;

typedef struct
{
  /* Borrowed */
  YdLook     *look;

  /* Owned */
  guint32    *pixels;
  GHashTable *seen;             /* findings: a text of many runs is told once */

  int         width;
  int         height;
} Picture;

static double
get_channel_light (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* The relative luminance of WCAG 2.1. */
static double
get_light (const GdkRGBA *color)
{
  return 0.2126 * get_channel_light (color->red) + 0.7152 * get_channel_light (color->green) +
         0.0722 * get_channel_light (color->blue);
}

static double
get_contrast (const GdkRGBA *text,
              const GdkRGBA *ground)
{
  double a = get_light (text);
  double b = get_light (ground);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static GdkRGBA
lay_over (const GdkRGBA *top,
          double         alpha,
          const GdkRGBA *ground)
{
  return (GdkRGBA) {
    top->red * alpha + ground->red * (1 - alpha),
    top->green * alpha + ground->green * (1 - alpha),
    top->blue * alpha + ground->blue * (1 - alpha),
    1,
  };
}

static void
count_pixel (Picture    *self,
             GHashTable *counts,
             int         x,
             int         y)
{
  gpointer pixel;
  guint n;

  if (x < 0 || y < 0 || x >= self->width || y >= self->height)
    return;

  pixel = GUINT_TO_POINTER (self->pixels[y * self->width + x]);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel));
  g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (n + 1));
}

static guint
get_pixel (const GdkRGBA *color)
{
  return 255u << 24 | (guint) (color->red * 255 + 0.5) << 16 |
         (guint) (color->green * 255 + 0.5) << 8 | (guint) (color->blue * 255 + 0.5);
}

/* What most pixels at @ink have. Those of glyphs are of many shades; of thick ones, many have
 * the very colour of the text.
 */
static GdkRGBA
get_ground (Picture               *self,
            const graphene_rect_t *ink,
            const GdkRGBA         *color)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  int left = floorf (ink->origin.x) - 1, right = ceilf (ink->origin.x + ink->size.width);
  int top = floorf (ink->origin.y) - 1, bottom = ceilf (ink->origin.y + ink->size.height);
  int step = 1 + (right - left) / 200;
  GHashTableIter iter;
  gpointer key, value;
  guint most = 0, pixel = 0;

  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x += step)
      count_pixel (self, counts, x, y);

  if (g_hash_table_size (counts) > 1)
    g_hash_table_remove (counts, GUINT_TO_POINTER (get_pixel (color)));

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most)
      {
        most = GPOINTER_TO_UINT (value);
        pixel = GPOINTER_TO_UINT (key);
      }

  return (GdkRGBA) { (pixel >> 16 & 255) / 255.0, (pixel >> 8 & 255) / 255.0,
                     (pixel & 255) / 255.0, 1 };
}

/* The pixel that is the least transparent. */
static GdkRGBA
get_fullest (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 fullest = 0;
  double alpha;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *line = (const guint32 *) (data + (gsize) y * stride);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        if (line[x] >> 24 > fullest >> 24)
          fullest = line[x];
    }

  alpha = MAX (fullest >> 24, 1);       /* colours are kept multiplied by it */
  return (GdkRGBA) { (fullest >> 16 & 255) / alpha, (fullest >> 8 & 255) / alpha,
                     (fullest & 255) / alpha, (fullest >> 24) / 255.0 };
}

/* What gsk_text_node_get_color () should tell, which from GTK 4.16 on is read eight bytes before
 * the colour.
 */
static GdkRGBA
get_color (GskRenderNode         *node,
           const graphene_rect_t *bounds)
{
  double times = CLAMP (sqrt (ENOUGH / (bounds->size.width * bounds->size.height)), 1, LARGE);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ceil (bounds->size.width * times),
                                ceil (bounds->size.height * times));
  cairo_t *cr = cairo_create (surface);
  GdkRGBA color;

  cairo_scale (cr, times, times);
  cairo_translate (cr, -bounds->origin.x, -bounds->origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  color = get_fullest (surface);
  cairo_surface_destroy (surface);

  return color;
}

static void
tell (Picture               *self,
      GtkWidget             *widget,
      const graphene_rect_t *ink,
      double                 contrast,
      const GdkRGBA         *text,
      const GdkRGBA         *ground)
{
  g_autofree char *what = NULL;
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) :
                      widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "?";

  what = g_strdup_printf ("contrast %.2f of #%02x%02x%02x on #%02x%02x%02x", contrast,
                          (guint) (text->red * 255 + 0.5), (guint) (text->green * 255 + 0.5),
                          (guint) (text->blue * 255 + 0.5), (guint) (ground->red * 255 + 0.5),
                          (guint) (ground->green * 255 + 0.5), (guint) (ground->blue * 255 + 0.5));

  if (g_hash_table_add (self->seen, g_strconcat (what, words, NULL)))
    _yd_look_find (self->look, what, ink, words);
}

static void
look_at_text (Picture       *self,
              GskRenderNode *node,
              const Around  *around)
{
  graphene_rect_t bounds, ink;
  GtkWidget *widget;
  GdkRGBA color, ground, text;
  double alpha, contrast;

  gsk_render_node_get_bounds (node, &bounds);
  gsk_transform_transform_bounds (around->transform, &bounds, &ink);
  if (gsk_text_node_has_color_glyphs (node) ||
      !graphene_rect_intersection (&ink, &around->clip, &ink))
    return;

  color = get_color (node, &bounds);
  alpha = color.alpha * around->opacity;
  if (alpha < NOTHING)
    return;

  /* What cannot be used now may be dim (WCAG says so too). */
  widget = _yd_look_get_widget_at (self->look, ink.origin.x + ink.size.width / 2,
                                   ink.origin.y + ink.size.height / 2);
  if (widget != NULL && !gtk_widget_is_sensitive (widget))
    return;

  /* A bar that comes over a text goes again. */
  if (widget != NULL && gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL)
    return;

  ground = get_ground (self, &ink, &color);
  text = lay_over (&color, alpha, &ground);
  contrast = get_contrast (&text, &ground);
  if (contrast < LEAST)
    tell (self, widget, &ink, contrast, &text, &ground);
}

static void walk (Picture       *self,
                  GskRenderNode *node,
                  const Around  *around);

static void
walk_clip (Picture               *self,
           GskRenderNode         *child,
           const graphene_rect_t *clip,
           const Around          *around)
{
  Around inner = *around;
  graphene_rect_t bounds;

  gsk_transform_transform_bounds (around->transform, clip, &bounds);
  if (graphene_rect_intersection (&bounds, &around->clip, &inner.clip))
    walk (self, child, &inner);
}

static void
walk_transform (Picture       *self,
                GskRenderNode *node,
                const Around  *around)
{
  g_autoptr(GskTransform) transform = gsk_transform_ref (around->transform);
  Around inner = *around;

  transform = gsk_transform_transform (transform, gsk_transform_node_get_transform (node));
  inner.transform = transform;
  walk (self, gsk_transform_node_get_child (node), &inner);
}

static void
walk_opacity (Picture       *self,
              GskRenderNode *node,
              const Around  *around)
{
  Around inner = *around;

  inner.opacity *= gsk_opacity_node_get_opacity (node);
  walk (self, gsk_opacity_node_get_child (node), &inner);
}

static void
walk (Picture       *self,
      GskRenderNode *node,
      const Around  *around)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_TEXT_NODE)
    look_at_text (self, node, around);
  else if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      walk (self, gsk_container_node_get_child (node, i), around);
  else if (type == GSK_TRANSFORM_NODE)
    walk_transform (self, node, around);
  else if (type == GSK_OPACITY_NODE)
    walk_opacity (self, node, around);
  else if (type == GSK_CLIP_NODE)
    walk_clip (self, gsk_clip_node_get_child (node), gsk_clip_node_get_clip (node), around);
  else if (type == GSK_ROUNDED_CLIP_NODE)
    walk_clip (self, gsk_rounded_clip_node_get_child (node),
               &gsk_rounded_clip_node_get_clip (node)->bounds, around);
  else if (type == GSK_SHADOW_NODE)
    walk (self, gsk_shadow_node_get_child (node), around);
  else if (type == GSK_COLOR_MATRIX_NODE)
    walk (self, gsk_color_matrix_node_get_child (node), around);
  else if (type == GSK_DEBUG_NODE)
    walk (self, gsk_debug_node_get_child (node), around);
}

void
_yd_look_at_contrast (YdLook *self)
{
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = yd_screenshot_render (self->root, &node);
  g_autoptr(GskTransform) transform = NULL;
  Picture picture = { .look = self };
  Around around = { .opacity = 1 };

  if (texture == NULL)
    {
      _yd_look_find (self, "not drawn", &GRAPHENE_RECT_INIT (0, 0, 0, 0), NULL);
      return;
    }

  transform = gsk_transform_new ();
  around.transform = transform;
  around.clip = GRAPHENE_RECT_INIT (0, 0, gdk_texture_get_width (texture),
                                    gdk_texture_get_height (texture));
  picture.width = gdk_texture_get_width (texture);
  picture.height = gdk_texture_get_height (texture);
  picture.pixels = g_new (guint32, (gsize) picture.width * picture.height);
  picture.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gdk_texture_download (texture, (guchar *) picture.pixels, (gsize) picture.width * 4);

  walk (&picture, node, &around);

  g_hash_table_unref (picture.seen);
  g_free (picture.pixels);
}
