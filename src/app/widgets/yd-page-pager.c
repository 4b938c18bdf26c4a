/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-pager.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-focus.h"
#include "yd-page-view.h"

/**
 * YdPagePager:
 *
 * The pages of a document one at a time, with which one it is and how large it is shown below.
 * PgUp and PgDn, Home and End go from page to page, Ctrl with +, - and 0 makes them larger,
 * smaller and as large as there is room.
 */

/* The first is as large as there is room. */
static const double zooms[] = { 0, 0.5, 0.75, 1, 1.25, 1.5, 2, 3 };

/* Where enlarging begins from what fits: near the size of paper. */
#define ZOOM_OF_PAPER 3

/* In px: what an arrow key moves a page that is larger than its place. */
#define STEP 48

struct _YdPagePager
{
  AdwBin             parent_instance;

  YdPages           *pages;           /* (nullable) */
  guint              zoom;            /* which of the table */

  /* Template */
  GtkScrolledWindow *place;
  YdPageView        *view;
  GtkWidget         *bar;
  GtkLabel          *page_label;
  GtkLabel          *zoom_label;
};

G_DEFINE_FINAL_TYPE (YdPagePager, yd_page_pager, ADW_TYPE_BIN)

static void
show_state (YdPagePager *self)
{
  const guint n_pages = self->pages != NULL ? yd_pages_get_n_pages (self->pages) : 0;
  const guint page = yd_page_view_get_page (self->view);
  g_autofree char *words = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  g_autofree char *zoom = self->zoom > 0 ? g_strdup_printf (_("%.0f%%"), 100 * zooms[self->zoom])
                                         : g_strdup (_("Fit Window"));

  gtk_widget_set_visible (self->bar, n_pages > 0);
  gtk_label_set_text (self->page_label, words);
  gtk_label_set_text (self->zoom_label, zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.next", page + 1 < n_pages);
}

static void
go_to (YdPagePager *self,
       guint        page)
{
  yd_page_view_set_page (self->view, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->place), 0);
  show_state (self);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdPagePager *self = YD_PAGE_PAGER (widget);
  const guint page = yd_page_view_get_page (self->view);

  go_to (self, page > 0 ? page - 1 : 0);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdPagePager *self = YD_PAGE_PAGER (widget);

  go_to (self, yd_page_view_get_page (self->view) + 1);
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  go_to (YD_PAGE_PAGER (widget), g_variant_get_int32 (parameter) < 0 ? 0 : G_MAXUINT);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdPagePager *self = YD_PAGE_PAGER (widget);
  const int step = g_variant_get_int32 (parameter);

  if (step == 0)
    self->zoom = 0;
  else if (self->zoom == 0)
    self->zoom = ZOOM_OF_PAPER;
  else
    self->zoom = (guint) CLAMP ((int) self->zoom + step, 1, (int) G_N_ELEMENTS (zooms) - 1);

  yd_page_view_set_zoom (self->view, zooms[self->zoom]);
  show_state (self);
}

/* The arrows move a page that is larger than its place; in one that fits they turn it. */
static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdPagePager *self = YD_PAGE_PAGER (widget);
  int x, y;

  g_variant_get (parameter, "(ii)", &x, &y);
  if (self->zoom > 0)
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->place);
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->place);

      gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + x * STEP);
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + y * STEP);
      return;
    }

  gtk_widget_activate_action (widget, x + y > 0 ? "pages.next" : "pages.previous", NULL);
}

static gboolean
yd_page_pager_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_PAGE_PAGER (widget)->view));
}

static void
yd_page_pager_dispose (GObject *object)
{
  YdPagePager *self = YD_PAGE_PAGER (object);

  g_clear_object (&self->pages);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PAGE_PAGER);

  G_OBJECT_CLASS (yd_page_pager_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    const char     *action;
    const char     *parameter;
  } keys[] = {
    { GDK_KEY_Page_Up,     0,                "pages.previous", NULL },
    { GDK_KEY_Page_Down,   0,                "pages.next",     NULL },
    { GDK_KEY_Home,        0,                "pages.end",      "-1" },
    { GDK_KEY_End,         0,                "pages.end",      "1" },
    { GDK_KEY_Left,        0,                "pages.move",     "(-1, 0)" },
    { GDK_KEY_Right,       0,                "pages.move",     "(1, 0)" },
    { GDK_KEY_Up,          0,                "pages.move",     "(0, -1)" },
    { GDK_KEY_Down,        0,                "pages.move",     "(0, 1)" },
    { GDK_KEY_plus,        GDK_CONTROL_MASK, "pages.zoom",     "1" },
    { GDK_KEY_equal,       GDK_CONTROL_MASK, "pages.zoom",     "1" },
    { GDK_KEY_KP_Add,      GDK_CONTROL_MASK, "pages.zoom",     "1" },
    { GDK_KEY_minus,       GDK_CONTROL_MASK, "pages.zoom",     "-1" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "pages.zoom",     "-1" },
    { GDK_KEY_0,           GDK_CONTROL_MASK, "pages.zoom",     "0" },
    { GDK_KEY_KP_0,        GDK_CONTROL_MASK, "pages.zoom",     "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GtkShortcut) shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state),
                          gtk_named_action_new (keys[i].action));

      if (keys[i].parameter != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (keys[i].parameter));
      gtk_widget_class_add_shortcut (klass, shortcut);
    }
}

static void
yd_page_pager_class_init (YdPagePagerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_page_pager_dispose;
  widget_class->focus = yd_focus_child;
  widget_class->grab_focus = yd_page_pager_grab_focus;

  g_type_ensure (YD_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-page-pager.ui");
  gtk_widget_class_bind_template_child (widget_class, YdPagePager, place);
  gtk_widget_class_bind_template_child (widget_class, YdPagePager, view);
  gtk_widget_class_bind_template_child (widget_class, YdPagePager, bar);
  gtk_widget_class_bind_template_child (widget_class, YdPagePager, page_label);
  gtk_widget_class_bind_template_child (widget_class, YdPagePager, zoom_label);

  gtk_widget_class_install_action (widget_class, "pages.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "pages.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "pages.end", "i", end_action);
  gtk_widget_class_install_action (widget_class, "pages.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "pages.move", "(ii)", move_action);
  add_keys (widget_class);
}

static void
yd_page_pager_init (YdPagePager *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  show_state (self);
}

/* Shows @pages, or nothing; the page stays the same if there is one of that number. */
void
yd_page_pager_set_pages (YdPagePager *self,
                         YdPages     *pages)
{
  g_return_if_fail (YD_IS_PAGE_PAGER (self) && (pages == NULL || YD_IS_PAGES (pages)));

  g_set_object (&self->pages, pages);
  yd_page_view_set_pages (self->view, pages);
  show_state (self);
}

/* Returns: (transfer none) (nullable): what is shown */
YdPages *
yd_page_pager_get_pages (YdPagePager *self)
{
  g_return_val_if_fail (YD_IS_PAGE_PAGER (self), NULL);

  return self->pages;
}

/* Returns: which page is shown, from 0 */
guint
yd_page_pager_get_page (YdPagePager *self)
{
  g_return_val_if_fail (YD_IS_PAGE_PAGER (self), 0);

  return yd_page_view_get_page (self->view);
}
