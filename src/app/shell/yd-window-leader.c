/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-compat.h"
#include "yd-leader-window.h"

/* The leader's view, from a key or from the command line for a meeting. */

static void
leader_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPlan *plan = yd_session_get_plan (self->session);

  if (plan != NULL && g_list_model_get_n_items (yd_plan_get_points (plan)) > 0)
    gtk_window_present (GTK_WINDOW (yd_leader_window_new (GTK_WINDOW (self), self->session)));
}

void
_yd_window_class_install_leader (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.leader", NULL, leader_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F11, 0, "win.leader", NULL);
}

/* An id, the beginning of one, or a title, as on the command line of yaodianctl. */
static const char *
find_plan (GPtrArray  *infos,
           const char *name)
{
  for (guint i = 0; i < infos->len; i++)
    {
      const YdSpaceInfo *info = g_ptr_array_index (infos, i);

      if (g_str_has_prefix (info->id, name) || g_strcmp0 (info->title, name) == 0)
        return info->id;
    }

  return NULL;
}

/* The plans of the library are known now: @infos may be %NULL. */
void
_yd_window_open_for_meeting (YdWindow  *self,
                             GPtrArray *infos)
{
  g_autofree char *words = NULL;
  const char *id;

  if (self->meeting == NULL || infos == NULL)
    return;

  id = find_plan (infos, self->meeting);
  if (id != NULL)
    {
      yd_set_str (&self->meeting, id);
      yd_window_show_point (self, id, "");
      return;
    }

  words = g_strdup_printf (_("There is no plan “%s”"), self->meeting);
  g_clear_pointer (&self->meeting, g_free);
  yd_window_say (self, words);
}

/* A plan has come: if it is the one of the meeting, the meeting begins. */
void
_yd_window_begin_meeting (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  if (self->meeting == NULL || plan == NULL ||
      g_strcmp0 (yd_space_get_id (YD_SPACE (plan)), self->meeting) != 0)
    return;

  g_clear_pointer (&self->meeting, g_free);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leader", NULL);
}

/**
 * yd_window_show_meeting:
 * @self: a window
 * @plan: an id of a plan, the beginning of one, or a title
 *
 * Opens the plan in the leader's view, as soon as that can be.
 */
void
yd_window_show_meeting (YdWindow   *self,
                        const char *plan)
{
  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (plan != NULL);

  yd_set_str (&self->meeting, plan);
  if (!self->opening_library)
    _yd_window_list_plans (self);
}
