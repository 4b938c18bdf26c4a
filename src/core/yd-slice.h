/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix.h"

G_BEGIN_DECLS

/**
 * YdSliceItem:
 * @point: a point
 * @path: its path, `五/(四)`
 * @role: what the unit is to it
 * @via: (nullable): the group through which it is that, %NULL if it is named itself
 * @assignment: the row that says so
 * @is_vague: the document does not say who, and the unit may be meant: @via is that party
 * @place: how many points stand before it in the document
 * @light: how the point stands
 * @due: the first day on which something of it is due, or %YD_DAY_NONE
 *
 * Something that a unit has. The rows are the plan's.
 */
typedef struct
{
  YdPoint    *point;
  const char *path;
  YdRole      role;
  YdRow      *via;
  YdRow      *assignment;
  gboolean    is_vague;
  guint       place;
  YdLight     light;
  YdDay       due;
} YdSliceItem;

/**
 * YdSlice:
 *
 * Everything one unit has, itself and through groups: what it leads, what it answers for and
 * what it supports, each in the order of the document, and at the end what may mean it. As it
 * was when it was made; keeps the plan alive.
 */
typedef struct _YdSlice YdSlice;

YdSlice           *yd_slice_new              (YdMatrix    *matrix,
                                              YdRow       *unit) G_GNUC_WARN_UNUSED_RESULT;
void               yd_slice_free             (YdSlice     *self);

YdPlan            *yd_slice_get_plan         (YdSlice     *self);
YdRow             *yd_slice_get_unit         (YdSlice     *self);
guint              yd_slice_get_n_items      (YdSlice     *self);
const YdSliceItem *yd_slice_get_item         (YdSlice     *self,
                                              guint        n);
guint              yd_slice_count            (YdSlice     *self,
                                              YdRole       role);
guint              yd_slice_count_vague      (YdSlice     *self);
GPtrArray         *yd_slice_list_open_groups (YdSlice     *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *yd_slice_list_leads       (YdSlice     *self,
                                              guint        n) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray         *yd_matrix_list_bearers    (YdMatrix    *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSlice, yd_slice_free)

G_END_DECLS
