/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-table.h"
#include "yd-reader.h"
#include "yd-table-saver.h"

/* The directory as an Excel table: in, with a look at what it changes, and out, with whom to
 * turn to only if that is asked for.
 */

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  YdSource *source = yd_reader_read_table (task_data, cancellable, &error);

  if (source != NULL)
    g_task_return_pointer (task, source, (GDestroyNotify) yd_source_unref);
  else
    g_task_return_error (task, error);
}

/* The window comes as data: a task may be the last to let go of its source, on its thread. */
static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(YdDirectoryWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = g_task_propagate_pointer (G_TASK (result), &error);
  YdOffice *office = self->desk != NULL ? yd_directory_desk_get_office (self->desk) : NULL;

  if (office == NULL)
    return;
  if (source == NULL)
    {
      _yd_directory_window_warn (self, error->message);
      return;
    }

  g_clear_pointer (&self->import, yd_directory_import_free);
  self->import = yd_directory_import_new
    (office, g_bytes_get_data (yd_source_get_bytes (source), NULL),
     yd_session_get_ids (yd_directory_desk_get_session (self->desk)));
  yd_directory_import_page_show (self->import_page, self->import);
  _yd_directory_window_show_page (self, "import");
}

/**
 * yd_directory_window_import:
 * @self: the window
 * @path: a table of units
 *
 * Reads it, and shows what it would change.
 */
void
yd_directory_window_import (YdDirectoryWindow *self,
                            const char        *path)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (YD_IS_DIRECTORY_WINDOW (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, yd_directory_window_import);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* Takes over what is looked at. */
void
_yd_directory_window_take_import (YdDirectoryWindow *self)
{
  g_autoptr(YdEdit) edit = self->import != NULL ? yd_directory_import_dup_edit (self->import)
                                                : NULL;

  if (edit == NULL || !yd_directory_desk_commit (self->desk, edit))
    return;

  g_clear_pointer (&self->import, yd_directory_import_free);
  _yd_directory_window_show_page (self, "list");
  _yd_directory_window_say (self, _("The table was taken over."));
}

static void
chosen_cb (YdDirectoryWindow    *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT
                          ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    yd_directory_window_import (self, path);
  g_object_unref (chooser);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Choose a Table of Units"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables (xlsx, csv, txt)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Out */

static void
saved_cb (gboolean    saved,
          const char *fault,
          gpointer    user_data)
{
  g_autoptr(YdDirectoryWindow) self = user_data;

  if (fault != NULL)
    _yd_directory_window_warn (self, fault);
  else if (saved)
    _yd_directory_window_say (self, _("The directory was exported."));
}

/**
 * yd_directory_window_export:
 * @self: the window
 * @path: (type filename): where to
 * @contacts: whether it says whom to turn to
 *
 * Writes the directory as an Excel table.
 */
void
yd_directory_window_export (YdDirectoryWindow *self,
                            const char        *path,
                            gboolean           contacts)
{
  g_autoptr(YdTable) table = NULL;

  g_return_if_fail (YD_IS_DIRECTORY_WINDOW (self));
  g_return_if_fail (path != NULL);

  table = yd_directory_table_new (yd_directory_desk_get_directory (self->desk), contacts);
  yd_table_saver_save (table, path, saved_cb, g_object_ref (self));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  g_autoptr(YdTable) table =
    yd_directory_table_new (yd_directory_desk_get_directory (self->desk),
                            g_variant_get_boolean (parameter));

  yd_table_saver_run (GTK_WINDOW (widget), _("Export the Directory"), table,
                      _("Directory of Units"), "xlsx", saved_cb, g_object_ref (self));
}

void
_yd_directory_window_install_files (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "directory.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "directory.export", "b", export_action);
}
