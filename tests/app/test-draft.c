/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-draft.h"

#include <glib/gstdio.h>

#include "yd-open.h"

/* A clock that stands still until it is told that the time has come. */
static GSourceFunc due;
static gpointer due_data;
static guint n_asked;

static guint
ask (guint       ms,
     GSourceFunc func,
     gpointer    user_data)
{
  g_assert_null (due);
  g_assert_cmpuint (ms, ==, YD_DRAFT_INTERVAL);
  due = func;
  due_data = user_data;

  return ++n_asked;
}

static void
forget (guint id)
{
  g_assert_cmpuint (id, ==, n_asked);
  due = NULL;
}

static void
let_pass (void)
{
  GSourceFunc func = g_steal_pointer (&due);

  g_assert_nonnull (func);
  g_assert_false (func (due_data));
}

static const YdDraftClock fake = { ask, forget };

typedef struct
{
  char      *folder;
  YdSession *session;
  gboolean   done;
} Fixture;

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
settle (Fixture *fixture)
{
  while (!yd_session_get_settled (fixture->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  due = NULL;
  n_asked = 0;
  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->session = yd_session_new (&yd_id_system_source);
  yd_open_library_async (fixture->session, path, library_cb, &fixture->done);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  yd_open_new (fixture->session, "Plan", NULL, &error);
  g_assert_no_error (error);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  YdSession *session = fixture->session;
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  settle (fixture);
  yd_session_close (session);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->folder);
}

/* What is kept for the plan, “-” for nothing. */
static void
assert_kept (Fixture    *fixture,
             const char *wanted)
{
  YdSpace *space = YD_SPACE (yd_session_get_plan (fixture->session));
  g_autoptr(GPtrArray) drafts = NULL;
  g_autoptr(GError) error = NULL;

  settle (fixture);
  drafts = yd_library_list_drafts (yd_session_get_library (fixture->session),
                                   yd_space_get_id (space), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, wanted != NULL);
  if (wanted != NULL)
    g_assert_cmpstr (((YdStoredDraft *) g_ptr_array_index (drafts, 0))->value, ==, wanted);
}

static YdDraft *
make (Fixture    *fixture,
      GObject    *text,
      const char *seen)
{
  YdDraft *draft = yd_draft_new (fixture->session, YD_KIND_POINT, "a", YD_POINT_TITLE, seen, text);

  yd_draft_set_clock (draft, &fake);

  return draft;
}

static void
test_editable (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr(GtkWidget) text = g_object_ref_sink (gtk_text_new ());
  g_autoptr(YdDraft) draft = NULL;

  gtk_editable_set_text (GTK_EDITABLE (text), "seen");
  draft = make (fixture, G_OBJECT (text), "seen");
  g_assert_null (due);

  /* Many letters are one write, when its time has come. */
  gtk_editable_set_text (GTK_EDITABLE (text), "o");
  gtk_editable_set_text (GTK_EDITABLE (text), "one");
  assert_kept (fixture, NULL);
  let_pass ();
  assert_kept (fixture, "one");
  g_assert_null (due);

  gtk_editable_set_text (GTK_EDITABLE (text), "two");
  assert_kept (fixture, "one");
  let_pass ();
  assert_kept (fixture, "two");

  /* Who leaves the field does not wait. */
  gtk_editable_set_text (GTK_EDITABLE (text), "three");
  yd_draft_flush (draft);
  g_assert_null (due);
  assert_kept (fixture, "three");

  /* Nothing is typed any more. */
  gtk_editable_set_text (GTK_EDITABLE (text), "seen");
  let_pass ();
  assert_kept (fixture, NULL);

  gtk_editable_set_text (GTK_EDITABLE (text), "four");
  let_pass ();
  gtk_editable_set_text (GTK_EDITABLE (text), "five");
  yd_draft_drop (draft);
  g_assert_null (due);
  assert_kept (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (text), "six");
  g_assert_null (due);
}

/* Who goes without a word leaves what was typed, a text of several lines as well. */
static void
test_buffer (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  YdDraft *draft = make (fixture, G_OBJECT (buffer), NULL);

  gtk_text_buffer_set_text (buffer, "一\n二", -1);
  g_assert_finalize_object (draft);
  g_assert_null (due);
  assert_kept (fixture, "一\n二");

  /* It is dropped by who takes it up, if that one knows of it. */
  draft = make (fixture, G_OBJECT (buffer), NULL);
  yd_draft_drop (draft);
  g_assert_finalize_object (draft);
  assert_kept (fixture, "一\n二");
  draft = make (fixture, G_OBJECT (buffer), NULL);
  yd_draft_note_stored (draft);
  yd_draft_drop (draft);
  g_assert_finalize_object (draft);
  assert_kept (fixture, NULL);
}

/* What is typed in one plan stays with it, whatever is open when it is written. */
static void
test_other_plan (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *id =
    g_strdup (yd_space_get_id (YD_SPACE (yd_session_get_plan (fixture->session))));
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  YdDraft *draft = make (fixture, G_OBJECT (buffer), NULL);
  g_autoptr(GPtrArray) drafts = NULL;
  g_autoptr(GError) error = NULL;

  gtk_text_buffer_set_text (buffer, "a", -1);
  yd_open_new (fixture->session, "Other", NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (draft);
  assert_kept (fixture, NULL);
  drafts = yd_library_list_drafts (yd_session_get_library (fixture->session), id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/draft/editable", test_editable);
  ADD ("/draft/buffer", test_buffer);
  ADD ("/draft/other-plan", test_other_plan);

  return g_test_run ();
}
