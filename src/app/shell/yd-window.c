/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-file-drop.h"
#include "yd-page-info.h"
#include "yd-settings.h"
#include "yd-when.h"

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

/* GTK asks the display where the pointer is, even if the words are the same. */
static void
set_tooltip (GtkWidget  *widget,
             const char *words)
{
  if (words == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) == 0)
    return;

  gtk_widget_set_tooltip_text (widget, words);
  yd_accessible_set_name (widget, words);
}

static void
show_plan_words (YdWindow *self,
                 YdPlan   *plan)
{
  YdRow *head = plan != NULL ? yd_space_get_head (YD_SPACE (plan)) : NULL;
  const char *title = plan != NULL ? yd_plan_get_title (plan) : NULL;
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;
  g_autofree char *day = issued != NULL ? yd_when_describe_day (issued) : NULL;
  g_autofree char *subtitle = day != NULL ? g_strdup_printf (_("Issued %s"), day)
                                          : g_strdup (_("Day of issue not stated"));

  gtk_label_set_label (self->plan_title, title != NULL ? title : "");
  gtk_label_set_label (self->plan_subtitle, subtitle);
  set_tooltip (GTK_WIDGET (self->plan_button), title);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Yaodian"));
}

static void
add_pages (YdWindow *self)
{
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      const YdPageInfo *info = &infos[i];
      GtkWidget *page = g_object_new (info->get_type (), "title", _(info->title),
                                      "icon-name", info->icon_name, NULL);
      AdwViewStackPage *place = adw_view_stack_add_titled (self->pages, page, info->key,
                                                           _(info->title));

      adw_view_stack_page_set_icon_name (place, info->icon_name);
      adw_view_stack_page_set_visible (place, !info->passing);
      yd_page_set_session (YD_PAGE (page), self->session);
    }
}

static void
add_detail (YdWindow *self)
{
  GType type = yd_page_info_get_detail_type ();

  if (type != G_TYPE_INVALID)
    adw_bin_set_child (self->detail_slot, g_object_new (type, "session", self->session, NULL));
}

/* They are not needed before there is a plan, and cost the first frame much; so do
 * the header and the bars around them, and menus, which are made with their models.
 */
void
_yd_window_ensure_pages (YdWindow *self)
{
  if (self->has_pages)
    return;

  self->has_pages = TRUE;
  gtk_stack_add_titled (self->stack, self->plan_box, "plan", _("Plan"));
  gtk_menu_button_set_menu_model (self->menu_button, self->main_menu);
  add_pages (self);
  add_detail (self);
  _yd_window_watch_pages (self);
  _yd_window_restore_detail (self);
}

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

  show_plan_words (self, plan);
  yd_toasts_end_plan (self->toasts);
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
show_failure_cb (YdWindow *self)
{
  const char *failure = yd_session_get_failure (self->session);

  if (failure != NULL)
    gtk_label_set_label (self->failure_label, failure);
  gtk_revealer_set_reveal_child (self->failure_revealer, failure != NULL);
  _yd_window_update_actions (self);
}

static void
show_undo_cb (YdWindow *self)
{
  const char *label = yd_session_get_undo_label (self->session);
  g_autofree char *words = label != NULL ? g_strdup_printf (_("Undo: %s"), label)
                                         : g_strdup (_("Undo"));

  set_tooltip (GTK_WIDGET (self->undo_button), words);
  _yd_window_update_actions (self);
}

static void
committed_cb (YdWindow *self,
              YdEdit   *edit)
{
  if (!self->quiet)
    _yd_window_toast_step (self, edit);

  /* The head of the plan is what the header shows. */
  show_plan_words (self, yd_session_get_plan (self->session));
}

static void
search_changed_cb (YdWindow *self)
{
  yd_point_filter_set_text (yd_session_get_filter (self->session),
                            gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Back to the list. */
static void
search_activate_cb (YdWindow *self)
{
  YdPage *page = yd_window_get_page (self);

  yd_point_filter_finish (yd_session_get_filter (self->session));
  if (page != NULL && yd_session_get_plan (self->session) != NULL)
    yd_page_focus_content (page);
}

static void
search_mode_cb (YdWindow *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_activate_cb (self);
}

/* Somebody else may clear the filter. */
static void
filter_text_cb (YdWindow *self)
{
  const char *text = yd_point_filter_get_text (yd_session_get_filter (self->session));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  _yd_window_offer_tasks (self);
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
    { "notify::failure",    G_CALLBACK (show_failure_cb)           },
    { "notify::can-undo",   G_CALLBACK (show_undo_cb)              },
    { "notify::can-redo",   G_CALLBACK (_yd_window_update_actions) },
    { "notify::library",    G_CALLBACK (_yd_window_update_actions) },
    { "notify::n-proposed", G_CALLBACK (_yd_window_show_check_bar) },
    { "committed",          G_CALLBACK (committed_cb)              },
  };

  /* After the pages, which begin anew with another plan: then they are as they were. */
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, watched[i].callback, self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (filter, "notify::text", G_CALLBACK (filter_text_cb), self,
                           G_CONNECT_SWAPPED);

  show_plan_cb (self);
  yd_save_mark_set_session (self->save_mark, self->session);
  show_failure_cb (self);
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
  g_cancellable_cancel (self->work);

  g_clear_object (&self->toasts);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->plan_menu);
  g_clear_object (&self->work);
  g_clear_object (&self->waiting_file);
  g_clear_pointer (&self->views, yd_view_state_free);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->opened_path, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_box);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, header);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_subtitle);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, save_mark);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, failure_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, failure_label);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, check_bar);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, check_label);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, draft_label);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, draft_restore);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, draft_copy);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, tasks_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, detail_slot);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, work_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, work_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
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

  g_type_ensure (YD_TYPE_SAVE_MARK);
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
  yd_accessible_set_name (GTK_WIDGET (self->search_entry), _("Search"));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
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

  return (YdPage *) adw_view_stack_get_visible_child (self->pages);
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

  child = adw_view_stack_get_child_by_name (self->pages, key);
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

  slot = GTK_WIDGET (self->detail_slot);
  visible = visible && adw_bin_get_child (self->detail_slot) != NULL;
  if (gtk_widget_get_visible (slot) == visible)
    return;

  gtk_widget_set_visible (slot, visible);
  if (self->settings != NULL && !self->wide)
    g_settings_set_boolean (self->settings, "detail-visible", visible);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL_VISIBLE]);
}
