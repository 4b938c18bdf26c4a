/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-compat.h"
#include "yd-open.h"
#include "yd-outline.h"
#include "yd-reader.h"
#include "yd-samples.h"

/* How a plan gets into the window, and what is said if it does not. */

/* In ticks of 100 ms: nothing at first, then a line without words, then with words. */
#define TICKS_BAR 2
#define TICKS_WORDS 20

/* By then a window that is seen has its first frame. */
#define FRAME_MS 50

static void
ensure_work (YdWindow *self)
{
  g_autoptr(GtkBuilder) builder = NULL;

  if (self->progress != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/io/github/yaodian/Yaodian/ui/yd-window-work.ui");
  self->progress = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "progress"));
  self->work_revealer = GTK_REVEALER (gtk_builder_get_object (builder, "work_revealer"));
  self->work_label = GTK_LABEL (gtk_builder_get_object (builder, "work_label"));
  gtk_overlay_add_overlay (self->plane, GTK_WIDGET (self->progress));
  gtk_overlay_add_overlay (self->plane, GTK_WIDGET (self->work_revealer));
}

static gboolean
tick_cb (gpointer user_data)
{
  YdWindow *self = user_data;

  self->n_ticks++;
  if (self->n_ticks >= TICKS_BAR)
    {
      ensure_work (self);
      gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
      gtk_progress_bar_pulse (self->progress);
    }
  if (self->n_ticks >= TICKS_WORDS)
    {
      gtk_label_set_label (self->work_label, self->work_words);
      gtk_revealer_set_reveal_child (self->work_revealer, TRUE);
    }

  return G_SOURCE_CONTINUE;
}

/* What is opened is read elsewhere; meanwhile there is time to make what will show it. */
static gboolean
prepare_cb (gpointer user_data)
{
  YdWindow *self = user_data;

  self->prepare_id = 0;
  _yd_window_ensure_pages (self);

  return G_SOURCE_REMOVE;
}

static void
end_work (YdWindow *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_object (&self->work);
  if (self->progress != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
      gtk_revealer_set_reveal_child (self->work_revealer, FALSE);
    }
  _yd_window_update_actions (self);
}

/* Only one thing is opened at a time; another one takes its place. */
static GCancellable *
begin_work (YdWindow   *self,
            const char *words)
{
  _yd_window_keep_view (self);
  g_cancellable_cancel (self->work);
  end_work (self);

  self->opening_sample = self->opening_text = FALSE;
  self->work = g_cancellable_new ();
  self->n_ticks = 0;
  self->tick_id = g_timeout_add (100, tick_cb, self);
  self->prepare_id = g_idle_add (prepare_cb, self);
  yd_set_str (&self->work_words, words);
  _yd_window_update_actions (self);

  return self->work;
}

void
_yd_window_cancel_work (YdWindow *self)
{
  g_cancellable_cancel (self->work);
}

gboolean
yd_window_get_busy (YdWindow *self)
{
  YdPage *page;

  g_return_val_if_fail (YD_IS_WINDOW (self), FALSE);

  page = yd_window_get_page (self);

  return self->work != NULL || self->opening_library || self->n_listing > 0 ||
         self->waiting_file != NULL || (page != NULL && yd_page_get_busy (page));
}

static const char *
get_title (const GError *error)
{
  const struct
  {
    GQuark      domain;
    int         code;
    const char *title;
  } titles[] = {
    { YD_READ_ERROR,    YD_READ_ERROR_NOT_FOUND,    N_("The File Is Not There")              },
    { YD_READ_ERROR,    YD_READ_ERROR_PERMISSION,   N_("The File May Not Be Read")           },
    { YD_READ_ERROR,    YD_READ_ERROR_EMPTY,        N_("There Is No Text in This File")      },
    { YD_READ_ERROR,    YD_READ_ERROR_TOO_LARGE,    N_("The File Is Too Large")              },
    { YD_READ_ERROR,    YD_READ_ERROR_UNSUPPORTED,  N_("This Kind of File Cannot Be Read")   },
    { YD_READ_ERROR,    YD_READ_ERROR_TIMED_OUT,    N_("Reading the File Took Too Long")     },
    { YD_OUTLINE_ERROR, YD_OUTLINE_ERROR_EMPTY,     N_("There Is No Text in This File")      },
    { YD_OPEN_ERROR,    YD_OPEN_ERROR_NO_POINTS,    N_("There Are No Points in This File")   },
    { YD_OPEN_ERROR,    YD_OPEN_ERROR_NO_LIBRARY,   N_("There Is Nowhere to Keep a Plan")    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_error_matches (error, titles[i].domain, titles[i].code))
      return _(titles[i].title);

  return _("This Could Not Be Opened");
}

static void
show_error (YdWindow     *self,
            const GError *error)
{
  g_autofree char *sentence =
    g_strdup_printf ("%s\n%s", error->message,
                     _("No plan was made or changed, and the file was left as it is."));
  g_autofree char *details =
    g_strdup_printf ("%s, %d\n%s", g_quark_to_string (error->domain), error->code,
                     self->opened_path != NULL ? self->opened_path : "");

  yd_welcome_show_error (self->welcome, get_title (error), sentence, g_strstrip (details));
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

static void
keep_sample_plan (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  yd_view_state_set (self->views, "sample", "plan",
                     g_variant_new_string (yd_space_get_id (YD_SPACE (plan))));
  yd_view_state_save (self->views);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  guint n_left_out;
  gboolean done = yd_open_finish (YD_SESSION (object), result, &n_left_out, &error);

  if (_yd_window_is_gone (self))
    return;

  if (done && self->opening_sample && cancellable == self->work)
    keep_sample_plan (self);
  if (done && self->opening_text && cancellable == self->work)
    {
      _yd_window_look_for_same (self);
      _yd_window_offer_members (self);
    }

  /* What was cancelled to make room for something else has nothing to end. */
  if (cancellable == self->work)
    end_work (self);

  if (g_error_matches (error, YD_OPEN_ERROR, YD_OPEN_ERROR_NOT_SAVED))
    yd_toasts_refuse (self->toasts, error->message);
  else if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
  else if (done && n_left_out > 0)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("%u damaged value of this plan was left out",
                                   "%u damaged values of this plan were left out",
                                   n_left_out), n_left_out);

      yd_window_say (self, words);
    }
}

static char *
dup_issuer (YdWindow *self)
{
  return self->settings != NULL ? g_settings_get_string (self->settings, "issuer") : NULL;
}

static gboolean
open_path (YdWindow   *self,
           const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_("Reading “%s”…"), name);
  g_autofree char *issuer = dup_issuer (self);
  GCancellable *cancellable;

  if (!_yd_window_may_leave_plan (self))
    return FALSE;

  cancellable = begin_work (self, words);
  self->opening_text = !g_str_has_suffix (path, ".yaodian");
  g_free (self->opened_path);
  self->opened_path = g_filename_display_name (path);
  yd_open_document_async (self->session, path, issuer, cancellable, opened_cb,
                          g_object_ref (self));

  return TRUE;
}

/**
 * yd_window_open:
 * @self: a window
 * @file: a document
 *
 * Opens @file in place of what is open, when the library is there.
 */
void
yd_window_open (YdWindow *self,
                GFile    *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->opening_library)
    {
      g_set_object (&self->waiting_file, file);
      return;
    }

  path = g_file_get_path (file);
  if (path != NULL)
    open_path (self, path);
  else
    yd_toasts_warn (self->toasts,
                    _("Only files on this computer can be opened. Save a copy first."));
}

void
_yd_window_open_plan (YdWindow   *self,
                      const char *id)
{
  GCancellable *cancellable;

  if (!_yd_window_may_leave_plan (self))
    return;

  cancellable = begin_work (self, _("Opening the plan…"));
  g_clear_pointer (&self->opened_path, g_free);
  yd_open_plan_async (self->session, id, cancellable, opened_cb, g_object_ref (self));
}

void
_yd_window_open_text (YdWindow   *self,
                      const char *text)
{
  g_autofree char *issuer = dup_issuer (self);
  GCancellable *cancellable;

  if (!_yd_window_may_leave_plan (self))
    return;

  cancellable = begin_work (self, _("Reading the text…"));
  self->opening_text = TRUE;
  g_clear_pointer (&self->opened_path, g_free);
  yd_open_text_async (self->session, _("Pasted text"), text, issuer, cancellable, opened_cb,
                      g_object_ref (self));
}

/* The plan that the sample became before, as the state of the views remembers it. */
static char *
dup_sample_plan (YdWindow *self)
{
  g_autoptr(GVariant) id = yd_view_state_get (self->views, "sample", "plan");

  return id != NULL && g_variant_is_of_type (id, G_VARIANT_TYPE_STRING) &&
         g_hash_table_contains (self->plan_ids, g_variant_get_string (id, NULL))
         ? g_variant_dup_string (id, NULL) : NULL;
}

/* Once it is a plan, that one is shown again: nobody needs ten of them. */
void
_yd_window_open_sample (YdWindow *self)
{
  g_autofree char *path = yd_samples_find ("jingmen-2017.txt");
  g_autofree char *plan = dup_sample_plan (self);

  if (plan != NULL)
    _yd_window_open_plan (self, plan);
  else if (path == NULL)
    yd_toasts_warn (self->toasts, _("The sample is not installed with this program."));
  else if (open_path (self, path))
    self->opening_sample = TRUE;
}

/* As many as a person looks through; the welcome page is for more. */
#define MAX_OTHERS 7

static GMenuItem *
make_plan_item (const YdSpaceInfo *info)
{
  GMenuItem *item = g_menu_item_new (NULL, NULL);
  g_auto(GStrv) parts = g_strsplit (info->title != NULL ? info->title
                                                        : _("Plan without a title"), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "win.open-plan", "s", info->id);

  return item;
}

static GMenu *
make_others (YdWindow  *self,
             GPtrArray *infos)
{
  YdPlan *plan = yd_session_get_plan (self->session);
  const char *shown = plan != NULL ? yd_space_get_id (YD_SPACE (plan)) : "";
  GMenu *others = g_menu_new ();

  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      const YdSpaceInfo *info = g_ptr_array_index (infos, i);
      g_autoptr(GMenuItem) item = NULL;

      if (g_str_equal (info->id, shown) ||
          g_menu_model_get_n_items (G_MENU_MODEL (others)) == MAX_OTHERS)
        continue;

      item = make_plan_item (info);
      g_menu_append_item (others, item);
    }

  return others;
}

/* What the plan button offers: other plans, and what can be done with this one. */
void
_yd_window_set_plan_menu (YdWindow  *self,
                          GPtrArray *infos)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) others = make_others (self, infos);
  g_autoptr(GMenu) this_one = g_menu_new ();

  if (self->plan_box == NULL)
    return;

  g_menu_append_section (menu, _("Other Plans"), G_MENU_MODEL (others));
  g_menu_append (this_one, _("Properties…"), "win.properties");
  g_menu_append (this_one, _("Save a Copy…"), "win.save-copy");
  g_menu_append (this_one, _("Close Plan"), "win.close-plan");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (this_one));

  g_set_object (&self->plan_menu, menu);
  gtk_menu_button_set_menu_model (self->plan_button, G_MENU_MODEL (menu));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) infos = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_listing--;
  if (_yd_window_is_gone (self))
    return;
  if (error != NULL)
    yd_welcome_set_notice (self->welcome, error->message, FALSE);

  g_hash_table_remove_all (self->plan_ids);
  for (guint i = 0; infos != NULL && i < infos->len; i++)
    g_hash_table_add (self->plan_ids,
                      g_strdup (((YdSpaceInfo *) g_ptr_array_index (infos, i))->id));

  yd_welcome_set_plans (self->welcome, infos);
  _yd_window_set_plan_menu (self, infos);
  if (yd_session_get_plan (self->session) == NULL)
    yd_welcome_focus (self->welcome);
  if (infos != NULL)
    _yd_window_count_plans (self, infos);
  _yd_window_open_for_meeting (self, infos);
}

static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *infos = yd_library_list_spaces (task_data, "plan", &error);

  if (infos != NULL)
    g_task_return_pointer (task, infos, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_when_settled_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  yd_session_run (g_task_get_source_object (task), task, list_in_thread);
}

/* Fills the list of plans: after the library came, and after a plan was closed. */
void
_yd_window_list_plans (YdWindow *self)
{
  YdLibrary *library = yd_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;

  if (library == NULL)
    return;

  self->n_listing++;
  task = g_task_new (self->session, NULL, listed_cb, g_object_ref (self));
  g_task_set_source_tag (task, _yd_window_list_plans);
  g_task_set_task_data (task, g_object_ref (library), g_object_unref);
  yd_session_when_settled (self->session, list_when_settled_cb, g_object_ref (task));
}

static void
tell_library (YdWindow *self)
{
  YdLibrary *library = yd_session_get_library (self->session);
  const YdRecovery *recovery = yd_library_get_recovery (library);
  g_autofree char *words = recovery != NULL ? yd_recovery_dup_text (recovery) : NULL;

  if (words != NULL)
    yd_welcome_set_notice (self->welcome, words, FALSE);
  else if (yd_library_get_read_only (library))
    yd_welcome_set_notice (self->welcome,
                           _("Another program is writing the plans, so they can only be looked "
                             "at now. Close it and start Yaodian again to go on working."),
                           FALSE);
  else
    yd_welcome_set_notice (self->welcome, NULL, FALSE);

  g_clear_pointer (&self->views, yd_view_state_free);
  self->views = yd_view_state_load (yd_library_get_path (library));
}

static void
library_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_steal_pointer (&self->waiting_file);
  gboolean done = yd_open_library_finish (YD_SESSION (object), result, &error);

  self->opening_library = FALSE;
  if (_yd_window_is_gone (self))
    return;

  if (done)
    {
      tell_library (self);
      _yd_window_list_plans (self);
    }
  else
    yd_welcome_set_notice (self->welcome, error->message, TRUE);

  _yd_window_update_actions (self);
  if (file != NULL)
    yd_window_open (self, file);
  else
    _yd_window_open_wanted (self);
}

static void
begin_library (YdWindow *self)
{
  g_clear_handle_id (&self->library_id, g_source_remove);
  yd_open_library_async (self->session, self->library_path, library_cb, g_object_ref (self));
}

static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  YdWindow *self = YD_WINDOW (widget);

  if (self->library_id != 0)
    begin_library (self);

  return G_SOURCE_REMOVE;
}

static gboolean
no_frame_cb (gpointer user_data)
{
  YdWindow *self = user_data;

  self->library_id = 0;
  begin_library (self);

  return G_SOURCE_REMOVE;
}

/* While the window comes, it asks the display again and again, and another thread that works
 * then is in the way of the answers. While it draws for the first time nobody needs that other
 * processor. A window that nobody sees may have no frame.
 */
static void
begin_library_with_frame (YdWindow *self)
{
  g_clear_handle_id (&self->library_id, g_source_remove);
  self->library_id = g_timeout_add (FRAME_MS, no_frame_cb, self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
}

/**
 * yd_window_open_library:
 * @self: a window without a library
 * @path: (type filename) (nullable): where it is; %NULL for the user's own
 *
 * Opens the library while the window is there already.
 */
void
yd_window_open_library (YdWindow   *self,
                        const char *path)
{
  g_return_if_fail (YD_IS_WINDOW (self));

  if (self->library_path != path)
    yd_set_str (&self->library_path, path);
  self->opening_library = TRUE;
  _yd_window_update_actions (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_library (self);
  else
    begin_library_with_frame (self);
}
