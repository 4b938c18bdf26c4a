/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-toasts.h"

#include "yd-test-gtk.h"
#include "yd-test-keys.h"

/* A window that says something, and is drawn: the toasts move as they do for a person. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *overlay;
  GtkWidget *content;
  YdToasts  *toasts;
  guint      n_acts;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->window = g_object_new (GTK_TYPE_WINDOW, "default-width", 640, "default-height",
                                  480, NULL);
  fixture->overlay = adw_toast_overlay_new ();
  fixture->content = gtk_label_new ("content");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), fixture->content);
  gtk_window_set_child (fixture->window, fixture->overlay);
  fixture->toasts = yd_toasts_new (ADW_TOAST_OVERLAY (fixture->overlay));
  gtk_window_present (fixture->window);
  while (!gtk_widget_get_mapped (fixture->overlay))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->toasts);
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
}

static guint
count_children (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static void
wait_until_gone (Fixture *fixture)
{
  while (count_children (fixture) > 1 || yd_toasts_count (fixture->toasts) > 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (count_children (fixture), <=, 2);
    }
}

/* Nothing is drawn for longer than all that moves takes. */
static void
be_slow (void)
{
  g_usleep (600 * G_TIME_SPAN_MILLISECOND);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (words, gtk_button_get_label (GTK_BUTTON (widget))) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, words);

  return found;
}

/* The one with @words; without, the cross. */
static void
press_button (Fixture    *fixture,
              const char *words)
{
  GtkWidget *button = find_button (fixture->overlay, words);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_shown (Fixture    *fixture,
              const char *words)
{
  g_assert_cmpstr (yd_toasts_get_words (fixture->toasts), ==, words);
}

static void
wait_for (Fixture    *fixture,
          const char *words)
{
  while (g_strcmp0 (yd_toasts_get_words (fixture->toasts), words) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* From then on the toast is there still, but can say nothing. */
static void
begin_moving_out (Fixture *fixture)
{
  yd_toasts_dismiss (fixture->toasts);
  while (yd_toasts_count (fixture->toasts) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
offer (Fixture    *fixture,
       const char *words,
       const char *label,
       const char *action)
{
  yd_toasts_add (fixture->toasts, &(YdToast) { .kind = YD_TOAST_OFFER, .words = words,
                                               .label = label, .action = action });
}

static void
step (Fixture    *fixture,
      const char *words)
{
  yd_toasts_add (fixture->toasts, &(YdToast) { .kind = YD_TOAST_STEP, .words = words,
                                               .label = "Undo", .action = "test.undo",
                                               .of_plan = TRUE });
}

static void
escape (Fixture *fixture)
{
  yd_test_press_escape (fixture->overlay);
}

static void
press_cross (Fixture *fixture)
{
  press_button (fixture, NULL);
}

static void
press_action (Fixture *fixture)
{
  if (find_button (fixture->overlay, "Do") != NULL)
    press_button (fixture, "Do");
}

/* In each way in which a toast is closed: again and again, from the first moment on. */
static void
test_close_at_once (Fixture       *fixture,
                    gconstpointer  user_data)
{
  void (* const close[]) (Fixture *fixture) = { escape, press_cross, press_action };

  for (guint i = 0; i < G_N_ELEMENTS (close); i++)
    {
      yd_toasts_warn (fixture->toasts, "fault");
      yd_toasts_say (fixture->toasts, "passing");
      offer (fixture, "first", "Do", "test.first");
      offer (fixture, "second", "Do", "test.second");
      while (count_children (fixture) > 1)
        {
          close[close[i] == press_action && find_button (fixture->overlay, "Do") == NULL ? 0 : i]
            (fixture);
          g_main_context_iteration (NULL, TRUE);
          g_assert_cmpuint (count_children (fixture), <=, 2);
        }
      g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 0);
    }
}

/* What appears and what goes end with the same frame, or with none before all is over. */
static void
test_slow (Fixture       *fixture,
           gconstpointer  user_data)
{
  for (guint i = 0; i < 3; i++)
    {
      offer (fixture, "first", "Do", "test.first");
      offer (fixture, "second", "Do", "test.second");
      if (i > 0)
        g_main_context_iteration (NULL, FALSE);
      yd_test_press_escape (fixture->overlay);
      be_slow ();
      while (yd_toasts_count (fixture->toasts) > 1)
        g_main_context_iteration (NULL, TRUE);
      if (i < 2)
        yd_test_press_escape (fixture->overlay);
      else
        press_cross (fixture);
      be_slow ();
      wait_until_gone (fixture);
    }
}

/* What matters comes at once; what can be done comes back, what was not read too. */
static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  offer (fixture, "first", "Do", "test.first");
  offer (fixture, "second", "Do", "test.second");
  offer (fixture, "first", "Do", "test.first");
  assert_shown (fixture, "first");
  g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 2);

  yd_toasts_say (fixture->toasts, "passing");
  assert_shown (fixture, "passing");
  step (fixture, "step");
  step (fixture, "next step");
  assert_shown (fixture, "next step");
  yd_toasts_say (fixture->toasts, "later");
  yd_toasts_warn (fixture->toasts, "fault");
  yd_toasts_warn (fixture->toasts, "last fault");
  assert_shown (fixture, "last fault");

  for (const char * const *words = (const char *[]) { "next step", "later", "first", "second",
                                                      NULL }; *words != NULL; words++)
    {
      yd_toasts_dismiss (fixture->toasts);
      wait_for (fixture, *words);
    }
  yd_toasts_dismiss (fixture->toasts);
  wait_until_gone (fixture);
}

/* What was refused stays until the next step is done, or it is closed; a fault of its own does. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  yd_toasts_refuse (fixture->toasts, "refused");
  yd_toasts_say (fixture->toasts, "passing");
  assert_shown (fixture, "refused");
  be_slow ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_shown (fixture, "refused");
  step (fixture, "step");
  assert_shown (fixture, "step");

  yd_toasts_warn (fixture->toasts, "fault");
  step (fixture, "next step");
  assert_shown (fixture, "fault");
  yd_toasts_dismiss (fixture->toasts);
  wait_for (fixture, "next step");

  yd_toasts_refuse (fixture->toasts, "of the plan");
  yd_toasts_end_plan (fixture->toasts);
  wait_for (fixture, "passing");
  yd_toasts_dismiss (fixture->toasts);
  wait_until_gone (fixture);
}

/* What was not done neither hides what went wrong, which stays until it is closed, nor makes it go
 * while both wait.
 */
static void
test_refused_later (Fixture       *fixture,
                    gconstpointer  user_data)
{
  yd_toasts_warn (fixture->toasts, "fault");
  yd_toasts_refuse (fixture->toasts, "refused");
  yd_toasts_refuse (fixture->toasts, "refused last");
  assert_shown (fixture, "fault");
  g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 2);
  yd_toasts_dismiss (fixture->toasts);
  wait_for (fixture, "refused last");
  begin_moving_out (fixture);

  yd_toasts_warn (fixture->toasts, "fault");
  yd_toasts_refuse (fixture->toasts, "refused");
  wait_for (fixture, "fault");
  yd_toasts_dismiss (fixture->toasts);
  wait_for (fixture, "refused");
  yd_toasts_warn (fixture->toasts, "fault");
  assert_shown (fixture, "fault");
  yd_toasts_dismiss (fixture->toasts);
  wait_for (fixture, "refused");
  begin_moving_out (fixture);
  wait_until_gone (fixture);
}

/* It is of no use when the step is done, or what was in its way is gone, even if it still waits. */
static void
test_refusal_ends (Fixture       *fixture,
                   gconstpointer  user_data)
{
  yd_toasts_say (fixture->toasts, "passing");
  begin_moving_out (fixture);
  yd_toasts_refuse (fixture->toasts, "refused");
  step (fixture, "step");
  g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 1);
  wait_for (fixture, "step");

  yd_toasts_refuse (fixture->toasts, "refused");
  yd_toasts_warn (fixture->toasts, "fault");
  yd_toasts_end_refusal (fixture->toasts);
  g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 2);
  assert_shown (fixture, "fault");
  yd_toasts_dismiss (fixture->toasts);
  wait_for (fixture, "step");

  yd_toasts_refuse (fixture->toasts, "refused");
  assert_shown (fixture, "refused");
  step (fixture, "step");
  assert_shown (fixture, "step");
  g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 1);
  yd_toasts_refuse (fixture->toasts, "refused");
  yd_toasts_end_refusal (fixture->toasts);
  wait_for (fixture, "step");
  yd_toasts_dismiss (fixture->toasts);
  wait_until_gone (fixture);
}

/* What is said twice in passing is read before the other comes, and then makes room by itself. */
static void
test_passing (Fixture       *fixture,
              gconstpointer  user_data)
{
  yd_toasts_say (fixture->toasts, "first");
  yd_toasts_say (fixture->toasts, "second");
  yd_toasts_say (fixture->toasts, "third");
  assert_shown (fixture, "first");
  g_assert_cmpuint (yd_toasts_count (fixture->toasts), ==, 2);
  wait_for (fixture, "third");
  yd_test_press_escape (fixture->overlay);
  wait_until_gone (fixture);
}

/* Has the button of a step, and no time at which it goes by itself. */
static void
stay (Fixture    *fixture,
      const char *words)
{
  yd_toasts_add (fixture->toasts, &(YdToast) { .kind = YD_TOAST_FAULT, .words = words,
                                               .label = "Undo", .action = "test.undo",
                                               .of_plan = TRUE });
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *fixture = user_data;

  fixture->n_acts++;
  if (fixture->n_acts == 1)
    stay (fixture, "taken back");
  else
    yd_toasts_end_plan (fixture->toasts);
}

static void
be_idle (void)
{
  be_slow ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Pressing a button closes the toast, but not what is said because of it. */
static void
test_button (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("undo", NULL);

  g_signal_connect (action, "activate", G_CALLBACK (undo_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "test", G_ACTION_GROUP (group));

  stay (fixture, "step");
  press_button (fixture, "Undo");
  assert_shown (fixture, "taken back");
  be_idle ();
  assert_shown (fixture, "taken back");

  /* Nor what waits, when the plan goes because of it. */
  offer (fixture, "other", "Do", "test.do");
  press_button (fixture, "Undo");
  wait_for (fixture, "other");
  be_idle ();
  be_idle ();
  assert_shown (fixture, "other");
  g_assert_cmpuint (fixture->n_acts, ==, 2);
  yd_test_press_escape (fixture->overlay);
  wait_until_gone (fixture);
}

/* With the plan its toasts go: no button of them is left, and what waits for others stays. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  user_data)
{
  offer (fixture, "other", "Do", "test.do");
  step (fixture, "step");
  yd_toasts_end_plan (fixture->toasts);
  g_assert_null (find_button (fixture->overlay, "Undo"));
  wait_for (fixture, "other");
  g_assert_nonnull (find_button (fixture->overlay, "Do"));
  yd_toasts_end_plan (fixture->toasts);
  assert_shown (fixture, "other");
  yd_test_press_escape (fixture->overlay);
  wait_until_gone (fixture);
}

/* The window goes while one appears, and while one moves out; others wait. */
static void
test_destroyed (Fixture       *fixture,
                gconstpointer  user_data)
{
  const gboolean moves = GPOINTER_TO_INT (user_data);

  yd_toasts_say (fixture->toasts, "first");
  if (moves)
    {
      yd_test_press_escape (fixture->overlay);
      while (yd_toasts_count (fixture->toasts) > 0)
        g_main_context_iteration (NULL, TRUE);
    }
  offer (fixture, "second", "Do", "test.do");
  g_assert_cmpuint (count_children (fixture), ==, 2);

  gtk_window_destroy (g_steal_pointer (&fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  yd_toasts_say (fixture->toasts, "to nobody");
  yd_toasts_end_plan (fixture->toasts);
}

/* A window that is hidden says it when it is back. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  user_data)
{
  gtk_widget_hide (GTK_WIDGET (fixture->window));
  yd_toasts_say (fixture->toasts, "first");
  yd_test_press_escape (fixture->overlay);
  yd_toasts_warn (fixture->toasts, "fault");
  be_slow ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_shown (fixture, "fault");
  gtk_window_present (fixture->window);
  yd_test_press_escape (fixture->overlay);
  wait_until_gone (fixture);
}

/* Of libadwaita's own windows. */
static void
test_within (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWindow *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, NULL);
  g_autoptr(YdToasts) toasts = yd_toasts_new_within (GTK_WIDGET (window));

  yd_toasts_say (toasts, "words");
  g_assert_cmpstr (yd_toasts_get_words (toasts), ==, "words");
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/toasts/close-at-once", NULL, test_close_at_once);
  ADD ("/toasts/slow", NULL, test_slow);
  ADD ("/toasts/order", NULL, test_order);
  ADD ("/toasts/refused", NULL, test_refused);
  ADD ("/toasts/refused-later", NULL, test_refused_later);
  ADD ("/toasts/refusal-ends", NULL, test_refusal_ends);
  ADD ("/toasts/passing", NULL, test_passing);
  ADD ("/toasts/button", NULL, test_button);
  ADD ("/toasts/plan", NULL, test_plan);
  ADD ("/toasts/destroyed/appearing", GINT_TO_POINTER (FALSE), test_destroyed);
  ADD ("/toasts/destroyed/moving", GINT_TO_POINTER (TRUE), test_destroyed);
  ADD ("/toasts/hidden", NULL, test_hidden);
  ADD ("/toasts/within", NULL, test_within);
#undef ADD

  return g_test_run ();
}
