/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-accessible.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

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

/**
 * yd_accessible_set_row_name:
 * @child: what a list item shows
 * @name: what a screen reader calls the row, which is what has the focus
 *
 * GTK has gtk_list_item_set_accessible_label() from 4.12 on.
 */
void
yd_accessible_set_row_name (GtkWidget  *child,
                            const char *name)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_WIDGET (child));

  row = gtk_widget_get_parent (child);
  if (row != NULL)
    yd_accessible_set_name (row, name);
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

/**
 * yd_accessible_name_list:
 * @row: a row of an #AdwPreferencesGroup that has no title
 * @name: what a screen reader calls the list of its rows
 *
 * A title would be called so too, but it would be seen as well.
 */
void
yd_accessible_name_list (GtkWidget  *row,
                         const char *name)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  g_return_if_fail (list != NULL);

  yd_accessible_set_name (list, name);
}

/**
 * yd_accessible_new_ornament:
 * @icon_name: an icon
 *
 * What words beside it say already is not read aloud. GTK takes a role at birth only.
 *
 * Returns: (transfer floating): a picture for those who see it
 */
GtkWidget *
yd_accessible_new_ornament (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", icon_name, NULL);
}

/**
 * yd_accessible_new_entry:
 * @hint: what is to be typed: shown while the field is empty, and its name
 * @text: (out) (transfer none): the text in it, which has the keys and the focus
 *
 * A field that looks like a bare #GtkText. GTK 4.8 keeps those from readers: they count as
 * the inside of an entry, which says their name and what stands in them.
 *
 * Returns: (transfer floating): a #GtkEntry
 */
GtkWidget *
yd_accessible_new_entry (const char  *hint,
                         GtkText    **text)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "placeholder-text", hint, NULL);

  g_return_val_if_fail (text != NULL, entry);

  gtk_widget_add_css_class (entry, "yd-bare");
  yd_accessible_set_name (entry, hint);
  *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  return entry;
}

/**
 * yd_accessible_name_toast:
 * @root: the widget of a toast, beside the content of its overlay
 *
 * Names the button that closes it: before libadwaita 1.3 or so it is a cross without a name.
 */
void
yd_accessible_name_toast (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_button_get_icon_name (GTK_BUTTON (root)) != NULL)
    yd_accessible_set_name (root, _("Close"));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    yd_accessible_name_toast (child);
}
