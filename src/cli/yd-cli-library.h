/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-cli.h"
#include "yd-library-office.h"
#include "yd-plan.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

/**
 * YdCliPlan:
 * @library: the library it is in
 * @plan: the plan
 * @journal: (nullable): where its edits go, when it was opened to be changed
 * @office: (nullable): the office, once it was asked for
 *
 * A plan that a command works on.
 */
typedef struct
{
  YdLibrary       *library;
  YdPlan          *plan;
  YdSqliteJournal *journal;
  YdOffice        *office;
} YdCliPlan;

YdLibrary *yd_cli_library_open (YdCli       *cli,
                                gboolean     writing,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
YdCliPlan *yd_cli_plan_new     (YdCli       *cli,
                                const char  *id,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
YdCliPlan *yd_cli_plan_open    (YdCli       *cli,
                                const char  *name,
                                gboolean     writing,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void       yd_cli_plan_free    (YdCliPlan   *self);
YdOffice  *yd_cli_plan_open_office (YdCliPlan *self,
                                    GError   **error);
YdWorkCalendar *
           yd_cli_plan_make_calendar (YdCliPlan *self,
                                      GError   **error) G_GNUC_WARN_UNUSED_RESULT;
YdSchedule *
           yd_cli_plan_make_schedule (YdCliPlan *self,
                                      YdDay      today,
                                      GError   **error) G_GNUC_WARN_UNUSED_RESULT;
YdMoment   yd_cli_get_now      (void);
void       yd_cli_journal_drop (YdSqliteJournal *journal);
gboolean   yd_cli_plan_commit  (YdCliPlan   *self,
                                YdEdit      *edit,
                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdCliPlan, yd_cli_plan_free)

G_END_DECLS
