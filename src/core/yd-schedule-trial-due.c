/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-trial-private.h"

#include "yd-row-private.h"

/* When a deadline would be due, if it, or what it counts from, were another one. */

typedef const char *(* GetCellFunc) (gpointer from,
                                     guint    field);

static void
put_row (YdEdit      *edit,
         YdKind       kind,
         const char  *id,
         GetCellFunc  get_cell,
         gpointer     from)
{
  yd_edit_create (edit, kind, id);
  for (guint f = YD_N_COMMON_FIELDS; f < yd_schema_get_kind (kind)->n_fields; f++)
    if (get_cell (from, f) != NULL)
      yd_edit_put (edit, f, get_cell (from, f));
}

static const char *
get_head_cell (gpointer from,
               guint    field)
{
  return field == YD_PLAN_OFFICE ? NULL : yd_row_get_cell (from, field);
}

static const char *
get_point_cell (gpointer from,
                guint    field)
{
  return field == YD_POINT_PARENT || field == YD_POINT_SPAN ? NULL : yd_row_get_cell (from, field);
}

static const char *
get_draft_cell (gpointer from,
                guint    field)
{
  YdDraft *draft = from;

  return field == YD_DEADLINE_UNIT || field == YD_DEADLINE_SPAN ? NULL : draft->cells[field];
}

static const char *
get_postponement_cell (gpointer from,
                       guint    field)
{
  return field == YD_POSTPONEMENT_UNIT ? NULL : yd_row_get_cell (from, field);
}

/* What was granted still is when the terms are others. */
static void
put_postponements (YdEdit *edit,
                   YdRow  *deadline)
{
  GListModel *rows = deadline != NULL ? yd_row_get_rows (deadline, YD_KIND_POSTPONEMENT) : NULL;
  const guint n = rows != NULL ? g_list_model_get_n_items (rows) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      put_row (edit, YD_KIND_POSTPONEMENT, row->id, get_postponement_cell, row);
    }
}

static void
put_anchor (YdEdit  *edit,
            YdPlan  *plan,
            YdDraft *draft,
            YdRow   *owner)
{
  YdRow *anchor = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT,
                                   draft->cells[YD_DEADLINE_ANCHOR_ID]);

  if (anchor != NULL && anchor != owner)
    put_row (edit, YD_KIND_POINT, anchor->id, get_point_cell, anchor);
}

/* A deadline is worked out from rows, so there is a plan with nothing else but what it
 * needs, for a moment.
 */
YdDay
_yd_schedule_trial_get_due (YdScheduleTrial *self,
                            YdDraft         *draft,
                            YdRow           *owner)
{
  YdSchedule *schedule = self->schedule;
  g_autoptr(YdPlan) plan = yd_plan_new ("preview");
  g_autoptr(YdEdit) edit = yd_edit_new ("preview", NULL);
  YdRow *head = yd_space_get_head (YD_SPACE (schedule->plan));
  YdDue due;

  if (head != NULL)
    put_row (edit, YD_KIND_PLAN, head->id, get_head_cell, head);
  put_row (edit, YD_KIND_POINT, owner->id, get_point_cell, owner);
  put_anchor (edit, schedule->plan, draft, owner);
  put_row (edit, YD_KIND_DEADLINE, draft->id, get_draft_cell, draft);
  put_postponements (edit, draft->row);
  yd_edit_seal (edit, "preview");

  if (!yd_space_apply (YD_SPACE (plan), edit, NULL))
    return YD_DAY_NONE;

  _yd_schedule_compute_due (schedule, plan,
                            yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, draft->id), &due);

  return due.state == YD_DUE_DAY || due.state == YD_DUE_TIME ? due.day : YD_DAY_NONE;
}

static gboolean
has_draft (YdScheduleTrial *self,
           YdRow           *row)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (((YdDraft *) g_ptr_array_index (self->drafts, i))->row == row)
      return TRUE;

  return FALSE;
}

static YdDay
sooner (YdDay a,
        YdDay b)
{
  return a == YD_DAY_NONE ? b : b == YD_DAY_NONE ? a : MIN (a, b);
}

/* The first day of all deadlines of @owner, as they would be. */
YdDay
_yd_schedule_trial_first_due (YdScheduleTrial *self,
                              YdRow           *owner)
{
  YdRowList *list = _yd_row_find_list (owner, YD_KIND_DEADLINE);
  YdDay first = YD_DAY_NONE;
  guint n = 0;
  YdRow **rows = list != NULL ? _yd_row_list_get_shown (list, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      YdDue due;

      if (has_draft (self, rows[i]))
        continue;

      yd_schedule_get_due (self->schedule, rows[i], &due);
      if (due.state == YD_DUE_DAY || due.state == YD_DUE_TIME)
        first = sooner (first, due.day);
    }

  for (guint i = 0; i < self->drafts->len; i++)
    {
      YdDraft *draft = g_ptr_array_index (self->drafts, i);

      if (draft->kind == YD_KIND_DEADLINE &&
          g_strcmp0 (draft->cells[YD_DEADLINE_POINT], owner->id) == 0 &&
          g_strcmp0 (draft->cells[YD_FIELD_DELETED], "true") != 0)
        first = sooner (first, _yd_schedule_trial_get_due (self, draft, owner));
    }

  return first;
}

