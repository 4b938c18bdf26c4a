/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "yd-library-private.h"
#include "yd-plan.h"
#include "yd-test-library.h"

/* What is on the disk is what is in memory, over all kinds, also after a restart. */
static void
test_state (YdTestLibrary *fixture,
            gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  g_autofree char *state = NULL;

  for (int round = 0; round < 4; round++)
    {
      g_autoptr(YdEdit) last = yd_test_rows_work (library, space, journal, 150);
      g_autoptr(YdSpace) read = NULL;
      g_autoptr(GPtrArray) problems = NULL;
      g_autofree char *read_state = NULL;

      g_clear_pointer (&state, g_free);
      state = yd_test_rows_dump (space);
      g_assert_finalize_object (journal);
      g_assert_finalize_object (space);
      yd_test_library_close (library);

      library = yd_test_library_open (fixture, 0);
      read = yd_library_open_space (library, "p", &problems, NULL);
      read_state = yd_test_rows_dump (read);
      g_assert_cmpstr (read_state, ==, state);
      g_assert_cmpuint (problems->len, ==, 0);

      space = g_steal_pointer (&read);
      journal = yd_library_open_journal (library, space, NULL);
    }

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

/* The journal, applied from the beginning, makes the same state. */
static void
test_replay (YdTestLibrary *fixture,
             gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  g_autoptr(YdSqliteJournal) journal = NULL;
  g_autoptr(YdSpace) space = yd_test_make_plan (library, "p", &journal);
  g_autoptr(YdEdit) last = yd_test_rows_work (library, space, journal, 300);
  g_autoptr(YdSpace) replayed = YD_SPACE (yd_plan_new ("p"));
  g_autoptr(GPtrArray) log = yd_library_read_log (library, "p", 0, 0, NULL);
  g_autofree char *state = yd_test_rows_dump (space);
  g_autofree char *replayed_state = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (((YdLogEntry *) log->pdata[0])->pos, ==, log->len);
  g_assert_cmpuint (log->len, >, 30);

  for (guint pos = 1; pos <= log->len; pos++)
    {
      g_autoptr(YdEdit) edit = yd_library_read_edit (library, "p", pos, &error);

      g_assert_no_error (error);
      yd_space_apply (replayed, edit, &error);
      g_assert_no_error (error);
    }

  replayed_state = yd_test_rows_dump (replayed);
  g_assert_cmpstr (replayed_state, ==, state);

  g_clear_object (&journal);
  yd_test_library_close (library);
}

static GPtrArray *
undo (YdLibrary       *library,
      YdSpace         *space,
      YdSqliteJournal *journal,
      gboolean         redo)
{
  GPtrArray *edits = yd_library_read_undo (library, yd_space_get_id (space), redo, NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr(YdEdit) inverse = yd_space_invert (space, edits->pdata[i], NULL);
      g_autoptr(GError) error = NULL;

      yd_test_seal_and_keep (library, space, journal, inverse, &error);
      g_assert_no_error (error);
    }

  return edits;
}

static void
rename_plan (YdLibrary       *library,
             YdSpace         *space,
             YdSqliteJournal *journal,
             const char      *title)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.rename", NULL);
  g_autoptr(GError) error = NULL;

  yd_edit_change (edit, YD_KIND_PLAN, "p", YD_PLAN_TITLE, yd_plan_get_title (YD_PLAN (space)),
                  title);
  yd_test_seal_and_keep (library, space, journal, edit, &error);
  g_assert_no_error (error);
}

/* u undo, r redo, a letter renames; the titles that follow. Each step is a restart. */
static void
test_undo (YdTestLibrary *fixture,
           gconstpointer  data)
{
  const char *steps = "abuuurrrucur";
  const char * const titles[] = { "a", "b", "a", "要点", "要点", "a", "b", "b", "a", "c", "a", "c" };
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);

  for (guint i = 0; steps[i] != '\0'; i++)
    {
      g_autoptr(GPtrArray) edits = NULL;
      char title[] = { steps[i], '\0' };

      g_assert_finalize_object (journal);
      g_assert_finalize_object (space);
      yd_test_library_close (library);
      library = yd_test_library_open (fixture, 0);
      space = yd_library_open_space (library, "p", NULL, NULL);
      journal = yd_library_open_journal (library, space, NULL);

      if (steps[i] == 'u' || steps[i] == 'r')
        edits = undo (library, space, journal, steps[i] == 'r');
      else
        rename_plan (library, space, journal, title);
      g_assert_cmpstr (yd_plan_get_title (YD_PLAN (space)), ==, titles[i]);
    }

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

/* An edit that is there already is refused; those behind it wait, and nothing passes. */
static void
test_broken (YdTestLibrary *fixture,
             gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  g_autoptr(YdEdit) birth = yd_library_read_edit (library, "p", 1, NULL);
  g_autoptr(YdEdit) second = yd_edit_new ("plan.rename", NULL);
  g_autoptr(GPtrArray) log = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_journal_append (YD_JOURNAL (journal), birth, NULL));
  yd_edit_change (second, YD_KIND_PLAN, "p", YD_PLAN_TITLE, "要点", "x");
  g_assert_false (yd_test_seal_and_keep (library, space, journal, second, &error));
  g_assert_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_BROKEN);
  g_assert_cmpuint (yd_sqlite_journal_get_n_failed (journal), ==, 2);

  log = yd_library_read_log (library, "p", 0, 0, NULL);
  g_assert_cmpuint (log->len, ==, 1);

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

/* A content comes with its edit, and its paragraphs are found. */
static void
test_source (YdTestLibrary *fixture,
             gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  g_autoptr(GBytes) text = g_bytes_new_static ("标题\n\n推进𠮷审批\n", strlen ("标题\n\n推进𠮷审批\n"));
  g_autofree char *hash = yd_sqlite_journal_put_blob (journal, text);
  g_autoptr(YdEdit) edit = yd_edit_new ("source.add", NULL);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;
  const YdSearchHit *hit;

  yd_edit_create (edit, YD_KIND_SOURCE, "s");
  yd_edit_change (edit, YD_KIND_SOURCE, "s", YD_SOURCE_BLOB, NULL, hash);
  yd_test_seal_and_keep (library, space, journal, edit, &error);
  g_assert_no_error (error);

  read = yd_library_get_blob (library, hash, NULL);
  g_assert_true (g_bytes_equal (read, text));

  hits = yd_library_search (library, "审批", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->space, ==, "p");
  g_assert_cmpstr (hit->id, ==, "s");
  g_assert_cmpint (hit->kind, ==, YD_KIND_SOURCE);
  g_assert_cmpstr (hit->text, ==, "推进𠮷审批");
  g_assert_cmpuint (hit->start, ==, 4);
  g_assert_cmpuint (hit->end, ==, 9);

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

typedef struct
{
  const char *query;
  const char *titles;           /* those found, joined by blanks */
} SearchCase;

static const SearchCase search_cases[] = {
  { "扶贫",       "精准扶贫 扶贫办" },
  { "贫",         "精准扶贫 扶贫办" },
  { "精准扶贫",   "精准扶贫" },
  { "贫扶",       "" },
  { "git",        "GitHub账号" },
  { "gt",         "" },
  { "hub账",      "GitHub账号" },
  { "２０１７",   "2017年" },
  { "扶贫 精准",  "精准扶贫" },
  { "扶贫 git",   "" },
  { "“双随机”",   "“双随机”" },
  { "双随机",     "“双随机”" },
  { "\"",         "" },
  { "扶贫\"",     "精准扶贫 扶贫办" },
  { "AND",        "" },
  { "扶贫*",      "精准扶贫 扶贫办" },
  { "-扶贫",      "精准扶贫 扶贫办" },
  { "text:扶贫",  "" },
  { "",           "" },
  { " \t",        "" },
  { "'; DROP",    "" },
  { "旧题",       "" },
  { "新题",       "新题" },
  { "删了",       "" },
  { "下面",       "" },
};

static void
add_point (YdEdit     *edit,
           const char *id,
           const char *title,
           const char *parent)
{
  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_ORDER, NULL, id);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TITLE, NULL, title);
  if (parent != NULL)
    yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_PARENT, NULL, parent);
}

static void
fill_for_search (YdLibrary       *library,
                 YdSpace         *space,
                 YdSqliteJournal *journal)
{
  const char * const titles[] = {
    "精准扶贫", "扶贫办", "GitHub账号", "2017年", "“双随机”", "旧题", "删了"
  };
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(YdEdit) change = yd_edit_new ("test", NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      char id[] = { 'a' + i, '\0' };

      add_point (edit, id, titles[i], NULL);
    }
  add_point (edit, "z", "下面", "g");
  yd_test_seal_and_keep (library, space, journal, edit, &error);
  g_assert_no_error (error);

  yd_edit_change (change, YD_KIND_POINT, "f", YD_POINT_TITLE, "旧题", "新题");
  yd_edit_change (change, YD_KIND_POINT, "g", YD_FIELD_DELETED, "false", "true");
  yd_test_seal_and_keep (library, space, journal, change, &error);
  g_assert_no_error (error);
}

static void
test_search (YdTestLibrary *fixture,
             gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);

  fill_for_search (library, space, journal);

  for (guint i = 0; i < G_N_ELEMENTS (search_cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) hits = yd_library_search (library, search_cases[i].query, 100, &error);
      g_autoptr(GString) found = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint h = 0; h < hits->len; h++)
        g_string_append_printf (found, "%s%s", h > 0 ? " " : "",
                                ((YdSearchHit *) hits->pdata[h])->text);
      g_test_message ("%s", search_cases[i].query);
      g_assert_cmpstr (found->str, ==, search_cases[i].titles);
    }

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

/* Another process may read, and not write. */
/* Another process, started anew: what is left of threads after a fork may not even allocate. */
static int
be_second (const char *path)
{
  g_autoptr(GError) error = NULL;
  YdLibrary *second = yd_library_open (path, 0, &error);
  YdLibrary *reader = yd_library_open (path, YD_LIBRARY_READ_ONLY, NULL);
  YdSpace *read = reader != NULL ? yd_library_open_space (reader, "p", NULL, NULL) : NULL;

  return second == NULL && strstr (error->message, "open") != NULL && read != NULL &&
         g_error_matches (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_LOCKED) &&
         yd_library_open_journal (reader, read, NULL) == NULL ? 0 : 1;
}

static void
test_lock (YdTestLibrary *fixture,
           gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  g_autoptr(YdSpace) space = yd_test_make_plan (library, "p", &journal);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) second = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error,
                                                    "/proc/self/exe", "--second",
                                                    fixture->path, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (second, NULL, &error);
  g_assert_no_error (error);

  g_assert_finalize_object (journal);
  yd_test_library_close (library);
}

/* Lists: what is deleted is not there; a library that was never written is empty. */
static void
test_lists (YdTestLibrary *fixture,
            gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, YD_LIBRARY_READ_ONLY);
  g_autoptr(GPtrArray) none = yd_library_list_spaces (library, NULL, NULL);
  g_autoptr(GPtrArray) two = NULL, one = NULL;
  YdSqliteJournal *first_journal, *second_journal;
  g_autoptr(YdSpace) first = NULL;
  g_autoptr(YdSpace) second = NULL;
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.delete", NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  yd_test_library_close (library);

  library = yd_test_library_open (fixture, 0);
  first = yd_test_make_plan (library, "p", &first_journal);
  second = yd_test_make_plan (library, "q", &second_journal);
  two = yd_library_list_spaces (library, "plan", NULL);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((YdSpaceInfo *) two->pdata[1])->id, ==, "q");
  g_assert_cmpstr (((YdSpaceInfo *) two->pdata[1])->title, ==, "要点");
  g_assert_cmpint (((YdSpaceInfo *) two->pdata[1])->n_edits, ==, 1);

  yd_edit_change (edit, YD_KIND_PLAN, "p", YD_FIELD_DELETED, "false", "true");
  g_assert_true (yd_test_seal_and_keep (library, first, first_journal, edit, NULL));
  one = yd_library_list_spaces (library, "plan", NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((YdSpaceInfo *) one->pdata[0])->id, ==, "q");

  g_assert_finalize_object (first_journal);
  g_assert_finalize_object (second_journal);
  yd_test_library_close (library);
}

static guint
count_proposed (YdSpace *space)
{
  static const struct { YdKind kind; guint check; } facts[] = {
    { YD_KIND_POINT, YD_POINT_CHECK }, { YD_KIND_ASSIGNMENT, YD_ASSIGNMENT_CHECK },
    { YD_KIND_DEADLINE, YD_DEADLINE_CHECK }, { YD_KIND_DEPENDENCY, YD_DEPENDENCY_CHECK },
    { YD_KIND_REFERENCE, YD_REFERENCE_CHECK },
  };
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (facts); k++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, facts[k].kind);

      for (guint i = 0; i < rows->len; i++)
        n += g_strcmp0 (yd_row_get_cell (rows->pdata[i], facts[k].check), "proposed") == 0 &&
             yd_space_is_live (space, rows->pdata[i]);
    }

  return n;
}

/* What is counted without opening a plan is what is counted in it, whatever was done. */
static void
test_counts (YdTestLibrary *fixture,
             gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  YdPlanCounts counts;
  guint n_seen = 0;
  g_autoptr(GError) error = NULL;

  for (int round = 0; round < 12; round++)
    {
      g_autoptr(YdEdit) last = yd_test_rows_work (library, space, journal, 40);

      g_assert_true (yd_library_count_plan (library, "p", &counts, NULL));
      g_assert_cmpuint (counts.proposed, ==, count_proposed (space));
      n_seen += counts.proposed;
    }
  g_assert_cmpuint (n_seen, >, 0);
  g_assert_false (yd_library_count_plan (library, "q", &counts, &error));
  g_assert_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING);

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

/* Points as the outline counts them: `+` a top one, `/` one below the last top one, `.` a
 * sentence below it, `:` a paragraph beside them, `-` a top one that is deleted.
 */
static void
test_count_points (YdTestLibrary *fixture,
                   gconstpointer  data)
{
  static const struct { const char *points; guint n; } cases[] = {
    { "", 0 }, { "+", 1 }, { "++", 2 }, { "+//", 2 }, { "+//+", 3 }, { "+..", 1 }, { "+/+.", 2 },
    { ":", 0 }, { "+//:", 2 }, { "+//:.", 2 }, { "-//", 0 }, { "+//-/", 2 }, { "+./", 1 },
  };
  YdLibrary *library = yd_test_library_open (fixture, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plan = g_strdup_printf ("p%u", i);
      YdSqliteJournal *journal;
      YdSpace *space = yd_test_make_plan (library, plan, &journal);
      g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
      g_autoptr(YdEdit) gone = yd_edit_new ("test", NULL);
      g_autoptr(GError) error = NULL;
      char top[] = { 'a', '\0' };
      YdPlanCounts counts;

      for (guint j = 0; cases[i].points[j] != '\0'; j++)
        {
          char what = cases[i].points[j];
          char id[] = { (char) ('a' + j), '\0' };

          yd_edit_create (edit, YD_KIND_POINT, id);
          yd_edit_put (edit, YD_POINT_ORDER, id);
          yd_edit_put (edit, YD_POINT_KIND, strchr (".:", what) != NULL ? "duty" : "section");
          if (strchr ("+-:", what) != NULL)
            top[0] = id[0];
          else
            yd_edit_put (edit, YD_POINT_PARENT, top);
          if (what == '-')
            yd_edit_change (gone, YD_KIND_POINT, id, YD_FIELD_DELETED, "false", "true");
        }
      yd_test_seal_and_keep (library, space, journal, edit, &error);
      g_assert_no_error (error);
      yd_test_seal_and_keep (library, space, journal, gone, &error);
      g_assert_no_error (error);
      g_assert_true (yd_library_count_plan (library, plan, &counts, NULL));
      g_assert_cmpuint (counts.points, ==, cases[i].n);

      g_assert_finalize_object (journal);
      g_assert_finalize_object (space);
    }

  yd_test_library_close (library);
}

static gboolean on_network;

/* In the place of the C library's: says that a folder that is there lies on a network. */
int
statfs (const char    *path,
        struct statfs *info)
{
  int rc = syscall (SYS_statfs, path, info);

  if (rc == 0 && on_network)
    info->f_type = 0x6969;

  return rc;
}

/* From its first day on, when even the folder is new. */
static void
test_network_new (YdTestLibrary *fixture,
                  gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->dir, "new", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr(GError) error = NULL;
  YdSqliteJournal *journal;
  YdLibrary *library;
  YdSpace *space;

  on_network = TRUE;
  library = yd_library_open (path, 0, &error);
  on_network = FALSE;
  g_assert_no_error (error);
  g_assert_true (yd_library_get_on_network (library));

  space = yd_test_make_plan (library, "p", &journal);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);
}

/* On a network there is no WAL, and a library that had one loses nothing by moving. */
static void
test_network (YdTestLibrary *fixture,
              gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdDb) db = NULL;
  gint64 n;

  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  yd_test_library_close (library);

  db = _yd_library_file_open (fixture->path, YD_DB_NO_WAL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (yd_db_execute (db, "INSERT INTO recent (space, at) VALUES (1, '')", &error));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (yd_db_get_int (db, "SELECT count(*) FROM edit", &n, &error));
  g_assert_cmpint (n, ==, 1);

  g_assert_true (_yd_library_is_network (0x6969));              /* NFS */
  g_assert_true (_yd_library_is_network (0xff534d42));          /* CIFS */
  g_assert_true (_yd_library_is_network ((int) 0xfe534d42));    /* SMB2, as some report it */
  g_assert_false (_yd_library_is_network (0xef53));             /* ext4 */
  g_assert_false (_yd_library_is_network (0x01021994));         /* tmpfs */
}

#define ADD(path, func) \
  g_test_add (path, YdTestLibrary, NULL, yd_test_library_set_up, func, yd_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--second"))
    return be_second (argv[2]);

  g_test_init (&argc, &argv, NULL);

  ADD ("/library/state", test_state);
  ADD ("/library/replay", test_replay);
  ADD ("/library/undo", test_undo);
  ADD ("/library/broken", test_broken);
  ADD ("/library/source", test_source);
  ADD ("/library/search", test_search);
  ADD ("/library/lock", test_lock);
  ADD ("/library/lists", test_lists);
  ADD ("/library/counts", test_counts);
  ADD ("/library/count-points", test_count_points);
  ADD ("/library/network", test_network);
  ADD ("/library/network-new", test_network_new);

  return g_test_run ();
}
