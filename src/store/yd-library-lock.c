/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-lock-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "yd-library.h"

/* library.db → library.lock */
static char *
make_path (const char *library)
{
  const char *dot = g_str_has_suffix (library, ".db") ? strrchr (library, '.') : NULL;
  g_autofree char *stem = dot != NULL ? g_strndup (library, dot - library) : g_strdup (library);

  return g_strconcat (stem, ".lock", NULL);
}

/* The holder's number stays in the file until it leaves in order, so that the
 * next one knows to look whether the library is sound.
 */
static gboolean
sign (YdLibraryLock *self)
{
  g_autofree char *name = g_strdup_printf ("%ld\n", (long) getpid ());
  gsize len = strlen (name);
  char old;

  self->was_left = pread (self->fd, &old, 1, 0) > 0;

  return pwrite (self->fd, name, len, 0) == (gssize) len && ftruncate (self->fd, len) == 0;
}

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  if (code == EWOULDBLOCK)
    g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_LOCKED,
                         _("The library is open in the application. Close it there, then try "
                           "again."));
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error_literal (error, YD_DB_ERROR, YD_DB_ERROR_FULL,
                         _("The disk is full. Make room, then try again."));
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, YD_DB_ERROR, YD_DB_ERROR_READ_ONLY,
                 _("You may not write %s. Ask for the right to write in its folder, or choose "
                   "another place."), path);
  else
    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_FOLDER, _("Cannot hold %s: %s."), path,
                 g_strerror (code));

  return FALSE;
}

/**
 * _yd_library_lock_take:
 * @self: a lock
 * @library: (type filename): the library's file
 * @error: return location for an error
 *
 * Returns: whether nobody else holds it; %YD_LIBRARY_ERROR_LOCKED if so
 */
gboolean
_yd_library_lock_take (YdLibraryLock  *self,
                       const char     *library,
                       GError        **error)
{
  g_autofree char *path = make_path (library);

  self->fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (self->fd >= 0 && flock (self->fd, LOCK_EX | LOCK_NB) == 0 && sign (self))
    return TRUE;

  fail (path, errno, error);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;

  return FALSE;
}

/**
 * _yd_library_lock_release:
 * @self: a lock, held or not
 * @well: whether the library is sound as far as is known
 */
void
_yd_library_lock_release (YdLibraryLock *self,
                          gboolean       well)
{
  if (self->fd < 0)
    return;

  /* If it cannot be cleared, the next one looks more closely than it must. */
  if (well && ftruncate (self->fd, 0) != 0)
    g_info ("Cannot clear the lock: %s", g_strerror (errno));

  close (self->fd);
  self->fd = -1;
}
