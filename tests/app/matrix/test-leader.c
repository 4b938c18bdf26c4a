/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "yd-leader-pages.h"
#include "yd-leader-row.h"
#include "yd-test-gtk.h"
#include "yd-test-script.h"

/* A chapter with a section of two points, one of which was taken apart, and with a point of its
 * own; and one with a section that somebody answers for himself.
 */
#define SCRIPT \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲章 kind=chapter printed=一、; " \
  "+point s parent=a order=a title=节 printed=（一）; " \
  "+point s1 parent=s order=a title=子 printed=1.; +point s2 parent=s order=b title=丑 printed=2.; " \
  "+point s2a parent=s2 order=a kind=duty; +point s2b parent=s2 order=b kind=duty; " \
  "+point p parent=a order=b title=寅 printed=（二）; " \
  "+point b order=b title=乙章 kind=chapter printed=二、; " \
  "+point t parent=b order=a title=段 printed=（一）; " \
  "+point t1 parent=t order=a title=卯 printed=1.; " \
  "+unit u name=财政局 order=a; +unit v name=国税局 order=b; +unit w name=教育局 order=c; " \
  "+assignment = point=s1 unit=u role=lead; +assignment = point=s2a unit=v role=responsible; " \
  "+assignment = point=s2b unit=u role=responsible; " \
  "+assignment = point=p unit=w role=responsible; +assignment = point=t unit=v role=lead; " \
  "+assignment = point=t1 unit=w role=responsible; " \
  "+deadline d point=s2a rule=date value=2017-09-15; " \
  "+deadline e point=s2b rule=date value=2017-08-15; " \
  "+deadline f point=t1 rule=date value=2017-07-15"

static void
add_words (GtkWidget *widget,
           GString   *words)
{
  if (gtk_widget_has_css_class (widget, "yd-leader-light"))
    g_string_append (words, "light:|");
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_words (child, words);
}

/* What stands on a page: `[节] 子`, a head and a row. */
static char *
dup_page (const YdLeaderPage *page)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < page->points->len; i++)
    {
      YdPoint *head = yd_leader_page_get_head (page, i);

      if (head != NULL)
        g_string_append_printf (words, "[%s] ", yd_point_get_title (head));
      g_string_append_printf (words, "%s ", yd_point_get_title (page->points->pdata[i]));
    }

  return g_strchomp (g_strdup (words->str));
}

/* Each point of a section is a row below its head; the section is one only where somebody answers
 * for it, or something is due, and then it is its own head.
 */
static void
test_section (void)
{
  static const char * const wanted[] = { "[节] 子 丑 [甲章] 寅", "段 卯" };
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (SCRIPT);
  g_autoptr(GPtrArray) pages = yd_leader_pages_list (plan);

  g_assert_cmpuint (pages->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *found = dup_page (pages->pdata[i]);

      g_assert_cmpstr (found, ==, wanted[i]);
    }
  g_assert_cmpuint (yd_leader_page_count_units (pages->pdata[0], plan), ==, 3);
}

typedef struct
{
  guint       page;
  guint       row;
  const char *has;
  const char *has_not;
} RowCase;

/* A row names who answers for what is in it, each once, and when the first of that is due; what has
 * rows of its own is none of that.
 */
static void
test_rows (void)
{
  static const RowCase cases[] = {
    { 0, 0, "|财政局|", "|国税局|" }, { 0, 1, "|国税局、财政局|", "|9/15|" },
    { 0, 1, "|8/15|", "|教育局|" },    { 1, 0, "|国税局|", "|教育局|" },
    { 1, 0, "|Not Stated|", "|7/15|" }, { 1, 1, "|7/15|", "|国税局|" },
    { 1, 0, "|light:|", "Overdue" },    { 1, 1, "|light:|", "Overdue" },
  };
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (SCRIPT);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, "2017-06-20");
  g_autoptr(GPtrArray) pages = yd_leader_pages_list (plan);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YdLeaderPage *page = pages->pdata[cases[i].page];
      g_autoptr(GString) words = g_string_new ("|");
      GtkWidget *row = g_object_ref_sink (yd_leader_row_new (plan,
                                                             page->points->pdata[cases[i].row],
                                                             schedule));

      add_words (row, words);
      g_test_message ("%s", words->str);
      g_assert_nonnull (strstr (words->str, cases[i].has));
      g_assert_null (strstr (words->str, cases[i].has_not));
      g_object_unref (row);
    }
}

/* Who hears the row hears whose day it is. */
static void
test_said (void)
{
  g_autoptr(YdPlan) plan =
    yd_test_script_new_plan ("+plan plan title=计划 issued=2017-06-01; "
                             "+point a order=a title=甲章 kind=chapter printed=一、; "
                             "+point p parent=a order=a title=子 printed=（一）; "
                             "+point q parent=a order=b title=丑 printed=（二）; "
                             "+deadline d point=p rule=date value=2017-09-15 origin=internal; "
                             "+deadline e point=q rule=date value=2017-09-15");
  static const char * const said[] = {
    "（一）子, 9/15, Internal Target, Not due", "（二）丑, 9/15, Not due"
  };
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, "2017-06-20");
  g_autoptr(GPtrArray) pages = yd_leader_pages_list (plan);
  const YdLeaderPage *page = pages->pdata[0];

  g_assert_cmpuint (page->points->len, ==, G_N_ELEMENTS (said));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      GtkWidget *row = g_object_ref_sink (yd_leader_row_new (plan, page->points->pdata[i],
                                                             schedule));

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           said[i]);
      g_object_unref (row);
    }
}

/* What a person refused, nobody answers for: the section is no row, and its head is back. */
static void
test_refused (void)
{
  g_autoptr(YdPlan) plan =
    yd_test_script_new_plan ("+plan plan title=计划; +point b order=b title=乙章 kind=chapter; "
                             "+point t parent=b order=a title=段; "
                             "+point t1 parent=t order=a title=卯; +unit v name=国税局 order=b; "
                             "+assignment = point=t unit=v role=lead check=refused; "
                             "+deadline d point=t rule=date value=2017-09-15 check=refused");
  g_autoptr(GPtrArray) pages = yd_leader_pages_list (plan);
  g_autofree char *found = dup_page (pages->pdata[0]);

  g_assert_cmpstr (found, ==, "[段] 卯");
}

/* A page has six rows, or fewer below heads, which stand again where a section goes on; what comes
 * behind it in the chapter has the head of that.
 */
static void
test_pages (void)
{
  static const char * const wanted[] = {
    "[节0] 1 2 3 4 5", "[节0] 6 7 [节1] 1 2 3", "[节1] 4 5 6 7 [章] 8", "9"
  };
  g_autoptr(GString) script = g_string_new ("+plan plan title=计划; "
                                            "+point a order=a kind=chapter title=章");
  g_autoptr(YdPlan) plan = NULL;
  g_autoptr(GPtrArray) pages = NULL;

  for (guint s = 0; s < 2; s++)
    {
      g_string_append_printf (script, "; +point s%u parent=a order=a%u title=节%u", s, s, s);
      for (guint i = 1; i <= 7; i++)
        g_string_append_printf (script, "; +point s%u%u parent=s%u order=a%u title=%u", s, i, s, i,
                                i);
    }
  g_string_append (script, "; +point p8 parent=a order=b title=8; "
                   "+point p9 parent=a order=c title=9");
  plan = yd_test_script_new_plan (script->str);
  pages = yd_leader_pages_list (plan);
  g_assert_cmpuint (pages->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < pages->len; i++)
    {
      const YdLeaderPage *page = pages->pdata[i];
      g_autofree char *found = dup_page (page);

      g_assert_cmpstr (found, ==, wanted[i]);
      g_assert_cmpuint (page->part, ==, i);
      g_assert_cmpuint (page->n_parts, ==, G_N_ELEMENTS (wanted));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add_func ("/leader/section", test_section);
  g_test_add_func ("/leader/refused", test_refused);
  g_test_add_func ("/leader/rows", test_rows);
  g_test_add_func ("/leader/said", test_said);
  g_test_add_func ("/leader/pages", test_pages);

  return g_test_run ();
}
