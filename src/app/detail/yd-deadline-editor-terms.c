/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-editor-private.h"

#include "yd-deadline-value.h"

/* What is filled in, as the terms of a deadline, and back. What a person leaves alone stays as it
 * was read, whatever that was.
 */

/* In the order of the template. */
static const char * const rules[] = {
  "date", "period_end", "after", "recurring", "within", "longterm",
};
static const char * const measures[] = { "workdays", "days", "months", "hours" };
static const char * const anchors[] = { "issued", "received", "event", "start", "finish" };

static const char * const rolls[] = { "", "keep", "next", "previous" };

#define GET(drop_down, words) \
  (words)[MIN (gtk_drop_down_get_selected (drop_down), G_N_ELEMENTS (words) - 1)]

static guint
find_word (const char * const *words,
           guint               n_words,
           const char         *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

#define SET(drop_down, words, word) \
  gtk_drop_down_set_selected (drop_down, find_word (words, G_N_ELEMENTS (words), word))

gboolean
_yd_deadline_editor_rule_is (YdDeadlineEditor *self,
                             const char       *rule)
{
  return g_str_equal (GET (self->rule, rules), rule);
}

gboolean
_yd_deadline_editor_measures (YdDeadlineEditor *self,
                              const char       *measure)
{
  return g_str_equal (GET (self->measure, measures), measure);
}

/* When the document was issued stands in the plan, and so does when a point begins and ends. */
gboolean
_yd_deadline_editor_asks_for_event (YdDeadlineEditor *self)
{
  const char *anchor = GET (self->anchor, anchors);

  return _yd_deadline_editor_rule_is (self, "after") &&
         (g_str_equal (anchor, "event") || g_str_equal (anchor, "received"));
}

gboolean
_yd_deadline_editor_is_by_law (YdDeadlineEditor *self)
{
  return _yd_deadline_editor_rule_is (self, "after") &&
         yd_event_choice_get_law (self->event) != NULL;
}

static gboolean
rule_is_word (YdDeadlineEditor *self,
              const char       *rule)
{
  return rule != NULL && _yd_deadline_editor_rule_is (self, rule);
}

static gboolean
fits (YdDeadlineEditor *self,
      const char       *value)
{
  if (_yd_deadline_editor_rule_is (self, "after"))
    return yd_event_choice_is_valid (self->event);
  if (_yd_deadline_editor_rule_is (self, "recurring"))
    return yd_day_choice_is_valid (self->day);

  return yd_deadline_value_fits (GET (self->rule, rules), value);
}

/* Whether it is still what it was, and with which count and measure, which are not asked
 * for.
 */
static gboolean
keeps_period (YdDeadlineEditor *self)
{
  return _yd_deadline_editor_rule_is (self, "recurring") &&
         yd_period_choice_is_untouched (self->period) &&
         yd_day_choice_is_last (self->day);
}

/* Whether the person left alone what was read, whatever that was. */
static gboolean
is_untouched (YdDeadlineEditor *self)
{
  const char *old = self->deadline != NULL ? yd_row_get_cell (self->deadline, YD_DEADLINE_VALUE)
                                           : NULL;

  if (self->deadline == NULL ||
      !rule_is_word (self, yd_row_get_cell (self->deadline, YD_DEADLINE_RULE)))
    return FALSE;

  if (_yd_deadline_editor_rule_is (self, "recurring"))
    return keeps_period (self);
  if (_yd_deadline_editor_rule_is (self, "after"))
    return yd_event_choice_is_untouched (self->event) &&
           gtk_spin_button_get_value_as_int (self->n) ==
           yd_row_get_int (self->deadline, YD_DEADLINE_N, 1);

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->value)), old != NULL ? old : "");
}

/* Returns: whether @value is what a person may mean, or what was there */
gboolean
_yd_deadline_editor_is_complete (YdDeadlineEditor *self,
                                 const char       *value)
{
  return is_untouched (self) || fits (self, value);
}

char *
_yd_deadline_editor_dup_value (YdDeadlineEditor *self)
{
  if (is_untouched (self))
    return g_strdup (yd_row_get_cell (self->deadline, YD_DEADLINE_VALUE));
  if (_yd_deadline_editor_rule_is (self, "after"))
    return yd_event_choice_dup_value (self->event);
  if (_yd_deadline_editor_rule_is (self, "recurring"))
    return yd_day_choice_dup_value (self->day);
  if (_yd_deadline_editor_rule_is (self, "longterm"))
    return NULL;

  return yd_deadline_value_read (GET (self->rule, rules),
                                 gtk_editable_get_text (GTK_EDITABLE (self->value)));
}

/* Where none was read, one is no better. */
static gint64
get_n (YdDeadlineEditor *self)
{
  gboolean same = self->deadline != NULL &&
                  rule_is_word (self, yd_row_get_cell (self->deadline, YD_DEADLINE_RULE));
  int n = gtk_spin_button_get_value_as_int (self->n);
  const char *measure;

  if (_yd_deadline_editor_rule_is (self, "recurring") && !keeps_period (self))
    return yd_day_choice_get_n (self->day, &measure);
  if (_yd_deadline_editor_is_by_law (self))
    return 0;
  if (!_yd_deadline_editor_rule_is (self, "after") && !_yd_deadline_editor_rule_is (self, "within"))
    return same ? yd_row_get_int (self->deadline, YD_DEADLINE_N, 0) : 0;
  if (same && n == 1 && yd_row_get_cell (self->deadline, YD_DEADLINE_N) == NULL)
    return 0;

  return n;
}

/* The first of the list stands for none as well, which is not ours to fill in. */
static const char *
get_anchor (YdDeadlineEditor *self)
{
  if (self->deadline != NULL && gtk_drop_down_get_selected (self->anchor) == 0 &&
      rule_is_word (self, yd_row_get_cell (self->deadline, YD_DEADLINE_RULE)) &&
      yd_row_get_cell (self->deadline, YD_DEADLINE_ANCHOR) == NULL)
    return NULL;

  return GET (self->anchor, anchors);
}

/* Of what is counted, if anything is. */
static const char *
get_measure (YdDeadlineEditor *self)
{
  const char *measure = NULL;

  if (_yd_deadline_editor_rule_is (self, "after"))
    return _yd_deadline_editor_is_by_law (self) ? NULL : GET (self->measure, measures);
  if (keeps_period (self))
    return yd_row_get_cell (self->deadline, YD_DEADLINE_MEASURE);
  if (_yd_deadline_editor_rule_is (self, "recurring"))
    yd_day_choice_get_n (self->day, &measure);

  return measure;
}

YdDeadlineTerms
_yd_deadline_editor_get_terms (YdDeadlineEditor *self,
                               const char       *value)
{
  const gboolean after = _yd_deadline_editor_rule_is (self, "after");
  const char *roll = GET (self->roll, rolls);

  return (YdDeadlineTerms) {
    .rule = GET (self->rule, rules),
    .value = value != NULL && *value != '\0' ? value : NULL,
    .n = get_n (self),
    .measure = get_measure (self),
    .anchor = after ? get_anchor (self) : NULL,
    /* What is not asked for stays. */
    .anchor_id = self->deadline != NULL && after
                 ? yd_row_get_cell (self->deadline, YD_DEADLINE_ANCHOR_ID) : NULL,
    .roll = *roll != '\0' ? roll : NULL,
    .first = after && gtk_check_button_get_active (self->first),
    .unit = self->deadline != NULL ? yd_row_get_cell (self->deadline, YD_DEADLINE_UNIT) : NULL,
  };
}

/* More than anybody types. */
#define MAX_N 999

/* What is counted back, or for decades, is not cut to what can be typed. */
static void
set_n (YdDeadlineEditor *self,
       int               n)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->n);

  gtk_adjustment_set_lower (adjustment, MIN (n, 1));
  gtk_adjustment_set_upper (adjustment, MAX (n, MAX_N));
  gtk_spin_button_set_value (self->n, n);
}

void
_yd_deadline_editor_load (YdDeadlineEditor *self)
{
  YdRow *row = self->deadline;
  const char *value = yd_row_get_cell (row, YD_DEADLINE_VALUE);

  SET (self->rule, rules, yd_row_get_cell (row, YD_DEADLINE_RULE));
  SET (self->measure, measures, yd_row_get_cell (row, YD_DEADLINE_MEASURE));
  SET (self->anchor, anchors, yd_row_get_cell (row, YD_DEADLINE_ANCHOR));
  SET (self->roll, rolls, yd_row_get_cell (row, YD_DEADLINE_ROLL));
  gtk_check_button_set_active (self->first, yd_row_get_flag (row, YD_DEADLINE_FIRST));
  set_n (self, yd_row_get_int (row, YD_DEADLINE_N, 1));
  gtk_editable_set_text (GTK_EDITABLE (self->value), value != NULL ? value : "");
}

/* Fills the fields in, as a person would. */
void
yd_deadline_editor_fill (YdDeadlineEditor *self,
                         const char       *rule,
                         const char       *value,
                         guint             n)
{
  g_return_if_fail (YD_IS_DEADLINE_EDITOR (self));

  SET (self->rule, rules, rule);
  SET (self->roll, rolls, NULL);
  gtk_check_button_set_active (self->first, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->value), value);
  set_n (self, n);
}

/**
 * yd_deadline_editor_fill_event:
 * @self: an editor
 * @anchor: what it counts from
 * @law: (nullable): the code of the law that sets the term
 * @event: when that was, as a person writes it
 *
 * Fills the fields in, as a person would.
 */
void
yd_deadline_editor_fill_event (YdDeadlineEditor *self,
                               const char       *anchor,
                               const char       *law,
                               const char       *event)
{
  g_return_if_fail (YD_IS_DEADLINE_EDITOR (self));

  SET (self->anchor, anchors, anchor);
  yd_event_choice_fill (self->event, law, event);
}
