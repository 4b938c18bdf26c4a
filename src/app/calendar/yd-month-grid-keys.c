/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include "yd-calendar-keys.h"
#include "yd-month-days.h"

/* Where keys go: from day to day, in a day from chip to chip; and what else they ask for. */

/* The next day after the current one, or before it, on which anything is due. */
static YdDay
find_due (YdMonthGrid *self,
          int          step)
{
  const YdDay end = self->first + YD_MONTH_N_DAYS;
  YdDay day = yd_month_grid_get_day (self) + step;

  for (; day >= self->first && day < end; day += step)
    if (_yd_month_grid_count (self, day) > 0)
      return day;

  return yd_month_grid_get_day (self);
}

static YdDay
find_target (YdMonthGrid *self,
             YdGridMove   move)
{
  const YdDay day = yd_month_grid_get_day (self);

  switch (move)
    {
    case YD_GRID_MOVE_LEFT:
      return day - 1;

    case YD_GRID_MOVE_RIGHT:
      return day + 1;

    case YD_GRID_MOVE_UP:
      return day - 7;

    case YD_GRID_MOVE_DOWN:
      return day + 7;

    case YD_GRID_MOVE_PAGE_UP:
      return yd_month_step (day, -1);

    case YD_GRID_MOVE_PAGE_DOWN:
      return yd_month_step (day, 1);

    case YD_GRID_MOVE_SKIP_LEFT:
    case YD_GRID_MOVE_SKIP_UP:
      return find_due (self, -1);

    case YD_GRID_MOVE_SKIP_RIGHT:
    case YD_GRID_MOVE_SKIP_DOWN:
      return find_due (self, 1);

    case YD_GRID_MOVE_HOME:
      return self->today;

    case YD_GRID_MOVE_FIRST:
      return self->month;

    case YD_GRID_MOVE_END:
    case YD_GRID_MOVE_LAST:
    default:
      return yd_month_get_last (self->month);
    }
}

/* PgUp and PgDn show another month; the arrows do when they leave the six weeks. */
gboolean
_yd_month_grid_move (YdGrid     *grid,
                     YdGridMove  move,
                     guint      *row,
                     guint      *col)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  const YdDay target = find_target (self, move);
  const gboolean inside = target >= self->first && target < self->first + YD_MONTH_N_DAYS;
  const gboolean page = move == YD_GRID_MOVE_PAGE_UP || move == YD_GRID_MOVE_PAGE_DOWN ||
                        move == YD_GRID_MOVE_HOME;

  if (!yd_day_is_in_range (target))
    return TRUE;

  self->chip = YD_MONTH_NO_CHIP;
  if (page || !inside)
    yd_month_grid_go_to (self, target);
  *row = (guint) (target - self->first) / 7;
  *col = (guint) (target - self->first) % 7;

  return TRUE;
}

static guint
count_places (YdMonthGrid *self)
{
  const YdDay day = yd_month_grid_get_day (self);
  const guint n_shown = _yd_month_grid_count_shown (self, day);

  return n_shown < _yd_month_grid_count (self, day) ? n_shown + 1 : n_shown;
}

/* Goes to the next chip of the day, or the one before; returns whether there is one. */
static gboolean
step_chip (YdMonthGrid *self,
           gboolean     back)
{
  const guint n_places = count_places (self);
  const guint chip = self->chip;

  if (back && (chip == YD_MONTH_NO_CHIP || n_places == 0))
    return FALSE;
  if (!back && (chip == YD_MONTH_NO_CHIP ? n_places == 0 : chip + 1 >= n_places))
    return FALSE;

  if (back)
    _yd_month_grid_choose (self, chip > 0 ? chip - 1 : YD_MONTH_NO_CHIP);
  else
    _yd_month_grid_choose (self, chip == YD_MONTH_NO_CHIP ? 0 : chip + 1);

  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdMonthGrid           *self)
{
  const GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();
  const int shift = yd_calendar_find_shift (keyval);

  if (mods == 0 && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab))
    return step_chip (self, FALSE);
  if ((mods == 0 || mods == GDK_SHIFT_MASK) &&
      (keyval == GDK_KEY_ISO_Left_Tab || (mods != 0 && keyval == GDK_KEY_Tab)))
    return step_chip (self, TRUE);

  if (mods == 0 && (keyval == GDK_KEY_t || keyval == GDK_KEY_T))
    {
      yd_month_grid_go_to (self, self->today);
      return TRUE;
    }
  if (mods == GDK_SHIFT_MASK && shift != 0)
    {
      g_signal_emit_by_name (self, "shifted", shift);
      return TRUE;
    }

  return FALSE;
}

void
_yd_month_grid_init_keys (YdMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
