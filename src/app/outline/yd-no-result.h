/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_NO_RESULT (yd_no_result_get_type ())

G_DECLARE_FINAL_TYPE (YdNoResult, yd_no_result, YD, NO_RESULT, AdwBin)

void   yd_no_result_show (YdNoResult *self,
                          YdPlan     *plan,
                          const char *typed);
void   yd_no_result_set_searched (YdNoResult *self,
                                  const char *words);
YdRow *yd_no_result_get_suggested (YdNoResult *self,
                                   guint       position);

G_END_DECLS
