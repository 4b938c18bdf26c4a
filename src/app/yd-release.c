/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-release.h"

/* To let go of some hundred thousand objects at once would hold the window for a second. */

#define SLICE 500
#define MANY_CHANGES 20000

static gboolean
release_slice_cb (gpointer user_data)
{
  GPtrArray *objects = user_data;

  g_ptr_array_set_size (objects, objects->len > SLICE ? objects->len - SLICE : 0);

  return objects->len > 0;
}

/**
 * yd_release_slowly:
 * @objects: (transfer full): objects with their free function
 *
 * Lets go of @objects, the last first: of a few at once, of many a slice at a time while the window
 * has nothing else to do.
 */
void
yd_release_slowly (GPtrArray *objects)
{
  if (objects->len <= SLICE)
    g_ptr_array_unref (objects);
  else
    g_idle_add_full (G_PRIORITY_LOW, release_slice_cb, objects, (GDestroyNotify) g_ptr_array_unref);
}

static gpointer
release_in_thread (gpointer edit)
{
  yd_edit_unref (edit);

  return NULL;
}

/**
 * yd_release_edit:
 * @edit: (transfer full) (nullable): an edit
 *
 * Lets go of @edit without holding the window: a long one is plain data, and goes on a thread of
 * its own.
 */
void
yd_release_edit (YdEdit *edit)
{
  guint n_changes = 0;

  if (edit != NULL)
    yd_edit_get_changes (edit, &n_changes);
  if (n_changes >= MANY_CHANGES)
    g_thread_unref (g_thread_new ("release", release_in_thread, edit));
  else if (edit != NULL)
    yd_edit_unref (edit);
}
