/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-start.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-clock.h"
#include "yd-clock-template-editor.h"
#include "yd-plan-edits.h"

/**
 * YdClockStart:
 *
 * Starts a clock: from which template, what it is about, when the event was. The templates
 * are those that hold on the day of the event, so the law of that day is followed; one's own
 * term can be put in their place. Says when what will be due before anything is done.
 */

struct _YdClockStart
{
  AdwWindow      parent_instance;

  /* Owned */
  GPtrArray     *templates;     /* YdRow, as in the list of kinds */
  YdPoint       *point;         /* (nullable) */

  /* Borrowed */
  YdPage        *page;
  AdwComboRow   *kind;
  GtkStringList *kinds;
  GtkEditable   *title;
  GtkEditable   *started;
  GtkSwitch     *about;
  GtkWidget     *own;
  GtkSpinButton *n;
  GtkDropDown   *measure;
  GtkLabel      *preview;

  YdDay          day;           /* for which the templates were listed */
};

G_DEFINE_FINAL_TYPE (YdClockStart, yd_clock_start, ADW_TYPE_WINDOW)

static YdMoment
get_now (YdClockStart *self)
{
  return yd_session_get_now (yd_page_get_session (self->page));
}

static YdMoment
get_started (YdClockStart *self)
{
  return yd_moment_read (gtk_editable_get_text (self->started), get_now (self));
}

/* Returns: the template that is chosen, none for a term of one's own */
static YdRow *
get_template (YdClockStart *self)
{
  const guint chosen = adw_combo_row_get_selected (self->kind);

  return chosen < self->templates->len ? g_ptr_array_index (self->templates, chosen) : NULL;
}

static YdClockTemplate *
dup_terms (YdClockStart *self)
{
  static const char * const measures[] = { "hours", "workdays", "days", "months" };
  YdRow *row = get_template (self);
  YdClockTemplate *terms = row != NULL ? yd_clock_template_new_for_row (row)
                                       : yd_clock_template_new ();
  const char *title = gtk_editable_get_text (self->title);

  if (row == NULL)
    yd_clock_terms_add (terms->terms, title, gtk_spin_button_get_value_as_int (self->n),
                        measures[gtk_drop_down_get_selected (self->measure) %
                                 G_N_ELEMENTS (measures)]);
  if (*title != '\0' || row == NULL)
    {
      g_free (terms->title);
      terms->title = g_strdup (title);
    }

  return terms;
}

static void
append_term (GString           *lines,
             const YdClockTerm *term,
             YdMoment           started,
             YdMoment           now,
             YdWorkCalendar    *calendar)
{
  const YdDeadlineTerms terms = { .rule = "after", .n = term->n, .measure = term->measure,
                                  .anchor = "event" };
  const YdDeadlineFacts facts = { .anchor = started };
  YdDue due;
  g_autofree char *when = NULL;

  if (yd_deadline_compute_terms (&terms, &facts, calendar, &due) < YD_DUE_DAY)
    return;

  when = yd_moment_dup_words ((YdMoment) { due.day, due.minute }, now);
  if (due.provisional)
    {
      g_autofree char *sure = g_steal_pointer (&when);

      when = g_strdup_printf (_("%s, provisional"), sure);
    }
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: when something is due, and what it is */
  g_string_append_printf (lines, _("%1$s: %2$s"), when, term->title != NULL ? term->title : "");
}

/**
 * yd_clock_start_dup_preview:
 * @self: a dialog
 *
 * Returns: (transfer full): when what would be due, or what is wrong
 */
char *
yd_clock_start_dup_preview (YdClockStart *self)
{
  YdSession *session = yd_page_get_session (self->page);
  const YdMoment started = get_started (self);
  g_autoptr(YdClockTemplate) terms = NULL;
  GString *lines = NULL;

  if (!yd_moment_is_known (started))
    return g_strdup (_("Write the time as 14:20, or with the day as 2017-06-01 14:20, "
                       "from 1949 to 2100."));

  terms = dup_terms (self);
  lines = g_string_new (NULL);
  if (terms->law != NULL)
    g_string_append (lines, terms->law);
  for (guint i = 0; i < terms->terms->len; i++)
    append_term (lines, &g_array_index (terms->terms, YdClockTerm, i), started, get_now (self),
                 yd_session_get_calendar (session));

  return g_string_free (lines, FALSE);
}

static void
list_templates (YdClockStart *self,
                YdDay         day)
{
  YdOffice *office = yd_session_get_office (yd_page_get_session (self->page));
  YdRow *row = get_template (self);
  g_autofree char *was = row != NULL ? g_strdup (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_TITLE))
                                     : NULL;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->kinds));
  const gboolean own = n > 0 && row == NULL;
  guint chosen = 0;

  self->day = day;
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = office != NULL ? yd_clock_template_list_rows (office, day)
                                   : g_ptr_array_new ();

  gtk_string_list_splice (self->kinds, 0, n, NULL);
  for (guint i = 0; i < self->templates->len; i++)
    {
      const char *title = yd_row_get_cell (g_ptr_array_index (self->templates, i),
                                           YD_CLOCK_TEMPLATE_TITLE);

      gtk_string_list_append (self->kinds, title);
      if (g_strcmp0 (title, was) == 0)
        chosen = i;
    }
  gtk_string_list_append (self->kinds, _("Own Term"));

  /* The other version of a law has the same title. */
  adw_combo_row_set_selected (self->kind, own ? self->templates->len : chosen);
}

static void
update (YdClockStart *self)
{
  g_autofree char *preview = yd_clock_start_dup_preview (self);
  const gboolean ready = yd_moment_is_known (get_started (self)) &&
                         (get_template (self) != NULL ||
                          *gtk_editable_get_text (self->title) != '\0');

  gtk_label_set_label (self->preview, preview);
  gtk_widget_set_visible (self->own, get_template (self) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clock.start", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clock.change-template",
                                 get_template (self) != NULL);
}

static void
started_cb (YdClockStart *self)
{
  const YdMoment started = get_started (self);

  if (yd_moment_is_known (started) && started.day != self->day)
    list_templates (self, started.day);
  update (self);
}

static void
now_cb (YdClockStart *self)
{
  g_autofree char *now = yd_moment_write (get_now (self));

  gtk_editable_set_text (self->started, now);
}

/**
 * yd_clock_start_apply:
 * @self: a dialog
 *
 * Starts the clock, and goes.
 *
 * Returns: whether it runs
 */
gboolean
yd_clock_start_apply (YdClockStart *self)
{
  YdSession *session = yd_page_get_session (self->page);
  YdRow *row = get_template (self);
  g_autoptr(YdClockTemplate) terms = dup_terms (self);
  g_autofree char *id = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (!yd_moment_is_known (get_started (self)) || terms->title == NULL || *terms->title == '\0')
    return FALSE;

  id = yd_session_new_id (session);
  edit = yd_plan_edit_start_clock (id, terms, row != NULL ? yd_row_get_id (row) : NULL,
                                   gtk_switch_get_active (self->about) ? self->point : NULL,
                                   get_started (self), yd_session_get_ids (session));
  if (!yd_page_commit (self->page, edit))
    return FALSE;

  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
start_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  yd_clock_start_apply (YD_CLOCK_START (widget));
}

static void
edited_cb (YdClockStart *self)
{
  list_templates (self, self->day);
  update (self);
}

static void
edit_template (YdClockStart *self,
               YdRow        *row)
{
  YdClockTemplateEditor *editor =
    yd_clock_template_editor_new (yd_page_get_session (self->page), row);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  g_signal_connect_object (editor, "hide", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
change_template_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  edit_template (YD_CLOCK_START (widget), get_template (YD_CLOCK_START (widget)));
}

static void
new_template_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  edit_template (YD_CLOCK_START (widget), NULL);
}

static void
yd_clock_start_dispose (GObject *object)
{
  YdClockStart *self = YD_CLOCK_START (object);

  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_object (&self->point);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_CLOCK_START);

  G_OBJECT_CLASS (yd_clock_start_parent_class)->dispose (object);
}

static void
yd_clock_start_class_init (YdClockStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_clock_start_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-clock-start.ui");
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, kind);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, kinds);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, title);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, started);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, about);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, own);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, n);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, measure);
  gtk_widget_class_bind_template_child (widget_class, YdClockStart, preview);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
  gtk_widget_class_install_action (widget_class, "clock.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "clock.change-template", NULL,
                                   change_template_action);
  gtk_widget_class_install_action (widget_class, "clock.new-template", NULL, new_template_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yd_clock_start_init (YdClockStart *self)
{
  self->templates = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

static void
set_page (YdClockStart *self,
          YdPage       *page)
{
  YdPoint *point = yd_session_get_selected (yd_page_get_session (page));
  AdwActionRow *row = ADW_ACTION_ROW (gtk_widget_get_ancestor (GTK_WIDGET (self->about),
                                                               ADW_TYPE_ACTION_ROW));

  self->page = page;
  g_set_object (&self->point, point);
  gtk_widget_set_visible (GTK_WIDGET (row), point != NULL);
  if (point != NULL)
    adw_action_row_set_subtitle (row, yd_point_get_title (point));

  g_signal_connect_object (self->started, "changed", G_CALLBACK (started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->n, "value-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measure, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  now_cb (self);
}

/* Returns: (transfer none): a dialog that commits through @page and begins with now */
YdClockStart *
yd_clock_start_new (YdPage *page)
{
  YdClockStart *self = g_object_new (YD_TYPE_CLOCK_START, NULL);

  g_return_val_if_fail (YD_IS_PAGE (page), self);
  set_page (self, page);

  return self;
}

/* Whether the clock is about the point that is selected; a person may say otherwise. */
void
yd_clock_start_set_about (YdClockStart *self,
                          gboolean      about)
{
  g_return_if_fail (YD_IS_CLOCK_START (self));

  gtk_switch_set_active (self->about, about);
}

void
yd_clock_start_present (YdClockStart *self,
                        GtkWindow    *parent)
{
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * yd_clock_start_fill:
 * @self: a dialog
 * @kind: the title of a template; of none for a term of one's own
 * @title: what the clock is called
 * @started: when the event was
 *
 * Fills the fields in, as a person would.
 */
void
yd_clock_start_fill (YdClockStart *self,
                     const char   *kind,
                     const char   *title,
                     const char   *started)
{
  guint chosen = 0;

  g_return_if_fail (YD_IS_CLOCK_START (self));

  gtk_editable_set_text (self->started, started);
  while (chosen < self->templates->len &&
         g_strcmp0 (gtk_string_list_get_string (self->kinds, chosen), kind) != 0)
    chosen++;
  adw_combo_row_set_selected (self->kind, chosen);
  gtk_editable_set_text (self->title, title);
}
