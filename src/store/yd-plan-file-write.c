/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "yd-late-archive.h"
#include "yd-output-file.h"
#include "yd-wire-manifest.h"
#include "yd-wire-row.h"

/* A zip file with the manifest at its end, when everything in it has been counted. No entry has
 * a time and everything is sorted, so the same plan is the same bytes.
 */

typedef struct
{
  YdSpace                *space;
  const YdPlanFileSource *source;
  GCancellable           *cancellable;
  struct archive         *archive;
  YdWireManifest          manifest;
  GChecksum              *checksum;       /* of the entry that is written */
  GTree                  *blobs;          /* the SHA-256 of the contents that are named */
  YdOutputFile           *file;
} Writer;

static void
clear_writer (Writer *self)
{
  g_clear_pointer (&self->archive, archive_write_free);
  yd_wire_manifest_clear (&self->manifest);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_pointer (&self->blobs, g_tree_unref);
  g_clear_pointer (&self->file, yd_output_file_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, clear_writer)

static gboolean
fail_errno (int      code,
            GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
check (Writer  *self,
       int      rc,
       GError **error)
{
  const int code = rc < ARCHIVE_WARN ? archive_errno (self->archive) : 0;

  if (rc >= ARCHIVE_WARN)
    return TRUE;
  if (code > 0)
    return fail_errno (code, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, archive_error_string (self->archive));
  return FALSE;
}

static gboolean
begin_entry (Writer      *self,
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
  g_checksum_reset (self->checksum);

  return check (self, rc, error);
}

static gboolean
put (Writer      *self,
     const void  *data,
     gsize        len,
     GError     **error)
{
  g_checksum_update (self->checksum, data, len);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         check (self, archive_write_data (self->archive, data, len) < 0 ? ARCHIVE_FATAL
                                                                        : ARCHIVE_OK, error);
}

static gboolean
put_line (Writer      *self,
          const char  *line,
          GError     **error)
{
  return put (self, line, strlen (line), error) && put (self, "\n", 1, error);
}

/* The contents that the cells of a row name. */
static void
note_blobs (Writer *self,
            YdRow  *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == YD_VALUE_BLOB && yd_row_get_cell (row, i) != NULL)
      g_tree_insert (self->blobs, g_strdup (yd_row_get_cell (row, i)), NULL);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  return strcmp (a, b);
}

static char *
make_extra_key (const YdWireExtra *extra)
{
  return g_strdup_printf ("%s/%s", extra->kind, extra->id);
}

static int
compare_extras (gconstpointer a,
                gconstpointer b)
{
  const YdWireExtra *left = *(YdWireExtra * const *) a, *right = *(YdWireExtra * const *) b;
  const int kinds = strcmp (left->kind, right->kind);
  const int ids = kinds != 0 ? kinds : strcmp (left->id, right->id);

  return ids != 0 ? ids : strcmp (left->field, right->field);
}

/* `kind/id` → its extras, sorted. */
static GTree *
group_extras (GPtrArray *extras)
{
  GTree *groups = g_tree_new_full (compare_keys, NULL, g_free,
                                   (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();

  if (extras != NULL)
    g_ptr_array_extend (sorted, extras, NULL, NULL);
  g_ptr_array_sort (sorted, compare_extras);

  for (guint i = 0; i < sorted->len; i++)
    {
      char *key = make_extra_key (g_ptr_array_index (sorted, i));
      GPtrArray *group = g_tree_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_tree_insert (groups, g_strdup (key), group);
        }
      g_ptr_array_add (group, g_ptr_array_index (sorted, i));
      g_free (key);
    }

  return groups;
}

/* The id beside its row: asking the row each time is slow for half a million of them. */
typedef struct
{
  const char *id;
  YdRow      *row;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Place *) a)->id, ((const Place *) b)->id);
}

static GArray *
sort_rows (Writer *self,
           YdKind  kind)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (self->space, kind);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const Place place = { yd_row_get_id (g_ptr_array_index (rows, i)),
                            g_ptr_array_index (rows, i) };

      g_array_append_val (places, place);
    }

  g_array_sort (places, compare_places);
  return places;
}

/* The extras of a row, which are then no longer among those of unknown kinds. */
static GPtrArray *
take_extras (GTree      *extras,
             YdKind      kind,
             const char *id)
{
  g_autofree char *key = NULL;
  GPtrArray *own;

  if (g_tree_nnodes (extras) == 0)
    return NULL;

  key = g_strdup_printf ("%s/%s", yd_schema_get_kind (kind)->name, id);
  own = g_tree_lookup (extras, key);
  if (own == NULL)
    return NULL;

  g_ptr_array_ref (own);
  g_tree_remove (extras, key);
  return own;
}

static gboolean
write_kind (Writer   *self,
            YdKind    kind,
            GTree    *extras,
            GError  **error)
{
  g_autoptr(GArray) places = sort_rows (self, kind);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      g_autoptr(GPtrArray) own = take_extras (extras, kind, place->id);
      g_autofree char *line = yd_wire_row_to_json (place->row, own);

      note_blobs (self, place->row);
      if (!put_line (self, line, error))
        return FALSE;
    }

  self->manifest.n_rows += places->len;
  return TRUE;
}

static gboolean
write_rows (Writer  *self,
            GError **error)
{
  g_autoptr(GTree) extras = group_extras (self->source->extras);

  if (!begin_entry (self, "rows.ndjson", error))
    return FALSE;

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    if (!write_kind (self, kind, extras, error))
      return FALSE;

  /* What is left are rows of unknown kinds. */
  for (GTreeNode *node = g_tree_node_first (extras); node != NULL; node = g_tree_node_next (node))
    {
      g_autofree char *line = yd_wire_extras_to_json (g_tree_node_value (node));

      self->manifest.n_rows++;
      if (!put_line (self, line, error))
        return FALSE;
    }

  self->manifest.rows_sha256 = g_strdup (g_checksum_get_string (self->checksum));
  return TRUE;
}

static gboolean
write_edits (Writer  *self,
             GError **error)
{
  const YdPlanFileSource *source = self->source;
  g_autoptr(GError) local = NULL;

  if (!begin_entry (self, "edits.ndjson", error))
    return FALSE;

  while (source->next_edit != NULL)
    {
      g_autoptr(GBytes) line = source->next_edit (source->user_data, &local);

      if (line == NULL)
        break;

      if (memchr (g_bytes_get_data (line, NULL), '\n', g_bytes_get_size (line)) != NULL)
        {
          g_set_error_literal (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID,
                               _("An edit in the journal is not one line"));
          return FALSE;
        }

      self->manifest.n_edits++;
      if (!put (self, g_bytes_get_data (line, NULL), g_bytes_get_size (line), error) ||
          !put (self, "\n", 1, error))
        return FALSE;
    }

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  self->manifest.edits_sha256 = g_strdup (g_checksum_get_string (self->checksum));
  return TRUE;
}

static gboolean
write_blob (Writer      *self,
            const char  *sha256,
            GError     **error)
{
  const YdPlanFileSource *source = self->source;
  g_autofree char *name = g_strconcat ("blobs/", sha256, NULL);
  g_autoptr(GError) local = NULL;
  g_autoptr(GBytes) content = source->get_blob (sha256, source->user_data, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (content == NULL)
    return TRUE;

  self->manifest.n_blobs++;
  return begin_entry (self, name, error) &&
         put (self, g_bytes_get_data (content, NULL), g_bytes_get_size (content), error);
}

static gboolean
write_blobs (Writer  *self,
             GError **error)
{
  if (self->source->get_blob == NULL)
    return TRUE;

  for (GTreeNode *node = g_tree_node_first (self->blobs); node != NULL;
       node = g_tree_node_next (node))
    if (!write_blob (self, g_tree_node_key (node), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_manifest (Writer  *self,
                GError **error)
{
  g_autofree char *json = NULL;

  self->manifest.space = g_strdup (yd_space_get_id (self->space));
  self->manifest.kind = g_strdup (YD_SPACE_GET_CLASS (self->space)->letter == 'o' ? "office"
                                                                                  : "plan");
  self->manifest.schema = YD_SCHEMA_VERSION;
  json = yd_wire_manifest_to_json (&self->manifest);

  return begin_entry (self, "manifest.json", error) && put_line (self, json, error);
}

static gboolean
open_archive (Writer      *self,
              const char  *path,
              GError     **error)
{
  if (!yd_late_archive_load (error))
    return FALSE;

  self->file = yd_output_file_new (path, error);
  if (self->file == NULL)
    return FALSE;

  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, 64 * 1024);
  archive_write_set_bytes_in_last_block (self->archive, 1);

  return check (self, archive_write_open_fd (self->archive, yd_output_file_get_fd (self->file)),
                error);
}

static gboolean
write_archive (Writer      *self,
               const char  *path,
               GError     **error)
{
  return open_archive (self, path, error) &&
         write_rows (self, error) &&
         write_edits (self, error) &&
         write_blobs (self, error) &&
         write_manifest (self, error) &&
         check (self, archive_write_close (self->archive), error) &&
         yd_output_file_commit (self->file, self->cancellable, error);
}

/**
 * yd_plan_file_write:
 * @path: the file to be, in the file system's encoding; one that is there is replaced
 * @space: a plan or an office; deleted rows go with it
 * @source: what goes with it
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR, or what a function of @source said
 *
 * Writes a plan as one file, `.yaodian`. Blocks; the same plan gives the same bytes.
 *
 * Returns: whether all of it is on the disk; otherwise @path is as it was
 */
gboolean
yd_plan_file_write (const char              *path,
                    YdSpace                 *space,
                    const YdPlanFileSource  *source,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_auto(Writer) self = { space, source, cancellable };
  g_autoptr(GError) local = NULL;
  g_autofree char *shown = NULL;
  const char *advice;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (YD_IS_SPACE (space), FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  self.checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self.blobs = g_tree_new_full (compare_keys, NULL, g_free, NULL);

  if (write_archive (&self, path, &local))
    return TRUE;

  shown = g_filename_display_name (path);
  advice = yd_output_file_explain (local);
  g_set_error (error, local->domain, local->code, _("Cannot write “%s”: %s"), shown,
               advice != NULL ? advice : local->message);
  return FALSE;
}
