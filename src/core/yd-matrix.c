/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

/**
 * YdMatrix:
 *
 * Who answers for what: the points of a plan as rows and its units as columns, as the page,
 * the papers and the command line show them. It follows its plan; an assignment that changes
 * is taken up where it stands. So that nothing moves under somebody's hand, rows and columns
 * are not sorted and filtered anew for that, until yd_matrix_refresh().
 *
 * Rows and columns are numbered as they are shown. It has as many marks in memory as the
 * plan has assignments, and no cells.
 */

G_DEFINE_FINAL_TYPE (YdMatrix, yd_matrix, G_TYPE_OBJECT)

static guint changed_signal;

static void
yd_matrix_dispose (GObject *object)
{
  YdMatrix *self = YD_MATRIX (object);

  if (self->plan != NULL)
    g_clear_signal_handler (&self->applied_id, self->plan);
  if (self->schedule != NULL)
    g_clear_signal_handler (&self->scheduled_id, self->schedule);
  g_clear_object (&self->plan);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (yd_matrix_parent_class)->dispose (object);
}

static void
yd_matrix_finalize (GObject *object)
{
  YdMatrix *self = YD_MATRIX (object);

  _yd_matrix_clear (self);
  g_array_unref (self->points);
  g_array_unref (self->units);
  g_hash_table_unref (self->point_places);
  g_hash_table_unref (self->unit_places);
  g_string_chunk_free (self->paths);
  g_clear_pointer (&self->filter.changed, g_hash_table_unref);
  g_free (self->filter_text);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->unfolded);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->heads);
  g_hash_table_unref (self->sums);
  g_array_unref (self->reached);

  G_OBJECT_CLASS (yd_matrix_parent_class)->finalize (object);
}

static void
yd_matrix_class_init (YdMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_matrix_dispose;
  object_class->finalize = yd_matrix_finalize;

  /**
   * YdMatrix::changed:
   * @self: a matrix
   * @change: bits of #YdMatrixChange
   *
   * What is shown is another. Comes once after an edit or a setter.
   */
  changed_signal =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
yd_matrix_init (YdMatrix *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (YdMatrixPoint));
  self->units = g_array_new (FALSE, FALSE, sizeof (YdMatrixUnit));
  self->point_places = g_hash_table_new (NULL, NULL);
  self->unit_places = g_hash_table_new (NULL, NULL);
  self->paths = g_string_chunk_new (4096);
  self->folded = g_hash_table_new (NULL, NULL);
  self->unfolded = g_hash_table_new (NULL, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (YdMatrixPlace));
  self->heads = g_array_new (FALSE, FALSE, sizeof (YdMatrixHead));
  self->sums = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->reached = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
_yd_matrix_emit_changed (YdMatrix       *self,
                         YdMatrixChange  change)
{
  g_signal_emit (self, changed_signal, 0, (guint) change);
}

static guint
find_place (GHashTable *places,
            gpointer    row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, row)) - 1;
}

/* Returns: the place of @point in the document, or %YD_MATRIX_NONE */
guint
_yd_matrix_find_point (YdMatrix *self,
                       YdPoint  *point)
{
  return find_place (self->point_places, point);
}

guint
_yd_matrix_find_unit (YdMatrix *self,
                      YdRow    *unit)
{
  return find_place (self->unit_places, unit);
}

/* Returns: (transfer none) (nullable): what @unit itself has at @point */
YdMatrixMark *
_yd_matrix_find_mark (YdMatrix      *self,
                      YdMatrixPoint *point,
                      guint          unit)
{
  guint first = 0, end = point->n_marks;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (point->marks[middle].unit == unit)
        return &point->marks[middle];

      if (point->marks[middle].unit < unit)
        first = middle + 1;
      else
        end = middle;
    }

  return NULL;
}

static void
applied_cb (YdSpace *plan,
            YdEdit  *edit,
            gpointer user_data)
{
  _yd_matrix_follow (user_data, edit);
}

static void
scheduled_cb (YdSchedule *schedule,
              GPtrArray  *points,
              gpointer    user_data)
{
  _yd_matrix_follow_lights (user_data, points);
}

static void
lay_out (YdMatrix *self)
{
  _yd_matrix_filter (self);
  _yd_matrix_count (self);
  _yd_matrix_place (self);
}

/**
 * yd_matrix_new_unread:
 * @plan: a plan
 * @schedule: (nullable): its schedule, without which no point has a light
 *
 * For a window, which should answer while a long plan is read.
 *
 * Returns: (transfer full): its matrix, which has neither rows nor columns until
 *   yd_matrix_read_next() has read the plan
 */
YdMatrix *
yd_matrix_new_unread (YdPlan     *plan,
                      YdSchedule *schedule)
{
  YdMatrix *self;

  g_return_val_if_fail (YD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (schedule == NULL || yd_schedule_get_plan (schedule) == plan, NULL);

  self = g_object_new (YD_TYPE_MATRIX, NULL);
  self->plan = g_object_ref (plan);
  self->applied_id = g_signal_connect (plan, "applied", G_CALLBACK (applied_cb), self);
  if (schedule != NULL)
    {
      self->schedule = g_object_ref (schedule);
      self->scheduled_id = g_signal_connect (schedule, "changed", G_CALLBACK (scheduled_cb), self);
    }
  _yd_matrix_begin (self);

  return self;
}

/**
 * yd_matrix_read_next:
 * @self: a matrix
 * @n_points: how many points to look at; each is looked at twice
 *
 * After an edit it begins again with the first point.
 *
 * Returns: whether everything is read, so that there are rows and columns
 */
gboolean
yd_matrix_read_next (YdMatrix *self,
                     guint     n_points)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), TRUE);

  if (self->reader == NULL)
    return TRUE;
  if (!_yd_matrix_read_more (self, n_points))
    return FALSE;

  lay_out (self);

  return TRUE;
}

/**
 * yd_matrix_new:
 * @plan: a plan
 * @schedule: (nullable): its schedule, without which no point has a light
 *
 * Returns: (transfer full): its matrix
 */
YdMatrix *
yd_matrix_new (YdPlan     *plan,
               YdSchedule *schedule)
{
  YdMatrix *self = yd_matrix_new_unread (plan, schedule);

  while (self != NULL && !yd_matrix_read_next (self, G_MAXUINT))
    ;

  return self;
}

/* Returns: (transfer none): the plan whose matrix it is */
YdPlan *
yd_matrix_get_plan (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), NULL);

  return self->plan;
}

/* Returns: (transfer none) (nullable): where its lights come from */
YdSchedule *
yd_matrix_get_schedule (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), NULL);

  return self->schedule;
}

/* Returns: whether what is shown waits for yd_matrix_thaw(), or until there is something */
static gboolean
put_off (YdMatrix *self)
{
  self->is_stale = self->n_freezes > 0;

  return self->is_stale || self->reader != NULL;
}

/**
 * yd_matrix_refresh:
 * @self: a matrix
 *
 * Filters and sorts anew, by what the plan says now.
 */
void
yd_matrix_refresh (YdMatrix *self)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  if (put_off (self))
    return;

  lay_out (self);
  _yd_matrix_emit_changed (self, YD_MATRIX_CHANGED_CELLS | YD_MATRIX_CHANGED_ROWS |
                                 YD_MATRIX_CHANGED_COLUMNS);
}

/**
 * yd_matrix_freeze:
 * @self: a matrix
 *
 * Rows and columns stay as they are, whatever is asked for, until yd_matrix_thaw() was called as
 * often: filtering and sorting takes a while, and many things may be asked for at once.
 */
void
yd_matrix_freeze (YdMatrix *self)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  self->n_freezes++;
}

void
yd_matrix_thaw (YdMatrix *self)
{
  g_return_if_fail (YD_IS_MATRIX (self));
  g_return_if_fail (self->n_freezes > 0);

  if (--self->n_freezes == 0 && self->is_stale)
    yd_matrix_refresh (self);
}

YdMatrixFlags
yd_matrix_get_flags (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), YD_MATRIX_DEFAULT);

  return self->flags;
}

void
yd_matrix_set_flags (YdMatrix      *self,
                     YdMatrixFlags  flags)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  if (self->flags == flags)
    return;

  self->flags = flags;
  yd_matrix_refresh (self);
}

/**
 * yd_matrix_set_filter:
 * @self: a matrix
 * @filter: (nullable): what is wanted; %NULL for all. It is copied
 */
void
yd_matrix_set_filter (YdMatrix             *self,
                      const YdMatrixFilter *filter)
{
  const YdMatrixFilter all = { NULL };
  const char *text;

  g_return_if_fail (YD_IS_MATRIX (self));

  filter = filter != NULL ? filter : &all;
  text = filter->text != NULL && *filter->text != '\0' ? filter->text : NULL;
  if (filter->changed != NULL)
    g_hash_table_ref (filter->changed);
  g_clear_pointer (&self->filter.changed, g_hash_table_unref);
  g_free (self->filter_text);
  self->filter_text = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  self->filter = *filter;
  self->filter.text = self->filter_text;
  yd_matrix_refresh (self);
}

/* Whether there may be more than what is shown. */
gboolean
yd_matrix_is_filtered (YdMatrix *self)
{
  const YdMatrixFilter *filter;

  g_return_val_if_fail (YD_IS_MATRIX (self), FALSE);

  filter = &self->filter;

  return filter->chapter != NULL || filter->unit != NULL || filter->bands != 0 ||
         filter->roles != 0 || filter->lights != 0 || filter->no_lead ||
         filter->several_leads || filter->changed != NULL || filter->text != NULL;
}

YdMatrixOrder
yd_matrix_get_row_order (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), YD_MATRIX_ORDER_DOCUMENT);

  return self->row_order;
}

void
yd_matrix_set_row_order (YdMatrix      *self,
                         YdMatrixOrder  order)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  if (self->row_order == order)
    return;

  self->row_order = order;
  yd_matrix_refresh (self);
}

YdMatrixOrder
yd_matrix_get_column_order (YdMatrix *self)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), YD_MATRIX_ORDER_DOCUMENT);

  return self->column_order;
}

void
yd_matrix_set_column_order (YdMatrix      *self,
                            YdMatrixOrder  order)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  if (self->column_order == order)
    return;

  self->column_order = order;
  yd_matrix_refresh (self);
}

/* Returns: whether @row was not in @set, or is not any more */
static gboolean
put_into (GHashTable *set,
          YdRow      *row,
          gboolean    in)
{
  return in ? g_hash_table_add (set, row) : g_hash_table_remove (set, row);
}

gboolean
yd_matrix_get_folded (YdMatrix *self,
                      YdPoint  *point)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), FALSE);

  return g_hash_table_contains (self->folded, point);
}

/* Only a tree can be folded. */
static void
fold_rows (YdMatrix *self)
{
  if (self->row_order != YD_MATRIX_ORDER_DOCUMENT || put_off (self))
    return;

  _yd_matrix_place_rows (self);
  _yd_matrix_emit_changed (self, YD_MATRIX_CHANGED_ROWS);
}

/**
 * yd_matrix_set_folded:
 * @self: a matrix
 * @point: a point that has others below it
 * @folded: whether one row stands for them all
 */
void
yd_matrix_set_folded (YdMatrix *self,
                      YdPoint  *point,
                      gboolean  folded)
{
  g_return_if_fail (YD_IS_MATRIX (self));
  g_return_if_fail (YD_IS_ROW (point));

  if (put_into (self->folded, point, folded))
    fold_rows (self);
}

/* All chapters at once. */
void
yd_matrix_set_all_folded (YdMatrix *self,
                          gboolean  folded)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  g_hash_table_remove_all (self->folded);
  for (guint i = 0; folded && i < self->points->len; i = _yd_matrix_point (self, i)->end)
    if (_yd_matrix_point (self, i)->end > i + 1)
      g_hash_table_add (self->folded, _yd_matrix_point (self, i)->point);

  fold_rows (self);
}

gboolean
yd_matrix_get_unfolded (YdMatrix *self,
                        YdRow    *group)
{
  g_return_val_if_fail (YD_IS_MATRIX (self), FALSE);

  return g_hash_table_contains (self->unfolded, group);
}

/**
 * yd_matrix_set_unfolded:
 * @self: a matrix
 * @group: a group of units
 * @unfolded: whether its members follow it
 *
 * What is counted as unfolded changes with it, see #YdMatrixTotals.
 */
void
yd_matrix_set_unfolded (YdMatrix *self,
                        YdRow    *group,
                        gboolean  unfolded)
{
  g_return_if_fail (YD_IS_MATRIX (self));
  g_return_if_fail (YD_IS_ROW (group));

  if (!put_into (self->unfolded, group, unfolded) || put_off (self))
    return;

  _yd_matrix_count (self);
  _yd_matrix_place (self);
  _yd_matrix_emit_changed (self, YD_MATRIX_CHANGED_CELLS | YD_MATRIX_CHANGED_COLUMNS);
}

/* All groups that have members. */
void
yd_matrix_set_all_unfolded (YdMatrix *self,
                            gboolean  unfolded)
{
  g_return_if_fail (YD_IS_MATRIX (self));

  g_hash_table_remove_all (self->unfolded);
  for (guint i = 0; unfolded && i < self->units->len; i++)
    if (_yd_matrix_unit (self, i)->members != NULL)
      g_hash_table_add (self->unfolded, _yd_matrix_unit (self, i)->unit);

  yd_matrix_refresh (self);
}
