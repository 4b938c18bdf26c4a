/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-library-types.h"

G_BEGIN_DECLS

/* As many as fit the smallest window without scrolling. */
#define YD_WELCOME_MAX_RECENT 5

#define YD_TYPE_WELCOME (yd_welcome_get_type ())

G_DECLARE_FINAL_TYPE (YdWelcome, yd_welcome, YD, WELCOME, AdwBin)

void yd_welcome_set_plans   (YdWelcome  *self,
                             GPtrArray  *infos);
void yd_welcome_set_counts  (YdWelcome  *self,
                             GPtrArray  *infos,
                             guint       at,
                             const YdPlanCounts *counts);
void yd_welcome_set_notice  (YdWelcome  *self,
                             const char *words,
                             gboolean    can_retry);
void yd_welcome_show_error  (YdWelcome  *self,
                             const char *title,
                             const char *sentence,
                             const char *details);
void yd_welcome_clear_error (YdWelcome  *self);
void yd_welcome_set_drop    (YdWelcome  *self,
                             gboolean    over);
void yd_welcome_focus       (YdWelcome  *self);
void yd_welcome_open_menu   (YdWelcome  *self);

G_END_DECLS
