/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-menu.h"

#include "yd-agenda-row.h"

/* The context menu of a line of the agenda: by the pointer, and by the keys for it. */

static YdCalendarView *
get_view (GtkWidget *list)
{
  return YD_CALENDAR_VIEW (gtk_widget_get_ancestor (list, YD_TYPE_CALENDAR_VIEW));
}

/* One point may have several lines, so that the session does not know which. */
static void
select_entry (GtkListView   *list,
              YdAgendaEntry *entry)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdAgendaEntry) other = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (other != entry)
        continue;
      gtk_selection_model_select_item (model, i, TRUE);
      return;
    }
}

/* Heads have none, and a clock has buttons of its own. */
static void
open_menu (GtkListView *list,
           YdAgendaRow *row,
           double       x,
           double       y)
{
  YdAgendaEntry *entry = yd_agenda_row_get_entry (row);

  if (entry == NULL || entry->point == NULL || entry->clock != NULL)
    return;

  select_entry (list, entry);
  yd_calendar_view_open_menu (get_view (GTK_WIDGET (list)), GTK_WIDGET (row), x, y, entry->point,
                              entry->deadline);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkListView     *list)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = hit != NULL ? gtk_widget_get_ancestor (hit, YD_TYPE_AGENDA_ROW) : NULL;
  double left, top;

  /* Beside the words it is the row of the list that is hit. */
  if (row == NULL && hit != NULL && YD_IS_AGENDA_ROW (gtk_widget_get_first_child (hit)))
    row = gtk_widget_get_first_child (hit);
  if (row != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (list), row, x, y, &left, &top))
    open_menu (list, YD_AGENDA_ROW (row), left, top);
}

/* Adds to @list, which stands in a view of the calendar, that the pointer opens the menu. */
void
yd_agenda_menu_add (GtkListView *list)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
}

/* Opens the menu of the line that the keyboard is at; nothing if that is a head. */
void
yd_agenda_menu_open (GtkListView *list)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (YD_IS_AGENDA_ROW (row))
    open_menu (list, YD_AGENDA_ROW (row), gtk_widget_get_width (row) / 3.0,
               gtk_widget_get_height (row));
}
