/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-edits.h"
#include "yd-schedule-preview.h"

#include "yd-test-script.h"

/* What is said to follow from an edit. Whether that is true, test-schedule-random.c asks. */

#define TODAY "2017-09-20"

static YdRow *
find (YdPlan     *plan,
      YdKind      kind,
      const char *id)
{
  return yd_space_lookup (YD_SPACE (plan), kind, id);
}

#define PLAN "+point a order=a start=2017-09-28 days=2; +point b order=b days=3; " \
             "+point c order=c started=2017-09-25 days=3; +point e order=e; " \
             "+point f order=f parent=e start=2017-09-30; +point g order=g parent=e; " \
             "+point h order=h finished=2017-09-25; +point i order=i; " \
             "+dependency l pred=a succ=b check=confirmed; " \
             "+deadline s point=b origin=stated rule=date value=2017-10-11 words=W; " \
             "+deadline t point=a origin=internal rule=after n=3 measure=workdays anchor=issued"

static void
test_preview (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (PLAN);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(GPtrArray) points = yd_test_script_list_points (plan, "a");
  g_autoptr(YdEdit) edit = yd_schedule_edit_move (schedule, points, 2);
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (schedule, edit);
  g_autofree char *words = yd_schedule_preview_dup_words (preview);
  YdScheduleMove *move;

  g_assert_cmpuint (preview->moves->len, ==, 2);
  move = &g_array_index (preview->moves, YdScheduleMove, 1);
  g_assert_cmpstr (yd_row_get_id (move->point), ==, "b");
  g_assert_cmpint (move->before.finish, ==, yd_day_new (2017, 10, 10));
  g_assert_cmpint (move->after.finish, ==, yd_day_new (2017, 10, 12));
  g_assert_cmpint (move->n_days, ==, 2);

  g_assert_cmpuint (preview->misses->len, ==, 1);
  g_assert_cmpint (g_array_index (preview->misses, YdScheduleMove, 0).after.late_by, ==, 1);
  g_assert_cmpstr (words, ==, "2 working days later; b: 2 working days later; "
                              "b until 10-12 (Thursday), 1 working day after its deadline "
                              "(through a → b)");
}

/* A deadline that moves may be missed though nothing else moves. */
static void
test_preview_deadline (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (PLAN);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(YdEdit) sooner = yd_schedule_edit_set_due (find (plan, YD_KIND_DEADLINE, "t"),
                                                       yd_day_new (2017, 9, 28));
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (schedule, sooner);

  g_assert_cmpuint (preview->moves->len, ==, 0);
  g_assert_cmpuint (preview->misses->len, ==, 1);
  g_assert_cmpint (g_array_index (preview->misses, YdScheduleMove, 0).after.late_by, ==, 1);
}

static YdEdit *
link_points (const char *pred,
             const char *succ)
{
  YdDependencyTerms terms = { pred, succ, "FS" };

  return yd_plan_edit_add_dependency ("new", &terms);
}

/* A circle is named as a whole, with what could go; a refused edit was foreseen. */
static void
test_circle (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    "+point a order=a title=A; +point b order=b title=B; +point c order=c title=C parent=b; "
    "+point d order=d title=D; "
    "+dependency l pred=a succ=b check=confirmed; +dependency m pred=c succ=d check=confirmed");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(YdEdit) edit = link_points ("d", "a"), fine = link_points ("a", "d");
  g_autoptr(YdEdit) below = link_points ("b", "c");
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (schedule, edit);
  g_autoptr(YdSchedulePreview) can_be = yd_schedule_preview (schedule, fine);
  g_autoptr(YdSchedulePreview) of_tree = yd_schedule_preview (schedule, below);

  g_assert_cmpstr (preview->circle, ==, "It would go round in a circle: D → A → B → C → D. "
                                        "One of these could go: A → B, C → D");
  g_assert_null (can_be->circle);
  g_assert_cmpstr (of_tree->circle, ==,
                   "A point cannot wait for what stands below it: B → C → B");
}

typedef struct
{
  const char *path;
  const char *edit;
  const char *words;
} WordsCase;

/* A waits for nobody; B, C and D follow A, and E and F follow B; G has days in 2027. */
#define WORDS_PLAN "+plan plan title=P issued=2017-09-20; " \
  "+point a order=a title=A start=2017-09-25 days=2; +point b order=b title=B days=2; " \
  "+point c order=c title=C days=1; +point d order=d title=D days=1; " \
  "+point e order=e title=E days=1; +point f order=f title=F days=1; " \
  "+point g order=g title=G start=2027-12-20 days=2; +point h order=h title=H; " \
  "+dependency ab pred=a succ=b check=confirmed; +dependency ac pred=a succ=c check=confirmed; " \
  "+dependency ad pred=a succ=d check=confirmed; +dependency be pred=b succ=e check=confirmed; " \
  "+dependency bf pred=b succ=f check=confirmed; " \
  "+deadline f1 point=f origin=stated rule=date value=2017-10-09 words=W; " \
  "+deadline h1 point=h origin=stated rule=date value=2017-10-20 words=W; " \
  "+deadline h2 point=h origin=internal rule=date value=2017-10-16; " \
  "+deadline e1 point=e origin=internal rule=date value=2017-10-10"

static const WordsCase words_cases[] = {
  { "/schedule-preview/words/followers", "point a start=2017-09-26",
    "1 working day later; B, C, D and 2 more: 1 working day later" },
  { "/schedule-preview/words/chain", "point a start=2017-09-29",
    "4 working days later; B, C, D and 2 more: 4 working days later; "
    "E until 10-11 (Wednesday), 1 working day after its deadline (through A → B → E); "
    "F until 10-11 (Wednesday), 2 working days after its deadline (through A → B → F)" },
  { "/schedule-preview/words/shorter", "point a days=1",
    "1 working day earlier; B, C, D and 2 more: 1 working day earlier" },
  { "/schedule-preview/words/alone", "point f days=2", "1 working day later; Nothing else moves" },
  { "/schedule-preview/words/nothing", "point h title=I", "Nothing else moves" },
  { "/schedule-preview/words/two", "point c days=2; point d days=2", "C, D: 1 working day later" },
  { "/schedule-preview/words/unannounced", "point g start=2027-12-21",
    "1 working day later; Nothing else moves; "
    "the days off of 2027 are not announced yet, so this may change" },
  { "/schedule-preview/words/target", "deadline h2 value=2017-10-18",
    "2 working days later; Nothing else moves" },
  { "/schedule-preview/words/target-behind", "deadline h2 value=2017-10-24",
    "6 working days later; 2 working days after what the document states; Nothing else moves" },
  { "/schedule-preview/words/target-on-rest-day", "deadline h2 value=2017-10-15",
    "1 working day earlier; that is a rest day; Nothing else moves" },
  { "/schedule-preview/words/target-over", "deadline h2 value=2017-09-18",
    "16 working days earlier; that day is over; Nothing else moves" },
  { "/schedule-preview/words/target-missed", "deadline e1 value=2017-09-28",
    "4 working days earlier; E until 09-29 (Friday), 1 working day after its deadline "
    "(through A → B → E)" },
  { "/schedule-preview/words/link",
    "+dependency gh pred=f succ=c check=confirmed",
    "C: 3 working days later" },
};

static void
test_words (gconstpointer user_data)
{
  const WordsCase *test = user_data;
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (WORDS_PLAN);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(YdEdit) edit = yd_test_script_make (YD_SPACE (plan), test->edit);
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (schedule, edit);
  g_autofree char *words = yd_schedule_preview_dup_words (preview);

  g_assert_cmpstr (words, ==, test->words);
}

/* A target of one unit is not behind what the document states for another one, and none behind what
 * a person has refused.
 */
static void
test_units (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    "+plan plan title=P issued=2017-09-20; +point a order=a title=A; "
    "+unit u name=U; +unit v name=V; "
    "+deadline s point=a origin=stated rule=date value=2017-10-09 unit=u; "
    "+deadline r point=a origin=stated rule=date value=2017-09-29 check=refused; "
    "+deadline t point=a origin=internal rule=date value=2017-10-09 unit=v; "
    "+deadline o point=a origin=internal rule=date value=2017-10-09 unit=u");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(YdEdit) other = yd_test_script_make (YD_SPACE (plan), "deadline t value=2017-10-11");
  g_autoptr(YdEdit) same = yd_test_script_make (YD_SPACE (plan), "deadline o value=2017-10-11");
  g_autoptr(YdSchedulePreview) of_other = yd_schedule_preview (schedule, other);
  g_autoptr(YdSchedulePreview) of_same = yd_schedule_preview (schedule, same);

  g_assert_cmpuint (of_other->dues->len, ==, 1);
  g_assert_cmpint (g_array_index (of_other->dues, YdDueMove, 0).behind, ==, 0);
  g_assert_cmpint (g_array_index (of_same->dues, YdDueMove, 0).behind, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words_cases); i++)
    g_test_add_data_func (words_cases[i].path, &words_cases[i], test_words);
  g_test_add_func ("/schedule-preview/moves", test_preview);
  g_test_add_func ("/schedule-preview/deadline", test_preview_deadline);
  g_test_add_func ("/schedule-preview/circle", test_circle);
  g_test_add_func ("/schedule-preview/units", test_units);

  return g_test_run ();
}
