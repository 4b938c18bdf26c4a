/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cli-library.h"
#include "yd-deadline.h"
#include "yd-json-writer.h"
#include "yd-value.h"

/* `yaodianctl workday`: the N-th working day after a day, how many between two, whether a
 * day is one.
 */

static const char * const whys[] = { "weekday", "weekend", "holiday", "make-up", "local" };

static YdExit
fail_outside (void)
{
  g_printerr (_("yaodianctl: Working days are counted from %d to %d only.\n"), YD_YEAR_FIRST,
              YD_YEAR_LAST);

  return YD_EXIT_FAILED;
}

/* The library has what the office added; while there is none, what comes with the program
 * is counted with.
 */
static YdWorkCalendar *
make_calendar (YdCli       *cli,
               const char  *name,
               GError     **error)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(YdLibrary) library = NULL;
  g_autoptr(YdOffice) office = NULL;

  if (name != NULL)
    {
      plan = yd_cli_plan_open (cli, name, FALSE, error);

      return plan != NULL ? yd_cli_plan_make_calendar (plan, error) : NULL;
    }

  if ((library = yd_cli_library_open (cli, FALSE, error)) == NULL ||
      (office = yd_library_open_office (library, NULL, error)) == NULL)
    return NULL;

  return yd_work_calendar_new_for (office, NULL);
}

static void
write_day (YdJsonWriter    *json,
           YdDay            day,
           const YdDayInfo *info)
{
  char text[YD_DAY_SIZE];

  yd_json_writer_string (json, "date", yd_day_format (day, text));
  yd_json_writer_bool (json, "working", info->working);
  yd_json_writer_string (json, "why", whys[info->why]);
  yd_json_writer_string (json, "name", info->name);
  if (info->notice != 0)
    yd_json_writer_int (json, "notice", info->notice);
  else
    yd_json_writer_raw (json, "notice", "null");
  if (info->region != NULL)
    yd_json_writer_string (json, "region", info->region);
  yd_json_writer_bool (json, "provisional", info->provisional);
}

static char *
day_to_json (YdDay            day,
             const YdDayInfo *info)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  write_day (&json, day, info);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

/* The first year whose notice may still move what lies between the two days. */
static char *
dup_not_known_words (YdWorkCalendar *calendar,
                     YdDay           from,
                     YdDay           to)
{
  const int year = yd_work_calendar_find_unknown (calendar, from, to);

  if (yd_work_calendar_is_damaged (calendar, year))
    return g_strdup_printf (_("The notice on days off of %d is damaged here. Add it again."), year);

  return g_strdup_printf (year > yd_work_calendar_get_last_announced (calendar)
                          ? _("The days off of %d are not announced yet.")
                          : _("The days off of %d are not known here."), year);
}

static char *
day_to_text (YdWorkCalendar  *calendar,
             YdDay            day,
             const YdDayInfo *info)
{
  static const char * const words[] = {
    N_("a working day"), N_("weekend"), N_("a day off"), N_("a working day, made up"),
  };
  g_autofree char *at = yd_day_dup_words (day);
  GString *text = g_string_new (NULL);

  /* Translators: a day, and whether it is worked */
  g_string_append_printf (text, _("%1$s: %2$s"), at,
                          info->why != YD_DAY_LOCAL ? _(words[info->why])
                          : info->working ? _("a working day") : _("a day off"));
  if (info->name != NULL)
    /* Translators: behind whether a day is worked: for which festival */
    g_string_append_printf (text, _(" (%s)"), info->name);

  if (info->region != NULL)
    g_string_append_printf (text, _(", by %2$s’s notice for %1$d"), info->notice, info->region);
  else if (info->notice != 0)
    g_string_append_printf (text, _(", by the State Council’s notice for %d"), info->notice);
  if (info->provisional)
    {
      g_autofree char *unknown = dup_not_known_words (calendar, day, day);

      g_string_append_printf (text, "\n%s", unknown);
    }

  return g_string_free (text, FALSE);
}

static YdExit
tell_day (YdCli          *cli,
          YdWorkCalendar *calendar,
          YdDay           day)
{
  YdDayInfo info;

  if (!yd_day_is_in_range (day))
    return fail_outside ();

  yd_work_calendar_explain (calendar, day, &info);
  yd_cli_print (cli->json ? day_to_json (day, &info) : day_to_text (calendar, day, &info));

  return YD_EXIT_DONE;
}

static YdExit
tell_between (YdCli          *cli,
              YdWorkCalendar *calendar,
              YdDay           from,
              YdDay           to)
{
  const int n = yd_work_calendar_count (calendar, from, to);
  const gboolean certain = yd_work_calendar_is_certain (calendar, from, to);

  if (!yd_day_is_in_range (from) || !yd_day_is_in_range (to))
    return fail_outside ();

  if (cli->json)
    yd_cli_print (g_strdup_printf ("{\"days\":%d,\"provisional\":%s}", n,
                                   certain ? "false" : "true"));
  else
    {
      yd_cli_print (g_strdup_printf (ngettext ("%d working day", "%d working days", n), n));
      if (!certain)
        yd_cli_print (dup_not_known_words (calendar, from, to));
    }

  return YD_EXIT_DONE;
}

/* Days that were stepped over: not the first one, which is not counted anyway. */
static char *
after_to_json (YdWorkCalendar *calendar,
               YdDay           from,
               const YdDue    *due)
{
  g_auto(YdJsonWriter) json = { NULL };
  const int step = due->day < from ? -1 : 1;
  char text[YD_DAY_SIZE];

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "date", yd_day_format (due->day, text));
  yd_json_writer_bool (&json, "provisional", due->provisional);
  yd_json_writer_begin_array (&json, "skipped");
  for (YdDay day = from; day != due->day; day += step)
    if (day != from && !yd_work_calendar_is_working (calendar, day))
      {
        YdDayInfo info;

        yd_work_calendar_explain (calendar, day, &info);
        yd_json_writer_begin_object (&json, NULL);
        yd_json_writer_string (&json, "date", yd_day_format (day, text));
        yd_json_writer_string (&json, "why", whys[info.why]);
        if (info.name != NULL)
          yd_json_writer_string (&json, "name", info.name);
        yd_json_writer_end_object (&json);
      }
  yd_json_writer_end_array (&json);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static YdExit
tell_after (YdCli          *cli,
            YdWorkCalendar *calendar,
            YdDay           from,
            gint64          n,
            gboolean        first)
{
  const YdDeadlineTerms terms = { .rule = "after", .n = n, .measure = "workdays",
                                  .first = first };
  const YdDeadlineFacts facts = { .anchor = { from, YD_MINUTE_NONE } };
  YdDue due;

  if (yd_deadline_compute_terms (&terms, &facts, calendar, &due) != YD_DUE_DAY)
    return fail_outside ();

  if (cli->json)
    yd_cli_print (after_to_json (calendar, !first ? from : n < 0 ? from + 1 : from - 1, &due));
  else
    {
      yd_cli_print (yd_day_dup_words (due.day));
      yd_cli_print (yd_due_dup_words (&due, NULL, calendar));
    }

  return YD_EXIT_DONE;
}

/* -30 is a number here and no option; it is taken out before options are looked for. */
static const char *
take_negative (int   *argc,
               char **argv)
{
  for (int i = 1; i < *argc; i++)
    if (argv[i][0] == '-' && g_ascii_isdigit (argv[i][1]))
      {
        const char *found = argv[i];

        memmove (&argv[i], &argv[i + 1], (*argc - i) * sizeof *argv);
        (*argc)--;
        return found;
      }

  return NULL;
}

static YdExit
refuse_date (const char *text)
{
  return yd_cli_usage (_("“%s” is not a date. Write it as 2017-06-01."), text);
}

static YdExit
tell (YdCli          *cli,
      YdWorkCalendar *calendar,
      const char     *day,
      const char     *n,
      gboolean        first)
{
  const char *dots = strstr (day, "..");
  g_autofree char *from = dots != NULL ? g_strndup (day, dots - day) : g_strdup (day);
  gint64 number;

  if (yd_day_parse (from) == YD_DAY_NONE)
    return refuse_date (from);

  if (dots != NULL)
    {
      if (n != NULL || yd_day_parse (dots + 2) == YD_DAY_NONE)
        return n != NULL ? yd_cli_usage (_("Between two days nothing can be counted off."))
                         : refuse_date (dots + 2);
      return tell_between (cli, calendar, yd_day_parse (from), yd_day_parse (dots + 2));
    }

  if (n == NULL)
    return tell_day (cli, calendar, yd_day_parse (from));
  if (!yd_value_to_int (*n == '+' ? n + 1 : n, &number))
    return yd_cli_usage (_("“%s” is not a number of days."), n);

  return tell_after (cli, calendar, yd_day_parse (from), number, first);
}

YdExit
yd_cli_workday (YdCli  *cli,
                int     argc,
                char  **argv)
{
  g_autofree char *plan = NULL;
  gboolean first = FALSE;
  GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, N_("Count with the notices of this plan"),
      N_("PLAN") },
    { "first", 0, 0, G_OPTION_ARG_NONE, &first, N_("Count the first day too"), NULL },
    { NULL }
  };
  const char *negative = take_negative (&argc, argv);
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, entries, "DATE [N] | DATE..DATE", 1, negative ? 1 : 2))
    return YD_EXIT_USAGE;

  if ((calendar = make_calendar (cli, plan, &error)) == NULL)
    return yd_cli_fail (error);

  return tell (cli, calendar, argv[1], negative != NULL ? negative : argc > 2 ? argv[2] : NULL,
               first);
}
