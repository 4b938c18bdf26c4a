/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_SAVE_MARK (yd_save_mark_get_type ())
G_DECLARE_FINAL_TYPE (YdSaveMark, yd_save_mark, YD, SAVE_MARK, GtkBox)

void yd_save_mark_set_session (YdSaveMark *self,
                               YdSession  *session);

G_END_DECLS
