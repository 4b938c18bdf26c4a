/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include <glib/gi18n-lib.h>

#include "yd-row-private.h"

/* Points stand in one tree. Deleted ones count too, or a point could not be
 * restored where it was.
 */

/* 1 at the top. A way longer than there are points goes round in a circle: 0. */
static guint
measure_depth (YdSpace *self,
               YdRow   *point)
{
  guint n_points = yd_space_get_n_rows (self, YD_KIND_POINT);
  guint depth = 0;

  for (; point != NULL; point = point->home)
    if (++depth > n_points)
      return 0;

  return depth;
}

static guint
measure_tree (YdSpace *self)
{
  GPtrArray *points = _yd_space_get_private (self)->rows[YD_KIND_POINT];
  guint depth = 0;

  for (guint i = 0; i < points->len; i++)
    depth = MAX (depth, measure_depth (self, g_ptr_array_index (points, i)));

  return depth;
}

static gboolean
has_deleted_above (YdRow *point)
{
  for (YdRow *above = point->home; above != NULL; above = above->home)
    if (_yd_row_is_deleted (above))
      return TRUE;

  return FALSE;
}

static gboolean
refuse_depth (YdRow   *point,
              GError **error)
{
  return _yd_space_refuse (error, YD_SPACE_ERROR_LIMIT, point,
                           _("Points can stand at most 64 levels deep."));
}

/* One point that was made or moved; says how deep it stands. */
static gboolean
check_place (YdSpace  *self,
             YdRow    *point,
             guint    *depth,
             GError  **error)
{
  *depth = measure_depth (self, point);

  if (*depth == 0)
    return _yd_space_refuse (error, YD_SPACE_ERROR_CYCLE, point,
                             _("A point cannot stand below itself."));

  if (has_deleted_above (point))
    return _yd_space_refuse (error, YD_SPACE_ERROR_MISSING, point,
                             _("The point above is deleted. Restore that one first."));

  return *depth <= YD_SPACE_MAX_DEPTH || refuse_depth (point, error);
}

/* What hangs on a point that moves is not walked through: no more levels can
 * hang there than the tree has. Only where that may be too many is it measured.
 */
gboolean
_yd_space_check_places (YdSpace    *self,
                        GPtrArray  *touched,
                        guint      *tree_depth,
                        GError    **error)
{
  const guint before = _yd_space_get_private (self)->depth;
  YdRow *moved = NULL;

  *tree_depth = before;
  for (guint i = 0; i < touched->len; i++)
    {
      YdRow *row = g_ptr_array_index (touched, i);
      guint depth;

      if (YD_ROW_GET_CLASS (row)->kind != YD_KIND_POINT ||
          !(row->is_new || row->changed & (1u << YD_POINT_PARENT)))
        continue;

      if (!check_place (self, row, &depth, error))
        return FALSE;

      moved = row->is_new ? moved : row;
      *tree_depth = MAX (*tree_depth, row->is_new ? depth : depth + before - 1);
    }

  if (*tree_depth > YD_SPACE_MAX_DEPTH)
    *tree_depth = measure_tree (self);

  return *tree_depth <= YD_SPACE_MAX_DEPTH || refuse_depth (moved, error);
}

/* For the loader. Cuts off, as a tree of its own, what stands too deep. */

/* The point at which the tree of @point is to be cut, or NULL. */
static YdRow *
find_cut (YdSpace *self,
          YdRow   *point)
{
  guint depth = measure_depth (self, point);
  YdRow *cut = point;

  if (depth > 0 && depth <= YD_SPACE_MAX_DEPTH)
    return NULL;

  if (depth > YD_SPACE_MAX_DEPTH)
    {
      for (; depth > YD_SPACE_MAX_DEPTH + 1; depth--)
        cut = cut->home;
      return cut;
    }

  /* After as many steps as there are points this is on the circle for sure. */
  for (guint n = yd_space_get_n_rows (self, YD_KIND_POINT); n > 0; n--)
    point = point->home;

  cut = point;
  for (YdRow *next = point->home; next != point; next = next->home)
    if (g_strcmp0 (next->id, cut->id) < 0)
      cut = next;

  return cut;
}

/**
 * _yd_space_cut_tree:
 * @self: a space whose rows are linked
 * @point: a point
 * @in_circle: (out): whether it stood below itself
 *
 * Puts a point at the top so that @point stands no deeper than may be. The same
 * points are cut off in whatever order they come.
 *
 * Returns: (transfer none) (nullable): the point that is at the top now, to be
 *   asked again; %NULL when all is well
 */
YdRow *
_yd_space_cut_tree (YdSpace  *self,
                    YdRow    *point,
                    gboolean *in_circle)
{
  YdSpacePrivate *priv = _yd_space_get_private (self);
  guint depth = measure_depth (self, point);
  YdRow *cut = find_cut (self, point);

  *in_circle = depth == 0;
  if (cut != NULL)
    cut->home = NULL;
  else
    priv->depth = MAX (priv->depth, depth);

  return cut;
}
