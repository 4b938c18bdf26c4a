/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-clip-copy.h"
#include "yd-export-dialog.h"
#include "yd-exported-toast.h"
#include "yd-paste.h"
#include "yd-print-window.h"
#include "yd-save-copy.h"

/* How a plan, or a part of it, leaves the window and comes back. */

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPage *page = yd_window_get_page (self);
  GtkWidget *dialog = yd_export_dialog_new (GTK_WINDOW (self), self->session);
  const char *what = page != NULL ? yd_page_get_export (page) : NULL;
  g_autoptr(YdPageMaker) maker = what != NULL ? yd_page_create_maker (page) : NULL;

  if (YD_IS_SHEET_MAKER (maker))
    yd_export_dialog_set_seen (YD_EXPORT_DIALOG (dialog), YD_SHEET_MAKER (maker));
  if (what != NULL)
    yd_export_dialog_set_what (YD_EXPORT_DIALOG (dialog), what, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the page shows, as it would be printed; the window of the preview goes on from there. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPage *page = yd_window_get_page (self);
  g_autoptr(YdPageMaker) maker = page != NULL ? yd_page_create_maker (page) : NULL;
  g_autoptr(YdPages) pages = maker == NULL && page != NULL ? yd_page_create_pages (page) : NULL;

  if (maker != NULL)
    gtk_window_present (GTK_WINDOW (yd_print_window_new_with_maker (GTK_WINDOW (self), maker)));
  else if (pages != NULL)
    gtk_window_present (GTK_WINDOW (yd_print_window_new (GTK_WINDOW (self), pages)));
  else
    yd_window_say (self, _("There is nothing to print on this page"));
}

static void
exported_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  const char *uri = g_variant_get_string (parameter, NULL);

  yd_exported_toast_add (self->toasts, uri);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  yd_save_copy (GTK_WINDOW (widget), YD_WINDOW (widget)->session);
}

/* Of the page that is shown; a text in which the focus is has its own Ctrl+C. */
static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPage *page = yd_window_get_page (self);
  g_autofree char *copied = page != NULL ? yd_page_copy (page) : NULL;
  g_autoptr(GPtrArray) points = copied == NULL && page != NULL ? yd_page_list_chosen (page) : NULL;
  g_autofree char *words = NULL;

  if (copied != NULL)
    {
      yd_window_say (self, copied);
      return;
    }

  if (points == NULL || points->len == 0)
    {
      yd_window_say (self, _("Choose the points to copy first"));
      return;
    }

  yd_clip_copy_points (gtk_widget_get_clipboard (widget), yd_session_get_plan (self->session),
                       points);
  words = g_strdup_printf (ngettext ("%u point copied", "%u points copied", points->len),
                           points->len);
  yd_window_say (self, words);
}

/* On a page that has a place for it, or else as points. */
void
_yd_window_paste_points (YdWindow *self)
{
  YdPage *page = yd_window_get_page (self);

  if (page == NULL || !yd_page_paste (page))
    yd_paste_points (GTK_WINDOW (self), self->session);
}

static void
paste_points_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  if (_yd_window_may_change (self))
    yd_paste_points (GTK_WINDOW (self), self->session);
}

void
_yd_window_class_install_transfer (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.exported", "s", exported_action);
  gtk_widget_class_install_action (klass, "win.paste-points", NULL, paste_points_action);
  gtk_widget_class_install_action (klass, "win.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "win.export", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL);
}

void
_yd_window_update_transfer (YdWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean has_plan = yd_session_get_plan (self->session) != NULL;

  gtk_widget_action_set_enabled (widget, "win.copy", has_plan);
  gtk_widget_action_set_enabled (widget, "win.export", has_plan);
  gtk_widget_action_set_enabled (widget, "win.print", has_plan);
  gtk_widget_action_set_enabled (widget, "win.save-copy", has_plan);
}
