/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CLOCK_START (yd_clock_start_get_type ())

G_DECLARE_FINAL_TYPE (YdClockStart, yd_clock_start, YD, CLOCK_START, AdwWindow)

YdClockStart *yd_clock_start_new         (YdPage       *page) G_GNUC_WARN_UNUSED_RESULT;
void          yd_clock_start_set_about   (YdClockStart *self,
                                          gboolean      about);
void          yd_clock_start_present     (YdClockStart *self,
                                          GtkWindow    *parent);
void          yd_clock_start_fill        (YdClockStart *self,
                                          const char   *kind,
                                          const char   *title,
                                          const char   *started);
char         *yd_clock_start_dup_preview (YdClockStart *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      yd_clock_start_apply       (YdClockStart *self);

G_END_DECLS
