/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-days-off.h"

#include <glib/gi18n-lib.h>

#include "yd-act-words.h"
#include "yd-deadline-moves.h"
#include "yd-notice-list.h"
#include "yd-notice-paste.h"
#include "yd-office-edits.h"
#include "yd-plan-edits.h"
#include "yd-toasts.h"
#include "yd-undo.h"
#include "yd-when.h"
#include "yd-year-strip.h"

/**
 * YdDaysOff:
 *
 * The notices on days off that the office knows, by year: what they say, where it comes
 * from; a notice can be pasted, looked at and accepted, first in the office, then for the
 * plan that is open, with what that moves.
 */

struct _YdDaysOff
{
  AdwWindow      parent_instance;

  /* Owned */
  YdSession     *session;
  YdToasts      *toasts;

  /* Template */
  GtkWidget     *content;
  GtkStack      *stack;
  GtkWidget     *add;
  GtkWidget     *back;
  GtkWidget     *take;
  GtkWidget     *plan_bar;
  GtkLabel      *plan_words;
  YdNoticeList  *list;
  GtkLabel      *title;
  GtkLabel      *source;
  YdYearStrip   *strip;
  GtkLabel      *days;
  GtkWidget     *proposed;
  GtkWidget     *withdraw;
  YdNoticePaste *paste;
  AdwToastOverlay *overlay;
};

G_DEFINE_FINAL_TYPE (YdDaysOff, yd_days_off, ADW_TYPE_WINDOW)

/* Says what was done last, in the place of what was said of the step before: its button would take
 * back this one.
 *
 * @undo: whether with a way back
 */
static void
say_step (YdDaysOff  *self,
          const char *words,
          gboolean    undo)
{
  yd_toasts_add (self->toasts, &(YdToast) {
                   .kind = YD_TOAST_STEP, .words = words, .label = undo ? _("Undo") : NULL,
                   .action = undo ? "days.undo" : NULL,
                 });
}

/* What one notice says */

static char *
dup_source (YdNotice *notice)
{
  GString *text = g_string_new (notice->region != NULL ? notice->region
                                                       : _("General Office of the State Council"));
  g_autofree char *issued = notice->issued != YD_DAY_NONE ? yd_day_dup_words (notice->issued)
                                                          : NULL;

  if (notice->number != NULL)
    g_string_append_printf (text, " · %s", notice->number);
  if (issued != NULL)
    g_string_append_printf (text, " · %s", issued);
  /* Of most years nothing but the days is known here. */
  if (notice->number == NULL && issued == NULL && notice->region == NULL)
    g_string_append_printf (text, _(" · notice for %d"), notice->year);
  if (notice->version > 1)
    g_string_append_printf (text, _(" · version %d, as it was amended"), notice->version);
  if (notice->broken)
    g_string_append (text, notice->region == NULL
                           ? _("\nDays of it are lost, so it is not counted with. Paste the notice "
                               "again.")
                           : _("\nDays of it are lost. The others are counted with, and dates in "
                               "that year are provisional. Paste the notice again."));

  return g_string_free (text, FALSE);
}

static void
show_notice (YdDaysOff *self)
{
  YdRow *row = yd_notice_list_get_selected (self->list);
  YdOffice *office = self->session != NULL ? yd_session_get_office (self->session) : NULL;
  const gboolean can_edit = office != NULL && yd_session_can_edit_office (self->session);
  g_autoptr(YdNotice) notice = office != NULL && row != NULL ? yd_notice_new_for_row (office, row)
                                                             : NULL;
  g_autofree char *name = NULL;
  g_autofree char *source = NULL;
  g_autofree char *days = NULL;

  yd_year_strip_set_notice (self->strip, notice);
  gtk_widget_set_visible (self->proposed, can_edit && row != NULL &&
                          !yd_notice_list_is_accepted (row));
  gtk_widget_set_visible (self->withdraw, can_edit && row != NULL &&
                          yd_notice_list_is_accepted (row));
  if (notice == NULL)
    return;

  name = g_strdup_printf (_("Days off in %d"), notice->year);
  source = dup_source (notice);
  days = yd_year_strip_dup_words (notice);
  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->source, source);
  gtk_label_set_label (self->days, days);
}

/* What the plan that is open does not count with yet */

static gboolean
follows_office (YdPlan *plan)
{
  return g_list_model_get_n_items (yd_space_get_rows (YD_SPACE (plan), YD_KIND_CALENDAR_USE)) == 0;
}

static char *
dup_moves (YdDaysOff *self,
           YdPlan    *plan)
{
  g_autoptr(YdWorkCalendar) after = yd_work_calendar_new_for (yd_session_get_office (self->session),
                                                              NULL);
  g_autoptr(GArray) moves = yd_deadline_list_moves (plan, yd_session_get_calendar (self->session),
                                                    after, yd_when_get_today ());
  GString *text = g_string_new (NULL);

  if (moves->len == 0)
    g_string_append (text, _("The open plan counts with other notices than the office. No deadline "
                             "would move."));
  else
    g_string_append_printf (text, ngettext ("The open plan counts with other notices than the "
                                            "office. %u deadline would move:",
                                            "The open plan counts with other notices than the "
                                            "office. %u deadlines would move:", moves->len),
                            moves->len);

  for (guint i = 0; i < MIN (moves->len, 6); i++)
    {
      const YdDeadlineMove *move = &g_array_index (moves, YdDeadlineMove, i);
      YdRow *point = yd_row_get_home (move->deadline);
      g_autofree char *before = yd_due_dup_day (&move->before);
      g_autofree char *then = yd_due_dup_day (&move->after);

      g_string_append_printf (text, "\n%s → %s  %s", before != NULL ? before : "—",
                              then != NULL ? then : "—",
                              point != NULL ? yd_point_get_title (point) : "");
    }

  return g_string_free (text, FALSE);
}

static void
update_plan_bar (YdDaysOff *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);
  YdOffice *office = yd_session_get_office (self->session);
  g_autofree char *words = NULL;
  guint n_changes = 0;

  if (plan != NULL && office != NULL && !follows_office (plan) &&
      !yd_session_get_read_only (self->session))
    {
      g_autoptr(YdEdit) edit = yd_plan_edit_use_notices (plan, office);

      yd_edit_get_changes (edit, &n_changes);
    }

  gtk_widget_set_visible (self->plan_bar, n_changes > 0);
  if (n_changes > 0)
    words = dup_moves (self, plan);
  gtk_label_set_label (self->plan_words, words != NULL ? words : "");
}

static void
update (YdDaysOff *self)
{
  const int last = yd_work_calendar_get_last_known (yd_session_get_calendar (self->session));

  yd_notice_list_fill (self->list, yd_session_get_office (self->session),
                       MAX (last, yd_day_get_year (yd_when_get_today ())) + 1);
  show_notice (self);
  update_plan_bar (self);
  gtk_widget_set_sensitive (self->add, yd_session_can_edit_office (self->session));
}

/* Actions */

static void
show_page (YdDaysOff  *self,
           const char *page)
{
  const gboolean paste = g_str_equal (page, "paste");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->add, !paste);
  gtk_widget_set_visible (self->back, paste);
  gtk_widget_set_visible (self->take, paste);
  if (paste)
    yd_notice_paste_focus (self->paste);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);

  yd_notice_paste_clear (self->paste);
  show_page (self, "paste");
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_page (YD_DAYS_OFF (widget), "list");
}

static gboolean
commit (YdDaysOff *self,
        YdEdit    *edit)
{
  g_autoptr(GError) error = NULL;
  const gboolean done = yd_session_commit_office (self->session, edit, &error);
  guint n_changes;

  yd_edit_get_changes (edit, &n_changes);
  if (done && n_changes > 0)
    say_step (self, yd_act_words (yd_edit_get_act (edit)), TRUE);
  else if (!done)
    yd_toasts_warn (self->toasts, error->message);

  return done;
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);
  YdOffice *office = yd_session_get_office (self->session);
  g_autoptr(YdNotice) notice = yd_notice_paste_read (self->paste);
  g_autoptr(YdEdit) edit = NULL;
  guint n_changes;

  if (notice == NULL || office == NULL)
    return;

  edit = yd_office_edit_propose (office, notice);
  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0)
    yd_toasts_say (self->toasts, _("These days are known already"));
  else if (commit (self, edit))
    {
      g_autofree char *id = yd_notice_dup_id (notice);

      yd_notice_list_set_shown (self->list, id);
    }

  update (self);
  show_page (self, "list");
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);
  YdRow *row = yd_notice_list_get_selected (self->list);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;

  if (row == NULL)
    return;

  g_ptr_array_add (rows, row);
  edit = yd_office_edit_accept (rows);
  if (commit (self, edit))
    update (self);
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);
  YdRow *row = yd_notice_list_get_selected (self->list);
  g_autoptr(YdEdit) edit = row != NULL && !yd_notice_list_is_accepted (row)
                           ? yd_plan_edit_delete_row (row, "calendar.drop") : NULL;

  if (edit != NULL && commit (self, edit))
    update (self);
}

/* The office forgets nothing: the notice waits to be accepted again. What that moves in the plan
 * is said above, and done there. */
static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);
  YdRow *row = yd_notice_list_get_selected (self->list);
  g_autoptr(YdEdit) edit = row != NULL ? yd_office_edit_withdraw (row) : NULL;

  if (edit != NULL && commit (self, edit))
    update (self);
}

/* What is done in this window, of all that an office has. */
#define ACTS "calendar."

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);
  g_autofree char *words = NULL;
  const gboolean done = yd_session_turn_office (self->session, ACTS, yd_undo_is_redo (name),
                                                &words);

  update (self);
  if (done)
    say_step (self, words, FALSE);
  else
    yd_toasts_warn (self->toasts, words);
}

static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdDaysOff *self = YD_DAYS_OFF (widget);
  YdPlan *plan = yd_session_get_plan (self->session);
  YdOffice *office = yd_session_get_office (self->session);
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (plan == NULL || office == NULL)
    return;

  edit = yd_plan_edit_use_notices (plan, office);
  if (!yd_session_commit (self->session, edit, &error))
    yd_toasts_warn (self->toasts, error->message);
  update_plan_bar (self);
}

static void
ok_cb (YdDaysOff *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "days.take",
                                 yd_notice_paste_get_ok (self->paste));
}

static void
yd_days_off_dispose (GObject *object)
{
  YdDaysOff *self = YD_DAYS_OFF (object);

  g_clear_object (&self->session);
  g_clear_object (&self->toasts);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_DAYS_OFF);

  G_OBJECT_CLASS (yd_days_off_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, content);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, stack);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, add);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, back);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, take);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, plan_bar);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, plan_words);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, list);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, title);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, source);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, strip);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, days);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, proposed);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, withdraw);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, paste);
  gtk_widget_class_bind_template_child (widget_class, YdDaysOff, overlay);
  gtk_widget_class_bind_template_callback (widget_class, show_notice);
  gtk_widget_class_bind_template_callback (widget_class, ok_cb);
}

static void
yd_days_off_class_init (YdDaysOffClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_days_off_dispose;

  g_type_ensure (YD_TYPE_YEAR_STRIP);
  g_type_ensure (YD_TYPE_NOTICE_LIST);
  g_type_ensure (YD_TYPE_NOTICE_PASTE);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-days-off.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "days.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "days.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "days.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "days.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "days.drop", NULL, drop_action);
  gtk_widget_class_install_action (widget_class, "days.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "days.use", NULL, use_action);
  yd_undo_install (widget_class, "days.undo", "days.redo", turn_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yd_days_off_init (YdDaysOff *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = yd_toasts_new (self->overlay);
  show_page (self, "list");
  ok_cb (self);
}

/**
 * yd_days_off_new:
 * @parent: the window in front of which it stands
 * @session: its office is shown
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
YdDaysOff *
yd_days_off_new (GtkWindow *parent,
                 YdSession *session)
{
  YdDaysOff *self = g_object_new (YD_TYPE_DAYS_OFF, "transient-for", parent, NULL);

  g_return_val_if_fail (YD_IS_SESSION (session), self);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::calendar", G_CALLBACK (update_plan_bar), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * yd_days_off_paste:
 * @self: the window
 * @text: the text of a notice
 *
 * Shows what is read from @text, as if it had been pasted.
 */
void
yd_days_off_paste (YdDaysOff  *self,
                   const char *text)
{
  g_return_if_fail (YD_IS_DAYS_OFF (self));

  show_page (self, "paste");
  yd_notice_paste_set_text (self->paste, text);
}
