/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-light.h"

#include <glib/gi18n-lib.h>

/* How a point stands is told by its due day against today, in working days. What the
 * document does not limit has no light.
 */

static const struct
{
  const char *name;
  const char *word;
  int         badness;
} lights[] = {
  [YD_LIGHT_NONE] = { "none", NC_("light", "Not stated"), 0 },
  [YD_LIGHT_WAIT] = { "grey", NC_("light", "Not due"), 2 },
  [YD_LIGHT_OK]   = { "green", NC_("light", "On schedule"), 3 },
  [YD_LIGHT_SOON] = { "yellow", NC_("light", "Due soon"), 4 },
  [YD_LIGHT_LATE] = { "red", NC_("light", "Overdue"), 5 },
  [YD_LIGHT_DONE] = { "done", NC_("light", "Done"), 1 },
};

/**
 * yd_light_compute:
 * @facts: when it began, was done and is due
 * @today: a day
 * @soon_days: how many working days before its day it is near
 * @calendar: which days are worked
 *
 * Returns: the light
 */
YdLight
yd_light_compute (const YdLightFacts *facts,
                  YdDay               today,
                  int                 soon_days,
                  YdWorkCalendar     *calendar)
{
  if (facts->finished != YD_DAY_NONE)
    return YD_LIGHT_DONE;

  if (facts->due == YD_DAY_NONE)
    return YD_LIGHT_NONE;

  if (facts->due < today)
    return YD_LIGHT_LATE;

  if (yd_work_calendar_count (calendar, today, facts->due) <= soon_days)
    return YD_LIGHT_SOON;

  return facts->begun != YD_DAY_NONE && facts->begun <= today ? YD_LIGHT_OK : YD_LIGHT_WAIT;
}

static char *
dup_done_words (const YdLightFacts *facts,
                YdWorkCalendar     *calendar)
{
  g_autofree char *day = yd_day_dup_words (facts->finished);
  int n_late = 0;

  if (facts->due != YD_DAY_NONE && facts->finished > facts->due)
    n_late = yd_work_calendar_count (calendar, facts->due, facts->finished);

  if (n_late == 0)
    return g_strdup_printf (_("Done on %s"), day);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Done on %s, %d working day late",
                                       "Done on %s, %d working days late", n_late), day, n_late);
}

/**
 * yd_light_dup_words:
 * @facts: when it began, was done and is due
 * @today: a day
 * @calendar: which days are worked
 *
 * Returns: (transfer full): the reason of the light, such as "3 working days left"
 */
char *
yd_light_dup_words (const YdLightFacts *facts,
                    YdDay               today,
                    YdWorkCalendar     *calendar)
{
  g_autofree char *day = NULL;
  int n;

  if (facts->finished != YD_DAY_NONE)
    return dup_done_words (facts, calendar);

  if (facts->due == YD_DAY_NONE)
    return g_strdup (_("No deadline is stated"));

  if (facts->due == today)
    return g_strdup (_("Due today"));

  /* Between two working days none may lie. */
  day = yd_day_dup_words (facts->due);
  if (facts->due < today)
    {
      n = yd_work_calendar_count (calendar, facts->due, today);
      return n == 0 ? g_strdup_printf (_("Was due on %s"), day)
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day overdue",
                                                    "%d working days overdue", n), n);
    }

  n = yd_work_calendar_count (calendar, today, facts->due);

  return n == 0 ? g_strdup_printf (_("Due on %s"), day)
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day left",
                                                "%d working days left", n), n);
}

/* Returns: (transfer none): its name for programs, which never changes */
const char *
yd_light_get_name (YdLight light)
{
  g_return_val_if_fail (light < YD_N_LIGHTS, NULL);

  return lights[light].name;
}

/* Returns: (transfer none): the word that always stands beside its colour */
const char *
yd_light_get_word (YdLight light)
{
  g_return_val_if_fail (light < YD_N_LIGHTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "light", lights[light].word);
}

/* Returns: whether somebody should look at @light rather than at @than */
gboolean
yd_light_is_worse (YdLight light,
                   YdLight than)
{
  g_return_val_if_fail (light < YD_N_LIGHTS && than < YD_N_LIGHTS, FALSE);

  return lights[light].badness > lights[than].badness;
}

/**
 * yd_light_get_soon_days:
 * @office: (nullable): an office
 *
 * Returns: how many working days before its day a deadline is near, as its rules say
 */
int
yd_light_get_soon_days (YdOffice *office)
{
  g_autofree char *id = yd_space_derive_id (YD_KIND_LIGHT_RULE, "yellow", NULL);
  YdRow *rule = NULL;
  gint64 days;

  if (office != NULL)
    rule = yd_space_lookup (YD_SPACE (office), YD_KIND_LIGHT_RULE, id);
  if (rule == NULL || !yd_space_is_live (YD_SPACE (office), rule))
    return YD_LIGHT_SOON_DAYS;

  days = yd_row_get_int (rule, YD_LIGHT_RULE_DAYS, YD_LIGHT_SOON_DAYS);

  return CLAMP (days, 0, 366);
}
