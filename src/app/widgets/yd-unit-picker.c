/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-picker.h"

#include "yd-unit-list.h"

/**
 * YdUnitPicker:
 *
 * A popover to pick a unit of the plan by a part of its name or its initials. It either
 * filters, and then offers all units as well, or assigns, and then it has roles and
 * offers to make a unit of a name that is not there.
 */

struct _YdUnitPicker
{
  GtkPopover          parent_instance;

  /* Template */
  GtkBox             *roles;
  GtkToggleButton    *lead;
  GtkToggleButton    *support;
  GtkSearchEntry     *entry;
  GtkButton          *all;
  YdUnitList         *list;

  gboolean            assigns;
};

G_DEFINE_FINAL_TYPE (YdUnitPicker, yd_unit_picker, GTK_TYPE_POPOVER)

enum {
  PICKED,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
typed_cb (YdUnitPicker *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  yd_unit_list_set_typed (self->list, typed);
  gtk_widget_set_visible (GTK_WIDGET (self->all), !self->assigns && *typed == '\0');
}

static void
pick (YdUnitPicker *self,
      YdRow        *unit)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, unit);
}

static void
all_cb (YdUnitPicker *self)
{
  pick (self, NULL);
}

static void
named_cb (YdUnitPicker *self,
          const char   *name)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, name);
}

/* Enter in the entry takes what is marked: the first that fits, or a new one. */
static void
enter_cb (YdUnitPicker *self)
{
  yd_unit_list_take (self->list);
}

/* The arrows move the mark while one types on. */
static void
next_cb (YdUnitPicker *self)
{
  yd_unit_list_step (self->list, 1);
}

static void
previous_cb (YdUnitPicker *self)
{
  yd_unit_list_step (self->list, -1);
}

static gboolean
key_cb (YdUnitPicker *self,
        guint         key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  yd_unit_list_step (self->list, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
yd_unit_picker_map (GtkWidget *widget)
{
  YdUnitPicker *self = YD_UNIT_PICKER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  typed_cb (self);
  GTK_WIDGET_CLASS (yd_unit_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
yd_unit_picker_dispose (GObject *object)
{
  YdUnitPicker *self = YD_UNIT_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_UNIT_PICKER);

  G_OBJECT_CLASS (yd_unit_picker_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, roles);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, lead);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, support);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, all);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick);
}

static void
yd_unit_picker_class_init (YdUnitPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_unit_picker_dispose;
  widget_class->map = yd_unit_picker_map;

  /* A unit of the plan, or %NULL for all of them. */
  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, YD_TYPE_ROW);

  /* The name of a unit that is not in the plan. */
  signals[NAMED] =
    g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (YD_TYPE_UNIT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-unit-picker.ui");
  bind_template (widget_class);
}

static void
yd_unit_picker_init (YdUnitPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * yd_unit_picker_new:
 * @assigns: whether a unit is picked to be assigned, and not to filter by it
 *
 * Returns: (transfer floating): a picker
 */
GtkWidget *
yd_unit_picker_new (gboolean assigns)
{
  YdUnitPicker *self = g_object_new (YD_TYPE_UNIT_PICKER, NULL);

  self->assigns = assigns;
  yd_unit_list_set_names (self->list, assigns);
  gtk_widget_set_visible (GTK_WIDGET (self->roles), assigns);

  return GTK_WIDGET (self);
}

void
yd_unit_picker_set_plan (YdUnitPicker *self,
                         YdPlan       *plan)
{
  g_return_if_fail (YD_IS_UNIT_PICKER (self));

  yd_unit_list_set_plan (self->list, plan);
}

/* Offers, where it assigns, also what @directory knows on @day and the plan does not have. */
void
yd_unit_picker_set_directory (YdUnitPicker *self,
                              YdDirectory  *directory,
                              YdDay         day)
{
  g_return_if_fail (YD_IS_UNIT_PICKER (self));

  yd_unit_list_set_directory (self->list, directory, day);
}

/* Returns: (transfer none): the role that is chosen, as in the schema */
const char *
yd_unit_picker_get_role (YdUnitPicker *self)
{
  g_return_val_if_fail (YD_IS_UNIT_PICKER (self), NULL);

  if (gtk_toggle_button_get_active (self->lead))
    return "lead";

  return gtk_toggle_button_get_active (self->support) ? "support" : "responsible";
}
