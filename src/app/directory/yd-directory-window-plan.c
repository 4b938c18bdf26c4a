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

static guint
count_changes (YdEdit *edit)
{
  guint n;

  yd_edit_get_changes (edit, &n);

  return n;
}

static char *
make_words (YdDirectoryWindow *self,
            guint              n_unknown,
            GPtrArray         *groups,
            YdDay              day)
{
  GString *words = g_string_new (NULL);
  char text[YD_DAY_SIZE];

  if (n_unknown > 0)
    g_string_append_printf (words, ngettext ("%u unit of the open plan is not in the directory.",
                                             "%u units of the open plan are not in the directory.",
                                             n_unknown), n_unknown);
  if (groups->len > 0)
    {
      const char *group = yd_row_get_cell (g_ptr_array_index (groups, 0), YD_UNIT_NAME);

      g_string_append (words, words->len > 0 ? " " : "");
      /* Translators: how many groups, one of them, a day */
      g_string_append_printf (words, ngettext ("The members of %1$u group, “%2$s”, on %3$s can be "
                                               "entered in the plan.",
                                               "The members of %1$u groups, such as “%2$s”, on "
                                               "%3$s can be entered in the plan.", groups->len),
                              groups->len, group, yd_day_format (day, text));
    }
  if (words->len == 0)
    g_string_append (words, _("The open plan has units that the directory knows, and does not "
                              "point to them yet."));

  return g_string_free (words, FALSE);
}

/* One line says what could be done, its buttons do it. */
void
_yd_directory_window_show_bar (YdDirectoryWindow *self)
{
  YdPlan *plan = get_plan (self);
  YdDirectory *directory = yd_directory_desk_get_directory (self->desk);
  const gboolean can_edit =
    yd_session_can_edit_office (yd_directory_desk_get_session (self->desk));
  g_autoptr(GPtrArray) unknown = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(YdEdit) link = NULL;
  g_autofree char *words = NULL;
  YdDay day;

  gtk_widget_set_visible (self->bar, FALSE);
  if (plan == NULL || yd_directory_get_units (directory)->len == 0 ||
      !gtk_widget_get_visible (self->main_tools))
    return;

  day = get_day (self, plan);
  unknown = yd_plan_list_unknown (plan, directory, day);
  groups = yd_plan_list_open_groups (plan, directory, day);
  link = yd_plan_edit_link (plan, directory, day);
  gtk_widget_set_visible (self->take_button, unknown->len > 0 && can_edit);
  gtk_widget_set_visible (self->use_button, groups->len > 0 || count_changes (link) > 0);
  if (unknown->len == 0 && groups->len == 0 && count_changes (link) == 0)
    return;

  words = make_words (self, unknown->len, groups, day);
  gtk_label_set_label (self->bar_words, words);
  gtk_widget_set_visible (self->bar, TRUE);
}

static void
commit_plan (YdDirectoryWindow *self,
             YdEdit            *edit)
{
  g_autoptr(YdEdit) owned = edit;
  g_autoptr(GError) error = NULL;

  if (!yd_session_commit (yd_directory_desk_get_session (self->desk), edit, &error))
    _yd_directory_window_say (self, error->message);
}

/* The plan points to the units from then on. */
static void
take_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  YdPlan *plan = get_plan (self);
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  const YdIdSource *ids = yd_session_get_ids (yd_directory_desk_get_session (self->desk));
  g_autoptr(GPtrArray) units = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autofree char *words = NULL;
  YdDay day;

  if (plan == NULL || office == NULL)
    return;

  day = get_day (self, plan);
  units = yd_plan_list_unknown (plan, yd_directory_desk_get_directory (self->desk), day);
  edit = yd_office_edit_take_over (office, plan, units, day, ids);
  if (!yd_directory_desk_commit (self->desk, edit))
    return;

  commit_plan (self, yd_plan_edit_link (plan, yd_directory_desk_get_directory (self->desk), day));
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
  YdEdit *edit;
  YdDay day;

  if (plan == NULL)
    return;

  day = get_day (self, plan);
  group = yd_session_new_id (session);
  edit = yd_plan_edit_link (plan, directory, day);
  yd_edit_set (edit, YD_EDIT_GROUP, group);
  commit_plan (self, edit);
  groups = yd_plan_list_open_groups (plan, directory, day);
  edit = yd_plan_edit_enter_members (plan, groups, directory, day, yd_session_get_ids (session));
  yd_edit_set (edit, YD_EDIT_GROUP, group);
  commit_plan (self, edit);
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
