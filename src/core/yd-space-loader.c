/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-ref-string.h"
#include "yd-row-private.h"
#include "yd-space-private.h"
#include "yd-value.h"

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
  GPtrArray *problems;
  YdRow     *last[YD_MAX_FIELDS];       /* borrowed: what each field named last */
};

static void
free_problem (YdProblem *problem)
{
  g_free (problem->id);
  g_free (problem->message);
  g_free (problem);
}

static void
add_problem (YdSpaceLoader *self,
             YdKind         kind,
             const char    *id,
             guint          field,
             const char    *message)
{
  YdProblem *problem = g_new0 (YdProblem, 1);

  problem->kind = kind;
  problem->field = field;
  problem->id = g_utf8_make_valid (id, -1);
  problem->message = g_strdup (message);
  g_ptr_array_add (self->problems, problem);
}

static void
leave_out (YdSpaceLoader *self,
           YdRow         *row,
           guint          field,
           const char    *message)
{
  add_problem (self, YD_ROW_GET_CLASS (row)->kind, row->id, field, message);
  yd_clear_ref_string (&row->cells[field]);
}

static void
set_word (YdRow      *row,
          guint       field,
          const char *word)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);

  yd_clear_ref_string (&row->cells[field]);
  row->cells[field] = yd_field_make_value (&info->fields[field], word);
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
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) free_problem);

  return self;
}

void
yd_space_loader_free (YdSpaceLoader *self)
{
  g_object_unref (self->space);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

/* Why a row cannot be had at all, or NULL. */
static const char *
find_obstacle (YdSpaceLoader *self,
               YdKind         kind,
               const char    *id)
{
  YdSpaceClass *klass = YD_SPACE_GET_CLASS (self->space);

  if (!yd_value_is_id (id))
    return _("The id of the row is damaged.");

  if (strchr (yd_schema_get_kind (kind)->spaces, klass->letter) == NULL)
    return _("A row of this kind cannot stand here.");

  if (kind == klass->head && yd_space_get_head (self->space) != NULL &&
      yd_space_lookup (self->space, kind, id) == NULL)
    return _("It says already what it is; that cannot be said twice.");

  return yd_space_lookup (self->space, kind, id) != NULL ? _("The row is there twice.") : NULL;
}

/**
 * yd_space_loader_add:
 * @self: a loader
 * @kind: the kind of the row
 * @id: its id
 * @cells: (array): as many values as the kind has fields, which are taken over;
 *   yd_field_make_value() makes them
 *
 * A row that cannot be had is dropped and listed: its id is damaged or came
 * before, or its kind does not belong in the space.
 *
 * Returns: whether the row was added
 */
gboolean
yd_space_loader_add (YdSpaceLoader  *self,
                     YdKind          kind,
                     const char     *id,
                     GRefString    **cells)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  const char *obstacle = find_obstacle (self, kind, id);
  GRefString *row_id;
  YdRow *row;

  if (obstacle != NULL)
    {
      add_problem (self, kind, id, YD_FIELD_DELETED, obstacle);
      for (guint i = 0; i < info->n_fields; i++)
        yd_clear_ref_string (&cells[i]);
      return FALSE;
    }

  row_id = g_ref_string_new (id);
  row = _yd_space_create_row (self->space, kind, row_id);
  g_ref_string_release (row_id);

  for (guint i = 0; i < info->n_fields; i++)
    row->cells[i] = g_steal_pointer (&cells[i]);

  return TRUE;
}

/* Rows that were made together mostly name the same row as the one before. */
static YdRow *
find_target (YdSpaceLoader *self,
             YdRow         *row,
             guint          field)
{
  YdRow *last = self->last[field];

  if (last != NULL && strcmp (last->id, row->cells[field]) == 0 &&
      YD_ROW_GET_CLASS (last)->kind ==
      yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind)->fields[field].target)
    return last;

  return self->last[field] = _yd_space_find_target (self->space, row, field);
}

/* An id shares the string of the row that it names. */
static void
link_cell (YdSpaceLoader *self,
           YdRow         *row,
           guint          field)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);
  YdRow *target = find_target (self, row, field);

  if (target == NULL)
    {
      leave_out (self, row, field, _("It points to a row that is not there."));
      return;
    }

  yd_set_ref_string (&row->cells[field], target->id);
  if (field == info->home)
    row->home = target;
  else if (field == info->need)
    _yd_row_set_needed (row, target);
}

static void
check_cell (YdSpaceLoader *self,
            YdRow         *row,
            guint          i)
{
  const YdField *field = &yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind)->fields[i];
  gboolean is_link = field->type == YD_VALUE_ID && !(field->flags & YD_FIELD_ABROAD);

  /* What names a row has the form of an id, for each row was asked for that. */
  if (!is_link && !yd_field_allows (field, row->cells[i]))
    leave_out (self, row, i, _("The value is of the wrong kind or too long."));
  else if (field->flags & YD_FIELD_OFFICE && YD_SPACE_GET_CLASS (self->space)->letter != 'o')
    leave_out (self, row, i, _("This value belongs to the directory of the office."));
  else if (field->type == YD_VALUE_SPAN &&
           _yd_space_find_source (self->space, row->cells[i]) == NULL)
    leave_out (self, row, i, _("It points to a source that is not there."));
  else if (is_link)
    link_cell (self, row, i);
}

/* A row stays in sight if it can: a stand-in is put for a text or a key. A row that
 * lost what it is about is put away as deleted.
 */
static void
replace_required (YdSpaceLoader *self,
                  YdRow         *row,
                  guint          i)
{
  const YdField *field = &yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind)->fields[i];

  leave_out (self, row, i, _("A value that is needed is missing."));

  if (i == YD_FIELD_DELETED)
    set_word (row, i, "false");
  else if (field->type == YD_VALUE_TEXT || field->type == YD_VALUE_LONG)
    set_word (row, i, "");
  else if (field->type == YD_VALUE_KEY)
    set_word (row, i, "z");
  else
    set_word (row, YD_FIELD_DELETED, "true");
}

static void
check_row (YdSpaceLoader *self,
           YdRow         *row)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (row->cells[i] != NULL)
        check_cell (self, row, i);
      if (row->cells[i] == NULL && info->fields[i].flags & YD_FIELD_REQUIRED)
        replace_required (self, row, i);
    }
}

static void
check_place (YdSpaceLoader *self,
             YdRow         *row)
{
  gboolean in_circle;
  YdRow *point;

  while ((point = _yd_space_cut_tree (self->space, row, &in_circle)) != NULL)
    leave_out (self, point, YD_POINT_PARENT,
               in_circle ? _("The point would stand below itself.")
                         : _("Points can stand at most 64 levels deep."));
}

static void
check_circles (YdSpaceLoader *self)
{
  g_autoptr(GPtrArray) dependencies =
    _yd_space_find_circles (self->space, YD_KIND_DEPENDENCY, NULL);
  g_autoptr(GPtrArray) members = _yd_space_find_circles (self->space, YD_KIND_MEMBER, NULL);

  for (guint i = 0; i < dependencies->len; i++)
    leave_out (self, g_ptr_array_index (dependencies, i), YD_DEPENDENCY_CHECK,
               _("The dependency lies on a circle, so it counts as not confirmed."));

  for (guint i = 0; i < members->len; i++)
    {
      leave_out (self, g_ptr_array_index (members, i), YD_FIELD_DELETED,
                 _("The groups contain each other, so the member counts as deleted."));
      set_word (g_ptr_array_index (members, i), YD_FIELD_DELETED, "true");
    }
}

static void
fill_list (YdSpaceLoader *self,
           YdRow         *row)
{
  YdRowList *list = _yd_space_find_list (self->space, row);

  if (list != NULL)
    _yd_row_list_fill (list, row);
}

static void
sort_lists (YdSpaceLoader *self,
            YdRow         *row)
{
  for (YdRowList *list = row->lists; list != NULL; list = _yd_row_list_get_next (list))
    _yd_row_list_sort (list);
}

static void
foreach_row (YdSpaceLoader  *self,
             YdKind          kind,
             void          (*func) (YdSpaceLoader *, YdRow *))
{
  GPtrArray *rows = _yd_space_get_private (self->space)->rows[kind];

  for (guint i = 0; i < rows->len; i++)
    func (self, g_ptr_array_index (rows, i));
}

/**
 * yd_space_loader_finish:
 * @self: a loader that got all rows
 *
 * Checks and links the rows. @self is then good for nothing more. That derived
 * ids follow from their parts was checked when the rows came through the door.
 *
 * Returns: (transfer full) (element-type YdProblem): what was left out, and why
 */
GPtrArray *
yd_space_loader_finish (YdSpaceLoader *self)
{
  YdSpacePrivate *priv = _yd_space_get_private (self->space);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    foreach_row (self, kind, check_row);

  foreach_row (self, YD_KIND_POINT, check_place);
  check_circles (self);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    foreach_row (self, kind, fill_list);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      foreach_row (self, kind, sort_lists);
      _yd_row_list_sort (priv->lists[kind]);
    }

  return g_steal_pointer (&self->problems);
}
