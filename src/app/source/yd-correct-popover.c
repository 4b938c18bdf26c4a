/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-correct-popover.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"
#include "yd-value.h"

/**
 * YdCorrectPopover:
 *
 * The one field in which a proposal can be wrong: the title of a point, the role of
 * a unit, the day or the count of a deadline, the kind of an order. Who corrects
 * something has checked it, whether it was wrong or not.
 */

struct _YdCorrectPopover
{
  GtkPopover  parent_instance;

  /* Owned */
  YdRow      *row;

  /* Borrowed */
  GtkWidget  *field;
  GtkWidget  *problem;
};

G_DEFINE_FINAL_TYPE (YdCorrectPopover, yd_correct_popover, GTK_TYPE_POPOVER)

enum {
  CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const role_values[] = { "lead", "responsible", "support" };
static const char * const role_words[] = { N_("Lead"), N_("Responsible"), N_("Support"), NULL };
static const char * const order_values[] = { "FS", "SS", "FF", "SF" };
static const char * const order_words[] = {
  N_("One after the other"), N_("Begin together"), N_("End together"),
  N_("Ends after the other has begun"), NULL,
};

/* Returns: whether it is a deadline that counts */
static gboolean
counts (YdRow *row)
{
  const char *rule = yd_row_get_cell (row, YD_DEADLINE_RULE);

  return g_strcmp0 (rule, "after") == 0 ||
         (g_strcmp0 (rule, "recurring") == 0 && yd_row_get_cell (row, YD_DEADLINE_N) != NULL);
}

static GtkWidget *
make_choice (const char * const *values,
             const char * const *words,
             const char         *value)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();
  GtkWidget *choice;
  guint chosen = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_ptr_array_add (said, (gpointer) _(words[i]));
      if (g_strcmp0 (values[i], value) == 0)
        chosen = i;
    }
  g_ptr_array_add (said, NULL);

  choice = gtk_drop_down_new_from_strings ((const char * const *) said->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);

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

  return entry;
}

static GtkWidget *
make_count (YdCorrectPopover *self,
            YdRow            *row)
{
  GtkWidget *count = gtk_spin_button_new_with_range (1, 9999, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (count), yd_row_get_int (row, YD_DEADLINE_N, 1));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (count)), "activate",
                           G_CALLBACK (yd_correct_popover_apply), self, G_CONNECT_SWAPPED);

  return count;
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
      return make_choice (role_values, role_words, yd_row_get_cell (row, YD_ASSIGNMENT_ROLE));

    case YD_KIND_DEPENDENCY:
      *name = _("Order");
      return make_choice (order_values, order_words, yd_row_get_cell (row, YD_DEPENDENCY_TYPE));

    case YD_KIND_DEADLINE:
      *name = counts (row) ? _("Count") : _("Day, such as 2017-12-31");
      return counts (row) ? make_count (self, row)
                          : make_entry (self, yd_row_get_cell (row, YD_DEADLINE_VALUE), 14);

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
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->field));

  return yd_plan_edit_set (self->row, field, values[chosen], act);
}

/* Only what stands in the field is another; the rest is as it was read. */
static YdEdit *
correct_deadline (YdCorrectPopover *self)
{
  YdRow *row = self->row;
  gboolean count = counts (row);
  YdDeadlineTerms terms = {
    .rule = yd_row_get_cell (row, YD_DEADLINE_RULE),
    .value = yd_row_get_cell (row, YD_DEADLINE_VALUE),
    .n = yd_row_get_int (row, YD_DEADLINE_N, 0),
    .measure = yd_row_get_cell (row, YD_DEADLINE_MEASURE),
    .anchor = yd_row_get_cell (row, YD_DEADLINE_ANCHOR),
    .anchor_id = yd_row_get_cell (row, YD_DEADLINE_ANCHOR_ID),
    .roll = yd_row_get_cell (row, YD_DEADLINE_ROLL),
    .first = yd_row_get_flag (row, YD_DEADLINE_FIRST),
    .unit = yd_row_get_cell (row, YD_DEADLINE_UNIT),
  };

  if (count)
    {
      gtk_spin_button_update (GTK_SPIN_BUTTON (self->field));
      terms.n = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->field));
      if (terms.n != yd_row_get_int (row, YD_DEADLINE_N, 0) && terms.value != NULL)
        terms.value = NULL;                     /* it said the same count in words */
    }
  else
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->field));

      if (*text != '\0' && g_strcmp0 (text, terms.value) != 0)
        {
          if (!yd_value_to_date (text, NULL))
            return NULL;
          terms.rule = "date";
          terms.value = text;
        }
    }

  return yd_plan_edit_edit_deadline (row, &terms);
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

static void
yd_correct_popover_dispose (GObject *object)
{
  g_clear_object (&YD_CORRECT_POPOVER (object)->row);

  G_OBJECT_CLASS (yd_correct_popover_parent_class)->dispose (object);
}

static void
yd_correct_popover_class_init (YdCorrectPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_correct_popover_dispose;

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

  self->field = make_field (self, &name);
  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  self->problem = gtk_label_new (_("This cannot be understood."));
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "yd-error");
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_set_visible (self->problem, FALSE);

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (yd_correct_popover_apply), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), self->field);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/* Returns: a popover to correct @row */
GtkWidget *
yd_correct_popover_new (YdRow *row)
{
  YdCorrectPopover *self = g_object_new (YD_TYPE_CORRECT_POPOVER, NULL);

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
  gtk_widget_set_visible (self->problem, edit == NULL);
  if (edit == NULL)
    return;

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0)
    {
      g_clear_pointer (&edit, yd_edit_unref);
      edit = yd_plan_edit_confirm (self->row);
    }

  g_signal_emit (self, signals[CORRECTED], 0, edit);
  gtk_popover_popdown (GTK_POPOVER (self));
}
