/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-entry.h"

G_DEFINE_FINAL_TYPE (YdAgendaEntry, yd_agenda_entry, G_TYPE_OBJECT)

static void
yd_agenda_entry_finalize (GObject *object)
{
  YdAgendaEntry *self = YD_AGENDA_ENTRY (object);

  g_clear_object (&self->point);
  g_clear_object (&self->deadline);
  g_clear_object (&self->clock);
  g_free (self->task);
  g_free (self->left);
  g_free (self->reason);
  g_free (self->title);
  g_free (self->rest);
  g_free (self->path);

  G_OBJECT_CLASS (yd_agenda_entry_parent_class)->finalize (object);
}

static void
yd_agenda_entry_class_init (YdAgendaEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_agenda_entry_finalize;
}

static void
yd_agenda_entry_init (YdAgendaEntry *self)
{
  self->due.minute = YD_MINUTE_NONE;
}

YdAgendaEntry *
yd_agenda_entry_new_head (guint       group,
                          const char *title)
{
  YdAgendaEntry *self = g_object_new (YD_TYPE_AGENDA_ENTRY, NULL);

  self->group = group;
  self->title = g_strdup (title);

  return self;
}

static char *
dup_left (const YdAgendaItem *item)
{
  if (item->clock->state == YD_CLOCK_STATE_PAUSED)
    return yd_clock_dup_words (item->clock);

  return item->due.minute != YD_MINUTE_NONE ? yd_clock_step_dup_left (item->clock, item->step)
                                            : NULL;
}

/**
 * yd_agenda_entry_new_item:
 * @group: where it belongs
 * @item: what is due
 * @light: how it stands
 * @calendar: what was counted with
 *
 * Returns: (transfer full): a line of it
 */
YdAgendaEntry *
yd_agenda_entry_new_item (guint               group,
                          const YdAgendaItem *item,
                          YdLight             light,
                          YdWorkCalendar     *calendar)
{
  YdAgendaEntry *self = g_object_new (YD_TYPE_AGENDA_ENTRY, NULL);

  self->group = group;
  self->path = g_strdup (item->path);
  self->due = item->due;
  self->light = light;
  g_set_object (&self->point, item->point);
  g_set_object (&self->deadline, item->deadline);
  if (item->clock != NULL)
    {
      self->clock = g_object_ref (item->clock->row);
      self->task = yd_clock_step_dup_task (item->clock, item->step);
      self->left = dup_left (item);
      self->reason = yd_agenda_item_dup_reason (item, calendar);
    }

  return self;
}

gboolean
yd_agenda_entry_is_head (YdAgendaEntry *self)
{
  g_return_val_if_fail (YD_IS_AGENDA_ENTRY (self), FALSE);

  return self->title != NULL;
}

/* Returns: (transfer full): `三(一)` of a path; points that have no number are left out, as what
 *   the path calls them is for programs
 */
char *
yd_agenda_entry_dup_number (YdAgendaEntry *self)
{
  g_return_val_if_fail (YD_IS_AGENDA_ENTRY (self), NULL);

  return yd_point_shorten_path (self->path != NULL ? self->path : "");
}

/* Returns: whether a line that shows @other can stay for @self; what a point is called and
 *   who answers for it may still be other words
 */
gboolean
yd_agenda_entry_equal (YdAgendaEntry *self,
                       YdAgendaEntry *other)
{
  g_return_val_if_fail (YD_IS_AGENDA_ENTRY (self) && YD_IS_AGENDA_ENTRY (other), FALSE);

  return self->group == other->group && self->point == other->point &&
         self->deadline == other->deadline && self->clock == other->clock &&
         g_strcmp0 (self->task, other->task) == 0 && g_strcmp0 (self->left, other->left) == 0 &&
         self->n_items == other->n_items &&
         self->folded == other->folded && self->light == other->light &&
         self->due.day == other->due.day && self->due.minute == other->due.minute &&
         self->due.provisional == other->due.provisional &&
         self->due.stated.day == other->due.stated.day &&
         g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->rest, other->rest) == 0 &&
         g_strcmp0 (self->path, other->path) == 0;
}
