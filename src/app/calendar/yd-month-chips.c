/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-chips.h"

/* No days off are so many that something is moved further. */
#define MAX_ROLL 15

struct _YdMonthChips
{
  grefcount ref_count;

  /* Owned */
  YdAgenda *agenda;
  GArray   *chips;      /* YdMonthChip, by day */
  guint    *starts;     /* where the chips of each day begin, and where the last ones end */

  YdDay     first;
  guint     n_days;
};

static void
add_chip (YdMonthChips       *self,
          YdSchedule         *schedule,
          const YdAgendaItem *item)
{
  const YdMonthChip chip = {
    .item = *item,
    .light = yd_agenda_item_get_light (item, schedule),
    .internal = yd_agenda_item_is_internal (item),
    .proposed = yd_agenda_item_is_proposed (item),
  };

  g_array_append_val (self->chips, chip);
}

/* What is done stands below what is not: of a full day only the first few can be seen. */
static void
add_chips (YdMonthChips *self,
           YdSchedule   *schedule)
{
  const guint n_items = yd_agenda_get_n_dated (self->agenda);
  guint next = 0;

  for (guint i = 0; i < self->n_days; i++)
    {
      const YdDay day = self->first + (YdDay) i;
      guint n_done = 0, begin = next;

      self->starts[i] = self->chips->len;
      for (; next < n_items && yd_agenda_get_item (self->agenda, next)->due.day <= day; next++)
        {
          const YdAgendaItem *item = yd_agenda_get_item (self->agenda, next);

          if (yd_agenda_item_get_light (item, schedule) == YD_LIGHT_DONE)
            n_done++;
          else
            add_chip (self, schedule, item);
        }
      for (; n_done > 0 && begin < next; begin++)
        if (yd_agenda_item_get_light (yd_agenda_get_item (self->agenda, begin),
                                      schedule) == YD_LIGHT_DONE)
          add_chip (self, schedule, yd_agenda_get_item (self->agenda, begin));
    }

  self->starts[self->n_days] = self->chips->len;
}

/**
 * yd_month_chips_new:
 * @schedule: a plan's schedule
 * @now: what time it is, for clocks
 * @first: the first day
 * @n_days: how many days
 * @filter: (nullable) (scope call): what is wanted of it
 * @user_data: for @filter
 *
 * Returns: (transfer full): what is due on these days, by the document within a day
 */
YdMonthChips *
yd_month_chips_new (YdSchedule     *schedule,
                    YdMoment        now,
                    YdDay           first,
                    guint           n_days,
                    YdAgendaFilter  filter,
                    gpointer        user_data)
{
  YdMonthChips *self;

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (first > YD_DAY_NONE && n_days > 0, NULL);

  self = g_new0 (YdMonthChips, 1);
  g_ref_count_init (&self->ref_count);
  self->first = first;
  self->n_days = n_days;
  self->agenda = yd_agenda_new (schedule, MAX (first, YD_DAY_FIRST),
                                MIN (first + (YdDay) n_days - 1, YD_DAY_LAST), filter, user_data);
  yd_agenda_add_clocks (self->agenda, now, filter, user_data);
  self->chips = g_array_new (FALSE, FALSE, sizeof (YdMonthChip));
  self->starts = g_new0 (guint, n_days + 1);
  add_chips (self, schedule);

  return self;
}

YdMonthChips *
yd_month_chips_ref (YdMonthChips *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

void
yd_month_chips_unref (YdMonthChips *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  yd_agenda_unref (self->agenda);
  g_array_unref (self->chips);
  g_free (self->starts);
  g_free (self);
}

/* Returns: whether all the days from @first to @last were asked for */
gboolean
yd_month_chips_covers (YdMonthChips *self,
                       YdDay         first,
                       YdDay         last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return first >= self->first && last < self->first + (YdDay) self->n_days;
}

/* Returns: how much is due on @day; nothing is known of days that were not asked for */
guint
yd_month_chips_get_n (YdMonthChips *self,
                      YdDay         day)
{
  const gint64 i = (gint64) day - self->first;

  g_return_val_if_fail (self != NULL, 0);

  return i >= 0 && i < self->n_days ? self->starts[i + 1] - self->starts[i] : 0;
}

/* Returns: (transfer none) (nullable): the @n-th of @day, %NULL behind the last */
const YdMonthChip *
yd_month_chips_get (YdMonthChips *self,
                    YdDay         day,
                    guint         n)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n >= yd_month_chips_get_n (self, day))
    return NULL;

  return &g_array_index (self->chips, YdMonthChip, self->starts[day - self->first] + n);
}

/* Returns: how much is due from @first to @last */
guint
yd_month_chips_count (YdMonthChips *self,
                      YdDay         first,
                      YdDay         last)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (YdDay day = first; day <= last; day++)
    n += yd_month_chips_get_n (self, day);

  return n;
}

/* Returns: (transfer none) (nullable): something that fell on @nominal, which is a rest
 *   day, and is therefore due on another day
 */
const YdMonthChip *
yd_month_chips_find_moved (YdMonthChips *self,
                           YdDay         nominal)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (YdDay day = nominal - MAX_ROLL; day <= nominal + MAX_ROLL; day++)
    for (guint i = 0; day != nominal && i < yd_month_chips_get_n (self, day); i++)
      {
        const YdMonthChip *chip = yd_month_chips_get (self, day, i);

        if (chip->item.due.nominal == nominal)
          return chip;
      }

  return NULL;
}

/* Returns: whether its day may be moved: the document does not state it, it does not follow
 *   from an event, and there is one day to move
 */
gboolean
yd_month_chip_is_movable (const YdMonthChip *chip)
{
  g_return_val_if_fail (chip != NULL, FALSE);

  return chip->internal && !chip->item.due.recurs && chip->light != YD_LIGHT_DONE;
}

/* Returns: (transfer none): what opening it opens: a clock, or else a point */
YdRow *
yd_month_chip_get_row (const YdMonthChip *chip)
{
  g_return_val_if_fail (chip != NULL, NULL);

  return chip->item.clock != NULL ? chip->item.clock->row : chip->item.point;
}
