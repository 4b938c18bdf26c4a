/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-pages.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "yd-page-font.h"

/**
 * YdPages:
 *
 * A document laid out in pages. What is derived from it says how many there are, how large each
 * is, and draws it; the PDF, a picture, the preview and the printer all show what it draws, so
 * that they cannot differ.
 *
 * Text is set with yd_pages_create_layout() alone: its metrics do not depend on where the page
 * is drawn, and each object has a font map of its own. What is drawn does not follow the plan:
 * it is taken when the object is made. So it may be made in any thread and drawn in others, one
 * page at a time, such as in a window while it is written to a file.
 */

typedef struct
{
  char         *title;
  PangoFontMap *fonts;      /* both from the first text on */
  PangoContext *context;
  GPtrArray    *missing;    /* families that something stands in for */
  GMutex        drawing;
} YdPagesPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YdPages, yd_pages, G_TYPE_OBJECT)

#define PRIV(self) ((YdPagesPrivate *) yd_pages_get_instance_private (self))

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Glyphs stand where their outlines say, at every size: else a line would be broken elsewhere
 * on the screen than on paper. */
static PangoContext *
create_context (PangoFontMap *fonts)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context = pango_font_map_create_context (fonts);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  cairo_font_options_destroy (options);

  return context;
}

static guint
yd_pages_real_get_n_pages (YdPages *self)
{
  return 1;
}

static void
yd_pages_real_get_size (YdPages *self,
                        guint    page,
                        double  *width,
                        double  *height)
{
  *width = 210;
  *height = 297;
}

static void
yd_pages_real_draw (YdPages *self,
                    guint    page,
                    cairo_t *cr)
{
}

static void
yd_pages_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, PRIV (YD_PAGES (object))->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yd_pages_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  if (id == PROP_TITLE)
    PRIV (YD_PAGES (object))->title = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yd_pages_finalize (GObject *object)
{
  YdPagesPrivate *priv = PRIV (YD_PAGES (object));

  g_clear_object (&priv->context);
  g_clear_object (&priv->fonts);
  g_ptr_array_unref (priv->missing);
  g_mutex_clear (&priv->drawing);
  g_free (priv->title);

  G_OBJECT_CLASS (yd_pages_parent_class)->finalize (object);
}

static void
yd_pages_class_init (YdPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yd_pages_get_property;
  object_class->set_property = yd_pages_set_property;
  object_class->finalize = yd_pages_finalize;

  klass->get_n_pages = yd_pages_real_get_n_pages;
  klass->get_size = yd_pages_real_get_size;
  klass->draw = yd_pages_real_draw;

  /**
   * YdPages:title:
   *
   * What the document is called, for the properties of a PDF and the queue of a printer.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yd_pages_init (YdPages *self)
{
  PRIV (self)->missing = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&PRIV (self)->drawing);
}

/**
 * yd_pages_get_title:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): what it is called
 */
const char *
yd_pages_get_title (YdPages *self)
{
  g_return_val_if_fail (YD_IS_PAGES (self), NULL);

  return PRIV (self)->title;
}

/**
 * yd_pages_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has, at least one
 */
guint
yd_pages_get_n_pages (YdPages *self)
{
  g_return_val_if_fail (YD_IS_PAGES (self), 0);

  return YD_PAGES_GET_CLASS (self)->get_n_pages (self);
}

/**
 * yd_pages_get_size:
 * @self: a document
 * @page: which page, from 0
 * @width: (out): of its sheet, in millimetres
 * @height: (out): likewise
 */
void
yd_pages_get_size (YdPages *self,
                   guint    page,
                   double  *width,
                   double  *height)
{
  g_return_if_fail (YD_IS_PAGES (self) && page < yd_pages_get_n_pages (self));
  g_return_if_fail (width != NULL && height != NULL);

  YD_PAGES_GET_CLASS (self)->get_size (self, page, width, height);
}

/**
 * yd_pages_draw:
 * @self: a document
 * @page: which page, from 0
 * @cr: where to, a point to the unit, the corner of the sheet at the origin
 *
 * Draws what is on the page, not the paper: the ground is left as it is. Another thread that
 * draws a page waits.
 */
void
yd_pages_draw (YdPages *self,
               guint    page,
               cairo_t *cr)
{
  g_return_if_fail (YD_IS_PAGES (self) && page < yd_pages_get_n_pages (self));
  g_return_if_fail (cr != NULL);

  g_mutex_lock (&PRIV (self)->drawing);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  YD_PAGES_GET_CLASS (self)->draw (self, page, cr);
  cairo_restore (cr);
  g_mutex_unlock (&PRIV (self)->drawing);
}

/**
 * yd_pages_create_layout:
 * @self: a document
 * @font: what the text is set in
 *
 * For what is derived from #YdPages, while it is made or draws. A Pango unit of the layout is
 * %PANGO_SCALE-th of a point, whatever it is drawn on; show it with pango_cairo_show_layout() and
 * never update it to the place.
 *
 * Returns: (transfer full): an empty layout in that font, or in what stands in for it here;
 *   it wraps between words and, where a word is too long, between letters
 */
PangoLayout *
yd_pages_create_layout (YdPages      *self,
                        const YdFont *font)
{
  YdPagesPrivate *priv = PRIV (self);
  g_autoptr(PangoFontDescription) description = NULL;
  PangoLayout *layout;

  g_return_val_if_fail (YD_IS_PAGES (self) && font != NULL, NULL);

  if (priv->context == NULL)
    {
      priv->fonts = pango_cairo_font_map_new ();
      priv->context = create_context (priv->fonts);
    }

  if (!yd_page_font_is_here (font->family, priv->fonts) &&
      !g_ptr_array_find_with_equal_func (priv->missing, font->family, g_str_equal, NULL))
    g_ptr_array_add (priv->missing, g_strdup (font->family));

  description = yd_page_font_describe (font, priv->fonts);
  layout = pango_layout_new (priv->context);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

/**
 * yd_pages_list_missing_fonts:
 * @self: a document that is laid out
 *
 * Returns: (transfer full) (element-type utf8): the families in which it should be set and for
 *   which others stand in, as this computer has not got them
 */
GPtrArray *
yd_pages_list_missing_fonts (YdPages *self)
{
  GPtrArray *missing;

  g_return_val_if_fail (YD_IS_PAGES (self), NULL);

  missing = g_ptr_array_new_with_free_func (g_free);
  g_mutex_lock (&PRIV (self)->drawing);
  for (guint i = 0; i < PRIV (self)->missing->len; i++)
    g_ptr_array_add (missing, g_strdup (g_ptr_array_index (PRIV (self)->missing, i)));
  g_mutex_unlock (&PRIV (self)->drawing);

  return missing;
}
