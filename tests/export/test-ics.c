/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "yd-ics.h"
#include "yd-test-script.h"

/* 2026-01-01 00:00:00 UTC */
#define STAMP G_GINT64_CONSTANT (1767225600)

#define PLAN \
  "+plan plan title=二〇一七年工作要点 issued=2017-06-01; " \
  "+unit u name=市财政局; +unit v name=市审计局; " \
  "+point a order=a title=公开财政信息,预算;决算; +point b order=a parent=a title=每季度报送; " \
  "+assignment = point=a unit=u role=lead order=a; " \
  "+assignment = point=a unit=v role=support order=b; "

static YdAgenda *
make_agenda_of (YdPlan *plan)
{
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(YdSchedule) schedule = NULL;
  YdAgenda *agenda;

  calendar = yd_work_calendar_new_for (NULL, plan);

  schedule = yd_schedule_new (plan, calendar, yd_day_new (2017, 6, 1));

  agenda = yd_agenda_new (schedule, yd_day_new (2017, 1, 1), yd_day_new (2017, 12, 31), NULL,
                          NULL);
  yd_agenda_add_clocks (agenda, (YdMoment) { yd_day_new (2017, 6, 1), 15 * 60 }, NULL, NULL);

  return agenda;
}

static YdAgenda *
make_agenda (const char *script)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan), script);

  return make_agenda_of (plan);
}

static char *
write_plan (YdPlan *plan)
{
  g_autoptr(YdAgenda) agenda = make_agenda_of (plan);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  yd_ics_write (agenda, STAMP, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
write_text (const char *script)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan), script);

  return write_plan (plan);
}

static void
append_property (GString            *out,
                 icalcomponent      *event,
                 icalproperty_kind   kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);

  if (property != NULL)
    {
      char *text = icalproperty_as_ical_string_r (property);
      const char *value = strrchr (text, ':') + 1;

      g_string_append_printf (out, " %.*s", (int) strcspn (value, "\r"), value);
      icalmemory_free_buffer (text);
    }
}

/* Uid, start, end and status of each event, as another program would read them. */
static char *
read_events (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      append_property (out, event, ICAL_UID_PROPERTY);
      append_property (out, event, ICAL_DTSTART_PROPERTY);
      append_property (out, event, ICAL_DTEND_PROPERTY);
      append_property (out, event, ICAL_STATUS_PROPERTY);
      g_string_append (out, "\n");
    }

  icalcomponent_free (calendar);

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *path;
  const char *script;
  const char *events;
} Case;

static const Case cases[] = {
  { "/ics/date",
    PLAN "+deadline d point=a origin=stated rule=date value=2017-07-14 order=a",
    " d@yaodian 20170714 20170715 CONFIRMED\n" },
  { "/ics/proposed",
    PLAN "+deadline d point=a origin=stated rule=date value=2017-07-14 order=a check=proposed",
    " d@yaodian 20170714 20170715 TENTATIVE\n" },
  { "/ics/recurring",
    PLAN "+deadline d point=b origin=stated rule=recurring value=quarterly roll=previous order=a",
    " d-2017-06-30@yaodian 20170630 20170701 CONFIRMED\n"
    " d-2017-09-30@yaodian 20170930 20171001 CONFIRMED\n"
    " d-2017-12-31@yaodian 20171229 20171230 CONFIRMED\n" },
  { "/ics/year-end",
    PLAN "+deadline d point=a origin=stated rule=date value=2017-12-31 roll=keep order=a",
    " d@yaodian 20171231 20180101 CONFIRMED\n" },
  { "/ics/clock",
    PLAN "+clock c title=舆情 started=2017-06-01T06:20:00Z point=b; "
    "+clock_step s clock=c n=24 measure=hours order=a; "
    "+clock_step t clock=c n=7 measure=workdays order=b",
    " s@yaodian 20170602T142000 CONFIRMED\n t@yaodian 20170612 20170613 CONFIRMED\n" },
  { "/ics/clock-stopped",
    PLAN "+clock c title=舆情 started=2017-06-01T06:20:00Z stopped=2017-06-01T06:50:00Z; "
    "+clock_step s clock=c n=24 measure=hours order=a", "" },
  { "/ics/clock-resumed",
    PLAN "+clock c title=舆情 started=2017-06-01T06:20:00Z; "
    "+clock_step s clock=c n=24 measure=hours order=a; "
    "+clock_pause p clock=c from=2017-06-01T06:30:00Z to=2017-06-01T06:40:00Z",
    " s@yaodian 20170602T143000 CONFIRMED\n" },
  { "/ics/clock-paused",
    PLAN "+clock c title=舆情 started=2017-06-01T06:20:00Z; "
    "+clock_step s clock=c n=24 measure=hours order=a; "
    "+clock_pause p clock=c from=2017-06-01T06:40:00Z", "" },
  { "/ics/undated",
    PLAN "+deadline d point=a origin=stated rule=longterm order=a", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *ics_case = data;
  g_autofree char *text = write_text (ics_case->script);
  g_autofree char *events = read_events (text);

  g_assert_cmpstr (events, ==, ics_case->events);
}

/* Lines of at most 75 bytes, none cut within a character, each with CR LF (RFC 5545, 3.1). */
static void
assert_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_null (strstr (text, "\n\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
}

static void
test_lines (void)
{
  g_autofree char *text = write_text (PLAN "+deadline d point=a origin=stated rule=date "
                                      "value=2017-07-14 order=a words=在二〇一七年七月十四日以前全部"
                                      "完成并且报市政府办公室备案同时抄送各县区人民政府");

  assert_lines (text);
}

/* What one reads is what stands in the plan, and an internal target says that it is one. */
static void
test_words (void)
{
  g_autofree char *text = write_text (PLAN "+deadline d point=a origin=internal rule=date "
                                      "value=2017-07-14 order=a");
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "[Internal] 一 公开财政信息,预算;决算");
  g_assert_true (g_str_has_prefix (icalcomponent_get_description (event),
                                   "牵头单位：市财政局\n配合单位：市审计局\n"));
  g_assert_nonnull (strstr (text, "X-WR-CALNAME:二〇一七年工作要点\r\n"));
  icalcomponent_free (calendar);
}

/* The calendar of a plan of one point, with this title. */
static char *
write_titled (const char *title)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(GError) error = NULL;

  yd_test_script_must (YD_SPACE (plan), PLAN "+deadline d point=a origin=stated rule=date "
                       "value=2017-07-14 order=a");
  yd_edit_change (edit, YD_KIND_POINT, "a", YD_POINT_TITLE, "公开财政信息,预算;决算", title);
  yd_edit_seal (edit, "an-edit");
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);

  return write_plan (plan);
}

/* What is written is what libical reads, whatever a title may contain; and lines are lines. */
static void
test_escapes (void)
{
  static const char * const parts[] = {
    "政务公开", "一", "é", "😀", "a", " ", ";", ",", ":", "\"", "\\", "\\n", "\n", "\t", "^", "'",
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (5545);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(GString) title = g_string_new ("题");
      g_autofree char *text = NULL;
      icalcomponent *calendar, *event;

      for (int n = g_rand_int_range (random, 0, 120); n > 0; n--)
        g_string_append (title, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      g_string_append (title, "尾");
      text = write_titled (title->str);
      assert_lines (text);
      calendar = icalparser_parse_string (text);
      g_assert_nonnull (calendar);
      event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
      g_test_message ("%s", title->str);
      g_assert_true (g_str_has_suffix (icalcomponent_get_summary (event), title->str));
      icalcomponent_free (calendar);
    }
}

static void
test_cancel (void)
{
  g_autoptr(YdAgenda) agenda = make_agenda (cases[0].script);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (yd_ics_write (agenda, STAMP, stream, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_folder (void)
{
  g_autoptr(YdAgenda) agenda = make_agenda (cases[0].script);
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_ics_save (agenda, STAMP, "/nowhere/at/all.ics", NULL, NULL, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/ics/lines", test_lines);
  g_test_add_func ("/ics/words", test_words);
  g_test_add_func ("/ics/escapes", test_escapes);
  g_test_add_func ("/ics/cancel", test_cancel);
  g_test_add_func ("/ics/no-folder", test_no_folder);

  return g_test_run ();
}
