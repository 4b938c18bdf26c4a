/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-reader-private.h"

#include "yd-confine.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define BYTES(literal) literal, sizeof literal - 1

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("yaodian-reader-XXXXXX", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *bytes,
            gssize      n_bytes)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, bytes, n_bytes, G_FILE_SET_CONTENTS_NONE, 0700,
                                           NULL));

  return path;
}

/* What is refused, and how: with the real yaodian-read. */

typedef struct
{
  const char *path;
  const char *bytes;
  gsize       n_bytes;
  int         code;
  const char *message;   /* part of it */
} RefuseCase;

#define REFUSE(name, bytes, code, message) \
  { "/reader/refuse/" name, BYTES (bytes), YD_READ_ERROR_ ## code, message }

static const RefuseCase refuse_cases[] = {
  REFUSE ("empty",    "", EMPTY, "is empty"),
  REFUSE ("blank",    " \n\t\r\n\xe3\x80\x80\n", EMPTY, "is empty"),
  REFUSE ("mark",     "\xef\xbb\xbf", EMPTY, "is empty"),
  REFUSE ("docx",     "PK\3\4\24\0\6\0..word/document.xml", UNSUPPORTED, "a Word document"),
  REFUSE ("xlsx",     "PK\3\4\24\0\6\0..xl/workbook.xml", UNSUPPORTED, "an Excel table"),
  REFUSE ("ofd",      "PK\3\4\24\0\6\0..OFD.xml", UNSUPPORTED, "an OFD document"),
  REFUSE ("zip",      "PK\3\4\24\0\6\0..a.bin", UNSUPPORTED, "an archive"),
  REFUSE ("pdf",      "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", UNSUPPORTED, "a PDF document"),
  REFUSE ("ole",      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", UNSUPPORTED, "WPS"),
  REFUSE ("rtf",      "{\\rtf1\\ansi}", UNSUPPORTED, "a Rich Text document"),
  REFUSE ("html",     "\xef\xbb\xbf\n<!DOCTYPE HTML><p>要点", UNSUPPORTED, "a web page"),
  REFUSE ("png",      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UNSUPPORTED, "a picture"),
  REFUSE ("jpeg",     "\xff\xd8\xff\xe0\0\x10JFIF", UNSUPPORTED, "a picture"),
  REFUSE ("elf",      "\x7f" "ELF\2\1\1\0\0\0\0\0\3\0>\0", UNSUPPORTED, "is not a text"),
  REFUSE ("binary",   "\1\2\3\4\5\6\7\x0e\x0f\x10\x11\x12", UNSUPPORTED, "is not a text"),
};

static void
assert_refused (const char *path,
                int         code,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = yd_reader_read (path, NULL, NULL, &error);

  g_assert_null (source);
  g_assert_error (error, YD_READ_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” lacks “%s”", error->message, message);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  const RefuseCase *item = data;
  g_autofree char *path = write_file (fixture, "a.txt", item->bytes, item->n_bytes);

  assert_refused (path, item->code, item->message);
}

static void
test_refuse_places (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *none = g_build_filename (fixture->folder, "none.txt", NULL);
  g_autofree char *locked = write_file (fixture, "locked.txt", "a", 1);

  assert_refused (fixture->folder, YD_READ_ERROR_UNSUPPORTED, "is a folder");
  assert_refused (none, YD_READ_ERROR_NOT_FOUND, "none.txt");
  assert_refused ("/dev/zero", YD_READ_ERROR_UNSUPPORTED, "not a regular file");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, YD_READ_ERROR_UNSUPPORTED, "not a regular file");

  g_assert_cmpint (g_chmod (locked, 0), ==, 0);
  if (g_access (locked, R_OK) != 0)   /* root may read it */
    assert_refused (locked, YD_READ_ERROR_PERMISSION, "may not read");
}

/* 200 MB that are not there: refused before a byte of it is read. */
static void
test_refuse_large (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "a.txt", "a", 1);

  g_autoptr(YdSource) source = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (truncate (path, 200 * 1000 * 1000), ==, 0);
  source = yd_reader_read (path, "/nowhere/yaodian-read", NULL, &error);
  g_assert_null (source);
  g_assert_error (error, YD_READ_ERROR, YD_READ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

/* Puts @fd in the place of standard input. Returns: what was there. */
static int
swap_stdin (int fd)
{
  const int old = dup (STDIN_FILENO);

  g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);
  close (fd);

  return old;
}

static void
test_stdin (void)
{
  g_autoptr(YdSource) source = NULL;
  g_autoptr(GError) error = NULL;
  int fds[2];
  int old;

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], BYTES ("a\r\nb")), ==, 4);
  close (fds[1]);

  old = swap_stdin (fds[0]);
  source = yd_reader_read ("-", NULL, NULL, &error);
  close (swap_stdin (old));

  g_assert_no_error (error);
  g_assert_cmpstr (yd_source_get_text (source, NULL), ==, "a\nb");
}

static void
test_stdin_endless (void)
{
  const int old = swap_stdin (open ("/dev/zero", O_RDONLY));

  assert_refused ("-", YD_READ_ERROR_TOO_LARGE, "64 MiB");
  close (swap_stdin (old));
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "“要点”.txt", BYTES ("\xd2\xbb\xa1\xa2\xd2\xaa\r\n"));
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = yd_reader_read (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (yd_source_get_name (source), ==, "“要点”.txt");
  g_assert_cmpstr (yd_source_get_format (source), ==, "txt");
  g_assert_cmpstr (yd_source_get_text (source, NULL), ==, "一、要\n");
}

/* More than a pipe holds, so that both sides have to work at the same time. */
static void
test_read_long (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *line = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *path = write_file (fixture, "a.txt", line, -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = yd_reader_read (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (yd_source_get_text (source, NULL), ==, line);
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_read_async (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "a.txt", "a", 1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(YdSource) source = NULL;
  g_autoptr(GError) error = NULL;

  yd_reader_read_async (path, NULL, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  source = yd_reader_read_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (yd_source_get_text (source, NULL), ==, "a");
}

/* The first line of what a child writes. */

typedef struct
{
  const char *line;
  gboolean    good;
} HeaderCase;

#define LINE(bytes, chars, name) \
  "{\"format\":\"txt\",\"encoding\":\"GB18030\",\"bytes\":" bytes ",\"chars\":" chars \
  ",\"name\":" name "}"

static const HeaderCase header_cases[] = {
  { LINE ("9", "3", "null"), TRUE },
  { LINE ("9", "3", "\"要点 (1).txt\""), TRUE },
  { LINE ("134217728", "134217728", "null"), TRUE },
  { "{\"refused\":\"too-large\"}", TRUE },

  { "", FALSE },
  { "{}", FALSE },
  { "null", FALSE },
  { LINE ("134217729", "1", "null"), FALSE },
  { LINE ("18446744073709551620", "1", "null"), FALSE },
  { LINE ("3", "9", "null"), FALSE },
  { LINE ("-9", "3", "null"), FALSE },
  { LINE ("+9", "3", "null"), FALSE },
  { LINE ("9.0", "3", "null"), FALSE },
  { LINE ("09", "3", "null"), FALSE },
  { LINE ("", "3", "null"), FALSE },
  { LINE ("9", "3", "null") " ", FALSE },
  { LINE ("9", "3", "null") "\n", FALSE },
  { LINE ("9", "3", "\"a\",\"bytes\":\"1\""), FALSE },
  { " " LINE ("9", "3", "null"), FALSE },
  { "{\"refused\":\"\"}", FALSE },
  { "{\"refused\":\"%s%n\"}", FALSE },
  { "{\"refused\":\"pdf\",\"refused\":\"pdf\"}", FALSE },
  { "{\"refused\":\"\xff\"}", FALSE },
};

static void
test_header (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_cases); i++)
    {
      g_auto(YdReaderHeader) header = { NULL };
      g_autofree char *shown = g_strescape (header_cases[i].line, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (_yd_reader_header_parse (header_cases[i].line, &header), ==,
                       header_cases[i].good);
    }
}

static void
test_header_print (void)
{
  g_auto(YdReading) reading = { "UTF-8", g_bytes_new_static ("要", 3), 1 };
  g_auto(YdReaderHeader) header = { NULL };
  g_autofree char *line = _yd_reader_header_print ("txt", &reading, "“a\\\n.txt");

  g_assert_cmpstr (line, ==, "{\"format\":\"txt\",\"encoding\":\"UTF-8\",\"bytes\":3,\"chars\":1,"
                             "\"name\":\"“a\\\\\\n.txt\"}\n");
  line[strlen (line) - 1] = '\0';
  g_assert_true (_yd_reader_header_parse (line, &header));
  g_assert_cmpstr (header.format, ==, "txt");
  g_assert_cmpuint (header.n_bytes, ==, 3);
  g_assert_cmpuint (header.n_chars, ==, 1);
}

/* A child that is not to be trusted: a script in the place of yaodian-read. */

typedef struct
{
  const char *path;
  const char *script;
  int         code;       /* -1: it is believed */
  const char *message;
} ChildCase;

#define HEADER(bytes, chars) \
  "echo '{\"format\":\"txt\",\"encoding\":\"UTF-8\",\"bytes\":" bytes ",\"chars\":" chars \
  ",\"name\":null}'\n"

#define CHILD(name, script, code, message) \
  { "/reader/child/" name, "#!/bin/sh\n" script, YD_READ_ERROR_ ## code, message }

static const ChildCase child_cases[] = {
  { "/reader/child/good", "#!/bin/sh\n" HEADER ("4", "2") "printf '要\\n'", -1, NULL },
  { "/reader/child/good-and-slow", "#!/bin/sh\n" HEADER ("4", "2") "printf '\\350'; sleep 0.1; "
    "printf '\\246\\201'; sleep 0.1; printf '\\n'", -1, NULL },
  { "/reader/child/good-status", "#!/bin/sh\n" HEADER ("1", "1") "printf a; exit 9", -1, NULL },

  CHILD ("no-output",      "exit 0", FAILED, "no proper text"),
  CHILD ("status",         "exit 3", FAILED, "no proper text"),
  CHILD ("killed",         "kill -KILL $$", FAILED, "broke down"),
  CHILD ("killed-late",    HEADER ("4", "2") "printf a; kill -SEGV $$", FAILED, "(signal 11)"),
  CHILD ("out-of-time",    "kill -XCPU $$", TIMED_OUT, "took too long"),
  CHILD ("sleeps",         "exec sleep 60", TIMED_OUT, "took too long"),
  CHILD ("sleeps-late",    HEADER ("4", "2") "printf a; exec sleep 60", TIMED_OUT, "took too long"),
  CHILD ("lingers",        "exec >&-; exec sleep 60", FAILED, "no proper text"),

  CHILD ("endless-line",   "exec tr '\\0' a </dev/zero", FAILED, "no proper text"),
  CHILD ("endless-text",   HEADER ("4", "4") "exec tr '\\0' a </dev/zero", FAILED,
         "no proper text"),
  CHILD ("long-header",    "printf '%2000s\\n' x", FAILED, "no proper text"),
  CHILD ("cut-header",     "printf '{\"format\":\"txt\"'", FAILED, "no proper text"),
  CHILD ("nul-in-header",  "printf '{\"refused\"\\0:\"pdf\"}\\n'", FAILED, "no proper text"),
  CHILD ("other-json",     "echo '{\"bytes\":4}'", FAILED, "no proper text"),
  CHILD ("bytes-in-header", "printf '\\377\\377\\n'", FAILED, "no proper text"),
  CHILD ("too-many",       HEADER ("4", "4") "printf abcde", FAILED, "no proper text"),
  CHILD ("too-many-later", HEADER ("4", "4") "printf abcd; sleep 0.1; printf e", FAILED,
         "no proper text"),
  CHILD ("too-few",        HEADER ("4", "4") "printf abc", FAILED, "no proper text"),
  CHILD ("wrong-chars",    HEADER ("4", "3") "printf abcd", FAILED, "no proper text"),
  CHILD ("more-chars",     HEADER ("4", "5") "printf abcd", FAILED, "no proper text"),
  CHILD ("no-utf-8",       HEADER ("4", "4") "printf 'abc\\377'", FAILED, "no proper text"),
  CHILD ("nul",            HEADER ("4", "4") "printf 'abc\\0'", FAILED, "no proper text"),
  CHILD ("return",         HEADER ("4", "4") "printf 'ab\\r\\n'", FAILED, "no proper text"),
  CHILD ("mark",           HEADER ("4", "2") "printf '\\357\\273\\277a'", FAILED, "no proper text"),
  CHILD ("huge",           HEADER ("134217729", "1") "printf a", FAILED, "no proper text"),
  CHILD ("negative",       HEADER ("-1", "1") "printf a", FAILED, "no proper text"),
  CHILD ("overflow",       HEADER ("18446744073709551617", "1") "printf a", FAILED,
         "no proper text"),
  CHILD ("nothing",        HEADER ("0", "0"), EMPTY, "is empty"),
  CHILD ("refuses",        "echo '{\"refused\":\"pdf\"}'", UNSUPPORTED, "a PDF document"),
  CHILD ("refuses-oddly",  "echo '{\"refused\":\"moon\"}'", UNSUPPORTED, "is not a text"),
};

static void
test_child (Fixture       *fixture,
            gconstpointer  data)
{
  const ChildCase *item = data;
  g_autofree char *document = write_file (fixture, "a.txt", "a", 1);
  g_autofree char *helper = write_file (fixture, "helper", item->script, -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = NULL;

  /* Only what is never done may be short of time. */
  source = _yd_reader_read_within (document, FALSE, helper,
                                   item->code == YD_READ_ERROR_TIMED_OUT ? 1 : 60, NULL, &error);

  if (item->code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (source);
      return;
    }

  g_assert_null (source);
  g_assert_error (error, YD_READ_ERROR, item->code);
  if (strstr (error->message, item->message) == NULL)
    g_error ("“%s” lacks “%s”", error->message, item->message);
}

static void
test_no_helper (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *document = write_file (fixture, "a.txt", "a", 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = yd_reader_read (document, "/nowhere/yaodian-read", NULL, &error);

  g_assert_null (source);
  g_assert_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "/nowhere/yaodian-read"));
}

typedef struct
{
  const char   *note;
  GCancellable *cancellable;
} Canceller;

/* When the child has noted who it is, however long it took to start. */
static gpointer
cancel_later (gpointer data)
{
  Canceller *self = data;
  g_autofree char *pid = NULL;

  while (!g_file_get_contents (self->note, &pid, NULL, NULL) || strchr (pid, '\n') == NULL)
    {
      g_clear_pointer (&pid, g_free);
      g_usleep (10 * 1000);
    }
  g_cancellable_cancel (self->cancellable);

  return NULL;
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *document = write_file (fixture, "a.txt", "a", 1);
  g_autofree char *note = g_build_filename (fixture->folder, "pid", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\necho $$ >%s\nexec sleep 60", note);
  g_autofree char *helper = write_file (fixture, "helper", script, -1);
  g_autofree char *pid = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(YdSource) source = NULL;
  g_autoptr(GError) error = NULL;
  Canceller canceller = { note, cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);

  source = yd_reader_read (document, helper, cancellable, &error);
  g_thread_join (thread);

  g_assert_null (source);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* The child is gone. */
  g_assert_true (g_file_get_contents (note, &pid, NULL, NULL));
  g_assert_cmpint (kill (atoi (pid), 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
}

/* Waits for the child of whatever thread, and kills it. */
static gpointer
kill_child (gpointer data)
{
  const char *command = "cat /proc/$PPID/task/*/children";
  const char *argv[] = { "/bin/sh", "-c", command, NULL };

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *out = NULL;
      g_auto(GStrv) pids = NULL;

      g_usleep (20 * 1000);
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &out, NULL, NULL, NULL);
      pids = g_strsplit_set (g_strstrip (out), " \n", -1);
      for (char **pid = pids; *pid != NULL; pid++)
        {
          g_autofree char *link = g_strdup_printf ("/proc/%s/comm", *pid);
          g_autofree char *name = NULL;

          if (g_file_get_contents (link, &name, NULL, NULL) &&
              g_str_has_prefix (name, "yaodian-read"))
            {
              kill (atoi (*pid), SIGKILL);
              return NULL;
            }
        }
    }

  return NULL;
}

/* The real one, which waits for standard input. */
static void
test_killed (void)
{
  g_autoptr(YdSource) source = NULL;
  g_autoptr(GError) error = NULL;
  GThread *thread;
  int fds[2];
  int old;

  g_assert_cmpint (pipe2 (fds, O_CLOEXEC), ==, 0);
  old = swap_stdin (fds[0]);
  thread = g_thread_new ("kill", kill_child, NULL);
  source = yd_reader_read ("-", NULL, NULL, &error);
  g_thread_join (thread);
  close (swap_stdin (old));
  close (fds[1]);

  g_assert_null (source);
  g_assert_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "(signal 9)"));
}

/* Confinement, tried in a process of its own. */

G_GNUC_UNUSED static int
try_to_escape (const char *path)
{
  void *memory;

  yd_confine_self ();

  if (open (path, O_RDONLY) >= 0)
    return 1;
  if (socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0)
    return 2;
  if (fork () >= 0)
    return 3;
  if (execl ("/bin/true", "true", NULL) != -1)
    return 4;
  if (kill (getppid (), 0) == 0)
    return 5;

  memory = mmap (NULL, YD_CONFINE_MEMORY, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return memory != MAP_FAILED ? 6 : 0;
}

static void
test_confined (Fixture       *fixture,
               gconstpointer  data)
{
#if defined (__SANITIZE_ADDRESS__) || !(defined (__x86_64__) || defined (__aarch64__))
  g_test_skip ("not all of it holds here");
#else
  g_autofree char *path = write_file (fixture, "a.txt", "a", 1);
  const pid_t pid = fork ();
  int status;

  if (pid == 0)
    _exit (try_to_escape (path));

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
#endif
}

static void
test_find_helper (void)
{
  g_autofree char *built = NULL;
  g_autofree char *told = NULL;

  built = yd_reader_find_helper ();
  g_assert_true (g_file_test (built, G_FILE_TEST_IS_EXECUTABLE));

  g_setenv ("YAODIAN_READ", "/some/where", TRUE);
  told = yd_reader_find_helper ();
  g_unsetenv ("YAODIAN_READ");
  g_assert_cmpstr (told, ==, "/some/where");
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reader/read", NULL, test_read);
  ADD ("/reader/read-long", NULL, test_read_long);
  ADD ("/reader/read-async", NULL, test_read_async);
  g_test_add_func ("/reader/stdin", test_stdin);
  g_test_add_func ("/reader/stdin-endless", test_stdin_endless);
  for (guint i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    ADD (refuse_cases[i].path, &refuse_cases[i], test_refuse);
  ADD ("/reader/refuse/places", NULL, test_refuse_places);
  ADD ("/reader/refuse/large", NULL, test_refuse_large);
  g_test_add_func ("/reader/header/parse", test_header);
  g_test_add_func ("/reader/header/print", test_header_print);
  for (guint i = 0; i < G_N_ELEMENTS (child_cases); i++)
    ADD (child_cases[i].path, &child_cases[i], test_child);
  ADD ("/reader/child/none", NULL, test_no_helper);
  ADD ("/reader/cancel", NULL, test_cancel);
  g_test_add_func ("/reader/killed", test_killed);
  ADD ("/reader/confined", NULL, test_confined);
  g_test_add_func ("/reader/find-helper", test_find_helper);

  return g_test_run ();
}
