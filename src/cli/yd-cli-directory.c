/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-directory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-directory-link.h"
#include "yd-directory-rows.h"
#include "yd-json-writer.h"

/* `yaodianctl units`: the directory of the office, and how plans are tied to it. */

YdDay
_yd_cli_directory_get_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return yd_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now));
}

/* Returns: whether @text, which may be missing, is a day */
gboolean
_yd_cli_directory_read_day (const char *text,
                            YdDay      *day)
{
  *day = text != NULL ? yd_day_parse (text) : YD_DAY_NONE;
  if (text == NULL || *day != YD_DAY_NONE)
    return TRUE;

  yd_cli_usage (_("“%s” is not a date. Write it as 2017-06-01."), text);
  return FALSE;
}

/* Of two units with one name the one that is there today is meant. */
YdRow *
_yd_cli_directory_find_unit (YdOffice    *office,
                             const char  *name,
                             GError     **error)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  const YdDirectoryUnit *by_id = yd_directory_lookup (directory, name);
  const YdNameMatch match = yd_directory_match (directory, name, _yd_cli_directory_get_today ());
  const YdDirectoryUnit *unit = by_id != NULL ? by_id : match.unit;

  if (unit == NULL)
    g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_MISSING,
                 _("The directory has no unit “%s”. “yaodianctl units” lists them."), name);
  else if (by_id == NULL && match.doubtful)
    g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID,
                 _("Several units are called “%s”. Name the one by its id: “yaodianctl units "
                   "--json” shows it."), name);
  else
    return yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, unit->id);

  return NULL;
}

void
_yd_cli_change_clear (YdCliChange *self)
{
  yd_cli_office_clear (&self->office);
  g_clear_error (&self->error);
}

/* Puts @edit in force, and says what keeps it out. */
YdExit
_yd_cli_change_end (YdCliChange *self,
                    YdEdit      *edit)
{
  g_autoptr(YdEdit) owned = edit;

  return yd_cli_office_commit (&self->office, edit, &self->error) ? YD_EXIT_DONE
                                                                  : yd_cli_fail (self->error);
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
char *
_yd_cli_directory_unit_to_json (const YdDirectoryUnit *unit,
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

      yd_cli_print (cli->json ? _yd_cli_directory_unit_to_json (unit, contacts)
                              : unit_to_text (unit));
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
  YdDay day;

  if (office == NULL)
    return yd_cli_fail (error);

  directory = yd_directory_new (office);
  day = yd_plan_get_day (plan->plan, _yd_cli_directory_get_today ());
  units = yd_plan_get_units (plan->plan);
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const YdNameMatch match = yd_directory_resolve (directory, unit, day);

      yd_cli_print (cli->json ? plan_unit_to_json (unit, &match)
                              : plan_unit_to_text (unit, &match));
    }

  return YD_EXIT_DONE;
}

static const struct
{
  const char    *word;
  const char    *command;
  YdCommandFunc  run;
} commands[] = {
  { "add",     "units add",     _yd_cli_directory_add     },
  { "alias",   "units alias",   _yd_cli_directory_alias   },
  { "merge",   "units merge",   _yd_cli_directory_merge   },
  { "succeed", "units succeed", _yd_cli_directory_succeed },
  { "members", "units members", _yd_cli_directory_members },
  { "take",    "units take",    _yd_cli_directory_take    },
  { "link",    "units link",    _yd_cli_directory_tie     },
  { "import",  "units import",  _yd_cli_directory_import  },
  { "export",  "units export",  _yd_cli_directory_export  },
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
