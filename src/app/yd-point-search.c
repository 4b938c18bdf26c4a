/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-search.h"

#include "yd-fold.h"
#include "yd-mark.h"
#include "yd-pinyin.h"
#include "yd-point-lead.h"

struct _YdPointSearch
{
  YdPlan       *plan;           /* weak (nullable): where units are looked up */
  char         *text;           /* owned (nullable): folded, never empty */
  YdRow        *unit;           /* owned (nullable) */
  YdPinyin     *pinyin;         /* owned (nullable): once initials were typed */
  YdPointState  state;
};

/* Returns: (transfer full): what looks for everything */
YdPointSearch *
yd_point_search_new (void)
{
  return g_new0 (YdPointSearch, 1);
}

/* Frees @self; the plan and the unit stay. */
void
yd_point_search_free (YdPointSearch *self)
{
  if (self == NULL)
    return;

  g_clear_weak_pointer (&self->plan);
  g_clear_object (&self->unit);
  g_clear_pointer (&self->pinyin, yd_pinyin_free);
  g_free (self->text);
  g_free (self);
}

/* Sets where units are looked up; @plan may be %NULL, and is not held. */
void
yd_point_search_set_plan (YdPointSearch *self,
                          YdPlan        *plan)
{
  g_set_weak_pointer (&self->plan, plan);
}

/* Sets the words to be found. They fold letter case: 政务 PPP is found by ppp. */
void
yd_point_search_set_text (YdPointSearch *self,
                          const char    *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_free (self->text);
  self->text = *stripped != '\0' ? g_utf8_casefold (stripped, -1) : NULL;

  if (self->pinyin == NULL && g_ascii_isalpha (*stripped))
    self->pinyin = yd_pinyin_new ();
}

/* Returns: whether the unit is another one now; @unit may be %NULL */
gboolean
yd_point_search_set_unit (YdPointSearch *self,
                          YdRow         *unit)
{
  return g_set_object (&self->unit, unit);
}

/* Returns: (transfer none) (nullable): the unit whose points are looked for */
YdRow *
yd_point_search_get_unit (YdPointSearch *self)
{
  return self->unit;
}

/* Returns: whether the state is another one now */
gboolean
yd_point_search_set_state (YdPointSearch *self,
                           YdPointState   state)
{
  const gboolean changes = self->state != state;

  self->state = state;

  return changes;
}

/* Returns: the state of the points that are looked for */
YdPointState
yd_point_search_get_state (YdPointSearch *self)
{
  return self->state;
}

/* Returns: whether not everything is looked for */
gboolean
yd_point_search_get_active (YdPointSearch *self)
{
  return self->text != NULL || self->unit != NULL || self->state != YD_POINT_STATE_ANY;
}

/* Letters may also be the initials of the readings. */
static gboolean
has_name (YdPointSearch *self,
          const char    *cell)
{
  return yd_fold_has (cell, self->text) ||
         (self->pinyin != NULL && yd_pinyin_matches (self->pinyin, cell, self->text));
}

typedef gboolean (* Test) (YdPointSearch *self,
                           YdRow         *row);

static gboolean
any_row (YdPointSearch *self,
         GListModel    *rows,
         Test           test)
{
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (test (self, row))
        return TRUE;
    }

  return FALSE;
}

static gboolean
alias_has_text (YdPointSearch *self,
                YdRow         *alias)
{
  return has_name (self, yd_row_get_cell (alias, YD_ALIAS_NAME));
}

static gboolean
is_called (YdPointSearch *self,
           YdRow         *unit)
{
  return has_name (self, yd_row_get_cell (unit, YD_UNIT_NAME)) ||
         yd_fold_has (yd_row_get_cell (unit, YD_UNIT_FULL), self->text) ||
         yd_fold_has (yd_row_get_cell (unit, YD_UNIT_SHORT), self->text) ||
         any_row (self, yd_row_get_rows (unit, YD_KIND_ALIAS), alias_has_text);
}

static gboolean
names_text (YdPointSearch *self,
            YdRow         *assignment)
{
  YdRow *unit = self->plan != NULL ? yd_plan_get_unit_of (self->plan, assignment) : NULL;

  return unit != NULL && is_called (self, unit);
}

static gboolean
names_unit (YdPointSearch *self,
            YdRow         *assignment)
{
  return g_strcmp0 (yd_row_get_cell (assignment, YD_ASSIGNMENT_UNIT),
                    yd_row_get_id (self->unit)) == 0;
}

static gboolean
assignment_is_proposed (YdPointSearch *self,
                        YdRow         *assignment)
{
  return g_strcmp0 (yd_row_get_cell (assignment, YD_ASSIGNMENT_CHECK), "proposed") == 0;
}

static gboolean
deadline_is_proposed (YdPointSearch *self,
                      YdRow         *deadline)
{
  return g_strcmp0 (yd_row_get_cell (deadline, YD_DEADLINE_CHECK), "proposed") == 0;
}

static gboolean
is_in_state (YdPointSearch *self,
             YdPoint       *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  GListModel *deadlines = yd_point_get_deadlines (point);

  switch (self->state)
    {
    case YD_POINT_STATE_TO_CHECK:
      return g_strcmp0 (yd_row_get_cell (point, YD_POINT_CHECK), "proposed") == 0 ||
             any_row (self, assignments, assignment_is_proposed) ||
             any_row (self, deadlines, deadline_is_proposed);

    /* A chapter has no unit of its own, and that is no lack. */
    case YD_POINT_STATE_NO_UNIT:
      return g_list_model_get_n_items (yd_point_get_children (point)) == 0 &&
             g_list_model_get_n_items (assignments) == 0;

    case YD_POINT_STATE_NO_LEAD:
      return yd_point_lacks_lead (point, NULL);

    case YD_POINT_STATE_NO_DEADLINE:
      return g_list_model_get_n_items (yd_point_get_children (point)) == 0 &&
             g_list_model_get_n_items (deadlines) == 0;

    case YD_POINT_STATE_MARKED:
      return self->plan != NULL && yd_mark_find (self->plan, point) != NULL;

    case YD_POINT_STATE_ANY:
    default:
      return TRUE;
    }
}

/* Returns: whether @point is looked for itself */
gboolean
yd_point_search_fits (YdPointSearch *self,
                      YdPoint       *point)
{
  if (!is_in_state (self, point))
    return FALSE;

  if (self->unit != NULL && !any_row (self, yd_point_get_assignments (point), names_unit))
    return FALSE;

  return self->text == NULL ||
         has_name (self, yd_row_get_cell (point, YD_POINT_TITLE)) ||
         yd_fold_has (yd_row_get_cell (point, YD_POINT_PRINTED), self->text) ||
         yd_fold_has (yd_row_get_cell (point, YD_POINT_TEXT), self->text) ||
         any_row (self, yd_point_get_assignments (point), names_text);
}

/* The only one that has the words in a name. */
static YdRow *
find_only_unit (YdPointSearch *self)
{
  GListModel *units = yd_plan_get_units (self->plan);
  guint n = g_list_model_get_n_items (units);
  YdRow *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      if (!is_called (self, unit))
        continue;
      if (found != NULL)
        return NULL;
      found = unit;             /* the plan keeps it */
    }

  return found;
}

/**
 * yd_point_search_find_unit:
 * @self: what is looked for
 * @name: the words as they were typed
 *
 * Returns: (transfer none) (nullable): the unit that is meant by the words, if they mean one
 */
YdRow *
yd_point_search_find_unit (YdPointSearch *self,
                           const char    *name)
{
  YdRow *unit;

  if (self->text == NULL || self->plan == NULL)
    return NULL;

  unit = yd_plan_find_unit (self->plan, name);

  return unit != NULL ? unit : find_only_unit (self);
}
