/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

/* A heap with the step that comes first at its root. */
static gboolean
comes_before (YdScheduleNet *self,
              YdNetQueue    *queue,
              guint          a,
              guint          b)
{
  gint64 rank_a = g_array_index (self->ranks, gint64, a);
  gint64 rank_b = g_array_index (self->ranks, gint64, b);

  return queue->backwards ? rank_a > rank_b : rank_a < rank_b;
}

void
_yd_net_queue_push (YdScheduleNet *self,
                    YdNetQueue    *queue,
                    guint          step)
{
  guint i = queue->steps->len;
  guint *steps;

  if (self->all_stale || queue->queued[step])
    return;

  queue->queued[step] = TRUE;
  g_array_append_val (queue->steps, step);
  steps = (guint *) queue->steps->data;

  for (; i > 0 && comes_before (self, queue, step, steps[(i - 1) / 2]); i = (i - 1) / 2)
    steps[i] = steps[(i - 1) / 2];
  steps[i] = step;
}

gboolean
_yd_net_queue_pop (YdScheduleNet *self,
                   YdNetQueue    *queue,
                   guint         *step)
{
  guint *steps = (guint *) queue->steps->data;
  guint n = queue->steps->len;
  guint last, i, below;

  if (n == 0)
    return FALSE;

  *step = steps[0];
  queue->queued[*step] = FALSE;
  last = steps[--n];
  g_array_set_size (queue->steps, n);

  for (i = 0; (below = 2 * i + 1) < n; i = below)
    {
      if (below + 1 < n && comes_before (self, queue, steps[below + 1], steps[below]))
        below++;
      if (!comes_before (self, queue, steps[below], last))
        break;
      steps[i] = steps[below];
    }
  if (n > 0)
    steps[i] = last;

  return TRUE;
}

void
_yd_net_queue_clear (YdNetQueue *queue)
{
  for (guint i = 0; i < queue->steps->len; i++)
    queue->queued[g_array_index (queue->steps, guint, i)] = FALSE;
  g_array_set_size (queue->steps, 0);
}
