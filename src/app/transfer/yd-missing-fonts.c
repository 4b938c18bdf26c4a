/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-missing-fonts.h"

#include <glib/gi18n-lib.h>

#include "yd-page-font.h"

/**
 * yd_fonts_list_used:
 * @style: how a page looks
 *
 * Returns: (transfer full) (element-type utf8): the families that a document of this
 *   style names, each once
 */
GPtrArray *
yd_fonts_list_used (const YdPageStyle *style)
{
  GPtrArray *used = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < YD_N_FONTS; i++)
    if (!g_ptr_array_find_with_equal_func (used, style->fonts[i].family, g_str_equal, NULL))
      g_ptr_array_add (used, g_strdup (style->fonts[i].family));

  return used;
}

/**
 * yd_fonts_list_missing:
 * @style: how a page looks
 * @fonts: the fonts of this computer
 *
 * Returns: (transfer full) (element-type utf8): those of yd_fonts_list_used() that
 *   are not here
 */
GPtrArray *
yd_fonts_list_missing (const YdPageStyle *style,
                       PangoFontMap      *fonts)
{
  g_autoptr(GPtrArray) used = yd_fonts_list_used (style);
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < used->len; i++)
    {
      const char *name = g_ptr_array_index (used, i);

      if (!yd_page_font_is_here (name, fonts))
        g_ptr_array_add (missing, g_strdup (name));
    }

  return missing;
}

/**
 * yd_fonts_dup_words:
 * @style: how a page looks
 * @fonts: the fonts of this computer
 * @embedded: whether the file has its fonts in it, so that others really stand in
 * @all_here: (out): whether it has all
 *
 * Returns: (transfer full): one sentence: which fonts the file names, and what it means that
 *   some are not here
 */
char *
yd_fonts_dup_words (const YdPageStyle *style,
                    PangoFontMap      *fonts,
                    gboolean           embedded,
                    gboolean          *all_here)
{
  g_autoptr(GPtrArray) used = yd_fonts_list_used (style);
  g_autoptr(GPtrArray) missing = yd_fonts_list_missing (style, fonts);
  g_autofree char *used_names = NULL;
  g_autofree char *missing_names = NULL;

  *all_here = missing->len == 0;
  g_ptr_array_add (used, NULL);
  g_ptr_array_add (missing, NULL);
  /* Translators: between the names of fonts in a list */
  used_names = g_strjoinv (_(", "), (char **) used->pdata);
  missing_names = g_strjoinv (_(", "), (char **) missing->pdata);

  if (*all_here)
    return g_strdup_printf (_("Fonts in the file: %s. All are on this computer."), used_names);

  if (embedded)
    return g_strdup_printf (_("Not on this computer: %s. The nearest fonts that are here stand "
                              "in."), missing_names);

  return g_strdup_printf (_("Not on this computer: %s. The preview shows other fonts; the file "
                            "names the official ones, as offices have them."), missing_names);
}
