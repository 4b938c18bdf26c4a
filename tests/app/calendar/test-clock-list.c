/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-page.h"
#include "yd-clock-ask.h"
#include "yd-clock-list.h"
#include "yd-clock-start.h"
#include "yd-clock-template-editor.h"
#include "yd-id.h"
#include "yd-office-edits.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-test-script.h"

#include <string.h>

typedef struct
{
  YdPlan      *plan;
  YdOffice    *office;
  YdSession   *session;
  GtkWidget   *window;
  GtkWidget   *page;
  YdClockList *list;
} Fixture;

/* Noon of the eleventh of October 2017 in Peking, and no chance at all. */
static gint64
get_msec (gpointer user_data)
{
  return G_GINT64_CONSTANT (1507694400000);
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint32 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = ++next / (i % 2 == 0 ? 1 : 256);
}

static const YdIdSource ids = { get_msec, get_random, NULL };

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
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();
  g_autoptr(YdTestJournal) office_journal = yd_test_journal_new ();
  g_autoptr(YdEdit) birth = yd_office_edit_birth ("o", "办公室", NULL);

  fixture->office = yd_office_new ("o");
  yd_edit_seal (birth, "birth");
  g_assert_true (yd_space_apply (YD_SPACE (fixture->office), birth, NULL));

  fixture->plan = yd_plan_new ("p");
  yd_test_script_must (YD_SPACE (fixture->plan),
                       "+plan plan title=计划 issued=2017-06-01; +point a order=a");
  fixture->session = yd_session_new (&ids);
  yd_session_set_office (fixture->session, fixture->office, YD_JOURNAL (office_journal));
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (journal), NULL);
  yd_session_set_selected (fixture->session,
                           yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, "a"));

  fixture->page = g_object_new (YD_TYPE_CALENDAR_PAGE, NULL);
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin ();
  fixture->list = YD_CLOCK_LIST (yd_test_find_widget (fixture->page, YD_TYPE_CLOCK_LIST));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->office);
  g_clear_object (&fixture->plan);
}

/* Starts one as a person would. Returns: the clock */
static YdClock *
start (Fixture    *fixture,
       const char *kind,
       const char *title,
       const char *started)
{
  YdClockStart *dialog = yd_clock_start_new (YD_PAGE (fixture->page));
  g_autoptr(GPtrArray) rows = NULL;

  yd_clock_start_present (dialog, GTK_WINDOW (fixture->window));
  yd_clock_start_fill (dialog, kind, title, started);
  g_assert_true (yd_clock_start_apply (dialog));
  spin ();

  rows = yd_space_list_rows (YD_SPACE (fixture->plan), YD_KIND_CLOCK);

  return yd_clock_new (g_ptr_array_index (rows, rows->len - 1),
                       yd_session_get_calendar (fixture->session), yd_moment_new (get_msec (NULL)));
}

static YdClock *
look_again (Fixture *fixture,
            YdClock *clock)
{
  YdRow *row = clock->row;
  YdClock *now = yd_clock_new (row, clock->calendar, clock->now);

  yd_clock_free (clock);

  return now;
}

static gboolean
ask (Fixture    *fixture,
     YdClock    *clock,
     YdClockAct  act,
     const char *when,
     int         n)
{
  GtkWidget *popover = yd_clock_ask_new (YD_PAGE (fixture->page));
  gboolean done;

  gtk_widget_set_parent (popover, fixture->page);
  yd_clock_ask_open (YD_CLOCK_ASK (popover), act, clock);
  yd_clock_ask_fill (YD_CLOCK_ASK (popover), when, n, "征求意见");
  done = yd_clock_ask_apply (YD_CLOCK_ASK (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  spin ();
  gtk_widget_unparent (popover);

  return done;
}

static char *
dup_next (YdClock *clock)
{
  return clock->next != NULL ? yd_clock_step_dup_due (clock, clock->next) : g_strdup ("-");
}

static void
test_start (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdClockStart *dialog = yd_clock_start_new (YD_PAGE (fixture->page));
  g_autoptr(YdClock) clock = NULL;
  g_autofree char *due = NULL, *preview = NULL, *problem = NULL, *unsure = NULL;

  yd_clock_start_fill (dialog, "重大突发事件回应", "", "10:00");
  preview = yd_clock_start_dup_preview (dialog);
  g_assert_nonnull (strstr (preview, "today 15:00"));
  g_assert_nonnull (strstr (preview, "tomorrow 10:00"));

  /* Into a year that is not announced. */
  g_assert_null (strstr (preview, "provisional"));
  yd_clock_start_fill (dialog, "依申请公开答复", "", "2098-12-30 10:00");
  unsure = yd_clock_start_dup_preview (dialog);
  g_assert_nonnull (strstr (unsure, ", provisional: "));

  yd_clock_start_fill (dialog, "重大突发事件回应", "", "25:00");
  problem = yd_clock_start_dup_preview (dialog);
  g_assert_null (strstr (problem, "15:00"));
  g_assert_false (yd_clock_start_apply (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));

  clock = start (fixture, "重大突发事件回应", "路面塌陷", "10:00");
  due = dup_next (clock);
  g_assert_cmpstr (due, ==, "today 15:00");
  g_assert_cmpuint (clock->steps->len, ==, 2);
  g_assert_cmpstr (yd_row_get_cell (clock->row, YD_CLOCK_TITLE), ==, "路面塌陷");
  g_assert_null (yd_row_get_cell (clock->row, YD_CLOCK_POINT));
  g_assert_cmpuint (yd_clock_list_get_n (fixture->list), ==, 1);
}

/* The law of the day of the event: what there was not yet is not offered. */
static void
test_law (Fixture       *fixture,
          gconstpointer  user_data)
{
  static const struct { const char *started; const char *due; } cases[] = {
    { "2017-10-09 09:00", "10-30" },                    /* 15 working days */
    { "2008-04-30 09:00", "2008-05-01 09:00" },         /* one's own 24 hours instead */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(YdClock) clock = start (fixture, "依申请公开答复", "申请", cases[i].started);
      g_autofree char *due = dup_next (clock);

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

static void
test_acts (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct
  {
    YdClockAct act;
    const char *when;
    int n;
    gboolean done;
    const char *due;
  } acts[] = {
    { YD_CLOCK_ACT_PAUSE,   "昨天 11 点", 0, FALSE, "today 15:00" },
    { YD_CLOCK_ACT_PAUSE,   "11:00",      0, TRUE,  "today 16:00" },
    { YD_CLOCK_ACT_RESUME,  "13:00",      0, FALSE, "today 16:00" },
    { YD_CLOCK_ACT_RESUME,  "11:30",      0, TRUE,  "today 15:30" },
    { YD_CLOCK_ACT_EXTEND,  "",           2, TRUE,  "today 17:30" },
    { YD_CLOCK_ACT_RESTART, "11:45",      0, TRUE,  "today 18:45" },
    { YD_CLOCK_ACT_STOP,    "12:00",      0, TRUE,  "-" },
  };
  YdClock *clock = start (fixture, "重大突发事件回应", "路面塌陷", "10:00");

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *due = NULL;

      g_assert_cmpint (ask (fixture, clock, acts[i].act, acts[i].when, acts[i].n), ==,
                       acts[i].done);
      clock = look_again (fixture, clock);
      due = dup_next (clock);
      g_assert_cmpstr (due, ==, acts[i].due);
    }

  g_assert_cmpint (clock->state, ==, YD_CLOCK_STATE_STOPPED);
  yd_clock_free (clock);
}

/* What is in the popover follows an edit while it is open, and lets a step be ticked off. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(YdClock) clock = start (fixture, "重大突发事件回应", "路面塌陷", "10:00");
  GtkWidget *button = yd_test_find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *check;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  spin ();
  check = yd_test_find_widget (popover, GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  spin ();
  g_assert_cmpstr (yd_row_get_cell (clock->next->row, YD_CLOCK_STEP_DONE), ==,
                   "2017-10-11T04:00:00Z");

  check = yd_test_find_widget (popover, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  /* GTK 4.8 asks a surface that has gone where the pointer is, if the window goes under it. */
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  spin ();
}

/* A template of one's own can be started from at once, and be changed. */
static void
test_template (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const struct { const char *title, *from, *to; gboolean done; } cases[] = {
    { "",         "",           "",           FALSE },
    { "信访答复", "2017-13-01", "",           FALSE },
    { "信访答复", "2017-01-01", "2016-12-31", FALSE },
    { "信访答复", "2017-01-01", "",           TRUE },
  };
  YdClockTemplateEditor *editor = yd_clock_template_editor_new (fixture->session, NULL);
  g_autoptr(YdClock) clock = NULL;
  g_autofree char *due = NULL;

  yd_clock_template_editor_add (editor, "办结", 60, "days");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      yd_clock_template_editor_fill (editor, cases[i].title, cases[i].from, cases[i].to);
      g_assert_cmpint (yd_clock_template_editor_apply (editor), ==, cases[i].done);
    }
  spin ();

  clock = start (fixture, "信访答复", "来信", "10:00");
  due = dup_next (clock);
  g_assert_cmpuint (clock->steps->len, ==, 2);
  g_assert_cmpstr (due, ==, "11-08");           /* 20 working days */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/clock-list/start", test_start);
  ADD ("/clock-list/law", test_law);
  ADD ("/clock-list/acts", test_acts);
  ADD ("/clock-list/rows", test_rows);
  ADD ("/clock-list/template", test_template);

  return g_test_run ();
}
