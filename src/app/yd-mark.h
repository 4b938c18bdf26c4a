/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan-edits.h"

G_BEGIN_DECLS

YdRow      *yd_mark_find    (YdPlan     *plan,
                             YdPoint    *point);
GHashTable *yd_mark_collect (YdPlan     *plan) G_GNUC_WARN_UNUSED_RESULT;
YdEdit     *yd_mark_edit    (YdPlan     *plan,
                             YdPoint    *point,
                             const char *id,
                             const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
