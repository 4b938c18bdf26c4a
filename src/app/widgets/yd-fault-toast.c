/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fault-toast.h"

/**
 * yd_fault_toast_new:
 * @words: what went wrong, and what to do
 *
 * Returns: (transfer full): a toast that says so in full, at once, until it is closed: what to do
 *   stands at the end, and where a file could not be written there is time to make room
 */
AdwToast *
yd_fault_toast_new (const char *words)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 24,
                                   "max-width-chars", 60, NULL);

  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  return toast;
}
