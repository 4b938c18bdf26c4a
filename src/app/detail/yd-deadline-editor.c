/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-deadline-value.h"
#include "yd-event-choice.h"
#include "yd-period-choice.h"
#include "yd-plan-edits.h"

/**
 * YdDeadlineEditor:
 *
 * What a deadline says, in a popover at its row: only the fields that its kind needs.
 * The words of the document are not among them; they stay as they were read.
 */

struct _YdDeadlineEditor
{
  GtkPopover       parent_instance;

  /* Owned */
  YdPoint         *point;
  YdRow           *deadline;            /* (nullable): a new one */

  /* Borrowed */
  YdPage          *page;

  /* Template */
  GtkDropDown     *rule;
  GtkEntry        *value;
  GtkWidget       *span;
  GtkSpinButton   *n;
  GtkDropDown     *measure;
  GtkDropDown     *anchor;
  YdEventChoice   *event;
  YdPeriodChoice  *period;
  YdDayChoice     *day;
  GtkCheckButton  *internal;
  GtkDropDown     *roll;
  GtkCheckButton  *first;
  GtkLabel        *due;
  GtkLabel        *problem;
  GtkWidget       *remove;
};

G_DEFINE_FINAL_TYPE (YdDeadlineEditor, yd_deadline_editor, GTK_TYPE_POPOVER)

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

static gboolean
rule_is (YdDeadlineEditor *self,
         const char       *rule)
{
  return g_str_equal (GET (self->rule, rules), rule);
}

static YdDeadlineTerms get_terms (YdDeadlineEditor *self,
                                  const char       *value);
static char           *dup_value (YdDeadlineEditor *self);

/* When the document was issued stands in the plan, and so does when a point begins and ends. */
static gboolean
asks_for_event (YdDeadlineEditor *self)
{
  const char *anchor = GET (self->anchor, anchors);

  return rule_is (self, "after") &&
         (g_str_equal (anchor, "event") || g_str_equal (anchor, "received"));
}

static gboolean
is_by_law (YdDeadlineEditor *self)
{
  return rule_is (self, "after") && yd_event_choice_get_law (self->event) != NULL;
}

/* Working days never end on a rest day, and hours run through all. */
static void
update_switches (YdDeadlineEditor *self)
{
  const gboolean after = rule_is (self, "after");
  const char *measure = GET (self->measure, measures);
  const gboolean by_law = is_by_law (self);
  const gboolean hours = after && !by_law && g_str_equal (measure, "hours");
  const gboolean workdays = by_law || (after && g_str_equal (measure, "workdays"));

  gtk_widget_set_visible (GTK_WIDGET (self->roll),
                          !rule_is (self, "longterm") && !hours && !workdays);
  gtk_widget_set_visible (GTK_WIDGET (self->first), after && !hours);
  gtk_widget_set_visible (self->span, (after && !by_law) || rule_is (self, "within"));
  yd_event_choice_set_asks (self->event, asks_for_event (self), hours);
  yd_day_choice_set_period (self->day, rule_is (self, "recurring")
                                       ? yd_period_choice_get (self->period) : NULL);
}

/* The words of the day, or why there is none. */
static char *
dup_result (const YdDue    *due,
            YdWorkCalendar *calendar)
{
  g_autofree char *day = yd_due_dup_day (due);
  g_autofree char *reason = NULL;

  if (day != NULL)
    return g_strdup_printf (_("Due: %s"), day);
  if (due->state == YD_DUE_NONE)
    return NULL;

  reason = yd_due_dup_reason (due, NULL, calendar);

  return g_steal_pointer (&reason);
}

/* What comes of what is filled in, before it is applied. */
static void
due_cb (YdDeadlineEditor *self)
{
  YdSession *session = self->page != NULL ? yd_page_get_session (self->page) : NULL;
  YdSchedule *schedule = session != NULL ? yd_session_get_schedule (session) : NULL;
  g_autofree char *words = NULL;

  update_switches (self);
  if (schedule != NULL && self->point != NULL)
    {
      g_autofree char *value = dup_value (self);
      const YdDeadlineTerms terms = get_terms (self, value);
      YdDue due;

      yd_schedule_compute_due (schedule, self->point, self->deadline, &terms, &due);
      words = dup_result (&due, yd_schedule_get_calendar (schedule));
    }

  gtk_label_set_label (self->due, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due), words != NULL);
}

static void
rule_cb (YdDeadlineEditor *self)
{
  gboolean after = rule_is (self, "after"), within = rule_is (self, "within");
  gboolean date = rule_is (self, "date");

  gtk_widget_set_visible (GTK_WIDGET (self->value),
                          date || within || rule_is (self, "period_end"));
  gtk_entry_set_placeholder_text (self->value, date ? "2017-12-31" : within ? "2017" : "2017-12");
  gtk_widget_set_visible (GTK_WIDGET (self->measure), after);
  gtk_widget_set_visible (GTK_WIDGET (self->anchor), after);
  gtk_widget_set_visible (GTK_WIDGET (self->event), after);
  gtk_widget_set_visible (GTK_WIDGET (self->period), rule_is (self, "recurring"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  due_cb (self);
}

static void
check_cb (YdDeadlineEditor *self)
{
  gtk_widget_hide (GTK_WIDGET (self->problem));
  due_cb (self);
}

static gboolean
rule_is_word (YdDeadlineEditor *self,
              const char       *rule)
{
  return rule != NULL && rule_is (self, rule);
}

static gboolean
fits (YdDeadlineEditor *self,
      const char       *value)
{
  if (rule_is (self, "after"))
    return yd_event_choice_is_valid (self->event);
  if (rule_is (self, "recurring"))
    return yd_day_choice_is_valid (self->day);

  return yd_deadline_value_fits (GET (self->rule, rules), value);
}

/* Whether it is still what it was, and with which count and measure, which are not asked
 * for.
 */
static gboolean
keeps_period (YdDeadlineEditor *self)
{
  return rule_is (self, "recurring") && yd_period_choice_is_untouched (self->period) &&
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

  if (rule_is (self, "recurring"))
    return keeps_period (self);
  if (rule_is (self, "after"))
    return yd_event_choice_is_untouched (self->event) &&
           gtk_spin_button_get_value_as_int (self->n) ==
           yd_row_get_int (self->deadline, YD_DEADLINE_N, 1);

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->value)), old != NULL ? old : "");
}

static char *
dup_value (YdDeadlineEditor *self)
{
  if (is_untouched (self))
    return g_strdup (yd_row_get_cell (self->deadline, YD_DEADLINE_VALUE));
  if (rule_is (self, "after"))
    return yd_event_choice_dup_value (self->event);
  if (rule_is (self, "recurring"))
    return yd_day_choice_dup_value (self->day);
  if (rule_is (self, "longterm"))
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

  if (rule_is (self, "recurring") && !keeps_period (self))
    return yd_day_choice_get_n (self->day, &measure);
  if (is_by_law (self))
    return 0;
  if (!rule_is (self, "after") && !rule_is (self, "within"))
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

  if (rule_is (self, "after"))
    return is_by_law (self) ? NULL : GET (self->measure, measures);
  if (keeps_period (self))
    return yd_row_get_cell (self->deadline, YD_DEADLINE_MEASURE);
  if (rule_is (self, "recurring"))
    yd_day_choice_get_n (self->day, &measure);

  return measure;
}

static YdDeadlineTerms
get_terms (YdDeadlineEditor *self,
           const char       *value)
{
  const gboolean after = rule_is (self, "after");
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

static YdEdit *
make_edit (YdDeadlineEditor *self,
           const char       *value)
{
  YdSession *session = yd_page_get_session (self->page);
  YdDeadlineTerms terms = get_terms (self, value);
  g_autofree char *id = NULL;

  if (self->deadline != NULL)
    return yd_plan_edit_edit_deadline (self->deadline, &terms);

  id = yd_session_new_id (session);

  return yd_plan_edit_add_deadline (self->point, id,
                                    gtk_check_button_get_active (self->internal) ? "internal"
                                                                                 : "stated",
                                    &terms, NULL, yd_session_get_ids (session));
}

static const char *
get_problem (YdDeadlineEditor *self)
{
  if (rule_is (self, "date"))
    return _("Write the day as 2017-12-31.");
  if (rule_is (self, "after"))
    return _("Write the day as 2017-06-01, with the time as 2017-06-01 14:20.");
  if (rule_is (self, "recurring"))
    return _("Write the month and the day as 03-31.");

  return _("Write a year as 2017, a month as 2017-12, a quarter as 2017-Q3, a half-year as "
           "2017-H1.");
}

/**
 * yd_deadline_editor_apply:
 * @self: an editor
 *
 * Commits what it says, and goes.
 *
 * Returns: whether it is in force; if not, the editor says why
 */
gboolean
yd_deadline_editor_apply (YdDeadlineEditor *self)
{
  g_autofree char *value = dup_value (self);
  g_autoptr(YdEdit) edit = NULL;

  if (!is_untouched (self) && !fits (self, value))
    {
      gtk_label_set_label (self->problem, get_problem (self));
      gtk_widget_show (GTK_WIDGET (self->problem));
      return FALSE;
    }

  edit = make_edit (self, value);
  if (!yd_page_commit (self->page, edit))
    return FALSE;

  gtk_popover_popdown (GTK_POPOVER (self));
  return TRUE;
}

static void
apply_cb (YdDeadlineEditor *self)
{
  yd_deadline_editor_apply (self);
}

static void
remove_cb (YdDeadlineEditor *self)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_deadline (self->deadline);

  gtk_popover_popdown (GTK_POPOVER (self));
  yd_page_commit (self->page, edit);
}

static void
yd_deadline_editor_dispose (GObject *object)
{
  YdDeadlineEditor *self = YD_DEADLINE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_DEADLINE_EDITOR);
  g_clear_object (&self->point);
  g_clear_object (&self->deadline);

  G_OBJECT_CLASS (yd_deadline_editor_parent_class)->dispose (object);
}

static void
yd_deadline_editor_class_init (YdDeadlineEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_deadline_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-deadline-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, rule);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, value);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, span);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, n);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, measure);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, anchor);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, event);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, period);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, day);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, internal);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, roll);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, first);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, due);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, rule_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
yd_deadline_editor_init (YdDeadlineEditor *self)
{
  g_type_ensure (YD_TYPE_PERIOD_CHOICE);
  g_type_ensure (YD_TYPE_EVENT_CHOICE);
  g_type_ensure (YD_TYPE_DAY_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  rule_cb (self);
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

static void
load (YdDeadlineEditor *self)
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

/**
 * yd_deadline_editor_edit:
 * @self: an editor
 * @page: where it commits; must live as long as @self
 * @point: a point
 * @deadline: (nullable): one of its deadlines, or none for a new one
 *
 * Says what it is about. Nothing is changed before it is applied.
 */
void
yd_deadline_editor_edit (YdDeadlineEditor *self,
                         YdPage           *page,
                         YdPoint          *point,
                         YdRow            *deadline)
{
  g_return_if_fail (YD_IS_DEADLINE_EDITOR (self));

  self->page = page;
  g_set_object (&self->point, point);
  g_set_object (&self->deadline, deadline);

  /* Who states a deadline is fixed when it is made. */
  gtk_widget_set_visible (GTK_WIDGET (self->internal), deadline == NULL);
  gtk_widget_set_visible (self->remove, deadline != NULL);
  yd_period_choice_set_deadline (self->period, deadline);
  yd_event_choice_set_deadline (self->event, deadline);
  yd_day_choice_fill (self->day, YD_DAY_KIND_LAST, 1, NULL, NULL);
  if (deadline != NULL)
    load (self);
  else
    yd_deadline_editor_fill (self, "date", "", 15);
  rule_cb (self);
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

/* Chooses on which day of it, as a person would; see yd_day_choice_fill(). */
void
yd_deadline_editor_fill_day (YdDeadlineEditor *self,
                             YdDayKind         kind,
                             int               n,
                             const char       *measure,
                             const char       *date)
{
  g_return_if_fail (YD_IS_DEADLINE_EDITOR (self));

  yd_day_choice_fill (self->day, kind, n, measure, date);
}

/* Chooses how often, as a person would. */
void
yd_deadline_editor_choose_period (YdDeadlineEditor *self,
                                  const char       *period)
{
  g_return_if_fail (YD_IS_DEADLINE_EDITOR (self));

  yd_period_choice_choose (self->period, period);
}
