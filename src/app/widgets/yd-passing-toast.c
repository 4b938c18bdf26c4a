/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-passing-toast.h"

#include "yd-accessible.h"

/* What the smaller windows say: in passing, or, what went wrong, until it is closed. No toast has
 * a high priority: libadwaita 1.2 puts off the one that is shown for it, brings that back, and
 * aborts if it is to do so while that one still moves out.
 */

#define PASSING "yd-passing-toast"
#define FAULT   "yd-fault-toast"
#define SHOWN   "yd-toast-shown"

/* A toast must not be dismissed while it still appears: libadwaita 1.2 uses it on. */
#define TOAST_APPEARS (1 * G_USEC_PER_SEC)

static void
shown_cb (AdwToastOverlay *toasts)
{
  gint64 *time = g_new (gint64, 1);

  *time = g_get_monotonic_time ();
  g_object_set_data_full (G_OBJECT (toasts), SHOWN, time, g_free);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (toasts))
      yd_accessible_name_toast (child);
}

static gboolean
is_moving (AdwToastOverlay *toasts)
{
  const gint64 *time = g_object_get_data (G_OBJECT (toasts), SHOWN);

  return time != NULL && g_get_monotonic_time () - *time < TOAST_APPEARS;
}

static void
forget (AdwToastOverlay *toasts,
        AdwToast        *toast,
        const char      *key)
{
  if (g_object_get_data (G_OBJECT (toasts), key) == toast)
    g_object_set_data (G_OBJECT (toasts), key, NULL);
}

static void
dismissed_cb (AdwToastOverlay *toasts,
              AdwToast        *toast)
{
  forget (toasts, toast, PASSING);
  forget (toasts, toast, FAULT);
}

/* Adds @toast, and knows it by @key until it is dismissed. */
static void
add (AdwToastOverlay *toasts,
     AdwToast        *toast,
     const char      *key)
{
  g_object_set_data_full (G_OBJECT (toasts), key, g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), toasts,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (toasts, toast);
}

/* What was said in passing goes, as soon as it can. */
static gboolean
make_room_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (widget);
  AdwToast *passing = g_object_get_data (G_OBJECT (toasts), PASSING);
  g_autoptr(AdwToast) last = NULL;

  if (passing == NULL)
    return G_SOURCE_REMOVE;
  if (is_moving (toasts))
    return G_SOURCE_CONTINUE;

  last = g_object_ref (passing);
  adw_toast_dismiss (last);

  return G_SOURCE_REMOVE;
}

/* Words in full: the title of a toast would be cut. It comes on the screen when it is its turn. */
static AdwToast *
make_toast (AdwToastOverlay *toasts,
            const char      *words)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 24,
                                   "max-width-chars", 60, NULL);

  gtk_widget_add_css_class (label, "heading");
  g_signal_connect_object (label, "map", G_CALLBACK (shown_cb), toasts, G_CONNECT_SWAPPED);
  adw_toast_set_custom_title (toast, label);

  return toast;
}

/**
 * yd_passing_toast_say:
 * @toasts: where
 * @words: what was done
 *
 * Says so for a while.
 */
void
yd_passing_toast_say (AdwToastOverlay *toasts,
                      const char      *words)
{
  add (toasts, make_toast (toasts, words), PASSING);
}

/**
 * yd_passing_toast_warn:
 * @toasts: where
 * @words: what went wrong, and what to do
 *
 * Says so in full until it is closed: what to do stands at the end, and where a file could not be
 * written there is time to make room. What was said in passing goes, so that it comes soon; and
 * it stands in the place of the fault before it.
 */
void
yd_passing_toast_warn (AdwToastOverlay *toasts,
                       const char      *words)
{
  AdwToast *fault = g_object_get_data (G_OBJECT (toasts), FAULT);

  if (fault != NULL)
    {
      gtk_label_set_label (GTK_LABEL (adw_toast_get_custom_title (fault)), words);
      return;
    }

  fault = make_toast (toasts, words);
  adw_toast_set_timeout (fault, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (toasts), make_room_cb, NULL, NULL);
  add (toasts, fault, FAULT);
}
