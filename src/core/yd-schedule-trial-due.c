/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-trial-private.h"

#include "yd-deadline-private.h"
#include "yd-plan-edits.h"
#include "yd-row-private.h"

/* When a deadline would be due, if it, or what it counts from, were another one. */

YdDay
_yd_schedule_trial_get_due (YdScheduleTrial *self,
                            YdDraft         *draft,
                            YdRow           *owner)
{
  YdDeadlineTerms terms;
  YdDue due;

  _yd_deadline_read_terms (draft->cells, &terms);

  return yd_schedule_compute_due (self->schedule, owner, draft->row, &terms, &due) >= YD_DUE_DAY
         ? due.day : YD_DAY_NONE;
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

      if (has_draft (self, rows[i]) || yd_plan_is_refused (rows[i]))
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
          g_strcmp0 (draft->cells[YD_FIELD_DELETED], "true") != 0 &&
          g_strcmp0 (draft->cells[YD_DEADLINE_CHECK], "refused") != 0)
        first = sooner (first, _yd_schedule_trial_get_due (self, draft, owner));
    }

  return first;
}
