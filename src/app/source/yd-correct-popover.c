/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-correct-popover.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-choice.h"
#include "yd-deadline-words.h"
#include "yd-draft.h"
#include "yd-page.h"
#include "yd-terms.h"

/**
 * YdCorrectPopover:
 *
 * The one field in which a proposal can be wrong: the title of a point, the role of
 * a unit, the day or the count of a deadline, the kind of an order. Below a deadline
 * stands what the field comes to, in words. Who corrects something has checked it,
 * whether it was wrong or not.
 */

struct _YdCorrectPopover
{
  GtkPopover  parent_instance;

  /* Owned */
  YdPlan     *plan;
  YdRow      *row;
  YdDraft    *draft;            /* (nullable): of the title of a point, while it is shown */

  /* Borrowed */
  GtkWidget  *field;
  GtkWidget  *result;
};

G_DEFINE_FINAL_TYPE (YdCorrectPopover, yd_correct_popover, GTK_TYPE_POPOVER)

enum {
  CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MAX_COUNT 9999

static const char * const role_values[] = { "lead", "responsible", "support" };
static const char * const role_words[] = { N_("Lead"), N_("Responsible"), N_("Support"), NULL };
static const char * const order_values[] = { "FS", "SS", "FF", "SF" };
static const char * const order_words[] = {
  N_("One after the other"), N_("Begin together"), N_("End together"),
  N_("Ends after the other has begun"), NULL,
};

/* A day without a year is one of the year of issue. */
static guint
get_year (YdCorrectPopover *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;

  return issued != NULL ? atoi (issued) : 0;
}

/* What stands in the field goes into @terms; the rest is as it was read. Returns: whether
 * it can be understood; @value is to be kept as long as @terms
 */
static gboolean
read_terms (YdCorrectPopover  *self,
            YdDeadlineTerms   *terms,
            char             **value)
{
  const char *text;

  yd_deadline_get_terms (self->row, terms);
  if (yd_terms_count (terms))
    {
      gint64 n = g_ascii_strtoll (gtk_editable_get_text (GTK_EDITABLE (self->field)), NULL, 10);

      if (terms->n != n)
        terms->value = NULL;                    /* it is no longer that of a law */
      terms->n = n;
      return n >= 1 && n <= MAX_COUNT;
    }

  text = gtk_editable_get_text (GTK_EDITABLE (self->field));
  if (*text == '\0' || g_strcmp0 (text, terms->value) == 0)
    return TRUE;

  *value = yd_terms_read (terms, text, get_year (self));

  return *value != NULL;
}

static void
say_result (YdCorrectPopover *self,
            const char       *words,
            gboolean          is_problem)
{
  gtk_label_set_text (GTK_LABEL (self->result), words);
  gtk_widget_set_visible (self->result, *words != '\0');
  if (is_problem)
    gtk_widget_add_css_class (self->result, "yd-error");
  else
    gtk_widget_remove_css_class (self->result, "yd-error");
}

/* While it is typed: what it comes to. */
static void
changed_cb (YdCorrectPopover *self)
{
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;
  YdDeadlineTerms terms;

  if (yd_row_get_kind (self->row) != YD_KIND_DEADLINE)
    {
      say_result (self, "", FALSE);
      return;
    }

  if (read_terms (self, &terms, &value))
    words = yd_deadline_dup_rule (&terms);
  else if (yd_terms_count (&terms))
    words = g_strdup (_("Write a number of 1 or more."));

  say_result (self, words != NULL ? words : _("Write a day as 2017-12-31, a month as 2017-12, "
                                              "a year as 2017."), value == NULL && words == NULL);
}

/* Return in a field of text belongs to its input method first; a choice has none. */
static gboolean
choice_key_cb (YdCorrectPopover *self,
               guint             keyval,
               guint             keycode,
               GdkModifierType   state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;

  yd_correct_popover_apply (self);

  return TRUE;
}

static GtkWidget *
make_choice (YdCorrectPopover   *self,
             const char * const *values,
             const char * const *words,
             const char         *value)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *choice;
  guint chosen = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_ptr_array_add (said, (gpointer) _(words[i]));
      if (g_strcmp0 (values[i], value) == 0)
        chosen = i;
    }
  g_ptr_array_add (said, NULL);

  choice = yd_choice_new ((const char * const *) said->pdata);
  yd_choice_set_selected (YD_CHOICE (choice), chosen);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (choice_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (choice, keys);

  return choice;
}

static GtkWidget *
make_entry (YdCorrectPopover *self,
            const char       *text,
            int               width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  g_signal_connect_object (entry, "activate", G_CALLBACK (yd_correct_popover_apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_count (YdCorrectPopover *self,
            gint64            n)
{
  GtkWidget *count = gtk_spin_button_new_with_range (1, MAX_COUNT, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (count), MAX (n, 1));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (count)), "activate",
                           G_CALLBACK (yd_correct_popover_apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (count, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return count;
}

static GtkWidget *
make_deadline (YdCorrectPopover  *self,
               const char       **name)
{
  YdDeadlineTerms terms;

  yd_deadline_get_terms (self->row, &terms);
  *name = yd_terms_count (&terms) ? _("How many") : _("Day, month or year");
  if (yd_terms_count (&terms))
    return make_count (self, terms.n);

  /* A period such as each quarter is no day that could be shown. */
  return make_entry (self, g_strcmp0 (terms.rule, "recurring") == 0 ? NULL : terms.value, 14);
}

static GtkWidget *
make_field (YdCorrectPopover  *self,
            const char       **name)
{
  YdRow *row = self->row;

  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_ASSIGNMENT:
      *name = _("Role");
      return make_choice (self, role_values, role_words,
                          yd_row_get_cell (row, YD_ASSIGNMENT_ROLE));

    case YD_KIND_DEPENDENCY:
      *name = _("Order");
      return make_choice (self, order_values, order_words,
                          yd_row_get_cell (row, YD_DEPENDENCY_TYPE));

    case YD_KIND_DEADLINE:
      return make_deadline (self, name);

    case YD_KIND_REFERENCE:
      *name = _("Title");
      return make_entry (self, yd_row_get_cell (row, YD_REFERENCE_TITLE), 36);

    default:
      *name = _("Title");
      return make_entry (self, yd_row_get_cell (row, YD_POINT_TITLE), 36);
    }
}

static YdEdit *
choose (YdCorrectPopover   *self,
        guint               field,
        const char * const *values,
        const char         *act)
{
  guint chosen = yd_choice_get_selected (YD_CHOICE (self->field));

  return yd_plan_edit_set (self->row, field, values[chosen], act);
}

static YdEdit *
correct_deadline (YdCorrectPopover *self)
{
  g_autofree char *value = NULL;
  YdDeadlineTerms terms;

  return read_terms (self, &terms, &value) ? yd_plan_edit_edit_deadline (self->row, &terms)
                                           : NULL;
}

/* Returns: (transfer full) (nullable): nothing if the field cannot be understood */
static YdEdit *
make_edit (YdCorrectPopover *self)
{
  const char *title;

  switch ((int) yd_row_get_kind (self->row))
    {
    case YD_KIND_ASSIGNMENT:
      return choose (self, YD_ASSIGNMENT_ROLE, role_values, "assignment.role");

    case YD_KIND_DEPENDENCY:
      return choose (self, YD_DEPENDENCY_TYPE, order_values, "dependency.edit");

    case YD_KIND_DEADLINE:
      return correct_deadline (self);

    case YD_KIND_REFERENCE:
      title = gtk_editable_get_text (GTK_EDITABLE (self->field));
      return yd_plan_edit_set (self->row, YD_REFERENCE_TITLE, title, "proposal.correct");

    default:
      title = gtk_editable_get_text (GTK_EDITABLE (self->field));
      return *title != '\0' ? yd_plan_edit_rename (self->row, title) : NULL;
    }
}

/* Of the other fields nothing is half typed. */
static void
yd_correct_popover_map (GtkWidget *widget)
{
  YdCorrectPopover *self = YD_CORRECT_POPOVER (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, YD_TYPE_PAGE);
  YdSession *session = page != NULL ? yd_page_get_session (YD_PAGE (page)) : NULL;

  GTK_WIDGET_CLASS (yd_correct_popover_parent_class)->map (widget);

  if (self->draft == NULL && session != NULL && yd_row_get_kind (self->row) == YD_KIND_POINT)
    self->draft = yd_draft_new (session, YD_KIND_POINT, yd_row_get_id (self->row), YD_POINT_TITLE,
                                yd_row_get_cell (self->row, YD_POINT_TITLE),
                                G_OBJECT (self->field));
}

/* It was accepted before, or is given up. */
static void
yd_correct_popover_closed (GtkPopover *popover)
{
  YdCorrectPopover *self = YD_CORRECT_POPOVER (popover);

  if (self->draft != NULL)
    yd_draft_drop (self->draft);
  g_clear_object (&self->draft);
}

static void
yd_correct_popover_dispose (GObject *object)
{
  g_clear_object (&YD_CORRECT_POPOVER (object)->plan);
  g_clear_object (&YD_CORRECT_POPOVER (object)->draft);
  g_clear_object (&YD_CORRECT_POPOVER (object)->row);

  G_OBJECT_CLASS (yd_correct_popover_parent_class)->dispose (object);
}

static void
yd_correct_popover_class_init (YdCorrectPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_correct_popover_dispose;
  GTK_WIDGET_CLASS (klass)->map = yd_correct_popover_map;
  GTK_POPOVER_CLASS (klass)->closed = yd_correct_popover_closed;

  /**
   * YdCorrectPopover::corrected:
   * @self: a popover
   * @edit: the edit that says so, not committed
   */
  signals[CORRECTED] = g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_EDIT);
}

static void
yd_correct_popover_init (YdCorrectPopover *self)
{
}

static void
build (YdCorrectPopover *self)
{
  const char *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Accept"));
  GtkWidget *label;

  yd_accessible_name_buttons (button);
  self->field = make_field (self, &name);
  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  self->result = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->result), 0);
  gtk_label_set_wrap (GTK_LABEL (self->result), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->result), 36);
  gtk_widget_add_css_class (self->result, "caption");
  changed_cb (self);

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (yd_correct_popover_apply), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), self->field);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->result);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/* Returns: a popover to correct @row of @plan */
GtkWidget *
yd_correct_popover_new (YdPlan *plan,
                        YdRow  *row)
{
  YdCorrectPopover *self = g_object_new (YD_TYPE_CORRECT_POPOVER, NULL);

  self->plan = g_object_ref (plan);
  self->row = g_object_ref (row);
  build (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): the one field */
GtkWidget *
yd_correct_popover_get_field (YdCorrectPopover *self)
{
  g_return_val_if_fail (YD_IS_CORRECT_POPOVER (self), NULL);

  return self->field;
}

/* Says what is corrected and goes away; stays and says so if it makes no sense. */
void
yd_correct_popover_apply (YdCorrectPopover *self)
{
  g_autoptr(YdEdit) edit = NULL;
  guint n_changes;

  g_return_if_fail (YD_IS_CORRECT_POPOVER (self));

  edit = make_edit (self);
  if (edit == NULL)
    {
      if (yd_row_get_kind (self->row) != YD_KIND_DEADLINE)
        say_result (self, _("A point needs a title."), TRUE);
      return;
    }

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0)
    {
      g_clear_pointer (&edit, yd_edit_unref);
      edit = yd_plan_edit_confirm (self->row);
    }

  g_signal_emit (self, signals[CORRECTED], 0, edit);
  gtk_popover_popdown (GTK_POPOVER (self));
}
