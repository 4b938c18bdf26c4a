/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-first-fonts.h"

#include <adwaita.h>
#include <math.h>

/* Pango looks for each font on threads of its own, but the layout of the first frame asks
 * for one after the other and waits for each. Here all are asked for while the main thread
 * has something else to do. It is a guess: a font that nobody wants, or that was not guessed,
 * costs its time and nothing else. A later libadwaita has other sizes, of which each version
 * may have its own; there nothing is guessed.
 */
#define KNOWN_MINOR 2           /* of libadwaita 1 */

/* What the stylesheets make of the font of the desktop on the first screen: plain text, the
 * title, which has a size of its own, and the buttons.
 */
static const struct
{
  double      scale;
  double      points;
  PangoWeight weight;
} fonts[] = {
  { 1, 0,  PANGO_WEIGHT_NORMAL    },
  { 0, 20, PANGO_WEIGHT_ULTRABOLD },
  { 1, 0,  PANGO_WEIGHT_BOLD      },
};

/* Called for each font with what GTK would ask Pango for. */
typedef void (*FontFunc) (PangoContext               *context,
                          const PangoFontDescription *description);

static void
load (PangoContext               *context,
      const PangoFontDescription *description)
{
  PangoFontset *set =
    pango_font_map_load_fontset (pango_context_get_font_map (context), context, description,
                                 pango_context_get_language (context));

  g_clear_object (&set);
}

/* Returns: (transfer full) (nullable): what Pango measures @font in, of which only language
 *   and options are set; %NULL when the file of the font cannot be read
 */
static PangoContext *
create_sample_context (PangoFont     *font,
                       PangoLanguage *language)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  PangoContext *context;
  cairo_font_options_t *options;

  if (scaled == NULL)
    return NULL;

  context = pango_font_map_create_context (pango_font_get_font_map (font));
  options = cairo_font_options_create ();
  cairo_scaled_font_get_font_options (scaled, options);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_language (context, language);
  cairo_font_options_destroy (options);

  return context;
}

/* Returns: (transfer full) (nullable): what Pango would show the sample text with */
static PangoFont *
find_sample_font (PangoContext               *context,
                  const PangoFontDescription *description)
{
  PangoLanguage *language = pango_context_get_language (context);
  const char *sample = pango_language_get_sample_string (language);
  PangoFontset *set = pango_font_map_load_fontset (pango_context_get_font_map (context), context,
                                                   description, language);
  PangoFont *font =
    set != NULL ? pango_fontset_get_font (set, g_utf8_get_char (sample)) : NULL;

  g_clear_object (&set);

  return font;
}

static void
load_by_own_name (PangoFont     *font,
                  PangoLanguage *language)
{
  PangoContext *context = create_sample_context (font, language);
  PangoFontDescription *description;

  if (context == NULL)
    return;

  description = pango_font_describe_with_absolute_size (font);
  load (context, description);
  pango_font_description_free (description);
  g_object_unref (context);
}

/* Pango measures a font by a sample text, for which it asks for that font by its own name. A
 * computer without a font has nothing to be asked for.
 */
static void
load_sample (PangoContext               *context,
             const PangoFontDescription *description)
{
  PangoFont *font = find_sample_font (context, description);

  if (font != NULL)
    load_by_own_name (font, pango_context_get_language (context));
  g_clear_object (&font);
}

static double
get_pixels_per_point (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);

  return (dpi > 0 ? (double) dpi / PANGO_SCALE : 96) / 72;
}

/* With nothing left open, as GTK describes it to Pango; it takes family and size alone. */
static PangoFontDescription *
describe_desktop_font (double *pixels)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name);
  *pixels = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    *pixels *= get_pixels_per_point ();

  pango_font_description_set_style (font, PANGO_STYLE_NORMAL);
  pango_font_description_set_variant (font, PANGO_VARIANT_NORMAL);
  pango_font_description_set_stretch (font, PANGO_STRETCH_NORMAL);

  return font;
}

/**
 * yd_first_fonts_list:
 *
 * Returns: (transfer full) (element-type PangoFontDescription): the fonts of the first screen;
 *   none where they are not known
 */
GPtrArray *
yd_first_fonts_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_font_description_free);
  double pixels;
  PangoFontDescription *font;

  if (adw_get_major_version () != 1 || adw_get_minor_version () > KNOWN_MINOR)
    return list;

  font = describe_desktop_font (&pixels);
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      const double size = pixels * fonts[i].scale + get_pixels_per_point () * fonts[i].points;

      pango_font_description_set_weight (font, fonts[i].weight);
      pango_font_description_set_absolute_size (font, round (size * PANGO_SCALE));
      g_ptr_array_add (list, pango_font_description_copy (font));
    }

  pango_font_description_free (font);

  return list;
}

static void
call_for_each (FontFunc func)
{
  g_autoptr(GPtrArray) list = yd_first_fonts_list ();
  GtkWidget *label;
  PangoContext *context;

  if (list->len == 0)
    return;

  label = g_object_ref_sink (gtk_label_new (NULL));
  context = gtk_widget_create_pango_context (label);
  for (guint i = 0; i < list->len; i++)
    func (context, g_ptr_array_index (list, i));

  g_object_unref (context);
  g_object_unref (label);
}

/**
 * yd_first_fonts_find:
 *
 * Has the fonts of the first screen looked for. To be called when there are settings of
 * GTK, before the stylesheets are read.
 */
void
yd_first_fonts_find (void)
{
  call_for_each (load);
}

/**
 * yd_first_fonts_find_samples:
 *
 * Has what measures those fonts looked for, too. To be called once they were found, before
 * the first window is made.
 */
void
yd_first_fonts_find_samples (void)
{
  call_for_each (load_sample);
}
