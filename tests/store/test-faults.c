/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "yd-fault-vfs.h"
#include "yd-test-library.h"

/* Each write, truncation and sync of a few edits fails once, and from then on for
 * good. What was announced is kept, what was not is not there.
 */

#define N_EDITS 5

typedef struct
{
  const char *path;
  int         code;
  gboolean    for_good;
  gboolean    retry;
  YdDbError   expected;
} FaultCase;

static const FaultCase cases[] = {
  { "/faults/full-once",      SQLITE_FULL,        FALSE, FALSE, YD_DB_ERROR_FULL },
  { "/faults/full",           SQLITE_FULL,        TRUE,  FALSE, YD_DB_ERROR_FULL },
  { "/faults/full-retry",     SQLITE_FULL,        TRUE,  TRUE,  YD_DB_ERROR_FULL },
  { "/faults/io-once",        SQLITE_IOERR_WRITE, FALSE, FALSE, YD_DB_ERROR_IO   },
  { "/faults/io-retry",       SQLITE_IOERR_WRITE, TRUE,  TRUE,  YD_DB_ERROR_IO   },
};

static void
add_point (YdEdit *edit,
           int     i)
{
  g_autofree char *id = g_strdup_printf ("k%d", i);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_ORDER, NULL, id);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TITLE, NULL, "推进政务公开");
}

static void
got_result_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
retry (YdSqliteJournal *journal)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gpointer alive;

  yd_sqlite_journal_retry_async (journal, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  yd_sqlite_journal_retry_finish (journal, result, &error);
  g_assert_no_error (error);

  alive = result;
  g_object_add_weak_pointer (G_OBJECT (result), &alive);
  g_clear_object (&result);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Makes edits; returns what the space was when the last one was announced. */
static char *
work (const FaultCase *fault,
      YdLibrary       *library,
      YdSpace         *space,
      YdSqliteJournal *journal)
{
  g_autofree char *announced = yd_test_rows_dump (space);
  gboolean failed = FALSE;

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
      g_autoptr(GError) error = NULL;

      add_point (edit, i);
      if (yd_test_seal_and_keep (library, space, journal, edit, &error))
        {
          g_assert_false (failed);
          g_free (announced);
          announced = yd_test_rows_dump (space);
        }
      else if (failed)
        g_assert_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_BROKEN);
      else
        {
          failed = TRUE;
          g_assert_true (g_error_matches (error, YD_DB_ERROR, (int) fault->expected) ||
                         g_error_matches (error, YD_DB_ERROR, YD_DB_ERROR_IO));
        }
    }

  g_assert_cmpuint (yd_sqlite_journal_get_n_failed (journal) > 0, ==, failed);

  return g_steal_pointer (&announced);
}

static void
assert_kept (YdTestLibrary *fixture,
             const char    *expected)
{
  YdLibrary *library = yd_test_library_open (fixture, YD_LIBRARY_CHECK);
  g_autoptr(YdSpace) space = yd_library_open_space (library, "p", NULL, NULL);
  g_autofree char *state = yd_test_rows_dump (space);
  g_autoptr(GPtrArray) findings = yd_library_verify (library, NULL);

  g_assert_null (yd_library_get_recovery (library));
  g_assert_cmpstr (state, ==, expected);
  g_assert_cmpuint (findings->len, ==, 0);
  yd_test_library_close (library);
}

/* Returns: whether the @nth write was reached */
static gboolean
try_fault (const FaultCase *fault,
           int              nth)
{
  YdTestLibrary fixture;
  YdSqliteJournal *journal;
  g_autofree char *expected = NULL;
  YdLibrary *library;
  YdSpace *space;
  gboolean struck;

  yd_test_library_set_up (&fixture, NULL);
  library = yd_test_library_open (&fixture, 0);
  space = yd_test_make_plan (library, "p", &journal);

  yd_fault_vfs_arm (nth, fault->code, fault->for_good);
  expected = work (fault, library, space, journal);
  struck = yd_fault_vfs_disarm ();

  if (fault->retry && struck)
    {
      retry (journal);
      g_assert_cmpuint (yd_sqlite_journal_get_n_failed (journal), ==, 0);
      g_free (expected);
      expected = yd_test_rows_dump (space);
    }

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);

  assert_kept (&fixture, expected);
  yd_test_library_tear_down (&fixture, NULL);

  return struck;
}

static void
test_fault (gconstpointer data)
{
  int nth = 1;

  while (try_fault (data, nth))
    nth++;

  g_test_message ("%d writes", nth - 1);
  g_assert_cmpint (nth, >, 2 * N_EDITS);
}

/* An edit of very many rows comes into the index after it is kept. Whenever that
 * fails, it is made good when the library is next opened.
 */
static void
test_late_index (void)
{
  guint n_kept = 0;

  for (int nth = 1; nth < 200; nth += g_test_slow () ? 1 : 11)
    {
      YdTestLibrary fixture;
      YdSqliteJournal *journal;
      g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
      g_autoptr(YdEdit) next = yd_edit_new ("test", NULL);
      g_autoptr(GPtrArray) hits = NULL, findings = NULL;
      YdLibrary *library;
      YdSpace *space;
      gboolean kept;

      yd_test_library_set_up (&fixture, NULL);
      library = yd_test_library_open (&fixture, 0);
      space = yd_test_make_plan (library, "p", &journal);
      for (int i = 0; i < 1200; i++)
        add_point (edit, i);

      yd_fault_vfs_arm (nth, SQLITE_FULL, TRUE);
      kept = yd_test_seal_and_keep (library, space, journal, edit, NULL);
      yd_fault_vfs_disarm ();
      n_kept += kept;

      /* Every second time the program ends there. */
      yd_edit_change (next, YD_KIND_POINT, "k7", YD_POINT_TITLE, "推进政务公开", "另外");
      if (kept && nth % 2 == 0)
        g_assert_true (yd_test_seal_and_keep (library, space, journal, next, NULL));

      g_assert_finalize_object (journal);
      g_assert_finalize_object (space);
      yd_test_library_close (library);

      library = yd_test_library_open (&fixture, 0);
      hits = yd_library_search (library, "政务", 5000, NULL);
      g_assert_cmpuint (hits->len, ==, !kept ? 0 : nth % 2 == 0 ? 1199 : 1200);
      findings = yd_library_verify (library, NULL);
      g_assert_cmpuint (findings->len, ==, 0);

      yd_test_library_close (library);
      yd_test_library_tear_down (&fixture, NULL);
    }

  g_assert_cmpuint (n_kept, >, 0);
}

/* A library whose table of points is another's, which only a check finds; and its
 * state before.
 */
static char *
make_damaged (YdTestLibrary *fixture)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  g_autoptr(GBytes) text = g_bytes_new_static ("text", 4);
  g_autofree char *blob = yd_sqlite_journal_put_blob (journal, text);
  g_autoptr(YdDb) db = NULL;
  char *state;

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);

      add_point (edit, i);
      g_assert_true (yd_test_seal_and_keep (library, space, journal, edit, NULL));
    }

  state = yd_test_rows_dump (space);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);

  db = yd_db_open (fixture->path, 0, NULL);
  g_assert_true (yd_db_execute (db, "PRAGMA writable_schema = ON; UPDATE sqlite_schema"
                                    " SET rootpage = (SELECT rootpage FROM sqlite_schema"
                                    " WHERE name = 'plan') WHERE name = 'point'", NULL));
  return state;
}

/* What cannot be repaired now, since the disk is full, is repaired the next time: it
 * is not forgotten that the library is to be looked at, nor is any edit given up.
 */
static gboolean
try_recovery (int      nth,
              gboolean for_good)
{
  YdTestLibrary fixture;
  g_autofree char *expected = NULL, *state = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GBytes) blob = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "text", 4);
  YdLibrary *library;
  YdSpace *space;
  gboolean struck;

  yd_test_library_set_up (&fixture, NULL);
  expected = make_damaged (&fixture);

  yd_fault_vfs_arm (nth, SQLITE_FULL, for_good);
  library = yd_library_open (fixture.path, YD_LIBRARY_CHECK, NULL);
  struck = yd_fault_vfs_disarm ();
  g_assert_true (library != NULL || struck);
  g_clear_object (&library);

  library = yd_test_library_open (&fixture, 0);
  space = yd_library_open_space (library, "p", NULL, NULL);
  state = yd_test_rows_dump (space);
  g_assert_cmpstr (state, ==, expected);
  findings = yd_library_verify (library, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  blob = yd_library_get_blob (library, hash, NULL);
  g_assert_nonnull (blob);

  g_assert_finalize_object (space);
  yd_test_library_close (library);
  yd_test_library_tear_down (&fixture, NULL);

  return struck;
}

static void
test_recovery (void)
{
  for (gboolean for_good = FALSE; for_good <= TRUE; for_good++)
    {
      int nth = 1;

      while (try_recovery (nth, for_good))
        nth += g_test_slow () ? 1 : 11;

      g_assert_cmpint (nth, >, 3 * N_EDITS);
    }
}

int
main (int   argc,
      char *argv[])
{
  /* The disk is not what is tested, and its syncs take long. */
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);

  g_test_init (&argc, &argv, NULL);
  yd_fault_vfs_register ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_fault);

  g_test_add_func ("/faults/late-index", test_late_index);
  g_test_add_func ("/faults/recovery", test_recovery);

  return g_test_run ();
}
