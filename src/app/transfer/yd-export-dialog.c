/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-agenda-table.h"
#include "yd-breakdown.h"
#include "yd-dates-preview.h"
#include "yd-export-columns.h"
#include "yd-export-format.h"
#include "yd-export-job.h"
#include "yd-export-scope.h"
#include "yd-export-units.h"
#include "yd-export-units-job.h"
#include "yd-missing-fonts.h"
#include "yd-page-pager.h"
#include "yd-save-chooser.h"
#include "yd-table-pages.h"

/**
 * YdExportDialog:
 *
 * How the plan leaves the program: as which table, with which columns, in which
 * format. The preview follows what is chosen; the same window then says how far the
 * file is, or what was wrong. What came to be, the window behind it says by its
 * action win.exported.
 */

/* In px. UI.md §6, 12. */
#define WIDTH 1120
#define HEIGHT 700
#define SMALL_WIDTH 960
#define SMALL_HEIGHT 640

/* In ms: the preview follows within 300, and not every switch in a row. */
#define PREVIEW_DELAY 80

/* In ms, and in such ticks: a short export shows nothing. */
#define TICK 100
#define TICKS_BAR 2

struct _YdExportDialog
{
  AdwWindow            parent_instance;

  /* Owned */
  YdSession           *session;
  YdTable             *full;            /* with all columns */
  YdTable             *table;           /* with those that are chosen; none of a matrix */
  YdMatrixSheet       *sheet;           /* (nullable): of a matrix */
  GCancellable        *layout;          /* (nullable): pages of the preview on their way */
  GCancellable        *work;            /* (nullable): the export that is under way */
  GFile               *file;            /* (nullable): where it goes */

  /* Template */
  GtkWidget           *export_button;
  GtkBox              *settings;
  AdwComboRow         *what;
  GtkWidget           *format_row;
  GtkBox              *format_box;
  YdExportScope       *scope;
  YdExportUnits       *units;
  YdDatesPreview      *dates;
  AdwComboRow         *paper;
  YdExportColumns     *columns;
  GtkStack            *preview_stack;
  YdPagePager         *preview;
  GtkWidget           *fonts_box;
  GtkImage            *fonts_icon;
  GtkLabel            *fonts_label;
  GtkRevealer         *error_revealer;
  GtkLabel            *error_label;
  GtkRevealer         *work_revealer;
  GtkLabel            *work_label;
  GtkProgressBar      *work_bar;

  const YdExportFormat        *format;
  GtkWidget           *toggles[YD_N_EXPORT_FORMATS];
  YdExportCount        count;
  guint                preview_id;
  guint                tick_id;
  guint                n_ticks;
  gboolean             closing;         /* when the work has ended */
};

G_DEFINE_FINAL_TYPE (YdExportDialog, yd_export_dialog, ADW_TYPE_WINDOW)

static YdExportWhat
get_what (YdExportDialog *self)
{
  return adw_combo_row_get_selected (self->what);
}

static gboolean
is_landscape (YdExportDialog *self)
{
  return adw_combo_row_get_selected (self->paper) == 0;
}

static gboolean
is_pdf (YdExportDialog *self)
{
  return self->format->has_paper && self->format->format == YD_FORMAT_PDF;
}

/* The lists of all units are as many files. */
static gboolean
is_folder (YdExportDialog *self)
{
  return get_what (self) == YD_WHAT_UNITS && yd_export_units_is_all (self->units);
}

static void
show_fonts (YdExportDialog *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  gboolean all_here;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->fonts_box, self->format->has_paper && self->table != NULL);
  if (self->table == NULL)
    return;

  words = yd_fonts_dup_words (yd_table_get_style (self->table),
                              pango_context_get_font_map (context), is_pdf (self), &all_here);
  gtk_widget_set_visible (GTK_WIDGET (self->fonts_icon), !all_here);
  gtk_label_set_label (self->fonts_label, words);
}

static YdTable *
make_breakdown (YdExportDialog *self)
{
  g_autoptr(GPtrArray) keys = yd_export_columns_list_keys (self->columns);

  return yd_breakdown_new_with_columns (yd_session_get_plan (self->session),
                                        (const char **) keys->pdata);
}

static YdTable *
make_due (YdExportDialog *self)
{
  YdAgendaChoice choice;
  g_autoptr(YdAgenda) agenda = NULL;

  yd_export_scope_get_choice (self->scope, &choice);
  agenda = yd_agenda_choice_make_agenda (&choice, yd_session_get_schedule (self->session));
  yd_export_scope_set_agenda (self->scope, agenda);
  yd_dates_preview_set_agenda (self->dates, agenda);

  return yd_agenda_table_new (agenda);
}

/* Makes the table as it will be written: never changed afterwards. */
static void
make_table (YdExportDialog *self)
{
  const YdExportWhat what = get_what (self);

  g_clear_pointer (&self->table, yd_table_unref);
  g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
  if (what == YD_WHAT_MATRIX)
    {
      self->sheet = yd_export_units_make_sheet (self->units);
      return;
    }

  self->table = what == YD_WHAT_BREAKDOWN ? make_breakdown (self)
                : what == YD_WHAT_UNITS ? yd_export_units_make_table (self->units)
                                     : make_due (self);
  yd_page_style_set_landscape (yd_table_get_style (self->table), is_landscape (self));
}

static void
pages_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr(YdExportDialog) self = g_weak_ref_get (weak);
  g_autoptr(YdPages) pages = yd_export_pages_finish (result);

  g_weak_ref_clear (weak);
  /* Another choice was made meanwhile, or the dialog is gone. */
  if (pages == NULL || self == NULL || self->session == NULL)
    return;

  yd_page_pager_set_pages (self->preview, pages);
  g_clear_object (&self->layout);
}

/* What was seen stays until the pages are there. */
static void
lay_out (YdExportDialog *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  self->layout = g_cancellable_new ();
  yd_export_lay_out_async (self->table, self->sheet, self->layout, pages_cb, weak);
}

static gboolean
preview_cb (gpointer user_data)
{
  YdExportDialog *self = user_data;

  self->preview_id = 0;
  make_table (self);
  lay_out (self);
  show_fonts (self);

  return G_SOURCE_REMOVE;
}

static void
queue_preview (YdExportDialog *self)
{
  if (self->preview_id == 0)
    self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

/* The table that is chosen, even if the preview does not show it yet. */
static void
flush_preview (YdExportDialog *self)
{
  if (self->preview_id == 0)
    return;

  g_clear_handle_id (&self->preview_id, g_source_remove);
  preview_cb (self);
}

static void
clear_error (YdExportDialog *self)
{
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  gtk_label_set_label (self->error_label, "");
}

static void
show_error (YdExportDialog *self,
            const char     *words)
{
  gtk_label_set_label (self->error_label, words);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

static const char *
get_preview (YdExportDialog *self)
{
  if (self->format->is_plan)
    return "plan";

  return self->format == yd_export_format_get_ics () ? "dates" : "table";
}

/* Only what can be chosen for what is exported. */
static void
show_fitting (YdExportDialog *self)
{
  const YdExportWhat what = get_what (self);

  clear_error (self);
  gtk_widget_set_visible (GTK_WIDGET (self->paper),
                          self->format->has_paper && what != YD_WHAT_MATRIX);
  gtk_widget_set_visible (GTK_WIDGET (self->columns),
                          what == YD_WHAT_BREAKDOWN && !self->format->is_plan);
  gtk_widget_set_visible (GTK_WIDGET (self->scope),
                          what == YD_WHAT_DUE || what == YD_WHAT_CALENDAR);
  gtk_widget_set_visible (GTK_WIDGET (self->units),
                          what == YD_WHAT_MATRIX || what == YD_WHAT_UNITS);
  yd_export_units_set_lists (self->units, what == YD_WHAT_UNITS);
  gtk_stack_set_visible_child_name (self->preview_stack, get_preview (self));
  show_fonts (self);
}

static void
toggled_cb (YdExportDialog *self)
{
  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
      self->format = yd_export_format_get (i);
  if (get_what (self) == YD_WHAT_CALENDAR)
    self->format = yd_export_format_get_ics ();

  show_fitting (self);
}

static gboolean
can_write (guint        format,
           YdExportWhat what)
{
  return yd_export_format_can_write (yd_export_format_get (format), what);
}

/* Only formats in which it can be written, the first of them if another one was chosen; of a
 * calendar there is but one.
 */
static void
what_cb (YdExportDialog *self)
{
  const YdExportWhat what = get_what (self);
  guint first = 0;

  while (first + 1 < YD_N_EXPORT_FORMATS && !can_write (first, what))
    first++;
  for (guint i = 0; i < YD_N_EXPORT_FORMATS && what != YD_WHAT_CALENDAR; i++)
    {
      if (!can_write (i, what) &&
          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[first]), TRUE);
      gtk_widget_set_visible (self->toggles[i], can_write (i, what));
    }

  gtk_widget_set_visible (self->format_row, what != YD_WHAT_CALENDAR);
  toggled_cb (self);
  queue_preview (self);
}

static void
add_formats (YdExportDialog *self)
{
  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (_(yd_export_format_get (i)->label));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle),
                                   i > 0 ? GTK_TOGGLE_BUTTON (self->toggles[0]) : NULL);
      gtk_widget_set_hexpand (toggle, TRUE);
      gtk_box_append (self->format_box, toggle);
      self->toggles[i] = toggle;
    }

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[0]), TRUE);
  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Working */

static gboolean
tick_cb (gpointer user_data)
{
  YdExportDialog *self = user_data;
  int n_total = g_atomic_int_get (&self->count.n_total);
  int n_done = g_atomic_int_get (&self->count.n_done);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = NULL;

  if (++self->n_ticks < TICKS_BAR)
    return G_SOURCE_CONTINUE;

  gtk_revealer_set_reveal_child (self->work_revealer, TRUE);
  if (g_cancellable_is_cancelled (self->work))
    words = g_strdup (_("Cancelling…"));
  else if (n_total > 0 && is_folder (self))
    words = g_strdup_printf (_("Writing “%s”: %d of %d files"), shown, n_done, n_total);
  else if (n_total > 0)
    words = g_strdup_printf (_("Writing “%s”: %d of %d rows"), shown, n_done, n_total);
  else
    words = g_strdup_printf (_("Writing “%s”…"), shown);
  gtk_label_set_label (self->work_label, words);

  if (n_total > 0)
    gtk_progress_bar_set_fraction (self->work_bar, (double) n_done / n_total);
  else
    gtk_progress_bar_pulse (self->work_bar);

  return G_SOURCE_CONTINUE;
}

static void
set_working (YdExportDialog *self,
             gboolean        working)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->work);
  self->count = (YdExportCount) { 0 };
  self->n_ticks = 0;
  if (working)
    {
      self->work = g_cancellable_new ();
      self->tick_id = g_timeout_add (TICK, tick_cb, self);
    }

  gtk_revealer_set_reveal_child (self->work_revealer, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), !working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.run", !working);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(YdExportDialog) self = YD_EXPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *uri = g_file_get_uri (self->file);
  const gboolean done = yd_export_finish (result, &error);

  set_working (self, FALSE);

  /* A cancel is what the person did; the folder is as it was. */
  if (!done && !self->closing && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
  if (done && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.exported", "s", uri);
  if (done || self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
begin (YdExportDialog *self,
       const char     *path)
{
  YdAgendaChoice choice;

  if (self->format->is_plan)
    yd_export_plan_async (self->session, path, self->work, exported_cb, g_object_ref (self));
  else if (self->sheet != NULL)
    yd_export_matrix_async (self->sheet, self->format->suffix, path, &self->count, self->work,
                            exported_cb, g_object_ref (self));
  else if (is_folder (self))
    yd_export_bundle_async (yd_export_units_make_bundle (self->units), self->format->format, path,
                            &self->count, self->work, exported_cb, g_object_ref (self));
  else if (self->format == yd_export_format_get_ics ())
    {
      yd_export_scope_get_choice (self->scope, &choice);
      yd_export_ics_async (self->session, &choice, path, &self->count, self->work, exported_cb,
                           g_object_ref (self));
    }
  else
    yd_export_table_async (self->table, self->format->format, path, &self->count, self->work,
                           exported_cb, g_object_ref (self));
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
  g_return_if_fail (self->work == NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      show_error (self, _("This place is not on this computer. Choose another folder."));
      return;
    }

  clear_error (self);
  flush_preview (self);
  g_set_object (&self->file, file);
  set_working (self, TRUE);
  begin (self, path);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autoptr(YdExportDialog) self = YD_EXPORT_DIALOG (user_data);

  if (file != NULL && self->work == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    yd_export_dialog_export_to (self, file);
}

/* The files of all units get a folder of their own in the one that was chosen. */
static void
folder_chosen_cb (GFile    *folder,
                  gpointer  user_data)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (user_data);
  const char *title = yd_plan_get_title (yd_session_get_plan (self->session));
  g_autofree char *whole = g_strdup_printf (_("%s: tasks of units"), title != NULL ? title : "");
  g_autofree char *name = yd_save_chooser_make_folder_name (whole);
  g_autoptr(GFile) own = folder != NULL ? g_file_get_child (folder, name) : NULL;

  chosen_cb (own, self);
}

static const char *
get_title (YdExportDialog *self)
{
  if (self->sheet != NULL)
    return yd_matrix_sheet_get_title (self->sheet);

  return self->format->is_plan ? yd_plan_get_title (yd_session_get_plan (self->session))
                               : yd_table_get_title (self->table);
}

static void
run_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (widget);
  const char *title;
  g_autofree char *file_name = NULL;

  flush_preview (self);
  if (is_folder (self))
    {
      yd_save_chooser_run_folder (GTK_WINDOW (self), _("Export"), folder_chosen_cb,
                                  g_object_ref (self));
      return;
    }

  title = get_title (self);
  file_name = yd_save_chooser_make_name (title != NULL ? title : "", self->format->suffix);

  yd_save_chooser_run (GTK_WINDOW (self), _("Export"), file_name, _(self->format->kind),
                       self->format->suffix, chosen_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (widget);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
what_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  yd_export_dialog_set_what (YD_EXPORT_DIALOG (widget), g_variant_get_string (parameter, NULL),
                             NULL);
}

static gboolean
yd_export_dialog_close_request (GtkWindow *window)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (window);

  if (self->work == NULL)
    return GTK_WINDOW_CLASS (yd_export_dialog_parent_class)->close_request (window);

  self->closing = TRUE;
  g_cancellable_cancel (self->work);

  return TRUE;
}

static void
yd_export_dialog_dispose (GObject *object)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->work);
  g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->full, yd_table_unref);
  g_clear_pointer (&self->table, yd_table_unref);
  g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
  g_clear_object (&self->work);
  g_clear_object (&self->file);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_export_dialog_parent_class)->dispose (object);
}

static void
yd_export_dialog_class_init (YdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yd_export_dialog_close_request;

  g_type_ensure (YD_TYPE_PAGE_PAGER);
  g_type_ensure (YD_TYPE_EXPORT_COLUMNS);
  g_type_ensure (YD_TYPE_EXPORT_SCOPE);
  g_type_ensure (YD_TYPE_EXPORT_UNITS);
  g_type_ensure (YD_TYPE_DATES_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, what);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, format_box);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, units);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, fonts_box);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, fonts_icon);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, fonts_label);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, work_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, work_label);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, work_bar);

  gtk_widget_class_install_action (widget_class, "export.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "export.what", "s", what_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
yd_export_dialog_init (YdExportDialog *self)
{
  self->format = yd_export_format_get (0);
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

/* It is not larger than the window behind it, if that can be. */
static void
fit (YdExportDialog *self,
     GtkWindow      *parent)
{
  const int room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  const gboolean small = room > 0 && room < WIDTH;

  gtk_window_set_default_size (GTK_WINDOW (self), small ? SMALL_WIDTH : WIDTH,
                               small ? SMALL_HEIGHT : HEIGHT);
}

/**
 * yd_export_dialog_new:
 * @parent: the window of the plan
 * @session: a session with a plan
 *
 * Returns: (transfer none): the dialog, which GTK keeps until it is closed
 */
GtkWidget *
yd_export_dialog_new (GtkWindow *parent,
                      YdSession *session)
{
  YdExportDialog *self = g_object_new (YD_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->full = yd_breakdown_new (yd_session_get_plan (session), YD_BREAKDOWN_ALL_COLUMNS);
  fit (self, parent);
  add_formats (self);
  yd_export_columns_set_table (self->columns, self->full);
  yd_export_scope_set_plan (self->scope, yd_session_get_plan (session),
                            yd_session_get_now (session));
  yd_export_units_set_session (self->units, session);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (what_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (queue_preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->units, "changed", G_CALLBACK (queue_preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (queue_preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper, "notify::selected", G_CALLBACK (queue_preview), self,
                           G_CONNECT_SWAPPED);
  preview_cb (self);
  what_cb (self);
  gtk_widget_grab_focus (self->export_button);

  return GTK_WIDGET (self);
}

/* Chooses a format by its suffix. Returns: whether what is exported can be written so */
gboolean
yd_export_dialog_set_format (YdExportDialog *self,
                             const char     *suffix)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), FALSE);

  for (guint i = 0; i < YD_N_EXPORT_FORMATS; i++)
    if (g_strcmp0 (yd_export_format_get (i)->suffix, suffix) == 0 &&
        (can_write (i, get_what (self)) || get_what (self) == YD_WHAT_CALENDAR))
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[i]), TRUE);
        return TRUE;
      }

  return FALSE;
}

/**
 * yd_export_dialog_set_what:
 * @self: a dialog
 * @what: `breakdown`, `due`, `calendar`, `matrix` or `unit`
 * @unit: (nullable): the name of a unit: of what is due, only that of this one; or its tasks
 *
 * Returns: whether that can be chosen
 */
gboolean
yd_export_dialog_set_what (YdExportDialog *self,
                           const char     *what,
                           const char     *unit)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), FALSE);

  for (guint i = 0; i < YD_N_WHATS; i++)
    if (g_strcmp0 (yd_export_what_get_name (i), what) == 0)
      {
        adw_combo_row_set_selected (self->what, i);
        return unit == NULL || (i == YD_WHAT_UNITS ? yd_export_units_set_unit (self->units, unit)
                                                : yd_export_scope_set_unit (self->scope, unit));
      }

  return FALSE;
}

/* Shows or hides a column by its key. Returns: whether a person may choose that */
gboolean
yd_export_dialog_set_column (YdExportDialog *self,
                             const char     *key,
                             gboolean        shown)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), FALSE);

  return yd_export_columns_set_shown (self->columns, key, shown);
}

/* Returns: (transfer none) (nullable): the table that is seen in the preview, none of a matrix */
YdTable *
yd_export_dialog_get_table (YdExportDialog *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), NULL);

  return self->table;
}

gboolean
yd_export_dialog_get_busy (YdExportDialog *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), FALSE);

  return self->work != NULL;
}

/* Returns: (transfer none) (nullable): what was wrong with the last try */
const char *
yd_export_dialog_get_error (YdExportDialog *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), NULL);

  return gtk_revealer_get_reveal_child (self->error_revealer)
         ? gtk_label_get_label (self->error_label) : NULL;
}
