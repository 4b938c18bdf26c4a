/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "yd-problems-page.h"

#include "yd-id.h"
#include "yd-test-watchdog.h"

/* What it takes to look through a plan of 10,000 points and 500 units in which much is to be
 * found: the longest of the steps in which the window does it, all of them together, and what
 * the page of problems holds the main loop for when it is filled, and when a kind is folded.
 */

#define LIMIT_MS 30.0
#define PIECES 10               /* as YdFindings has them, and then looks at the clock */
#define SLICE (8 * 1000)        /* in microseconds */
#define N_UNITS 500
#define N_MARKS 4

static double
get_msec (void)
{
  return yd_test_get_thread_time () / 1000.0;
}

static void
print_line (const char *name,
            guint       n,
            double      ours,
            guint       n_findings)
{
  g_print ("{\"bench\":\"check-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
           "\"findings\":%u}\n", name, n, ours, LIMIT_MS, ours / LIMIT_MS, n_findings);
}

/* One in eight has a twin that is written out. */
static void
put_unit (YdEdit *edit,
          guint   n)
{
  static const char * const ends[] = { "局", "管理局", "委", "委员会", "中心", "公司", "办", "办公室" };
  g_autofree char *id = g_strdup_printf ("u%u", n);
  g_autofree char *order = g_strdup_printf ("%08uaa", n);
  g_autofree char *name = g_strdup_printf ("市第%u%s", n / 2, ends[n % G_N_ELEMENTS (ends)]);

  yd_edit_create (edit, YD_KIND_UNIT, id);
  yd_edit_put (edit, YD_UNIT_NAME, name);
  yd_edit_put (edit, YD_UNIT_ORDER, order);
}

static void
put_point (YdEdit     *edit,
           guint       n,
           const char *parent)
{
  g_autofree char *id = g_strdup_printf ("p%u", n);
  g_autofree char *order = g_strdup_printf ("%08uaa", n);
  g_autofree char *title = g_strdup_printf ("推进第%u项工作信息公开", n / 2);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_put (edit, YD_POINT_ORDER, order);
  yd_edit_put (edit, YD_POINT_TITLE, title);
  yd_edit_put (edit, YD_POINT_TEXT, "围绕权力运行全流程及时公开进展，由市教育局负责，7月1日前完成。");
  if (parent != NULL)
    yd_edit_put (edit, YD_POINT_PARENT, parent);
}

static void
put_marks (YdEdit *edit,
           guint   point)
{
  static const char * const roles[] = { "lead", "lead", "support", "responsible" };
  g_autofree char *point_id = g_strdup_printf ("p%u", point);
  g_autofree char *deadline = g_strdup_printf ("d%u", point);

  for (guint n = 0; n < N_MARKS; n++)
    {
      g_autofree char *unit_id = g_strdup_printf ("u%u", (point * 31 + n * 127) % N_UNITS);
      g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point_id, unit_id, NULL);

      yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
      yd_edit_put (edit, YD_ASSIGNMENT_POINT, point_id);
      yd_edit_put (edit, YD_ASSIGNMENT_UNIT, unit_id);
      yd_edit_put (edit, YD_ASSIGNMENT_ROLE, roles[n]);
    }

  yd_edit_create (edit, YD_KIND_DEADLINE, deadline);
  yd_edit_put (edit, YD_DEADLINE_POINT, point_id);
  yd_edit_put (edit, YD_DEADLINE_ORIGIN, "stated");
  yd_edit_put (edit, YD_DEADLINE_RULE, "date");
  yd_edit_put (edit, YD_DEADLINE_VALUE, "2017-07-01");
}

static YdPlan *
make_plan (guint n_points)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.create", NULL);
  g_autofree char *chapter = NULL;
  g_autoptr(GError) error = NULL;

  yd_edit_create (edit, YD_KIND_PLAN, "plan");
  yd_edit_put (edit, YD_PLAN_TITLE, "要点");
  yd_edit_put (edit, YD_PLAN_ISSUED, "2017-06-01");
  for (guint i = 0; i < N_UNITS; i++)
    put_unit (edit, i);
  for (guint i = 0; i < n_points; i++)
    {
      if (i % 100 == 0)
        {
          g_free (chapter);
          chapter = g_strdup_printf ("p%u", i);
        }
      put_point (edit, i, i % 100 == 0 ? NULL : chapter);
      if (i % 100 != 0)
        put_marks (edit, i);
    }

  yd_edit_seal (edit, "edit");
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);

  return plan;
}

/* Half of the units are known, under a name that another one has too. */
static YdDirectory *
make_directory (void)
{
  g_autoptr(YdOffice) office = yd_office_new ("office");
  g_autoptr(YdEdit) edit = yd_edit_new ("unit.add", NULL);

  for (guint i = 0; i < N_UNITS; i++)
    put_unit (edit, i);
  yd_edit_seal (edit, "edit");
  g_assert_true (yd_space_apply (YD_SPACE (office), edit, NULL));

  return yd_directory_new (office);
}

/* One step as the window does it. */
static gboolean
step (YdCheck *check)
{
  const gint64 end = g_get_monotonic_time () + SLICE;

  while (!yd_check_step (check, PIECES))
    if (g_get_monotonic_time () >= end)
      return FALSE;

  return TRUE;
}

static void
measure_steps (YdPlan *plan,
               guint   n_points)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_new (2017, 6, 1));
  g_autoptr(YdDirectory) directory = make_directory ();
  double start = get_msec (), longest = 0, sum;
  g_autoptr(YdCheck) check = yd_check_new (plan, schedule, directory);
  gboolean done = FALSE;

  print_line ("begin", n_points, sum = get_msec () - start, 0);
  while (!done)
    {
      double spent;

      start = get_msec ();
      done = step (check);
      spent = get_msec () - start;
      longest = MAX (longest, spent);
      sum += spent;
    }

  print_line ("step", n_points, longest, yd_check_get_findings (check)->len);
  print_line ("all", n_points, sum, yd_check_get_findings (check)->len);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static void
wait_for_list (GListModel *model,
               guint       n_before)
{
  while (g_list_model_get_n_items (model) == n_before || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

/* From a plan that is shown until its problems are; then a kind is unfolded that was folded for
 * its many lines, and all are filled in once more as after an edit.
 */
static void
measure_page (YdPlan *plan,
              guint   n_points)
{
  g_autoptr(YdSession) session = yd_session_new (&yd_id_system_source);
  GtkWidget *page = g_object_new (YD_TYPE_PROBLEMS_PAGE, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = find_list (page);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  double start;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  yd_page_set_session (YD_PAGE (page), session);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);

  yd_session_show (session, plan, NULL, NULL);
  yd_session_get_schedule (session);
  yd_test_watchdog_take ();
  wait_for_list (model, 0);
  print_line ("page", n_points, yd_test_watchdog_take ().thread_ms,
              g_list_model_get_n_items (model));

  start = get_msec ();
  g_signal_emit_by_name (list, "activate", 0);
  print_line ("unfold", n_points, get_msec () - start, g_list_model_get_n_items (model));
  start = get_msec ();
  g_signal_emit_by_name (yd_session_get_findings (session), "changed");
  print_line ("refill", n_points, get_msec () - start, g_list_model_get_n_items (model));

  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  g_timeout_add (20, wake_cb, NULL);
  yd_test_watchdog_start ();
  for (int i = 1; i < argc; i++)
    {
      const guint n_points = atoi (argv[i]);
      g_autoptr(YdPlan) plan = make_plan (n_points);

      measure_steps (plan, n_points);
      measure_page (plan, n_points);
    }

  return EXIT_SUCCESS;
}
