/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-check.h"
#include "yd-plan-walk.h"

G_BEGIN_DECLS

typedef struct _YdCheckLoads YdCheckLoads;

struct _YdCheck
{
  YdPlan      *plan;
  YdSchedule  *schedule;         /* (nullable): dates are not looked at without it */
  YdDirectory *directory;       /* (nullable): likewise */
  YdPlanWalk  *walk;
  guint        phase;            /* what is looked at now: yd-check.c */
  GPtrArray   *findings;
  GHashTable  *accepted;         /* "code/about" */
  GHashTable  *titles[YD_SPACE_MAX_DEPTH + 1];   /* those before, under the same point */
  guint        numbers[YD_SPACE_MAX_DEPTH + 1];  /* the last number of each level */
  gboolean     assigned;         /* somebody answers for something in this plan */
  gboolean     divided;          /* it has chapters with points below them */
  gboolean     quiet;            /* nobody is expected to answer in this chapter */
  guint        n_proposed;       /* facts that nobody confirmed */
  guint        n_provisional;    /* deadlines that a notice may still move */
  YdCheckLoads *loads;           /* what the units have */
  GPtrArray   *units;            /* (nullable) (owned): all of them, after the points */
  GArray      *forms;            /* (nullable): their names, in the order to compare them */
  guint        n_forms;          /* that were compared */
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
gboolean _yd_check_is_group      (YdRow              *unit);
void     _yd_check_units         (YdCheck            *self,
                                  GPtrArray          *units);
gboolean _yd_check_forms         (YdCheck            *self,
                                  GPtrArray          *units);
void     _yd_check_directory     (YdCheck            *self,
                                  GPtrArray          *units);

YdCheckLoads *
         _yd_check_loads_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void     _yd_check_loads_free    (YdCheckLoads       *self);
void     _yd_check_loads_count   (YdCheck            *check,
                                  const YdCheckPlace *place);
void     _yd_check_loads         (YdCheck            *check,
                                  GPtrArray          *units);

G_END_DECLS
