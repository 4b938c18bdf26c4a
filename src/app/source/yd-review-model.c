/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-model.h"

#include "yd-plan-edits.h"

/**
 * YdReviewModel:
 *
 * The points of a plan at which something is to be checked, each followed by all that
 * was read there. A point goes when nothing of it is left to check, and comes back
 * when that is undone. What is equal before and after an edit stays: only what
 * differs between is announced.
 */

struct _YdReviewModel
{
  GObject         parent_instance;

  YdPlan         *plan;
  GPtrArray      *items;
  GHashTable     *heads;        /* point → item, of all that were ever shown */
  GHashTable     *facts;        /* row → item, likewise */
  GHashTable     *loose;        /* point → array of rows without a point after them */
  GHashTable     *positions;    /* item → place + 1; NULL when out of date */
  YdReviewCounts  counts;
};

static void yd_review_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  YdReviewModel, yd_review_model, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, yd_review_model_list_init))

enum {
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
yd_review_model_get_item_type (GListModel *model)
{
  return YD_TYPE_REVIEW_ITEM;
}

static guint
yd_review_model_get_n_items (GListModel *model)
{
  return YD_REVIEW_MODEL (model)->items->len;
}

static gpointer
yd_review_model_get_item (GListModel *model,
                          guint       position)
{
  YdReviewModel *self = YD_REVIEW_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
yd_review_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = yd_review_model_get_item_type;
  iface->get_n_items = yd_review_model_get_n_items;
  iface->get_item = yd_review_model_get_item;
}

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

typedef struct
{
  YdReviewModel *self;
  GPtrArray     *items;
  GPtrArray     *rows;          /* of one point, used again for the next */
} Walk;

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
    default:
      return &counts->points;
    }
}

static gboolean
was_read (YdRow *row)
{
  YdKind kind;
  guint field;

  return yd_schema_find_field (yd_schema_get_kind (yd_row_get_kind (row))->name, "span", &kind,
                               &field) &&
         yd_row_get_cell (row, field) != NULL;
}

static gboolean
count (Walk  *walk,
       YdRow *row)
{
  YdReviewCounts *counts = &walk->self->counts;
  gboolean proposed = yd_plan_is_proposed (row);

  *find_count (counts, row) += 1;
  if (proposed || was_read (row))
    counts->read++;
  if (proposed)
    counts->left++;

  return proposed;
}

static guint
take (Walk  *walk,
      YdRow *row)
{
  g_ptr_array_add (walk->rows, row);

  return count (walk, row) ? 1 : 0;
}

static guint
take_all (Walk       *walk,
          GListModel *rows)
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
add_group (Walk       *walk,
           YdPoint    *point,
           const char *path,
           guint       n_left)
{
  YdReviewItem *head = get_item (walk->self->heads, point, NULL);

  yd_review_item_set_head (head, path, n_left);
  if (n_left == 0)
    return;

  g_ptr_array_add (walk->items, g_object_ref (head));
  for (guint i = 0; i < walk->rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (walk->rows, i);

      if (yd_plan_is_proposed (row) || (was_read (row) && row != point))
        g_ptr_array_add (walk->items, g_object_ref (get_item (walk->self->facts, point, row)));
    }
}

static void
add_point_cb (YdPoint    *point,
              const char *path,
              guint       level,
              gpointer    user_data)
{
  Walk *walk = user_data;
  GPtrArray *loose = g_hash_table_lookup (walk->self->loose, point);
  guint n_left;

  g_ptr_array_set_size (walk->rows, 0);
  n_left = take (walk, point);
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_ASSIGNMENT));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_DEADLINE));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_DEPENDENCY));
  for (guint i = 0; loose != NULL && i < loose->len; i++)
    n_left += take (walk, g_ptr_array_index (loose, i));

  add_group (walk, point, path, n_left);
}

/* What says only what comes before belongs there. */
static void
list_loose (YdReviewModel *self)
{
  GListModel *rows = yd_space_get_rows (YD_SPACE (self->plan), YD_KIND_DEPENDENCY);
  guint n = g_list_model_get_n_items (rows);

  g_hash_table_remove_all (self->loose);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);
      const char *id = yd_row_get_cell (row, YD_DEPENDENCY_PRED);
      YdRow *point = id != NULL ? yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id)
                                : NULL;
      GPtrArray *list;

      if (point == NULL)
        continue;
      list = g_hash_table_lookup (self->loose, point);
      if (list == NULL)
        g_hash_table_insert (self->loose, point, list = g_ptr_array_new ());
      g_ptr_array_add (list, row);
    }
}

/* Returns: (transfer full): what shall be listed now */
static GPtrArray *
make_items (YdReviewModel *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  Walk walk = { self, g_ptr_array_new_with_free_func (g_object_unref), rows };

  self->counts = (YdReviewCounts) { 0 };
  if (self->plan == NULL)
    return walk.items;

  self->counts.units = g_list_model_get_n_items (yd_plan_get_units (self->plan));
  list_loose (self);
  yd_plan_foreach_point (self->plan, add_point_cb, &walk);

  return walk.items;
}

static void
replace_items (YdReviewModel *self,
               GPtrArray     *items)
{
  g_autoptr(GPtrArray) old = self->items;
  guint shorter = MIN (old->len, items->len);
  guint before = 0;
  guint after = 0;

  while (before < shorter &&
         g_ptr_array_index (old, before) == g_ptr_array_index (items, before))
    before++;
  while (after < shorter - before && g_ptr_array_index (old, old->len - 1 - after) ==
                                     g_ptr_array_index (items, items->len - 1 - after))
    after++;

  self->items = items;
  g_clear_pointer (&self->positions, g_hash_table_unref);
  if (old->len != items->len || before < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                                items->len - before - after);
}

static void
yd_review_model_finalize (GObject *object)
{
  YdReviewModel *self = YD_REVIEW_MODEL (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_pointer (&self->loose, g_hash_table_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);

  G_OBJECT_CLASS (yd_review_model_parent_class)->finalize (object);
}

static void
yd_review_model_class_init (YdReviewModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_review_model_finalize;

  /* The counts are other ones now. */
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_review_model_init (YdReviewModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->heads = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->facts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->loose = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

YdReviewModel *
yd_review_model_new (void)
{
  return g_object_new (YD_TYPE_REVIEW_MODEL, NULL);
}

/* Lists what is to be checked in another plan, or nothing. */
void
yd_review_model_set_plan (YdReviewModel *self,
                          YdPlan        *plan)
{
  g_return_if_fail (YD_IS_REVIEW_MODEL (self));
  g_return_if_fail (plan == NULL || YD_IS_PLAN (plan));

  if (!g_set_object (&self->plan, plan))
    return;

  replace_items (self, g_ptr_array_new_with_free_func (g_object_unref));
  g_hash_table_remove_all (self->heads);
  g_hash_table_remove_all (self->facts);
  g_hash_table_remove_all (self->loose);
  replace_items (self, make_items (self));
  g_signal_emit (self, signals[COUNTED], 0);
}

/* After @edit came into force: lines whose rows it changed say so. */
void
yd_review_model_update (YdReviewModel *self,
                        YdEdit        *edit)
{
  const YdChange *changes;
  guint n_changes;

  g_return_if_fail (YD_IS_REVIEW_MODEL (self));

  replace_items (self, make_items (self));

  changes = yd_edit_get_changes (edit, &n_changes);
  for (guint i = 0; self->plan != NULL && i < n_changes; i++)
    {
      YdRow *row = yd_space_lookup (YD_SPACE (self->plan), changes[i].kind, changes[i].id);
      YdReviewItem *fact = row != NULL ? g_hash_table_lookup (self->facts, row) : NULL;
      YdReviewItem *head = row != NULL ? g_hash_table_lookup (self->heads, row) : NULL;

      if (fact != NULL)
        yd_review_item_changed (fact);
      if (head != NULL)
        yd_review_item_changed (head);
    }

  g_signal_emit (self, signals[COUNTED], 0);
}

/* Returns: (transfer none): how much there is, and is left */
const YdReviewCounts *
yd_review_model_get_counts (YdReviewModel *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), NULL);

  return &self->counts;
}

/* Returns: where @item is, or %YD_REVIEW_NONE */
guint
yd_review_model_find (YdReviewModel *self,
                      YdReviewItem  *item)
{
  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  if (self->positions == NULL)
    {
      self->positions = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->items->len; i++)
        g_hash_table_insert (self->positions, g_ptr_array_index (self->items, i),
                             GUINT_TO_POINTER (i + 1));
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, item)) - 1;
}

/* Returns: where the line of @row is, or %YD_REVIEW_NONE */
guint
yd_review_model_find_row (YdReviewModel *self,
                          YdRow         *row)
{
  YdReviewItem *item;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  item = g_hash_table_lookup (self->facts, row);

  return item != NULL ? yd_review_model_find (self, item) : YD_REVIEW_NONE;
}

/* Returns: where the head of @point is, or %YD_REVIEW_NONE */
guint
yd_review_model_find_point (YdReviewModel *self,
                            YdPoint       *point)
{
  YdReviewItem *item;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  item = g_hash_table_lookup (self->heads, point);

  return item != NULL ? yd_review_model_find (self, item) : YD_REVIEW_NONE;
}

/**
 * yd_review_model_find_next:
 * @self: a model
 * @from: where to begin; behind the end, it goes on at the start
 *
 * Returns: where the next line is that is to be checked, or %YD_REVIEW_NONE
 */
guint
yd_review_model_find_next (YdReviewModel *self,
                           guint          from)
{
  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  for (guint i = 0; i < self->items->len; i++)
    {
      guint position = (from + i) % self->items->len;
      YdRow *row = yd_review_item_get_row (g_ptr_array_index (self->items, position));

      if (row != NULL && yd_plan_is_proposed (row))
        return position;
    }

  return YD_REVIEW_NONE;
}
