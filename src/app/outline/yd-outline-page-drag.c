/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-outline-words.h"
#include "yd-plan-edits.h"
#include "yd-point-number.h"

/* The pointer in the list: dragging points about, the context menu, and keys that are
 * words to be found. A line shows the place before anything is dropped.
 */

#define INTO_FROM 0.3
#define INTO_TO 0.7
#define INDENT 22
#define COMMA "、"

/* Dragging */

static GdkContentProvider *
prepare_cb (YdOutlinePage *self,
            double         x,
            double         y)
{
  double fraction;
  graphene_rect_t bounds;
  YdPoint *point = _yd_outline_page_find_point_at (self, y, &fraction, &bounds);
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  if (point == NULL || session == NULL || yd_session_get_read_only (session) ||
      self->editing != NULL)
    return NULL;

  if (!g_ptr_array_find (self->chosen, point, NULL))
    _yd_outline_page_choose_one (self, point);

  return gdk_content_provider_new_typed (YD_TYPE_OUTLINE_PAGE, self);
}

static void
begin_cb (YdOutlinePage *self,
          GdkDrag       *drag)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  guint n = self->chosen->len;
  g_autofree char *title = n > 0 ? yd_outline_dup_title (g_ptr_array_index (self->chosen, 0))
                                 : NULL;
  g_autofree char *words = n == 1 ? g_strdup (title)
                                  : g_strdup_printf (ngettext ("%u point", "%u points", n), n);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "yd-dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
}

static gboolean
is_below_chosen (YdOutlinePage *self,
                 YdPoint       *point)
{
  for (; point != NULL; point = yd_point_get_parent (point))
    if (g_ptr_array_find (self->chosen, point, NULL))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer none) (nullable): the sibling before @point */
static YdPoint *
find_before (YdOutlinePage *self,
             YdPoint       *point)
{
  YdPoint *parent = yd_point_get_parent (point);
  GListModel *siblings = parent != NULL ? yd_point_get_children (parent)
                                        : yd_plan_get_points (_yd_outline_page_get_plan (self));
  YdPoint *before = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr(YdRow) sibling = g_list_model_get_item (siblings, i);

      if (sibling == point)
        break;
      before = sibling;
    }

  return before;
}

static YdPoint *
find_last (YdPoint *point)
{
  GListModel *children = yd_point_get_children (point);
  guint n = g_list_model_get_n_items (children);
  g_autoptr(YdRow) last = n > 0 ? g_list_model_get_item (children, n - 1) : NULL;

  return last;                  /* the space keeps it */
}

/* The upper part of a row means before it, the lower one behind it, and the middle
 * below it. Behind an unfolded chapter means before its first point.
 */
static gboolean
find_place (YdOutlinePage   *self,
            double           y,
            graphene_rect_t *bounds,
            gboolean        *into)
{
  double fraction;
  YdPoint *point = _yd_outline_page_find_point_at (self, y, &fraction, bounds);
  gboolean opened;

  self->drop_fits = FALSE;
  if (point == NULL || is_below_chosen (self, point))
    return FALSE;

  opened = yd_outline_tree_get_expanded (self->tree, point) &&
           g_list_model_get_n_items (yd_point_get_children (point)) > 0;
  *into = fraction > INTO_FROM && fraction < INTO_TO;

  if (fraction <= INTO_FROM)
    {
      self->drop_parent = yd_point_get_parent (point);
      self->drop_after = find_before (self, point);
      bounds->size.height = 0;
    }
  else if (*into || opened)
    {
      self->drop_parent = point;
      self->drop_after = *into ? find_last (point) : NULL;
    }
  else
    {
      self->drop_parent = yd_point_get_parent (point);
      self->drop_after = point;
    }

  self->drop_fits = TRUE;

  return TRUE;
}

/* Without the comma that follows a chapter's number. */
static char *
make_bare (YdOutlinePage *self,
           YdPoint       *point)
{
  gboolean computed;
  char *number = yd_point_number_dup (_yd_outline_page_get_plan (self), point, &computed);

  if (g_str_has_suffix (number, COMMA))
    number[strlen (number) - strlen (COMMA)] = '\0';

  return number;
}

/* Where it is, in words. */
static char *
make_number (YdOutlinePage *self)
{
  YdPoint *parent = self->drop_parent;

  if (self->drop_after != NULL)
    {
      g_autofree char *after = make_bare (self, self->drop_after);

      /* Translators: where dragged points would stand: behind the point of this number */
      return g_strdup_printf (_("behind %s"), after);
    }

  if (parent != NULL)
    {
      g_autofree char *number = make_bare (self, parent);

      return g_strdup_printf (_("first in %s"), number);
    }

  return g_strdup (_("at the top"));
}

static void
show_line (YdOutlinePage   *self,
           graphene_rect_t *bounds,
           gboolean         into)
{
  guint level = self->drop_parent != NULL ? yd_point_get_level (self->drop_parent) : 0;
  graphene_point_t at;
  g_autofree char *number = make_number (self);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), gtk_widget_get_parent (self->drop_line),
                                 &GRAPHENE_POINT_INIT (bounds->origin.x,
                                                       bounds->origin.y + bounds->size.height),
                                 &at))
    return;

  gtk_widget_set_margin_top (self->drop_line, MAX (at.y - 1, 0));
  gtk_widget_set_margin_start (self->drop_line, 12 + INDENT * level);
  gtk_label_set_label (self->drop_label, number);
  gtk_widget_set_visible (self->drop_line, TRUE);
}

static void
hide_line (YdOutlinePage *self)
{
  gtk_widget_set_visible (self->drop_line, FALSE);
}

static GdkDragAction
motion_cb (YdOutlinePage *self,
           double         x,
           double         y)
{
  graphene_rect_t bounds;
  gboolean into;

  if (!find_place (self, y, &bounds, &into))
    {
      hide_line (self);
      return 0;
    }

  show_line (self, &bounds, into);
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (YdOutlinePage *self,
         const GValue  *value,
         double         x,
         double         y)
{
  graphene_rect_t bounds;
  gboolean into;
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  g_autoptr(YdEdit) edit = NULL;

  hide_line (self);
  if (g_value_get_object (value) != (gpointer) self || !find_place (self, y, &bounds, &into))
    return FALSE;

  if (self->drop_parent != NULL)
    yd_outline_tree_note_expanded (self->tree, self->drop_parent, TRUE);
  edit = yd_plan_edit_move (yd_session_get_plan (session), self->chosen, self->drop_parent,
                            self->drop_after, yd_session_get_ids (session));

  return _yd_outline_page_commit (self, edit);
}

/* The context menu */

static void
pressed_cb (YdOutlinePage *self,
            int            n_press,
            double         x,
            double         y)
{
  double fraction;
  graphene_rect_t bounds;
  YdPoint *point = _yd_outline_page_find_point_at (self, y, &fraction, &bounds);
  graphene_point_t at;

  if (point != NULL && !g_ptr_array_find (self->chosen, point, NULL))
    _yd_outline_page_choose_one (self, point);

  if (point != NULL &&
      gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (x, y), &at))
    _yd_outline_page_show_menu (self, at.x, at.y);
}

/* With Ctrl. GTK 4.8 asks the row and its cell, and so does it twice, which is not at all. */
static void
toggle_cb (YdOutlinePage *self,
           int            n_press,
           double         x,
           double         y,
           GtkGesture    *click)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER
                                                                        (click));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  double fraction;
  graphene_rect_t bounds;
  YdPoint *point = _yd_outline_page_find_point_at (self, y, &fraction, &bounds);
  guint at;

  if (point == NULL || !(state & GDK_CONTROL_MASK) || state & GDK_SHIFT_MASK)
    return;

  at = yd_outline_tree_find (self->tree, point);
  if (gtk_selection_model_is_selected (model, at))
    gtk_selection_model_unselect_item (model, at);
  else
    gtk_selection_model_select_item (model, at, FALSE);
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What is typed in the list is looked for: the entry of the window takes the key, and
 * its input method with it.
 */
static gboolean
typed_cb (YdOutlinePage         *self,
          guint                  key,
          guint                  code,
          GdkModifierType        state,
          GtkEventControllerKey *keys)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gunichar c = gdk_keyval_to_unicode (key);
  GtkWidget *focus;

  if (self->editing != NULL || !g_unichar_isgraph (c) || root == NULL ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) ||
      !gtk_widget_activate_action (GTK_WIDGET (self), "win.find", NULL))
    return GDK_EVENT_PROPAGATE;

  focus = gtk_root_get_focus (root);

  return focus != NULL && gtk_event_controller_key_forward (keys, focus);
}

void
_yd_outline_page_take_drags (YdOutlinePage *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (YD_TYPE_OUTLINE_PAGE, GDK_ACTION_MOVE);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *toggle = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (hide_line), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (target));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (toggle), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (toggle), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (toggle, "pressed", G_CALLBACK (toggle_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (toggle));

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (view, keys);
}
