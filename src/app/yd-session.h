/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-id.h"
#include "yd-library.h"
#include "yd-office.h"
#include "yd-plan.h"
#include "yd-point-filter.h"
#include "yd-findings.h"
#include "yd-schedule.h"
#include "yd-work-calendar.h"

G_BEGIN_DECLS

/**
 * YdSaveState:
 * @YD_SAVE_STATE_SAVED: everything that was committed is durable
 * @YD_SAVE_STATE_SAVING: something is under way to the disk
 * @YD_SAVE_STATE_FAILED: something could not be kept; nothing can be changed
 */
typedef enum
{
  YD_SAVE_STATE_SAVED,
  YD_SAVE_STATE_SAVING,
  YD_SAVE_STATE_FAILED,
} YdSaveState;

GType yd_save_state_get_type (void) G_GNUC_CONST;

#define YD_TYPE_SAVE_STATE (yd_save_state_get_type ())
/* What the acts of edits of the directory begin with, for yd_session_turn_office() */
#define YD_DIRECTORY_ACTS "unit. alias. member."

#define YD_TYPE_SESSION (yd_session_get_type ())

G_DECLARE_FINAL_TYPE (YdSession, yd_session, YD, SESSION, GObject)

typedef void (* YdSessionFunc) (gpointer user_data);

YdSession        *yd_session_new              (const YdIdSource     *ids)
                                               G_GNUC_WARN_UNUSED_RESULT;

void              yd_session_show             (YdSession            *self,
                                               YdPlan               *plan,
                                               YdJournal            *journal,
                                               GPtrArray            *log);
void              yd_session_show_new         (YdSession            *self,
                                               YdPlan               *plan,
                                               YdJournal            *journal,
                                               YdEdit               *birth);
void              yd_session_close            (YdSession            *self);

YdLibrary        *yd_session_get_library      (YdSession            *self);
void              yd_session_set_library      (YdSession            *self,
                                               YdLibrary            *library);
YdPlan           *yd_session_get_plan         (YdSession            *self);
YdPoint          *yd_session_get_selected     (YdSession            *self);
void              yd_session_set_selected     (YdSession            *self,
                                               YdPoint              *point);
YdPointFilter    *yd_session_get_filter       (YdSession            *self);
guint             yd_session_get_n_proposed   (YdSession            *self);

YdOffice         *yd_session_get_office       (YdSession            *self);
void              yd_session_set_office       (YdSession            *self,
                                               YdOffice             *office,
                                               YdJournal            *journal);
YdDirectory      *yd_session_get_directory    (YdSession            *self);
YdWorkCalendar   *yd_session_get_calendar     (YdSession            *self);
gboolean          yd_session_can_edit_office  (YdSession            *self);
gboolean          yd_session_commit_office    (YdSession            *self,
                                               YdEdit               *edit,
                                               GError              **error);
void              yd_session_pair_edits       (YdSession            *self,
                                               YdEdit               *office_edit,
                                               YdEdit               *plan_edit);
gboolean          yd_session_can_turn_office  (YdSession            *self,
                                               const char           *acts,
                                               gboolean              redo);
gboolean          yd_session_turn_office      (YdSession            *self,
                                               const char           *acts,
                                               gboolean              redo,
                                               char                **words);
YdSchedule       *yd_session_get_schedule     (YdSession            *self);
YdFindings       *yd_session_get_findings     (YdSession            *self);
YdDay             yd_session_get_today        (YdSession            *self);
YdMoment          yd_session_get_now          (YdSession            *self);
void              yd_session_set_now          (YdSession            *self,
                                               YdMoment              now);
void              yd_session_set_today        (YdSession            *self,
                                               YdDay                 today);

YdSaveState       yd_session_get_save_state   (YdSession            *self);
gboolean          yd_session_get_saved        (YdSession            *self);
const char       *yd_session_get_failure      (YdSession            *self);
gboolean          yd_session_get_read_only    (YdSession            *self);

const YdIdSource *yd_session_get_ids          (YdSession            *self);
char             *yd_session_new_id           (YdSession            *self)
                                               G_GNUC_WARN_UNUSED_RESULT;
gboolean          yd_session_commit           (YdSession            *self,
                                               YdEdit               *edit,
                                               GError              **error);
void              yd_session_run              (YdSession            *self,
                                               GTask                *task,
                                               GTaskThreadFunc       func);
gboolean          yd_session_get_settled      (YdSession            *self);
void              yd_session_when_settled     (YdSession            *self,
                                               YdSessionFunc         func,
                                               gpointer              user_data);
void              yd_session_retry            (YdSession            *self);

void              yd_session_keep_draft       (YdSession            *self,
                                               const char           *space,
                                               const YdStoredDraft  *draft);
void              yd_session_list_drafts_async
                                              (YdSession            *self,
                                               const char           *space,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray        *yd_session_list_drafts_finish
                                              (YdSession            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

gboolean          yd_session_get_can_undo     (YdSession            *self);
gboolean          yd_session_get_can_redo     (YdSession            *self);
const char       *yd_session_get_undo_label   (YdSession            *self);
const char       *yd_session_get_redo_label   (YdSession            *self);
void              yd_session_undo_async       (YdSession            *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void              yd_session_redo_async       (YdSession            *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void              yd_session_take_back_async  (YdSession            *self,
                                               const char           *edit_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean          yd_session_undo_finish      (YdSession            *self,
                                               GAsyncResult         *result,
                                               guint                *n_left,
                                               GError              **error);

G_END_DECLS
