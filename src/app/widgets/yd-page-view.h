/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_PAGE_VIEW (yd_page_view_get_type ())

G_DECLARE_FINAL_TYPE (YdPageView, yd_page_view, YD, PAGE_VIEW, GtkWidget)

GtkWidget *yd_page_view_new       (void) G_GNUC_WARN_UNUSED_RESULT;

void       yd_page_view_set_pages (YdPageView *self,
                                   YdPages    *pages);
guint      yd_page_view_get_page  (YdPageView *self);
void       yd_page_view_set_page  (YdPageView *self,
                                   guint       page);
double     yd_page_view_get_zoom  (YdPageView *self);
void       yd_page_view_set_zoom  (YdPageView *self,
                                   double      zoom);

G_END_DECLS
