/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-filter-walk.h"

#include "yd-plan-walk.h"

/* Points that are looked at before the window may draw again. */
#define PIECE 500

struct _YdFilterWalk
{
  YdPlanWalk       *walk;       /* owned (nullable): until all is known */
  GHashTable       *answers;    /* owned: point, which the plan keeps → whether it is shown */
  YdFilterWalkFits  fits;
  YdFilterWalkDone  done;
  gpointer          owner;      /* which owns this */
  guint             idle_id;
};

/* Notes what is known of @point, and that those above it are shown with it. */
static void
note_answer (YdFilterWalk *self,
             YdPoint      *point)
{
  const gboolean shown = self->fits (self->owner, point);

  g_hash_table_insert (self->answers, point, GINT_TO_POINTER (shown));
  for (point = yd_point_get_parent (point);
       shown && point != NULL && g_hash_table_lookup (self->answers, point) == NULL;
       point = yd_point_get_parent (point))
    g_hash_table_insert (self->answers, point, GINT_TO_POINTER (TRUE));
}

/* Returns: whether there is more to look through */
static gboolean
look_more (YdFilterWalk *self,
           guint         n_points)
{
  for (; n_points > 0 && self->walk != NULL; n_points--)
    {
      YdPoint *point = yd_plan_walk_next (self->walk, NULL, NULL);

      if (point != NULL)
        note_answer (self, point);
      else
        g_clear_pointer (&self->walk, yd_plan_walk_free);
    }

  return self->walk != NULL;
}

static gboolean
look_cb (gpointer user_data)
{
  YdFilterWalk *self = user_data;

  if (look_more (self, PIECE))
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  self->done (self->owner);

  return G_SOURCE_REMOVE;
}

/**
 * yd_filter_walk_new:
 * @plan: the plan to look through
 * @fits: is asked of each point
 * @done: is called once, when all is known
 * @owner: (transfer none): who looks, and frees this before it goes
 *
 * Returns: (transfer full): a walk that begins when the window is idle
 */
YdFilterWalk *
yd_filter_walk_new (YdPlan           *plan,
                    YdFilterWalkFits  fits,
                    YdFilterWalkDone  done,
                    gpointer          owner)
{
  YdFilterWalk *self = g_new0 (YdFilterWalk, 1);

  self->walk = yd_plan_walk_new (plan);
  self->answers = g_hash_table_new (NULL, NULL);
  self->fits = fits;
  self->done = done;
  self->owner = owner;
  self->idle_id = g_idle_add (look_cb, self);

  return self;
}

/* Frees @self with all that it knows; nobody hears of it any more. */
void
yd_filter_walk_free (YdFilterWalk *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->walk, yd_plan_walk_free);
  g_hash_table_unref (self->answers);
  g_free (self);
}

/* Looks through all that is left at once, and says that it is done. */
void
yd_filter_walk_finish (YdFilterWalk *self)
{
  if (self->idle_id == 0)
    return;

  look_more (self, G_MAXUINT);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->done (self->owner);
}

/* Returns: whether there is more to look through */
gboolean
yd_filter_walk_get_running (YdFilterWalk *self)
{
  return self->walk != NULL;
}

/**
 * yd_filter_walk_knows:
 * @self: a walk
 * @point: a point
 * @shown: (out): whether it is shown, which is certain when @self does not run any more
 *
 * Returns: whether @point has been met
 */
gboolean
yd_filter_walk_knows (YdFilterWalk *self,
                      YdPoint      *point,
                      gboolean     *shown)
{
  gpointer answer;

  if (!g_hash_table_lookup_extended (self->answers, point, NULL, &answer))
    return FALSE;

  *shown = GPOINTER_TO_INT (answer);

  return TRUE;
}

/* Returns: whether one of the points that both know is shown by one only */
gboolean
yd_filter_walk_differs (YdFilterWalk *self,
                        YdFilterWalk *other)
{
  GHashTableIter iter;
  gpointer point, answer;
  gboolean shown;

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &point, &answer))
    if (yd_filter_walk_knows (other, point, &shown) && shown != GPOINTER_TO_INT (answer))
      return TRUE;

  return FALSE;
}
