/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-missing-fonts.h"

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
