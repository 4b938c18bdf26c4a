/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"
#include "yd-release.h"

/* The way of an edit: in force at once, then to the disk, and what if it does not get
 * there.
 */

static void
notify_saving (YdSession *self)
{
  _yd_session_notify (self, YD_SESSION_PROP_SAVED);
  _yd_session_notify (self, YD_SESSION_PROP_SAVE_STATE);
}

static void
set_failure (YdSession  *self,
             const char *failure)
{
  if (!yd_set_str (&self->failure, failure))
    return;

  if (self->plan != NULL)
    yd_space_set_read_only (YD_SPACE (self->plan), failure != NULL);

  _yd_session_notify (self, YD_SESSION_PROP_FAILURE);
  _yd_session_notify (self, YD_SESSION_PROP_READ_ONLY);
  _yd_session_notify (self, YD_SESSION_PROP_CAN_UNDO);
  _yd_session_notify (self, YD_SESSION_PROP_CAN_REDO);
}

typedef struct
{
  YdSession *session;
  YdEdit    *edit;              /* (nullable): of a retry none */
  guint      opening;
} Appending;

static Appending *
appending_new (YdSession *self,
               YdEdit    *edit)
{
  Appending *appending = g_new0 (Appending, 1);

  appending->session = g_object_ref (self);
  appending->edit = edit != NULL ? yd_edit_ref (edit) : NULL;
  appending->opening = self->opening;

  self->n_pending++;
  self->n_appended++;
  self->n_on_the_way++;

  return appending;
}

static void
appending_free (Appending *appending)
{
  g_object_unref (appending->session);
  if (appending->edit != NULL)
    yd_release_edit (appending->edit);
  g_free (appending);
}

typedef struct
{
  YdSessionFunc func;
  gpointer      user_data;
} Waiting;

static void
settle (YdSession *self)
{
  while (self->n_on_the_way == 0 && !g_queue_is_empty (&self->waiting))
    {
      g_autofree Waiting *waiting = g_queue_pop_head (&self->waiting);

      waiting->func (waiting->user_data);
    }
}

/* One thing less is on the way to the disk. */
void
_yd_session_end_way (YdSession *self)
{
  self->n_on_the_way--;
  settle (self);
}

/* The answer for a plan that was closed meanwhile changes nothing here. */
static void
end_appending (Appending *appending,
               GError    *error)
{
  YdSession *self = appending->session;

  self->n_on_the_way--;

  if (appending->opening == self->opening)
    {
      self->n_pending--;

      /* The first failure says why; those after it only follow from it. */
      if (error != NULL && self->failure == NULL)
        set_failure (self, error->message);
      if (self->n_pending == 0)
        notify_saving (self);
    }

  settle (self);
  appending_free (appending);
}

static void
append_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_journal_append_finish (YD_JOURNAL (object), result, &error);
  end_appending (user_data, error);
}

static void
retry_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_journal_retry_finish (YD_JOURNAL (object), result, &error);
  end_appending (user_data, error);
}

void
_yd_session_append_to (YdSession *self,
                       YdJournal *journal,
                       YdEdit    *edit)
{
  yd_journal_append_async (journal, edit, append_cb, appending_new (self, edit));
}

void
_yd_session_append (YdSession *self,
                    YdEdit    *edit)
{
  _yd_session_append_to (self, self->journal, edit);
}

static void
drop_selected_if_gone (YdSession *self)
{
  if (self->selected != NULL && !yd_space_is_live (YD_SPACE (self->plan), self->selected))
    yd_session_set_selected (self, NULL);
}

static gboolean
refuse_read_only (YdSession  *self,
                  GError    **error)
{
  if (!yd_session_get_read_only (self))
    return FALSE;

  g_set_error_literal (error, YD_SPACE_ERROR, YD_SPACE_ERROR_READ_ONLY,
                       self->failure != NULL ? self->failure
                                             : _("The plan is open for reading only."));
  return TRUE;
}

/**
 * yd_session_commit:
 * @self: a session
 * @edit: an edit that is complete but not sealed
 * @error: return location for an error
 *
 * An edit without changes is in force already; one that undoes another is kept all
 * the same, or undo would never get past it.
 *
 * Returns: whether @edit is in force; if it was refused, tell the person
 */
gboolean
yd_session_commit (YdSession  *self,
                   YdEdit     *edit,
                   GError    **error)
{
  g_autofree char *id = NULL;
  guint n_changes;

  g_return_val_if_fail (YD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (refuse_read_only (self, error))
    return FALSE;

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0 && yd_edit_get_undoes (edit) == NULL)
    return TRUE;

  _yd_session_know_units (self, edit);
  if (self->library != NULL)
    yd_library_sign (self->library, edit);
  id = yd_session_new_id (self);
  yd_edit_seal (edit, id);
  if (!yd_space_apply (YD_SPACE (self->plan), edit, error))
    return FALSE;

  _yd_session_append (self, edit);

  drop_selected_if_gone (self);
  _yd_session_recount_proposed (self, edit);
  _yd_session_add_step (self, edit);
  notify_saving (self);
  _yd_session_emit_committed (self, edit);

  return TRUE;
}

/**
 * yd_session_retry:
 * @self: a session that could not save
 *
 * Tries again to keep what is not on the disk, in order; notify::save-state tells
 * how it went.
 */
void
yd_session_retry (YdSession *self)
{
  g_return_if_fail (YD_IS_SESSION (self));

  if (self->failure == NULL || self->n_pending > 0)
    return;

  set_failure (self, NULL);
  if (self->journal != NULL)
    yd_journal_retry_async (self->journal, retry_cb, appending_new (self, NULL));
  if (self->office_journal != NULL)
    yd_journal_retry_async (self->office_journal, retry_cb, appending_new (self, NULL));
  notify_saving (self);
}

/* Returns: whether nothing is on the way to the disk */
gboolean
yd_session_get_settled (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), TRUE);

  return self->n_on_the_way == 0;
}

/**
 * yd_session_when_settled:
 * @self: a session
 * @func: called once
 * @user_data: data for @func
 *
 * Calls @func when nothing is on the way to the disk any more, of plans that are
 * closed neither; at once if it is so now. Who reads the library waits for it.
 */
void
yd_session_when_settled (YdSession     *self,
                         YdSessionFunc  func,
                         gpointer       user_data)
{
  Waiting *waiting;

  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  if (self->n_on_the_way == 0)
    {
      func (user_data);
      return;
    }

  waiting = g_new (Waiting, 1);
  *waiting = (Waiting) { func, user_data };
  g_queue_push_tail (&self->waiting, waiting);
}
