/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"
#include "yd-point-filter.h"

G_BEGIN_DECLS

/* There is no such row. */
#define YD_TIMELINE_NO_ROW G_MAXUINT

/**
 * YdTimelineRow:
 * @point: the point
 * @level: 1 at the top
 * @position: its place among the siblings that are numbered alike, from 1
 * @has_children: whether it can be unfolded
 * @expanded: whether it is
 *
 * A point that can be seen, if one scrolls far enough.
 */
typedef struct
{
  YdPoint *point;
  guint    level;
  guint    position;
  guint    has_children : 1;
  guint    expanded : 1;
} YdTimelineRow;

#define YD_TYPE_TIMELINE_ROWS (yd_timeline_rows_get_type ())

G_DECLARE_FINAL_TYPE (YdTimelineRows, yd_timeline_rows, YD, TIMELINE_ROWS, GObject)

YdTimelineRows      *yd_timeline_rows_new          (void) G_GNUC_WARN_UNUSED_RESULT;

void                 yd_timeline_rows_set_plan     (YdTimelineRows *self,
                                                    YdPlan         *plan,
                                                    YdPointFilter  *filter);
void                 yd_timeline_rows_rebuild      (YdTimelineRows *self);

guint                yd_timeline_rows_get_n_rows   (YdTimelineRows *self);
const YdTimelineRow *yd_timeline_rows_get          (YdTimelineRows *self,
                                                    guint           row);
guint                yd_timeline_rows_find         (YdTimelineRows *self,
                                                    YdPoint        *point);
guint                yd_timeline_rows_find_shown   (YdTimelineRows *self,
                                                    YdPoint        *point);
guint                yd_timeline_rows_reveal       (YdTimelineRows *self,
                                                    YdPoint        *point);

void                 yd_timeline_rows_set_expanded (YdTimelineRows *self,
                                                    guint           row,
                                                    gboolean        expanded,
                                                    gboolean        branch);
GVariant            *yd_timeline_rows_dup_expanded (YdTimelineRows *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;
void                 yd_timeline_rows_restore      (YdTimelineRows *self,
                                                    GVariant       *expanded);

G_END_DECLS
