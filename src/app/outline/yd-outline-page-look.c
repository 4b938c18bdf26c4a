/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-outline-words.h"
#include "yd-plan-walk.h"

/* What is said of the plan as a whole: how many points, units and assignments there are.
 * A plan may be long, so it is counted in pieces when the person pauses; each edit begins it
 * anew. And what was found in it, for the rows.
 */

#define DELAY 400
#define PIECE 300               /* points that are counted in one go */

/* What is counted twice: what has to do with points, and all. */
typedef struct
{
  guint       n_points;
  guint       n_assignments;
  GHashTable *units;
} Counts;

struct _YdOutlineLook
{
  YdPlanWalk *walk;
  Counts      counts[2];
  gboolean    beside;           /* in a paragraph that is none of the points */
};

static YdOutlineLook *
look_new (YdPlan *plan)
{
  YdOutlineLook *look = g_new0 (YdOutlineLook, 1);

  look->walk = yd_plan_walk_new (plan);
  look->counts[0].units = g_hash_table_new (g_str_hash, g_str_equal);
  look->counts[1].units = g_hash_table_new (g_str_hash, g_str_equal);

  return look;
}

static void
look_free (YdOutlineLook *look)
{
  yd_plan_walk_free (look->walk);
  g_hash_table_unref (look->counts[0].units);
  g_hash_table_unref (look->counts[1].units);
  g_free (look);
}

static void
stop (YdOutlinePage *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->look, look_free);
}

/* Counting */

static void
count_assignments (Counts  *counts,
                   YdPoint *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      counts->n_assignments++;
      g_hash_table_add (counts->units, (char *) yd_row_get_cell (assignment, YD_ASSIGNMENT_UNIT));
    }
}

/* A paragraph between or behind the chapters is none of the document's points, and what it asks
 * for is not either. The sheet counts likewise.
 */
static void
count_point (YdOutlineLook *look,
             YdPoint       *point,
             guint          level)
{
  if (level == 1)
    look->beside = yd_point_is_duty (point);

  for (guint i = look->beside ? 1 : 0; i < 2; i++)
    {
      count_assignments (&look->counts[i], point);
      if (!yd_point_has_points (point) && !yd_point_is_duty (point))
        look->counts[i].n_points++;
    }
}

static void
show_counts (YdOutlinePage *self)
{
  const Counts *counts = &self->look->counts[self->look->counts[0].n_points > 0 ? 0 : 1];
  guint n_units = g_hash_table_size (counts->units);
  g_autofree char *points = NULL, *units = NULL, *assignments = NULL, *words = NULL;
  g_autofree char *searched = NULL;

  points = g_strdup_printf (ngettext ("%u point", "%u points", counts->n_points),
                            counts->n_points);
  units = g_strdup_printf (ngettext ("%u unit", "%u units", n_units), n_units);
  assignments = g_strdup_printf (ngettext ("%u assignment", "%u assignments",
                                           counts->n_assignments), counts->n_assignments);
  words = g_strdup_printf ("%s · %s · %s", points, units, assignments);
  gtk_label_set_label (self->counts, words);
  /* Translators: the numbers of points and of units */
  searched = g_strdup_printf (_("Looked through %s and %s"), points, units);
  yd_no_result_set_searched (self->nothing, searched);
}

/* Returns: whether all is counted */
static gboolean
count_some (YdOutlineLook *look)
{
  guint level;

  for (guint i = 0; i < PIECE; i++)
    {
      YdPoint *point = yd_plan_walk_next (look->walk, NULL, &level);

      if (point == NULL)
        return TRUE;
      count_point (look, point, level);
    }

  return FALSE;
}

/* What was found stays in the rows until there is something new. */
void
_yd_outline_page_take_findings (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  GPtrArray *findings = session != NULL
                        ? yd_findings_get_list (yd_session_get_findings (session)) : NULL;

  g_hash_table_remove_all (self->found);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      YdFinding *finding = g_ptr_array_index (findings, i);
      YdPoint *point = _yd_outline_page_get_point_of (finding->row);
      YdFinding *other = point != NULL ? g_hash_table_lookup (self->found, point) : NULL;

      if (point != NULL && (other == NULL || other->severity < finding->severity))
        g_hash_table_insert (self->found, point, finding);
    }

  if (findings != NULL)
    _yd_outline_page_refresh (self);
}

static gboolean
count_cb (gpointer user_data)
{
  YdOutlinePage *self = user_data;

  if (!count_some (self->look))
    return G_SOURCE_CONTINUE;

  show_counts (self);
  self->look_id = 0;
  stop (self);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer user_data)
{
  YdOutlinePage *self = user_data;
  YdPlan *plan = _yd_outline_page_get_plan (self);

  self->look_id = 0;
  if (plan == NULL)
    return G_SOURCE_REMOVE;

  self->look = look_new (plan);
  self->look_id = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * _yd_outline_page_look:
 * @self: a page
 * @soon: whether the plan was just opened
 *
 * Counts the plan when the person pauses.
 */
void
_yd_outline_page_look (YdOutlinePage *self,
                       gboolean       soon)
{
  stop (self);
  self->look_id = soon ? g_idle_add_full (G_PRIORITY_LOW, begin_cb, self, NULL)
                       : g_timeout_add (DELAY, begin_cb, self);
}

/* Forgets what was counted and found; the plan is another one, or goes. */
void
_yd_outline_page_forget_look (YdOutlinePage *self)
{
  stop (self);
  g_hash_table_remove_all (self->found);
}
