/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-reminder.h"

G_BEGIN_DECLS

/**
 * YdRemindersLook:
 * @library: (type filename): the library
 * @rules: what the person has set
 * @now: what time it is
 * @plans: the ids of the plans, and of each what is to be reminded of
 * @unread: the ids of those that could not be read
 * @quiet: whether nothing that can wait may pop up
 * @quiet_end: until when
 * @next: when to look again, if nothing is edited
 *
 * One look through all plans of the library.
 */
typedef struct
{
  char            *library;
  YdReminderRules  rules;
  YdMoment         now;

  GHashTable      *plans;
  GHashTable      *unread;
  gboolean         quiet;
  YdMoment         quiet_end;
  YdMoment         next;
} YdRemindersLook;

YdRemindersLook *_yd_reminders_look_new  (const char            *library,
                                          const YdReminderRules *rules,
                                          YdMoment               now);
void             _yd_reminders_look_free (YdRemindersLook       *self);
gboolean         _yd_reminders_look_run  (YdRemindersLook       *self,
                                          GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdRemindersLook, _yd_reminders_look_free)

G_END_DECLS
