/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include "yd-month-days.h"

/**
 * YdMonthGrid:
 *
 * Six weeks with what is due in them. A cell is a day; inside of a day, Tab goes from chip
 * to chip, and the one that it is at is spoken and has the ring of the focus.
 *
 * It changes nothing: it says what a person chose, opened or wants to move.
 */

#define WEEK_WIDTH  40
#define HEAD_HEIGHT 28
#define MIN_WIDTH   68

G_DEFINE_FINAL_TYPE (YdMonthGrid, yd_month_grid, YD_TYPE_GRID)

enum {
  MONTH_CHANGED,
  CHOSEN,
  OPENED,
  MENU,
  LISTED,
  MOVED,
  SHIFTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: which day is in a cell */
YdDay
_yd_month_grid_get_cell_day (YdMonthGrid *self,
                             guint        row,
                             guint        col)
{
  return self->first + (YdDay) (row * 7 + col);
}

/* Returns: how much is due on @day */
guint
_yd_month_grid_count (YdMonthGrid *self,
                      YdDay        day)
{
  return self->chips != NULL ? yd_month_chips_get_n (self->chips, day) : 0;
}

/* Returns: (transfer none) (nullable): the @n-th of what is due on @day */
const YdMonthChip *
_yd_month_grid_lookup (YdMonthGrid *self,
                       YdDay        day,
                       guint        n)
{
  return self->chips != NULL ? yd_month_chips_get (self->chips, day, n) : NULL;
}

void
_yd_month_grid_get_cell_area (YdMonthGrid     *self,
                              guint            row,
                              guint            col,
                              graphene_rect_t *area)
{
  double x, y, width, height;

  yd_grid_get_col_span (YD_GRID (self), col, &x, &width);
  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  graphene_rect_init (area, x, y, width, height);
}

/* Returns: how much of that there is room for */
guint
_yd_month_grid_count_shown (YdMonthGrid *self,
                            YdDay        day)
{
  graphene_rect_t area;

  _yd_month_grid_get_cell_area (self, 0, 0, &area);

  return yd_month_layout_fit (&self->layout, area.size.height, _yd_month_grid_count (self, day));
}

/* The current day or, in it, @chip is what keys are about now. */
void
_yd_month_grid_choose (YdMonthGrid *self,
                       guint        chip)
{
  const YdMonthChip *chosen;

  self->chip = chip;
  yd_grid_say_again (YD_GRID (self));
  chosen = yd_month_grid_get_chip (self);
  if (chosen != NULL && chosen->item.point != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, chosen->item.point);
}

static void
set_sizes (YdMonthGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const int body = yd_text_cache_get_height (texts, YD_TEXT_BODY);
  const int caption = yd_text_cache_get_height (texts, YD_TEXT_CAPTION);

  yd_month_layout_init (&self->layout, body, caption);
  yd_grid_set_heads (YD_GRID (self), (int) (WEEK_WIDTH * self->layout.scale),
                     MAX (HEAD_HEIGHT, caption + 11));
  yd_grid_set_fitting (YD_GRID (self), YD_MONTH_N_WEEKS,
                       yd_month_layout_get_least (&self->layout), 7,
                       MIN_WIDTH * self->layout.scale);
}

static void
yd_month_grid_metrics_changed (YdGrid *grid)
{
  set_sizes (YD_MONTH_GRID (grid));
}

/* The ring is around the chip that keys are about, where it is not the day itself. */
static void
yd_month_grid_locate (YdGrid          *grid,
                      guint            row,
                      guint            col,
                      graphene_rect_t *area)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);

  _yd_month_grid_get_cell_area (self, row, col, area);
  if (self->chip != YD_MONTH_NO_CHIP && row == yd_grid_get_current_row (grid) &&
      col == yd_grid_get_current_col (grid))
    {
      const graphene_rect_t day = *area;

      yd_month_layout_get_chip (&self->layout, &day, self->chip, area);
    }
}

static void
yd_month_grid_activate (YdGrid *grid,
                        guint   row,
                        guint   col)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  const YdDay day = _yd_month_grid_get_cell_day (self, row, col);
  const YdMonthChip *chip = yd_month_grid_get_chip (self);

  if (chip != NULL)
    g_signal_emit (self, signals[OPENED], 0, yd_month_chip_get_row (chip));
  else if (_yd_month_grid_count (self, day) > 0)
    g_signal_emit (self, signals[LISTED], 0, day);
}

static void
yd_month_grid_dispose (GObject *object)
{
  YdMonthGrid *self = YD_MONTH_GRID (object);

  yd_month_grid_set_chips (self, NULL, NULL);
  g_clear_object (&self->selected);
  g_clear_object (&self->ghost);

  G_OBJECT_CLASS (yd_month_grid_parent_class)->dispose (object);
}

static void
make_signals (GType type)
{
  signals[MONTH_CHANGED] = g_signal_new ("month-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, YD_TYPE_ROW);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, YD_TYPE_ROW);
  /* Where the menu of the chosen chip is asked for. */
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  /* A day: all that is due on it is to be seen. */
  signals[LISTED] = g_signal_new ("listed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  /* A deadline, to which day it is dragged. */
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, YD_TYPE_ROW, G_TYPE_INT);
  /* By how many working days what is chosen is to go; zero: it was dragged, and may not. */
  signals[SHIFTED] = g_signal_new ("shifted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
yd_month_grid_class_init (YdMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YdGridClass *grid_class = YD_GRID_CLASS (klass);

  object_class->dispose = yd_month_grid_dispose;
  grid_class->draw = _yd_month_grid_draw;
  grid_class->draw_over = _yd_month_grid_draw_over;
  grid_class->locate = yd_month_grid_locate;
  grid_class->dup_name = _yd_month_grid_dup_name;
  grid_class->dup_tooltip = _yd_month_grid_dup_tooltip;
  grid_class->move = _yd_month_grid_move;
  grid_class->activate = yd_month_grid_activate;
  grid_class->press = _yd_month_grid_press;
  grid_class->menu = _yd_month_grid_menu;
  grid_class->metrics_changed = yd_month_grid_metrics_changed;

  make_signals (G_TYPE_FROM_CLASS (klass));
}

static void
yd_month_grid_init (YdMonthGrid *self)
{
  self->chip = YD_MONTH_NO_CHIP;
  self->month = yd_day_new (YD_YEAR_FIRST, 2, 1);
  self->first = yd_month_get_first_cell (self->month);
  self->today = self->month;
  set_sizes (self);
  _yd_month_grid_init_keys (self);
  _yd_month_grid_init_drag (self);
}

/* Returns: the current day */
YdDay
yd_month_grid_get_day (YdMonthGrid *self)
{
  g_return_val_if_fail (YD_IS_MONTH_GRID (self), YD_DAY_NONE);

  return _yd_month_grid_get_cell_day (self, yd_grid_get_current_row (YD_GRID (self)),
                                      yd_grid_get_current_col (YD_GRID (self)));
}

/* Returns: the first day of the month that is shown */
YdDay
yd_month_grid_get_month (YdMonthGrid *self)
{
  g_return_val_if_fail (YD_IS_MONTH_GRID (self), YD_DAY_NONE);

  return self->month;
}

/* Returns: the first of the days that are shown */
YdDay
yd_month_grid_get_first (YdMonthGrid *self)
{
  g_return_val_if_fail (YD_IS_MONTH_GRID (self), YD_DAY_NONE);

  return self->first;
}

/* Shows the month of @day, and makes it the current one. */
void
yd_month_grid_go_to (YdMonthGrid *self,
                     YdDay        day)
{
  const YdDay first = self->first;
  guint row, col;

  g_return_if_fail (YD_IS_MONTH_GRID (self));

  day = CLAMP (day, YD_DAY_FIRST, YD_DAY_LAST);
  self->chip = YD_MONTH_NO_CHIP;
  self->month = yd_month_get_first (day);
  self->first = yd_month_get_first_cell (day);
  if (self->first != first)
    g_signal_emit (self, signals[MONTH_CHANGED], 0);

  row = (guint) (day - self->first) / 7;
  col = (guint) (day - self->first) % 7;
  if (row == yd_grid_get_current_row (YD_GRID (self)) &&
      col == yd_grid_get_current_col (YD_GRID (self)))
    yd_grid_say_again (YD_GRID (self));
  else
    yd_grid_set_current (YD_GRID (self), row, col);
  yd_grid_scroll_to_cell (YD_GRID (self), row, col);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
yd_month_grid_set_today (YdMonthGrid *self,
                         YdDay        today)
{
  g_return_if_fail (YD_IS_MONTH_GRID (self));

  self->today = today;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * yd_month_grid_set_chips:
 * @self: a month
 * @chips: (nullable): what is due on the days that are shown, at least
 * @calendar: (nullable): which days are worked
 */
void
yd_month_grid_set_chips (YdMonthGrid    *self,
                         YdMonthChips   *chips,
                         YdWorkCalendar *calendar)
{
  g_return_if_fail (YD_IS_MONTH_GRID (self));

  g_clear_pointer (&self->chips, yd_month_chips_unref);
  self->chips = chips != NULL ? yd_month_chips_ref (chips) : NULL;
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  self->calendar = calendar != NULL ? yd_work_calendar_ref (calendar) : NULL;
  if (self->chip != YD_MONTH_NO_CHIP && yd_month_grid_get_chip (self) == NULL)
    self->chip = YD_MONTH_NO_CHIP;

  if (chips != NULL)
    yd_grid_say_again (YD_GRID (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable): the chip that keys are about, %NULL for a day */
const YdMonthChip *
yd_month_grid_get_chip (YdMonthGrid *self)
{
  YdDay day;

  g_return_val_if_fail (YD_IS_MONTH_GRID (self), NULL);

  day = yd_month_grid_get_day (self);
  if (self->chip >= _yd_month_grid_count_shown (self, day))
    return NULL;

  return _yd_month_grid_lookup (self, day, self->chip);
}

/* Shows what belongs to @point as selected, and says nothing. */
void
yd_month_grid_set_selected (YdMonthGrid *self,
                            YdPoint     *point)
{
  g_return_if_fail (YD_IS_MONTH_GRID (self));

  if (g_set_object (&self->selected, point))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * yd_month_grid_set_ghost:
 * @self: a month
 * @deadline: (nullable): a deadline that is being moved, or %NULL for none
 * @day: the day on which it would be due
 */
void
yd_month_grid_set_ghost (YdMonthGrid *self,
                         YdRow       *deadline,
                         YdDay        day)
{
  g_return_if_fail (YD_IS_MONTH_GRID (self));

  g_set_object (&self->ghost, deadline);
  self->ghost_day = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where @day is in the widget, for something that points to it. */
void
yd_month_grid_get_day_area (YdMonthGrid  *self,
                            YdDay         day,
                            GdkRectangle *area)
{
  graphene_rect_t cell;
  guint i;

  g_return_if_fail (YD_IS_MONTH_GRID (self));

  i = (guint) CLAMP (day - self->first, 0, YD_MONTH_N_DAYS - 1);
  _yd_month_grid_get_cell_area (self, i / 7, i % 7, &cell);
  *area = (GdkRectangle) { (int) cell.origin.x, (int) cell.origin.y, (int) cell.size.width,
                           (int) cell.size.height };
}
