/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"
#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_CALENDAR_N_VIEWS 3

/**
 * YdCalendarViews:
 *
 * The views of a calendar page, each made when it is first looked at: who never looks at one does
 * not pay for it. Until then it keeps how that looked the last time.
 */
typedef struct _YdCalendarViews YdCalendarViews;

const char      *yd_calendar_views_get_name      (guint            i);
const char      *yd_calendar_views_get_title     (guint            i);
gboolean         yd_calendar_views_is_wide       (guint            i);

YdCalendarViews *yd_calendar_views_new           (GtkStack        *content,
                                                  GtkStack        *tools)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void             yd_calendar_views_free          (YdCalendarViews *self);

YdCalendarView  *yd_calendar_views_show          (YdCalendarViews *self,
                                                  guint            i,
                                                  YdSession       *session);
void             yd_calendar_views_set_session   (YdCalendarViews *self,
                                                  YdSession       *session);
YdPages         *yd_calendar_views_create_pages  (YdCalendarViews *self,
                                                  YdSession       *session)
                                                  G_GNUC_WARN_UNUSED_RESULT;

void             yd_calendar_views_put_state     (YdCalendarViews *self,
                                                  GVariantDict    *dict);
void             yd_calendar_views_restore_state (YdCalendarViews *self,
                                                  GVariant        *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdCalendarViews, yd_calendar_views_free)

G_END_DECLS
