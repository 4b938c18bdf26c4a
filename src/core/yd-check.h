/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  YD_SEVERITY_INFO,
  YD_SEVERITY_WARNING,
  YD_SEVERITY_ERROR,
} YdSeverity;

/**
 * YdFinding:
 * @severity: how bad it is
 * @code: a stable name, such as `no-unit`
 * @message: what was found and what to do, translated
 * @where: the path of the point, or the name of the unit
 * @row: (nullable): the row it is about; the space keeps it
 *
 * Something to look at before a plan is issued. Never a reason to refuse an edit.
 */
typedef struct
{
  YdSeverity  severity;
  const char *code;
  char       *message;
  char       *where;
  YdRow      *row;
} YdFinding;

/**
 * YdCheck:
 *
 * A look through a plan that can be taken in pieces.
 */
typedef struct _YdCheck YdCheck;

YdCheck    *yd_check_new           (YdPlan      *plan,
                                    YdSchedule  *schedule,
                                    YdDirectory *directory) G_GNUC_WARN_UNUSED_RESULT;
void        yd_check_free          (YdCheck     *self);
gboolean    yd_check_step          (YdCheck     *self,
                                    guint        n_pieces);
GPtrArray  *yd_check_get_findings  (YdCheck     *self);

GPtrArray  *yd_check_plan          (YdPlan      *plan,
                                    YdSchedule  *schedule,
                                    YdDirectory *directory) G_GNUC_WARN_UNUSED_RESULT;

const char *yd_severity_get_name   (YdSeverity   severity);
const char *yd_check_find_code     (const char  *code);
YdSeverity  yd_check_get_severity  (const char  *code);
const char *yd_check_get_word      (const char  *code);
const char *yd_check_get_normal    (const char  *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdCheck, yd_check_free)

G_END_DECLS
