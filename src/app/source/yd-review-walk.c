/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-walk.h"

#include "yd-fact-fields.h"
#include "yd-loose-orders.h"
#include "yd-plan-walk.h"
#include "yd-release.h"

/**
 * YdReviewWalk:
 *
 * The way through the points of a plan, in pieces, on which all that was read is counted
 * and becomes lines of the list of proposals. The line of a row is the same object
 * every time.
 */

struct _YdReviewWalk
{
  GHashTable     *heads;        /* point → item, of all that were ever met */
  GHashTable     *facts;        /* row → item, likewise */
  GHashTable     *loose;        /* as yd_loose_orders_list() */
  YdPlanWalk     *points;       /* (nullable): those that are still to be met */
  GPtrArray      *rows;         /* of one point, used again for the next */
  YdReviewCounts  counts;
};

static YdReviewItem *
get_item (GHashTable *table,
          YdPoint    *point,
          YdRow      *row)
{
  gpointer key = row != NULL ? row : point;
  YdReviewItem *item = g_hash_table_lookup (table, key);

  /* A row that moved to another point is another line. */
  if (item != NULL && yd_review_item_get_point (item) == point)
    return item;

  item = yd_review_item_new (point, row);
  g_hash_table_insert (table, key, item);

  return item;
}

static guint *
find_count (YdReviewCounts *counts,
            YdRow          *row)
{
  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_ASSIGNMENT:
      return &counts->assignments;
    case YD_KIND_DEADLINE:
      return &counts->deadlines;
    case YD_KIND_DEPENDENCY:
      return &counts->orders;
    case YD_KIND_REFERENCE:
      return &counts->references;
    default:
      return &counts->points;
    }
}

static gboolean
count (YdReviewWalk *walk,
       YdRow        *row)
{
  YdReviewCounts *counts = &walk->counts;
  gboolean proposed = yd_fact_is_proposed (row);

  *find_count (counts, row) += 1;
  if (proposed || yd_fact_get_span (row) != NULL)
    counts->read++;
  if (proposed)
    counts->left++;

  return proposed;
}

static guint
take (YdReviewWalk *walk,
      YdRow        *row)
{
  g_ptr_array_add (walk->rows, row);

  return count (walk, row) ? 1 : 0;
}

static guint
take_all (YdReviewWalk *walk,
          GListModel   *rows)
{
  guint n = g_list_model_get_n_items (rows);
  guint n_left = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      n_left += take (walk, row);       /* the space keeps it */
    }

  return n_left;
}

/* A person who added something knows it: only what was read is listed. */
static void
add_group (YdReviewWalk *walk,
           GPtrArray    *items,
           YdPoint      *point,
           const char   *path,
           guint         n_left)
{
  YdReviewItem *head = get_item (walk->heads, point, NULL);

  yd_review_item_set_head (head, path, n_left);
  if (n_left == 0)
    return;

  g_ptr_array_add (items, g_object_ref (head));
  for (guint i = 0; i < walk->rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (walk->rows, i);

      if (yd_fact_is_proposed (row) || (yd_fact_get_span (row) != NULL && row != point))
        g_ptr_array_add (items, g_object_ref (get_item (walk->facts, point, row)));
    }
}

static void
add_point (YdReviewWalk *walk,
           GPtrArray    *items,
           YdPoint      *point,
           const char   *path)
{
  GPtrArray *loose = g_hash_table_lookup (walk->loose, point);
  guint n_left;

  g_ptr_array_set_size (walk->rows, 0);
  n_left = take (walk, point);
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_ASSIGNMENT));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_DEADLINE));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_DEPENDENCY));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_REFERENCE));
  for (guint i = 0; loose != NULL && i < loose->len; i++)
    n_left += take (walk, g_ptr_array_index (loose, i));

  add_group (walk, items, point, path, n_left);
}

/* Returns: (transfer full): a walk that has not begun */
YdReviewWalk *
yd_review_walk_new (void)
{
  YdReviewWalk *self = g_new0 (YdReviewWalk, 1);

  self->rows = g_ptr_array_new ();
  self->heads = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->facts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->loose = g_hash_table_new (NULL, NULL);

  return self;
}

void
yd_review_walk_free (YdReviewWalk *self)
{
  g_clear_pointer (&self->points, yd_plan_walk_free);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->heads);
  g_hash_table_unref (self->facts);
  g_hash_table_unref (self->loose);
  g_free (self);
}

static void
move_items (GHashTable *table,
            GPtrArray  *items)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, item);
  g_hash_table_steal_all (table);
}

/* Another plan has other lines. */
void
yd_review_walk_forget (YdReviewWalk *self)
{
  GPtrArray *items = g_ptr_array_new_full (g_hash_table_size (self->heads) +
                                           g_hash_table_size (self->facts), g_object_unref);

  move_items (self->heads, items);
  move_items (self->facts, items);
  yd_release_slowly (items);
  g_hash_table_remove_all (self->loose);
}

/* Begins at the first point of @plan, or has nothing to do. After an edit that moves points
 * it must begin anew.
 */
void
yd_review_walk_begin (YdReviewWalk *self,
                      YdPlan       *plan)
{
  self->counts = (YdReviewCounts) { 0 };
  g_clear_pointer (&self->points, yd_plan_walk_free);
  if (plan == NULL)
    return;

  self->counts.units = g_list_model_get_n_items (yd_plan_get_units (plan));
  g_hash_table_unref (self->loose);
  self->loose = yd_loose_orders_list (plan);
  self->points = yd_plan_walk_new (plan);
}

/**
 * yd_review_walk_next:
 * @self: a walk
 * @items: (element-type YdReviewItem): where lines are added
 * @n_points: how many points to look at
 *
 * Returns: whether that was all
 */
gboolean
yd_review_walk_next (YdReviewWalk *self,
                     GPtrArray    *items,
                     guint         n_points)
{
  const char *path;

  for (; n_points > 0 && self->points != NULL; n_points--)
    {
      YdPoint *point = yd_plan_walk_next (self->points, &path, NULL);

      if (point != NULL)
        add_point (self, items, point, path);
      else
        g_clear_pointer (&self->points, yd_plan_walk_free);
    }

  return self->points == NULL;
}

/* Returns: (transfer none): how much was met */
const YdReviewCounts *
yd_review_walk_get_counts (YdReviewWalk *self)
{
  return &self->counts;
}

/* So much was checked since. */
void
yd_review_walk_take_left (YdReviewWalk *self,
                          guint         n)
{
  self->counts.left -= n;
}

/* Returns: (transfer none) (nullable): the line of @point */
YdReviewItem *
yd_review_walk_find_head (YdReviewWalk *self,
                          YdPoint      *point)
{
  return g_hash_table_lookup (self->heads, point);
}

/* Returns: (transfer none) (nullable): the line of @row */
YdReviewItem *
yd_review_walk_find_fact (YdReviewWalk *self,
                          YdRow        *row)
{
  return g_hash_table_lookup (self->facts, row);
}
