/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda-entry.h"
#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_agenda_print_new_table (GListModel *lines,
                                    YdSchedule *schedule,
                                    const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;
char    *yd_agenda_print_dup_subtitle
                                   (const char *heading,
                                    const char *rest,
                                    YdRow      *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
