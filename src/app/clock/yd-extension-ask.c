/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-extension-ask.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-deadline-words.h"
#include "yd-extension-words.h"
#include "yd-plan-edits.h"

/**
 * YdExtensionAsk:
 *
 * Asks to which day a deadline of a point shall be put off, why, and for whom, and commits
 * that it was asked for. What is due changes when that is granted, see #YdExtensionAnswer.
 */

struct _YdExtensionAsk
{
  GtkPopover   parent_instance;

  /* Owned */
  GPtrArray   *deadlines;       /* of YdRow: what can be put off */
  GPtrArray   *units;           /* of YdRow: who may ask for it */

  /* Borrowed */
  YdPage      *page;

  /* Template */
  GtkDropDown *deadline;
  GtkEditable *until;
  GtkEditable *reason;
  GtkDropDown *unit;
  GtkLabel    *result;
  GtkLabel    *problem;
};

G_DEFINE_FINAL_TYPE (YdExtensionAsk, yd_extension_ask, GTK_TYPE_POPOVER)

static YdPlan *
get_plan (YdExtensionAsk *self)
{
  return yd_session_get_plan (yd_page_get_session (self->page));
}

static YdRow *
get_deadline (YdExtensionAsk *self)
{
  const guint i = gtk_drop_down_get_selected (self->deadline);

  return i < self->deadlines->len ? g_ptr_array_index (self->deadlines, i) : NULL;
}

static void
changed_cb (YdExtensionAsk *self)
{
  YdRow *deadline = get_deadline (self);
  YdSchedule *schedule;
  g_autofree char *words = NULL;

  if (self->page == NULL || deadline == NULL)
    return;

  schedule = yd_session_get_schedule (yd_page_get_session (self->page));
  words = yd_extension_dup_result (schedule, deadline, NULL,
                                   yd_extension_read_until (self->page, self->until));
  yd_extension_say (self->result, words);
  yd_extension_say (self->problem, NULL);
}

/* A deadline that is for one unit is put off for that one. */
static void
deadline_cb (YdExtensionAsk *self)
{
  YdRow *deadline = get_deadline (self);

  gtk_widget_set_visible (GTK_WIDGET (self->unit), self->units->len > 0 && deadline != NULL &&
                          yd_row_get_cell (deadline, YD_DEADLINE_UNIT) == NULL);
  changed_cb (self);
}

/* Returns: (nullable): who asks, as far as that is said */
static YdRow *
get_unit (YdExtensionAsk *self)
{
  const char *only = yd_row_get_cell (get_deadline (self), YD_DEADLINE_UNIT);
  const guint i = gtk_drop_down_get_selected (self->unit);

  if (only != NULL)
    return yd_space_lookup (YD_SPACE (get_plan (self)), YD_KIND_UNIT, only);

  return i > 0 && i <= self->units->len ? g_ptr_array_index (self->units, i - 1) : NULL;
}

/**
 * yd_extension_ask_apply:
 * @self: a question that is open
 *
 * Commits what it says, and goes.
 *
 * Returns: whether it is in force; if not, it says why
 */
gboolean
yd_extension_ask_apply (YdExtensionAsk *self)
{
  YdSession *session = yd_page_get_session (self->page);
  YdRow *deadline = get_deadline (self);
  const YdDay until = yd_extension_read_until (self->page, self->until);
  g_autofree char *problem = NULL, *id = NULL;
  g_autoptr(YdEdit) edit = NULL;

  g_return_val_if_fail (deadline != NULL, FALSE);

  problem = yd_extension_dup_problem (yd_session_get_schedule (session), deadline, NULL, until);
  if (problem != NULL)
    {
      yd_extension_say (self->problem, problem);
      gtk_widget_grab_focus (GTK_WIDGET (self->until));
      return FALSE;
    }

  id = yd_session_new_id (session);
  edit = yd_plan_edit_ask_postponement (deadline, id, get_unit (self), until,
                                        gtk_editable_get_text (self->reason));
  if (!yd_page_commit (self->page, edit))
    return FALSE;

  gtk_popover_popdown (GTK_POPOVER (self));
  return TRUE;
}

static void
apply_cb (YdExtensionAsk *self)
{
  yd_extension_ask_apply (self);
}

static void
yd_extension_ask_dispose (GObject *object)
{
  YdExtensionAsk *self = YD_EXTENSION_ASK (object);

  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXTENSION_ASK);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_extension_ask_parent_class)->dispose (object);
}

static void
yd_extension_ask_class_init (YdExtensionAskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_extension_ask_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-extension-ask.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAsk, deadline);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAsk, until);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAsk, reason);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAsk, unit);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAsk, result);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAsk, problem);
  gtk_widget_class_bind_template_callback (widget_class, deadline_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
yd_extension_ask_init (YdExtensionAsk *self)
{
  self->deadlines = g_ptr_array_new_with_free_func (g_object_unref);
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  /* What has the keyboard is the button in it. */
  yd_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->deadline)),
                          _("Which deadline"));
  yd_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->unit)),
                          _("Who asks for it"));
}

/* Long-term duties have no day, and what a person has refused does not count. */
static gboolean
can_be_put_off (YdSchedule *schedule,
                YdRow      *deadline)
{
  YdDue due;

  return !yd_plan_is_refused (deadline) &&
         yd_schedule_get_due (schedule, deadline, &due) >= YD_DUE_DAY;
}

/* Returns: (transfer full): the deadlines of @point that have a day, and in any case @named */
static GPtrArray *
list_deadlines (YdSchedule *schedule,
                YdPoint    *point,
                YdRow      *named)
{
  GPtrArray *deadlines = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *rows = yd_point_get_deadlines (point);
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (row == named || can_be_put_off (schedule, row))
        g_ptr_array_add (deadlines, g_steal_pointer (&row));
    }

  return deadlines;
}

/**
 * yd_extension_ask_is_possible:
 * @session: a session
 * @point: a point of its plan
 * @deadline: (nullable): one of its deadlines
 *
 * Returns: whether @deadline, or else anything of @point, can be put off, and by us
 */
gboolean
yd_extension_ask_is_possible (YdSession *session,
                              YdPoint   *point,
                              YdRow     *deadline)
{
  YdSchedule *schedule = yd_session_get_schedule (session);
  g_autoptr(GPtrArray) deadlines = NULL;

  if (schedule == NULL || yd_session_get_read_only (session))
    return FALSE;
  if (deadline != NULL)
    return can_be_put_off (schedule, deadline);

  deadlines = list_deadlines (schedule, point, NULL);

  return deadlines->len > 0;
}

static void
show_deadlines (YdExtensionAsk *self,
                YdRow          *chosen)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->deadlines->len; i++)
    {
      YdRow *deadline = g_ptr_array_index (self->deadlines, i);
      const char *words = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);
      g_autofree char *rule = NULL;
      YdDeadlineTerms terms;

      yd_deadline_get_terms (deadline, &terms);
      rule = yd_deadline_dup_rule (&terms);
      gtk_string_list_append (names, words != NULL ? words : rule);
      if (deadline == chosen)
        selected = i;
    }

  gtk_drop_down_set_model (self->deadline, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->deadline, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline), self->deadlines->len > 1);
}

static void
show_units (YdExtensionAsk *self,
            YdPoint        *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->units, 0);
  gtk_string_list_append (names, _("Who asks is not said"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (get_plan (self), assignment);

      if (unit == NULL || yd_plan_is_refused (assignment))
        continue;
      g_ptr_array_add (self->units, g_object_ref (unit));
      gtk_string_list_append (names, yd_row_get_cell (unit, YD_UNIT_NAME));
    }

  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->unit, 0);
}

/**
 * yd_extension_ask_open:
 * @self: a question
 * @page: where it commits; must live as long
 * @point: a point with something that can be put off
 * @deadline: (nullable): which of its deadlines, to begin with; one that cannot be put off is
 *   shown as that, and never another in its place
 *
 * Says what it is about; whoever calls has it pop up. Nothing is changed before it is applied.
 */
void
yd_extension_ask_open (YdExtensionAsk *self,
                       YdPage         *page,
                       YdPoint        *point,
                       YdRow          *deadline)
{
  g_return_if_fail (YD_IS_EXTENSION_ASK (self));

  self->page = page;
  g_ptr_array_unref (self->deadlines);
  self->deadlines = list_deadlines (yd_session_get_schedule (yd_page_get_session (page)), point,
                                    deadline);
  show_units (self, point);
  show_deadlines (self, deadline);
  gtk_editable_set_text (self->until, "");
  gtk_editable_set_text (self->reason, "");
  deadline_cb (self);
}

/* Fills the fields in, as a person would; @unit is the name of who asks, or %NULL. */
void
yd_extension_ask_fill (YdExtensionAsk *self,
                       const char     *until,
                       const char     *reason,
                       const char     *unit)
{
  g_return_if_fail (YD_IS_EXTENSION_ASK (self));

  gtk_editable_set_text (self->until, until);
  gtk_editable_set_text (self->reason, reason);
  gtk_drop_down_set_selected (self->unit, 0);
  for (guint i = 0; i < self->units->len; i++)
    if (g_strcmp0 (yd_row_get_cell (g_ptr_array_index (self->units, i), YD_UNIT_NAME), unit) == 0)
      gtk_drop_down_set_selected (self->unit, i + 1);
}
