/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "yd-edit-body-private.h"
#include "yd-id.h"
#include "yd-library.h"
#include "yd-plan.h"
#include "yd-statement.h"
#include "yd-tables-private.h"
#include "yd-value.h"
#include "yd-wire-edit.h"

/* Save a new plan, open it, one durable edit, search. The limits do the same with
 * SQLite alone: prepared statements, the same tables, one transaction.
 */

#define N_UNITS   200
#define N_EDITS   200
#define N_QUERIES 200

static const char * const words[] = {
  "推进", "公开", "信息", "改革", "服务", "政务", "审批", "监管", "项目", "资金", "扶贫", "教育", "医疗",
  "环境", "保护", "食品", "安全", "财政", "预算", "决算", "企业", "市场", "规范", "制度", "建设", "完善",
  "加强", "落实", "责任", "单位", "牵头", "配合", "部门", "平台", "数据", "开放", "社会", "参与", "监督",
  "考核", "评估", "回应", "关切", "解读", "政策", "发布", "机制", "目录", "清单", "窗口",
};

static char *
make_text (GRand *rand,
           guint  n)
{
  GString *out = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (out, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (out, FALSE);
}

static void
add_point (YdEdit     *edit,
           GRand      *rand,
           const char *id,
           const char *parent,
           guint       i)
{
  g_autofree char *title = make_text (rand, 6);
  g_autofree char *text = make_text (rand, 40);
  g_autofree char *order = g_strdup_printf ("k%06u", i);
  g_autofree char *span = g_strdup_printf ("s:%u-%u", i * 100 + 10, i * 100 + 109);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_PARENT, NULL, parent);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_ORDER, NULL, order);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_KIND, NULL, "item");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TITLE, NULL, title);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TEXT, NULL, text);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_SPAN, NULL, span);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_CHECK, NULL, "proposed");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_SURE, NULL, "95");
}

static void
add_assignment (YdEdit     *edit,
                const char *point,
                const char *unit,
                guint       i)
{
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL);
  g_autofree char *span = g_strdup_printf ("s:%u-%u", i * 100 + 80, i * 100 + 85);

  yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_POINT, NULL, point);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_UNIT, NULL, unit);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_ROLE, NULL, "responsible");
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_WORDS, NULL, "市财政局负责");
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_SPAN, NULL, span);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_CHECK, NULL, "proposed");
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_SURE, NULL, "99");
}

static void
add_deadline (YdEdit     *edit,
              const char *point)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  yd_edit_create (edit, YD_KIND_DEADLINE, id);
  yd_edit_change (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_POINT, NULL, point);
  yd_edit_change (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_RULE, NULL, "date");
  yd_edit_change (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_VALUE, NULL, "2017-12-31");
  yd_edit_change (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_WORDS, NULL, "年底前");
  yd_edit_change (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_CHECK, NULL, "proposed");
}

static void
add_units (YdEdit     *edit,
           char       *units[N_UNITS])
{
  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("市第%u局", i);

      units[i] = yd_id_new (&yd_id_system_source);
      yd_edit_create (edit, YD_KIND_UNIT, units[i]);
      yd_edit_change (edit, YD_KIND_UNIT, units[i], YD_UNIT_NAME, NULL, name);
    }
}

static YdEdit *
make_birth (guint n)
{
  YdEdit *edit = yd_edit_new ("plan.import", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  char *units[N_UNITS];
  g_autofree char *parent = NULL;
  g_autofree char *blob = g_strnfill (64, 'a');

  yd_edit_create (edit, YD_KIND_PLAN, "p");
  yd_edit_change (edit, YD_KIND_PLAN, "p", YD_PLAN_TITLE, NULL, "工作要点");
  yd_edit_create (edit, YD_KIND_SOURCE, "s");
  yd_edit_change (edit, YD_KIND_SOURCE, "s", YD_SOURCE_BLOB, NULL, blob);
  add_units (edit, units);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = yd_id_new (&yd_id_system_source);

      add_point (edit, rand, id, i % 10 == 0 ? NULL : parent, i);
      for (guint k = 0; k < 4; k++)
        add_assignment (edit, id, units[(i * 7 + k * 13) % N_UNITS], i);
      add_deadline (edit, id);
      if (i % 10 == 0)
        {
          g_free (parent);
          parent = g_steal_pointer (&id);
        }
    }

  for (guint i = 0; i < N_UNITS; i++)
    g_free (units[i]);

  yd_edit_seal (edit, "birth");
  return edit;
}

/* MIN() would run it twice. */
static void
keep_best (double *best,
           double  msec)
{
  *best = MIN (*best, msec);
}

/* On a busy machine YD_BENCH_CPU=1 counts the time of the processor, of all threads. */
static gint64
get_usec (void)
{
  struct timespec time;

  if (g_getenv ("YD_BENCH_CPU") == NULL)
    return g_get_monotonic_time ();

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
get_msec_since (gint64 start)
{
  return (get_usec () - start) / 1000.0;
}

static void
print_line (const char *name,
            guint       n,
            double      ours,
            double      limit)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("{\"bench\":\"%s\",\"n\":%u,\"ours_ms\":%.3f,\"limit_ms\":%.3f,\"ratio\":%.2f,"
           "\"rss_mb\":%ld}\n", name, n, ours, limit, ours / limit, usage.ru_maxrss / 1024);
}

/* The limits */

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "PRAGMA cache_size = -65536", NULL, NULL, NULL);

  return db;
}

static void
bind_raw (sqlite3_stmt   *insert,
          const YdChange *change)
{
  const YdField *field = &yd_schema_get_kind (change->kind)->fields[change->field];
  gint64 number;

  if (field->type == YD_VALUE_BOOL)
    sqlite3_bind_int64 (insert, 3 + change->field, change->new_value[0] == 't');
  else if (field->type == YD_VALUE_INT && yd_value_to_int (change->new_value, &number))
    sqlite3_bind_int64 (insert, 3 + change->field, number);
  else
    sqlite3_bind_text (insert, 3 + change->field, change->new_value, -1, SQLITE_STATIC);
}

static void
insert_raw_rows (sqlite3 *db,
                 YdEdit  *edit)
{
  sqlite3_stmt *insert[YD_N_KINDS] = { NULL };
  gint64 keys[YD_N_KINDS] = { 0 };
  guint n_changes, end;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autofree char *sql = _yd_tables_insert_sql (kind);

      sqlite3_prepare_v2 (db, sql, -1, &insert[kind], NULL);
    }

  for (guint i = 0; i < n_changes; i = end)
    {
      sqlite3_stmt *statement = insert[changes[i].kind];

      sqlite3_bind_int64 (statement, 1, YD_KEY_BASE (1) + ++keys[changes[i].kind]);
      sqlite3_bind_text (statement, 2, changes[i].id, -1, SQLITE_STATIC);
      for (end = i; end < n_changes && changes[end].id == changes[i].id; end++)
        if (changes[end].new_value != NULL)
          bind_raw (statement, &changes[end]);

      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
    }

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    sqlite3_finalize (insert[kind]);
}

static void
insert_raw_body (sqlite3    *db,
                 const char *json)
{
  g_autoptr(GBytes) body = _yd_edit_body_compress (json, strlen (json), NULL);
  sqlite3_stmt *insert = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (body, &size);

  sqlite3_prepare_v2 (db, "INSERT INTO edit (key, id, act, wide, sha256, body)"
                          " VALUES (4294967297, 'birth', '', 1, '', ?1)", -1, &insert, NULL);
  sqlite3_bind_blob (insert, 1, data, size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_finalize (insert);
}

static double
save_raw (const char *path,
          YdEdit     *edit)
{
  g_autofree char *json = yd_wire_edit_to_json (edit);
  sqlite3 *db = open_raw (path);
  gint64 start;

  _yd_tables_prepare (db, NULL);

  start = get_usec ();
  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  insert_raw_rows (db, edit);
  insert_raw_body (db, json);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return get_msec_since (start);
}

static double
open_raw_rows (const char *path)
{
  sqlite3 *db = open_raw (path);
  gint64 start = get_usec ();
  gsize n_bytes = 0;

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autofree char *sql = _yd_tables_select_sql (kind);
      sqlite3_stmt *select = NULL;

      sqlite3_prepare_v2 (db, sql, -1, &select, NULL);
      sqlite3_bind_int64 (select, 1, YD_KEY_BASE (1));
      sqlite3_bind_int64 (select, 2, YD_KEY_BASE (1) | YD_KEY_MAX_ROW);
      while (sqlite3_step (select) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (select); i++)
          if (sqlite3_column_text (select, i) != NULL)
            n_bytes += sqlite3_column_bytes (select, i);
      sqlite3_finalize (select);
    }

  g_assert_cmpuint (n_bytes, >, 0);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return get_msec_since (start);
}

/* One row of the size of an edit, and a commit. */
static double
commit_raw (const char *path)
{
  sqlite3 *db = open_raw (path);
  sqlite3_stmt *insert = NULL;
  gint64 start;

  sqlite3_exec (db, "CREATE TABLE t (key INTEGER PRIMARY KEY, body BLOB)", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO t (body) VALUES (zeroblob (500))", -1, &insert, NULL);

  start = get_usec ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return get_msec_since (start) / N_EDITS;
}

static double
search_raw (const char *path)
{
  sqlite3 *db = open_raw (path);
  sqlite3_stmt *select = NULL;
  gint64 start = get_usec ();

  sqlite3_prepare_v2 (db, "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT 100", -1, &select,
                      NULL);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      const char *word = words[i % G_N_ELEMENTS (words)];
      g_autofree char *query = g_strdup_printf ("\"%.3s %.3s\"", word, word + 3);

      sqlite3_bind_text (select, 1, query, -1, SQLITE_STATIC);
      while (sqlite3_step (select) == SQLITE_ROW)
        ;
      sqlite3_reset (select);
    }
  sqlite3_finalize (select);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return get_msec_since (start) / N_QUERIES;
}

/* Ours */

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static double
save (YdLibrary *library,
      YdEdit    *edit,
      double    *searchable)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("p"));
  g_autoptr(YdSqliteJournal) journal = yd_library_open_journal (library, space, NULL);
  g_autoptr(GError) error = NULL;
  gint64 start = get_usec ();
  g_autoptr(GAsyncResult) result = NULL;
  double msec;

  yd_journal_append_async (YD_JOURNAL (journal), edit, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  msec = get_msec_since (start);

  yd_journal_append_finish (YD_JOURNAL (journal), result, &error);
  g_assert_no_error (error);

  /* The index follows; the last reference comes home behind it. */
  g_clear_object (&result);
  while (G_OBJECT (journal)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  *searchable = get_msec_since (start);

  return msec;
}

static double
open_plan (YdLibrary *library,
           YdSpace  **space)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = get_usec ();

  *space = yd_library_open_space (library, "p", &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  return get_msec_since (start);
}

static double
edit_plan (YdLibrary *library,
           YdSpace   *space,
           guint      n_edits)
{
  g_autoptr(YdSqliteJournal) journal = yd_library_open_journal (library, space, NULL);
  g_autoptr(GPtrArray) points = yd_space_list_rows (space, YD_KIND_POINT);
  gint64 start = get_usec ();

  for (guint i = 0; i < n_edits; i++)
    {
      YdRow *point = points->pdata[i * 31 % points->len];
      g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autofree char *title = g_strdup_printf ("新的题目%u %u", n_edits, i);
      g_autoptr(GError) error = NULL;

      yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_TITLE,
                      yd_row_get_cell (point, YD_POINT_TITLE), title);
      yd_library_sign (library, edit);
      yd_edit_seal (edit, id);
      if (yd_space_apply (space, edit, &error))
        yd_journal_append (YD_JOURNAL (journal), edit, &error);
      g_assert_no_error (error);
    }

  return get_msec_since (start) / n_edits;
}

static double
search (YdLibrary *library)
{
  gint64 start = get_usec ();

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr(GPtrArray) hits =
        yd_library_search (library, words[i % G_N_ELEMENTS (words)], 100, NULL);

      g_assert_cmpuint (hits->len, >, 0);
    }

  return get_msec_since (start) / N_QUERIES;
}

static void
remove_files (const char *dir)
{
  g_autoptr(GDir) files = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (dir);
}

static void
bench_save (guint       n,
            const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "library.db", NULL);
  g_autofree char *raw_path = g_build_filename (dir, "raw.db", NULL);
  g_autoptr(YdEdit) birth = make_birth (n);
  double ours = G_MAXDOUBLE, limit = G_MAXDOUBLE, searchable = G_MAXDOUBLE, msec;

  /* In turns, so that what else the machine does falls on both. */
  for (int i = n < 100000 ? 3 : 1; i > 0; i--)
    {
      YdLibrary *library;

      g_remove (path);
      g_remove (raw_path);
      library = yd_library_open (path, 0, NULL);
      keep_best (&limit, save_raw (raw_path, birth));
      keep_best (&ours, save (library, birth, &msec));
      keep_best (&searchable, msec);
      g_object_unref (library);
    }

  print_line ("save", n, ours, limit);
  print_line ("save and index", n, searchable, limit);
}

static void
bench_use (guint       n,
           const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "library.db", NULL);
  g_autofree char *commit_path = g_build_filename (dir, "commit.db", NULL);
  YdLibrary *library = yd_library_open (path, YD_LIBRARY_READ_ONLY, NULL);
  YdSpace *space = NULL;
  double ours = G_MAXDOUBLE, limit = G_MAXDOUBLE;

  open_raw_rows (path);         /* once for the cache */
  for (int i = 0; i < 3; i++)
    {
      g_clear_object (&space);
      keep_best (&limit, open_raw_rows (path));
      keep_best (&ours, open_plan (library, &space));
    }
  print_line ("open", n, ours, limit);

  limit = search_raw (path);
  ours = search (library);
  print_line ("search", n, ours, limit);
  g_object_unref (library);

  library = yd_library_open (path, 0, NULL);
  edit_plan (library, space, 1);        /* with the backup of the day */
  limit = commit_raw (commit_path);
  ours = edit_plan (library, space, N_EDITS);
  print_line ("edit", n, ours, limit);

  g_object_unref (space);
  g_object_unref (library);
}

/* Each in a process of its own, as it is in life: memory that another one used does
 * not count.
 */
static void
run (const char *program,
     guint       n,
     const char *what,
     const char *dir)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *args[] = { program, number, what, dir, NULL };

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL,
                NULL, NULL);
}

static void
bench (const char *program,
       guint       n)
{
  g_autofree char *dir = g_dir_make_tmp ("yaodian-bench-XXXXXX", NULL);
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);

  run (program, n, "save", dir);
  run (program, n, "use", dir);

  if (g_file_test (backups, G_FILE_TEST_IS_DIR))
    remove_files (backups);
  remove_files (dir);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && strcmp (argv[2], "save") == 0)
    bench_save (atoi (argv[1]), argv[3]);
  else if (argc == 4)
    bench_use (atoi (argv[1]), argv[3]);
  else if (argc > 1)
    bench (argv[0], atoi (argv[1]));
  else
    for (guint n = 1000; n <= 100000; n *= 10)
      bench (argv[0], n);

  return 0;
}
