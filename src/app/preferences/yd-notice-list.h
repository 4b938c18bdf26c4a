/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-office.h"

G_BEGIN_DECLS

#define YD_TYPE_NOTICE_LIST (yd_notice_list_get_type ())

G_DECLARE_FINAL_TYPE (YdNoticeList, yd_notice_list, YD, NOTICE_LIST, AdwBin)

void      yd_notice_list_fill         (YdNoticeList *self,
                                       YdOffice     *office,
                                       int           next);
YdRow    *yd_notice_list_get_selected (YdNoticeList *self);
void      yd_notice_list_set_shown    (YdNoticeList *self,
                                       const char   *id);
gboolean  yd_notice_list_is_accepted  (YdRow        *notice);

G_END_DECLS
