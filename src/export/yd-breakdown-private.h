/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

gboolean  _yd_breakdown_is_word       (YdRow      *row,
                                       guint       field,
                                       const char *word);
char     *_yd_breakdown_dup_units     (YdPlan     *plan,
                                       YdPoint    *point,
                                       const char *role) G_GNUC_WARN_UNUSED_RESULT;
char     *_yd_breakdown_dup_deadlines (YdPlan     *plan,
                                       YdPoint    *point) G_GNUC_WARN_UNUSED_RESULT;

char     *_yd_breakdown_dup_deadline_words (YdRow *deadline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
