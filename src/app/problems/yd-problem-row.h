/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-problem.h"

G_BEGIN_DECLS

#define YD_TYPE_PROBLEM_ROW (yd_problem_row_get_type ())

G_DECLARE_FINAL_TYPE (YdProblemRow, yd_problem_row, YD, PROBLEM_ROW, AdwBin)

GtkWidget *yd_problem_row_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_problem_row_show        (YdProblemRow *self,
                                       YdProblem    *problem);
YdProblem *yd_problem_row_get_problem (YdProblemRow *self);

G_END_DECLS
