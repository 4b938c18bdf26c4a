/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

char *yd_point_number_dup (YdPlan   *plan,
                           YdPoint  *point,
                           gboolean *computed) G_GNUC_WARN_UNUSED_RESULT;
char *yd_point_name_dup   (YdPlan   *plan,
                           YdPoint  *point) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
