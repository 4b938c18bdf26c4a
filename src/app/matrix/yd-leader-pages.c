/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-pages.h"

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
list_points (GListModel *model)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (points, g_list_model_get_item (model, i));

  return points;
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
  g_autoptr(GPtrArray) tops = list_points (yd_plan_get_points (plan));
  g_autoptr(GPtrArray) loose = g_ptr_array_new ();

  for (guint i = 0; i < tops->len; i++)
    {
      YdPoint *top = g_ptr_array_index (tops, i);
      g_autoptr(GPtrArray) points = list_points (yd_point_get_children (top));

      if (points->len == 0)
        g_ptr_array_add (loose, top);
      else
        add_pages (pages, top, points);
    }
  add_pages (pages, NULL, loose);

  return pages;
}
