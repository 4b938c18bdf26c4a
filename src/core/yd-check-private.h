/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-check.h"
#include "yd-plan-walk.h"

G_BEGIN_DECLS

struct _YdCheck
{
  YdPlan      *plan;
  YdSchedule  *schedule;         /* (nullable): dates are not looked at without it */
  YdDirectory *directory;       /* (nullable): likewise */
  YdPlanWalk  *walk;
  GPtrArray   *findings;
  GHashTable  *accepted;         /* "code/about" */
  GHashTable  *titles[YD_SPACE_MAX_DEPTH + 1];   /* those before, under the same point */
  guint        numbers[YD_SPACE_MAX_DEPTH + 1];  /* the last number of each level */
  gboolean     assigned;         /* somebody answers for something in this plan */
  gboolean     divided;          /* it has chapters with points below them */
  gboolean     quiet;            /* nobody is expected to answer in this chapter */
};

/* One place of a plan that is looked at. */
typedef struct
{
  YdPoint    *point;
  const char *path;
  guint       level;
} YdCheckPlace;

void     _yd_check_find          (YdCheck            *self,
                                  const char         *code,
                                  YdRow              *row,
                                  const char         *where,
                                  const char         *format,
                                  ...) G_GNUC_PRINTF (5, 6);
gboolean _yd_check_cell_is       (YdRow              *row,
                                  guint               field,
                                  const char         *value);

void     _yd_check_point         (YdCheck            *self,
                                  const YdCheckPlace *place);
void     _yd_check_answers       (YdCheck            *self,
                                  const YdCheckPlace *place);
gboolean _yd_check_is_divided    (YdPlan             *plan);
void     _yd_check_nobody        (YdCheck            *self);
void     _yd_check_clauses       (YdCheck            *self,
                                  const YdCheckPlace *place);
void     _yd_check_dates         (YdCheck            *self,
                                  const YdCheckPlace *place);
void     _yd_check_announced     (YdCheck            *self);
void     _yd_check_units         (YdCheck            *self);
void     _yd_check_directory     (YdCheck            *self,
                                  GPtrArray          *units);

G_END_DECLS
