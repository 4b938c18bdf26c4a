/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>

/* What there is to find: how bad it is, one word for a narrow place, and what is normal, so
 * that a clerk can tell a slip from the way an office writes. The codes are stable: command
 * line, acceptances and tests name them.
 */

static const struct
{
  const char *code;
  YdSeverity  severity;
  const char *word;
  const char *normal;
} rules[] = {
  { "no-unit", YD_SEVERITY_WARNING, N_("No Unit"),
    N_("A point names in a parenthesis who answers for it, or its chapter does. General "
       "requirements need nobody.") },
  { "no-unit-chapter", YD_SEVERITY_INFO, N_("No Unit"),
    N_("A chapter of general measures may do without units.") },
  { "no-unit-plan", YD_SEVERITY_WARNING, N_("No Unit"),
    N_("A document that divides work names a unit for each point.") },
  { "two-leads", YD_SEVERITY_WARNING, N_("Two Leads"),
    N_("One unit leads and the others answer with it or support it. Joint lead is rare and is "
       "said so.") },
  { "no-lead", YD_SEVERITY_WARNING, N_("No Lead"),
    N_("Who supports, supports somebody. Where all answer each for its own part, no lead is "
       "needed.") },
  { "unit-and-group", YD_SEVERITY_INFO, N_("Named Twice"),
    N_("A member is named beside its group only when it does more than the others.") },
  { "not-taken", YD_SEVERITY_WARNING, N_("Not Taken"),
    N_("Whoever the text says answers, leads or supports stands among the units of the point.") },
  { "no-text", YD_SEVERITY_WARNING, N_("Empty"),
    N_("Each point has a title or a text.") },
  { "title-twice", YD_SEVERITY_INFO, N_("Title Twice"),
    N_("Points of one chapter differ in their titles.") },
  { "number-again", YD_SEVERITY_INFO, N_("Number Twice"),
    N_("Numbers run on, or begin anew with each chapter.") },
  { "number-gap", YD_SEVERITY_INFO, N_("Number Gap"),
    N_("Numbers run on, or begin anew with each chapter.") },
  { "later-than-parent", YD_SEVERITY_WARNING, N_("Too Late"),
    N_("What stands below a point is done by the time the point is due.") },
  { "due-before-issue", YD_SEVERITY_WARNING, N_("Before Issue"),
    N_("A deadline lies after the day of issue.") },
  { "no-issue-date", YD_SEVERITY_ERROR, N_("Issue Day?"),
    N_("A document carries its day of issue below the signature.") },
  { "rest-day", YD_SEVERITY_INFO, N_("Rest Day"),
    N_("A date that is set by hand is a working day. The end of a month, quarter or year may "
       "be a rest day.") },
  { "cannot-meet", YD_SEVERITY_WARNING, N_("Not in Time"),
    N_("What must be done before leaves enough working days.") },
  { "internal-late", YD_SEVERITY_WARNING, N_("Target Too Late"),
    N_("An internal target lies before the deadline of the document.") },
  { "circle", YD_SEVERITY_ERROR, N_("Circle"),
    N_("Nothing waits for itself, not even through others.") },
  { "not-announced", YD_SEVERITY_INFO, N_("Provisional"),
    N_("Days off are announced about November for the year that follows.") },
  { "vague-unit", YD_SEVERITY_WARNING, N_("To Be Named"),
    N_("A unit can be telephoned. “The units concerned” cannot.") },
  { "no-members", YD_SEVERITY_INFO, N_("No Members"),
    N_("A group such as all counties has a list of members, so that each is asked and counted.") },
  { "unit-twice", YD_SEVERITY_WARNING, N_("Unit Twice"),
    N_("Each unit is there once, with all that it answers for.") },
  { "unit-forms", YD_SEVERITY_INFO, N_("Two Names"),
    N_("One document calls a unit by one name throughout.") },
  { "unit-same", YD_SEVERITY_WARNING, N_("Two Names"),
    N_("One document calls a unit by one name throughout.") },
  { "unit-former", YD_SEVERITY_WARNING, N_("Abolished"),
    N_("A unit that is charged with something is there on the day of the document.") },
  { "unit-doubtful", YD_SEVERITY_INFO, N_("Which One?"),
    N_("A name stands for one unit.") },
  { "unit-unknown", YD_SEVERITY_INFO, N_("Unknown Unit"),
    N_("The units of a document are in the directory of its office.") },
  { "mixed-width", YD_SEVERITY_INFO, N_("Mixed Width"),
    N_("Chinese names have full-width brackets, half-width letters and digits, and no spaces.") },
  { "unit-load", YD_SEVERITY_INFO, N_("Large Share"),
    N_("The unit whose business the document is answers in nearly every chapter. To have so much "
       "in a few of them is rare.") },
  { "unit-unused", YD_SEVERITY_INFO, N_("Unused"),
    N_("A unit is there because it answers for something, or belongs to a group.") },
  { "not-confirmed", YD_SEVERITY_INFO, N_("To Check"),
    N_("Before issue somebody has looked at all that was read.") },
};

/* Returns: (nullable): @code if there is such a rule */
const char *
yd_check_find_code (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].code, code) == 0)
      return rules[i].code;

  return NULL;
}

static gsize
find_rule (const char *code)
{
  gsize i;

  for (i = 0; i + 1 < G_N_ELEMENTS (rules) && g_strcmp0 (rules[i].code, code) != 0; i++)
    ;
  g_return_val_if_fail (g_strcmp0 (rules[i].code, code) == 0, 0);

  return i;
}

/* Returns: how bad it is to find @code */
YdSeverity
yd_check_get_severity (const char *code)
{
  return rules[find_rule (code)].severity;
}

/* Returns: one or two words on a finding of @code, translated */
const char *
yd_check_get_word (const char *code)
{
  return _(rules[find_rule (code)].word);
}

/* Returns: a sentence on how it usually is where @code is found, translated */
const char *
yd_check_get_normal (const char *code)
{
  return _(rules[find_rule (code)].normal);
}

/* As in JSON; not translated. */
const char *
yd_severity_get_name (YdSeverity severity)
{
  static const char * const names[] = { "info", "warning", "error" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (names), NULL);

  return names[severity];
}
