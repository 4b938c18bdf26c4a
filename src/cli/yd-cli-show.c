/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include "yd-cli-library.h"
#include "yd-deadline.h"
#include "yd-json-writer.h"
#include "yd-plan.h"
#include "yd-schedule.h"
#include "yd-value.h"

/* `yaodianctl show`: a whole plan as one JSON object. */

typedef struct
{
  YdPlan       *plan;
  YdSchedule   *schedule;
  YdJsonWriter *json;
} Show;

/* A field of the row; null is left out. */
static void
put (Show       *show,
     const char *name,
     YdRow      *row,
     guint       field)
{
  const char *value = yd_row_get_cell (row, field);

  if (value == NULL)
    return;

  switch ((int) yd_schema_get_kind (yd_row_get_kind (row))->fields[field].type)
    {
    case YD_VALUE_INT:
    case YD_VALUE_BOOL:
      yd_json_writer_raw (show->json, name, value);
      break;

    default:
      yd_json_writer_string (show->json, name, value);
    }
}

/* Only the first source is shown by number; a revised document names its own. */
static void
put_span (Show  *show,
          YdRow *row,
          guint  field)
{
  const char *value = yd_row_get_cell (row, field);
  g_autofree char *source = NULL;
  guint start, end;

  if (value == NULL || !yd_value_to_span (value, &source, &start, &end))
    {
      yd_json_writer_string (show->json, "span", NULL);
      return;
    }

  yd_json_writer_begin_array (show->json, "span");
  yd_json_writer_int (show->json, NULL, start);
  yd_json_writer_int (show->json, NULL, end);
  yd_json_writer_end_array (show->json);
  yd_json_writer_string (show->json, "source", source);
}

static void
put_reading (Show  *show,
             YdRow *row,
             guint  words)
{
  put (show, "words", row, words);
  put_span (show, row, words + 1);
  put (show, "check", row, words + 2);
  put (show, "sure", row, words + 3);
}

static void
show_assignment (Show  *show,
                 YdRow *row)
{
  YdRow *unit = yd_plan_get_unit_of (show->plan, row);

  yd_json_writer_string (show->json, "unit",
                         unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : NULL);
  put (show, "unit_id", row, YD_ASSIGNMENT_UNIT);
  put (show, "role", row, YD_ASSIGNMENT_ROLE);
  yd_json_writer_bool (show->json, "each", yd_row_get_flag (row, YD_ASSIGNMENT_EACH));
  put (show, "word", row, YD_ASSIGNMENT_WORD);
  put_reading (show, row, YD_ASSIGNMENT_WORDS);
}

/* Computed, never stored: the date and how it was found. Of a recurrence the first one. */
static void
put_due (Show  *show,
         YdRow *row)
{
  YdDue due;
  g_autofree char *day = NULL;
  g_autofree char *why = NULL;

  yd_schedule_get_due (show->schedule, row, &due);
  day = yd_day_dup (due.day);
  yd_json_writer_string (show->json, "due", day);
  if (due.state < YD_DUE_DAY)
    return;

  why = yd_due_dup_words (&due, row, yd_schedule_get_calendar (show->schedule));
  yd_json_writer_string (show->json, "why", why);
  yd_json_writer_bool (show->json, "provisional", due.provisional);
}

static void
show_deadline (Show  *show,
               YdRow *row)
{
  put (show, "rule", row, YD_DEADLINE_RULE);
  put (show, "value", row, YD_DEADLINE_VALUE);
  put (show, "n", row, YD_DEADLINE_N);
  put (show, "measure", row, YD_DEADLINE_MEASURE);
  put (show, "anchor", row, YD_DEADLINE_ANCHOR);
  put (show, "roll", row, YD_DEADLINE_ROLL);
  put (show, "origin", row, YD_DEADLINE_ORIGIN);
  put_due (show, row);
  put_reading (show, row, YD_DEADLINE_WORDS);
}

static void
show_dependency (Show  *show,
                 YdRow *row)
{
  put (show, "pred", row, YD_DEPENDENCY_PRED);
  put (show, "succ", row, YD_DEPENDENCY_SUCC);
  put (show, "type", row, YD_DEPENDENCY_TYPE);
  put (show, "lag", row, YD_DEPENDENCY_LAG);
  put (show, "measure", row, YD_DEPENDENCY_MEASURE);
  put_reading (show, row, YD_DEPENDENCY_WORDS);
}

static void
show_alias (Show  *show,
            YdRow *row)
{
  put (show, "name", row, YD_ALIAS_NAME);
}

static void
show_rows (Show        *show,
           const char  *name,
           GListModel  *rows,
           void       (*func) (Show *, YdRow *))
{
  guint n = g_list_model_get_n_items (rows);

  yd_json_writer_begin_array (show->json, name);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      yd_json_writer_begin_object (show->json, NULL);
      yd_json_writer_string (show->json, "id", yd_row_get_id (row));
      func (show, row);
      yd_json_writer_end_object (show->json);
    }

  yd_json_writer_end_array (show->json);
}

static void
show_unit (Show  *show,
           YdRow *row)
{
  put (show, "name", row, YD_UNIT_NAME);
  put (show, "full", row, YD_UNIT_FULL);
  put (show, "short", row, YD_UNIT_SHORT);
  put (show, "kind", row, YD_UNIT_KIND);
  put (show, "vague", row, YD_UNIT_VAGUE);
  show_rows (show, "aliases", yd_row_get_rows (row, YD_KIND_ALIAS), show_alias);
}

static void
show_point (YdPoint    *point,
            const char *path,
            guint       level,
            gpointer    user_data)
{
  Show *show = user_data;

  yd_json_writer_begin_object (show->json, NULL);
  yd_json_writer_string (show->json, "id", yd_row_get_id (point));
  yd_json_writer_string (show->json, "path", path);
  yd_json_writer_int (show->json, "level", level);
  put (show, "kind", point, YD_POINT_KIND);
  put (show, "printed", point, YD_POINT_PRINTED);
  yd_json_writer_string (show->json, "title", yd_row_get_cell (point, YD_POINT_TITLE));
  yd_json_writer_string (show->json, "text", yd_row_get_cell (point, YD_POINT_TEXT));
  put_span (show, point, YD_POINT_SPAN);
  put (show, "check", point, YD_POINT_CHECK);
  show_rows (show, "assignments", yd_point_get_assignments (point), show_assignment);
  show_rows (show, "deadlines", yd_point_get_deadlines (point), show_deadline);
  show_rows (show, "dependencies", yd_row_get_rows (point, YD_KIND_DEPENDENCY), show_dependency);
  yd_json_writer_end_object (show->json);
}

static char *
show_plan (YdPlan         *plan,
           YdWorkCalendar *calendar)
{
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, YD_DAY_NONE);
  g_auto(YdJsonWriter) json = { NULL };
  Show show = { plan, schedule, &json };
  YdSpace *space = YD_SPACE (plan);
  YdRow *head = yd_space_get_head (space);

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "id", yd_space_get_id (space));
  if (head != NULL)
    for (guint i = YD_PLAN_TITLE; i < YD_PLAN_N_FIELDS; i++)
      yd_json_writer_string (&json, yd_schema_get_kind (YD_KIND_PLAN)->fields[i].name,
                             yd_row_get_cell (head, i));

  yd_json_writer_begin_array (&json, "points");
  yd_plan_foreach_point (plan, show_point, &show);
  yd_json_writer_end_array (&json);

  show_rows (&show, "units", yd_plan_get_units (plan), show_unit);
  show_rows (&show, "remarks", yd_space_get_rows (space, YD_KIND_DEPENDENCY), show_dependency);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

YdExit
yd_cli_show (YdCli  *cli,
             int     argc,
             char  **argv)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "PLAN", 1, 1))
    return YD_EXIT_USAGE;

  plan = yd_cli_plan_open (cli, argv[1], FALSE, &error);
  if (plan == NULL || (calendar = yd_cli_plan_make_calendar (plan, &error)) == NULL)
    return yd_cli_fail (error);

  yd_cli_print (show_plan (plan->plan, calendar));

  return YD_EXIT_DONE;
}
