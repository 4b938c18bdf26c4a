/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdFilterWalk:
 *
 * Looks through the points of a plan in pieces, when the window has nothing better to do, and
 * knows in the end which of them are shown: those that fit, and those above them. After an edit
 * it must begin again.
 */
typedef struct _YdFilterWalk YdFilterWalk;

/**
 * YdFilterWalkFits:
 * @owner: who looks
 * @point: a live point
 *
 * Returns: whether @point is looked for itself
 */
typedef gboolean (* YdFilterWalkFits) (gpointer  owner,
                                       YdPoint  *point);

/**
 * YdFilterWalkDone:
 * @owner: who looks, and may free the walk now
 */
typedef void (* YdFilterWalkDone) (gpointer owner);

YdFilterWalk *yd_filter_walk_new         (YdPlan           *plan,
                                          YdFilterWalkFits  fits,
                                          YdFilterWalkDone  done,
                                          gpointer          owner) G_GNUC_WARN_UNUSED_RESULT;
void          yd_filter_walk_free        (YdFilterWalk     *self);

void          yd_filter_walk_finish      (YdFilterWalk     *self);
gboolean      yd_filter_walk_get_running (YdFilterWalk     *self);
gboolean      yd_filter_walk_knows       (YdFilterWalk     *self,
                                          YdPoint          *point,
                                          gboolean         *shown);
gboolean      yd_filter_walk_differs     (YdFilterWalk     *self,
                                          YdFilterWalk     *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdFilterWalk, yd_filter_walk_free)

G_END_DECLS
