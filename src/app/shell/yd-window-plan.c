/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-page-info.h"
#include "yd-style.h"
#include "yd-when.h"

/* What the window shows a plan with: the header, the bars below it, the pages and the pane.
 * All that comes with the first plan, since the first frame does not need it.
 */

static const struct
{
  const char *name;
  gsize       offset;
} children[] = {
  { "header",           G_STRUCT_OFFSET (YdWindow, header)           },
  { "plan_button",      G_STRUCT_OFFSET (YdWindow, plan_button)      },
  { "plan_title",       G_STRUCT_OFFSET (YdWindow, plan_title)       },
  { "plan_subtitle",    G_STRUCT_OFFSET (YdWindow, plan_subtitle)    },
  { "menu_button",      G_STRUCT_OFFSET (YdWindow, menu_button)      },
  { "export_button",    G_STRUCT_OFFSET (YdWindow, export_button)    },
  { "undo_button",      G_STRUCT_OFFSET (YdWindow, undo_button)      },
  { "save_mark",        G_STRUCT_OFFSET (YdWindow, save_mark)        },
  { "failure_revealer", G_STRUCT_OFFSET (YdWindow, failure_revealer) },
  { "failure_label",    G_STRUCT_OFFSET (YdWindow, failure_label)    },
  { "check_bar",        G_STRUCT_OFFSET (YdWindow, check_bar)        },
  { "check_label",      G_STRUCT_OFFSET (YdWindow, check_label)      },
  { "draft_bar",        G_STRUCT_OFFSET (YdWindow, draft_bar)        },
  { "draft_label",      G_STRUCT_OFFSET (YdWindow, draft_label)      },
  { "draft_restore",    G_STRUCT_OFFSET (YdWindow, draft_restore)    },
  { "draft_copy",       G_STRUCT_OFFSET (YdWindow, draft_copy)       },
  { "search_bar",       G_STRUCT_OFFSET (YdWindow, search_bar)       },
  { "search_entry",     G_STRUCT_OFFSET (YdWindow, search_entry)     },
  { "tasks_button",     G_STRUCT_OFFSET (YdWindow, tasks_button)     },
  { "paned",            G_STRUCT_OFFSET (YdWindow, paned)            },
  { "pages",            G_STRUCT_OFFSET (YdWindow, pages)            },
  { "detail_slot",      G_STRUCT_OFFSET (YdWindow, detail_slot)      },
  { "plan_box",         G_STRUCT_OFFSET (YdWindow, plan_box)         },
};

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

/* The plan in the header, and in the title of the window. */
void
_yd_window_show_plan_words (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);
  YdRow *head = plan != NULL ? yd_space_get_head (YD_SPACE (plan)) : NULL;
  const char *title = plan != NULL ? yd_plan_get_title (plan) : NULL;
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;
  g_autofree char *day = issued != NULL ? yd_when_describe_day (issued) : NULL;
  g_autofree char *subtitle = day != NULL ? g_strdup_printf (_("Issued %s"), day)
                                          : g_strdup (_("Day of issue not stated"));

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Yaodian"));
  if (self->plan_box == NULL)
    return;

  gtk_label_set_label (self->plan_title, title != NULL ? title : "");
  gtk_label_set_label (self->plan_subtitle, subtitle);
  set_tooltip (GTK_WIDGET (self->plan_button), title);
}

/* What was not saved, above the page, for as long as that is so; what was refused because of it,
 * as to leave the plan, is not any more then.
 */
void
_yd_window_show_failure (YdWindow *self)
{
  const char *failure = yd_session_get_failure (self->session);

  if (self->plan_box != NULL)
    {
      if (failure != NULL)
        gtk_label_set_label (self->failure_label, failure);
      gtk_revealer_set_reveal_child (self->failure_revealer, failure != NULL);
    }
  if (failure == NULL)
    yd_toasts_end_refusal (self->toasts);
  _yd_window_update_actions (self);
}

/* What the button takes back. */
void
_yd_window_show_undo (YdWindow *self)
{
  const char *label = yd_session_get_undo_label (self->session);
  g_autofree char *words = label != NULL ? g_strdup_printf (_("Undo: %s"), label)
                                         : g_strdup (_("Undo"));

  if (self->plan_box != NULL)
    set_tooltip (GTK_WIDGET (self->undo_button), words);
  _yd_window_update_actions (self);
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
void
_yd_window_show_filter (YdWindow *self)
{
  const char *text = yd_point_filter_get_text (yd_session_get_filter (self->session));

  if (self->plan_box == NULL)
    return;

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  _yd_window_offer_tasks (self);
}

static void
set_children (YdWindow   *self,
              GtkBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    G_STRUCT_MEMBER (GObject *, self, children[i].offset) =
      builder != NULL ? gtk_builder_get_object (builder, children[i].name) : NULL;
}

static void
prepare_search (YdWindow *self)
{
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (search_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_cb), self, G_CONNECT_SWAPPED);
  yd_accessible_set_name (GTK_WIDGET (self->search_entry), _("Search"));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/* The builder stays, and with it what it made, for as long as somebody may ask for that. */
static void
make_plan_box (YdWindow *self)
{
  yd_style_load_pages ();
  g_type_ensure (YD_TYPE_SAVE_MARK);
  self->builder = gtk_builder_new_from_resource ("/io/github/yaodian/Yaodian/ui/yd-plan-box.ui");
  set_children (self, self->builder);
  gtk_stack_add_titled (self->stack, self->plan_box, "plan", _("Plan"));
  gtk_menu_button_set_menu_model (self->menu_button,
                                  G_MENU_MODEL (gtk_builder_get_object (self->builder,
                                                                        "main_menu")));
  prepare_search (self);
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

/* What the session said before there was somebody to show it. */
static void
show_all (YdWindow *self)
{
  yd_save_mark_set_session (self->save_mark, self->session);
  _yd_window_show_plan_words (self);
  _yd_window_show_failure (self);
  _yd_window_show_undo (self);
  _yd_window_show_filter (self);
}

void
_yd_window_ensure_pages (YdWindow *self)
{
  if (self->plan_box != NULL)
    return;

  make_plan_box (self);
  add_pages (self);
  add_detail (self);
  _yd_window_watch_pages (self);
  _yd_window_restore_detail (self);
  show_all (self);
}

/* When the window goes, and has let go of what it shows. */
void
_yd_window_drop_plan_box (YdWindow *self)
{
  set_children (self, NULL);
  g_clear_object (&self->builder);
}
