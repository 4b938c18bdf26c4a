/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-fixture.h"

#include <glib/gstdio.h>

#include "yd-open.h"
#include "yd-style.h"

void
yd_detail_fixture_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
count_cb (guint *n)
{
  *n += 1;
}

static void
library_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_open_library_finish (YD_SESSION (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
document_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_open_finish (YD_SESSION (object), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
wait_for (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  *done = FALSE;
}

void
yd_detail_fixture_wait_until_quiet (YdDetailFixture *fixture)
{
  while (!yd_session_get_settled (fixture->session) ||
         yd_page_get_busy (YD_PAGE (fixture->pane)) ||
         yd_detail_history_get_busy (fixture->pane->history))
    g_main_context_iteration (NULL, TRUE);
  yd_detail_fixture_spin ();
}

void
yd_detail_fixture_set_up (YdDetailFixture *fixture,
                          gconstpointer    user_data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->session = yd_session_new (&yd_id_system_source);

  yd_open_library_async (fixture->session, path, library_cb, &fixture->done);
  wait_for (&fixture->done);
  g_assert_true (g_file_get_contents (g_getenv ("YD_SAMPLE"), &text, NULL, NULL));
  yd_open_text_async (fixture->session, "sample", text, NULL, NULL, document_cb, &fixture->done);
  wait_for (&fixture->done);

  fixture->pane = g_object_new (YD_TYPE_DETAIL_PANE, "session", fixture->session, NULL);
  fixture->other = gtk_button_new_with_label ("Other");
  gtk_box_append (GTK_BOX (box), fixture->other);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->pane));
  fixture->window = g_object_new (GTK_TYPE_WINDOW, "default-width", 372, "default-height", 900,
                                  "child", box, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect_swapped (fixture->session, "committed", G_CALLBACK (count_cb),
                            &fixture->n_committed);
  yd_detail_fixture_wait_until_quiet (fixture);
}

void
yd_detail_fixture_tear_down (YdDetailFixture *fixture,
                             gconstpointer    user_data)
{
  YdLibrary *library = g_object_ref (yd_session_get_library (fixture->session));
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  yd_detail_fixture_wait_until_quiet (fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  yd_detail_fixture_spin ();
  g_assert_null (fixture->pane);

  yd_session_close (fixture->session);
  while (!yd_session_get_settled (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->session);
  g_object_unref (library);
  yd_detail_fixture_spin ();
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->folder);
}

YdPoint *
yd_detail_fixture_get_point (YdDetailFixture *fixture,
                             guint            chapter,
                             int              section)
{
  YdPlan *plan = yd_session_get_plan (fixture->session);
  g_autoptr(YdRow) top = g_list_model_get_item (yd_plan_get_points (plan), chapter);
  g_autoptr(YdRow) point = section >= 0 ? g_list_model_get_item (yd_point_get_children (top),
                                                                 (guint) section) : NULL;

  return point != NULL ? point : top;   /* the plan keeps it */
}

YdPoint *
yd_detail_fixture_choose (YdDetailFixture *fixture,
                          guint            chapter,
                          int              section)
{
  YdPoint *point = yd_detail_fixture_get_point (fixture, chapter, section);

  yd_session_set_selected (fixture->session, point);
  yd_detail_fixture_spin ();
  /* What was issued is shown beside the text. */
  while (yd_quotes_get_busy (fixture->pane->quotes))
    g_main_context_iteration (NULL, TRUE);
  fixture->n_committed = 0;

  return point;
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_session_undo_finish (YD_SESSION (object), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
yd_detail_fixture_undo (YdDetailFixture *fixture)
{
  yd_session_undo_async (fixture->session, NULL, undo_cb, &fixture->done);
  wait_for (&fixture->done);
  yd_detail_fixture_spin ();
}

void
yd_detail_fixture_take_back (YdDetailFixture *fixture,
                             YdEdit          *edit)
{
  yd_session_take_back_async (fixture->session, yd_edit_get_id (edit), NULL, undo_cb,
                              &fixture->done);
  wait_for (&fixture->done);
}

YdFactRow *
yd_detail_fixture_get_row (YdDetailSection *section,
                           guint            i)
{
  return YD_FACT_ROW (yd_detail_section_get_row (section, i));
}

void
yd_detail_fixture_load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/yaodian/Yaodian/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  yd_style_load_pages ();
}
