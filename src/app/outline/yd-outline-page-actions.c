/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/* What can be done with the points that are chosen. Keys are in the template, with the
 * list, since it would take some of them for itself; the two for a new point hold on the
 * whole page.
 */

static YdPoint *
get_first (YdOutlinePage *self)
{
  return self->chosen->len > 0 ? g_ptr_array_index (self->chosen, 0) : NULL;
}

static YdPoint *
get_last (YdOutlinePage *self)
{
  return self->chosen->len > 0 ? g_ptr_array_index (self->chosen, self->chosen->len - 1) : NULL;
}

static const YdIdSource *
get_ids (YdOutlinePage *self)
{
  return yd_session_get_ids (yd_page_get_session (YD_PAGE (self)));
}

/* Commits @edit, and keeps the points chosen and the focus on them, wherever they went. */
static void
act (YdOutlinePage *self,
     YdEdit        *edit)
{
  g_autoptr(YdEdit) owned = edit;
  guint n_changes;

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0 || !_yd_outline_page_commit (self, edit))
    return;

  if (self->chosen->len > 0)
    _yd_outline_page_focus (self, get_first (self));
}

/* New points */

/* Behind the one that is chosen, or below it if it is an unfolded chapter; at the end
 * where nothing is chosen.
 */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdPoint *point = get_last (self);
  GListModel *points = yd_plan_get_points (_yd_outline_page_get_plan (self));
  guint n = g_list_model_get_n_items (points);
  g_autoptr(YdRow) last = n > 0 ? g_list_model_get_item (points, n - 1) : NULL;

  if (point == NULL)
    _yd_outline_page_add (self, NULL, last);
  else if (yd_point_get_level (point) == 1 && yd_outline_tree_get_expanded (self->tree, point))
    _yd_outline_page_add_below (self, point);
  else
    _yd_outline_page_add (self, yd_point_get_parent (point), point);
}

static void
add_behind_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdPoint *point = get_last (self);

  if (point != NULL)
    _yd_outline_page_add (self, yd_point_get_parent (point), point);
}

static void
add_below_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  if (get_last (self) != NULL)
    _yd_outline_page_add_below (self, get_last (self));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdPoint *selected = yd_session_get_selected (yd_page_get_session (YD_PAGE (self)));

  if (selected != NULL)
    _yd_outline_page_edit (self, selected, NULL);
}

/* Deleting */

/* What comes behind is chosen then, as after every edit that takes the chosen ones away. */
static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  act (self, yd_plan_edit_delete_points (_yd_outline_page_get_plan (self), self->chosen));
}

/* Moving */

static void
indent_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdEdit *edit = yd_plan_edit_indent (_yd_outline_page_get_plan (self), self->chosen,
                                      get_ids (self));
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  /* What gets its first points shows them. */
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].field == YD_POINT_PARENT && changes[i].new_value != NULL)
      yd_outline_tree_note_expanded (self->tree,
                                     yd_space_lookup (YD_SPACE (_yd_outline_page_get_plan (self)),
                                                      YD_KIND_POINT, changes[i].new_value), TRUE);

  act (self, edit);
}

static void
outdent_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  act (self, yd_plan_edit_outdent (_yd_outline_page_get_plan (self), self->chosen,
                                   get_ids (self)));
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  act (self, yd_plan_edit_move_up (_yd_outline_page_get_plan (self), self->chosen,
                                   get_ids (self)));
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  act (self, yd_plan_edit_move_down (_yd_outline_page_get_plan (self), self->chosen,
                                     get_ids (self)));
}

/* The chapter that is chosen, or the one in which the chosen point stands. */
static void
renumber_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdPoint *point = get_first (self);
  YdPoint *chapter = g_list_model_get_n_items (yd_point_get_children (point)) > 0
                     ? point : yd_point_get_parent (point);
  YdEdit *edit = yd_plan_edit_renumber (_yd_outline_page_get_plan (self), chapter);
  guint n_changes;

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0)
    yd_page_say (YD_PAGE (self), _("The numbers of this chapter are in order"));
  act (self, edit);
}

/* Checking */

/* The points that are chosen with what stands in their rows; a chapter as a whole. */
static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  act (self, yd_plan_edit_confirm_points (_yd_outline_page_get_plan (self), self->chosen, TRUE,
                                          0));
}

static void
show_picker (YdOutlinePage *self,
             GtkWidget     *at)
{
  GtkWidget *picker = GTK_WIDGET (self->assign_picker);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  /* The menu it was chosen from has just closed, and the picker takes the focus. */
  _yd_outline_page_end_wait (self);

  if (gtk_widget_get_parent (picker) == NULL)
    gtk_widget_set_parent (picker, GTK_WIDGET (self));

  if (at != NULL && gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (picker),
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                   MIN (bounds.size.width, 400),
                                                   bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (picker));
}

static void
assign_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  show_picker (self, self->chosen->len > 1
                     ? GTK_WIDGET (self->assign_button)
                     : _yd_outline_page_get_expander (self, get_first (self)));
}

/* Folding */

static void
expand_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  yd_outline_tree_note_all (self->tree, g_str_equal (name, "outline.expand-all"));
  _yd_outline_page_rebuild (self);
  if (self->chosen->len > 0)
    _yd_outline_page_focus (self, get_first (self));
}

static void
expand_branch_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdPoint *point = get_first (self);

  if (point == NULL)
    return;

  yd_outline_tree_note_branch (self->tree, point, g_str_equal (name, "outline.expand-branch"));
  _yd_outline_page_rebuild (self);
  _yd_outline_page_focus (self, point);
}

/* Returns: (transfer full) (nullable): the row of the first point chosen */
static GtkTreeListRow *
get_row (YdOutlinePage *self,
         guint         *at)
{
  YdPoint *point = get_first (self);

  *at = point != NULL ? yd_outline_tree_find (self->tree, point) : GTK_INVALID_LIST_POSITION;

  return *at != GTK_INVALID_LIST_POSITION
         ? g_list_model_get_item (G_LIST_MODEL (self->selection), *at) : NULL;
}

static void
choose_and_focus (YdOutlinePage *self,
                  YdPoint       *point)
{
  _yd_outline_page_choose_one (self, point);
  _yd_outline_page_focus (self, point);
}

/* → unfolds, and then goes to the first point below. */
static void
enter_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  guint at;
  g_autoptr(GtkTreeListRow) row = get_row (self, &at);
  g_autoptr(YdRow) child = NULL;

  if (row == NULL || g_list_model_get_n_items (yd_point_get_children (get_first (self))) == 0)
    return;

  if (!gtk_tree_list_row_get_expanded (row))
    {
      yd_outline_tree_set_expanded (self->tree, row, TRUE);
      return;
    }

  child = g_list_model_get_item (gtk_tree_list_row_get_children (row), 0);
  if (child != NULL)
    choose_and_focus (self, child);
}

/* ← folds, and then goes to the point above. */
static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  guint at;
  g_autoptr(GtkTreeListRow) row = get_row (self, &at);
  YdPoint *point = get_first (self);

  if (row == NULL)
    return;

  if (gtk_tree_list_row_get_expanded (row) &&
      g_list_model_get_n_items (yd_point_get_children (point)) > 0)
    yd_outline_tree_set_expanded (self->tree, row, FALSE);
  else if (yd_point_get_parent (point) != NULL)
    choose_and_focus (self, yd_point_get_parent (point));
}

/* Tab leaves the list; the arrows go through it (PLATFORM.md §4.2). */
static void
tab_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkDirectionType direction = g_str_equal (name, "outline.tab") ? GTK_DIR_TAB_FORWARD
                                                                 : GTK_DIR_TAB_BACKWARD;

  gtk_widget_set_can_focus (GTK_WIDGET (self->view), FALSE);
  gtk_widget_child_focus (root, direction);
  gtk_widget_set_can_focus (GTK_WIDGET (self->view), TRUE);
}

/* The rest */

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  YdSession *session = yd_page_get_session (YD_PAGE (widget));

  if (session != NULL)
    yd_point_filter_clear (yd_session_get_filter (session));
}

void
_yd_outline_page_show_menu (YdOutlinePage *self,
                            int            x,
                            int            y)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (_yd_outline_page_focus_chosen),
                               self, G_CONNECT_SWAPPED);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  GtkWidget *at = get_first (self) != NULL ? _yd_outline_page_get_expander (self, get_first (self))
                                           : NULL;
  graphene_rect_t bounds;

  if (at != NULL && gtk_widget_compute_bounds (at, widget, &bounds))
    _yd_outline_page_show_menu (self, bounds.origin.x + 40,
                                bounds.origin.y + bounds.size.height);
}

static const struct
{
  const char                  *name;
  GtkWidgetActionActivateFunc  func;
  gboolean                     writes;
  gboolean                     needs_chosen;
} actions[] = {
  { "outline.add",             add_action,           TRUE,  FALSE },
  { "outline.add-behind",      add_behind_action,    TRUE,  TRUE  },
  { "outline.add-below",       add_below_action,     TRUE,  TRUE  },
  { "outline.edit",            edit_action,          TRUE,  TRUE  },
  { "outline.delete",          delete_action,        TRUE,  TRUE  },
  { "outline.indent",          indent_action,        TRUE,  TRUE  },
  { "outline.outdent",         outdent_action,       TRUE,  TRUE  },
  { "outline.move-up",         move_up_action,       TRUE,  TRUE  },
  { "outline.move-down",       move_down_action,     TRUE,  TRUE  },
  { "outline.renumber",        renumber_action,      TRUE,  TRUE  },
  { "outline.accept",          accept_action,        TRUE,  TRUE  },
  { "outline.assign",          assign_action,        TRUE,  TRUE  },
  { "outline.expand-all",      expand_all_action,    FALSE, FALSE },
  { "outline.collapse-all",    expand_all_action,    FALSE, FALSE },
  { "outline.expand-branch",   expand_branch_action, FALSE, FALSE },
  { "outline.collapse-branch", expand_branch_action, FALSE, FALSE },
  { "outline.enter",           enter_action,         FALSE, FALSE },
  { "outline.leave",           leave_action,         FALSE, FALSE },
  { "outline.tab",             tab_action,           FALSE, FALSE },
  { "outline.tab-back",        tab_action,           FALSE, FALSE },
  { "outline.clear-filter",    clear_filter_action,  FALSE, FALSE },
  { "outline.menu",            menu_action,          FALSE, FALSE },
};

void
_yd_outline_page_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].func);

  _yd_outline_page_install_filter_actions (klass);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "outline.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "outline.add-behind", NULL);
}

void
_yd_outline_page_update_actions (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  gboolean can_write = session != NULL && !yd_session_get_read_only (session);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (can_write || !actions[i].writes) &&
                                   (self->chosen->len > 0 || !actions[i].needs_chosen));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add-alias", can_write);
}
