/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline.h"
#include "yd-recurrence.h"

G_BEGIN_DECLS

/* A stretch of days, the last one counted. */
typedef struct
{
  YdDay begin;
  YdDay end;
} YdPeriod;

void       _yd_deadline_read_terms (const char * const     *cells,
                                    YdDeadlineTerms        *terms);

gboolean   _yd_period_parse      (const char            *value,
                                  YdDay                  issued,
                                  YdPeriod              *period);
gboolean   _yd_period_contains   (const YdRecurrence    *recurrence,
                                  YdDay                  issued,
                                  YdDay                  day,
                                  YdPeriod              *period);

YdDueState _yd_due_from_recurrence (const YdDeadlineTerms *terms,
                                    const YdDeadlineFacts *facts,
                                    YdWorkCalendar        *calendar,
                                    YdDay                  not_before,
                                    YdDue                 *due);

/* Each time that a deadline is due: see _yd_occurrences_next(). */
typedef struct
{
  YdRow                 *deadline;      /* (nullable): whose terms they are or would be */
  const YdDeadlineTerms *terms;
  YdDeadlineFacts        facts;
  YdWorkCalendar        *calendar;
  gboolean               put_off;       /* somebody asked for that */
  YdRow                 *without;       /* (nullable): a postponement that does not count */
} YdOccurrences;

void       _yd_occurrences_init  (YdOccurrences         *self,
                                  YdRow                 *deadline,
                                  const YdDeadlineTerms *terms,
                                  const YdDeadlineFacts *facts,
                                  YdWorkCalendar        *calendar);
gboolean   _yd_occurrences_next  (YdOccurrences         *self,
                                  YdDue                 *due);
YdDueState _yd_deadline_compute_next
                                 (YdRow                 *deadline,
                                  const YdDeadlineTerms *terms,
                                  const YdDeadlineFacts *facts,
                                  YdWorkCalendar        *calendar,
                                  YdDue                 *due);
gboolean   _yd_deadline_find_before
                                 (YdRow                 *deadline,
                                  const YdDeadlineTerms *terms,
                                  const YdDeadlineFacts *facts,
                                  YdWorkCalendar        *calendar,
                                  YdRow                 *without,
                                  YdDue                 *due);
void       _yd_due_leave_out     (YdDue                 *due,
                                  YdRow                 *deadline,
                                  YdRow                 *without);

YdDay      _yd_deadline_count    (YdWorkCalendar        *calendar,
                                  YdDay                  from,
                                  int                    n,
                                  YdMeasure              measure);
gboolean   _yd_deadline_measure  (const char            *word,
                                  YdMeasure             *measure);
YdDueState _yd_due_end_on        (const YdDeadlineTerms *terms,
                                  YdWorkCalendar        *calendar,
                                  YdRoll                 fallback,
                                  YdDay                  day,
                                  YdDue                 *due);

char      *_yd_due_dup_days      (const YdDue           *due,
                                  YdWorkCalendar        *calendar,
                                  gboolean               working);
char      *_yd_due_dup_notices   (const YdDue           *due,
                                  YdWorkCalendar        *calendar);
char      *_yd_due_dup_provisional
                                 (const YdDue           *due,
                                  YdWorkCalendar        *calendar);

G_END_DECLS
