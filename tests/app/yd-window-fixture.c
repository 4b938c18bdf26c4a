/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-fixture.h"

#include <glib/gstdio.h>

void
yd_window_fixture_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
yd_window_fixture_wait_until_idle (YdWindowFixture *fixture)
{
  while (yd_window_get_busy (fixture->window) ||
         !yd_session_get_settled (yd_window_get_session (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  yd_window_fixture_spin ();
}

YdPlan *
yd_window_fixture_get_plan (YdWindowFixture *fixture)
{
  return yd_session_get_plan (yd_window_get_session (fixture->window));
}

void
yd_window_fixture_set_up_window (YdWindowFixture *fixture)
{
  fixture->window = yd_window_new (NULL, &yd_id_system_source);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

void
yd_window_fixture_set_up (YdWindowFixture *fixture,
                          gconstpointer    user_data)
{
  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  fixture->library = g_build_filename (fixture->folder, "library.db", NULL);
  yd_window_fixture_set_up_window (fixture);
}

/* What still runs holds the window, and the lock of the library; then all goes. */
void
yd_window_fixture_end_window (YdWindowFixture *fixture,
                              void           (*end) (GtkWindow *window))
{
  YdSession *session = yd_window_get_session (fixture->window);
  YdLibrary *library = yd_session_get_library (session);

  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  if (library != NULL)
    g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);

  end (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL || session != NULL || library != NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
yd_window_fixture_close_window (YdWindowFixture *fixture)
{
  yd_window_fixture_end_window (fixture, gtk_window_close);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

void
yd_window_fixture_tear_down (YdWindowFixture *fixture,
                             gconstpointer    user_data)
{
  if (fixture->window != NULL)
    yd_window_fixture_close_window (fixture);
  yd_window_fixture_spin ();
  remove_folder (fixture->folder);
  g_free (fixture->library);
  g_free (fixture->folder);
}

void
yd_window_fixture_open_sample (YdWindowFixture *fixture)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_getenv ("YD_SAMPLE"));

  yd_window_open (fixture->window, file);
  yd_window_fixture_wait_until_idle (fixture);
}

void
yd_window_fixture_act (YdWindowFixture *fixture,
                       const char      *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  yd_window_fixture_spin ();
}

/* Returns: (transfer full): the point in the place @i of those that stand at the top */
YdRow *
yd_window_fixture_dup_point (YdWindowFixture *fixture,
                             guint            i)
{
  YdPlan *plan = yd_window_fixture_get_plan (fixture);

  return g_list_model_get_item (yd_plan_get_points (plan), i);
}

/* Returns: (transfer full): the title that the first point had */
char *
yd_window_fixture_rename_first (YdWindowFixture *fixture,
                                const char      *title)
{
  YdSession *session = yd_window_get_session (fixture->window);
  g_autoptr(YdRow) point = yd_window_fixture_dup_point (fixture, 0);
  g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);
  char *old = g_strdup (yd_row_get_cell (point, YD_POINT_TITLE));

  yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_TITLE, old, title);
  g_assert_true (yd_session_commit (session, edit, NULL));
  yd_session_set_selected (session, point);

  return old;
}

void
yd_window_fixture_assert_first (YdWindowFixture *fixture,
                                const char      *title)
{
  g_autoptr(YdRow) point = yd_window_fixture_dup_point (fixture, 0);

  g_assert_cmpstr (yd_row_get_cell (point, YD_POINT_TITLE), ==, title);
}
