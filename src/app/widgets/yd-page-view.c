/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-view.h"

#include <glib/gi18n-lib.h>

/**
 * YdPageView:
 *
 * One page of a document on white paper, whatever the colours of the desktop: what is seen is
 * what the printer gets.
 */

/* White round the sheet, where its shadow is. */
#define EDGE 12

/* A page that is to fit asks for no more than this. */
#define LEAST 120

#define PX_PER_MM (96 / 25.4)

struct _YdPageView
{
  GtkWidget  parent_instance;

  YdPages   *pages;
  guint      page;
  double     zoom;          /* 0: as large as there is room */
};

G_DEFINE_FINAL_TYPE (YdPageView, yd_page_view, GTK_TYPE_WIDGET)

/* Of the sheet, in px at a zoom of 1. */
static void
get_sheet (YdPageView *self,
           double     *width,
           double     *height)
{
  *width = 210;
  *height = 297;
  if (self->pages != NULL)
    yd_pages_get_size (self->pages, self->page, width, height);

  *width *= PX_PER_MM;
  *height *= PX_PER_MM;
}

static double
get_scale (YdPageView *self)
{
  const double room_x = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;
  const double room_y = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * EDGE;
  double width, height;

  if (self->zoom > 0)
    return self->zoom;

  get_sheet (self, &width, &height);

  return MAX (MIN (room_x / width, room_y / height), 0.01);
}

static void
say_page (YdPageView *self)
{
  g_autofree char *words = NULL;

  if (self->pages != NULL)
    words = g_strdup_printf (_("Page %u of %u"), self->page + 1,
                             yd_pages_get_n_pages (self->pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
}

static void
yd_page_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  YdPageView *self = YD_PAGE_VIEW (widget);
  double width, height, length;

  get_sheet (self, &width, &height);
  length = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum = self->zoom > 0 ? (int) (length * self->zoom) + 2 * EDGE : LEAST;
  *natural = self->zoom > 0 ? *minimum : (int) length;
}

static void
draw_page (YdPageView            *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *sheet,
           double                 scale)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, sheet);

  cairo_translate (cr, sheet->origin.x, sheet->origin.y);
  cairo_scale (cr, scale * 96 / 72, scale * 96 / 72);
  yd_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
yd_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  YdPageView *self = YD_PAGE_VIEW (widget);
  const double scale = get_scale (self);
  const GdkRGBA white = { 1, 1, 1, 1 }, shadow = { 0, 0, 0, 0.3f };
  double width, height;
  graphene_rect_t sheet;
  GskRoundedRect outline;

  if (self->pages == NULL)
    return;

  get_sheet (self, &width, &height);
  width *= scale;
  height *= scale;
  graphene_rect_init (&sheet, (float) ((gtk_widget_get_width (widget) - (int) width) / 2),
                      (float) ((gtk_widget_get_height (widget) - (int) height) / 2),
                      (float) width, (float) height);
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 4);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  draw_page (self, snapshot, &sheet, scale);
}

static void
yd_page_view_dispose (GObject *object)
{
  g_clear_object (&YD_PAGE_VIEW (object)->pages);

  G_OBJECT_CLASS (yd_page_view_parent_class)->dispose (object);
}

static void
yd_page_view_class_init (YdPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_page_view_dispose;
  widget_class->measure = yd_page_view_measure;
  widget_class->snapshot = yd_page_view_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yd_page_view_init (YdPageView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
yd_page_view_new (void)
{
  return g_object_new (YD_TYPE_PAGE_VIEW, NULL);
}

/* Shows @pages, or nothing; the page stays the same if there is one of that number. */
void
yd_page_view_set_pages (YdPageView *self,
                        YdPages    *pages)
{
  g_return_if_fail (YD_IS_PAGE_VIEW (self) && (pages == NULL || YD_IS_PAGES (pages)));

  g_set_object (&self->pages, pages);
  if (pages != NULL)
    self->page = MIN (self->page, yd_pages_get_n_pages (pages) - 1);
  say_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: which page is shown, from 0 */
guint
yd_page_view_get_page (YdPageView *self)
{
  g_return_val_if_fail (YD_IS_PAGE_VIEW (self), 0);

  return self->page;
}

/* Shows the page @page, or the last one if there are not so many. */
void
yd_page_view_set_page (YdPageView *self,
                       guint       page)
{
  g_return_if_fail (YD_IS_PAGE_VIEW (self));

  if (self->pages == NULL)
    return;

  page = MIN (page, yd_pages_get_n_pages (self->pages) - 1);
  if (self->page == page)
    return;

  self->page = page;
  say_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));    /* another page may be of another size */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: how large a millimetre is, 1 where it is as on paper; 0 where the page fits */
double
yd_page_view_get_zoom (YdPageView *self)
{
  g_return_val_if_fail (YD_IS_PAGE_VIEW (self), 0);

  return self->zoom;
}

void
yd_page_view_set_zoom (YdPageView *self,
                       double      zoom)
{
  g_return_if_fail (YD_IS_PAGE_VIEW (self) && zoom >= 0);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
