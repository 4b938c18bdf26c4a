/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-loose-orders.h"

#include "yd-value.h"

/* A sentence can say that something comes before something else and not which point
 * that is. What has no point after it belongs to the one before it; what has neither
 * belongs to the point in whose text it was read.
 */

typedef struct
{
  guint    start;
  guint    end;
  char    *source;
  YdPoint *point;
} Place;

static void
clear_place (Place *place)
{
  g_clear_pointer (&place->source, g_free);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;
  int order = g_strcmp0 (one->source, other->source);

  return order != 0 ? order : (one->start > other->start) - (one->start < other->start);
}

static GArray *
list_places (YdPlan *plan)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr(GPtrArray) points = yd_space_list_rows (YD_SPACE (plan), YD_KIND_POINT);

  g_array_set_clear_func (places, (GDestroyNotify) clear_place);
  for (guint i = 0; i < points->len; i++)
    {
      Place place = { .point = g_ptr_array_index (points, i) };
      const char *span = yd_row_get_cell (place.point, YD_POINT_SPAN);

      if (span != NULL && yd_space_is_live (YD_SPACE (plan), place.point) &&
          yd_value_to_span (span, &place.source, &place.start, &place.end))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  return places;
}

/* Returns: (nullable): the point in whose text @row was read */
static YdPoint *
find_place (GArray *places,
            YdRow  *row)
{
  const char *span = yd_row_get_cell (row, YD_DEPENDENCY_SPAN);
  Place wanted = { 0 };
  guint low = 0;
  guint high = places->len;
  const Place *found;

  if (span == NULL || !yd_value_to_span (span, &wanted.source, &wanted.start, &wanted.end))
    return NULL;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_places (&g_array_index (places, Place, middle), &wanted) <= 0)
        low = middle + 1;
      else
        high = middle;
    }

  found = low > 0 ? &g_array_index (places, Place, low - 1) : NULL;
  if (found != NULL && (g_strcmp0 (found->source, wanted.source) != 0 ||
                        wanted.start >= found->end))
    found = NULL;
  clear_place (&wanted);

  return found != NULL ? found->point : NULL;
}

typedef void (* LooseFunc) (YdPoint  *point,
                            YdRow    *row,
                            gpointer  user_data);

static void
foreach (YdPlan    *plan,
         LooseFunc  func,
         gpointer   user_data)
{
  GListModel *rows = yd_space_get_rows (YD_SPACE (plan), YD_KIND_DEPENDENCY);
  guint n = g_list_model_get_n_items (rows);
  g_autoptr(GArray) places = n > 0 ? list_places (plan) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);
      const char *pred = yd_row_get_cell (row, YD_DEPENDENCY_PRED);
      YdPoint *point = pred != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, pred)
                                    : find_place (places, row);

      if (point != NULL)
        func (point, row, user_data);
    }
}

static void
add_to_point (YdPoint  *point,
              YdRow    *row,
              gpointer  user_data)
{
  GHashTable *loose = user_data;
  GPtrArray *rows = g_hash_table_lookup (loose, point);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (loose, g_object_ref (point), rows);
    }
  g_ptr_array_add (rows, g_object_ref (row));
}

static void
add_owner (YdPoint  *point,
           YdRow    *row,
           gpointer  user_data)
{
  g_hash_table_insert (user_data, g_object_ref (row), g_object_ref (point));
}

/**
 * yd_loose_orders_list:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type YdRow GPtrArray): point → the orders that
 *   belong to it without standing there
 */
GHashTable *
yd_loose_orders_list (YdPlan *plan)
{
  GHashTable *loose = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                             (GDestroyNotify) g_ptr_array_unref);

  foreach (plan, add_to_point, loose);

  return loose;
}

/**
 * yd_loose_orders_list_owners:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type YdRow YdRow): the same the other way round:
 *   order → the point that it belongs to
 */
GHashTable *
yd_loose_orders_list_owners (YdPlan *plan)
{
  GHashTable *owners = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);

  foreach (plan, add_owner, owners);

  return owners;
}
