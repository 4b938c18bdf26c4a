/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-library.h"
#include "yd-office.h"
#include "yd-plan.h"
#include "yd-ref-string.h"
#include "yd-space-loader.h"
#include "yd-statement.h"
#include "yd-tables-private.h"

/* Makes a space from the tables of the kinds. */

/**
 * _yd_space_reader_find:
 * @db: a connection
 * @id: the id of a space
 * @base: (out): its keys begin there
 * @kind: (out) (transfer full): `plan` or `office`
 * @error: return location for an error
 *
 * Returns: whether it is there; %YD_LIBRARY_ERROR_MISSING if it is not
 */
gboolean
_yd_space_reader_find (YdDb        *db,
                       const char  *id,
                       gint64      *base,
                       char       **kind,
                       GError     **error)
{
  g_autoptr(YdStatement) find =
    yd_statement_new (db, "SELECT n, kind FROM space WHERE id = ?1", error);
  gboolean has_row;

  if (find == NULL || !yd_statement_bind_text (find, 1, id, error) ||
      !yd_statement_step (find, &has_row, error))
    return FALSE;

  if (!has_row)
    {
      g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                   _("The library has no plan %s. Look at the list of plans."), id);
      return FALSE;
    }

  *base = YD_KEY_BASE (yd_statement_get_int (find, 0));
  *kind = g_strdup (yd_statement_get_text (find, 1));
  return TRUE;
}

/* Returns: (transfer full): an empty space */
YdSpace *
_yd_space_reader_make (const char *id,
                       const char *kind)
{
  return strcmp (kind, "office") == 0 ? YD_SPACE (yd_office_new (id))
                                      : YD_SPACE (yd_plan_new (id));
}

/* Rows that follow each other often say the same; they then share a string. */
static GRefString *
read_cell (YdStatement    *row,
           int             column,
           const YdField  *field,
           GRefString    **previous)
{
  const char *text = yd_statement_get_text (row, column);

  if (text == NULL)
    return NULL;

  if (field->type == YD_VALUE_BOOL)
    text = *text != '0' ? "true" : "false";

  if (*previous == NULL || strcmp (*previous, text) != 0)
    {
      yd_clear_ref_string (previous);
      *previous = yd_field_make_value (field, text);
    }

  return g_ref_string_acquire (*previous);
}

/* The second of two rows with one id is dropped; verify tells. */
static void
read_row (YdStatement       *row,
          YdKind             kind,
          YdSpaceLoader     *loader,
          GRefString       **previous)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  GRefString *cells[YD_MAX_FIELDS] = { NULL };

  for (guint i = 0; i < info->n_fields; i++)
    cells[i] = read_cell (row, i + 1, &info->fields[i], &previous[i]);

  yd_space_loader_add (loader, kind, yd_statement_get_text (row, 0), cells);
}

static gboolean
read_kind (YdDb           *db,
           gint64          base,
           YdKind          kind,
           YdSpaceLoader  *loader,
           GError        **error)
{
  g_autofree char *sql = _yd_tables_select_sql (kind);
  g_autoptr(YdStatement) select = yd_statement_new (db, sql, error);
  GRefString *previous[YD_MAX_FIELDS] = { NULL };
  gboolean has_row = FALSE, ok;

  if (select == NULL || !yd_statement_bind_int (select, 1, base, error) ||
      !yd_statement_bind_int (select, 2, base | YD_KEY_MAX_ROW, error))
    return FALSE;

  while ((ok = yd_statement_step (select, &has_row, error)) && has_row)
    read_row (select, kind, loader, previous);

  for (guint i = 0; i < YD_MAX_FIELDS; i++)
    yd_clear_ref_string (&previous[i]);

  return ok;
}

/**
 * _yd_space_reader_load:
 * @db: a connection with a transaction, so that all kinds are of one moment
 * @base: the keys of the space
 * @space: an empty space
 * @problems: (out) (optional) (transfer full) (element-type YdProblem): cells
 *   that break an invariant and were left out
 * @error: return location for an error
 *
 * Returns: whether all rows were read
 */
gboolean
_yd_space_reader_load (YdDb       *db,
                       gint64      base,
                       YdSpace    *space,
                       GPtrArray **problems,
                       GError    **error)
{
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (space);
  g_autoptr(GPtrArray) found = NULL;

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    if (strchr (yd_schema_get_kind (kind)->spaces, YD_SPACE_GET_CLASS (space)->letter) != NULL &&
        !read_kind (db, base, kind, loader, error))
      return FALSE;

  found = yd_space_loader_finish (loader);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);

  return TRUE;
}
