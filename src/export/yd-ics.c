/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-ics.h"

#include <glib/gi18n-lib.h>

#include "yd-breakdown-private.h"
#include "yd-export-private.h"
#include "yd-ics-private.h"

/* iCalendar (RFC 5545), as GNOME Calendar and Thunderbird read it. The events go out one by one, so
 * that memory does not grow with them.
 */

#define PRODID "-//Yaodian//Yaodian " PACKAGE_VERSION "//ZH"
#define BUFFER (64 * 1024)

/* Lines that are the same in many events, and so are made once. */
typedef struct
{
  char *stamp;
  char *confirmed;
  char *tentative;
  char *category;
} Lines;

typedef struct
{
  YdAgenda    *agenda;
  Lines        lines;
  YdExportJob  job;             /* without a table */
  GString     *out;
} Writing;

/* The same again whenever the same plan is exported, so that an import changes what is there
 * already. A recurrence is known by the day on which it falls before rest days move it.
 */
static char *
make_uid (const YdAgendaItem *item)
{
  const char *id = yd_agenda_item_get_id (item);
  char day[YD_DAY_SIZE];

  return item->due.recurs
         ? g_strdup_printf ("%s-%s@yaodian", id, yd_day_format (item->due.nominal, day))
         : g_strdup_printf ("%s@yaodian", id);
}

/* An internal target says that it is one before anything else. A clock says what it is for. */
static char *
make_summary (const YdAgendaItem *item)
{
  g_autofree char *task = yd_agenda_item_dup_task (item);

  return g_strconcat (yd_agenda_item_is_internal (item) ? _("[Internal] ") : "", task, NULL);
}

static void
append_units (GString    *out,
              YdPlan     *plan,
              YdPoint    *point,
              const char *role,
              const char *heading)
{
  g_autofree char *units = _yd_breakdown_dup_units (plan, point, role);

  if (*units != '\0')
    g_string_append_printf (out, "%s：%s\n", heading, units);
}

/* The same words as over the columns of the breakdown table, and how the day was found. */
static char *
make_description (YdAgenda           *agenda,
                  const YdAgendaItem *item)
{
  YdPlan *plan = yd_agenda_get_plan (agenda);
  GString *out = g_string_new (NULL);
  g_autofree char *why = yd_agenda_item_dup_reason (item, yd_agenda_get_calendar (agenda));

  if (item->point != NULL)
    {
      append_units (out, plan, item->point, "lead", "牵头单位");
      append_units (out, plan, item->point, "responsible", "责任单位");
      append_units (out, plan, item->point, "support", "配合单位");
    }
  g_string_append (out, why);

  return g_string_free (out, FALSE);
}

static char *
make_stamp (gint64 stamp)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (stamp);

  return g_date_time_format (time, "DTSTAMP:%Y%m%dT%H%M%SZ\r\n");
}

static char *
make_status (const char *status)
{
  return g_strconcat ("TRANSP:TRANSPARENT\r\nSTATUS:", status, "\r\n", NULL);
}

static char *
make_category (YdPlan *plan)
{
  const char *title = yd_plan_get_title (plan);
  GString *out = g_string_new (NULL);

  if (title != NULL && *title != '\0')
    _yd_ics_append_text (out, "CATEGORIES", title);

  return g_string_free (out, FALSE);
}

static void
lines_init (Lines    *lines,
            YdAgenda *agenda,
            gint64    stamp)
{
  lines->stamp = make_stamp (stamp);
  lines->confirmed = make_status ("CONFIRMED");
  lines->tentative = make_status ("TENTATIVE");
  lines->category = make_category (yd_agenda_get_plan (agenda));
}

static void
lines_clear (Lines *lines)
{
  g_free (lines->stamp);
  g_free (lines->confirmed);
  g_free (lines->tentative);
  g_free (lines->category);
}

static void
append_event (const Writing      *writing,
              const YdAgendaItem *item)
{
  const Lines *lines = &writing->lines;
  const gboolean tentative = item->due.provisional || yd_agenda_item_is_proposed (item);
  GString *out = writing->out;
  g_autofree char *uid = make_uid (item);
  g_autofree char *summary = make_summary (item);
  g_autofree char *description = make_description (writing->agenda, item);

  g_string_append (out, "BEGIN:VEVENT\r\n");
  _yd_ics_append_text (out, "UID", uid);
  g_string_append (out, lines->stamp);
  _yd_ics_append_time (out, "DTSTART", item->due.day, item->due.minute);
  if (item->due.minute == YD_MINUTE_NONE)
    _yd_ics_append_time (out, "DTEND", item->due.day + 1, YD_MINUTE_NONE);
  g_string_append (out, tentative ? lines->tentative : lines->confirmed);
  _yd_ics_append_text (out, "SUMMARY", summary);
  _yd_ics_append_text (out, "DESCRIPTION", description);
  g_string_append (out, lines->category);
  g_string_append (out, "END:VEVENT\r\n");
}

static void
append_head (const Writing *writing)
{
  const char *title = yd_plan_get_title (yd_agenda_get_plan (writing->agenda));

  g_string_append (writing->out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" PRODID "\r\n"
                                 "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
  _yd_ics_append_text (writing->out, "X-WR-CALNAME", title != NULL ? title : "");
}

static gboolean
write_item (const Writing  *writing,
            guint           n,
            GError        **error)
{
  append_event (writing, yd_agenda_get_item (writing->agenda, n));

  return _yd_export_put_some (&writing->job, writing->out, BUFFER, error);
}

static gboolean
write_all (const Writing  *writing,
           GError        **error)
{
  const guint n_items = yd_agenda_get_n_dated (writing->agenda);

  append_head (writing);
  for (guint i = 0; i < n_items; i++)
    if (!_yd_export_step_of (&writing->job, i, n_items, error) ||
        !write_item (writing, i, error))
      return FALSE;

  g_string_append (writing->out, "END:VCALENDAR\r\n");
  if (writing->job.progress != NULL)
    writing->job.progress (n_items, n_items, writing->job.user_data);

  return _yd_export_put_some (&writing->job, writing->out, 1, error);
}

/* What is written: an agenda, and when. */
typedef struct
{
  YdAgenda *agenda;
  gint64    stamp;
} Calendar;

static gboolean
write_calendar (const YdExportJob  *job,
                gconstpointer       data,
                GError            **error)
{
  const Calendar *calendar = data;
  g_autoptr(GString) out = g_string_sized_new (BUFFER + 4096);
  Writing writing = { .agenda = calendar->agenda, .job = *job, .out = out };
  gboolean done;

  lines_init (&writing.lines, calendar->agenda, calendar->stamp);
  done = write_all (&writing, error);
  lines_clear (&writing.lines);

  return done;
}

/**
 * yd_ics_write:
 * @agenda: what is due
 * @stamp: when this is written, in seconds since 1970
 * @stream: where to; it is neither closed nor flushed
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes what has a day as a calendar: an event of the whole day, or at the time when a term
 * of hours ends. It blocks no time and has no alarm. What is not confirmed is tentative.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_ics_write (YdAgenda          *agenda,
              gint64             stamp,
              GOutputStream     *stream,
              YdExportProgress   progress,
              gpointer           user_data,
              GCancellable      *cancellable,
              GError           **error)
{
  const YdExportJob job = { NULL, stream, progress, user_data, cancellable };
  const Calendar calendar = { agenda, stamp };

  g_return_val_if_fail (agenda != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  return _yd_export_run (&job, write_calendar, &calendar, error);
}

/**
 * yd_ics_save:
 * @agenda: what is due
 * @stamp: when this is written, in seconds since 1970
 * @path: where to, in the file system's encoding
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Like yd_ics_write(), with a file that is there whole or not at all.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_ics_save (YdAgenda          *agenda,
             gint64             stamp,
             const char        *path,
             YdExportProgress   progress,
             gpointer           user_data,
             GCancellable      *cancellable,
             GError           **error)
{
  const YdExportJob job = { NULL, NULL, progress, user_data, cancellable };
  const Calendar calendar = { agenda, stamp };

  g_return_val_if_fail (agenda != NULL && path != NULL, FALSE);

  return _yd_export_run_to (&job, path, write_calendar, &calendar, error);
}
