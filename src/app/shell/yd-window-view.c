/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include "yd-page-info.h"

/* What the window remembers: of itself in the settings, of a plan beside the library. */

#define DETAIL_MIN 320
#define NARROW 1150
#define HEADER_HEIGHT 46
#define TWO_LINES 1.82          /* of the title and of the smaller one below, in titles */

static const char *
get_plan_id (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  return plan != NULL ? yd_space_get_id (YD_SPACE (plan)) : NULL;
}

static void
keep_pages (YdWindow   *self,
            const char *plan)
{
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, infos[i].key);

      yd_view_state_set (self->views, plan, infos[i].key, yd_page_dup_state (YD_PAGE (page)));
    }
}

/* A text that is half typed is committed when the focus leaves it; a page may do that only
 * when the field is out of the way, which is too late here.
 */
static void
finish_typing (YdWindow *self)
{
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  if (self->properties != NULL)
    yd_properties_keep (self->properties);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  for (guint i = 0; i < n_pages; i++)
    yd_page_finish_typing (YD_PAGE (adw_view_stack_get_child_by_name (self->pages,
                                                                      infos[i].key)));
}

/* Before the plan goes, or the window does. */
void
_yd_window_keep_view (YdWindow *self)
{
  const char *plan = get_plan_id (self);
  const char *page = plan != NULL ? adw_view_stack_get_visible_child_name (self->pages) : NULL;
  YdPoint *selected = yd_session_get_selected (self->session);

  if (plan != NULL)
    finish_typing (self);
  if (self->views == NULL || plan == NULL)
    return;

  keep_pages (self, plan);
  yd_view_state_set (self->views, plan, "page",
                     page != NULL ? g_variant_new_string (page) : NULL);
  yd_view_state_set (self->views, plan, "selected",
                     selected != NULL ? g_variant_new_string (yd_row_get_id (selected)) : NULL);
  yd_view_state_save (self->views);
}

static void
restore_pages (YdWindow   *self,
               const char *plan)
{
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, infos[i].key);
      g_autoptr(GVariant) state = yd_view_state_get (self->views, plan, infos[i].key);

      if (state != NULL && g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
        yd_page_restore_state (YD_PAGE (page), state);
    }
}

static void
restore_selected (YdWindow   *self,
                  const char *plan)
{
  g_autoptr(GVariant) id = yd_view_state_get (self->views, plan, "selected");
  YdSpace *space = YD_SPACE (yd_session_get_plan (self->session));
  YdRow *point = NULL;

  if (id != NULL && g_variant_is_of_type (id, G_VARIANT_TYPE_STRING))
    point = yd_space_lookup (space, YD_KIND_POINT, g_variant_get_string (id, NULL));

  if (point != NULL && yd_space_is_live (space, point))
    yd_session_set_selected (self->session, point);
}

/* When a plan has come. A page that is gone leaves the one that is shown. */
void
_yd_window_restore_view (YdWindow *self)
{
  const char *plan = get_plan_id (self);
  g_autoptr(GVariant) page = NULL;

  if (self->views == NULL || plan == NULL)
    return;

  page = yd_view_state_get (self->views, plan, "page");
  if (page != NULL && g_variant_is_of_type (page, G_VARIANT_TYPE_STRING))
    yd_window_show_page (self, g_variant_get_string (page, NULL));
  restore_pages (self, plan);
  restore_selected (self, plan);
}

/* The pane keeps its width while the window changes, so its left edge is reckoned
 * from the right, once the paned knows how wide it is.
 */
static void
place_detail_cb (YdWindow *self)
{
  int min, max;

  g_object_get (self->paned, "min-position", &min, "max-position", &max, NULL);
  if (max <= 0 || max == G_MAXINT || !gtk_widget_get_visible (GTK_WIDGET (self->detail_slot)))
    return;

  g_signal_handlers_disconnect_by_func (self->paned, place_detail_cb, self);
  gtk_paned_set_position (self->paned, MAX (min, max + DETAIL_MIN - self->detail_width));
}

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* Large text leaves no room for a second line in the header bar. */
static gboolean
has_room_for_subtitle (YdWindow *self)
{
  GtkWidget *title = GTK_WIDGET (self->plan_title);
  int height;

  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height * TWO_LINES <= HEADER_HEIGHT;
}

static void
fit_header (YdWindow *self,
            gboolean  narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->plan_subtitle), has_room_for_subtitle (self));
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), !narrow);
}

static gboolean
fit_cb (gpointer user_data)
{
  YdWindow *self = user_data;
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  self->fit_id = 0;
  set_class (GTK_WIDGET (self), "narrow", narrow);
  set_class (GTK_WIDGET (self), "wide", !narrow);
  if (self->plan_box != NULL)
    fit_header (self, narrow);

  return G_SOURCE_REMOVE;
}

/* Not at once: widgets must not change while they are laid out. But before the next frame, since
 * frames that follow each other without a break leave no time to be idle.
 */
static void
layout_cb (YdWindow *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/* In a narrow window the pane starts hidden. The header was not there to be fitted. */
void
_yd_window_restore_detail (YdWindow *self)
{
  int width, height, now = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean wanted = self->settings == NULL ||
                    g_settings_get_boolean (self->settings, "detail-visible");

  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (place_detail_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  width = now > 0 ? now : width;
  gtk_widget_set_visible (GTK_WIDGET (self->detail_slot),
                          wanted && width >= NARROW &&
                          adw_bin_get_child (self->detail_slot) != NULL);
  if (now > 0)
    fit_header (self, now < NARROW);
}

static void
realize_cb (YdWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "layout",
                           G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);

  /* Larger words ask for room before there is any. */
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
}

static void
keep_size_cb (YdWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));

  if (self->plan_box != NULL && gtk_widget_get_visible (GTK_WIDGET (self->detail_slot)))
    g_settings_set_int (self->settings, "detail-width",
                        CLAMP (gtk_widget_get_width (GTK_WIDGET (self->detail_slot)),
                               DETAIL_MIN, 480));
}

/* The window is about to close: the last moment to ask it. */
void
_yd_window_keep_all (YdWindow *self)
{
  _yd_window_keep_view (self);
  if (self->settings != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    keep_size_cb (self);
}

void
_yd_window_restore_size (YdWindow *self)
{
  self->detail_width = 372;

  if (self->settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self),
                                   g_settings_get_int (self->settings, "window-width"),
                                   g_settings_get_int (self->settings, "window-height"));
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      self->detail_width = g_settings_get_int (self->settings, "detail-width");
    }

  g_signal_connect_object (self, "realize", G_CALLBACK (realize_cb), self, G_CONNECT_SWAPPED);
}
