/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-light-label.h"

/* A light as a pill: its symbol and its word. The symbol is seen and not read aloud. */

static const struct
{
  const char *sign;
  const char *classes;
} looks[YD_N_LIGHTS] = {
  [YD_LIGHT_NONE] = { "",  NULL },
  [YD_LIGHT_WAIT] = { "○", "yd-pill yd-wait" },
  [YD_LIGHT_OK]   = { "●", "yd-pill yd-ok" },
  [YD_LIGHT_SOON] = { "▲", "yd-pill yd-soon" },
  [YD_LIGHT_LATE] = { "■", "yd-pill yd-late" },
  [YD_LIGHT_DONE] = { "✓", "yd-pill yd-done" },
};

/* Returns: (transfer none): the symbol before its word, empty for %YD_LIGHT_NONE */
const char *
yd_light_get_sign (YdLight light)
{
  g_return_val_if_fail (light < YD_N_LIGHTS, "");

  return looks[light].sign;
}

/* Returns: (transfer none) (nullable): the style classes of its pill, with blanks between */
const char *
yd_light_get_classes (YdLight light)
{
  g_return_val_if_fail (light < YD_N_LIGHTS, NULL);

  return looks[light].classes;
}

/* Returns: (transfer floating): a #GtkLabel without a light */
GtkWidget *
yd_light_label_new (void)
{
  return gtk_label_new (NULL);
}

/**
 * yd_light_label_set_light:
 * @label: from yd_light_label_new()
 * @light: what it shows; nothing at all for %YD_LIGHT_NONE
 */
void
yd_light_label_set_light (GtkLabel *label,
                          YdLight   light)
{
  g_auto(GStrv) classes = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (light != YD_LIGHT_NONE)
    text = g_strdup_printf ("%s %s", looks[light].sign, yd_light_get_word (light));
  classes = g_strsplit (text != NULL ? looks[light].classes : "", " ", -1);
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_css_classes (GTK_WIDGET (label), (const char **) classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  light != YD_LIGHT_NONE ? yd_light_get_word (light) : "", -1);
}
