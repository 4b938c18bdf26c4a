/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-exported-toast.h"

#include "yd-test-gtk.h"

static gboolean
shows (GtkWidget  *widget,
       const char *words)
{
  gboolean found = GTK_IS_LABEL (widget) &&
                   g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = shows (child, words);

  return found;
}

/* What was exported is named as people read it, with both ways to it; it is there once. */
static void
test_exported (void)
{
  GtkWidget *overlay = g_object_ref_sink (adw_toast_overlay_new ());
  YdToasts *toasts = yd_toasts_new (ADW_TOAST_OVERLAY (overlay));

  yd_exported_toast_add (toasts, "file:///tmp/%E8%A6%81.docx");
  g_assert_true (shows (overlay, "Exported “要.docx”"));
  g_assert_true (shows (overlay, "_Open"));
  g_assert_true (shows (overlay, "Show in _Folder"));

  yd_exported_toast_add (toasts, "file:///tmp/other.docx");
  g_assert_false (shows (overlay, "Exported “other.docx”"));
  g_assert_cmpuint (yd_toasts_count (toasts), ==, 2);

  g_assert_finalize_object (toasts);
  g_assert_finalize_object (overlay);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();
  g_test_add_func ("/exported-toast", test_exported);

  return g_test_run ();
}
