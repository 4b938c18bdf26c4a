/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-directory.h"

G_BEGIN_DECLS

#define YD_TYPE_MEMBER_DAYS (yd_member_days_get_type ())
G_DECLARE_FINAL_TYPE (YdMemberDays, yd_member_days, YD, MEMBER_DAYS, GtkPopover)

GtkWidget  *yd_member_days_new    (const YdDirectoryMember *member) G_GNUC_WARN_UNUSED_RESULT;
const char *yd_member_days_get_id (YdMemberDays            *self);
gboolean    yd_member_days_read   (YdMemberDays            *self,
                                   YdDay                   *first,
                                   YdDay                   *last);

G_END_DECLS
