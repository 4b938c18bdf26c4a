/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unzip-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "yd-late-archive.h"

/*
 * YdUnzip:
 *
 * Reads a zip file of a stranger, entry by entry and as often as is asked. Nothing is ever
 * unpacked to the disk, and no more is unpacked at all than an honest file would hold.
 */

#define MAX_ENTRIES 100000

/* A small file may unpack to this much, and a large one to so many times its size. */
#define FREE_BYTES (16 * 1024 * 1024)
#define MAX_RATIO  200

void
_yd_unzip_clear (YdUnzip *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_pointer (&self->checksum, g_checksum_free);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

gboolean
_yd_unzip_fail (GError      **error,
                YdWireError   code,
                const char   *why)
{
  g_set_error_literal (error, YD_WIRE_ERROR, code, why);
  return FALSE;
}

gboolean
_yd_unzip_damaged (GError **error)
{
  return _yd_unzip_fail (error, YD_WIRE_ERROR_DAMAGED,
                         _("The file is damaged or cut off. Copy it once more from where it came "
                           "from."));
}

static gboolean
fail_errno (GError **error)
{
  const int code = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* Opens the file; _yd_unzip_rewind() must come next. */
gboolean
_yd_unzip_open (YdUnzip       *self,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  struct stat info;

  if (!yd_late_archive_load (error))
    return FALSE;

  /* A pipe without a writer would keep us for ever. */
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &info) != 0)
    return fail_errno (error);
  if (!S_ISREG (info.st_mode))
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID, _("This is no file."));

  self->cancellable = cancellable;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->max_unpacked = FREE_BYTES + MAX_RATIO * (gint64) info.st_size;
  return TRUE;
}

/* To the beginning. Only with its list of contents, so that a file that was cut off is seen. */
gboolean
_yd_unzip_rewind (YdUnzip  *self,
                  GError  **error)
{
  g_clear_pointer (&self->archive, archive_read_free);
  self->n_entries = 0;
  if (lseek (self->fd, 0, SEEK_SET) < 0)
    return fail_errno (error);

  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive);
  return archive_read_open_fd (self->archive, self->fd, 64 * 1024) == ARCHIVE_OK ||
         _yd_unzip_damaged (error);
}

static gboolean
check_entry (YdUnzip               *self,
             struct archive_entry  *entry,
             GError               **error)
{
  if (++self->n_entries > MAX_ENTRIES)
    return _yd_unzip_fail (error, YD_WIRE_ERROR_LIMIT, _("It has too many parts."));
  if (archive_entry_pathname (entry) == NULL || archive_entry_filetype (entry) != AE_IFREG)
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID,
                           _("It has something in it that is no file."));
  if (archive_entry_is_encrypted (entry))
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID, _("It is locked with a password."));
  return TRUE;
}

/*
 * _yd_unzip_next:
 * @self: a file that was opened and rewound
 * @name: (out) (transfer none) (nullable): what the next entry is called, until the one after
 *   it; %NULL at the end
 * @error: return location for an error
 *
 * Returns: whether there is an entry, or a proper end
 */
gboolean
_yd_unzip_next (YdUnzip     *self,
                const char **name,
                GError     **error)
{
  struct archive_entry *entry;
  const int rc = archive_read_next_header (self->archive, &entry);

  *name = NULL;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (rc == ARCHIVE_EOF)
    return TRUE;
  if (rc != ARCHIVE_OK)
    return _yd_unzip_damaged (error);
  if (!check_entry (self, entry, error))
    return FALSE;

  *name = archive_entry_pathname (entry);
  g_checksum_reset (self->checksum);
  return TRUE;
}

/* The next piece of the entry: 0 at its end, below 0 after an error. */
gssize
_yd_unzip_read (YdUnzip  *self,
                guint8   *buffer,
                gsize     size,
                GError  **error)
{
  const la_ssize_t n = archive_read_data (self->archive, buffer, size);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;
  if (n < 0)
    return _yd_unzip_damaged (error) - 1;

  self->n_unpacked += n;
  if (self->n_unpacked > self->max_unpacked)
    return _yd_unzip_fail (error, YD_WIRE_ERROR_LIMIT,
                           _("It unpacks to far more than a plan can be. It was made to do "
                             "harm.")) - 1;

  g_checksum_update (self->checksum, buffer, n);
  return n;
}

/* Returns: (transfer full) (nullable): all of the entry, with a NUL behind it that is counted */
GByteArray *
_yd_unzip_read_whole (YdUnzip  *self,
                      gsize     max_bytes,
                      GError  **error)
{
  g_autoptr(GByteArray) whole = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  gssize n;

  while ((n = _yd_unzip_read (self, buffer, sizeof buffer, error)) > 0)
    {
      g_byte_array_append (whole, buffer, n);
      if (whole->len > max_bytes)
        {
          _yd_unzip_fail (error, YD_WIRE_ERROR_LIMIT, _("A part of it is too large."));
          return NULL;
        }
    }

  if (n < 0)
    return NULL;

  g_byte_array_append (whole, (const guint8 *) "", 1);
  return g_steal_pointer (&whole);
}

/* Whether the entry, which was read to its end, has this hash. */
gboolean
_yd_unzip_has_sha256 (YdUnzip    *self,
                      const char *sha256)
{
  return strcmp (g_checksum_get_string (self->checksum), sha256) == 0;
}
