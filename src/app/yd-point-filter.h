/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdPointState:
 * @YD_POINT_STATE_ANY: every point
 * @YD_POINT_STATE_TO_CHECK: something read from the document is not confirmed
 * @YD_POINT_STATE_NO_UNIT: nobody answers for it
 * @YD_POINT_STATE_NO_LEAD: nobody leads
 * @YD_POINT_STATE_NO_DEADLINE: no deadline is stated
 * @YD_POINT_STATE_MARKED: a leader has asked about it
 */
typedef enum
{
  YD_POINT_STATE_ANY,
  YD_POINT_STATE_TO_CHECK,
  YD_POINT_STATE_NO_UNIT,
  YD_POINT_STATE_NO_LEAD,
  YD_POINT_STATE_NO_DEADLINE,
  YD_POINT_STATE_MARKED,
} YdPointState;

GType yd_point_state_get_type (void) G_GNUC_CONST;

#define YD_TYPE_POINT_STATE (yd_point_state_get_type ())
#define YD_TYPE_POINT_FILTER (yd_point_filter_get_type ())

G_DECLARE_FINAL_TYPE (YdPointFilter, yd_point_filter, YD, POINT_FILTER, GtkFilter)

YdPointFilter *yd_point_filter_new        (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean       yd_point_filter_get_active (YdPointFilter *self);
void           yd_point_filter_clear      (YdPointFilter *self);

const char    *yd_point_filter_get_text   (YdPointFilter *self);
void           yd_point_filter_set_text   (YdPointFilter *self,
                                           const char    *text);
YdRow         *yd_point_filter_get_unit   (YdPointFilter *self);
void           yd_point_filter_set_unit   (YdPointFilter *self,
                                           YdRow         *unit);
YdPointState   yd_point_filter_get_state  (YdPointFilter *self);
void           yd_point_filter_set_state  (YdPointFilter *self,
                                           YdPointState   state);

void           yd_point_filter_finish     (YdPointFilter *self);
gboolean       yd_point_filter_shows      (YdPointFilter *self,
                                           YdPoint       *point);
gboolean       yd_point_filter_fits       (YdPointFilter *self,
                                           YdPoint       *point);
YdRow         *yd_point_filter_find_unit  (YdPointFilter *self);

G_END_DECLS
