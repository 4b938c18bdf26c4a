/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-slice-bundle.h"

#include <string.h>

#include "yd-export-private.h"
#include "yd-output-folder.h"
#include "yd-slice-table.h"

/* A name of a file with its suffix has at most 255 bytes, and some room is left for a number. */
#define MAX_NAME 200

struct _YdSliceBundle
{
  GPtrArray *tables;            /* YdTable */
  GPtrArray *names;             /* of the files, without suffix */
};

/* Without what no file system, or not that of the others, allows in a name. */
static char *
make_name (const char *unit,
           GHashTable *taken)
{
  g_autofree char *name = g_strdup (unit != NULL ? unit : "");
  char *whole, *end;

  for (char *c = name; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      *c = ' ';
  g_strdelimit (name, "/\\:*?\"<>|", '_');
  g_strstrip (name);
  if (*name == '.')
    *name = '_';
  if (strlen (name) > MAX_NAME)
    {
      end = g_utf8_find_prev_char (name, name + MAX_NAME);
      *end = '\0';
    }

  whole = g_strdup (*name != '\0' ? name : "_");
  for (guint n = 2; g_hash_table_contains (taken, whole); n++)
    {
      g_free (whole);
      whole = g_strdup_printf ("%s %u", name, n);
    }

  return whole;
}

/**
 * yd_slice_bundle_new:
 * @matrix: the matrix of a plan, whatever it shows
 * @contacts: (nullable): the directory, if the contacts of those who lead are wanted
 *
 * Returns: (transfer full): the lists of all units that have something to do, see
 *   yd_matrix_list_bearers()
 */
YdSliceBundle *
yd_slice_bundle_new (YdMatrix    *matrix,
                     YdDirectory *contacts)
{
  YdSliceBundle *self = g_new0 (YdSliceBundle, 1);
  g_autoptr(GPtrArray) units = yd_matrix_list_bearers (matrix);
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_table_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (units, i);
      g_autoptr(YdSlice) slice = yd_slice_new (matrix, unit);
      char *name = make_name (yd_row_get_cell (unit, YD_UNIT_NAME), taken);

      g_ptr_array_add (self->tables, yd_slice_table_new (slice, contacts));
      g_ptr_array_add (self->names, name);
      g_hash_table_add (taken, name);
    }

  return self;
}

void
yd_slice_bundle_free (YdSliceBundle *self)
{
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->names);
  g_free (self);
}

guint
yd_slice_bundle_get_n_files (YdSliceBundle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tables->len;
}

/* Returns: (transfer none): the name of a file, without its suffix */
const char *
yd_slice_bundle_get_name (YdSliceBundle *self,
                          guint          n)
{
  g_return_val_if_fail (self != NULL && n < self->names->len, NULL);

  return g_ptr_array_index (self->names, n);
}

/* Returns: (transfer none): what is in it */
YdTable *
yd_slice_bundle_get_table (YdSliceBundle *self,
                           guint          n)
{
  g_return_val_if_fail (self != NULL && n < self->tables->len, NULL);

  return g_ptr_array_index (self->tables, n);
}

static gboolean
save_one (YdSliceBundle  *self,
          guint           n,
          YdFormat        format,
          const char     *folder,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autofree char *file = g_strdup_printf ("%s.%s", yd_slice_bundle_get_name (self, n),
                                           yd_format_get_name (format));
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return yd_export_save (yd_slice_bundle_get_table (self, n), format, path, NULL, NULL,
                         cancellable, error);
}

static gboolean
save_all (YdSliceBundle     *self,
          YdFormat           format,
          const char        *room,
          YdExportProgress   progress,
          gpointer           user_data,
          GCancellable      *cancellable,
          GError           **error)
{
  const guint n = yd_slice_bundle_get_n_files (self);

  for (guint i = 0; i < n; i++)
    {
      if (progress != NULL)
        progress (i, n, user_data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !save_one (self, i, format, room, cancellable, error))
        return FALSE;
    }
  if (progress != NULL)
    progress (n, n, user_data);

  return TRUE;
}

/* A person knows the folder, not the room in it in which files are written. */
static GError *
name_folder (GError     *cause,
             const char *room,
             const char *folder)
{
  g_autofree char *inner = g_filename_display_name (room);
  g_autofree char *outer = g_filename_display_name (folder);
  g_autoptr(GString) words = g_string_new (cause->message);
  GError *named;

  g_string_replace (words, inner, outer, 0);
  named = g_error_new_literal (cause->domain, cause->code, words->str);
  g_error_free (cause);

  return named;
}

static gboolean
fail (const char  *folder,
      GError      *cause,
      GError     **error)
{
  g_autofree char *shown = g_filename_display_name (folder);

  _yd_export_set_error (error, shown, cause);

  return FALSE;
}

/**
 * yd_slice_bundle_save:
 * @self: a bundle
 * @format: how to write the files
 * @folder: (type filename): where to; it is made if it is not there
 * @progress: (nullable) (scope call): told before each file, and at the end
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop between files
 * @error: return location
 *
 * Writes a file for each unit; one of that name is replaced. After an error or a cancel @folder
 * is as it was.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_slice_bundle_save (YdSliceBundle     *self,
                      YdFormat           format,
                      const char        *folder,
                      YdExportProgress   progress,
                      gpointer           user_data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr(YdOutputFolder) output = NULL;
  g_autofree char *failed = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (self != NULL && folder != NULL, FALSE);

  output = yd_output_folder_new (folder, &cause);
  if (output == NULL)
    return fail (folder, cause, error);

  if (!save_all (self, format, yd_output_folder_get_room (output), progress, user_data,
                 cancellable, &cause))
    return fail (folder, name_folder (cause, yd_output_folder_get_room (output), folder), error);

  return yd_output_folder_commit (output, &failed, &cause) || fail (failed, cause, error);
}
