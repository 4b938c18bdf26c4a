/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-page-info.h"

/* What was read and is to be checked: the bar that says so on all pages but the one on
 * which it is done, the way there, and the pane, which makes room for it.
 */

#define LATER "check-later"

static void
fit_detail (YdWindow *self)
{
  YdPage *page = yd_window_get_page (self);
  gboolean wide = page != NULL && yd_page_get_wide (page);
  gboolean visible = gtk_widget_get_visible (GTK_WIDGET (self->detail_slot));

  if (self->wide == wide)
    return;

  if (wide)
    {
      self->wide = TRUE;
      self->detail_before = visible;
      yd_window_set_detail_visible (self, FALSE);
    }
  else
    {
      yd_window_set_detail_visible (self, visible || self->detail_before);
      self->wide = FALSE;
    }
}

/* What only passes leaves the switcher with the page. */
static void
hide_passed (YdWindow *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->pages);
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (infos[i].passing && g_strcmp0 (infos[i].key, shown) != 0)
      adw_view_stack_page_set_visible (
        adw_view_stack_get_page (self->pages,
                                 adw_view_stack_get_child_by_name (self->pages, infos[i].key)),
        FALSE);
}

static void
page_cb (YdWindow *self)
{
  hide_passed (self);
  fit_detail (self);
  _yd_window_show_check_bar (self);
}

/* Follows which page is shown, and how. */
void
_yd_window_watch_pages (YdWindow *self)
{
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    g_signal_connect_object (adw_view_stack_get_child_by_name (self->pages, infos[i].key),
                             "notify::wide", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (page_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Says how much is to be checked, unless a person asked not to be told. One bar at a time: what
 * was half typed comes first.
 */
void
_yd_window_show_check_bar (YdWindow *self)
{
  YdPage *page = yd_window_get_page (self);
  guint n = yd_session_get_n_proposed (self->session);
  gboolean shown = n > 0 && !self->check_later && page != NULL && !yd_page_can_check (page) &&
                   !gtk_widget_get_visible (self->draft_bar) &&
                   !yd_session_get_read_only (self->session);
  g_autofree char *words = NULL;

  if (self->plan_box == NULL)
    return;

  if (shown)
    {
      words = g_strdup_printf (ngettext ("%u fact that was read from the document is to be "
                                         "checked. It can be used before.",
                                         "%u facts that were read from the document are to be "
                                         "checked. They can be used before.", n), n);
      gtk_label_set_label (self->check_label, words);
    }
  gtk_widget_set_visible (self->check_bar, shown);
}

static void
check_next_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; self->plan_box != NULL && i < n_pages; i++)
    {
      YdPage *page = YD_PAGE (adw_view_stack_get_child_by_name (self->pages, infos[i].key));

      if (!yd_page_can_check (page))
        continue;

      yd_window_show_page (self, infos[i].key);
      yd_page_check_next (page);
      return;
    }
}

static const char *
get_plan_id (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  return plan != NULL ? yd_space_get_id (YD_SPACE (plan)) : NULL;
}

static void
check_later_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  self->check_later = TRUE;
  if (self->views != NULL && get_plan_id (self) != NULL)
    yd_view_state_set (self->views, get_plan_id (self), LATER, g_variant_new_boolean (TRUE));
  _yd_window_show_check_bar (self);
}

/* When a plan has come: whether its person did not want to be told. */
void
_yd_window_restore_check (YdWindow *self)
{
  const char *plan = get_plan_id (self);
  g_autoptr(GVariant) later = self->views != NULL && plan != NULL
                              ? yd_view_state_get (self->views, plan, LATER) : NULL;

  self->check_later = later != NULL && g_variant_is_of_type (later, G_VARIANT_TYPE_BOOLEAN) &&
                      g_variant_get_boolean (later);
  _yd_window_show_check_bar (self);
}

void
_yd_window_class_install_check (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.check-next", NULL, check_next_action);
  gtk_widget_class_install_action (klass, "win.check-later", NULL, check_later_action);
}
