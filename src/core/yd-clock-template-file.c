/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-clocks.h"

/* Templates in our own form, which a clerk can read:
 *
 *   模板 foi-reply 依申请公开答复
 *   依据 《政府信息公开条例》（2019年）第三十三条
 *   生效 2019-05-15
 *   时限 20 工作日 答复申请人
 *
 * 失效 is the last day of events that it holds for. Several stand one behind the other.
 */

typedef struct
{
  GPtrArray  *templates;
  const char *name;
  guint       line;
} Reader;

static gboolean
refuse (Reader      *self,
        GError     **error,
        const char  *message)
{
  g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID, _("%s, line %u: %s"), self->name,
               self->line, message);

  return FALSE;
}

static const char *
find_measure (const char *word)
{
  static const struct { const char *word, *measure; } measures[] = {
    { "小时", "hours" }, { "工作日", "workdays" }, { "日", "days" }, { "月", "months" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (word, measures[i].word) == 0)
      return measures[i].measure;

  return NULL;
}

static gboolean
read_term (Reader           *self,
           YdClockTemplate  *template,
           const char       *rest,
           GError          **error)
{
  g_auto(GStrv) words = g_strsplit (rest, " ", 3);
  const char *measure = g_strv_length (words) == 3 ? find_measure (words[1]) : NULL;
  gint64 n;

  if (measure == NULL ||
      !g_ascii_string_to_signed (words[0], 10, 1, YD_CLOCK_MAX_N, &n, NULL))
    return refuse (self, error, _("a step is written as “时限 20 工作日 答复申请人”."));
  if (template->terms->len == YD_CLOCK_MAX_TERMS)
    return refuse (self, error, _("there are too many steps."));

  yd_clock_terms_add (template->terms, words[2], n, measure);

  return TRUE;
}

static gboolean
read_day (Reader      *self,
          const char  *rest,
          YdDay       *day,
          GError     **error)
{
  *day = yd_day_parse (rest);

  return yd_day_is_in_range (*day) ||
         refuse (self, error, _("a day is written as 2024-02-10, from 1949 to 2100."));
}

static gboolean
begin_template (Reader      *self,
                const char  *rest,
                GError     **error)
{
  g_auto(GStrv) words = g_strsplit (rest, " ", 2);
  YdClockTemplate *template;

  if (g_strv_length (words) != 2)
    return refuse (self, error, _("a template needs a code and a title."));

  template = yd_clock_template_new ();
  template->code = g_strdup (words[0]);
  template->title = g_strdup (words[1]);
  g_ptr_array_add (self->templates, template);

  return TRUE;
}

static gboolean
read_fact (Reader      *self,
           const char  *word,
           const char  *rest,
           GError     **error)
{
  YdClockTemplate *template = self->templates->len > 0
                              ? g_ptr_array_index (self->templates, self->templates->len - 1)
                              : NULL;

  if (strcmp (word, "模板") == 0)
    return begin_template (self, rest, error);
  if (template == NULL)
    return refuse (self, error, _("a template begins with “模板”."));

  if (strcmp (word, "时限") == 0)
    return read_term (self, template, rest, error);
  if (strcmp (word, "生效") == 0)
    return read_day (self, rest, &template->from, error);
  if (strcmp (word, "失效") == 0)
    return read_day (self, rest, &template->to, error);
  if (strcmp (word, "依据") != 0)
    return refuse (self, error, _("this line is not understood."));

  g_free (template->law);
  template->law = g_strdup (rest);

  return TRUE;
}

static gboolean
read_line (Reader      *self,
           char        *line,
           GError     **error)
{
  char *blank;

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return TRUE;

  blank = strchr (line, ' ');
  if (blank == NULL)
    return refuse (self, error, _("this line is not understood."));
  *blank = '\0';

  return read_fact (self, line, g_strchug (blank + 1), error);
}

/**
 * yd_clock_template_parse:
 * @text: templates in the form of data/clocks
 * @name: what to call it in an error, such as a file name
 * @error: return location for a #YdSpaceError
 *
 * Returns: (transfer full) (nullable) (element-type YdClockTemplate): the templates; what is
 *   not understood is an error, never left out
 */
GPtrArray *
yd_clock_template_parse (const char  *text,
                         const char  *name,
                         GError     **error)
{
  g_autoptr(GPtrArray) templates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yd_clock_template_free);
  g_auto(GStrv) lines = NULL;
  Reader self = { templates, name, 1 };

  if (!g_utf8_validate (text, -1, NULL))
    {
      refuse (&self, error, _("this is not text in UTF-8."));
      return NULL;
    }

  lines = g_strsplit (text, "\n", -1);
  for (; lines[self.line - 1] != NULL; self.line++)
    if (!read_line (&self, lines[self.line - 1], error))
      return NULL;

  return g_steal_pointer (&templates);
}

/**
 * yd_clock_template_list_known:
 * @error: return location for a #YdSpaceError
 *
 * Returns: (transfer full) (nullable) (element-type YdClockTemplate): the templates that this
 *   version brings along
 */
GPtrArray *
yd_clock_template_list_known (GError **error)
{
  g_autoptr(GBytes) bytes =
    g_resource_lookup_data (yd_clocks_get_resource (),
                            "/io/github/yaodian/Yaodian/clocks/templates.txt",
                            G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return yd_clock_template_parse (text, "templates.txt", error);
}
