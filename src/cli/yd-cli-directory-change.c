/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-directory-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-edits.h"
#include "yd-directory-rows.h"
#include "yd-id.h"
#include "yd-unit-kind.h"

/* `units add`, `alias`, `merge`, `succeed` and `members`: what is changed in the directory. */

YdExit
_yd_cli_directory_add (YdCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  g_autofree char *kind = NULL;
  g_autofree char *full = NULL;
  g_autofree char *short_name = NULL;
  GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind,
      N_("department, county, zone, vertical, party, group or other"), N_("KIND") },
    { "full", 0, 0, G_OPTION_ARG_STRING, &full, N_("What it is called in full"), N_("NAME") },
    { "short", 0, 0, G_OPTION_ARG_STRING, &short_name, N_("What it is called in short"),
      N_("NAME") },
    { NULL }
  };
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(YdDirectory) directory = NULL;
  YdUnitTerms terms = { NULL };

  if (!yd_cli_parse (cli, &argc, argv, entries, "NAME", 1, 1))
    return YD_EXIT_USAGE;
  if (kind != NULL && yd_directory_kind_find (kind) == NULL)
    return yd_cli_usage (_("There is no kind of unit “%s”."), kind);
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error))
    return yd_cli_fail (change.error);

  directory = yd_directory_new (change.office.office);
  if (yd_directory_match (directory, argv[1], YD_DAY_NONE).form == YD_NAME_OWN)
    {
      g_set_error (&change.error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID,
                   _("The directory has a unit “%s” already."), argv[1]);
      return yd_cli_fail (change.error);
    }

  terms = (YdUnitTerms) { .name = argv[1], .full = full, .short_name = short_name,
                          .kind = kind != NULL ? yd_directory_kind_find (kind)
                                               : yd_unit_kind_get_name (yd_unit_kind_guess
                                                                        (argv[1])) };

  return _yd_cli_change_end (&change, yd_office_edit_add_unit (change.office.office, id, &terms,
                                                               &yd_id_system_source));
}

YdExit
_yd_cli_directory_merge (YdCli  *cli,
                         int     argc,
                         char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  YdRow *unit, *into;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "UNIT INTO", 2, 2))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error) ||
      (unit = _yd_cli_directory_find_unit (change.office.office, argv[1], &change.error)) == NULL ||
      (into = _yd_cli_directory_find_unit (change.office.office, argv[2], &change.error)) == NULL)
    return yd_cli_fail (change.error);

  return _yd_cli_change_end (&change, yd_office_edit_merge (change.office.office, unit, into));
}

YdExit
_yd_cli_directory_alias (YdCli  *cli,
                         int     argc,
                         char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  YdRow *unit;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "UNIT NAME", 2, 2))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error) ||
      (unit = _yd_cli_directory_find_unit (change.office.office, argv[1], &change.error)) == NULL)
    return yd_cli_fail (change.error);

  return _yd_cli_change_end (&change,
                             yd_office_edit_add_alias (change.office.office, unit, argv[2]));
}

/* Returns: (transfer container) (element-type YdRow) (nullable): all that are called so, or with
 * the error of @change why not
 */
static GPtrArray *
find_units (YdCliChange  *change,
            char        **names,
            int           n)
{
  g_autoptr(GPtrArray) units = g_ptr_array_new ();

  for (int i = 0; i < n; i++)
    {
      YdRow *unit = _yd_cli_directory_find_unit (change->office.office, names[i], &change->error);

      if (unit == NULL)
        return NULL;
      g_ptr_array_add (units, unit);
    }

  return g_steal_pointer (&units);
}

/* Where nobody is called @name it is a new one; with two of the name nobody knows which. */
static YdExit
succeed (YdCliChange *change,
         GPtrArray   *units,
         const char  *name,
         YdDay        day)
{
  YdOffice *office = change->office.office;
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  YdRow *successor = _yd_cli_directory_find_unit (office, name, &change->error);

  if (successor != NULL && g_ptr_array_find (units, successor, NULL))
    return yd_cli_usage (_("“%s” cannot be its own successor."), name);
  if (successor != NULL)
    return _yd_cli_change_end (change, yd_office_edit_succeed (office, units, successor, day,
                                                               &yd_id_system_source));
  if (!g_error_matches (change->error, YD_SPACE_ERROR, YD_SPACE_ERROR_MISSING))
    return yd_cli_fail (change->error);

  g_clear_error (&change->error);

  return _yd_cli_change_end (change, yd_office_edit_succeed_new (office, units, id, name, day,
                                                                 &yd_id_system_source));
}

/* `units succeed 市国税局 市地税局 市税务局 --from 2018-07-05` */
YdExit
_yd_cli_directory_succeed (YdCli  *cli,
                           int     argc,
                           char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  g_autofree char *from = NULL;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The first day of the successor"), N_("DATE") },
    { NULL }
  };
  g_autoptr(GPtrArray) units = NULL;
  YdDay day;

  if (!yd_cli_parse (cli, &argc, argv, entries, "UNIT… SUCCESSOR --from DATE", 2, -1))
    return YD_EXIT_USAGE;
  if (from == NULL)
    return yd_cli_usage (_("Say from which day: --from 2018-07-05."));
  if (!_yd_cli_directory_read_day (from, &day))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error) ||
      (units = find_units (&change, argv + 1, argc - 2)) == NULL)
    return yd_cli_fail (change.error);

  return succeed (&change, units, argv[argc - 1], day);
}

/* Groups */

static YdExit
list_members (YdCli       *cli,
              YdCliChange *change,
              const char  *name,
              YdDay        day)
{
  YdRow *group = _yd_cli_directory_find_unit (change->office.office, name, &change->error);
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(GPtrArray) members = NULL;

  if (group == NULL)
    return yd_cli_fail (change->error);

  directory = yd_directory_new (change->office.office);
  members = yd_directory_list_members (directory,
                                       yd_directory_lookup (directory, yd_row_get_id (group)),
                                       day, TRUE);
  for (guint i = 0; i < members->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (members, i);

      yd_cli_print (cli->json ? _yd_cli_directory_unit_to_json (unit, FALSE)
                              : g_strdup (unit->name));
    }

  return YD_EXIT_DONE;
}

/* The first of @names is the group. All are found before the first one becomes a member. */
static YdExit
add_members (YdCliChange  *change,
             char        **names,
             int           n,
             YdDay         from,
             YdDay         to)
{
  g_autoptr(GPtrArray) units = find_units (change, names, n);
  YdRow *group;

  if (units == NULL)
    return yd_cli_fail (change->error);

  group = g_ptr_array_steal_index (units, 0);

  return _yd_cli_change_end (change, yd_office_edit_add_rows (change->office.office, group,
                                                              units, from, to,
                                                              &yd_id_system_source));
}

YdExit
_yd_cli_directory_members (YdCli  *cli,
                           int     argc,
                           char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  g_autofree char *on = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("Who belongs to it on this day; today without"),
      N_("DATE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The first day of the new members"),
      N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("The last day of the new members"), N_("DATE") },
    { NULL }
  };
  YdDay days[3];

  if (!yd_cli_parse (cli, &argc, argv, entries, "GROUP [UNIT…]", 1, -1) ||
      !_yd_cli_directory_read_day (on, &days[0]) ||
      !_yd_cli_directory_read_day (from, &days[1]) || !_yd_cli_directory_read_day (to, &days[2]))
    return YD_EXIT_USAGE;
  if (days[0] == YD_DAY_NONE)
    days[0] = _yd_cli_directory_get_today ();
  if (!yd_cli_office_open (&change.office, cli, argc > 2, &change.error))
    return yd_cli_fail (change.error);

  return argc > 2 ? add_members (&change, argv + 1, argc - 1, days[1], days[2])
                  : list_members (cli, &change, argv[1], days[0]);
}
