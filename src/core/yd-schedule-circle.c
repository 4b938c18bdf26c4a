/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-private.h"

#include <glib/gi18n-lib.h>

#include "yd-schedule-preview.h"

/* Why a dependency cannot be: whoever waits for itself, and through whom. */

/* The dependency that leads from one step to the next, or NULL where the tree does. */
static YdRow *
find_link (YdSchedule *self,
           guint       from,
           guint       to)
{
  guint i = from % 2 == 1 ? _yd_net_node (self->net, from / 2)->out : YD_NET_NONE;

  for (; i != YD_NET_NONE; i = _yd_net_edge (self->net, i)->next_out)
    {
      const YdNetEdge *edge = _yd_net_edge (self->net, i);

      if (edge->used && _yd_net_edge_target (edge) == to)
        return g_ptr_array_index (self->links, i);
    }

  return NULL;
}

/**
 * yd_schedule_find_circle:
 * @self: a schedule
 * @pred: a point of its plan
 * @succ: another one
 * @type: of a dependency from @pred to @succ
 *
 * Returns: (transfer full) (nullable) (element-type YdScheduleStep): the points through which
 *   @pred waits for @succ already, from @succ to @pred, each with the dependency that leads
 *   to it, if it is not the tree that does; %NULL if the dependency can be
 */
GArray *
yd_schedule_find_circle (YdSchedule *self,
                         YdPoint    *pred,
                         YdPoint    *succ,
                         YdLinkType  type)
{
  YdNetEdge edge = { .link.type = type };
  g_autoptr(GArray) way = NULL;
  GArray *circle;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), NULL);

  edge.pred = _yd_schedule_find_node (self, pred);
  edge.succ = _yd_schedule_find_node (self, succ);
  if (edge.pred == YD_NET_NONE || edge.succ == YD_NET_NONE)
    return NULL;

  way = _yd_schedule_net_find_way (self->net, _yd_net_edge_target (&edge),
                                   YD_NET_OUT (edge.pred));
  if (way == NULL)
    return NULL;

  circle = g_array_new (FALSE, FALSE, sizeof (YdScheduleStep));
  for (guint i = 0; i < way->len; i++)
    {
      guint step = g_array_index (way, guint, i);
      guint last = i > 0 ? g_array_index (way, guint, i - 1) : YD_NET_NONE;
      YdScheduleStep told = { g_ptr_array_index (self->points, step / 2) };

      if (i > 0 && last / 2 == step / 2)
        continue;
      if (i > 0)
        told.dependency = find_link (self, last, step);
      g_array_append_val (circle, told);
    }

  return circle;
}

/* The dependencies of which one could go, by their ends. */
static char *
dup_links (YdSchedule *self,
           GArray     *circle)
{
  GString *words = g_string_new (NULL);

  for (guint i = 1; i < circle->len; i++)
    {
      YdScheduleStep *step = &g_array_index (circle, YdScheduleStep, i);
      g_autofree char *from = NULL, *to = NULL;

      if (step->dependency == NULL)
        continue;

      from = _yd_schedule_dup_name (g_array_index (circle, YdScheduleStep, i - 1).point);
      to = _yd_schedule_dup_name (step->point);
      if (words->len > 0)
        g_string_append (words, C_("between points", ", "));
      g_string_append_printf (words, "%s → %s", from, to);
    }

  return g_string_free (words, FALSE);
}

/**
 * yd_schedule_dup_circle_words:
 * @self: a schedule
 * @pred: a point of its plan
 * @succ: another one
 * @type: of a dependency from @pred to @succ
 *
 * Returns: (transfer full) (nullable): why the dependency cannot be, the whole circle, and
 *   which of those there are could go; %NULL if it can be
 */
char *
yd_schedule_dup_circle_words (YdSchedule *self,
                              YdPoint    *pred,
                              YdPoint    *succ,
                              YdLinkType  type)
{
  g_autoptr(GArray) circle = yd_schedule_find_circle (self, pred, succ, type);
  g_autofree char *links = NULL, *first = NULL;
  g_autoptr(GString) names = NULL;

  if (circle == NULL)
    return NULL;

  first = _yd_schedule_dup_name (pred);
  names = g_string_new (first);
  for (guint i = 0; i < circle->len; i++)
    {
      g_autofree char *name =
        _yd_schedule_dup_name (g_array_index (circle, YdScheduleStep, i).point);

      g_string_append_printf (names, " → %s", name);
    }

  links = dup_links (self, circle);
  if (*links == '\0')
    return g_strdup_printf (_("A point cannot wait for what stands below it: %s"), names->str);

  return g_strdup_printf (_("It would go round in a circle: %s. One of these could go: %s"),
                          names->str, links);
}
