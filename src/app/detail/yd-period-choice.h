/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-recurrence.h"
#include "yd-row.h"

G_BEGIN_DECLS

#define YD_TYPE_PERIOD_CHOICE (yd_period_choice_get_type ())
G_DECLARE_FINAL_TYPE (YdPeriodChoice, yd_period_choice, YD, PERIOD_CHOICE, AdwBin)

void                yd_period_choice_set_deadline (YdPeriodChoice *self,
                                                   YdRow          *deadline);
void                yd_period_choice_choose       (YdPeriodChoice *self,
                                                   const char     *code);
gboolean            yd_period_choice_is_untouched (YdPeriodChoice *self);
const YdRecurrence *yd_period_choice_get          (YdPeriodChoice *self);

G_END_DECLS
