/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

/* Drafts go to the library beside the edits, and are waited for as these are. */

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(YdSession) self = YD_SESSION (user_data);
  g_autoptr(GError) error = NULL;

  /* Nobody can do anything about it while typing; the edit will say so. */
  if (!yd_library_keep_draft_finish (YD_LIBRARY (object), result, &error))
    g_info ("A draft is not kept: %s", error->message);
  _yd_session_end_way (self);
}

/**
 * yd_session_keep_draft:
 * @self: a session
 * @space: the id of a plan
 * @draft: what was typed; without a value it is dropped
 *
 * Keeps what is half typed, if there is a library that can be written.
 */
void
yd_session_keep_draft (YdSession           *self,
                       const char          *space,
                       const YdStoredDraft *draft)
{
  g_return_if_fail (YD_IS_SESSION (self));

  if (self->library == NULL || yd_library_get_read_only (self->library))
    return;

  self->n_on_the_way++;
  yd_library_keep_draft_async (self->library, space, draft, kept_cb, g_object_ref (self));
}

static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  YdLibrary *library = g_object_get_data (G_OBJECT (task), "library");
  GError *error = NULL;
  GPtrArray *drafts = yd_library_list_drafts (library, task_data, &error);

  if (drafts != NULL)
    g_task_return_pointer (task, drafts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
settled_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  YdSession *self = g_task_get_source_object (task);

  if (self->library == NULL)
    {
      g_task_return_new_error (task, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING, "No library");
      return;
    }

  g_object_set_data_full (G_OBJECT (task), "library", g_object_ref (self->library),
                          g_object_unref);
  yd_session_run (self, task, list_in_thread);
}

/**
 * yd_session_list_drafts_async:
 * @self: a session
 * @space: the id of a plan
 * @callback: (scope async): called when they are read; yd_session_list_drafts_finish()
 * @user_data: data for @callback
 *
 * Reads the drafts of a plan when nothing is on the way to the disk any more.
 */
void
yd_session_list_drafts_async (YdSession           *self,
                              const char          *space,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (YD_IS_SESSION (self));

  g_task_set_source_tag (task, yd_session_list_drafts_async);
  g_task_set_task_data (task, g_strdup (space), g_free);
  yd_session_when_settled (self, settled_cb, g_object_ref (task));
}

/* Returns: (transfer full) (element-type YdStoredDraft): as yd_library_list_drafts() */
GPtrArray *
yd_session_list_drafts_finish (YdSession     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, yd_session_list_drafts_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
