/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

gboolean  yd_postponement_is_open   (YdRow      *postponement);
YdRow    *yd_postponement_find_open (YdRow      *deadline);
gboolean  yd_postponement_find_due  (YdSchedule *schedule,
                                     YdRow      *deadline,
                                     YdRow      *instead,
                                     YdDay       until,
                                     YdDue      *due);
char     *yd_postponement_dup_words (YdRow      *postponement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
