/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-plan-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "yd-plan.h"
#include "yd-test-space.h"
#include "yd-wire-extra.h"
#include "yd-wire-manifest.h"
#include "yd-wire-row.h"

#define CONTENT "关于印发工作要点的通知"

typedef struct
{
  char      *folder;
  char      *path;
  GPtrArray *edits;             /* lines */
  guint      next;
  GPtrArray *blobs;             /* contents */
  GPtrArray *extras;
  gboolean   fails;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("yd-plan-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "计划.yaodian", NULL);
  fixture->edits = g_ptr_array_new_with_free_func (g_free);
  fixture->blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  fixture->extras = yd_wire_extras_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = g_dir_read_name (dir);

  /* Nothing half made is left beside it. */
  for (; name != NULL; name = g_dir_read_name (dir))
    g_assert_cmpstr (name, ==, "计划.yaodian");

  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_ptr_array_unref (fixture->edits);
  g_ptr_array_unref (fixture->blobs);
  g_ptr_array_unref (fixture->extras);
}

static char *
hash (const char *content)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
}

static GBytes *
next_edit (gpointer   user_data,
           GError   **error)
{
  Fixture *fixture = user_data;
  const char *line;

  if (fixture->fails && fixture->next == 1)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "no more");
  if (fixture->next == fixture->edits->len || (fixture->fails && fixture->next == 1))
    return NULL;

  line = g_ptr_array_index (fixture->edits, fixture->next);
  fixture->next++;
  return g_bytes_new (line, strlen (line));
}

static GBytes *
get_blob (const char  *sha256,
          gpointer     user_data,
          GError     **error)
{
  g_autofree char *known = hash (CONTENT);

  return strcmp (known, sha256) == 0 ? g_bytes_new_static (CONTENT, strlen (CONTENT)) : NULL;
}

static gboolean
add_edit (const char  *line,
          gsize        len,
          YdEdit      *edit,
          gpointer     user_data,
          GError     **error)
{
  Fixture *fixture = user_data;

  if (fixture->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }

  g_assert_cmpint (strlen (line), ==, len);
  g_ptr_array_add (fixture->edits, g_strdup (line));
  return TRUE;
}

static gboolean
add_blob (const char  *sha256,
          GBytes      *content,
          gpointer     user_data,
          GError     **error)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->blobs, g_bytes_ref (content));
  return TRUE;
}

/* Points, one of them deleted, and sources, one of whose contents is not here. */
static YdSpace *
make_plan (void)
{
  YdSpace *plan = YD_SPACE (yd_plan_new ("plan-1"));
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL), points = NULL, gone = NULL;
  g_autofree char *here = hash (CONTENT), *elsewhere = hash ("not here");
  g_autoptr(GError) error = NULL;

  yd_edit_create (edit, YD_KIND_PLAN, "head");
  yd_edit_change (edit, YD_KIND_PLAN, "head", YD_PLAN_TITLE, NULL, "2017年全市政务公开工作要点");
  yd_edit_create (edit, YD_KIND_SOURCE, "s1");
  yd_edit_change (edit, YD_KIND_SOURCE, "s1", YD_SOURCE_NAME, NULL, "a.txt");
  yd_edit_change (edit, YD_KIND_SOURCE, "s1", YD_SOURCE_BLOB, NULL, here);
  yd_edit_create (edit, YD_KIND_SOURCE, "s2");
  yd_edit_change (edit, YD_KIND_SOURCE, "s2", YD_SOURCE_NAME, NULL, "b.txt");
  yd_edit_change (edit, YD_KIND_SOURCE, "s2", YD_SOURCE_BLOB, NULL, elsewhere);
  yd_edit_seal (edit, "e0");
  yd_space_apply (plan, edit, &error);
  g_assert_no_error (error);

  points = yd_test_apply (plan, "+b +a +c<a +d<c", &error);
  g_assert_no_error (error);
  gone = yd_test_apply (plan, "d!", &error);
  g_assert_no_error (error);

  return plan;
}

static gboolean
write_plan (Fixture  *fixture,
            YdSpace  *plan,
            GError  **error)
{
  const YdPlanFileSource source = { next_edit, get_blob, fixture->extras, fixture };

  fixture->next = 0;
  return yd_plan_file_write (fixture->path, plan, &source, NULL, error);
}

static YdSpace *
read_plan (Fixture  *fixture,
           GError  **error)
{
  const YdPlanFileSink sink = { add_edit, add_blob, fixture->extras, fixture };
  g_autoptr(GPtrArray) problems = NULL;

  g_ptr_array_set_size (fixture->edits, 0);
  g_ptr_array_set_size (fixture->blobs, 0);
  g_ptr_array_set_size (fixture->extras, 0);
  return yd_plan_file_read (fixture->path, NULL, &sink, &problems, NULL, error);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
list_rows (YdSpace *space)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (lines, yd_wire_row_to_json (g_ptr_array_index (rows, i), NULL));
    }

  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
add_content (Fixture *fixture)
{
  g_ptr_array_add (fixture->edits, g_strdup ("{\"id\":\"e1\",\"act\":\"x\",\"later\":[1,2]}"));
  g_ptr_array_add (fixture->edits, g_strdup ("{\"id\":\"e2\",\"act\":\"y\",\"changes\":[{"
                                             "\"kind\":\"ship\",\"id\":\"s\",\"field\":\"f\","
                                             "\"new\":1}]}"));
  yd_wire_extras_add (fixture->extras, "point", "a", "tags", "[1]");
  yd_wire_extras_add (fixture->extras, "ship", "s", "deleted", "true");
  yd_wire_extras_add (fixture->extras, "ship", "s", "sails", "3");
  yd_wire_extras_add (fixture->extras, "point", "a", "colour", "\"red\"");
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(YdSpace) plan = make_plan (), copy = NULL;
  g_autofree char *before = list_rows (plan), *after = NULL, *first = NULL, *second = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_first, n_second;

  add_content (fixture);
  write_plan (fixture, plan, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &first, &n_first, NULL);

  copy = read_plan (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (YD_IS_PLAN (copy));
  g_assert_cmpstr (yd_space_get_id (copy), ==, "plan-1");
  after = list_rows (copy);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (fixture->edits->len, ==, 2);
  g_assert_cmpint (fixture->blobs->len, ==, 1);
  g_assert_cmpint (g_bytes_get_size (g_ptr_array_index (fixture->blobs, 0)), ==,
                   strlen (CONTENT));
  g_assert_cmpint (fixture->extras->len, ==, 4);

  write_plan (fixture, copy, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &second, &n_second, NULL);
  g_assert_cmpmem (first, n_first, second, n_second);
}

/* The same plan is the same file, wherever and whenever. */
static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(YdSpace) plan = make_plan (), other = make_plan ();
  g_autofree char *first = NULL, *second = NULL;
  gsize n_first, n_second;

  add_content (fixture);
  g_assert_true (write_plan (fixture, plan, NULL));
  g_file_get_contents (fixture->path, &first, &n_first, NULL);

  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_assert_true (write_plan (fixture, other, NULL));
  g_unsetenv ("TZ");
  g_file_get_contents (fixture->path, &second, &n_second, NULL);

  g_assert_cmpmem (first, n_first, second, n_second);
}

static void
test_other_id (Fixture       *fixture,
               gconstpointer  data)
{
  const YdPlanFileSink sink = { NULL };
  g_autoptr(YdSpace) plan = make_plan (), copy = NULL;

  g_assert_true (write_plan (fixture, plan, NULL));
  copy = yd_plan_file_read (fixture->path, "plan-2", &sink, NULL, NULL, NULL);
  g_assert_cmpstr (yd_space_get_id (copy), ==, "plan-2");
}

/* Wherever it is cut off, it is seen, and nothing is taken for good. */
static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(YdSpace) plan = make_plan ();
  g_autofree char *whole = NULL;
  gsize n_whole;

  add_content (fixture);
  g_assert_true (write_plan (fixture, plan, NULL));
  g_file_get_contents (fixture->path, &whole, &n_whole, NULL);

  for (gsize n = 0; n < n_whole; n += n < n_whole - 40 ? 29 : 1)
    {
      g_autoptr(GError) error = NULL;

      g_file_set_contents (fixture->path, whole, n, NULL);
      g_assert_null (read_plan (fixture, &error));
      g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_DAMAGED);
    }
}

/* A byte that changed is seen, or it was one that says nothing. */
static void
test_flip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(YdSpace) plan = make_plan ();
  g_autofree char *before = list_rows (plan), *whole = NULL;
  gsize n_whole;
  guint n_seen = 0;

  add_content (fixture);
  g_assert_true (write_plan (fixture, plan, NULL));
  g_file_get_contents (fixture->path, &whole, &n_whole, NULL);

  for (guint i = 0; i < 400; i++)
    {
      const gsize at = g_test_rand_int_range (0, n_whole);
      const char bit = 1 << g_test_rand_int_range (0, 7);
      g_autoptr(GError) error = NULL;
      g_autoptr(YdSpace) copy = NULL;

      whole[at] ^= bit;
      g_file_set_contents (fixture->path, whole, n_whole, NULL);
      whole[at] ^= bit;
      copy = read_plan (fixture, &error);
      g_assert_true ((copy == NULL) == (error != NULL));
      n_seen += copy == NULL;

      if (copy != NULL)
        {
          g_autofree char *after = list_rows (copy);

          g_assert_cmpstr (after, ==, before);
        }
    }

  g_assert_cmpint (n_seen, >, 200);
}

/* A file put together by hand. */

typedef struct
{
  const char *name;
  const char *rows;
  const char *edits;
  const char *manifest;         /* NULL: the right one */
  const char *other_name;       /* one more entry… */
  const char *other;            /* …and what is in it */
  int         code;
  const char *says;
} HandCase;

#define ROW "{\"kind\":\"point\",\"id\":\"a\",\"fields\":{\"order\":\"a\"}}\n"
#define EDIT "{\"id\":\"e\",\"act\":\"x\"}\n"
#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"
#define HEAD(version, kind, n_rows) \
  "{\"format\":\"yaodian\",\"version\":" version ",\"space\":\"s\",\"kind\":\"" kind "\"," \
  "\"rows\":" n_rows ",\"edits\":0,\"blobs\":0,\"rows_sha256\":\"" ZEROS "\"," \
  "\"edits_sha256\":\"" ZEROS "\"}"

static const HandCase hand_cases[] = {
  { "/plan-file/hand/good", ROW, EDIT, NULL, NULL, NULL, -1, NULL },
  { "/plan-file/hand/empty", "", "", NULL, NULL, NULL, -1, NULL },
  { "/plan-file/hand/newer", ROW, EDIT, HEAD ("2", "plan", "1"), NULL, NULL,
    YD_WIRE_ERROR_TOO_NEW, "newer version" },
  { "/plan-file/hand/newer-and-else", ROW, EDIT, "{\"format\":\"yaodian\",\"version\":9}", NULL,
    NULL, YD_WIRE_ERROR_TOO_NEW, "newer version" },
  { "/plan-file/hand/format", ROW, EDIT, "{\"format\":\"zip\",\"version\":1}", NULL, NULL,
    YD_WIRE_ERROR_INVALID, "“zip”" },
  { "/plan-file/hand/no-json", ROW, EDIT, "{", NULL, NULL, YD_WIRE_ERROR_SYNTAX, "Byte 1" },
  { "/plan-file/hand/kind", ROW, EDIT, HEAD ("1", "ship", "1"), NULL, NULL,
    YD_WIRE_ERROR_INVALID, "“ship”" },
  { "/plan-file/hand/many-rows", ROW, EDIT, HEAD ("1", "plan", "600001"), NULL, NULL,
    YD_WIRE_ERROR_LIMIT, "600,000" },
  { "/plan-file/hand/hash", ROW, "", HEAD ("1", "plan", "1"), NULL, NULL,
    YD_WIRE_ERROR_DAMAGED, "damaged" },
  { "/plan-file/hand/no-rows", NULL, EDIT, NULL, NULL, NULL, YD_WIRE_ERROR_DAMAGED, "damaged" },
  { "/plan-file/hand/no-edits", ROW, NULL, NULL, NULL, NULL, YD_WIRE_ERROR_DAMAGED, "damaged" },
  { "/plan-file/hand/no-line-end", "{\"kind\":\"point\",\"id\":\"a\",\"fields\":{}}", EDIT, NULL,
    NULL, NULL, YD_WIRE_ERROR_DAMAGED, "damaged" },
  { "/plan-file/hand/row-twice", ROW ROW, EDIT, NULL, NULL, NULL, YD_WIRE_ERROR_INVALID,
    "Line 2: This row is there twice" },
  { "/plan-file/hand/bad-row", ROW "{\"kind\":\"point\",\"id\":\"b\",\"fields\":{\"days\":1.5}}\n",
    EDIT, NULL, NULL, NULL, YD_WIRE_ERROR_NUMBER, "Line 2: Byte" },
  { "/plan-file/hand/blank-line", ROW "\n", EDIT, NULL, NULL, NULL, YD_WIRE_ERROR_SYNTAX,
    "Line 2" },
  { "/plan-file/hand/other-space", "{\"kind\":\"office\",\"id\":\"o\",\"fields\":{}}\n", EDIT, NULL,
    NULL, NULL, YD_WIRE_ERROR_INVALID, "cannot stand here" },
  { "/plan-file/hand/bad-edit", ROW, EDIT "{\"id\":\"f\"}\n", NULL, NULL, NULL,
    YD_WIRE_ERROR_INVALID, "Line 2: “act”" },
  { "/plan-file/hand/edit-without-id", ROW, "{\"act\":\"x\"}\n", NULL, NULL, NULL,
    YD_WIRE_ERROR_INVALID, "Line 1: This edit has no id" },
  { "/plan-file/hand/path-up", ROW, EDIT, NULL, "../rows.ndjson", "x", YD_WIRE_ERROR_INVALID,
    "does not belong" },
  { "/plan-file/hand/path-root", ROW, EDIT, NULL, "/rows.ndjson", "x", YD_WIRE_ERROR_INVALID,
    "does not belong" },
  { "/plan-file/hand/path-blob", ROW, EDIT, NULL, "blobs/../../" ZEROS, "x",
    YD_WIRE_ERROR_INVALID, "does not belong" },
  { "/plan-file/hand/short-blob", ROW, EDIT, NULL, "blobs/abc", "x", YD_WIRE_ERROR_INVALID,
    "does not belong" },
  { "/plan-file/hand/folder", ROW, EDIT, NULL, "blobs/", NULL, YD_WIRE_ERROR_INVALID,
    "no file" },
  { "/plan-file/hand/twice", ROW, EDIT, NULL, "edits.ndjson", EDIT, YD_WIRE_ERROR_INVALID,
    "twice" },
  { "/plan-file/hand/blob-hash", ROW, EDIT, NULL, "blobs/" ZEROS, "x", YD_WIRE_ERROR_DAMAGED,
    "damaged" },
  { "/plan-file/hand/blob-uncounted", ROW, EDIT, NULL,
    "blobs/2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "x",
    YD_WIRE_ERROR_DAMAGED, "damaged" },
};

static void
put_entry (struct archive *archive,
           const char     *name,
           const char     *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, text != NULL ? S_IFREG : S_IFDIR);
  archive_entry_set_perm (entry, 0644);
  archive_write_header (archive, entry);
  if (text != NULL)
    archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

static gint64
count_lines (const char *text)
{
  gint64 n = 0;

  for (; text != NULL && *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

static void
write_by_hand (const char *path,
               const char *rows,
               const char *edits,
               const char *manifest,
               const char *other_name,
               const char *other)
{
  const YdWireManifest right = {
    (char *) "s", (char *) "plan", 1, count_lines (rows), count_lines (edits), 0,
    hash (rows != NULL ? rows : ""), hash (edits != NULL ? edits : ""),
  };
  g_autofree char *json = yd_wire_manifest_to_json (&right);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  if (other_name != NULL)
    put_entry (archive, other_name, other);
  if (rows != NULL)
    put_entry (archive, "rows.ndjson", rows);
  if (edits != NULL)
    put_entry (archive, "edits.ndjson", edits);
  put_entry (archive, "manifest.json", manifest != NULL ? manifest : json);
  archive_write_free (archive);

  g_free (right.rows_sha256);
  g_free (right.edits_sha256);
}

static void
test_hand (Fixture       *fixture,
           gconstpointer  data)
{
  const HandCase *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSpace) plan = NULL;

  write_by_hand (fixture->path, test->rows, test->edits, test->manifest, test->other_name,
                 test->other);
  plan = read_plan (fixture, &error);
  if (test->code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (plan);
      return;
    }

  g_assert_error (error, YD_WIRE_ERROR, test->code);
  g_assert_null (plan);
  g_assert_nonnull (strstr (error->message, test->says));
  g_assert_nonnull (strstr (error->message, fixture->path));
}

/* The manifest counts, and lines end. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *rows = hash (ROW), *edits = hash (""), *long_row = g_strnfill (3 << 20, ' ');
  g_autofree char *json = yd_wire_manifest_to_json (&(YdWireManifest) {
    (char *) "s", (char *) "plan", 1, 2, 0, 0, rows, edits });
  g_autoptr(GError) error = NULL;

  write_by_hand (fixture->path, ROW, "", json, NULL, NULL);
  g_assert_null (read_plan (fixture, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_DAMAGED);
  g_clear_error (&error);

  write_by_hand (fixture->path, long_row, "", NULL, NULL, NULL);
  g_assert_null (read_plan (fixture, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_LIMIT);
}

/* 64 MiB of blanks in a file of 64 KiB. */
static void
test_bomb (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *blanks = g_strnfill (64 << 20, ' ');
  g_autoptr(GError) error = NULL;

  write_by_hand (fixture->path, ROW, blanks, NULL, NULL, NULL);
  g_assert_null (read_plan (fixture, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_LIMIT);
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  const YdPlanFileSink sink = { NULL };
  struct archive *archive;
  g_autoptr(GError) error = NULL;

  g_assert_null (yd_plan_file_read (fixture->path, NULL, &sink, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (yd_plan_file_read (fixture->folder, NULL, &sink, NULL, NULL, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID);
  g_clear_error (&error);

  g_file_set_contents (fixture->path, CONTENT, -1, NULL);
  g_assert_null (yd_plan_file_read (fixture->path, NULL, &sink, NULL, NULL, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_DAMAGED);
  g_clear_error (&error);

  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_open_filename (archive, fixture->path);
  put_entry (archive, "word/document.xml", "<a/>");
  archive_write_free (archive);
  g_assert_null (yd_plan_file_read (fixture->path, NULL, &sink, NULL, NULL, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID);
}

/* Later cells must have somewhere to go. */
static void
test_no_extras (Fixture       *fixture,
                gconstpointer  data)
{
  const YdPlanFileSink sink = { NULL };
  g_autoptr(GError) error = NULL;

  write_by_hand (fixture->path, "{\"kind\":\"point\",\"id\":\"a\",\"fields\":{\"colour\":1}}\n", "",
                 NULL, NULL, NULL);
  g_assert_null (yd_plan_file_read (fixture->path, NULL, &sink, NULL, NULL, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_TOO_NEW);
}

/* A failure on either side leaves what was there. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  const YdPlanFileSource source = { NULL };
  g_autoptr(YdSpace) plan = make_plan (), none = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gsize n_before, n_after;

  add_content (fixture);
  g_assert_true (write_plan (fixture, plan, NULL));
  g_file_get_contents (fixture->path, &before, &n_before, NULL);

  fixture->fails = TRUE;
  g_assert_false (write_plan (fixture, plan, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (yd_plan_file_write (fixture->path, plan, &source, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (yd_plan_file_write (nowhere, plan, &source, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_file_get_contents (fixture->path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);

  none = read_plan (fixture, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* What a name stands for stays: a link to the file, or something that is no file. */
static void
test_kept_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(YdSpace) plan = make_plan ();
  g_autofree char *file = g_steal_pointer (&fixture->path);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr(YdSpace) read = NULL;
  g_autoptr(GError) error = NULL;
  struct stat info;
  int reader;

  g_assert_no_errno (symlink (file, link));
  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  fixture->path = link;
  g_assert_true (write_plan (fixture, plan, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  fixture->path = file;
  read = read_plan (fixture, &error);
  g_assert_no_error (error);
  g_assert_nonnull (read);

  /* Nobody would want to put a file in the place of /dev/null. */
  g_assert_no_errno (mkfifo (pipe, 0600));
  reader = g_open (pipe, O_RDWR | O_CLOEXEC, 0);
  g_assert_no_errno (reader);
  fixture->path = pipe;
  g_assert_true (write_plan (fixture, plan, &error));
  g_assert_no_error (error);
  g_assert_no_errno (g_lstat (pipe, &info));
  g_assert_true (S_ISFIFO (info.st_mode));
  close (reader);

  g_unlink (link);
  g_unlink (pipe);
  fixture->path = g_steal_pointer (&file);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/plan-file/round-trip", test_round_trip);
  ADD ("/plan-file/same-bytes", test_same_bytes);
  ADD ("/plan-file/other-id", test_other_id);
  ADD ("/plan-file/cut", test_cut);
  ADD ("/plan-file/flip", test_flip);
  for (guint i = 0; i < G_N_ELEMENTS (hand_cases); i++)
    g_test_add (hand_cases[i].name, Fixture, &hand_cases[i], set_up, test_hand, tear_down);
  ADD ("/plan-file/counts", test_counts);
  ADD ("/plan-file/bomb", test_bomb);
  ADD ("/plan-file/other-files", test_other_files);
  ADD ("/plan-file/no-extras", test_no_extras);
  ADD ("/plan-file/failures", test_failures);
  ADD ("/plan-file/kept-name", test_kept_name);

  return g_test_run ();
}
