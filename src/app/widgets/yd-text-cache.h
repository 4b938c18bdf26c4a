/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YdTextStyle:
 * @YD_TEXT_BODY: as the widget has it
 * @YD_TEXT_HEADING: the same, bold
 * @YD_TEXT_CAPTION: small
 * @YD_TEXT_CAPTION_HEADING: small and bold
 * @YD_TEXT_TITLE: larger and bold, such as the name of a month
 * @YD_TEXT_CHAPTER: bold, and as large as the theme has headings
 * @YD_TEXT_PILL: small and a little bold
 * @YD_TEXT_TAG: smaller still
 * @YD_TEXT_UPRIGHT: small, from top to bottom: Chinese stands, Latin lies
 * @YD_TEXT_UPRIGHT_HEADING: the same, bold
 */
typedef enum
{
  YD_TEXT_BODY,
  YD_TEXT_HEADING,
  YD_TEXT_CAPTION,
  YD_TEXT_CAPTION_HEADING,
  YD_TEXT_TITLE,
  YD_TEXT_CHAPTER,
  YD_TEXT_PILL,
  YD_TEXT_TAG,
  YD_TEXT_UPRIGHT,
  YD_TEXT_UPRIGHT_HEADING,
  YD_N_TEXT_STYLES,
} YdTextStyle;

/**
 * YdTextCache:
 *
 * Laid out text, kept for the next frame. A widget that draws its text by itself costs a
 * third of one that lays it out anew each time (PERFORMANCE.md). What was not drawn for
 * long goes, so that the size does not follow what was scrolled past.
 */
typedef struct _YdTextCache YdTextCache;

YdTextCache *yd_text_cache_new        (GtkWidget   *widget) G_GNUC_WARN_UNUSED_RESULT;
void         yd_text_cache_free       (YdTextCache *self);
void         yd_text_cache_clear      (YdTextCache *self);

PangoLayout *yd_text_cache_get        (YdTextCache *self,
                                       const char  *text,
                                       YdTextStyle  style,
                                       int          width);
int          yd_text_cache_get_width  (YdTextCache *self,
                                       const char  *text,
                                       YdTextStyle  style);
int          yd_text_cache_get_height (YdTextCache *self,
                                       YdTextStyle  style);
guint        yd_text_cache_get_size   (YdTextCache *self);

void         yd_text_cache_draw       (YdTextCache           *self,
                                       GtkSnapshot           *snapshot,
                                       const char            *text,
                                       YdTextStyle            style,
                                       const GdkRGBA         *color,
                                       const graphene_rect_t *area,
                                       double                 xalign);
void         yd_text_cache_draw_upright
                                      (YdTextCache           *self,
                                       GtkSnapshot           *snapshot,
                                       const char            *text,
                                       YdTextStyle            style,
                                       const GdkRGBA         *color,
                                       const graphene_rect_t *area,
                                       double                 yalign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdTextCache, yd_text_cache_free)

G_END_DECLS
