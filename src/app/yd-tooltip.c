/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-tooltip.h"

static G_DEFINE_QUARK (yd-tooltip, yd_tooltip)

static gboolean
query_cb (GtkWidget  *widget,
          int         x,
          int         y,
          gboolean    keyboard_mode,
          GtkTooltip *tooltip)
{
  const char *text = g_object_get_qdata (G_OBJECT (widget), yd_tooltip_quark ());

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * yd_tooltip_set:
 * @widget: a widget of a row
 * @text: (nullable): more about it
 *
 * gtk_widget_set_tooltip_text() asks the display each time where the pointer is, and waits
 * for the answer. Rows come and change by hundreds: they tell what they have when asked.
 */
void
yd_tooltip_set (GtkWidget  *widget,
                const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && !gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
    }

  g_object_set_qdata_full (G_OBJECT (widget), yd_tooltip_quark (), g_strdup (text), g_free);
}

/**
 * yd_tooltip_get:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what is told of it where the pointer is, however that
 *   was set
 */
const char *
yd_tooltip_get (GtkWidget *widget)
{
  const char *text;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  text = g_object_get_qdata (G_OBJECT (widget), yd_tooltip_quark ());

  return text != NULL ? text : gtk_widget_get_tooltip_text (widget);
}
