/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-clock-template.h"
#include "yd-deadline.h"
#include "yd-id.h"
#include "yd-plan.h"
#include "yd-role.h"

G_BEGIN_DECLS

/* The edits that a person makes of a plan, complete but not sealed; what changes
 * nothing is an edit without changes. All return (transfer full), and take rows
 * that are live in the plan. Lists of points are in the order of the document.
 */

/* In this order: who leads, who answers, who supports. */
#define YD_NEW_POINT_N_ROLES 3

/**
 * YdNewPoint:
 * @level: how deep it stands below the first of its list, from 0
 * @title: (nullable): its title
 * @text: (nullable): its text
 * @units: (nullable): the names of its units, a list for each role
 * @deadline: (nullable): until when, in words
 *
 * A point that a person brings from elsewhere, with what stands beside it there.
 */
typedef struct
{
  guint   level;
  char   *title;
  char   *text;
  char  **units[YD_NEW_POINT_N_ROLES];
  char   *deadline;
} YdNewPoint;

/**
 * YdDependencyTerms:
 * @pred: the id of the point that comes first
 * @succ: the id of the one that waits
 * @type: what waits for what: `FS`, `SS`, `FF` or `SF`
 * @lag: how much later it may be; earlier if it is negative
 * @measure: in what @lag is counted: `workdays` or `days`
 *
 * What a dependency says.
 */
typedef struct
{
  const char *pred;
  const char *succ;
  const char *type;
  int         lag;
  const char *measure;
} YdDependencyTerms;

/**
 * YdSetRole:
 * @point: a point
 * @unit: a unit
 * @role: what it is to be to it; %YD_ROLE_NONE for nothing
 */
typedef struct
{
  YdPoint *point;
  YdRow   *unit;
  YdRole   role;
} YdSetRole;

YdNewPoint *yd_new_point_new  (guint       level) G_GNUC_WARN_UNUSED_RESULT;
void        yd_new_point_free (YdNewPoint *self);

/* Points and where they stand */
YdEdit *yd_plan_edit_add_point          (YdPlan                *plan,
                                         YdPoint               *parent,
                                         YdPoint               *after,
                                         const char            *id,
                                         const char            *title,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_paste              (YdPlan                *plan,
                                         YdPoint               *parent,
                                         YdPoint               *after,
                                         GPtrArray             *points,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_delete_points      (YdPlan                *plan,
                                         GPtrArray             *points) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_move               (YdPlan                *plan,
                                         GPtrArray             *points,
                                         YdPoint               *parent,
                                         YdPoint               *after,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_move_up            (YdPlan                *plan,
                                         GPtrArray             *points,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_move_down          (YdPlan                *plan,
                                         GPtrArray             *points,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_indent             (YdPlan                *plan,
                                         GPtrArray             *points,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_outdent            (YdPlan                *plan,
                                         GPtrArray             *points,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_renumber           (YdPlan                *plan,
                                         YdPoint               *chapter) G_GNUC_WARN_UNUSED_RESULT;
char   *yd_plan_write_number_like       (const char            *printed,
                                         guint                  number) G_GNUC_WARN_UNUSED_RESULT;

/* One cell of a row */
YdEdit *yd_plan_edit_set                (YdRow                 *row,
                                         guint                  field,
                                         const char            *value,
                                         const char            *act) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_set_seen           (YdRow                 *row,
                                         guint                  field,
                                         const char            *seen,
                                         const char            *value,
                                         const char            *act) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_rename             (YdPoint               *point,
                                         const char            *title) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_set_text           (YdPoint               *point,
                                         const char            *text) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_delete_row         (YdRow                 *row,
                                         const char            *act) G_GNUC_WARN_UNUSED_RESULT;

/* Who answers for what, and until when */
YdEdit *yd_plan_edit_assign             (YdPlan                *plan,
                                         GPtrArray             *points,
                                         YdRow                 *unit,
                                         const char            *role,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_assign_new         (YdPlan                *plan,
                                         GPtrArray             *points,
                                         const char            *unit_id,
                                         const char            *name,
                                         const char            *role,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_set_roles          (YdPlan                *plan,
                                         const YdSetRole       *roles,
                                         guint                  n_roles,
                                         const char            *act,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_add_alias          (YdPlan                *plan,
                                         YdRow                 *unit,
                                         const char            *name) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_unassign           (YdRow                 *assignment)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_set_role           (YdRow                 *assignment,
                                         const char            *role) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_add_deadline       (YdPoint               *point,
                                         const char            *id,
                                         const char            *origin,
                                         const YdDeadlineTerms *terms,
                                         const char            *words,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_edit_deadline      (YdRow                 *deadline,
                                         const YdDeadlineTerms *terms) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_delete_deadline    (YdRow                 *deadline)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_add_dependency     (const char            *id,
                                         const YdDependencyTerms *terms)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_edit_dependency    (YdRow                 *dependency,
                                         const YdDependencyTerms *terms)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_add_remark         (YdRow                 *about,
                                         const char            *id,
                                         const char            *kind,
                                         const char            *text) G_GNUC_WARN_UNUSED_RESULT;

/* Deadlines put off */
YdEdit *yd_plan_edit_ask_postponement   (YdRow                 *deadline,
                                         const char            *id,
                                         YdRow                 *unit,
                                         YdDay                  until,
                                         const char            *reason) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_grant_postponement (YdRow                 *postponement,
                                         const char            *id,
                                         YdDay                  until,
                                         const char            *note) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_refuse_postponement (YdRow                *postponement,
                                         const char            *note) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_delete_postponement (YdRow                *postponement)
                                         G_GNUC_WARN_UNUSED_RESULT;

/* Clocks that run from an event */
YdEdit *yd_plan_edit_start_clock        (const char            *id,
                                         YdClockTemplate       *terms,
                                         const char            *template_id,
                                         YdPoint               *point,
                                         YdMoment               started,
                                         const YdIdSource      *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_pause_clock        (YdRow                 *clock,
                                         const char            *id,
                                         YdMoment               from,
                                         const char            *reason) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_resume_clock       (YdRow                 *clock,
                                         YdMoment               to) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_restart_clock      (YdRow                 *clock,
                                         YdMoment               started)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_stop_clock         (YdRow                 *clock,
                                         YdMoment               stopped)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_delete_clock       (YdRow                 *clock) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_finish_step        (YdRow                 *step,
                                         YdMoment               done) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_extend_step        (YdRow                 *step,
                                         int                    n,
                                         const char            *reason) G_GNUC_WARN_UNUSED_RESULT;

/* Where in a document it was found */
void    yd_plan_edit_quote_point        (YdEdit                *edit,
                                         const char            *id,
                                         const char            *text,
                                         const char            *span);
void    yd_plan_edit_quote_assignments  (YdEdit                *edit,
                                         const char            *words,
                                         const char            *span);

/* What was read and is to be checked */
gboolean yd_plan_is_proposed            (YdRow                 *row);
gboolean yd_plan_is_refused             (YdRow                 *row);
guint   yd_plan_count_proposed          (YdPlan                *plan);
YdEdit *yd_plan_edit_confirm            (YdRow                 *row) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_confirm_rows       (GPtrArray             *rows) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_refuse             (YdRow                 *row) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_confirm_points     (YdPlan                *plan,
                                         GPtrArray             *points,
                                         gboolean               below,
                                         guint                  min_sure)
                                         G_GNUC_WARN_UNUSED_RESULT;

/* What was found before issue and may stay */
YdEdit *yd_plan_edit_accept_finding     (YdPlan                *plan,
                                         const char            *code,
                                         YdRow                 *about,
                                         const char            *reason)
                                         G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_plan_edit_tell_finding       (YdRow                 *acceptance)
                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
