/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-reminder-note.h"

G_BEGIN_DECLS

/**
 * YdReminderBook:
 *
 * What was shown already, so that nobody is reminded twice, and what is still to be seen of
 * it. Belongs to this computer and is not synced.
 */
typedef struct _YdReminderBook YdReminderBook;

YdReminderBook *yd_reminder_book_new       (const char     *text) G_GNUC_WARN_UNUSED_RESULT;
void            yd_reminder_book_free      (YdReminderBook *self);

char           *yd_reminder_book_dup_text  (YdReminderBook *self) G_GNUC_WARN_UNUSED_RESULT;
char          **yd_reminder_book_list_plans
                                           (YdReminderBook *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *yd_reminder_book_take      (YdReminderBook *self,
                                            const char     *plan,
                                            GPtrArray      *reminders,
                                            const YdMoment *quiet_end)
                                            G_GNUC_WARN_UNUSED_RESULT;
char          **yd_reminder_book_close     (YdReminderBook *self,
                                            const char     *plan,
                                            GPtrArray      *reminders)
                                            G_GNUC_WARN_UNUSED_RESULT;
void            yd_reminder_book_prune     (YdReminderBook *self,
                                            YdDay           today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdReminderBook, yd_reminder_book_free)

G_END_DECLS
