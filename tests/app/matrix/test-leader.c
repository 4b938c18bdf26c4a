/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "yd-leader-pages.h"
#include "yd-leader-row.h"
#include "yd-test-script.h"

/* A chapter with a section of two points, and with a point of its own. */
#define SCRIPT \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲章 kind=chapter printed=一、; " \
  "+point s parent=a order=a title=节 printed=（一）; " \
  "+point s1 parent=s order=a title=子 printed=1.; +point s2 parent=s order=b title=丑 printed=2.; " \
  "+point p parent=a order=b title=寅 printed=（二）; " \
  "+unit u name=财政局 order=a; +unit v name=国税局 order=b; +unit w name=教育局 order=c; " \
  "+assignment = point=s1 unit=u role=lead; +assignment = point=s1 unit=v role=responsible; " \
  "+assignment = point=s2 unit=u role=lead; +assignment = point=p unit=w role=responsible; " \
  "+deadline d point=s1 rule=date value=2017-09-15; +deadline e point=s2 rule=date value=2017-08-15"

static void
add_words (GtkWidget *widget,
           GString   *words)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_words (child, words);
}

/* A section names who answers for what is in it, each once, and when the first of that is due. */
static void
test_section (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (SCRIPT);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, "2017-06-20");
  g_autoptr(GPtrArray) pages = yd_leader_pages_list (plan);
  const YdLeaderPage *page = pages->pdata[0];
  g_autoptr(GString) words = g_string_new ("|");
  GtkWidget *row;

  g_assert_cmpuint (page->points->len, ==, 2);
  g_assert_cmpuint (yd_leader_page_count_units (page, plan), ==, 3);

  row = g_object_ref_sink (yd_leader_row_new (plan, page->points->pdata[0], schedule));
  add_words (row, words);
  g_assert_nonnull (strstr (words->str, "|财政局|"));
  g_assert_nonnull (strstr (words->str, "|国税局|"));
  g_assert_nonnull (strstr (words->str, "|8/15|"));
  g_object_unref (row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/leader/section", test_section);

  return g_test_run ();
}
