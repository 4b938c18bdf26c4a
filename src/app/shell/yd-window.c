/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include "yd-accessible.h"
#include "yd-application.h"
#include "yd-file-drop.h"
#include "yd-settings.h"
#include "yd-style.h"
#include "yd-toolkit.h"

/**
 * YdWindow:
 *
 * The one window: a header, the pages, and beside them the detail pane; without a
 * plan the welcome page. It owns the session and shows what it says; it knows no
 * page by name.
 */

G_DEFINE_FINAL_TYPE (YdWindow, yd_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_DETAIL_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Some buttons of the pages come with the first plan. */
static void
ensure_names (YdWindow *self)
{
  if (self->has_names)
    return;

  self->has_names = TRUE;
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

static void
show_plan_cb (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  _yd_window_show_plan_words (self);
  yd_toasts_end_plan (self->toasts);
  if (self->plan_box != NULL)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  yd_welcome_clear_error (self->welcome);
  if (plan != NULL)
    _yd_window_ensure_pages (self);
  gtk_stack_set_visible_child_name (self->stack, plan != NULL ? "plan" : "welcome");

  if (plan != NULL)
    {
      YdPage *page;

      ensure_names (self);
      _yd_window_restore_view (self);
      if (self->first_page != NULL)
        yd_window_show_page (self, self->first_page);
      _yd_window_select_wanted (self);
      _yd_window_begin_meeting (self);
      page = yd_window_get_page (self);
      if (page != NULL)
        yd_page_focus_content (page);
    }

  _yd_window_restore_check (self);
  _yd_window_offer_drafts (self);
  _yd_window_list_plans (self);
  _yd_window_update_actions (self);
}

static void
committed_cb (YdWindow *self,
              YdEdit   *edit)
{
  if (!self->quiet)
    _yd_window_toast_step (self, edit);

  /* The head of the plan is what the header shows. */
  _yd_window_show_plan_words (self);
}

static void
drop_cb (gpointer  self,
         GFile    *file)
{
  yd_window_open (self, file);
}

static void
over_cb (gpointer self,
         gboolean over)
{
  yd_welcome_set_drop (YD_WINDOW (self)->welcome, over);
}

static void
show_large_text_cb (YdWindow *self)
{
  if (g_settings_get_boolean (self->settings, "large-text"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "yd-large-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "yd-large-text");
}

static void
watch_settings (YdWindow *self)
{
  if (self->settings == NULL)
    return;

  g_signal_connect_object (self->settings, "changed::large-text",
                           G_CALLBACK (show_large_text_cb), self, G_CONNECT_SWAPPED);
  show_large_text_cb (self);
}

static void
watch_session (YdWindow *self)
{
  YdPointFilter *filter = yd_session_get_filter (self->session);
  const struct
  {
    const char *signal;
    GCallback   callback;
  } watched[] = {
    { "notify::plan",       G_CALLBACK (show_plan_cb)              },
    { "notify::failure",    G_CALLBACK (_yd_window_show_failure)   },
    { "notify::can-undo",   G_CALLBACK (_yd_window_show_undo)      },
    { "notify::can-redo",   G_CALLBACK (_yd_window_update_actions) },
    { "notify::library",    G_CALLBACK (_yd_window_update_actions) },
    { "notify::n-proposed", G_CALLBACK (_yd_window_show_check_bar) },
    { "committed",          G_CALLBACK (committed_cb)              },
  };

  /* After the pages, which begin anew with another plan: then they are as they were. */
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, watched[i].callback, self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (filter, "notify::text", G_CALLBACK (_yd_window_show_filter),
                           self, G_CONNECT_SWAPPED);

  show_plan_cb (self);
  _yd_window_show_failure (self);
}

/* What the first frame does not wait for: the icon of the task bar, which is read and sent to the
 * display in several sizes, and the style of what that frame does not show. By the clock, since
 * frames that follow each other without a break leave no time to be idle.
 */
#define SETTLE_MS 100

static gboolean
settle_cb (gpointer user_data)
{
  YdWindow *self = user_data;

  self->settle_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  yd_toolkit_settle ();
  gtk_window_set_icon_name (GTK_WINDOW (self), YD_APPLICATION_ID);
  yd_style_load_pages ();

  return G_SOURCE_REMOVE;
}

static gboolean
yd_window_close_request (GtkWindow *window)
{
  if (!_yd_window_may_close (YD_WINDOW (window)))
    return TRUE;

  return GTK_WINDOW_CLASS (yd_window_parent_class)->close_request (window);
}

static void
yd_window_dispose (GObject *object)
{
  YdWindow *self = YD_WINDOW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->library_id, g_source_remove);
  g_cancellable_cancel (self->work);

  g_clear_weak_pointer (&self->properties);
  g_clear_object (&self->toasts);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_WINDOW);
  _yd_window_drop_plan_box (self);
  self->progress = NULL;
  self->work_revealer = NULL;
  self->work_label = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->plan_menu);
  g_clear_object (&self->work);
  g_clear_object (&self->waiting_file);
  g_clear_pointer (&self->views, yd_view_state_free);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->opened_path, g_free);
  g_clear_pointer (&self->work_words, g_free);
  g_clear_pointer (&self->wanted_plan, g_free);
  g_clear_pointer (&self->wanted_point, g_free);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_pointer (&self->first_page, g_free);
  g_clear_pointer (&self->library_path, g_free);
  g_clear_pointer (&self->plan_ids, g_hash_table_unref);

  G_OBJECT_CLASS (yd_window_parent_class)->dispose (object);
}

static void
yd_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AdwBin *slot = YD_WINDOW (object)->detail_slot;

  /* The action asks before there are children. */
  if (prop_id == PROP_DETAIL_VISIBLE)
    g_value_set_boolean (value, slot != NULL && gtk_widget_get_visible (GTK_WIDGET (slot)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yd_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  if (prop_id == PROP_DETAIL_VISIBLE)
    yd_window_set_detail_visible (YD_WINDOW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YdWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plane);
}

static void
yd_window_class_init (YdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_window_dispose;
  object_class->get_property = yd_window_get_property;
  object_class->set_property = yd_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = yd_window_close_request;

  properties[PROP_DETAIL_VISIBLE] =
    g_param_spec_boolean ("detail-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YD_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-window.ui");
  bind_template (widget_class);
  _yd_window_class_install_actions (widget_class);
}

static void
yd_window_init (YdWindow *self)
{
  self->settings = yd_settings_new ();
  self->plan_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = yd_toasts_new (self->overlay);
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

/**
 * yd_window_new:
 * @application: (nullable): to which the window belongs
 * @ids: (transfer none): makes ids; must live longer
 *
 * Returns: (transfer none): a window without a plan; it belongs to GTK
 */
YdWindow *
yd_window_new (GtkApplication   *application,
               const YdIdSource *ids)
{
  YdWindow *self = g_object_new (YD_TYPE_WINDOW, "application", application, NULL);

  self->session = yd_session_new (ids);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
  _yd_window_restore_size (self);
  watch_session (self);
  watch_settings (self);
  yd_file_drop_take (GTK_WIDGET (self), drop_cb, over_cb);

  return self;
}

/* Returns: (transfer none): what the pages share */
YdSession *
yd_window_get_session (YdWindow *self)
{
  g_return_val_if_fail (YD_IS_WINDOW (self), NULL);

  return self->session;
}

/* Returns: (transfer none) (nullable): the page that is shown */
YdPage *
yd_window_get_page (YdWindow *self)
{
  g_return_val_if_fail (YD_IS_WINDOW (self), NULL);

  return self->plan_box != NULL ? (YdPage *) adw_view_stack_get_visible_child (self->pages) : NULL;
}

/* Every plan begins with the page @key, whatever it showed last. */
void
yd_window_set_first_page (YdWindow   *self,
                          const char *key)
{
  g_return_if_fail (YD_IS_WINDOW (self));

  g_free (self->first_page);
  self->first_page = g_strdup (key);
}

/* Returns: whether there is a page of the name @key */
gboolean
yd_window_show_page (YdWindow   *self,
                     const char *key)
{
  GtkWidget *child;

  g_return_val_if_fail (YD_IS_WINDOW (self), FALSE);

  child = self->plan_box != NULL ? adw_view_stack_get_child_by_name (self->pages, key) : NULL;
  if (child == NULL)
    return FALSE;

  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->pages, child), TRUE);
  adw_view_stack_set_visible_child (self->pages, child);
  return TRUE;
}

/* Shows or hides the pane beside the pages. */
void
yd_window_set_detail_visible (YdWindow *self,
                              gboolean  visible)
{
  GtkWidget *slot;

  g_return_if_fail (YD_IS_WINDOW (self));

  if (self->plan_box == NULL)
    return;

  slot = GTK_WIDGET (self->detail_slot);
  visible = visible && adw_bin_get_child (self->detail_slot) != NULL;
  if (gtk_widget_get_visible (slot) == visible)
    return;

  gtk_widget_set_visible (slot, visible);
  if (self->settings != NULL && !self->wide)
    g_settings_set_boolean (self->settings, "detail-visible", visible);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL_VISIBLE]);
}
