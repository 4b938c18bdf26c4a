/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-output-file.h"

#include "yd-output-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * YdOutputFile:
 *
 * A file that appears whole or not at all: written under another name in the
 * same folder, brought to the disk, then renamed. g_file_replace() would do the
 * same most of the time, but writes into the old file where it cannot keep its
 * owner, and then a full disk costs both.
 */
struct _YdOutputFile
{
  char          *path;      /* where it will be, symbolic links resolved */
  char          *temporary; /* where it is; NULL when it is a device, or is in its place */
  int            fd;
  GOutputStream *stream;
};

/* Returns: %FALSE, with what the system said last */
gboolean
_yd_output_fail (GError **error)
{
  const int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));

  return FALSE;
}

/* A file that may not be written may not be replaced either, though its folder would allow it.
 * Whether something else than a file stands there, and the mode that its successor gets.
 */
gboolean
_yd_output_check_old (const char  *path,
                      gboolean    *is_device,
                      mode_t      *mode,
                      GError     **error)
{
  struct stat old;

  *is_device = FALSE;
  *mode = 0666;

  if (stat (path, &old) != 0)
    return errno == ENOENT || _yd_output_fail (error);

  if (S_ISDIR (old.st_mode))
    {
      errno = EISDIR;
      return _yd_output_fail (error);
    }

  *is_device = !S_ISREG (old.st_mode);
  *mode = old.st_mode & 0777;

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 || _yd_output_fail (error);
}

static gboolean
open_fd (YdOutputFile  *self,
         GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean is_device;
  mode_t mode;

  if (!_yd_output_check_old (self->path, &is_device, &mode, error))
    return FALSE;

  if (is_device)
    self->fd = g_open (self->path, O_WRONLY | O_CLOEXEC, 0);
  else
    {
      self->temporary = g_build_filename (folder, ".yaodian-XXXXXX", NULL);
      self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, mode);
    }

  return self->fd >= 0 || _yd_output_fail (error);
}

/* Without this a new name in it may outlive a power cut that the contents do not. */
void
_yd_output_sync_folder (const char *folder)
{
  const int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/**
 * yd_output_file_new:
 * @path: the file to be, in the file system's encoding
 * @error: return location; %G_IO_ERROR
 *
 * A device, such as `/dev/null`, is written as it is.
 *
 * Returns: (transfer full) (nullable): a file to write into; unless it is
 *   committed, @path stays as it was
 */
YdOutputFile *
yd_output_file_new (const char  *path,
                    GError     **error)
{
  g_autoptr(YdOutputFile) self = g_new0 (YdOutputFile, 1);
  g_autofree char *real = NULL;

  self->fd = -1;

  /* A symbolic link stays one: what it points to is replaced. */
  real = realpath (path, NULL);
  self->path = g_strdup (real != NULL ? real : path);

  if (!open_fd (self, error))
    {
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }

  self->stream = g_unix_output_stream_new (self->fd, FALSE);

  return g_steal_pointer (&self);
}

void
yd_output_file_free (YdOutputFile *self)
{
  g_clear_object (&self->stream);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

GOutputStream *
yd_output_file_get_stream (YdOutputFile *self)
{
  return self->stream;
}

/* For libraries that write to nothing else; it stays the file's. */
int
yd_output_file_get_fd (YdOutputFile *self)
{
  return self->fd;
}

/**
 * yd_output_file_commit:
 * @self: a file with all its contents
 * @cancellable: (nullable): the last moment to stop
 * @error: return location; %G_IO_ERROR
 *
 * Puts the file in its place.
 *
 * Returns: %FALSE when it could not be; then the old one is still there
 */
gboolean
yd_output_file_commit (YdOutputFile  *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  const int fd = self->fd;

  if (self->temporary == NULL)
    {
      self->fd = -1;
      return close (fd) == 0 || _yd_output_fail (error);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (fsync (fd) != 0)
    return _yd_output_fail (error);

  /* A network folder may tell only here that there was no room. */
  self->fd = -1;
  if (close (fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return _yd_output_fail (error);

  g_clear_pointer (&self->temporary, g_free);
  _yd_output_sync_folder (folder);

  return TRUE;
}

static const struct
{
  int         io;
  const char *message;
} causes[] = {
  { G_IO_ERROR_NO_SPACE, N_("the disk is full. Make room or choose another place") },
  { G_IO_ERROR_PERMISSION_DENIED, N_("you may not write there. Choose another folder") },
  { G_IO_ERROR_READ_ONLY, N_("the folder is read-only. Choose another folder") },
  { G_IO_ERROR_NOT_FOUND, N_("there is no such folder. Make it or choose another one") },
  { G_IO_ERROR_NOT_DIRECTORY, N_("there is no such folder. Make it or choose another one") },
  { G_IO_ERROR_IS_DIRECTORY, N_("it is a folder. Give the file a name") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_("the name is too long. Choose a shorter one") },
};

/**
 * yd_output_file_explain:
 * @error: an error from writing a file
 *
 * Returns: (transfer none) (nullable): what happened and what to do, to stand
 *   behind a colon; %NULL when the error must speak for itself
 */
const char *
yd_output_file_explain (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_error_matches (error, G_IO_ERROR, causes[i].io))
      return _(causes[i].message);

  return NULL;
}
