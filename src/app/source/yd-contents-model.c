/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-contents-model.h"

#include "yd-review-item.h"

/**
 * YdContentsModel:
 *
 * What stands at the top of a document: its chapters, and before, between and behind
 * them the text that belongs to no point. Items are a #YdPoint or a #YdReviewItem. Text
 * in the middle of a chapter is not listed; it is seen there.
 */

typedef struct
{
  YdReviewItem *item;
  YdPoint      *after;          /* (nullable): the chapter before it */
} Run;

struct _YdContentsModel
{
  GObject     parent_instance;

  /* Owned */
  GListModel *points;
  GArray     *runs;
  GPtrArray  *items;
};

static void yd_contents_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  YdContentsModel, yd_contents_model, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, yd_contents_model_list_init))

static void
clear_run (Run *run)
{
  g_clear_object (&run->item);
  g_clear_object (&run->after);
}

static GType
yd_contents_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
yd_contents_model_get_n_items (GListModel *model)
{
  return YD_CONTENTS_MODEL (model)->items->len;
}

static gpointer
yd_contents_model_get_item (GListModel *model,
                            guint       position)
{
  GPtrArray *items = YD_CONTENTS_MODEL (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
yd_contents_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = yd_contents_model_get_item_type;
  iface->get_n_items = yd_contents_model_get_n_items;
  iface->get_item = yd_contents_model_get_item;
}

static void
add_runs_after (YdContentsModel *self,
                YdPoint         *point,
                GPtrArray       *items)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = &g_array_index (self->runs, Run, i);

      if (run->after == point)
        g_ptr_array_add (items, g_object_ref (run->item));
    }
}

/* Only what differs is announced: chapters that are unfolded stay so. */
static void
rebuild (YdContentsModel *self)
{
  g_autoptr(GPtrArray) old = self->items;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_points = g_list_model_get_n_items (self->points);
  guint before = 0, after = 0, shorter;

  add_runs_after (self, NULL, items);
  for (guint i = 0; i < n_points; i++)
    {
      YdPoint *point = g_list_model_get_item (self->points, i);

      g_ptr_array_add (items, point);
      add_runs_after (self, point, items);
    }

  shorter = MIN (old->len, items->len);
  while (before < shorter && old->pdata[before] == items->pdata[before])
    before++;
  while (after < shorter - before &&
         old->pdata[old->len - 1 - after] == items->pdata[items->len - 1 - after])
    after++;

  self->items = items;
  if (old->len != items->len || before < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                                items->len - before - after);
}

static void
yd_contents_model_finalize (GObject *object)
{
  YdContentsModel *self = YD_CONTENTS_MODEL (object);

  g_clear_object (&self->points);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_contents_model_parent_class)->finalize (object);
}

static void
yd_contents_model_class_init (YdContentsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_contents_model_finalize;
}

static void
yd_contents_model_init (YdContentsModel *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, (GDestroyNotify) clear_run);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: the contents of @plan, without text that belongs to no point yet */
YdContentsModel *
yd_contents_model_new (YdPlan *plan)
{
  YdContentsModel *self = g_object_new (YD_TYPE_CONTENTS_MODEL, NULL);

  self->points = g_object_ref (yd_plan_get_points (plan));
  g_signal_connect_object (self->points, "items-changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);

  return self;
}

static YdPoint *
find_top (const YdMarkedBlock *block)
{
  YdPoint *point = block != NULL ? block->point : NULL;

  while (point != NULL && yd_point_get_parent (point) != NULL)
    point = yd_point_get_parent (point);

  return point;
}

/**
 * yd_contents_model_set_unplaced:
 * @self: contents
 * @source: (nullable): the text
 * @marks: (nullable): what is known about it
 *
 * Lists the text that belongs to no point, too.
 */
void
yd_contents_model_set_unplaced (YdContentsModel *self,
                                YdSource        *source,
                                YdSourceMarks   *marks)
{
  const YdUnplacedRun *runs = NULL;
  guint n_runs = 0;

  g_return_if_fail (YD_IS_CONTENTS_MODEL (self));

  if (source != NULL && marks != NULL)
    runs = yd_source_marks_get_runs (marks, &n_runs);

  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < n_runs; i++)
    {
      YdPoint *before = find_top (yd_source_marks_get_block_at (marks, runs[i].span.start));
      YdPoint *behind = find_top (yd_source_marks_get_block_from (marks, runs[i].span.end));
      Run run;

      if (before != NULL && before == behind)
        continue;

      run.item = yd_review_item_new_text (source, &runs[i]);
      run.after = before != NULL ? g_object_ref (before) : NULL;
      g_array_append_val (self->runs, run);
    }
  rebuild (self);
}
