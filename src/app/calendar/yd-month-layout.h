/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

/* Nothing of a day but itself. */
#define YD_MONTH_NO_CHIP G_MAXUINT

/* Text so much larger than usual leaves room for symbols and paths only (UI.md §2). */
#define YD_MONTH_LARGE 1.4

/**
 * YdMonthLayout:
 * @scale: of the text, against the usual one
 * @number_height: of the line with the number of the day
 * @chip_height: of a chip
 *
 * How a day is set, in pixels.
 */
typedef struct
{
  double scale;
  double number_height;
  double chip_height;
} YdMonthLayout;

void   yd_month_layout_init      (YdMonthLayout         *self,
                                  int                    body_height,
                                  int                    caption_height);
double yd_month_layout_get_least (const YdMonthLayout   *self);
guint  yd_month_layout_fit       (const YdMonthLayout   *self,
                                  double                 height,
                                  guint                  n_chips);
void   yd_month_layout_get_chip  (const YdMonthLayout   *self,
                                  const graphene_rect_t *day,
                                  guint                  n,
                                  graphene_rect_t       *chip);
guint  yd_month_layout_find_chip (const YdMonthLayout   *self,
                                  const graphene_rect_t *day,
                                  guint                  n_chips,
                                  double                 x,
                                  double                 y);

G_END_DECLS
