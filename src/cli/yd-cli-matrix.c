/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>

#include "yd-cli-export-matrix.h"
#include "yd-cli-library.h"
#include "yd-json-writer.h"
#include "yd-matrix.h"

/* `yaodianctl matrix`: who answers for what. */

/* What stands in the table for its own sake: chapters without units are left out. */
static gboolean
is_listed (YdMatrix    *matrix,
           guint        row,
           YdMatrixRow *info)
{
  YdMatrixCounts printed, unfolded;

  yd_matrix_get_row (matrix, row, info);
  yd_matrix_get_row_counts (matrix, row, &printed, &unfolded);

  return !info->is_head || printed.n[YD_ROLE_NONE] > 0;
}

static void
put_points (YdMatrix     *matrix,
            YdJsonWriter *json)
{
  yd_json_writer_begin_array (json, "points");
  for (guint i = 0; i < yd_matrix_get_n_rows (matrix); i++)
    {
      YdMatrixRow row;

      if (!is_listed (matrix, i, &row))
        continue;

      yd_json_writer_begin_object (json, NULL);
      yd_json_writer_string (json, "path", row.path);
      yd_json_writer_string (json, "title", yd_point_get_title (row.point));
      yd_json_writer_string (json, "id", yd_row_get_id (row.point));
      yd_json_writer_end_object (json);
    }
  yd_json_writer_end_array (json);
}

static const char *
get_name (YdRow *unit)
{
  return unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : NULL;
}

/* A group whose members follow it is replaced by them. */
static void
put_units (YdMatrix     *matrix,
           YdJsonWriter *json)
{
  yd_json_writer_begin_array (json, "units");
  for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
    {
      YdMatrixColumn column;

      yd_matrix_get_column (matrix, i, &column);
      if (column.is_unfolded)
        continue;

      yd_json_writer_begin_object (json, NULL);
      yd_json_writer_string (json, "name", get_name (column.unit));
      yd_json_writer_string (json, "kind", yd_unit_kind_get_name (column.kind));
      yd_json_writer_bool (json, "vague", column.is_vague);
      yd_json_writer_string (json, "id", yd_row_get_id (column.unit));
      yd_json_writer_end_object (json);
    }
  yd_json_writer_end_array (json);
}

/* The stronger role counts; through a group only where that was unfolded. */
static gboolean
find_role (YdMatrix           *matrix,
           const YdMatrixCell *cell,
           YdRole             *role,
           YdRow             **via)
{
  const gboolean through = cell->via != NULL && yd_matrix_get_unfolded (matrix, cell->via) &&
                           cell->via_role > cell->role;

  *role = through ? cell->via_role : cell->role;
  *via = through ? cell->via : NULL;

  return *role != YD_ROLE_NONE;
}

static void
put_mark (YdMatrix     *matrix,
          guint         row,
          guint         column,
          YdJsonWriter *json)
{
  YdMatrixRow row_info;
  YdMatrixColumn column_info;
  YdMatrixCell cell;
  YdRole role;
  YdRow *via;

  yd_matrix_get_row (matrix, row, &row_info);
  yd_matrix_get_column (matrix, column, &column_info);
  if (column_info.is_unfolded || !yd_matrix_get_cell (matrix, row, column, &cell) ||
      !find_role (matrix, &cell, &role, &via))
    return;

  yd_json_writer_begin_object (json, NULL);
  yd_json_writer_string (json, "point", row_info.path);
  yd_json_writer_string (json, "unit", get_name (column_info.unit));
  yd_json_writer_string (json, "role", yd_role_get_name (role));
  yd_json_writer_string (json, "via", get_name (via));
  yd_json_writer_bool (json, "vague", cell.is_vague);
  yd_json_writer_bool (json, "proposed", cell.is_proposed);
  yd_json_writer_end_object (json);
}

static void
put_totals (YdMatrix     *matrix,
            YdJsonWriter *json)
{
  YdMatrixTotals totals;

  yd_matrix_get_totals (matrix, &totals);
  yd_json_writer_begin_object (json, "totals");
  yd_json_writer_int (json, "marks", totals.printed.n[YD_ROLE_NONE]);
  yd_json_writer_int (json, "unfolded", totals.unfolded.n[YD_ROLE_NONE]);
  yd_json_writer_int (json, "units", totals.n_units);
  yd_json_writer_int (json, "points", totals.n_points);
  for (YdRole role = YD_ROLE_LEAD; role > YD_ROLE_NONE; role--)
    yd_json_writer_int (json, yd_role_get_name (role), totals.printed.n[role]);
  yd_json_writer_int (json, "no_lead", totals.n_no_lead);
  yd_json_writer_int (json, "several_leads", totals.n_several_leads);
  yd_json_writer_int (json, "vague", totals.n_vague);
  yd_json_writer_end_object (json);
}

static void
print_json (YdMatrix *matrix)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  put_points (matrix, &json);
  put_units (matrix, &json);

  yd_json_writer_begin_array (&json, "marks");
  for (guint row = 0; row < yd_matrix_get_n_rows (matrix); row++)
    for (guint column = 0; column < yd_matrix_get_n_columns (matrix); column++)
      put_mark (matrix, row, column, &json);
  yd_json_writer_end_array (&json);

  put_totals (matrix, &json);
  yd_json_writer_end_object (&json);
  yd_cli_print (yd_json_writer_end (&json));
}

static void
append_marks (YdMatrix *matrix,
              guint     row,
              GString  *line)
{
  static const char * const signs[YD_N_ROLES] = {
    [YD_ROLE_SUPPORT] = "△", [YD_ROLE_RESPONSIBLE] = "○", [YD_ROLE_LEAD] = "●",
  };

  for (guint column = 0; column < yd_matrix_get_n_columns (matrix); column++)
    {
      YdMatrixColumn info;
      YdMatrixCell cell;
      YdRole role;
      YdRow *via;

      yd_matrix_get_column (matrix, column, &info);
      if (info.is_unfolded || !yd_matrix_get_cell (matrix, row, column, &cell) ||
          !find_role (matrix, &cell, &role, &via))
        continue;

      g_string_append_printf (line, "  %s %s", cell.is_vague ? "?" : signs[role],
                              get_name (info.unit));
      if (via != NULL)
        g_string_append_printf (line, " (%s)", get_name (via));
    }
}

static void
print_point (YdMatrix *matrix,
             guint     row)
{
  YdMatrixRow info;
  g_autofree char *task = NULL;
  GString *line;

  yd_matrix_get_row (matrix, row, &info);
  task = yd_point_dup_task (info.point, info.path);
  line = g_string_new (task);
  append_marks (matrix, row, line);
  yd_cli_print (g_string_free (line, FALSE));
}

/* The last line: `22 points × 37 units; 80 marks as printed, 232 unfolded`. */
static void
print_totals (YdMatrix *matrix)
{
  YdMatrixTotals totals;

  yd_matrix_get_totals (matrix, &totals);
  yd_cli_print (g_strdup_printf (_("%u points × %u units; %u marks as printed, %u unfolded"),
                                 totals.n_points, totals.n_units,
                                 totals.printed.n[YD_ROLE_NONE],
                                 totals.unfolded.n[YD_ROLE_NONE]));
}

static void
print_text (YdMatrix *matrix)
{
  for (guint row = 0; row < yd_matrix_get_n_rows (matrix); row++)
    print_point (matrix, row);

  print_totals (matrix);
}

/* What stands behind the plan are groups, if members were asked for. */
YdExit
yd_cli_matrix (YdCli  *cli,
               int     argc,
               char  **argv)
{
  gboolean members = FALSE, tail = FALSE;
  GOptionEntry entries[] = {
    { "members", 0, 0, G_OPTION_ARG_NONE, &members,
      N_("Members in the place of these groups, or of all"), NULL },
    { "tail", 0, 0, G_OPTION_ARG_NONE, &tail,
      N_("Also the duties that stand in no chapter"), NULL },
    { NULL }
  };
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, entries, "PLAN [--members [GROUP…]]", 1, -1))
    return YD_EXIT_USAGE;
  if (!members && argc > 2)
    return yd_cli_usage (_("Groups are named behind --members."));

  if ((plan = yd_cli_plan_open (cli, argv[1], FALSE, &error)) == NULL)
    return yd_cli_fail (error);

  matrix = yd_matrix_new (plan->plan, NULL);
  yd_matrix_set_flags (matrix, tail ? YD_MATRIX_TAIL : YD_MATRIX_DEFAULT);
  if (members && !yd_cli_matrix_unfold (matrix, argv + 2, &error))
    return yd_cli_fail (error);

  if (cli->json)
    print_json (matrix);
  else
    print_text (matrix);

  return YD_EXIT_DONE;
}
