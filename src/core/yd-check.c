/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/* Findings before issue. What an office has looked at and accepted (a row of
 * the kind `acceptance`) is not found again.
 */

static void
free_finding (YdFinding *finding)
{
  g_free (finding->message);
  g_free (finding->where);
  g_free (finding);
}

/**
 * _yd_check_find:
 * @self: a check
 * @code: what was found
 * @row: (nullable): the row it is about
 * @where: its path or name
 * @format: a sentence on what was found and what to do
 *
 * Tells a finding, unless it was accepted.
 */
void
_yd_check_find (YdCheck    *self,
                const char *code,
                YdRow      *row,
                const char *where,
                const char *format,
                ...)
{
  g_autofree char *key = g_strconcat (code, "/", row != NULL ? yd_row_get_id (row) : "", NULL);
  YdFinding *finding;
  va_list args;

  if (g_hash_table_contains (self->accepted, key))
    return;

  finding = g_new0 (YdFinding, 1);
  finding->severity = yd_check_get_severity (code);
  finding->code = code;
  finding->where = g_strdup (where);
  finding->row = row;

  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (self->findings, finding);
}

gboolean
_yd_check_cell_is (YdRow      *row,
                   guint       field,
                   const char *value)
{
  return g_strcmp0 (yd_row_get_cell (row, field), value) == 0;
}

/* What is counted */

static guint
count_proposed (GListModel *rows)
{
  const guint n_rows = g_list_model_get_n_items (rows);
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      n += yd_plan_is_proposed (row);
    }

  return n;
}

static void
count_proposals (YdCheck *self,
                 YdPoint *point)
{
  self->n_proposed += yd_plan_is_proposed (YD_ROW (point)) +
                      count_proposed (yd_point_get_assignments (point)) +
                      count_proposed (yd_point_get_deadlines (point));
}

/* Dependencies stand at no point. */
static void
count_dependencies (YdCheck *self)
{
  YdSpace *space = YD_SPACE (self->plan);
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, YD_KIND_DEPENDENCY);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      self->n_proposed += yd_plan_is_proposed (row) && yd_space_is_live (space, row);
    }
}

/* One finding for all of them: each by itself is what the review is for. */
static void
check_proposals (YdCheck *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  const guint n = self->n_proposed;

  if (n > 0 && head != NULL)
    _yd_check_find (self, "not-confirmed", head, yd_plan_get_title (self->plan),
                    ngettext ("%u fact was read from the document and is not confirmed yet.",
                              "%u facts were read from the document and are not confirmed yet.",
                              n), n);
}

static GHashTable *
list_accepted (YdPlan *plan)
{
  GHashTable *accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_ACCEPTANCE);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (yd_space_is_live (YD_SPACE (plan), row))
        g_hash_table_add (accepted, g_strconcat (yd_row_get_cell (row, YD_ACCEPTANCE_CODE), "/",
                                                 yd_row_get_cell (row, YD_ACCEPTANCE_ABOUT), NULL));
    }

  return accepted;
}

static gboolean
has_live_rows (YdSpace *space,
               YdKind   kind)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

  for (guint i = 0; i < rows->len; i++)
    if (yd_space_is_live (space, g_ptr_array_index (rows, i)))
      return TRUE;

  return FALSE;
}

/**
 * yd_check_new:
 * @plan: a plan
 * @schedule: (nullable): what its dates come to; without it they are not looked at
 * @directory: (nullable): the units that its office knows; likewise
 *
 * Begins to look through @plan. After an edit it must begin again.
 *
 * Returns: (transfer full): a check that has found nothing yet
 */
YdCheck *
yd_check_new (YdPlan      *plan,
              YdSchedule  *schedule,
              YdDirectory *directory)
{
  YdCheck *self = g_new0 (YdCheck, 1);

  self->plan = g_object_ref (plan);
  g_set_object (&self->schedule, schedule);
  self->directory = directory != NULL ? yd_directory_ref (directory) : NULL;
  self->walk = yd_plan_walk_new (plan);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) free_finding);
  self->loads = _yd_check_loads_new ();
  self->accepted = list_accepted (plan);
  self->assigned = has_live_rows (YD_SPACE (plan), YD_KIND_ASSIGNMENT);
  self->divided = _yd_check_is_divided (plan);

  return self;
}

void
yd_check_free (YdCheck *self)
{
  g_object_unref (self->plan);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->directory, yd_directory_unref);
  yd_plan_walk_free (self->walk);
  g_ptr_array_unref (self->findings);
  g_hash_table_unref (self->accepted);
  _yd_check_loads_free (self->loads);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->forms, g_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->titles); i++)
    g_clear_pointer (&self->titles[i], g_hash_table_unref);
  g_free (self);
}

/* What is looked at, one after the other. Each function looks at some more, which takes no
 * longer than a few milliseconds in any plan, and returns whether it has to be called again.
 */

static gboolean
check_next_place (YdCheck *self)
{
  YdCheckPlace place;

  place.point = yd_plan_walk_next (self->walk, &place.path, &place.level);
  if (place.point == NULL)
    return FALSE;

  _yd_check_point (self, &place);
  _yd_check_answers (self, &place);
  _yd_check_clauses (self, &place);
  if (self->schedule != NULL)
    _yd_check_dates (self, &place);
  _yd_check_loads_count (self, &place);
  count_proposals (self, place.point);

  return TRUE;
}

static gboolean
check_whole (YdCheck *self)
{
  _yd_check_nobody (self);
  if (self->schedule != NULL)
    _yd_check_announced (self);

  return FALSE;
}

static gboolean
check_units (YdCheck *self)
{
  GListModel *model = yd_plan_get_units (self->plan);
  const guint n = g_list_model_get_n_items (model);

  self->units = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->units, g_list_model_get_item (model, i));
  _yd_check_units (self, self->units);

  return FALSE;
}

static gboolean
check_next_form (YdCheck *self)
{
  return _yd_check_forms (self, self->units);
}

static gboolean
check_loads (YdCheck *self)
{
  _yd_check_loads (self, self->units);

  return FALSE;
}

static gboolean
check_directory (YdCheck *self)
{
  if (self->directory != NULL)
    _yd_check_directory (self, self->units);

  return FALSE;
}

static gboolean
check_confirmed (YdCheck *self)
{
  count_dependencies (self);
  check_proposals (self);

  return FALSE;
}

static gboolean (* const phases[]) (YdCheck *self) = {
  check_next_place, check_whole, check_units, check_next_form, check_loads, check_directory,
  check_confirmed,
};

/**
 * yd_check_step:
 * @self: a check
 * @n_pieces: how many pieces to look at
 *
 * Looks at @n_pieces more. A point is one; after the points come the units and the plan as a
 * whole, and none of their pieces takes longer than some milliseconds.
 *
 * Returns: whether it looked at everything
 */
gboolean
yd_check_step (YdCheck *self,
               guint    n_pieces)
{
  for (; n_pieces > 0 && self->phase < G_N_ELEMENTS (phases); n_pieces--)
    if (!phases[self->phase] (self))
      self->phase++;

  return self->phase == G_N_ELEMENTS (phases);
}

/* Returns: (transfer none) (element-type YdFinding): what was found so far */
GPtrArray *
yd_check_get_findings (YdCheck *self)
{
  return self->findings;
}

/**
 * yd_check_plan:
 * @plan: a plan
 * @schedule: (nullable): what its dates come to; without it they are not looked at
 * @directory: (nullable): the units that its office knows; likewise
 *
 * Returns: (transfer full) (element-type YdFinding): what to look at: points in
 *   the order of the document, then units, then how much is not confirmed
 */
GPtrArray *
yd_check_plan (YdPlan      *plan,
               YdSchedule  *schedule,
               YdDirectory *directory)
{
  g_autoptr(YdCheck) check = yd_check_new (plan, schedule, directory);

  yd_check_step (check, G_MAXUINT);

  return g_ptr_array_ref (check->findings);
}
