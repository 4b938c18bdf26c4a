/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"

G_BEGIN_DECLS

/**
 * YdMonthChip:
 * @item: what is due
 * @light: how it stands, %YD_LIGHT_NONE where nobody can say
 * @internal: the office set it for itself; the document does not state it
 * @proposed: it was read from the document, and nobody has confirmed it
 *
 * Something that is due on a day, the step of a clock as well. Recurrences that are over have
 * no light: whether they were kept is not known.
 */
typedef struct
{
  YdAgendaItem item;
  YdLight      light;
  guint        internal : 1;
  guint        proposed : 1;
} YdMonthChip;

/**
 * YdMonthChips:
 *
 * What is due in a row of days, found by the day. As it was when it was made.
 */
typedef struct _YdMonthChips YdMonthChips;

YdMonthChips      *yd_month_chips_new        (YdSchedule     *schedule,
                                              YdMoment        now,
                                              YdDay           first,
                                              guint           n_days,
                                              YdAgendaFilter  filter,
                                              gpointer        user_data)
                                              G_GNUC_WARN_UNUSED_RESULT;
YdMonthChips      *yd_month_chips_ref        (YdMonthChips   *self);
void               yd_month_chips_unref      (YdMonthChips   *self);

gboolean           yd_month_chips_covers     (YdMonthChips   *self,
                                              YdDay           first,
                                              YdDay           last);
guint              yd_month_chips_get_n      (YdMonthChips   *self,
                                              YdDay           day);
const YdMonthChip *yd_month_chips_get        (YdMonthChips   *self,
                                              YdDay           day,
                                              guint           n);
guint              yd_month_chips_count      (YdMonthChips   *self,
                                              YdDay           first,
                                              YdDay           last);
const YdMonthChip *yd_month_chips_find_moved (YdMonthChips   *self,
                                              YdDay           nominal);
gboolean           yd_month_chip_is_movable  (const YdMonthChip *chip);
YdRow             *yd_month_chip_get_row     (const YdMonthChip *chip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdMonthChips, yd_month_chips_unref)

G_END_DECLS
