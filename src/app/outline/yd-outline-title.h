/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-outline-field.h"

G_BEGIN_DECLS

/**
 * YdEditEnd:
 * @YD_EDIT_END_DROP: what was typed is forgotten
 * @YD_EDIT_END_KEEP: it is the new title
 * @YD_EDIT_END_NEXT: it is, and another point shall follow
 * @YD_EDIT_END_LEFT: the focus went elsewhere; it is the new title
 */
typedef enum
{
  YD_EDIT_END_DROP,
  YD_EDIT_END_KEEP,
  YD_EDIT_END_NEXT,
  YD_EDIT_END_LEFT,
} YdEditEnd;

#define YD_TYPE_OUTLINE_TITLE (yd_outline_title_get_type ())

G_DECLARE_FINAL_TYPE (YdOutlineTitle, yd_outline_title, YD, OUTLINE_TITLE, YdOutlineField)

GtkWidget  *yd_outline_title_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        yd_outline_title_show     (YdOutlineTitle *self,
                                       const char     *number,
                                       gboolean        computed,
                                       const char     *title,
                                       gboolean        whole);
void        yd_outline_title_edit     (YdOutlineTitle *self,
                                       const char     *title);
void        yd_outline_title_end      (YdOutlineTitle *self,
                                       YdEditEnd       end);
GtkText    *yd_outline_title_get_text (YdOutlineTitle *self);

G_END_DECLS
