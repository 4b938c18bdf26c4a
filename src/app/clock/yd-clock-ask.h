/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-clock.h"
#include "yd-page.h"

G_BEGIN_DECLS

/**
 * YdClockAct:
 * @YD_CLOCK_ACT_PAUSE: time stands still from a moment on, for a reason
 * @YD_CLOCK_ACT_RESUME: it goes on from a moment on
 * @YD_CLOCK_ACT_RESTART: the term begins anew, since a correction arrived
 * @YD_CLOCK_ACT_EXTEND: the next step gets more time, for a reason
 * @YD_CLOCK_ACT_STOP: the clock is over
 *
 * What can be done with a clock that needs a word with it.
 */
typedef enum
{
  YD_CLOCK_ACT_PAUSE,
  YD_CLOCK_ACT_RESUME,
  YD_CLOCK_ACT_RESTART,
  YD_CLOCK_ACT_EXTEND,
  YD_CLOCK_ACT_STOP,
  YD_CLOCK_N_ACTS
} YdClockAct;

#define YD_TYPE_CLOCK_ASK (yd_clock_ask_get_type ())

G_DECLARE_FINAL_TYPE (YdClockAsk, yd_clock_ask, YD, CLOCK_ASK, GtkPopover)

const char *yd_clock_act_get_title (YdClockAct     act);

GtkWidget  *yd_clock_ask_new       (YdPage        *page) G_GNUC_WARN_UNUSED_RESULT;
void        yd_clock_ask_open      (YdClockAsk    *self,
                                    YdClockAct     act,
                                    const YdClock *clock);
void        yd_clock_ask_fill      (YdClockAsk    *self,
                                    const char    *when,
                                    int            n,
                                    const char    *reason);
gboolean    yd_clock_ask_apply     (YdClockAsk    *self);

G_END_DECLS
