/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-item.h"

#include "yd-compat.h"

/**
 * YdReviewItem:
 *
 * A line of the list of proposals: the head of a point, or one thing that was read
 * there; or text that belongs to no point, and the head of that. It is the same object
 * as long as the line is there.
 */

#define TEXT 60                 /* characters of text without a point that are shown */

struct _YdReviewItem
{
  GObject  parent_instance;

  YdPoint       *point;         /* NULL for text without one */
  YdRow         *row;           /* NULL for a head */
  char          *path;
  guint          n_left;

  YdUnplacedRun  run;
  char          *text;          /* NULL where there is no run */
};

G_DEFINE_FINAL_TYPE (YdReviewItem, yd_review_item, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
yd_review_item_finalize (GObject *object)
{
  YdReviewItem *self = YD_REVIEW_ITEM (object);

  g_clear_object (&self->point);
  g_clear_object (&self->row);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (yd_review_item_parent_class)->finalize (object);
}

static void
yd_review_item_class_init (YdReviewItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_review_item_finalize;

  /* The line says something else now. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_review_item_init (YdReviewItem *self)
{
}

/**
 * yd_review_item_new:
 * @point: the point
 * @row: (nullable): what was read there, or nothing for the head of @point
 */
YdReviewItem *
yd_review_item_new (YdPoint *point,
                    YdRow   *row)
{
  YdReviewItem *self = g_object_new (YD_TYPE_REVIEW_ITEM, NULL);

  self->point = g_object_ref (point);
  self->row = row != NULL ? g_object_ref (row) : NULL;

  return self;
}

/**
 * yd_review_item_new_run:
 * @run: (nullable): text that belongs to no point, or nothing for the head of all of it
 * @text: (nullable): how it begins
 */
YdReviewItem *
yd_review_item_new_run (const YdUnplacedRun *run,
                        const char          *text)
{
  YdReviewItem *self = g_object_new (YD_TYPE_REVIEW_ITEM, NULL);

  if (run != NULL)
    self->run = *run;
  self->text = g_strdup (text);

  return self;
}

/* Returns: an item for @run of @source */
YdReviewItem *
yd_review_item_new_text (YdSource            *source,
                         const YdUnplacedRun *run)
{
  YdSpan span = { run->span.start, MIN (run->span.end, run->span.start + TEXT) };
  g_autofree char *text = yd_source_dup_text (source, span);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *line = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  line = g_strjoinv (" ", lines);

  return yd_review_item_new_run (run, g_strstrip (line));
}

/* Returns: (transfer none) (nullable): the point */
YdPoint *
yd_review_item_get_point (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), NULL);

  return self->point;
}

/* Returns: (transfer none) (nullable): what was read, or nothing for a head */
YdRow *
yd_review_item_get_row (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), NULL);

  return self->row;
}

gboolean
yd_review_item_is_head (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), FALSE);

  return self->row == NULL && self->text == NULL;
}

/* Returns: whether it is about text that belongs to no point */
gboolean
yd_review_item_is_unplaced (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), FALSE);

  return self->point == NULL;
}

/* Returns: (transfer none) (nullable): which text that is */
const YdUnplacedRun *
yd_review_item_get_run (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), NULL);

  return self->text != NULL ? &self->run : NULL;
}

/* Returns: (transfer none) (nullable): how it begins */
const char *
yd_review_item_get_text (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), NULL);

  return self->text;
}

/* Returns: (transfer none) (nullable): of a head, the path of the point */
const char *
yd_review_item_get_path (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), NULL);

  return self->path;
}

/* Returns: of a head, how much is to be checked below it */
guint
yd_review_item_get_n_left (YdReviewItem *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ITEM (self), 0);

  return self->n_left;
}

void
yd_review_item_set_head (YdReviewItem *self,
                         const char   *path,
                         guint         n_left)
{
  gboolean changed;

  g_return_if_fail (YD_IS_REVIEW_ITEM (self));

  changed = yd_set_str (&self->path, path);
  if (!changed && self->n_left == n_left)
    return;

  self->n_left = n_left;
  yd_review_item_changed (self);
}

void
yd_review_item_changed (YdReviewItem *self)
{
  g_return_if_fail (YD_IS_REVIEW_ITEM (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
