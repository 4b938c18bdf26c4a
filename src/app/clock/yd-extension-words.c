/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-extension-words.h"

#include <glib/gi18n-lib.h>

/* What is said of a deadline that is put off, before that is in force. */

/* Says @words, if there are any, in @label, which is not seen otherwise. */
void
yd_extension_say (GtkLabel   *label,
                  const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* Returns: which day stands in @until, without a year that of today, or %YD_DAY_NONE */
YdDay
yd_extension_read_until (YdPage      *page,
                         GtkEditable *until)
{
  const YdMoment now = yd_session_get_now (yd_page_get_session (page));

  return yd_moment_read_day (gtk_editable_get_text (until), now.day);
}

/**
 * yd_extension_dup_result:
 * @schedule: the schedule of the plan
 * @deadline: one of its deadlines
 * @instead: (nullable): a postponement of it whose place this one takes
 * @until: to which day it would be put off, or %YD_DAY_NONE as long as that is not known
 *
 * Returns: (transfer full): what that does, or until then when it is due
 */
char *
yd_extension_dup_result (YdSchedule *schedule,
                         YdRow      *deadline,
                         YdRow      *instead,
                         YdDay       until)
{
  g_autofree char *before = NULL, *after = NULL;
  gboolean later;
  YdDue due;

  /* What is said is when it is due now, by that which is replaced. */
  later = yd_postponement_find_due (schedule, deadline, instead, until, &due);
  yd_postponement_find_due (schedule, deadline, NULL, until, &due);
  before = yd_due_dup_day (&due);
  if (before == NULL)
    return yd_due_dup_reason (&due, deadline, yd_schedule_get_calendar (schedule));
  if (!later)
    return g_strdup_printf (_("Due: %s"), before);

  after = yd_day_dup_words (until);
  if (yd_work_calendar_is_working (yd_schedule_get_calendar (schedule), until))
    /* Translators: two days: when it is due now, and when it would be */
    return g_strdup_printf (_("%1$s becomes %2$s."), before, after);

  return g_strdup_printf (_("%1$s becomes %2$s, which is a rest day."), before, after);
}

/* Returns: (transfer full) (nullable): that @row, which may have been asked about for long, has
 *   gone since
 */
char *
yd_extension_dup_gone (YdPlan *plan,
                       YdRow  *row)
{
  return yd_space_is_live (YD_SPACE (plan), row)
         ? NULL : g_strdup (_("It was deleted meanwhile. Nothing was changed."));
}

/* Returns: (transfer full) (nullable): why @deadline cannot be put off to @until, which takes the
 *   place of @instead, if that is not %NULL
 */
char *
yd_extension_dup_problem (YdSchedule *schedule,
                          YdRow      *deadline,
                          YdRow      *instead,
                          YdDay       until)
{
  g_autofree char *gone = yd_extension_dup_gone (yd_schedule_get_plan (schedule), deadline);
  g_autofree char *day = NULL;
  YdDue due;

  if (gone != NULL)
    return g_steal_pointer (&gone);
  if (until == YD_DAY_NONE)
    return g_strdup (_("Write the day as 2017-12-31."));
  if (yd_postponement_find_due (schedule, deadline, instead, until, &due))
    return NULL;

  day = yd_due_dup_day (&due);

  return day != NULL ? g_strdup_printf (_("It is due on %s. Write a later day."), day)
                     : yd_due_dup_reason (&due, deadline, yd_schedule_get_calendar (schedule));
}

/* Returns: (transfer full) (nullable): who asked for it, and why */
char *
yd_extension_dup_reason (YdPlan *plan,
                         YdRow  *postponement)
{
  const char *id = yd_row_get_cell (postponement, YD_POSTPONEMENT_UNIT);
  const char *reason = yd_row_get_cell (postponement, YD_POSTPONEMENT_REASON);
  YdRow *unit = id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, id) : NULL;
  const char *name = unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : NULL;

  if (name != NULL && reason != NULL)
    /* Translators: the unit that asks for an extension, and why */
    return g_strdup_printf (C_("extension", "%1$s: %2$s"), name, reason);

  return g_strdup (name != NULL ? name : reason);
}
