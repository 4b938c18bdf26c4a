/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdPointUnits:
 * @unit: (nullable): who is named: who leads, or else the first who answers for it
 * @role: (nullable): the role of @unit
 * @n_units: how many there are in all
 *
 * The units of a point where there is room for one of them. What a person has refused does
 * not count.
 */
typedef struct
{
  YdRow      *unit;
  const char *role;
  guint       n_units;
} YdPointUnits;

void  yd_point_units_find      (YdPlan             *plan,
                                YdPoint            *point,
                                YdPointUnits       *units);
char *yd_point_units_dup_words (const YdPointUnits *units) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
