/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/* What a person changes on the sheet: each of it one edit, which one undo takes back. */

/* What stands in a cell, as far as it can be changed: a folded row stands for many points. */
static gboolean
look (YdMatrixPage *self,
      guint         row,
      guint         column,
      YdSetRole    *role,
      YdMatrixCell *cell)
{
  YdMatrixColumn unit;
  YdMatrixRow point;

  yd_matrix_get_row (self->matrix, row, &point);
  yd_matrix_get_column (self->matrix, column, &unit);
  yd_matrix_get_cell (self->matrix, row, column, cell);
  *role = (YdSetRole) { point.point, unit.unit, cell->role };

  return !point.is_folded;
}

static YdRole
find_next (YdRole role)
{
  switch (role)
    {
    case YD_ROLE_NONE:
      return YD_ROLE_LEAD;

    case YD_ROLE_LEAD:
      return YD_ROLE_RESPONSIBLE;

    case YD_ROLE_RESPONSIBLE:
      return YD_ROLE_SUPPORT;

    case YD_ROLE_SUPPORT:
    default:
      return YD_ROLE_NONE;
    }
}

/* The role that the act gives to all chosen cells. */
static YdRole
find_role (YdMatrixPage *self,
           YdMatrixAct   act)
{
  YdMatrixCell cell;
  YdSetRole role;
  guint row, column;

  switch (act)
    {
    case YD_MATRIX_ACT_LEAD:
      return YD_ROLE_LEAD;

    case YD_MATRIX_ACT_RESPONSIBLE:
      return YD_ROLE_RESPONSIBLE;

    case YD_MATRIX_ACT_SUPPORT:
      return YD_ROLE_SUPPORT;

    case YD_MATRIX_ACT_CYCLE:
      yd_matrix_grid_get_cell (self->grid, &row, &column);
      look (self, row, column, &role, &cell);
      return find_next (role.role);

    case YD_MATRIX_ACT_CLEAR:
    case YD_MATRIX_ACT_FILL:
    default:
      return YD_ROLE_NONE;
    }
}

/* Down from the first chosen row; with one row, from that above it. */
static void
list_filled (YdMatrixPage *self,
             YdGridRange   range,
             GArray       *roles)
{
  YdMatrixCell cell;
  YdSetRole role;

  if (range.end_row - range.first_row == 1 && range.first_row > 0)
    range.first_row--;

  for (guint column = range.first_col; column < range.end_col; column++)
    {
      YdRole first;

      if (!look (self, range.first_row, column, &role, &cell))
        continue;
      first = role.role;
      for (guint row = range.first_row + 1; row < range.end_row; row++)
        if (look (self, row, column, &role, &cell) && role.role != first)
          {
            role.role = first;
            g_array_append_val (roles, role);
          }
    }
}

static void
list_set (YdMatrixPage      *self,
          const YdGridRange *range,
          YdRole             wanted,
          GArray            *roles)
{
  YdMatrixCell cell;
  YdSetRole role;

  for (guint row = range->first_row; row < range->end_row; row++)
    for (guint column = range->first_col; column < range->end_col; column++)
      if (look (self, row, column, &role, &cell) && (role.role != wanted || cell.is_proposed))
        {
          role.role = wanted;
          g_array_append_val (roles, role);
        }
}

/* Why nothing happens, where a person would wonder. */
static void
explain (YdMatrixPage      *self,
         const YdGridRange *range,
         YdMatrixAct        act)
{
  YdMatrixCell cell;
  YdSetRole role;

  if (!look (self, range->first_row, range->first_col, &role, &cell))
    yd_page_say (YD_PAGE (self), _("This row stands for several points. Unfold it first."));
  else if (act == YD_MATRIX_ACT_CLEAR && cell.via != NULL)
    {
      g_autofree char *words =
        g_strdup_printf (_("This unit answers through %s. Take that away, or change its members."),
                         yd_row_get_cell (cell.via, YD_UNIT_NAME));

      yd_page_say (YD_PAGE (self), words);
    }
}

void
_yd_matrix_page_say_too_many (YdMatrixPage *self)
{
  yd_page_say (YD_PAGE (self), _("These are too many cells to be changed at once"));
}

static const char *
find_act_name (YdMatrixAct act,
               YdRole      role)
{
  if (act == YD_MATRIX_ACT_FILL)
    return "assignment.role";

  return role == YD_ROLE_NONE ? "assignment.delete" : "assignment.role";
}

/* Does what a person asked for to all chosen cells. */
void
_yd_matrix_page_act (YdMatrixPage *self,
                     YdMatrixAct   act)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  g_autoptr(GArray) roles = g_array_new (FALSE, FALSE, sizeof (YdSetRole));
  g_autoptr(YdEdit) edit = NULL;
  YdGridRange range;
  guint row, column;
  YdRole wanted;

  if (!yd_matrix_grid_get_cell (self->grid, &row, &column))
    return;

  yd_matrix_grid_get_chosen (self->grid, &range);
  if (_yd_matrix_count_cells (&range) > YD_MATRIX_MAX_CHANGED)
    {
      _yd_matrix_page_say_too_many (self);
      return;
    }

  wanted = find_role (self, act);
  if (act == YD_MATRIX_ACT_FILL)
    list_filled (self, range, roles);
  else
    list_set (self, &range, wanted, roles);
  if (roles->len == 0)
    {
      explain (self, &range, act);
      return;
    }

  edit = yd_plan_edit_set_roles (_yd_matrix_page_get_plan (self), (const YdSetRole *) roles->data,
                                 roles->len, find_act_name (act, wanted),
                                 yd_session_get_ids (session));
  yd_page_commit (YD_PAGE (self), edit);
}

/* The name of a unit was dropped on a point; on one of the chosen rows it means all of them. */
void
_yd_matrix_page_drop (YdMatrixPage *self,
                      YdRow        *unit,
                      YdPoint      *point)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  const guint dropped = yd_matrix_find_row (self->matrix, point);
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;
  YdGridRange range;

  yd_matrix_grid_get_chosen (self->grid, &range);
  if (dropped < range.first_row || dropped >= range.end_row)
    range = (YdGridRange) { dropped, dropped + 1, 0, 0 };
  for (guint row = range.first_row; row < range.end_row; row++)
    {
      YdMatrixRow info;

      yd_matrix_get_row (self->matrix, row, &info);
      if (!info.is_folded && (!info.is_head || info.point == point))
        g_ptr_array_add (points, info.point);
    }
  if (points->len == 0)
    {
      yd_page_say (YD_PAGE (self), _("This row stands for several points. Unfold it first."));
      return;
    }

  edit = yd_plan_edit_assign (_yd_matrix_page_get_plan (self), points, unit, "responsible",
                              yd_session_get_ids (session));
  if (yd_page_commit (YD_PAGE (self), edit))
    yd_matrix_grid_go (self->grid, point, unit);
}

/* What was read is right, in all chosen cells. */
static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (widget);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;
  YdMatrixCell cell;
  YdGridRange range;
  YdSetRole role;
  guint row, column;

  if (!yd_matrix_grid_get_cell (self->grid, &row, &column))
    return;

  yd_matrix_grid_get_chosen (self->grid, &range);
  if (_yd_matrix_count_cells (&range) > YD_MATRIX_MAX_CHANGED)
    {
      _yd_matrix_page_say_too_many (self);
      return;
    }

  for (row = range.first_row; row < range.end_row; row++)
    for (column = range.first_col; column < range.end_col; column++)
      if (look (self, row, column, &role, &cell) && cell.is_proposed && cell.assignment != NULL)
        g_ptr_array_add (rows, cell.assignment);
  if (rows->len == 0)
    return;

  edit = yd_plan_edit_confirm_rows (rows);
  yd_page_commit (YD_PAGE (self), edit);
}

static void
act_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _yd_matrix_page_act (YD_MATRIX_PAGE (widget), g_variant_get_uint32 (parameter));
}

void
_yd_matrix_page_install_edits (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "matrix.accept", NULL, accept_action);
  gtk_widget_class_install_action (klass, "matrix.act", "u", act_action);
}
