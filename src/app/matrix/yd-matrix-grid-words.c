/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-point-number.h"

/* What is said of rows, columns and cells. */

/* So much of a title is looked at; the rest could not be seen anyway. */
#define MAX_TITLE 120

/* Among more than so many siblings a number is not looked for, frame after frame. */
#define MAX_SIBLINGS 200

/* Returns: (transfer full): the number of the point, empty if it has none */
char *
_yd_matrix_grid_dup_number (YdMatrixGrid      *self,
                            const YdMatrixRow *row)
{
  YdPlan *plan = yd_matrix_get_plan (self->matrix);
  YdPoint *parent = yd_point_get_parent (row->point);
  GListModel *siblings = parent != NULL ? yd_point_get_children (parent)
                                        : yd_plan_get_points (plan);
  const char *last = strrchr (row->path, '/');
  gboolean computed;

  if (yd_row_get_cell (row->point, YD_POINT_PRINTED) != NULL ||
      g_list_model_get_n_items (siblings) <= MAX_SIBLINGS)
    return yd_point_number_dup (plan, row->point, &computed);

  last = last != NULL ? last + 1 : row->path;

  return g_strdup (*last == '*' ? "" : last);
}

/* Returns: (transfer full): the number of the point and its title */
char *
_yd_matrix_grid_dup_title (YdMatrixGrid      *self,
                           const YdMatrixRow *row)
{
  g_autofree char *number = _yd_matrix_grid_dup_number (self, row);
  const char *title = yd_point_get_title (row->point);
  g_autofree char *short_title = NULL;

  if (title == NULL || *title == '\0')
    title = yd_row_get_cell (row->point, YD_POINT_TEXT);
  if (title == NULL)
    title = "";
  short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_TITLE));

  return g_strconcat (number, row->is_head ? "" : " ", short_title, NULL);
}

/* Returns: (transfer full): what a screen reader says of a cell */
char *
_yd_matrix_grid_dup_name (YdGrid *grid,
                          guint   row,
                          guint   col)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);
  g_autofree char *words = NULL;
  YdMatrixCell cell;

  if (self->matrix == NULL)
    return NULL;

  _yd_matrix_grid_look (self, row, col, &cell);
  _yd_matrix_grid_to_matrix (self, &row, &col);
  if (row >= yd_matrix_get_n_rows (self->matrix) || col >= yd_matrix_get_n_columns (self->matrix))
    return NULL;

  words = yd_matrix_dup_cell_words (self->matrix, row, col);
  if (cell.is_proposed && cell.role != YD_ROLE_NONE)
    return g_strconcat (words, _(", "), _("To Check"), NULL);

  return g_steal_pointer (&words);
}

static char *
dup_counts_words (const YdMatrixCounts *counts)
{
  static const YdRole roles[] = { YD_ROLE_LEAD, YD_ROLE_RESPONSIBLE, YD_ROLE_SUPPORT };
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (counts->n[roles[i]] > 0)
      g_string_append_printf (words, "%s%s %u", words->len > 0 ? _(", ") : "",
                              yd_role_get_words (yd_role_get_name (roles[i])),
                              counts->n[roles[i]]);

  return g_strdup (words->str);
}

/* A unit: what it is called elsewhere, how many it stands for, and what it has. */
static char *
dup_unit_tooltip (YdMatrixGrid *self,
                  guint         column)
{
  YdMatrixCounts printed, unfolded;
  g_autofree char *counts = NULL;
  g_autoptr(GString) words = NULL;
  YdMatrixColumn info;
  const char *full;

  yd_matrix_get_column (self->matrix, column, &info);
  yd_matrix_get_column_counts (self->matrix, column, &printed, &unfolded);
  words = g_string_new (yd_row_get_cell (info.unit, YD_UNIT_NAME));
  full = yd_row_get_cell (info.unit, YD_UNIT_FULL);
  if (full != NULL && *full != '\0' && strcmp (full, words->str) != 0)
    g_string_append_printf (words, "\n%s", full);
  if (info.is_vague)
    g_string_append_printf (words, "\n%s", _("To be named"));
  if (info.n_members > 0)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, ngettext ("%u member", "%u members", info.n_members),
                              info.n_members);
    }
  if (info.group != NULL)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, _("Through %s"), yd_row_get_cell (info.group, YD_UNIT_NAME));
    }

  counts = dup_counts_words (info.group != NULL ? &unfolded : &printed);
  if (*counts != '\0')
    g_string_append_printf (words, "\n%s", counts);

  return g_strdup (words->str);
}

static char *
dup_point_tooltip (YdMatrixGrid *self,
                   guint         row)
{
  YdMatrixCounts printed, unfolded;
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;
  YdMatrixRow info;

  yd_matrix_get_row (self->matrix, row, &info);
  yd_matrix_get_row_counts (self->matrix, row, &printed, &unfolded);
  title = _yd_matrix_grid_dup_title (self, &info);
  counts = dup_counts_words (&printed);
  if (info.light != YD_LIGHT_NONE)
    return g_strdup_printf ("%s\n%s%s%s", title, yd_light_get_word (info.light),
                            *counts != '\0' ? "\n" : "", counts);

  return g_strdup_printf ("%s%s%s", title, *counts != '\0' ? "\n" : "", counts);
}

char *
_yd_matrix_grid_dup_tooltip (YdGrid          *grid,
                             const YdGridHit *hit,
                             double           x,
                             double           y)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);
  YdMatrixCell cell;

  if (self->matrix == NULL)
    return NULL;

  if (hit->part == YD_GRID_BODY && hit->row != YD_GRID_NONE && hit->col != YD_GRID_NONE &&
      _yd_matrix_grid_look (self, hit->row, hit->col, &cell))
    return _yd_matrix_grid_dup_name (grid, hit->row, hit->col);
  if (hit->part == YD_GRID_COL_HEAD && hit->col != YD_GRID_NONE)
    return self->transposed ? dup_point_tooltip (self, hit->col)
                            : dup_unit_tooltip (self, hit->col);
  if (hit->part == YD_GRID_ROW_HEAD && hit->row != YD_GRID_NONE)
    return self->transposed ? dup_unit_tooltip (self, hit->row)
                            : dup_point_tooltip (self, hit->row);

  return NULL;
}
