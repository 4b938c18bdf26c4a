/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-pinyin.h"

/**
 * YdUnitEntry:
 *
 * A line in which a unit is named by a part of its name, or by the letters with which
 * its characters begin. What fits is offered below; a name that no unit has is offered
 * as a new one. Arrows choose, Enter takes, Escape leaves; while an input method is
 * open all of these belong to it.
 */

struct _YdUnitEntry
{
  GtkBox              parent_instance;

  /* Owned */
  YdPinyin           *pinyin;
  YdPlan             *plan;
  GListStore         *fresh;            /* the name that no unit has, or nothing */
  GtkFilterListModel *units;
  GtkSingleSelection *selection;
  char               *typed;

  /* Template */
  GtkText            *text;
  GtkPopover         *popover;
  GtkListView        *list;
};

G_DEFINE_FINAL_TYPE (YdUnitEntry, yd_unit_entry, GTK_TYPE_BOX)

enum {
  PICKED,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_typed (YdUnitEntry *self,
           YdRow       *row,
           guint        field)
{
  const char *name = yd_row_get_cell (row, field);

  return name != NULL && (strstr (name, self->typed) != NULL ||
                          yd_pinyin_matches (self->pinyin, name, self->typed));
}

static gboolean
has_alias (YdUnitEntry *self,
           YdRow       *unit)
{
  GListModel *aliases = yd_row_get_rows (unit, YD_KIND_ALIAS);
  guint n = g_list_model_get_n_items (aliases);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);

      if (has_typed (self, alias, YD_ALIAS_NAME))
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  YdUnitEntry *self = user_data;

  return self->typed == NULL || *self->typed == '\0' ||
         has_typed (self, item, YD_UNIT_NAME) || has_typed (self, item, YD_UNIT_FULL) ||
         has_typed (self, item, YD_UNIT_SHORT) || has_alias (self, item);
}

/* Letters alone are initials more often than the name of an office. */
static gboolean
is_name (YdUnitEntry *self)
{
  gboolean has_sign = FALSE;

  for (const char *c = self->typed; *c != '\0'; c++)
    has_sign = has_sign || (*c & 0x80) != 0;

  return (has_sign || g_list_model_get_n_items (G_LIST_MODEL (self->units)) == 0) &&
         *self->typed != '\0' && self->plan != NULL &&
         yd_plan_find_unit (self->plan, self->typed) == NULL;
}

static void
offer (YdUnitEntry *self)
{
  GtkFilter *filter = gtk_filter_list_model_get_filter (self->units);

  g_free (self->typed);
  self->typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));

  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_list_store_remove_all (self->fresh);
  if (is_name (self))
    {
      g_autoptr(GtkStringObject) name = gtk_string_object_new (self->typed);

      g_list_store_append (self->fresh, name);
    }

  gtk_single_selection_set_selected (self->selection, 0);
}

static void
pop_up (YdUnitEntry *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->popover), width, -1);
  gtk_popover_popup (self->popover);

  /* The list keeps its place while what it shows becomes less. */
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
}

static void
changed_cb (YdUnitEntry *self)
{
  offer (self);
  if (*self->typed != '\0' && gtk_widget_get_mapped (GTK_WIDGET (self)))
    pop_up (self);
  else
    gtk_popover_popdown (self->popover);
}

static void
pick (YdUnitEntry *self,
      guint        position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;

  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");

  if (YD_IS_ROW (item))
    g_signal_emit (self, signals[PICKED], 0, item);
  else
    g_signal_emit (self, signals[NAMED], 0,
                   gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
}

static void
activate_cb (YdUnitEntry *self)
{
  if (self->typed != NULL && *self->typed != '\0')
    pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (YdUnitEntry *self,
                  guint        position)
{
  pick (self, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
leave_cb (YdUnitEntry *self)
{
  gtk_popover_popdown (self->popover);
}

static void
step (YdUnitEntry *self,
      int          by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      offer (self);
      pop_up (self);
      return;
    }

  if (n == 0)
    return;

  at = (at + n + by) % n;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

/* Comes after the input method, which is asked by the text itself. */
static gboolean
key_cb (YdUnitEntry     *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
        return GDK_EVENT_PROPAGATE;
      step (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)) && *self->typed == '\0')
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (self->popover);
      gtk_editable_set_text (GTK_EDITABLE (self->text), "");
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                               "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  gpointer object = gtk_list_item_get_item (item);

  if (YD_IS_ROW (object))
    gtk_label_set_label (label, yd_row_get_cell (object, YD_UNIT_NAME));
  else
    {
      g_autofree char *words =
        g_strdup_printf (_("New unit “%s”"), gtk_string_object_get_string (object));

      gtk_label_set_label (label, words);
    }
  yd_accessible_set_row_name (GTK_WIDGET (label), gtk_label_get_label (label));
}

static void
yd_unit_entry_dispose (GObject *object)
{
  YdUnitEntry *self = YD_UNIT_ENTRY (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->units);
  g_clear_object (&self->fresh);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (yd_unit_entry_parent_class)->dispose (object);
}

static void
yd_unit_entry_finalize (GObject *object)
{
  YdUnitEntry *self = YD_UNIT_ENTRY (object);

  g_clear_pointer (&self->pinyin, yd_pinyin_free);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (yd_unit_entry_parent_class)->finalize (object);
}

static gboolean
yd_unit_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_UNIT_ENTRY (widget)->text));
}

static void
yd_unit_entry_class_init (YdUnitEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_unit_entry_dispose;
  object_class->finalize = yd_unit_entry_finalize;
  widget_class->grab_focus = yd_unit_entry_grab_focus;

  /**
   * YdUnitEntry::picked:
   * @self: an entry
   * @unit: a unit of the plan
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_ROW);

  /**
   * YdUnitEntry::named:
   * @self: an entry
   * @name: a name that no unit of the plan has
   */
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_text (YdUnitEntry *self)
{
  GtkWidget *image = yd_accessible_new_ornament ("list-add-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *hint = _("Add a unit: name or initials");

  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (image, "dim-label");
  gtk_box_append (GTK_BOX (self), image);

  gtk_box_append (GTK_BOX (self), yd_accessible_new_entry (hint, &self->text));

  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
}

static void
add_models (YdUnitEntry *self)
{
  g_autoptr(GListStore) both = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (fits_cb, self, NULL));

  self->units = gtk_filter_list_model_new (NULL, filter);
  self->fresh = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_list_store_append (both, self->units);
  g_list_store_append (both, self->fresh);
  self->selection = gtk_single_selection_new
    (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&both)))));
}

static void
add_popover (YdUnitEntry *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new
                              (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  yd_accessible_set_name (GTK_WIDGET (self->list), _("Units"));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (list_activate_cb), self);

  window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                         "max-content-height", 260, "propagate-natural-height", TRUE,
                         "child", self->list, NULL);
  self->popover = g_object_new (GTK_TYPE_POPOVER, "autohide", FALSE, "has-arrow", FALSE,
                                "position", GTK_POS_BOTTOM, "child", window, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "yd-unit-list");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
yd_unit_entry_init (YdUnitEntry *self)
{
  self->pinyin = yd_pinyin_new ();
  self->typed = g_strdup ("");

  add_models (self);
  add_text (self);
  add_popover (self);
}

/* Returns: (transfer full): an entry that offers nothing yet */
GtkWidget *
yd_unit_entry_new (void)
{
  return g_object_new (YD_TYPE_UNIT_ENTRY, NULL);
}

/* Offers the units of @plan, which may be %NULL. What was typed is dropped. */
void
yd_unit_entry_set_plan (YdUnitEntry *self,
                        YdPlan      *plan)
{
  g_return_if_fail (YD_IS_UNIT_ENTRY (self));
  g_return_if_fail (plan == NULL || YD_IS_PLAN (plan));

  if (!g_set_object (&self->plan, plan))
    return;

  gtk_filter_list_model_set_model (self->units, plan != NULL ? yd_plan_get_units (plan) : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
}

/* Returns: (transfer none): where one types */
GtkText *
yd_unit_entry_get_text (YdUnitEntry *self)
{
  g_return_val_if_fail (YD_IS_UNIT_ENTRY (self), NULL);

  return self->text;
}

/* Returns: how many units and new names are offered for what is typed */
guint
yd_unit_entry_get_found (YdUnitEntry *self)
{
  g_return_val_if_fail (YD_IS_UNIT_ENTRY (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
