/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* One run of yaodian-read, as its parent sees it. Of what the child writes, no
 * more is kept than the header's few bytes until they are understood, and then
 * no more than they announce. */

#define PIPE_BYTES (1024 * 1024)

/* How long a child that has closed its output may take to end by itself. */
#define GRACE_USEC (2 * G_USEC_PER_SEC)

typedef struct
{
  const char   *name;       /* of the document, for people */
  GPid          pid;
  int           fd;         /* the child's standard output */
  GPollFD       polled[2];
  guint         n_polled;
  gint64        deadline;   /* monotonic, in µs; G_MAXINT64 for none */
  guint         seconds;
  GCancellable *cancellable;
} Child;

static gboolean
child_spawn (Child       *self,
             const char  *helper,
             gboolean     table,
             int          stdin_fd,
             GError     **error)
{
  const char *argv[] = { helper, table ? YD_READ_TABLE : NULL, NULL };
  g_autoptr(GError) local = NULL;

  if (g_spawn_async_with_pipes_and_fds (NULL, argv, NULL,
                                        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                                        NULL, NULL, stdin_fd, -1, -1, NULL, NULL, 0, &self->pid,
                                        NULL, &self->fd, NULL, &local))
    {
      fcntl (self->fd, F_SETPIPE_SZ, PIPE_BYTES);   /* faster, if it is allowed */
      return TRUE;
    }

  g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED,
               _("The program that reads documents, %s, cannot be started (%s). Install Yaodian "
                 "again."), helper, local->message);
  return FALSE;
}

static void
set_timed_out (Child   *self,
               GError **error)
{
  g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_TIMED_OUT,
               _("Reading “%s” took too long and was stopped. Divide it into several files, or "
                 "save it as plain text (UTF-8) and choose that."), self->name);
}

/* The child wrote something that yaodian-read never writes. */
static void
set_nonsense (Child   *self,
              GError **error)
{
  g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED,
               _("The program that reads documents gave no proper text for “%s”. If the file was "
                 "changed meanwhile, try again; otherwise save it as plain text (UTF-8) and choose "
                 "that."), self->name);
}

/* Waits until the child wrote, ended, or was given up. */
static gboolean
child_wait (Child   *self,
            GError **error)
{
  gint64 left = -1;

  if (self->deadline != G_MAXINT64)
    {
      left = (self->deadline - g_get_monotonic_time () + 999) / 1000;
      if (left <= 0)
        {
          set_timed_out (self, error);
          return FALSE;
        }
    }

  g_poll (self->polled, self->n_polled, left);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Returns: the bytes read, 0 at the end, -1 with @error set. */
static gssize
child_read (Child   *self,
            char    *buffer,
            gsize    size,
            GError **error)
{
  gssize n;

  do
    {
      if (!child_wait (self, error))
        return -1;
      n = self->polled[0].revents != 0 ? read (self->fd, buffer, size) : -1;
    }
  while (n < 0 && (self->polled[0].revents == 0 || errno == EINTR || errno == EAGAIN));

  if (n < 0)
    set_nonsense (self, error);

  return n;
}

/* After the output ended too early: how the child ended says why. */
static void
set_ended (Child   *self,
           GError **error)
{
  const gint64 until = g_get_monotonic_time () + GRACE_USEC;
  int status = 0;

  while (waitpid (self->pid, &status, WNOHANG) == 0)
    {
      if (g_get_monotonic_time () > until)
        {
          set_nonsense (self, error);
          return;
        }
      g_usleep (1000);
    }
  self->pid = 0;

  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    set_timed_out (self, error);
  else if (WIFSIGNALED (status))
    g_set_error (error, YD_READ_ERROR, YD_READ_ERROR_FAILED,
                 _("The program that reads documents broke down over “%s” (signal %d). Nothing "
                   "else is affected. Save the document as plain text (UTF-8) and choose that."),
                 self->name, WTERMSIG (status));
  else
    set_nonsense (self, error);
}

/* Reads up to the end of the first line. What came behind it stays in @buffer,
 * after the line's NUL. Returns: the bytes in @buffer, 0 with @error set. */
static gsize
read_line (Child   *self,
           char    *buffer,
           gsize    size,
           GError **error)
{
  gsize n_bytes = 0;
  char *end = NULL;

  while (end == NULL && n_bytes < size)
    {
      const gssize n = child_read (self, buffer + n_bytes, size - n_bytes, error);

      if (n < 0)
        return 0;
      if (n == 0)
        {
          set_ended (self, error);
          return 0;
        }
      end = memchr (buffer + n_bytes, '\n', n);
      n_bytes += n;
    }

  if (end == NULL)
    {
      set_nonsense (self, error);
      return 0;
    }

  *end = '\0';
  return n_bytes;
}

/* (transfer full): exactly @n_bytes of text, of which @start are there already. */
static char *
read_body (Child       *self,
           const char  *start,
           gsize        n_start,
           gsize        n_bytes,
           GError     **error)
{
  g_autofree char *text = g_try_malloc (n_bytes + 1);
  gsize n_read = n_start;
  gssize n = 1;

  if (text == NULL || n_start > n_bytes)
    {
      set_nonsense (self, error);
      return NULL;
    }

  memcpy (text, start, n_start);

  /* One byte more than announced, to see that the end comes where it should. */
  while (n > 0 && n_read <= n_bytes)
    {
      n = child_read (self, text + n_read, n_bytes + 1 - n_read, error);
      if (n < 0)
        return NULL;
      n_read += n;
    }

  if (n_read < n_bytes)
    set_ended (self, error);
  else if (n_read > n_bytes)
    set_nonsense (self, error);
  if (n_read != n_bytes)
    return NULL;

  text[n_bytes] = '\0';
  return g_steal_pointer (&text);
}

static char *
read_output (Child           *self,
             YdReaderHeader  *header,
             GError         **error)
{
  char buffer[YD_READ_MAX_HEADER + 1];
  const gsize n_bytes = read_line (self, buffer, sizeof buffer, error);
  gsize n_line;

  if (n_bytes == 0)
    return NULL;

  n_line = strlen (buffer) + 1;
  if (n_line > n_bytes || !_yd_reader_header_parse (buffer, header))
    {
      set_nonsense (self, error);
      return NULL;
    }

  if (header->refused != NULL)
    {
      g_propagate_error (error, _yd_reader_refusal_new (header->refused, self->name));
      return NULL;
    }

  return read_body (self, buffer + n_line, n_bytes - n_line, header->n_bytes, error);
}

/* Whatever happened, it does not go on. */
static void
child_end (Child *self)
{
  close (self->fd);

  if (self->pid > 0)
    {
      kill (self->pid, SIGKILL);
      while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    }
}

/**
 * _yd_reader_child_run:
 * @helper: yaodian-read
 * @table: whether it shall take a table, too
 * @fd: the document, open for reading; the child sees nothing else
 * @name: the document, for people
 * @seconds: until the child is stopped, 0 for no limit
 * @header: (out caller-allocates): what the child says of the text; to be cleared
 * @cancellable: (nullable): stops the child
 * @error: return location for a %YD_READ_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Blocks. The child has ended when this returns.
 *
 * Returns: (transfer full): as many bytes as @header says and a NUL; nothing
 *   else about them is sure
 */
char *
_yd_reader_child_run (const char      *helper,
                      gboolean         table,
                      int              fd,
                      const char      *name,
                      guint            seconds,
                      YdReaderHeader  *header,
                      GCancellable    *cancellable,
                      GError         **error)
{
  Child self = { name, .seconds = seconds, .cancellable = cancellable };
  char *text;

  memset (header, 0, sizeof *header);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !child_spawn (&self, helper, table, fd, error))
    return NULL;

  self.deadline = seconds > 0 ? g_get_monotonic_time () + seconds * G_USEC_PER_SEC : G_MAXINT64;
  self.polled[self.n_polled++] = (GPollFD) { .fd = self.fd, .events = G_IO_IN };
  if (g_cancellable_make_pollfd (cancellable, &self.polled[1]))
    self.n_polled++;

  text = read_output (&self, header, error);

  child_end (&self);
  if (self.n_polled > 1)
    g_cancellable_release_fd (cancellable);

  return text;
}
