/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gstdio.h>

#include "yd-matrix-fixture.h"
#include "yd-open.h"
#include "yd-plan-edits.h"
#include "yd-test-gtk.h"

/* While the page reads a plan in pieces it may change, go, or be asked for at once. */

/* Shows the plan once more, and stops when its first points were read. */
static void
begin_to_read (YdMatrixFixture *fixture)
{
  yd_session_close (fixture->session);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  while (fixture->page->coming == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (yd_matrix_fixture_get_matrix (fixture));
  g_assert_true (yd_page_get_busy (YD_PAGE (fixture->page)));
}

static void
set_up (YdMatrixFixture *fixture,
        gconstpointer    data)
{
  yd_matrix_fixture_set_up (fixture, YD_MATRIX_SCRIPT);
  begin_to_read (fixture);
}

static void
test_edit (YdMatrixFixture *fixture,
           gconstpointer    data)
{
  YdRow *point = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "a2");
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_row (point, "point.delete");

  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  yd_matrix_fixture_spin ();
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 4);
  g_assert_false (yd_page_get_busy (YD_PAGE (fixture->page)));
}

static void
test_close (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  yd_session_close (fixture->session);
  yd_matrix_fixture_spin ();
  g_assert_null (yd_matrix_fixture_get_matrix (fixture));
  g_assert_false (yd_page_get_busy (YD_PAGE (fixture->page)));
}

/* What is printed is all of it. */
static void
test_print (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  g_autoptr(YdPageMaker) maker = yd_page_create_maker (YD_PAGE (fixture->page));

  g_assert_nonnull (maker);
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 5);
  g_assert_false (yd_page_get_busy (YD_PAGE (fixture->page)));
}

static void
test_window_closes (YdMatrixFixture *fixture,
                    gconstpointer    data)
{
  g_assert_nonnull (fixture->page->coming);
}

/* What was changed in one plan is nothing of the next, whatever is asked for. */
static void
test_changed (YdMatrixFixture *fixture,
              gconstpointer    data)
{
  yd_matrix_fixture_spin ();
  g_object_set (fixture->page, "changed", "today", NULL);
  g_assert_false (yd_reading_get_busy (fixture->page->finding));
  fixture->page->changed = g_hash_table_new (NULL, NULL);
  g_hash_table_add (fixture->page->changed,
                    yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "a1"));
  _yd_matrix_page_apply_look (fixture->page);
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), <, 5);

  begin_to_read (fixture);
  g_assert_null (fixture->page->changed);
  yd_matrix_fixture_spin ();
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 5);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(gboolean *) user_data = yd_open_library_finish (YD_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static void
settled_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
remove_library (const char *folder)
{
  static const char * const ends[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (folder, "/library.db", ends[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/* Where there is something to read from, it is asked for each plan anew. */
static void
test_changed_again (YdMatrixFixture *fixture,
                    gconstpointer    data)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  gboolean opened = FALSE, settled = FALSE;

  yd_matrix_fixture_spin ();
  g_object_set (fixture->page, "changed", "today", NULL);
  yd_open_library_async (fixture->session, path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);

  begin_to_read (fixture);
  while (fixture->page->matrix == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (yd_reading_get_busy (fixture->page->finding));

  yd_session_when_settled (fixture->session, settled_cb, &settled);
  while (!settled || yd_reading_get_busy (fixture->page->finding))
    g_main_context_iteration (NULL, TRUE);
  yd_session_set_library (fixture->session, NULL);
  remove_library (folder);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (YdMatrixFixture *fixture,
                       gconstpointer    data);
  } tests[] = {
    { "/matrix-page/reading/edit", test_edit },
    { "/matrix-page/reading/close", test_close },
    { "/matrix-page/reading/print", test_print },
    { "/matrix-page/reading/changed", test_changed },
    { "/matrix-page/reading/changed-again", test_changed_again },
    { "/matrix-page/reading/window-closes", test_window_closes },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, YdMatrixFixture, NULL, set_up, tests[i].func,
                yd_matrix_fixture_tear_down);

  return g_test_run ();
}
