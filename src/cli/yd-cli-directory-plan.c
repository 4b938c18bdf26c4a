/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-directory-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-edits.h"
#include "yd-directory-link.h"
#include "yd-id.h"

/* `units take` and `link`: what the directory and a plan have from each other. */

/* The units of a plan that the office does not know become units of it. */
static gboolean
take_over (YdCliPlan    *plan,
           YdCliOffice  *office,
           YdDay         day,
           GError      **error)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office->office);
  g_autoptr(GPtrArray) units = yd_plan_list_unknown (plan->plan, directory, day);
  g_autoptr(YdEdit) edit = yd_office_edit_take_over (office->office, plan->plan, units, day,
                                                     &yd_id_system_source);

  return yd_cli_office_commit (office, edit, error);
}

static gboolean
commit_plan (YdCliPlan  *plan,
             YdEdit     *edit,
             GError    **error)
{
  g_autoptr(YdEdit) owned = edit;

  return yd_cli_edit_is_empty (edit) || yd_cli_plan_commit (plan, edit, error);
}

static gboolean
link_plan (YdCliPlan  *plan,
           YdOffice   *office,
           YdDay       day,
           gboolean    members,
           GError    **error)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(GPtrArray) groups = NULL;

  if (!commit_plan (plan, yd_plan_edit_link (plan->plan, directory, day), error))
    return FALSE;
  if (!members)
    return TRUE;

  groups = yd_plan_list_open_groups (plan->plan, directory, day);

  return commit_plan (plan, yd_plan_edit_enter_members (plan->plan, groups, directory, day,
                                                        &yd_id_system_source), error);
}

static YdExit
join_plan (YdCli     *cli,
           int        argc,
           char     **argv,
           gboolean   take)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdCliPlan) plan = NULL;
  YdCliOffice office = { NULL };
  gboolean members = FALSE, done;
  GOptionEntry entries[] = {
    { "members", 0, 0, G_OPTION_ARG_NONE, &members,
      N_("Enter in the plan who belonged to its groups on its day"), NULL },
    { NULL }
  };
  YdDay day;

  if (!yd_cli_parse (cli, &argc, argv, entries, "PLAN [--members]", 1, 1))
    return YD_EXIT_USAGE;
  if ((plan = yd_cli_plan_open (cli, argv[1], TRUE, &error)) == NULL)
    return yd_cli_fail (error);

  office.library = plan->library;
  office.office = yd_library_open_office (plan->library, &office.journal, &error);
  day = yd_plan_get_day (plan->plan, _yd_cli_directory_get_today ());
  done = office.office != NULL && (!take || take_over (plan, &office, day, &error)) &&
         link_plan (plan, office.office, day, members, &error);
  g_clear_object (&office.office);
  yd_cli_journal_drop (g_steal_pointer (&office.journal));

  return done ? YD_EXIT_DONE : yd_cli_fail (error);
}

YdExit
_yd_cli_directory_take (YdCli  *cli,
                        int     argc,
                        char  **argv)
{
  return join_plan (cli, argc, argv, TRUE);
}

YdExit
_yd_cli_directory_tie (YdCli  *cli,
                       int     argc,
                       char  **argv)
{
  return join_plan (cli, argc, argv, FALSE);
}
