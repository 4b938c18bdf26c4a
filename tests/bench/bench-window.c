/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "bench-document.h"
#include "bench-widget.h"
#include "yd-plan-edits.h"
#include "yd-test-watchdog.h"
#include "yd-window.h"

/* The longest time in which the window answers to nothing while somebody works with
 * it, one line for each thing done. The limit is what a person does not notice. Both
 * clocks are printed: the one on the wall counts other programs too.
 */

#define LIMIT_MS 100.0

typedef struct
{
  const char *phase;
  void      (*func) (YdWindow   *window,
                     const char *argument);
  const char *argument;
} Step;

static char *document;
static char *plan_id;

static void
iterate_for (gint64 usec)
{
  gint64 end = g_get_monotonic_time () + usec;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* What comes of it may be done later, when the person pauses. */
static void
wait_until_idle (YdWindow *window)
{
  do
    iterate_for (G_USEC_PER_SEC * 6 / 10);
  while (yd_window_get_busy (window) ||
         !yd_session_get_settled (yd_window_get_session (window)));
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static YdPlan *
get_plan (YdWindow *window)
{
  return yd_session_get_plan (yd_window_get_session (window));
}

/* Reading may take longer than any pause on a machine with much to do. */
static void
wait_for_plan (YdWindow *window)
{
  while (get_plan (window) == NULL)
    iterate_for (G_USEC_PER_SEC / 10);
}

static void
open_document (YdWindow   *window,
               const char *argument)
{
  g_autoptr(GFile) file = g_file_new_for_path (document);

  yd_window_open (window, file);
  wait_for_plan (window);
}

static void
reopen_plan (YdWindow   *window,
             const char *argument)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-plan", "s", plan_id);
  wait_for_plan (window);
}

static void
show_page (YdWindow   *window,
           const char *argument)
{
  yd_window_show_page (window, argument);
}

static void
act (YdWindow   *window,
     const char *argument)
{
  GtkWidget *widget = g_str_has_prefix (argument, "win.")
                      ? GTK_WIDGET (window) : GTK_WIDGET (yd_window_get_page (window));

  g_assert_true (gtk_widget_activate_action (widget, argument, NULL));
}

/* Typed behind what is there; or nothing, which clears the field. */
static void
type (YdWindow   *window,
      const char *argument)
{
  GtkWidget *entry = bench_find_widget (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  int position = -1;

  if (argument == NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_editable_insert_text (GTK_EDITABLE (entry), argument, -1, &position);
}

static void
select_point (YdWindow   *window,
              const char *argument)
{
  GListModel *points = yd_space_get_rows (YD_SPACE (get_plan (window)), YD_KIND_POINT);
  g_autoptr(YdRow) point = g_list_model_get_item (points,
                                                  g_list_model_get_n_items (points) * 3 / 4);

  yd_session_set_selected (yd_window_get_session (window), point);
}

static void
rename_first (YdWindow   *window,
              const char *argument)
{
  YdSession *session = yd_window_get_session (window);
  g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (get_plan (window)), 0);
  g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);
  g_autoptr(GError) error = NULL;

  yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_TITLE,
                  yd_row_get_cell (point, YD_POINT_TITLE), "另一个标题");
  yd_session_commit (session, edit, &error);
  g_assert_no_error (error);
}

/* What was opened in front of it. */
static void
close_others (YdWindow   *window,
              const char *argument)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window)
      gtk_window_destroy (l->data);
}

static const Step steps[] = {
  { "document",      open_document, NULL                    },
  { "expand-all",    act,           "outline.expand-all"    },
  { "select",        select_point,  NULL                    },
  { "find",          act,           "win.find"              },
  { "filter",        type,          "第99"                  },
  { "filter-more",   type,          "7"                     },
  { "filter-none",   type,          NULL                    },
  { "filter-letter", type,          "tj"                    },
  { "filter-end",    type,          NULL                    },
  { "rename",        rename_first,  NULL                    },
  { "undo-rename",   act,           "win.undo"              },
  { "collapse-all",  act,           "outline.collapse-all"  },
  { "source",        show_page,     "source"                },
  { "review",        act,           "source.review"         },
  { "accept",        act,           "source.accept"         },
  { "accept-sure",   act,           "source.accept-sure"    },
  { "undo-sure",     act,           "win.undo"              },
  { "redo-sure",     act,           "win.redo"              },
  { "finish",        act,           "source.finish"         },
  { "source-again",  show_page,     "source"                },
  { "outline-again", show_page,     "outline"               },
  { "problems",      act,           "win.problems"          },
  { "calendar",      show_page,     "calendar"              },
  { "print-agenda",  act,           "win.print"             },
  { "agenda-end",    close_others,  NULL                    },
  { "matrix",        show_page,     "matrix"                },
  { "print-matrix",  act,           "win.print"             },
  { "matrix-end",    close_others,  NULL                    },
  { "close",         act,           "win.close-plan"        },
  { "plan",          reopen_plan,   NULL                    },
};

static void
report (YdWindow   *window,
        const char *phase,
        guint       n_points)
{
  YdTestBlock block;

  wait_until_idle (window);
  block = yd_test_watchdog_take ();
  g_print ("{\"bench\":\"window-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,"
           "\"ratio\":%.2f,\"thread_ms\":%.1f}\n", phase, n_points, block.wall_ms,
           LIMIT_MS, block.wall_ms / LIMIT_MS, block.thread_ms);
}

static void
bench (guint n_points)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.db", NULL);
  YdWindow *window;

  document = g_build_filename (folder, "document.txt", NULL);
  bench_write_document (document, n_points);
  yd_test_watchdog_take ();
  window = yd_window_new (NULL, &yd_id_system_source);
  gtk_window_present (GTK_WINDOW (window));
  yd_window_open_library (window, library);
  report (window, "start", n_points);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      steps[i].func (window, steps[i].argument);
      report (window, steps[i].phase, n_points);
      if (plan_id == NULL && get_plan (window) != NULL)
        plan_id = g_strdup (yd_space_get_id (YD_SPACE (get_plan (window))));
    }

  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_pointer (&document, g_free);
  g_clear_pointer (&plan_id, g_free);
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  bench_load_style ();
  yd_test_watchdog_start ();
  g_timeout_add (20, wake_cb, NULL);

  if (argc < 2)
    {
      bench (1000);
      bench (10000);
      bench (100000);
    }

  for (int i = 1; i < argc; i++)
    bench (atoi (argv[i]));

  return EXIT_SUCCESS;
}
