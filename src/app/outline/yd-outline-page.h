/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE_PAGE (yd_outline_page_get_type ())

G_DECLARE_FINAL_TYPE (YdOutlinePage, yd_outline_page, YD, OUTLINE_PAGE, YdPage)

GPtrArray *yd_outline_page_get_chosen   (YdOutlinePage *self);
gboolean   yd_outline_page_is_editing   (YdOutlinePage *self);

G_END_DECLS
