/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda.h"

#include "yd-plan-edits.h"
#include "yd-plan-walk.h"
#include "yd-row-private.h"

struct _YdAgenda
{
  gatomicrefcount  ref_count;

  /* Owned */
  YdPlan          *plan;
  YdWorkCalendar  *calendar;
  GArray          *items;       /* YdAgendaItem, those with a day first */
  GStringChunk    *paths;
  GPtrArray       *clocks;      /* (nullable): YdClock */

  YdDay            from;
  YdDay            to;          /* %YD_DAY_NONE: each deadline once */
  guint            n_dated;
};

G_DEFINE_BOXED_TYPE (YdAgenda, yd_agenda, yd_agenda_ref, yd_agenda_unref)

/* What goes into an agenda while it is made. */
typedef struct
{
  YdAgenda       *agenda;
  YdSchedule     *schedule;
  YdAgendaFilter  filter;
  gpointer        user_data;
  YdPlanWalk     *walk;
  YdAgendaItem    item;         /* the next to be added */
} Making;

static gboolean
is_wanted (const Making *making,
           YdRow        *deadline)
{
  if (deadline != NULL && yd_plan_is_refused (deadline))
    return FALSE;

  return making->filter == NULL ||
         making->filter (making->item.point, deadline, making->user_data);
}

/* Of many points nothing is wanted, and nobody asks for their paths. */
static void
add_item (Making *making)
{
  if (making->item.path == NULL)
    making->item.path = g_string_chunk_insert (making->agenda->paths,
                                               yd_plan_walk_get_path (making->walk));
  g_array_append_val (making->agenda->items, making->item);
}

static void
add_due (const YdDue *due,
         gpointer     user_data)
{
  Making *making = user_data;

  making->item.due = *due;
  add_item (making);
}

static void
add_occurrences (Making *making,
                 YdRow  *deadline)
{
  const YdAnchors anchors = { yd_schedule_get_today (making->schedule), NULL, NULL };

  yd_deadline_foreach_occurrence (making->agenda->plan, deadline, making->agenda->calendar,
                                  &anchors, making->agenda->from, making->agenda->to, add_due,
                                  making);
}

/* Whether it was asked for: what has no day always is. */
static gboolean
is_within (YdAgenda    *self,
           const YdDue *due)
{
  return self->to == YD_DAY_NONE || due->state < YD_DUE_DAY ||
         (due->day >= self->from && due->day <= self->to);
}

static void
add_deadline (Making *making,
              YdRow  *deadline)
{
  const YdDueState state = yd_schedule_get_due (making->schedule, deadline, &making->item.due);

  making->item.deadline = deadline;
  if (making->agenda->to != YD_DAY_NONE && state >= YD_DUE_DAY && making->item.due.recurs)
    add_occurrences (making, deadline);
  else if (is_within (making->agenda, &making->item.due))
    add_item (making);
}

static gboolean
has_children (YdPoint *point)
{
  YdRowList *list = _yd_row_find_list (point, YD_KIND_POINT);
  guint n = 0;

  if (list != NULL)
    _yd_row_list_get_shown (list, &n);

  return n > 0;
}

/* A heading states no deadline, and nobody expects it to. */
static void
add_undated (Making *making)
{
  const YdDue none = { .state = YD_DUE_NONE, .minute = YD_MINUTE_NONE };

  making->item.deadline = NULL;
  if (!has_children (making->item.point) &&
      is_wanted (making, NULL))
    add_due (&none, making);
}

static void
add_point (Making  *making,
           YdPoint *point,
           guint    place)
{
  YdRowList *list = _yd_row_find_list (point, YD_KIND_DEADLINE);
  guint n = 0, n_stated = 0;
  YdRow **deadlines = list != NULL ? _yd_row_list_get_shown (list, &n) : NULL;

  making->item = (YdAgendaItem) { .point = point, .place = place };

  for (guint i = 0; i < n; i++)
    {
      n_stated += !yd_plan_is_refused (deadlines[i]);
      if (is_wanted (making, deadlines[i]))
        add_deadline (making, deadlines[i]);
    }

  if (n_stated == 0)
    add_undated (making);
}

static int
compare_numbers (int a,
                 int b)
{
  return (a > b) - (a < b);
}

/* A term in hours stands before what has the whole day, and what has no day at the end. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const YdAgendaItem *item = a, *other = b;
  const gboolean undated = item->due.day == YD_DAY_NONE, other_undated =
    other->due.day == YD_DAY_NONE;
  const guint minute = item->due.minute, other_minute = other->due.minute;   /* none is highest */

  if (undated != other_undated)
    return undated - other_undated;
  if (item->due.day != other->due.day)
    return compare_numbers (item->due.day, other->due.day);
  if (minute != other_minute)
    return minute < other_minute ? -1 : 1;

  return compare_numbers (item->place, other->place);
}

static void
settle (YdAgenda *self)
{
  self->n_dated = 0;
  g_array_sort (self->items, compare_items);
  while (self->n_dated < self->items->len &&
         yd_agenda_get_item (self, self->n_dated)->due.day != YD_DAY_NONE)
    self->n_dated++;
}

static YdAgenda *
make (YdSchedule     *schedule,
      YdDay           from,
      YdDay           to,
      YdAgendaFilter  filter,
      gpointer        user_data)
{
  YdAgenda *self = g_new0 (YdAgenda, 1);
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (yd_schedule_get_plan (schedule));
  Making making = { self, schedule, filter, user_data, walk, { NULL } };
  YdPoint *point;

  g_atomic_ref_count_init (&self->ref_count);
  self->plan = g_object_ref (yd_schedule_get_plan (schedule));
  self->calendar = yd_work_calendar_ref (yd_schedule_get_calendar (schedule));
  self->items = g_array_new (FALSE, FALSE, sizeof (YdAgendaItem));
  self->paths = g_string_chunk_new (4096);
  self->from = from;
  self->to = to;

  for (guint place = 0; (point = yd_plan_walk_next (walk, NULL, NULL)) != NULL; place++)
    add_point (&making, point, place);
  settle (self);

  return self;
}

/**
 * yd_agenda_new:
 * @schedule: a plan's schedule
 * @from: the first day that is asked for
 * @to: the last day that is asked for
 * @filter: (nullable) (scope call): what is wanted of it; all where there is none
 * @user_data: for @filter
 *
 * Puts together what is due from @from to @to: the deadlines of the document and, as such,
 * those the office set for itself; not what a person has refused. What recurs is there as
 * often as it falls into these days. Behind them, by the document, stand the deadlines
 * whose day is not known and the points that state none.
 *
 * Returns: (transfer full): the agenda
 */
YdAgenda *
yd_agenda_new (YdSchedule     *schedule,
               YdDay           from,
               YdDay           to,
               YdAgendaFilter  filter,
               gpointer        user_data)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (from != YD_DAY_NONE && to != YD_DAY_NONE, NULL);

  return make (schedule, from, to, filter, user_data);
}

/**
 * yd_agenda_new_of_next:
 * @schedule: a plan's schedule
 * @filter: (nullable) (scope call): what is wanted of it; all where there is none
 * @user_data: for @filter
 *
 * Likewise with every deadline, each of them once: what recurs the next time from today.
 *
 * Returns: (transfer full): the agenda
 */
YdAgenda *
yd_agenda_new_of_next (YdSchedule     *schedule,
                       YdAgendaFilter  filter,
                       gpointer        user_data)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), NULL);

  return make (schedule, YD_DAY_NONE, YD_DAY_NONE, filter, user_data);
}

/* While a clock stands still nobody knows when it will be due; once it is stopped, only what
 * was done before is left of it.
 */
static void
add_step (YdAgenda          *self,
          YdAgendaItem      *item,
          const YdClockStep *step)
{
  const gboolean done = yd_moment_is_known (step->done);

  if (!done && !yd_clock_is_open (item->clock))
    return;

  item->step = step;
  item->due = step->due;
  if (!done && item->clock->state == YD_CLOCK_STATE_PAUSED)
    {
      item->due.state = YD_DUE_WAITING;
      item->due.day = item->due.nominal = YD_DAY_NONE;
      item->due.minute = YD_MINUTE_NONE;
    }
  if (is_within (self, &item->due))
    g_array_append_val (self->items, *item);
}

static void
add_clock (YdAgenda       *self,
           const YdClock  *clock,
           GHashTable     *places,
           YdAgendaFilter  filter,
           gpointer        user_data)
{
  const char *id = yd_row_get_cell (clock->row, YD_CLOCK_POINT);
  YdPoint *point = id != NULL ? yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id) : NULL;
  YdAgendaItem item = { .path = "", .place = G_MAXUINT };

  if (point != NULL && g_hash_table_contains (places, point))
    item = *(YdAgendaItem *) g_hash_table_lookup (places, point);
  item.clock = clock;

  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YdClockStep *step = &g_array_index (clock->steps, YdClockStep, i);

      if (filter == NULL || filter (item.point, step->row, user_data))
        add_step (self, &item, step);
    }
}

typedef struct
{
  YdAgenda   *agenda;
  GHashTable *places;
  guint       n;
} Placing;

static void
place_cb (YdPoint    *point,
          const char *path,
          guint       level,
          gpointer    user_data)
{
  Placing *placing = user_data;
  YdAgendaItem *item = g_hash_table_lookup (placing->places, point);

  if (item != NULL)
    *item = (YdAgendaItem) {
      .point = point,
      .path = g_string_chunk_insert (placing->agenda->paths, path),
      .place = placing->n,
    };
  placing->n++;
}

/* Where the points stand that clocks are about; in a plan without such nobody looks. */
static GHashTable *
find_places (YdAgenda *self)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Placing placing = { self, places, 0 };

  for (guint i = 0; i < self->clocks->len; i++)
    {
      const YdClock *clock = g_ptr_array_index (self->clocks, i);
      const char *id = yd_row_get_cell (clock->row, YD_CLOCK_POINT);
      YdRow *point = id != NULL ? yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id)
                                : NULL;

      if (point != NULL)
        g_hash_table_insert (places, point, g_new0 (YdAgendaItem, 1));
    }
  if (g_hash_table_size (places) > 0)
    yd_plan_foreach_point (self->plan, place_cb, &placing);

  return places;
}

/**
 * yd_agenda_add_clocks:
 * @self: an agenda that nobody else has yet, without clocks
 * @now: what time it is
 * @filter: (nullable) (scope call): what is wanted of it; all where there is none
 * @user_data: for @filter
 *
 * Adds the steps of the clocks of the plan: those to be done of clocks that are open, and
 * those that were done. What is to be done by a clock that stands still has no day.
 */
void
yd_agenda_add_clocks (YdAgenda       *self,
                      YdMoment        now,
                      YdAgendaFilter  filter,
                      gpointer        user_data)
{
  g_autoptr(GHashTable) places = NULL;

  g_return_if_fail (self != NULL && self->clocks == NULL);

  self->clocks = yd_clock_list (self->plan, self->calendar, now);
  if (self->clocks->len == 0)
    return;

  places = find_places (self);
  for (guint i = 0; i < self->clocks->len; i++)
    add_clock (self, g_ptr_array_index (self->clocks, i), places, filter, user_data);
  settle (self);
}

YdAgenda *
yd_agenda_ref (YdAgenda *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yd_agenda_unref (YdAgenda *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->plan);
  yd_work_calendar_unref (self->calendar);
  g_array_unref (self->items);
  g_string_chunk_free (self->paths);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_free (self);
}

YdPlan *
yd_agenda_get_plan (YdAgenda *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/* Returns: (transfer none): what the days were counted with */
YdWorkCalendar *
yd_agenda_get_calendar (YdAgenda *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calendar;
}

guint
yd_agenda_get_n_items (YdAgenda *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const YdAgendaItem *
yd_agenda_get_item (YdAgenda *self,
                    guint     n)
{
  g_return_val_if_fail (self != NULL && n < self->items->len, NULL);

  return &g_array_index (self->items, YdAgendaItem, n);
}

/* Returns: how many items have a day; they are the first */
guint
yd_agenda_get_n_dated (YdAgenda *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_dated;
}
