/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda-entry.h"

G_BEGIN_DECLS

char       *yd_agenda_words_dup_date     (const YdDue   *due,
                                          YdDay          today) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_agenda_words_dup_day      (const YdDue   *due,
                                          YdDay          today) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_agenda_words_dup_task     (YdAgendaEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
gboolean    yd_agenda_words_is_proposed  (YdAgendaEntry *entry);
const char *yd_agenda_words_get_tag      (YdAgendaEntry *entry);
char       *yd_agenda_words_dup_units    (YdPlan        *plan,
                                          YdPoint       *point) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_agenda_words_dup_sentence (YdAgendaEntry *entry,
                                          YdSchedule    *schedule) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_agenda_words_dup_anchor   (YdAgendaEntry  *entry,
                                          YdPlan         *plan,
                                          YdPoint       **anchor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
