/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-fixture.h"

#include <glib/gstdio.h>

#include "yd-open.h"

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Until the text is there, and all is on the disk. */
void
yd_source_fixture_settle (YdSourceFixture *self)
{
  while (yd_page_get_busy (YD_PAGE (self->page)) || !yd_session_get_settled (self->session))
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **got = user_data;

  *got = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* @words: (nullable): a document; the sample if there is none */
static void
open_document (YdSourceFixture *self,
               const char      *words)
{
  g_autofree char *library = g_build_filename (self->folder, "library.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GError) error = NULL;

  yd_open_library_async (self->session, library, ready_cb, &opened);
  yd_open_library_finish (self->session, wait_for (&opened), &error);
  g_assert_no_error (error);

  if (words != NULL)
    text = g_strdup (words);
  else
    g_file_get_contents (g_getenv ("YD_SAMPLE"), &text, NULL, &error);
  g_assert_no_error (error);
  yd_open_text_async (self->session, "jingmen-2017.txt", text, NULL, NULL, ready_cb, &read);
  yd_open_finish (self->session, wait_for (&read), NULL, &error);
  g_assert_no_error (error);
}

static void
count_cb (YdSourceFixture *self)
{
  self->n_committed++;
}

/* Returns: (transfer none) (nullable): the first widget of @type in @widget */
GtkWidget *
yd_source_fixture_find (GtkWidget *widget,
                        GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = yd_source_fixture_find (child, type);

  return found;
}

void
yd_source_fixture_set_up (YdSourceFixture *self,
                          gconstpointer    user_data)
{
  self->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  self->session = yd_session_new (&yd_id_system_source);
  self->page = g_object_new (YD_TYPE_SOURCE_PAGE, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  yd_page_set_session (YD_PAGE (self->page), self->session);
  gtk_window_present (GTK_WINDOW (self->window));

  open_document (self, user_data);
  self->plan = yd_session_get_plan (self->session);
  self->text = YD_SOURCE_TEXT (yd_source_fixture_find (GTK_WIDGET (self->page),
                                                       YD_TYPE_SOURCE_TEXT));
  self->review = YD_REVIEW_LIST (yd_source_fixture_find (GTK_WIDGET (self->page),
                                                         YD_TYPE_REVIEW_LIST));
  yd_source_fixture_settle (self);
  g_signal_connect_swapped (self->session, "committed", G_CALLBACK (count_cb), self);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_remove (child);
    }
  g_remove (path);
}

void
yd_source_fixture_tear_down (YdSourceFixture *self,
                             gconstpointer    user_data)
{
  YdPlan *plan = self->plan;
  YdSourcePage *page = self->page;
  YdSession *session = self->session;

  yd_source_fixture_settle (self);
  if (plan != NULL)
    g_object_add_weak_pointer (G_OBJECT (plan), (gpointer *) &plan);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
  while (plan != NULL || page != NULL || session != NULL)
    g_main_context_iteration (NULL, TRUE);
  spin ();

  remove_folder (self->folder);
  g_free (self->folder);
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  gboolean *undone = user_data;
  g_autoptr(GError) error = NULL;

  yd_session_undo_finish (YD_SESSION (object), result, NULL, &error);
  g_assert_no_error (error);
  *undone = TRUE;
}

void
yd_source_fixture_undo (YdSourceFixture *self)
{
  gboolean undone = FALSE;

  yd_session_undo_async (self->session, NULL, undo_cb, &undone);
  while (!undone)
    g_main_context_iteration (NULL, TRUE);
  yd_source_fixture_settle (self);
}

void
yd_source_fixture_act (YdSourceFixture *self,
                       const char      *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
  spin ();
}

/* A key as its controller gets it. Returns: whether one took it */
gboolean
yd_source_fixture_press (YdSourceFixture *self,
                         GtkWidget       *widget,
                         guint            keyval,
                         GdkModifierType  state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);
  gboolean taken = FALSE;

  for (guint i = 0; i < n && !taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
    }
  spin ();

  return taken;
}
