/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-missing-fonts.h"

#include <glib/gi18n-lib.h>

/* A family has a Chinese and a Latin name, and Pango lists only one of them. */
static const char * const other_names[][2] = {
  { "方正小标宋简体", "FZXiaoBiaoSong-B05S" },
  { "方正小标宋_GBK", "FZXiaoBiaoSong-B05" },
  { "黑体",           "SimHei" },
  { "宋体",           "SimSun" },
  { "仿宋",           "FangSong" },
  { "仿宋_GB2312",    "FangSong_GB2312" },
  { "楷体",           "KaiTi" },
  { "楷体_GB2312",    "KaiTi_GB2312" },
};

static const char *
find_other_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_strcmp0 (other_names[i][0], name) == 0)
      return other_names[i][1];

  return NULL;
}

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

static gboolean
has_family (PangoFontFamily **families,
            int               n_families,
            const char       *name)
{
  for (int i = 0; name != NULL && i < n_families; i++)
    if (g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name) == 0)
      return TRUE;

  return FALSE;
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
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  pango_font_map_list_families (fonts, &families, &n_families);
  for (guint i = 0; i < used->len; i++)
    {
      const char *name = g_ptr_array_index (used, i);

      if (!has_family (families, n_families, name) &&
          !has_family (families, n_families, find_other_name (name)))
        g_ptr_array_add (missing, g_strdup (name));
    }

  return missing;
}

/**
 * yd_fonts_dup_words:
 * @style: how a page looks
 * @fonts: the fonts of this computer
 * @all_here: (out): whether it has all
 *
 * Returns: (transfer full): one sentence: which fonts the file names, and what it means that
 *   some are not here
 */
char *
yd_fonts_dup_words (const YdPageStyle *style,
                    PangoFontMap      *fonts,
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

  return g_strdup_printf (_("Not on this computer: %s. The preview shows other fonts; the file "
                            "names the official ones, as offices have them."), missing_names);
}
