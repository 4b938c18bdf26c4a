/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-reminder.h"

G_BEGIN_DECLS

/**
 * YdReminderNote:
 * @id: what it is taken back by
 * @reminders: (element-type YdReminder): what it is about
 *
 * What pops up: one reminder, or several of one plan at once.
 */
typedef struct
{
  char      *id;
  GPtrArray *reminders;
} YdReminderNote;

YdReminderNote *yd_reminder_note_new       (GPtrArray            *reminders)
                                            G_GNUC_WARN_UNUSED_RESULT;
void            yd_reminder_note_free      (YdReminderNote       *self);
char           *yd_reminder_note_dup_title (const YdReminderNote *self,
                                            YdMoment              now) G_GNUC_WARN_UNUSED_RESULT;
char           *yd_reminder_note_dup_body  (const YdReminderNote *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdReminderNote, yd_reminder_note_free)

G_END_DECLS
