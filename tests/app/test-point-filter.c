/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session.h"

#include "yd-matrix.h"
#include "yd-test-journal.h"
#include "yd-test-script.h"

/* A long plan is looked through in pieces; whatever happens between them, what is told in the
 * end is what each point says for itself.
 */

#define N_CHAPTERS 50
#define N_POINTS 100            /* in each */

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  YdPointFilter *filter;
  guint          n_changed;
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
put_point (YdEdit     *edit,
           const char *id,
           const char *parent,
           const char *title,
           guint       place)
{
  g_autofree char *order = g_strdup_printf ("%06u", place);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_put (edit, YD_POINT_PARENT, parent);
  yd_edit_put (edit, YD_POINT_ORDER, order);
  yd_edit_put (edit, YD_POINT_TITLE, title);
}

static void
fill (YdPlan *plan)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.import", NULL);

  yd_edit_create (edit, YD_KIND_PLAN, "plan");
  yd_edit_put (edit, YD_PLAN_TITLE, "计划");
  for (guint i = 0; i < N_CHAPTERS; i++)
    {
      g_autofree char *chapter = g_strdup_printf ("c%u", i);

      put_point (edit, chapter, NULL, "章", i);
      for (guint k = 0; k < N_POINTS; k++)
        {
          g_autofree char *id = g_strdup_printf ("p%u-%u", i, k);
          g_autofree char *title = g_strdup_printf ("推进第%u项PPP", i * N_POINTS + k);

          put_point (edit, id, chapter, title, k);
        }
    }

  yd_edit_seal (edit, "birth");
  g_assert_true (yd_space_apply (YD_SPACE (plan), edit, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->plan = yd_plan_new ("plan");
  fill (fixture->plan);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  fixture->filter = yd_session_get_filter (fixture->session);
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (count_cb),
                            &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  spin ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static gboolean
shows (Fixture    *fixture,
       const char *id)
{
  return yd_point_filter_shows (fixture->filter,
                                yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id));
}

static void
commit_title (Fixture    *fixture,
              const char *id,
              const char *title)
{
  YdRow *point = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id);
  g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);

  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TITLE,
                  yd_row_get_cell (point, YD_POINT_TITLE), title);
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
}

/* Once for all that is typed before the next piece, and not before all is known. */
static void
test_pieces (Fixture       *fixture,
             gconstpointer  data)
{
  yd_point_filter_set_text (fixture->filter, "第4");
  yd_point_filter_set_text (fixture->filter, "第42");
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  yd_point_filter_set_text (fixture->filter, "第4234项ppp");
  g_assert_true (shows (fixture, "p42-34"));
  g_assert_true (shows (fixture, "p42-35"));    /* as the lists still do */
  spin ();

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (shows (fixture, "p42-34"));
  g_assert_true (shows (fixture, "c42"));
  g_assert_false (shows (fixture, "p42-35"));
  g_assert_false (shows (fixture, "c41"));
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  yd_point_filter_set_text (fixture->filter, "第4234项");
  g_main_context_iteration (NULL, FALSE);
  yd_point_filter_set_text (fixture->filter, "");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  spin ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (shows (fixture, "p42-35"));
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  yd_point_filter_set_text (fixture->filter, "第4234项");
  yd_point_filter_finish (fixture->filter);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (shows (fixture, "p42-35"));
  spin ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* Before, while and after it is looked through. */
static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  yd_point_filter_set_text (fixture->filter, "第4234项");
  commit_title (fixture, "p0-1", "也是第4234项");
  g_main_context_iteration (NULL, FALSE);
  commit_title (fixture, "p42-34", "不是");
  spin ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (shows (fixture, "p0-1"));
  g_assert_false (shows (fixture, "p42-34"));
  g_assert_false (shows (fixture, "c42"));

  commit_title (fixture, "p7-7", "第4234项");
  g_assert_true (shows (fixture, "p7-7"));
  g_assert_true (shows (fixture, "c7"));
}

/* Until other words are looked for to the end, what is shown is what was, whatever comes. */
static void
test_before (Fixture       *fixture,
             gconstpointer  data)
{
  yd_point_filter_set_text (fixture->filter, "第4234项");
  spin ();
  commit_title (fixture, "p0-1", "不是");       /* what was known begins anew */
  yd_point_filter_set_text (fixture->filter, "第4235项");
  g_main_context_iteration (NULL, FALSE);
  commit_title (fixture, "p7-7", "也是第4235项");
  g_assert_true (shows (fixture, "p42-34"));
  g_assert_false (shows (fixture, "p42-35"));
  g_assert_false (shows (fixture, "p7-7"));
  g_assert_false (shows (fixture, "c7"));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  spin ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_false (shows (fixture, "p42-34"));
  g_assert_true (shows (fixture, "p42-35"));
  g_assert_true (shows (fixture, "c7"));
}

static void
finish_cb (Fixture *fixture)
{
  yd_point_filter_finish (fixture->filter);
  g_assert_false (shows (fixture, "p42-34"));
  g_assert_true (shows (fixture, "p42-35"));
}

/* Who hears of the words and cannot wait gets what fits them. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  gulong id;

  yd_point_filter_set_text (fixture->filter, "第4234项");
  spin ();
  id = g_signal_connect_swapped (fixture->filter, "notify::text", G_CALLBACK (finish_cb), fixture);
  yd_point_filter_set_text (fixture->filter, "第4235项");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  spin ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_signal_handler_disconnect (fixture->filter, id);
}

/* A list hears of a point that comes before the filter hears of the edit. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  YdRow *chapter = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "c7");
  YdRow *point = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "p42-34");
  g_autoptr(GtkFilterListModel) list =
    gtk_filter_list_model_new (g_object_ref (yd_point_get_children (chapter)),
                               g_object_ref (GTK_FILTER (fixture->filter)));
  g_autoptr(YdEdit) edit = yd_edit_new ("point.move", NULL);

  yd_point_filter_set_text (fixture->filter, "第4234项");
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  yd_edit_change (edit, YD_KIND_POINT, "p42-34", YD_POINT_PARENT, "c42", "c7");
  yd_edit_change (edit, YD_KIND_POINT, "p42-34", YD_POINT_TITLE,
                  yd_row_get_cell (point, YD_POINT_TITLE), "不是");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  g_assert_false (shows (fixture, "p42-34"));
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

/* The plan goes while it is looked through. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  yd_point_filter_set_text (fixture->filter, "第4234项");
  g_main_context_iteration (NULL, FALSE);
  yd_session_close (fixture->session);
  spin ();
  g_assert_false (yd_point_filter_get_active (fixture->filter));

  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  yd_point_filter_set_text (fixture->filter, "第4234项");
  g_main_context_iteration (NULL, FALSE);       /* and the session goes */
}

/* Each chapter is a case: what nobody leads in it, as the matrix has it too. */
static const struct { const char *script, *found; } lead_cases[] = {
  { "+point n1 parent=n order=a; +point n2 parent=n order=b; "
    "+assignment = point=n1 unit=u role=lead; +assignment = point=n2 unit=u role=support", "n2" },
  /* A duty leads for the whole, and the others with it. */
  { "+point n1 parent=n order=a; +point d1 parent=n1 order=a kind=duty; "
    "+point d2 parent=n1 order=b kind=duty; +assignment = point=d1 unit=u role=lead; "
    "+assignment = point=d2 unit=v role=responsible", "" },
  { "+point n1 parent=n order=a; +point d1 parent=n1 order=a kind=duty; "
    "+assignment = point=d1 unit=u role=responsible", "n1 d1" },
  /* What names nobody is answered for by the chapter. */
  { "+point n1 parent=n order=a; +point n2 parent=n order=b; "
    "+assignment = point=n unit=u role=lead; +assignment = point=n2 unit=v role=support", "n2" },
  { "+point n1 parent=n order=a; +assignment = point=n1 unit=u role=lead check=refused", "n1" },
  { "+point d1 parent=n order=a kind=duty; +point n1 parent=n order=b; "
    "+assignment = point=n1 unit=u role=lead", "d1" },
};

static void
append_fits (GtkFilter  *filter,
             GListModel *points,
             YdMatrix   *matrix,
             GString    *found)
{
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      const guint row = yd_matrix_find_row (matrix, point);
      const gboolean fits = yd_point_filter_fits (YD_POINT_FILTER (filter), point);

      g_assert_cmpint (fits, ==, yd_matrix_row_lacks_lead (matrix, row));
      if (fits)
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", yd_row_get_id (point));
      append_fits (filter, yd_point_get_children (point), matrix, found);
    }
}

static void
test_no_lead (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lead_cases); i++)
    {
      g_autofree char *script =
        g_strconcat ("+plan plan title=计划; +point n order=a kind=chapter; "
                     "+unit u name=甲局; +unit v name=乙局; ", lead_cases[i].script, NULL);
      g_autoptr(YdPlan) plan = yd_test_script_new_plan (script);
      g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
      g_autoptr(YdPointFilter) filter = yd_point_filter_new ();
      g_autoptr(GString) found = g_string_new (NULL);

      yd_point_filter_set_state (filter, YD_POINT_STATE_NO_LEAD);
      append_fits (GTK_FILTER (filter), yd_plan_get_points (plan), matrix, found);
      g_assert_cmpstr (found->str, ==, lead_cases[i].found);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/point-filter/pieces", test_pieces },
    { "/point-filter/clear", test_clear },
    { "/point-filter/finish", test_finish },
    { "/point-filter/edits", test_edits },
    { "/point-filter/before", test_before },
    { "/point-filter/told", test_told },
    { "/point-filter/moved", test_moved },
    { "/point-filter/close", test_close },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/point-filter/no-lead", test_no_lead);

  return g_test_run ();
}
