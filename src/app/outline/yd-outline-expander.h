/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-outline-title.h"
#include "yd-point.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE_EXPANDER (yd_outline_expander_get_type ())

G_DECLARE_FINAL_TYPE (YdOutlineExpander, yd_outline_expander, YD, OUTLINE_EXPANDER, GtkWidget)

GtkWidget      *yd_outline_expander_new       (YdOutlineTitle    *title)
                                               G_GNUC_WARN_UNUSED_RESULT;
void            yd_outline_expander_set_row   (YdOutlineExpander *self,
                                               GtkTreeListRow    *row,
                                               YdPoint           *point);
void            yd_outline_expander_show      (YdOutlineExpander *self,
                                               gboolean           leaf,
                                               const char        *sentence);
void            yd_outline_expander_watch     (YdOutlineExpander *self,
                                               GCallback          callback,
                                               gpointer           owner);
YdOutlineTitle *yd_outline_expander_get_title (YdOutlineExpander *self);
YdPoint        *yd_outline_expander_get_point (YdOutlineExpander *self);

G_END_DECLS
