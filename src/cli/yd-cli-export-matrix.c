/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-export-matrix.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "yd-slice-bundle.h"
#include "yd-slice-table.h"

/* `export --what matrix` and `--what unit`. */

static gboolean
refuse_unit (const char  *name,
             GError     **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _("The plan has no unit “%s”; “units PLAN” lists them."), name);

  return FALSE;
}

/* Unfolds the groups of these names, or all. Returns: whether they are there */
gboolean
yd_cli_matrix_unfold (YdMatrix  *matrix,
                      char     **groups,
                      GError   **error)
{
  if (groups == NULL || *groups == NULL)
    yd_matrix_set_all_unfolded (matrix, TRUE);

  for (; groups != NULL && *groups != NULL; groups++)
    {
      YdRow *group = yd_plan_find_unit (yd_matrix_get_plan (matrix), *groups);

      if (group == NULL)
        return refuse_unit (*groups, error);

      yd_matrix_set_unfolded (matrix, group, TRUE);
    }

  return TRUE;
}

static YdMatrix *
make_matrix (const YdCliMatrixChoice  *choice,
             YdCliPlan                *plan,
             gboolean                  scheduled,
             GError                  **error)
{
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdMatrix) matrix = NULL;

  if (scheduled &&
      (schedule = yd_cli_plan_make_schedule (plan, yd_cli_get_now ().day, error)) == NULL)
    return NULL;

  matrix = yd_matrix_new (plan->plan, schedule);
  yd_matrix_set_flags (matrix, choice->tail ? YD_MATRIX_TAIL : YD_MATRIX_DEFAULT);
  if (choice->members && !yd_cli_matrix_unfold (matrix, choice->groups, error))
    return NULL;

  return g_steal_pointer (&matrix);
}

/* Writes who answers for what; `-` is the standard output. */
gboolean
yd_cli_export_matrix (const YdCliMatrixChoice  *choice,
                      YdCliPlan                *plan,
                      YdMatrixFormat            format,
                      const char               *output,
                      YdExportProgress          progress,
                      GError                  **error)
{
  const YdMatrixSheetFlags flags =
    (choice->lights ? YD_MATRIX_SHEET_LIGHTS : YD_MATRIX_SHEET_DEFAULT) |
    (choice->transposed ? YD_MATRIX_SHEET_TRANSPOSED : YD_MATRIX_SHEET_DEFAULT);
  g_autoptr(YdMatrix) matrix = make_matrix (choice, plan, choice->lights, error);
  g_autoptr(YdMatrixSheet) sheet = NULL;
  g_autoptr(GOutputStream) stream = NULL;

  if (matrix == NULL)
    return FALSE;

  sheet = yd_matrix_sheet_new (matrix, flags);
  if (!g_str_equal (output, "-"))
    return yd_matrix_sheet_save (sheet, format, choice->paper, output, progress, NULL, NULL,
                                 error);

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return yd_matrix_sheet_write (sheet, format, choice->paper, stream, NULL, NULL, NULL, error);
}

/* Contacts are private, so they are written only where somebody asked for them. Returns:
 * FALSE if they were asked for and the directory cannot be read
 */
static gboolean
open_contacts (const YdCliMatrixChoice  *choice,
               YdCliPlan                *plan,
               YdDirectory             **contacts,
               GError                  **error)
{
  YdOffice *office;

  if (!choice->contacts)
    return TRUE;

  if ((office = yd_cli_plan_open_office (plan, error)) == NULL)
    return FALSE;

  *contacts = yd_directory_new (office);

  return TRUE;
}

/* Returns: (transfer full) (nullable): the list of tasks of --unit */
YdTable *
yd_cli_export_make_unit (const YdCliMatrixChoice  *choice,
                         YdCliPlan                *plan,
                         GError                  **error)
{
  g_autoptr(YdMatrix) matrix = make_matrix (choice, plan, FALSE, error);
  YdRow *unit = yd_plan_find_unit (plan->plan, choice->unit);
  g_autoptr(YdDirectory) contacts = NULL;
  g_autoptr(YdSlice) slice = NULL;

  if (unit == NULL)
    refuse_unit (choice->unit, error);
  if (matrix == NULL || unit == NULL || !open_contacts (choice, plan, &contacts, error))
    return NULL;

  slice = yd_slice_new (matrix, unit);

  return yd_slice_table_new (slice, contacts);
}

/* Writes the lists of all units into @folder. */
gboolean
yd_cli_export_units (const YdCliMatrixChoice  *choice,
                     YdCliPlan                *plan,
                     YdFormat                  format,
                     const char               *folder,
                     YdExportProgress          progress,
                     GError                  **error)
{
  g_autoptr(YdMatrix) matrix = make_matrix (choice, plan, FALSE, error);
  g_autoptr(YdDirectory) contacts = NULL;
  g_autoptr(YdSliceBundle) bundle = NULL;

  if (matrix == NULL || !open_contacts (choice, plan, &contacts, error))
    return FALSE;

  bundle = yd_slice_bundle_new (matrix, contacts);

  return yd_slice_bundle_save (bundle, format, folder, progress, NULL, NULL, error);
}
