/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-private.h"

#include "yd-value.h"

/* What was read of a deadline, in the terms in which a plan keeps it. @value takes what
 * @terms point to, if that had to be made.
 */
void
_yd_outline_deadline_get_terms (const YdOutlineDeadline  *deadline,
                                YdDeadlineTerms          *terms,
                                char                    **value)
{
  static const struct { const char *rule, *measure; } kinds[] = {
    [YD_OUTLINE_DATE]        = { "date", NULL },
    [YD_OUTLINE_WORKDAYS]    = { "after", "workdays" },
    [YD_OUTLINE_DAYS]        = { "after", "days" },
    [YD_OUTLINE_MONTHS]      = { "after", "months" },
    [YD_OUTLINE_HOURS]       = { "after", "hours" },
    [YD_OUTLINE_RECURRING]   = { "recurring", NULL },
    [YD_OUTLINE_WITHIN_YEAR] = { "within", NULL },
    [YD_OUTLINE_LONGTERM]    = { "longterm", NULL },
  };
  static const char * const anchors[] = { NULL, "issued", "received", "event" };
  const guint n = deadline->kind == YD_OUTLINE_WITHIN_YEAR ? deadline->times : deadline->n;

  *terms = (YdDeadlineTerms) {
    .rule = kinds[deadline->kind].rule,
    .value = deadline->value,
    .n = n != YD_OUTLINE_NONE ? n : 0,
    .measure = deadline->measure != NULL ? deadline->measure : kinds[deadline->kind].measure,
    .anchor = anchors[deadline->anchor],
  };

  /* A month or a year ends on its last day, which is not printed. */
  if (deadline->kind == YD_OUTLINE_DATE && !yd_value_to_date (deadline->value, NULL))
    terms->rule = "period_end";

  /* 每年2月底前 is on a day of the year, not at its end. */
  if (deadline->by != NULL)
    terms->value = *value = g_strconcat (deadline->value, deadline->by, NULL);
}
