/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-row.h"

G_BEGIN_DECLS

/* The fields that all facts have, without a search in the schema: pages look at tens
 * of thousands of rows at once.
 */

static inline guint
yd_fact_get_check_field (YdRow *row)
{
  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_POINT:
      return YD_POINT_CHECK;
    case YD_KIND_ASSIGNMENT:
      return YD_ASSIGNMENT_CHECK;
    case YD_KIND_DEADLINE:
      return YD_DEADLINE_CHECK;
    case YD_KIND_DEPENDENCY:
      return YD_DEPENDENCY_CHECK;
    case YD_KIND_REFERENCE:
      return YD_REFERENCE_CHECK;
    default:
      return YD_FIELD_DELETED;
    }
}

static inline gboolean
yd_fact_is_proposed (YdRow *row)
{
  return g_strcmp0 (yd_row_get_cell (row, yd_fact_get_check_field (row)), "proposed") == 0;
}

/* Returns: (nullable): where it was read, in canonical text */
static inline const char *
yd_fact_get_span (YdRow *row)
{
  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_POINT:
      return yd_row_get_cell (row, YD_POINT_SPAN);
    case YD_KIND_ASSIGNMENT:
      return yd_row_get_cell (row, YD_ASSIGNMENT_SPAN);
    case YD_KIND_DEADLINE:
      return yd_row_get_cell (row, YD_DEADLINE_SPAN);
    case YD_KIND_DEPENDENCY:
      return yd_row_get_cell (row, YD_DEPENDENCY_SPAN);
    case YD_KIND_REFERENCE:
      return yd_row_get_cell (row, YD_REFERENCE_SPAN);
    default:
      return NULL;
    }
}

G_END_DECLS
