/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-extension-answer.h"

#include "yd-accessible.h"
#include "yd-extension-words.h"
#include "yd-plan-edits.h"

/**
 * YdExtensionAnswer:
 *
 * What the office says to somebody who asked for more time: granted, to that day or to
 * another, or not; who said so, and when. What was decided can be decided anew.
 */

struct _YdExtensionAnswer
{
  GtkPopover   parent_instance;

  /* Owned */
  YdRow       *postponement;

  /* Borrowed */
  YdPage      *page;

  /* Template */
  GtkLabel    *asked;
  GtkLabel    *reason;
  GtkEditable *until;
  GtkEditable *note;
  GtkLabel    *result;
  GtkLabel    *problem;
  GtkWidget   *refuse;
};

G_DEFINE_FINAL_TYPE (YdExtensionAnswer, yd_extension_answer, GTK_TYPE_POPOVER)

static YdSchedule *
get_schedule (YdExtensionAnswer *self)
{
  return yd_session_get_schedule (yd_page_get_session (self->page));
}

/* What is granted already is granted again, with another note. */
static gboolean
is_in_force (YdExtensionAnswer *self)
{
  const char *state = yd_row_get_cell (self->postponement, YD_POSTPONEMENT_STATE);

  return g_strcmp0 (state, "granted") == 0 &&
         yd_extension_read_until (self->page, self->until) ==
         yd_day_parse (yd_row_get_cell (self->postponement, YD_POSTPONEMENT_UNTIL));
}

static void
changed_cb (YdExtensionAnswer *self)
{
  g_autofree char *words = NULL;

  if (self->page == NULL)
    return;

  if (!is_in_force (self))
    words = yd_extension_dup_result (get_schedule (self), yd_row_get_home (self->postponement),
                                     self->postponement,
                                     yd_extension_read_until (self->page, self->until));
  yd_extension_say (self->result, words);
  yd_extension_say (self->problem, NULL);
}

/* It may be made anew by the edit. */
static gboolean
commit (YdExtensionAnswer *self,
        YdEdit            *edit)
{
  g_autoptr(YdExtensionAnswer) alive = g_object_ref (self);
  g_autofree char *gone = yd_extension_dup_gone (yd_schedule_get_plan (get_schedule (self)),
                                                 self->postponement);

  if (gone != NULL)
    {
      yd_extension_say (self->problem, gone);
      return FALSE;
    }
  if (!yd_page_commit (self->page, edit))
    return FALSE;

  gtk_popover_popdown (GTK_POPOVER (self));
  return TRUE;
}

/**
 * yd_extension_answer_grant:
 * @self: an answer that is open
 *
 * Commits that it is granted, and goes.
 *
 * Returns: whether it is in force; if not, it says why
 */
gboolean
yd_extension_answer_grant (YdExtensionAnswer *self)
{
  YdRow *deadline = yd_row_get_home (self->postponement);
  const YdDay until = yd_extension_read_until (self->page, self->until);
  g_autofree char *problem = NULL, *id = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (!is_in_force (self))
    problem = yd_extension_dup_problem (get_schedule (self), deadline, self->postponement,
                                        until);
  if (problem != NULL)
    {
      yd_extension_say (self->problem, problem);
      gtk_widget_grab_focus (GTK_WIDGET (self->until));
      return FALSE;
    }

  id = yd_session_new_id (yd_page_get_session (self->page));
  edit = yd_plan_edit_grant_postponement (self->postponement, id, until,
                                          gtk_editable_get_text (self->note));

  return commit (self, edit);
}

/* Commits that it is not granted, and goes. Returns: whether that is in force */
gboolean
yd_extension_answer_refuse (YdExtensionAnswer *self)
{
  g_autoptr(YdEdit) edit =
    yd_plan_edit_refuse_postponement (self->postponement, gtk_editable_get_text (self->note));

  return commit (self, edit);
}

static void
grant_cb (YdExtensionAnswer *self)
{
  yd_extension_answer_grant (self);
}

static void
refuse_cb (YdExtensionAnswer *self)
{
  yd_extension_answer_refuse (self);
}

static void
remove_cb (YdExtensionAnswer *self)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_postponement (self->postponement);

  commit (self, edit);
}

static void
yd_extension_answer_dispose (GObject *object)
{
  YdExtensionAnswer *self = YD_EXTENSION_ANSWER (object);

  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXTENSION_ANSWER);
  g_clear_object (&self->postponement);

  G_OBJECT_CLASS (yd_extension_answer_parent_class)->dispose (object);
}

static void
yd_extension_answer_class_init (YdExtensionAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_extension_answer_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-extension-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, asked);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, reason);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, until);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, note);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, result);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, problem);
  gtk_widget_class_bind_template_child (widget_class, YdExtensionAnswer, refuse);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, grant_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
yd_extension_answer_init (YdExtensionAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

/**
 * yd_extension_answer_open:
 * @self: an answer
 * @page: where it commits; must live as long
 * @postponement: what was asked for
 *
 * Says what was asked for; whoever calls has it pop up. Nothing is changed before it is granted
 * or refused.
 */
void
yd_extension_answer_open (YdExtensionAnswer *self,
                          YdPage            *page,
                          YdRow             *postponement)
{
  const char *note = yd_row_get_cell (postponement, YD_POSTPONEMENT_DECIDED);
  g_autofree char *asked = yd_postponement_dup_words (postponement);
  g_autofree char *reason = NULL;

  g_return_if_fail (YD_IS_EXTENSION_ANSWER (self));

  self->page = NULL;                    /* nothing is said before all is filled in */
  g_set_object (&self->postponement, postponement);
  reason = yd_extension_dup_reason (yd_session_get_plan (yd_page_get_session (page)),
                                    postponement);
  gtk_label_set_label (self->asked, asked);
  yd_extension_say (self->reason, reason);
  gtk_widget_set_visible (self->refuse, g_strcmp0 (yd_row_get_cell (postponement,
                                                                    YD_POSTPONEMENT_STATE),
                                                   "refused") != 0);
  yd_extension_answer_fill (self, yd_row_get_cell (postponement, YD_POSTPONEMENT_UNTIL),
                            note != NULL ? note : "");
  self->page = page;
  changed_cb (self);
}

/* Fills the fields in, as a person would. */
void
yd_extension_answer_fill (YdExtensionAnswer *self,
                          const char        *until,
                          const char        *note)
{
  g_return_if_fail (YD_IS_EXTENSION_ANSWER (self));

  gtk_editable_set_text (self->until, until);
  gtk_editable_set_text (self->note, note);
}
