/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>

#include "yd-window.h"

/* The longest time in which the window answers to nothing while a document is read
 * and shown, an edit is made and taken back, and the plan is closed and opened again.
 * The limit is what a person does not notice.
 */

#define LIMIT_MS 100.0

static gint64 last_time;
static gint64 longest;
static GString *phases;

static gboolean
tick_cb (gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();

  if (last_time != 0)
    longest = MAX (longest, now - last_time);
  last_time = now;

  return G_SOURCE_CONTINUE;
}

/* Returns: how long @what held the window, in milliseconds */
static double
wait_until_idle (YdWindow   *window,
                 const char *what)
{
  gint64 end = 0;
  double ms;

  longest = 0;
  while (end == 0 || g_get_monotonic_time () < end)
    {
      gboolean busy = yd_window_get_busy (window) ||
                      !yd_session_get_settled (yd_window_get_session (window));

      end = busy ? 0 : end != 0 ? end : g_get_monotonic_time () + G_USEC_PER_SEC / 2;
      g_main_context_iteration (NULL, TRUE);
    }

  ms = longest / 1000.0;
  g_string_append_printf (phases, ",\"%s_ms\":%.1f", what, ms);

  return ms;
}

static void
write_document (const char *path,
                guint       n_points)
{
  g_autoptr(GString) text = g_string_new ("2017年工作要点\n");

  for (guint i = 0; i < n_points; i++)
    {
      if (i % 100 == 0)
        g_string_append_printf (text, "%u、第%u章\n", i / 100 + 1, i / 100 + 1);
      g_string_append_printf (text, "（%u）推进第%u项政务公开。围绕权力运行全流程及时公开进展，6月底前完成。"
                              "（市财政局牵头，市审改办、市直有关部门配合）\n", i % 100 + 1, i + 1);
    }

  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
}

static void
rename_first (YdWindow *window)
{
  YdSession *session = yd_window_get_session (window);
  YdPlan *plan = yd_session_get_plan (session);
  g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (plan), 0);
  g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);

  yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_TITLE,
                  yd_row_get_cell (point, YD_POINT_TITLE), "另一个标题");
  g_assert_true (yd_session_commit (session, edit, NULL));
}

static void
bench (guint n_points)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.db", NULL);
  g_autofree char *path = g_build_filename (folder, "document.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  YdWindow *window = yd_window_new (NULL, &yd_id_system_source);
  g_autofree char *id = NULL;
  double ms = 0;

  phases = g_string_new (NULL);
  write_document (path, n_points);
  gtk_window_present (GTK_WINDOW (window));
  yd_window_open_library (window, library);
  wait_until_idle (window, "start");

  yd_window_open (window, file);
  ms = fmax (ms, wait_until_idle (window, "document"));
  g_assert_nonnull (yd_session_get_plan (yd_window_get_session (window)));
  id = g_strdup (yd_space_get_id (YD_SPACE (yd_session_get_plan (yd_window_get_session (window)))));
  rename_first (window);
  ms = fmax (ms, wait_until_idle (window, "edit"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ms = fmax (ms, wait_until_idle (window, "undo"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-plan", NULL);
  ms = fmax (ms, wait_until_idle (window, "close"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-plan", "s", id);
  ms = fmax (ms, wait_until_idle (window, "plan"));

  g_print ("{\"bench\":\"open-window\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,"
           "\"ratio\":%.2f%s}\n", n_points, ms, LIMIT_MS, ms / LIMIT_MS, phases->str);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  g_timeout_add (1, tick_cb, NULL);

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
