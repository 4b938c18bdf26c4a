/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-grid-colors.h"
#include "yd-outline-words.h"
#include "yd-text-cache.h"

G_BEGIN_DECLS

/* Pixels: how wide and high the arrow is before what unfolds. */
#define YD_OUTLINE_ARROW 16

/**
 * YdOutlineInk:
 *
 * With what the rows of the outline are drawn: one font and its laid out words, and the
 * colours of the frame.
 */
typedef struct _YdOutlineInk YdOutlineInk;

YdOutlineInk       *yd_outline_ink_new           (GtkWidget    *widget) G_GNUC_WARN_UNUSED_RESULT;
void                yd_outline_ink_free          (YdOutlineInk *self);
void                yd_outline_ink_forget        (YdOutlineInk *self);

const YdGridColors *yd_outline_ink_get_colors    (YdOutlineInk *self);
YdTextCache        *yd_outline_ink_get_texts     (YdOutlineInk *self);
int                 yd_outline_ink_get_height    (YdOutlineInk *self);
double              yd_outline_ink_get_em        (YdOutlineInk *self);
double              yd_outline_ink_get_mark_size (YdOutlineInk *self);

int                 yd_outline_ink_get_width     (YdOutlineInk *self,
                                                  const char   *text,
                                                  YdWordsStyle  style);
void                yd_outline_ink_draw          (YdOutlineInk          *self,
                                                  GtkSnapshot           *snapshot,
                                                  const char            *text,
                                                  YdWordsStyle           style,
                                                  YdLight                light,
                                                  const graphene_rect_t *area);
void                yd_outline_ink_draw_arrow    (YdOutlineInk          *self,
                                                  GtkSnapshot           *snapshot,
                                                  gboolean               down,
                                                  const graphene_rect_t *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdOutlineInk, yd_outline_ink_free)

G_END_DECLS
