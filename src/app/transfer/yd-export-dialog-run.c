/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "yd-export-job.h"
#include "yd-export-units-job.h"
#include "yd-save-chooser.h"

/* From the button to the file. */

static void
end_work (YdExportDialog *self)
{
  yd_export_work_end (self->work);
  gtk_widget_set_sensitive (self->settings, TRUE);
  _yd_export_dialog_update_run (self);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(YdExportDialog) self = YD_EXPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean done = yd_export_finish (result, &error);
  g_autofree char *uri = NULL;
  GtkWindow *parent;

  /* It went with the window behind it. */
  if (self->session == NULL || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  uri = g_file_get_uri (yd_export_work_get_file (self->work));
  end_work (self);

  /* A cancel is what the person did; the folder is as it was. */
  if (!done && !self->closing && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _yd_export_dialog_show_error (self, error->message);
  if (done && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.exported", "s", uri);
  if (done || self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
begin (YdExportDialog *self,
       const char     *path)
{
  const YdExportFormat *format = _yd_export_dialog_get_format (self);
  GCancellable *cancellable = yd_export_work_get_cancellable (self->work);
  YdExportCount *count = &self->count;
  YdAgendaChoice choice;

  g_object_ref (self);                  /* until it is exported */
  if (format->is_plan)
    yd_export_plan_async (self->session, path, cancellable, exported_cb, self);
  else if (self->maker != NULL)
    yd_export_matrix_async (YD_SHEET_MAKER (self->maker), format->suffix,
                            _yd_export_dialog_get_paper (self), path, count, cancellable,
                            exported_cb, self);
  else if (_yd_export_dialog_is_folder (self))
    yd_export_bundle_async (yd_export_units_make_bundle (self->units), format->format, path, count,
                            cancellable, exported_cb, self);
  else if (format == yd_export_format_get_ics ())
    {
      yd_export_scope_get_choice (self->scope, &choice);
      yd_export_ics_async (self->session, &choice, path, count, cancellable, exported_cb, self);
    }
  else
    yd_export_table_async (self->table, format->format, path, count, cancellable, exported_cb,
                           self);
}

/**
 * yd_export_dialog_export_to:
 * @self: a dialog
 * @file: where to; an older file is replaced
 *
 * Writes the file as it was chosen, and closes the dialog when it is there.
 */
void
yd_export_dialog_export_to (YdExportDialog *self,
                            GFile          *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YD_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (!yd_export_work_is_on (self->work));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      _yd_export_dialog_show_error (self, _("This place is not on this computer. Choose another "
                                            "folder."));
      return;
    }

  _yd_export_dialog_clear_error (self);
  _yd_export_dialog_flush (self);
  yd_export_work_begin (self->work, file,
                        _yd_export_dialog_is_folder (self) ? YD_EXPORT_TOLD_FILES
                                                           : YD_EXPORT_TOLD_ROWS,
                        &self->count);
  gtk_widget_set_sensitive (self->settings, FALSE);
  _yd_export_dialog_update_run (self);
  begin (self, path);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autoptr(YdExportDialog) self = YD_EXPORT_DIALOG (user_data);

  if (self->session == NULL)            /* it went with the window behind it */
    return;

  if (file != NULL && !yd_export_work_is_on (self->work) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    yd_export_dialog_export_to (self, file);
}

/* The files of all units get a folder of their own in the one that was chosen. */
static void
folder_chosen_cb (GFile    *folder,
                  gpointer  user_data)
{
  g_autoptr(YdExportDialog) self = YD_EXPORT_DIALOG (user_data);
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GFile) own = NULL;
  const char *title;

  if (self->session == NULL || folder == NULL)
    return;

  title = yd_plan_get_title (yd_session_get_plan (self->session));
  whole = g_strdup_printf (_("%s: tasks of units"), title != NULL ? title : "");
  name = yd_save_chooser_make_folder_name (whole);
  own = g_file_get_child (folder, name);
  chosen_cb (own, g_steal_pointer (&self));
}

static const char *
get_title (YdExportDialog *self)
{
  if (self->maker != NULL)
    return yd_page_maker_get_title (self->maker);

  if (_yd_export_dialog_get_format (self)->is_plan)
    return yd_plan_get_title (yd_session_get_plan (self->session));

  return yd_table_get_title (self->table);
}

/* Asks where the file is to go. */
void
_yd_export_dialog_run (YdExportDialog *self)
{
  const YdExportFormat *format = _yd_export_dialog_get_format (self);
  const char *title;
  g_autofree char *file_name = NULL;

  _yd_export_dialog_flush (self);
  if (_yd_export_dialog_is_folder (self))
    {
      yd_save_chooser_run_folder (GTK_WINDOW (self), _("Export"), folder_chosen_cb,
                                  g_object_ref (self));
      return;
    }

  title = get_title (self);
  file_name = yd_save_chooser_make_name (title != NULL ? title : "", format->suffix);

  yd_save_chooser_run (GTK_WINDOW (self), _("Export"), file_name, _(format->kind),
                       format->suffix, chosen_cb, g_object_ref (self));
}
