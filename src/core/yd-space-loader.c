/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-loader.h"

#include <glib/gi18n-lib.h>

#include "yd-ref-string.h"
#include "yd-row-private.h"
#include "yd-space-private.h"

/**
 * YdSpaceLoader:
 *
 * Fills an empty space with rows that went through the door long ago. Nobody
 * looks at it yet, so nothing is announced. A file that was damaged opens all
 * the same: what breaks an invariant is left out and listed.
 */

struct _YdSpaceLoader
{
  YdSpace   *space;
  GPtrArray *rows;              /* borrowed, in the order in which they came */
  GPtrArray *problems;
};

static void
free_problem (YdProblem *problem)
{
  g_free (problem->id);
  g_free (problem->message);
  g_free (problem);
}

static void
leave_out (YdSpaceLoader *self,
           YdRow         *row,
           guint          field,
           const char    *message)
{
  YdProblem *problem = g_new0 (YdProblem, 1);

  problem->kind = yd_row_get_kind (row);
  problem->field = field;
  problem->id = g_strdup (row->id);
  problem->message = g_strdup (message);
  g_ptr_array_add (self->problems, problem);

  yd_clear_ref_string (&row->cells[field]);
}

/**
 * yd_space_loader_new:
 * @space: a space without rows
 *
 * Returns: (transfer full): a loader that fills it
 */
YdSpaceLoader *
yd_space_loader_new (YdSpace *space)
{
  YdSpaceLoader *self;

  g_return_val_if_fail (YD_IS_SPACE (space), NULL);
  g_return_val_if_fail (_yd_space_get_private (space)->n_rows == 0, NULL);

  self = g_new0 (YdSpaceLoader, 1);
  self->space = g_object_ref (space);
  self->rows = g_ptr_array_new ();
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) free_problem);

  return self;
}

void
yd_space_loader_free (YdSpaceLoader *self)
{
  g_object_unref (self->space);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

/**
 * yd_space_loader_add:
 * @self: a loader
 * @kind: the kind of the row
 * @id: its id
 * @cells: (array): as many values as the kind has fields, which are taken over;
 *   yd_field_make_value() makes them
 *
 * Returns: whether the row was new; the second of two with one id is dropped
 */
gboolean
yd_space_loader_add (YdSpaceLoader  *self,
                     YdKind          kind,
                     const char     *id,
                     GRefString    **cells)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  GRefString *row_id;
  YdRow *row;

  if (yd_space_lookup (self->space, kind, id) != NULL)
    {
      for (guint i = 0; i < info->n_fields; i++)
        yd_clear_ref_string (&cells[i]);
      return FALSE;
    }

  row_id = g_ref_string_new (id);
  row = _yd_space_create_row (self->space, kind, row_id);
  g_ref_string_release (row_id);
  g_ptr_array_add (self->rows, row);

  for (guint i = 0; i < info->n_fields; i++)
    row->cells[i] = g_steal_pointer (&cells[i]);

  return TRUE;
}

/* An id shares the string of the row that it names. */
static void
link_cell (YdSpaceLoader *self,
           YdRow         *row,
           guint          field)
{
  YdRow *target = _yd_space_find_target (self->space, row, field);

  if (target == NULL)
    leave_out (self, row, field, _("It points to a row that is not there."));
  else
    yd_set_ref_string (&row->cells[field], target->id);
}

static void
check_cells (YdSpaceLoader *self,
             YdRow         *row)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const YdField *field = &info->fields[i];

      if (row->cells[i] == NULL)
        continue;

      if (!yd_field_allows (field, row->cells[i]))
        leave_out (self, row, i, _("The value is of the wrong kind or too long."));
      else if (field->type == YD_VALUE_ID && !(field->flags & YD_FIELD_ABROAD))
        link_cell (self, row, i);
    }
}

/* A row that lost a value it must have is put away as deleted. */
static void
check_required (YdSpaceLoader *self,
                YdRow         *row)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & YD_FIELD_REQUIRED && row->cells[i] == NULL)
      {
        leave_out (self, row, i, _("A value that is needed is missing."));
        yd_clear_ref_string (&row->cells[YD_FIELD_DELETED]);
        row->cells[YD_FIELD_DELETED] = yd_field_make_value (&info->fields[YD_FIELD_DELETED],
                                                            "true");
        return;
      }
}

/* Points that stand below themselves are put at the top. */
static void
check_place (YdSpaceLoader *self,
             YdRow         *row)
{
  guint depth = 0;

  for (YdRow *above = row; above != NULL; above = _yd_space_find_home (self->space, above))
    if (++depth > YD_SPACE_MAX_DEPTH)
      {
        leave_out (self, row, YD_POINT_PARENT, _("The point would stand below itself."));
        return;
      }
}

static void
check_dependencies (YdSpaceLoader *self)
{
  g_autoptr(GPtrArray) confirmed = yd_space_list_rows (self->space, YD_KIND_DEPENDENCY);
  g_autoptr(GError) error = NULL;

  if (_yd_space_check_circles (self->space, confirmed, &error))
    return;

  for (guint i = 0; i < confirmed->len; i++)
    {
      YdRow *row = g_ptr_array_index (confirmed, i);

      if (g_strcmp0 (row->cells[YD_DEPENDENCY_CHECK], "confirmed") == 0)
        leave_out (self, row, YD_DEPENDENCY_CHECK, error->message);
    }
}

static void
sort_lists (YdSpaceLoader *self)
{
  YdSpacePrivate *priv = _yd_space_get_private (self->space);
  g_autoptr(GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < YD_N_KINDS; i++)
    _yd_row_list_sort (priv->lists[i]);

  for (guint i = 0; i < self->rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (self->rows, i);

      if (row->home != NULL && row->list != NULL && g_hash_table_add (done, row->list))
        _yd_row_list_sort (row->list);
    }
}

/**
 * yd_space_loader_finish:
 * @self: a loader that got all rows
 *
 * Checks and links the rows. @self is then good for nothing more.
 *
 * Returns: (transfer full) (element-type YdProblem): what was left out, and why
 */
GPtrArray *
yd_space_loader_finish (YdSpaceLoader *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      check_cells (self, g_ptr_array_index (self->rows, i));
      check_required (self, g_ptr_array_index (self->rows, i));
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (self->rows, i);
      YdRowList *list;

      if (YD_ROW_GET_CLASS (row)->kind == YD_KIND_POINT)
        check_place (self, row);

      row->home = _yd_space_find_home (self->space, row);
      list = _yd_space_find_list (self->space, row);
      if (list != NULL)
        _yd_row_list_fill (list, row);
    }

  sort_lists (self);
  check_dependencies (self);

  return g_steal_pointer (&self->problems);
}
