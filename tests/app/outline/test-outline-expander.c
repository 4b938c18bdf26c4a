/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-expander.h"

#include <adwaita.h>

/* The arrow before a title: where it stands, and what folds and unfolds its row. The rows are
 * lists in lists: the first one of each level has another one in it.
 */

#define N_LEVELS 5
#define WIDTH 300

typedef struct
{
  GtkTreeListModel *model;
  GtkWidget        *window;     /* it has the font of the ink */
  YdOutlineInk     *ink;
  GtkWidget        *expander;   /* owned */
  guint             n_fills;
  guint             n_told;
} Fixture;

static GListModel *
make_level (guint level)
{
  GListStore *list = g_list_store_new (G_TYPE_LIST_STORE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GListStore) item = g_list_store_new (G_TYPE_LIST_STORE);
      g_autoptr(GListModel) below = i == 0 && level + 1 < N_LEVELS ? make_level (level + 1) : NULL;

      if (below != NULL)
        g_list_store_append (item, below);
      g_list_store_append (list, item);
    }

  return G_LIST_MODEL (list);
}

static GListModel *
list_below_cb (gpointer item,
               gpointer user_data)
{
  GListModel *list = g_list_model_get_item (item, 0);

  return list != NULL ? list : G_LIST_MODEL (g_list_store_new (G_TYPE_LIST_STORE));
}

static void
told_cb (GtkTreeListRow *row,
         GParamSpec     *pspec,
         Fixture        *fixture)
{
  fixture->n_told++;
}

static void
fill_cb (gpointer     owner,
         GtkListItem *item)
{
  Fixture *fixture = owner;

  fixture->n_fills++;
  yd_outline_expander_watch (YD_OUTLINE_EXPANDER (fixture->expander), G_CALLBACK (told_cb),
                             fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  YdOutlineTitle *title = YD_OUTLINE_TITLE (yd_outline_title_new ());

  fixture->model = gtk_tree_list_model_new (make_level (0), FALSE, FALSE, list_below_cb, NULL,
                                            NULL);
  fixture->window = gtk_window_new ();
  fixture->ink = yd_outline_ink_new (fixture->window);
  yd_outline_field_set_source (YD_OUTLINE_FIELD (title), fixture->ink, fill_cb, fixture, NULL);
  fixture->expander = g_object_ref_sink (yd_outline_expander_new (title));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->expander);
  yd_outline_ink_free (fixture->ink);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->model);
}

/* The expander stands in the row at @position, and is laid out there. */
static GtkTreeListRow *
take_row (Fixture *fixture,
          guint    position)
{
  YdOutlineExpander *expander = YD_OUTLINE_EXPANDER (fixture->expander);
  g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_row (fixture->model, position);
  int minimum;

  yd_outline_expander_set_row (expander, row, NULL);
  yd_outline_field_spoil (YD_OUTLINE_FIELD (yd_outline_expander_get_title (expander)));
  gtk_widget_measure (fixture->expander, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_allocate (fixture->expander, MAX (minimum, WIDTH), 30, -1, NULL);

  return row;                   /* the expander keeps it */
}

static int
get_title_x (Fixture *fixture)
{
  YdOutlineExpander *expander = YD_OUTLINE_EXPANDER (fixture->expander);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (yd_outline_expander_get_title (expander)),
                                            fixture->expander, &bounds));

  return bounds.origin.x;
}

/* What stands deeper begins further to the right, and is measured as what does not. */
static void
test_depth (Fixture       *fixture,
            gconstpointer  user_data)
{
  int minimum, first = 0, x = 0;

  for (guint i = 0; i + 1 < N_LEVELS; i++)
    {
      GtkTreeListRow *row = take_row (fixture, i);

      g_assert_cmpint (get_title_x (fixture), >, x);
      x = get_title_x (fixture);
      gtk_widget_measure (fixture->expander, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      first = i == 0 ? minimum : first;
      g_assert_cmpint (minimum, ==, first);
      gtk_tree_list_row_set_expanded (row, TRUE);
    }

  take_row (fixture, 0);
  g_assert_cmpint (get_title_x (fixture), <, x);
}

#define LEAF GTK_ACCESSIBLE_VALUE_UNDEFINED

/* What it is to somebody who hears it: @expanded is whether, or %LEAF. */
static void
assert_spoken (Fixture *fixture,
               guint    level,
               int      expanded)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->expander);
  g_autofree char *wrong_level =
    gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LEVEL, level);
  g_autofree char *wrong_state =
    gtk_test_accessible_check_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, expanded);

  g_assert_true (gtk_test_accessible_has_role (accessible, GTK_ACCESSIBLE_ROLE_TREE_ITEM));
  g_assert_cmpstr (wrong_level, ==, NULL);
  g_assert_cmpstr (wrong_state, ==, NULL);
}

/* Does what the key does in the expander. */
static void
press (Fixture    *fixture,
       const char *key)
{
  g_autoptr(GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->expander);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                          fixture->expander,
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
}

/* A row that was not seen yet is filled first, for who fills it wants to know. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  user_data)
{
  const struct
  {
    const char *key;
    gboolean    expanded;
  } keys[] = {
    { "plus", TRUE }, { "plus", TRUE }, { "minus", FALSE }, { "asterisk", TRUE },
    { "slash", FALSE }, { "KP_Add", TRUE }, { "KP_Subtract", FALSE },
    { "<Shift><Control>Right", TRUE }, { "<Shift><Control>Left", FALSE },
    { "<Control>space", TRUE }, { "<Control>space", FALSE },
  };
  GtkTreeListRow *row = take_row (fixture, 0);
  gboolean expanded = FALSE;
  guint n_changes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (fixture, keys[i].key);
      g_assert_cmpint (gtk_tree_list_row_get_expanded (row), ==, keys[i].expanded);
      yd_outline_expander_show (YD_OUTLINE_EXPANDER (fixture->expander), FALSE, "branch");
      assert_spoken (fixture, 1, keys[i].expanded);
      n_changes += expanded != keys[i].expanded;
      expanded = keys[i].expanded;
    }
  g_assert_cmpuint (fixture->n_fills, ==, 1);
  g_assert_cmpuint (fixture->n_told, ==, n_changes);
}

/* As little as the row of another one is. */
static void
test_unwatched (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(GtkTreeListRow) row = g_object_ref (take_row (fixture, 0));

  press (fixture, "plus");
  g_assert_cmpuint (fixture->n_told, ==, 1);
  take_row (fixture, 1);
  gtk_tree_list_row_set_expanded (row, FALSE);
  g_assert_cmpuint (fixture->n_told, ==, 1);

  yd_outline_expander_set_row (YD_OUTLINE_EXPANDER (fixture->expander), NULL, NULL);
  press (fixture, "plus");
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

static void
click (Fixture *fixture,
       double   x)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->expander);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, 15.0);
    }
}

/* Only the arrow folds, and only where there is one. */
static void
test_click (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdOutlineExpander *expander = YD_OUTLINE_EXPANDER (fixture->expander);

  for (guint i = 0; i + 1 < N_LEVELS; i++)
    {
      GtkTreeListRow *row = take_row (fixture, i);
      const int title_x = get_title_x (fixture);

      yd_outline_expander_show (expander, TRUE, "leaf");
      assert_spoken (fixture, i + 1, LEAF);
      click (fixture, title_x - 16);
      g_assert_false (gtk_tree_list_row_get_expanded (row));

      yd_outline_expander_show (expander, FALSE, "branch");
      assert_spoken (fixture, i + 1, FALSE);
      click (fixture, title_x + 1);
      click (fixture, title_x - 40);
      g_assert_false (gtk_tree_list_row_get_expanded (row));
      click (fixture, title_x - 16);
      g_assert_true (gtk_tree_list_row_get_expanded (row));
      click (fixture, title_x - 10);
      g_assert_false (gtk_tree_list_row_get_expanded (row));
      click (fixture, title_x - 22);
      g_assert_true (gtk_tree_list_row_get_expanded (row));
      yd_outline_expander_show (expander, FALSE, "unfolded");
      assert_spoken (fixture, i + 1, TRUE);
    }
}

/* Something is dragged over it, or away again. */
static void
drag (Fixture    *fixture,
      const char *signal)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->expander);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, signal, 1.0, 15.0);
    }
}

/* Returns: (transfer none) (nullable): what unfolds the row some time from now */
static GSource *
find_hold (Fixture *fixture)
{
  return g_main_context_find_source_by_user_data (NULL, fixture->expander);
}

/* What is held above a row unfolds it; what only passes does not. */
static void
test_hold (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkTreeListRow *row;

  take_row (fixture, 0);
  drag (fixture, "enter");
  g_assert_nonnull (find_hold (fixture));
  drag (fixture, "leave");
  g_assert_null (find_hold (fixture));

  drag (fixture, "enter");
  take_row (fixture, 1);
  g_assert_null (find_hold (fixture));

  row = take_row (fixture, 0);
  drag (fixture, "enter");
  g_assert_false (gtk_tree_list_row_get_expanded (row));
  g_source_set_ready_time (find_hold (fixture), 0);
  while (find_hold (fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_tree_list_row_get_expanded (row));

  drag (fixture, "leave");
  drag (fixture, "enter");
  g_assert_null (find_hold (fixture));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/outline/expander/depth", Fixture, NULL, set_up, test_depth, tear_down);
  g_test_add ("/outline/expander/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/outline/expander/unwatched", Fixture, NULL, set_up, test_unwatched, tear_down);
  g_test_add ("/outline/expander/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/outline/expander/hold", Fixture, NULL, set_up, test_hold, tear_down);

  return g_test_run ();
}
