/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-oracle.h"

#include <string.h>

/* A schedule by the words of YdSchedule's description, and by nothing of its code: days
 * are stepped one by one, all points are looked at again and again until nothing
 * changes, and circles are found by trying all ways. Deadlines must be plain dates.
 */

#define MAX_POINTS 32

typedef struct
{
  YdRow         *row;
  int            parent;        /* -1 at the top */
  YdDay          start, started, finished, due;
  int            days;
  YdOracleDates  dates;
  YdDay          wait;          /* what it and those below wait for */
  YdDay          own_wait;      /* what its own dependencies ask for */
  YdDay          start_cap;     /* must begin by then, for what begins with it */
  YdDay          in_cap;        /* by then it must be free to begin */
} Point;

typedef struct
{
  YdRow    *row;
  int       pred, succ;
  char      from, to;           /* S or F */
  int       lag;
  gboolean  by_day;
  gboolean  aside;
} Link;

struct _YdScheduleOracle
{
  YdWorkCalendar *calendar;
  Point           points[MAX_POINTS];
  int             n_points;
  GArray         *links;
};

static YdDay
step (YdScheduleOracle *self,
      YdDay             day,
      int               n)
{
  int direction = n < 0 ? -1 : 1;

  for (; n != 0; n -= direction)
    do
      day += direction;
    while (!yd_work_calendar_is_working (self->calendar, day));

  return day;
}

static YdDay
up (YdScheduleOracle *self,
    YdDay             day)
{
  while (!yd_work_calendar_is_working (self->calendar, day))
    day++;

  return day;
}

static YdDay
down (YdScheduleOracle *self,
      YdDay             day)
{
  while (!yd_work_calendar_is_working (self->calendar, day))
    day--;

  return day;
}

static YdDay
later (YdDay a,
       YdDay b)
{
  return MAX (a, b);            /* 0, none, is before all */
}

static YdDay
sooner (YdDay a,
        YdDay b)
{
  return a == 0 ? b : b == 0 ? a : MIN (a, b);
}

static YdDay
get_day (YdRow *row,
         guint  field)
{
  const char *cell = yd_row_get_cell (row, field);

  return cell != NULL ? yd_day_parse (cell) : 0;
}

static int
find (YdScheduleOracle *self,
      const char       *id)
{
  for (int i = 0; i < self->n_points; i++)
    if (g_strcmp0 (yd_row_get_id (self->points[i].row), id) == 0)
      return i;

  return -1;
}

static void
read_points (YdScheduleOracle *self,
             YdPlan           *plan)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_POINT);
  g_autoptr(GPtrArray) deadlines = yd_space_list_rows (YD_SPACE (plan), YD_KIND_DEADLINE);

  g_assert_cmpuint (rows->len, <=, MAX_POINTS);
  self->n_points = rows->len;
  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      self->points[i] = (Point) {
        .row = row, .start = get_day (row, YD_POINT_START),
        .started = get_day (row, YD_POINT_STARTED), .finished = get_day (row, YD_POINT_FINISHED),
        .days = CLAMP (yd_row_get_int (row, YD_POINT_DAYS, 1), 1, 40000),
        .dates.live = yd_space_is_live (YD_SPACE (plan), row),
      };
    }

  for (guint i = 0; i < rows->len; i++)
    self->points[i].parent = find (self, yd_row_get_cell (self->points[i].row, YD_POINT_PARENT));

  for (guint i = 0; i < deadlines->len; i++)
    {
      YdRow *row = g_ptr_array_index (deadlines, i);
      int at = find (self, yd_row_get_cell (row, YD_DEADLINE_POINT));

      if (yd_space_is_live (YD_SPACE (plan), row))
        self->points[at].due = sooner (self->points[at].due, get_day (row, YD_DEADLINE_VALUE));
    }
}

static void
read_links (YdScheduleOracle *self,
            YdPlan           *plan)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_DEPENDENCY);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);
      const char *type = yd_row_get_cell (row, YD_DEPENDENCY_TYPE);
      const char *measure = yd_row_get_cell (row, YD_DEPENDENCY_MEASURE);
      Link link = {
        .row = row, .pred = find (self, yd_row_get_cell (row, YD_DEPENDENCY_PRED)),
        .succ = find (self, yd_row_get_cell (row, YD_DEPENDENCY_SUCC)),
        .from = type != NULL ? type[0] : 'F', .to = type != NULL ? type[1] : 'S',
        .lag = yd_row_get_int (row, YD_DEPENDENCY_LAG, 0),
        .by_day = g_strcmp0 (measure, "days") == 0,
      };

      if (link.pred >= 0 && link.succ >= 0 && yd_space_is_live (YD_SPACE (plan), row) &&
          self->points[link.pred].dates.live && self->points[link.succ].dates.live &&
          g_strcmp0 (yd_row_get_cell (row, YD_DEPENDENCY_CHECK), "confirmed") == 0 &&
          (measure == NULL || link.by_day || strcmp (measure, "workdays") == 0))
        g_array_append_val (self->links, link);
    }
}

/* Moments: 2i when what i waits for is there, 2i + 1 when it has its dates. */
static void
find_circles (YdScheduleOracle *self)
{
  static gboolean leads[MAX_POINTS * 2][MAX_POINTS * 2];
  const int n = self->n_points * 2;

  memset (leads, 0, sizeof leads);
  for (int i = 0; i < self->n_points; i++)
    if (self->points[i].dates.live)
      {
        int above = self->points[i].parent;

        leads[2 * i][2 * i + 1] = TRUE;
        if (above >= 0)
          leads[2 * above][2 * i] = leads[2 * i + 1][2 * above + 1] = TRUE;
      }

  for (guint k = 0; k < self->links->len; k++)
    {
      Link *link = &g_array_index (self->links, Link, k);

      leads[2 * link->pred + 1][2 * link->succ + (link->to == 'F')] = TRUE;
    }

  for (int k = 0; k < n; k++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        leads[i][j] = leads[i][j] || (leads[i][k] && leads[k][j]);

  for (guint k = 0; k < self->links->len; k++)
    {
      Link *link = &g_array_index (self->links, Link, k);

      link->aside = leads[2 * link->succ + (link->to == 'F')][2 * link->pred + 1];
    }
}

/* Working days that hold where it began and ended. */
static YdDay
get_first (YdScheduleOracle *self,
           int               i)
{
  return self->points[i].dates.first != 0 ? up (self, self->points[i].dates.first) : 0;
}

static YdDay
get_last (YdScheduleOracle *self,
          int               i)
{
  return self->points[i].dates.last != 0 ? down (self, self->points[i].dates.last) : 0;
}

static YdDay
get_bound (YdScheduleOracle *self,
           const Link       *link)
{
  YdDay day;

  if (self->points[link->pred].dates.first == 0)
    return 0;

  day = link->from == 'S' ? get_first (self, link->pred) : get_last (self, link->pred);
  if (link->from == 'F' && link->to == 'S')
    day = link->by_day ? day + 1 : step (self, day, 1);
  if (link->from == 'S' && link->to == 'F')
    day = step (self, day, -1);

  return link->by_day ? up (self, day + link->lag) : step (self, day, link->lag);
}

static YdDay
ask_links (YdScheduleOracle *self,
           int               i,
           char              to)
{
  YdDay bound = 0;

  for (guint k = 0; k < self->links->len; k++)
    {
      const Link *link = &g_array_index (self->links, Link, k);

      if (link->succ == i && link->to == to && !link->aside)
        bound = later (bound, get_bound (self, link));
    }

  return bound;
}

static void
look_below (YdScheduleOracle *self,
            int               i,
            YdDay            *first,
            YdDay            *last)
{
  *first = *last = 0;

  for (int k = 0; k < self->n_points; k++)
    if (self->points[k].parent == i && self->points[k].dates.live &&
        self->points[k].dates.first != 0)
      {
        *first = sooner (*first, get_first (self, k));
        *last = later (*last, get_last (self, k));
      }
}

static void
look_at_own (YdScheduleOracle *self,
             int               i,
             YdDay             not_done_before,
             YdDay            *first,
             YdDay            *last)
{
  Point *point = &self->points[i];

  *first = *last = 0;
  if (point->started != 0)
    {
      *first = point->started;
      *last = later (step (self, up (self, point->started), point->days - 1), not_done_before);
      return;
    }

  if (point->start == 0 && point->own_wait == 0 && not_done_before == 0)
    return;

  *first = point->wait;
  if (point->start != 0)
    *first = later (*first, up (self, point->start));
  if (not_done_before != 0)
    *first = later (*first, step (self, not_done_before, 1 - point->days));
  *last = step (self, *first, point->days - 1);
}

static void
schedule_point (YdScheduleOracle *self,
                int               i)
{
  Point *point = &self->points[i];
  YdDay not_done_before = ask_links (self, i, 'F');
  YdDay first, last, own_first = 0, own_last = 0;

  point->own_wait = ask_links (self, i, 'S');
  point->wait = point->own_wait;
  if (point->parent >= 0)
    point->wait = later (point->wait, self->points[point->parent].wait);

  if (point->finished != 0)
    {
      first = point->started != 0 ? point->started : point->start;
      point->dates.last = point->finished;
      point->dates.first = first != 0 && first <= point->finished ? first : point->finished;
      return;
    }

  look_below (self, i, &first, &last);
  if (first == 0)
    {
      look_at_own (self, i, not_done_before, &point->dates.first, &point->dates.last);
      return;
    }

  if (point->start != 0 || point->started != 0)
    look_at_own (self, i, 0, &own_first, &own_last);
  if (own_first != 0)
    own_first = up (self, own_first);
  point->dates.first = sooner (first, own_first);
  point->dates.last = later (later (last, own_last), not_done_before);
}

/* The latest day on which @link lets its predecessor do what it waits for. */
static YdDay
get_cap (YdScheduleOracle *self,
         const Link       *link)
{
  const Point *succ = &self->points[link->succ];
  YdDay cap = link->to == 'S' ? succ->in_cap : succ->finished != 0 ? 0 : succ->dates.late_last;
  YdDay day;

  if (cap == 0)
    return 0;

  /* Try the days one by one, the latest first. */
  for (day = cap + 40;; day--)
    {
      YdDay begins = day, bound;

      if (!yd_work_calendar_is_working (self->calendar, day))
        continue;

      if (link->from == 'F' && link->to == 'S')
        begins = link->by_day ? day + 1 : step (self, day, 1);
      if (link->from == 'S' && link->to == 'F')
        begins = step (self, day, -1);
      bound = link->by_day ? up (self, begins + link->lag) : step (self, begins, link->lag);
      if (bound <= cap)
        return day;
    }
}

static int
count_days (YdScheduleOracle *self,
            int               i)
{
  YdDay first = get_first (self, i), last = get_last (self, i);
  int n = 0;

  if (first == 0)
    return self->points[i].days;

  for (YdDay day = first; day <= last; day++)
    n += yd_work_calendar_is_working (self->calendar, day);

  return n;
}

static gboolean
is_leaf (YdScheduleOracle *self,
         int               i)
{
  for (int k = 0; k < self->n_points; k++)
    if (self->points[k].parent == i && self->points[k].dates.live)
      return FALSE;

  return TRUE;
}

/* Whether the point has work beside what stands below it, and when that begins. */
static gboolean
has_own_work (YdScheduleOracle *self,
              int               i,
              YdDay            *first)
{
  Point *point = &self->points[i];
  YdDay below, last;

  look_below (self, i, &below, &last);
  if (below != 0 && point->start == 0 && point->started == 0)
    return FALSE;

  look_at_own (self, i, below == 0 ? ask_links (self, i, 'F') : 0, first, &last);
  if (*first != 0)
    *first = up (self, *first);

  return TRUE;
}

/* How many days before @day something of @n days must begin. */
static YdDay
begin_for (YdScheduleOracle *self,
           YdDay             day,
           int               n)
{
  return day != 0 ? step (self, day, 1 - n) : 0;
}

static void
schedule_back (YdScheduleOracle *self,
               int               i,
               YdDay             end)
{
  Point *point = &self->points[i];
  gboolean done = point->finished != 0, leaf = is_leaf (self, i);
  YdDay cap = point->dates.first != 0 && !done ? end : 0, start_cap = 0, own_first;

  if (point->due != 0 && !done)
    cap = sooner (cap, down (self, point->due));
  if (point->parent >= 0 && self->points[point->parent].finished == 0)
    cap = sooner (cap, self->points[point->parent].dates.late_last);
  for (guint k = 0; k < self->links->len; k++)
    {
      const Link *link = &g_array_index (self->links, Link, k);

      if (link->pred == i && !link->aside && link->from == 'F')
        cap = sooner (cap, get_cap (self, link));
      else if (link->pred == i && !link->aside)
        start_cap = sooner (start_cap, get_cap (self, link));
    }
  if (point->parent >= 0 && point->dates.first != 0 &&
      get_first (self, i) == get_first (self, point->parent))
    start_cap = sooner (start_cap, self->points[point->parent].start_cap);

  if (done || point->started != 0)
    start_cap = 0;
  if (start_cap != 0 && leaf)
    cap = sooner (cap, step (self, start_cap, count_days (self, i) - 1));

  point->start_cap = start_cap;
  point->dates.late_last = cap;
  point->dates.late_first = point->in_cap = 0;

  if (done || has_own_work (self, i, &own_first))
    {
      YdDay begin = begin_for (self, cap, leaf ? count_days (self, i) : point->days);

      if (!leaf && !done && begin != 0 && own_first == get_first (self, i))
        begin = sooner (begin, start_cap);
      point->dates.late_first = begin;
      if (!done && point->started == 0)
        point->in_cap = begin;
    }

  for (int k = 0; k < self->n_points && !done; k++)
    if (self->points[k].parent == i && self->points[k].dates.live)
      {
        point->in_cap = sooner (point->in_cap, self->points[k].in_cap);
        point->dates.late_first = sooner (point->dates.late_first,
                                          self->points[k].dates.late_first);
      }
}

static void
run (YdScheduleOracle *self)
{
  YdDay end = 0;

  for (int round = 0; round < self->n_points * 3; round++)
    for (int i = 0; i < self->n_points; i++)
      if (self->points[i].dates.live)
        schedule_point (self, i);

  for (int i = 0; i < self->n_points; i++)
    if (self->points[i].dates.live)
      end = later (end, get_last (self, i));

  for (int round = 0; round < self->n_points * 3; round++)
    for (int i = self->n_points; i-- > 0;)
      if (self->points[i].dates.live)
        schedule_back (self, i, end);
}

YdScheduleOracle *
yd_schedule_oracle_new (YdPlan         *plan,
                        YdWorkCalendar *calendar)
{
  YdScheduleOracle *self = g_new0 (YdScheduleOracle, 1);

  self->calendar = calendar;
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  read_points (self, plan);
  read_links (self, plan);
  find_circles (self);
  run (self);

  return self;
}

void
yd_schedule_oracle_free (YdScheduleOracle *self)
{
  g_array_unref (self->links);
  g_free (self);
}

const YdOracleDates *
yd_schedule_oracle_get (YdScheduleOracle *self,
                        YdPoint          *point)
{
  return &self->points[find (self, yd_row_get_id (point))].dates;
}

gboolean
yd_schedule_oracle_is_aside (YdScheduleOracle *self,
                             YdRow            *dependency)
{
  for (guint k = 0; k < self->links->len; k++)
    if (g_array_index (self->links, Link, k).row == dependency)
      return g_array_index (self->links, Link, k).aside;

  return FALSE;
}
