/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-cli-library.h"
#include "yd-export.h"
#include "yd-matrix-sheet.h"

G_BEGIN_DECLS

/**
 * YdCliMatrixChoice:
 * @members: --members
 * @groups: (nullable): which groups; %NULL or none for all
 * @tail: --tail
 * @lights: --lights
 * @transposed: --transposed
 * @paper: --paper
 * @unit: (nullable): --unit
 * @contacts: --contacts
 *
 * What of a matrix is to be written, as it was typed.
 */
typedef struct
{
  gboolean   members;
  char     **groups;
  gboolean   tail;
  gboolean   lights;
  gboolean   transposed;
  YdPaper    paper;
  char      *unit;
  gboolean   contacts;
} YdCliMatrixChoice;

gboolean  yd_cli_matrix_unfold       (YdMatrix                 *matrix,
                                      char                    **groups,
                                      GError                  **error);
gboolean  yd_cli_export_matrix       (const YdCliMatrixChoice  *choice,
                                      YdCliPlan                *plan,
                                      YdMatrixFormat            format,
                                      const char               *output,
                                      YdExportProgress          progress,
                                      GError                  **error);
YdTable  *yd_cli_export_make_unit    (const YdCliMatrixChoice  *choice,
                                      YdCliPlan                *plan,
                                      GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  yd_cli_export_units        (const YdCliMatrixChoice  *choice,
                                      YdCliPlan                *plan,
                                      YdFormat                  format,
                                      const char               *folder,
                                      YdExportProgress          progress,
                                      GError                  **error);

G_END_DECLS
