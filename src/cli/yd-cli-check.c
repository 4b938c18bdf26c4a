/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>

#include "yd-check.h"
#include "yd-cli-library.h"
#include "yd-json-writer.h"

/* `yaodianctl check`: what to look at before a plan is issued. */

static const char *
get_severity_word (YdSeverity severity)
{
  static const char * const words[] = { N_("note"), N_("warning"), N_("error") };

  return _(words[severity]);
}

static char *
finding_to_json (const YdFinding *finding)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "severity", yd_severity_get_name (finding->severity));
  yd_json_writer_string (&json, "code", finding->code);
  yd_json_writer_string (&json, "message", finding->message);
  yd_json_writer_string (&json, "where", finding->where);
  yd_json_writer_string (&json, "kind", yd_schema_get_kind (yd_row_get_kind (finding->row))->name);
  yd_json_writer_string (&json, "id", yd_row_get_id (finding->row));
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

YdExit
yd_cli_check (YdCli  *cli,
              int     argc,
              char  **argv)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "PLAN", 1, 1))
    return YD_EXIT_USAGE;

  plan = yd_cli_plan_open (cli, argv[1], FALSE, &error);
  if (plan == NULL)
    return yd_cli_fail (error);

  schedule = yd_cli_plan_make_schedule (plan, yd_cli_get_now ().day, &error);
  if (schedule == NULL)
    return yd_cli_fail (error);

  directory = yd_directory_new (plan->office);
  findings = yd_check_plan (plan->plan, schedule, directory);

  for (guint i = 0; i < findings->len; i++)
    {
      const YdFinding *finding = g_ptr_array_index (findings, i);

      yd_cli_print (cli->json ? finding_to_json (finding)
                              : g_strdup_printf ("%s  %s  %s",
                                                 get_severity_word (finding->severity),
                                                 finding->where, finding->message));
    }

  return findings->len > 0 ? YD_EXIT_LOOK : YD_EXIT_DONE;
}
