/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-format.h"

#include <glib/gi18n-lib.h>

/* Which files the export dialog can write of what. */

#define TABLES (1u << YD_WHAT_BREAKDOWN | 1u << YD_WHAT_DUE | 1u << YD_WHAT_UNITS)
#define MATRIX (1u << YD_WHAT_MATRIX)

static const YdExportFormat formats[YD_N_EXPORT_FORMATS] = {
  { "docx",    N_("Word"),  N_("Word documents"), YD_FORMAT_DOCX, TRUE,  TABLES          },
  { "pdf",     N_("PDF"),   N_("PDF documents"),  YD_FORMAT_PDF,  TRUE,  TABLES | MATRIX },
  { "xlsx",    N_("Excel"), N_("Excel tables"),   YD_FORMAT_XLSX, TRUE,  TABLES | MATRIX },
  { "html",    N_("Web"),   N_("Web pages"),      0,              FALSE, MATRIX          },
  { "png",     N_("Image"), N_("PNG images"),     0,              FALSE, MATRIX          },
  { "csv",     N_("CSV"),   N_("CSV tables"),     YD_FORMAT_CSV,  FALSE, TABLES | MATRIX },
  { "json",    N_("JSON"),  N_("JSON files"),     YD_FORMAT_JSON, FALSE, TABLES | MATRIX },
  { "yaodian", N_("Plan"),  N_("Plan files"),     0, FALSE, 1u << YD_WHAT_BREAKDOWN, TRUE },
};

/* The only one of a calendar. */
static const YdExportFormat ics = {
  "ics", NULL, N_("Calendar files"), .whats = 1u << YD_WHAT_CALENDAR
};

/* Returns: (transfer none): one that has a button, of %YD_N_EXPORT_FORMATS */
const YdExportFormat *
yd_export_format_get (guint n)
{
  g_return_val_if_fail (n < YD_N_EXPORT_FORMATS, NULL);

  return &formats[n];
}

const YdExportFormat *
yd_export_format_get_ics (void)
{
  return &ics;
}

gboolean
yd_export_format_can_write (const YdExportFormat *self,
                            YdExportWhat          what)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->whats & 1u << what) != 0;
}

/* Returns: (transfer none): a stable name */
const char *
yd_export_what_get_name (YdExportWhat what)
{
  static const char * const names[YD_N_WHATS] = {
    "breakdown", "due", "calendar", "matrix", "unit"
  };

  g_return_val_if_fail (what < YD_N_WHATS, NULL);

  return names[what];
}
