/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-tree.h"

#include "yd-outline-words.h"
#include "yd-plan-walk.h"

/**
 * YdOutlineTree:
 *
 * The points as rows that can be unfolded, those left out that the filter hides.
 *
 * Which points are unfolded is kept here and not in the rows: a row that moves is
 * another row, and so is each after the tree was built anew. A filter unfolds all that
 * fits, and leaves what was kept alone.
 */

/* A plan of so many points is seen best by its chapters. */
#define MAX_UNFOLDED 500

/* A row is worth some dozen widgets, and a view of GTK makes two hundred of them, though
 * it shows thirty. It gets first what is seen, and the rest little by little.
 */
#define MIN_ROWS 20
#define MORE_ROWS 50
#define ROWS_OF_VIEW 210

struct _YdOutlineTree
{
  GObject            parent_instance;

  /* Owned */
  GtkTreeListModel  *model;
  GtkSliceListModel *slice;     /* what of it is shown; all after a while */
  GtkFilter         *shown;
  GHashTable        *expanded;  /* points */
  YdPlan            *plan;
  YdPointFilter     *filter;

  guint              n_seen;    /* rows that can be seen at once */
  guint              grow_id;
  gboolean           grown;
};

G_DEFINE_FINAL_TYPE (YdOutlineTree, yd_outline_tree, G_TYPE_OBJECT)

static gboolean
shows_cb (gpointer item,
          gpointer user_data)
{
  YdOutlineTree *self = user_data;

  return self->filter == NULL || yd_point_filter_shows (self->filter, item);
}

static gboolean
is_filtered (YdOutlineTree *self)
{
  return self->filter != NULL && yd_point_filter_get_active (self->filter);
}

/* What comes below a point that had nothing below it shows whatever the filter says: who
 * adds something wants to see it. And a filter forgets slowly to whom it tells its changes,
 * if these are thousands.
 */
static GListModel *
filter_list (YdOutlineTree *self,
             GListModel    *points)
{
  if (!is_filtered (self) || g_list_model_get_n_items (points) == 0)
    return g_object_ref (points);

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (points),
                                                  g_object_ref (self->shown)));
}

static GListModel *
list_children_cb (gpointer item,
                  gpointer user_data)
{
  return filter_list (user_data, yd_point_get_children (item));
}

/* What just came may have to be unfolded, but not while the lists speak. */
static void
items_changed_cb (YdOutlineTree *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  self->grown = self->grown || added > 0;
}

static void
drop_model (YdOutlineTree *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_object (&self->slice);
  g_clear_object (&self->model);
}

static gboolean
grow_cb (gpointer user_data)
{
  YdOutlineTree *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + MORE_ROWS;

  gtk_slice_list_model_set_size (self->slice, size < ROWS_OF_VIEW ? size : G_MAXUINT);
  if (size < ROWS_OF_VIEW)
    return G_SOURCE_CONTINUE;

  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

static void
take_slice (YdOutlineTree *self)
{
  gboolean is_long = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > self->n_seen;

  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), 0,
                                          is_long ? self->n_seen : G_MAXUINT);
  if (is_long)
    self->grow_id = g_idle_add (grow_cb, self);
}

/* What lies further down is shown with as many rows as the view has anyway. */
static void
grow_to (YdOutlineTree *self,
         guint          position)
{
  const gboolean is_near = position < ROWS_OF_VIEW - self->n_seen;

  if (self->grow_id == 0 || position < gtk_slice_list_model_get_size (self->slice))
    return;

  gtk_slice_list_model_set_size (self->slice, is_near ? position + self->n_seen : G_MAXUINT);
  if (!is_near)
    g_clear_handle_id (&self->grow_id, g_source_remove);
}

static void
yd_outline_tree_dispose (GObject *object)
{
  YdOutlineTree *self = YD_OUTLINE_TREE (object);

  drop_model (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->plan);
  g_clear_object (&self->filter);
  g_hash_table_remove_all (self->expanded);

  G_OBJECT_CLASS (yd_outline_tree_parent_class)->dispose (object);
}

static void
yd_outline_tree_finalize (GObject *object)
{
  g_hash_table_unref (YD_OUTLINE_TREE (object)->expanded);

  G_OBJECT_CLASS (yd_outline_tree_parent_class)->finalize (object);
}

static void
yd_outline_tree_class_init (YdOutlineTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_outline_tree_dispose;
  object_class->finalize = yd_outline_tree_finalize;
}

static void
yd_outline_tree_init (YdOutlineTree *self)
{
  self->n_seen = MIN_ROWS;
  self->expanded = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->shown = GTK_FILTER (gtk_custom_filter_new (shows_cb, self, NULL));
}

YdOutlineTree *
yd_outline_tree_new (void)
{
  return g_object_new (YD_TYPE_OUTLINE_TREE, NULL);
}

/* At least so many rows the model has from the beginning, when it is built anew. */
void
yd_outline_tree_set_n_seen (YdOutlineTree *self,
                            guint          n_seen)
{
  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  self->n_seen = CLAMP (n_seen, MIN_ROWS, ROWS_OF_VIEW);
}

/* Returns: (transfer none) (nullable): #GtkTreeListRow of points; another one after
 *   each yd_outline_tree_rebuild()
 */
GListModel *
yd_outline_tree_get_model (YdOutlineTree *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_TREE (self), NULL);

  return (GListModel *) self->slice;
}

static void
expand (YdOutlineTree *self,
        YdPoint       *point)
{
  if (!g_hash_table_contains (self->expanded, point))
    g_hash_table_add (self->expanded, g_object_ref (point));
}

/* All that have points below them, or only duties, which a new plan does not show. */
static void
expand_all (YdOutlineTree *self,
            gboolean       duties)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (self->plan);
  YdPoint *point;

  while ((point = yd_plan_walk_next (walk, NULL, NULL)) != NULL)
    if (duties ? g_list_model_get_n_items (yd_point_get_children (point)) > 0
               : yd_point_has_points (point))
      expand (self, point);
}

/* At first a plan that is not too long is unfolded down to what its points ask. */
static void
expand_first (YdOutlineTree *self)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (self->plan);
  guint n = 0;

  while (n <= MAX_UNFOLDED && yd_plan_walk_next (walk, NULL, NULL) != NULL)
    n++;
  if (n <= MAX_UNFOLDED)
    expand_all (self, FALSE);
}

/**
 * yd_outline_tree_set_plan:
 * @self: a tree
 * @plan: (nullable): the plan whose points it has
 * @filter: (nullable): which of them it shows
 *
 * Also builds the model; so keep it away from a view meanwhile.
 */
void
yd_outline_tree_set_plan (YdOutlineTree *self,
                          YdPlan        *plan,
                          YdPointFilter *filter)
{
  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  g_set_object (&self->filter, filter);
  if (g_set_object (&self->plan, plan))
    {
      g_hash_table_remove_all (self->expanded);
      if (plan != NULL)
        expand_first (self);
    }

  yd_outline_tree_rebuild (self);
}

/* Of @points, which stand below @row or at the top. Most have nothing below them, and no row has to
 * be made for those.
 */
static void
unfold_points (YdOutlineTree  *self,
               GtkTreeListRow *row,
               GListModel     *points)
{
  const guint n = g_list_model_get_n_items (points);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      g_autoptr(GtkTreeListRow) child = NULL;

      if (!g_hash_table_contains (self->expanded, point))
        continue;

      child = row != NULL ? gtk_tree_list_row_get_child_row (row, i)
                          : gtk_tree_list_model_get_child_row (self->model, i);
      gtk_tree_list_row_set_expanded (child, TRUE);
      if (gtk_tree_list_row_get_children (child) != NULL)
        unfold_points (self, child, gtk_tree_list_row_get_children (child));
    }
}

/* Unfolds what was unfolded and is not any more, since its row is a new one. */
static void
unfold (YdOutlineTree *self)
{
  self->grown = FALSE;
  if (g_hash_table_size (self->expanded) > 0)
    unfold_points (self, NULL, gtk_tree_list_model_get_model (self->model));
}

/* Many rows are unfolded quickly only as long as no view follows (PLATFORM.md §4.2). */
void
yd_outline_tree_rebuild (YdOutlineTree *self)
{
  GListModel *root;

  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  drop_model (self);
  if (self->plan == NULL)
    return;

  root = filter_list (self, yd_plan_get_points (self->plan));
  self->model = gtk_tree_list_model_new (root, FALSE, is_filtered (self), list_children_cb, self,
                                         NULL);
  if (!is_filtered (self))
    unfold (self);
  take_slice (self);

  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
}

/* After an edit: rows that came unfold again, and the filter looks once more. */
void
yd_outline_tree_settle (YdOutlineTree *self)
{
  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  if (self->model == NULL)
    return;

  if (is_filtered (self))
    gtk_filter_changed (self->shown, GTK_FILTER_CHANGE_DIFFERENT);
  else if (self->grown)
    unfold (self);
}

gboolean
yd_outline_tree_get_expanded (YdOutlineTree *self,
                              YdPoint       *point)
{
  g_return_val_if_fail (YD_IS_OUTLINE_TREE (self), FALSE);

  return g_hash_table_contains (self->expanded, point);
}

/**
 * yd_outline_tree_note_expanded:
 * @self: a tree
 * @point: a point
 * @expanded: whether it is unfolded
 *
 * What a person did to a row, or will find done after yd_outline_tree_settle(). With a
 * filter rows unfold by themselves, and that says nothing.
 */
void
yd_outline_tree_note_expanded (YdOutlineTree *self,
                               YdPoint       *point,
                               gboolean       expanded)
{
  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  if (is_filtered (self))
    return;

  if (expanded)
    expand (self, point);
  else
    g_hash_table_remove (self->expanded, point);
  self->grown = TRUE;
}

/* Folds or unfolds @row, and notes it: a row that nobody saw yet is not watched. */
void
yd_outline_tree_set_expanded (YdOutlineTree  *self,
                              GtkTreeListRow *row,
                              gboolean        expanded)
{
  g_autoptr(YdRow) point = NULL;

  g_return_if_fail (YD_IS_OUTLINE_TREE (self) && GTK_IS_TREE_LIST_ROW (row));

  point = gtk_tree_list_row_get_item (row);
  yd_outline_tree_note_expanded (self, point, expanded);
  gtk_tree_list_row_set_expanded (row, expanded);
}

/* @point and all that stands below it. */
void
yd_outline_tree_note_branch (YdOutlineTree *self,
                             YdPoint       *point,
                             gboolean       expanded)
{
  GListModel *children = yd_point_get_children (point);
  guint n = g_list_model_get_n_items (children);

  if (n > 0)
    yd_outline_tree_note_expanded (self, point, expanded);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      yd_outline_tree_note_branch (self, child, expanded);
    }
}

/* All of the plan; it shows after yd_outline_tree_rebuild(). */
void
yd_outline_tree_note_all (YdOutlineTree *self,
                          gboolean       expanded)
{
  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  g_hash_table_remove_all (self->expanded);
  if (expanded && self->plan != NULL)
    expand_all (self, TRUE);
}

static guint
find_in (GListModel *points,
         YdPoint    *point)
{
  guint n = g_list_model_get_n_items (points);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) other = g_list_model_get_item (points, i);

      if (other == point)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Returns: (transfer full) (nullable): the row of @point, those above it unfolded */
static GtkTreeListRow *
find_row (YdOutlineTree *self,
          YdPoint       *point)
{
  YdPoint *parent = yd_point_get_parent (point);
  g_autoptr(GtkTreeListRow) above = NULL;
  guint i;

  if (parent == NULL)
    {
      i = find_in (gtk_tree_list_model_get_model (self->model), point);

      return i != GTK_INVALID_LIST_POSITION ? gtk_tree_list_model_get_child_row (self->model, i)
                                            : NULL;
    }

  above = find_row (self, parent);
  if (above == NULL)
    return NULL;

  yd_outline_tree_note_expanded (self, parent, TRUE);
  gtk_tree_list_row_set_expanded (above, TRUE);
  i = find_in (gtk_tree_list_row_get_children (above), point);

  return i != GTK_INVALID_LIST_POSITION ? gtk_tree_list_row_get_child_row (above, i) : NULL;
}

/**
 * yd_outline_tree_find:
 * @self: a tree
 * @point: a live point
 *
 * Unfolds what stands above @point, and has all rows there up to it.
 *
 * Returns: where it stands in the model, or %GTK_INVALID_LIST_POSITION if the filter
 *   hides it
 */
guint
yd_outline_tree_find (YdOutlineTree *self,
                      YdPoint       *point)
{
  g_autoptr(GtkTreeListRow) row = NULL;
  guint position;

  g_return_val_if_fail (YD_IS_OUTLINE_TREE (self), GTK_INVALID_LIST_POSITION);

  row = self->model != NULL ? find_row (self, point) : NULL;
  if (row == NULL)
    return GTK_INVALID_LIST_POSITION;

  position = gtk_tree_list_row_get_position (row);
  grow_to (self, position);

  return position;
}

/* Returns: (transfer floating): the ids of what is unfolded */
GVariant *
yd_outline_tree_dup_expanded (YdOutlineTree *self)
{
  g_autoptr(GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  GHashTableIter iter;
  gpointer point;

  g_hash_table_iter_init (&iter, self->expanded);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    g_variant_builder_add (builder, "s", yd_row_get_id (point));

  return g_variant_builder_end (builder);
}

/* It shows after yd_outline_tree_rebuild(). */
void
yd_outline_tree_restore (YdOutlineTree *self,
                         GVariant      *expanded)
{
  GVariantIter iter;
  const char *id;

  g_return_if_fail (YD_IS_OUTLINE_TREE (self));

  g_hash_table_remove_all (self->expanded);
  g_variant_iter_init (&iter, expanded);
  while (self->plan != NULL && g_variant_iter_next (&iter, "&s", &id))
    {
      YdRow *point = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id);

      if (point != NULL)
        expand (self, point);
    }
}
