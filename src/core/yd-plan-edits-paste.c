/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include <stdio.h>
#include <string.h>

#include "yd-order.h"
#include "yd-value.h"

/* Several new points at once, with what stands beside them in a table. What a person
 * pasted is confirmed, except for the words of a deadline that nobody has understood.
 */

typedef struct
{
  YdPlan           *plan;
  YdEdit           *edit;
  const YdIdSource *ids;
  GHashTable       *new_units;  /* name → id */
  char             *last_unit;  /* (nullable): the key of the last unit */
} Pasting;

static GListModel *
get_children (YdPlan  *plan,
              YdPoint *parent)
{
  return parent != NULL ? yd_point_get_children (parent) : yd_plan_get_points (plan);
}

/* As its neighbours are, or what stands at that level. */
static const char *
find_kind (YdPlan  *plan,
           YdPoint *parent,
           YdPoint *after,
           guint    depth)
{
  static const char * const kinds[] = { "chapter", "section", "item" };
  const guint level = (parent != NULL ? yd_point_get_level (parent) : 0) + depth;
  const char *kind = NULL;

  if (depth == 0 && after != NULL)
    kind = yd_row_get_cell (after, YD_POINT_KIND);

  /* A duty is what is left of a point; nothing pasted is. */
  if (kind != NULL && !g_str_equal (kind, "duty"))
    return kind;

  return kinds[MIN (level, G_N_ELEMENTS (kinds) - 1)];
}

/* How many of @points, from @first on, are siblings of it. */
static guint
count_siblings (GPtrArray *points,
                guint      first)
{
  const YdNewPoint *point = g_ptr_array_index (points, first);
  const guint level = point->level;
  guint n = 0;

  for (guint i = first; i < points->len; i++)
    {
      point = g_ptr_array_index (points, i);
      if (point->level < level)
        break;
      n += point->level == level;
    }

  return n;
}

/* Returns: (transfer full): keys for @n new ones between two siblings, %NULL where there is no
 * room */
static GPtrArray *
make_keys (const char       *before,
           const char       *behind,
           guint             n,
           const YdIdSource *ids)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (before != NULL && behind != NULL && strcmp (before, behind) >= 0)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      char *key = yd_order_between (before, behind, ids);

      g_ptr_array_add (keys, key);
      if (strlen (key) > YD_ORDER_LONG)
        return NULL;
      before = key;
    }

  return g_steal_pointer (&keys);
}

/* The keys of the new siblings of @after. Where there is no room, all are spaced anew. */
static GPtrArray *
make_room (Pasting *self,
           YdPoint *parent,
           YdPoint *after,
           guint    n)
{
  GListModel *siblings = get_children (self->plan, parent);
  const guint n_old = g_list_model_get_n_items (siblings);
  g_autoptr(GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  const char *before, *behind;
  GPtrArray *keys;
  guint at = 0;

  for (guint i = 0; i < n_old; i++)
    g_ptr_array_add (old, g_list_model_get_item (siblings, i));
  if (after != NULL && g_ptr_array_find (old, after, &at))
    at++;

  before = at > 0 ? yd_row_get_cell (old->pdata[at - 1], YD_POINT_ORDER) : NULL;
  behind = at < n_old ? yd_row_get_cell (old->pdata[at], YD_POINT_ORDER) : NULL;
  keys = make_keys (before, behind, n, self->ids);
  if (keys != NULL)
    return keys;

  keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (keys, yd_order_nth (at + i, n_old + n, self->ids));
  for (guint i = 0; i < n_old; i++)
    {
      g_autofree char *key = yd_order_nth (i < at ? i : i + n, n_old + n, self->ids);

      _yd_plan_edits_set (self->edit, old->pdata[i], YD_POINT_ORDER, key);
    }

  return keys;
}

/* Returns: (transfer none): the id of the unit, which is made if nothing is called so */
static const char *
ensure_unit (Pasting    *self,
             const char *name)
{
  YdRow *unit = yd_plan_find_unit (self->plan, name);
  char *id = g_hash_table_lookup (self->new_units, name);
  char *key;

  if (unit != NULL)
    return yd_row_get_id (unit);
  if (id != NULL)
    return id;

  if (self->last_unit == NULL)
    key = _yd_plan_edits_order_last (yd_plan_get_units (self->plan), self->ids);
  else
    key = yd_order_between (self->last_unit, NULL, self->ids);

  id = yd_id_new (self->ids);
  g_hash_table_insert (self->new_units, g_strdup (name), id);
  yd_edit_create (self->edit, YD_KIND_UNIT, id);
  yd_edit_put (self->edit, YD_UNIT_NAME, name);
  yd_edit_put (self->edit, YD_UNIT_ORDER, key);
  g_free (self->last_unit);
  self->last_unit = key;

  return id;
}

/* A unit has one role at a point: the first that is said of it. */
static void
put_units (Pasting          *self,
           const char       *point_id,
           const YdNewPoint *point)
{
  static const char * const roles[YD_NEW_POINT_N_ROLES] = { "lead", "responsible", "support" };
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0, i = 0;

  for (guint role = 0; role < YD_NEW_POINT_N_ROLES; role++)
    n += point->units[role] != NULL ? g_strv_length (point->units[role]) : 0;

  for (guint role = 0; role < YD_NEW_POINT_N_ROLES; role++)
    for (char **name = point->units[role]; name != NULL && *name != NULL; name++)
      {
        const char *unit = ensure_unit (self, *name);
        char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point_id, unit, NULL);
        g_autofree char *key = yd_order_nth (i++, n, self->ids);

        if (!g_hash_table_add (seen, id))
          continue;

        yd_edit_create (self->edit, YD_KIND_ASSIGNMENT, id);
        yd_edit_put (self->edit, YD_ASSIGNMENT_POINT, point_id);
        yd_edit_put (self->edit, YD_ASSIGNMENT_UNIT, unit);
        yd_edit_put (self->edit, YD_ASSIGNMENT_ROLE, roles[role]);
        yd_edit_put (self->edit, YD_ASSIGNMENT_ORDER, key);
        yd_edit_put (self->edit, YD_ASSIGNMENT_CHECK, "confirmed");
        yd_edit_put_int (self->edit, YD_ASSIGNMENT_SURE, 100);
      }
}

/* Returns: (transfer full) (nullable): the day, if the words are one and nothing else */
static char *
read_day (const char *words)
{
  static const char * const signs[][2] = { { "之前", "" }, { "前", "" }, { "日", "" },
                                           { "年", "-" }, { "月", "-" }, { "/", "-" },
                                           { ".", "-" } };
  g_autoptr(GString) plain = g_string_new (words);
  guint year = 0, month = 0, day = 0;
  int end = 0;
  g_autofree char *value = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i][0], signs[i][1], 0);

  if (sscanf (plain->str, "%4u-%2u-%2u%n", &year, &month, &day, &end) != 3 ||
      plain->str[end] != '\0' || end < 8)
    return NULL;

  value = g_strdup_printf ("%04u-%02u-%02u", year, month, day);

  return yd_value_to_date (value, NULL) ? g_steal_pointer (&value) : NULL;
}

static void
put_deadline (Pasting    *self,
              const char *point_id,
              const char *words)
{
  g_autofree char *id = yd_id_new (self->ids);
  g_autofree char *key = yd_order_nth (0, 1, self->ids);
  g_autofree char *day = read_day (words);

  yd_edit_create (self->edit, YD_KIND_DEADLINE, id);
  yd_edit_put (self->edit, YD_DEADLINE_POINT, point_id);
  yd_edit_put (self->edit, YD_DEADLINE_ORIGIN, "stated");
  yd_edit_put (self->edit, YD_DEADLINE_RULE, day != NULL ? "date" : "none");
  if (day != NULL)
    yd_edit_put (self->edit, YD_DEADLINE_VALUE, day);
  yd_edit_put (self->edit, YD_DEADLINE_WORDS, words);
  yd_edit_put (self->edit, YD_DEADLINE_CHECK, day != NULL ? "confirmed" : "proposed");
  yd_edit_put_int (self->edit, YD_DEADLINE_SURE, day != NULL ? 100 : 50);
  yd_edit_put (self->edit, YD_DEADLINE_ORDER, key);
}

static void
put_point (Pasting          *self,
           const char       *id,
           const char       *parent_id,
           const char       *key,
           const char       *kind,
           const YdNewPoint *point)
{
  yd_edit_create (self->edit, YD_KIND_POINT, id);
  if (parent_id != NULL)
    yd_edit_put (self->edit, YD_POINT_PARENT, parent_id);
  yd_edit_put (self->edit, YD_POINT_ORDER, key);
  yd_edit_put (self->edit, YD_POINT_KIND, kind);
  if (point->title != NULL && *point->title != '\0')
    yd_edit_put (self->edit, YD_POINT_TITLE, point->title);
  if (point->text != NULL && *point->text != '\0')
    yd_edit_put (self->edit, YD_POINT_TEXT, point->text);
  yd_edit_put (self->edit, YD_POINT_CHECK, "confirmed");
  yd_edit_put_int (self->edit, YD_POINT_SURE, 100);
}

/* The points from @first on that are siblings, each with what is below it. Returns: where the
 * next one begins that is not */
static guint
put_family (Pasting    *self,
            YdPoint    *parent,
            YdPoint    *after,
            const char *parent_id,
            GPtrArray  *points,
            guint       first,
            guint       depth)
{
  const guint n = count_siblings (points, first);
  const guint level = ((YdNewPoint *) points->pdata[first])->level;
  const char *kind = find_kind (self->plan, parent, after, depth);
  g_autoptr(GPtrArray) keys = depth == 0 ? make_room (self, parent, after, n) : NULL;
  guint place = 0;
  guint i = first;

  while (i < points->len && ((YdNewPoint *) points->pdata[i])->level == level)
    {
      const YdNewPoint *point = points->pdata[i++];
      g_autofree char *id = yd_id_new (self->ids);
      g_autofree char *key = keys != NULL ? g_strdup (g_ptr_array_index (keys, place))
                                          : yd_order_nth (place, n, self->ids);

      place++;
      put_point (self, id, parent_id, key, kind, point);
      put_units (self, id, point);
      if (point->deadline != NULL && *point->deadline != '\0')
        put_deadline (self, id, point->deadline);
      if (i < points->len && ((YdNewPoint *) points->pdata[i])->level > level)
        i = put_family (self, parent, after, id, points, i, depth + 1);
    }

  return i;
}

/**
 * yd_new_point_new:
 * @level: how deep it stands below the first of its list
 *
 * Returns: (transfer full): a point with nothing in it
 */
YdNewPoint *
yd_new_point_new (guint level)
{
  YdNewPoint *self = g_new0 (YdNewPoint, 1);

  self->level = level;

  return self;
}

void
yd_new_point_free (YdNewPoint *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->text);
  g_free (self->deadline);
  for (guint i = 0; i < YD_NEW_POINT_N_ROLES; i++)
    g_strfreev (self->units[i]);
  g_free (self);
}

/**
 * yd_plan_edit_paste:
 * @plan: a plan
 * @parent: (nullable): the point below which they shall stand; at the top without it
 * @after: (nullable): the child of @parent behind which they shall stand; first
 *   without it
 * @points: (element-type YdNewPoint): the points; the first has level 0, and none is
 *   more than one level deeper than the one before
 * @ids: gives the random bits
 *
 * New points with their units and deadlines, all or nothing. Units that the plan does
 * not have are made. The points have no printed numbers: they show those that their
 * places give.
 */
YdEdit *
yd_plan_edit_paste (YdPlan           *plan,
                    YdPoint          *parent,
                    YdPoint          *after,
                    GPtrArray        *points,
                    const YdIdSource *ids)
{
  Pasting self = { .plan = plan, .ids = ids };

  self.edit = yd_edit_new ("point.paste", NULL);
  self.new_units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  yd_edit_set_whole (self.edit, TRUE);
  if (points->len > 0)
    put_family (&self, parent, after, parent != NULL ? yd_row_get_id (parent) : NULL, points, 0,
                0);

  g_hash_table_unref (self.new_units);
  g_free (self.last_unit);

  return self.edit;
}
