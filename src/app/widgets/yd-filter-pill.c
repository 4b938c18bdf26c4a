/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-filter-pill.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-compat.h"

/**
 * YdFilterPill:
 *
 * One thing by which a list is filtered: a button that opens the choices. As long as one of
 * them is chosen it says which, is blue, and has a cross that takes it back by giving its
 * action an empty value.
 */

struct _YdFilterPill
{
  GtkBox         parent_instance;

  /* Owned */
  char          *label;         /* what it is by */
  char          *action;        /* takes a string */

  YdFilterPillCreateMenu  create_menu;
  gpointer                create_data;

  /* Borrowed */
  GtkMenuButton *button;
  GtkLabel      *words;
  GtkWidget     *cross;
};

G_DEFINE_FINAL_TYPE (YdFilterPill, yd_filter_pill, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_LABEL,
  PROP_ACTION,
};

static void
yd_filter_pill_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  YdFilterPill *self = YD_FILTER_PILL (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      yd_set_str (&self->label, g_value_get_string (value));
      yd_filter_pill_set_value (self, NULL);
      break;

    case PROP_ACTION:
      yd_set_str (&self->action, g_value_get_string (value));
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->cross), NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cross), self->action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->cross), "s", "");
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_filter_pill_finalize (GObject *object)
{
  YdFilterPill *self = YD_FILTER_PILL (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->action, g_free);

  G_OBJECT_CLASS (yd_filter_pill_parent_class)->finalize (object);
}

static void
yd_filter_pill_class_init (YdFilterPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = yd_filter_pill_finalize;
  object_class->set_property = yd_filter_pill_set_property;
  g_object_class_install_property (object_class, PROP_LABEL,
    g_param_spec_string ("label", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ACTION,
    g_param_spec_string ("action", NULL, NULL, NULL, flags));
}

static void
yd_filter_pill_init (YdFilterPill *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->words, 8);
  gtk_label_set_max_width_chars (self->words, 14);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), yd_accessible_new_ornament ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->button, box);
  gtk_widget_set_visible (self->cross, FALSE);
  yd_accessible_set_name (self->cross, _("Clear"));

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self), self->cross);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-filter");
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
}

static void
create_cb (GtkMenuButton *button,
           gpointer       user_data)
{
  YdFilterPill *self = user_data;
  g_autoptr(GMenuModel) menu = self->create_menu (self->create_data);

  gtk_menu_button_set_menu_model (button, menu);
}

/**
 * yd_filter_pill_set_create_menu:
 * @self: a pill
 * @create: (scope notified): makes the menu of what can be chosen
 * @user_data: data for @create, which lives longer
 *
 * The menu is made anew each time that somebody opens it: its widgets take longer than the
 * sheet that it is about, and mostly nobody does.
 */
void
yd_filter_pill_set_create_menu (YdFilterPill           *self,
                                YdFilterPillCreateMenu  create,
                                gpointer                user_data)
{
  g_return_if_fail (YD_IS_FILTER_PILL (self));

  self->create_menu = create;
  self->create_data = user_data;
  gtk_menu_button_set_create_popup_func (self->button, create_cb, self, NULL);
}

/* The same where a menu is not enough. */
void
yd_filter_pill_set_popover (YdFilterPill *self,
                            GtkWidget    *popover)
{
  g_return_if_fail (YD_IS_FILTER_PILL (self));

  gtk_menu_button_set_popover (self->button, popover);
}

/**
 * yd_filter_pill_set_value:
 * @self: a pill
 * @value: (nullable): the words of what is chosen
 */
void
yd_filter_pill_set_value (YdFilterPill *self,
                          const char   *value)
{
  const char *words;

  g_return_if_fail (YD_IS_FILTER_PILL (self));

  words = value != NULL ? value : self->label != NULL ? self->label : "";
  gtk_label_set_text (self->words, words);
  yd_accessible_set_name (GTK_WIDGET (self->button), words);
  gtk_widget_set_visible (self->cross, value != NULL);
  if (value != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}
