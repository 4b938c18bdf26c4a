/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_REMARK_ENTRY (yd_remark_entry_get_type ())

G_DECLARE_FINAL_TYPE (YdRemarkEntry, yd_remark_entry, YD, REMARK_ENTRY, GtkBox)

GtkWidget *yd_remark_entry_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_remark_entry_show    (YdRemarkEntry *self,
                                    YdRow         *about);
void       yd_remark_entry_restore (YdRemarkEntry *self,
                                    const char    *text);

G_END_DECLS
