/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-draft-row.h"

#include "yd-test-gtk.h"

static GtkWidget *
find_give_up (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "edit-undo-symbolic") == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_give_up (child);

  return found;
}

static void
check (YdDraftRow *row,
       const char *text,
       gboolean    outdated)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, text);
  g_assert_true (yd_draft_row_is_outdated (row) == outdated);
  g_assert_true (gtk_widget_get_visible (find_give_up (GTK_WIDGET (row))) == outdated);
}

/* Who types what others say has nothing to choose; on the way to other words that settles nothing.
 */
static void
test_same (void)
{
  g_autoptr(YdDraftRow) row = g_object_ref_sink (YD_DRAFT_ROW (yd_draft_row_new ("Name")));
  GtkEditable *text = GTK_EDITABLE (row);

  yd_draft_row_show (row, "old");
  gtk_editable_set_text (text, "mine");
  check (row, "mine", FALSE);
  g_assert_true (yd_draft_row_update (row, "theirs"));
  check (row, "mine", TRUE);

  gtk_editable_set_text (text, "theirs");
  check (row, "theirs", FALSE);
  g_assert_false (yd_draft_row_is_draft (row));
  gtk_editable_set_text (text, "theirs, and more");
  check (row, "theirs, and more", TRUE);

  gtk_editable_set_text (text, "theirs");
  yd_draft_row_show (row, "theirs");
  gtk_editable_set_text (text, "next");
  check (row, "next", FALSE);
  g_assert_true (yd_draft_row_is_draft (row));
}

/* The button takes what is there now. */
static void
test_give_up (void)
{
  g_autoptr(YdDraftRow) row = g_object_ref_sink (YD_DRAFT_ROW (yd_draft_row_new ("Name")));

  yd_draft_row_show (row, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "mine");
  yd_draft_row_update (row, "theirs");
  g_signal_emit_by_name (find_give_up (GTK_WIDGET (row)), "clicked");
  check (row, "theirs", FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

  g_test_add_func ("/draft-row/same", test_same);
  g_test_add_func ("/draft-row/give-up", test_give_up);

  return g_test_run ();
}
