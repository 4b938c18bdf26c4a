/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <glib/gi18n-lib.h>

/* What the timeline says of a point, of a day, and to a screen reader. */

/* So much of a title is looked at; the rest could not be seen anyway. */
#define MAX_TITLE 120

/* Where a title stands for a path. */
#define MAX_PATH 10

/* Returns: (transfer full): the number of the point and its title */
char *
_yd_timeline_grid_dup_title (YdTimelineGrid      *self,
                             const YdTimelineRow *row)
{
  g_autofree char *number = yd_point_dup_number (row->point, row->position);
  const char *title = yd_point_get_title (row->point);
  g_autofree char *short_title = NULL;

  if (title == NULL || *title == '\0')
    title = yd_row_get_cell (row->point, YD_POINT_TEXT);
  if (title == NULL)
    title = "";
  short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_TITLE));

  return g_strconcat (number, short_title, NULL);
}

/* Returns: (transfer full): `10-17`, with the year where it is not that of the plan */
char *
_yd_timeline_grid_dup_day (YdTimelineGrid *self,
                           YdDay           day)
{
  YdPlan *plan = self->schedule != NULL ? yd_schedule_get_plan (self->schedule) : NULL;
  YdRow *head = plan != NULL ? yd_space_get_head (YD_SPACE (plan)) : NULL;
  YdDay issued = head != NULL ? yd_day_parse (yd_row_get_cell (head, YD_PLAN_ISSUED))
                              : YD_DAY_NONE;
  int year, month, of_month;

  if (day == YD_DAY_NONE)
    return g_strdup ("");
  if (issued == YD_DAY_NONE && self->schedule != NULL)
    issued = yd_schedule_get_today (self->schedule);

  yd_day_split (day, &year, &month, &of_month);
  if (year == yd_day_get_year (issued))
    return g_strdup_printf ("%02d-%02d", month, of_month);

  return yd_day_dup (day);
}

/* Adds what the schedule says, in short sentences. */
static void
append_dates (YdTimelineGrid    *self,
              GString           *words,
              const char        *separator,
              const YdScheduled *dates)
{
  g_autofree char *start = _yd_timeline_grid_dup_day (self, dates->start);
  g_autofree char *finish = _yd_timeline_grid_dup_day (self, dates->finish);
  g_autofree char *due = _yd_timeline_grid_dup_day (self, dates->due);

  if (dates->start == YD_DAY_NONE && dates->due == YD_DAY_NONE)
    {
      g_string_append_printf (words, "%s%s", separator, _("Not Stated"));
      return;
    }

  if (dates->light != YD_LIGHT_NONE)
    g_string_append_printf (words, "%s%s", separator, yd_light_get_word (dates->light));
  if (dates->start != YD_DAY_NONE)
    {
      g_autofree char *days =
        g_strdup_printf (ngettext ("%d working day", "%d working days", dates->days),
                         dates->days);

      g_string_append (words, separator);
      /* Translators: from a day to a day, so many working days */
      g_string_append_printf (words, _("%s to %s, %s"), start, finish, days);
    }
  if (dates->due != YD_DAY_NONE)
    {
      g_string_append (words, separator);
      g_string_append_printf (words, _("Due %s"), due);
    }
  if (dates->critical && !dates->spans)
    g_string_append_printf (words, "%s%s", separator, _("Critical Path"));
}

/* What of @row is folded away; returns whether that has any light. It is kept, since a row is
 * drawn in every frame and may hide thousands.
 */
gboolean
_yd_timeline_grid_get_worst (YdTimelineGrid      *self,
                             const YdTimelineRow *row,
                             YdTimelineWorst     *worst)
{
  YdTimelineWorst *kept;

  if (!row->has_children || row->expanded || self->schedule == NULL)
    return FALSE;

  kept = g_hash_table_lookup (self->worst, row->point);
  if (kept == NULL)
    {
      kept = g_new0 (YdTimelineWorst, 1);
      kept->light = yd_schedule_get_worst_light (self->schedule, row->point, &kept->n_points);
      g_hash_table_insert (self->worst, row->point, kept);
    }
  *worst = *kept;

  return worst->light != YD_LIGHT_NONE;
}

/* Returns: (transfer full): how many stand so, such as `逾期 3` */
char *
_yd_timeline_grid_dup_worst (const YdTimelineWorst *worst)
{
  return g_strdup_printf ("%s %u", yd_light_get_word (worst->light), worst->n_points);
}

/* What is folded away, if it has any light. */
static void
append_worst (YdTimelineGrid      *self,
              GString             *words,
              const YdTimelineRow *item)
{
  YdTimelineWorst worst;
  g_autofree char *text = NULL;

  if (!_yd_timeline_grid_get_worst (self, item, &worst))
    return;

  text = _yd_timeline_grid_dup_worst (&worst);
  g_string_append_printf (words, "%s%s", C_("between parts of a row", ", "), text);
}

/* Where it would be, while that is tried. */
static void
append_ghost (YdTimelineGrid *self,
              GString        *words,
              YdPoint        *point)
{
  const YdGhost *ghost = g_hash_table_lookup (self->ghosts, point);
  g_autofree char *start = NULL, *finish = NULL;

  if (ghost == NULL)
    return;

  g_string_append (words, C_("between parts of a row", ", "));
  if (ghost->due != YD_DAY_NONE)
    {
      finish = _yd_timeline_grid_dup_day (self, ghost->due);
      g_string_append_printf (words, _("Preview: due %s"), finish);
      return;
    }

  start = _yd_timeline_grid_dup_day (self, ghost->start);
  finish = _yd_timeline_grid_dup_day (self, ghost->finish);
  g_string_append_printf (words, _("Preview: %s to %s"), start, finish);
}

/* Returns: (transfer full): what a screen reader says of the row */
char *
_yd_timeline_grid_dup_name (YdGrid *grid,
                            guint   row,
                            guint   col)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (grid);
  const YdTimelineRow *item = self->rows != NULL ? yd_timeline_rows_get (self->rows, row) : NULL;
  g_autofree char *title = item != NULL ? _yd_timeline_grid_dup_title (self, item) : NULL;
  g_autoptr(GString) name = g_string_new (title);
  YdScheduled dates;

  if (item == NULL)
    return NULL;

  _yd_timeline_grid_get_dates (self, row, &dates);
  append_dates (self, name, C_("between parts of a row", ", "), &dates);
  append_ghost (self, name, item->point);
  _yd_timeline_grid_append_clocks (self, name, _(", "), item->point);
  if (item->has_children)
    g_string_append_printf (name, "%s%s", C_("between parts of a row", ", "),
                            item->expanded ? _("unfolded") : _("folded"));
  append_worst (self, name, item);

  return g_strdup (name->str);
}

/* A day of the head: what day it is, and why it is free or worked. */
static char *
dup_day_tooltip (YdTimelineGrid *self,
                 YdDay           day)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  g_autofree char *words = yd_day_dup_words (day);
  YdDayInfo info;

  if (calendar == NULL || !yd_day_is_in_range (day))
    return g_steal_pointer (&words);

  yd_work_calendar_explain (calendar, day, &info);
  return g_strdup_printf ("%s %s%s%s", words, info.name != NULL ? info.name : "",
                          info.name != NULL ? " " : "",
                          info.working ? _("Working Day") : _("Rest Day"));
}

char *
_yd_timeline_grid_dup_tooltip (YdGrid          *grid,
                               const YdGridHit *hit,
                               double           x,
                               double           y)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (grid);
  const YdTimelineStep *milestone;
  const YdTimelineRow *item;
  g_autofree char *late = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GString) words = NULL;
  YdScheduled dates;

  if (self->rows == NULL || self->schedule == NULL)
    return NULL;
  if (hit->part == YD_GRID_COL_HEAD && hit->col != YD_GRID_NONE &&
      self->zoom <= YD_TIMELINE_WEEK)
    return dup_day_tooltip (self, self->first + (int) hit->col);

  milestone = hit->part == YD_GRID_BODY && hit->row != YD_GRID_NONE
              ? _yd_timeline_grid_find_clock (self, hit->row, x) : NULL;
  if (milestone != NULL)
    return _yd_timeline_grid_dup_clock (milestone);

  item = hit->row != YD_GRID_NONE ? yd_timeline_rows_get (self->rows, hit->row) : NULL;
  if (item == NULL || (hit->part == YD_GRID_BODY &&
                       _yd_timeline_grid_find_part (self, hit->row, x, y) == YD_BAR_NOTHING))
    return NULL;

  title = _yd_timeline_grid_dup_title (self, item);
  words = g_string_new (title);
  _yd_timeline_grid_get_dates (self, hit->row, &dates);
  append_dates (self, words, "\n", &dates);
  _yd_timeline_grid_append_clocks (self, words, "\n", item->point);
  late = yd_schedule_dup_late_words (self->schedule, item->point);
  if (late != NULL && *late != '\0')
    g_string_append_printf (words, "\n%s", late);

  return g_strdup (words->str);
}

/* Its part of a path; a duty has no number, so that it goes by its title. */
static char *
dup_label (YdTimelineGrid *self,
           YdPoint        *point)
{
  const guint index = yd_timeline_rows_find (self->rows, point);
  const YdTimelineRow *row = yd_timeline_rows_get (self->rows, index);

  return yd_point_dup_label (point, row != NULL ? row->position : 1);
}

/**
 * yd_timeline_grid_dup_path:
 * @self: a timeline
 * @point: a point that it shows
 *
 * Returns: (transfer full): `五(一)`, or the beginning of its title where it has no number
 */
char *
yd_timeline_grid_dup_path (YdTimelineGrid *self,
                           YdPoint        *point)
{
  g_autoptr(GString) path = g_string_new (NULL);

  g_return_val_if_fail (YD_IS_TIMELINE_GRID (self), NULL);

  for (YdPoint *at = point; at != NULL; at = yd_point_get_parent (at))
    {
      g_autofree char *label = dup_label (self, at);

      if (at == point && *label == '*')
        {
          const YdTimelineRow row = { .point = point, .position = 1 };
          g_autofree char *title = _yd_timeline_grid_dup_title (self, &row);

          return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_PATH));
        }
      g_string_prepend (path, label);
    }

  return g_strdup (path->str);
}
