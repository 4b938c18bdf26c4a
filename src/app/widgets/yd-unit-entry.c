/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-entry.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-unit-list.h"

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
  GtkBox       parent_instance;

  /* Borrowed */
  GtkImage    *image;
  GtkText     *text;
  GtkPopover  *popover;
  YdUnitList  *list;

  char        *hint;            /* (nullable): owned; without, units are added */
};

G_DEFINE_FINAL_TYPE (YdUnitEntry, yd_unit_entry, GTK_TYPE_BOX)

enum {
  PICKED,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum { PROP_0, PROP_HINT };

static void yd_unit_entry_constructed  (GObject      *object);
static void yd_unit_entry_set_property (GObject      *object,
                                        guint         prop_id,
                                        const GValue *value,
                                        GParamSpec   *pspec);
static void yd_unit_entry_finalize     (GObject      *object);

static gboolean
is_empty (YdUnitEntry *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->text)) == '\0';
}

static void
offer (YdUnitEntry *self)
{
  yd_unit_list_set_typed (self->list, gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static void
pop_up (YdUnitEntry *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (yd_unit_list_get_found (self->list) == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->popover), width, -1);
  gtk_popover_popup (self->popover);

  yd_unit_list_step (self->list, 0);
}

static void
changed_cb (YdUnitEntry *self)
{
  offer (self);
  if (!is_empty (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    pop_up (self);
  else
    gtk_popover_popdown (self->popover);
}

static void
settle (YdUnitEntry *self)
{
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
picked_cb (YdUnitEntry *self,
           YdRow       *unit)
{
  settle (self);
  g_signal_emit (self, signals[PICKED], 0, unit);
}

static void
named_cb (YdUnitEntry *self,
          const char  *name)
{
  g_autofree char *kept = g_strdup (name);      /* the list forgets it with the text */

  settle (self);
  g_signal_emit (self, signals[NAMED], 0, kept);
}

static void
activate_cb (YdUnitEntry *self)
{
  if (!is_empty (self))
    yd_unit_list_take (self->list);
}

static void
leave_cb (YdUnitEntry *self)
{
  if (self->popover != NULL)            /* it goes before the line that is left with it */
    gtk_popover_popdown (self->popover);
}

static void
step (YdUnitEntry *self,
      int          by)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      yd_unit_list_step (self->list, by);
      return;
    }

  offer (self);
  pop_up (self);
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
      if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)) && is_empty (self))
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (self->popover);
      gtk_editable_set_text (GTK_EDITABLE (self->text), "");
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
yd_unit_entry_dispose (GObject *object)
{
  YdUnitEntry *self = YD_UNIT_ENTRY (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;

  G_OBJECT_CLASS (yd_unit_entry_parent_class)->dispose (object);
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

  object_class->constructed = yd_unit_entry_constructed;
  object_class->set_property = yd_unit_entry_set_property;
  object_class->dispose = yd_unit_entry_dispose;
  object_class->finalize = yd_unit_entry_finalize;
  widget_class->grab_focus = yd_unit_entry_grab_focus;

  g_object_class_install_property (object_class, PROP_HINT,
    g_param_spec_string ("hint", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

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
add_text (YdUnitEntry *self,
          const char  *hint)
{
  GtkWidget *image = yd_accessible_new_ornament ("list-add-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->image = GTK_IMAGE (image);
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
add_popover (YdUnitEntry *self)
{
  GtkWidget *list = yd_unit_list_new ();

  self->list = YD_UNIT_LIST (list);
  gtk_widget_set_can_focus (list, FALSE);
  g_signal_connect_object (list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);

  self->popover = g_object_new (GTK_TYPE_POPOVER, "autohide", FALSE, "has-arrow", FALSE,
                                "position", GTK_POS_BOTTOM, "child", list, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "yd-unit-list");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
yd_unit_entry_init (YdUnitEntry *self)
{
}

static void
yd_unit_entry_constructed (GObject *object)
{
  YdUnitEntry *self = YD_UNIT_ENTRY (object);

  G_OBJECT_CLASS (yd_unit_entry_parent_class)->constructed (object);

  add_text (self, self->hint != NULL ? self->hint : _("Add a unit: name or initials"));
  add_popover (self);
  yd_unit_list_set_names (self->list, self->hint == NULL);
}

static void
yd_unit_entry_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  g_assert (prop_id == PROP_HINT);

  YD_UNIT_ENTRY (object)->hint = g_value_dup_string (value);
}

static void
yd_unit_entry_finalize (GObject *object)
{
  g_free (YD_UNIT_ENTRY (object)->hint);

  G_OBJECT_CLASS (yd_unit_entry_parent_class)->finalize (object);
}

/* Returns: (transfer full): an entry that offers nothing yet */
GtkWidget *
yd_unit_entry_new (void)
{
  return g_object_new (YD_TYPE_UNIT_ENTRY, NULL);
}

/**
 * yd_unit_entry_new_to_choose:
 * @hint: what a unit is chosen for
 *
 * Returns: (transfer full): an entry that offers no new names
 */
GtkWidget *
yd_unit_entry_new_to_choose (const char *hint)
{
  return g_object_new (YD_TYPE_UNIT_ENTRY, "hint", hint, NULL);
}

/* Whether a name that no unit has is offered as a new one. */
void
yd_unit_entry_set_names (YdUnitEntry *self,
                         gboolean     names)
{
  g_return_if_fail (YD_IS_UNIT_ENTRY (self));

  yd_unit_list_set_names (self->list, names);
}

/* Offers the units of @space, a plan or an office. What was typed is dropped. */
void
yd_unit_entry_set_space (YdUnitEntry *self,
                         YdSpace     *space)
{
  g_return_if_fail (YD_IS_UNIT_ENTRY (self));

  yd_unit_list_set_space (self->list, space);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
}

/* Offers the units of @plan, which may be %NULL. What was typed is dropped. */
void
yd_unit_entry_set_plan (YdUnitEntry *self,
                        YdPlan      *plan)
{
  g_return_if_fail (YD_IS_UNIT_ENTRY (self));
  g_return_if_fail (plan == NULL || YD_IS_PLAN (plan));

  yd_unit_list_set_plan (self->list, plan);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
}

/* Offers also what @directory knows on @day, and the plan does not have. */
void
yd_unit_entry_set_directory (YdUnitEntry *self,
                             YdDirectory *directory,
                             YdDay        day)
{
  g_return_if_fail (YD_IS_UNIT_ENTRY (self));

  yd_unit_list_set_directory (self->list, directory, day);
}

/* Only finds units that there are: no name is offered as a new one. @hint says what for. */
void
yd_unit_entry_set_finds (YdUnitEntry *self,
                         const char  *hint)
{
  GtkWidget *entry;

  g_return_if_fail (YD_IS_UNIT_ENTRY (self));

  entry = gtk_widget_get_ancestor (GTK_WIDGET (self->text), GTK_TYPE_ENTRY);
  gtk_image_set_from_icon_name (self->image, "system-search-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  yd_accessible_set_name (entry, hint);
  yd_unit_list_set_names (self->list, FALSE);
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

  return yd_unit_list_get_found (self->list);
}
