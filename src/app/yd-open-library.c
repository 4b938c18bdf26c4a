/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-open.h"

#include "yd-library-office.h"
#include "yd-session-private.h"

/* Opening may repair a damaged file or migrate an old one, so it waits on a thread. */

typedef struct
{
  YdLibrary       *library;
  YdOffice        *office;
  YdSqliteJournal *journal;             /* (nullable): of the office */
} Opened;

static void
opened_free (Opened *self)
{
  g_clear_object (&self->office);
  g_clear_object (&self->journal);
  g_clear_object (&self->library);
  g_free (self);
}

/* Plans can be kept without an office, so that a damaged one does not close the library. */
static Opened *
opened_new (YdLibrary *library)
{
  Opened *self = g_new0 (Opened, 1);
  g_autoptr(GError) error = NULL;

  self->library = library;
  self->office = yd_library_open_office (library, &self->journal, &error);
  if (self->office == NULL)
    g_message ("The office cannot be read: %s", error->message);

  return self;
}

static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *path = task_data;
  g_autofree char *usual = path != NULL ? NULL : yd_library_dup_default_path ();
  YdLibrary *library;
  GError *error = NULL;

  path = path != NULL ? path : usual;
  library = yd_library_open (path, 0, &error);

  /* While another program writes it, plans can be looked at. */
  if (g_error_matches (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_LOCKED))
    {
      g_autoptr(GError) locked = g_steal_pointer (&error);

      library = yd_library_open (path, YD_LIBRARY_READ_ONLY, NULL);
      if (library == NULL)
        error = g_steal_pointer (&locked);
    }

  if (library != NULL)
    g_task_return_pointer (task, opened_new (library), (GDestroyNotify) opened_free);
  else
    g_task_return_error (task, error);
}

/**
 * yd_open_library_async:
 * @session: gets the library
 * @path: (type filename) (nullable): where it is; %NULL for the user's own
 * @callback: (scope async): called when it is open
 * @user_data: data for @callback
 *
 * Opens the library, for reading alone if another program writes it.
 */
void
yd_open_library_async (YdSession           *session,
                       const char          *path,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, NULL, callback, user_data);

  g_return_if_fail (YD_IS_SESSION (session));

  g_task_set_source_tag (task, yd_open_library_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  yd_session_run (session, task, open_in_thread);
}

gboolean
yd_open_library_finish (YdSession     *session,
                        GAsyncResult  *result,
                        GError       **error)
{
  Opened *opened;

  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, yd_open_library_async), FALSE);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return FALSE;

  yd_session_set_office (session, opened->office, (YdJournal *) opened->journal);
  yd_session_set_library (session, opened->library);
  opened_free (opened);

  return TRUE;
}
