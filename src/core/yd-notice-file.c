/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-notice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-calendars.h"

/* Our own form of a notice, which a clerk can read and correct:
 *
 *   # 国务院办公厅关于2024年部分节假日安排的通知
 *   年份 2024
 *   文号 国办发明电〔2023〕7号
 *   发布 2023-10-25
 *
 *   班 2024-02-04 春节
 *   休 2024-02-10 至 2024-02-17 春节
 *
 * 休 is off, 班 is worked; besides, 版本 (a number) and 地区 (a region) tell whose it is and
 * the how manieth, and 核实 否 says that only one source has it.
 */

typedef struct
{
  YdNotice   *notice;
  const char *name;
  guint       line;
} Reader;

/* Longer than any holiday, so that a slip of the pen does not make half a year free. */
#define MAX_ROW 31

#define MAX_WORD 128

static gboolean G_GNUC_PRINTF (3, 4)
refuse (Reader      *self,
        GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (self->line > 0)
    g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID, _("%s, line %u: %s"), self->name,
                 self->line, message);
  else                                  /* of the whole file */
    g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID, "%s: %s", self->name, message);

  return FALSE;
}

static gboolean
read_days (Reader      *self,
           gboolean     working,
           char       **words,
           GError     **error)
{
  const YdDay first = words[0] != NULL ? yd_day_parse (words[0]) : YD_DAY_NONE;
  const gboolean range = first != YD_DAY_NONE && g_strcmp0 (words[1], "至") == 0;
  const YdDay last = range && words[2] != NULL ? yd_day_parse (words[2]) : first;
  const char *name = words[0] == NULL ? NULL : range && words[2] != NULL ? words[3] : words[1];

  if (!yd_day_is_in_range (first) || !yd_day_is_in_range (last) || (range && words[2] == NULL))
    return refuse (self, error, _("a day is written as 2024-02-10, from 1949 to 2100."));
  if (last < first || last - first >= MAX_ROW)
    return refuse (self, error, _("the last day does not fit the first."));

  for (YdDay day = first; day <= last; day++)
    if (!yd_notice_add_day (self->notice, day, working, name))
      return refuse (self, error, _("%s is named twice."), words[0]);

  return TRUE;
}

static gboolean
read_number (Reader      *self,
             const char  *value,
             int          min,
             int          max,
             int         *number,
             GError     **error)
{
  gint64 found;

  if (value == NULL || !g_ascii_string_to_signed (value, 10, min, max, &found, NULL))
    return refuse (self, error, _("a number from %d to %d is wanted here."), min, max);

  *number = found;

  return TRUE;
}

static gboolean
read_fact (Reader      *self,
           char       **words,
           GError     **error)
{
  YdNotice *notice = self->notice;

  if (g_str_equal (words[0], "年份"))
    return read_number (self, words[1], YD_YEAR_FIRST, YD_YEAR_LAST, &notice->year, error);
  if (g_str_equal (words[0], "版本"))
    return read_number (self, words[1], 1, 99, &notice->version, error);

  if (words[1] == NULL)
    return refuse (self, error, _("nothing stands behind “%s”."), words[0]);

  if (g_str_equal (words[0], "文号"))
    notice->number = (g_free (notice->number), g_strdup (words[1]));
  else if (g_str_equal (words[0], "地区"))
    notice->region = (g_free (notice->region), g_strdup (words[1]));
  else if (g_str_equal (words[0], "核实"))
    notice->verified = !g_str_equal (words[1], "否");
  else if (g_str_equal (words[0], "发布"))
    {
      notice->issued = yd_day_parse (words[1]);
      if (notice->issued == YD_DAY_NONE)
        return refuse (self, error, _("a day is written as 2024-02-10, from 1949 to 2100."));
    }
  else
    return refuse (self, error, _("“%s” is not understood."), words[0]);

  return TRUE;
}

/* The words of a line, without the blanks between them. */
static char **
split (const char *line)
{
  g_auto(GStrv) parts = g_strsplit_set (line, " \t\r", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strndup (parts[i], MAX_WORD));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

static gboolean
read_line (Reader      *self,
           const char  *line,
           GError     **error)
{
  g_auto(GStrv) words = split (line);

  if (words[0] == NULL || *words[0] == '#')
    return TRUE;

  if (g_str_equal (words[0], "休") || g_str_equal (words[0], "班"))
    return read_days (self, g_str_equal (words[0], "班"), words + 1, error);

  return read_fact (self, words, error);
}

/**
 * yd_notice_parse:
 * @text: a notice in the form of data/calendars
 * @name: what to call it in an error, such as a file name
 * @error: return location for a #YdSpaceError
 *
 * Returns: (transfer full): the notice; what is not understood is an error, never left out
 */
YdNotice *
yd_notice_parse (const char  *text,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(YdNotice) notice = yd_notice_new (0);
  Reader self = { notice, name, 0 };
  g_auto(GStrv) lines = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      refuse (&self, error, _("this is not text in UTF-8."));
      return NULL;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      self.line = i + 1;
      if (!read_line (&self, lines[i], error))
        return NULL;
    }

  self.line = 0;
  if (notice->year == 0 || notice->days->len == 0)
    {
      refuse (&self, error, _("it says no year (年份), or no day."));
      return NULL;
    }

  return g_steal_pointer (&notice);
}

static void
append_row (GString    *text,
            YdNotice   *self,
            guint       first,
            guint       last)
{
  const YdNoticeDay *from = &g_array_index (self->days, YdNoticeDay, first);
  const YdNoticeDay *to = &g_array_index (self->days, YdNoticeDay, last);
  char date[YD_DAY_SIZE];

  g_string_append_printf (text, "%s %s", from->working ? "班" : "休",
                          yd_day_format (from->day, date));
  if (to != from)
    g_string_append_printf (text, " 至 %s", yd_day_format (to->day, date));
  if (from->name != NULL)
    g_string_append_printf (text, " %s", from->name);
  g_string_append_c (text, '\n');
}

/**
 * yd_notice_dup_text:
 * @self: a notice
 *
 * Returns: (transfer full): the notice in the form that yd_notice_parse() reads
 */
char *
yd_notice_dup_text (YdNotice *self)
{
  GString *text = g_string_new (NULL);
  char date[YD_DAY_SIZE];

  g_string_append_printf (text, "年份 %d\n版本 %d\n", self->year, self->version);
  if (self->region != NULL)
    g_string_append_printf (text, "地区 %s\n", self->region);
  if (self->number != NULL)
    g_string_append_printf (text, "文号 %s\n", self->number);
  if (self->issued != YD_DAY_NONE)
    g_string_append_printf (text, "发布 %s\n", yd_day_format (self->issued, date));
  if (!self->verified)
    g_string_append (text, "核实 否\n");
  g_string_append_c (text, '\n');

  for (guint i = 0, last; i < self->days->len; i = last + 1)
    {
      const YdNoticeDay *at = &g_array_index (self->days, YdNoticeDay, i);

      for (last = i; !at->working && last + 1 < self->days->len; last++)
        {
          const YdNoticeDay *next = &g_array_index (self->days, YdNoticeDay, last + 1);

          if (next->working || next->day != at->day + (int) (last + 1 - i) ||
              g_strcmp0 (next->name, at->name) != 0)
            break;
        }
      append_row (text, self, i, last);
    }

  return g_string_free (text, FALSE);
}

#define FOLDER "/io/github/yaodian/Yaodian/calendars/"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static YdNotice *
read_known (const char  *name,
            GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (yd_calendars_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return yd_notice_parse (text, name, error);
}

/**
 * yd_notice_list_known:
 * @error: return location for a #YdSpaceError
 *
 * Returns: (transfer full) (element-type YdNotice): the State Council's notices that this
 *   version brings along, by year
 */
GPtrArray *
yd_notice_list_known (GError **error)
{
  g_autoptr(GPtrArray) notices =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yd_notice_free);
  g_auto(GStrv) names =
    g_resource_enumerate_children (yd_calendars_get_resource (), FOLDER,
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return NULL;

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      YdNotice *notice = read_known (names[i], error);

      if (notice == NULL)
        return NULL;
      g_ptr_array_add (notices, notice);
    }

  return g_steal_pointer (&notices);
}
