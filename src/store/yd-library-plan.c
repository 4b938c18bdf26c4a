/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-id.h"
#include "yd-library-private.h"
#include "yd-plan-file.h"
#include "yd-plan.h"
#include "yd-space-reader-private.h"
#include "yd-wire-edit.h"

/* Plans that leave the library as a file, and come back into one. */

typedef struct
{
  YdLibrary  *library;
  const char *space;
  gint64      pos;
} Leaving;

static GBytes *
next_edit (gpointer   user_data,
           GError   **error)
{
  Leaving *leaving = user_data;
  g_autoptr(GError) local = NULL;
  g_autoptr(YdEdit) edit = yd_library_read_edit (leaving->library, leaving->space,
                                                 ++leaving->pos, &local);
  char *json;

  if (edit == NULL)
    {
      if (!g_error_matches (local, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING))
        g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  json = yd_wire_edit_to_json (edit);
  return g_bytes_new_take (json, strlen (json));
}

/* What is not here was not here before either: the file goes without it. */
static GBytes *
get_blob (const char  *sha256,
          gpointer     user_data,
          GError     **error)
{
  Leaving *leaving = user_data;
  g_autoptr(GError) local = NULL;
  GBytes *content = yd_library_get_blob (leaving->library, sha256, &local);

  if (local != NULL && !g_error_matches (local, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING))
    g_propagate_error (error, g_steal_pointer (&local));

  return content;
}

/**
 * yd_library_export_plan:
 * @self: a library
 * @plan: a plan in it
 * @path: (type filename): where to
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes @plan with its history and the contents it names as a plan file
 * (`.yaodian`), whole or not at all. Blocks.
 *
 * Returns: whether the file is there
 */
gboolean
yd_library_export_plan (YdLibrary     *self,
                        YdSpace       *plan,
                        const char    *path,
                        GCancellable  *cancellable,
                        GError       **error)
{
  Leaving leaving = { self, yd_space_get_id (plan), 0 };
  const YdPlanFileSource source = { next_edit, get_blob, NULL, &leaving };

  g_return_val_if_fail (YD_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (YD_IS_SPACE (plan), FALSE);

  return yd_plan_file_write (path, plan, &source, cancellable, error);
}

typedef struct
{
  GPtrArray *edits;
  GPtrArray *blobs;
} Arriving;

static gboolean
add_edit (const char  *line,
          gsize        len,
          YdEdit      *edit,
          gpointer     user_data,
          GError     **error)
{
  Arriving *arriving = user_data;

  g_ptr_array_add (arriving->edits, yd_edit_ref (edit));
  return TRUE;
}

static gboolean
add_blob (const char  *sha256,
          GBytes      *content,
          gpointer     user_data,
          GError     **error)
{
  Arriving *arriving = user_data;

  g_ptr_array_add (arriving->blobs, g_bytes_ref (content));
  return TRUE;
}

static void
create_row (YdEdit *edit,
            YdRow  *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));

  for (guint i = 0; i < info->n_fields; i++)
    if (yd_row_get_cell (row, i) != NULL)
      yd_edit_change (edit, yd_row_get_kind (row), yd_row_get_id (row), i, NULL,
                      yd_row_get_cell (row, i));
}

/* A file that tells no history: one edit makes all that it holds. */
static YdEdit *
make_birth (YdLibrary *self,
            YdSpace   *space)
{
  YdEdit *edit = yd_edit_new ("plan.import", NULL);
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

      for (guint i = 0; i < rows->len; i++)
        create_row (edit, g_ptr_array_index (rows, i));
    }

  yd_library_sign (self, edit);
  yd_edit_seal (edit, id);

  return edit;
}

static gboolean
is_same_row (YdSpace *space,
             YdRow   *row)
{
  YdKind kind = yd_row_get_kind (row);
  YdRow *other = yd_space_lookup (space, kind, yd_row_get_id (row));

  if (other == NULL)
    return FALSE;

  for (guint i = 0; i < yd_schema_get_kind (kind)->n_fields; i++)
    if (g_strcmp0 (yd_row_get_cell (row, i), yd_row_get_cell (other, i)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_same_space (YdSpace *a,
               YdSpace *b)
{
  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (a, kind);

      if (rows->len != yd_space_get_n_rows (b, kind))
        return FALSE;

      for (guint i = 0; i < rows->len; i++)
        if (!is_same_row (b, g_ptr_array_index (rows, i)))
          return FALSE;
    }

  return TRUE;
}

/* The history must lead to the rows through the one door, or one of them is wrong. */
static gboolean
replay (YdSpace    *rows,
        GPtrArray  *edits,
        GError    **error)
{
  g_autoptr(YdSpace) space = g_object_new (G_OBJECT_TYPE (rows), "id", yd_space_get_id (rows),
                                           NULL);

  for (guint i = 0; i < edits->len; i++)
    if (!yd_space_apply (space, g_ptr_array_index (edits, i), error))
      {
        g_prefix_error (error, _("The history in this file does not hold: "));
        return FALSE;
      }

  if (is_same_space (rows, space))
    return TRUE;

  g_set_error_literal (error, YD_WIRE_ERROR, YD_WIRE_ERROR_DAMAGED,
                       _("The history in this file does not lead to what the file holds. "
                         "Ask for the file again."));
  return FALSE;
}

/* A plan that is here already, even if it was deleted, comes as a copy, beside it. */
static char *
choose_id (YdLibrary   *self,
           const char  *id,
           GError     **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *kind = NULL;
  YdDb *db = _yd_library_begin_read (self, error);
  gboolean is_here;
  gint64 base;

  if (db == NULL)
    return NULL;

  is_here = _yd_space_reader_find (db, id, &base, &kind, &local);
  if (g_error_matches (local, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING))
    g_clear_error (&local);
  if (!_yd_library_end_read (self, g_steal_pointer (&local), error))
    return NULL;

  return is_here ? yd_id_new (&yd_id_system_source) : g_strdup (id);
}

/**
 * yd_library_import_plan:
 * @self: a library that may be written
 * @path: (type filename): a plan file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Takes a plan file in with its history, all of it or nothing. Blocks.
 *
 * Returns: (transfer full): the id of the plan
 */
char *
yd_library_import_plan (YdLibrary     *self,
                        const char    *path,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);
  g_autoptr(GPtrArray) blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Arriving arriving = { edits, blobs };
  const YdPlanFileSink sink = { add_edit, add_blob, NULL, &arriving };
  g_autoptr(YdSpace) space = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  space = yd_plan_file_read (path, NULL, &sink, NULL, cancellable, error);
  if (space == NULL || (id = choose_id (self, yd_space_get_id (space), error)) == NULL)
    return NULL;

  if (edits->len == 0)
    g_ptr_array_add (edits, make_birth (self, space));
  else if (!replay (space, edits, error))
    return NULL;

  return _yd_library_add_space (self, id, YD_IS_PLAN (space) ? "plan" : "office", edits, blobs,
                                error) ? g_steal_pointer (&id) : NULL;
}
