/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_DETAIL_CLOCKS (yd_detail_clocks_get_type ())

G_DECLARE_FINAL_TYPE (YdDetailClocks, yd_detail_clocks, YD, DETAIL_CLOCKS, GtkBox)

void yd_detail_clocks_show (YdDetailClocks *self,
                            YdPage         *page,
                            YdPoint        *point);

G_END_DECLS
