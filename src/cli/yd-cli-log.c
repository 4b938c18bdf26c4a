/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cli-library.h"
#include "yd-json-writer.h"

/* `yaodianctl log`, `search` and `verify`: what the library knows. */

static char *
entry_to_json (const YdLogEntry *entry)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_int (&json, "pos", entry->pos);
  yd_json_writer_string (&json, "id", entry->id);
  yd_json_writer_string (&json, "at", entry->at);
  yd_json_writer_string (&json, "actor", entry->actor);
  yd_json_writer_string (&json, "device", entry->device);
  yd_json_writer_string (&json, "act", entry->act);
  yd_json_writer_string (&json, "undoes", entry->undoes);
  yd_json_writer_string (&json, "group", entry->group);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
entry_to_text (const YdLogEntry *entry)
{
  return g_strdup_printf ("%5d  %s  %s  %s%s%s", (int) entry->pos,
                          entry->at != NULL ? entry->at : "—",
                          entry->actor != NULL ? entry->actor : "—", entry->act,
                          entry->undoes != NULL ? "  ↶ " : "",
                          entry->undoes != NULL ? entry->undoes : "");
}

YdExit
yd_cli_log (YdCli  *cli,
            int     argc,
            char  **argv)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "PLAN", 1, 1))
    return YD_EXIT_USAGE;

  if ((plan = yd_cli_plan_open (cli, argv[1], FALSE, &error)) == NULL ||
      (entries = yd_library_read_log (plan->library, yd_space_get_id (YD_SPACE (plan->plan)),
                                      0, 0, &error)) == NULL)
    return yd_cli_fail (error);

  /* The library gives the newest first; a log is read downwards. */
  for (guint i = entries->len; i-- > 0;)
    yd_cli_print (cli->json ? entry_to_json (g_ptr_array_index (entries, i))
                            : entry_to_text (g_ptr_array_index (entries, i)));

  return YD_EXIT_DONE;
}

static char *
hit_to_json (const YdSearchHit *hit)
{
  const YdKindInfo *info = yd_schema_get_kind (hit->kind);
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "plan", hit->space);
  yd_json_writer_string (&json, "kind", info->name);
  yd_json_writer_string (&json, "field", info->fields[hit->field].name);
  yd_json_writer_string (&json, "id", hit->id);
  yd_json_writer_string (&json, "text", hit->text);
  if (hit->kind == YD_KIND_SOURCE)
    {
      yd_json_writer_begin_array (&json, "span");
      yd_json_writer_int (&json, NULL, hit->start);
      yd_json_writer_int (&json, NULL, hit->end);
      yd_json_writer_end_array (&json);
    }
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

/* What stands around the first place where it was found, on one line. */
static char *
cut_snippet (const char *text,
             const char *found)
{
  const char *at = strstr (text, found);
  long n_before = at != NULL ? g_utf8_strlen (text, at - text) : 0;
  const char *start = g_utf8_offset_to_pointer (text, MAX (n_before - 20, 0));
  long len = MIN (g_utf8_strlen (start, -1), 60);
  g_autofree char *snippet = g_utf8_substring (start, 0, len);

  return g_strdup_printf ("%s%s%s", start > text ? "…" : "", g_strdelimit (snippet, "\n", ' '),
                          start[strlen (snippet)] != '\0' ? "…" : "");
}

static const char *
get_kind_word (YdKind kind)
{
  switch ((int) kind)
    {
    case YD_KIND_POINT:
      return _("point");

    case YD_KIND_UNIT:
    case YD_KIND_ALIAS:
      return _("unit");

    case YD_KIND_SOURCE:
      return _("document");

    default:
      return yd_schema_get_kind (kind)->name;
    }
}

YdExit
yd_cli_search (YdCli  *cli,
               int     argc,
               char  **argv)
{
  int limit = 100;
  GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many"), N_("NUMBER") },
    { NULL }
  };
  g_autoptr(YdLibrary) library = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, entries, "TEXT", 1, 1))
    return YD_EXIT_USAGE;

  if ((library = yd_cli_library_open (cli, FALSE, &error)) == NULL ||
      (hits = yd_library_search (library, argv[1], MAX (limit, 1), &error)) == NULL)
    return yd_cli_fail (error);

  for (guint i = 0; i < hits->len; i++)
    {
      const YdSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *snippet = cut_snippet (hit->text, argv[1]);

      yd_cli_print (cli->json ? hit_to_json (hit)
                              : g_strdup_printf ("%.8s  %s  %s", hit->space,
                                                 get_kind_word (hit->kind), snippet));
    }

  return YD_EXIT_DONE;
}

static char *
finding_to_json (const YdLibraryFinding *finding)
{
  g_auto(YdJsonWriter) json = { NULL };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "code", finding->code);
  yd_json_writer_string (&json, "plan", finding->space);
  yd_json_writer_string (&json, "message", finding->message);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

YdExit
yd_cli_verify (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_autoptr(YdLibrary) library = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "", 0, 0))
    return YD_EXIT_USAGE;

  if ((library = yd_cli_library_open (cli, FALSE, &error)) == NULL ||
      (findings = yd_library_verify (library, &error)) == NULL)
    return yd_cli_fail (error);

  for (guint i = 0; i < findings->len; i++)
    {
      const YdLibraryFinding *finding = g_ptr_array_index (findings, i);

      yd_cli_print (cli->json ? finding_to_json (finding) : g_strdup (finding->message));
    }

  if (findings->len == 0 && !cli->json)
    yd_cli_print (g_strdup (_("The library and its journal are whole.")));

  return findings->len > 0 ? YD_EXIT_LOOK : YD_EXIT_DONE;
}
