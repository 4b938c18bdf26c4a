/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-private.h"

#include "yd-deadline-private.h"
#include "yd-plan-edits.h"
#include "yd-row-private.h"
#include "yd-space-private.h"

/* When the points are due. Deadlines may count from when a point begins or ends; so they
 * are worked out after the dates, and only the latest dates follow from them.
 */

typedef struct
{
  YdSchedule *schedule;
  guint       node;             /* whose deadline it is, or YD_NET_NONE */
} Asking;

static void
note_anchor (YdSchedule *self,
             guint       anchor,
             guint       node)
{
  GArray *nodes = g_hash_table_lookup (self->anchored, GUINT_TO_POINTER (anchor));

  if (nodes == NULL)
    {
      nodes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->anchored, GUINT_TO_POINTER (anchor), nodes);
    }

  for (guint i = 0; i < nodes->len; i++)
    if (g_array_index (nodes, guint, i) == node)
      return;

  g_array_append_val (nodes, node);
}

/* When the point begins or ends that a deadline counts from: its own, if it names none. */
static gboolean
find_anchor (YdPoint               *point,
             const YdDeadlineTerms *terms,
             YdMoment              *moment,
             gpointer               user_data)
{
  Asking *asking = user_data;
  YdSchedule *self = asking->schedule;
  gboolean of_start = g_strcmp0 (terms->anchor, "start") == 0;
  guint i;

  if (terms->anchor_id != NULL)
    point = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, terms->anchor_id);

  if ((!of_start && g_strcmp0 (terms->anchor, "finish") != 0) || point == NULL ||
      (i = _yd_schedule_find_node (self, point)) == YD_NET_NONE)
    return FALSE;

  if (asking->node != YD_NET_NONE)
    note_anchor (self, i, asking->node);

  if (!_yd_net_node (self->net, i)->live)
    return FALSE;

  moment->day = of_start ? _yd_schedule_get_first_day (self, i)
                         : _yd_schedule_get_last_day (self, i);
  moment->minute = YD_MINUTE_NONE;

  return moment->day != YD_DAY_NONE;
}

static YdDueState
compute (YdSchedule *self,
         Asking     *asking,
         YdRow      *deadline,
         YdDue      *due)
{
  YdAnchors anchors = { self->today, find_anchor, asking };

  return yd_deadline_compute (self->plan, deadline, self->calendar, &anchors, due);
}

/**
 * yd_schedule_get_due:
 * @self: a schedule
 * @deadline: a deadline of its plan
 * @due: (out): when it is due
 *
 * As yd_deadline_compute(), with the dates of the schedule.
 *
 * Returns: whether there is a date
 */
YdDueState
yd_schedule_get_due (YdSchedule *self,
                     YdRow      *deadline,
                     YdDue      *due)
{
  Asking asking = { self, YD_NET_NONE };

  g_return_val_if_fail (YD_IS_SCHEDULE (self), YD_DUE_NONE);
  g_return_val_if_fail (YD_IS_ROW (deadline), YD_DUE_NONE);

  return compute (self, &asking, deadline, due);
}

/**
 * yd_schedule_compute_due:
 * @self: a schedule
 * @point: a point of its plan
 * @deadline: (nullable): the deadline that would say so; what was granted to it counts
 * @terms: what it would say
 * @due: (out): when it would be due
 *
 * As yd_schedule_get_due(), for terms that are not in force.
 *
 * Returns: whether there would be a date
 */
YdDueState
yd_schedule_compute_due (YdSchedule            *self,
                         YdPoint               *point,
                         YdRow                 *deadline,
                         const YdDeadlineTerms *terms,
                         YdDue                 *due)
{
  Asking asking = { self, YD_NET_NONE };
  const YdAnchors anchors = { self->today, find_anchor, &asking };
  YdDeadlineFacts facts;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), YD_DUE_NONE);

  yd_deadline_find_facts (self->plan, point, terms, &anchors, &facts);

  return _yd_deadline_compute_next (deadline, terms, &facts, self->calendar, due);
}

/* The first of the days by which @node is to be done, and which of its deadlines says so. */
YdDay
_yd_schedule_find_first_due (YdSchedule  *self,
                             guint        node,
                             YdRow      **deadline)
{
  YdPoint *point = g_ptr_array_index (self->points, node);
  YdRowList *list = _yd_row_find_list (point, YD_KIND_DEADLINE);
  Asking asking = { self, node };
  YdDay first = YD_DAY_NONE;
  guint n = 0;
  YdRow **rows = list != NULL ? _yd_row_list_get_shown (list, &n) : NULL;

  *deadline = NULL;

  for (guint i = 0; i < n; i++)
    {
      YdDue due;

      if (yd_plan_is_refused (rows[i]) ||
          compute (self, &asking, rows[i], &due) < YD_DUE_DAY ||
          (first != YD_DAY_NONE && due.day >= first))
        continue;

      first = due.day;
      *deadline = rows[i];
    }

  return first;
}

static gboolean
set_due (YdSchedule *self,
         guint       node)
{
  YdNetInput input = *_yd_net_input (self->net, node);
  YdDay before = input.due;

  input.due = _yd_schedule_find_first_due (self, node, (YdRow **) &self->deadlines->pdata[node]);
  if (input.due != before)
    _yd_schedule_net_set_input (self->net, node, &input);

  return input.due != before;
}

/* Once the dates are known that deadlines count from. */
static void
set_anchored_dues (YdSchedule *self)
{
  g_autofree gpointer *anchors = NULL;
  guint n;

  anchors = g_hash_table_get_keys_as_array (self->anchored, &n);
  for (guint i = 0; i < n; i++)
    {
      GArray *nodes = g_hash_table_lookup (self->anchored, anchors[i]);

      for (guint k = 0; k < nodes->len; k++)
        set_due (self, g_array_index (nodes, guint, k));
    }

  _yd_schedule_net_update (self->net);
}

static void
forget_dues (YdSchedule *self)
{
  g_hash_table_remove_all (self->anchored);
  for (guint i = 0; i < self->points->len; i++)
    if (self->deadlines->pdata[i] != NULL)
      {
        _yd_schedule_net_put_due (self->net, i, YD_DAY_NONE);
        self->deadlines->pdata[i] = NULL;
      }
}

/**
 * _yd_schedule_find_dues:
 * @self: a schedule that knows no day on which a point is due, or those of the deadlines before
 * @from: where to begin among the deadlines of the plan
 * @n: how many to look at
 *
 * Most points have no deadline, so those that have are found by these. Who found all of them calls
 * _yd_schedule_end_dues().
 *
 * Returns: whether there are more
 */
gboolean
_yd_schedule_find_dues (YdSchedule *self,
                        guint       from,
                        guint       n)
{
  GPtrArray *rows = _yd_space_get_private (YD_SPACE (self->plan))->rows[YD_KIND_DEADLINE];
  const guint end = n < rows->len - MIN (from, rows->len) ? from + n : rows->len;
  YdRow *last = NULL;

  for (guint i = from; i < end; i++)
    {
      YdRow *point = ((YdRow *) g_ptr_array_index (rows, i))->home;
      guint node;

      if (point == NULL || point == last)
        continue;

      last = point;
      node = _yd_schedule_find_node (self, point);
      _yd_schedule_net_put_due (self->net, node,
        _yd_schedule_find_first_due (self, node, (YdRow **) &self->deadlines->pdata[node]));
    }

  return end < rows->len;
}

void
_yd_schedule_end_dues (YdSchedule *self)
{
  _yd_schedule_net_update_all (self->net);
  if (g_hash_table_size (self->anchored) > 0)
    set_anchored_dues (self);
  _yd_schedule_net_forget_changes (self->net);
}

/* All of them: a new plan, other working days, another today. */
void
_yd_schedule_set_dues (YdSchedule *self)
{
  forget_dues (self);
  _yd_schedule_find_dues (self, 0, G_MAXUINT);
  _yd_schedule_end_dues (self);
}

/* Those that count from one of @touched; they are added to it if they are due another day.
 *
 * Returns: whether any is
 */
gboolean
_yd_schedule_refresh_anchored (YdSchedule *self,
                               GHashTable *touched)
{
  g_autofree gpointer *points = NULL;
  gboolean any = FALSE;
  guint n;

  if (g_hash_table_size (self->anchored) == 0)
    return FALSE;

  points = g_hash_table_get_keys_as_array (touched, &n);
  for (guint i = 0; i < n; i++)
    {
      guint anchor = _yd_schedule_find_node (self, points[i]);
      g_autoptr(GArray) nodes = g_hash_table_lookup (self->anchored, GUINT_TO_POINTER (anchor));

      if (nodes == NULL)
        continue;

      g_array_ref (nodes);
      for (guint k = 0; k < nodes->len; k++)
        {
          guint node = g_array_index (nodes, guint, k);

          if (!set_due (self, node))
            continue;

          any = TRUE;
          g_hash_table_add (touched, g_ptr_array_index (self->points, node));
        }
    }

  return any;
}
