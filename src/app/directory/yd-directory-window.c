/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-directory-edits.h"
#include "yd-tooltip.h"
#include "yd-undo.h"

/**
 * YdDirectoryWindow:
 *
 * The directory of the office: its units on the left, what is known of one on the right. A
 * reform, a merger of names and a table are looked at on pages of their own before they count.
 */

G_DEFINE_FINAL_TYPE (YdDirectoryWindow, yd_directory_window, ADW_TYPE_WINDOW)

void
_yd_directory_window_say (YdDirectoryWindow *self,
                          const char        *words)
{
  if (self->toasts != NULL)
    yd_toasts_say (self->toasts, words);
}

/* Stays until it is closed. */
void
_yd_directory_window_warn (YdDirectoryWindow *self,
                           const char        *words)
{
  if (self->toasts != NULL)
    yd_toasts_warn (self->toasts, words);
}

static gboolean
is_empty (YdDirectoryWindow *self)
{
  return yd_directory_get_units (yd_directory_desk_get_directory (self->desk))->len == 0;
}

static void
enable (YdDirectoryWindow *self,
        const char        *action,
        gboolean           enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_actions (YdDirectoryWindow *self)
{
  const gboolean can_edit =
    yd_session_can_edit_office (yd_directory_desk_get_session (self->desk));
  const YdDirectoryUnit *unit = yd_directory_desk_get_unit (self->desk);
  const gboolean one = can_edit && unit != NULL;

  enable (self, "directory.add", can_edit);
  enable (self, "directory.import", can_edit);
  enable (self, "directory.export", !is_empty (self));
  enable (self, "directory.succeed", one && unit->merged == NULL);
  enable (self, "directory.merge", one && unit->merged == NULL);
  enable (self, "directory.delete", one);
  enable (self, "directory.undo", yd_directory_desk_can_turn (self->desk, FALSE));
  enable (self, "directory.redo", yd_directory_desk_can_turn (self->desk, TRUE));
}

void
_yd_directory_window_show_page (YdDirectoryWindow *self,
                                const char        *page)
{
  const gboolean list = g_str_equal (page, "list");
  const gboolean import = g_str_equal (page, "import");

  gtk_stack_set_visible_child_name (self->stack, list && is_empty (self) ? "empty" : page);
  gtk_widget_set_visible (self->main_tools, list);
  gtk_widget_set_visible (self->end_tools, list);
  gtk_widget_set_visible (self->back, !list);
  gtk_widget_set_visible (self->apply, !list);
  if (import)
    enable (self, "directory.apply",
            yd_directory_import_count (self->import, YD_IMPORT_NEW) +
            yd_directory_import_count (self->import, YD_IMPORT_CHANGED) > 0);
  _yd_directory_window_show_bar (self);
  gtk_button_set_label (GTK_BUTTON (self->apply),
                        import ? _("Take Over") : C_("directory", "Keep"));
}

static gboolean
is_on_list (YdDirectoryWindow *self)
{
  return gtk_widget_get_visible (self->main_tools);
}

/* Selects the first one when nothing is, so that the right side is not bare. */
static void
select_some (YdDirectoryWindow *self)
{
  GPtrArray *units = yd_directory_get_units (yd_directory_desk_get_directory (self->desk));

  if (yd_directory_desk_get_selected (self->desk) == NULL && units->len > 0)
    yd_directory_desk_select (self->desk, ((YdDirectoryUnit *) units->pdata[0])->id);
}

static void
changed_cb (YdDirectoryWindow *self)
{
  select_some (self);
  update_actions (self);
  if (is_on_list (self))
    _yd_directory_window_show_page (self, "list");
}

/* Actions */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  YdSession *session = yd_directory_desk_get_session (self->desk);
  const YdUnitTerms terms = { .name = _("New Unit"), .kind = "department" };
  g_autofree char *id = yd_session_new_id (session);
  g_autoptr(YdEdit) edit = yd_office_edit_add_unit (yd_directory_desk_get_office (self->desk), id,
                                                    &terms, yd_session_get_ids (session));

  if (!yd_directory_desk_commit (self->desk, edit))
    return;

  yd_directory_desk_select (self->desk, id);
  _yd_directory_window_show_page (self, "list");
  yd_directory_editor_focus (self->editor);
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  yd_directory_desk_turn (YD_DIRECTORY_WINDOW (widget)->desk, yd_undo_is_redo (name));
}

static void
begin_join (YdDirectoryWindow *self,
            gboolean           merge)
{
  _yd_directory_window_show_page (self, "join");
  yd_directory_join_begin (self->join, merge);
}

static void
succeed_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  begin_join (YD_DIRECTORY_WINDOW (widget), FALSE);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  begin_join (YD_DIRECTORY_WINDOW (widget), TRUE);
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "import"))
    _yd_directory_window_take_import (self);
  else if (yd_directory_join_take (self->join))
    _yd_directory_window_show_page (self, "list");
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);

  if (is_on_list (self))
    gtk_window_close (GTK_WINDOW (self));
  else
    _yd_directory_window_show_page (self, "list");
}

static void
select_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  yd_directory_window_select (YD_DIRECTORY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  yd_directory_list_find (YD_DIRECTORY_WINDOW (widget)->list);
}

/* The type */

static void
yd_directory_window_dispose (GObject *object)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (object);

  g_clear_object (&self->toasts);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->import, yd_directory_import_free);

  G_OBJECT_CLASS (yd_directory_window_parent_class)->dispose (object);
}

static const struct
{
  const char                  *name;
  GtkWidgetActionActivateFunc  func;
} actions[] = {
  { "directory.add",     add_action     },
  { "directory.succeed", succeed_action },
  { "directory.merge",   merge_action   },
  { "directory.apply",   apply_action   },
  { "directory.back",    back_action    },
  { "directory.find",    find_action    },
};

static const struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} keys[] = {
  { GDK_KEY_n,      GDK_CONTROL_MASK,                  "directory.add"  },
  { GDK_KEY_f,      GDK_CONTROL_MASK,                  "directory.find" },
  { GDK_KEY_Escape, 0,                                 "directory.back" },
  { GDK_KEY_w,      GDK_CONTROL_MASK,                  "window.close"   },
};

static void
yd_directory_window_class_init (YdDirectoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_directory_window_dispose;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (widget_class, "directory.select", "s", select_action);
  yd_undo_install (widget_class, "directory.undo", "directory.redo", turn_action);
  _yd_directory_window_install_files (widget_class);
  _yd_directory_window_install_plan (widget_class);
  _yd_directory_window_install_delete (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
yd_directory_window_init (YdDirectoryWindow *self)
{
}

/* Parts */

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  return g_object_new (GTK_TYPE_BUTTON, "label", label, "action-name", action, "valign",
                       GTK_ALIGN_CENTER, NULL);
}

static GtkWidget *
make_icon_button (const char *icon,
                  const char *words,
                  const char *action)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "action-name", action,
                                    NULL);

  yd_tooltip_set (button, words);
  yd_accessible_set_name (button, words);

  return button;
}

static GtkWidget *
make_menu (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Import a Table…"), "directory.import");
  g_menu_append (menu, _("Export…"), "directory.export(false)");
  g_menu_append (menu, _("Export with Contacts…"), "directory.export(true)");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  yd_tooltip_set (button, _("Menu"));
  yd_accessible_set_name (button, _("Menu"));

  return button;
}

static GtkWidget *
make_header (YdDirectoryWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->main_tools = make_button (_("New Unit"), "directory.add");
  self->back = make_button (_("Cancel"), "directory.back");
  self->apply = make_button (C_("directory", "Keep"), "directory.apply");
  gtk_widget_add_css_class (self->apply, "suggested-action");
  self->end_tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (self->end_tools),
                  make_icon_button ("edit-undo-symbolic", _("Undo"), "directory.undo"));
  gtk_box_append (GTK_BOX (self->end_tools),
                  make_icon_button ("edit-redo-symbolic", _("Redo"), "directory.redo"));
  gtk_box_append (GTK_BOX (self->end_tools), make_menu ());
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->main_tools);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->end_tools);

  return header;
}

static GtkWidget *
make_empty (YdDirectoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *take = make_button (_("Take Over the Units of the Open Plan"), "directory.take-over");

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (take, "suggested-action");
  gtk_widget_add_css_class (take, "pill");
  gtk_box_append (GTK_BOX (box), take);
  gtk_box_append (GTK_BOX (box), make_button (_("Import a Table…"), "directory.import"));
  gtk_box_append (GTK_BOX (box), make_button (_("New Unit"), "directory.add"));
  gtk_widget_set_visible (take, yd_session_get_plan
                                  (yd_directory_desk_get_session (self->desk)) != NULL);

  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "system-users-symbolic", "title",
                       _("No Units Yet"), "description",
                       _("What the office knows of units is remembered for all plans: their names, "
                         "when they were there, who came after them, and who belongs to which "
                         "group."), "child", box, NULL);
}

static GtkWidget *
make_list (YdDirectoryWindow *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->list = YD_DIRECTORY_LIST (yd_directory_list_new (self->desk));
  self->editor = YD_DIRECTORY_EDITOR (yd_directory_editor_new (self->desk));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 260, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->list));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->editor));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 320);

  return paned;
}

static void
build (YdDirectoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->join = YD_DIRECTORY_JOIN (yd_directory_join_new (self->desk));
  self->import_page = YD_DIRECTORY_IMPORT_PAGE (yd_directory_import_page_new ());
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_empty (self), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->join), "join");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->import_page), "import");

  self->bar = YD_DIRECTORY_BAR (yd_directory_bar_new (self->desk));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  self->toasts = yd_toasts_new (ADW_TOAST_OVERLAY (overlay));
  adw_window_set_content (ADW_WINDOW (self), overlay);
}

static YdDirectoryWindow *
find_open (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (YD_IS_DIRECTORY_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return YD_DIRECTORY_WINDOW (window);        /* GTK keeps it */
    }

  return NULL;
}

static YdDirectoryWindow *
make (GtkWindow *parent,
      YdSession *session)
{
  YdDirectoryWindow *self = g_object_new (YD_TYPE_DIRECTORY_WINDOW, "transient-for", parent,
                                          "title", _("Directory of Units"), "default-width", 960,
                                          "default-height", 680, "destroy-with-parent", TRUE,
                                          NULL);

  self->desk = yd_directory_desk_new (session);
  build (self);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "selected", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "say", G_CALLBACK (_yd_directory_window_say), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "warn", G_CALLBACK (_yd_directory_window_warn), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "committed", G_CALLBACK (_yd_directory_window_show_bar), self,
                           G_CONNECT_SWAPPED);
  _yd_directory_window_show_page (self, "list");
  changed_cb (self);
  yd_directory_list_find (self->list);

  return self;
}

/**
 * yd_directory_window_open:
 * @parent: the window in front of which it stands
 * @session: its office is shown
 *
 * Shows the directory; there is one for each window.
 *
 * Returns: (transfer none): it, which belongs to GTK
 */
YdDirectoryWindow *
yd_directory_window_open (GtkWindow *parent,
                          YdSession *session)
{
  YdDirectoryWindow *self = find_open (parent);

  g_return_val_if_fail (YD_IS_SESSION (session), NULL);

  if (self == NULL)
    self = make (parent, session);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/* Whatever was looked at there: who is asked for stands on the list. */
void
_yd_directory_window_select_unit (YdDirectoryWindow     *self,
                                  const YdDirectoryUnit *unit)
{
  g_autofree char *id = g_strdup (unit->id);

  _yd_directory_window_show_page (self, "list");
  yd_directory_desk_select (self->desk, id);
}

/* Selects the unit that is called @name. */
void
yd_directory_window_select (YdDirectoryWindow *self,
                            const char        *name)
{
  YdNameMatch match;

  g_return_if_fail (YD_IS_DIRECTORY_WINDOW (self));

  match = yd_directory_match (yd_directory_desk_get_directory (self->desk), name, YD_DAY_NONE);
  if (match.unit != NULL)
    _yd_directory_window_select_unit (self, match.unit);
}
