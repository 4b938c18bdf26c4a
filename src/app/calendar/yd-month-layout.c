/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-layout.h"

#include <math.h>

/* Where the chips of a day are, and how many there is room for. Where they are too many,
 * the last place says how many more there are.
 */

/* At the usual size of text; see UI.md §2. */
#define TEXT_HEIGHT   18.0
#define NUMBER_HEIGHT 27
#define CHIP_HEIGHT   21

#define GAP    2
#define MARGIN 6

void
yd_month_layout_init (YdMonthLayout *self,
                      int            body_height,
                      int            caption_height)
{
  self->scale = MAX (body_height / TEXT_HEIGHT, 1);
  self->number_height = MAX (NUMBER_HEIGHT, body_height + 7);
  self->chip_height = MAX (CHIP_HEIGHT, caption_height + 4);
}

/* Returns: how high a day has to be to show anything of what is due */
double
yd_month_layout_get_least (const YdMonthLayout *self)
{
  return self->number_height + self->chip_height + GAP;
}

static guint
count_places (const YdMonthLayout *self,
              double               height)
{
  const double room = height - self->number_height;

  return room > 0 ? (guint) floor ((room + GAP) / (self->chip_height + GAP)) : 0;
}

/**
 * yd_month_layout_fit:
 * @self: a layout
 * @height: of a day
 * @n_chips: how much is due
 *
 * Returns: how many chips are shown; if not all, how many more there are takes the place
 *   after them
 */
guint
yd_month_layout_fit (const YdMonthLayout *self,
                     double               height,
                     guint                n_chips)
{
  const guint n_places = count_places (self, height);

  if (n_chips <= n_places)
    return n_chips;

  return n_places > 0 ? n_places - 1 : 0;
}

/* Where the @n-th chip of a day is, or what stands in its place. */
void
yd_month_layout_get_chip (const YdMonthLayout   *self,
                          const graphene_rect_t *day,
                          guint                  n,
                          graphene_rect_t       *chip)
{
  graphene_rect_init (chip, day->origin.x + MARGIN,
                      day->origin.y + self->number_height + n * (self->chip_height + GAP),
                      MAX (day->size.width - 2 * MARGIN - 1, 1), self->chip_height);
}

/**
 * yd_month_layout_find_chip:
 * @self: a layout
 * @day: where the day is
 * @n_chips: how much is due
 * @x: pixels
 * @y: pixels
 *
 * Returns: which chip is there, the number of those shown for what says how many more
 *   there are, or %YD_MONTH_NO_CHIP
 */
guint
yd_month_layout_find_chip (const YdMonthLayout   *self,
                           const graphene_rect_t *day,
                           guint                  n_chips,
                           double                 x,
                           double                 y)
{
  const guint n_shown = yd_month_layout_fit (self, day->size.height, n_chips);
  const guint n_places = n_shown < n_chips ? n_shown + 1 : n_shown;

  for (guint i = 0; i < n_places; i++)
    {
      graphene_rect_t chip;

      yd_month_layout_get_chip (self, day, i, &chip);
      if (graphene_rect_contains_point (&chip, &GRAPHENE_POINT_INIT (x, y)))
        return i;
    }

  return YD_MONTH_NO_CHIP;
}
