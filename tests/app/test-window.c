/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window.h"

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* GTK holds a window until it is destroyed. */
static void
test_empty (void)
{
  YdWindow *window = yd_window_new (NULL, &yd_id_system_source);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  spin ();
  g_assert_null (yd_session_get_plan (yd_window_get_session (window)));

  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_null (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/empty", test_empty);

  return g_test_run ();
}
