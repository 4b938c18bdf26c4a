/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-ask.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-plan-edits.h"

/**
 * YdClockAsk:
 *
 * Asks when something happened to a clock, and why, and commits it: a letter that came in
 * yesterday is written down today.
 */

static const struct
{
  const char *title;
  gboolean    when, n, reason;
} acts[YD_CLOCK_N_ACTS] = {
  [YD_CLOCK_ACT_PAUSE]   = { N_("Pause"),      TRUE,  FALSE, TRUE },
  [YD_CLOCK_ACT_RESUME]  = { N_("Resume"),     TRUE,  FALSE, FALSE },
  [YD_CLOCK_ACT_RESTART] = { N_("Start Anew"), TRUE,  FALSE, FALSE },
  [YD_CLOCK_ACT_EXTEND]  = { N_("Extend"),     FALSE, TRUE,  TRUE },
  [YD_CLOCK_ACT_STOP]    = { N_("Stop"),       TRUE,  FALSE, FALSE },
};

struct _YdClockAsk
{
  GtkPopover  parent_instance;

  /* Owned */
  YdRow      *clock;
  YdRow      *step;             /* (nullable): the one to be extended */

  /* Borrowed */
  YdPage     *page;
  GtkWidget  *what;
  GtkWidget  *when;
  GtkWidget  *n;
  GtkWidget  *reason;
  GtkWidget  *problem;
  GtkWidget  *apply;

  YdClockAct  act;
  YdMoment    now;
};

G_DEFINE_FINAL_TYPE (YdClockAsk, yd_clock_ask, GTK_TYPE_POPOVER)

/* Returns: what a button that does @act says */
const char *
yd_clock_act_get_title (YdClockAct act)
{
  return _(acts[act].title);
}

static YdEdit *
make_edit (YdClockAsk *self,
           YdMoment    when)
{
  YdSession *session = yd_page_get_session (self->page);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autofree char *id = NULL;

  switch (self->act)
    {
    case YD_CLOCK_ACT_PAUSE:
      id = yd_session_new_id (session);
      return yd_plan_edit_pause_clock (self->clock, id, when, reason);
    case YD_CLOCK_ACT_RESUME:
      return yd_plan_edit_resume_clock (self->clock, when);
    case YD_CLOCK_ACT_RESTART:
      return yd_plan_edit_restart_clock (self->clock, when);
    case YD_CLOCK_ACT_EXTEND:
      return yd_plan_edit_extend_step (self->step,
                                       gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->n)),
                                       reason);
    case YD_CLOCK_ACT_STOP:
    case YD_CLOCK_N_ACTS:
    default:
      return yd_plan_edit_stop_clock (self->clock, when);
    }
}

static void
say (YdClockAsk *self,
     const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, *problem != '\0');
}

/**
 * yd_clock_ask_apply:
 * @self: a question that is open
 *
 * Commits what it says, and goes.
 *
 * Returns: whether it is in force; if not, it says why
 */
gboolean
yd_clock_ask_apply (YdClockAsk *self)
{
  const YdMoment when = yd_moment_read (gtk_editable_get_text (GTK_EDITABLE (self->when)),
                                        self->now);
  /* What holds it may be made anew by the edit. */
  g_autoptr(YdClockAsk) alive = g_object_ref (self);
  g_autoptr(YdEdit) edit = NULL;

  if (acts[self->act].when && !yd_moment_is_known (when))
    {
      say (self, _("Write the time as 14:20, or with the day as 2017-06-01 14:20, "
                   "from 1949 to 2100."));
      return FALSE;
    }
  if (acts[self->act].when && yd_moment_compare (when, self->now) > 0)
    {
      say (self, _("That is still to come."));
      return FALSE;
    }

  edit = make_edit (self, when);
  if (!yd_page_commit (self->page, edit))
    return FALSE;

  gtk_popover_popdown (GTK_POPOVER (self));
  return TRUE;
}

static void
apply_cb (YdClockAsk *self)
{
  yd_clock_ask_apply (self);
}

static GtkWidget *
add_entry (YdClockAsk *self,
           GtkBox     *box,
           const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  yd_accessible_set_name (entry, name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, entry);

  return entry;
}

static void
yd_clock_ask_dispose (GObject *object)
{
  YdClockAsk *self = YD_CLOCK_ASK (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (yd_clock_ask_parent_class)->dispose (object);
}

static void
yd_clock_ask_class_init (YdClockAskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_clock_ask_dispose;
}

static void
yd_clock_ask_init (YdClockAsk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->what = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->what), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->what), 30);
  gtk_label_set_xalign (GTK_LABEL (self->what), 0);
  gtk_box_append (GTK_BOX (box), self->what);
  self->when = add_entry (self, GTK_BOX (box), _("When"));
  self->n = gtk_spin_button_new_with_range (0, YD_CLOCK_MAX_N, 1);
  yd_accessible_set_name (self->n, _("How much longer"));
  gtk_box_append (GTK_BOX (box), self->n);
  self->reason = add_entry (self, GTK_BOX (box), _("Reason"));

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 30);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_add_css_class (self->problem, "yd-error");
  gtk_box_append (GTK_BOX (box), self->problem);

  self->apply = gtk_button_new ();
  gtk_widget_add_css_class (self->apply, "suggested-action");
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->apply);

  gtk_widget_set_size_request (box, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/* Returns: (transfer floating): a question; @page, where it commits, must live as long */
GtkWidget *
yd_clock_ask_new (YdPage *page)
{
  YdClockAsk *self = g_object_new (YD_TYPE_CLOCK_ASK, NULL);

  self->page = page;

  return GTK_WIDGET (self);
}

/**
 * yd_clock_ask_open:
 * @self: a question
 * @act: what is to be done
 * @clock: with which clock; with its next step, if @act is about one
 *
 * Says what it asks for, with now as the moment. Nothing is changed before it is applied.
 */
void
yd_clock_ask_open (YdClockAsk    *self,
                   YdClockAct     act,
                   const YdClock *clock)
{
  g_autofree char *now = yd_moment_write (clock->now);
  YdRow *step = clock->next != NULL ? clock->next->row : NULL;

  const char *what = step != NULL ? yd_row_get_cell (step, YD_CLOCK_STEP_TITLE) : NULL;

  g_return_if_fail (YD_IS_CLOCK_ASK (self));
  g_return_if_fail (act != YD_CLOCK_ACT_EXTEND || step != NULL);

  self->act = act;
  self->now = clock->now;
  g_set_object (&self->clock, clock->row);
  g_set_object (&self->step, step);

  /* Of several terms only one is extended. */
  gtk_label_set_label (GTK_LABEL (self->what), what != NULL ? what : "");
  gtk_widget_set_visible (self->what, acts[act].n && what != NULL);
  gtk_widget_set_visible (self->when, acts[act].when);
  gtk_widget_set_visible (self->n, acts[act].n);
  gtk_widget_set_visible (self->reason, acts[act].reason);
  gtk_button_set_label (GTK_BUTTON (self->apply), _(acts[act].title));
  yd_clock_ask_fill (self, now, step != NULL ? yd_row_get_int (step, YD_CLOCK_STEP_EXTRA, 0) : 0,
                     act == YD_CLOCK_ACT_EXTEND ? yd_row_get_cell (step, YD_CLOCK_STEP_REASON)
                                                : NULL);
  say (self, "");
  gtk_popover_popup (GTK_POPOVER (self));
}

/* Fills the fields in, as a person would. */
void
yd_clock_ask_fill (YdClockAsk *self,
                   const char *when,
                   int         n,
                   const char *reason)
{
  g_return_if_fail (YD_IS_CLOCK_ASK (self));

  gtk_editable_set_text (GTK_EDITABLE (self->when), when);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n), n);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
}
