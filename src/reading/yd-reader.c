/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader.h"

#include "yd-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of the clock on the wall; a 64 MiB text takes well under one. */
#define MAX_SECONDS 30

G_DEFINE_QUARK (yd-read-error-quark, yd_read_error)

static void
set_open_error (const char  *name,
                int          code,
                GError     **error)
{
  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_NOT_FOUND,
                 _("There is no file “%s”. Check the name and the folder."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_PERMISSION,
                 _("You may not read “%s”. Ask its owner, or copy it to a folder of yours."), name);
  else
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED,
                 _("“%s” cannot be opened: %s. Copy it to another folder and choose the copy."),
                 name, g_strerror (code));
}

/* Looks before anything is read: only a file has an end, and a size to refuse. */
static gboolean
check_file (int          fd,
            const char  *name,
            GError     **error)
{
  struct stat info;

  if (fstat (fd, &info) < 0)
    {
      set_open_error (name, errno, error);
      return FALSE;
    }

  if (S_ISDIR (info.st_mode))
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                 _("“%s” is a folder. Choose a file in it."), name);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                 _("“%s” is not a regular file. Copy what it gives to a file and choose that."),
                 name);
  else if (info.st_size == 0)
    g_propagate_error (error, _yd_reader_refusal_new (YD_REFUSED_EMPTY, name));
  else if (info.st_size > YD_READER_MAX_FILE)
    g_propagate_error (error, _yd_reader_refusal_new (YD_REFUSED_TOO_LARGE, name));
  else
    return TRUE;

  return FALSE;
}

/* Opened here, so that the child needs no access to files; never waits for the
 * other end of a FIFO. */
static int
open_file (const char  *path,
           const char  *name,
           GError     **error)
{
  const int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    {
      /* A socket cannot even be opened. */
      if (errno == ENXIO || errno == ENODEV)
        g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                     _("“%s” is not a regular file. Copy what it gives to a file and choose that."),
                     name);
      else
        set_open_error (name, errno, error);
      return -1;
    }

  if (!check_file (fd, name, error))
    {
      close (fd);
      return -1;
    }

  return fd;
}

/* GLib gives a child any descriptor as standard input but the one that is it already. */
static int
dup_stdin (GError **error)
{
  const int flags = fcntl (STDIN_FILENO, F_GETFL);
  int fd = -1;

  /* One that was closed may be held by something that cannot be read. */
  if (flags >= 0 && (flags & O_ACCMODE) == O_WRONLY)
    errno = EBADF;
  else if (flags >= 0)
    fd = fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

  if (fd < 0)
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED,
                 _("Standard input cannot be read: %s. Name a file instead."),
                 g_strerror (errno));

  return fd;
}

/* Makes the source, which looks at each byte again. */
static YdSource *
check_text (char                  *text,
            const YdReaderHeader  *header,
            const char            *name,
            GError               **error)
{
  g_autoptr(YdSource) source = NULL;

  source = yd_source_new_take (name, header->format, text, header->n_bytes, NULL);

  if (source == NULL || yd_source_get_n_chars (source) != header->n_chars)
    {
      g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED,
                   _("The program that reads documents gave no proper text for “%s”. If the file "
                     "was changed meanwhile, try again; otherwise save it as plain text (UTF-8) "
                     "and choose that."), name);
      return NULL;
    }

  if (yd_source_get_n_paragraphs (source) == 0)
    {
      g_propagate_error (error, _yd_reader_refusal_new (YD_REFUSED_EMPTY, name));
      return NULL;
    }

  return g_steal_pointer (&source);
}

/* yd_reader_read() with the time as a parameter, for its tests. */
YdSource *
_yd_reader_read_within (const char    *path,
                        gboolean       table,
                        const char    *helper,
                        guint          seconds,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const gboolean is_stdin = g_str_equal (path, "-");
  g_autofree char *name = is_stdin ? g_strdup (_("standard input"))
                                   : g_filename_display_basename (path);
  g_autofree char *found = helper != NULL ? g_strdup (helper) : yd_reader_find_helper ();
  g_auto(YdReaderHeader) header = { NULL };
  char *text;
  int fd;

  fd = is_stdin ? dup_stdin (error) : open_file (path, name, error);
  if (fd < 0)
    return NULL;

  /* Somebody may be typing it, or another program take its time. The child has
   * its limit of processor time either way. */
  text = _yd_reader_child_run (found, table, fd, name, is_stdin ? 0 : seconds, &header, cancellable,
                               error);
  close (fd);

  return text != NULL ? check_text (text, &header, name, error) : NULL;
}

/**
 * yd_reader_read:
 * @path: a file, or `-` for standard input
 * @helper: (nullable): the path of yaodian-read; %NULL to look for it
 * @cancellable: (nullable): stops reading
 * @error: return location for a %YD_READ_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Turns a document into a text, in a process of its own: what a hostile document
 * can break is that process, and this says so. Blocks; any thread may call it.
 *
 * Returns: (transfer full): the text, with something in it
 */
YdSource *
yd_reader_read (const char    *path,
                const char    *helper,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return _yd_reader_read_within (path, FALSE, helper, MAX_SECONDS, cancellable, error);
}

/**
 * yd_reader_read_table:
 * @path: a file, or `-` for standard input
 * @cancellable: (nullable): stops reading
 * @error: return location for a %YD_READ_ERROR or %G_IO_ERROR_CANCELLED
 *
 * As yd_reader_read(), of a table: of an Excel table (xlsx) the first sheet, each row a line with
 * tabs between the cells; a text as it is.
 *
 * Returns: (transfer full): the text, with something in it
 */
YdSource *
yd_reader_read_table (const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return _yd_reader_read_within (path, TRUE, NULL, MAX_SECONDS, cancellable, error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char * const *words = task_data;
  GError *error = NULL;
  YdSource *source;

  source = yd_reader_read (words[0], words[1], cancellable, &error);
  if (source != NULL)
    g_task_return_pointer (task, source, (GDestroyNotify) yd_source_unref);
  else
    g_task_return_error (task, error);
}

/**
 * yd_reader_read_async:
 * @path: a file
 * @helper: (nullable): the path of yaodian-read; %NULL to look for it
 * @cancellable: (nullable): stops reading; the child ends with it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * As yd_reader_read(), without blocking.
 */
void
yd_reader_read_async (const char          *path,
                      const char          *helper,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  char *words[] = { (char *) path, (char *) helper, NULL };

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, yd_reader_read_async);
  g_task_set_task_data (task, g_strdupv (words), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * yd_reader_read_finish:
 * @result: what the callback was given
 * @error: return location for a %YD_READ_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the text
 */
YdSource *
yd_reader_read_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Of a program that was built and not installed: in the tree, beside its folder. */
static char *
find_beside_program (void)
{
  static const char * const places[] = { "../reading", "../../reading", "../../src/reading" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], "yaodian-read", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/**
 * yd_reader_find_helper:
 *
 * The variable YAODIAN_READ comes first, for tests; then the build tree that the
 * running program stands in, so that an installed yaodian-read of another version
 * is not taken; then the installed one.
 *
 * Returns: (transfer full): the path of yaodian-read, which may not exist
 */
char *
yd_reader_find_helper (void)
{
  const char *told = g_getenv ("YAODIAN_READ");
  char *found;

  if (told != NULL && *told != '\0')
    return g_strdup (told);

  found = find_beside_program ();

  return found != NULL ? found : g_build_filename (LIBEXECDIR, "yaodian-read", NULL);
}
