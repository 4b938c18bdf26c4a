/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "bench-document.h"

/* From the start of the program to its first frame and away again: on a library with
 * nothing in it, and on one with a plan of many points. The limits are programs whose
 * window has one word in it, so that the theme and a font are there: one with GTK
 * alone, and one with the toolkit that this program has. They take turns, so that a
 * machine that becomes busy is so for all; the best run of each counts.
 */

#define N_RUNS 9
#define N_POINTS 10000

typedef struct
{
  const char *argv[5];
  double      wall_ms;
  double      processor_ms;
} Program;

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
show (GtkWidget *window)
{
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_widget_add_tick_callback (window, count_frames_cb, g_new0 (guint, 1), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate_gtk_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("要点"));
  show (window);
}

static void
activate_adw_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("要点"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  show (window);
}

static int
run_bare (gboolean adw)
{
  const char *id = "io.github.yaodian.Bare";
  g_autoptr(GtkApplication) application =
    adw ? GTK_APPLICATION (adw_application_new (id, G_APPLICATION_NON_UNIQUE))
        : gtk_application_new (id, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate",
                    adw ? G_CALLBACK (activate_adw_cb) : G_CALLBACK (activate_gtk_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* Returns: the processor time of all children that ended, in milliseconds */
static double
get_processor_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void
run (Program *program)
{
  const gint64 start = g_get_monotonic_time ();
  double processor_ms = get_processor_ms ();
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) program->argv, NULL,
                               G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  program->wall_ms = MIN (program->wall_ms, (g_get_monotonic_time () - start) / 1000.0);
  program->processor_ms = MIN (program->processor_ms, get_processor_ms () - processor_ms);
}

static void
print (const char    *name,
       guint          n_points,
       const Program *ours,
       const Program *limit)
{
  g_print ("{\"bench\":\"%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
           "\"ours_processor_ms\":%.1f,\"limit_processor_ms\":%.1f}\n", name, n_points,
           ours->wall_ms, limit->wall_ms, ours->wall_ms / limit->wall_ms, ours->processor_ms,
           limit->processor_ms);
}

static char *
make_library (const char *folder,
              const char *ctl)
{
  g_autofree char *document = g_build_filename (folder, "document.txt", NULL);
  char *library = g_build_filename (folder, "full.db", NULL);
  const char *argv[] = { ctl, "--library", library, "import", document, NULL };
  int status = 0;

  bench_write_document (document, N_POINTS);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);

  return library;
}

static void
bench (const char *self,
       const char *yaodian,
       const char *ctl)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.db", NULL);
  g_autofree char *full = make_library (folder, ctl);
  Program programs[] = {
    { { self, "--bare-gtk" },                          G_MAXDOUBLE, G_MAXDOUBLE },
    { { self, "--bare-adw" },                          G_MAXDOUBLE, G_MAXDOUBLE },
    { { yaodian, "--until-frame", "--library", empty }, G_MAXDOUBLE, G_MAXDOUBLE },
    { { yaodian, "--until-frame", "--library", full },  G_MAXDOUBLE, G_MAXDOUBLE },
  };

  for (guint i = 0; i < N_RUNS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (programs); j++)
      run (&programs[j]);

  print ("start", 0, &programs[2], &programs[0]);
  print ("start-adw", 0, &programs[2], &programs[1]);
  print ("start-plan", N_POINTS, &programs[3], &programs[0]);
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && g_str_has_prefix (argv[1], "--bare"))
    return run_bare (g_str_equal (argv[1], "--bare-adw"));

  if (argc < 3)
    return EXIT_FAILURE;

  bench (argv[0], argv[1], argv[2]);
  return EXIT_SUCCESS;
}
