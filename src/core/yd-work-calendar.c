/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-work-calendar.h"

#include <string.h>

#include "yd-work-axis-private.h"
#include "yd-work-calendar-private.h"

#define N_DAYS  (YD_DAY_LAST - YD_DAY_FIRST + 1)
#define N_YEARS (YD_YEAR_LAST - YD_YEAR_FIRST + 1)

/* Two tables make counting in either direction a look-up: how many working days there
 * are up to a day, and which day the n-th of them is. 380 KB, made in less than a
 * millisecond.
 */
struct _YdWorkCalendar
{
  gatomicrefcount  refs;

  int             *up_to;               /* [i]: working days among the first i days */
  int             *nth;                 /* [k]: the k-th working day, from 0 */
  guint            n_working;

  guint8           announced[N_YEARS];
  guint8           withheld[N_YEARS];           /* of a notice for it days are lost */
  int              unknown[N_YEARS + 1];        /* [y]: years not announced before y */
  GArray          *named;               /* YdNamedDay, by day, each once */
  GStringChunk    *strings;
};

struct _YdWorkCalendarBuilder
{
  YdWorkCalendar *calendar;
  GHashTable     *places;               /* day -> place in named + 1 */
  YdNamedDay      notice;               /* what its days have in common */
};

G_DEFINE_BOXED_TYPE (YdWorkCalendar, yd_work_calendar,
                     yd_work_calendar_ref, yd_work_calendar_unref)

YdWorkCalendar *
yd_work_calendar_ref (YdWorkCalendar *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
yd_work_calendar_unref (YdWorkCalendar *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->up_to);
  g_free (self->nth);
  g_array_unref (self->named);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Returns: its working days as numbers, which live as long as @self does */
YdWorkAxis
_yd_work_calendar_get_axis (YdWorkCalendar *self)
{
  return (YdWorkAxis) { self->up_to, self->nth, self->n_working };
}

static gboolean
is_worked (YdWorkCalendar *self,
           guint           place)
{
  return self->up_to[place + 1] > self->up_to[place];
}

/**
 * yd_work_calendar_is_working:
 * @self: a calendar
 * @day: a day; outside the years that are counted in the weeks alone decide
 *
 * Returns: whether it is worked
 */
gboolean
yd_work_calendar_is_working (YdWorkCalendar *self,
                             YdDay           day)
{
  if (!yd_day_is_in_range (day))
    return day > YD_DAY_NONE && !yd_day_is_weekend (day);

  return is_worked (self, day - YD_DAY_FIRST);
}

/**
 * yd_work_calendar_add:
 * @self: a calendar
 * @day: the day to count from, which is itself not counted (民法典 art. 201)
 * @n: how many working days, backwards where it is negative
 *
 * Returns: the @n-th working day after @day, @day itself for 0; %YD_DAY_NONE when either
 *   lies outside the years that are counted in
 */
YdDay
yd_work_calendar_add (YdWorkCalendar *self,
                      YdDay           day,
                      int             n)
{
  const guint place = day - YD_DAY_FIRST;
  gint64 k;

  if (place >= N_DAYS)
    return YD_DAY_NONE;

  if (n == 0)
    return day;

  k = n > 0 ? (gint64) self->up_to[place + 1] + n - 1 : (gint64) self->up_to[place] + n;
  if (k < 0 || k >= self->n_working)
    return YD_DAY_NONE;

  return self->nth[k];
}

/**
 * yd_work_calendar_count:
 * @self: a calendar
 * @from: a day, not counted
 * @to: a day, counted; may be before @from
 *
 * Days outside the years that are counted in count as their first or last day.
 *
 * Returns: the working days after @from up to @to, negative when @to is before @from
 */
int
yd_work_calendar_count (YdWorkCalendar *self,
                        YdDay           from,
                        YdDay           to)
{
  from = CLAMP (from, YD_DAY_FIRST - 1, YD_DAY_LAST);
  to = CLAMP (to, YD_DAY_FIRST - 1, YD_DAY_LAST);

  return self->up_to[to + 1 - YD_DAY_FIRST] - self->up_to[from + 1 - YD_DAY_FIRST];
}

/* Returns: @day if it is worked, else the next day that is; or %YD_DAY_NONE */
YdDay
yd_work_calendar_next (YdWorkCalendar *self,
                       YdDay           day)
{
  return yd_work_calendar_is_working (self, day) ? day : yd_work_calendar_add (self, day, 1);
}

/* Returns: @day if it is worked, else the last day before that is; or %YD_DAY_NONE */
YdDay
yd_work_calendar_previous (YdWorkCalendar *self,
                           YdDay           day)
{
  return yd_work_calendar_is_working (self, day) ? day : yd_work_calendar_add (self, day, -1);
}

/**
 * yd_work_calendar_is_announced:
 * @self: a calendar
 * @year: a year
 *
 * Returns: whether the State Council's notice for @year is among those counted with
 */
gboolean
yd_work_calendar_is_announced (YdWorkCalendar *self,
                               int             year)
{
  return year >= YD_YEAR_FIRST && year <= YD_YEAR_LAST && self->announced[year - YD_YEAR_FIRST];
}

/* Returns: whether days of a notice for @year are lost, so that it is held as not announced
 *   although it was
 */
gboolean
yd_work_calendar_is_damaged (YdWorkCalendar *self,
                             int             year)
{
  return year >= YD_YEAR_FIRST && year <= YD_YEAR_LAST && self->withheld[year - YD_YEAR_FIRST];
}

/* New Year’s Day reaches back into December: of the notices for 2007 to 2026 those for 2007, 2008,
 * 2012, 2019 and 2023 name days of the year before, none earlier than the 29th, and all but the
 * last make working days of rest days there, or the other way round.
 */
#define FIRST_OF_NEXT_NOTICE 29

/* Returns: the last year whose notice may have a say about @day */
static int
get_last_say (YdDay day)
{
  int year, month, of_month;

  yd_day_split (day, &year, &month, &of_month);

  return month == 12 && of_month >= FIRST_OF_NEXT_NOTICE ? MIN (year + 1, YD_YEAR_LAST) : year;
}

/**
 * yd_work_calendar_is_certain:
 * @self: a calendar
 * @from: a day
 * @to: a day, may be before @from
 *
 * Returns: whether every notice is announced that may bear on the days from the one to the other,
 *   so that what was counted between them stays; the last days of a year wait for that
 *   of the next one
 */
gboolean
yd_work_calendar_is_certain (YdWorkCalendar *self,
                             YdDay           from,
                             YdDay           to)
{
  if (!yd_day_is_in_range (from) || !yd_day_is_in_range (to))
    return FALSE;

  return self->unknown[get_last_say (MAX (from, to)) - YD_YEAR_FIRST + 1] ==
         self->unknown[yd_day_get_year (MIN (from, to)) - YD_YEAR_FIRST];
}

/**
 * yd_work_calendar_find_unknown:
 * @self: a calendar
 * @from: a day
 * @to: a day, may be before @from
 *
 * Returns: the first year whose notice yd_work_calendar_is_certain() misses; 0 if it misses none
 */
int
yd_work_calendar_find_unknown (YdWorkCalendar *self,
                               YdDay           from,
                               YdDay           to)
{
  const int last = get_last_say (MAX (from, to));

  for (int year = yd_day_get_year (MIN (from, to)); year <= last; year++)
    if (!yd_work_calendar_is_announced (self, year))
      return year;

  return 0;
}

/* Returns: the last year that is announced, or 0 */
int
yd_work_calendar_get_last_announced (YdWorkCalendar *self)
{
  for (int i = N_YEARS - 1; i >= 0; i--)
    if (self->announced[i])
      return YD_YEAR_FIRST + i;

  return 0;
}

/* Returns: the last year that is announced, damaged as the notice may be, or 0 */
int
yd_work_calendar_get_last_known (YdWorkCalendar *self)
{
  for (int i = N_YEARS - 1; i >= 0; i--)
    if (self->announced[i] || self->withheld[i])
      return YD_YEAR_FIRST + i;

  return 0;
}

/* Returns: the place of the first named day that is not before @day */
static guint
find_named (YdWorkCalendar *self,
            YdDay           day)
{
  guint low = 0, high = self->named->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (self->named, YdNamedDay, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * yd_work_calendar_get_named:
 * @self: a calendar
 * @from: a day
 * @to: a day, counted too
 * @n_days: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_days): the days from @from to @to that a notice
 *   names, in order
 */
const YdNamedDay *
yd_work_calendar_get_named (YdWorkCalendar *self,
                            YdDay           from,
                            YdDay           to,
                            guint          *n_days)
{
  const guint first = find_named (self, from);
  const guint end = to < G_MAXINT ? find_named (self, to + 1) : self->named->len;

  *n_days = end > first ? end - first : 0;

  return &g_array_index (self->named, YdNamedDay, first);
}

static YdDayWhy
find_why (const YdNamedDay *named,
          YdDay             day)
{
  const gboolean weekend = yd_day_is_weekend (day);

  if (named == NULL)
    return weekend ? YD_DAY_WEEKEND : YD_DAY_WEEKDAY;
  if (named->region != NULL)
    return YD_DAY_LOCAL;
  if (!named->working)
    return YD_DAY_HOLIDAY;

  return weekend ? YD_DAY_MAKE_UP : YD_DAY_WEEKDAY;
}

/**
 * yd_work_calendar_explain:
 * @self: a calendar
 * @day: a day
 * @info: (out): what is known of it
 */
void
yd_work_calendar_explain (YdWorkCalendar *self,
                          YdDay           day,
                          YdDayInfo      *info)
{
  guint n;
  const YdNamedDay *named = yd_work_calendar_get_named (self, day, day, &n);

  *info = (YdDayInfo) {
    .working = yd_work_calendar_is_working (self, day),
    .why = find_why (n > 0 ? named : NULL, day),
    .provisional = !yd_work_calendar_is_certain (self, day, day),
  };

  if (n > 0)
    {
      info->name = named->name;
      info->notice = named->notice;
      info->number = named->number;
      info->region = named->region;
      info->provisional = yd_work_calendar_is_damaged (self, named->notice);
    }
}

/**
 * yd_work_calendar_builder_new:
 *
 * Returns: (transfer full): what makes a calendar, at first of weeks alone
 */
YdWorkCalendarBuilder *
yd_work_calendar_builder_new (void)
{
  YdWorkCalendarBuilder *self = g_new0 (YdWorkCalendarBuilder, 1);
  YdWorkCalendar *calendar = g_new0 (YdWorkCalendar, 1);

  g_atomic_ref_count_init (&calendar->refs);
  calendar->named = g_array_new (FALSE, FALSE, sizeof (YdNamedDay));
  calendar->strings = g_string_chunk_new (512);

  self->calendar = calendar;
  self->places = g_hash_table_new (NULL, NULL);

  return self;
}

void
yd_work_calendar_builder_free (YdWorkCalendarBuilder *self)
{
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  g_hash_table_unref (self->places);
  g_free (self);
}

static const char *
keep (YdWorkCalendarBuilder *self,
      const char            *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_string_chunk_insert_const (self->calendar->strings, text);
}

/**
 * yd_work_calendar_builder_add_notice:
 * @self: a builder
 * @year: the year of the notice
 * @region: (nullable): whose it is, where it is not the State Council's
 * @number: (nullable): its number (文号)
 *
 * The days that follow are those of this notice. What a later notice says of a day
 * replaces what an earlier one said.
 */
void
yd_work_calendar_builder_add_notice (YdWorkCalendarBuilder *self,
                                     int                    year,
                                     const char            *region,
                                     const char            *number)
{
  self->notice = (YdNamedDay) {
    .notice = year, .region = keep (self, region), .number = keep (self, number),
  };

  if (self->notice.region == NULL && year >= YD_YEAR_FIRST && year <= YD_YEAR_LAST)
    self->calendar->announced[year - YD_YEAR_FIRST] = TRUE;
}

/* Holds @year as not announced whatever is added for it: of a notice for it days are lost. */
void
_yd_work_calendar_builder_withhold (YdWorkCalendarBuilder *self,
                                    int                    year)
{
  if (year >= YD_YEAR_FIRST && year <= YD_YEAR_LAST)
    self->calendar->withheld[year - YD_YEAR_FIRST] = TRUE;
}

/**
 * yd_work_calendar_builder_add_day:
 * @self: a builder
 * @day: a day; left out where it lies outside the years that are counted in
 * @working: whether it is worked
 * @name: (nullable): the festival
 */
void
yd_work_calendar_builder_add_day (YdWorkCalendarBuilder *self,
                                  YdDay                  day,
                                  gboolean               working,
                                  const char            *name)
{
  GArray *named = self->calendar->named;
  YdNamedDay at = self->notice;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GINT_TO_POINTER (day)));

  if (!yd_day_is_in_range (day))
    return;

  at.day = day;
  at.working = working;
  at.name = keep (self, name);

  if (place > 0)
    {
      g_array_index (named, YdNamedDay, place - 1) = at;
      return;
    }

  g_array_append_val (named, at);
  g_hash_table_insert (self->places, GINT_TO_POINTER (day), GUINT_TO_POINTER (named->len));
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  return ((const YdNamedDay *) a)->day - ((const YdNamedDay *) b)->day;
}

static void
fill_tables (YdWorkCalendar *self)
{
  guint next = 0;

  self->up_to = g_new (int, N_DAYS + 1);
  self->nth = g_new (int, N_DAYS);
  self->up_to[0] = 0;

  for (int i = 0; i < N_DAYS; i++)
    {
      const YdDay day = YD_DAY_FIRST + i;
      gboolean working = !yd_day_is_weekend (day);

      if (next < self->named->len && g_array_index (self->named, YdNamedDay, next).day == day)
        working = g_array_index (self->named, YdNamedDay, next++).working;

      if (working)
        self->nth[self->n_working++] = day;
      self->up_to[i + 1] = self->n_working;
    }

  for (int i = 0; i < N_YEARS; i++)
    {
      self->announced[i] = self->announced[i] && !self->withheld[i];
      self->unknown[i + 1] = self->unknown[i] + !self->announced[i];
    }
}

/**
 * yd_work_calendar_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the calendar
 */
YdWorkCalendar *
yd_work_calendar_builder_end (YdWorkCalendarBuilder *self)
{
  YdWorkCalendar *calendar = g_steal_pointer (&self->calendar);

  g_array_sort (calendar->named, compare_named);
  fill_tables (calendar);
  yd_work_calendar_builder_free (self);

  return calendar;
}
