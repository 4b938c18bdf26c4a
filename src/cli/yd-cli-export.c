/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "yd-agenda-table.h"
#include "yd-breakdown.h"
#include "yd-cli-choice.h"
#include "yd-cli-export-matrix.h"
#include "yd-cli-library.h"
#include "yd-export.h"
#include "yd-ics.h"

/* `yaodianctl export`: a plan as a file that others can open. */

typedef enum
{
  WRITES_TABLE,
  WRITES_ICS,
  WRITES_PLAN,
  WRITES_MATRIX,                /* as only a matrix can be written */
} Writes;

typedef enum
{
  WHAT_BREAKDOWN,
  WHAT_CALENDAR,
  WHAT_MATRIX,
  WHAT_UNIT,
  N_WHATS
} What;

static const char * const whats[N_WHATS] = { "breakdown", "calendar", "matrix", "unit" };

typedef struct
{
  char        *output;
  char        *what;
  char        *format;
  char        *paper;
  gboolean     all_columns;
  gboolean     portrait;
  gboolean     landscape;
  YdCliChoice  choice;
  YdCliMatrixChoice matrix;     /* but for its unit, which is that of @choice */
  What         kind;
  Writes       writes;
  YdFormat     table_format;    /* of a table */
  YdMatrixFormat matrix_format;
} Export;

static void
export_clear (Export *self)
{
  g_free (self->output);
  g_free (self->what);
  g_free (self->format);
  g_free (self->paper);
  yd_cli_choice_clear (&self->choice);
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

/* All units at once go into a folder. */
static gboolean
is_folder (const Export *export)
{
  return export->kind == WHAT_UNIT && export->choice.unit == NULL;
}

/* By --format, or else by the suffix; of a folder what units can open anywhere. */
static gboolean
choose_format (Export *export)
{
  g_autofree char *base = g_path_get_basename (export->output);
  const char *dot = strrchr (base, '.');
  const char *name = export->format != NULL ? export->format : dot != NULL ? dot + 1 : "";

  if (is_folder (export) && export->format == NULL)
    name = "docx";

  if (g_ascii_strcasecmp (name, "yaodian") == 0)
    export->writes = WRITES_PLAN;
  else if (g_ascii_strcasecmp (name, "ics") == 0)
    {
      export->writes = WRITES_ICS;
      if (export->what == NULL)
        export->kind = WHAT_CALENDAR;     /* nothing else can be one, so that need not be said */
    }
  else if (export->kind == WHAT_MATRIX)
    {
      export->writes = WRITES_MATRIX;
      return yd_matrix_format_from_name (name, &export->matrix_format);
    }
  else
    return yd_format_from_name (name, &export->table_format, NULL);

  return TRUE;
}

static gboolean
choose_what (Export *export)
{
  for (export->kind = 0; export->what != NULL && export->kind < N_WHATS; export->kind++)
    if (g_str_equal (export->what, whats[export->kind]))
      break;

  return export->kind < N_WHATS;
}

static YdTable *
make_table (const Export *export,
            YdPlan       *plan,
            YdAgenda     *agenda)
{
  YdTable *table = agenda != NULL
                   ? yd_agenda_table_new (agenda)
                   : yd_breakdown_new (plan, export->all_columns ? YD_BREAKDOWN_ALL_COLUMNS
                                                                 : YD_BREAKDOWN_DEFAULT);

  return table;
}

static gboolean
save_table (const Export  *export,
            YdTable       *table,
            GError       **error)
{
  g_autoptr(GOutputStream) stream = NULL;

  if (export->portrait)
    yd_page_style_set_landscape (yd_table_get_style (table), FALSE);
  if (!g_str_equal (export->output, "-"))
    return yd_export_save (table, export->table_format, export->output, show_progress, NULL, NULL,
                           error);

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return yd_export_write (table, export->table_format, stream, NULL, NULL, NULL, error);
}

static gboolean
write_table (const Export  *export,
             YdPlan        *plan,
             YdAgenda      *agenda,
             GError       **error)
{
  g_autoptr(YdTable) table = make_table (export, plan, agenda);

  return save_table (export, table, error);
}

static gboolean
write_ics (const Export  *export,
           YdAgenda      *agenda,
           GError       **error)
{
  const gint64 stamp = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr(GOutputStream) stream = NULL;

  if (!g_str_equal (export->output, "-"))
    return yd_ics_save (agenda, stamp, export->output, show_progress, NULL, NULL, error);

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return yd_ics_write (agenda, stamp, stream, NULL, NULL, NULL, error);
}

/* A file without an entry is right, but hardly what was looked for. */
static void
tell_if_nothing (YdAgenda *agenda)
{
  if (yd_agenda_get_n_dated (agenda) == 0)
    g_printerr (_("yaodianctl: Nothing of this is due in these days.\n"));
}

static gboolean
write_unit (const Export  *export,
            YdCliPlan     *plan,
            GError       **error)
{
  g_autoptr(YdTable) table = NULL;

  if (is_folder (export))
    return yd_cli_export_units (&export->matrix, plan, export->table_format, export->output,
                                show_progress, error);

  table = yd_cli_export_make_unit (&export->matrix, plan, error);

  return table != NULL && save_table (export, table, error);
}

static gboolean
write_out (const Export  *export,
           YdCliPlan     *plan,
           GError       **error)
{
  g_autoptr(YdAgenda) agenda = NULL;

  if (export->writes == WRITES_PLAN)
    return yd_library_export_plan (plan->library, YD_SPACE (plan->plan), export->output, NULL,
                                   error);

  if (export->writes == WRITES_MATRIX)
    return yd_cli_export_matrix (&export->matrix, plan, export->matrix_format, export->output,
                                 show_progress, error);
  if (export->kind == WHAT_UNIT)
    return write_unit (export, plan, error);

  if (export->kind == WHAT_CALENDAR)
    {
      if ((agenda = yd_cli_choice_make_agenda (&export->choice, plan, error)) == NULL)
        return FALSE;
      tell_if_nothing (agenda);
    }

  return export->writes == WRITES_ICS ? write_ics (export, agenda, error)
                                      : write_table (export, plan->plan, agenda, error);
}

/* Whether nothing was said of days, and a unit was named only where one can be. */
static gboolean
is_choice_of_unit (const Export *export)
{
  const YdCliChoice choice = { NULL, export->choice.from, export->choice.to,
                               export->choice.no_internal };

  return export->kind == WHAT_UNIT ? yd_cli_choice_is_empty (&choice)
                                   : yd_cli_choice_is_empty (&export->choice);
}

static gboolean
is_matrix_choice (const Export *export)
{
  const YdCliMatrixChoice *choice = &export->matrix;

  return ((!choice->members && !choice->tail && !choice->lights && !choice->transposed &&
           export->paper == NULL) || export->kind == WHAT_MATRIX) &&
         (!choice->contacts || export->kind == WHAT_UNIT);
}

/* A paper was named for what has none. */
static gboolean
has_idle_paper (const Export *export)
{
  return export->paper != NULL && export->matrix_format != YD_MATRIX_XLSX &&
         export->matrix_format != YD_MATRIX_PDF;
}

static gboolean
fits_together (const Export *export)
{
  const gboolean is_calendar = export->kind == WHAT_CALENDAR;

  if (export->writes == WRITES_ICS && !is_calendar)
    yd_cli_usage (_("A calendar file has what is due: use --what calendar. The breakdown can be "
                    "docx, xlsx, pdf, csv or json."));
  else if (export->writes == WRITES_PLAN && export->kind != WHAT_BREAKDOWN)
    yd_cli_usage (_("A plan file has the whole plan. What is due can be ics, docx, xlsx, pdf, csv "
                    "or json."));
  else if (is_folder (export) && g_str_equal (export->output, "-"))
    yd_cli_usage (_("The lists of all units go into a folder. Name one unit with --unit."));
  else if (!is_calendar && !is_choice_of_unit (export))
    yd_cli_usage (_("--from, --to and --no-internal are for --what calendar, --unit for that and "
                    "for --what unit."));
  else if (!is_matrix_choice (export))
    yd_cli_usage (_("--members, --tail, --lights, --transposed and --paper are for "
                    "--what matrix, --contacts for --what unit."));
  else if (has_idle_paper (export))
    yd_cli_usage (_("--paper is for xlsx and pdf: the other formats have no pages."));
  else if (export->writes == WRITES_PLAN && g_str_equal (export->output, "-"))
    yd_cli_usage (_("A plan file must be written to a file."));
  else
    return yd_cli_choice_is_right (&export->choice);

  return FALSE;
}

static gboolean
choose_paper (Export *export)
{
  static const struct
  {
    const char *name;
    YdPaper     paper;
  } papers[] = { { "A4", YD_PAPER_A4 }, { "A3", YD_PAPER_A3 } };

  for (guint i = 0; export->paper != NULL && i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (export->paper, papers[i].name) == 0)
      {
        export->matrix.paper = papers[i].paper;
        return TRUE;
      }

  return export->paper == NULL;
}

static gboolean
is_right_use (Export *export)
{
  if (export->output == NULL)
    yd_cli_usage (_("Say where to write to with -o FILE."));
  else if (export->portrait && export->landscape)
    yd_cli_usage (_("A sheet lies either across or upright, not both."));
  else if (!choose_paper (export))
    yd_cli_usage (_("“%s” is no paper that is known. Use A4 or A3."), export->paper);
  else if (!choose_what (export))
    yd_cli_usage (_("“%s” cannot be exported. Known are: breakdown, calendar, matrix, unit."),
                  export->what);
  else if (!choose_format (export))
    yd_cli_usage (export->kind == WHAT_MATRIX
                  ? _("“%s” is no format for a matrix. Use xlsx, html, pdf, png, csv or json, as "
                      "the suffix or with --format.")
                  : _("“%s” is no format that is known. Use docx, xlsx, pdf, csv, json, ics or "
                      "yaodian, as the suffix or with --format."),
                  export->format != NULL ? export->format : export->output);
  else
    return fits_together (export);

  return FALSE;
}

static gboolean
parse (YdCli   *cli,
       int     *argc,
       char   **argv,
       Export  *export)
{
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &export->output,
      N_("Write to this file; “-” is the standard output"), N_("FILE") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &export->what,
      N_("What to write: breakdown, calendar for what is due, matrix for who answers for what, "
         "or unit for the tasks of one unit or of each"), N_("WHAT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &export->format,
      N_("docx, xlsx, pdf, html, png, csv, json, ics or yaodian; from the suffix when not given"),
      N_("FORMAT") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &export->choice.unit,
      N_("Of what is due, only that of this unit; its tasks"), N_("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &export->choice.from,
      N_("What is due from this day; otherwise from the beginning of the year of issue"),
      N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &export->choice.to,
      N_("What is due until this day; otherwise until the end of the year after that"),
      N_("DATE") },
    { "no-internal", 0, 0, G_OPTION_ARG_NONE, &export->choice.no_internal,
      N_("Without the targets that the office set for itself"), NULL },
    { "all-columns", 0, 0, G_OPTION_ARG_NONE, &export->all_columns,
      N_("Also the columns in which the plan has nothing"), NULL },
    { "members", 0, 0, G_OPTION_ARG_NONE, &export->matrix.members,
      N_("Of a matrix, with the members of these groups, or of all"), NULL },
    { "tail", 0, 0, G_OPTION_ARG_NONE, &export->matrix.tail,
      N_("Also the duties that stand in no chapter"), NULL },
    { "lights", 0, 0, G_OPTION_ARG_NONE, &export->matrix.lights,
      N_("Also until when points are due, and how they stand"), NULL },
    { "transposed", 0, 0, G_OPTION_ARG_NONE, &export->matrix.transposed,
      N_("Units as rows and points as columns"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &export->paper,
      N_("Of a matrix, A4 or A3; otherwise the smaller one on which it fits"), N_("PAPER") },
    { "contacts", 0, 0, G_OPTION_ARG_NONE, &export->matrix.contacts,
      N_("With the contacts of who leads, from the directory"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &export->portrait, N_("A4 upright"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &export->landscape, N_("A4 across"), NULL },
    { NULL }
  };

  return yd_cli_parse (cli, argc, argv, entries, "PLAN [GROUP…] -o FILE", 1, -1);
}

YdExit
yd_cli_export (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_auto(Export) export = { NULL };
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  if (!parse (cli, &argc, argv, &export) || !is_right_use (&export))
    return YD_EXIT_USAGE;
  if (argc > 2 && !export.matrix.members)
    return yd_cli_usage (_("Groups are named behind --members."));

  export.matrix.groups = argv + 2;
  export.matrix.unit = export.choice.unit;

  plan = yd_cli_plan_open (cli, argv[1], FALSE, &error);

  return plan != NULL && write_out (&export, plan, &error) ? YD_EXIT_DONE : yd_cli_fail (error);
}
