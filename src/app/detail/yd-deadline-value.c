/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-value.h"

#include <stdlib.h>

#include "yd-deadline.h"
#include "yd-value.h"

/* What a person writes for a day, a month, a quarter or a year, as a deadline keeps it. */

/* 2017年三季度, 2017Q3, 2017年上半年. Returns: (transfer full) (nullable) */
static char *
read_part_of_year (const char *text)
{
  static const char * const figures[] = { "一", "二", "三", "四" };
  g_autoptr(GRegex) regex =
    g_regex_new ("^\\s*(\\d{4})\\D*?(?:([一二三四1-4])季度|[Qq]([1-4])|([上下])半年|[Hh]([12]))",
                 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_auto(GStrv) parts = NULL;
  guint n = 0;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  parts = g_match_info_fetch_all (match);
  for (guint i = 2; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        n = g_str_equal (parts[i], "下") ? 2 : g_str_equal (parts[i], "上") ? 1 : atoi (parts[i]);
        for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
          n = g_str_equal (parts[i], figures[k]) ? k + 1 : n;

        return g_strdup_printf ("%s-%c%u", parts[1], i < 4 ? 'Q' : 'H', n);
      }

  return NULL;
}

/**
 * yd_deadline_value_read:
 * @rule: `date`, `period_end` or `within`
 * @text: what was written: `2017年6月1日`, `2017/6/1` and `2017.6.1` are dates as well
 *
 * Returns: (transfer full): the value of a deadline, if it fits
 */
char *
yd_deadline_value_read (const char *rule,
                        const char *text)
{
  g_autofree char *part = NULL;
  g_auto(GStrv) parts = NULL;
  GString *value;

  g_return_val_if_fail (rule != NULL && text != NULL, NULL);

  part = g_str_equal (rule, "date") ? NULL : read_part_of_year (text);
  if (part != NULL)
    return g_steal_pointer (&part);

  value = g_string_new (NULL);
  parts = g_regex_split_simple ("[^0-9]+", text, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (value, value->len > 0 ? "-%02d" : "%d", atoi (parts[i]));

  return g_string_free (value, FALSE);
}

/* Returns: whether a deadline of the kind @rule may have @value */
gboolean
yd_deadline_value_fits (const char *rule,
                        const char *value)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  if (g_str_equal (rule, "date"))
    return yd_value_to_date (value, NULL);

  return (!g_str_equal (rule, "period_end") && !g_str_equal (rule, "within")) ||
         yd_deadline_is_period (value);
}
