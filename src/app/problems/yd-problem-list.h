/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-problem.h"

G_BEGIN_DECLS

#define YD_TYPE_PROBLEM_LIST (yd_problem_list_get_type ())

G_DECLARE_FINAL_TYPE (YdProblemList, yd_problem_list, YD, PROBLEM_LIST, GObject)

YdProblemList *yd_problem_list_new    (void) G_GNUC_WARN_UNUSED_RESULT;

void           yd_problem_list_fill   (YdProblemList *self,
                                       YdPlan        *plan,
                                       GPtrArray     *findings);
void           yd_problem_list_toggle (YdProblemList *self,
                                       YdProblem     *head);
guint          yd_problem_list_find   (YdProblemList *self,
                                       YdProblem     *problem);

G_END_DECLS
