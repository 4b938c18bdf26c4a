/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <sys/resource.h>

#include "yd-work-calendar.h"

/* The N-th working day after a day, a million times, forwards and backwards; the limit is
 * two look-ups in tables that hold the same, without a question asked.
 */

#define N      1000000
#define ROUNDS 9

typedef struct
{
  YdDay *days;
  int   *ns;
  int   *up_to;         /* working days before each day */
  int   *nth;
} Bench;

/* All that is asked stays within the years that are counted in. */
static void
fill (Bench          *self,
      YdWorkCalendar *calendar)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20170601);
  const YdDay first = yd_day_new (2000, 1, 1), last = yd_day_new (2040, 1, 1);
  const int n_days = YD_DAY_LAST - YD_DAY_FIRST + 1;
  int n_working = 0;

  self->days = g_new (YdDay, N);
  self->ns = g_new (int, N);
  for (guint i = 0; i < N; i++)
    {
      self->days[i] = g_rand_int_range (rand, first, last);
      self->ns[i] = g_rand_int_range (rand, 1, 251);
    }

  self->up_to = g_new (int, n_days + 1);
  self->nth = g_new (int, n_days);
  for (int i = 0; i < n_days; i++)
    {
      self->up_to[i] = n_working;
      if (yd_work_calendar_is_working (calendar, YD_DAY_FIRST + i))
        self->nth[n_working++] = YD_DAY_FIRST + i;
    }
}

static gint64
look_up (Bench *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    sum += self->nth[self->up_to[self->days[i] - YD_DAY_FIRST + 1] + self->ns[i] - 1];

  return sum;
}

static gint64
count (Bench          *self,
       YdWorkCalendar *calendar)
{
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    sum += yd_work_calendar_add (calendar, self->days[i], self->ns[i]);

  return sum;
}

int
main (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  gint64 ours = G_MAXINT64, limit = G_MAXINT64;
  struct rusage usage;
  Bench bench;

  fill (&bench, calendar);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time (), middle, sum = look_up (&bench);

      middle = g_get_monotonic_time ();
      if (count (&bench, calendar) != sum)
        g_error ("The two do not agree");
      limit = MIN (limit, middle - start);
      ours = MIN (ours, g_get_monotonic_time () - middle);
    }

  getrusage (RUSAGE_SELF, &usage);
  printf ("{\"bench\":\"workday\",\"n\":%d,\"ours_ms\":%.2f,\"limit_ms\":%.2f,\"ratio\":%.2f,"
          "\"rss_mb\":%ld}\n", N, ours / 1000.0, limit / 1000.0, (double) ours / limit,
          usage.ru_maxrss / 1024);

  g_free (bench.days);
  g_free (bench.ns);
  g_free (bench.up_to);
  g_free (bench.nth);

  return 0;
}
