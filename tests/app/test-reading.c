/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reading.h"

#include <string.h>

#include <glib/gstdio.h>

#include "yd-open.h"

/* A session with a library and a plan, and what was answered. */
typedef struct
{
  char      *folder;
  char      *path;
  YdSession *session;
  GString   *answers;           /* a letter for each */
} Fixture;

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *opened = user_data;
  GError *error = NULL;

  *opened = yd_open_library_finish (YD_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  gboolean opened = FALSE;
  GError *error = NULL;

  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->answers = g_string_new (NULL);
  yd_open_library_async (fixture->session, fixture->path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (yd_open_new (fixture->session, "要点", NULL, &error));
  g_assert_no_error (error);
}

static void
settled_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* All that was begun has been answered, or never will be. */
static void
wait_until_read (Fixture *fixture)
{
  gboolean settled = FALSE;

  yd_session_when_settled (fixture->session, settled_cb, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
}

static void
remove_file (Fixture    *fixture,
             const char *end)
{
  g_autofree char *path = g_strconcat (fixture->path, end, NULL);

  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  YdSession *session = fixture->session;

  wait_until_read (fixture);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (session);
  while (session != NULL)               /* what has just read may hold it for a moment */
    g_main_context_iteration (NULL, TRUE);
  for (const char * const *end = (const char *[]) { "", "-wal", "-shm", ".lock", NULL };
       *end != NULL; end++)
    remove_file (fixture, *end);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_string_free (fixture->answers, TRUE);
}

/* Answers a letter with it, but `!` with an error, `~` as if it had been cancelled, and `?` with
 * nothing at all.
 */
static gpointer
read_letter (YdLibrary     *library,
             const char    *plan,
             gpointer       request,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *letter = request;

  if (strchr ("!~?", *letter) == NULL)
    return g_strdup (letter);

  if (*letter != '?')
    g_set_error_literal (error, G_IO_ERROR,
                         *letter == '~' ? G_IO_ERROR_CANCELLED : G_IO_ERROR_FAILED, "No");
  return NULL;
}

static void
letter_read (gpointer      owner,
             gpointer      answer,
             const GError *error)
{
  Fixture *fixture = owner;

  g_assert_true ((answer == NULL) == (error != NULL));
  g_string_append (fixture->answers, answer != NULL ? answer : "!");
}

static const YdReadClass read_class = { read_letter, g_free, g_free, letter_read };

/* `a` is asked; `.` waits for the answer, `x` stops; `-` frees what reads. */
static const struct
{
  const char *path;
  const char *done;
  const char *answers;
} cases[] = {
  { "/reading/once",    "a.",       "a"  },
  { "/reading/again",   "a.b.",     "ab" },
  { "/reading/last",    "abc.",     "c"  },
  { "/reading/error",   "!.a.",     "!a" },
  { "/reading/own",     "~.a.",     "!a" },
  { "/reading/none",    "?.a.",     "!a" },
  { "/reading/stopped", "ax.",      ""   },
  { "/reading/freed",   "a-",       ""   },
  { "/reading/twice",   "axb.c-",   "b"  },
};

static void
test_reading (Fixture       *fixture,
              gconstpointer  user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autoptr(YdReading) reading = yd_reading_new (&read_class, fixture);

  for (const char *step = cases[i].done; *step != '\0'; step++)
    {
      if (*step == 'x')
        yd_reading_stop (reading);
      else if (*step == '-')
        g_clear_pointer (&reading, yd_reading_free);
      else if (*step == '.')
        while (yd_reading_get_busy (reading))
          g_main_context_iteration (NULL, TRUE);
      else
        g_assert_true (yd_reading_begin (reading, fixture->session, g_strndup (step, 1)));
    }

  g_clear_pointer (&reading, yd_reading_free);
  wait_until_read (fixture);
  g_assert_cmpstr (fixture->answers->str, ==, cases[i].answers);
}

/* Where there is nothing to read from, nothing is waited for. */
static void
test_nowhere (void)
{
  g_autoptr(YdSession) session = yd_session_new (&yd_id_system_source);
  Fixture fixture = { .answers = g_string_new (NULL) };
  g_autoptr(YdReading) reading = yd_reading_new (&read_class, &fixture);

  g_assert_false (yd_reading_begin (reading, session, g_strdup ("a")));
  g_assert_false (yd_reading_begin (reading, NULL, g_strdup ("a")));
  g_assert_false (yd_reading_get_busy (reading));
  g_string_free (fixture.answers, TRUE);
}

/* Where the office cannot be read, a plan can be begun all the same. */
static void
test_no_office (Fixture       *fixture,
                gconstpointer  user_data)
{
  YdSession *session = yd_session_new (&yd_id_system_source);
  g_autoptr(GError) error = NULL;

  yd_session_set_library (session, yd_session_get_library (fixture->session));
  g_assert_null (yd_session_get_office (session));
  g_assert_true (yd_open_new (session, "要点", NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (yd_session_get_plan (session));

  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  while (!yd_session_get_settled (session))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, GUINT_TO_POINTER (i), set_up, test_reading, tear_down);
  g_test_add_func ("/reading/nowhere", test_nowhere);
  g_test_add ("/open/no-office", Fixture, NULL, set_up, test_no_office, tear_down);

  return g_test_run ();
}
