/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-act-words.h"
#include "yd-pages.h"

/**
 * YdWindow:
 *
 * The one window: a header, the pages, and beside them the detail pane. It owns the
 * session and shows what it says; it knows no page by name.
 */

G_DEFINE_FINAL_TYPE (YdWindow, yd_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_plan_cb (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);
  YdRow *head = plan != NULL ? yd_space_get_head (YD_SPACE (plan)) : NULL;
  const char *title = plan != NULL ? yd_plan_get_title (plan) : NULL;
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;
  g_autofree char *subtitle = issued != NULL ? g_strdup_printf (_("Issued %s"), issued)
                                             : g_strdup (_("Day of issue not stated"));

  gtk_label_set_label (self->plan_title, title != NULL ? title : "");
  gtk_label_set_label (self->plan_subtitle, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Yaodian"));
}

static void
show_save_state_cb (YdWindow *self)
{
  static const struct
  {
    const char *icon;
    const char *words;
  } states[] = {
    [YD_SAVE_STATE_SAVED]  = { "object-select-symbolic",       N_("Saved")     },
    [YD_SAVE_STATE_SAVING] = { "content-loading-symbolic",     N_("Saving…")   },
    [YD_SAVE_STATE_FAILED] = { "dialog-warning-symbolic",      N_("Not saved") },
  };
  YdSaveState state = yd_session_get_save_state (self->session);

  gtk_image_set_from_icon_name (self->save_icon, states[state].icon);
  gtk_label_set_label (self->save_label, _(states[state].words));
}

static void
show_failure_cb (YdWindow *self)
{
  const char *failure = yd_session_get_failure (self->session);

  if (failure != NULL)
    gtk_label_set_label (self->failure_label, failure);
  gtk_revealer_set_reveal_child (self->failure_revealer, failure != NULL);
}

static void
toast_dismissed_cb (YdWindow *self)
{
  g_clear_object (&self->step_toast);
}

/* The title of a toast is markup; words are not. */
static AdwToast *
make_toast (const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  return adw_toast_new (markup);
}

/* One toast for the last step: ten edits in a row are not ten toasts. */
static void
committed_cb (YdWindow *self,
              YdEdit   *edit)
{
  const char *words = yd_act_words (yd_edit_get_act (edit));
  gboolean undoes = yd_edit_get_undoes (edit) != NULL;
  g_autofree char *undone = undoes ? g_strdup_printf (_("Taken back: %s"), words) : NULL;

  if (self->step_toast != NULL)
    adw_toast_dismiss (self->step_toast);

  self->step_toast = g_object_ref (make_toast (undoes ? undone : words));
  adw_toast_set_button_label (self->step_toast, undoes ? _("_Redo") : _("_Undo"));
  adw_toast_set_action_name (self->step_toast, undoes ? "win.redo" : "win.undo");
  g_signal_connect_object (self->step_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->step_toast);
}

static void
add_pages (YdWindow *self)
{
  guint n_pages;
  const YdPageInfo *infos = yd_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      const YdPageInfo *info = &infos[i];
      GtkWidget *page = g_object_new (info->get_type (), "title", _(info->title),
                                      "icon-name", info->icon_name, NULL);

      adw_view_stack_add_titled (self->pages, page, info->key, _(info->title));
      adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->pages, page),
                                         info->icon_name);
      yd_page_set_session (YD_PAGE (page), self->session);
    }
}

static void
add_detail (YdWindow *self)
{
  GType type = yd_pages_get_detail_type ();

  if (type == G_TYPE_INVALID)
    return;

  adw_bin_set_child (self->detail_slot, g_object_new (type, "session", self->session, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->detail_slot), TRUE);
}

static void
watch_session (YdWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } watched[] = {
    { "notify::plan",       G_CALLBACK (show_plan_cb)              },
    { "notify::save-state", G_CALLBACK (show_save_state_cb)        },
    { "notify::failure",    G_CALLBACK (show_failure_cb)           },
    { "notify::can-undo",   G_CALLBACK (_yd_window_update_actions) },
    { "notify::can-redo",   G_CALLBACK (_yd_window_update_actions) },
    { "notify::read-only",  G_CALLBACK (_yd_window_update_actions) },
    { "committed",          G_CALLBACK (committed_cb)              },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, watched[i].callback, self,
                             G_CONNECT_SWAPPED);

  show_plan_cb (self);
  show_save_state_cb (self);
  show_failure_cb (self);
  _yd_window_update_actions (self);
}

static void
yd_window_dispose (GObject *object)
{
  YdWindow *self = YD_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_WINDOW);
  g_clear_object (&self->step_toast);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_window_parent_class)->dispose (object);
}

static void
yd_window_class_init (YdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, plan_subtitle);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, save_icon);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, save_label);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, failure_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, failure_label);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, detail_slot);
  gtk_widget_class_bind_template_child (widget_class, YdWindow, progress);

  _yd_window_class_install_actions (widget_class);
}

static void
yd_window_init (YdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  add_pages (self);
  add_detail (self);
  watch_session (self);

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

/* Says @words in passing, as a toast. */
void
yd_window_say (YdWindow   *self,
               const char *words)
{
  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (words != NULL);

  adw_toast_overlay_add_toast (self->toasts, make_toast (words));
}
