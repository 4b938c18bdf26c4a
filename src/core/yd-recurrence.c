/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One table for what reads, counts, shows and prints them. */
static const YdRecurrence recurrences[] = {
  { "daily",       0,  N_("Every day"),        "每日"     },
  { "weekly",      0,  N_("Every week"),       "每周"     },
  { "monthly",     1,  N_("Every month"),      "每月"     },
  { "two-monthly", 2,  N_("Every two months"), "每两个月" },
  { "quarterly",   3,  N_("Every quarter"),    "每季度"   },
  { "half-yearly", 6,  N_("Every half year"),  "每半年"   },
  { "yearly",      12, N_("Every year"),       "每年"     },
  { "two-yearly",  24, N_("Every two years"),  "每两年"   },
  { "termly",      0,  N_("Every term"),       "每学期"   },
  { "each",        0,  N_("Each time"),        "每期"     },
};

/**
 * yd_recurrence_list:
 * @n_recurrences: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_recurrences): all of them, the shorter first
 */
const YdRecurrence *
yd_recurrence_list (guint *n_recurrences)
{
  *n_recurrences = G_N_ELEMENTS (recurrences);

  return recurrences;
}

/* The first editor of deadlines wrote `halfyearly`, and plans have it.
 *
 * Returns: (transfer none) (nullable): what is called @code
 */
const YdRecurrence *
yd_recurrence_find (const char *code)
{
  if (g_strcmp0 (code, "halfyearly") == 0)
    code = "half-yearly";

  for (gsize i = 0; i < G_N_ELEMENTS (recurrences); i++)
    if (g_strcmp0 (recurrences[i].code, code) == 0)
      return &recurrences[i];

  return NULL;
}

/**
 * yd_recurrence_split:
 * @value: (nullable): a code, or a day of each period: `yearly-03-31`, `yearly-02`
 * @date: (out): what follows the code, `-03-31`, or empty
 *
 * Returns: (transfer none) (nullable): how often it is, if @value says so
 */
const YdRecurrence *
yd_recurrence_split (const char  *value,
                     const char **date)
{
  g_autofree char *code = NULL;
  const char *dash = value;

  *date = "";
  if (value == NULL)
    return NULL;

  while ((dash = strchr (dash, '-')) != NULL && !g_ascii_isdigit (dash[1]))
    dash++;
  if (dash == NULL)
    return yd_recurrence_find (value);

  *date = dash;
  code = g_strndup (value, dash - value);

  return yd_recurrence_find (code);
}
