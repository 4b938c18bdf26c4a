/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-directory-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-import.h"
#include "yd-directory-table.h"
#include "yd-export.h"
#include "yd-id.h"
#include "yd-json-writer.h"
#include "yd-reader.h"

/* `units import` and `export`: the directory as a table. */

static char *
line_to_json (const YdImportLine *line)
{
  static const char * const states[] = { "new", "changed", "same", "not-understood" };
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_int (&json, "line", line->line);
  yd_json_writer_string (&json, "state", states[line->state]);
  yd_json_writer_string (&json, "name", line->name);
  yd_json_writer_string (&json, "words", line->words);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
line_to_text (const YdImportLine *line)
{
  static const char * const states[] = { N_("new"), N_("changed"), N_("same"),
                                         N_("not understood") };

  return g_strdup_printf ("%u  %s  %s  %s", line->line, _(states[line->state]), line->name,
                          line->words != NULL ? line->words : "");
}

YdExit
_yd_cli_directory_import (YdCli  *cli,
                          int     argc,
                          char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  g_autoptr(YdDirectoryImport) import = NULL;
  g_autoptr(YdSource) source = NULL;
  gboolean preview = FALSE;
  GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &preview, N_("Only show what would change"), NULL },
    { NULL }
  };
  YdExit status;

  if (!yd_cli_parse (cli, &argc, argv, entries, "FILE [--preview]", 1, 1))
    return YD_EXIT_USAGE;
  if ((source = yd_reader_read_table (argv[1], NULL, &change.error)) == NULL ||
      !yd_cli_office_open (&change.office, cli, !preview, &change.error))
    return yd_cli_fail (change.error);

  import = yd_directory_import_new (change.office.office,
                                    g_bytes_get_data (yd_source_get_bytes (source), NULL),
                                    &yd_id_system_source);
  for (guint i = 0; i < yd_directory_import_get_lines (import)->len; i++)
    {
      const YdImportLine *line = g_ptr_array_index (yd_directory_import_get_lines (import), i);

      if (line->state != YD_IMPORT_SAME)
        yd_cli_print (cli->json ? line_to_json (line) : line_to_text (line));
    }

  status = preview ? YD_EXIT_DONE
                   : _yd_cli_change_end (&change, yd_directory_import_dup_edit (import));

  return status == YD_EXIT_DONE &&
         yd_directory_import_count (import, YD_IMPORT_NOT_UNDERSTOOD) > 0 ? YD_EXIT_LOOK : status;
}

YdExit
_yd_cli_directory_export (YdCli  *cli,
                          int     argc,
                          char  **argv)
{
  g_auto(YdCliChange) change = { { NULL } };
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(YdTable) table = NULL;
  gboolean contacts = FALSE;
  GOptionEntry entries[] = {
    { "contacts", 0, 0, G_OPTION_ARG_NONE, &contacts, N_("With names and telephone numbers"),
      NULL },
    { NULL }
  };
  YdFormat format;

  if (!yd_cli_parse (cli, &argc, argv, entries, "FILE [--contacts]", 1, 1))
    return YD_EXIT_USAGE;
  if (!yd_format_from_path (argv[1], &format, &change.error) ||
      !yd_cli_office_open (&change.office, cli, FALSE, &change.error))
    return yd_cli_fail (change.error);

  directory = yd_directory_new (change.office.office);
  table = yd_directory_table_new (directory, contacts);

  return yd_export_save (table, format, argv[1], NULL, NULL, NULL, &change.error)
         ? YD_EXIT_DONE : yd_cli_fail (change.error);
}
