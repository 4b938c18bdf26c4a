/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader-private.h"

#include "yd-json-writer.h"

#include <string.h>

/* Strict on purpose: exactly what the functions below print, and nothing else
 * that would be JSON. The name comes last and is not used. */
#define TEXT_PATTERN \
  "^\\{\"format\":\"([a-z]{1,8})\",\"encoding\":\"[A-Z0-9-]{1,16}\"," \
  "\"bytes\":(0|[1-9][0-9]{0,9}),\"chars\":(0|[1-9][0-9]{0,9}),\"name\":(?:null|\"[^\"]*\")\\}$"
#define REFUSED_PATTERN \
  "^\\{\"refused\":\"([a-z-]{1,16})\"\\}$"

/**
 * _yd_reader_header_print:
 * @format: of the reader
 * @reading: what it made of the file
 * @name: (nullable): the file's name, for people
 *
 * Returns: (transfer full): one line, with its end
 */
char *
_yd_reader_header_print (const char      *format,
                         const YdReading *reading,
                         const char      *name)
{
  g_auto(YdJsonWriter) json = { NULL };
  g_autofree char *line = NULL;

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "format", format);
  yd_json_writer_string (&json, "encoding", reading->encoding);
  yd_json_writer_int (&json, "bytes", g_bytes_get_size (reading->text));
  yd_json_writer_int (&json, "chars", reading->n_chars);
  yd_json_writer_string (&json, "name", name);
  yd_json_writer_end_object (&json);
  line = yd_json_writer_end (&json);

  return g_strconcat (line, "\n", NULL);
}

/**
 * _yd_reader_header_refuse:
 * @word: why the file is not read
 *
 * Returns: (transfer full): one line, with its end
 */
char *
_yd_reader_header_refuse (const char *word)
{
  return g_strdup_printf ("{\"refused\":\"%s\"}\n", word);
}

static GMatchInfo *
match (const char *pattern,
       const char *line)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  GMatchInfo *info = NULL;

  if (!g_regex_match (regex, line, 0, &info))
    g_clear_pointer (&info, g_match_info_unref);

  return info;
}

static gsize
fetch_number (GMatchInfo *info,
              int         group)
{
  g_autofree char *digits = g_match_info_fetch (info, group);

  return g_ascii_strtoull (digits, NULL, 10);
}

/**
 * _yd_reader_header_parse:
 * @line: the first line of what the child wrote, without its end
 * @header: (out caller-allocates): what it says; clear it afterwards. Either
 *   `refused` or `format` is set.
 *
 * Returns: %FALSE if it is not one of the two lines of yaodian-read.h, or
 *   names sizes beyond the limits
 */
gboolean
_yd_reader_header_parse (const char     *line,
                         YdReaderHeader *header)
{
  g_autoptr(GMatchInfo) refused = NULL;
  g_autoptr(GMatchInfo) text = NULL;

  memset (header, 0, sizeof *header);

  /* The expressions look at characters, so be sure that there are some. */
  if (strlen (line) > YD_READ_MAX_HEADER || !g_utf8_validate (line, -1, NULL))
    return FALSE;

  refused = match (REFUSED_PATTERN, line);
  if (refused != NULL)
    {
      header->refused = g_match_info_fetch (refused, 1);
      return TRUE;
    }

  text = match (TEXT_PATTERN, line);
  if (text == NULL)
    return FALSE;

  header->format = g_match_info_fetch (text, 1);
  header->n_bytes = fetch_number (text, 2);
  header->n_chars = fetch_number (text, 3);

  return header->n_bytes <= YD_READ_MAX_TEXT && header->n_chars <= header->n_bytes;
}

void
_yd_reader_header_clear (YdReaderHeader *header)
{
  g_clear_pointer (&header->format, g_free);
  g_clear_pointer (&header->refused, g_free);
}
