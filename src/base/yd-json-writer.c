/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-json-writer.h"

#include <string.h>

static void
append_escaped (GString    *out,
                const char *text,
                gsize       len)
{
  const char *end = text + len;
  const char *plain = text;

  g_string_append_c (out, '"');

  for (; text < end; text++)
    {
      const guchar c = *text;

      if (G_LIKELY (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f))
        continue;

      g_string_append_len (out, plain, text - plain);
      plain = text + 1;

      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, c);
        }
      else if (c == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }

  g_string_append_len (out, plain, text - plain);
  g_string_append_c (out, '"');
}

/* The comma before a member, and its name. */
static void
begin_value (YdJsonWriter *self,
             const char   *name)
{
  if (self->started[self->depth])
    g_string_append_c (self->out, ',');
  self->started[self->depth] = TRUE;

  if (name != NULL)
    {
      append_escaped (self->out, name, strlen (name));
      g_string_append_c (self->out, ':');
    }
}

static void
begin_level (YdJsonWriter *self,
             const char   *name,
             char          bracket)
{
  g_return_if_fail (self->depth + 1 < YD_JSON_MAX_DEPTH);

  begin_value (self, name);
  g_string_append_c (self->out, bracket);
  self->started[++self->depth] = FALSE;
}

static void
end_level (YdJsonWriter *self,
           char          bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  g_string_append_c (self->out, bracket);
}

void
yd_json_writer_init (YdJsonWriter *self)
{
  *self = (YdJsonWriter) { .out = g_string_new (NULL) };
}

void
yd_json_writer_clear (YdJsonWriter *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  self->out = NULL;
}

/**
 * yd_json_writer_end:
 * @self: a writer whose levels are all closed
 *
 * Ends the writing; yd_json_writer_init() begins anew.
 *
 * Returns: (transfer full): the JSON text, without a line end
 */
char *
yd_json_writer_end (YdJsonWriter *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  return g_string_free (g_steal_pointer (&self->out), FALSE);
}

/**
 * yd_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): the member's name; %NULL in an array and at the root. So
 *   it is with each value below.
 */
void
yd_json_writer_begin_object (YdJsonWriter *self,
                             const char   *name)
{
  begin_level (self, name, '{');
}

void
yd_json_writer_end_object (YdJsonWriter *self)
{
  end_level (self, '}');
}

void
yd_json_writer_begin_array (YdJsonWriter *self,
                            const char   *name)
{
  begin_level (self, name, '[');
}

void
yd_json_writer_end_array (YdJsonWriter *self)
{
  end_level (self, ']');
}

/**
 * yd_json_writer_string:
 * @self: a writer
 * @name: (nullable): the member's name
 * @value: (nullable): valid UTF-8, or %NULL for null
 */
void
yd_json_writer_string (YdJsonWriter *self,
                       const char   *name,
                       const char   *value)
{
  if (value == NULL)
    yd_json_writer_raw (self, name, "null");
  else
    yd_json_writer_string_len (self, name, value, strlen (value));
}

void
yd_json_writer_string_len (YdJsonWriter *self,
                           const char   *name,
                           const char   *value,
                           gsize         len)
{
  begin_value (self, name);
  append_escaped (self->out, value, len);
}

void
yd_json_writer_int (YdJsonWriter *self,
                    const char   *name,
                    gint64        value)
{
  begin_value (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

void
yd_json_writer_bool (YdJsonWriter *self,
                     const char   *name,
                     gboolean      value)
{
  yd_json_writer_raw (self, name, value ? "true" : "false");
}

/**
 * yd_json_writer_raw:
 * @self: a writer
 * @name: (nullable): the member's name
 * @json: one value that is JSON already
 */
void
yd_json_writer_raw (YdJsonWriter *self,
                    const char   *name,
                    const char   *json)
{
  begin_value (self, name);
  g_string_append (self->out, json);
}
