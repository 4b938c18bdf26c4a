/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>

#include "yd-agenda.h"
#include "yd-cli-library.h"
#include "yd-json-writer.h"

/* `yaodianctl schedule` and `agenda`: when the points begin and end, and what is due. */

/* What is due is asked for so many days ahead, where nothing else was said. */
#define DAYS_AHEAD 30

static gboolean
parse_day (const char *text,
           YdDay       fallback,
           YdDay      *day)
{
  *day = text != NULL ? yd_day_parse (text) : fallback;
  if (yd_day_is_in_range (*day))
    return TRUE;

  yd_cli_usage (_("“%s” is not a date from %d to %d. Write it as 2017-06-01."), text,
                YD_YEAR_FIRST, YD_YEAR_LAST);
  return FALSE;
}

static void
put_day (YdJsonWriter *json,
         const char   *name,
         YdDay         day)
{
  char text[YD_DAY_SIZE];

  yd_json_writer_string (json, name, day != YD_DAY_NONE ? yd_day_format (day, text) : NULL);
}

/* What keeps a point from its deadline, from the first that moves the others. */
static void
put_chain (YdJsonWriter *json,
           YdSchedule   *schedule,
           YdPoint      *point)
{
  g_autoptr(GArray) chain = yd_schedule_list_chain (schedule, point);

  yd_json_writer_begin_array (json, "chain");
  for (guint i = 0; i < chain->len; i++)
    yd_json_writer_string (json, NULL,
                           yd_row_get_id (g_array_index (chain, YdScheduleStep, i).point));
  yd_json_writer_end_array (json);
}

static char *
point_to_json (YdSchedule        *schedule,
               YdPoint           *point,
               const char        *path,
               const YdScheduled *s)
{
  g_auto(YdJsonWriter) json = { NULL };
  g_autofree char *why = yd_schedule_dup_why (schedule, point);

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "id", yd_row_get_id (point));
  yd_json_writer_string (&json, "path", path);
  yd_json_writer_string (&json, "title", yd_point_get_title (point));
  put_day (&json, "start", s->start);
  put_day (&json, "finish", s->finish);
  put_day (&json, "latest_start", s->latest_start);
  put_day (&json, "latest_finish", s->latest_finish);
  put_day (&json, "due", s->due);
  if (s->has_slack)
    yd_json_writer_int (&json, "slack", s->slack);
  else
    yd_json_writer_string (&json, "slack", NULL);
  yd_json_writer_bool (&json, "critical", s->critical);
  yd_json_writer_int (&json, "late_by", s->late_by);
  yd_json_writer_bool (&json, "provisional", s->provisional);
  yd_json_writer_string (&json, "light", yd_light_get_name (s->light));
  yd_json_writer_string (&json, "why", why);
  if (s->late_by > 0)
    put_chain (&json, schedule, point);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
dup_day (YdDay day)
{
  return day != YD_DAY_NONE ? yd_day_dup (day) : g_strdup ("—         ");
}

static char *
point_to_text (YdSchedule        *schedule,
               YdPoint           *point,
               const char        *path,
               const YdScheduled *s)
{
  g_autofree char *start = dup_day (s->start), *finish = dup_day (s->finish);
  g_autofree char *due = dup_day (s->due), *why = yd_schedule_dup_why (schedule, point);
  const char *title = yd_point_get_title (point);
  gboolean says = s->light != YD_LIGHT_NONE;

  return g_strdup_printf ("%s  %s  %s  %s  %s  %s%s%s%s%s", start, finish, due,
                          s->critical ? "*" : " ", path, title != NULL ? title : "",
                          says ? "  " : "", says ? yd_light_get_word (s->light) : "",
                          says ? "  " : "", says ? why : "");
}

typedef struct
{
  YdCli      *cli;
  YdSchedule *schedule;
  gboolean    misses;
} Printing;

static void
print_point (YdPoint    *point,
             const char *path,
             guint       level,
             gpointer    user_data)
{
  Printing *printing = user_data;
  YdScheduled scheduled;

  yd_schedule_get (printing->schedule, point, &scheduled);
  printing->misses |= scheduled.late_by > 0;
  yd_cli_print (printing->cli->json
                ? point_to_json (printing->schedule, point, path, &scheduled)
                : point_to_text (printing->schedule, point, path, &scheduled));
}

static void
find_aside (const YdScheduleEdge *edge,
            gpointer              user_data)
{
  guint *n_aside = user_data;

  *n_aside += edge->aside;
}

/* Said where it does not mix with what is read by programs. */
static void
warn_of_aside (YdSchedule *schedule)
{
  guint n_aside = 0;

  yd_schedule_foreach_edge (schedule, find_aside, &n_aside);
  if (n_aside > 0)
    g_printerr (ngettext ("yaodianctl: %u dependency is not counted, since a point would wait "
                          "for itself.\n",
                          "yaodianctl: %u dependencies are not counted, since a point would wait "
                          "for itself.\n", n_aside), n_aside);
}

/* Ends with %YD_EXIT_LOOK if a point will miss its deadline. */
YdExit
yd_cli_schedule (YdCli  *cli,
                 int     argc,
                 char  **argv)
{
  g_autofree char *today_text = NULL;
  GOptionEntry entries[] = {
    { "today", 0, 0, G_OPTION_ARG_STRING, &today_text, N_("See it from this day"), N_("DATE") },
    { NULL }
  };
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(GError) error = NULL;
  Printing printing = { cli };
  YdDay today;

  if (!yd_cli_parse (cli, &argc, argv, entries, "PLAN", 1, 1) ||
      !parse_day (today_text, yd_cli_get_now ().day, &today))
    return YD_EXIT_USAGE;

  if ((plan = yd_cli_plan_open (cli, argv[1], FALSE, &error)) == NULL ||
      (schedule = yd_cli_plan_make_schedule (plan, today, &error)) == NULL)
    return yd_cli_fail (error);

  printing.schedule = schedule;
  yd_plan_foreach_point (plan->plan, print_point, &printing);
  warn_of_aside (schedule);

  return printing.misses ? YD_EXIT_LOOK : YD_EXIT_DONE;
}

/* One thing that is due, written down. */
typedef struct
{
  YdDay  day;
  int    minute;
  guint  place;                 /* among all, as they were found */
  char  *line;
} Line;

typedef struct
{
  YdCli  *cli;
  YdDay   today;
  YdDay   from;
  YdDay   to;
  GArray *lines;
} Asked;

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *one = a, *other = b;

  if (one->day != other->day)
    return one->day - other->day;
  if (one->minute != other->minute)
    return one->minute - other->minute;

  return (one->place > other->place) - (one->place < other->place);
}

static char *
dup_time (const YdDue *due)
{
  if (due->minute == YD_MINUTE_NONE)
    return NULL;

  return g_strdup_printf ("%02d:%02d", due->minute / 60, due->minute % 60);
}

static const char *
get_cell (YdRow *row,
          guint  field)
{
  return row != NULL ? yd_row_get_cell (row, field) : NULL;
}

static const char *
get_id (YdRow *row)
{
  return row != NULL ? yd_row_get_id (row) : NULL;
}

static char *
item_to_json (YdSchedule         *schedule,
              const YdAgendaItem *item)
{
  YdPlan *plan = yd_schedule_get_plan (schedule);
  g_auto(YdJsonWriter) json = { NULL };
  g_autofree char *time = dup_time (&item->due);
  g_autofree char *why = yd_agenda_item_dup_reason (item, yd_schedule_get_calendar (schedule));
  g_autofree char *task = yd_agenda_item_dup_task (item);

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  put_day (&json, "date", item->due.day);
  yd_json_writer_string (&json, "time", time);
  yd_json_writer_string (&json, "plan", yd_space_get_id (YD_SPACE (plan)));
  yd_json_writer_string (&json, "id", get_id (item->point));
  yd_json_writer_string (&json, "path", item->path);
  yd_json_writer_string (&json, "title", get_cell (item->point, YD_POINT_TITLE));
  yd_json_writer_string (&json, "task", task);
  yd_json_writer_string (&json, "deadline", get_id (item->deadline));
  yd_json_writer_string (&json, "clock", item->clock != NULL ? get_id (item->clock->row) : NULL);
  yd_json_writer_string (&json, "step", item->step != NULL ? get_id (item->step->row) : NULL);
  yd_json_writer_string (&json, "origin", get_cell (item->deadline, YD_DEADLINE_ORIGIN));
  yd_json_writer_string (&json, "words", get_cell (item->deadline, YD_DEADLINE_WORDS));
  yd_json_writer_bool (&json, "recurs", item->due.recurs);
  yd_json_writer_bool (&json, "provisional", item->due.provisional);
  yd_json_writer_string (&json, "light",
                         yd_light_get_name (yd_agenda_item_get_light (item, schedule)));
  yd_json_writer_string (&json, "why", why);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

/* The words of the document; of a clock that it is one, and how much time is left. */
static char *
dup_rest (const YdAgendaItem *item)
{
  const char *words = get_cell (item->deadline, YD_DEADLINE_WORDS);
  g_autofree char *left = NULL;

  if (item->step == NULL)
    return g_strconcat (words != NULL ? "  " : "", words != NULL ? words : "",
                        yd_agenda_item_is_internal (item) ? "  " : "",
                        yd_agenda_item_is_internal (item) ? _("internal") : "", NULL);

  left = yd_clock_step_dup_left (item->clock, item->step);

  return g_strconcat ("  ", _("clock"), "  ", left, NULL);
}

static char *
item_to_text (YdSchedule         *schedule,
              const YdAgendaItem *item)
{
  YdPlan *plan = yd_schedule_get_plan (schedule);
  g_autofree char *task = item->step != NULL ? yd_clock_step_dup_task (item->clock, item->step)
                                             : g_strdup (yd_point_get_title (item->point));
  g_autofree char *day = yd_day_dup (item->due.day), *time = dup_time (&item->due);
  g_autofree char *rest = dup_rest (item);

  return g_strdup_printf ("%s%s%s  %s  %s  %s %s%s", day, time != NULL ? " " : "",
                          time != NULL ? time : "",
                          yd_light_get_word (yd_agenda_item_get_light (item, schedule)),
                          yd_plan_get_title (plan), item->path, task != NULL ? task : "", rest);
}

static gboolean
look_into (Asked       *asked,
           const char  *name,
           GError     **error)
{
  g_autoptr(YdCliPlan) plan = yd_cli_plan_open (asked->cli, name, FALSE, error);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdAgenda) agenda = NULL;

  if (plan == NULL || (schedule = yd_cli_plan_make_schedule (plan, asked->today, error)) == NULL)
    return FALSE;

  agenda = yd_agenda_new (schedule, asked->from, asked->to, NULL, NULL);
  yd_agenda_add_clocks (agenda, (YdMoment) { asked->today, yd_cli_get_now ().minute }, NULL, NULL);
  for (guint i = 0; i < yd_agenda_get_n_dated (agenda); i++)
    {
      const YdAgendaItem *item = yd_agenda_get_item (agenda, i);
      Line line = { item->due.day, item->due.minute, asked->lines->len };

      line.line = asked->cli->json ? item_to_json (schedule, item)
                                   : item_to_text (schedule, item);
      g_array_append_val (asked->lines, line);
    }

  return TRUE;
}

static gboolean
look_into_all (Asked   *asked,
               GError **error)
{
  g_autoptr(YdLibrary) library = yd_cli_library_open (asked->cli, FALSE, error);
  g_autoptr(GPtrArray) infos = NULL;

  if (library == NULL || (infos = yd_library_list_spaces (library, "plan", error)) == NULL)
    return FALSE;

  for (guint i = 0; i < infos->len; i++)
    if (!look_into (asked, ((YdSpaceInfo *) g_ptr_array_index (infos, i))->id, error))
      return FALSE;

  return TRUE;
}

static gboolean
parse_span (const char *from,
            const char *to,
            Asked      *asked)
{
  if (!parse_day (from, asked->today, &asked->from) ||
      !parse_day (to, asked->from + DAYS_AHEAD, &asked->to))
    return FALSE;

  if (asked->from <= asked->to)
    return TRUE;

  yd_cli_usage (_("The last day comes before the first one."));
  return FALSE;
}

YdExit
yd_cli_agenda (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *from = NULL, *to = NULL, *today = NULL;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("From this day on, otherwise from today"),
      N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("Up to this day, otherwise 30 days"), N_("DATE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("See it from this day"), N_("DATE") },
    { NULL }
  };
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr(GError) error = NULL;
  Asked asked = { cli, .lines = lines };

  g_array_set_clear_func (lines, clear_line);
  if (!yd_cli_parse (cli, &argc, argv, entries, "[PLAN]", 0, 1) ||
      !parse_day (today, yd_cli_get_now ().day, &asked.today) || !parse_span (from, to, &asked))
    return YD_EXIT_USAGE;

  if (argc > 1 ? !look_into (&asked, argv[1], &error) : !look_into_all (&asked, &error))
    return yd_cli_fail (error);

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    yd_cli_print (g_steal_pointer (&g_array_index (lines, Line, i).line));

  return YD_EXIT_DONE;
}
