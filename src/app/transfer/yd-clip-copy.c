/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clip-copy.h"

#include "yd-clip-write.h"
#include "yd-point-table.h"

/**
 * yd_clip_copy_points:
 * @clipboard: a clipboard
 * @plan: a plan
 * @points: (element-type YdRow): points of it, in the order in which they shall stand
 *
 * Puts a table of the points on the clipboard.
 */
void
yd_clip_copy_points (GdkClipboard *clipboard,
                     YdPlan       *plan,
                     GPtrArray    *points)
{
  g_autoptr(YdTable) table = yd_point_table_new (plan, points);

  yd_clip_put (clipboard, table);
}
