/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"
#include "yd-plan-edits.h"
#include "yd-point-filter-private.h"

/**
 * YdSession:
 *
 * What the pages share: the plan that is open, the point that is selected, the
 * filter, and what was done. They read the plan, commit edits, and undo; they bind
 * to this and never to each other.
 *
 * An edit is in force at once and *saved* when the journal says so. If it cannot
 * be saved, nothing more can be changed; what is in memory stays, and
 * yd_session_retry() tries again.
 */

G_DEFINE_ENUM_TYPE (YdSaveState, yd_save_state,
                    G_DEFINE_ENUM_VALUE (YD_SAVE_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (YD_SAVE_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (YD_SAVE_STATE_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (YdSession, yd_session, G_TYPE_OBJECT)

static GParamSpec *properties[YD_SESSION_N_PROPS];
static guint committed_signal;

void
_yd_session_notify (YdSession *self,
                    guint      prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

void
_yd_session_emit_committed (YdSession *self,
                            YdEdit    *edit)
{
  g_signal_emit (self, committed_signal, 0, edit);
}

/* Forgets all but the plan itself. */
static void
reset (YdSession *self)
{
  self->opening++;
  self->n_pending = 0;
  self->n_proposed = 0;
  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_pointer (&self->failure, g_free);
  _yd_session_drop_history (self);
  _yd_session_drop_schedule (self);

  g_clear_object (&self->selected);
  g_clear_object (&self->journal);
}

static void
yd_session_finalize (GObject *object)
{
  YdSession *self = YD_SESSION (object);

  g_clear_object (&self->findings);
  reset (self);
  if (self->uses != NULL)
    g_signal_handlers_disconnect_by_data (self->uses, self);
  g_clear_object (&self->uses);
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  g_clear_pointer (&self->directory, yd_directory_unref);
  g_clear_object (&self->office);
  g_clear_object (&self->office_journal);
  _yd_session_drop_office_steps (self);
  _yd_session_drop_today (self);
  g_clear_object (&self->plan);
  g_clear_object (&self->filter);
  g_clear_object (&self->library);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (yd_session_parent_class)->finalize (object);
}

static gpointer
get_object (YdSession *self,
            guint      prop_id)
{
  switch (prop_id)
    {
    case YD_SESSION_PROP_LIBRARY:
      return self->library;
    case YD_SESSION_PROP_OFFICE:
      return self->office;
    case YD_SESSION_PROP_PLAN:
      return self->plan;
    case YD_SESSION_PROP_SELECTED:
      return self->selected;
    case YD_SESSION_PROP_FILTER:
    default:
      return self->filter;
    }
}

static void
yd_session_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YdSession *self = YD_SESSION (object);

  switch (prop_id)
    {
    case YD_SESSION_PROP_LIBRARY:
    case YD_SESSION_PROP_OFFICE:
    case YD_SESSION_PROP_PLAN:
    case YD_SESSION_PROP_SELECTED:
    case YD_SESSION_PROP_FILTER:
      g_value_set_object (value, get_object (self, prop_id));
      break;

    case YD_SESSION_PROP_CALENDAR:
      g_value_set_boxed (value, yd_session_get_calendar (self));
      break;

    case YD_SESSION_PROP_DIRECTORY:
      g_value_set_boxed (value, yd_session_get_directory (self));
      break;

    case YD_SESSION_PROP_N_PROPOSED:
      g_value_set_uint (value, self->n_proposed);
      break;

    case YD_SESSION_PROP_SAVED:
      g_value_set_boolean (value, yd_session_get_saved (self));
      break;

    case YD_SESSION_PROP_SAVE_STATE:
      g_value_set_enum (value, yd_session_get_save_state (self));
      break;

    case YD_SESSION_PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;

    case YD_SESSION_PROP_READ_ONLY:
      g_value_set_boolean (value, yd_session_get_read_only (self));
      break;

    case YD_SESSION_PROP_CAN_UNDO:
      g_value_set_boolean (value, yd_session_get_can_undo (self));
      break;

    case YD_SESSION_PROP_CAN_REDO:
      g_value_set_boolean (value, yd_session_get_can_redo (self));
      break;

    case YD_SESSION_PROP_UNDO_LABEL:
      g_value_set_string (value, yd_session_get_undo_label (self));
      break;

    case YD_SESSION_PROP_REDO_LABEL:
      g_value_set_string (value, yd_session_get_redo_label (self));
      break;

    default:
      if (!_yd_session_get_schedule_property (self, prop_id, value))
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_session_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (prop_id == YD_SESSION_PROP_SELECTED)
    yd_session_set_selected (YD_SESSION (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yd_session_class_init (YdSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = yd_session_finalize;
  object_class->get_property = yd_session_get_property;
  object_class->set_property = yd_session_set_property;

  properties[YD_SESSION_PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, YD_TYPE_LIBRARY, ro);
  properties[YD_SESSION_PROP_PLAN] =
    g_param_spec_object ("plan", NULL, NULL, YD_TYPE_PLAN, ro);
  properties[YD_SESSION_PROP_OFFICE] =
    g_param_spec_object ("office", NULL, NULL, YD_TYPE_OFFICE, ro);
  properties[YD_SESSION_PROP_CALENDAR] =
    g_param_spec_boxed ("calendar", NULL, NULL, YD_TYPE_WORK_CALENDAR, ro);
  properties[YD_SESSION_PROP_DIRECTORY] =
    g_param_spec_boxed ("directory", NULL, NULL, YD_TYPE_DIRECTORY, ro);
  properties[YD_SESSION_PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, YD_TYPE_ROW, rw);
  properties[YD_SESSION_PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL, YD_TYPE_POINT_FILTER, ro);
  properties[YD_SESSION_PROP_SCHEDULE] =
    g_param_spec_object ("schedule", NULL, NULL, YD_TYPE_SCHEDULE, ro);
  properties[YD_SESSION_PROP_TODAY] =
    g_param_spec_int ("today", NULL, NULL, 0, G_MAXINT, 0, ro);
  properties[YD_SESSION_PROP_N_PROPOSED] =
    g_param_spec_uint ("n-proposed", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[YD_SESSION_PROP_SAVED] =
    g_param_spec_boolean ("saved", NULL, NULL, TRUE, ro);
  properties[YD_SESSION_PROP_SAVE_STATE] =
    g_param_spec_enum ("save-state", NULL, NULL, YD_TYPE_SAVE_STATE, YD_SAVE_STATE_SAVED, ro);
  properties[YD_SESSION_PROP_FAILURE] =
    g_param_spec_string ("failure", NULL, NULL, NULL, ro);
  properties[YD_SESSION_PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, TRUE, ro);
  properties[YD_SESSION_PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, ro);
  properties[YD_SESSION_PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, ro);
  properties[YD_SESSION_PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, ro);
  properties[YD_SESSION_PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, ro);

  g_object_class_install_properties (object_class, YD_SESSION_N_PROPS, properties);

  /**
   * YdSession::committed:
   * @self: a session
   * @edit: what is in force now
   *
   * Something was done: the shell says it, with a way to take it back.
   */
  committed_signal =
    g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, YD_TYPE_EDIT);
}

static void
yd_session_init (YdSession *self)
{
  self->filter = yd_point_filter_new ();
  self->reader = yd_worker_new ();
  g_queue_init (&self->waiting);
}

/**
 * yd_session_new:
 * @ids: (transfer none): makes ids; must live longer
 *
 * Returns: (transfer full): a session in which no plan is open
 */
YdSession *
yd_session_new (const YdIdSource *ids)
{
  YdSession *self;

  g_return_val_if_fail (ids != NULL, NULL);

  self = g_object_new (YD_TYPE_SESSION, NULL);
  self->ids = ids;

  return self;
}

/* Of a plan that was just read or made: @n_proposed was counted on the way, and @schedule made, or
 * is %NULL.
 */
void
_yd_session_show (YdSession  *self,
                  YdPlan     *plan,
                  YdJournal  *journal,
                  GPtrArray  *log,
                  YdEdit     *birth,
                  guint       n_proposed,
                  YdSchedule *schedule)
{
  YdPlan *last = self->plan;

  g_object_ref (self);
  g_object_freeze_notify (G_OBJECT (self));

  _yd_point_filter_set_plan (self->filter, NULL);
  reset (self);
  self->plan = plan != NULL ? g_object_ref (plan) : NULL;
  g_set_object (&self->journal, journal);
  _yd_session_watch_notices (self);
  if (schedule != NULL)
    _yd_session_take_schedule (self, schedule);
  _yd_point_filter_set_plan (self->filter, plan);
  _yd_session_reset_history (self, log);
  _yd_session_set_n_proposed (self, n_proposed);

  if (birth != NULL)
    {
      _yd_session_add_step (self, birth);
      _yd_session_append (self, birth);
    }

  for (guint i = YD_SESSION_PROP_PLAN; i < YD_SESSION_N_PROPS; i++)
    if (i != YD_SESSION_PROP_FILTER)
      _yd_session_notify (self, i);

  /* The pages let go of its rows first. */
  g_object_thaw_notify (G_OBJECT (self));
  if (last != NULL)
    _yd_session_release_plan (last);
  g_object_unref (self);
}

/**
 * yd_session_show:
 * @self: a session
 * @plan: (nullable): the plan to be open from now on
 * @journal: (nullable): where its edits are kept; without one it is only for reading
 * @log: (nullable) (element-type YdLogEntry): what @journal holds, newest first, see
 *   yd_library_read_log()
 *
 * Everything that belongs to the plan before is forgotten: what is not yet saved
 * reaches the disk all the same.
 */
void
yd_session_show (YdSession *self,
                 YdPlan    *plan,
                 YdJournal *journal,
                 GPtrArray *log)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (plan == NULL || YD_IS_PLAN (plan));
  g_return_if_fail (journal == NULL || YD_IS_JOURNAL (journal));

  _yd_session_show (self, plan, journal, log, NULL,
                    plan != NULL ? yd_plan_count_proposed (plan) : 0, NULL);
}

/**
 * yd_session_show_new:
 * @self: a session
 * @plan: a plan that is not yet on the disk
 * @journal: where its edits are to be kept
 * @birth: the only edit that was applied to it
 *
 * As yd_session_show(), and keeps @birth.
 */
void
yd_session_show_new (YdSession *self,
                     YdPlan    *plan,
                     YdJournal *journal,
                     YdEdit    *birth)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (YD_IS_PLAN (plan));
  g_return_if_fail (YD_IS_JOURNAL (journal));
  g_return_if_fail (birth != NULL && yd_edit_get_id (birth) != NULL);

  _yd_session_show (self, plan, journal, NULL, birth, yd_plan_count_proposed (plan), NULL);
}

void
yd_session_close (YdSession *self)
{
  yd_session_show (self, NULL, NULL, NULL);
}

/* Returns: (transfer none) (nullable): where the plans are, for reading */
YdLibrary *
yd_session_get_library (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->library;
}

/* @library signs edits, and old ones are read from it to be taken back. */
void
yd_session_set_library (YdSession *self,
                        YdLibrary *library)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (library == NULL || YD_IS_LIBRARY (library));

  if (g_set_object (&self->library, library))
    _yd_session_notify (self, YD_SESSION_PROP_LIBRARY);
}

/* Returns: (transfer none) (nullable): the plan, for reading */
YdPlan *
yd_session_get_plan (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->plan;
}

/* Returns: (transfer none) (nullable): the point that all pages show as selected */
YdPoint *
yd_session_get_selected (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->selected;
}

void
yd_session_set_selected (YdSession *self,
                         YdPoint   *point)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (point == NULL || YD_IS_ROW (point));

  if (g_set_object (&self->selected, point))
    _yd_session_notify (self, YD_SESSION_PROP_SELECTED);
}

/* Returns: (transfer none): which points are shown; it lives as long as @self */
YdPointFilter *
yd_session_get_filter (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->filter;
}

/* Returns: how many facts were read from the document and are still to be checked */
guint
yd_session_get_n_proposed (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), 0);

  return self->n_proposed;
}

YdSaveState
yd_session_get_save_state (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), YD_SAVE_STATE_SAVED);

  if (self->n_pending > 0)
    return YD_SAVE_STATE_SAVING;

  return self->failure != NULL ? YD_SAVE_STATE_FAILED : YD_SAVE_STATE_SAVED;
}

/* Returns: whether everything that was committed is durable */
gboolean
yd_session_get_saved (YdSession *self)
{
  return yd_session_get_save_state (self) == YD_SAVE_STATE_SAVED;
}

/* Returns: (transfer none) (nullable): why nothing can be saved any more */
const char *
yd_session_get_failure (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->failure;
}

/* Returns: whether nothing can be changed now, so that pages offer no editing */
gboolean
yd_session_get_read_only (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), TRUE);

  return self->plan == NULL || self->journal == NULL || self->failure != NULL;
}

/* Returns: (transfer none): what makes ids for new rows */
const YdIdSource *
yd_session_get_ids (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->ids;
}

/* Returns: (transfer full): an id for a new row */
char *
yd_session_new_id (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return yd_id_new (self->ids);
}

/**
 * yd_session_run:
 * @self: a session
 * @task: a task
 * @func: what to run; it must return @task
 *
 * Runs @func on a thread of its own, behind everything that was pushed before. So
 * pages read the library or a long text without holding the window; what @task
 * holds is let go on the thread of the window.
 */
void
yd_session_run (YdSession       *self,
                GTask           *task,
                GTaskThreadFunc  func)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  yd_worker_push (self->reader, task, func);
}
