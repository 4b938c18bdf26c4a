/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>

/* What is found of the units of a plan beside the directory of its office: who is not in it,
 * who was not there on the day of the plan, who is there under two names.
 */

/* A plan is judged by its own day: what was abolished later was right then. */
static YdDay
get_day (YdCheck *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;

  if (issued != NULL)
    return yd_day_parse (issued);

  return self->schedule != NULL ? yd_schedule_get_today (self->schedule) : YD_DAY_NONE;
}

static void
check_former (YdCheck           *self,
              YdRow             *unit,
              const YdNameMatch *match,
              YdDay              day)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);
  const YdDirectoryUnit *heir = yd_directory_unit_get_heir (match->unit, day);
  g_autofree char *words = yd_day_dup_words (day);

  if (heir != NULL)
    _yd_check_find (self, "unit-former", unit, name,
                    _("“%s” was not there on %s. Its work is done by “%s”."), name, words,
                    heir->name);
  else
    _yd_check_find (self, "unit-former", unit, name,
                    _("“%s” was not there on %s, and the directory does not say who does its "
                      "work."), name, words);
}

/* Two rows that are one unit in the directory. */
static void
check_same (YdCheck           *self,
            YdRow             *unit,
            const YdNameMatch *match,
            GHashTable        *seen)
{
  YdRow *other = g_hash_table_lookup (seen, match->unit);
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (other == NULL)
    g_hash_table_insert (seen, (gpointer) match->unit, unit);
  else if (!_yd_check_cell_is (other, YD_UNIT_NAME, name))
    _yd_check_find (self, "unit-same", unit, name,
                    _("“%s” and “%s” are one unit in the directory. Merge them."),
                    yd_row_get_cell (other, YD_UNIT_NAME), name);
}

static void
check_match (YdCheck           *self,
             YdRow             *unit,
             const YdNameMatch *match,
             YdDay              day,
             GHashTable        *seen)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (match->doubtful)
    _yd_check_find (self, "unit-doubtful", unit, name,
                    _("The directory has more than one unit that is called “%s”. Say which is "
                      "meant."), name);
  else if (match->former && day != YD_DAY_NONE)
    check_former (self, unit, match, day);

  check_same (self, unit, match, seen);
}

/* A directory that knows few of the units is one that was not kept yet. */
static void
check_unknown (YdCheck   *self,
               GPtrArray *unknown,
               guint      n_known)
{
  for (guint i = 0; n_known > unknown->len && i < unknown->len; i++)
    {
      YdRow *unit = g_ptr_array_index (unknown, i);
      const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

      _yd_check_find (self, "unit-unknown", unit, name,
                      _("“%s” is not in the directory. See whether it is written right, or add "
                        "it."), name);
    }
}

/* Looks for @units, of the plan, in the directory. */
void
_yd_check_directory (YdCheck   *self,
                     GPtrArray *units)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  YdDay day = get_day (self);
  guint n_known = 0;

  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (units, i);
      YdNameMatch match = yd_directory_resolve (self->directory, unit, day);

      if (yd_row_get_flag (unit, YD_UNIT_VAGUE))
        continue;
      if (match.unit == NULL)
        {
          g_ptr_array_add (unknown, unit);
          continue;
        }
      n_known++;
      check_match (self, unit, &match, day, seen);
    }

  check_unknown (self, unknown, n_known);
}
