/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YD_A4_LONG  297.0     /* mm */
#define YD_A4_SHORT 210.0

typedef enum
{
  YD_FONT_TITLE,
  YD_FONT_SUBTITLE,
  YD_FONT_HEAD,
  YD_FONT_BAND,
  YD_FONT_SUBBAND,
  YD_FONT_BODY,
  YD_FONT_NOTE,
  YD_FONT_PAGE,
  YD_N_FONTS,
} YdFontRole;

typedef enum
{
  YD_FOOT_OFFICIAL,   /* the number alone, on the outer side, as GB/T 9704 has it */
  YD_FOOT_WORKING,    /* the title and how many pages there are: loose sheets are laid down */
} YdPageFoot;

typedef struct
{
  char   *family;   /* as the office's own programs name it */
  double  size;     /* points */
} YdFont;

/**
 * YdPageStyle:
 * @landscape: whether the long side of the A4 sheet lies across
 * @top: white at the edge, in mm, and so on round the sheet
 * @foot: what stands at the foot of each page
 * @fonts: what each part of the page is set in
 *
 * How a page looks. An office may change each of these; what is here when
 * nobody did follows GB/T 9704-2012.
 */
typedef struct
{
  gboolean   landscape;
  double     top, bottom, left, right;
  YdPageFoot foot;
  YdFont     fonts[YD_N_FONTS];
} YdPageStyle;

#define YD_TYPE_PAGE_STYLE (yd_page_style_get_type ())
GType yd_page_style_get_type (void);

YdPageStyle *yd_page_style_new           (void) G_GNUC_WARN_UNUSED_RESULT;
YdPageStyle *yd_page_style_copy          (const YdPageStyle *self) G_GNUC_WARN_UNUSED_RESULT;
void         yd_page_style_free          (YdPageStyle       *self);
void         yd_page_style_set_landscape (YdPageStyle       *self,
                                          gboolean           landscape);
void         yd_page_style_set_working   (YdPageStyle       *self);
void         yd_page_style_set_font      (YdPageStyle       *self,
                                          YdFontRole         role,
                                          const char        *family,
                                          double             size);
double       yd_page_style_get_width     (const YdPageStyle *self);
double       yd_page_style_get_height    (const YdPageStyle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdPageStyle, yd_page_style_free)

G_END_DECLS
