/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-pause.h"

/* Between the pieces of long work the window answers, and draws. An idle of the default priority
 * stands before its frames, and none would be drawn; what is idle would wait for ever on a slow
 * machine, where a bar that moves leaves no time over.
 */

#define PAUSE 1                 /* ms */

/**
 * yd_pause_add:
 * @callback: the next piece; called again after another pause if it returns %G_SOURCE_CONTINUE
 * @user_data: data for @callback
 * @notify: (nullable): lets go of @user_data
 *
 * Goes on with long work after the window had time for a frame.
 *
 * Returns: the number of the source
 */
guint
yd_pause_add (GSourceFunc    callback,
              gpointer       user_data,
              GDestroyNotify notify)
{
  g_return_val_if_fail (callback != NULL, 0);

  return g_timeout_add_full (G_PRIORITY_DEFAULT, PAUSE, callback, user_data, notify);
}
