/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-transient.h"

static void
forget_cb (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

/**
 * yd_transient_watch:
 * @window: a window that is destroyed with its parent, which it has already, or has none
 *
 * GTK goes on to name the parent of a window that it destroyed with it. Where something holds the
 * window longer, as a job does that writes a file, what comes afterwards would read a parent that
 * is no more. So the window forgets its parent when that goes.
 */
void
yd_transient_watch (GtkWindow *window)
{
  GtkWindow *parent;

  g_return_if_fail (GTK_IS_WINDOW (window));

  parent = gtk_window_get_transient_for (window);
  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (forget_cb), window, G_CONNECT_SWAPPED);
}
