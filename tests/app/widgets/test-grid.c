/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid.h"
#include "yd-grid-colors.h"

#include <adwaita.h>

/* A grid whose cells have their place as their name, and which counts what it draws. */

#define TEST_TYPE_GRID (test_grid_get_type ())
G_DECLARE_FINAL_TYPE (TestGrid, test_grid, TEST, GRID, YdGrid)

struct _TestGrid
{
  YdGrid parent_instance;
  guint  n_drawn;
  guint  n_activated;
  guint  n_changed;
};

G_DEFINE_FINAL_TYPE (TestGrid, test_grid, YD_TYPE_GRID)

static void
test_grid_draw_cell (YdGrid                *grid,
                     GtkSnapshot           *snapshot,
                     YdGridPart             part,
                     guint                  row,
                     guint                  col,
                     const graphene_rect_t *area)
{
  YdGridColors colors;

  yd_grid_colors_read (&colors, GTK_WIDGET (grid));
  yd_grid_draw_text (grid, snapshot, "要点", YD_TEXT_BODY, &colors.text, area, 0.5);
  if (part == YD_GRID_BODY)
    TEST_GRID (grid)->n_drawn++;
}

static char *
test_grid_dup_name (YdGrid *grid,
                    guint   row,
                    guint   col)
{
  return g_strdup_printf ("%u × %u", row, col);
}

static void
test_grid_activate (YdGrid *grid,
                    guint   row,
                    guint   col)
{
  TEST_GRID (grid)->n_activated++;
}

static void
test_grid_current_changed (YdGrid *grid)
{
  TEST_GRID (grid)->n_changed++;
}

static void
test_grid_class_init (TestGridClass *klass)
{
  YdGridClass *grid_class = YD_GRID_CLASS (klass);

  grid_class->draw_cell = test_grid_draw_cell;
  grid_class->dup_name = test_grid_dup_name;
  grid_class->activate = test_grid_activate;
  grid_class->current_changed = test_grid_current_changed;
}

static void
test_grid_init (TestGrid *self)
{
}

typedef struct
{
  GtkWidget *window;
  YdGrid    *grid;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
settle (YdGrid *grid)
{
  spin ();
  gtk_widget_allocate (gtk_widget_get_parent (GTK_WIDGET (grid)), 400, 300, -1, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->grid = g_object_new (TEST_TYPE_GRID, NULL);
  yd_grid_set_rows (fixture->grid, 10000, 20);
  yd_grid_set_cols (fixture->grid, 500, 40);
  yd_grid_set_heads (fixture->grid, 100, 30);
  yd_grid_set_tails (fixture->grid, 20, 10);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->grid));

  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture->grid);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer grid = fixture->grid;

  g_object_add_weak_pointer (grid, &grid);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_assert_null (grid);
}

/* Returns: the one of the pair that would get the focus */
static GtkWidget *
get_cell (YdGrid *grid)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (grid));

  return gtk_widget_get_child_visible (cell) ? cell : gtk_widget_get_next_sibling (cell);
}

static void
press_key (YdGrid          *grid,
           guint            keyval,
           GdkModifierType  state)
{
  g_autoptr(GListModel) list = gtk_widget_observe_controllers (GTK_WIDGET (grid));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (list, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
}

typedef struct
{
  const char      *name;
  guint            keyval;
  GdkModifierType  state;
  guint            row;
  guint            col;
} KeyCase;

static const KeyCase key_cases[] = {
  { "Left", GDK_KEY_Left, 0, 100, 49 },
  { "Right", GDK_KEY_KP_Right, 0, 100, 51 },
  { "Up", GDK_KEY_Up, 0, 99, 50 },
  { "Down", GDK_KEY_Down, 0, 101, 50 },
  { "Home", GDK_KEY_Home, 0, 100, 0 },
  { "End", GDK_KEY_End, 0, 100, 499 },
  { "Ctrl+Home", GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
  { "Ctrl+End", GDK_KEY_End, GDK_CONTROL_MASK, 9999, 499 },
  { "Ctrl+Left", GDK_KEY_Left, GDK_CONTROL_MASK, 100, 0 },
  { "Ctrl+Down", GDK_KEY_Down, GDK_CONTROL_MASK, 9999, 50 },
  { "Page Up", GDK_KEY_Page_Up, 0, 89, 50 },
  { "Page Down", GDK_KEY_Page_Down, 0, 111, 50 },
  { "Ctrl+Page Down is the window's", GDK_KEY_Page_Down, GDK_CONTROL_MASK, 100, 50 },
  { "Alt+Left is the window's", GDK_KEY_Left, GDK_ALT_MASK, 100, 50 },
  { "Shift+Left without ranges", GDK_KEY_Left, GDK_SHIFT_MASK, 100, 50 },
};

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  const KeyCase *test = data;
  YdGridRange range;

  yd_grid_set_current (fixture->grid, 100, 50);
  yd_grid_scroll_to_cell (fixture->grid, 100, 50);
  press_key (fixture->grid, test->keyval, test->state);
  g_assert_cmpuint (yd_grid_get_current_row (fixture->grid), ==, test->row);
  g_assert_cmpuint (yd_grid_get_current_col (fixture->grid), ==, test->col);

  yd_grid_get_visible (fixture->grid, &range);
  g_assert_cmpuint (range.first_row, <=, test->row);
  g_assert_cmpuint (range.end_row, >, test->row);
  g_assert_cmpuint (range.first_col, <=, test->col);
  g_assert_cmpuint (range.end_col, >, test->col);
}

/* Each move gives the focus to the other of the pair, under its new name. */
static void
test_roving (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *first, *second;

  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (fixture->grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 10000);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  first = get_cell (fixture->grid);
  g_assert_true (gtk_widget_has_focus (first));

  yd_grid_set_current (fixture->grid, 3, 4);
  second = get_cell (fixture->grid);
  g_assert_true (second != first);
  g_assert_true (gtk_widget_has_focus (second));
  g_assert_false (gtk_widget_get_child_visible (first));
  gtk_test_accessible_assert_role (second, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, "3 × 4");
  gtk_test_accessible_assert_relation (second, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 4);
  gtk_test_accessible_assert_relation (second, GTK_ACCESSIBLE_RELATION_COL_INDEX, 5);

  yd_grid_set_current (fixture->grid, 3, 4);
  g_assert_true (gtk_widget_has_focus (second));
  yd_grid_say_again (fixture->grid);
  g_assert_true (gtk_widget_has_focus (first));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "3 × 4");
}

/* What happens elsewhere does not take the focus. */
static void
test_no_focus (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  yd_grid_set_current (fixture->grid, 7, 7);
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  gtk_test_accessible_assert_property (get_cell (fixture->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "7 × 7");
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  TestGrid *grid = TEST_GRID (fixture->grid);

  press_key (fixture->grid, GDK_KEY_Return, 0);
  g_assert_cmpuint (grid->n_activated, ==, 1);
  press_key (fixture->grid, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpuint (grid->n_activated, ==, 1);
  press_key (fixture->grid, GDK_KEY_Up, 0);
  g_assert_cmpuint (grid->n_changed, ==, 0);
  press_key (fixture->grid, GDK_KEY_Down, 0);
  g_assert_cmpuint (grid->n_changed, ==, 1);
}

static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  YdGridRange range;

  yd_grid_set_extends (fixture->grid, TRUE);
  yd_grid_set_current (fixture->grid, 10, 10);
  press_key (fixture->grid, GDK_KEY_Up, GDK_SHIFT_MASK);
  press_key (fixture->grid, GDK_KEY_Up, GDK_SHIFT_MASK);
  press_key (fixture->grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  yd_grid_get_range (fixture->grid, &range);
  g_assert_cmpuint (range.first_row, ==, 8);
  g_assert_cmpuint (range.end_row, ==, 11);
  g_assert_cmpuint (range.first_col, ==, 10);
  g_assert_cmpuint (range.end_col, ==, 12);

  /* The range ends with a move that does not extend it, and never goes beyond the cells. */
  press_key (fixture->grid, GDK_KEY_Down, 0);
  yd_grid_get_range (fixture->grid, &range);
  g_assert_cmpuint (range.end_row - range.first_row, ==, 1);
  yd_grid_extend_to (fixture->grid, 9999, 499);
  yd_grid_set_rows (fixture->grid, 5, 20);
  yd_grid_get_range (fixture->grid, &range);
  g_assert_cmpuint (range.end_row, ==, 5);
  g_assert_cmpuint (yd_grid_get_current_row (fixture->grid), ==, 4);
}

typedef struct
{
  double     x;
  double     y;
  YdGridPart part;
  guint      row;
  guint      col;
} HitCase;

/* The window has 400 × 300; heads 100 and 30, tails 20 and 10; the body is scrolled by 50
 * and 25.
 */
static const HitCase hit_cases[] = {
  { 50, 15, YD_GRID_CORNER, YD_GRID_NONE, YD_GRID_NONE },
  { 100, 15, YD_GRID_COL_HEAD, YD_GRID_NONE, 1 },
  { 390, 15, YD_GRID_CORNER_RIGHT, YD_GRID_NONE, YD_GRID_NONE },
  { 50, 30, YD_GRID_ROW_HEAD, 1, YD_GRID_NONE },
  { 100, 30, YD_GRID_BODY, 1, 1 },
  { 129, 44, YD_GRID_BODY, 1, 1 },
  { 130, 45, YD_GRID_BODY, 2, 2 },
  { 379, 289, YD_GRID_BODY, 14, 8 },
  { 380, 289, YD_GRID_ROW_TAIL, 14, YD_GRID_NONE },
  { 50, 295, YD_GRID_CORNER_BELOW, YD_GRID_NONE, YD_GRID_NONE },
  { 379, 290, YD_GRID_COL_TAIL, YD_GRID_NONE, 8 },
  { 399, 299, YD_GRID_CORNER_END, YD_GRID_NONE, YD_GRID_NONE },
};

static void
test_hit (Fixture       *fixture,
          gconstpointer  data)
{
  yd_grid_scroll_to (fixture->grid, 50, 25);

  for (guint i = 0; i < G_N_ELEMENTS (hit_cases); i++)
    {
      const HitCase *test = &hit_cases[i];
      YdGridHit hit;

      yd_grid_hit_test (fixture->grid, test->x, test->y, &hit);
      g_assert_cmpuint (hit.part, ==, test->part);
      g_assert_cmpuint (hit.row, ==, test->row);
      g_assert_cmpuint (hit.col, ==, test->col);
    }

  yd_grid_set_rows (fixture->grid, 2, 20);
  for (double y = 80; y < 290; y += 20)
    {
      YdGridHit hit;

      yd_grid_hit_test (fixture->grid, 200, y, &hit);
      g_assert_cmpuint (hit.row, ==, YD_GRID_NONE);
    }
}

/* As many cells are drawn as can be seen, wherever that is, and texts do not pile up. */
static void
test_draws_visible (Fixture       *fixture,
                    gconstpointer  data)
{
  TestGrid *grid = TEST_GRID (fixture->grid);

  for (double y = 0; y < 200000; y += 20000)
    {
      g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

      yd_grid_scroll_to (fixture->grid, y / 20, y);
      grid->n_drawn = 0;
      GTK_WIDGET_GET_CLASS (grid)->snapshot (GTK_WIDGET (grid), snapshot);
      g_assert_cmpuint (grid->n_drawn, >=, 7 * 13);
      g_assert_cmpuint (grid->n_drawn, <=, 8 * 14);
    }

  g_assert_cmpuint (yd_text_cache_get_size (yd_grid_get_texts (fixture->grid)), <, 10);
}

static void
test_text_cache (Fixture       *fixture,
                 gconstpointer  data)
{
  YdTextCache *texts = yd_grid_get_texts (fixture->grid);
  PangoLayout *layout = yd_text_cache_get (texts, "要点", YD_TEXT_BODY, -1);

  g_assert_true (layout == yd_text_cache_get (texts, "要点", YD_TEXT_BODY, -1));
  g_assert_true (layout != yd_text_cache_get (texts, "要点", YD_TEXT_HEADING, -1));
  g_assert_true (layout != yd_text_cache_get (texts, "要点", YD_TEXT_BODY, 10));

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      yd_text_cache_get (texts, text, YD_TEXT_BODY, -1);
      g_assert_true (layout == yd_text_cache_get (texts, "要点", YD_TEXT_BODY, -1));
    }
  g_assert_cmpuint (yd_text_cache_get_size (texts), <=, 1000);
}

/* Nothing to see, and nothing to fall over. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

  yd_grid_set_rows (fixture->grid, 0, 20);
  yd_grid_set_cols (fixture->grid, 0, 20);
  press_key (fixture->grid, GDK_KEY_Down, 0);
  press_key (fixture->grid, GDK_KEY_End, GDK_CONTROL_MASK);
  press_key (fixture->grid, GDK_KEY_Return, 0);
  g_assert_cmpuint (TEST_GRID (fixture->grid)->n_activated, ==, 0);
  settle (fixture->grid);
  GTK_WIDGET_GET_CLASS (fixture->grid)->snapshot (GTK_WIDGET (fixture->grid), snapshot);
}

/* Tab leaves the grid in both directions, and comes back to the cell that was left. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  static const GtkDirectionType ways[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->grid), ways[i]));
      g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->grid)));
      g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->grid), ways[i]));
    }
}

static void
add (const char *path,
     void      (*func) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/grid/keys/%s", key_cases[i].name);

      g_test_add (path, Fixture, &key_cases[i], set_up, test_keys, tear_down);
    }
  add ("/grid/roving", test_roving);
  add ("/grid/no-focus", test_no_focus);
  add ("/grid/tab", test_tab);
  add ("/grid/activate", test_activate);
  add ("/grid/range", test_range);
  add ("/grid/hit", test_hit);
  add ("/grid/draws-visible", test_draws_visible);
  add ("/grid/text-cache", test_text_cache);
  add ("/grid/empty", test_empty);

  return g_test_run ();
}
