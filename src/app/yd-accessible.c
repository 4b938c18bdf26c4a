/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-accessible.h"

#include <adwaita.h>

/* GTK 4.8 tells a screen reader the tooltip of a button as its description alone, and
 * calls a button with an icon “GtkImage”.
 */

/**
 * yd_accessible_set_name:
 * @widget: a widget
 * @name: what a screen reader calls it
 */
void
yd_accessible_set_name (GtkWidget  *widget,
                        const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* Words may change, and GTK and libadwaita read them themselves; only of a mnemonic it
 * reads the underscore too.
 */
static void
name_button (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);

  if (GTK_IS_BUTTON (button) && gtk_button_get_label (GTK_BUTTON (button)) != NULL)
    {
      if (gtk_button_get_use_underline (GTK_BUTTON (button)))
        gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }

  if (GTK_IS_BUTTON (button) &&
      ADW_IS_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (button))))
    return;

  if (tooltip != NULL)
    yd_accessible_set_name (button, tooltip);
}

/**
 * yd_accessible_name_buttons:
 * @root: a widget
 *
 * Calls each button in @root that has an icon instead of words, and stands there
 * now, after its tooltip.
 */
void
yd_accessible_name_buttons (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root))
    {
      name_button (root);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    yd_accessible_name_buttons (child);
}
