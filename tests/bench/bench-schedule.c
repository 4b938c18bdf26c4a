/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-edits.h"
#include "yd-schedule-preview.h"

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

/* What it costs to schedule a plan with 1.2 dependencies per point. The limit is a topological
 * order with one pass forwards and one backwards over plain arrays of the same graph, in
 * working days that are already numbers, finish to start, and without a tree.
 *
 * The rule needs more than that: bounds go down the tree and spans up it, both ways; a
 * dependency may be of four types and count all days; work may be begun or done; four dates are
 * kept of each point, with what changed; and new days off give each stated date another
 * number. It needs no new order for that, which is part of the limit.
 */

#define N_EDITS 200
#define N_RUNS  100

/* Of the processor, so that others who use the machine do not count. */
static double
get_msec (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
get_held_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1024.0 / 1024.0;
}

typedef struct
{
  guint n_points;
  guint n_links;
  guint *pred;
  guint *succ;
  int   *start;                 /* working days from the first, or -1 */
  int   *days;
} Graph;

/* Chains of neighbours within a chapter, and some links further on. */
static Graph
make_graph (guint n_points)
{
  Graph graph = { n_points, n_points + n_points / 5 };
  GRand *rand = g_rand_new_with_seed (17);

  graph.pred = g_new (guint, graph.n_links);
  graph.succ = g_new (guint, graph.n_links);
  graph.start = g_new (int, n_points);
  graph.days = g_new (int, n_points);

  for (guint i = 0; i < n_points; i++)
    {
      graph.start[i] = g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, 0, 250) : -1;
      graph.days[i] = g_rand_int_range (rand, 1, 10);
    }
  for (guint i = 0; i < graph.n_links; i++)
    {
      guint from = g_rand_int_range (rand, 1000, n_points - 20);

      graph.pred[i] = from;
      graph.succ[i] = from + g_rand_int_range (rand, 1, 20);
    }
  g_rand_free (rand);

  return graph;
}

static void
free_graph (Graph *graph)
{
  g_free (graph->pred);
  g_free (graph->succ);
  g_free (graph->start);
  g_free (graph->days);
}

typedef struct
{
  guint *first;                 /* of a node: where its successors begin */
  guint *to;
  guint *waiting;
  guint *order;
  int   *early;
  int   *late;
} Arrays;

static void
fill_arrays (const Graph *graph,
             Arrays      *arrays)
{
  for (guint i = 0; i < graph->n_links; i++)
    {
      arrays->first[graph->pred[i] + 1]++;
      arrays->waiting[graph->succ[i]]++;
    }
  for (guint i = 0; i < graph->n_points; i++)
    arrays->first[i + 1] += arrays->first[i];
  for (guint i = 0; i < graph->n_links; i++)
    arrays->to[arrays->first[graph->pred[i]]++] = graph->succ[i];
  for (guint i = graph->n_points; i > 0; i--)
    arrays->first[i] = arrays->first[i - 1];
  arrays->first[0] = 0;
}

static void
run_forwards (const Graph *graph,
              Arrays      *arrays)
{
  guint n = 0;

  for (guint i = 0; i < graph->n_points; i++)
    {
      arrays->early[i] = MAX (graph->start[i], 0);
      if (arrays->waiting[i] == 0)
        arrays->order[n++] = i;
    }

  for (guint k = 0; k < n; k++)
    {
      guint node = arrays->order[k];
      int end = arrays->early[node] + graph->days[node];

      for (guint i = arrays->first[node]; i < arrays->first[node + 1]; i++)
        {
          guint to = arrays->to[i];

          arrays->early[to] = MAX (arrays->early[to], end);
          if (--arrays->waiting[to] == 0)
            arrays->order[n++] = to;
        }
    }
}

static void
run_backwards (const Graph *graph,
               Arrays      *arrays)
{
  int end = 0;

  for (guint i = 0; i < graph->n_points; i++)
    end = MAX (end, arrays->early[i] + graph->days[i]);

  for (guint k = graph->n_points; k-- > 0;)
    {
      guint node = arrays->order[k];
      int late = end;

      for (guint i = arrays->first[node]; i < arrays->first[node + 1]; i++)
        late = MIN (late, arrays->late[arrays->to[i]]);
      arrays->late[node] = late - graph->days[node];
    }
}

static double
time_limit (const Graph *graph)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = get_msec ();
      Arrays arrays = {
        g_new0 (guint, graph->n_points + 1), g_new (guint, graph->n_links),
        g_new0 (guint, graph->n_points), g_new (guint, graph->n_points),
        g_new (int, graph->n_points), g_new (int, graph->n_points),
      };

      fill_arrays (graph, &arrays);
      run_forwards (graph, &arrays);
      run_backwards (graph, &arrays);
      best = MIN (best, get_msec () - start);

      g_free (arrays.first);
      g_free (arrays.to);
      g_free (arrays.waiting);
      g_free (arrays.order);
      g_free (arrays.early);
      g_free (arrays.late);
    }

  return best;
}

static char *
make_id (char  letter,
         guint n)
{
  return g_strdup_printf ("019576a0-%04x-7000-8%c00-%012x", n & 0xffff, letter, n);
}

static void
put_point (YdEdit         *edit,
           YdWorkCalendar *calendar,
           const Graph    *graph,
           guint           i)
{
  g_autofree char *id = make_id ('a', i);
  g_autofree char *parent = i >= 100 ? make_id ('a', i < 1000 ? i / 10 : 100 + i % 900) : NULL;
  g_autofree char *order = g_strdup_printf ("%06uVV", i);
  YdDay first = yd_day_new (2017, 6, 1);
  char day[YD_DAY_SIZE];

  yd_edit_create (edit, YD_KIND_POINT, id);
  if (parent != NULL)
    yd_edit_put (edit, YD_POINT_PARENT, parent);
  yd_edit_put (edit, YD_POINT_ORDER, order);
  if (i < 1000)
    return;

  yd_edit_put_int (edit, YD_POINT_DAYS, graph->days[i]);
  if (graph->start[i] >= 0)
    yd_edit_put (edit, YD_POINT_START,
                 yd_day_format (yd_work_calendar_add (calendar, first, graph->start[i] + 1), day));
}

static void
put_link (YdEdit      *edit,
          const Graph *graph,
          guint        i)
{
  g_autofree char *id = make_id ('d', i);
  g_autofree char *pred = make_id ('a', graph->pred[i]);
  g_autofree char *succ = make_id ('a', graph->succ[i]);

  yd_edit_create (edit, YD_KIND_DEPENDENCY, id);
  yd_edit_put (edit, YD_DEPENDENCY_PRED, pred);
  yd_edit_put (edit, YD_DEPENDENCY_SUCC, succ);
  yd_edit_put (edit, YD_DEPENDENCY_TYPE, "FS");
  yd_edit_put (edit, YD_DEPENDENCY_CHECK, "confirmed");
}

static YdPlan *
make_plan (const Graph    *graph,
           YdWorkCalendar *calendar)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) edit = yd_edit_new ("make", NULL);

  for (guint i = 0; i < graph->n_points; i++)
    put_point (edit, calendar, graph, i);
  for (guint i = 0; i < graph->n_links; i++)
    put_link (edit, graph, i);
  yd_edit_seal (edit, "make");
  g_assert_true (yd_space_apply (YD_SPACE (plan), edit, NULL));

  return plan;
}

/* All of it is worked out anew when other days are worked. */
static double
time_pass (YdSchedule     *schedule,
           YdWorkCalendar *one,
           YdWorkCalendar *other)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = get_msec ();

      yd_schedule_set_calendar (schedule, run % 2 == 0 ? other : one);
      best = MIN (best, get_msec () - start);
    }

  return best;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static void
report_times (const char *name,
              guint       n_points,
              double     *times)
{
  qsort (times, N_EDITS, sizeof (double), compare_times);
  g_print ("{\"bench\":\"schedule-%s\",\"n\":%u,\"median_ms\":%.4f,\"p95_ms\":%.4f,"
           "\"max_ms\":%.3f}\n", name, n_points, times[N_EDITS / 2], times[N_EDITS * 95 / 100],
           times[N_EDITS - 1]);
}

/* Some points take a day longer; what the plan itself needs for the edit does not count. */
static void
bench_edits (YdSchedule *schedule,
             YdPlan     *plan,
             guint       n_points)
{
  double times[N_EDITS], tries[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *id = make_id ('a', 1000 + (guint) (i * 7919u) % (n_points - 1000));
      g_autofree char *edit_id = g_strdup_printf ("edit-%u", i);
      YdRow *point = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, id);
      g_autoptr(YdEdit) edit = yd_schedule_edit_set_dates (point, YD_DAY_NONE, 3 + i % 7);
      double start = get_msec ();

      yd_schedule_preview_free (yd_schedule_preview (schedule, edit));
      tries[i] = get_msec () - start;

      yd_edit_seal (edit, edit_id);
      start = get_msec ();
      yd_space_apply (YD_SPACE (plan), edit, NULL);
      times[i] = get_msec () - start;
    }

  report_times ("edit", n_points, times);
  report_times ("preview", n_points, tries);
}

static void
bench (guint n_points)
{
  Graph graph = make_graph (n_points);
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdWorkCalendar) other = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan (&graph, calendar);
  g_autoptr(YdSchedule) schedule = NULL;
  double limit_ms = time_limit (&graph), start, build_ms, ours_ms, held_mb;

  held_mb = get_held_mb ();
  start = get_msec ();
  schedule = yd_schedule_new (plan, calendar, yd_day_new (2017, 9, 20));
  build_ms = get_msec () - start;
  held_mb = get_held_mb () - held_mb;
  ours_ms = time_pass (schedule, calendar, other);

  g_print ("{\"bench\":\"schedule-pass\",\"n\":%u,\"ours_ms\":%.3f,\"limit_ms\":%.3f,"
           "\"ratio\":%.2f,\"rss_mb\":%.1f}\n", n_points, ours_ms, limit_ms, ours_ms / limit_ms,
           held_mb);
  g_print ("{\"bench\":\"schedule-build\",\"n\":%u,\"ours_ms\":%.3f}\n", n_points, build_ms);
  bench_edits (schedule, plan, n_points);
  free_graph (&graph);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 10000, 100000 };

  if (argc > 1)
    {
      bench (MAX (atoi (argv[1]), 2000));
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench (sizes[i]);

  return 0;
}
