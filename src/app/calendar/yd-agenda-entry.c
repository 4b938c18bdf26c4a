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

/* @deadline: (nullable): %NULL where none is stated */
YdAgendaEntry *
yd_agenda_entry_new_item (guint       group,
                          YdPoint    *point,
                          YdRow      *deadline,
                          const char *path)
{
  YdAgendaEntry *self = g_object_new (YD_TYPE_AGENDA_ENTRY, NULL);

  self->group = group;
  self->path = g_strdup (path);
  g_set_object (&self->point, point);
  g_set_object (&self->deadline, deadline);

  return self;
}

gboolean
yd_agenda_entry_is_head (YdAgendaEntry *self)
{
  g_return_val_if_fail (YD_IS_AGENDA_ENTRY (self), FALSE);

  return self->point == NULL;
}

/* Returns: (transfer full): `三(一)` of a path; points that have no number are left out, as what
 *   the path calls them is for programs
 */
char *
yd_agenda_entry_dup_number (YdAgendaEntry *self)
{
  g_auto(GStrv) numbers = NULL;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (YD_IS_AGENDA_ENTRY (self), NULL);

  numbers = g_strsplit (self->path != NULL ? self->path : "", "/", -1);
  for (guint i = 0; numbers[i] != NULL; i++)
    if (*numbers[i] != '*')
      g_string_append (out, numbers[i]);

  return g_string_free (out, FALSE);
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
         self->deadline == other->deadline && self->n_items == other->n_items &&
         self->folded == other->folded && self->light == other->light &&
         self->due.day == other->due.day && self->due.minute == other->due.minute &&
         self->due.provisional == other->due.provisional &&
         g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->rest, other->rest) == 0 &&
         g_strcmp0 (self->path, other->path) == 0;
}
