/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-lines.h"

/**
 * YdReviewLines:
 *
 * All that is to be checked: the proposals, and behind them text that belongs to no point. It is
 * listed in pieces, so where to go on may have to wait until the list has it.
 */

struct _YdReviewLines
{
  YdReviewModel *model;         /* the proposals */
  GListStore    *unplaced;      /* lines of text that belongs to no point */
  GListModel    *all;

  YdPoint       *wanted_point;  /* (nullable): to go on with, as soon as it is listed */
  YdRow         *wanted_row;    /* (nullable) */
  gboolean       wanting;
};

/* Returns: (transfer full): no lines yet */
YdReviewLines *
yd_review_lines_new (void)
{
  YdReviewLines *self = g_new0 (YdReviewLines, 1);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  self->model = yd_review_model_new ();
  self->unplaced = g_list_store_new (YD_TYPE_REVIEW_ITEM);
  g_list_store_append (parts, self->model);
  g_list_store_append (parts, self->unplaced);
  self->all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));

  return self;
}

/* Frees @self; whoever shows its lists keeps them. */
void
yd_review_lines_free (YdReviewLines *self)
{
  if (self == NULL)
    return;

  yd_review_lines_want_nothing (self);
  g_object_unref (self->all);
  g_object_unref (self->model);
  g_object_unref (self->unplaced);
  g_free (self);
}

/* Returns: (transfer none): the proposals */
YdReviewModel *
yd_review_lines_get_model (YdReviewLines *self)
{
  return self->model;
}

/* Returns: (transfer none): the proposals, then the text */
GListModel *
yd_review_lines_get_all (YdReviewLines *self)
{
  return self->all;
}

/**
 * yd_review_lines_set_unplaced:
 * @self: the lines
 * @source: (nullable): the text
 * @marks: (nullable): what is known about it
 *
 * Lists what belongs to no point.
 */
void
yd_review_lines_set_unplaced (YdReviewLines *self,
                              YdSource      *source,
                              YdSourceMarks *marks)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const YdUnplacedRun *runs = NULL;
  guint n_runs = 0, n_paragraphs = 0;

  if (source != NULL && marks != NULL)
    runs = yd_source_marks_get_runs (marks, &n_runs);
  if (n_runs > 0)
    {
      YdReviewItem *head = yd_review_item_new_run (NULL, NULL);

      yd_source_marks_get_unplaced (marks, &n_paragraphs);
      yd_review_item_set_head (head, NULL, n_paragraphs);
      g_ptr_array_add (items, head);
    }
  for (guint i = 0; i < n_runs; i++)
    g_ptr_array_add (items, yd_review_item_new_text (source, &runs[i]));

  g_list_store_splice (self->unplaced, 0, g_list_model_get_n_items (G_LIST_MODEL (self->unplaced)),
                       items->pdata, items->len);
}

/* Returns: where @item stands, or %YD_REVIEW_NONE */
guint
yd_review_lines_find (YdReviewLines *self,
                      YdReviewItem  *item)
{
  guint position;

  if (!yd_review_item_is_unplaced (item))
    return yd_review_model_find (self->model, item);
  if (!g_list_store_find (self->unplaced, item, &position))
    return YD_REVIEW_NONE;

  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) + position;
}

/* Who checks wants to go on with @row, else with what was read at @point; either may be %NULL. */
void
yd_review_lines_want (YdReviewLines *self,
                      YdPoint       *point,
                      YdRow         *row)
{
  self->wanting = TRUE;
  g_set_object (&self->wanted_point, point);
  g_set_object (&self->wanted_row, row);
}

/* Who checks has gone somewhere by himself, or there is nothing to go on with. */
void
yd_review_lines_want_nothing (YdReviewLines *self)
{
  self->wanting = FALSE;
  g_clear_object (&self->wanted_point);
  g_clear_object (&self->wanted_row);
}

static guint
find_wanted (YdReviewLines *self,
             gboolean       filled)
{
  guint position = YD_REVIEW_NONE;

  if (self->wanted_row != NULL)
    position = yd_review_model_find_row (self->model, self->wanted_row);
  if (position == YD_REVIEW_NONE && self->wanted_point != NULL &&
      (filled || self->wanted_row == NULL))
    position = yd_review_model_find_point (self->model, self->wanted_point);

  return position;
}

/**
 * yd_review_lines_take_wanted:
 * @self: the lines
 * @position: (out): where what is wanted stands; the first line if it is not there
 *
 * Returns: whether to go there now, which is once; if not it may be listed yet
 */
gboolean
yd_review_lines_take_wanted (YdReviewLines *self,
                             guint         *position)
{
  const gboolean filled = yd_review_model_get_filled (self->model);
  guint found;

  if (!self->wanting)
    return FALSE;

  found = find_wanted (self, filled);
  if (found == YD_REVIEW_NONE && !filled &&
      (self->wanted_row != NULL || self->wanted_point != NULL))
    return FALSE;

  yd_review_lines_want_nothing (self);
  *position = found == YD_REVIEW_NONE ? 0 : found;

  return TRUE;
}
