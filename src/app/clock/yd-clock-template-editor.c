/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-template-editor.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-clock-template.h"

/**
 * YdClockTemplateEditor:
 *
 * A template of clocks: what it is called, what it rests on, from when to when it holds, and
 * its steps. It belongs to the office, so it serves all plans of the library; clocks that run
 * keep what they were started with.
 */

static const char * const measures[] = { "hours", "workdays", "days", "months" };

struct _YdClockTemplateEditor
{
  AdwWindow    parent_instance;

  /* Owned */
  YdSession   *session;
  YdRow       *row;             /* (nullable): none for a new one */

  /* Template */
  GtkEditable *title;
  GtkEditable *law;
  GtkEditable *from;
  GtkEditable *to;
  GtkBox      *steps;
  GtkLabel    *problem;
  GtkWidget   *remove;
};

G_DEFINE_FINAL_TYPE (YdClockTemplateEditor, yd_clock_template_editor, ADW_TYPE_WINDOW)

/* The parts of a step, in the order in which they stand in its box. */
static GtkWidget *
get_part (GtkWidget *step,
          guint      i)
{
  GtkWidget *part = gtk_widget_get_first_child (step);

  while (i-- > 0)
    part = gtk_widget_get_next_sibling (part);

  return part;
}

static void
remove_step_cb (YdClockTemplateEditor *self,
                GtkWidget             *button)
{
  gtk_box_remove (self->steps, gtk_widget_get_parent (button));
}

static void
add_cb (YdClockTemplateEditor *self)
{
  yd_clock_template_editor_add (self, "", 20, "workdays");
}

/* Written in any way; an empty date is none. */
static gboolean
read_day (GtkEditable *entry,
          YdDay       *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  *day = *text != '\0' ? yd_moment_read_day (text, YD_DAY_NONE) : YD_DAY_NONE;

  return *text == '\0' || yd_day_is_in_range (*day);
}

static void
read_steps (YdClockTemplateEditor *self,
            GArray                *terms)
{
  for (GtkWidget *step = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); step != NULL;
       step = gtk_widget_get_next_sibling (step))
    {
      const guint measure = gtk_drop_down_get_selected (GTK_DROP_DOWN (get_part (step, 1)));

      yd_clock_terms_add (terms, gtk_editable_get_text (GTK_EDITABLE (get_part (step, 2))),
                          gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (get_part (step, 0))),
                          measures[measure % G_N_ELEMENTS (measures)]);
    }
}

static YdClockTemplate *
read_template (YdClockTemplateEditor  *self,
               const char            **problem)
{
  g_autoptr(YdClockTemplate) template = yd_clock_template_new ();

  template->title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  template->law = g_strdup (gtk_editable_get_text (self->law));
  read_steps (self, template->terms);

  if (*template->title == '\0')
    *problem = _("A template needs a title.");
  else if (!read_day (self->from, &template->from) || !read_day (self->to, &template->to))
    *problem = _("Write the day as 2017-12-31.");
  else if (template->to != YD_DAY_NONE && template->to < template->from)
    *problem = _("It would end before it begins.");
  else if (template->terms->len == 0)
    *problem = _("A template needs a term.");
  else if (template->terms->len > YD_CLOCK_MAX_TERMS)
    *problem = _("There are too many terms.");
  else
    return g_steal_pointer (&template);

  return NULL;
}

static void
say (YdClockTemplateEditor *self,
     const char            *problem)
{
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *problem != '\0');
}

static gboolean
commit (YdClockTemplateEditor *self,
        YdEdit                *edit)
{
  g_autoptr(GError) error = NULL;

  if (!yd_session_commit_office (self->session, edit, &error))
    {
      say (self, error->message);
      return FALSE;
    }

  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/**
 * yd_clock_template_editor_apply:
 * @self: an editor
 *
 * Keeps what it says in the office, and goes.
 *
 * Returns: whether it is in force; if not, it says why
 */
gboolean
yd_clock_template_editor_apply (YdClockTemplateEditor *self)
{
  const char *problem = "";
  g_autoptr(YdClockTemplate) template = read_template (self, &problem);
  g_autofree char *id = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (template == NULL)
    {
      say (self, problem);
      return FALSE;
    }

  id = yd_session_new_id (self->session);
  edit = self->row != NULL
         ? yd_office_edit_change_template (self->row, template, yd_session_get_ids (self->session))
         : yd_office_edit_add_template (template, id);

  return commit (self, edit);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  yd_clock_template_editor_apply (YD_CLOCK_TEMPLATE_EDITOR (widget));
}

static void
remove_cb (YdClockTemplateEditor *self)
{
  g_autoptr(YdEdit) edit = yd_office_edit_delete_template (self->row);

  commit (self, edit);
}

static void
yd_clock_template_editor_dispose (GObject *object)
{
  YdClockTemplateEditor *self = YD_CLOCK_TEMPLATE_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_CLOCK_TEMPLATE_EDITOR);

  G_OBJECT_CLASS (yd_clock_template_editor_parent_class)->dispose (object);
}

static void
yd_clock_template_editor_class_init (YdClockTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_clock_template_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-clock-template-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, title);
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, law);
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, from);
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, to);
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, YdClockTemplateEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yd_clock_template_editor_init (YdClockTemplateEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  yd_accessible_name_list (GTK_WIDGET (self->title), _("Template of Clocks"));
}

static void
set_day (GtkEditable *entry,
         YdDay        day)
{
  char date[YD_DAY_SIZE];

  gtk_editable_set_text (entry, day != YD_DAY_NONE ? yd_day_format (day, date) : "");
}

static void
load (YdClockTemplateEditor *self)
{
  g_autoptr(YdClockTemplate) template = yd_clock_template_new_for_row (self->row);

  gtk_editable_set_text (self->title, template->title != NULL ? template->title : "");
  gtk_editable_set_text (self->law, template->law != NULL ? template->law : "");
  set_day (self->from, template->from);
  set_day (self->to, template->to);
  for (guint i = 0; i < template->terms->len; i++)
    {
      const YdClockTerm *term = &g_array_index (template->terms, YdClockTerm, i);

      yd_clock_template_editor_add (self, term->title, term->n, term->measure);
    }
}

/**
 * yd_clock_template_editor_new:
 * @session: whose office it is
 * @row: (nullable): the template that is changed, none for a new one
 *
 * Returns: (transfer none): a window. Nothing is changed before it is applied
 */
YdClockTemplateEditor *
yd_clock_template_editor_new (YdSession *session,
                              YdRow     *row)
{
  YdClockTemplateEditor *self = g_object_new (YD_TYPE_CLOCK_TEMPLATE_EDITOR, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->row, row);
  gtk_widget_set_visible (self->remove, row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save",
                                 yd_session_can_edit_office (session));
  gtk_widget_set_sensitive (self->remove, yd_session_can_edit_office (session));
  if (row != NULL)
    load (self);
  else
    add_cb (self);

  return self;
}

/* Fills the fields in, as a person would. */
void
yd_clock_template_editor_fill (YdClockTemplateEditor *self,
                               const char            *title,
                               const char            *from,
                               const char            *to)
{
  g_return_if_fail (YD_IS_CLOCK_TEMPLATE_EDITOR (self));

  gtk_editable_set_text (self->title, title);
  gtk_editable_set_text (self->from, from);
  gtk_editable_set_text (self->to, to);
}

static GtkWidget *
new_measure (const char *measure)
{
  const char *words[] = { _("hours"), _("working days"), _("days"), _("months"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  yd_accessible_set_name (drop_down, _("Counted in"));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (measure, measures[i]) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);

  return drop_down;
}

/* Adds a step at the end. */
void
yd_clock_template_editor_add (YdClockTemplateEditor *self,
                              const char            *title,
                              int                    n,
                              const char            *measure)
{
  GtkWidget *step = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, YD_CLOCK_MAX_N, 1);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  g_return_if_fail (YD_IS_CLOCK_TEMPLATE_EDITOR (self));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), n);
  yd_accessible_set_name (spin, _("How many"));
  gtk_editable_set_text (GTK_EDITABLE (entry), title != NULL ? title : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What is to be done"));
  yd_accessible_set_name (entry, _("What is to be done"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take Away"));
  yd_accessible_set_name (button, _("Take Away"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_step_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (step), spin);
  gtk_box_append (GTK_BOX (step), new_measure (measure));
  gtk_box_append (GTK_BOX (step), entry);
  gtk_box_append (GTK_BOX (step), button);
  gtk_box_append (self->steps, step);
}
