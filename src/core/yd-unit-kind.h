/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-row.h"

G_BEGIN_DECLS

/**
 * YdUnitKind:
 * @YD_UNIT_DEPARTMENT: a department of the government
 * @YD_UNIT_COUNTY: a county, a city of that rank, a district, a township
 * @YD_UNIT_ZONE: a zone that is administered like one
 * @YD_UNIT_VERTICAL: a body that answers to a ministry rather than to the place
 * @YD_UNIT_PARTY: a body of the party
 * @YD_UNIT_GROUP: stands for several
 * @YD_UNIT_OTHER: none of these
 *
 * What a unit is; in the order of the schema's words.
 */
typedef enum
{
  YD_UNIT_DEPARTMENT,
  YD_UNIT_COUNTY,
  YD_UNIT_ZONE,
  YD_UNIT_VERTICAL,
  YD_UNIT_PARTY,
  YD_UNIT_GROUP,
  YD_UNIT_OTHER,
} YdUnitKind;

#define YD_N_UNIT_KINDS (YD_UNIT_OTHER + 1)

const char *yd_unit_kind_get_name  (YdUnitKind  kind);
YdUnitKind  yd_unit_kind_guess     (const char *name);
YdUnitKind  yd_unit_kind_of        (YdRow      *unit);
gboolean    yd_unit_vague_may_mean (const char *vague_name,
                                    YdUnitKind  kind);

G_END_DECLS
