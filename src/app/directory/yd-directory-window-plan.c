/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-edits.h"
#include "yd-directory-link.h"
#include "yd-slice-view.h"

/* What the directory and the plan that is open have to do with each other: units that the
 * directory does not know, units and members that the plan could have from it. Nothing of it is
 * done before somebody says so.
 */

static YdPlan *
get_plan (YdDirectoryWindow *self)
{
  YdSession *session = yd_directory_desk_get_session (self->desk);

  return yd_session_get_read_only (session) ? NULL : yd_session_get_plan (session);
}

static YdDay
get_day (YdDirectoryWindow *self,
         YdPlan            *plan)
{
  return yd_plan_get_day (plan,
                          yd_session_get_today (yd_directory_desk_get_session (self->desk)));
}

void
_yd_directory_window_show_bar (YdDirectoryWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), gtk_widget_get_visible (self->main_tools) &&
                          yd_directory_bar_update (self->bar));
}

static gboolean
commit_plan (YdDirectoryWindow *self,
             YdEdit            *edit)
{
  g_autoptr(GError) error = NULL;

  if (yd_session_commit (yd_directory_desk_get_session (self->desk), edit, &error))
    return TRUE;

  _yd_directory_window_warn (self, error->message);

  return FALSE;
}

/* The plan points to the units from then on: one step, in whichever window it is taken back. */
static void
take_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  YdSession *session = yd_directory_desk_get_session (self->desk);
  YdPlan *plan = get_plan (self);
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  g_autoptr(GPtrArray) units = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(YdEdit) link = NULL;
  g_autofree char *words = NULL;
  YdDay day;

  if (plan == NULL || office == NULL)
    return;

  day = get_day (self, plan);
  units = yd_plan_list_unknown (plan, yd_directory_desk_get_directory (self->desk), day);
  edit = yd_office_edit_take_over (office, plan, units, day, yd_session_get_ids (session));
  if (!yd_directory_desk_commit (self->desk, edit))
    return;

  link = yd_plan_edit_link (plan, yd_directory_desk_get_directory (self->desk), day);
  if (commit_plan (self, link))
    yd_session_pair_edits (session, edit, link);
  words = g_strdup_printf (ngettext ("%u unit taken over. Look at its kind.",
                                     "%u units taken over. Look at their kinds.", units->len),
                           units->len);
  _yd_directory_window_say (self, words);
  _yd_directory_window_show_bar (self);
}

/* Two edits that are undone together: they answer one question. */
static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  YdPlan *plan = get_plan (self);
  YdSession *session = yd_directory_desk_get_session (self->desk);
  YdDirectory *directory = yd_directory_desk_get_directory (self->desk);
  g_autofree char *group = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(YdEdit) link = NULL;
  g_autoptr(YdEdit) enter = NULL;
  YdDay day;

  if (plan == NULL)
    return;

  day = get_day (self, plan);
  group = yd_session_new_id (session);
  link = yd_plan_edit_link (plan, directory, day);
  yd_edit_set (link, YD_EDIT_GROUP, group);
  if (!commit_plan (self, link))
    return;

  groups = yd_plan_list_open_groups (plan, directory, day);
  enter = yd_plan_edit_enter_members (plan, groups, directory, day, yd_session_get_ids (session));
  yd_edit_set (enter, YD_EDIT_GROUP, group);
  if (commit_plan (self, enter))
    _yd_directory_window_say (self, _("Entered in the plan. It can be undone there."));
  _yd_directory_window_show_bar (self);
}

/* Which unit of the plan the selected one is. */
static YdRow *
find_in_plan (YdDirectoryWindow *self,
              YdPlan            *plan)
{
  const YdDirectoryUnit *selected = yd_directory_desk_get_unit (self->desk);
  GListModel *units = yd_plan_get_units (plan);

  for (guint i = 0; selected != NULL && i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      if (yd_directory_resolve (yd_directory_desk_get_directory (self->desk), unit,
                                get_day (self, plan)).unit == selected)
        return unit;            /* the plan keeps it */
    }

  return NULL;
}

static void
slice_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  YdSession *session = yd_directory_desk_get_session (self->desk);
  YdPlan *plan = yd_session_get_plan (session);
  YdRow *unit = plan != NULL ? find_in_plan (self, plan) : NULL;

  if (unit != NULL)
    gtk_window_present (yd_slice_view_new (GTK_WINDOW (self), session, unit));
  else
    _yd_directory_window_say (self, _("The open plan does not name this unit."));
}

void
_yd_directory_window_install_plan (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "directory.take-over", NULL, take_over_action);
  gtk_widget_class_install_action (klass, "directory.use", NULL, use_action);
  gtk_widget_class_install_action (klass, "directory.slice", NULL, slice_action);
}
