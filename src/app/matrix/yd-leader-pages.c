/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-pages.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

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
          guint      first,
          guint      n)
{
  YdLeaderPage *page = g_new0 (YdLeaderPage, 1);

  page->chapter = chapter;
  page->points = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (page->points, g_object_ref (g_ptr_array_index (points, i)));
  g_ptr_array_add (pages, page);
}

/* The section below whose head the point at @i stands, where the page begins at @first. A section
 * that is a row itself needs no head, nor does what goes on below the same one. What comes behind a
 * section and belongs to none stands below the head of the chapter: it would look like more of that
 * section.
 */
static YdPoint *
find_head (GPtrArray *points,
           YdPoint   *chapter,
           guint      first,
           guint      i)
{
  YdPoint *section = yd_point_get_parent (g_ptr_array_index (points, i));
  YdPoint *before = i > first ? g_ptr_array_index (points, i - 1) : NULL;

  if (before == NULL)
    return section != chapter ? section : NULL;

  return before == section || yd_point_get_parent (before) == section ? NULL : section;
}

/* As many of the points as can be read on one page. */
static guint
count_fitting (GPtrArray *points,
               YdPoint   *chapter,
               guint      first)
{
  guint room = 2 * YD_LEADER_MAX_POINTS, n = 0;

  for (; first + n < points->len; n++)
    {
      const guint need = find_head (points, chapter, first, first + n) != NULL ? 3 : 2;

      if (need > room)
        break;
      room -= need;
    }

  return n;
}

static void
add_pages (GPtrArray *pages,
           YdPoint   *chapter,
           GPtrArray *points)
{
  const guint begin = pages->len;

  for (guint first = 0, n; first < points->len; first += n)
    {
      n = count_fitting (points, chapter, first);
      add_page (pages, chapter, points, first, n);
    }
  for (guint i = begin; i < pages->len; i++)
    {
      YdLeaderPage *page = g_ptr_array_index (pages, i);

      page->part = i - begin;
      page->n_parts = pages->len - begin;
    }
}

static GPtrArray *
list_rows (GListModel *model)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (rows, g_list_model_get_item (model, i));

  return rows;
}

/* Whether any of them is more than a wrong reading that a person refused. */
static gboolean
has_any (GListModel *model)
{
  g_autoptr(GPtrArray) rows = list_rows (model);

  for (guint i = 0; i < rows->len; i++)
    if (!yd_plan_is_refused (g_ptr_array_index (rows, i)))
      return TRUE;

  return FALSE;
}

/* Whether somebody could be asked about the section itself. */
static gboolean
has_own (YdPoint *section)
{
  return has_any (yd_point_get_assignments (section)) ||
         has_any (yd_point_get_deadlines (section));
}

/* What stands below @above, each to be looked at and asked about: of a section its points. */
static void
add_points (GPtrArray *points,
            YdPoint   *above)
{
  g_autoptr(GPtrArray) children = list_rows (yd_point_get_children (above));

  for (guint i = 0; i < children->len; i++)
    {
      YdPoint *child = children->pdata[i];
      const gboolean is_section = yd_point_has_points (child);

      if (!is_section || has_own (child))
        g_ptr_array_add (points, g_object_ref (child));
      if (is_section)
        add_points (points, child);
    }
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
      g_autoptr(GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

      add_points (points, top);
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

/**
 * yd_leader_page_get_head:
 * @page: a sheet
 * @row: one of its points
 *
 * Returns: (transfer none) (nullable): the section whose head stands above that row, if one does;
 *   above what follows a section without being in one, the chapter
 */
YdPoint *
yd_leader_page_get_head (const YdLeaderPage *page,
                         guint               row)
{
  g_return_val_if_fail (row < page->points->len, NULL);

  return find_head (page->points, page->chapter, 0, row);
}

static void
add_assignments (GPtrArray *rows,
                 YdPoint   *point)
{
  g_autoptr(GPtrArray) own = list_rows (yd_point_get_assignments (point));
  g_autoptr(GPtrArray) children = list_rows (yd_point_get_children (point));

  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&own));
  for (guint i = 0; i < children->len && !yd_point_has_points (point); i++)
    add_assignments (rows, children->pdata[i]);
}

/**
 * yd_leader_list_assignments:
 * @point: a point of a sheet
 *
 * A point that was taken apart into duties stands on a sheet as one line; who looks at it wants to
 * know of all that is in it. The points of a section have lines of their own.
 *
 * Returns: (transfer full) (element-type YdRow): its assignments and those of its duties, in the
 *   order of the document
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
