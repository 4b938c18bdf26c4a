/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "yd-clip-copy.h"
#include "yd-clip-points.h"
#include "yd-clip-rows.h"
#include "yd-clip-write.h"
#include "yd-paste-dialog.h"
#include "yd-paste.h"
#include "yd-point-table.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"
#include "yd-test-gtk.h"

/* Rows are written as lines, with | between the cells and ~ for a line within one. */
static char *
dump_rows (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (rows, i));

      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", g_strdelimit (line, "\n", '~'));
    }

  return rows != NULL ? g_string_free (out, FALSE) : (g_string_free (out, TRUE), NULL);
}

typedef struct
{
  const char *text;
  const char *rows;     /* NULL: it is no table */
} RowCase;

static const RowCase html_cases[] = {
  { "", NULL },
  { "<p>一、甲</p>", NULL },
  { "<table></table>", "" },
  { "<TABLE><TR><TD>a<TD>b<TR><TD>c</TABLE>", "a|b\nc" },
  { "<table><tr><th>a</th><td> b&amp;&lt;&#x4e2d;&#25991;&nbsp;</td></tr></table>", "a|b&<中文" },
  { "<table><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr></table>", "a~b|c~d" },
  { "<table><tr><td>a&#10;b</td></tr></table>", "a~b" },
  { "<table>\n <tr>\n <td>\n a\n  b </td></tr></table>", "a b" },
  { "<style>td { x: '<td>' }</style><!-- <table><tr><td>no --><table><tr><td>a</table>", "a" },
  { "<table><tr><td colspan=2>a</td><td>b</td></tr></table>", "a||b" },
  { "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr>"
    "<tr><td>d</td></tr></table>", "a|b\na|c\nd" },
  { "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>", "a|b\nc|b" },
  { "<table><tr><td>a<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>", "ain|b" },
  { "<table><tr><td></td></tr><tr><td>a</td></tr></table>", "a" },
  { "<table><tr><td>a&#0;&bogus;&#x110000;</td></tr></table>", "a&#0;&bogus;&#x110000;" },
  { "<table><tr><td>a", "a" },
  { "<table><tr><td>a</td", "a" },
  { "</table></td></tr><table><tr><td>a", "a" },
};

static const RowCase tsv_cases[] = {
  { "", NULL },
  { "一、甲\n（一）乙", NULL },
  { "a\tb\nc\td\n", "a|b\nc|d" },
  { "a\tb\r\nc\td", "a|b\nc|d" },
  { "a\t\t\nb\n", "a||\nb" },
  { "\t\t\na\tb\n", "a|b" },
  { "\"a\nb\"\t\"c\"\"d\"\ne\tf", "a~b|c\"d\ne|f" },
  { "\"a\tb", "a\tb" },
};

static void
check_rows (const RowCase *test,
            GPtrArray     *rows)
{
  g_autofree char *found = dump_rows (rows);

  g_assert_cmpstr (found, ==, test->rows);
  g_clear_pointer (&rows, g_ptr_array_unref);
}

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (html_cases); i++)
    check_rows (&html_cases[i], yd_clip_read_html (html_cases[i].text, FALSE));
}

static void
test_tsv (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tsv_cases); i++)
    check_rows (&tsv_cases[i], yd_clip_read_tsv (tsv_cases[i].text, FALSE));
}

/* Where it is about the place of a cell, what is blank counts, and there may be one column. */
static void
test_block (void)
{
  const RowCase html = { "<table><tr><td></td></tr><tr><td>a</td></tr></table>", "\na" };
  const RowCase tsv = { "a\tb\n\t\nc\td\n", "a|b\n|\nc|d" };
  const RowCase column = { "a\n\nb\n", "a\n\nb" };

  check_rows (&html, yd_clip_read_html (html.text, TRUE));
  check_rows (&tsv, yd_clip_read_tsv (tsv.text, TRUE));
  check_rows (&column, yd_clip_read_tsv (column.text, TRUE));
}

/* A point is a line: a dot for each level, its title, text, units (+ lead, ~ support) and
 * deadline, as far as there are any. */
static char *
dump_points (GPtrArray *points)
{
  static const char * const marks[] = { "+", "", "~" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const YdNewPoint *point = g_ptr_array_index (points, i);
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint j = 0; j < point->level; j++)
        g_string_append_c (line, '.');
      g_string_append_printf (line, "%s|%s|", point->title != NULL ? point->title : "",
                              point->text != NULL ? point->text : "");
      for (guint role = 0; role < YD_NEW_POINT_N_ROLES; role++)
        for (char **name = point->units[role]; name != NULL && *name != NULL; name++)
          g_string_append_printf (line, "%s%s,", marks[role], *name);
      g_string_append_printf (line, "|%s", point->deadline != NULL ? point->deadline : "");
      while (line->len > 0 && line->str[line->len - 1] == '|')
        g_string_truncate (line, line->len - 1);
      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "",
                              g_strdelimit (line->str, "\n", '/'));
    }

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *html;
  const char *text;
  const char *points;
} point_cases[] = {
  { NULL, NULL, "" },
  { NULL, " \n\n", "" },
  { NULL, "做这件事\n做那件事", "做这件事\n做那件事" },
  { NULL, "一、甲章\n（一）任务甲。先做这个。\n再做那个。\n　　（二）任务乙\n二、乙章\n1.小事",
    "甲章\n.任务甲|先做这个。/再做那个。\n.任务乙\n乙章\n.小事" },
  { NULL, "（一）甲\n1. 子\n（1）丑\n①寅\n2．卯\n(二)乙\n一、章",
    "甲\n.子\n..丑\n...寅\n.卯\n乙\n章" },
  { NULL, "3.5万人参加\n2017年完成\n10:30开会", "3.5万人参加\n2017年完成\n10:30开会" },
  { NULL, "- 甲\n- 乙", "甲\n乙" },
  { NULL, "一、这是一个没有标题而只有正文的要点，它的第一句话非常长，长到任何人都不会把它当作标题，"
    "因为标题总是短的，所以它只能是正文，请放心。",
    "|这是一个没有标题而只有正文的要点，它的第一句话非常长，长到任何人都不会把它当作标题，"
    "因为标题总是短的，所以它只能是正文，请放心。" },

  /* With headings each column has its place. */
  { NULL, "序号\t工作任务\t主要内容\t牵头单位\t责任单位\t配合单位\t完成时限\n"
    "一、\t甲章\t\t\t\t\t\n（一）\t任务甲\t做事。\t甲局\t乙局、丙局\t丁局\t2017年12月31日前\n",
    "甲章\n.任务甲|做事。|+甲局,乙局,丙局,~丁局,|2017年12月31日前" },
  { NULL, "任务分解表\t\t\n序号\t任务\t责任部门\n一、甲章\t\t\n1\t子\t甲局，乙局\n2\t丑\t\n",
    "甲章\n.子||甲局,乙局,\n.丑" },
  { NULL, "任务\t责任单位\n做事\t\n再做\t甲局\n", "做事\n再做||甲局," },
  { NULL, "内容\t责任单位\t备注\n做事\t甲局\t急\n", "做事|急|甲局," },

  /* Without them, the first words are the titles. */
  { NULL, "1\t甲\t做事\n2\t乙\t再做\t多的\n", "甲|做事\n乙|再做/多的" },
  { NULL, "甲\t做事\n乙\t再做", "甲|做事\n乙|再做" },

  /* HTML goes first, unless there is no table in it. */
  { "<table><tr><td>甲</td><td>乙</td></tr></table>", "丙", "甲|乙" },
  { "<p>一、甲</p>", "一、甲", "甲" },
  { "<table><tr><td>一、甲</td></tr></table>", "一、甲\n（一）乙", "甲\n.乙" },
};

static void
test_points (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (point_cases); i++)
    {
      g_autoptr(GPtrArray) points = yd_clip_points_read (point_cases[i].html,
                                                         point_cases[i].text);
      g_autofree char *found = dump_points (points);

      g_assert_cmpstr (found, ==, point_cases[i].points);
    }
}

/* What was written is read again as it was. */
static void
test_round_trip (void)
{
  const char *first[] = { "一、", "甲 \"章\"", "<b>&\t行\n行", NULL };
  const char *second[] = { "（1）", "=1+1", "", NULL };
  g_autoptr(YdTable) table = yd_table_new ("t", "t");
  g_autofree char *html = NULL;
  g_autofree char *tsv = NULL;
  RowCase test = { NULL, "序号|任务|内容\n一、|甲 \"章\"|<b>&\t行~行\n（1）|=1+1|" };
  RowCase html_test = { NULL, "序号|任务|内容\n一、|甲 \"章\"|<b>& 行~行\n（1）|=1+1|" };

  yd_table_add_column (table, "number", "序号", 1, YD_ALIGN_START);
  yd_table_add_column (table, "task", "任务", 1, YD_ALIGN_START);
  yd_table_add_column (table, "text", "内容", 1, YD_ALIGN_START);
  yd_table_append_row (table, first);
  yd_table_append_row (table, second);

  html = yd_clip_make_html (table);
  tsv = yd_clip_make_tsv (table);
  g_assert_null (strstr (html, "<b>"));
  g_assert_null (strstr (html, "<br"));
  check_rows (&html_test, yd_clip_read_html (html, FALSE));
  check_rows (&test, yd_clip_read_tsv (tsv, FALSE));
}

/* Whatever is on the clipboard, it is read to its end, and levels go down one at a time. */
static void
test_anything (void)
{
  static const char * const pieces[] = { "<table>", "<tr>", "<td rowspan=99999>", "</td>", "<td>",
                                         "</table>", "<", "&", "&#", "\"", "\t", "\n", "一、",
                                         "（一）", "1.", "①", "甲", "任务", "责任单位", "<!--",
                                         "<br", ">", "。", "　" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GPtrArray) points = NULL;
      guint level = 0;

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      points = yd_clip_points_read (text->str, text->str);
      for (guint j = 0; j < points->len; j++)
        {
          const YdNewPoint *point = g_ptr_array_index (points, j);

          g_assert_cmpuint (point->level, <=, j == 0 ? 0 : level + 1);
          level = point->level;
        }
    }
}

/* In a window */

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  GtkWidget     *dialog;        /* becomes NULL when it is closed */
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  fixture->plan = yd_plan_new (id);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  spin ();
  g_assert_null (fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static YdPoint *
find (Fixture    *fixture,
      const char *id)
{
  return yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id);
}

static void
apply (Fixture    *fixture,
       const char *words)
{
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (fixture->plan), words);
  g_autoptr(GError) error = NULL;

  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
  spin ();
}

static void
open_dialog (Fixture    *fixture,
             const char *text)
{
  g_autoptr(GPtrArray) points = yd_clip_points_read (NULL, text);

  fixture->dialog = yd_paste_dialog_new (GTK_WINDOW (fixture->window), fixture->session, points);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  spin ();
}

static void
dump_cb (YdPoint    *point,
         const char *path,
         guint       level,
         gpointer    user_data)
{
  GString *out = user_data;
  const char *title = yd_point_get_title (point);
  GListModel *assignments = yd_point_get_assignments (point);

  g_string_append (out, out->len > 0 ? " " : "");
  for (guint i = 1; i < level; i++)
    g_string_append_c (out, '.');
  g_string_append (out, title != NULL ? title : "?");
  if (g_list_model_get_n_items (assignments) > 0)
    g_string_append_printf (out, "%u", g_list_model_get_n_items (assignments));
}

/* The titles with a dot for each level, and how many units each has. */
static char *
dump_plan (Fixture *fixture)
{
  GString *out = g_string_new (NULL);

  yd_plan_foreach_point (fixture->plan, dump_cb, out);

  return g_string_free (out, FALSE);
}

static void
assert_plan (Fixture    *fixture,
             const char *points)
{
  g_autofree char *found = dump_plan (fixture);

  g_assert_cmpstr (found, ==, points);
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_session_undo_finish (YD_SESSION (object), result, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char   *name;
  const char   *plan;
  const char   *selected;
  int           place;          /* -1: the one that is offered */
  const char   *points;
} PasteCase;

static const PasteCase paste_cases[] = {
  { "/paste/empty", NULL, NULL, -1, "x .y2 z" },
  { "/paste/at-the-end", "+a +b", NULL, -1, "a b x .y2 z" },
  { "/paste/after", "+a +b", "a", -1, "a x .y2 z b" },
  { "/paste/below", "+a +b", "a", YD_PASTE_BELOW, "a .x ..y2 .z b" },
  { "/paste/chapters", "+a +b<a +c", "a", -1, "a .b x .y2 z c" },
  { "/paste/below-a-heading", "+a +b<a +c", "a", YD_PASTE_BELOW, "a .b .x ..y2 .z c" },
  { "/paste/after-a-child", "+a +b<a +c", "b", -1, "a .b .x ..y2 .z c" },
  { "/paste/end-though-selected", "+a +b<a +c", "b", YD_PASTE_END, "a .b c x .y2 z" },
};

static void
test_paste (Fixture       *fixture,
            gconstpointer  user_data)
{
  const PasteCase *test = user_data;
  g_autofree char *before = NULL;
  guint n_edits;

  if (test->plan != NULL)
    apply (fixture, test->plan);
  if (test->selected != NULL)
    yd_session_set_selected (fixture->session, find (fixture, test->selected));
  before = dump_plan (fixture);
  n_edits = yd_test_journal_get_edits (fixture->journal)->len;

  open_dialog (fixture, "序号\t任务\t责任单位\t时限\n一、\tx\t\n（一）\ty\t甲局、乙局\t2017-12-31\n"
                        "二、\tz\t\t\n");
  if (test->place >= 0)
    yd_paste_dialog_set_place (YD_PASTE_DIALOG (fixture->dialog), (YdPastePlace) test->place);
  gtk_widget_activate_action (fixture->dialog, "paste.add", NULL);
  spin ();

  g_assert_null (fixture->dialog);
  assert_plan (fixture, test->points);
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->journal)->len, ==, n_edits + 1);
  g_assert_cmpstr (yd_point_get_title (yd_session_get_selected (fixture->session)), ==, "x");

  /* One step takes all of it back. */
  yd_session_undo_async (fixture->session, NULL, undo_cb, NULL);
  spin ();
  assert_plan (fixture, before);
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_units (fixture->plan)), ==, 0);
}

/* What has no chapters of its own is most likely for the one that is selected. */
static void
test_offer (Fixture       *fixture,
            gconstpointer  user_data)
{
  apply (fixture, "+a +b<a +c");
  yd_session_set_selected (fixture->session, find (fixture, "a"));
  open_dialog (fixture, "（一）x\n（二）y");
  g_assert_cmpint (yd_paste_dialog_get_place (YD_PASTE_DIALOG (fixture->dialog)), ==,
                   YD_PASTE_BELOW);
  gtk_widget_activate_action (fixture->dialog, "paste.add", NULL);
  spin ();
  assert_plan (fixture, "a .b .x .y c");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  user_data)
{
  apply (fixture, "+a");
  open_dialog (fixture, "一、x");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  spin ();
  g_assert_null (fixture->dialog);
  assert_plan (fixture, "a");
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->journal)->len, ==, 1);
}

/* What cannot be added is said where it was asked for. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  apply (fixture, "+a");
  yd_test_journal_set_full (fixture->journal, TRUE);
  apply (fixture, "+b");
  g_assert_nonnull (yd_session_get_failure (fixture->session));

  open_dialog (fixture, "一、x");
  gtk_widget_activate_action (fixture->dialog, "paste.add", NULL);
  spin ();
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (yd_paste_dialog_get_error (YD_PASTE_DIALOG (fixture->dialog)));
  assert_plan (fixture, "a b");
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (YD_IS_PASTE_DIALOG (window))
        return window;
    }

  return NULL;
}

/* Copied here, pasted here: the clipboard is read as from another program. */
static void
test_copy_and_paste (Fixture       *fixture,
                     gconstpointer  user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  GdkContentFormats *formats;
  g_autoptr(GPtrArray) points = g_ptr_array_new ();

  apply (fixture, "+a +b<a +c");
  g_ptr_array_add (points, find (fixture, "a"));
  g_ptr_array_add (points, find (fixture, "b"));
  yd_clip_copy_points (clipboard, fixture->plan, points);

  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/tab-separated-values"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));

  yd_paste_points (GTK_WINDOW (fixture->window), fixture->session);
  while ((fixture->dialog = find_dialog (fixture)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  spin ();
  gtk_widget_activate_action (fixture->dialog, "paste.add", NULL);
  spin ();
  assert_plan (fixture, "a .b c a .b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add_func ("/clipboard/html", test_html);
  g_test_add_func ("/clipboard/tsv", test_tsv);
  g_test_add_func ("/clipboard/block", test_block);
  g_test_add_func ("/clipboard/points", test_points);
  g_test_add_func ("/clipboard/round-trip", test_round_trip);
  g_test_add_func ("/clipboard/anything", test_anything);
  for (guint i = 0; i < G_N_ELEMENTS (paste_cases); i++)
    g_test_add (paste_cases[i].name, Fixture, &paste_cases[i], set_up, test_paste, tear_down);
  g_test_add ("/paste/offer", Fixture, NULL, set_up, test_offer, tear_down);
  g_test_add ("/paste/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/paste/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/paste/copy", Fixture, NULL, set_up, test_copy_and_paste, tear_down);

  return g_test_run ();
}
