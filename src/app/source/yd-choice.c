/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-choice.h"

#include "yd-focus.h"

/**
 * YdChoice:
 *
 * One of a few words, all of which are seen: an arrow key chooses another one, where
 * a GtkDropDown would have to be opened first and closed again.
 */

struct _YdChoice
{
  AdwBin     parent_instance;

  /* Owned by the box */
  GPtrArray *buttons;
};

G_DEFINE_FINAL_TYPE (YdChoice, yd_choice, ADW_TYPE_BIN)

static gboolean
yd_choice_grab_focus (GtkWidget *widget)
{
  YdChoice *self = YD_CHOICE (widget);

  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, yd_choice_get_selected (self)));
}

static void
yd_choice_finalize (GObject *object)
{
  g_clear_pointer (&YD_CHOICE (object)->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_choice_parent_class)->finalize (object);
}

static void
yd_choice_class_init (YdChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yd_choice_finalize;
  widget_class->focus = yd_focus_child;
  widget_class->grab_focus = yd_choice_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
yd_choice_init (YdChoice *self)
{
  self->buttons = g_ptr_array_new ();
}

/**
 * yd_choice_new:
 * @words: (array zero-terminated=1): at least one, translated
 *
 * Returns: a choice of which the first is chosen
 */
GtkWidget *
yd_choice_new (const char * const *words)
{
  YdChoice *self = g_object_new (YD_TYPE_CHOICE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (words[i]);

      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                    g_ptr_array_index (self->buttons, 0));
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  adw_bin_set_child (ADW_BIN (self), box);
  yd_choice_set_selected (self, 0);

  return GTK_WIDGET (self);
}

/* Returns: which one is chosen, from 0 */
guint
yd_choice_get_selected (YdChoice *self)
{
  g_return_val_if_fail (YD_IS_CHOICE (self), 0);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      return i;

  return 0;
}

void
yd_choice_set_selected (YdChoice *self,
                        guint     selected)
{
  g_return_if_fail (YD_IS_CHOICE (self));
  g_return_if_fail (selected < self->buttons->len);

  gtk_check_button_set_active (g_ptr_array_index (self->buttons, selected), TRUE);
}
