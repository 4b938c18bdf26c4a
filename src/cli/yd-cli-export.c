/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "yd-breakdown.h"
#include "yd-cli-library.h"
#include "yd-export.h"

/* `yaodianctl export`: a plan as a file that others can open. */

typedef struct
{
  char     *output;
  char     *what;
  char     *format;
  gboolean  all_columns;
  gboolean  portrait;
  gboolean  landscape;
  gboolean  is_plan_file;
  YdFormat  table_format;       /* if it is none */
} Export;

static void
export_clear (Export *self)
{
  g_free (self->output);
  g_free (self->what);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static void
show_progress (guint    n_done,
               guint    n_total,
               gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u / %u%s", n_done, n_total, n_done == n_total ? "\n" : "");
}

/* By --format, or else by the suffix. */
static gboolean
choose_format (Export *export)
{
  g_autofree char *base = g_path_get_basename (export->output);
  const char *dot = strrchr (base, '.');
  const char *name = export->format != NULL ? export->format : dot != NULL ? dot + 1 : "";

  export->is_plan_file = g_ascii_strcasecmp (name, "yaodian") == 0;

  return export->is_plan_file || yd_format_from_name (name, &export->table_format, NULL);
}

static gboolean
write_table (const Export  *export,
             YdPlan        *plan,
             GError       **error)
{
  g_autoptr(YdTable) table = NULL;
  g_autoptr(GOutputStream) stream = NULL;

  table = yd_breakdown_new (plan, export->all_columns ? YD_BREAKDOWN_ALL_COLUMNS
                                                      : YD_BREAKDOWN_DEFAULT);
  if (export->portrait)
    yd_page_style_set_landscape (yd_table_get_style (table), FALSE);

  if (!g_str_equal (export->output, "-"))
    return yd_export_save (table, export->table_format, export->output, show_progress, NULL, NULL,
                           error);

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return yd_export_write (table, export->table_format, stream, NULL, NULL, NULL, error);
}

static gboolean
is_right_use (Export *export)
{
  if (export->output == NULL)
    yd_cli_usage (_("Say where to write to with -o FILE."));
  else if (export->what != NULL && !g_str_equal (export->what, "breakdown"))
    yd_cli_usage (_("“%s” cannot be exported. Known is: breakdown."), export->what);
  else if (export->portrait && export->landscape)
    yd_cli_usage (_("A sheet lies either across or upright, not both."));
  else if (!choose_format (export))
    yd_cli_usage (_("“%s” is no format that is known. Use docx, xlsx, csv, json or yaodian, as "
                    "the suffix or with --format."),
                  export->format != NULL ? export->format : export->output);
  else if (export->is_plan_file && g_str_equal (export->output, "-"))
    yd_cli_usage (_("A plan file must be written to a file."));
  else
    return TRUE;

  return FALSE;
}

YdExit
yd_cli_export (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_auto(Export) export = { NULL };
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &export.output,
      N_("Write to this file; “-” is the standard output"), N_("FILE") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &export.what,
      N_("What to write: breakdown"), N_("WHAT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &export.format,
      N_("docx, xlsx, csv, json or yaodian; from the suffix when not given"), N_("FORMAT") },
    { "all-columns", 0, 0, G_OPTION_ARG_NONE, &export.all_columns,
      N_("Also the columns in which the plan has nothing"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &export.portrait, N_("A4 upright"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &export.landscape, N_("A4 across"), NULL },
    { NULL }
  };
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  gboolean written;

  if (!yd_cli_parse (cli, &argc, argv, entries, "PLAN -o FILE", 1, 1) || !is_right_use (&export))
    return YD_EXIT_USAGE;

  plan = yd_cli_plan_open (cli, argv[1], FALSE, &error);
  if (plan == NULL)
    return yd_cli_fail (error);

  written = export.is_plan_file
            ? yd_library_export_plan (plan->library, YD_SPACE (plan->plan), export.output, NULL,
                                      &error)
            : write_table (&export, plan->plan, &error);

  return written ? YD_EXIT_DONE : yd_cli_fail (error);
}
