/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"

G_BEGIN_DECLS

#define YD_TYPE_AGENDA_ENTRY (yd_agenda_entry_get_type ())

G_DECLARE_FINAL_TYPE (YdAgendaEntry, yd_agenda_entry, YD, AGENDA_ENTRY, GObject)

/**
 * YdAgendaEntry:
 * @group: which group it belongs to; groups stand in the order of these numbers
 * @title: (nullable): of a head what it says, %NULL for what is no head
 * @rest: (nullable): of a head what stands at its end
 * @n_items: of a head how many things are in its group
 * @folds: of a head whether a person can fold it
 * @folded: of a head whether it is folded
 * @point: (nullable): what is due, %NULL for a head and for a clock that is about none
 * @deadline: (nullable): by which deadline
 * @path: (nullable): the path of @point
 * @due: when
 * @light: how it stands
 * @clock: (nullable): the clock of which it is a step
 * @task: (nullable): of a step what is to be done
 * @left: (nullable): of a step how much time is left, where that is counted in hours, or that
 *   it stands still
 * @reason: (nullable): of a step how its day was found
 *
 * A line of the agenda: the head of a group, or something that is due. Nothing of it
 * changes once it is in the list.
 */
struct _YdAgendaEntry
{
  GObject   parent_instance;

  /* Owned */
  char     *title;
  char     *rest;
  char     *path;
  char     *task;
  char     *left;
  char     *reason;
  YdPoint  *point;
  YdRow    *deadline;
  YdRow    *clock;

  guint     group;
  guint     n_items;
  gboolean  folds;
  gboolean  folded;
  YdDue     due;
  YdLight   light;
};

YdAgendaEntry *yd_agenda_entry_new_head   (guint               group,
                                           const char         *title)
                                           G_GNUC_WARN_UNUSED_RESULT;
YdAgendaEntry *yd_agenda_entry_new_item   (guint               group,
                                           const YdAgendaItem *item,
                                           YdLight             light,
                                           YdWorkCalendar     *calendar)
                                           G_GNUC_WARN_UNUSED_RESULT;

gboolean       yd_agenda_entry_is_head    (YdAgendaEntry      *self);
char          *yd_agenda_entry_dup_number (YdAgendaEntry      *self)
                                           G_GNUC_WARN_UNUSED_RESULT;
gboolean       yd_agenda_entry_equal      (YdAgendaEntry      *self,
                                           YdAgendaEntry      *other);

G_END_DECLS
