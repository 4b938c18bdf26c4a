/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-fixture.h"

#include "yd-id.h"
#include "yd-test-script.h"

void
yd_matrix_fixture_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Noon of the first of July 2017 in Peking, and no chance at all. */
static gint64
get_msec (gpointer user_data)
{
  return G_GINT64_CONSTANT (1498881600000);
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint8 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = next++;
}

static const YdIdSource ids = { get_msec, get_random, NULL };

void
yd_matrix_fixture_set_up (YdMatrixFixture *fixture,
                          gconstpointer    script)
{
  g_autofree char *id = yd_id_new (&ids);

  fixture->plan = yd_plan_new (id);
  if (script != NULL)
    yd_test_script_must (YD_SPACE (fixture->plan), script);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&ids);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);

  fixture->page = g_object_new (YD_TYPE_MATRIX_PAGE, NULL);
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  yd_matrix_fixture_spin ();
}

void
yd_matrix_fixture_tear_down (YdMatrixFixture *fixture,
                             gconstpointer    data)
{
  gpointer page = fixture->page, session = fixture->session;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  yd_matrix_fixture_spin ();
  g_assert_null (page);
  g_object_add_weak_pointer (session, &session);
  g_object_unref (session);
  while (session != NULL)               /* what has just read may hold it for a moment */
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

YdGrid *
yd_matrix_fixture_get_grid (YdMatrixFixture *fixture)
{
  return YD_GRID (yd_matrix_page_get_grid (fixture->page));
}

YdMatrix *
yd_matrix_fixture_get_matrix (YdMatrixFixture *fixture)
{
  return yd_matrix_grid_get_matrix (yd_matrix_page_get_grid (fixture->page));
}

YdRow *
yd_matrix_fixture_lookup (YdMatrixFixture *fixture,
                          YdKind           kind,
                          const char      *id)
{
  return yd_space_lookup (YD_SPACE (fixture->plan), kind, id);
}

void
yd_matrix_fixture_go (YdMatrixFixture *fixture,
                      const char      *point,
                      const char      *unit)
{
  yd_matrix_grid_go (yd_matrix_page_get_grid (fixture->page),
                     yd_matrix_fixture_lookup (fixture, YD_KIND_POINT, point),
                     yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, unit));
}

void
yd_matrix_fixture_press_key (YdMatrixFixture *fixture,
                             guint            keyval,
                             GdkModifierType  state)
{
  GtkWidget *grid = GTK_WIDGET (yd_matrix_fixture_get_grid (fixture));
  g_autoptr(GListModel) list = gtk_widget_observe_controllers (grid);
  gboolean handled = FALSE;

  /* The newest is asked first. */
  for (guint i = 0; i < g_list_model_get_n_items (list) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (list, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  g_assert_true (handled);
  yd_matrix_fixture_spin ();
}

/* The one of the two cells that would get the focus. */
GtkWidget *
yd_matrix_fixture_get_cell (YdMatrixFixture *fixture)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (yd_matrix_fixture_get_grid (fixture)));

  return gtk_widget_get_child_visible (cell) ? cell : gtk_widget_get_next_sibling (cell);
}

YdRole
yd_matrix_fixture_get_role (YdMatrixFixture *fixture,
                            const char      *point,
                            const char      *unit)
{
  YdMatrix *matrix = yd_matrix_fixture_get_matrix (fixture);
  YdPoint *row = yd_matrix_fixture_lookup (fixture, YD_KIND_POINT, point);
  YdRow *column = yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, unit);
  YdMatrixCell cell;

  if (!yd_matrix_get_cell (matrix, yd_matrix_find_row (matrix, row),
                           yd_matrix_find_column (matrix, column), &cell))
    return YD_ROLE_NONE;

  return cell.role;
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;
  guint n_left;

  yd_session_undo_finish (YD_SESSION (object), result, &n_left, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

void
yd_matrix_fixture_undo (YdMatrixFixture *fixture)
{
  gboolean done = FALSE;

  yd_session_undo_async (fixture->session, NULL, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  yd_matrix_fixture_spin ();
}
