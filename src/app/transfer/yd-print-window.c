/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-print-window.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-export-job.h"
#include "yd-exported-toast.h"
#include "yd-page-pager.h"
#include "yd-print.h"
#include "yd-save-chooser.h"
#include "yd-transient.h"

/**
 * YdPrintWindow:
 *
 * A document as it will be printed, page by page; from here it goes to a printer or to a PDF.
 * What came of that it says itself, and stays open.
 */

/* In px, of the window; no larger than the one behind it. */
#define WIDTH 980
#define HEIGHT 760
#define LESS 40

/* In ms: how often it looks how far the file is, or the pages. */
#define TICK 100

/* In such ticks: what is there sooner needs no word. */
#define TICKS_BAR 2

struct _YdPrintWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  YdPageMaker     *maker;           /* (nullable): what makes the pages */
  YdPages         *pages;           /* (nullable): while they are made */
  GCancellable    *making;          /* (nullable): pages that are under way */
  GCancellable    *work;            /* (nullable): a PDF that is under way */
  GFile           *file;            /* (nullable): where it goes */
  YdToasts        *toasts;

  /* Template */
  AdwWindowTitle  *heading;
  AdwToastOverlay *overlay;
  YdPagePager     *pager;
  GtkDropDown     *paper;
  GtkWidget       *print_button;
  GtkWidget       *fonts_box;
  GtkLabel        *fonts_label;
  GtkProgressBar  *progress;

  YdExportCount    count;
  guint            tick_id;
  guint            n_ticks;
  gboolean         closing;         /* when the work has ended */
};

G_DEFINE_FINAL_TYPE (YdPrintWindow, yd_print_window, ADW_TYPE_WINDOW)

static void
printed_cb (GtkPrintOperationResult  result,
            const GError            *error,
            gpointer                 user_data)
{
  g_autoptr(YdPrintWindow) self = YD_PRINT_WINDOW (user_data);

  if (self->pages == NULL)          /* closed meanwhile */
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.run", TRUE);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    yd_toasts_warn (self->toasts, error != NULL ? error->message : _("It could not be printed"));
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    yd_toasts_say (self->toasts, _("Sent to the printer"));
}

static void
run_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdPrintWindow *self = YD_PRINT_WINDOW (widget);

  gtk_widget_action_set_enabled (widget, "print.run", FALSE);
  yd_print_run (self->pages, GTK_WINDOW (self), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL,
                printed_cb, g_object_ref (self));
}

static gboolean
tick_cb (gpointer user_data)
{
  YdPrintWindow *self = user_data;
  const int n_total = g_atomic_int_get (&self->count.n_total);
  const int n_done = g_atomic_int_get (&self->count.n_done);
  const double fraction = self->making != NULL ? yd_page_maker_get_fraction (self->maker)
                          : n_total > 0 ? (double) n_done / n_total : 0;

  if (++self->n_ticks < TICKS_BAR)
    return G_SOURCE_CONTINUE;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
  if (self->making != NULL)
    adw_window_title_set_subtitle (self->heading, _("Making the pages… Esc stops that"));

  return G_SOURCE_CONTINUE;
}

static void
set_ticking (YdPrintWindow *self,
             gboolean       ticking)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  self->n_ticks = 0;
  if (ticking)
    self->tick_id = g_timeout_add (TICK, tick_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

static void
set_working (YdPrintWindow *self,
             gboolean       working)
{
  g_clear_object (&self->work);
  self->count = (YdExportCount) { 0 };
  if (working)
    self->work = g_cancellable_new ();
  set_ticking (self, working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), !working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.save", !working);
}

/* The paper has it when another is chosen, and cannot be chosen while something is made. */
static void
keep_keyboard (YdPrintWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->pager));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(YdPrintWindow) self = YD_PRINT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean done = yd_export_finish (result, &error);
  g_autofree char *uri = NULL;

  /* It went with the window behind it. */
  if (self->pages == NULL || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  uri = g_file_get_uri (self->file);
  set_working (self, FALSE);
  keep_keyboard (self);
  if (self->closing)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (done)
    yd_exported_toast_add (self->toasts, uri);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yd_toasts_warn (self->toasts, error->message);
}

/**
 * yd_print_window_save_to:
 * @self: a window
 * @file: where to; an older file is replaced
 *
 * Writes the document as PDF, and says what came of it.
 */
void
yd_print_window_save_to (YdPrintWindow *self,
                         GFile         *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YD_IS_PRINT_WINDOW (self) && G_IS_FILE (file));
  g_return_if_fail (self->work == NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      yd_toasts_warn (self->toasts,
                      _("This place is not on this computer. Choose another folder."));
      return;
    }

  g_set_object (&self->file, file);
  set_working (self, TRUE);
  yd_export_pages_async (self->pages, path, &self->count, self->work, saved_cb,
                         g_object_ref (self));
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autoptr(YdPrintWindow) self = YD_PRINT_WINDOW (user_data);

  if (file != NULL && self->work == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    yd_print_window_save_to (self, file);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdPrintWindow *self = YD_PRINT_WINDOW (widget);
  const char *title = yd_pages_get_title (self->pages);
  g_autofree char *file_name = yd_save_chooser_make_name (title != NULL ? title : "", "pdf");

  yd_save_chooser_run (GTK_WINDOW (self), _("Save as PDF"), file_name, _("PDF documents"), "pdf",
                       chosen_cb, g_object_ref (self));
}

static gboolean
yd_print_window_close_request (GtkWindow *window)
{
  YdPrintWindow *self = YD_PRINT_WINDOW (window);

  if (self->work == NULL)
    return GTK_WINDOW_CLASS (yd_print_window_parent_class)->close_request (window);

  self->closing = TRUE;
  g_cancellable_cancel (self->work);

  return TRUE;
}

static void
yd_print_window_dispose (GObject *object)
{
  YdPrintWindow *self = YD_PRINT_WINDOW (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_cancellable_cancel (self->work);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->toasts);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PRINT_WINDOW);
  g_clear_object (&self->work);
  g_clear_object (&self->file);
  g_clear_object (&self->pages);
  g_clear_object (&self->maker);

  G_OBJECT_CLASS (yd_print_window_parent_class)->dispose (object);
}

static void
yd_print_window_class_init (YdPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_print_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yd_print_window_close_request;

  g_type_ensure (YD_TYPE_PAGE_PAGER);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, pager);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, fonts_box);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, fonts_label);
  gtk_widget_class_bind_template_child (widget_class, YdPrintWindow, progress);

  gtk_widget_class_install_action (widget_class, "print.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "print.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "print.run",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "print.save",
                                       NULL);
}

static void
yd_print_window_init (YdPrintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = yd_toasts_new (self->overlay);
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

static void
show_fonts (YdPrintWindow *self)
{
  g_autoptr(GPtrArray) missing = yd_pages_list_missing_fonts (self->pages);
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->fonts_box, missing->len > 0);
  g_ptr_array_add (missing, NULL);
  /* Translators: between the names of fonts in a list */
  names = g_strjoinv (_(", "), (char **) missing->pdata);
  words = g_strdup_printf (_("Not on this computer: %s. The nearest fonts that are here stand "
                             "in."), names);
  gtk_label_set_label (self->fonts_label, words);
}

static void
fit (YdPrintWindow *self,
     GtkWindow     *parent)
{
  const int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) - LESS : 0;
  const int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) - LESS : 0;

  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
}

static void
set_pages (YdPrintWindow *self,
           YdPages       *pages)
{
  const char *title = yd_pages_get_title (pages);

  g_set_object (&self->pages, pages);
  adw_window_title_set_subtitle (self->heading, title != NULL ? title : "");
  yd_page_pager_set_pages (self->pager, pages);
  show_fonts (self);
}

static void
set_making (YdPrintWindow *self,
            gboolean       making)
{
  g_clear_object (&self->making);
  if (making)
    self->making = g_cancellable_new ();
  set_ticking (self, making);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), !making);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.run", !making);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.save", !making);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(YdPrintWindow) self = YD_PRINT_WINDOW (user_data);
  /* It fails only where the window was closed. */
  g_autoptr(YdPages) pages = yd_page_maker_make_finish (YD_PAGE_MAKER (object), result, NULL);

  if (self->making == NULL || pages == NULL)
    return;

  set_making (self, FALSE);
  set_pages (self, pages);
  keep_keyboard (self);
}

/* What was seen stays until the pages for the other paper are there. */
static void
make (YdPrintWindow *self)
{
  set_making (self, TRUE);
  yd_page_maker_make_async (self->maker, gtk_drop_down_get_selected (self->paper), self->making,
                            made_cb, g_object_ref (self));
}

static YdPrintWindow *
make_window (GtkWindow *parent)
{
  YdPrintWindow *self = g_object_new (YD_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);

  yd_transient_watch (GTK_WINDOW (self));
  fit (self, parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->pager));

  return self;
}

/**
 * yd_print_window_new:
 * @parent: (nullable): the window of the plan
 * @pages: what is to be printed
 *
 * Returns: (transfer none): the window, which GTK keeps until it is closed
 */
GtkWidget *
yd_print_window_new (GtkWindow *parent,
                     YdPages   *pages)
{
  YdPrintWindow *self;

  g_return_val_if_fail (YD_IS_PAGES (pages), NULL);

  self = make_window (parent);
  set_pages (self, pages);

  return GTK_WIDGET (self);
}

/**
 * yd_print_window_new_with_maker:
 * @parent: (nullable): the window of the plan
 * @maker: what makes the pages of what is to be printed, which may take a while
 *
 * Returns: (transfer none): the window, which GTK keeps until it is closed; in it one chooses the
 *   paper, too
 */
GtkWidget *
yd_print_window_new_with_maker (GtkWindow   *parent,
                                YdPageMaker *maker)
{
  YdPrintWindow *self;
  g_autoptr(GtkStringList) papers = NULL;
  const char *title;

  g_return_val_if_fail (YD_IS_PAGE_MAKER (maker), NULL);

  self = make_window (parent);
  self->maker = g_object_ref (maker);
  title = yd_page_maker_get_title (maker);
  adw_window_title_set_subtitle (self->heading, title != NULL ? title : "");
  papers = gtk_string_list_new (yd_page_maker_list_papers (maker));
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (papers));
  gtk_widget_set_visible (GTK_WIDGET (self->paper), TRUE);
  gtk_widget_set_visible (self->fonts_box, FALSE);
  g_signal_connect_object (self->paper, "notify::selected", G_CALLBACK (make), self,
                           G_CONNECT_SWAPPED);
  make (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): what is shown, %NULL while the first pages are made */
YdPages *
yd_print_window_get_pages (YdPrintWindow *self)
{
  g_return_val_if_fail (YD_IS_PRINT_WINDOW (self), NULL);

  return self->pages;
}
