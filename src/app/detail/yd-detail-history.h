/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_DETAIL_HISTORY (yd_detail_history_get_type ())

G_DECLARE_FINAL_TYPE (YdDetailHistory, yd_detail_history, YD, DETAIL_HISTORY, GtkBox)

void     yd_detail_history_load     (YdDetailHistory *self,
                                     YdSession       *session,
                                     GPtrArray       *rows);
void     yd_detail_history_update   (YdDetailHistory *self);
gboolean yd_detail_history_get_busy (YdDetailHistory *self);
guint    yd_detail_history_get_n    (YdDetailHistory *self);

G_END_DECLS
