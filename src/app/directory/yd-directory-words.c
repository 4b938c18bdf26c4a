/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-words.h"

#include <glib/gi18n-lib.h>

#include "yd-moment.h"

/* What the directory says of units. */

static const char * const kinds[YD_N_UNIT_KINDS] = {
  [YD_UNIT_DEPARTMENT] = NC_("unit kind", "Department"),
  [YD_UNIT_COUNTY]     = NC_("unit kind", "County or District"),
  [YD_UNIT_ZONE]       = NC_("unit kind", "Zone"),
  [YD_UNIT_VERTICAL]   = NC_("unit kind", "Vertical Body"),
  [YD_UNIT_PARTY]      = NC_("unit kind", "Party Body"),
  [YD_UNIT_GROUP]      = NC_("unit kind", "Group"),
  [YD_UNIT_OTHER]      = NC_("unit kind", "Other"),
};

const char *
yd_directory_words_get_kind (YdUnitKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "unit kind", kinds[kind]);
}

/* Returns: (transfer full) (nullable): from when to when, or nothing if it is always */
char *
yd_directory_words_dup_term (YdDay from,
                             YdDay to)
{
  char first[YD_DAY_SIZE], last[YD_DAY_SIZE];

  yd_day_format (from, first);
  yd_day_format (to, last);
  if (from != YD_DAY_NONE && to != YD_DAY_NONE)
    return g_strdup_printf (_("%1$s to %2$s"), first, last);
  if (from != YD_DAY_NONE)
    return g_strdup_printf (_("from %s"), first);

  return to != YD_DAY_NONE ? g_strdup_printf (_("until %s"), last) : NULL;
}

/**
 * yd_directory_words_dup_status:
 * @unit: a unit
 * @today: the day
 *
 * Returns: (transfer full) (nullable): what became of it, or nothing if it is there
 */
char *
yd_directory_words_dup_status (const YdDirectoryUnit *unit,
                               YdDay                  today)
{
  char day[YD_DAY_SIZE];

  if (unit->merged != NULL)
    return g_strdup_printf (_("the same as %s"), unit->merged->name);
  if (unit->from != YD_DAY_NONE && today < unit->from)
    return g_strdup_printf (_("from %s"), yd_day_format (unit->from, day));
  if (unit->to == YD_DAY_NONE)
    return NULL;

  yd_day_format (unit->to, day);

  return unit->successor != NULL
         ? g_strdup_printf (_("until %1$s, then %2$s"), day, unit->successor->name)
         : g_strdup_printf (_("until %s"), day);
}

/**
 * yd_directory_words_read_day:
 * @text: what a person typed; empty is no day
 * @day: (out): the day
 *
 * Returns: whether it was understood
 */
gboolean
yd_directory_words_read_day (const char *text,
                             YdDay      *day)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  *day = *plain != '\0' ? yd_moment_read_day (plain, YD_DAY_NONE) : YD_DAY_NONE;

  return *plain == '\0' || *day != YD_DAY_NONE;
}
