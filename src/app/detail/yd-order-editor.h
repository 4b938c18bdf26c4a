/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_ORDER_EDITOR (yd_order_editor_get_type ())

G_DECLARE_FINAL_TYPE (YdOrderEditor, yd_order_editor, YD, ORDER_EDITOR, GtkPopover)

void        yd_order_editor_edit        (YdOrderEditor *self,
                                         YdPage        *page,
                                         YdPoint       *point,
                                         YdRow         *order);
gboolean    yd_order_editor_apply       (YdOrderEditor *self);
void        yd_order_editor_fill        (YdOrderEditor *self,
                                         const char    *typed,
                                         gboolean       is_first,
                                         const char    *type,
                                         int            lag);
const char *yd_order_editor_get_problem (YdOrderEditor *self);

G_END_DECLS
