/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-session.h"

G_BEGIN_DECLS

void     yd_undo_install  (GtkWidgetClass              *klass,
                           const char                  *undo,
                           const char                  *redo,
                           GtkWidgetActionActivateFunc  func);
gboolean yd_undo_is_redo  (const char                  *action);
char    *yd_undo_finish   (YdSession                   *session,
                           GAsyncResult                *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
