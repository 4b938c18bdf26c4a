/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-walk.h"

/* Finding: in what the page has of its own, such as a text; elsewhere in the points, by the
 * filter that all pages share.
 */

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPage *page = yd_window_get_page (self);

  if (self->plan_box == NULL || (page != NULL && yd_page_find (page)))
    return;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* All of them, as they stand in the document. */
static GPtrArray *
list_points (YdPlan *plan)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
  GPtrArray *points = g_ptr_array_new ();
  YdPoint *point;

  while ((point = yd_plan_walk_next (walk, NULL, NULL)) != NULL)
    g_ptr_array_add (points, point);

  return points;
}

/* What only stands above something that is found is passed over; behind the last one comes the
 * first.
 */
static YdPoint *
find_point (YdSession *session,
            int        step)
{
  g_autoptr(GPtrArray) points = list_points (yd_session_get_plan (session));
  YdPointFilter *filter = yd_session_get_filter (session);
  guint n = points->len, at = 0;

  if (!g_ptr_array_find (points, yd_session_get_selected (session), &at))
    at = step > 0 ? n - 1 : 0;

  for (guint i = 1; i <= n; i++)
    {
      YdPoint *point = points->pdata[(at + n + step * (int) (i % n)) % n];

      if (yd_point_filter_fits (filter, point))
        return point;
    }

  return NULL;
}

static void
find_next_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPage *page = yd_window_get_page (self);
  int step = g_variant_get_int32 (parameter);
  YdPoint *point;

  if (page != NULL && yd_page_find_next (page, step))
    return;

  if (!yd_point_filter_get_active (yd_session_get_filter (self->session)))
    {
      find_action (widget, name, NULL);
      return;
    }

  point = find_point (self->session, step);
  if (point != NULL)
    yd_session_set_selected (self->session, point);
}

/* Who looks for a unit may want to see everything that it has. */
void
_yd_window_offer_tasks (YdWindow *self)
{
  YdRow *unit = yd_point_filter_find_unit (yd_session_get_filter (self->session));
  GtkButton *button = self->tasks_button;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), unit != NULL);
  if (unit == NULL)
    return;

  words = g_strdup_printf (_("All Tasks of “%s”…"), yd_row_get_cell (unit, YD_UNIT_NAME));
  gtk_button_set_label (button, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", yd_row_get_id (unit));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.slice");
}

void
_yd_window_class_install_find (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.find-next", "i", find_next_action);
}
