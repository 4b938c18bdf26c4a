/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-scale.h"

#include <glib/gi18n-lib.h>

/* What the two lines of the head count at each zoom. */
typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_YEAR,
} Unit;

static const struct
{
  const char *name;
  const char *words;
  double      width;          /* of a day, in pixels at the usual size of text */
  Unit        large;
  Unit        small;
} zooms[YD_N_TIMELINE_ZOOMS] = {
  [YD_TIMELINE_DAY] = { "day", N_("Day"), 24, UNIT_MONTH, UNIT_DAY },
  [YD_TIMELINE_WEEK] = { "week", N_("Week"), 4.4, UNIT_MONTH, UNIT_WEEK },
  [YD_TIMELINE_MONTH] = { "month", N_("Month"), 1.6, UNIT_YEAR, UNIT_MONTH },
  [YD_TIMELINE_QUARTER] = { "quarter", N_("Quarter"), 0.7, UNIT_YEAR, UNIT_QUARTER },
  [YD_TIMELINE_YEAR] = { "year", N_("Year"), 0.22, UNIT_YEAR, UNIT_YEAR },
};

/* Returns: how wide a day is, in pixels at the usual size of text */
double
yd_timeline_zoom_get_width (YdTimelineZoom zoom)
{
  return zooms[zoom].width;
}

/* Returns: (transfer none): its name in state, such as `week` */
const char *
yd_timeline_zoom_get_name (YdTimelineZoom zoom)
{
  return zooms[zoom].name;
}

/* Returns: (transfer none): what a person calls it */
const char *
yd_timeline_zoom_get_words (YdTimelineZoom zoom)
{
  return _(zooms[zoom].words);
}

/* The first day of the unit that @day is in. */
static YdDay
find_first (Unit  unit,
            YdDay day)
{
  int year, month;

  if (unit == UNIT_DAY)
    return day;
  if (unit == UNIT_WEEK)
    return day - yd_day_get_weekday (day) + 1;

  yd_day_split (day, &year, &month, NULL);
  if (unit == UNIT_QUARTER)
    month = (month - 1) / 3 * 3 + 1;
  else if (unit == UNIT_YEAR)
    month = 1;

  return yd_day_new (year, month, 1);
}

/* The first day after the unit that begins with @first. */
static YdDay
find_end (Unit  unit,
          YdDay first)
{
  static const int months[] = { [UNIT_MONTH] = 1, [UNIT_QUARTER] = 3, [UNIT_YEAR] = 12 };

  if (unit == UNIT_DAY)
    return first + 1;
  if (unit == UNIT_WEEK)
    return first + 7;

  return yd_day_add_months (first, months[unit]);
}

static char *
make_label (Unit  unit,
            YdDay first)
{
  int year, month, day;

  yd_day_split (first, &year, &month, &day);
  if (unit == UNIT_YEAR)
    return g_strdup_printf (_("Year %d"), year);
  if (unit == UNIT_QUARTER)
    return g_strdup_printf (_("Quarter %d"), (month + 2) / 3);
  if (unit == UNIT_MONTH)
    return g_strdup_printf (_("Month %d"), month);

  return g_strdup_printf ("%d", day);
}

static char *
make_full_label (Unit  unit,
                 YdDay first)
{
  int year, month;

  if (unit != UNIT_MONTH)
    return make_label (unit, first);

  yd_day_split (first, &year, &month, NULL);
  /* Translators: a year and a month: 2017-06 */
  return g_strdup_printf (_("%d-%02d"), year, month);
}

/* Where no line of years stands above months, their first says the year. */
static void
foreach_unit (Unit       unit,
              gboolean   above,
              YdDay      from,
              YdDay      end,
              YdTickFunc func,
              gpointer   user_data)
{
  YdDay first = find_first (unit, from);

  while (first < end && first != YD_DAY_NONE)
    {
      const YdDay next = find_end (unit, first);
      g_autofree char *label = make_label (unit, first);
      g_autofree char *full = make_full_label (unit, first);
      int month;

      yd_day_split (first, NULL, &month, NULL);
      func (&(YdTick) { first, next, above && unit == UNIT_MONTH && month == 1 ? full : label,
                        full },
            user_data);
      first = next;
    }
}

/**
 * yd_timeline_foreach_large:
 * @zoom: a zoom
 * @from: a day
 * @end: a day after it
 * @func: called for each unit of the upper line of the head between the two
 * @user_data: for @func
 */
void
yd_timeline_foreach_large (YdTimelineZoom zoom,
                           YdDay          from,
                           YdDay          end,
                           YdTickFunc     func,
                           gpointer       user_data)
{
  foreach_unit (zooms[zoom].large, TRUE, from, end, func, user_data);
}

/* The same for the lower line. */
void
yd_timeline_foreach_small (YdTimelineZoom zoom,
                           YdDay          from,
                           YdDay          end,
                           YdTickFunc     func,
                           gpointer       user_data)
{
  foreach_unit (zooms[zoom].small, FALSE, from, end, func, user_data);
}
