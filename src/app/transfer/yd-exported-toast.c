/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-exported-toast.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"

/* What was written, and two ways to it. */

#define URI    "yd-exported-uri"
#define TOASTS "yd-exported-toasts"

static void
say_failure (YdToasts   *toasts,
             GError     *error,
             const char *words)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yd_toasts_warn (toasts, words);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdToasts) toasts = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    say_failure (toasts, error, _("No program on this computer opens this kind of file."));
}

static void
folder_opened_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(YdToasts) toasts = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    say_failure (toasts, error, _("No program on this computer shows folders."));
}

/* It is in the toast as long as it can be pressed. */
static GtkWindow *
get_window (GtkWidget *content)
{
  return GTK_WINDOW (gtk_widget_get_root (content));
}

static void
open_cb (GtkWidget *content)
{
  YdToasts *toasts = g_object_get_data (G_OBJECT (content), TOASTS);

  gtk_show_uri_full (get_window (content), g_object_get_data (G_OBJECT (content), URI),
                     GDK_CURRENT_TIME, NULL, opened_cb, g_object_ref (toasts));
  yd_toasts_dismiss (toasts);
}

typedef struct
{
  GtkWindow *window;
  YdToasts  *toasts;
  char      *folder;
} Showing;

static void
showing_free (Showing *self)
{
  g_object_unref (self->window);
  g_object_unref (self->toasts);
  g_free (self->folder);
  g_free (self);
}

static void
open_folder (Showing *self)
{
  gtk_show_uri_full (self->window, self->folder, GDK_CURRENT_TIME, NULL, folder_opened_cb,
                     g_object_ref (self->toasts));
}

/* Where no file manager answers to that name, the folder is opened without a choice. */
static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Showing *self = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result,
                                                             NULL);

  if (reply == NULL)
    open_folder (self);
  showing_free (self);
}

static Showing *
showing_new (GtkWidget  *content,
             const char *uri)
{
  g_autoptr(GFile) file = g_file_new_for_uri (uri);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  Showing *self = g_new0 (Showing, 1);

  self->window = g_object_ref (get_window (content));
  self->toasts = g_object_ref (g_object_get_data (G_OBJECT (content), TOASTS));
  self->folder = g_file_get_uri (folder != NULL ? folder : file);

  return self;
}

static void
show_in_folder (GtkWidget *content)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (get_window (content)));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application)
                                             : NULL;
  const char *uri = g_object_get_data (G_OBJECT (content), URI);
  const char *uris[] = { uri, NULL };
  Showing *showing = showing_new (content, uri);

  if (bus == NULL)
    {
      open_folder (showing);
      showing_free (showing);
      return;
    }

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, shown_cb, showing);
}

static GtkWidget *
make_content (YdToasts   *toasts,
              const char *uri,
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
  g_object_set_data_full (G_OBJECT (box), URI, g_strdup (uri), g_free);
  g_object_set_data (G_OBJECT (box), TOASTS, toasts);           /* which have it */
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), box, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/**
 * yd_exported_toast_add:
 * @toasts: of the window that shows it
 * @uri: of a file that was written
 *
 * Says so, with ways to open the file and to see it in its folder.
 */
void
yd_exported_toast_add (YdToasts   *toasts,
                       const char *uri)
{
  g_autoptr(GFile) file = g_file_new_for_uri (uri);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  yd_toasts_add (toasts, &(YdToast) {
                   .kind = YD_TOAST_OFFER, .content = make_content (toasts, uri, name),
                   .label = _("Show in _Folder"), .pressed = show_in_folder,
                 });
}
