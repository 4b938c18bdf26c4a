/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-focus.h"

/**
 * yd_focus_child:
 * @widget: a widget with one child, such as an #AdwBin
 * @direction: where the focus goes
 *
 * For #GtkWidgetClass.focus of a widget that gives the focus on to a part of its child: GTK asks
 * it to take the focus itself before one leaves it backwards, so that one would never get out.
 *
 * Returns: whether the focus is in the child now
 */
gboolean
yd_focus_child (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}
