/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-print.h"

/* A document to a printer, by the dialog of the desktop. The printer gets what the preview
 * draws. */

typedef struct
{
  YdPages     *pages;
  YdPrintFunc  func;
  gpointer     user_data;
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *self = data;

  g_object_unref (self->pages);
  g_free (self);
}

/* Printers know A4 by its name, and other sheets by their size. */
static void
set_up_page (YdPages      *pages,
             guint         page,
             GtkPageSetup *setup)
{
  g_autoptr(GtkPaperSize) paper = NULL;
  double width, height;
  gboolean landscape;

  yd_pages_get_size (pages, page, &width, &height);
  landscape = width > height;
  if (MIN (width, height) == YD_A4_SHORT && MAX (width, height) == YD_A4_LONG)
    paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else
    paper = gtk_paper_size_new_custom ("yaodian", yd_pages_get_title (pages),
                                       MIN (width, height), MAX (width, height), GTK_UNIT_MM);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                   : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
}

static void
set_up_page_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                int                page,
                GtkPageSetup      *setup,
                gpointer           user_data)
{
  Print *self = user_data;

  set_up_page (self->pages, (guint) page, setup);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Print *self = user_data;

  yd_pages_draw (self->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  Print *self = user_data;
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)       /* GTK has one only then */
    gtk_print_operation_get_error (operation, &error);
  self->func (result, error, self->user_data);
}

static void
connect (GtkPrintOperation *operation,
         const char        *signal,
         GCallback          callback,
         Print             *print,
         GClosureNotify     destroy)
{
  g_signal_connect_data (operation, signal, callback, print, destroy, 0);
}

/**
 * yd_print_run:
 * @pages: a document
 * @parent: (nullable): the window that asks
 * @action: %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, or %GTK_PRINT_OPERATION_ACTION_EXPORT
 * @path: (nullable) (type filename): where that is written to
 * @func: called once, when the document is on its way or is not to be
 * @user_data: for @func
 *
 * Asks for a printer and prints, or does without asking what a printer would be sent.
 */
void
yd_print_run (YdPages                 *pages,
              GtkWindow               *parent,
              GtkPrintOperationAction  action,
              const char              *path,
              YdPrintFunc              func,
              gpointer                 user_data)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  Print *print;

  g_return_if_fail (YD_IS_PAGES (pages) && func != NULL);

  print = g_new0 (Print, 1);
  *print = (Print) { g_object_ref (pages), func, user_data };
  set_up_page (pages, 0, setup);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) yd_pages_get_n_pages (pages));
  gtk_print_operation_set_job_name (operation, yd_pages_get_title (pages));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);

  connect (operation, "request-page-setup", G_CALLBACK (set_up_page_cb), print, NULL);
  connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print, NULL);
  connect (operation, "done", G_CALLBACK (done_cb), print, print_free);
  gtk_print_operation_run (operation, action, parent, NULL);      /* done_cb is told errors */
}
