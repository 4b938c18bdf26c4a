/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-agenda-table.h"
#include "yd-breakdown.h"
#include "yd-transient.h"

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

const YdExportFormat *
_yd_export_dialog_get_format (YdExportDialog *self)
{
  return yd_export_formats_get (self->formats);
}

/* The lists of all units are as many files. */
gboolean
_yd_export_dialog_is_folder (YdExportDialog *self)
{
  return get_what (self) == YD_WHAT_UNITS && yd_export_units_is_all (self->units);
}

/* Which of the papers for a sheet; what has no pages is seen on what suits it. */
static guint
get_sheet_paper (YdExportDialog *self)
{
  return _yd_export_dialog_get_format (self)->has_paper
         ? adw_combo_row_get_selected (self->sheet_paper) : 0;
}

YdPaper
_yd_export_dialog_get_paper (YdExportDialog *self)
{
  return yd_sheet_maker_get_paper (get_sheet_paper (self));
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
  yd_export_preview_set_agenda (self->preview, agenda);

  return yd_agenda_table_new (agenda);
}

/* Makes the table as it will be written: never changed afterwards. */
static void
make_table (YdExportDialog *self)
{
  const YdExportWhat what = get_what (self);

  g_clear_pointer (&self->table, yd_table_unref);
  g_clear_object (&self->maker);
  if (what == YD_WHAT_MATRIX)
    {
      self->maker = yd_export_sheet_make_maker (self->sheet);
      return;
    }

  self->table = what == YD_WHAT_BREAKDOWN ? make_breakdown (self)
                : what == YD_WHAT_UNITS ? yd_export_units_make_table (self->units)
                                     : make_due (self);
  yd_page_style_set_landscape (yd_table_get_style (self->table), is_landscape (self));
}

static gboolean
preview_cb (gpointer user_data)
{
  YdExportDialog *self = user_data;

  self->preview_id = 0;
  make_table (self);
  yd_export_preview_show (self->preview, self->table, self->maker, get_sheet_paper (self));

  return G_SOURCE_REMOVE;
}

static void
queue_preview (YdExportDialog *self)
{
  if (self->preview_id == 0)
    self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

/* The table that is chosen, even if the preview does not show it yet. */
void
_yd_export_dialog_flush (YdExportDialog *self)
{
  if (self->preview_id == 0)
    return;

  g_clear_handle_id (&self->preview_id, g_source_remove);
  preview_cb (self);
}

void
_yd_export_dialog_clear_error (YdExportDialog *self)
{
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  gtk_label_set_label (self->error_label, "");
}

void
_yd_export_dialog_show_error (YdExportDialog *self,
                              const char     *words)
{
  gtk_label_set_label (self->error_label, words);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

void
_yd_export_dialog_update_run (YdExportDialog *self)
{
  const gboolean ready = !yd_export_work_is_on (self->work) &&
                         (!gtk_widget_get_visible (GTK_WIDGET (self->scope)) ||
                          yd_export_scope_is_valid (self->scope));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.run", ready);
}

/* Only what can be chosen for what is exported. */
static void
show_fitting (YdExportDialog *self)
{
  const YdExportWhat what = get_what (self);
  const YdExportFormat *format = _yd_export_dialog_get_format (self);

  _yd_export_dialog_clear_error (self);
  gtk_widget_set_visible (GTK_WIDGET (self->paper), format->has_paper && what != YD_WHAT_MATRIX);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_paper),
                          format->has_paper && what == YD_WHAT_MATRIX);
  gtk_widget_set_visible (GTK_WIDGET (self->columns),
                          what == YD_WHAT_BREAKDOWN && !format->is_plan);
  gtk_widget_set_visible (GTK_WIDGET (self->scope),
                          what == YD_WHAT_DUE || what == YD_WHAT_CALENDAR);
  yd_export_scope_set_calendar (self->scope, what == YD_WHAT_CALENDAR);
  gtk_widget_set_visible (GTK_WIDGET (self->units), what == YD_WHAT_UNITS);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), what == YD_WHAT_MATRIX);
  yd_export_preview_set_format (self->preview, format);
  _yd_export_dialog_update_run (self);
}

static void
what_cb (YdExportDialog *self)
{
  yd_export_formats_set_what (self->formats, get_what (self));
  show_fitting (self);
  queue_preview (self);
}

/* Another format may be seen on another paper. */
static void
format_cb (YdExportDialog *self)
{
  show_fitting (self);
  if (get_what (self) == YD_WHAT_MATRIX)
    queue_preview (self);
}

static void
scope_cb (YdExportDialog *self)
{
  _yd_export_dialog_update_run (self);
  if (yd_export_scope_is_valid (self->scope))
    queue_preview (self);
}

static void
run_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _yd_export_dialog_run (YD_EXPORT_DIALOG (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (widget);

  if (yd_export_work_is_on (self->work))
    yd_export_work_cancel (self->work);
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

  if (!yd_export_work_is_on (self->work))
    return GTK_WINDOW_CLASS (yd_export_dialog_parent_class)->close_request (window);

  self->closing = TRUE;
  yd_export_work_cancel (self->work);

  return TRUE;
}

static void
yd_export_dialog_dispose (GObject *object)
{
  YdExportDialog *self = YD_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->full, yd_table_unref);
  g_clear_pointer (&self->table, yd_table_unref);
  g_clear_object (&self->maker);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_export_dialog_parent_class)->dispose (object);
}

static void
yd_export_dialog_class_init (YdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yd_export_dialog_close_request;

  g_type_ensure (YD_TYPE_EXPORT_COLUMNS);
  g_type_ensure (YD_TYPE_EXPORT_FORMATS);
  g_type_ensure (YD_TYPE_EXPORT_PREVIEW);
  g_type_ensure (YD_TYPE_EXPORT_SCOPE);
  g_type_ensure (YD_TYPE_EXPORT_SHEET);
  g_type_ensure (YD_TYPE_EXPORT_UNITS);
  g_type_ensure (YD_TYPE_EXPORT_WORK);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, what);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, units);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, sheet_paper);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, YdExportDialog, work);

  gtk_widget_class_install_action (widget_class, "export.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "export.what", "s", what_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
yd_export_dialog_init (YdExportDialog *self)
{
  g_autoptr(GtkStringList) papers = gtk_string_list_new (yd_sheet_maker_list_papers ());

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->sheet_paper, G_LIST_MODEL (papers));
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

static void
connect_parts (YdExportDialog *self)
{
  const struct
  {
    gpointer    part;
    const char *signal;
    GCallback   callback;
  } connections[] = {
    { self->what,        "notify::selected", G_CALLBACK (what_cb)       },
    { self->formats,     "changed",          G_CALLBACK (format_cb)     },
    { self->scope,       "changed",          G_CALLBACK (scope_cb)      },
    { self->units,       "changed",          G_CALLBACK (queue_preview) },
    { self->sheet,       "changed",          G_CALLBACK (queue_preview) },
    { self->columns,     "changed",          G_CALLBACK (queue_preview) },
    { self->paper,       "notify::selected", G_CALLBACK (queue_preview) },
    { self->sheet_paper, "notify::selected", G_CALLBACK (queue_preview) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].part, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
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

  yd_transient_watch (GTK_WINDOW (self));
  self->session = g_object_ref (session);
  self->full = yd_breakdown_new (yd_session_get_plan (session), YD_BREAKDOWN_ALL_COLUMNS);
  fit (self, parent);
  yd_export_columns_set_table (self->columns, self->full);
  yd_export_scope_set_session (self->scope, session);
  yd_export_units_set_session (self->units, session);
  yd_export_sheet_set_session (self->sheet, session);
  connect_parts (self);
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

  return yd_export_formats_choose (self->formats, suffix);
}

/**
 * yd_export_dialog_set_days:
 * @self: a dialog
 * @from: the first day, as a person types it
 * @to: the last day
 *
 * Returns: whether what is due can be exported of them
 */
gboolean
yd_export_dialog_set_days (YdExportDialog *self,
                           const char     *from,
                           const char     *to)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), FALSE);

  yd_export_scope_set_days (self->scope, from, to);

  return yd_export_scope_is_valid (self->scope);
}

/**
 * yd_export_dialog_set_what:
 * @self: a dialog
 * @what: `breakdown`, `due`, `calendar`, `matrix` or `unit`
 * @unit: (nullable): the name of a unit: of what is due, only that of this one, or of `shown` that
 *   of the points which the window shows; or its tasks
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

/**
 * yd_export_dialog_set_seen:
 * @self: a dialog
 * @seen: what would print the sheet as the window shows it
 *
 * Offers to export that, as the first choice.
 */
void
yd_export_dialog_set_seen (YdExportDialog *self,
                           YdSheetMaker   *seen)
{
  g_return_if_fail (YD_IS_EXPORT_DIALOG (self) && YD_IS_SHEET_MAKER (seen));

  yd_export_sheet_set_seen (self->sheet, seen);
}

/* Chooses how much of a matrix: `whole` or `seen`. Returns: whether that can be chosen */
gboolean
yd_export_dialog_set_range (YdExportDialog *self,
                            const char     *range)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), FALSE);

  return yd_export_sheet_set_range (self->sheet, range);
}

/* Chooses one of the papers of a matrix: %YD_PAPER_FITTING, %YD_PAPER_A4 or %YD_PAPER_A3. */
void
yd_export_dialog_set_paper (YdExportDialog *self,
                            YdPaper         paper)
{
  const guint n = g_list_model_get_n_items (adw_combo_row_get_model (self->sheet_paper));

  for (guint i = 0; i < n; i++)
    if (yd_sheet_maker_get_paper (i) == paper)
      adw_combo_row_set_selected (self->sheet_paper, i);
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

  return yd_export_work_is_on (self->work);
}

/* Returns: (transfer none) (nullable): what was wrong with the last try */
const char *
yd_export_dialog_get_error (YdExportDialog *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_DIALOG (self), NULL);

  return gtk_revealer_get_reveal_child (self->error_revealer)
         ? gtk_label_get_label (self->error_label) : NULL;
}
