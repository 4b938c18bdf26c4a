/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-model.h"

#include "yd-fact-fields.h"
#include "yd-release.h"

/**
 * YdReviewModel:
 *
 * The points of a plan at which something is to be checked, each followed by all that
 * was read there. A point goes when nothing of it is left to check, and comes back
 * when that is undone. What is equal before and after an edit stays: only what
 * differs between is announced.
 */

#define FILL_POINTS 200         /* that are looked at in one go */
#define FIRST_POINTS 10         /* as long as each of them gets widgets, which take longer */
#define LINES_OF_VIEW 210
#define MANY_CHANGES 2000       /* after which the list is not made anew at once */

struct _YdReviewModel
{
  GObject         parent_instance;

  YdPlan         *plan;
  GPtrArray      *items;
  YdReviewWalk   *walk;
  GPtrArray      *coming;       /* takes the place of items when it is complete */
  YdReviewCounts  counts;       /* of what is listed */
  guint           fill_id;      /* while the list fills */
  guint           place;        /* lines before the one where a person is */
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

static void
begin (YdReviewModel *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->coming, yd_release_slowly);
  yd_review_walk_begin (self->walk, self->plan);
}

/* Returns: (transfer full): what shall be listed now */
static GPtrArray *
make_items (YdReviewModel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  begin (self);
  yd_review_walk_next (self->walk, items, G_MAXUINT);
  self->counts = *yd_review_walk_get_counts (self->walk);

  return items;
}

static gboolean
fill_cb (gpointer user_data)
{
  YdReviewModel *self = user_data;
  guint n_before = self->items->len;
  gboolean done = yd_review_walk_next (self->walk, self->items,
                                       n_before < LINES_OF_VIEW ? FIRST_POINTS : FILL_POINTS);

  if (done)
    self->fill_id = 0;
  self->counts = *yd_review_walk_get_counts (self->walk);
  if (self->items->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->items->len - n_before);
  g_signal_emit (self, signals[COUNTED], 0);

  return !done;
}

/* Looks from @end back for the nearest line that was among the first @place of @old.
 *
 * Returns: how many lines come up to that; @begin, up to which all are the same, if none is left
 */
static guint
find_behind (GPtrArray *items,
             guint      begin,
             guint      end,
             GPtrArray *old,
             guint      place)
{
  g_autoptr(GHashTable) were = g_hash_table_new (NULL, NULL);

  for (guint i = begin; i < place; i++)
    g_hash_table_add (were, g_ptr_array_index (old, i));
  while (end > begin && !g_hash_table_contains (were, g_ptr_array_index (items, end - 1)))
    end--;

  return end;
}

static void
replace_items (YdReviewModel *self,
               GPtrArray     *items)
{
  GPtrArray *old = self->items;
  guint shorter = MIN (old->len, items->len);
  guint before = 0;
  guint after = 0;

  while (before < shorter &&
         g_ptr_array_index (old, before) == g_ptr_array_index (items, before))
    before++;
  while (after < shorter - before && g_ptr_array_index (old, old->len - 1 - after) ==
                                     g_ptr_array_index (items, items->len - 1 - after))
    after++;

  if (self->place > old->len - after)
    self->place = self->place - old->len + items->len;
  else if (self->place > before)
    self->place = find_behind (items, before, items->len - after, old, self->place);

  self->items = items;
  if (old->len != items->len || before < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                                items->len - before - after);
  yd_release_slowly (old);
}

/* What is listed stays until all of what comes is known: a person is just looking at it. */
static gboolean
refill_cb (gpointer user_data)
{
  YdReviewModel *self = user_data;

  if (!yd_review_walk_next (self->walk, self->coming, FILL_POINTS))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  self->counts = *yd_review_walk_get_counts (self->walk);
  replace_items (self, g_steal_pointer (&self->coming));
  for (guint i = 0; i < self->items->len; i++)
    yd_review_item_changed (g_ptr_array_index (self->items, i));
  g_signal_emit (self, signals[COUNTED], 0);

  return G_SOURCE_REMOVE;
}

static void
refill (YdReviewModel *self)
{
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
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->walk, yd_review_walk_free);

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
  self->walk = yd_review_walk_new ();
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
  yd_review_walk_forget (self->walk);
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
      YdReviewItem *fact = row != NULL ? yd_review_walk_find_fact (self->walk, row) : NULL;
      YdReviewItem *head = fact == NULL ? NULL
                         : yd_review_walk_find_head (self->walk, yd_review_item_get_point (fact));

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
  yd_review_walk_take_left (self->walk, yd_review_item_get_n_left (head) - n_left);
  yd_review_item_set_head (head, yd_review_item_get_path (head), n_left);
  if (n_left > 0)
    return;

  if (self->place > first)
    self->place -= MIN (self->place - first, n);
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
      YdReviewItem *fact = row != NULL ? yd_review_walk_find_fact (self->walk, row) : NULL;
      YdReviewItem *head = row != NULL ? yd_review_walk_find_head (self->walk, row) : NULL;

      if (fact != NULL)
        yd_review_item_changed (fact);
      if (head != NULL)
        yd_review_item_changed (head);
    }

  g_signal_emit (self, signals[COUNTED], 0);
}

/* Returns: (transfer none) (nullable): how much there is, and is left; nothing as long as the
 *   list of another plan fills
 */
const YdReviewCounts *
yd_review_model_get_counts (YdReviewModel *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), NULL);

  return self->fill_id == 0 || self->coming != NULL ? &self->counts : NULL;
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

/**
 * yd_review_model_keep_place:
 * @self: a model
 * @position: where a person is, or %YD_REVIEW_NONE
 *
 * Has yd_review_model_take_place() tell where that is after the next edit.
 */
void
yd_review_model_keep_place (YdReviewModel *self,
                            guint          position)
{
  g_return_if_fail (YD_IS_REVIEW_MODEL (self));

  self->place = position == YD_REVIEW_NONE ? 0 : MIN (position, self->items->len);
}

/* Returns: the line behind the nearest one before that place which is still there; it is kept no
 *   longer
 */
guint
yd_review_model_take_place (YdReviewModel *self)
{
  guint place;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), 0);

  place = self->place;
  self->place = 0;

  return place;
}

/* Returns: where the line of @row is, or %YD_REVIEW_NONE */
guint
yd_review_model_find_row (YdReviewModel *self,
                          YdRow         *row)
{
  YdReviewItem *item;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  item = yd_review_walk_find_fact (self->walk, row);

  return item != NULL ? yd_review_model_find (self, item) : YD_REVIEW_NONE;
}

/* Returns: (transfer none) (nullable): the point below which @row is listed */
YdPoint *
yd_review_model_get_owner (YdReviewModel *self,
                           YdRow         *row)
{
  YdReviewItem *item;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), NULL);

  item = yd_review_walk_find_fact (self->walk, row);

  return item != NULL ? yd_review_item_get_point (item) : NULL;
}

/* Returns: where the head of @point is, or %YD_REVIEW_NONE */
guint
yd_review_model_find_point (YdReviewModel *self,
                            YdPoint       *point)
{
  YdReviewItem *item;

  g_return_val_if_fail (YD_IS_REVIEW_MODEL (self), YD_REVIEW_NONE);

  item = yd_review_walk_find_head (self->walk, point);

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
