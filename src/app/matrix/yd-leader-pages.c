/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-pages.h"

#include <glib/gi18n-lib.h>

/* A plan as sheets: a chapter on each, on several if it has many points. */

static void
page_free (gpointer data)
{
  YdLeaderPage *page = data;

  g_ptr_array_unref (page->points);
  g_free (page);
}

static void
add_page (GPtrArray *pages,
          YdPoint   *chapter,
          GPtrArray *points,
          guint      part,
          guint      n_parts)
{
  YdLeaderPage *page = g_new0 (YdLeaderPage, 1);
  const guint end = MIN ((part + 1) * YD_LEADER_MAX_POINTS, points->len);

  page->chapter = chapter;
  page->points = g_ptr_array_new_with_free_func (g_object_unref);
  page->part = part;
  page->n_parts = n_parts;
  for (guint i = part * YD_LEADER_MAX_POINTS; i < end; i++)
    g_ptr_array_add (page->points, g_object_ref (g_ptr_array_index (points, i)));
  g_ptr_array_add (pages, page);
}

static void
add_pages (GPtrArray *pages,
           YdPoint   *chapter,
           GPtrArray *points)
{
  const guint n = (points->len + YD_LEADER_MAX_POINTS - 1) / YD_LEADER_MAX_POINTS;

  for (guint i = 0; i < n; i++)
    add_page (pages, chapter, points, i, n);
}

static GPtrArray *
list_rows (GListModel *model)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (rows, g_list_model_get_item (model, i));

  return rows;
}

/**
 * yd_leader_pages_list:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type YdLeaderPage): its sheets, in the order of the
 *   document; what stands in no chapter comes last. They hold the points that they show.
 */
GPtrArray *
yd_leader_pages_list (YdPlan *plan)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);
  g_autoptr(GPtrArray) tops = list_rows (yd_plan_get_points (plan));
  g_autoptr(GPtrArray) loose = g_ptr_array_new ();

  for (guint i = 0; i < tops->len; i++)
    {
      YdPoint *top = g_ptr_array_index (tops, i);
      g_autoptr(GPtrArray) points = list_rows (yd_point_get_children (top));

      if (points->len == 0)
        g_ptr_array_add (loose, top);
      else
        add_pages (pages, top, points);
    }
  add_pages (pages, NULL, loose);

  return pages;
}

/**
 * yd_leader_pages_get_chapter:
 * @pages: (element-type YdLeaderPage): the sheets of a plan
 * @index: one of them
 *
 * Returns: which chapter it belongs to, from 0
 */
guint
yd_leader_pages_get_chapter (GPtrArray *pages,
                             guint      index)
{
  guint chapter = 0;

  g_return_val_if_fail (index < pages->len, 0);

  for (guint i = 1; i <= index; i++)
    {
      const YdLeaderPage *page = g_ptr_array_index (pages, i);

      chapter += page->part == 0;
    }

  return chapter;
}

/**
 * yd_leader_pages_dup_label:
 * @pages: (element-type YdLeaderPage): the sheets of a plan
 * @index: one of them
 *
 * Returns: (transfer full): its chapter in short, `二`
 */
char *
yd_leader_pages_dup_label (GPtrArray *pages,
                           guint      index)
{
  const YdLeaderPage *page;

  g_return_val_if_fail (index < pages->len, NULL);

  page = g_ptr_array_index (pages, index);

  return page->chapter != NULL
         ? yd_point_dup_label (page->chapter, yd_leader_pages_get_chapter (pages, index) + 1)
         : g_strdup (_("Closing Part"));
}

/**
 * yd_leader_pages_dup_title:
 * @pages: (element-type YdLeaderPage): the sheets of a plan
 * @index: one of them
 *
 * Returns: (transfer full): what stands above it: the number and title of its chapter, and
 *   which part of it it is, where it has several
 */
char *
yd_leader_pages_dup_title (GPtrArray *pages,
                           guint      index)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  const YdLeaderPage *page;

  g_return_val_if_fail (index < pages->len, NULL);

  page = g_ptr_array_index (pages, index);
  if (page->chapter == NULL)
    title = g_strdup (_("Closing Part"));
  else
    {
      number = yd_point_dup_number (page->chapter,
                                    yd_leader_pages_get_chapter (pages, index) + 1);
      title = g_strconcat (number, yd_point_get_title (page->chapter), NULL);
    }

  return page->n_parts > 1 ? g_strdup_printf ("%s（%u/%u）", title, page->part + 1, page->n_parts)
                           : g_steal_pointer (&title);
}

static void
add_assignments (GPtrArray *rows,
                 YdPoint   *point)
{
  g_autoptr(GPtrArray) own = list_rows (yd_point_get_assignments (point));
  g_autoptr(GPtrArray) children = list_rows (yd_point_get_children (point));

  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&own));
  for (guint i = 0; i < children->len; i++)
    add_assignments (rows, children->pdata[i]);
}

/**
 * yd_leader_list_assignments:
 * @point: a point of a sheet
 *
 * A section stands on a sheet as one line; who looks at it wants to know of all that is in it.
 *
 * Returns: (transfer full) (element-type YdRow): its assignments and those of all that stands
 *   below it, in the order of the document
 */
GPtrArray *
yd_leader_list_assignments (YdPoint *point)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_assignments (rows, point);

  return rows;
}

/**
 * yd_leader_page_count_units:
 * @page: a sheet
 * @plan: the plan
 *
 * Returns: how many units have something to do with what stands on it
 */
guint
yd_leader_page_count_units (const YdLeaderPage *page,
                            YdPlan             *plan)
{
  g_autoptr(GHashTable) units = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < page->points->len; i++)
    {
      g_autoptr(GPtrArray) rows = yd_leader_list_assignments (page->points->pdata[i]);

      for (guint j = 0; j < rows->len; j++)
        {
          YdRow *unit = yd_plan_get_unit_of (plan, rows->pdata[j]);

          if (unit != NULL)
            g_hash_table_add (units, unit);
        }
    }

  return g_hash_table_size (units);
}
