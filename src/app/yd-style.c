/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-style.h"

#include <gtk/gtk.h>

/* Below what libadwaita loads, so that dark and high contrast change it. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1)
#define LOADED "yd-style-pages"

/**
 * yd_style_load_pages:
 *
 * Has the display show what the pages look like, unless it does so already. It is most of the
 * stylesheet, and the first frame shows nothing of it.
 */
void
yd_style_load_pages (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr(GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), LOADED) != NULL)
    return;

  g_object_set_data (G_OBJECT (display), LOADED, GINT_TO_POINTER (TRUE));
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/yaodian/Yaodian/pages.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), PRIORITY);
}
