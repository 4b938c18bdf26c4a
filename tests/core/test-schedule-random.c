/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule.h"

#include <string.h>

#include "yd-schedule-oracle.h"
#include "yd-schedule-pieces.h"
#include "yd-schedule-preview.h"
#include "yd-test-script.h"

/* Small plans of any shape against the oracle, and edits of any kind: what follows step by
 * step is what follows all at once. They are the same in each run, and with `-m slow` there
 * are many more; YD_SCHEDULE_SEED begins with others.
 */

#define N_SEEDS   500
#define N_SLOW    10000
#define N_EDITS   1000
#define N_POINTS  12

typedef struct
{
  GRand *rand;
  char  *words;                 /* of the last edit */
} Maker;

static guint
get_seed (void)
{
  const char *seed = g_getenv ("YD_SCHEDULE_SEED");

  return seed != NULL ? g_ascii_strtoull (seed, NULL, 10) : 20170601;
}

static int
pick (Maker *maker,
      int    from,
      int    to)
{
  return g_rand_int_range (maker->rand, from, to);
}

static gboolean
chance (Maker *maker,
        int    percent)
{
  return pick (maker, 0, 100) < percent;
}

/* Around National Day of 2017, where many days are free and a Saturday is worked. */
static char *
make_day (Maker *maker)
{
  return yd_day_dup (yd_day_new (2017, 9, 18) + pick (maker, 0, 40));
}

static void
put_day (Maker      *maker,
         GString    *script,
         const char *field,
         int         percent)
{
  g_autofree char *day = make_day (maker);

  if (chance (maker, percent))
    g_string_append_printf (script, " %s=%s", field, day);
}

static void
put_dates (Maker   *maker,
           GString *script)
{
  put_day (maker, script, "start", 45);
  put_day (maker, script, "started", 10);
  put_day (maker, script, "finished", 10);
  if (chance (maker, 70))
    g_string_append_printf (script, " days=%d", pick (maker, 0, 9));
}

static void
put_link (Maker   *maker,
          GString *script)
{
  static const char * const types[] = { "FS", "SS", "FF", "SF" };

  if (chance (maker, 95))
    g_string_append_printf (script, " type=%s", types[pick (maker, 0, 4)]);
  if (chance (maker, 60))
    g_string_append_printf (script, " lag=%d", pick (maker, -6, 9));
  if (chance (maker, 60))
    g_string_append_printf (script, " measure=%s", chance (maker, 60) ? "days" : "workdays");
}

static void
put_point (Maker   *maker,
           GString *script,
           int      i,
           int      n)
{
  g_string_append_printf (script, "; +point p%d order=%c", i, 'a' + i);
  if (i > 0 && chance (maker, 35))
    g_string_append_printf (script, " parent=p%d", pick (maker, 0, i));
  put_dates (maker, script);
  if (chance (maker, 25))
    {
      g_string_append_printf (script, "; +deadline d%d point=p%d rule=date roll=keep", i, i);
      put_day (maker, script, "value", 100);
    }
}

/* A plan of points, then one dependency after the other; some the plan refuses. */
static YdPlan *
make_plan (Maker *maker)
{
  YdPlan *plan = yd_plan_new ("plan");
  int n = pick (maker, 2, N_POINTS), n_links = pick (maker, 0, 2 * n);
  g_autoptr(GString) points = g_string_new ("+plan plan title=P");

  for (int i = 0; i < n; i++)
    put_point (maker, points, i, n);
  yd_test_script_must (YD_SPACE (plan), points->str);

  for (int i = 0; i < n_links; i++)
    {
      g_autoptr(GString) script = g_string_new (NULL);
      g_autoptr(YdEdit) edit = NULL;

      g_string_printf (script, "+dependency l%d pred=p%d succ=p%d check=confirmed", i,
                       pick (maker, 0, n), pick (maker, 0, n));
      put_link (maker, script);
      edit = yd_test_script_apply (YD_SPACE (plan), script->str, NULL);
    }

  return plan;
}

static void
assert_same (YdSchedule       *schedule,
             YdScheduleOracle *oracle,
             YdPoint          *point)
{
  const YdOracleDates *dates = yd_schedule_oracle_get (oracle, point);
  YdScheduled s;

  g_assert_cmpint (yd_schedule_get (schedule, point, &s), ==, dates->live);
  g_assert_cmpint (s.start, ==, dates->live ? dates->first : 0);
  g_assert_cmpint (s.finish, ==, dates->live ? dates->last : 0);
  if (!dates->live || s.done)
    return;

  g_assert_cmpint (s.latest_finish, ==, dates->late_last);
  if (yd_row_get_cell (point, YD_POINT_STARTED) == NULL)
    g_assert_cmpint (s.latest_start, ==, dates->late_first);
}

typedef struct
{
  YdScheduleOracle *oracle;
  guint             n_edges;
} Edges;

static void
assert_edge (const YdScheduleEdge *edge,
             gpointer              user_data)
{
  Edges *edges = user_data;

  edges->n_edges++;
  g_assert_cmpint (edge->aside, ==, yd_schedule_oracle_is_aside (edges->oracle, edge->dependency));
}

static void
assert_right (YdSchedule *schedule)
{
  YdPlan *plan = yd_schedule_get_plan (schedule);
  g_autoptr(YdScheduleOracle) oracle =
    yd_schedule_oracle_new (plan, yd_schedule_get_calendar (schedule));
  g_autoptr(GPtrArray) points = yd_space_list_rows (YD_SPACE (plan), YD_KIND_POINT);
  Edges edges = { oracle };

  for (guint i = 0; i < points->len; i++)
    assert_same (schedule, oracle, g_ptr_array_index (points, i));
  yd_schedule_foreach_edge (schedule, assert_edge, &edges);
}

static void
test_oracle (void)
{
  guint n_seeds = g_test_slow () ? N_SLOW : N_SEEDS;
  guint first = get_seed ();
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (guint i = 0; i < n_seeds; i++)
    {
      Maker maker = { g_rand_new_with_seed (first + i) };
      g_autoptr(YdPlan) plan = make_plan (&maker);
      g_autoptr(YdSchedule) schedule =
        yd_schedule_new (plan, calendar, yd_day_new (2017, 9, 25));

      g_test_message ("seed %u", first + i);
      assert_right (schedule);
      g_rand_free (maker.rand);
    }
}

/* One edit of any kind to the points, dependencies and deadlines of the plan. */
static char *
make_edit (Maker *maker,
           guint  n,
           int    n_points)
{
  GString *script = g_string_new (NULL);
  int i = pick (maker, 0, n_points);

  switch (pick (maker, 0, 9))
    {
    case 0:
      g_string_printf (script, "point p%d parent=", i);
      if (chance (maker, 70))
        g_string_append_printf (script, "p%d", pick (maker, 0, n_points));
      break;

    case 1:
      g_string_printf (script, "point p%d deleted=%s", i, chance (maker, 30) ? "true" : "false");
      break;

    case 2:
    case 3:
      g_string_printf (script, "+dependency e%u pred=p%d succ=p%d check=%s", n, i,
                       pick (maker, 0, n_points), chance (maker, 80) ? "confirmed" : "proposed");
      put_link (maker, script);
      break;

    case 4:
      g_string_printf (script, "dependency e%d %s", pick (maker, 0, MAX (n, 1)),
                       chance (maker, 70) ? "deleted=true" : "deleted=false");
      break;

    case 5:
      g_string_printf (script, "+deadline e%u point=p%d rule=date roll=keep", n, i);
      put_day (maker, script, "value", 100);
      break;

    case 6:
      g_string_printf (script, "dependency e%d check=confirmed", pick (maker, 0, MAX (n, 1)));
      put_link (maker, script);
      break;

    default:
      g_string_printf (script, "point p%d", i);
      put_dates (maker, script);
      if (chance (maker, 20))
        g_string_append (script, " finished=");
      break;
    }

  return g_string_free (script, FALSE);
}

static gboolean
names_nothing (YdPlan     *plan,
               const char *script)
{
  g_auto(GStrv) words = g_strsplit (script, " ", 3);
  YdKind kind;

  return *words[0] != '+' && yd_schema_find_kind (words[0], &kind) &&
         yd_space_lookup (YD_SPACE (plan), kind, words[1]) == NULL;
}

static void
assert_equal (YdSchedule *a,
              YdSchedule *b)
{
  g_autoptr(GPtrArray) points = yd_space_list_rows (YD_SPACE (yd_schedule_get_plan (a)),
                                                    YD_KIND_POINT);

  for (guint i = 0; i < points->len; i++)
    {
      YdScheduled of_a, of_b;

      yd_schedule_get (a, g_ptr_array_index (points, i), &of_a);
      yd_schedule_get (b, g_ptr_array_index (points, i), &of_b);
      g_assert_cmpmem (&of_a, sizeof of_a, &of_b, sizeof of_b);
    }
}

/* What was told to have changed. Where nothing was told nothing did. */
static void
keep_told (YdSchedule *schedule,
           GPtrArray  *points,
           GHashTable *told)
{
  YdPlan *plan = yd_schedule_get_plan (schedule);
  g_autoptr(GPtrArray) all = yd_space_list_rows (YD_SPACE (plan), YD_KIND_POINT);

  points = points != NULL ? points : all;
  for (guint i = 0; i < points->len; i++)
    {
      YdScheduled *s = g_new (YdScheduled, 1);

      yd_schedule_get (schedule, g_ptr_array_index (points, i), s);
      g_hash_table_insert (told, g_ptr_array_index (points, i), s);
    }
}

static void
assert_told (YdSchedule *schedule,
             GHashTable *told)
{
  g_autoptr(GPtrArray) all = yd_space_list_rows (YD_SPACE (yd_schedule_get_plan (schedule)),
                                                 YD_KIND_POINT);

  for (guint i = 0; i < all->len; i++)
    {
      YdScheduled *last = g_hash_table_lookup (told, g_ptr_array_index (all, i)), s;

      yd_schedule_get (schedule, g_ptr_array_index (all, i), &s);
      g_assert_cmpmem (last, sizeof s, &s, sizeof s);
    }
}

/* What a preview can try: the dates of points, dependencies, deadlines. */
static gboolean
can_be_tried (const char *script)
{
  return strstr (script, "parent=") == NULL && !g_str_has_prefix (script, "+point") &&
         !(g_str_has_prefix (script, "point") && strstr (script, "deleted=") != NULL);
}

/* What was said to follow does, once @edit is in force, and nothing else does. */
static void
assert_foreseen (YdSchedule        *schedule,
                 YdSchedulePreview *preview,
                 GHashTable        *before)
{
  g_autoptr(GPtrArray) all = yd_space_list_rows (YD_SPACE (yd_schedule_get_plan (schedule)),
                                                 YD_KIND_POINT);
  guint n_moves = 0, n_misses = 0;

  g_assert_null (preview->circle);

  for (guint i = 0; i < all->len; i++)
    {
      YdScheduled *last = g_hash_table_lookup (before, g_ptr_array_index (all, i)), now;

      yd_schedule_get (schedule, g_ptr_array_index (all, i), &now);
      n_moves += last->start != now.start || last->finish != now.finish;
      n_misses += now.late_by > last->late_by;
    }
  g_assert_cmpuint (preview->moves->len, ==, n_moves);
  g_assert_cmpuint (preview->misses->len, ==, n_misses);

  for (guint i = 0; i < preview->moves->len; i++)
    {
      YdScheduleMove *move = &g_array_index (preview->moves, YdScheduleMove, i);
      YdScheduled now;

      yd_schedule_get (schedule, move->point, &now);
      g_assert_cmpmem (&move->after, offsetof (YdScheduled, deadline), &now,
                       offsetof (YdScheduled, deadline));
      g_assert_cmpmem (&move->before, sizeof now, g_hash_table_lookup (before, move->point),
                       sizeof now);
    }
}

static GHashTable *
keep_all (YdSchedule *schedule)
{
  GHashTable *all = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  keep_told (schedule, NULL, all);

  return all;
}

static void
test_preview (void)
{
  Maker maker = { g_rand_new_with_seed (get_seed ()) };
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan (&maker);
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_new (2017, 9, 25));
  guint n_tried = 0;

  for (guint n = 0; n < N_EDITS; n++)
    {
      int n_points = yd_space_get_n_rows (YD_SPACE (plan), YD_KIND_POINT);
      g_autofree char *script = make_edit (&maker, n, n_points);
      g_autoptr(YdEdit) edit = NULL;
      g_autoptr(YdSchedulePreview) preview = NULL;
      g_autoptr(GHashTable) before = NULL;
      g_autoptr(GError) error = NULL;

      if (names_nothing (plan, script))
        continue;

      before = keep_all (schedule);
      edit = yd_test_script_make (YD_SPACE (plan), script);
      preview = yd_schedule_preview (schedule, edit);
      assert_told (schedule, before);

      /* One that only the tree closes is no matter of the space. */
      if (preview->circle != NULL)
        continue;

      g_assert_false (!yd_space_apply (YD_SPACE (plan), edit, &error) &&
                      error->code == YD_SPACE_ERROR_CYCLE && can_be_tried (script));
      if (error != NULL || !can_be_tried (script))
        continue;

      n_tried++;
      assert_foreseen (schedule, preview, before);
    }

  g_assert_cmpuint (n_tried, >, N_EDITS / 4);
  g_rand_free (maker.rand);
}

static YdSchedule *
make_in_pieces (YdPlan         *plan,
                YdWorkCalendar *calendar,
                YdDay           today,
                guint           n_deadlines)
{
  YdSchedule *schedule = yd_schedule_begin (plan, calendar, today);

  while (yd_schedule_go_on (schedule, n_deadlines))
    ;

  return schedule;
}

static void
test_incremental (void)
{
  Maker maker = { g_rand_new_with_seed (get_seed ()) };
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  YdDay today = yd_day_new (2017, 9, 25);
  g_autoptr(YdPlan) plan = make_plan (&maker);
  g_autoptr(YdSchedule) schedule = make_in_pieces (plan, calendar, today, 1);
  g_autoptr(GHashTable) told = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  guint n_applied = 0;

  keep_told (schedule, NULL, told);
  g_signal_connect (schedule, "changed", G_CALLBACK (keep_told), told);

  for (guint n = 0; n < N_EDITS; n++)
    {
      int n_points = yd_space_get_n_rows (YD_SPACE (plan), YD_KIND_POINT);
      g_autofree char *script = make_edit (&maker, n, n_points);
      g_autoptr(YdEdit) edit = NULL;
      g_autoptr(YdSchedule) full = NULL;

      if (n_points < 24 && chance (&maker, 5))
        {
          g_autoptr(GString) points = g_string_new (NULL);

          put_point (&maker, points, n_points, n_points + 1);
          g_free (script);
          script = g_strdup (points->str + 2);
        }
      if (names_nothing (plan, script))
        continue;

      edit = yd_test_script_apply (YD_SPACE (plan), script, NULL);
      if (edit == NULL)
        continue;

      n_applied++;
      full = n % 2 == 0 ? yd_schedule_new (plan, calendar, today)
                        : make_in_pieces (plan, calendar, today, 1 + n % 5);
      assert_equal (schedule, full);
      assert_told (schedule, told);
      assert_right (schedule);
    }

  g_assert_cmpuint (n_applied, >, N_EDITS / 3);
  g_rand_free (maker.rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/random/oracle", test_oracle);
  g_test_add_func ("/schedule/random/incremental", test_incremental);
  g_test_add_func ("/schedule/random/preview", test_preview);

  return g_test_run ();
}
