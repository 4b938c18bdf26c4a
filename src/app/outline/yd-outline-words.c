/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "yd-deadline-words.h"
#include "yd-plan-edits.h"
#include "yd-point-units.h"

/* What the cells of the outline say of a point. It is short by rule, not by cutting:
 * one unit and how many there are, the words of a deadline or its day.
 */

/* Characters of a deadline that its column has room for; a longer one is counted, if it
 * can be.
 */
#define MAX_WORDS 8

void
yd_cell_words_clear (YdCellWords *self)
{
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->tail, g_free);
}

/* Returns: (transfer full): the whole in one line, for tooltips and to be spoken */
char *
yd_cell_words_dup_text (YdCellWords *self)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (self->lead != NULL)
    parts[n++] = self->lead;
  if (self->text != NULL)
    parts[n++] = self->text;
  if (self->tail != NULL)
    parts[n++] = self->tail;

  return g_strjoinv (" ", (char **) parts);
}

static gboolean
cell_is (YdRow      *row,
         guint       field,
         const char *value)
{
  return g_strcmp0 (yd_row_get_cell (row, field), value) == 0;
}

/* Returns: (transfer full): the title, or the begin of the text where there is none */
char *
yd_outline_dup_title (YdPoint *point)
{
  const char *title = yd_point_get_title (point);
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);

  if (title == NULL || *title == '\0')
    title = text;

  return title != NULL ? g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 120))
                       : g_strdup ("");
}

static void
say_count (YdPoint     *point,
           YdCellWords *words)
{
  GListModel *children = yd_point_get_children (point);
  guint n = g_list_model_get_n_items (children), n_points = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      n_points += !yd_point_is_duty (child);
    }

  if (n_points > 0)
    words->tail = g_strdup_printf (ngettext ("%u point", "%u points", n_points), n_points);
  words->tail_style = YD_WORDS_DIM;
}

/**
 * yd_outline_say_units:
 * @plan: a plan
 * @point: a point in it
 * @words: (out caller-allocates): who leads it, or one of those who answer for it, and
 *   how many they are; for a chapter without units, how many points it has
 */
void
yd_outline_say_units (YdPlan      *plan,
                      YdPoint     *point,
                      YdCellWords *words)
{
  YdPointUnits units;
  gboolean leads;

  *words = (YdCellWords) { NULL };
  yd_point_units_find (plan, point, &units);
  if (units.unit == NULL)
    {
      say_count (point, words);
      return;
    }

  leads = g_strcmp0 (units.role, "lead") == 0;
  words->mark = leads ? "lead" : g_strcmp0 (units.role, "support") == 0 ? "support"
                                                                        : "responsible";
  words->lead = leads ? g_strdup (_("Lead")) : NULL;
  words->text = g_strdup (yd_row_get_cell (units.unit, YD_UNIT_NAME));
  words->tail_style = YD_WORDS_DIM;
  if (units.n_units > 1)
    /* Translators: after the name of the first unit: how many units there are in all */
    words->tail = g_strdup_printf (ngettext ("%u unit in all", "%u units in all", units.n_units),
                                   units.n_units);
}

/* `10-17`; with its year where that is not the one in which the plan was issued. */
static char *
make_day (YdPlan     *plan,
          const char *value)
{
  YdRow *head = yd_space_get_head (YD_SPACE (plan));
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int year = g_date_time_get_year (now), of, month, day;

  if (issued != NULL)
    sscanf (issued, "%d", &year);
  if (sscanf (value, "--%d-%d", &month, &day) == 2 ||
      (sscanf (value, "%d-%d-%d", &of, &month, &day) == 3 && of == year))
    return g_strdup_printf ("%02d-%02d", month, day);

  return g_strdup (value);
}

static char *
make_deadline (YdPlan *plan,
               YdRow  *deadline)
{
  const char *value = yd_row_get_cell (deadline, YD_DEADLINE_VALUE);
  const char *said = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);
  g_autofree char *count = NULL;
  YdDeadlineTerms terms;

  yd_deadline_get_terms (deadline, &terms);
  if (terms.n > 0 && cell_is (deadline, YD_DEADLINE_RULE, "after"))
    count = yd_deadline_dup_count (&terms);

  if (cell_is (deadline, YD_DEADLINE_RULE, "date") && value != NULL)
    return make_day (plan, value);
  if (said != NULL && (count == NULL || g_utf8_strlen (said, -1) <= MAX_WORDS))
    return g_strdup (said);
  if (count != NULL)
    return g_steal_pointer (&count);
  if (cell_is (deadline, YD_DEADLINE_RULE, "longterm"))
    return g_strdup (_("Long-term"));

  return yd_deadline_dup_rule (&terms);
}

/* The deadline whose day comes first, or the first that has none. */
static YdRow *
choose_deadline (YdSchedule *schedule,
                 YdPoint    *point,
                 YdDay      *due)
{
  g_autoptr(YdRow) first = g_list_model_get_item (yd_point_get_deadlines (point), 0);
  YdScheduled scheduled;

  yd_schedule_get (schedule, point, &scheduled);
  *due = scheduled.due;

  return scheduled.deadline != NULL ? scheduled.deadline : first;
}

/**
 * yd_outline_say_deadline:
 * @schedule: the schedule of the plan
 * @point: a point in it
 * @words: (out caller-allocates): the first deadline: the day where there is one, the
 *   words of the document otherwise. A chapter that states none says nothing.
 */
void
yd_outline_say_deadline (YdSchedule  *schedule,
                         YdPoint     *point,
                         YdCellWords *words)
{
  YdPlan *plan = yd_schedule_get_plan (schedule);
  guint n = g_list_model_get_n_items (yd_point_get_deadlines (point));
  char day[YD_DAY_SIZE];
  YdDay due;
  YdRow *first = choose_deadline (schedule, point, &due);

  *words = (YdCellWords) { NULL };
  if (first == NULL)
    {
      words->text_style = YD_WORDS_DIM;
      if (!yd_point_has_points (point) && !yd_point_is_duty (point))
        words->text = g_strdup (_("Not Stated"));
      return;
    }

  words->text = due != YD_DAY_NONE ? make_day (plan, yd_day_format (due, day))
                                   : make_deadline (plan, first);
  if (cell_is (first, YD_DEADLINE_ORIGIN, "internal"))
    {
      words->tail = g_strdup (_("Internal"));
      words->tail_style = YD_WORDS_TAG;
    }
  else if (n > 1)
    {
      words->tail = g_strdup_printf ("+%u", n - 1);
      words->tail_style = YD_WORDS_DIM;
    }
}

static guint
count_in (YdPoint *point,
          YdKind   kind,
          guint    check)
{
  GListModel *rows = yd_row_get_rows (point, kind);
  guint n = g_list_model_get_n_items (rows), n_proposed = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      n_proposed += cell_is (row, check, "proposed");
    }

  return n_proposed;
}

/**
 * yd_outline_count_proposed:
 * @point: a point
 *
 * Returns: how much of it was read and is not checked, without what stands below it
 */
guint
yd_outline_count_proposed (YdPoint *point)
{
  return cell_is (point, YD_POINT_CHECK, "proposed") +
         count_in (point, YD_KIND_ASSIGNMENT, YD_ASSIGNMENT_CHECK) +
         count_in (point, YD_KIND_DEADLINE, YD_DEADLINE_CHECK) +
         count_in (point, YD_KIND_DEPENDENCY, YD_DEPENDENCY_CHECK);
}
