/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session.h"

#include <string.h>

#include "yd-test-journal.h"
#include "yd-test-space.h"

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  guint          n_committed;
} Fixture;

static void
count_cb (guint *n)
{
  *n += 1;
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
commit (Fixture    *fixture,
        const char *words)
{
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (fixture->plan), words);
  g_autoptr(GError) error = NULL;

  g_assert_true (yd_session_commit (fixture->session, edit, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  fixture->plan = yd_plan_new (id);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  g_signal_connect_swapped (fixture->session, "committed", G_CALLBACK (count_cb),
                            &fixture->n_committed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  spin ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static void
assert_dump (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *dump = yd_test_dump (YD_SPACE (fixture->plan));

  g_assert_cmpstr (dump, ==, expected);
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (yd_session_undo_finish (YD_SESSION (object), result, user_data, &error));
  g_assert_no_error (error);
}

static guint
undo (Fixture *fixture)
{
  guint n_left = G_MAXUINT;

  yd_session_undo_async (fixture->session, NULL, undo_cb, &n_left);
  spin ();

  return n_left;
}

static void
redo (Fixture *fixture)
{
  guint n_left = G_MAXUINT;

  yd_session_redo_async (fixture->session, NULL, undo_cb, &n_left);
  spin ();
}

static void
test_commit (Fixture       *fixture,
             gconstpointer  user_data)
{
  commit (fixture, "+a");
  g_assert_cmpint (yd_session_get_save_state (fixture->session), ==, YD_SAVE_STATE_SAVING);
  g_assert_false (yd_session_get_saved (fixture->session));
  assert_dump (fixture, "a");

  spin ();
  g_assert_true (yd_session_get_saved (fixture->session));
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->journal)->len, ==, 1);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  commit (fixture, "+a");
  edit = yd_test_edit (YD_SPACE (fixture->plan), "~a=B");
  g_assert_false (yd_session_commit (fixture->session, edit, &error));
  g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_STALE);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  assert_dump (fixture, "a");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);

  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  g_assert_true (yd_session_get_saved (fixture->session));
  g_assert_false (yd_session_get_can_undo (fixture->session));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_false (yd_session_get_can_undo (fixture->session));

  commit (fixture, "+a");
  commit (fixture, "a=B");
  g_assert_true (yd_session_get_can_undo (fixture->session));
  g_assert_false (yd_session_get_can_redo (fixture->session));
  g_assert_nonnull (yd_session_get_undo_label (fixture->session));

  g_assert_cmpuint (undo (fixture), ==, 0);
  assert_dump (fixture, "a");
  g_assert_cmpuint (undo (fixture), ==, 0);
  assert_dump (fixture, "");
  g_assert_false (yd_session_get_can_undo (fixture->session));

  redo (fixture);
  assert_dump (fixture, "a");
  redo (fixture);
  assert_dump (fixture, "a=B");
  g_assert_false (yd_session_get_can_redo (fixture->session));

  undo (fixture);
  commit (fixture, "+b");
  g_assert_false (yd_session_get_can_redo (fixture->session));
}

/* Two presses before the first step is read take back two steps, not one twice. */
static void
test_undo_twice (Fixture       *fixture,
                 gconstpointer  user_data)
{
  guint n_left[2] = { G_MAXUINT, G_MAXUINT };

  commit (fixture, "+a");
  commit (fixture, "a=B");
  commit (fixture, "a=C");

  for (guint i = 0; i < 2; i++)
    yd_session_undo_async (fixture->session, NULL, undo_cb, &n_left[i]);
  spin ();
  assert_dump (fixture, "a");
  g_assert_cmpuint (n_left[0] + n_left[1], ==, 0);

  for (guint i = 0; i < 2; i++)
    yd_session_redo_async (fixture->session, NULL, undo_cb, &n_left[i]);
  spin ();
  assert_dump (fixture, "a=C");
}

/* What cannot be taken back must not bar the way to what can. */
static void
test_undo_past_nothing (Fixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr(YdEdit) foreign = NULL;

  commit (fixture, "+a");
  commit (fixture, "a=B");

  foreign = yd_test_edit (YD_SPACE (fixture->plan), "a=C");
  yd_edit_seal (foreign, "0190d3a0-0000-7000-8000-000000000001");
  g_assert_true (yd_space_apply (YD_SPACE (fixture->plan), foreign, NULL));

  g_assert_cmpuint (undo (fixture), ==, 1);
  assert_dump (fixture, "a=C");
  g_assert_true (yd_session_get_can_undo (fixture->session));
  undo (fixture);
  assert_dump (fixture, "");
}

static void
test_group (Fixture       *fixture,
            gconstpointer  user_data)
{
  const char *words[] = { "+a", "+b" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (fixture->plan), words[i]);

      yd_edit_set (edit, YD_EDIT_GROUP, "0190d3a0-0000-7000-8000-000000000002");
      g_assert_true (yd_session_commit (fixture->session, edit, NULL));
    }

  undo (fixture);
  assert_dump (fixture, "");
  redo (fixture);
  assert_dump (fixture, "a b");
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  commit (fixture, "+a");
  spin ();
  yd_test_journal_set_full (fixture->journal, TRUE);
  commit (fixture, "+b");
  commit (fixture, "+c");
  spin ();

  /* What is in memory stays, and nothing more can be done. */
  g_assert_cmpint (yd_session_get_save_state (fixture->session), ==, YD_SAVE_STATE_FAILED);
  g_assert_cmpstr (yd_session_get_failure (fixture->session), ==, "The disk is full");
  g_assert_true (yd_session_get_read_only (fixture->session));
  g_assert_false (yd_session_get_can_undo (fixture->session));
  assert_dump (fixture, "a b c");
  edit = yd_test_edit (YD_SPACE (fixture->plan), "a=B");
  g_assert_false (yd_session_commit (fixture->session, edit, &error));
  g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_READ_ONLY);

  /* It fails again, and then the disk has room. */
  yd_session_retry (fixture->session);
  spin ();
  g_assert_cmpint (yd_session_get_save_state (fixture->session), ==, YD_SAVE_STATE_FAILED);
  yd_test_journal_set_full (fixture->journal, FALSE);
  yd_session_retry (fixture->session);
  spin ();

  g_assert_true (yd_session_get_saved (fixture->session));
  g_assert_null (yd_session_get_failure (fixture->session));
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->journal)->len, ==, 3);
  commit (fixture, "a=B");
}

static void
test_selected (Fixture       *fixture,
               gconstpointer  user_data)
{
  guint n = 0;
  YdRow *point;

  commit (fixture, "+a +b<a");
  point = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "b");
  g_signal_connect_swapped (fixture->session, "notify::selected", G_CALLBACK (count_cb), &n);

  yd_session_set_selected (fixture->session, point);
  yd_session_set_selected (fixture->session, point);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (yd_session_get_selected (fixture->session) == point);

  /* A point below a deleted one is gone as well. */
  commit (fixture, "a!");
  g_assert_null (yd_session_get_selected (fixture->session));
  g_assert_cmpuint (n, ==, 2);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (fixture->plan), "+a");
  g_autoptr(GError) error = NULL;

  yd_session_show (fixture->session, fixture->plan, NULL, NULL);
  g_assert_true (yd_session_get_read_only (fixture->session));
  g_assert_false (yd_session_commit (fixture->session, edit, &error));
  g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_READ_ONLY);
}

/* The plan goes while its edit is still on the way to the disk. */
static void
test_close (Fixture       *fixture,
            gconstpointer  user_data)
{
  commit (fixture, "+a");
  yd_test_journal_set_full (fixture->journal, TRUE);
  commit (fixture, "+b");
  yd_session_close (fixture->session);
  g_assert_null (yd_session_get_plan (fixture->session));
  g_assert_false (yd_session_get_can_undo (fixture->session));

  spin ();
  g_assert_null (yd_session_get_failure (fixture->session));
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->journal)->len, ==, 1);
}

#define N_MANY 5001             /* changes, which are looked up no more */

static void
propose (YdEdit *edit)
{
  yd_edit_create (edit, YD_KIND_POINT, "p");
  yd_edit_put (edit, YD_POINT_ORDER, "p");
  yd_edit_put (edit, YD_POINT_CHECK, "proposed");
}

static void
test_proposed (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(YdEdit) confirm = yd_edit_new ("test", NULL);

  propose (edit);
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  spin ();
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, 1);

  yd_edit_change (confirm, YD_KIND_POINT, "p", YD_POINT_CHECK, "proposed", "confirmed");
  g_assert_true (yd_session_commit (fixture->session, confirm, NULL));
  spin ();
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, 0);

  undo (fixture);
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, 1);
  commit (fixture, "p!");
  spin ();
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, 0);
}

/* More changes than are reckoned one by one. */
static void
propose_many (YdEdit *edit,
              YdEdit *confirm,
              guint   n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      yd_edit_create (edit, YD_KIND_POINT, id);
      yd_edit_put (edit, YD_POINT_ORDER, id);
      yd_edit_put (edit, YD_POINT_CHECK, "proposed");
      yd_edit_change (confirm, YD_KIND_POINT, id, YD_POINT_CHECK, "proposed", "confirmed");
    }
}

/* Who confirms all reads at once that nothing is left. */
static void
test_proposed_many (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(YdEdit) confirm = yd_edit_new ("test", NULL);

  propose_many (edit, confirm, N_MANY);
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  spin ();
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, N_MANY);

  g_assert_true (yd_session_commit (fixture->session, confirm, NULL));
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, 0);
  undo (fixture);
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, N_MANY);
}

#define N_LONG 20000            /* changes, which are turned round before they are applied */

/* Everything was confirmed, and the person is about to take just that back. */
static void
begin_long_undo (Fixture             *fixture,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(YdEdit) confirm = yd_edit_new ("test", NULL);

  propose_many (edit, confirm, N_LONG);
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  g_assert_true (yd_session_commit (fixture->session, confirm, NULL));
  spin ();
  yd_session_take_back_async (fixture->session, yd_edit_get_id (confirm), NULL, callback,
                              user_data);
}

/* What is done while a long edit is turned round stays, and the rest of it is taken back. */
static void
test_undo_long (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(YdEdit) refuse = yd_edit_new ("test", NULL);
  YdRow *last = NULL;
  guint n_left = G_MAXUINT;

  begin_long_undo (fixture, undo_cb, &n_left);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_left, ==, G_MAXUINT);
  yd_edit_change (refuse, YD_KIND_POINT, "m7", YD_POINT_CHECK, "confirmed", "refused");
  g_assert_true (yd_session_commit (fixture->session, refuse, NULL));
  while (n_left == G_MAXUINT)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_left, ==, 1);
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, N_LONG - 1);
  last = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "m7");
  g_assert_cmpstr (yd_row_get_cell (last, YD_POINT_CHECK), ==, "refused");
}

static void
cancelled_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_session_undo_finish (YD_SESSION (object), result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
test_close_in_undo (Fixture       *fixture,
                    gconstpointer  user_data)
{
  gboolean cancelled = FALSE;

  begin_long_undo (fixture, cancelled_cb, &cancelled);
  g_main_context_iteration (NULL, FALSE);
  yd_session_close (fixture->session);
  while (!cancelled)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
draw_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

typedef void (* TurnFunc) (YdSession           *session,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

/* Returns: whether what is as urgent as a frame had its turn before the step was taken */
static gboolean
draws_meanwhile (Fixture  *fixture,
                 TurnFunc  turn)
{
  gboolean drawn = FALSE;
  guint n_left = G_MAXUINT;
  guint id;

  spin ();
  id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, draw_cb, &drawn, NULL);
  turn (fixture->session, NULL, undo_cb, &n_left);
  while (n_left == G_MAXUINT)
    g_main_context_iteration (NULL, TRUE);
  if (!drawn)
    g_source_remove (id);

  return drawn;
}

/* The window draws while a long edit is turned round and applied. On a machine that is stopped just
 * then it does so the next time.
 */
static void
test_draw_in_undo (Fixture       *fixture,
                   gconstpointer  user_data)
{
  guint n_left = G_MAXUINT;
  gboolean drawn = FALSE;

  begin_long_undo (fixture, undo_cb, &n_left);
  while (n_left == G_MAXUINT)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < 50 && !drawn; i++)
    drawn = draws_meanwhile (fixture, i % 2 == 0 ? yd_session_undo_async : yd_session_redo_async);
  g_assert_true (drawn);
}

static gboolean
shows (Fixture    *fixture,
       const char *id)
{
  return yd_point_filter_shows (yd_session_get_filter (fixture->session),
                                yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  user_data)
{
  YdPointFilter *filter = yd_session_get_filter (fixture->session);
  guint n = 0;

  commit (fixture, "+a +b<a +c<a");
  commit (fixture, "b=放管服PPP");
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (count_cb), &n);

  yd_point_filter_set_text (filter, " ppp ");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (yd_point_filter_get_active (filter));
  g_assert_true (shows (fixture, "a"));
  g_assert_true (shows (fixture, "b"));
  g_assert_false (shows (fixture, "c"));

  yd_point_filter_clear (filter);
  g_assert_true (shows (fixture, "c"));
  g_assert_false (yd_point_filter_get_active (filter));

  yd_point_filter_set_state (filter, YD_POINT_STATE_TO_CHECK);
  g_assert_false (shows (fixture, "a"));

  /* Another plan begins without a filter. */
  yd_session_close (fixture->session);
  g_assert_false (yd_point_filter_get_active (filter));
}

static gint64
get_fake_msec (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static void
get_no_random (guint8   *bytes,
               gsize     n_bytes,
               gpointer  user_data)
{
  memset (bytes, 0, n_bytes);
}

/* Noon of a day, where the person sits. */
static gint64
make_noon (int day)
{
  g_autoptr(GDateTime) noon = g_date_time_new_local (2017, 9, day, 12, 0, 0);

  return g_date_time_to_unix (noon) * 1000;
}

static void
test_today (void)
{
  gint64 now = make_noon (20);
  YdIdSource ids = { get_fake_msec, get_no_random, &now };
  g_autoptr(YdSession) session = yd_session_new (&ids);
  guint n_notified = 0;

  g_signal_connect_swapped (session, "notify::today", G_CALLBACK (count_cb), &n_notified);
  g_assert_cmpint (yd_session_get_today (session), ==, yd_day_new (2017, 9, 20));
  g_assert_cmpuint (n_notified, ==, 0);

  yd_session_set_today (session, yd_day_new (2017, 10, 11));
  g_assert_cmpint (yd_session_get_today (session), ==, yd_day_new (2017, 10, 11));
  yd_session_set_today (session, yd_day_new (2017, 10, 11));
  g_assert_cmpuint (n_notified, ==, 1);
}

static YdEdit *
make_unit (const char *kind_id,
           const char *name)
{
  YdEdit *edit = yd_edit_new ("unit.add", NULL);

  yd_edit_create (edit, YD_KIND_UNIT, kind_id);
  yd_edit_put (edit, YD_UNIT_NAME, name);

  return edit;
}

/* A unit that a person adds points to the one that the office knows. */
static void
test_directory (Fixture       *fixture,
                gconstpointer  user_data)
{
  YdOffice *office = yd_office_new ("o");
  YdTestJournal *journal = yd_test_journal_new ();
  g_autoptr(YdEdit) in_office = make_unit ("u", "Finance");
  g_autoptr(YdEdit) known = make_unit ("a", "Finance");
  g_autoptr(YdEdit) unknown = make_unit ("b", "Forestry");
  guint n = 0;

  g_signal_connect_swapped (fixture->session, "notify::directory", G_CALLBACK (count_cb), &n);
  yd_session_set_office (fixture->session, office, YD_JOURNAL (journal));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (yd_directory_lookup (yd_session_get_directory (fixture->session), "u"));
  g_assert_true (yd_session_commit_office (fixture->session, in_office, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (yd_directory_lookup (yd_session_get_directory (fixture->session), "u"));

  g_assert_true (yd_session_commit (fixture->session, known, NULL));
  g_assert_true (yd_session_commit (fixture->session, unknown, NULL));
  g_assert_cmpstr (yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "a"),
                                    YD_UNIT_ORIGIN), ==, "u");
  g_assert_null (yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "b"),
                                  YD_UNIT_ORIGIN));

  spin ();
  yd_session_set_office (fixture->session, NULL, NULL);
  g_assert_finalize_object (office);
  g_assert_finalize_object (journal);
}

/* There is one for each plan, and it follows what is committed and what day it is. */
static void
test_schedule (Fixture       *fixture,
               gconstpointer  user_data)
{
  YdSchedule *schedule;
  YdScheduled scheduled;
  YdRow *point;
  g_autoptr(YdEdit) edit = yd_edit_new ("point.dates", NULL);

  yd_session_set_today (fixture->session, yd_day_new (2017, 9, 20));
  commit (fixture, "+a");
  schedule = yd_session_get_schedule (fixture->session);
  g_assert_true (schedule == yd_session_get_schedule (fixture->session));
  g_assert_cmpint (yd_schedule_get_today (schedule), ==, yd_day_new (2017, 9, 20));

  yd_edit_change (edit, YD_KIND_POINT, "a", YD_POINT_START, NULL, "2017-09-28");
  yd_edit_change (edit, YD_KIND_POINT, "a", YD_POINT_DAYS, NULL, "4");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  point = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "a");
  g_assert_true (yd_schedule_get (schedule, point, &scheduled));
  g_assert_cmpint (scheduled.finish, ==, yd_day_new (2017, 10, 9));

  yd_session_set_today (fixture->session, yd_day_new (2017, 9, 21));
  g_assert_cmpint (yd_schedule_get_today (schedule), ==, yd_day_new (2017, 9, 21));

  yd_session_close (fixture->session);
  g_assert_null (yd_session_get_schedule (fixture->session));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session/directory", test_directory);
  g_test_add_func ("/session/today", test_today);
  ADD ("/session/schedule", test_schedule);
  ADD ("/session/commit", test_commit);
  ADD ("/session/refuse", test_refuse);
  ADD ("/session/nothing", test_nothing);
  ADD ("/session/undo", test_undo);
  ADD ("/session/undo-twice", test_undo_twice);
  ADD ("/session/undo-past-nothing", test_undo_past_nothing);
  ADD ("/session/group", test_group);
  ADD ("/session/failure", test_failure);
  ADD ("/session/selected", test_selected);
  ADD ("/session/read-only", test_read_only);
  ADD ("/session/close", test_close);
  ADD ("/session/proposed", test_proposed);
  ADD ("/session/proposed-many", test_proposed_many);
  ADD ("/session/undo-long", test_undo_long);
  ADD ("/session/draw-in-undo", test_draw_in_undo);
  ADD ("/session/close-in-undo", test_close_in_undo);
  ADD ("/session/filter", test_filter);

  return g_test_run ();
}
