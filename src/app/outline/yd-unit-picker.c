/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-pinyin.h"

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

  /* Owned */
  YdPinyin           *pinyin;

  /* Template */
  GtkBox             *roles;
  GtkToggleButton    *lead;
  GtkToggleButton    *support;
  GtkSearchEntry     *entry;
  GtkButton          *all;
  GtkButton          *make;
  GtkListView        *list;
  GtkFilterListModel *units;
  GtkCustomFilter    *filter;
  GtkSingleSelection *selection;

  gboolean            assigns;
};

G_DEFINE_FINAL_TYPE (YdUnitPicker, yd_unit_picker, GTK_TYPE_POPOVER)

enum {
  PICKED,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_typed (YdUnitPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  YdUnitPicker *self = user_data;
  g_autofree char *typed = dup_typed (self);
  const char *name = yd_row_get_cell (item, YD_UNIT_NAME);
  const char *full = yd_row_get_cell (item, YD_UNIT_FULL);

  return *typed == '\0' || (name != NULL && strstr (name, typed) != NULL) ||
         (full != NULL && strstr (full, typed) != NULL) ||
         yd_pinyin_matches (self->pinyin, name, typed);
}

static gboolean
is_there (YdUnitPicker *self,
          const char   *name)
{
  GListModel *units = G_LIST_MODEL (self->units);
  guint n = g_list_model_get_n_items (units);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      if (g_strcmp0 (yd_row_get_cell (unit, YD_UNIT_NAME), name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
typed_cb (YdUnitPicker *self)
{
  g_autofree char *typed = dup_typed (self);
  /* Translators: a unit that is not in the plan yet */
  g_autofree char *words = g_strdup_printf (_("Add “%s”"), typed);

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_button_set_label (self->make, words);
  gtk_widget_set_visible (GTK_WIDGET (self->make),
                          self->assigns && *typed != '\0' && !is_there (self, typed));
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
make_cb (YdUnitPicker *self)
{
  g_autofree char *typed = dup_typed (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, typed);
}

static void
activate_cb (YdUnitPicker *self,
             guint         position)
{
  g_autoptr(YdRow) unit = g_list_model_get_item (G_LIST_MODEL (self->units), position);

  pick (self, unit);
}

/* Enter in the entry takes what is marked: the first that fits, or a new one. */
static void
enter_cb (YdUnitPicker *self)
{
  YdRow *unit = gtk_single_selection_get_selected_item (self->selection);

  if (unit != NULL)
    pick (self, unit);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->make)))
    make_cb (self);
}

/* The arrows move the mark while one types on. */
static void
step (YdUnitPicker *self,
      int           by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;

  at = at == GTK_INVALID_LIST_POSITION ? 0 : (at + n + by) % n;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

static void
next_cb (YdUnitPicker *self)
{
  step (self, 1);
}

static void
previous_cb (YdUnitPicker *self)
{
  step (self, -1);
}

static gboolean
key_cb (YdUnitPicker *self,
        guint         key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  step (self, key == GDK_KEY_Down ? 1 : -1);
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
yd_unit_picker_finalize (GObject *object)
{
  g_clear_pointer (&YD_UNIT_PICKER (object)->pinyin, yd_pinyin_free);

  G_OBJECT_CLASS (yd_unit_picker_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, roles);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, lead);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, support);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, all);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, make);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, list);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, units);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, filter);
  gtk_widget_class_bind_template_child (widget_class, YdUnitPicker, selection);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
yd_unit_picker_class_init (YdUnitPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_unit_picker_dispose;
  object_class->finalize = yd_unit_picker_finalize;
  widget_class->map = yd_unit_picker_map;

  /* A unit of the plan, or %NULL for all of them. */
  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, YD_TYPE_ROW);

  /* The name of a unit that is not in the plan. */
  signals[NAMED] =
    g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-unit-picker.ui");
  bind_template (widget_class);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *name = yd_row_get_cell (gtk_list_item_get_item (item), YD_UNIT_NAME);

  gtk_label_set_label (GTK_LABEL (label), name);
  yd_accessible_set_row_name (label, name != NULL ? name : "");
}

static void
yd_unit_picker_init (YdUnitPicker *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->pinyin = yd_pinyin_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, fits_cb, self, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
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
  gtk_widget_set_visible (GTK_WIDGET (self->roles), assigns);

  return GTK_WIDGET (self);
}

void
yd_unit_picker_set_plan (YdUnitPicker *self,
                         YdPlan       *plan)
{
  g_return_if_fail (YD_IS_UNIT_PICKER (self));

  gtk_filter_list_model_set_model (self->units, plan != NULL ? yd_plan_get_units (plan) : NULL);
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
