/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
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

static inline void
yd_test_painted_cb (GdkFrameClock *clock,
                    gboolean      *painted)
{
  *painted = TRUE;
}

/* Until the window of @widget, itself in sight or not, was laid out and drawn once more. */
static inline void
yd_test_wait_for_picture (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (yd_test_painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

/* Returns: (transfer none) (nullable): the first widget of @type in @widget, itself among them */
static inline GtkWidget *
yd_test_find_widget (GtkWidget *widget,
                     GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = yd_test_find_widget (child, type);

  return found;
}
