/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-tooltip.h"

/* Of half the width of a Chinese character each: what is longer goes on below. */
#define MAX_WIDTH_CHARS 50

static G_DEFINE_QUARK (yd-tooltip, yd_tooltip)
static G_DEFINE_QUARK (yd-tooltip-label, yd_tooltip_label)

/* The label stays from one question to the next, since GTK asks with every motion. */
static GtkLabel *
get_label (GtkTooltip *tooltip)
{
  GtkLabel *label = g_object_get_qdata (G_OBJECT (tooltip), yd_tooltip_label_quark ());

  if (label != NULL)
    return label;

  label = GTK_LABEL (g_object_ref_sink (gtk_label_new (NULL)));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_max_width_chars (label, MAX_WIDTH_CHARS);
  g_object_set_qdata_full (G_OBJECT (tooltip), yd_tooltip_label_quark (), label,
                           g_object_unref);

  return label;
}

/**
 * yd_tooltip_show:
 * @tooltip: what a #GtkWidget::query-tooltip is answered with
 * @text: (nullable): the answer
 *
 * gtk_tooltip_set_text() of GTK 4.8 makes room for as many average characters as @text has,
 * which in Chinese is half of what they need: “撤销” would stand in two lines.
 *
 * Returns: whether there is something to show
 */
gboolean
yd_tooltip_show (GtkTooltip *tooltip,
                 const char *text)
{
  GtkLabel *label;

  g_return_val_if_fail (GTK_IS_TOOLTIP (tooltip), FALSE);

  if (text == NULL || *text == '\0')
    return FALSE;

  label = get_label (tooltip);
  gtk_label_set_text (label, text);
  gtk_tooltip_set_custom (tooltip, GTK_WIDGET (label));

  return TRUE;
}

static gboolean
query_cb (GtkWidget  *widget,
          int         x,
          int         y,
          gboolean    keyboard_mode,
          GtkTooltip *tooltip)
{
  return yd_tooltip_show (tooltip, g_object_get_qdata (G_OBJECT (widget), yd_tooltip_quark ()));
}

/* Instead of the answer of GtkWidget, which is gtk_tooltip_set_text(). */
static gboolean
answer (GtkWidget  *widget,
        int         x,
        int         y,
        gboolean    keyboard_mode,
        GtkTooltip *tooltip)
{
  return yd_tooltip_show (tooltip, gtk_widget_get_tooltip_text (widget));
}

/**
 * yd_tooltip_init:
 *
 * Sees to it that the tooltips of all widgets, those of templates too, are shown with
 * yd_tooltip_show(). To be called after GTK was initialized and before there is a widget:
 * a class takes over what its parent has when it is made.
 */
void
yd_tooltip_init (void)
{
  GtkWidgetClass *widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  widget_class->query_tooltip = answer;
  g_type_class_unref (widget_class);
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
