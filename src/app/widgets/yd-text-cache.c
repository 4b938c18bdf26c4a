/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-text-cache.h"

#include <math.h>

/* So many texts are kept from a generation to the next; a screen of the timeline has 150. */
#define MAX_YOUNG 500

/* The theme's headings do not follow the font of the desktop, only its scale. */
#define CHAPTER_POINTS 11

typedef struct
{
  int   style;
  int   width;
  char *text;
} Key;

struct _YdTextCache
{
  /* Owned */
  GHashTable *young;      /* Key -> PangoLayout */
  GHashTable *old;

  /* Borrowed */
  GtkWidget  *widget;     /* has it, and dies after it */

  int         baselines[YD_N_TEXT_STYLES];      /* zero as long as it is not known */
  int         heights[YD_N_TEXT_STYLES];
};

static const double scales[YD_N_TEXT_STYLES] = {
  [YD_TEXT_BODY] = 1, [YD_TEXT_HEADING] = 1, [YD_TEXT_CAPTION] = 0.86,
  [YD_TEXT_CAPTION_HEADING] = 0.86, [YD_TEXT_TITLE] = 1.18, [YD_TEXT_CHAPTER] = 1,
  [YD_TEXT_PILL] = 0.86, [YD_TEXT_TAG] = 0.82, [YD_TEXT_UPRIGHT] = 0.86,
  [YD_TEXT_UPRIGHT_HEADING] = 0.86,
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ ((guint) key->width * 31u + (guint) key->style);
}

static gboolean
equal_key (gconstpointer a,
           gconstpointer b)
{
  const Key *left = a, *right = b;

  return left->style == right->style && left->width == right->width &&
         g_str_equal (left->text, right->text);
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (hash_key, equal_key, free_key, g_object_unref);
}

/**
 * yd_text_cache_new:
 * @widget: whose font it is; it must outlive the cache
 *
 * Returns: (transfer full): an empty cache
 */
YdTextCache *
yd_text_cache_new (GtkWidget *widget)
{
  YdTextCache *self = g_new0 (YdTextCache, 1);

  self->widget = widget;
  self->young = new_generation ();
  self->old = new_generation ();

  return self;
}

void
yd_text_cache_free (YdTextCache *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_free (self);
}

/* The font is another one now. */
void
yd_text_cache_clear (YdTextCache *self)
{
  g_hash_table_remove_all (self->young);
  g_hash_table_remove_all (self->old);
  memset (self->baselines, 0, sizeof self->baselines);
}

static void
set_style (PangoLayout *layout,
           YdTextStyle  style)
{
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();

  /* Figures stand below each other. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));
  if (scales[style] != 1)
    pango_attr_list_insert (list, pango_attr_scale_new (scales[style]));
  if (style == YD_TEXT_HEADING || style == YD_TEXT_CAPTION_HEADING || style == YD_TEXT_TITLE ||
      style == YD_TEXT_CHAPTER || style == YD_TEXT_UPRIGHT_HEADING)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style == YD_TEXT_CHAPTER)
    pango_attr_list_insert (list, pango_attr_size_new (CHAPTER_POINTS * PANGO_SCALE));
  if (style == YD_TEXT_PILL)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_MEDIUM));
  pango_layout_set_attributes (layout, list);
}

/* A line that is turned when it is drawn: with this gravity Chinese letters are turned back,
 * and punctuation takes the form that it has in such lines.
 */
static PangoLayout *
make_upright (YdTextCache *self)
{
  PangoContext *context = gtk_widget_create_pango_context (self->widget);
  PangoLayout *layout;

  pango_context_set_base_gravity (context, PANGO_GRAVITY_EAST);
  pango_context_set_gravity_hint (context, PANGO_GRAVITY_HINT_NATURAL);

  layout = pango_layout_new (context);
  g_object_unref (context);

  return layout;
}

static PangoLayout *
make_layout (YdTextCache *self,
             const Key   *key)
{
  const gboolean upright = key->style >= YD_TEXT_UPRIGHT;
  PangoLayout *layout = upright ? make_upright (self)
                                : gtk_widget_create_pango_layout (self->widget, NULL);

  pango_layout_set_text (layout, key->text, -1);
  set_style (layout, key->style);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (key->width >= 0)
    {
      pango_layout_set_width (layout, key->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

static void
keep (YdTextCache *self,
      const Key   *key,
      PangoLayout *layout)
{
  if (g_hash_table_size (self->young) >= MAX_YOUNG)
    {
      g_hash_table_unref (self->old);
      self->old = g_steal_pointer (&self->young);
      self->young = new_generation ();
    }

  g_hash_table_insert (self->young,
                       g_memdup2 (&(Key) { key->style, key->width, g_strdup (key->text) },
                                  sizeof *key),
                       layout);
}

/**
 * yd_text_cache_get:
 * @self: a cache
 * @text: one line
 * @style: how it is set
 * @width: pixels after which it is cut with an ellipsis, or -1
 *
 * Returns: (transfer none): @text laid out; it is there until the next call
 */
PangoLayout *
yd_text_cache_get (YdTextCache *self,
                   const char  *text,
                   YdTextStyle  style,
                   int          width)
{
  const Key key = { style, width, (char *) text };
  PangoLayout *layout;

  g_return_val_if_fail (text != NULL, NULL);

  layout = g_hash_table_lookup (self->young, &key);
  if (layout != NULL)
    return layout;

  layout = g_hash_table_lookup (self->old, &key);
  layout = layout != NULL ? g_object_ref (layout) : make_layout (self, &key);
  keep (self, &key, layout);

  return layout;
}

/* Returns: how wide @text is, in pixels */
int
yd_text_cache_get_width (YdTextCache *self,
                         const char  *text,
                         YdTextStyle  style)
{
  int width;

  pango_layout_get_pixel_size (yd_text_cache_get (self, text, style, -1), &width, NULL);

  return width;
}

/* Lines are as high as Chinese and Latin letters together, whatever they say. */
static void
find_metrics (YdTextCache *self,
              YdTextStyle  style)
{
  PangoLayout *layout;

  if (self->baselines[style] != 0)
    return;

  layout = yd_text_cache_get (self, "国Ag1", style, -1);
  self->baselines[style] = pango_layout_get_baseline (layout);
  pango_layout_get_pixel_size (layout, NULL, &self->heights[style]);
}

/* Returns: how high a line is, in pixels */
int
yd_text_cache_get_height (YdTextCache *self,
                          YdTextStyle  style)
{
  find_metrics (self, style);

  return self->heights[style];
}

/* Returns: how many texts are kept */
guint
yd_text_cache_get_size (YdTextCache *self)
{
  return g_hash_table_size (self->young) + g_hash_table_size (self->old);
}

/**
 * yd_text_cache_draw:
 * @self: a cache
 * @snapshot: where to
 * @text: one line
 * @style: how it is set
 * @color: its colour
 * @area: where it stands, in the middle of its height; it is cut if it is too long
 * @xalign: 0 at the left, 1 at the right of @area
 */
void
yd_text_cache_draw (YdTextCache           *self,
                    GtkSnapshot           *snapshot,
                    const char            *text,
                    YdTextStyle            style,
                    const GdkRGBA         *color,
                    const graphene_rect_t *area,
                    double                 xalign)
{
  const int room = (int) floor (area->size.width);
  PangoLayout *layout;
  int width, baseline;
  double x, y;

  if (room <= 0 || *text == '\0')
    return;

  find_metrics (self, style);
  layout = yd_text_cache_get (self, text, style, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      layout = yd_text_cache_get (self, text, style, room);
      width = room;
    }

  baseline = self->baselines[style] - pango_layout_get_baseline (layout);
  x = area->origin.x + floor ((room - width) * xalign);
  y = area->origin.y + floor ((area->size.height - self->heights[style]) / 2);
  y += round ((double) baseline / PANGO_SCALE);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * yd_text_cache_draw_upright:
 * @self: a cache
 * @snapshot: where to
 * @text: one line
 * @style: one of the upright styles
 * @color: its colour
 * @area: where it stands, in the middle of its width; it is cut if it is too long
 * @yalign: 0 at the top, 1 at the bottom of @area
 */
void
yd_text_cache_draw_upright (YdTextCache           *self,
                            GtkSnapshot           *snapshot,
                            const char            *text,
                            YdTextStyle            style,
                            const GdkRGBA         *color,
                            const graphene_rect_t *area,
                            double                 yalign)
{
  const int room = (int) floor (area->size.height);
  PangoLayout *layout;
  int length, thickness;

  if (room <= 0 || *text == '\0')
    return;

  layout = yd_text_cache_get (self, text, style, -1);
  pango_layout_get_pixel_size (layout, &length, NULL);
  if (length > room)
    {
      layout = yd_text_cache_get (self, text, style, room);
      length = room;
    }
  pango_layout_get_pixel_size (layout, NULL, &thickness);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
    &GRAPHENE_POINT_INIT (area->origin.x + ceil ((area->size.width + thickness) / 2),
                          area->origin.y + floor ((room - length) * yalign)));
  gtk_snapshot_rotate (snapshot, 90);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
