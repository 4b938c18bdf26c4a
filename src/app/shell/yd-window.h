/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-page.h"
#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_WINDOW (yd_window_get_type ())

G_DECLARE_FINAL_TYPE (YdWindow, yd_window, YD, WINDOW, AdwApplicationWindow)

YdWindow  *yd_window_new          (GtkApplication   *application,
                                   const YdIdSource *ids) G_GNUC_WARN_UNUSED_RESULT;

YdSession *yd_window_get_session  (YdWindow         *self);
YdPage    *yd_window_get_page     (YdWindow         *self);
void       yd_window_set_first_page
                                  (YdWindow         *self,
                                   const char       *key);
gboolean   yd_window_show_page    (YdWindow         *self,
                                   const char       *key);
void       yd_window_set_detail_visible
                                  (YdWindow         *self,
                                   gboolean          visible);
void       yd_window_say          (YdWindow         *self,
                                   const char       *words);
void       yd_window_offer        (YdWindow         *self,
                                   const char       *words,
                                   const char       *label,
                                   const char       *action);

void       yd_window_open_library (YdWindow         *self,
                                   const char       *path);
void       yd_window_open         (YdWindow         *self,
                                   GFile            *file);
void       yd_window_show_point   (YdWindow         *self,
                                   const char       *plan,
                                   const char       *point);
void       yd_window_show_meeting (YdWindow         *self,
                                   const char       *plan);
gboolean   yd_window_get_busy     (YdWindow         *self);

G_END_DECLS
