/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-menu.h"

#include <glib/gi18n-lib.h>

#include "yd-deadline-words.h"
#include "yd-extension-answer.h"
#include "yd-extension-ask.h"
#include "yd-plan-edits.h"
#include "yd-point-number.h"
#include "yd-postponement.h"

/**
 * YdCalendarMenu:
 *
 * What can be done with something that is due, as a context menu of a view: look at it, put it
 * off, say whether it may be put off, go to what it counts from. The same in every view.
 */

struct _YdCalendarMenu
{
  /* Owned */
  YdPoint            *point;
  YdRow              *deadline;         /* (nullable): of the point; %NULL for all */
  GSimpleActionGroup *actions;

  /* Borrowed */
  YdCalendarView     *view;
  GtkWidget          *menu;             /* children of the page */
  GtkWidget          *ask;
  GtkWidget          *answer;
};

static YdPage *
get_page (YdCalendarMenu *self)
{
  return YD_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self->view), YD_TYPE_PAGE));
}

/* What @find finds of the deadline that the menu is about, or else first of those of the point. */
static gpointer
find_first (YdCalendarMenu *self,
            gpointer      (*find) (YdCalendarMenu *, YdRow *))
{
  GListModel *deadlines = yd_point_get_deadlines (self->point);
  const guint n = g_list_model_get_n_items (deadlines);
  gpointer found = NULL;

  if (self->deadline != NULL)
    return find (self, self->deadline);

  for (guint i = 0; i < n && found == NULL; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);

      if (!yd_plan_is_refused (deadline))
        found = find (self, deadline);
    }

  return found;
}

static gpointer
find_open_of (YdCalendarMenu *self,
              YdRow          *deadline)
{
  return yd_postponement_find_open (deadline);
}

/* Returns: (nullable): what was asked for last, and is not decided */
static YdRow *
find_open (YdCalendarMenu *self)
{
  return find_first (self, find_open_of);
}

static gpointer
find_anchor_of (YdCalendarMenu *self,
                YdRow          *deadline)
{
  return yd_deadline_find_anchor (yd_calendar_view_get_plan (self->view), deadline);
}

/* Returns: (nullable): the point that it counts from */
static YdPoint *
find_anchor (YdCalendarMenu *self)
{
  return find_first (self, find_anchor_of);
}

/* What it may do */

/* A popover at the place of the menu, which is about to go. */
static void
pop_up (YdCalendarMenu *self,
        GtkWidget      *popover)
{
  GdkRectangle at;

  gtk_popover_get_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  YdCalendarMenu *self = user_data;

  yd_calendar_view_open (self->view, self->point);
}

static void
ask_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  YdCalendarMenu *self = user_data;

  if (!yd_extension_ask_is_possible (yd_calendar_view_get_session (self->view), self->point,
                                     self->deadline))
    return;

  yd_extension_ask_open (YD_EXTENSION_ASK (self->ask), get_page (self), self->point,
                         self->deadline);
  pop_up (self, self->ask);
}

static void
answer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  YdCalendarMenu *self = user_data;
  YdRow *open = find_open (self);

  if (open == NULL)
    return;

  yd_extension_answer_open (YD_EXTENSION_ANSWER (self->answer), get_page (self), open);
  pop_up (self, self->answer);
}

static void
anchor_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  YdCalendarMenu *self = user_data;
  YdPoint *anchor = find_anchor (self);

  if (anchor != NULL)
    yd_calendar_view_open (self->view, anchor);
}

/* The menu, as it is for what it is about */

static void
add_extension_part (YdCalendarMenu *self,
                    GMenu          *menu)
{
  YdSession *session = yd_calendar_view_get_session (self->view);

  if (yd_session_get_read_only (session))
    return;

  if (yd_extension_ask_is_possible (session, self->point, self->deadline))
    g_menu_append (menu, _("Ask for an Extension…"), "due.ask");
  if (find_open (self) != NULL)
    g_menu_append (menu, _("Grant or Decline the Extension…"), "due.answer");
}

static GMenuModel *
make_model (YdCalendarMenu *self)
{
  YdPoint *anchor = find_anchor (self);
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Show Details"), "due.open");
  if (anchor != NULL)
    {
      g_autofree char *name = yd_point_name_dup (yd_calendar_view_get_plan (self->view), anchor);
      /* Translators: the other point that a deadline counts from */
      g_autofree char *words = g_strdup_printf (_("Go to “%s”"), name);

      g_menu_append (menu, words, "due.anchor");
    }
  add_extension_part (self, menu);

  return G_MENU_MODEL (menu);
}

/* Back to the view, unless what was chosen asks for something. */
static void
closed_cb (YdCalendarMenu *self)
{
  if (!gtk_widget_get_visible (self->ask) && !gtk_widget_get_visible (self->answer))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
add_popover (YdCalendarMenu *self,
             GtkWidget      *popover)
{
  gtk_widget_set_parent (popover, GTK_WIDGET (get_page (self)));
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
}

/* Most views are never asked for it. They stand beside the view: AdwBin asks its first child first
 * where the arrows go, so that below it they would leave the menu.
 */
static void
make_popovers (YdCalendarMenu *self)
{
  if (self->menu != NULL)
    return;

  self->ask = g_object_new (YD_TYPE_EXTENSION_ASK, NULL);
  self->answer = g_object_new (YD_TYPE_EXTENSION_ANSWER, NULL);
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  add_popover (self, self->ask);
  add_popover (self, self->answer);
  add_popover (self, self->menu);
  gtk_widget_insert_action_group (self->menu, "due", G_ACTION_GROUP (self->actions));
}

/* Returns: (transfer full): the menu of @view, which frees it when it goes, or its plan does */
YdCalendarMenu *
yd_calendar_menu_new (YdCalendarView *view)
{
  static const GActionEntry entries[] = {
    { "open", open_cb }, { "ask", ask_cb }, { "answer", answer_cb }, { "anchor", anchor_cb },
  };
  YdCalendarMenu *self = g_new0 (YdCalendarMenu, 1);

  self->view = view;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);

  return self;
}

void
yd_calendar_menu_free (YdCalendarMenu *self)
{
  GtkWidget *popovers[] = { self->ask, self->answer, self->menu };

  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    if (popovers[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (popovers[i], self);
        gtk_widget_insert_action_group (popovers[i], "due", NULL);
        gtk_widget_unparent (popovers[i]);
      }
  g_object_unref (self->actions);
  g_clear_object (&self->point);
  g_clear_object (&self->deadline);
  g_free (self);
}

/**
 * yd_calendar_menu_open:
 * @self: a menu
 * @widget: a child of its view
 * @x: where in @widget
 * @y: likewise
 * @point: what the menu is about
 * @deadline: (nullable): which of its deadlines, or %NULL for all of them
 */
void
yd_calendar_menu_open (YdCalendarMenu *self,
                       GtkWidget      *widget,
                       double          x,
                       double          y,
                       YdPoint        *point,
                       YdRow          *deadline)
{
  g_autoptr(GMenuModel) model = NULL;
  double left, top;

  g_return_if_fail (YD_IS_ROW (point));

  if (get_page (self) == NULL ||
      !gtk_widget_translate_coordinates (widget, GTK_WIDGET (get_page (self)), x, y, &left,
                                         &top))
    return;

  g_set_object (&self->point, point);
  g_set_object (&self->deadline, deadline);
  make_popovers (self);
  model = make_model (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) left, (int) top, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
