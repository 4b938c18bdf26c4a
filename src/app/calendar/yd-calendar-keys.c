/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-keys.h"

/**
 * yd_calendar_find_shift:
 * @keyval: a key that is pressed together with Shift
 *
 * Returns: by how many working days it moves what is chosen: one with the arrows, five with
 *   the pages, 0 if it is another key (UI.md §7)
 */
int
yd_calendar_find_shift (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -1;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return 1;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -5;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return 5;

    default:
      return 0;
    }
}
