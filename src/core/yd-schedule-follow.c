/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-private.h"

#include "yd-row-private.h"

/* How a schedule follows its plan: what rows say becomes the input of nodes and edges. */

/* An edit that bears on more rows than this is quicker to follow from the beginning. */
#define MANY_ROWS 20000

static YdDay
get_day (YdRow *row,
         guint  field)
{
  const char *cell = yd_row_get_cell (row, field);

  return cell != NULL ? yd_day_parse (cell) : YD_DAY_NONE;
}

/* What the row of @node says now, but for when it is due. */
void
_yd_schedule_read_input (YdSchedule *self,
                         guint       node,
                         YdNetInput *input)
{
  YdPoint *point = g_ptr_array_index (self->points, node);
  gint64 days = yd_row_get_int (point, YD_POINT_DAYS, 1);

  *input = (YdNetInput) {
    .start = get_day (point, YD_POINT_START),
    .started = get_day (point, YD_POINT_STARTED),
    .finished = get_day (point, YD_POINT_FINISHED),
    .due = _yd_net_input (self->net, node)->due,
    .days = CLAMP (days, 1, YD_NET_MAX_DAYS),
  };
}

static guint
find_parent (YdSchedule *self,
             YdPoint    *point)
{
  YdPoint *parent = yd_point_get_parent (point);

  return parent != NULL ? _yd_schedule_find_node (self, parent) : YD_NET_NONE;
}

static guint
add_point (YdSchedule *self,
           YdPoint    *point)
{
  const YdNetInput nothing = { .days = 1 };
  guint node = _yd_schedule_net_add_node (self->net, YD_NET_NONE, &nothing);

  g_ptr_array_add (self->points, point);
  g_array_append_val (self->places, node);
  g_ptr_array_add (self->deadlines, NULL);
  g_hash_table_insert (self->nodes, point, GUINT_TO_POINTER (node + 1));

  return node;
}

/* What has two ends has an edge, used or not: it may be when one of them comes back. */
static void
refresh_edge (YdSchedule *self,
              YdRow      *dependency)
{
  guint edge = GPOINTER_TO_UINT (g_hash_table_lookup (self->edges, dependency)) - 1;
  guint pred, succ;
  YdLink link;
  gboolean used = yd_dependency_get_link (dependency, &link) &&
                  yd_dependency_is_edge (dependency);

  if (dependency->needed == NULL || dependency->home == NULL)
    {
      if (edge != YD_NET_NONE)
        _yd_schedule_net_drop_edge (self->net, edge);
      return;
    }

  pred = _yd_schedule_find_node (self, dependency->needed);
  succ = _yd_schedule_find_node (self, dependency->home);
  if (edge == YD_NET_NONE)
    {
      edge = _yd_schedule_net_add_edge (self->net, pred, succ, &link);
      g_hash_table_insert (self->edges, dependency, GUINT_TO_POINTER (edge + 1));
      g_ptr_array_add (self->links, dependency);
    }
  _yd_schedule_net_set_edge (self->net, edge, pred, succ, &link, used);
}

/* Also of edges that are not used: they may be again. */
static void
refresh_edges_of (YdSchedule *self,
                  guint       node)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = _yd_net_node (self->net, node)->in; i != YD_NET_NONE;
       i = _yd_net_edge (self->net, i)->next_in)
    g_ptr_array_add (rows, g_ptr_array_index (self->links, i));
  for (guint i = _yd_net_node (self->net, node)->out; i != YD_NET_NONE;
       i = _yd_net_edge (self->net, i)->next_out)
    g_ptr_array_add (rows, g_ptr_array_index (self->links, i));

  /* One that a preview made has no row. */
  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL)
      refresh_edge (self, g_ptr_array_index (rows, i));
}

/* What is dead takes those below with it, and brings them back. */
static void
refresh_live (YdSchedule *self,
              guint       node)
{
  YdPoint *point = g_ptr_array_index (self->points, node);
  gboolean live = yd_space_is_live (YD_SPACE (self->plan), point);

  if (_yd_net_node (self->net, node)->live == !!live)
    return;

  _yd_schedule_net_set_live (self->net, node, live);
  refresh_edges_of (self, node);
  for (guint i = _yd_net_first_child (self->net, node); i != YD_NET_NONE;
       i = _yd_net_next (self->net, i))
    refresh_live (self, i);
}

static void
refresh_input (YdSchedule *self,
               guint       node)
{
  YdNetInput input;

  _yd_schedule_read_input (self, node, &input);
  _yd_schedule_net_set_input (self->net, node, &input);
}

static void
clear (YdSchedule *self)
{
  _yd_schedule_net_free (self->net);
  self->net = _yd_schedule_net_new (&self->axis);
  g_ptr_array_set_size (self->points, 0);
  g_array_set_size (self->places, 0);
  g_ptr_array_set_size (self->deadlines, 0);
  g_ptr_array_set_size (self->links, 0);
  g_array_set_size (self->spare_edges, 0);
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->edges);
}

static void
read_links (YdSchedule *self)
{
  g_autoptr(GPtrArray) links = yd_space_list_rows (YD_SPACE (self->plan), YD_KIND_DEPENDENCY);

  for (guint i = 0; i < links->len; i++)
    refresh_edge (self, g_ptr_array_index (links, i));
}

/* Rows take the places of their numbers. */
static void
move_rows (GPtrArray   *rows,
           GHashTable  *numbers,
           const guint *places)
{
  g_autofree gpointer *last = g_memdup2 (rows->pdata, rows->len * sizeof (gpointer));

  for (guint i = 0; i < rows->len; i++)
    {
      rows->pdata[places[i]] = last[i];
      g_hash_table_insert (numbers, last[i], GUINT_TO_POINTER (places[i] + 1));
    }
}

static void
renumber (YdSchedule *self)
{
  g_autofree guint *nodes = NULL, *edges = NULL;

  _yd_schedule_net_renumber (self->net, &nodes, &edges);
  move_rows (self->points, self->nodes, nodes);
  for (guint i = 0; i < self->places->len; i++)
    g_array_index (self->places, guint, nodes[i]) = i;
  move_rows (self->links, self->edges, edges);
}

/* Reads the whole plan, but for when its points are due. */
void
_yd_schedule_read (YdSchedule *self)
{
  g_autoptr(GPtrArray) points = yd_space_list_rows (YD_SPACE (self->plan), YD_KIND_POINT);

  clear (self);
  for (guint i = 0; i < points->len; i++)
    add_point (self, g_ptr_array_index (points, i));

  for (guint i = 0; i < points->len; i++)
    {
      _yd_schedule_net_set_parent (self->net, i, find_parent (self, g_ptr_array_index (points, i)));
      refresh_input (self, i);
    }
  for (guint i = 0; i < points->len; i++)
    refresh_live (self, i);
  read_links (self);
  renumber (self);
}

/* Reads the whole plan. */
void
_yd_schedule_build (YdSchedule *self)
{
  _yd_schedule_read (self);
  _yd_schedule_set_dues (self);
}

/* What an edit bears on, each once. */
typedef struct
{
  GPtrArray  *points;           /* whose place, life or dates it names, in the order of the edit */
  GPtrArray  *links;
  GHashTable *seen;             /* of both */
  GHashTable *owners;           /* points with deadlines that it names */
  gboolean    all_dues;
} Bearing;

static void
add_row (Bearing    *bearing,
         GPtrArray  *rows,
         YdSpace    *space,
         YdKind      kind,
         const char *id)
{
  YdRow *row = yd_space_lookup (space, kind, id);

  if (row != NULL && g_hash_table_add (bearing->seen, row))
    g_ptr_array_add (rows, row);
}

/* The point of a deadline, or of the deadline that is put off. */
static void
add_owner (Bearing *bearing,
           YdRow   *row)
{
  while (row != NULL && yd_row_get_kind (row) != YD_KIND_POINT)
    row = row->home;

  if (row != NULL)
    g_hash_table_add (bearing->owners, row);
}

/* A deadline counts from the beginning, as long as nobody refuses it. */
static gboolean
confirms_deadline (const YdChange *change)
{
  return change->field == YD_DEADLINE_CHECK && g_strcmp0 (change->old_value, "refused") != 0 &&
         g_strcmp0 (change->new_value, "refused") != 0;
}

static void
look_at_change (YdSchedule     *self,
                Bearing        *bearing,
                const YdChange *change)
{
  YdSpace *space = YD_SPACE (self->plan);
  guint f = change->field;

  switch ((int) change->kind)
    {
    case YD_KIND_POINT:
      if (f == YD_FIELD_DELETED || f == YD_POINT_PARENT ||
          (f >= YD_POINT_START && f <= YD_POINT_FINISHED))
        add_row (bearing, bearing->points, space, YD_KIND_POINT, change->id);
      break;

    case YD_KIND_DEPENDENCY:
      add_row (bearing, bearing->links, space, YD_KIND_DEPENDENCY, change->id);
      break;

    case YD_KIND_DEADLINE:
      if (confirms_deadline (change))
        break;
      add_owner (bearing, yd_space_lookup (space, YD_KIND_DEADLINE, change->id));
      break;

    case YD_KIND_POSTPONEMENT:
      add_owner (bearing, yd_space_lookup (space, YD_KIND_POSTPONEMENT, change->id));
      break;

    case YD_KIND_PLAN:
      bearing->all_dues |= f == YD_PLAN_ISSUED;
      break;

    /* Deadlines for one unit go and come with it. */
    case YD_KIND_UNIT:
      bearing->all_dues |= f == YD_FIELD_DELETED && change->old_value != NULL;
      break;

    default:
      break;
    }
}

static void
add_node (YdSchedule *self,
          GHashTable *points,
          guint       node)
{
  if (node != YD_NET_NONE)
    g_hash_table_add (points, g_ptr_array_index (self->points, node));
}

/* First all nodes, since a point may stand below one that the same edit made. */
static void
refresh_points (YdSchedule *self,
                GPtrArray  *points,
                GHashTable *homes)
{
  gpointer *rows = points->pdata;
  guint n = points->len;

  for (guint i = 0; i < n; i++)
    if (_yd_schedule_find_node (self, rows[i]) == YD_NET_NONE)
      add_point (self, rows[i]);

  for (guint i = 0; i < n; i++)
    {
      guint node = _yd_schedule_find_node (self, rows[i]);

      add_node (self, homes, _yd_net_node (self->net, node)->parent);
      _yd_schedule_net_set_parent (self->net, node, find_parent (self, rows[i]));
      add_node (self, homes, _yd_net_node (self->net, node)->parent);
      refresh_input (self, node);
    }

  for (guint i = 0; i < n; i++)
    refresh_live (self, _yd_schedule_find_node (self, rows[i]));
}

static void
refresh_dues (YdSchedule *self,
              GHashTable *owners)
{
  GHashTableIter iter;
  gpointer point;

  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    {
      guint node = _yd_schedule_find_node (self, point);
      YdNetInput input = *_yd_net_input (self->net, node);

      input.due = _yd_schedule_find_first_due (self, node,
                                               (YdRow **) &self->deadlines->pdata[node]);
      _yd_schedule_net_set_input (self->net, node, &input);
    }
}

/* Adds the points of which the result is another one. */
static void
collect_changed (YdSchedule *self,
                 GHashTable *touched)
{
  YdScheduleNet *net = self->net;

  for (guint i = 0; i < net->changed->len; i++)
    {
      guint node = g_array_index (net->changed, guint, i);
      const YdNetResult *before = &g_array_index (net->before, YdNetResult, i);

      if (memcmp (before, &_yd_net_node (net, node)->result, sizeof *before) == 0)
        continue;

      /* One above spans its dates, or does so no more. */
      g_hash_table_add (touched, g_ptr_array_index (self->points, node));
      add_node (self, touched, _yd_net_node (net, node)->parent);
    }
}

/* Works out what follows, and adds to @touched who something else follows for. Deadlines that
 * count from a point that moved move with it; they move nothing.
 */
void
_yd_schedule_update (YdSchedule *self,
                     GHashTable *touched)
{
  _yd_schedule_net_update (self->net);
  collect_changed (self, touched);
  if (_yd_schedule_refresh_anchored (self, touched))
    {
      _yd_schedule_net_update (self->net);
      collect_changed (self, touched);
    }
  _yd_schedule_net_forget_changes (self->net);
}

static void
tell (YdSchedule *self,
      GHashTable *touched)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer point;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    g_ptr_array_add (points, point);

  if (points->len > 0)
    _yd_schedule_emit_changed (self, points);
}

static void
follow_all (YdSchedule *self)
{
  _yd_schedule_build (self);
  _yd_schedule_emit_changed (self, NULL);
}

static void
add_all (GHashTable *to,
         GHashTable *rows)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_hash_table_add (to, row);
}

static void
follow (YdSchedule *self,
        Bearing    *bearing)
{
  g_autoptr(GHashTable) homes = g_hash_table_new (NULL, NULL);

  refresh_points (self, bearing->points, homes);
  for (guint i = 0; i < bearing->links->len; i++)
    refresh_edge (self, g_ptr_array_index (bearing->links, i));

  refresh_dues (self, bearing->owners);

  /* Lights may change where dates do not, and a parent may begin or cease to span. */
  for (guint i = 0; i < bearing->points->len; i++)
    g_hash_table_add (bearing->owners, g_ptr_array_index (bearing->points, i));
  add_all (bearing->owners, homes);

  _yd_schedule_update (self, bearing->owners);
  tell (self, bearing->owners);
}

/* @edit is in force in the plan. */
void
_yd_schedule_follow (YdSchedule *self,
                     YdEdit     *edit)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(GPtrArray) links = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) owners = g_hash_table_new (NULL, NULL);
  Bearing bearing = { points, links, seen, owners };
  guint n, n_rows = 0;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  for (guint i = 0; i < n && !bearing.all_dues && n_rows <= MANY_ROWS; i++)
    {
      look_at_change (self, &bearing, &changes[i]);
      n_rows = points->len + links->len + g_hash_table_size (owners);
    }

  if (bearing.all_dues || n_rows > MANY_ROWS)
    follow_all (self);
  else if (n_rows > 0)
    follow (self, &bearing);
}
