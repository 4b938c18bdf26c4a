/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cli-office.h"
#include "yd-directory-edits.h"
#include "yd-directory-import.h"
#include "yd-directory-link.h"
#include "yd-directory-rows.h"
#include "yd-directory-table.h"
#include "yd-export.h"
#include "yd-id.h"
#include "yd-json-writer.h"
#include "yd-plan-edits.h"
#include "yd-reader.h"
#include "yd-unit-kind.h"

/* `yaodianctl units`: the directory of the office, and how plans are tied to it. */

static YdDay
get_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return yd_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now));
}

/* Returns: whether @text, which may be missing, is a day */
static gboolean
read_day (const char *text,
          YdDay      *day)
{
  *day = text != NULL ? yd_day_parse (text) : YD_DAY_NONE;
  if (text == NULL || *day != YD_DAY_NONE)
    return TRUE;

  yd_cli_usage (_("“%s” is not a date. Write it as 2017-06-01."), text);
  return FALSE;
}

/* Of two units with one name the one that is there today is meant. */
static YdRow *
find_unit (YdOffice    *office,
           const char  *name,
           GError     **error)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  const YdDirectoryUnit *by_id = yd_directory_lookup (directory, name);
  const YdNameMatch match = yd_directory_match (directory, name, get_today ());
  const YdDirectoryUnit *unit = by_id != NULL ? by_id : match.unit;

  if (unit == NULL)
    g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_MISSING,
                 _("The directory has no unit “%s”. “yaodianctl units” lists them."), name);
  else if (by_id == NULL && match.doubtful)
    g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_MISSING,
                 _("Several units are called “%s”. Name the one by its id: “yaodianctl units "
                   "--json” shows it."), name);
  else
    return yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, unit->id);

  return NULL;
}

/* Lists */

static void
put_day (YdJsonWriter *json,
         const char   *key,
         YdDay         day)
{
  char text[YD_DAY_SIZE];

  yd_json_writer_string (json, key, day != YD_DAY_NONE ? yd_day_format (day, text) : NULL);
}

static void
put_members (YdJsonWriter *json,
             GArray       *members)
{
  yd_json_writer_begin_array (json, "members");
  for (guint i = 0; i < members->len; i++)
    {
      const YdDirectoryMember *member = &g_array_index (members, YdDirectoryMember, i);

      yd_json_writer_begin_object (json, NULL);
      yd_json_writer_string (json, "name", member->unit->name);
      put_day (json, "from", member->from);
      put_day (json, "to", member->to);
      yd_json_writer_end_object (json);
    }
  yd_json_writer_end_array (json);
}

/* Whom to turn to is not said unless somebody asks. */
static char *
unit_to_json (const YdDirectoryUnit *unit,
              gboolean               contacts)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "id", unit->id);
  yd_json_writer_string (&json, "name", unit->name);
  yd_json_writer_string (&json, "full", unit->full);
  yd_json_writer_string (&json, "short", unit->short_name);
  yd_json_writer_string (&json, "kind", unit->kind);
  yd_json_writer_begin_array (&json, "aliases");
  for (guint i = 0; i < unit->aliases->len; i++)
    yd_json_writer_string (&json, NULL, g_ptr_array_index (unit->aliases, i));
  yd_json_writer_end_array (&json);
  put_day (&json, "from", unit->from);
  put_day (&json, "to", unit->to);
  yd_json_writer_string (&json, "successor",
                         unit->successor != NULL ? unit->successor->name : NULL);
  yd_json_writer_string (&json, "parent", unit->parent != NULL ? unit->parent->name : NULL);
  yd_json_writer_string (&json, "merged", unit->merged != NULL ? unit->merged->name : NULL);
  put_members (&json, unit->members);
  if (contacts)
    {
      yd_json_writer_string (&json, "contact", unit->contact);
      yd_json_writer_string (&json, "phone", unit->phone);
    }
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
unit_to_text (const YdDirectoryUnit *unit)
{
  GString *text = g_string_new (unit->name);
  char day[YD_DAY_SIZE];

  g_string_append_printf (text, "  %s", yd_directory_kind_get_word (unit->kind));
  if (unit->full != NULL)
    g_string_append_printf (text, "  %s", unit->full);
  if (unit->merged != NULL)
    g_string_append_printf (text, _("  is %s"), unit->merged->name);
  if (unit->from != YD_DAY_NONE)
    g_string_append_printf (text, _("  from %s"), yd_day_format (unit->from, day));
  if (unit->to != YD_DAY_NONE)
    g_string_append_printf (text, _("  until %s"), yd_day_format (unit->to, day));
  if (unit->successor != NULL)
    g_string_append_printf (text, "  → %s", unit->successor->name);
  if (unit->members->len > 0)
    g_string_append_printf (text, ngettext ("  %u member", "  %u members", unit->members->len),
                            unit->members->len);

  return g_string_free (text, FALSE);
}

static YdExit
list_directory (YdCli    *cli,
                gboolean  contacts)
{
  g_auto(YdCliOffice) desk = { NULL };
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *units;

  if (!yd_cli_office_open (&desk, cli, FALSE, &error))
    return yd_cli_fail (error);

  directory = yd_directory_new (desk.office);
  units = yd_directory_get_units (directory);
  for (guint i = 0; i < units->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (units, i);

      yd_cli_print (cli->json ? unit_to_json (unit, contacts) : unit_to_text (unit));
    }

  return YD_EXIT_DONE;
}

/* `units PLAN`: each unit of the plan, and which of the directory it is. */
static char *
plan_unit_to_json (YdRow             *unit,
                   const YdNameMatch *match)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "name", yd_row_get_cell (unit, YD_UNIT_NAME));
  yd_json_writer_string (&json, "kind", yd_row_get_cell (unit, YD_UNIT_KIND));
  yd_json_writer_bool (&json, "vague", yd_row_get_flag (unit, YD_UNIT_VAGUE));
  yd_json_writer_string (&json, "directory", match->unit != NULL ? match->unit->id : NULL);
  yd_json_writer_bool (&json, "linked", yd_row_get_cell (unit, YD_UNIT_ORIGIN) != NULL);
  yd_json_writer_bool (&json, "former", match->former);
  yd_json_writer_int (&json, "members",
                      g_list_model_get_n_items (yd_row_get_rows (unit, YD_KIND_MEMBER)));
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
plan_unit_to_text (YdRow             *unit,
                   const YdNameMatch *match)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (yd_row_get_flag (unit, YD_UNIT_VAGUE))
    return g_strdup_printf (_("%s  to be named"), name);
  if (match->unit == NULL)
    return g_strdup_printf (_("%s  not in the directory"), name);
  if (match->former && match->unit->successor != NULL)
    return g_strdup_printf (_("%1$s  a former name, now %2$s"), name,
                            match->unit->successor->name);

  return g_strdup_printf ("%s  %s", name, yd_directory_kind_get_word (match->unit->kind));
}

static YdExit
list_plan (YdCli      *cli,
           const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdCliPlan) plan = yd_cli_plan_open (cli, name, FALSE, &error);
  YdOffice *office = plan != NULL ? yd_cli_plan_open_office (plan, &error) : NULL;
  g_autoptr(YdDirectory) directory = NULL;
  GListModel *units;

  if (office == NULL)
    return yd_cli_fail (error);

  directory = yd_directory_new (office);
  units = yd_plan_get_units (plan->plan);
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const YdNameMatch match = yd_directory_resolve (directory, unit,
                                                      yd_plan_get_day (plan->plan, get_today ()));

      yd_cli_print (cli->json ? plan_unit_to_json (unit, &match)
                              : plan_unit_to_text (unit, &match));
    }

  return YD_EXIT_DONE;
}

/* Changes */

typedef struct
{
  YdCliOffice office;
  GError     *error;
} Change;

static void
change_clear (Change *self)
{
  yd_cli_office_clear (&self->office);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static YdExit
end_change (Change *self,
            YdEdit *edit)
{
  g_autoptr(YdEdit) owned = edit;

  return yd_cli_office_commit (&self->office, edit, &self->error) ? YD_EXIT_DONE
                                                                  : yd_cli_fail (self->error);
}

static YdExit
add_unit (YdCli  *cli,
          int     argc,
          char  **argv)
{
  g_auto(Change) change = { { NULL } };
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

  return end_change (&change, yd_office_edit_add_unit (change.office.office, id, &terms,
                                                       &yd_id_system_source));
}

static YdExit
merge_units (YdCli  *cli,
             int     argc,
             char  **argv)
{
  g_auto(Change) change = { { NULL } };
  YdRow *unit, *into;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "UNIT INTO", 2, 2))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error) ||
      (unit = find_unit (change.office.office, argv[1], &change.error)) == NULL ||
      (into = find_unit (change.office.office, argv[2], &change.error)) == NULL)
    return yd_cli_fail (change.error);

  return end_change (&change, yd_office_edit_merge (change.office.office, unit, into));
}

static YdExit
add_alias (YdCli  *cli,
           int     argc,
           char  **argv)
{
  g_auto(Change) change = { { NULL } };
  YdRow *unit;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "UNIT NAME", 2, 2))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error) ||
      (unit = find_unit (change.office.office, argv[1], &change.error)) == NULL)
    return yd_cli_fail (change.error);

  return end_change (&change, yd_office_edit_add_alias (change.office.office, unit, argv[2]));
}

/* `units succeed 市国税局 市地税局 市税务局 --from 2018-07-05` */
static YdExit
succeed_units (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_auto(Change) change = { { NULL } };
  g_autofree char *from = NULL;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The first day of the successor"), N_("DATE") },
    { NULL }
  };
  g_autoptr(GPtrArray) units = g_ptr_array_new ();
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  YdRow *successor;
  YdDay day;

  if (!yd_cli_parse (cli, &argc, argv, entries, "UNIT… SUCCESSOR --from DATE", 2, -1))
    return YD_EXIT_USAGE;
  if (from == NULL)
    return yd_cli_usage (_("Say from which day: --from 2018-07-05."));
  if (!read_day (from, &day))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, TRUE, &change.error))
    return yd_cli_fail (change.error);

  for (int i = 1; i < argc - 1; i++)
    {
      YdRow *unit = find_unit (change.office.office, argv[i], &change.error);

      if (unit == NULL)
        return yd_cli_fail (change.error);
      g_ptr_array_add (units, unit);
    }

  successor = find_unit (change.office.office, argv[argc - 1], NULL);
  if (successor != NULL && g_ptr_array_find (units, successor, NULL))
    return yd_cli_usage (_("“%s” cannot be its own successor."), argv[argc - 1]);

  return end_change (&change, successor != NULL
                              ? yd_office_edit_succeed (change.office.office, units, successor,
                                                        day, &yd_id_system_source)
                              : yd_office_edit_succeed_new (change.office.office, units, id,
                                                            argv[argc - 1], day,
                                                            &yd_id_system_source));
}

/* Groups */

static YdExit
list_members (YdCli      *cli,
              Change     *change,
              const char *name,
              YdDay       day)
{
  YdRow *group = find_unit (change->office.office, name, &change->error);
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

      yd_cli_print (cli->json ? unit_to_json (unit, FALSE) : g_strdup (unit->name));
    }

  return YD_EXIT_DONE;
}

static YdExit
add_members (Change  *change,
             char   **names,
             int      n,
             YdDay    from,
             YdDay    to)
{
  YdRow *group = find_unit (change->office.office, names[0], &change->error);

  for (int i = 1; group != NULL && i < n; i++)
    {
      YdRow *unit = find_unit (change->office.office, names[i], &change->error);
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autoptr(YdEdit) edit = unit != NULL
                               ? yd_office_edit_add_member (change->office.office, id, group, unit,
                                                            from, to) : NULL;

      if (edit == NULL || !yd_cli_office_commit (&change->office, edit, &change->error))
        return yd_cli_fail (change->error);
    }

  return group != NULL ? YD_EXIT_DONE : yd_cli_fail (change->error);
}

static YdExit
do_members (YdCli  *cli,
            int     argc,
            char  **argv)
{
  g_auto(Change) change = { { NULL } };
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
      !read_day (on, &days[0]) || !read_day (from, &days[1]) || !read_day (to, &days[2]))
    return YD_EXIT_USAGE;
  if (!yd_cli_office_open (&change.office, cli, argc > 2, &change.error))
    return yd_cli_fail (change.error);

  return argc > 2 ? add_members (&change, argv + 1, argc - 1, days[1], days[2])
                  : list_members (cli, &change, argv[1],
                                  days[0] != YD_DAY_NONE ? days[0] : get_today ());
}

/* Plans */

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
  day = yd_plan_get_day (plan->plan, get_today ());
  done = office.office != NULL && (!take || take_over (plan, &office, day, &error)) &&
         link_plan (plan, office.office, day, members, &error);
  g_clear_object (&office.office);
  yd_cli_journal_drop (g_steal_pointer (&office.journal));

  return done ? YD_EXIT_DONE : yd_cli_fail (error);
}

static YdExit
take_plan (YdCli  *cli,
           int     argc,
           char  **argv)
{
  return join_plan (cli, argc, argv, TRUE);
}

static YdExit
tie_plan (YdCli  *cli,
          int     argc,
          char  **argv)
{
  return join_plan (cli, argc, argv, FALSE);
}

/* Files */

static char *
line_to_json (const YdImportLine *line)
{
  static const char * const states[] = { "new", "changed", "same", "not-understood" };
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_int (&json, "line", line->line);
  yd_json_writer_string (&json, "state", states[line->state]);
  yd_json_writer_string (&json, "name", line->name);
  yd_json_writer_string (&json, "words", line->words);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
line_to_text (const YdImportLine *line)
{
  static const char * const states[] = { N_("new"), N_("changed"), N_("same"),
                                         N_("not understood") };

  return g_strdup_printf ("%u  %s  %s  %s", line->line, _(states[line->state]), line->name,
                          line->words != NULL ? line->words : "");
}

static YdExit
import_table (YdCli  *cli,
              int     argc,
              char  **argv)
{
  g_auto(Change) change = { { NULL } };
  g_autoptr(YdDirectoryImport) import = NULL;
  g_autoptr(YdSource) source = NULL;
  gboolean preview = FALSE;
  GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &preview, N_("Only show what would change"), NULL },
    { NULL }
  };
  g_autoptr(GBytes) bytes = NULL;
  YdExit status;

  if (!yd_cli_parse (cli, &argc, argv, entries, "FILE [--preview]", 1, 1))
    return YD_EXIT_USAGE;
  if ((source = yd_reader_read_table (argv[1], NULL, &change.error)) == NULL ||
      !yd_cli_office_open (&change.office, cli, !preview, &change.error))
    return yd_cli_fail (change.error);

  import = yd_directory_import_new (change.office.office,
                                    g_bytes_get_data (yd_source_get_bytes (source), NULL),
                                    &yd_id_system_source);
  for (guint i = 0; i < yd_directory_import_get_lines (import)->len; i++)
    {
      const YdImportLine *line = g_ptr_array_index (yd_directory_import_get_lines (import), i);

      if (line->state != YD_IMPORT_SAME)
        yd_cli_print (cli->json ? line_to_json (line) : line_to_text (line));
    }

  status = preview ? YD_EXIT_DONE : end_change (&change, yd_directory_import_dup_edit (import));

  return status == YD_EXIT_DONE &&
         yd_directory_import_count (import, YD_IMPORT_NOT_UNDERSTOOD) > 0 ? YD_EXIT_LOOK : status;
}

static YdExit
export_table (YdCli  *cli,
              int     argc,
              char  **argv)
{
  g_auto(Change) change = { { NULL } };
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(YdTable) table = NULL;
  gboolean contacts = FALSE;
  GOptionEntry entries[] = {
    { "contacts", 0, 0, G_OPTION_ARG_NONE, &contacts, N_("With names and telephone numbers"),
      NULL },
    { NULL }
  };
  YdFormat format;

  if (!yd_cli_parse (cli, &argc, argv, entries, "FILE [--contacts]", 1, 1))
    return YD_EXIT_USAGE;
  if (!yd_format_from_path (argv[1], &format, &change.error) ||
      !yd_cli_office_open (&change.office, cli, FALSE, &change.error))
    return yd_cli_fail (change.error);

  directory = yd_directory_new (change.office.office);
  table = yd_directory_table_new (directory, contacts);

  return yd_export_save (table, format, argv[1], NULL, NULL, NULL, &change.error)
         ? YD_EXIT_DONE : yd_cli_fail (change.error);
}

static const struct
{
  const char    *word;
  const char    *command;
  YdCommandFunc  run;
} commands[] = {
  { "add",     "units add",     add_unit      },
  { "alias",   "units alias",   add_alias     },
  { "merge",   "units merge",   merge_units   },
  { "succeed", "units succeed", succeed_units },
  { "members", "units members", do_members    },
  { "take",    "units take",    take_plan     },
  { "link",    "units link",    tie_plan      },
  { "import",  "units import",  import_table  },
  { "export",  "units export",  export_table  },
};

YdExit
yd_cli_units (YdCli  *cli,
              int     argc,
              char  **argv)
{
  gboolean contacts = FALSE;
  GOptionEntry entries[] = {
    { "contacts", 0, 0, G_OPTION_ARG_NONE, &contacts, N_("With names and telephone numbers"),
      NULL },
    { NULL }
  };

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].word))
      {
        cli->command = commands[i].command;
        return commands[i].run (cli, argc - 1, argv + 1);
      }

  if (!yd_cli_parse (cli, &argc, argv, entries,
                     "[PLAN | add | alias | succeed | merge | members | take | link | import | "
                     "export]", 0, 1))
    return YD_EXIT_USAGE;

  return argc > 1 ? list_plan (cli, argv[1]) : list_directory (cli, contacts);
}
