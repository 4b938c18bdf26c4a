/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-plan-edits.h"

/* What is found of dates: those that the document states, and those that follow from them. */

/* A day that is due once; what comes again is not compared. Returns: or %YD_DAY_NONE */
static YdDay
get_due_day (YdCheck *self,
             YdRow   *deadline)
{
  YdDue due;
  YdDueState state = yd_schedule_get_due (self->schedule, deadline, &due);

  return (state == YD_DUE_DAY || state == YD_DUE_TIME) && !due.recurs ? due.day : YD_DAY_NONE;
}

/* Returns: the latest day by which @point is due, of deadlines of @origin (%NULL: all) */
static YdDay
get_latest_day (YdCheck    *self,
                YdPoint    *point,
                const char *origin)
{
  GListModel *deadlines = yd_point_get_deadlines (point);
  guint n = g_list_model_get_n_items (deadlines);
  YdDay latest = YD_DAY_NONE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);

      if (!yd_plan_is_refused (deadline) &&
          (origin == NULL || _yd_check_cell_is (deadline, YD_DEADLINE_ORIGIN, origin)))
        latest = MAX (latest, get_due_day (self, deadline));
    }

  return latest;
}

static YdDay
get_issue_day (YdCheck *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;

  return issued != NULL ? yd_day_parse (issued) : YD_DAY_NONE;
}

static void
check_parent (YdCheck            *self,
              const YdCheckPlace *place)
{
  YdPoint *above = yd_point_get_parent (place->point);
  YdDay day = get_latest_day (self, place->point, NULL);
  YdDay limit = above != NULL ? get_latest_day (self, above, NULL) : YD_DAY_NONE;

  if (limit != YD_DAY_NONE && day > limit)
    _yd_check_find (self, "later-than-parent", place->point, place->path,
                    _("It is due later than the point above it."));
}

static void
check_internal (YdCheck            *self,
                const YdCheckPlace *place)
{
  YdDay stated = get_latest_day (self, place->point, "stated");

  if (stated != YD_DAY_NONE && get_latest_day (self, place->point, "internal") > stated)
    _yd_check_find (self, "internal-late", place->point, place->path,
                    _("The internal target lies after the deadline of the document. Set it "
                      "earlier."));
}

/* Returns: whether @deadline was set to a day; 6 月底前 was not, though it comes to one */
static gboolean
names_a_day (YdRow *deadline)
{
  const char *words = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);

  return words == NULL || *words == '\0' || strstr (words, "日") != NULL;
}

static void
check_rest_day (YdCheck            *self,
                const YdCheckPlace *place,
                YdRow              *deadline,
                YdDay               day)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  g_autofree char *words = yd_day_dup_words (day);
  YdDayInfo info;

  if (yd_work_calendar_is_working (calendar, day) || !names_a_day (deadline))
    return;

  yd_work_calendar_explain (calendar, day, &info);
  if (info.name != NULL)
    _yd_check_find (self, "rest-day", deadline, place->path,
                    _("It is due on %s, a day off (%s)."), words, info.name);
  else
    _yd_check_find (self, "rest-day", deadline, place->path,
                    _("It is due on %s, a day of rest."), words);
}

/* A day, or the end of a period: 6 月底前 in a document of July is a slip too. */
static void
check_date (YdCheck            *self,
            const YdCheckPlace *place,
            YdRow              *deadline)
{
  YdDay day = get_due_day (self, deadline), issued = get_issue_day (self);

  if (day == YD_DAY_NONE)
    return;

  if (_yd_check_cell_is (deadline, YD_DEADLINE_RULE, "date"))
    check_rest_day (self, place, deadline, day);
  if (issued != YD_DAY_NONE && day < issued)
    _yd_check_find (self, "due-before-issue", deadline, place->path,
                    _("It is due before the document was issued."));
}

static gboolean
is_provisional (YdCheck *self,
                YdRow   *deadline)
{
  YdDue due;

  return yd_schedule_get_due (self->schedule, deadline, &due) == YD_DUE_DAY && due.provisional;
}

static void
check_deadline (YdCheck            *self,
                const YdCheckPlace *place,
                YdRow              *deadline)
{
  self->n_provisional += is_provisional (self, deadline);
  if (_yd_check_cell_is (deadline, YD_DEADLINE_RULE, "date") ||
      _yd_check_cell_is (deadline, YD_DEADLINE_RULE, "period_end"))
    check_date (self, place, deadline);
  else if (_yd_check_cell_is (deadline, YD_DEADLINE_ANCHOR, "issued") &&
           yd_space_get_head (YD_SPACE (self->plan)) != NULL &&
           get_issue_day (self) == YD_DAY_NONE)
    _yd_check_find (self, "no-issue-date", deadline, place->path,
                    _("This deadline counts from the day of issue, which is not known. "
                      "Enter it."));
}

static void
check_late (YdCheck            *self,
            const YdCheckPlace *place)
{
  g_autofree char *words = yd_schedule_dup_late_words (self->schedule, place->point);

  if (words != NULL)
    _yd_check_find (self, "cannot-meet", place->point, place->path, _("%s. Begin earlier, give "
                    "it fewer days, or ask for a later deadline."), words);
}

typedef struct
{
  YdCheck            *self;
  const YdCheckPlace *place;
} CircleArgs;

static void
find_circle_cb (const YdScheduleEdge *edge,
                gpointer              user_data)
{
  CircleArgs *args = user_data;

  if (edge->aside && edge->succ == args->place->point)
    _yd_check_find (args->self, "circle", edge->dependency, args->place->path,
                    _("It would wait for itself through “%s”, so this dependency is set aside. "
                      "Take one of the circle away."), yd_point_get_title (edge->pred));
}

void
_yd_check_dates (YdCheck            *self,
                 const YdCheckPlace *place)
{
  GListModel *deadlines = yd_point_get_deadlines (place->point);
  guint n = g_list_model_get_n_items (deadlines);
  CircleArgs args = { self, place };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);

      if (!yd_plan_is_refused (deadline))
        check_deadline (self, place, deadline);
    }

  check_parent (self, place);
  check_internal (self, place);
  check_late (self, place);
  yd_schedule_foreach_edge_of (self->schedule, place->point, find_circle_cb, &args);
}

/* One finding for all dates that a notice to come may still move. */
void
_yd_check_announced (YdCheck *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  const guint n = self->n_provisional;

  if (n > 0 && head != NULL)
    _yd_check_find (self, "not-announced", head, yd_plan_get_title (self->plan),
                    ngettext ("A notice on days off that is not announced yet may still move %u "
                              "deadline; its date is provisional.",
                              "Notices on days off that are not announced yet may still move %u "
                              "deadlines; their dates are provisional.", n), n);
}
