/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-act-words.h"

#include <glib/gi18n-lib.h>

#include "yd-schema.h"

/* What an edit did, as the toast, the undo button and the history say it. */
static const struct
{
  const char *act;
  const char *words;
} table[] = {
  { "plan.import",        N_("Document read") },
  { "plan.new",           N_("Plan made") },
  { "office.new",         N_("Office made") },
  { "calendar.learn",     N_("Days off taken from the program") },
  { "calendar.add",       N_("Notice on days off added") },
  { "calendar.accept",    N_("Notice on days off accepted") },
  { "calendar.drop",      N_("Notice on days off dropped") },
  { "calendar.withdraw",  N_("Notice on days off withdrawn") },
  { "calendar.use",       N_("Days off taken over in the plan") },
  { "plan.delete",        N_("Plan deleted") },
  { "plan.edit",          N_("Properties of the plan changed") },
  { "point.add",          N_("Point added") },
  { "point.delete",       N_("Point deleted") },
  { "point.rename",       N_("Point renamed") },
  { "point.text",         N_("Text of the point changed") },
  { "point.move",         N_("Point moved") },
  { "point.indent",       N_("Point demoted") },
  { "point.outdent",      N_("Point promoted") },
  { "point.renumber",     N_("Chapter renumbered") },
  { "point.number",       N_("Number changed") },
  { "point.dates",        N_("Dates changed") },
  { "point.split",        N_("Point split") },
  { "point.paste",        N_("Rows pasted") },
  { "point.begin",        N_("Point begun") },
  { "point.finish",       N_("Point done") },
  { "unit.add",           N_("Unit added") },
  { "unit.rename",        N_("Unit renamed") },
  { "unit.delete",        N_("Unit deleted") },
  { "alias.add",          N_("Alias kept") },
  { "alias.delete",       N_("Alias taken off") },
  { "unit.merge",         N_("Units merged") },
  { "unit.part",          N_("Merged names parted") },
  { "unit.edit",          N_("Unit changed") },
  { "unit.succeed",       N_("Successor entered") },
  { "unit.take-over",     N_("Units taken over into the directory") },
  { "unit.import",        N_("Units read into the directory") },
  { "unit.link",          N_("Units found in the directory") },
  { "member.add",         N_("Member added") },
  { "member.edit",        N_("Days of a member changed") },
  { "member.delete",      N_("Member taken off") },
  { "member.enter",       N_("Members taken from the directory") },
  { "assignment.add",     N_("Unit assigned") },
  { "assignment.role",    N_("Role changed") },
  { "assignment.paste",   N_("Assignments pasted") },
  { "assignment.delete",  N_("Unit taken off the point") },
  { "deadline.add",       N_("Deadline added") },
  { "deadline.edit",      N_("Deadline changed") },
  { "deadline.delete",    N_("Deadline deleted") },
  { "postponement.ask",    N_("Extension asked for") },
  { "postponement.grant",  N_("Extension granted") },
  { "postponement.refuse", N_("Extension declined") },
  { "postponement.delete", N_("Extension deleted") },
  { "dependency.add",     N_("Dependency added") },
  { "dependency.edit",    N_("Dependency changed") },
  { "dependency.delete",  N_("Dependency deleted") },
  { "dependency.split",   N_("Two duties split off") },
  { "finding.accept",     N_("Finding accepted") },
  { "finding.tell",       N_("Acceptance of a finding taken back") },
  { "clock.start",        N_("Clock started") },
  { "clock.pause",        N_("Clock paused") },
  { "clock.resume",       N_("Clock resumed") },
  { "clock.restart",      N_("Clock started anew") },
  { "clock.stop",         N_("Clock stopped") },
  { "clock.go-on",        N_("Clock goes on") },
  { "clock.done",         N_("Step of a clock done") },
  { "clock.undone",       N_("Step of a clock to be done again") },
  { "clock.step",         N_("Step of a clock changed") },
  { "clock.extend",       N_("Term of a clock extended") },
  { "clock.delete",       N_("Clock deleted") },
  { "remark.add",         N_("Remark added") },
  { "remark.delete",      N_("Remark deleted") },
  { "proposal.confirm",   N_("Proposal accepted") },
  { "proposal.refuse",    N_("Proposal dropped") },
  { "proposal.correct",   N_("Proposal corrected") },
  { "undo",               N_("Undone") },
};

/**
 * yd_act_words:
 * @act: the code of an edit, see yd_edit_get_act()
 *
 * Returns: (transfer none): what was done, translated; something general for a
 *   code of a newer version
 */
const char *
yd_act_words (const char *act)
{
  for (guint i = 0; act != NULL && i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].act, act))
      return _(table[i].words);

  return _("Plan changed");
}

/* How many proposals @edit accepts. */
static guint
count_accepted (YdEdit *edit)
{
  guint n_changes, n = 0;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    n += changes[i].field == yd_schema_get_kind (changes[i].kind)->check;

  return n;
}

/**
 * yd_act_dup_words:
 * @edit: an edit
 *
 * Returns: (transfer full): what @edit does, translated, and of what is done to many at once
 *   to how many
 */
char *
yd_act_dup_words (YdEdit *edit)
{
  const char *act = yd_edit_get_act (edit);
  const guint n = g_strcmp0 (act, "proposal.confirm") == 0 ? count_accepted (edit) : 1;

  if (n > 1)
    return g_strdup_printf (ngettext ("%u proposal accepted", "%u proposals accepted", n), n);

  return g_strdup (yd_act_words (act));
}
