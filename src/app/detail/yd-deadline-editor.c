/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-period-choice.h"
#include "yd-plan-edits.h"
#include "yd-value.h"
#include "yd-when.h"

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
  YdPeriodChoice  *period;
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

/* Working days never end on a rest day, and hours run through all. */
static void
update_switches (YdDeadlineEditor *self)
{
  const gboolean after = rule_is (self, "after");
  const char *measure = GET (self->measure, measures);
  const gboolean hours = after && g_str_equal (measure, "hours");
  const gboolean workdays = after && g_str_equal (measure, "workdays");

  gtk_widget_set_visible (GTK_WIDGET (self->roll),
                          !rule_is (self, "longterm") && !hours && !workdays);
  gtk_widget_set_visible (GTK_WIDGET (self->first), after && !hours);
}

/* What comes of what is filled in, before it is applied. */
static void
due_cb (YdDeadlineEditor *self)
{
  YdSession *session = self->page != NULL ? yd_page_get_session (self->page) : NULL;
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;
  const YdAnchors known = { .today = yd_when_get_today () };
  g_autofree char *words = NULL;

  if (plan != NULL && self->point != NULL)
    {
      g_autofree char *value = dup_value (self);
      const YdDeadlineTerms terms = get_terms (self, value);
      g_autofree char *day = NULL;
      YdDeadlineFacts facts;
      YdDue due;

      yd_deadline_find_facts (plan, self->point, self->deadline, &terms, &known, &facts);
      yd_deadline_compute_terms (&terms, &facts, yd_session_get_calendar (session), &due);
      day = yd_due_dup_day (&due);
      if (day != NULL)
        words = g_strdup_printf (_("Due: %s"), day);
    }

  update_switches (self);
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
  gtk_widget_set_visible (self->span, after || within);
  gtk_widget_set_visible (GTK_WIDGET (self->measure), after);
  gtk_widget_set_visible (GTK_WIDGET (self->anchor), after);
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
  if (rule_is (self, "date"))
    return yd_value_to_date (value, NULL);

  return (!rule_is (self, "period_end") && !rule_is (self, "within")) ||
         yd_deadline_is_period (value);
}

/* Whether it is still what it was, and with which count and measure, which are not asked
 * for.
 */
static gboolean
keeps_period (YdDeadlineEditor *self)
{
  return rule_is (self, "recurring") && yd_period_choice_is_untouched (self->period);
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
    return gtk_spin_button_get_value_as_int (self->n) ==
           yd_row_get_int (self->deadline, YD_DEADLINE_N, 1);

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->value)), old != NULL ? old : "");
}

/* 2017年三季度, 2017Q3, 2017年上半年. Returns: (transfer full) (nullable) */
static char *
dup_part_of_year (const char *text)
{
  static const char * const figures[] = { "一", "二", "三", "四" };
  g_autoptr(GRegex) regex =
    g_regex_new ("^\\s*(\\d{4})\\D*?(?:([一二三四1-4])季度|[Qq]([1-4])|([上下])半年|[Hh]([12]))",
                 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_auto(GStrv) parts = NULL;
  guint n = 0;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  parts = g_match_info_fetch_all (match);
  for (guint i = 2; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        n = g_str_equal (parts[i], "下") ? 2 : g_str_equal (parts[i], "上") ? 1 : atoi (parts[i]);
        for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
          n = g_str_equal (parts[i], figures[k]) ? k + 1 : n;

        return g_strdup_printf ("%s-%c%u", parts[1], i < 4 ? 'Q' : 'H', n);
      }

  return NULL;
}

/* `2017年6月1日`, `2017/6/1` and `2017.6.1` are dates as well. */
static char *
dup_value (YdDeadlineEditor *self)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *part = NULL;
  GString *value;

  if (is_untouched (self))
    return g_strdup (yd_row_get_cell (self->deadline, YD_DEADLINE_VALUE));

  value = g_string_new (NULL);
  if (rule_is (self, "recurring") && yd_period_choice_get (self->period) != NULL)
    g_string_append (value, yd_period_choice_get (self->period)->code);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->value)))
    return g_string_free (value, FALSE);

  part = rule_is (self, "date") ? NULL
         : dup_part_of_year (gtk_editable_get_text (GTK_EDITABLE (self->value)));
  if (part != NULL)
    {
      g_string_free (value, TRUE);
      return g_steal_pointer (&part);
    }

  parts = g_regex_split_simple ("[^0-9]+", gtk_editable_get_text (GTK_EDITABLE (self->value)),
                                0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (value, value->len > 0 ? "-%02d" : "%d", atoi (parts[i]));

  return g_string_free (value, FALSE);
}

/* Where none was read, one is no better. */
static gint64
get_n (YdDeadlineEditor *self)
{
  gboolean same = self->deadline != NULL &&
                  rule_is_word (self, yd_row_get_cell (self->deadline, YD_DEADLINE_RULE));
  int n = gtk_spin_button_get_value_as_int (self->n);

  if (rule_is (self, "recurring") && !keeps_period (self))
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
    .measure = after ? GET (self->measure, measures)
               : keeps_period (self) ? yd_row_get_cell (self->deadline, YD_DEADLINE_MEASURE)
                                     : NULL,
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
      gtk_label_set_label (self->problem, rule_is (self, "date")
                                          ? _("Write the day as 2017-12-31.")
                                          : _("Write a year as 2017, a month as 2017-12, a "
                                              "quarter as 2017-Q3, a half-year as 2017-H1."));
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
  gtk_widget_class_bind_template_child (widget_class, YdDeadlineEditor, period);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  rule_cb (self);
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
  gtk_spin_button_set_value (self->n, yd_row_get_int (row, YD_DEADLINE_N, 1));
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
  gtk_spin_button_set_value (self->n, n);
}

/* Chooses how often, as a person would. */
void
yd_deadline_editor_choose_period (YdDeadlineEditor *self,
                                  const char       *period)
{
  g_return_if_fail (YD_IS_DEADLINE_EDITOR (self));

  yd_period_choice_choose (self->period, period);
}
