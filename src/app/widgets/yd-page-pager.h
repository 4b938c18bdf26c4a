/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_PAGE_PAGER (yd_page_pager_get_type ())

G_DECLARE_FINAL_TYPE (YdPagePager, yd_page_pager, YD, PAGE_PAGER, AdwBin)

void     yd_page_pager_set_pages (YdPagePager *self,
                                  YdPages     *pages);
YdPages *yd_page_pager_get_pages (YdPagePager *self);
guint    yd_page_pager_get_page  (YdPagePager *self);

G_END_DECLS
