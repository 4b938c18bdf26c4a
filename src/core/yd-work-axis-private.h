/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"

G_BEGIN_DECLS

/**
 * YdWorkAxis:
 *
 * The working days, numbered one after the other, so that a schedule adds and
 * subtracts plain numbers. Rest days lie between two numbers.
 */
typedef struct _YdWorkAxis YdWorkAxis;

typedef gboolean (* YdIsWorkingFunc) (YdDay    day,
                                      gpointer user_data);

YdWorkAxis *_yd_work_axis_new  (YdIsWorkingFunc  is_working,
                                gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
void        _yd_work_axis_free (YdWorkAxis      *self);

int         _yd_work_axis_up   (YdWorkAxis      *self,
                                YdDay            day);
int         _yd_work_axis_down (YdWorkAxis      *self,
                                YdDay            day);
YdDay       _yd_work_axis_day  (YdWorkAxis      *self,
                                int              number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdWorkAxis, _yd_work_axis_free)

G_END_DECLS
