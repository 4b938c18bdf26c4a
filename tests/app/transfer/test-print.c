/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "yd-page-pager.h"
#include "yd-print.h"
#include "yd-print-window.h"
#include "yd-table-pages.h"
#include "yd-test-gtk.h"

/* The preview, and what goes to the printer. */

typedef struct
{
  char      *folder;
  YdPages   *pages;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(YdTable) table = yd_table_new ("表", "时限一览表");

  yd_table_add_column (table, "a", "序号", 1, YD_ALIGN_CENTER);
  yd_table_add_column (table, "b", "任务", 9, YD_ALIGN_START);
  for (guint i = 0; i < 90; i++)
    yd_table_append_row (table, (const char *[]) { "1", "制定本单位实施方案" });

  fixture->folder = g_dir_make_tmp ("yd-print-XXXXXX", NULL);
  fixture->pages = yd_table_pages_new (table, NULL, NULL);
  g_assert_cmpuint (yd_pages_get_n_pages (fixture->pages), >=, 3);
  fixture->window = yd_print_window_new (NULL, fixture->pages);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);

  /* A file that is still written when the window goes holds its pages. */
  while (G_OBJECT (fixture->pages)->ref_count > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  g_assert_finalize_object (fixture->pages);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

/* What is done, and which page is there then; the last page is 99. */
static const struct
{
  const char *action;
  int         parameter;
  guint       page;
} steps[] = {
  { "pages.previous", 0,  0  },
  { "pages.next",     0,  1  },
  { "pages.next",     0,  2  },
  { "pages.previous", 0,  1  },
  { "pages.end",      1,  99 },
  { "pages.next",     0,  99 },
  { "pages.end",      -1, 0  },
};

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pager = find (fixture->window, YD_TYPE_PAGE_PAGER);
  const guint last = yd_pages_get_n_pages (fixture->pages) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].parameter != 0)
        gtk_widget_activate_action (pager, steps[i].action, "i", steps[i].parameter);
      else
        gtk_widget_activate_action (pager, steps[i].action, NULL);
      g_assert_cmpuint (yd_page_pager_get_page (YD_PAGE_PAGER (pager)), ==,
                        MIN (steps[i].page, last));
    }

  /* A document with fewer pages shows its last one. */
  gtk_widget_activate_action (pager, "pages.end", "i", 1);
  {
    g_autoptr(YdTable) table = yd_table_new ("表", "一页");
    g_autoptr(YdPages) one = NULL;

    yd_table_add_column (table, "a", "序号", 1, YD_ALIGN_CENTER);
    one = yd_table_pages_new (table, NULL, NULL);
    yd_page_pager_set_pages (YD_PAGE_PAGER (pager), one);
    g_assert_cmpuint (yd_page_pager_get_page (YD_PAGE_PAGER (pager)), ==, 0);
    yd_page_pager_set_pages (YD_PAGE_PAGER (pager), fixture->pages);
  }
}

/* Backwards one gets out of the preview, not to its sheet again and again. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *pager = find (fixture->window, YD_TYPE_PAGE_PAGER);

  gtk_widget_grab_focus (pager);
  g_assert_nonnull (gtk_widget_get_focus_child (pager));
  g_assert_false (gtk_widget_child_focus (pager, GTK_DIR_TAB_BACKWARD));
}

static void
assert_pdf (Fixture    *fixture,
            const char *path)
{
  g_autofree char *text = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &text, &len, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_assert_cmpmem (text + len - 6, 6, "%%EOF\n", 6);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  yd_print_window_save_to (YD_PRINT_WINDOW (fixture->window), file);
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
  assert_pdf (fixture, path);
  g_assert_nonnull (fixture->window);
}

/* Whoever closes the window while it writes gets no file, or a whole one. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  yd_print_window_save_to (YD_PRINT_WINDOW (fixture->window), file);
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    assert_pdf (fixture, path);
}

/* It may also go at once, with the window behind it. */
static void
test_destroy (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkWidget *window = g_object_ref (fixture->window);

  yd_print_window_save_to (YD_PRINT_WINDOW (window), file);
  gtk_window_destroy (GTK_WINDOW (window));
  while (G_OBJECT (window)->ref_count > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (window);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    assert_pdf (fixture, path);
}

typedef struct
{
  gboolean                called;
  GtkPrintOperationResult result;
} Printed;

static void
printed_cb (GtkPrintOperationResult  result,
            const GError            *error,
            gpointer                 user_data)
{
  Printed *printed = user_data;

  g_assert_no_error (error);
  *printed = (Printed) { TRUE, result };
}

/* What a printer would be sent, in a file. */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  Printed printed = { FALSE };

  yd_print_run (fixture->pages, GTK_WINDOW (fixture->window), GTK_PRINT_OPERATION_ACTION_EXPORT,
                path, printed_cb, &printed);
  while (!printed.called)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (printed.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  assert_pdf (fixture, path);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Makes three pages for one paper and one for another, when the loop comes to it. */

#define TEST_TYPE_MAKER (test_maker_get_type ())
G_DECLARE_FINAL_TYPE (TestMaker, test_maker, TEST, MAKER, YdPageMaker)

struct _TestMaker
{
  YdPageMaker  parent_instance;
  YdPages     *pages[2];
};

G_DEFINE_FINAL_TYPE (TestMaker, test_maker, YD_TYPE_PAGE_MAKER)

static const char *
test_maker_get_title (YdPageMaker *maker)
{
  return "表";
}

static const char * const *
test_maker_list_papers (YdPageMaker *maker)
{
  static const char * const papers[] = { "A4", "A3", NULL };

  return papers;
}

static gboolean
return_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_object_ref (g_task_get_task_data (task)), g_object_unref);

  return G_SOURCE_REMOVE;
}

static void
test_maker_make_async (YdPageMaker         *maker,
                       guint                paper,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (maker, cancellable, callback, user_data);

  g_task_set_task_data (task, TEST_MAKER (maker)->pages[paper], NULL);
  g_idle_add (return_cb, task);
}

static double
test_maker_get_fraction (YdPageMaker *maker)
{
  return -1;
}

static void
test_maker_class_init (TestMakerClass *klass)
{
  YdPageMakerClass *maker_class = YD_PAGE_MAKER_CLASS (klass);

  maker_class->get_title = test_maker_get_title;
  maker_class->list_papers = test_maker_list_papers;
  maker_class->make_async = test_maker_make_async;
  maker_class->get_fraction = test_maker_get_fraction;
}

static void
test_maker_init (TestMaker *self)
{
}

/* The window is there before its pages, and shows others for another paper; closed meanwhile, it
 * does not wait for them.
 */
static void
test_making (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TestMaker) maker = g_object_new (TEST_TYPE_MAKER, NULL);
  g_autoptr(YdTable) table = yd_table_new ("表", "一页");
  g_autoptr(YdPages) one = NULL;
  GtkWidget *window;
  GtkDropDown *paper;

  yd_table_add_column (table, "a", "序号", 1, YD_ALIGN_CENTER);
  one = yd_table_pages_new (table, NULL, NULL);
  maker->pages[0] = fixture->pages;
  maker->pages[1] = one;
  window = yd_print_window_new_with_maker (NULL, YD_PAGE_MAKER (maker));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (yd_print_window_get_pages (YD_PRINT_WINDOW (window)));
  while (yd_print_window_get_pages (YD_PRINT_WINDOW (window)) != fixture->pages)
    g_main_context_iteration (NULL, TRUE);

  paper = GTK_DROP_DOWN (find (window, GTK_TYPE_DROP_DOWN));
  gtk_widget_grab_focus (GTK_WIDGET (paper));
  gtk_drop_down_set_selected (paper, 1);
  while (yd_print_window_get_pages (YD_PRINT_WINDOW (window)) != one)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));

  gtk_drop_down_set_selected (paper, 0);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add ("/print/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/print/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/print/making", Fixture, NULL, set_up, test_making, tear_down);
  g_test_add ("/print/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/print/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/print/destroy", Fixture, NULL, set_up, test_destroy, tear_down);
  g_test_add ("/print/print", Fixture, NULL, set_up, test_print, tear_down);

  return g_test_run ();
}
