/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

/* What the window says of plans that are not open: what is in those that the welcome
 * page lists, and that a document which was just read is one of them already.
 */

typedef struct
{
  YdLibrary    *library;
  GPtrArray    *infos;          /* of YdSpaceInfo */
  guint         at;
  YdPlanCounts  counts;
} Counting;

static void
counting_free (Counting *counting)
{
  g_object_unref (counting->library);
  g_ptr_array_unref (counting->infos);
  g_free (counting);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Counting *counting = task_data;
  const YdSpaceInfo *info = g_ptr_array_index (counting->infos, counting->at);
  GError *error = NULL;

  if (yd_library_count_plan (counting->library, info->id, &counting->counts, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void count_one (YdWindow  *self,
                       GPtrArray *infos,
                       guint      at);

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  Counting *counting = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  self->n_listing--;
  if (_yd_window_is_gone (self))
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    yd_welcome_set_counts (self->welcome, counting->infos, counting->at, &counting->counts);
  count_one (self, counting->infos, counting->at + 1);
}

/* One after the other, so that who opens a plan waits for one of them at most. */
static void
count_one (YdWindow  *self,
           GPtrArray *infos,
           guint      at)
{
  YdLibrary *library = yd_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Counting *counting;

  if (at >= MIN (infos->len, YD_WELCOME_MAX_RECENT) || library == NULL || self->work != NULL ||
      yd_session_get_plan (self->session) != NULL)
    return;

  counting = g_new0 (Counting, 1);
  counting->library = g_object_ref (library);
  counting->infos = g_ptr_array_ref (infos);
  counting->at = at;

  self->n_listing++;
  task = g_task_new (self->session, NULL, counted_cb, g_object_ref (self));
  g_task_set_source_tag (task, count_one);
  g_task_set_task_data (task, counting, (GDestroyNotify) counting_free);
  yd_session_run (self->session, task, count_in_thread);
}

/**
 * _yd_window_count_plans:
 * @self: a window
 * @infos: (element-type YdSpaceInfo): the plans, as the welcome page lists them
 *
 * Counts what is in those that are listed, while none is open.
 */
void
_yd_window_count_plans (YdWindow  *self,
                        GPtrArray *infos)
{
  count_one (self, infos, 0);
}

typedef struct
{
  YdLibrary *library;
  char      *plan;
  char      *sha256;
} Looking;

static void
looking_free (Looking *looking)
{
  g_object_unref (looking->library);
  g_free (looking->plan);
  g_free (looking->sha256);
  g_free (looking);
}

static void
look_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Looking *looking = task_data;
  GError *error = NULL;
  GPtrArray *infos = yd_library_list_plans_of (looking->library, looking->sha256, &error);

  if (infos != NULL)
    g_task_return_pointer (task, infos, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Of several the newest: it is the one that was worked on, more likely than not. */
static const YdSpaceInfo *
find_other (GPtrArray  *infos,
            const char *plan)
{
  for (guint i = infos->len; i-- > 0;)
    {
      const YdSpaceInfo *info = g_ptr_array_index (infos, i);

      if (!g_str_equal (info->id, plan))
        return info;
    }

  return NULL;
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  const Looking *looking = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) infos = g_task_propagate_pointer (G_TASK (result), &error);
  YdPlan *plan = yd_session_get_plan (YD_SESSION (object));
  const YdSpaceInfo *other = infos != NULL ? find_other (infos, looking->plan) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *action = NULL;

  self->n_listing--;
  if (_yd_window_is_gone (self) || other == NULL || plan == NULL ||
      !g_str_equal (yd_space_get_id (YD_SPACE (plan)), looking->plan))
    return;

  words = g_strdup_printf (_("This text was read before: “%s”"),
                           other->title != NULL ? other->title : _("Plan without a title"));
  action = g_action_print_detailed_name ("win.open-instead",
                                         g_variant_new ("(ss)", looking->plan, other->id));
  yd_window_offer (self, words, _("Open That Plan"), action);
}

/* When a document has become a plan: says if there was one of the same text. */
void
_yd_window_look_for_same (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);
  GListModel *sources = yd_space_get_rows (YD_SPACE (plan), YD_KIND_SOURCE);
  g_autoptr(YdRow) source = g_list_model_get_item (sources, 0);
  const char *sha256 = source != NULL ? yd_row_get_cell (source, YD_SOURCE_BLOB) : NULL;
  YdLibrary *library = yd_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Looking *looking;

  if (sha256 == NULL || library == NULL)
    return;

  looking = g_new0 (Looking, 1);
  looking->library = g_object_ref (library);
  looking->plan = g_strdup (yd_space_get_id (YD_SPACE (plan)));
  looking->sha256 = g_strdup (sha256);

  self->n_listing++;
  task = g_task_new (self->session, NULL, looked_cb, g_object_ref (self));
  g_task_set_source_tag (task, _yd_window_look_for_same);
  g_task_set_task_data (task, looking, (GDestroyNotify) looking_free);
  yd_session_run (self->session, task, look_in_thread);
}

/* Nobody has done anything in it, and the other has the same text. */
static void
drop_untouched (YdWindow   *self,
                const char *id)
{
  YdPlan *plan = yd_session_get_plan (self->session);
  YdRow *head = plan != NULL ? yd_space_get_head (YD_SPACE (plan)) : NULL;
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.delete", NULL);
  g_autoptr(GError) error = NULL;

  if (head == NULL || !g_str_equal (yd_space_get_id (YD_SPACE (plan)), id) ||
      yd_session_get_can_undo (self->session) || yd_session_get_can_redo (self->session))
    return;

  yd_edit_change (edit, YD_KIND_PLAN, yd_row_get_id (head), YD_FIELD_DELETED, "false", "true");
  self->quiet = TRUE;
  if (!yd_session_commit (self->session, edit, &error))
    g_info ("The plan that was read twice stays: %s", error->message);
  self->quiet = FALSE;
}

static void
open_instead_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  const char *read, *other;

  g_variant_get (parameter, "(&s&s)", &read, &other);
  if (!_yd_window_may_leave_plan (self))
    return;

  /* What is half typed in it is a thing done. */
  _yd_window_keep_view (self);
  drop_untouched (self, read);
  _yd_window_open_plan (self, other);
}

void
_yd_window_class_install_recent (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-instead", "(ss)", open_instead_action);
}
