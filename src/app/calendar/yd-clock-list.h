/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CLOCK_LIST (yd_clock_list_get_type ())

G_DECLARE_FINAL_TYPE (YdClockList, yd_clock_list, YD, CLOCK_LIST, AdwBin)

void  yd_clock_list_set_page (YdClockList *self,
                              YdPage      *page);
void  yd_clock_list_open     (YdClockList *self,
                              const char  *id);
guint yd_clock_list_get_n    (YdClockList *self);

G_END_DECLS
