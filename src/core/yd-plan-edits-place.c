/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include <string.h>

#include "yd-order.h"

/* Where points stand. Every move is the same: some points come to stand behind a
 * sibling. What is not yet applied is kept in a list of each parent's children as
 * it will be, so that one edit can move many.
 */

typedef struct
{
  YdPlan           *plan;
  YdEdit           *edit;
  const YdIdSource *ids;
  GHashTable       *moved;      /* the points that are to be moved */
  GHashTable       *keys;       /* point → its new key */
  GHashTable       *lists;      /* parent, or the plan → children as they will be */
} Placing;

static void
placing_init (Placing          *self,
              YdPlan           *plan,
              const char       *act,
              GPtrArray        *points,
              const YdIdSource *ids)
{
  self->plan = plan;
  self->edit = yd_edit_new (act, NULL);
  self->ids = ids;
  self->moved = g_hash_table_new (NULL, NULL);
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < points->len; i++)
    g_hash_table_add (self->moved, g_ptr_array_index (points, i));
}

static YdEdit *
placing_end (Placing *self)
{
  yd_edit_set_whole (self->edit, g_hash_table_size (self->moved) > 1);

  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->lists);

  return self->edit;
}

static GListModel *
get_children (YdPlan  *plan,
              YdPoint *parent)
{
  return parent != NULL ? yd_point_get_children (parent) : yd_plan_get_points (plan);
}

static GPtrArray *
get_list (Placing *self,
          YdPoint *parent)
{
  gpointer key = parent != NULL ? (gpointer) parent : (gpointer) self->plan;
  GPtrArray *list = g_hash_table_lookup (self->lists, key);
  GListModel *model = get_children (self->plan, parent);

  if (list != NULL)
    return list;

  list = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (model, i);

      g_ptr_array_add (list, child);    /* the space keeps it */
    }
  g_hash_table_insert (self->lists, key, list);

  return list;
}

static const char *
get_key (Placing   *self,
         GPtrArray *list,
         guint      i)
{
  YdPoint *point = i < list->len ? g_ptr_array_index (list, i) : NULL;
  const char *key = point != NULL ? g_hash_table_lookup (self->keys, point) : NULL;

  return key != NULL || point == NULL ? key : yd_row_get_cell (point, YD_POINT_ORDER);
}

static void
set_key (Placing *self,
         YdPoint *point,
         char    *key)
{
  g_hash_table_insert (self->keys, point, key);
}

/* Keys that are equal or too long are a sign that all siblings be spaced anew. */
static void
space_anew (Placing   *self,
            GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    set_key (self, g_ptr_array_index (list, i), yd_order_nth (i, list->len, self->ids));
}

static void
give_key (Placing   *self,
          GPtrArray *list,
          guint      i)
{
  const char *before = i > 0 ? get_key (self, list, i - 1) : NULL;
  const char *after = get_key (self, list, i + 1);
  char *key;

  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    {
      space_anew (self, list);
      return;
    }

  key = yd_order_between (before, after, self->ids);
  if (strlen (key) > YD_ORDER_LONG)
    space_anew (self, list);
  else
    set_key (self, g_ptr_array_index (list, i), g_steal_pointer (&key));
  g_free (key);
}

/* Behind @after, or first. Returns: whether anything moves */
static gboolean
place (Placing *self,
       YdPoint *point,
       YdPoint *parent,
       YdPoint *after)
{
  GPtrArray *from = get_list (self, yd_point_get_parent (point));
  GPtrArray *to = get_list (self, parent);
  guint at = 0, was;

  if (from == to && g_ptr_array_find (from, point, &was) &&
      (was > 0 ? g_ptr_array_index (from, was - 1) : NULL) == after)
    return FALSE;

  g_ptr_array_remove (from, point);
  if (after != NULL && g_ptr_array_find (to, after, &at))
    at++;
  g_ptr_array_insert (to, at, point);
  give_key (self, to, at);

  _yd_plan_edits_set (self->edit, point, YD_POINT_PARENT,
                      parent != NULL ? yd_row_get_id (parent) : NULL);

  return TRUE;
}

/* The keys come last, when it is known which they are. */
static YdEdit *
write_keys (Placing *self)
{
  GHashTableIter iter;
  gpointer point, key;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &point, &key))
    _yd_plan_edits_set (self->edit, point, YD_POINT_ORDER, key);

  return placing_end (self);
}

/**
 * yd_plan_edit_move:
 * @plan: a plan
 * @points: (element-type YdRow): what shall move; what stands below comes with it
 * @parent: (nullable): the point below which they shall stand; at the top without it
 * @after: (nullable): the child of @parent behind which they shall stand; first
 *   without it
 * @ids: gives the random bits
 *
 * An edit that would put a point below itself is made, and refused by the plan.
 */
YdEdit *
yd_plan_edit_move (YdPlan           *plan,
                   GPtrArray        *points,
                   YdPoint          *parent,
                   YdPoint          *after,
                   const YdIdSource *ids)
{
  g_autoptr(GPtrArray) roots = _yd_plan_edits_list_roots (points);
  GPtrArray *list;
  guint i;
  Placing placing;

  placing_init (&placing, plan, "point.move", roots, ids);

  /* What is itself moved is no place to stand behind. */
  list = get_list (&placing, parent);
  while (after != NULL && g_hash_table_contains (placing.moved, after) &&
         g_ptr_array_find (list, after, &i))
    after = i > 0 ? g_ptr_array_index (list, i - 1) : NULL;

  for (i = 0; i < roots->len; i++)
    {
      YdPoint *point = g_ptr_array_index (roots, i);

      place (&placing, point, parent, after);
      after = point;
    }

  return write_keys (&placing);
}

/* Each one changes places with the sibling that does not move itself. */
static YdEdit *
step (YdPlan           *plan,
      GPtrArray        *points,
      int               direction,
      const YdIdSource *ids)
{
  g_autoptr(GPtrArray) roots = _yd_plan_edits_list_roots (points);
  Placing placing;

  placing_init (&placing, plan, "point.move", roots, ids);

  for (guint n = 0; n < roots->len; n++)
    {
      YdPoint *point = g_ptr_array_index (roots, direction < 0 ? n : roots->len - 1 - n);
      YdPoint *parent = yd_point_get_parent (point);
      GPtrArray *list = get_list (&placing, parent);
      guint i = 0;
      YdPoint *other;

      g_ptr_array_find (list, point, &i);
      if (direction < 0 ? i == 0 : i + 1 == list->len)
        continue;

      other = g_ptr_array_index (list, i + direction);
      if (g_hash_table_contains (placing.moved, other))
        continue;

      if (direction > 0)
        place (&placing, point, parent, other);
      else
        place (&placing, point, parent, i > 1 ? g_ptr_array_index (list, i - 2) : NULL);
    }

  return write_keys (&placing);
}

/* One place up among the siblings. */
YdEdit *
yd_plan_edit_move_up (YdPlan           *plan,
                      GPtrArray        *points,
                      const YdIdSource *ids)
{
  return step (plan, points, -1, ids);
}

YdEdit *
yd_plan_edit_move_down (YdPlan           *plan,
                        GPtrArray        *points,
                        const YdIdSource *ids)
{
  return step (plan, points, 1, ids);
}

/* The last sibling above that does not itself move. */
static YdPoint *
find_above (Placing *self,
            YdPoint *point)
{
  GPtrArray *list = get_list (self, yd_point_get_parent (point));
  guint i = 0;

  g_ptr_array_find (list, point, &i);
  while (i-- > 0)
    if (!g_hash_table_contains (self->moved, g_ptr_array_index (list, i)))
      return g_ptr_array_index (list, i);

  return NULL;
}

/**
 * yd_plan_edit_indent:
 * @plan: a plan
 * @points: (element-type YdRow): what shall go one level down: to the end of the
 *   sibling above; the first of its siblings stays where it is
 * @ids: gives the random bits
 */
YdEdit *
yd_plan_edit_indent (YdPlan           *plan,
                     GPtrArray        *points,
                     const YdIdSource *ids)
{
  g_autoptr(GPtrArray) roots = _yd_plan_edits_list_roots (points);
  Placing placing;

  placing_init (&placing, plan, "point.indent", roots, ids);

  for (guint i = 0; i < roots->len; i++)
    {
      YdPoint *point = g_ptr_array_index (roots, i);
      YdPoint *parent = find_above (&placing, point);
      GPtrArray *list = parent != NULL ? get_list (&placing, parent) : NULL;

      if (parent != NULL)
        place (&placing, point, parent,
               list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL);
    }

  return write_keys (&placing);
}

/**
 * yd_plan_edit_outdent:
 * @plan: a plan
 * @points: (element-type YdRow): what shall go one level up, to stand behind the
 *   point below which it was
 * @ids: gives the random bits
 */
YdEdit *
yd_plan_edit_outdent (YdPlan           *plan,
                      GPtrArray        *points,
                      const YdIdSource *ids)
{
  g_autoptr(GPtrArray) roots = _yd_plan_edits_list_roots (points);
  Placing placing;

  placing_init (&placing, plan, "point.outdent", roots, ids);

  /* From behind, so that each pushes the later ones of its parent before it. */
  for (guint i = roots->len; i-- > 0;)
    {
      YdPoint *point = g_ptr_array_index (roots, i);
      YdPoint *parent = yd_point_get_parent (point);

      if (parent != NULL)
        place (&placing, point, yd_point_get_parent (parent), parent);
    }

  return write_keys (&placing);
}

/* What its neighbours are, or what stands at that level. */
static const char *
find_kind (YdPlan  *plan,
           YdPoint *parent,
           YdPoint *after)
{
  static const char * const kinds[] = { "chapter", "section", "item" };
  guint level = parent != NULL ? yd_point_get_level (parent) : 0;
  GListModel *siblings = get_children (plan, parent);
  g_autoptr(YdRow) first = g_list_model_get_item (siblings, 0);
  YdPoint *like = after != NULL ? after : first;
  const char *kind = like != NULL ? yd_row_get_cell (like, YD_POINT_KIND) : NULL;

  return kind != NULL ? kind : kinds[MIN (level, G_N_ELEMENTS (kinds) - 1)];
}

static void
put_point (YdEdit     *edit,
           const char *id,
           YdPoint    *parent,
           const char *key,
           const char *kind,
           const char *title)
{
  yd_edit_create (edit, YD_KIND_POINT, id);
  if (parent != NULL)
    yd_edit_put (edit, YD_POINT_PARENT, yd_row_get_id (parent));
  yd_edit_put (edit, YD_POINT_ORDER, key);
  yd_edit_put (edit, YD_POINT_KIND, kind);
  if (title != NULL && *title != '\0')
    yd_edit_put (edit, YD_POINT_TITLE, title);
  yd_edit_put (edit, YD_POINT_CHECK, "confirmed");
  yd_edit_put_int (edit, YD_POINT_SURE, 100);
}

/**
 * yd_plan_edit_add_point:
 * @plan: a plan
 * @parent: (nullable): the point below which it shall stand; at the top without it
 * @after: (nullable): the child of @parent behind which it shall stand; first
 *   without it
 * @id: the id of the new point
 * @title: (nullable): its title
 * @ids: gives the random bits
 *
 * A new point has no printed number: it shows the one that its place gives.
 */
YdEdit *
yd_plan_edit_add_point (YdPlan           *plan,
                        YdPoint          *parent,
                        YdPoint          *after,
                        const char       *id,
                        const char       *title,
                        const YdIdSource *ids)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *key = NULL;
  GPtrArray *list;
  guint at = 0;
  const char *before, *behind;
  Placing placing;

  placing_init (&placing, plan, "point.add", none, ids);
  list = get_list (&placing, parent);
  if (after != NULL && g_ptr_array_find (list, after, &at))
    at++;

  before = at > 0 ? get_key (&placing, list, at - 1) : NULL;
  behind = get_key (&placing, list, at);
  key = yd_order_between (before, behind, ids);

  /* The later siblings make room where there is none. */
  if (strlen (key) > YD_ORDER_LONG ||
      (before != NULL && behind != NULL && strcmp (before, behind) >= 0))
    {
      guint n = list->len + 1;

      for (guint i = 0; i < list->len; i++)
        set_key (&placing, g_ptr_array_index (list, i), yd_order_nth (i + (i >= at), n, ids));
      g_free (key);
      key = yd_order_nth (at, n, ids);
    }

  put_point (placing.edit, id, parent, key, find_kind (plan, parent, after), title);

  return write_keys (&placing);
}
