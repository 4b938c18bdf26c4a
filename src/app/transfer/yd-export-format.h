/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export.h"

G_BEGIN_DECLS

/* What is exported, in the order of the list of it. */
typedef enum
{
  YD_WHAT_BREAKDOWN,
  YD_WHAT_DUE,
  YD_WHAT_CALENDAR,
  YD_WHAT_MATRIX,
  YD_WHAT_UNITS,
  YD_N_WHATS
} YdExportWhat;

/**
 * YdExportFormat:
 * @suffix: of the file
 * @label: (nullable): on its button, to be translated
 * @kind: what such files are called, to be translated
 * @format: as what a table is written
 * @has_paper: whether it has pages
 * @whats: bits `1 << what`: what can be written so
 * @is_plan: whether it has the whole plan
 *
 * A way to write a file.
 */
typedef struct
{
  const char *suffix;
  const char *label;
  const char *kind;
  YdFormat    format;
  gboolean    has_paper;
  guint       whats;
  gboolean    is_plan;
} YdExportFormat;

/* Those that have a button. */
#define YD_N_EXPORT_FORMATS 8

const YdExportFormat *yd_export_format_get       (guint                  n);
const YdExportFormat *yd_export_format_get_ics   (void);
gboolean              yd_export_format_can_write (const YdExportFormat  *self,
                                                  YdExportWhat           what);
const char           *yd_export_what_get_name    (YdExportWhat           what);

G_END_DECLS
