/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-point-filter.h"

G_BEGIN_DECLS

/**
 * YdPointSearch:
 *
 * What a person looks for among the points of a plan: words, a unit and a state, all of which a
 * point must have.
 */
typedef struct _YdPointSearch YdPointSearch;

YdPointSearch *yd_point_search_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void           yd_point_search_free       (YdPointSearch *self);

void           yd_point_search_set_plan   (YdPointSearch *self,
                                           YdPlan        *plan);
void           yd_point_search_set_text   (YdPointSearch *self,
                                           const char    *text);
gboolean       yd_point_search_set_unit   (YdPointSearch *self,
                                           YdRow         *unit);
YdRow         *yd_point_search_get_unit   (YdPointSearch *self);
gboolean       yd_point_search_set_state  (YdPointSearch *self,
                                           YdPointState   state);
YdPointState   yd_point_search_get_state  (YdPointSearch *self);

gboolean       yd_point_search_get_active (YdPointSearch *self);
gboolean       yd_point_search_fits       (YdPointSearch *self,
                                           YdPoint       *point);
YdRow         *yd_point_search_find_unit  (YdPointSearch *self,
                                           const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdPointSearch, yd_point_search_free)

G_END_DECLS
