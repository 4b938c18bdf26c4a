/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-notice.h"

G_BEGIN_DECLS

#define YD_TYPE_NOTICE_PASTE (yd_notice_paste_get_type ())

G_DECLARE_FINAL_TYPE (YdNoticePaste, yd_notice_paste, YD, NOTICE_PASTE, GtkWidget)

YdNotice *yd_notice_paste_read   (YdNoticePaste *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  yd_notice_paste_get_ok (YdNoticePaste *self);
void      yd_notice_paste_clear  (YdNoticePaste *self);
void      yd_notice_paste_focus  (YdNoticePaste *self);
void      yd_notice_paste_set_text (YdNoticePaste *self,
                                    const char    *text);

G_END_DECLS
