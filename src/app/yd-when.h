/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"

G_BEGIN_DECLS

char *yd_when_describe     (const char *time) G_GNUC_WARN_UNUSED_RESULT;
char *yd_when_describe_day (const char *date) G_GNUC_WARN_UNUSED_RESULT;

YdDay yd_when_get_today    (void);

G_END_DECLS
