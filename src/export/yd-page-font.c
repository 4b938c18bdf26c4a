/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-font.h"

#include <string.h>

/* A family has a Chinese and a Latin name, and Pango lists only one of them. */
static const char *const other_names[][2] = {
  { "方正小标宋简体", "FZXiaoBiaoSong-B05S" },
  { "方正小标宋_GBK", "FZXiaoBiaoSong-B05" },
  { "黑体",           "SimHei" },
  { "宋体",           "SimSun" },
  { "仿宋",           "FangSong" },
  { "仿宋_GB2312",    "FangSong_GB2312" },
  { "楷体",           "KaiTi" },
  { "楷体_GB2312",    "KaiTi_GB2312" },
};

/* What comes nearest on a computer that has no office fonts: first those of the same kind of
 * letter, at the end what Debian brings. A title's letter is heavy in itself (小标宋), so a
 * song that stands in for it is set bold. */
static const struct
{
  const char *part;       /* of the family's name */
  PangoWeight weight;     /* of what stands in */
  const char *stand_ins;
} kinds[] = {
  { "小标宋", PANGO_WEIGHT_NORMAL, "STZhongsong" },
  { "小标宋", PANGO_WEIGHT_BOLD,   "Noto Serif CJK SC,Source Han Serif SC,Noto Sans CJK SC" },
  { "仿宋",   PANGO_WEIGHT_NORMAL, "FangSong,仿宋,STFangsong,FandolFang R,FandolFang,"
                                   "Noto Serif CJK SC,Source Han Serif SC,Noto Sans CJK SC" },
  { "楷",     PANGO_WEIGHT_NORMAL, "KaiTi,楷体,STKaiti,FandolKai,AR PL KaitiM GB,AR PL UKai CN,"
                                   "Noto Serif CJK SC,Source Han Serif SC,Noto Sans CJK SC" },
  { "黑",     PANGO_WEIGHT_NORMAL, "SimHei,黑体,STHeiti,FandolHei" },
  { "黑",     PANGO_WEIGHT_BOLD,   "Noto Sans CJK SC,Source Han Sans SC" },
  { "宋",     PANGO_WEIGHT_NORMAL, "SimSun,宋体,STSong,FandolSong,Noto Serif CJK SC,"
                                   "Source Han Serif SC,Noto Sans CJK SC" },
};

static gboolean
has_family (PangoFontMap *fonts,
            const char   *name)
{
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  if (name == NULL)
    return FALSE;

  pango_font_map_list_families (fonts, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    if (g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name) == 0)
      return TRUE;

  return FALSE;
}

static const char *
find_other_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_strcmp0 (other_names[i][0], name) == 0)
      return other_names[i][1];

  return NULL;
}

/* Returns: (nullable) (transfer full): the first of the comma list that is here */
static char *
dup_first_here (const char   *names,
                PangoFontMap *fonts)
{
  g_auto(GStrv) list = g_strsplit (names, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (has_family (fonts, list[i]))
      return g_strdup (list[i]);

  return NULL;
}

/**
 * yd_page_font_is_here:
 * @family: a family as the office's own programs name it
 * @fonts: the fonts of this computer
 *
 * Returns: whether it has the family, by its Chinese or its Latin name
 */
gboolean
yd_page_font_is_here (const char   *family,
                      PangoFontMap *fonts)
{
  g_return_val_if_fail (family != NULL && PANGO_IS_FONT_MAP (fonts), FALSE);

  return has_family (fonts, family) || has_family (fonts, find_other_name (family));
}

/* Sets the family that comes nearest, and its weight. */
static void
set_stand_in (PangoFontDescription *description,
              const char           *family,
              PangoFontMap         *fonts)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *here = NULL;

      if (strstr (family, kinds[i].part) != NULL)
        here = dup_first_here (kinds[i].stand_ins, fonts);
      if (here == NULL)
        continue;

      pango_font_description_set_family (description, here);
      pango_font_description_set_weight (description, kinds[i].weight);
      return;
    }
}

/**
 * yd_page_font_describe:
 * @font: what the page is to be set in
 * @fonts: the fonts of this computer
 *
 * A family that is not here is replaced by one whose letters look like it, or where there is
 * none by what fontconfig takes.
 *
 * Returns: (transfer full): the font to ask Pango for
 */
PangoFontDescription *
yd_page_font_describe (const YdFont *font,
                       PangoFontMap *fonts)
{
  PangoFontDescription *description;
  const char *other;

  g_return_val_if_fail (font != NULL && PANGO_IS_FONT_MAP (fonts), NULL);

  description = pango_font_description_new ();
  pango_font_description_set_size (description, (int) (font->size * PANGO_SCALE + 0.5));
  pango_font_description_set_family (description, font->family);
  other = find_other_name (font->family);
  if (!has_family (fonts, font->family) && has_family (fonts, other))
    pango_font_description_set_family (description, other);
  else if (!has_family (fonts, font->family))
    set_stand_in (description, font->family, fonts);

  return description;
}
