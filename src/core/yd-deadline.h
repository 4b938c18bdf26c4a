/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-moment.h"
#include "yd-statute.h"
#include "yd-work-calendar.h"

G_BEGIN_DECLS

/**
 * YdDeadlineTerms:
 * @rule: as in the schema, such as `date`
 * @value: (nullable): a date, a period, the code of a statute; see yd_deadline_compute_terms()
 * @n: a count, or 0 for none
 * @measure: (nullable): of what
 * @anchor: (nullable): from when
 * @anchor_id: (nullable): from which point
 * @roll: (nullable): what a rest day does to it
 * @first: whether the first day counts
 * @unit: (nullable): the id of the unit for which alone it is
 *
 * What a deadline says, in canonical text.
 */
typedef struct
{
  const char *rule;
  const char *value;
  gint64      n;
  const char *measure;
  const char *anchor;
  const char *anchor_id;
  const char *roll;
  gboolean    first;
  const char *unit;
} YdDeadlineTerms;

/**
 * YdDeadlineFacts:
 * @issued: the day of issue of the document, or %YD_DAY_NONE
 * @today: as in #YdAnchors
 * @anchor: when that was which the terms count from, if it is known
 *
 * What has to be known besides the terms.
 */
typedef struct
{
  YdDay    issued;
  YdDay    today;
  YdMoment anchor;
} YdDeadlineFacts;

/**
 * YdAnchorFunc:
 * @point: (nullable): the point that the terms are for
 * @terms: what a deadline says that counts from something: its `anchor` is `issued`, `received`,
 *   `event`, `start` or `finish`
 * @moment: (out): when that was or will be
 * @user_data: what the caller gave
 *
 * Returns: whether it is known; if not, what stands in the plan is asked
 */
typedef gboolean (* YdAnchorFunc) (YdPoint               *point,
                                   const YdDeadlineTerms *terms,
                                   YdMoment              *moment,
                                   gpointer               user_data);

/**
 * YdAnchors:
 * @today: recurrences are asked for the next one from here on, %YD_DAY_NONE for the first
 * @find: (nullable): knows when things start, finish, happen or arrive
 * @user_data: for @find
 */
typedef struct
{
  YdDay        today;
  YdAnchorFunc find;
  gpointer     user_data;
} YdAnchors;

/**
 * YdDueState:
 * @YD_DUE_NONE: there is no date by its nature: long-term, or none stated
 * @YD_DUE_WAITING: what it counts from is not known yet
 * @YD_DUE_UNCLEAR: what is written there makes no date
 * @YD_DUE_BEYOND: it would lie outside the years that are counted in
 * @YD_DUE_DAY: due in the course of a day
 * @YD_DUE_TIME: due at a minute
 */
typedef enum
{
  YD_DUE_NONE,
  YD_DUE_WAITING,
  YD_DUE_UNCLEAR,
  YD_DUE_BEYOND,
  YD_DUE_DAY,
  YD_DUE_TIME,
} YdDueState;

typedef enum
{
  YD_MEASURE_WORKDAYS,
  YD_MEASURE_DAYS,
  YD_MEASURE_MONTHS,
  YD_MEASURE_HOURS,
} YdMeasure;

typedef enum
{
  YD_ROLL_KEEP,
  YD_ROLL_NEXT,
  YD_ROLL_PREVIOUS,
} YdRoll;

/**
 * YdDue:
 * @state: whether there is a date
 * @day: the last day, or %YD_DAY_NONE
 * @minute: the last minute of an hour term, or %YD_MINUTE_NONE
 * @anchor: what it was counted from, or %YD_DAY_NONE where nothing was counted
 * @anchor_minute: likewise
 * @nominal: where it fell before a rest day moved it; @day if none did
 * @begin: the first day of the period that ends with it, or %YD_DAY_NONE
 * @n: how many were counted
 * @measure: of what
 * @times: how often it is to be done in the period, or 0
 * @first: whether the first day was counted
 * @recurs: whether there are more of it
 * @provisional: a year that it was counted through is not announced yet
 * @statute: (nullable): the law that set the term
 * @stated: when it was due before it was put off to @day, or %YD_MOMENT_NONE
 *
 * When a deadline is due, and how that was found. Plain: to be copied and dropped.
 */
typedef struct
{
  YdDueState       state;
  YdDay            day;
  int              minute;
  YdDay            anchor;
  int              anchor_minute;
  YdDay            nominal;
  YdDay            begin;
  int              n;
  YdMeasure        measure;
  int              times;
  gboolean         first;
  gboolean         recurs;
  gboolean         provisional;
  const YdStatute *statute;
  YdMoment         stated;
} YdDue;

/**
 * YdDuePart:
 * @YD_DUE_PART_QUOTE: the words of the source
 * @YD_DUE_PART_ANCHOR: what was counted from
 * @YD_DUE_PART_COUNT: what was counted, and where it ends
 * @YD_DUE_PART_ROLL: what a rest day did to it
 * @YD_DUE_PART_HOLIDAYS: the holidays passed
 * @YD_DUE_PART_MAKE_UPS: the weekend days that were worked, and counted
 * @YD_DUE_PART_NOTICE: by which notices
 * @YD_DUE_PART_PROVISIONAL: that a year is not announced yet
 * @YD_DUE_PART_PUT_OFF: to which day it was put off
 *
 * What a sentence about a due date consists of, in this order.
 */
typedef enum
{
  YD_DUE_PART_QUOTE,
  YD_DUE_PART_ANCHOR,
  YD_DUE_PART_COUNT,
  YD_DUE_PART_ROLL,
  YD_DUE_PART_HOLIDAYS,
  YD_DUE_PART_MAKE_UPS,
  YD_DUE_PART_NOTICE,
  YD_DUE_PART_PROVISIONAL,
  YD_DUE_PART_PUT_OFF,
  YD_DUE_N_PARTS
} YdDuePart;

typedef void (* YdDueFunc) (const YdDue *due,
                            gpointer     user_data);

void       yd_deadline_get_terms          (YdRow                 *deadline,
                                           YdDeadlineTerms       *terms);
gboolean   yd_deadline_is_period          (const char            *value);
YdMoment   yd_deadline_get_event          (const char            *value);
char      *yd_deadline_dup_event          (const char            *code,
                                           YdMoment               event)
                                           G_GNUC_WARN_UNUSED_RESULT;
void       yd_deadline_find_facts         (YdPlan                *plan,
                                           YdPoint               *point,
                                           const YdDeadlineTerms *terms,
                                           const YdAnchors       *anchors,
                                           YdDeadlineFacts       *facts);
YdDueState yd_deadline_compute            (YdPlan                *plan,
                                           YdRow                 *deadline,
                                           YdWorkCalendar        *calendar,
                                           const YdAnchors       *anchors,
                                           YdDue                 *due);
YdDueState yd_deadline_compute_terms      (const YdDeadlineTerms *terms,
                                           const YdDeadlineFacts *facts,
                                           YdWorkCalendar        *calendar,
                                           YdDue                 *due);
void       yd_deadline_foreach_occurrence (YdPlan                *plan,
                                           YdRow                 *deadline,
                                           YdWorkCalendar        *calendar,
                                           const YdAnchors       *anchors,
                                           YdDay                  from,
                                           YdDay                  to,
                                           YdDueFunc              func,
                                           gpointer               user_data);

char      *yd_due_dup_part                (const YdDue           *due,
                                           YdRow                 *deadline,
                                           YdWorkCalendar        *calendar,
                                           YdDuePart              part) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_due_dup_day                 (const YdDue           *due) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_due_dup_reason              (const YdDue           *due,
                                           YdRow                 *deadline,
                                           YdWorkCalendar        *calendar)
                                           G_GNUC_WARN_UNUSED_RESULT;
char      *yd_due_dup_words               (const YdDue           *due,
                                           YdRow                 *deadline,
                                           YdWorkCalendar        *calendar)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
