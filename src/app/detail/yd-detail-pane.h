/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_DETAIL_PANE (yd_detail_pane_get_type ())

G_DECLARE_FINAL_TYPE (YdDetailPane, yd_detail_pane, YD, DETAIL_PANE, YdPage)

G_END_DECLS
