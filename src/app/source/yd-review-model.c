/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-model.h"

#include "yd-fact-fields.h"
#include "yd-loose-orders.h"

/**
 * YdReviewModel:
 *
 * The points of a plan at which something is to be checked, each followed by all that
 * was read there. A point goes when nothing of it is left to check, and comes back
 * when that is undone. What is equal before and after an edit stays: only what
 * differs between is announced.
 */

#define FILL_POINTS 200         /* that are looked at in one go */
#define FIRST_POINTS 20         /* as long as each of them gets widgets, which take longer */
#define LINES_OF_VIEW 210
#define MANY_CHANGES 2000       /* after which the list is not made anew at once */

struct _YdReviewModel
{
  GObject         parent_instance;

  YdPlan         *plan;
  GPtrArray      *items;
  GHashTable     *heads;        /* point → item, of all that were ever shown */
  GHashTable     *facts;        /* row → item, likewise */
  GHashTable     *loose;        /* as yd_loose_orders_list() */

  /* While the list of a plan that was just given to it fills */
  GPtrArray      *points;
  GPtrArray      *paths;
  guint           n_filled;
  guint           fill_id;
  GPtrArray      *coming;       /* takes the place of items when it is complete */
  YdReviewCounts  counting;
  YdReviewCounts  counts;       /* of what is listed */
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
    case YD_KIND_REFERENCE:
      return &counts->references;
    default:
      return &counts->points;
    }
}

static gboolean
count (Walk  *walk,
       YdRow *row)
{
  YdReviewCounts *counts = &walk->self->counting;
  gboolean proposed = yd_fact_is_proposed (row);

  *find_count (counts, row) += 1;
  if (proposed || yd_fact_get_span (row) != NULL)
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

      if (yd_fact_is_proposed (row) || (yd_fact_get_span (row) != NULL && row != point))
        g_ptr_array_add (walk->items, g_object_ref (get_item (walk->self->facts, point, row)));
    }
}

static void
add_point (Walk       *walk,
           YdPoint    *point,
           const char *path)
{
  GPtrArray *loose = g_hash_table_lookup (walk->self->loose, point);
  guint n_left;

  g_ptr_array_set_size (walk->rows, 0);
  n_left = take (walk, point);
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_ASSIGNMENT));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_DEADLINE));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_DEPENDENCY));
  n_left += take_all (walk, yd_row_get_rows (point, YD_KIND_REFERENCE));
  for (guint i = 0; loose != NULL && i < loose->len; i++)
    n_left += take (walk, g_ptr_array_index (loose, i));

  add_group (walk, point, path, n_left);
}

static void
note_point_cb (YdPoint    *point,
               const char *path,
               guint       level,
               gpointer    user_data)
{
  YdReviewModel *self = user_data;

  g_ptr_array_add (self->points, g_object_ref (point));
  g_ptr_array_add (self->paths, g_strdup (path));
}

static void
begin (YdReviewModel *self)
{
  self->counting = (YdReviewCounts) { 0 };
  self->n_filled = 0;
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_ptr_array_set_size (self->points, 0);
  g_ptr_array_set_size (self->paths, 0);
  if (self->plan == NULL)
    return;

  self->counting.units = g_list_model_get_n_items (yd_plan_get_units (self->plan));
  g_hash_table_unref (self->loose);
  self->loose = yd_loose_orders_list (self->plan);
  yd_plan_foreach_point (self->plan, note_point_cb, self);
}

/* Adds to @items what is listed of the next @n_points. Returns: whether that was all */
static gboolean
go_on (YdReviewModel *self,
       GPtrArray     *items,
       guint          n_points)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  Walk walk = { self, items, rows };

  for (; n_points > 0 && self->n_filled < self->points->len; n_points--, self->n_filled++)
    add_point (&walk, g_ptr_array_index (self->points, self->n_filled),
               g_ptr_array_index (self->paths, self->n_filled));
  if (self->n_filled < self->points->len)
    return FALSE;

  g_ptr_array_set_size (self->points, 0);
  g_ptr_array_set_size (self->paths, 0);
  self->n_filled = 0;

  return TRUE;
}

/* Returns: (transfer full): what shall be listed now */
static GPtrArray *
make_items (YdReviewModel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  begin (self);
  go_on (self, items, G_MAXUINT);
  self->counts = self->counting;

  return items;
}

static gboolean
fill_cb (gpointer user_data)
{
  YdReviewModel *self = user_data;
  guint n_before = self->items->len;
  gboolean done = go_on (self, self->items,
                         n_before < LINES_OF_VIEW ? FIRST_POINTS : FILL_POINTS);

  if (done)
    self->fill_id = 0;
  self->counts = self->counting;
  if (self->items->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->items->len - n_before);
  g_signal_emit (self, signals[COUNTED], 0);

  return !done;
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
  if (old->len != items->len || before < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                                items->len - before - after);
}

/* What is listed stays until all of what comes is known: a person is just looking at it. */
static gboolean
refill_cb (gpointer user_data)
{
  YdReviewModel *self = user_data;

  if (!go_on (self, self->coming, FILL_POINTS))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  self->counts = self->counting;
  replace_items (self, g_steal_pointer (&self->coming));
  for (guint i = 0; i < self->items->len; i++)
    yd_review_item_changed (g_ptr_array_index (self->items, i));
  g_signal_emit (self, signals[COUNTED], 0);

  return G_SOURCE_REMOVE;
}

static void
refill (YdReviewModel *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  begin (self);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->fill_id = g_idle_add (refill_cb, self);
}

static void
yd_review_model_finalize (GObject *object)
{
  YdReviewModel *self = YD_REVIEW_MODEL (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_pointer (&self->loose, g_hash_table_unref);

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
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->heads = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->facts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->loose = g_hash_table_new (NULL, NULL);
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

  g_clear_handle_id (&self->fill_id, g_source_remove);
  replace_items (self, g_ptr_array_new_with_free_func (g_object_unref));
  g_hash_table_remove_all (self->heads);
  g_hash_table_remove_all (self->facts);
  g_hash_table_remove_all (self->loose);
  begin (self);
  if (fill_cb (self))
    self->fill_id = g_idle_add (fill_cb, self);
}

/* What only changes what rows say moves no line, unless a point has nothing left to
 * check, or has something again.
 */
#define MAX_POINTS 64

static gboolean
moves_lines (const YdChange *change)
{
  const YdKindInfo *info = yd_schema_get_kind (change->kind);

  return change->field == YD_FIELD_DELETED || change->field == info->order ||
         (info->fields[change->field].flags & (YD_FIELD_HOME | YD_FIELD_NEEDED)) != 0 ||
         (change->kind == YD_KIND_POINT && change->field == YD_POINT_PRINTED);
}

/* Returns: (transfer full) (nullable): the heads that @edit is about, if it moves no
 *   line and these are not many
 */
static GHashTable *
list_heads (YdReviewModel *self,
            YdEdit        *edit)
{
  g_autoptr(GHashTable) heads = g_hash_table_new (NULL, NULL);
  const YdChange *changes;
  guint n_changes;

  changes = yd_edit_get_changes (edit, &n_changes);
  for (guint i = 0; i < n_changes; i++)
    {
      YdRow *row = yd_space_lookup (YD_SPACE (self->plan), changes[i].kind, changes[i].id);
      YdReviewItem *fact = row != NULL ? g_hash_table_lookup (self->facts, row) : NULL;
      YdReviewItem *head = fact == NULL ? NULL
                         : g_hash_table_lookup (self->heads, yd_review_item_get_point (fact));

      if (moves_lines (&changes[i]) || head == NULL || yd_review_item_get_n_left (head) == 0 ||
          g_hash_table_size (heads) > MAX_POINTS)
        return NULL;
      g_hash_table_add (heads, head);
    }

  return g_steal_pointer (&heads);
}

/* Counts the lines below @head, and takes them all away if nothing is left there. */
static void
update_group (YdReviewModel *self,
              YdReviewItem  *head)
{
  guint first = yd_review_model_find (self, head);
  guint n_left = 0;
  guint n = 1;

  for (; first + n < self->items->len; n++)
    {
      YdRow *row = yd_review_item_get_row (g_ptr_array_index (self->items, first + n));

      if (row == NULL)
        break;
      n_left += yd_fact_is_proposed (row) ? 1 : 0;
    }

  self->counts.left -= yd_review_item_get_n_left (head) - n_left;
  self->counting.left -= yd_review_item_get_n_left (head) - n_left;
  yd_review_item_set_head (head, yd_review_item_get_path (head), n_left);
  if (n_left > 0)
    return;

  g_ptr_array_remove_range (self->items, first, n);
  g_list_model_items_changed (G_LIST_MODEL (self), first, n, 0);
}

static gboolean
update_groups (YdReviewModel *self,
               YdEdit        *edit)
{
  g_autoptr(GHashTable) heads = list_heads (self, edit);
  GHashTableIter iter;
  gpointer head;

  if (heads == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, heads);
  while (g_hash_table_iter_next (&iter, &head, NULL))
    update_group (self, head);

  return TRUE;
}

/* After @edit came into force: lines whose rows it changed say so. */
void
yd_review_model_update (YdReviewModel *self,
                        YdEdit        *edit)
{
  const YdChange *changes;
  guint n_changes;

  g_return_if_fail (YD_IS_REVIEW_MODEL (self));

  if (self->plan == NULL)
    return;

  changes = yd_edit_get_changes (edit, &n_changes);
  if (n_changes > MANY_CHANGES || self->coming != NULL)
    {
      refill (self);
      return;
    }

  if (!update_groups (self, edit))
    replace_items (self, make_items (self));

  for (guint i = 0; i < n_changes; i++)
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

/* Returns: whether all is listed that shall be */
gboolean
yd_review_model_get_filled (YdReviewModel *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), FALSE);

  return self->fill_id == 0;
}

/* Returns: where @item is, or %YD_REVIEW_NONE */
guint
yd_review_model_find (YdReviewModel *self,
                      YdReviewItem  *item)
{
  guint position;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  return g_ptr_array_find (self->items, item, &position) ? position : YD_REVIEW_NONE;
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

/* Returns: (transfer none) (nullable): the point below which @row is listed */
YdPoint *
yd_review_model_get_owner (YdReviewModel *self,
                           YdRow         *row)
{
  YdReviewItem *item;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), NULL);

  item = g_hash_table_lookup (self->facts, row);

  return item != NULL ? yd_review_item_get_point (item) : NULL;
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

      if (row != NULL && yd_fact_is_proposed (row))
        return position;
    }

  return YD_REVIEW_NONE;
}
