/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-act-words.h"
#include "yd-pause.h"
#include "yd-release.h"

/* What can be taken back is told from the journal, so it survives a restart. The
 * edits of this run are at hand; older ones are read when they are asked for.
 */

/* To turn round an edit of so many changes, and to apply what comes of it, each takes a while. */
#define MANY_CHANGES 20000

typedef struct
{
  char   *act;
  YdEdit *edit;                 /* (nullable): of this run */
  gint64  pos;                  /* else where it is in the journal */
} Step;

static void
free_step (Step *step)
{
  g_free (step->act);
  g_clear_pointer (&step->edit, yd_release_edit);
  g_free (step);
}

static const char *
get_act (YdSession *self,
         GPtrArray *ids)
{
  Step *step = ids != NULL && ids->len > 0
               ? g_hash_table_lookup (self->steps, g_ptr_array_index (ids, 0)) : NULL;

  return step != NULL ? step->act : NULL;
}

/* A plan without the edit that made it is nothing that anybody wants. It is not taken
 * back, so it need not be at hand; it may be as large as the plan.
 */
static gboolean
is_birth_act (const char *act)
{
  return act != NULL && (g_str_equal (act, "plan.import") || g_str_equal (act, "plan.new"));
}

static void
find_next (YdSession *self)
{
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  self->undo = yd_history_find_undo (self->history);
  self->redo = yd_history_find_redo (self->history);
  if (is_birth_act (get_act (self, self->undo)))
    g_ptr_array_set_size (self->undo, 0);

  for (guint i = YD_SESSION_PROP_CAN_UNDO; i <= YD_SESSION_PROP_REDO_LABEL; i++)
    _yd_session_notify (self, i);
}

static void
add_old (YdSession        *self,
         const YdLogEntry *entry)
{
  Step *step = g_new0 (Step, 1);

  step->act = g_strdup (entry->act);
  step->pos = entry->pos;
  g_hash_table_replace (self->steps, g_strdup (entry->id), step);
  yd_history_add (self->history, entry->id, entry->undoes, entry->device, entry->group);
}

void
_yd_session_drop_history (YdSession *self)
{
  _yd_session_drop_pairs (self);
  g_clear_pointer (&self->history, yd_history_free);
  g_clear_pointer (&self->steps, g_hash_table_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
}

/* @log has the newest first, or is %NULL. */
void
_yd_session_reset_history (YdSession *self,
                           GPtrArray *log)
{
  _yd_session_drop_history (self);

  self->history = yd_history_new (self->library != NULL ? yd_library_get_device (self->library)
                                                        : NULL);
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) free_step);

  for (guint i = log != NULL ? log->len : 0; i-- > 0;)
    add_old (self, g_ptr_array_index (log, i));
  find_next (self);
}

void
_yd_session_add_step (YdSession *self,
                      YdEdit    *edit)
{
  Step *step = g_new0 (Step, 1);

  step->act = g_strdup (yd_edit_get_act (edit));
  step->edit = is_birth_act (step->act) ? NULL : yd_edit_ref (edit);
  step->pos = 1;
  g_hash_table_replace (self->steps, g_strdup (yd_edit_get_id (edit)), step);
  yd_history_add (self->history, yd_edit_get_id (edit), yd_edit_get_undoes (edit),
                  yd_edit_get (edit, YD_EDIT_DEVICE), yd_edit_get (edit, YD_EDIT_GROUP));
  find_next (self);
}

gboolean
yd_session_get_can_undo (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), FALSE);

  return !yd_session_get_read_only (self) && self->undo != NULL && self->undo->len > 0;
}

gboolean
yd_session_get_can_redo (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), FALSE);

  return !yd_session_get_read_only (self) && self->redo != NULL && self->redo->len > 0;
}

/* Returns: (transfer none) (nullable): what would be taken back, in words */
const char *
yd_session_get_undo_label (YdSession *self)
{
  const char *act;

  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  act = get_act (self, self->undo);
  return act != NULL ? yd_act_words (act) : NULL;
}

/* Returns: (transfer none) (nullable): what would be brought back, in words */
const char *
yd_session_get_redo_label (YdSession *self)
{
  const char *act;

  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  act = get_act (self, self->redo);
  return act != NULL ? yd_act_words (act) : NULL;
}

/* Which list of steps is asked for: of undo, of redo, or one that somebody chose. */
typedef enum
{
  WAY_UNDO,
  WAY_REDO,
  WAY_CHOSEN,
} Way;

typedef struct
{
  Way        way;
  YdLibrary *library;           /* (nullable) */
  char      *space;
  GPtrArray *ids;               /* of the edits to be inverted, in this order */
  GPtrArray *edits;             /* of YdEdit, some still %NULL */
  gint64    *positions;         /* of those that are */
  YdEdit    *inverse;           /* (nullable): of the one edit, if that is long */
  guint      n_left;            /* by it */
  guint      n_appended;        /* how much had been done then */
  guint      opening;
} Reading;

static void
free_reading (Reading *reading)
{
  g_clear_object (&reading->library);
  g_free (reading->space);
  g_ptr_array_unref (reading->ids);
  g_ptr_array_unref (reading->edits);
  g_clear_pointer (&reading->inverse, yd_release_edit);
  g_free (reading->positions);
  g_free (reading);
}

/* Fills in what is at hand. Returns: (nullable): nothing if an edit is unknown */
static Reading *
start_reading (YdSession *self,
               Way        way,
               GPtrArray *ids)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->way = way;
  g_set_object (&reading->library, self->library);
  reading->space = g_strdup (yd_space_get_id (YD_SPACE (self->plan)));
  reading->ids = g_ptr_array_ref (ids);
  reading->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_release_edit);
  reading->positions = g_new0 (gint64, MAX (ids->len, 1));
  reading->opening = self->opening;

  for (guint i = 0; i < ids->len; i++)
    {
      Step *step = g_hash_table_lookup (self->steps, g_ptr_array_index (ids, i));

      if (step == NULL || (step->edit == NULL && self->library == NULL))
        {
          free_reading (reading);
          return NULL;
        }

      g_ptr_array_add (reading->edits, step->edit != NULL ? yd_edit_ref (step->edit) : NULL);
      reading->positions[i] = step->pos;
    }

  return reading;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;

  for (guint i = 0; i < reading->edits->len; i++)
    {
      GError *error = NULL;

      if (g_ptr_array_index (reading->edits, i) != NULL)
        continue;

      reading->edits->pdata[i] = yd_library_read_edit (reading->library, reading->space,
                                                       reading->positions[i], &error);
      if (error != NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }

  g_task_return_boolean (task, TRUE);
}

/* Works out what takes a long edit back, which takes as long as to do so.
 *
 * Returns: whether the window shall answer before that is done
 */
static gboolean
invert_ahead (YdSession *self,
              Reading   *reading)
{
  YdEdit *edit = g_ptr_array_index (reading->edits, 0);
  guint n_changes;

  yd_edit_get_changes (edit, &n_changes);
  if (reading->inverse != NULL || reading->edits->len > 1 || n_changes < MANY_CHANGES)
    return FALSE;

  reading->inverse = yd_space_invert (YD_SPACE (self->plan), edit, &reading->n_left);
  reading->n_appended = self->n_appended;

  return TRUE;
}

/* Returns: (transfer full): what takes the edit at @i back now */
static YdEdit *
invert (YdSession *self,
        Reading   *reading,
        guint      i,
        guint     *n_left)
{
  if (reading->inverse == NULL || reading->n_appended != self->n_appended)
    return yd_space_invert (YD_SPACE (self->plan), g_ptr_array_index (reading->edits, i), n_left);

  *n_left = reading->n_left;

  return g_steal_pointer (&reading->inverse);
}

/* Each by an edit of its own: those of one group stay one. */
static gboolean
invert_all (YdSession  *self,
            Reading    *reading,
            guint      *n_left,
            GError    **error)
{
  g_autofree char *group = reading->edits->len > 1 ? yd_session_new_id (self) : NULL;

  *n_left = 0;

  for (guint i = 0; i < reading->edits->len; i++)
    {
      guint n;
      g_autoptr(YdEdit) inverse = invert (self, reading, i, &n);

      *n_left += n;
      yd_edit_set (inverse, YD_EDIT_GROUP, group);
      if (!yd_session_commit (self, inverse, error))
        return FALSE;
      _yd_session_follow_in_office (self, g_ptr_array_index (reading->ids, i), inverse);
    }

  return TRUE;
}

/* Takes one edit of this run back at once. Returns: (transfer full) (nullable): what did so */
YdEdit *
_yd_session_turn_step (YdSession  *self,
                       const char *edit_id)
{
  Step *step = self->steps != NULL ? g_hash_table_lookup (self->steps, edit_id) : NULL;
  g_autoptr(YdEdit) inverse = step != NULL && step->edit != NULL
                              ? yd_space_invert (YD_SPACE (self->plan), step->edit, NULL) : NULL;

  if (inverse == NULL || !yd_session_commit (self, inverse, NULL))
    return NULL;

  return g_steal_pointer (&inverse);
}

static GPtrArray *
get_steps (YdSession *self,
           Way        way)
{
  return way == WAY_UNDO ? self->undo : self->redo;
}

/* A person who presses undo twice asks for the second step before the first is read. */
static gboolean
is_taken_already (YdSession *self,
                  Reading   *reading)
{
  GPtrArray *steps = get_steps (self, reading->way);

  return reading->way != WAY_CHOSEN &&
         (steps == NULL || steps->len == 0 ||
          strcmp (g_ptr_array_index (steps, 0), g_ptr_array_index (reading->ids, 0)) != 0);
}

static void take_back (YdSession *self,
                       Way        way,
                       GPtrArray *ids,
                       GTask     *task);

/* @read is done, and @task waits for it. */
typedef struct
{
  GTask *read;
  GTask *task;
} Turn;

static void
free_turn (gpointer data)
{
  Turn *turn = data;

  g_object_unref (turn->read);
  g_object_unref (turn->task);
  g_free (turn);
}

static void turn_steps (GTask *read,
                        GTask *task);

static gboolean
turn_cb (gpointer user_data)
{
  Turn *turn = user_data;

  turn_steps (turn->read, turn->task);

  return G_SOURCE_REMOVE;
}

static void
turn_later (GTask *read,
            GTask *task)
{
  Turn *turn = g_new (Turn, 1);

  *turn = (Turn) { g_object_ref (read), g_object_ref (task) };
  yd_pause_add (turn_cb, turn, free_turn);
}

static void
turn_steps (GTask *read,
            GTask *task)
{
  YdSession *self = g_task_get_source_object (read);
  Reading *reading = g_task_get_task_data (read);
  GError *error = NULL;
  guint n_left;

  if (reading->opening != self->opening)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             _("The plan was closed meanwhile."));
  else if (is_taken_already (self, reading))
    take_back (self, reading->way, get_steps (self, reading->way), task);
  else if (invert_ahead (self, reading))
    turn_later (read, task);
  else if (invert_all (self, reading, &n_left, &error))
    g_task_return_int (task, n_left);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    turn_steps (G_TASK (result), task);
  else
    g_task_return_error (task, error);
}

static void
take_back (YdSession *self,
           Way        way,
           GPtrArray *ids,
           GTask     *task)
{
  Reading *reading = ids != NULL && ids->len > 0 ? start_reading (self, way, ids) : NULL;
  g_autoptr(GTask) read = NULL;

  if (reading == NULL)
    {
      g_task_return_new_error (task, YD_SPACE_ERROR, YD_SPACE_ERROR_MISSING, "%s",
                               _("There is nothing to take back."));
      return;
    }

  read = g_task_new (self, g_task_get_cancellable (task), read_cb, g_object_ref (task));
  g_task_set_source_tag (read, take_back);
  g_task_set_task_data (read, reading, (GDestroyNotify) free_reading);

  if (g_ptr_array_find (reading->edits, NULL, NULL))
    yd_session_run (self, read, read_in_thread);
  else
    g_task_return_boolean (read, TRUE);
}

/**
 * yd_session_undo_async:
 * @self: a session
 * @cancellable: (nullable): stops reading
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Takes back the newest own edit, and those of its group, by edits of their own. An
 * old one is read from the journal first.
 */
void
yd_session_undo_async (YdSession           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, yd_session_undo_async);
  take_back (self, WAY_UNDO, self->undo, task);
}

/* Brings back what was undone last; otherwise as yd_session_undo_async(). */
void
yd_session_redo_async (YdSession           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, yd_session_undo_async);
  take_back (self, WAY_REDO, self->redo, task);
}

/**
 * yd_session_take_back_async:
 * @self: a session
 * @edit_id: any edit of the plan, as the history shows it
 * @cancellable: (nullable): stops reading
 * @callback: (scope async): called when it is done; yd_session_undo_finish()
 * @user_data: data for @callback
 *
 * Takes back one step; what was changed since is left alone.
 */
void
yd_session_take_back_async (YdSession           *self,
                            const char          *edit_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup (edit_id));
  g_task_set_source_tag (task, yd_session_undo_async);
  take_back (self, WAY_CHOSEN, self->plan != NULL ? ids : NULL, task);
}

/**
 * yd_session_undo_finish:
 * @self: a session
 * @result: what the callback got
 * @n_left: (out) (optional): how many cells were changed since and are left alone
 * @error: return location for an error
 *
 * Ends undo, redo and taking back.
 *
 * Returns: whether it is done
 */
gboolean
yd_session_undo_finish (YdSession     *self,
                        GAsyncResult  *result,
                        guint         *n_left,
                        GError       **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, yd_session_undo_async), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n_left != NULL)
    *n_left = MAX (n, 0);

  return n >= 0;
}
