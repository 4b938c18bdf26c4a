/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-edits.h"
#include "yd-directory-link.h"

/* Who belongs to the groups of a plan, asked from elsewhere: taken from the directory where it
 * knows, and otherwise told to it.
 */

/* Returns: (transfer container) (element-type YdRow): the groups of the plan that have no members
 * and would have some by the directory
 */
static GPtrArray *
list_bare_groups (YdSession *session,
                  YdPlan    *plan,
                  YdDay      day)
{
  g_autoptr(GPtrArray) open = yd_plan_list_open_groups (plan, yd_session_get_directory (session),
                                                        day);
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < open->len; i++)
    {
      YdRow *group = g_ptr_array_index (open, i);

      if (g_list_model_get_n_items (yd_row_get_rows (group, YD_KIND_MEMBER)) == 0)
        g_ptr_array_add (groups, group);
    }

  return groups;
}

/* Returns: (transfer full) (nullable): what enters in the plan who belongs to @groups; %NULL if the
 * directory knows nobody
 */
static YdEdit *
make_entry (YdSession *session,
            YdPlan    *plan,
            GPtrArray *groups,
            YdDay      day)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_enter_members (plan, groups,
                                                       yd_session_get_directory (session), day,
                                                       yd_session_get_ids (session));
  guint n;

  yd_edit_get_changes (edit, &n);

  return n > 0 ? g_steal_pointer (&edit) : NULL;
}

/* The window in front of which the directory would come up says what went wrong. */
static void
tell (GtkWindow    *parent,
      const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.refuse", "s", error->message);
}

/* Nobody can name members of it here. */
static void
tell_unknown (GtkWindow *parent,
              YdRow     *group)
{
  g_autofree char *words = g_strdup_printf (_("The directory does not have “%s”, and can only be "
                                              "read, so nobody can be named a member."),
                                            yd_row_get_cell (group, YD_UNIT_NAME));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.refuse", "s", words);
}

static void
enter (GtkWindow *parent,
       YdSession *session,
       YdEdit    *entry)
{
  g_autoptr(GError) error = NULL;

  if (!yd_session_commit (session, entry, &error))
    tell (parent, error);
}

/* The group becomes a unit of the office if it is none, so that members can be added. */
static gboolean
take_over (YdSession  *session,
           YdPlan     *plan,
           YdRow      *group,
           YdDay       day,
           GError    **error)
{
  YdOffice *office = yd_session_get_office (session);
  g_autoptr(GPtrArray) units = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(YdEdit) link = NULL;

  if (yd_directory_resolve (yd_session_get_directory (session), group, day).unit != NULL ||
      !yd_session_can_edit_office (session))
    return TRUE;

  g_ptr_array_add (units, group);
  edit = yd_office_edit_take_over (office, plan, units, day, yd_session_get_ids (session));
  if (!yd_session_commit_office (session, edit, error))
    return FALSE;

  link = yd_plan_edit_link (plan, yd_session_get_directory (session), day);
  if (!yd_session_commit (session, link, error))
    return FALSE;

  yd_session_pair_edits (session, edit, link);

  return TRUE;
}

static void
open_with_group (GtkWindow *parent,
                 YdSession *session,
                 YdRow     *group,
                 YdDay      day)
{
  const YdNameMatch match = yd_directory_resolve (yd_session_get_directory (session), group, day);
  YdDirectoryWindow *self;

  if (match.unit == NULL)
    {
      tell_unknown (parent, group);
      return;
    }

  self = yd_directory_window_open (parent, session);
  _yd_directory_window_select_unit (self, match.unit);
  yd_directory_editor_focus_members (self->editor);
}

/**
 * yd_directory_window_name_members:
 * @parent: the window in front of which the directory comes up
 * @session: a session whose plan can be changed
 * @group: a group of its plan
 *
 * Enters in the plan who belonged to @group on its day; if the directory does not know, it comes
 * up with @group, to be told. What cannot be done is said by the action `win.refuse` of @parent.
 */
void
yd_directory_window_name_members (GtkWindow *parent,
                                  YdSession *session,
                                  YdRow     *group)
{
  YdPlan *plan = yd_session_get_plan (session);
  const YdDay day = yd_plan_get_day (plan, yd_session_get_today (session));
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();
  g_autoptr(YdEdit) entry = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (groups, group);
  entry = make_entry (session, plan, groups, day);
  if (entry != NULL)
    enter (parent, session, entry);
  else if (take_over (session, plan, group, day, &error))
    open_with_group (parent, session, group, day);
  else
    tell (parent, error);
}

/**
 * yd_directory_window_enter_members:
 * @parent: a window that says by its action `win.refuse` what cannot be kept
 * @session: a session whose plan can be changed
 *
 * Enters in the plan who belonged to its groups on its day, as far as the directory knows.
 */
void
yd_directory_window_enter_members (GtkWindow *parent,
                                   YdSession *session)
{
  YdPlan *plan = yd_session_get_plan (session);
  const YdDay day = yd_plan_get_day (plan, yd_session_get_today (session));
  g_autoptr(GPtrArray) groups = list_bare_groups (session, plan, day);
  g_autoptr(YdEdit) entry = make_entry (session, plan, groups, day);

  if (entry != NULL)
    enter (parent, session, entry);
}

/**
 * yd_directory_window_count_bare_groups:
 * @session: a session
 * @name: (out) (optional) (transfer none): the name of one of them
 *
 * Returns: of how many groups of its plan that have no members the directory knows some
 */
guint
yd_directory_window_count_bare_groups (YdSession   *session,
                                       const char **name)
{
  YdPlan *plan = yd_session_get_plan (session);
  g_autoptr(GPtrArray) groups = NULL;

  if (plan == NULL || yd_directory_get_units (yd_session_get_directory (session))->len == 0)
    return 0;

  groups = list_bare_groups (session, plan,
                             yd_plan_get_day (plan, yd_session_get_today (session)));
  if (name != NULL && groups->len > 0)
    *name = yd_row_get_cell (g_ptr_array_index (groups, 0), YD_UNIT_NAME);

  return groups->len;
}
