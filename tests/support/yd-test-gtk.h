/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

#include "yd-icons.h"

/* GTK 4.8 rounds the two sizes of a revealer that is on its way differently, and asks the surface
 * of a popover that has just gone where the pointer is. It complains about itself then; whether it
 * does hangs on the moment. Nothing else is forgiven.
 */
static inline gboolean
yd_test_minds_message (const char     *domain,
                       GLogLevelFlags  level,
                       const char     *message,
                       gpointer        user_data)
{
  return strstr (message, "Expect overlapping widgets") == NULL &&
         strstr (message, "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE") == NULL;
}

/* To be called after g_test_init(): what may happen to any window by chance does not happen. */
static inline void
yd_test_gtk_prepare (void)
{
  yd_icons_keep ();
  g_test_log_set_fatal_handler (yd_test_minds_message, NULL);
}
