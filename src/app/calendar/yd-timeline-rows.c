/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-rows.h"

/**
 * YdTimelineRows:
 *
 * The points as rows, those left out that are folded away or that the filter hides. It
 * is a plain array, since a grid draws rows and has no widgets for them. A filter
 * unfolds all that fits, and leaves alone what was unfolded before.
 */

/* A plan of so many points is seen best by its chapters. */
#define MAX_UNFOLDED 500

struct _YdTimelineRows
{
  GObject        parent_instance;

  /* Owned */
  YdPlan        *plan;
  YdPointFilter *filter;
  GArray        *rows;          /* YdTimelineRow, each with a reference on its point */
  GHashTable    *places;        /* point → its row + 1 */
  GHashTable    *expanded;      /* points */
};

G_DEFINE_FINAL_TYPE (YdTimelineRows, yd_timeline_rows, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear_row (gpointer data)
{
  YdTimelineRow *row = data;

  g_object_unref (row->point);
}

static gboolean
is_filtered (YdTimelineRows *self)
{
  return self->filter != NULL && yd_point_filter_get_active (self->filter);
}

static void
append_points (YdTimelineRows *self,
               GListModel     *points,
               guint           level)
{
  const guint n = g_list_model_get_n_items (points);
  guint positions[2] = { 0, 0 };        /* duties are numbered by themselves */

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      GListModel *children = yd_point_get_children (point);
      YdTimelineRow row = { NULL, level, ++positions[yd_point_is_duty (point)], 0, 0 };

      if (is_filtered (self) && !yd_point_filter_shows (self->filter, point))
        continue;

      row.has_children = g_list_model_get_n_items (children) > 0;
      row.expanded = row.has_children &&
                     (is_filtered (self) || g_hash_table_contains (self->expanded, point));
      row.point = g_object_ref (point);
      g_array_append_val (self->rows, row);
      g_hash_table_insert (self->places, point, GUINT_TO_POINTER (self->rows->len));
      if (row.expanded)
        append_points (self, children, level + 1);
    }
}

static void
yd_timeline_rows_dispose (GObject *object)
{
  YdTimelineRows *self = YD_TIMELINE_ROWS (object);

  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->expanded);
  g_array_set_size (self->rows, 0);
  g_clear_object (&self->plan);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (yd_timeline_rows_parent_class)->dispose (object);
}

static void
yd_timeline_rows_finalize (GObject *object)
{
  YdTimelineRows *self = YD_TIMELINE_ROWS (object);

  g_hash_table_unref (self->places);
  g_hash_table_unref (self->expanded);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (yd_timeline_rows_parent_class)->finalize (object);
}

static void
yd_timeline_rows_class_init (YdTimelineRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_timeline_rows_dispose;
  object_class->finalize = yd_timeline_rows_finalize;

  /* Rows come and go by hundreds when one is unfolded, so it is said once. */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_timeline_rows_init (YdTimelineRows *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (YdTimelineRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->places = g_hash_table_new (NULL, NULL);
  self->expanded = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

YdTimelineRows *
yd_timeline_rows_new (void)
{
  return g_object_new (YD_TYPE_TIMELINE_ROWS, NULL);
}

static void
count_cb (YdPoint    *point,
          const char *path,
          guint       level,
          gpointer    user_data)
{
  guint *n = user_data;

  *n += 1;
}

static void
set_expanded (YdTimelineRows *self,
              YdPoint        *point,
              gboolean        expanded)
{
  if (!expanded)
    g_hash_table_remove (self->expanded, point);
  else if (!g_hash_table_contains (self->expanded, point))
    g_hash_table_add (self->expanded, g_object_ref (point));
}

static void
expand_cb (YdPoint    *point,
           const char *path,
           guint       level,
           gpointer    user_data)
{
  if (g_list_model_get_n_items (yd_point_get_children (point)) > 0)
    set_expanded (user_data, point, TRUE);
}

/* At first a plan that is not too long is unfolded. */
static void
expand_first (YdTimelineRows *self)
{
  guint n = 0;

  yd_plan_foreach_point (self->plan, count_cb, &n);
  if (n <= MAX_UNFOLDED)
    yd_plan_foreach_point (self->plan, expand_cb, self);
}

/**
 * yd_timeline_rows_set_plan:
 * @self: rows
 * @plan: (nullable): the plan whose points they are
 * @filter: (nullable): which of them are shown
 */
void
yd_timeline_rows_set_plan (YdTimelineRows *self,
                           YdPlan         *plan,
                           YdPointFilter  *filter)
{
  g_return_if_fail (YD_IS_TIMELINE_ROWS (self));

  g_set_object (&self->filter, filter);
  if (g_set_object (&self->plan, plan))
    {
      g_hash_table_remove_all (self->expanded);
      if (plan != NULL)
        expand_first (self);
    }

  yd_timeline_rows_rebuild (self);
}

/* After an edit, or when the filter is another one. */
void
yd_timeline_rows_rebuild (YdTimelineRows *self)
{
  g_return_if_fail (YD_IS_TIMELINE_ROWS (self));

  g_hash_table_remove_all (self->places);
  g_array_set_size (self->rows, 0);
  if (self->plan != NULL)
    append_points (self, yd_plan_get_points (self->plan), 1);

  g_signal_emit (self, changed_signal, 0);
}

guint
yd_timeline_rows_get_n_rows (YdTimelineRows *self)
{
  g_return_val_if_fail (YD_IS_TIMELINE_ROWS (self), 0);

  return self->rows->len;
}

/* Returns: (transfer none) (nullable): the row, as long as they do not change */
const YdTimelineRow *
yd_timeline_rows_get (YdTimelineRows *self,
                      guint           row)
{
  g_return_val_if_fail (YD_IS_TIMELINE_ROWS (self), NULL);

  return row < self->rows->len ? &g_array_index (self->rows, YdTimelineRow, row) : NULL;
}

/* Returns: the row of @point, or %YD_TIMELINE_NO_ROW if it is folded away */
guint
yd_timeline_rows_find (YdTimelineRows *self,
                       YdPoint        *point)
{
  g_return_val_if_fail (YD_IS_TIMELINE_ROWS (self), YD_TIMELINE_NO_ROW);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, point)) - 1;
}

/* Returns: the row of @point, or of the one above it in which it is folded away */
guint
yd_timeline_rows_find_shown (YdTimelineRows *self,
                             YdPoint        *point)
{
  guint row = yd_timeline_rows_find (self, point);

  while (row == YD_TIMELINE_NO_ROW && point != NULL)
    {
      point = yd_point_get_parent (point);
      if (point != NULL)
        row = yd_timeline_rows_find (self, point);
    }

  return row;
}

/* Returns: the row of @point, unfolding what stands above it, or %YD_TIMELINE_NO_ROW if the
 *   filter hides it
 */
guint
yd_timeline_rows_reveal (YdTimelineRows *self,
                         YdPoint        *point)
{
  guint row = yd_timeline_rows_find (self, point);

  if (row != YD_TIMELINE_NO_ROW || is_filtered (self))
    return row;

  for (YdPoint *above = yd_point_get_parent (point); above != NULL;
       above = yd_point_get_parent (above))
    set_expanded (self, above, TRUE);
  yd_timeline_rows_rebuild (self);

  return yd_timeline_rows_find (self, point);
}

static void
set_branch (YdTimelineRows *self,
            YdPoint        *point,
            gboolean        expanded)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);

  if (n > 0)
    set_expanded (self, point, expanded);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      set_branch (self, child, expanded);
    }
}

/**
 * yd_timeline_rows_set_expanded:
 * @self: rows
 * @row: one of them
 * @expanded: whether what stands below it is shown
 * @branch: whether that is so for all of its branch
 *
 * With a filter nothing is folded.
 */
void
yd_timeline_rows_set_expanded (YdTimelineRows *self,
                               guint           row,
                               gboolean        expanded,
                               gboolean        branch)
{
  const YdTimelineRow *item;

  g_return_if_fail (YD_IS_TIMELINE_ROWS (self));

  item = yd_timeline_rows_get (self, row);
  if (item == NULL || !item->has_children || is_filtered (self))
    return;

  if (branch)
    set_branch (self, item->point, expanded);
  else
    set_expanded (self, item->point, expanded);
  yd_timeline_rows_rebuild (self);
}

/* Returns: (transfer floating): the ids of what is unfolded */
GVariant *
yd_timeline_rows_dup_expanded (YdTimelineRows *self)
{
  g_autoptr(GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  GHashTableIter iter;
  gpointer point;

  g_return_val_if_fail (YD_IS_TIMELINE_ROWS (self), NULL);

  g_hash_table_iter_init (&iter, self->expanded);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    g_variant_builder_add (builder, "s", yd_row_get_id (point));

  return g_variant_builder_end (builder);
}

void
yd_timeline_rows_restore (YdTimelineRows *self,
                          GVariant       *expanded)
{
  GVariantIter iter;
  const char *id;

  g_return_if_fail (YD_IS_TIMELINE_ROWS (self));

  if (self->plan == NULL)
    return;

  g_hash_table_remove_all (self->expanded);
  g_variant_iter_init (&iter, expanded);
  while (g_variant_iter_next (&iter, "&s", &id))
    {
      YdRow *point = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id);

      if (point != NULL)
        set_expanded (self, point, TRUE);
    }
  yd_timeline_rows_rebuild (self);
}
