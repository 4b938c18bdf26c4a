/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include <glib/gi18n-lib.h>

#include "yd-month-words.h"

/* What the grid says of a day, and of what is due on it. */

static char *
dup_more (YdMonthGrid *self,
          YdDay        day)
{
  const guint n = _yd_month_grid_count (self, day) - _yd_month_grid_count_shown (self, day);

  return g_strdup_printf (ngettext ("%u more", "%u more", n), n);
}

/* Returns: (transfer full): what a screen reader says of the day, or of the chip that keys are
 * about
 */
char *
_yd_month_grid_dup_name (YdGrid *grid,
                         guint   row,
                         guint   col)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  const YdDay day = _yd_month_grid_get_cell_day (self, row, col);
  const YdMonthChip *chip = yd_month_grid_get_chip (self);

  if (chip != NULL)
    return yd_month_dup_chip (chip);
  if (self->chip != YD_MONTH_NO_CHIP)
    return dup_more (self, day);

  return yd_month_dup_day (self->calendar, day, _yd_month_grid_count (self, day));
}

char *
_yd_month_grid_dup_tooltip (YdGrid          *grid,
                            const YdGridHit *hit,
                            double           x,
                            double           y)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  const YdMonthChip *chip = NULL;
  graphene_rect_t area;
  YdDay day;
  guint n;

  if (hit->part != YD_GRID_BODY || hit->row == YD_GRID_NONE || hit->col == YD_GRID_NONE)
    return NULL;

  day = _yd_month_grid_get_cell_day (self, hit->row, hit->col);
  _yd_month_grid_get_cell_area (self, hit->row, hit->col, &area);
  n = yd_month_layout_find_chip (&self->layout, &area, _yd_month_grid_count (self, day), x, y);
  if (n < _yd_month_grid_count_shown (self, day))
    chip = _yd_month_grid_lookup (self, day, n);
  if (chip != NULL)
    return yd_month_dup_tooltip (chip, self->calendar);

  return yd_month_dup_day (self->calendar, day, _yd_month_grid_count (self, day));
}
