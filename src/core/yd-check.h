/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

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

GPtrArray  *yd_check_plan        (YdPlan     *plan) G_GNUC_WARN_UNUSED_RESULT;
const char *yd_severity_get_name (YdSeverity  severity);

G_END_DECLS
