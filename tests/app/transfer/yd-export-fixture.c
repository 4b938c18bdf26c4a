/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-fixture.h"

#include <glib/gstdio.h>

#include "yd-plan-edits.h"
#include "yd-test-gtk.h"

void
yd_export_fixture_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
told_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  char **words = user_data;

  g_free (*words);
  *words = g_variant_dup_string (parameter, NULL);
}

static void
add_action (GSimpleActionGroup  *group,
            const char          *name,
            char               **words)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (told_cb), words);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

void
yd_export_fixture_set_up (YdExportFixture *fixture,
                          gconstpointer    user_data)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->parent = gtk_window_new ();
  add_action (group, "exported", &fixture->exported);
  add_action (group, "say", &fixture->said);
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (fixture->parent));
}

void
yd_export_fixture_open_dialog (YdExportFixture *fixture)
{
  fixture->dialog =
    YD_EXPORT_DIALOG (yd_export_dialog_new (GTK_WINDOW (fixture->parent), fixture->session));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  yd_export_fixture_spin ();
}

/* A plan of so many points, each with a title. */
void
yd_export_fixture_open_points (YdExportFixture *fixture,
                               guint            n)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(GError) error = NULL;

  fixture->plan = yd_plan_new (id);
  fixture->journal = yd_test_journal_new ();
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *point = yd_id_new (&yd_id_system_source);
      g_autofree char *key = g_strdup_printf ("a%06uxx", i);
      g_autofree char *title = g_strdup_printf ("Task %u", i + 1);

      yd_edit_create (edit, YD_KIND_POINT, point);
      yd_edit_put (edit, YD_POINT_ORDER, key);
      yd_edit_put (edit, YD_POINT_TITLE, title);
    }
  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
  yd_export_fixture_open_dialog (fixture);
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

/* A preview that is being laid out keeps the plan for a moment. */
static void
drop_plan (YdPlan *plan)
{
  if (plan == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (plan), (gpointer *) &plan);
  g_object_unref (plan);
  while (plan != NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
yd_export_fixture_tear_down (YdExportFixture *fixture,
                             gconstpointer    user_data)
{
  YdSession *session = fixture->session;

  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  if (fixture->parent != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->parent));
  yd_export_fixture_spin ();
  g_assert_null (fixture->dialog);

  yd_session_close (session);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  yd_export_fixture_spin ();
  drop_plan (fixture->plan);
  if (fixture->journal != NULL)
    g_assert_finalize_object (fixture->journal);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->exported);
  g_free (fixture->said);
}

void
yd_export_fixture_export_to (YdExportFixture *fixture,
                             const char      *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  yd_export_dialog_export_to (fixture->dialog, file);
}

void
yd_export_fixture_wait (YdExportFixture *fixture)
{
  while (fixture->dialog != NULL && yd_export_dialog_get_busy (fixture->dialog))
    g_main_context_iteration (NULL, TRUE);
  yd_export_fixture_spin ();
}

gboolean
yd_export_fixture_exists (YdExportFixture *fixture,
                          const char      *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
yd_export_fixture_export_text (YdExportFixture *fixture,
                               const char      *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *contents;
  gsize len;

  yd_export_fixture_export_to (fixture, name);
  yd_export_fixture_wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  for (gsize i = 0; i < len; i++)       /* of a zip too, to be searched */
    if (contents[i] == '\0')
      contents[i] = '.';

  return contents;
}

/* Two units; one leads the first point, the other both. */
void
yd_export_fixture_open_units (YdExportFixture *fixture)
{
  static const char * const names[] = { "市财政局", "市审计局" };
  g_autoptr(GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

  yd_export_fixture_open_points (fixture, 2);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  yd_export_fixture_spin ();
  g_ptr_array_add (points, g_list_model_get_item (yd_plan_get_points (fixture->plan), 0));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autoptr(YdEdit) edit = NULL;
      g_autoptr(GError) error = NULL;

      if (i == 1)
        g_ptr_array_add (points, g_list_model_get_item (yd_plan_get_points (fixture->plan), 1));
      edit = yd_plan_edit_assign_new (fixture->plan, points, id, names[i],
                                      i == 0 ? "lead" : "support", &yd_id_system_source);
      yd_session_commit (fixture->session, edit, &error);
      g_assert_no_error (error);
    }
  yd_export_fixture_open_dialog (fixture);
}
