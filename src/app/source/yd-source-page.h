/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_SOURCE_PAGE (yd_source_page_get_type ())

G_DECLARE_FINAL_TYPE (YdSourcePage, yd_source_page, YD, SOURCE_PAGE, YdPage)

gboolean yd_source_page_get_reviewing (YdSourcePage *self);
void     yd_source_page_set_reviewing (YdSourcePage *self,
                                       gboolean      reviewing);

G_END_DECLS
