/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-problem.h"

G_BEGIN_DECLS

#define YD_TYPE_PROBLEM_LIST (yd_problem_list_get_type ())

G_DECLARE_FINAL_TYPE (YdProblemList, yd_problem_list, YD, PROBLEM_LIST, GObject)

YdProblemList *yd_problem_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel    *yd_problem_list_get_model  (YdProblemList *self);
guint          yd_problem_list_get_n_left (YdProblemList *self);
void           yd_problem_list_fill       (YdProblemList *self,
                                           YdPlan        *plan,
                                           GPtrArray     *findings);
void           yd_problem_list_toggle     (YdProblemList *self,
                                           YdProblem     *head);

G_END_DECLS
