/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-plan.h"

G_BEGIN_DECLS

/* How sure the reading was, as people say it. */
typedef enum
{
  YD_SURE_UNKNOWN,
  YD_SURE_LOW,
  YD_SURE_MIDDLE,
  YD_SURE_HIGH,
} YdSure;

const char *yd_fact_get_kind    (YdRow  *row);
char       *yd_fact_dup_meaning (YdPlan *plan,
                                 YdRow  *row) G_GNUC_WARN_UNUSED_RESULT;
const char *yd_fact_get_tag     (YdPlan *plan,
                                 YdRow  *row);
char       *yd_fact_dup_former  (YdPlan *plan,
                                 YdRow  *row,
                                 YdDirectory *directory) G_GNUC_WARN_UNUSED_RESULT;
int         yd_fact_get_percent (YdRow  *row);
YdSure      yd_fact_get_sure    (YdRow  *row);
const char *yd_sure_get_words   (YdSure  sure);
char       *yd_fact_dup_title   (YdRow  *point) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
