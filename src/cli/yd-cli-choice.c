/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-likeness.h"

#define LIKE_ENOUGH 50          /* of a hundred */
#define MAX_NAMED   3

typedef struct
{
  const char *name;             /* the plan keeps it */
  guint       likeness;
} Near;

void
yd_cli_choice_clear (YdCliChoice *self)
{
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

/* Returns: whether nothing was said, so all is meant */
gboolean
yd_cli_choice_is_empty (const YdCliChoice *self)
{
  return self->unit == NULL && self->from == NULL && self->to == NULL && !self->no_internal;
}

static gboolean
is_date (const char *text)
{
  if (text == NULL || yd_day_is_in_range (yd_day_parse (text)))
    return TRUE;

  yd_cli_usage (_("“%s” is not a date from %d to %d. Write it as 2017-06-01."), text,
                YD_YEAR_FIRST, YD_YEAR_LAST);
  return FALSE;
}

/**
 * yd_cli_choice_is_right:
 * @self: what was typed
 *
 * Returns: whether the days can be meant so; if not, it was said
 */
gboolean
yd_cli_choice_is_right (const YdCliChoice *self)
{
  return is_date (self->from) && is_date (self->to);
}

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  const Near *left = a, *right = b;

  return (int) right->likeness - (int) left->likeness;
}

/* Those that are called alike come first; a part of a name is as good as any. */
static GArray *
list_near (GListModel *units,
           const char *typed)
{
  const guint n = g_list_model_get_n_items (units);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Near));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      Near near = { yd_row_get_cell (unit, YD_UNIT_NAME), 0 };

      if (near.name == NULL)
        continue;
      near.likeness = strstr (near.name, typed) != NULL ? 100 : yd_likeness (typed, near.name);
      g_array_append_val (list, near);
    }
  g_array_sort (list, compare_near);

  return list;
}

static char *
dup_names (GArray   *list,
           gboolean  near_only)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (list->len, MAX_NAMED); i++)
    {
      const Near *near = &g_array_index (list, Near, i);

      if (near_only && near->likeness < LIKE_ENOUGH)
        break;
      g_string_append_printf (names, "%s%s", i > 0 ? C_("between units", ", ") : "", near->name);
    }

  return g_string_free (names, FALSE);
}

static void
set_unknown_unit (GError     **error,
                  YdPlan      *plan,
                  const char  *typed)
{
  g_autoptr(GArray) list = list_near (yd_plan_get_units (plan), typed);
  g_autofree char *near = dup_names (list, TRUE), *some = dup_names (list, FALSE);

  if (*near != '\0')
    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                 _("The plan has no unit “%s”. It has: %s."), typed, near);
  else if (list->len > 0)
    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                 ngettext ("The plan has no unit “%s”. It has %u unit: %s.",
                           "The plan has no unit “%s”. It has %u units, such as %s.", list->len),
                 typed, list->len, some);
  else
    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                 _("The plan has no unit “%s”, nor any other one."), typed);
}

static gboolean
choose (const YdCliChoice  *self,
        YdPlan             *plan,
        YdMoment            now,
        YdAgendaChoice     *choice,
        GError            **error)
{
  yd_agenda_choice_init (choice, plan, now);
  choice->internal = !self->no_internal;
  if (self->from != NULL)
    choice->from = yd_day_parse (self->from);
  if (self->to != NULL)
    choice->to = yd_day_parse (self->to);
  if (self->unit != NULL && (choice->unit = yd_plan_find_unit (plan, self->unit)) == NULL)
    {
      set_unknown_unit (error, plan, self->unit);
      return FALSE;
    }

  if (choice->from <= choice->to)
    return TRUE;

  {
    g_autofree char *from = yd_day_dup (choice->from), *to = yd_day_dup (choice->to);

    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                 _("There is no day from %s to %s. Say both --from and --to."), from, to);
  }
  return FALSE;
}

/**
 * yd_cli_choice_make_agenda:
 * @self: what was typed, and is right
 * @plan: a plan
 * @error: return location for an error
 *
 * Counts with the notices of the plan.
 *
 * Returns: (transfer full): what is due of that
 */
YdAgenda *
yd_cli_choice_make_agenda (const YdCliChoice  *self,
                           YdCliPlan          *plan,
                           GError            **error)
{
  const YdMoment now = yd_moment_new (g_get_real_time () / G_TIME_SPAN_MILLISECOND);
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(YdSchedule) schedule = NULL;
  YdAgendaChoice choice;

  if (!choose (self, plan->plan, now, &choice, error) ||
      (calendar = yd_cli_plan_make_calendar (plan, error)) == NULL)
    return NULL;

  schedule = yd_schedule_new (plan->plan, calendar, now.day);

  return yd_agenda_choice_make_agenda (&choice, schedule);
}
