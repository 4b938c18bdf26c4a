/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-style.h"

#include "yd-compat.h"

#define POINTS_PER_MM (72 / 25.4)

/* White round a sheet that is read at the desk and not bound. */
#define WORKING_MARGIN 15

G_DEFINE_BOXED_TYPE (YdPageStyle, yd_page_style, yd_page_style_copy, yd_page_style_free)

/* The standard gives roles (小标宋 for a title, 黑体 and 楷体 for the first two levels, 仿宋 for
 * the text), habit gives these family names. 22 pt is 2号, 16 pt 3号, 14 pt 4号, 12 pt 小四. A
 * table is set smaller than running text. */
static const YdFont default_fonts[YD_N_FONTS] = {
  [YD_FONT_TITLE]    = { (char *) "方正小标宋简体", 22 },
  [YD_FONT_SUBTITLE] = { (char *) "楷体_GB2312", 14 },
  [YD_FONT_HEAD]     = { (char *) "黑体", 12 },
  [YD_FONT_BAND]     = { (char *) "黑体", 12 },
  [YD_FONT_SUBBAND]  = { (char *) "楷体_GB2312", 12 },
  [YD_FONT_BODY]     = { (char *) "仿宋_GB2312", 12 },
  [YD_FONT_NOTE]     = { (char *) "仿宋_GB2312", 12 },
  [YD_FONT_PAGE]     = { (char *) "宋体", 14 },
};

/* 五号 for what is read, 三号 for the title, 小五 at the foot. */
static const double working_sizes[YD_N_FONTS] = {
  [YD_FONT_TITLE]    = 16,
  [YD_FONT_SUBTITLE] = 10.5,
  [YD_FONT_HEAD]     = 10.5,
  [YD_FONT_BAND]     = 10.5,
  [YD_FONT_SUBBAND]  = 10.5,
  [YD_FONT_BODY]     = 10.5,
  [YD_FONT_NOTE]     = 10.5,
  [YD_FONT_PAGE]     = 9,
};

/**
 * yd_page_style_new:
 *
 * Returns: (transfer full): A4 landscape with the fonts of GB/T 9704-2012
 */
YdPageStyle *
yd_page_style_new (void)
{
  YdPageStyle *self = g_new0 (YdPageStyle, 1);

  for (guint i = 0; i < YD_N_FONTS; i++)
    yd_page_style_set_font (self, i, default_fonts[i].family, default_fonts[i].size);
  yd_page_style_set_landscape (self, TRUE);

  return self;
}

YdPageStyle *
yd_page_style_copy (const YdPageStyle *self)
{
  YdPageStyle *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  for (guint i = 0; i < YD_N_FONTS; i++)
    copy->fonts[i].family = g_strdup (self->fonts[i].family);

  return copy;
}

void
yd_page_style_free (YdPageStyle *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < YD_N_FONTS; i++)
    g_free (self->fonts[i].family);
  g_free (self);
}

/**
 * yd_page_style_set_landscape:
 * @self: a style
 * @landscape: whether the long side lies across
 *
 * Turns the sheet and sets the margins of the standard (§5.2: 37 mm above,
 * 28 mm at the binding, a text area of 156 × 225 mm). A sheet that lies across
 * keeps that area: the head of the table is at the binding (§8), so the
 * binding's margin is the upper one.
 */
void
yd_page_style_set_landscape (YdPageStyle *self,
                             gboolean     landscape)
{
  g_return_if_fail (self != NULL);

  self->landscape = landscape;
  if (self->foot == YD_FOOT_WORKING)
    {
      self->top = self->bottom = self->left = self->right = WORKING_MARGIN;
      return;
    }

  self->top = landscape ? 28 : 37;
  self->bottom = landscape ? 26 : 35;
  self->left = landscape ? 35 : 28;
  self->right = landscape ? 37 : 26;
}

/**
 * yd_page_style_set_working:
 * @self: a style
 *
 * Makes it one for the desk: what is printed in the morning, written on and thrown away. The
 * white is narrow, the letters are smaller, and the foot says which page of how many it is.
 */
void
yd_page_style_set_working (YdPageStyle *self)
{
  g_return_if_fail (self != NULL);

  self->foot = YD_FOOT_WORKING;
  for (guint i = 0; i < YD_N_FONTS; i++)
    self->fonts[i].size = working_sizes[i];
  yd_page_style_set_landscape (self, self->landscape);
}

/**
 * yd_page_style_set_font:
 * @self: a style
 * @role: what is set in it
 * @family: the family's name as WPS and Word show it
 * @size: in points
 */
void
yd_page_style_set_font (YdPageStyle *self,
                        YdFontRole   role,
                        const char  *family,
                        double       size)
{
  g_return_if_fail (self != NULL && role < YD_N_FONTS);
  g_return_if_fail (family != NULL && size > 0);

  yd_set_str (&self->fonts[role].family, family);
  self->fonts[role].size = size;
}

/**
 * yd_page_style_get_width:
 * @self: a style
 *
 * Returns: the width of the text area, in points
 */
double
yd_page_style_get_width (const YdPageStyle *self)
{
  const double sheet = self->landscape ? YD_A4_LONG : YD_A4_SHORT;

  return (sheet - self->left - self->right) * POINTS_PER_MM;
}

/**
 * yd_page_style_get_height:
 * @self: a style
 *
 * Returns: the height of the text area, in points
 */
double
yd_page_style_get_height (const YdPageStyle *self)
{
  const double sheet = self->landscape ? YD_A4_SHORT : YD_A4_LONG;

  return (sheet - self->top - self->bottom) * POINTS_PER_MM;
}
