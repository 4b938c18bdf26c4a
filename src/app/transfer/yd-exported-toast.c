/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-exported-toast.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"

/* What was written, and two ways to it. */

#define TIMEOUT 10              /* seconds: longer than to read it */

static const char uri_key[] = "uri";

static void
say (GtkWindow  *window,
     const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.say", "s", words);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWindow) window = GTK_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (window, _("No program on this computer opens this kind of file."));
}

static void
folder_opened_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GtkWindow) window = GTK_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (window, _("No program on this computer shows folders."));
}

static void
open_cb (GtkButton *button,
         AdwToast  *toast)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));

  gtk_show_uri_full (window, g_object_get_data (G_OBJECT (toast), uri_key), GDK_CURRENT_TIME,
                     NULL, opened_cb, g_object_ref (window));
  adw_toast_dismiss (toast);
}

typedef struct
{
  GtkWindow *window;
  char      *uri;
} Showing;

/* Where no file manager answers to that name, the folder is opened without a choice. */
static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Showing *self = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result,
                                                             NULL);
  g_autoptr(GFile) file = g_file_new_for_uri (self->uri);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (reply == NULL && uri != NULL)
    gtk_show_uri_full (self->window, uri, GDK_CURRENT_TIME, NULL, folder_opened_cb,
                       g_object_ref (self->window));

  g_object_unref (self->window);
  g_free (self->uri);
  g_free (self);
}

static void
show_in_folder_cb (AdwToast  *toast,
                   GtkWindow *window)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (window));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application)
                                             : NULL;
  const char *uri = g_object_get_data (G_OBJECT (toast), uri_key);
  const char *uris[] = { uri, NULL };
  g_autoptr(GFile) file = g_file_new_for_uri (uri);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  Showing *showing;

  if (bus == NULL)
    {
      if (folder_uri != NULL)
        gtk_show_uri_full (window, folder_uri, GDK_CURRENT_TIME, NULL, folder_opened_cb,
                           g_object_ref (window));
      return;
    }

  showing = g_new0 (Showing, 1);
  showing->window = g_object_ref (window);
  showing->uri = g_strdup (uri);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, shown_cb, showing);
}

static GtkWidget *
make_title (AdwToast   *toast,
            const char *name)
{
  g_autofree char *words = g_strdup_printf (_("Exported “%s”"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open"));

  yd_accessible_name_buttons (button);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), toast, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/**
 * yd_exported_toast_new:
 * @window: the window that shows it
 * @uri: of a file that was written
 *
 * Returns: (transfer full): a toast that says so, with ways to open the file and to
 *   see it in its folder
 */
AdwToast *
yd_exported_toast_new (GtkWindow  *window,
                       const char *uri)
{
  AdwToast *toast = adw_toast_new ("");
  g_autoptr(GFile) file = g_file_new_for_uri (uri);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  g_object_set_data_full (G_OBJECT (toast), uri_key, g_strdup (uri), g_free);
  adw_toast_set_custom_title (toast, make_title (toast, name));
  adw_toast_set_button_label (toast, _("Show in _Folder"));
  adw_toast_set_timeout (toast, TIMEOUT);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_in_folder_cb), window, 0);

  return toast;
}
