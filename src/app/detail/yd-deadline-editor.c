/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-editor-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-plan-edits.h"

/**
 * YdDeadlineEditor:
 *
 * What a deadline says, in a popover at its row: only the fields that its kind needs.
 * The words of the document are not among them; they stay as they were read.
 */

G_DEFINE_FINAL_TYPE (YdDeadlineEditor, yd_deadline_editor, GTK_TYPE_POPOVER)

/* Working days never end on a rest day, and hours run through all. */
static void
update_switches (YdDeadlineEditor *self)
{
  const gboolean after = _yd_deadline_editor_rule_is (self, "after");
  const gboolean by_law = _yd_deadline_editor_is_by_law (self);
  const gboolean hours = after && !by_law && _yd_deadline_editor_measures (self, "hours");
  const gboolean workdays = by_law || (after && _yd_deadline_editor_measures (self, "workdays"));

  gtk_widget_set_visible (GTK_WIDGET (self->roll),
                          !_yd_deadline_editor_rule_is (self, "longterm") && !hours && !workdays);
  gtk_widget_set_visible (GTK_WIDGET (self->first), after && !hours);
  gtk_widget_set_visible (self->span, (after && !by_law) ||
                                      _yd_deadline_editor_rule_is (self, "within"));
  yd_event_choice_set_asks (self->event, _yd_deadline_editor_asks_for_event (self), hours);
  yd_day_choice_set_period (self->day, _yd_deadline_editor_rule_is (self, "recurring")
                                       ? yd_period_choice_get (self->period) : NULL);
}

/* The words of the day, or why there is none; nothing as long as nothing is filled in. */
static char *
dup_result (const YdDue    *due,
            gboolean        filled_in,
            YdWorkCalendar *calendar)
{
  g_autofree char *day = yd_due_dup_day (due);
  g_autofree char *reason = NULL;

  if (day != NULL)
    return g_strdup_printf (_("Due: %s"), day);
  if (due->state == YD_DUE_NONE || (due->state == YD_DUE_UNCLEAR && !filled_in))
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
      g_autofree char *value = _yd_deadline_editor_dup_value (self);
      const YdDeadlineTerms terms = _yd_deadline_editor_get_terms (self, value);
      YdDue due;

      yd_schedule_compute_due (schedule, self->point, self->deadline, &terms, &due);
      words = dup_result (&due, terms.value != NULL, yd_schedule_get_calendar (schedule));
    }

  gtk_label_set_label (self->due, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due), words != NULL);
}

static void
rule_cb (YdDeadlineEditor *self)
{
  gboolean after = _yd_deadline_editor_rule_is (self, "after");
  gboolean within = _yd_deadline_editor_rule_is (self, "within");
  gboolean date = _yd_deadline_editor_rule_is (self, "date");

  gtk_widget_set_visible (GTK_WIDGET (self->value),
                          date || within || _yd_deadline_editor_rule_is (self, "period_end"));
  gtk_entry_set_placeholder_text (self->value, date ? "2017-12-31" : within ? "2017" : "2017-12");
  gtk_widget_set_visible (GTK_WIDGET (self->measure), after);
  gtk_widget_set_visible (GTK_WIDGET (self->anchor), after);
  gtk_widget_set_visible (GTK_WIDGET (self->event), after);
  gtk_widget_set_visible (GTK_WIDGET (self->period),
                          _yd_deadline_editor_rule_is (self, "recurring"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  due_cb (self);
}

static void
check_cb (YdDeadlineEditor *self)
{
  gtk_widget_hide (GTK_WIDGET (self->problem));
  due_cb (self);
}

static YdEdit *
make_edit (YdDeadlineEditor *self,
           const char       *value)
{
  YdSession *session = yd_page_get_session (self->page);
  YdDeadlineTerms terms = _yd_deadline_editor_get_terms (self, value);
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
  if (_yd_deadline_editor_rule_is (self, "date"))
    return _("Write the day as 2017-12-31.");
  if (_yd_deadline_editor_rule_is (self, "after"))
    return _("Write the day as 2017-06-01, with the time as 2017-06-01 14:20.");
  if (_yd_deadline_editor_rule_is (self, "recurring"))
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
  g_autofree char *value = _yd_deadline_editor_dup_value (self);
  g_autoptr(YdEdit) edit = NULL;

  if (!_yd_deadline_editor_is_complete (self, value))
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
    _yd_deadline_editor_load (self);
  else
    yd_deadline_editor_fill (self, "date", "", 15);
  rule_cb (self);
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
