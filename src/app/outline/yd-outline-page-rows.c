/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include "yd-outline-cell.h"
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

/* What is spoken of a row */

static void
label (GtkWidget  *widget,
       const char *words)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words, -1);
}

/* Rows have no name of their own before GTK 4.12 (PLATFORM.md §4.2). */
static void
speak (YdOutlinePage *self,
       GtkWidget     *expander,
       YdPoint       *point,
       gboolean       folded)
{
  GtkWidget *cell = gtk_widget_get_parent (expander);
  g_autofree char *sentence = _yd_outline_page_dup_sentence (self, point, folded);

  label (expander, sentence);
  label (cell != NULL ? gtk_widget_get_parent (cell) : NULL, sentence);
}

/* The cells */

static gboolean
is_folded (GtkTreeListRow *row,
           YdPoint        *point)
{
  return g_list_model_get_n_items (yd_point_get_children (point)) > 0 &&
         !gtk_tree_list_row_get_expanded (row);
}

/* Every row can be unfolded, for it may get points; only some have something to show. */
static void
show_expander (GtkWidget      *expander,
               GtkTreeListRow *row,
               YdPoint        *point)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  if (g_list_model_get_n_items (yd_point_get_children (point)) > 0)
    gtk_widget_remove_css_class (expander, "yd-leaf");
  else
    {
      gtk_widget_add_css_class (expander, "yd-leaf");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_STATE_EXPANDED);
    }
}

static void
show_title (YdOutlinePage  *self,
            GtkListItem    *item,
            GtkTreeListRow *row,
            YdPoint        *point)
{
  GtkWidget *expander = gtk_list_item_get_child (item);
  YdPlan *plan = _yd_outline_page_get_plan (self);
  gboolean computed;
  g_autofree char *number = yd_point_number_dup (plan, point, &computed);
  g_autofree char *title = yd_outline_dup_title (point);

  yd_outline_title_show (YD_OUTLINE_TITLE (gtk_tree_expander_get_child
                                           (GTK_TREE_EXPANDER (expander))),
                         number, computed, title, gtk_tree_list_row_get_depth (row) == 0);

  speak (self, expander, point, is_folded (row, point));
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

static YdOutlineField *
get_field (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  return YD_OUTLINE_FIELD (GTK_IS_TREE_EXPANDER (child)
                           ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child)) : child);
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

/* What is drawn is filled with it. */
static void
spoil (YdOutlinePage *self,
       GtkListItem   *item)
{
  yd_outline_field_spoil (get_field (item));
  self->restless = TRUE;
  if (self->rest_id == 0)
    self->rest_id = g_timeout_add (REST, rest_cb, self);
}

/* Writes all rows anew. */
void
_yd_outline_page_refresh (YdOutlinePage *self)
{
  GHashTableIter iter;
  gpointer point, item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &point, &item))
    show_expander (gtk_list_item_get_child (item), gtk_list_item_get_item (item), point);

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

static void
ended_cb (YdOutlineTitle *title,
          const char     *typed,
          int             end,
          YdOutlinePage  *self)
{
  _yd_outline_page_ended (self, typed, end, title);
}

static void
setup_title_cb (YdOutlinePage *self,
                GtkListItem   *item)
{
  GtkWidget *expander = g_object_new (GTK_TYPE_TREE_EXPANDER,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_TREE_ITEM, NULL);
  GtkWidget *title = yd_outline_title_new ();

  yd_outline_field_set_source (YD_OUTLINE_FIELD (title), self->ink, fill_cb, self, item);
  g_signal_connect (title, "ended", G_CALLBACK (ended_cb), self);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), title);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_item_set_child (item, expander);
}

static void
bind_title_cb (YdOutlinePage *self,
               GtkListItem   *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);

  show_expander (gtk_list_item_get_child (item), row, point);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  g_hash_table_insert (self->bound, point, item);
  g_hash_table_insert (self->cells, item, show_title);
  spoil (self, item);
}

static gboolean
is_item (gpointer point,
         gpointer bound,
         gpointer item)
{
  return bound == item;
}

/* The field of a row that is scrolled away goes with it, and what stood in it stays. The
 * expander keeps the row until it gets another one: without any it would drop its arrow and
 * its indents, which are widgets, and make them anew.
 */
static void
unbind_title_cb (YdOutlinePage *self,
                 GtkListItem   *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);

  yd_outline_title_end (YD_OUTLINE_TITLE (gtk_tree_expander_get_child (expander)),
                        YD_EDIT_END_LEFT);
  g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
  g_hash_table_remove (self->cells, item);

  /* A row that is gone does not say of which point it was. */
  if (point == NULL)
    g_hash_table_foreach_remove (self->bound, is_item, item);
  else if (g_hash_table_lookup (self->bound, point) == item)
    g_hash_table_remove (self->bound, point);
}

static void
setup_cell_cb (YdOutlinePage *self,
               GtkListItem   *item)
{
  GtkWidget *cell = yd_outline_cell_new ();

  yd_outline_field_set_source (YD_OUTLINE_FIELD (cell), self->ink, fill_cb, self, item);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell (YdOutlinePage *self,
           GtkListItem   *item,
           ShowFunc       func)
{
  g_hash_table_insert (self->cells, item, func);
  spoil (self, item);
}

static void
bind_units_cb (YdOutlinePage *self,
               GtkListItem   *item)
{
  bind_cell (self, item, show_units);
}

static void
bind_deadline_cb (YdOutlinePage *self,
                  GtkListItem   *item)
{
  bind_cell (self, item, show_deadline);
}

static void
bind_status_cb (YdOutlinePage *self,
                GtkListItem   *item)
{
  bind_cell (self, item, show_status);
}

static void
unbind_cell_cb (YdOutlinePage *self,
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
      GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (expander));

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
  gtk_widget_class_bind_template_callback (klass, setup_cell_cb);
  gtk_widget_class_bind_template_callback (klass, bind_units_cb);
  gtk_widget_class_bind_template_callback (klass, bind_deadline_cb);
  gtk_widget_class_bind_template_callback (klass, bind_status_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_cell_cb);
}
