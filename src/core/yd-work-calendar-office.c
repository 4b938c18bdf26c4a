/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-work-calendar.h"

#include "yd-notice.h"
#include "yd-work-calendar-private.h"

/* Which notices a calendar counts with, and in which order they go above each other. */

static gboolean
is_used (YdPlan   *plan,
         YdNotice *notice)
{
  g_autofree char *id = yd_notice_dup_id (notice);
  g_autofree char *use = yd_space_derive_id (YD_KIND_CALENDAR_USE, id, NULL);
  YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_CALENDAR_USE, use);

  return row != NULL && !yd_row_get_flag (row, YD_FIELD_DELETED);
}

/* Plans of earlier versions of this program name no notice: they count with all. */
static gboolean
names_notices (YdPlan *plan)
{
  return plan != NULL &&
         g_list_model_get_n_items (yd_space_get_rows (YD_SPACE (plan), YD_KIND_CALENDAR_USE)) > 0;
}

/* Whether @self and @other are versions of one notice. */
static gboolean
is_same_notice (YdNotice *self,
                YdNotice *other)
{
  return self->year == other->year && g_strcmp0 (self->region, other->region) == 0;
}

/* The last version holds, but not one of which days are lost while there is a whole one. */
static gboolean
is_above (YdNotice *self,
          YdNotice *other)
{
  return is_same_notice (self, other) &&
         (self->broken != other->broken ? other->broken : self->version > other->version);
}

static gboolean
is_replaced (YdNotice  *notice,
             GPtrArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    if (is_above (g_ptr_array_index (notices, i), notice))
      return TRUE;

  return FALSE;
}

/* Whether days are lost that no later version tells. */
static gboolean
misses_days (YdNotice  *notice,
             GPtrArray *notices)
{
  if (!notice->broken)
    return FALSE;

  for (guint i = 0; i < notices->len; i++)
    {
      YdNotice *other = g_ptr_array_index (notices, i);

      if (is_same_notice (other, notice) && !other->broken && other->version > notice->version)
        return FALSE;
    }

  return TRUE;
}

/* A region goes above the State Council; what was issued later above what was earlier. */
static int
compare_notices (gconstpointer a,
                 gconstpointer b)
{
  YdNotice *first = *(YdNotice * const *) a;
  YdNotice *second = *(YdNotice * const *) b;

  if ((first->region != NULL) != (second->region != NULL))
    return first->region != NULL ? 1 : -1;
  if (first->year != second->year)
    return first->year - second->year;
  if (first->issued != second->issued)
    return first->issued - second->issued;

  return g_strcmp0 (first->region, second->region);
}

static void
add_notice (YdWorkCalendarBuilder *builder,
            YdNotice              *notice)
{
  yd_work_calendar_builder_add_notice (builder, notice->year, notice->region, notice->number);
  for (guint i = 0; i < notice->days->len; i++)
    {
      const YdNoticeDay *day = &g_array_index (notice->days, YdNoticeDay, i);

      yd_work_calendar_builder_add_day (builder, day->day, day->working, day->name);
    }
}

/* A year of which days are lost is not counted in as if nothing were missing: it is not announced,
 * and each date says so. Of a year that the State Council arranges half the days would be worse
 * than none, as days off and made-up days belong together; a region adds single days, and those
 * that can be read stay what they are.
 */
static YdWorkCalendar *
make_calendar (GPtrArray *notices)
{
  YdWorkCalendarBuilder *builder = yd_work_calendar_builder_new ();

  g_ptr_array_sort (notices, compare_notices);
  for (guint i = 0; i < notices->len; i++)
    {
      YdNotice *notice = g_ptr_array_index (notices, i);

      if (misses_days (notice, notices))
        _yd_work_calendar_builder_withhold (builder, notice->year);
      if (!is_replaced (notice, notices) && (!notice->broken || notice->region != NULL))
        add_notice (builder, notice);
    }

  return yd_work_calendar_builder_end (builder);
}

/* Those that are in force; for a plan that names its notices, those it names, until it does not:
 * what the office withdraws may not move a date behind anybody's back. */
static GPtrArray *
list_notices (YdOffice *office,
              YdPlan   *plan)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_notice_free);
  GListModel *rows = yd_space_get_rows (YD_SPACE (office), YD_KIND_NOTICE);
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (names_notices (plan) ||
          g_strcmp0 (yd_row_get_cell (row, YD_NOTICE_CHECK), "confirmed") == 0)
        g_ptr_array_add (notices, yd_notice_new_for_row (office, row));
    }

  return notices;
}

/* What this version brings along; that it can be read is tested. */
static GPtrArray *
list_known (void)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *known = yd_notice_list_known (&error);

  if (known == NULL)
    g_critical ("The notices that belong to the program cannot be read: %s", error->message);

  return known != NULL ? known : g_ptr_array_new ();
}

/**
 * yd_work_calendar_new_for:
 * @office: (nullable): an office; without one, what this version brings along is counted with
 * @plan: (nullable): a plan, which counts with the notices that it names
 *
 * Without a plan, and for a plan that names no notice, all accepted ones are counted with.
 * Of the versions of a notice the last one holds of which no days are lost; where a later one
 * is damaged, its year is not announced. A region's notice goes above the State Council's.
 *
 * Returns: (transfer full): the calendar as it is now; it does not follow later edits
 */
YdWorkCalendar *
yd_work_calendar_new_for (YdOffice *office,
                          YdPlan   *plan)
{
  g_autoptr(GPtrArray) notices = office != NULL ? list_notices (office, plan)
                                                     : list_known ();

  if (names_notices (plan))
    for (guint i = notices->len; i > 0; i--)
      if (!is_used (plan, g_ptr_array_index (notices, i - 1)))
        g_ptr_array_remove_index (notices, i - 1);

  return make_calendar (notices);
}
