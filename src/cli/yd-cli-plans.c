/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "yd-cli-library.h"
#include "yd-json-writer.h"
#include "yd-source.h"

/* `yaodianctl plans` and `source`: what there is. */

static char *
info_to_json (const YdSpaceInfo *info)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "id", info->id);
  yd_json_writer_string (&json, "title", info->title);
  yd_json_writer_string (&json, "number", info->number);
  yd_json_writer_string (&json, "issuer", info->issuer);
  yd_json_writer_string (&json, "issued", info->issued);
  yd_json_writer_int (&json, "edits", info->n_edits);
  yd_json_writer_string (&json, "changed", info->changed);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
info_to_text (const YdSpaceInfo *info)
{
  return g_strdup_printf ("%s  %s  %s", info->id,
                          info->issued != NULL ? info->issued : "—         ",
                          info->title != NULL ? info->title : "");
}

YdExit
yd_cli_plans (YdCli  *cli,
              int     argc,
              char  **argv)
{
  g_autoptr(YdLibrary) library = NULL;
  g_autoptr(GPtrArray) infos = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "", 0, 0))
    return YD_EXIT_USAGE;

  if ((library = yd_cli_library_open (cli, FALSE, &error)) == NULL ||
      (infos = yd_library_list_spaces (library, "plan", &error)) == NULL)
    return yd_cli_fail (error);

  for (guint i = 0; i < infos->len; i++)
    yd_cli_print (cli->json ? info_to_json (g_ptr_array_index (infos, i))
                            : info_to_text (g_ptr_array_index (infos, i)));

  return YD_EXIT_DONE;
}

static char *
source_to_json (YdRow  *row,
                GBytes *text)
{
  g_auto(YdJsonWriter) json = { NULL };
  gsize len;
  const char *data = g_bytes_get_data (text, &len);

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "id", yd_row_get_id (row));
  yd_json_writer_string (&json, "name", yd_row_get_cell (row, YD_SOURCE_NAME));
  yd_json_writer_string (&json, "format", yd_row_get_cell (row, YD_SOURCE_FORMAT));
  yd_json_writer_int (&json, "chars", yd_row_get_int (row, YD_SOURCE_CHARS, 0));
  yd_json_writer_string (&json, "sha256", yd_row_get_cell (row, YD_SOURCE_BLOB));
  yd_json_writer_string_len (&json, "text", data, len);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static gboolean
print_source (YdCli      *cli,
              YdLibrary  *library,
              YdRow      *row,
              GError    **error)
{
  g_autoptr(GBytes) text = yd_library_get_blob (library, yd_row_get_cell (row, YD_SOURCE_BLOB),
                                                error);
  gsize len;
  const char *data;

  if (text == NULL)
    return FALSE;

  data = g_bytes_get_data (text, &len);
  if (cli->json)
    yd_cli_print (source_to_json (row, text));
  else
    fwrite (data, 1, len, stdout);

  return TRUE;
}

YdExit
yd_cli_source (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *sources;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "PLAN", 1, 1))
    return YD_EXIT_USAGE;

  plan = yd_cli_plan_open (cli, argv[1], FALSE, &error);
  if (plan == NULL)
    return yd_cli_fail (error);

  sources = yd_space_get_rows (YD_SPACE (plan->plan), YD_KIND_SOURCE);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (sources, i);

      if (!print_source (cli, plan->library, row, &error))
        return yd_cli_fail (error);
    }

  return YD_EXIT_DONE;
}
