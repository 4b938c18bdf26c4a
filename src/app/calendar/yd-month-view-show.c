/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-view-private.h"

#include <glib/gi18n-lib.h>

#include "yd-month-days.h"

/* What the month shows: its heading, what is due, and the load of the year. */

/* The month as it is counted, or that nobody knows yet which days are free. Of a December the next
 * year's notice may still move the last days.
 */
static char *
dup_days (YdWorkCalendar *calendar,
          YdDay           first,
          YdDay           last)
{
  const int n_days = yd_work_calendar_count (calendar, first - 1, last);
  const int year = yd_day_get_year (first);
  g_autofree char *days = NULL;

  if (yd_work_calendar_is_damaged (calendar, year))
    /* Translators: a year */
    return g_strdup_printf (_("The notice on days off of %d is damaged"), year);
  if (!yd_work_calendar_is_announced (calendar, year))
    /* Translators: a year */
    return g_strdup_printf (_("The days off of %d are not announced yet"), year);

  days = g_strdup_printf (ngettext ("%d working day", "%d working days", n_days), n_days);

  return yd_work_calendar_is_certain (calendar, first, last)
         ? g_steal_pointer (&days) : g_strdup_printf (_("%s, provisional"), days);
}

/* `17 个工作日 · 13 项到期` */
static char *
dup_rest (YdMonthView  *self,
          YdMonthChips *chips)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  const YdDay first = yd_month_grid_get_month (self->grid);
  const YdDay last = yd_month_get_last (first);
  const guint n_due = yd_month_chips_count (chips, first, last);
  g_autofree char *days = dup_days (calendar, first, last);
  g_autofree char *due = g_strdup_printf (ngettext ("%u due", "%u due", n_due), n_due);

  return g_strdup_printf ("%s · %s", days, due);
}

static void
show_heading (YdMonthView  *self,
              YdMonthChips *chips)
{
  g_autofree char *heading = NULL;
  g_autofree char *rest = NULL;
  int year, month;

  if (chips != NULL)
    {
      yd_day_split (yd_month_grid_get_month (self->grid), &year, &month, NULL);
      /* Translators: a year and a month: 2017-06 */
      heading = g_strdup_printf (_("%d-%02d"), year, month);
      rest = dup_rest (self, chips);
    }
  yd_calendar_view_set_heading (YD_CALENDAR_VIEW (self), heading, NULL, rest);
}

static gboolean
filter_cb (YdPoint  *point,
           YdRow    *row,
           gpointer  user_data)
{
  return row != NULL && yd_point_filter_shows (user_data, point);
}

/* What is due in the year of the month that is shown: going on by a month asks nothing. */
static void
list_chips (YdMonthView *self)
{
  const YdDay month = yd_month_grid_get_month (self->grid);
  const YdDay first = yd_month_grid_get_first (self->grid);
  YdSession *session = _yd_month_view_get_session (self);
  YdDay begin;

  if (self->chips != NULL &&
      yd_month_chips_covers (self->chips, first, first + YD_MONTH_N_DAYS - 1) &&
      self->year == yd_day_get_year (month))
    return;

  self->year = yd_day_get_year (month);
  begin = yd_year_get_first_week (self->year);
  g_clear_pointer (&self->chips, yd_month_chips_unref);
  self->chips = yd_month_chips_new (self->schedule, yd_session_get_now (session), begin,
                                    yd_year_count_weeks (self->year) * 7 + YD_MONTH_N_DAYS,
                                    filter_cb, yd_session_get_filter (session));
}

static void
show_loads (YdMonthView *self)
{
  const YdDay first = yd_year_get_first_week (self->year);
  guint loads[YD_YEAR_N_WEEKS] = { 0 };

  for (int i = 0; i < (int) yd_year_count_weeks (self->year); i++)
    loads[i] = yd_month_chips_count (self->chips,
                                     MAX (first + i * 7, yd_day_new (self->year, 1, 1)),
                                     MIN (first + i * 7 + 6, yd_day_new (self->year, 12, 31)));
  yd_month_strip_set_loads (self->strip, self->year, loads);
}

/* While nobody looks there is nothing; all of it comes when the view is mapped. */
void
_yd_month_view_show_month (YdMonthView *self)
{
  const YdDay first = yd_month_grid_get_first (self->grid);
  const int year = self->year;

  if (self->schedule == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_clear_pointer (&self->chips, yd_month_chips_unref);
      yd_month_grid_set_chips (self->grid, NULL, NULL);
      show_heading (self, NULL);
      return;
    }

  list_chips (self);
  show_heading (self, self->chips);
  yd_month_grid_set_today (self->grid, yd_schedule_get_today (self->schedule));
  yd_month_grid_set_chips (self->grid, self->chips, yd_schedule_get_calendar (self->schedule));
  if (self->year != year)
    show_loads (self);
  yd_month_strip_set_shown (self->strip, yd_month_grid_get_month (self->grid), first,
                            first + YD_MONTH_N_DAYS - 1);
}
