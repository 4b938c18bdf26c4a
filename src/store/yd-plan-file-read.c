/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-office.h"
#include "yd-plan.h"
#include "yd-space-loader.h"
#include "yd-unzip-private.h"
#include "yd-wire-edit.h"
#include "yd-wire-manifest.h"
#include "yd-wire-row.h"

/* Nothing in the file is believed. It is read twice: first for the manifest, which stands at the
 * end, then for all the rest.
 */

#define MAX_BLOB    (200 * 1024 * 1024)
#define MAX_EDIT    (512 * 1024 * 1024)

typedef struct
{
  const YdPlanFileSink *sink;
  YdUnzip               zip;
  YdWireManifest        manifest;
  GHashTable           *seen;           /* the names of the entries that were read */
  gint64                n_blobs;

  YdSpace              *space;
  YdSpaceLoader        *loader;
  gint64                n_of_kind[YD_N_KINDS];
  YdWireRow             row;
} Reader;

static void
clear_reader (Reader *self)
{
  _yd_unzip_clear (&self->zip);
  yd_wire_manifest_clear (&self->manifest);
  yd_wire_row_clear (&self->row);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->loader, yd_space_loader_free);
  g_clear_object (&self->space);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

typedef gboolean (* LineFunc) (Reader      *self,
                               const char  *line,
                               gsize        len,
                               GError     **error);

/* Takes the lines that are complete out of @pending. */
static gboolean
take_lines (Reader      *self,
            GByteArray  *pending,
            gsize        n_old,
            LineFunc     func,
            gint64      *n_lines,
            GError     **error)
{
  guint8 *begin = pending->data, *end = pending->data + pending->len;
  guint8 *line_end = memchr (begin + n_old, '\n', pending->len - n_old);

  for (; line_end != NULL; line_end = memchr (begin, '\n', end - begin))
    {
      ++*n_lines;
      *line_end = '\0';
      if (!func (self, (const char *) begin, line_end - begin, error))
        {
          g_prefix_error (error, _("Line %u: "), (guint) *n_lines);
          return FALSE;
        }
      begin = line_end + 1;
    }

  if (begin > pending->data)
    g_byte_array_remove_range (pending, 0, begin - pending->data);
  return TRUE;
}

static gboolean
read_lines (Reader      *self,
            LineFunc     func,
            gsize        max_line,
            gint64       n_expected,
            const char  *sha256,
            GError     **error)
{
  g_autoptr(GByteArray) pending = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  gint64 n_lines = 0;
  gssize n;

  while ((n = _yd_unzip_read (&self->zip, buffer, 64 * 1024, error)) > 0)
    {
      const gsize n_old = pending->len;

      g_byte_array_append (pending, buffer, n);
      if (!take_lines (self, pending, n_old, func, &n_lines, error))
        return FALSE;
      if (pending->len > max_line)
        return _yd_unzip_fail (error, YD_WIRE_ERROR_LIMIT, _("A part of it is too large."));
    }

  if (n < 0)
    return FALSE;
  if (pending->len > 0 || n_lines != n_expected ||
      !_yd_unzip_has_sha256 (&self->zip, sha256))
    return _yd_unzip_damaged (error);
  return TRUE;
}

static gboolean
check_limits (Reader   *self,
              YdKind    kind,
              GError  **error)
{
  const char letter[] = { YD_SPACE_GET_CLASS (self->space)->letter, '\0' };
  const gint64 n = ++self->n_of_kind[kind];

  if (strstr (yd_schema_get_kind (kind)->spaces, letter) == NULL)
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID,
                           _("A row of this kind cannot stand here."));
  if ((kind == YD_KIND_POINT && n > YD_SPACE_MAX_POINTS) ||
      (kind == YD_KIND_UNIT && n > YD_SPACE_MAX_UNITS))
    return _yd_unzip_fail (error, YD_WIRE_ERROR_LIMIT, _("It has too many points or units."));
  return TRUE;
}

static gboolean
take_row (Reader      *self,
          const char  *line,
          gsize        len,
          GError     **error)
{
  YdWireRow *row = &self->row;

  if (!yd_wire_row_from_json (row, line, len, self->sink->extras, error))
    return FALSE;
  if (row->kind == YD_N_KINDS)
    return TRUE;
  if (!check_limits (self, row->kind, error))
    return FALSE;

  return yd_space_loader_add (self->loader, row->kind, row->id, row->cells) ||
         _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID, _("This row is there twice."));
}

static gboolean
take_edit (Reader      *self,
           const char  *line,
           gsize        len,
           GError     **error)
{
  g_autoptr(GPtrArray) extras = yd_wire_extras_new ();
  g_autoptr(YdEdit) edit = yd_wire_edit_from_json (line, len, extras, error);

  if (edit == NULL)
    return FALSE;
  if (yd_edit_get_id (edit) == NULL)
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID, _("This edit has no id."));

  return self->sink->add_edit == NULL ||
         self->sink->add_edit (line, len, edit, self->sink->user_data, error);
}

static gboolean
take_blob (Reader      *self,
           const char  *sha256,
           GError     **error)
{
  GByteArray *whole = _yd_unzip_read_whole (&self->zip, MAX_BLOB, error);
  g_autoptr(GBytes) content = NULL;

  if (whole == NULL)
    return FALSE;

  g_byte_array_set_size (whole, whole->len - 1);
  content = g_byte_array_free_to_bytes (whole);
  if (!_yd_unzip_has_sha256 (&self->zip, sha256))
    return _yd_unzip_damaged (error);

  self->n_blobs++;
  return self->sink->add_blob == NULL ||
         self->sink->add_blob (sha256, content, self->sink->user_data, error);
}

static gboolean
is_blob_name (const char *name)
{
  return g_str_has_prefix (name, "blobs/") && strlen (name + 6) == 64 &&
         strspn (name + 6, G_CSET_DIGITS "abcdef") == 64;
}

static gboolean
take_entry (Reader      *self,
            const char  *name,
            GError     **error)
{
  const YdWireManifest *manifest = &self->manifest;

  if (!g_hash_table_add (self->seen, g_strdup (name)))
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID, _("A part of it is there twice."));
  if (g_str_equal (name, "manifest.json"))
    return TRUE;
  if (g_str_equal (name, "rows.ndjson"))
    return read_lines (self, take_row, YD_WIRE_MAX_ROW, manifest->n_rows, manifest->rows_sha256,
                       error);
  if (g_str_equal (name, "edits.ndjson"))
    return read_lines (self, take_edit, MAX_EDIT, manifest->n_edits, manifest->edits_sha256,
                       error);
  if (is_blob_name (name))
    return take_blob (self, name + strlen ("blobs/"), error);

  return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID,
                         _("It has a part that does not belong there."));
}

static gboolean
read_manifest (Reader  *self,
               GError **error)
{
  g_autoptr(GByteArray) json = NULL;
  const char *name;

  if (!_yd_unzip_rewind (&self->zip, error))
    return FALSE;

  do
    if (!_yd_unzip_next (&self->zip, &name, error))
      return FALSE;
  while (name != NULL && !g_str_equal (name, "manifest.json"));

  if (name == NULL)
    return _yd_unzip_fail (error, YD_WIRE_ERROR_INVALID,
                           _("This is no plan file of this program."));

  json = _yd_unzip_read_whole (&self->zip, YD_WIRE_MAX_MANIFEST, error);
  if (json == NULL ||
      !yd_wire_manifest_from_json (&self->manifest, (const char *) json->data, json->len - 1,
                                   error))
    return FALSE;

  return self->manifest.n_rows <= YD_SPACE_MAX_ROWS ||
         _yd_unzip_fail (error, YD_WIRE_ERROR_LIMIT, _("It has more than 600,000 rows."));
}

static void
make_space (Reader     *self,
            const char *id)
{
  if (id == NULL)
    id = self->manifest.space;

  self->space = g_str_equal (self->manifest.kind, "office") ? YD_SPACE (yd_office_new (id))
                                                            : YD_SPACE (yd_plan_new (id));
  self->loader = yd_space_loader_new (self->space);
}

static gboolean
read_entries (Reader      *self,
              const char  *id,
              GError     **error)
{
  const char *name;

  make_space (self, id);
  if (!_yd_unzip_rewind (&self->zip, error))
    return FALSE;

  do
    if (!_yd_unzip_next (&self->zip, &name, error) ||
        (name != NULL && !take_entry (self, name, error)))
      return FALSE;
  while (name != NULL);

  return (g_hash_table_contains (self->seen, "rows.ndjson") &&
          g_hash_table_contains (self->seen, "edits.ndjson") &&
          self->n_blobs == self->manifest.n_blobs) || _yd_unzip_damaged (error);
}

/**
 * yd_plan_file_read:
 * @path: a plan file, in the file system's encoding
 * @id: (nullable): the id that the space shall have; %NULL for the one in the file
 * @sink: where the rest goes
 * @problems: (out) (optional) (transfer full) (element-type YdProblem): cells that break an
 *   invariant and were left out
 * @cancellable: (nullable): to stop it
 * @error: %YD_WIRE_ERROR: %YD_WIRE_ERROR_DAMAGED, %YD_WIRE_ERROR_TOO_NEW, %YD_WIRE_ERROR_LIMIT or
 *   that it is no plan file; %G_IO_ERROR; or what a function of @sink said
 *
 * Reads what yd_plan_file_write() wrote. Blocks.
 *
 * Returns: (transfer full): the plan or office
 */
YdSpace *
yd_plan_file_read (const char            *path,
                   const char            *id,
                   const YdPlanFileSink  *sink,
                   GPtrArray            **problems,
                   GCancellable          *cancellable,
                   GError               **error)
{
  g_auto(Reader) self = { sink, .zip.fd = -1 };
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (sink != NULL, NULL);

  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!_yd_unzip_open (&self.zip, path, cancellable, error) ||
      !read_manifest (&self, error) ||
      !read_entries (&self, id, error))
    {
      shown = g_filename_display_name (path);
      g_prefix_error (error, _("Cannot read “%s”: "), shown);
      return NULL;
    }

  found = yd_space_loader_finish (self.loader);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return g_steal_pointer (&self.space);
}
