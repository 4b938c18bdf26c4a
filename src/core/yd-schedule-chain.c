/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-private.h"

#include <glib/gi18n-lib.h>

/* Why a point has the dates it has: what it waited for, and what that waited for, back to a
 * date that somebody stated.
 */

/* Where the search stands: at a node, because of its end or of its beginning. */
typedef struct
{
  guint    node;
  gboolean of_end;
} Place;

/* What an edge waits for in its predecessor. */
static Place
get_source (const YdNetEdge *edge)
{
  gboolean of_end = edge->link.type == YD_LINK_FS || edge->link.type == YD_LINK_FF;

  return (Place) { edge->pred, of_end };
}

/* The edge into @node that asks for @bound. */
static guint
find_edge (YdSchedule *self,
           guint       node,
           gboolean    of_end,
           int         bound)
{
  for (guint i = _yd_net_node (self->net, node)->in; i != YD_NET_NONE;
       i = _yd_net_edge (self->net, i)->next_in)
    {
      const YdNetEdge *edge = _yd_net_edge (self->net, i);

      if (edge->used && !edge->aside && _yd_net_edge_asks_end (edge) == of_end &&
          _yd_net_node (self->net, edge->pred)->result.first != YD_NET_LOW &&
          _yd_schedule_net_edge_bound (self->net, edge) == bound)
        return i;
    }

  return YD_NET_NONE;
}

/* The one below with which a parent begins or ends. */
static guint
find_child (YdSchedule *self,
            Place       place)
{
  const YdNetNode *node = _yd_net_node (self->net, place.node);

  for (guint i = _yd_net_first_child (self->net, place.node); i != YD_NET_NONE;
       i = _yd_net_next (self->net, i))
    {
      const YdNetNode *child = _yd_net_node (self->net, i);

      if (child->live && child->result.first != YD_NET_LOW &&
          (place.of_end ? child->result.last == node->result.last
                        : child->result.first == node->result.first))
        return i;
    }

  return YD_NET_NONE;
}

/* The edge, into @node or into one above, that keeps it from beginning before @first. */
static guint
find_start_edge (YdSchedule *self,
                 guint       node,
                 int         first)
{
  guint edge = YD_NET_NONE;

  for (; node != YD_NET_NONE && edge == YD_NET_NONE; node = _yd_net_node (self->net, node)->parent)
    if (_yd_net_node (self->net, node)->asked == first)
      edge = find_edge (self, node, FALSE, first);

  return edge;
}

/* Returns: the edge that @place waits for, %YD_NET_NONE where it waits for none; it may go
 * down to the point that it stands for
 */
static guint
find_cause (YdSchedule *self,
            Place      *place)
{
  const YdNetNode *node = _yd_net_node (self->net, place->node);
  const YdNetInput *input = _yd_net_input (self->net, place->node);
  guint edge, child;

  if (input->finished != YD_DAY_NONE)
    return YD_NET_NONE;

  if (place->of_end)
    {
      edge = find_edge (self, place->node, TRUE, node->result.last);
      if (edge != YD_NET_NONE)
        return edge;
    }

  child = find_child (self, *place);
  if (child != YD_NET_NONE)
    {
      place->node = child;
      return find_cause (self, place);
    }

  if (input->started != YD_DAY_NONE)
    return YD_NET_NONE;

  edge = find_start_edge (self, place->node, node->result.first);

  /* What begins later only because it must not end before. */
  if (edge == YD_NET_NONE)
    edge = find_edge (self, place->node, TRUE, node->result.last);

  return edge;
}

/**
 * yd_schedule_list_chain:
 * @self: a schedule
 * @point: a point of its plan
 *
 * What @point waits for: points in the order in which they happen, each with the
 * dependency that leads to it. The first one waits for nobody; the last one is @point.
 *
 * Returns: (transfer full) (element-type YdScheduleStep): the chain, empty if @point has no
 *   dates
 */
GArray *
yd_schedule_list_chain (YdSchedule *self,
                        YdPoint    *point)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (YdScheduleStep));
  Place place = { .of_end = TRUE };
  guint edge;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), chain);

  place.node = _yd_schedule_find_node (self, point);
  if (place.node == YD_NET_NONE || !_yd_net_node (self->net, place.node)->live ||
      _yd_net_node (self->net, place.node)->result.first == YD_NET_LOW)
    return chain;

  do
    {
      YdScheduleStep step = { NULL };

      /* Of a parent the one below is named for which it is waited. */
      edge = find_cause (self, &place);
      step.point = chain->len > 0 ? g_ptr_array_index (self->points, place.node) : point;
      if (edge != YD_NET_NONE)
        step.dependency = g_ptr_array_index (self->links, edge);
      g_array_prepend_val (chain, step);

      if (edge != YD_NET_NONE)
        place = get_source (_yd_net_edge (self->net, edge));
    }
  while (edge != YD_NET_NONE);

  return chain;
}

/* Names in a sentence are shortened, and a long chain is named by its ends. */
#define MAX_NAME  16
#define MAX_NAMES 6

/* Returns: (transfer full): how @point is called in a sentence */
char *
_yd_schedule_dup_name (YdPoint *point)
{
  const char *title = yd_point_get_title (point);
  const char *text = title != NULL && *title != '\0' ? title
                                                      : yd_row_get_cell (point, YD_POINT_TEXT);
  g_autofree char *cut = NULL;

  if (text == NULL)
    return g_strdup (yd_row_get_id (point));

  if (g_utf8_strlen (text, -1) <= MAX_NAME)
    return g_strdup (text);

  cut = g_utf8_substring (text, 0, MAX_NAME);

  return g_strconcat (cut, "…", NULL);
}

/* Returns: (transfer full) (nullable): what @point waits for, as `A → B → C`; %NULL if it waits
 *   for nobody
 */
char *
_yd_schedule_dup_chain_words (YdSchedule *self,
                              YdPoint    *point)
{
  g_autoptr(GArray) chain = yd_schedule_list_chain (self, point);
  GString *words = g_string_new (NULL);

  for (guint i = 0; chain->len > 1 && i < chain->len; i++)
    {
      YdScheduleStep *step = &g_array_index (chain, YdScheduleStep, i);
      g_autofree char *name = _yd_schedule_dup_name (step->point);

      if (chain->len > MAX_NAMES && i > 2 && i < chain->len - 3)
        {
          if (i == 3)
            g_string_append (words, " → …");
          continue;
        }

      g_string_append_printf (words, "%s%s", i > 0 ? " → " : "", name);
    }

  return g_string_free (words, chain->len < 2);
}

/**
 * yd_schedule_dup_late_words:
 * @self: a schedule
 * @point: a point of its plan
 *
 * Returns: (transfer full) (nullable): a sentence on by how much @point misses its
 *   deadline and through which chain; %NULL if it makes it
 */
char *
yd_schedule_dup_late_words (YdSchedule *self,
                            YdPoint    *point)
{
  g_autofree char *late = NULL, *finish = NULL, *names = NULL;
  YdScheduled scheduled;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), NULL);

  if (!yd_schedule_get (self, point, &scheduled) || scheduled.late_by == 0)
    return NULL;

  finish = yd_day_dup_words (scheduled.finish);
  late = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "It ends on %s, %d working day after its deadline",
                                       "It ends on %s, %d working days after its deadline",
                                       scheduled.late_by), finish, scheduled.late_by);
  names = _yd_schedule_dup_chain_words (self, point);
  if (names == NULL)
    return g_steal_pointer (&late);

  return g_strdup_printf (_("%s: %s"), late, names);
}

/**
 * yd_schedule_dup_light_words:
 * @self: a schedule
 * @point: a point of its plan
 *
 * Returns: (transfer full): the reason of its light in a few words
 */
char *
yd_schedule_dup_light_words (YdSchedule *self,
                             YdPoint    *point)
{
  YdScheduled scheduled;
  YdLightFacts facts;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), NULL);

  yd_schedule_get (self, point, &scheduled);
  facts = (YdLightFacts) {
    .begun = scheduled.start, .finished = scheduled.done ? scheduled.finish : YD_DAY_NONE,
    .due = scheduled.due,
  };

  return yd_light_dup_words (&facts, self->today, self->calendar);
}

/**
 * yd_schedule_dup_why:
 * @self: a schedule
 * @point: a point of its plan
 *
 * Returns: (transfer full): why it has its light: the days left, how its deadline was
 *   counted, and whether it will miss it
 */
char *
yd_schedule_dup_why (YdSchedule *self,
                     YdPoint    *point)
{
  g_autofree char *light = yd_schedule_dup_light_words (self, point);
  g_autofree char *due_words = NULL, *late = NULL;
  YdScheduled scheduled;
  YdDue due;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), NULL);

  yd_schedule_get (self, point, &scheduled);
  if (scheduled.deadline == NULL)
    return g_steal_pointer (&light);

  yd_schedule_get_due (self, scheduled.deadline, &due);
  due_words = yd_due_dup_words (&due, scheduled.deadline, self->calendar);
  late = yd_schedule_dup_late_words (self, point);

  return late != NULL ? g_strdup_printf (_("%s. %s %s."), light, due_words, late)
                      : g_strdup_printf (_("%s. %s"), light, due_words);
}
