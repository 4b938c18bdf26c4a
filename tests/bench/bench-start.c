/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <stdlib.h>

/* From the start of the program to its first frame and away again, on a library with
 * nothing in it, against a program of the same toolkit whose window has a header and
 * one word, so that the theme and a font are there.
 */

#define N_RUNS 7

static gboolean
count_frames_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  guint *n = user_data;

  if (++*n < 2)
    return G_SOURCE_CONTINUE;

  gtk_window_destroy (GTK_WINDOW (widget));
  return G_SOURCE_REMOVE;
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("要点"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_widget_add_tick_callback (window, count_frames_cb, g_new0 (guint, 1), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_bare (void)
{
  g_autoptr(AdwApplication) application =
    adw_application_new ("io.github.yaodian.Bare", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static double
time_command (const char * const *argv)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      int status = 0;

      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL,
                                   G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                                   NULL, NULL, NULL, NULL, &status, NULL));
      g_assert_cmpint (status, ==, 0);
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }

  return best;
}

static void
bench (const char *self,
       const char *program)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.db", NULL);
  const char *bare[] = { self, "--bare", NULL };
  const char *ours[] = { program, "--library", library, "--until-frame", NULL };
  double limit_ms = time_command (bare);
  double ours_ms = time_command (ours);

  g_print ("{\"bench\":\"start\",\"n\":0,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f}\n",
           ours_ms, limit_ms, ours_ms / limit_ms);
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "--bare"))
    return run_bare ();

  if (argc < 2)
    return EXIT_FAILURE;

  bench (argv[0], argv[1]);
  return EXIT_SUCCESS;
}
