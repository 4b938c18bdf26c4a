/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "yd-plan.h"
#include "yd-statement.h"
#include "yd-test-library.h"

static void
read_file (const char  *path,
           char       **data,
           gsize       *len)
{
  g_assert_true (g_file_get_contents (path, data, len, NULL));
}

static void
write_file (const char *path,
            const char *data,
            gsize       len)
{
  /* Not g_file_set_contents(): the inode stays. */
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, len, file), ==, len);
  fclose (file);
}

/* Makes a plan and, if a day has gone by, a backup; returns the state at the end. */
static char *
fill (YdTestLibrary *fixture,
      int            n_before,
      int            n_after)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  char *state;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr(YdEdit) last = yd_test_rows_work (library, space, journal,
                                                  round == 0 ? n_before : n_after);

      /* A new process sees to the backup of the day. */
      g_assert_finalize_object (journal);
      yd_test_library_close (library);
      library = yd_test_library_open (fixture, 0);
      journal = yd_library_open_journal (library, space, NULL);
    }

  state = yd_test_rows_dump (space);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);

  return state;
}

static char *
read_state (YdLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSpace) space = yd_library_open_space (library, "p", NULL, &error);

  g_assert_no_error (error);
  return yd_test_rows_dump (space);
}

static void
assert_sound (YdLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = yd_library_verify (library, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((YdLibraryFinding *) findings->pdata[i])->message);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
execute (YdTestLibrary *fixture,
         const char    *sql)
{
  g_autoptr(YdDb) db = yd_db_open (fixture->path, 0, NULL);
  g_autoptr(GError) error = NULL;

  yd_db_execute (db, sql, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *code;             /* of the first finding */
} VerifyCase;

static const VerifyCase verify_cases[] = {
  { "sound",  NULL, NULL },
  { "row",    "UPDATE plan SET title = 'x'", "replay" },
  { "gone",   "DELETE FROM plan", "replay" },
  { "hash",   "UPDATE edit SET body = CAST(replace(body, '要点', '要害') AS BLOB)"
              " WHERE pos = 1", "hash" },
  { "gap",    "DELETE FROM edit WHERE pos = 2", "gap" },
  { "place",  "UPDATE edit SET key = key + 1000 WHERE pos = (SELECT max(pos) FROM edit)", "gap" },
  { "blob",   "INSERT INTO blob (sha256, content) VALUES ('00', x'00')", "blob" },
  { "index",  "INSERT INTO search (rowid, text) VALUES (7, '甲 ')", "index" },
  { "source", "UPDATE plan SET status = 'odd'", "problem" },
};

static void
test_verify (YdTestLibrary *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (verify_cases); i++)
    {
      YdTestLibrary one;
      YdLibrary *library;

      yd_test_library_set_up (&one, NULL);
      g_free (fill (&one, 20, 5));
      if (verify_cases[i].sql != NULL)
        execute (&one, verify_cases[i].sql);

      library = yd_test_library_open (&one, YD_LIBRARY_READ_ONLY);
      if (verify_cases[i].code == NULL)
        assert_sound (library);
      else
        {
          g_autoptr(GPtrArray) findings = yd_library_verify (library, NULL);

          g_test_message ("%s", verify_cases[i].name);
          g_assert_cmpuint (findings->len, >, 0);
          g_assert_cmpstr (((YdLibraryFinding *) findings->pdata[0])->code, ==,
                           verify_cases[i].code);
        }

      yd_test_library_close (library);
      yd_test_library_tear_down (&one, NULL);
    }
}

/* From the backup and the edits behind it; the damaged file is kept as it was. */
static void
test_salvage (YdTestLibrary *fixture,
              gconstpointer  data)
{
  g_autofree char *state = fill (fixture, 60, 60);
  g_autofree char *backups = g_build_filename (fixture->dir, "backups", NULL);
  g_autofree char *read = NULL, *file = NULL, *aside = NULL, *text = NULL;
  const YdRecovery *recovery;
  YdLibrary *library;
  gsize len, aside_len;

  g_assert_true (g_file_test (backups, G_FILE_TEST_IS_DIR));

  /* The table of points is gone; the journal is not. */
  execute (fixture, "PRAGMA writable_schema = ON;"
                    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'point'");
  read_file (fixture->path, &file, &len);

  library = yd_test_library_open (fixture, YD_LIBRARY_CHECK);
  recovery = yd_library_get_recovery (library);
  g_assert_nonnull (recovery);
  g_assert_nonnull (recovery->backup);
  g_assert_cmpuint (recovery->n_recovered, >, 5);
  g_assert_cmpuint (recovery->n_lost, ==, 0);
  text = yd_recovery_dup_text (recovery);
  g_assert_nonnull (strstr (text, recovery->aside));

  read_file (recovery->aside, &aside, &aside_len);
  g_assert_cmpmem (aside, aside_len, file, len);

  read = read_state (library);
  g_assert_cmpstr (read, ==, state);
  assert_sound (library);
  yd_test_library_close (library);
}

/* Without a backup everything comes from the journal. */
static void
test_no_backup (YdTestLibrary *fixture,
                gconstpointer  data)
{
  g_autofree char *state = fill (fixture, 0, 0);
  g_autofree char *read = NULL;
  YdLibrary *library;

  execute (fixture, "PRAGMA writable_schema = ON;"
                    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'plan'");

  library = yd_test_library_open (fixture, YD_LIBRARY_CHECK);
  g_assert_null (yd_library_get_recovery (library)->backup);
  read = read_state (library);
  g_assert_cmpstr (read, ==, state);
  assert_sound (library);
  yd_test_library_close (library);
}

/* Edits that follow a gap are counted, and not applied. */
static void
test_gap (YdTestLibrary *fixture,
          gconstpointer  data)
{
  g_autofree char *state = fill (fixture, 40, 60);
  const YdRecovery *recovery;
  YdLibrary *library;

  execute (fixture, "UPDATE edit SET sha256 = 'odd' WHERE pos = (SELECT max(pos) - 3 FROM edit);"
                    "PRAGMA writable_schema = ON;"
                    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'point'");

  library = yd_test_library_open (fixture, YD_LIBRARY_CHECK);
  recovery = yd_library_get_recovery (library);
  g_assert_cmpuint (recovery->n_lost, ==, 3);
  g_assert_cmpuint (recovery->n_recovered, >, 0);
  assert_sound (library);
  yd_test_library_close (library);
}

/* Cut at any place: it opens, with the backup at least, or says that nothing can be
 * done; and what there was is still there.
 */
static void
test_cut (YdTestLibrary *fixture,
          gconstpointer  data)
{
  g_autofree char *state = fill (fixture, 40, 40);
  g_autofree char *whole = NULL;
  gsize len;

  read_file (fixture->path, &whole, &len);

  for (int eighth = 0; eighth < 8; eighth++)
    {
      gsize cut = len * eighth / 8;
      g_autoptr(GError) error = NULL;
      g_autofree char *read = NULL, *aside = NULL;
      YdLibrary *library;
      gsize aside_len;

      write_file (fixture->path, whole, cut);

      library = yd_library_open (fixture->path, YD_LIBRARY_READ_ONLY, &error);
      g_assert_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_DAMAGED);
      g_assert_null (library);

      library = yd_test_library_open (fixture, 0);
      g_assert_nonnull (yd_library_get_recovery (library)->backup);
      read_file (yd_library_get_recovery (library)->aside, &aside, &aside_len);
      g_assert_cmpmem (aside, aside_len, whole, cut);
      read = read_state (library);
      assert_sound (library);
      yd_test_library_close (library);
    }
}

typedef struct
{
  const char *name;
  const char *content;
  GQuark   (* domain) (void);
  int         code;
} FileCase;

static const FileCase file_cases[] = {
  { "text",   "This is not a library, whatever its name says.", yd_library_error_quark,
    YD_LIBRARY_ERROR_DAMAGED },
  { "folder", NULL, yd_library_error_quark, YD_LIBRARY_ERROR_FOLDER },
};

/* Not a library and no backup: it is left alone. */
static void
test_files (YdTestLibrary *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      const FileCase *file = &file_cases[i];
      g_autofree char *path = g_build_filename (fixture->dir, file->name, NULL);

      if (file->content == NULL)
        g_assert_no_errno (g_mkdir (path, 0700));
      else
        write_file (path, file->content, strlen (file->content));

      for (int read_only = 0; read_only < 2; read_only++)
        {
          g_autoptr(GError) error = NULL;

          g_assert_null (yd_library_open (path, read_only ? YD_LIBRARY_READ_ONLY : 0, &error));
          g_assert_true (g_error_matches (error, file->domain (), file->code));
        }

      if (file->content != NULL)
        {
          g_autofree char *content = NULL;
          gsize len;

          read_file (path, &content, &len);
          g_assert_cmpstr (content, ==, file->content);
        }
    }
}

/* An empty file is a new library, unless there was one. */
static void
test_empty (YdTestLibrary *fixture,
            gconstpointer  data)
{
  g_autofree char *state = NULL;
  YdLibrary *library;

  write_file (fixture->path, "", 0);
  library = yd_test_library_open (fixture, 0);
  g_assert_null (yd_library_get_recovery (library));
  yd_test_library_close (library);

  g_assert_no_errno (g_remove (fixture->path));
  state = fill (fixture, 20, 20);
  write_file (fixture->path, "", 0);
  library = yd_test_library_open (fixture, 0);
  g_assert_nonnull (yd_library_get_recovery (library)->backup);
  yd_test_library_close (library);
}

/* What a later version wrote is not touched. */
static void
test_newer (YdTestLibrary *fixture,
            gconstpointer  data)
{
  g_autofree char *state = fill (fixture, 5, 5);
  g_autofree char *before = NULL, *after = NULL;
  gsize before_len, after_len;

  execute (fixture, "PRAGMA user_version = 9999");
  read_file (fixture->path, &before, &before_len);

  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (yd_library_open (fixture->path, read_only ? YD_LIBRARY_READ_ONLY : 0,
                                      &error));
      g_assert_error (error, YD_DB_ERROR, YD_DB_ERROR_TOO_NEW);
      g_assert_nonnull (strstr (error->message, "newer"));
    }

  read_file (fixture->path, &after, &after_len);
  g_assert_cmpmem (after, after_len, before, before_len);
}

/* A table of an older version gets the columns that came since, after a backup. */
static void
test_older (YdTestLibrary *fixture,
            gconstpointer  data)
{
  g_autofree char *state = fill (fixture, 0, 0);
  g_autofree char *read = NULL;
  g_autofree char *folder = g_build_filename (fixture->dir, "backups", NULL);
  g_autoptr(GDir) backups = NULL;
  g_autoptr(GError) error = NULL;
  YdLibrary *library;

  execute (fixture, "ALTER TABLE plan DROP COLUMN office; DROP TABLE edition;"
                    "UPDATE meta SET value = 0 WHERE name = 'schema'");

  g_assert_null (yd_library_open (fixture->path, YD_LIBRARY_READ_ONLY, &error));
  g_assert_error (error, YD_DB_ERROR, YD_DB_ERROR_READ_ONLY);

  library = yd_test_library_open (fixture, 0);
  read = read_state (library);
  g_assert_cmpstr (read, ==, state);
  assert_sound (library);
  yd_test_library_close (library);

  backups = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (backups);
  g_assert_nonnull (strstr (g_dir_read_name (backups), "-before-"));
}

/* What the first version wrote is read, undone and searched for all time. */
static void
test_version_1 (YdTestLibrary *fixture,
                gconstpointer  data)
{
  g_autofree char *sql = NULL;
  g_autoptr(GPtrArray) spaces = NULL, undo = NULL, redo = NULL, hits = NULL;
  const YdSpaceInfo *info;
  YdLibrary *library;
  gsize len;

  read_file (TEST_DATA "/library-v1.sql", &sql, &len);
  execute (fixture, sql);

  library = yd_test_library_open (fixture, 0);
  assert_sound (library);

  spaces = yd_library_list_spaces (library, "plan", NULL);
  g_assert_cmpuint (spaces->len, ==, 1);
  info = spaces->pdata[0];
  g_assert_cmpstr (info->title, ==, "工作要点（修订）");
  g_assert_cmpint (info->n_edits, ==, 4);

  undo = yd_library_read_undo (library, info->id, FALSE, NULL);
  g_assert_cmpuint (undo->len, ==, 1);
  redo = yd_library_read_undo (library, info->id, TRUE, NULL);
  g_assert_cmpuint (redo->len, ==, 0);
  hits = yd_library_search (library, "财政", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 2);

  yd_test_library_close (library);
}

/* Only the last days are kept. */
static void
test_old_backups (YdTestLibrary *fixture,
                  gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->dir, "backups", NULL);
  g_autofree char *state = NULL;
  g_autoptr(GDir) backups = NULL;
  guint n = 0;

  g_assert_no_errno (g_mkdir (folder, 0700));
  for (int day = 1; day <= 20; day++)
    {
      g_autofree char *path = g_strdup_printf ("%s/library-2001-01-%02d.db", folder, day);

      write_file (path, "", 0);
    }

  state = fill (fixture, 5, 5);

  backups = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (backups) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 7);
}

#define ADD(path, func) \
  g_test_add (path, YdTestLibrary, NULL, yd_test_library_set_up, func, yd_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/damage/verify", test_verify);
  ADD ("/damage/salvage", test_salvage);
  ADD ("/damage/no-backup", test_no_backup);
  ADD ("/damage/gap", test_gap);
  ADD ("/damage/cut", test_cut);
  ADD ("/damage/files", test_files);
  ADD ("/damage/empty", test_empty);
  ADD ("/damage/newer", test_newer);
  ADD ("/damage/older", test_older);
  ADD ("/damage/version-1", test_version_1);
  ADD ("/damage/old-backups", test_old_backups);

  return g_test_run ();
}
