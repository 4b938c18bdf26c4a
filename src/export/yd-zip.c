/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-zip-private.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "yd-late-archive.h"

#define BLOCK (64 * 1024)

/*
 * YdZip:
 *
 * A zip file that goes straight to a stream. No entry has a time, so the same
 * contents are the same bytes.
 */
struct _YdZip
{
  const YdExportJob *job;
  struct archive    *archive;
  GError            *error;     /* what the stream said, which libarchive cannot carry */
};

static la_ssize_t
write_cb (struct archive *archive,
          void           *user_data,
          const void     *data,
          size_t          len)
{
  YdZip *self = user_data;

  /* After a failure libarchive still wants to end the file: there is no point in it. */
  if (self->error == NULL && _yd_export_put (self->job, data, len, &self->error))
    return len;

  archive_set_error (archive, EIO, "%s", self->error->message);

  return -1;
}

static gboolean
check (YdZip   *self,
       int      rc,
       GError **error)
{
  if (rc >= ARCHIVE_WARN && self->error == NULL)
    return TRUE;

  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         archive_error_string (self->archive));

  return FALSE;
}

/*
 * _yd_zip_new:
 * @job: where to; must outlive the zip
 * @error: return location; %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): an empty zip file
 */
YdZip *
_yd_zip_new (const YdExportJob  *job,
             GError            **error)
{
  g_autoptr(YdZip) self = NULL;
  int rc;

  if (!yd_late_archive_load (error))
    return NULL;

  self = g_new0 (YdZip, 1);
  self->job = job;
  self->archive = archive_write_new ();

  archive_write_set_format_zip (self->archive);

  /* An entry whose length is not known beforehand would get 64-bit fields, which Word refuses
   * in a document. */
  archive_write_set_format_option (self->archive, "zip", "zip64", NULL);
  archive_write_set_bytes_per_block (self->archive, BLOCK);
  archive_write_set_bytes_in_last_block (self->archive, 1);

  rc = archive_write_open (self->archive, self, NULL, write_cb, NULL);

  return check (self, rc, error) ? g_steal_pointer (&self) : NULL;
}

void
_yd_zip_free (YdZip *self)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "");   /* writes no more */

  archive_write_free (self->archive);
  g_clear_error (&self->error);
  g_free (self);
}

/* Begins the entry @name; _yd_zip_put() fills it. */
gboolean
_yd_zip_begin (YdZip       *self,
               const char  *name,
               GError     **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int rc;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, S_IFREG);
  archive_entry_set_perm (entry, 0644);
  rc = archive_write_header (self->archive, entry);
  archive_entry_free (entry);

  return check (self, rc, error);
}

gboolean
_yd_zip_put (YdZip       *self,
             const void  *data,
             gsize        len,
             GError     **error)
{
  return check (self, archive_write_data (self->archive, data, len) < 0 ? ARCHIVE_FATAL
                                                                        : ARCHIVE_OK, error);
}

gboolean
_yd_zip_add (YdZip       *self,
             const char  *name,
             const char  *text,
             GError     **error)
{
  return _yd_zip_begin (self, name, error) && _yd_zip_put (self, text, strlen (text), error);
}

gboolean
_yd_zip_close (YdZip   *self,
               GError **error)
{
  return check (self, archive_write_close (self->archive), error);
}
