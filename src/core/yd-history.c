/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-history.h"

/* MODEL.md §2: undo is an edit, and redo undoes that. So an edit that undoes one
 * that undoes one… brings back or takes away, by turns: its depth says which. An
 * edit is in force unless one that is in force undoes it, and since that one is
 * newer, a pass from the newest to the oldest decides all of them.
 */

typedef struct
{
  char     *id;
  char     *undoes;
  char     *group;
  gboolean  own;
  guint     depth;              /* 0 an original edit, odd takes away, even brings back */
} Entry;

struct _YdHistory
{
  char       *device;
  GPtrArray  *entries;          /* oldest first */
  GHashTable *by_id;            /* borrowed keys and values */
};

typedef enum
{
  DIRECTION_UNDO,
  DIRECTION_REDO,
} Direction;

static void
free_entry (Entry *entry)
{
  g_free (entry->id);
  g_free (entry->undoes);
  g_free (entry->group);
  g_free (entry);
}

/**
 * yd_history_new:
 * @device: (nullable): whose edits can be undone here
 *
 * Returns: (transfer full): a history without edits
 */
YdHistory *
yd_history_new (const char *device)
{
  YdHistory *self = g_new0 (YdHistory, 1);

  self->device = g_strdup (device);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
yd_history_free (YdHistory *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_free (self->device);
  g_free (self);
}

/**
 * yd_history_add:
 * @self: a history
 * @id: an edit newer than all that were added before
 * @undoes: (nullable): the edit that it takes back
 * @device: (nullable): where it was made
 * @group: (nullable): those of one group are undone together
 */
void
yd_history_add (YdHistory  *self,
                const char *id,
                const char *undoes,
                const char *device,
                const char *group)
{
  Entry *entry = g_new0 (Entry, 1);
  Entry *target = undoes != NULL ? g_hash_table_lookup (self->by_id, undoes) : NULL;

  entry->id = g_strdup (id);
  entry->undoes = g_strdup (undoes);
  entry->group = g_strdup (group);
  entry->own = g_strcmp0 (device, self->device) == 0;
  entry->depth = undoes == NULL ? 0 : 1 + (target != NULL ? target->depth : 0);

  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, entry->id, entry);
}

static gboolean
belongs (const Entry *entry,
         const Entry *first,
         Direction    direction)
{
  if (!entry->own || entry->depth % 2 != (direction == DIRECTION_REDO))
    return FALSE;

  return first == NULL || g_strcmp0 (entry->group, first->group) == 0;
}

/* The newest edit in force that goes in @direction, and its group. */
static GPtrArray *
find (YdHistory *self,
      Direction  direction)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) undone = g_hash_table_new (g_str_hash, g_str_equal);
  const Entry *first = NULL;

  for (guint i = self->entries->len; i-- > 0;)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_hash_table_contains (undone, entry->id))
        continue;
      if (entry->undoes != NULL)
        g_hash_table_add (undone, entry->undoes);

      /* Who went on working can no longer redo. */
      if (direction == DIRECTION_REDO && entry->own && entry->depth == 0)
        break;

      if (!belongs (entry, first, direction))
        continue;

      first = first != NULL ? first : entry;
      g_ptr_array_add (found, g_strdup (entry->id));
      if (entry->group == NULL)
        break;
    }

  return found;
}

/**
 * yd_history_find_undo:
 * @self: a history
 *
 * Returns: (transfer full) (element-type utf8): the edits to be inverted next,
 *   newest first; more than one if they are a group, none if there is nothing
 */
GPtrArray *
yd_history_find_undo (YdHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, DIRECTION_UNDO);
}

/**
 * yd_history_find_redo:
 * @self: a history
 *
 * Returns: (transfer full) (element-type utf8): the edits that undid something
 *   and are to be inverted next, newest first; none after new work
 */
GPtrArray *
yd_history_find_redo (YdHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, DIRECTION_REDO);
}
