/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <unistd.h>

#include "yd-ics.h"
#include "yd-test-script.h"

/* A plan's deadlines as a calendar, against libical given the finished words of
 * each event; both are on the disk in the end. */

#define STAMP G_GINT64_CONSTANT (1767225600)

static YdAgenda *
make_agenda (guint n)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(YdSchedule) schedule = NULL;

  yd_test_script_must (YD_SPACE (plan), "+plan plan title=工作要点 issued=2017-06-01; "
                                        "+unit u name=市财政局; +unit v name=市审计局");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *script = g_strdup_printf (
        "+point p%u order=%06u title=推进重点领域信息公开; "
        "+assignment = point=p%u unit=u role=lead order=a; "
        "+assignment = point=p%u unit=v role=responsible order=b; "
        "+deadline d%u point=p%u origin=stated rule=after n=%u measure=workdays anchor=issued "
        "order=a words=印发后%u个工作日内", i, i, i, i, i, i, 1 + i % 140, 1 + i % 140);

      yd_test_script_must (YD_SPACE (plan), script);
    }
  calendar = yd_work_calendar_new_for (NULL, plan);

  schedule = yd_schedule_new (plan, calendar, yd_day_new (2017, 6, 1));

  return yd_agenda_new (schedule, YD_DAY_FIRST, YD_DAY_LAST, NULL, NULL);
}

static void
write_ours (YdAgenda   *agenda,
            const char *path)
{
  g_autoptr(GError) error = NULL;

  yd_ics_save (agenda, STAMP, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_event (const YdAgendaItem *item)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  icaltimetype stamp = icaltime_from_timet_with_zone (STAMP, FALSE,
                                                      icaltimezone_get_utc_timezone ());
  icaltimetype day = icaltime_null_date ();
  char *text;

  yd_day_split (item->due.day, &day.year, &day.month, &day.day);
  icalcomponent_add_property (event, icalproperty_new_uid (yd_row_get_id (item->deadline)));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (event, icalproperty_new_dtstart (day));
  icalcomponent_add_property (event, icalproperty_new_dtend (day));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (event, icalproperty_new_summary ("一 推进重点领域信息公开"));
  icalcomponent_add_property (event, icalproperty_new_description (
    "牵头单位：市财政局\n责任单位：市审计局\n“印发后100个工作日内”：自2017年6月1日（周四）起，当日不计；"
    "第100个工作日是2017年10月24日（周二）；其间中秋节、国庆节休息；9月30日上班；依据2017年放假安排。"));
  icalcomponent_add_property (event, icalproperty_new_categories ("工作要点"));
  text = icalcomponent_as_ical_string_r (event);
  icalcomponent_free (event);

  return text;
}

static void
write_raw (YdAgenda   *agenda,
           const char *path)
{
  FILE *file = fopen (path, "wb");

  for (guint i = 0; i < yd_agenda_get_n_dated (agenda); i++)
    {
      char *text = make_event (yd_agenda_get_item (agenda, i));

      fputs (text, file);
      icalmemory_free_buffer (text);
    }
  fflush (file);
  fsync (fileno (file));
  fclose (file);
}

static double
run (void       (*func) (YdAgenda *agenda, const char *path),
     YdAgenda    *agenda,
     const char  *path)
{
  const gint64 start = g_get_monotonic_time ();

  func (agenda, path);

  return (g_get_monotonic_time () - start) / 1000.0;
}

int
main (void)
{
  static const guint sizes[] = { 1000, 10000 };
  g_autofree char *folder = g_dir_make_tmp ("yaodian-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.ics", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(YdAgenda) agenda = make_agenda (sizes[i]);
      double ours_ms = G_MAXDOUBLE, limit_ms = G_MAXDOUBLE;

      for (guint j = 0; j < 7; j++)
        {
          ours_ms = MIN (ours_ms, run (write_ours, agenda, path));
          limit_ms = MIN (limit_ms, run (write_raw, agenda, path));
        }
      g_print ("{\"bench\":\"ics\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f}\n",
               sizes[i], ours_ms, limit_ms, ours_ms / limit_ms);
    }

  g_remove (path);
  g_rmdir (folder);

  return 0;
}
