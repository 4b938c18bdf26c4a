/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CALENDAR_VIEW (yd_calendar_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (YdCalendarView, yd_calendar_view, YD, CALENDAR_VIEW, AdwBin)

/**
 * YdCalendarViewClass:
 * @session_changed: the view shows another session, or none
 * @plan_changed: and so, or by itself, another plan, or none
 * @schedule_changed: the plan has another schedule
 * @dates_changed: the schedule says other dates, or sees them from another day
 * @selected_changed: another point is selected, here or elsewhere
 * @committed: an edit came into force
 * @filter_changed: other points are to be shown
 * @step: goes @n months, screens or whatever the view is made of back or on; without it
 *   the page has no arrows for it
 * @go_today: shows the day of today
 * @zoom: in (1), out (-1), or what fits (0); without it the page has no such buttons
 * @minute_passed: a clock of the plan runs, and it is another minute
 * @create_tools: (transfer floating) (nullable): what the view has at the end of the
 *   toolbar, such as its legend; called once
 * @dup_state: (transfer full) (nullable): how it looks for this plan, an `a{sv}`
 * @restore_state: makes it look so again
 * @grab_focus: of #GtkWidgetClass, moves the focus to its list or grid
 *
 * What a view may override. It says where it is with `heading`, and what its zoom is
 * called with `zoom-words`.
 */
struct _YdCalendarViewClass
{
  AdwBinClass parent_class;

  void       (*session_changed)  (YdCalendarView *self);
  void       (*plan_changed)     (YdCalendarView *self);
  void       (*schedule_changed) (YdCalendarView *self);
  void       (*dates_changed)    (YdCalendarView *self);
  void       (*selected_changed) (YdCalendarView *self);
  void       (*committed)        (YdCalendarView *self);
  void       (*filter_changed)   (YdCalendarView *self);
  void       (*step)             (YdCalendarView *self,
                                  int             n);
  void       (*go_today)         (YdCalendarView *self);
  void       (*zoom)             (YdCalendarView *self,
                                  int             step);
  void       (*minute_passed)    (YdCalendarView *self);
  GtkWidget *(*create_tools)     (YdCalendarView *self);
  GVariant  *(*dup_state)        (YdCalendarView *self);
  void       (*restore_state)    (YdCalendarView *self,
                                  GVariant       *state);

  gpointer     padding[3];
};

YdSession  *yd_calendar_view_get_session    (YdCalendarView *self);
void        yd_calendar_view_set_session    (YdCalendarView *self,
                                             YdSession      *session);
YdPlan     *yd_calendar_view_get_plan       (YdCalendarView *self);
YdSchedule *yd_calendar_view_get_schedule   (YdCalendarView *self);
const char *yd_calendar_view_get_heading    (YdCalendarView *self);
const char *yd_calendar_view_get_short_heading (YdCalendarView *self);
void        yd_calendar_view_set_heading    (YdCalendarView *self,
                                             const char     *heading,
                                             const char     *short_heading,
                                             const char     *rest);
const char *yd_calendar_view_get_zoom_words (YdCalendarView *self);
void        yd_calendar_view_set_zoom_words (YdCalendarView *self,
                                             const char     *words);

gboolean    yd_calendar_view_can_step       (YdCalendarView *self);
gboolean    yd_calendar_view_can_zoom       (YdCalendarView *self);
void        yd_calendar_view_step           (YdCalendarView *self,
                                             int             n);
void        yd_calendar_view_go_today       (YdCalendarView *self);
void        yd_calendar_view_zoom           (YdCalendarView *self,
                                             int             step);
GtkWidget  *yd_calendar_view_create_tools   (YdCalendarView *self);
GVariant   *yd_calendar_view_dup_state      (YdCalendarView *self) G_GNUC_WARN_UNUSED_RESULT;
void        yd_calendar_view_restore_state  (YdCalendarView *self,
                                             GVariant       *state);

gboolean    yd_calendar_view_can_change     (YdCalendarView *self);
gboolean    yd_calendar_view_commit         (YdCalendarView *self,
                                             YdEdit         *edit);
void        yd_calendar_view_minute_passed  (YdCalendarView *self);
void        yd_calendar_view_open           (YdCalendarView *self,
                                             YdRow          *row);
void        yd_calendar_view_open_menu      (YdCalendarView *self,
                                             GtkWidget      *widget,
                                             double          x,
                                             double          y,
                                             YdPoint        *point,
                                             YdRow          *deadline);
void        yd_calendar_view_say            (YdCalendarView *self,
                                             const char     *words);
void        yd_calendar_view_refuse         (YdCalendarView *self,
                                             const char     *words,
                                             YdRow          *row);

G_END_DECLS
