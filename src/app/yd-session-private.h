/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-history.h"
#include "yd-session.h"
#include "yd-worker.h"

G_BEGIN_DECLS

typedef struct _YdOfficeSteps YdOfficeSteps;

struct _YdSession
{
  GObject           parent_instance;

  /* Owned */
  YdWorker         *reader;             /* what waits for the disk runs there */
  YdLibrary        *library;
  YdPlan           *plan;
  YdJournal        *journal;
  YdOffice         *office;
  YdJournal        *office_journal;
  YdOfficeSteps    *office_steps;       /* (nullable): of this run, to be taken back */
  YdWorkCalendar   *calendar;           /* (nullable): made when it is asked for */
  YdDirectory      *directory;          /* (nullable): likewise */
  GListModel       *uses;               /* of the plan: the notices that it names */
  YdPoint          *selected;
  YdPointFilter    *filter;
  YdSchedule       *schedule;           /* (nullable): not asked for yet */
  YdFindings       *findings;           /* (nullable): not asked for yet */
  YdHistory        *history;            /* of all edits of the plan */
  GHashTable       *steps;              /* from the id of an edit to its Step */
  GPtrArray        *undo;               /* ids of what is undone next, newest first */
  GPtrArray        *redo;
  char             *failure;

  /* Borrowed */
  const YdIdSource *ids;

  GQueue            waiting;            /* of Waiting: for all that is on the way */
  guint             n_on_the_way;       /* to the disk, of closed plans as well */
  guint             n_pending;          /* of those, of this plan */
  guint             n_appended;         /* to journals, ever */
  guint             n_proposed;
  guint             count_id;           /* an idle source that counts proposals */
  YdDay             today;              /* YD_DAY_NONE: not asked for yet */
  int               minute;             /* after one that is set for all time, or 0 */
  guint             midnight_id;        /* a source that looks at the clock */
  guint             opening;            /* tells answers for another plan apart */
};

enum {
  YD_SESSION_PROP_0,
  YD_SESSION_PROP_LIBRARY,
  YD_SESSION_PROP_OFFICE,
  YD_SESSION_PROP_CALENDAR,
  YD_SESSION_PROP_DIRECTORY,
  YD_SESSION_PROP_PLAN,
  YD_SESSION_PROP_SELECTED,
  YD_SESSION_PROP_FILTER,
  YD_SESSION_PROP_SCHEDULE,
  YD_SESSION_PROP_N_PROPOSED,
  YD_SESSION_PROP_SAVED,
  YD_SESSION_PROP_SAVE_STATE,
  YD_SESSION_PROP_FAILURE,
  YD_SESSION_PROP_READ_ONLY,
  YD_SESSION_PROP_CAN_UNDO,
  YD_SESSION_PROP_CAN_REDO,
  YD_SESSION_PROP_UNDO_LABEL,
  YD_SESSION_PROP_REDO_LABEL,
  YD_SESSION_PROP_TODAY,
  YD_SESSION_N_PROPS
};

void  _yd_session_notify           (YdSession *self,
                                    guint      prop);
void  _yd_session_emit_committed   (YdSession *self,
                                    YdEdit    *edit);
void  _yd_session_append           (YdSession *self,
                                    YdEdit    *edit);
void  _yd_session_end_way          (YdSession *self);
void  _yd_session_append_to        (YdSession *self,
                                    YdJournal *journal,
                                    YdEdit    *edit);
void  _yd_session_drop_calendar    (YdSession *self);
void  _yd_session_drop_directory   (YdSession *self);
void  _yd_session_know_units       (YdSession *self,
                                    YdEdit    *edit);
void  _yd_session_watch_notices    (YdSession *self);
void  _yd_session_set_n_proposed   (YdSession *self,
                                    guint      n);
void  _yd_session_recount_proposed (YdSession *self,
                                    YdEdit    *edit);
void  _yd_session_release_plan     (YdPlan    *plan);
void  _yd_session_show             (YdSession  *self,
                                    YdPlan     *plan,
                                    YdJournal  *journal,
                                    GPtrArray  *log,
                                    YdEdit     *birth,
                                    guint       n_proposed,
                                    YdSchedule *schedule);
void  _yd_session_take_schedule    (YdSession  *self,
                                    YdSchedule *schedule);

void _yd_session_reset_history  (YdSession *self,
                                 GPtrArray *log);
void _yd_session_add_step       (YdSession *self,
                                 YdEdit    *edit);
void _yd_session_drop_history   (YdSession *self);

gboolean _yd_session_apply_office       (YdSession   *self,
                                         YdEdit      *edit,
                                         GError     **error);
void     _yd_session_office_changed     (YdSession   *self);
void     _yd_session_add_office_step    (YdSession   *self,
                                         YdEdit      *edit);
void     _yd_session_drop_office_steps  (YdSession   *self);
void     _yd_session_drop_pairs         (YdSession   *self);
void     _yd_session_follow_in_office   (YdSession   *self,
                                         const char  *plan_edit,
                                         YdEdit      *inverse);
YdEdit  *_yd_session_turn_step          (YdSession   *self,
                                         const char  *edit_id) G_GNUC_WARN_UNUSED_RESULT;

gboolean _yd_session_get_schedule_property (YdSession *self,
                                            guint      prop,
                                            GValue    *value);
void     _yd_session_drop_schedule         (YdSession *self);
void     _yd_session_drop_today            (YdSession *self);
void     _yd_session_renew_schedule        (YdSession *self);

G_END_DECLS
