/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include "yd-outline-cell.h"
#include "yd-outline-expander.h"
#include "yd-point-number.h"

/* The rows: what stands in their cells, and which names they have. */

/* A list that was at rest so long fills also the rows out of sight, some in one go: somebody
 * who does not see them may ask for them.
 */
#define REST 150
#define PIECE 16

typedef void (* ShowFunc) (YdOutlinePage  *self,
                           GtkListItem    *item,
                           GtkTreeListRow *row,
                           YdPoint        *point);

/* When they are filled */

static YdOutlineField *
get_field (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  return YD_IS_OUTLINE_EXPANDER (child)
         ? YD_OUTLINE_FIELD (yd_outline_expander_get_title (YD_OUTLINE_EXPANDER (child)))
         : YD_OUTLINE_FIELD (child);
}

static gboolean
fill_some_cb (gpointer user_data)
{
  YdOutlinePage *self = user_data;
  GHashTableIter iter;
  gpointer item;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->cells);
  while (n < PIECE && g_hash_table_iter_next (&iter, &item, NULL))
    n += yd_outline_field_fill (get_field (item));

  if (n == PIECE)
    return G_SOURCE_CONTINUE;

  self->rest_id = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer user_data)
{
  YdOutlinePage *self = user_data;

  if (self->restless)
    {
      self->restless = FALSE;
      return G_SOURCE_CONTINUE;
    }

  self->rest_id = g_idle_add_full (G_PRIORITY_LOW, fill_some_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/* A field that got another row, or whose row says something else. What is drawn is filled
 * with it.
 */
static void
spoil (YdOutlinePage *self,
       GtkListItem   *item)
{
  yd_outline_field_spoil (get_field (item));
  self->restless = TRUE;
  if (self->rest_id == 0)
    self->rest_id = g_timeout_add (REST, rest_cb, self);
}

/* The cells */

static gboolean
is_folded (GtkTreeListRow *row,
           YdPoint        *point)
{
  return g_list_model_get_n_items (yd_point_get_children (point)) > 0 &&
         !gtk_tree_list_row_get_expanded (row);
}

/* A row that folds or unfolds. One that is gone says so too: it has no item any more, or,
 * later than GTK 4.8, keeps it and cannot be unfolded. */
static void
expanded_cb (GtkTreeListRow *row,
             GParamSpec     *pspec,
             YdOutlinePage  *self)
{
  g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);
  GHashTableIter iter;
  gpointer item;

  if (point == NULL || !gtk_tree_list_row_is_expandable (row))
    return;

  if (g_list_model_get_n_items (yd_point_get_children (point)) > 0)
    yd_outline_tree_note_expanded (self->tree, point, gtk_tree_list_row_get_expanded (row));

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_item (item) == row)
      spoil (self, item);
}

/* Returns: (transfer none) (nullable): the whole row in which @expander stands, if it does */
static GtkWidget *
get_line (GtkWidget *expander)
{
  GtkWidget *cell = gtk_widget_get_parent (expander);

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

/* Rows have no name of their own before GTK 4.12 (PLATFORM.md §4.2). Every row can be
 * unfolded, for it may get points; only some have something to show.
 */
static void
show_expander (YdOutlinePage     *self,
               YdOutlineExpander *expander,
               GtkTreeListRow    *row,
               YdPoint           *point)
{
  GtkWidget *line = get_line (GTK_WIDGET (expander));
  const gboolean leaf = g_list_model_get_n_items (yd_point_get_children (point)) == 0;
  g_autofree char *sentence = _yd_outline_page_dup_sentence (self, point, is_folded (row, point));

  yd_outline_expander_show (expander, leaf, sentence);
  yd_outline_expander_watch (expander, G_CALLBACK (expanded_cb), self);
  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    sentence, -1);
}

static void
show_title (YdOutlinePage  *self,
            GtkListItem    *item,
            GtkTreeListRow *row,
            YdPoint        *point)
{
  YdOutlineExpander *expander = YD_OUTLINE_EXPANDER (gtk_list_item_get_child (item));
  YdPlan *plan = _yd_outline_page_get_plan (self);
  gboolean computed;
  g_autofree char *number = yd_point_number_dup (plan, point, &computed);
  g_autofree char *title = yd_outline_dup_title (point);

  yd_outline_title_show (yd_outline_expander_get_title (expander), number, computed, title,
                         gtk_tree_list_row_get_depth (row) == 0);
  show_expander (self, expander, row, point);
}

static void
show_units (YdOutlinePage  *self,
            GtkListItem    *item,
            GtkTreeListRow *row,
            YdPoint        *point)
{
  g_auto(YdCellWords) words = { NULL };

  yd_outline_say_units (_yd_outline_page_get_plan (self), point, &words);
  yd_outline_cell_show (YD_OUTLINE_CELL (gtk_list_item_get_child (item)), &words, NULL);
}

static void
show_deadline (YdOutlinePage  *self,
               GtkListItem    *item,
               GtkTreeListRow *row,
               YdPoint        *point)
{
  g_autoptr(YdRow) first = g_list_model_get_item (yd_point_get_deadlines (point), 0);
  g_auto(YdCellWords) words = { NULL };

  yd_outline_say_deadline (_yd_outline_page_get_schedule (self), point, &words);
  yd_outline_cell_show (YD_OUTLINE_CELL (gtk_list_item_get_child (item)), &words,
                        first != NULL ? yd_row_get_cell (first, YD_DEADLINE_WORDS) : NULL);
}

static void
show_status (YdOutlinePage  *self,
             GtkListItem    *item,
             GtkTreeListRow *row,
             YdPoint        *point)
{
  g_auto(YdCellWords) words = { NULL };
  g_autofree char *tooltip = NULL;

  _yd_outline_page_say_status (self, point, is_folded (row, point), &words, &tooltip);
  yd_outline_cell_show (YD_OUTLINE_CELL (gtk_list_item_get_child (item)), &words, tooltip);
}

static void
fill_cb (gpointer     owner,
         GtkListItem *item)
{
  YdOutlinePage *self = owner;
  ShowFunc func = (ShowFunc) g_hash_table_lookup (self->cells, item);
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(YdRow) point = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (func != NULL && point != NULL && _yd_outline_page_get_plan (self) != NULL)
    func (self, item, row, point);
}

/* Writes all rows anew. */
void
_yd_outline_page_refresh (YdOutlinePage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    spoil (self, item);
}

/* Rows that are gone have nothing to be filled with. */
void
_yd_outline_page_end_rest (YdOutlinePage *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

/* With another font all of them are of another size. */
void
_yd_outline_page_resize_rows (YdOutlinePage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    gtk_widget_queue_resize (GTK_WIDGET (get_field (item)));
}

static void
ended_cb (YdOutlineTitle *title,
          const char     *typed,
          int             end,
          YdOutlinePage  *self)
{
  _yd_outline_page_ended (self, typed, end, title);
}

/* Items stay with their fields, and get other rows. */
static void
setup_field (YdOutlinePage  *self,
             GtkListItem    *item,
             YdOutlineField *field,
             ShowFunc        func)
{
  yd_outline_field_set_source (field, self->ink, fill_cb, self, item);
  g_hash_table_insert (self->cells, item, func);
}

static void
setup_title_cb (YdOutlinePage *self,
                GtkListItem   *item)
{
  GtkWidget *title = yd_outline_title_new ();

  setup_field (self, item, YD_OUTLINE_FIELD (title), show_title);
  g_signal_connect (title, "ended", G_CALLBACK (ended_cb), self);
  gtk_list_item_set_child (item, yd_outline_expander_new (YD_OUTLINE_TITLE (title)));
}

static void
bind_title_cb (YdOutlinePage *self,
               GtkListItem   *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);

  yd_outline_expander_set_row (YD_OUTLINE_EXPANDER (gtk_list_item_get_child (item)), row, point);
  g_hash_table_insert (self->bound, point, item);
  spoil (self, item);
}

/* The field of a row that is scrolled away goes with it, and what stood in it stays. A row
 * that is gone does not say any more of which point it was.
 */
static void
unbind_title_cb (YdOutlinePage *self,
                 GtkListItem   *item)
{
  YdOutlineExpander *expander = YD_OUTLINE_EXPANDER (gtk_list_item_get_child (item));
  YdPoint *point = yd_outline_expander_get_point (expander);

  yd_outline_title_end (yd_outline_expander_get_title (expander), YD_EDIT_END_LEFT);
  if (g_hash_table_lookup (self->bound, point) == item)
    g_hash_table_remove (self->bound, point);
  yd_outline_expander_set_row (expander, NULL, NULL);
}

static void
setup_cell (YdOutlinePage *self,
            GtkListItem   *item,
            ShowFunc       func)
{
  GtkWidget *cell = yd_outline_cell_new ();

  setup_field (self, item, YD_OUTLINE_FIELD (cell), func);
  gtk_list_item_set_child (item, cell);
}

static void
setup_units_cb (YdOutlinePage *self,
                GtkListItem   *item)
{
  setup_cell (self, item, show_units);
}

static void
setup_deadline_cb (YdOutlinePage *self,
                   GtkListItem   *item)
{
  setup_cell (self, item, show_deadline);
}

static void
setup_status_cb (YdOutlinePage *self,
                 GtkListItem   *item)
{
  setup_cell (self, item, show_status);
}

static void
bind_cell_cb (YdOutlinePage *self,
              GtkListItem   *item)
{
  spoil (self, item);
}

static void
teardown_cb (YdOutlinePage *self,
             GtkListItem   *item)
{
  g_hash_table_remove (self->cells, item);
}

/* Returns: (transfer none) (nullable): what shows @point in the tree, if it is in sight */
GtkWidget *
_yd_outline_page_get_expander (YdOutlinePage *self,
                               YdPoint       *point)
{
  GtkListItem *item = g_hash_table_lookup (self->bound, point);

  return item != NULL ? gtk_list_item_get_child (item) : NULL;
}

/* Returns: (transfer none) (nullable): the title of @point, if its row is there */
YdOutlineTitle *
_yd_outline_page_get_title (YdOutlinePage *self,
                            YdPoint       *point)
{
  GtkWidget *expander = _yd_outline_page_get_expander (self, point);

  return expander != NULL
         ? yd_outline_expander_get_title (YD_OUTLINE_EXPANDER (expander)) : NULL;
}

/**
 * _yd_outline_page_find_point_at:
 * @self: a page
 * @y: a place in the view
 * @fraction: (out): how far down in the row it is
 * @bounds: (out): where the row is in the view
 *
 * Returns: (transfer none) (nullable): the point there
 */
YdPoint *
_yd_outline_page_find_point_at (YdOutlinePage   *self,
                                double           y,
                                double          *fraction,
                                graphene_rect_t *bounds)
{
  GHashTableIter iter;
  gpointer point, item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &point, &item))
    {
      GtkWidget *expander = gtk_list_item_get_child (item);
      GtkWidget *row = get_line (expander);

      if (gtk_widget_get_mapped (expander) &&
          gtk_widget_compute_bounds (row, GTK_WIDGET (self->view), bounds) &&
          y >= bounds->origin.y && y < bounds->origin.y + bounds->size.height)
        {
          *fraction = (y - bounds->origin.y) / bounds->size.height;
          return point;
        }
    }

  return NULL;
}

void
_yd_outline_page_bind_rows (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, setup_title_cb);
  gtk_widget_class_bind_template_callback (klass, bind_title_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_title_cb);
  gtk_widget_class_bind_template_callback (klass, setup_units_cb);
  gtk_widget_class_bind_template_callback (klass, setup_deadline_cb);
  gtk_widget_class_bind_template_callback (klass, setup_status_cb);
  gtk_widget_class_bind_template_callback (klass, bind_cell_cb);
  gtk_widget_class_bind_template_callback (klass, teardown_cb);
}
