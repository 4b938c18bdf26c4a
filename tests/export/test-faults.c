/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "yd-export.h"
#include "yd-sample-table.h"

/* Whatever goes wrong, the folder is as it was and the message says what to do. */

static const struct
{
  const char *name;
  YdFormat    format;
} formats[] = {
  { "xlsx", YD_FORMAT_XLSX },
  { "docx", YD_FORMAT_DOCX },
  { "pdf", YD_FORMAT_PDF },
  { "csv", YD_FORMAT_CSV },
  { "json", YD_FORMAT_JSON },
};

/* A stream that takes some bytes and then says that the disk is full. */
typedef struct
{
  GOutputStream parent_instance;
  gsize         room;
} FullStream;

typedef struct
{
  GOutputStreamClass parent_class;
} FullStreamClass;

GType full_stream_get_type (void);

G_DEFINE_TYPE (FullStream, full_stream, G_TYPE_OUTPUT_STREAM)

static gssize
full_stream_write (GOutputStream  *stream,
                   const void     *data,
                   gsize           len,
                   GCancellable   *cancellable,
                   GError        **error)
{
  FullStream *self = (FullStream *) stream;

  len = MIN (len, self->room);
  self->room -= len;
  if (len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return -1;
    }

  return len;
}

static void
full_stream_class_init (FullStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = full_stream_write;
}

static void
full_stream_init (FullStream *self)
{
}

typedef struct
{
  char    *folder;
  char    *path;
  YdTable *table;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("yaodian-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "表.out", NULL);
  fixture->table = yd_sample_table_new_large (3000, 5);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);     /* nothing half made was left */
  g_free (fixture->folder);
  g_free (fixture->path);
  yd_table_unref (fixture->table);
}

static void
assert_old (Fixture *fixture)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

static gboolean
save (Fixture       *fixture,
      gconstpointer  data,
      GError       **error)
{
  return yd_export_save (fixture->table, formats[GPOINTER_TO_UINT (data)].format, fixture->path,
                         NULL, NULL, NULL, error);
}

static void
test_full_stream (Fixture       *fixture,
                  gconstpointer  data)
{
  const YdFormat format = formats[GPOINTER_TO_UINT (data)].format;
  static const gsize rooms[] = { 0, 1, 100, 5000, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr(GOutputStream) stream = g_object_new (full_stream_get_type (), NULL);
      g_autoptr(GError) error = NULL;

      ((FullStream *) stream)->room = rooms[i];
      g_assert_false (yd_export_write (fixture->table, format, stream, NULL, NULL, NULL, &error));
      g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FULL);
    }
}

/* Files may not grow beyond this: what a quota or a small disk does. */
static void
test_file_size (Fixture       *fixture,
                gconstpointer  data)
{
  struct rlimit old, small;
  g_autoptr(GError) error = NULL;
  gboolean ok;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 20000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  ok = save (fixture, data, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (ok);
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FAILED);
  g_test_message ("%s", error->message);
  assert_old (fixture);
}

static void
cancel_cb (guint    n_done,
           guint    n_total,
           gpointer user_data)
{
  g_assert_cmpuint (n_total, ==, 3300);
  if (n_done > 1000)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_export_save (fixture->table, formats[GPOINTER_TO_UINT (data)].format,
                                  fixture->path, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (fixture);
}

static void
done_cb (guint    n_done,
         guint    n_total,
         gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (n_done, >=, *last);
  g_assert_cmpuint (n_done, <=, n_total);
  *last = n_done;
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  struct stat status;
  guint done = 0;

  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (yd_export_save (fixture->table, formats[GPOINTER_TO_UINT (data)].format,
                                 fixture->path, done_cb, &done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (done, ==, 3300);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 3);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

/* A link stays a link. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (symlink ("表.out", link), ==, 0);
  g_assert_true (yd_export_save (fixture->table, YD_FORMAT_CSV, link, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, !=, "old");
  g_unlink (link);
}

/* Root may do everything, so the test becomes somebody else for a while. */
static gboolean
save_as_nobody (Fixture  *fixture,
                GError  **error)
{
  const gboolean is_root = geteuid () == 0;
  gboolean ok;

  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  ok = yd_export_save (fixture->table, YD_FORMAT_CSV, fixture->path, NULL, NULL, NULL, error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);

  return ok;
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_chmod (fixture->path, 0666);
  g_chmod (fixture->folder, 0555);
  g_assert_false (save_as_nobody (fixture, &error));
  g_chmod (fixture->folder, 0755);
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_NO_PERMISSION);
  g_test_message ("%s", error->message);
  assert_old (fixture);
}

static void
test_read_only_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0777);
  g_assert_false (save_as_nobody (fixture, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_NO_PERMISSION);
  assert_old (fixture);
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none", "a.csv", NULL);
  g_autofree char *below_file = g_build_filename (fixture->path, "a.csv", NULL);
  g_autofree char *filler = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (fixture->folder, filler, NULL);
  const struct { const char *path; int code; } places[] = {
    { missing, YD_EXPORT_ERROR_NOT_FOUND },
    { below_file, YD_EXPORT_ERROR_NOT_FOUND },
    { fixture->folder, YD_EXPORT_ERROR_FAILED },
    { too_long, YD_EXPORT_ERROR_FAILED },
    { "/dev/full", YD_EXPORT_ERROR_FULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (yd_export_save (fixture->table, YD_FORMAT_CSV, places[i].path, NULL, NULL,
                                      NULL, &error));
      g_assert_error (error, YD_EXPORT_ERROR, places[i].code);
      g_test_message ("%s", error->message);
    }
  g_assert_true (yd_export_save (fixture->table, YD_FORMAT_CSV, "/dev/null", NULL, NULL, NULL,
                                 NULL));
  assert_old (fixture);
}

int
main (int    argc,
      char **argv)
{
  const struct { const char *name; void (*func) (Fixture *fixture, gconstpointer data); } each[] = {
    { "full-stream", test_full_stream },
    { "file-size", test_file_size },
    { "cancel", test_cancel },
    { "replace", test_replace },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (each); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autofree char *path = g_strdup_printf ("/faults/%s/%s", each[i].name, formats[j].name);

        g_test_add (path, Fixture, GUINT_TO_POINTER (j), set_up, each[i].func, tear_down);
      }
  g_test_add ("/faults/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/faults/read-only-folder", Fixture, NULL, set_up, test_read_only_folder, tear_down);
  g_test_add ("/faults/read-only-file", Fixture, NULL, set_up, test_read_only_file, tear_down);
  g_test_add ("/faults/places", Fixture, NULL, set_up, test_places, tear_down);

  return g_test_run ();
}
