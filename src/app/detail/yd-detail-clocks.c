/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-clocks.h"

#include <glib/gi18n-lib.h>

#include "yd-clock-box.h"
#include "yd-clock-start.h"

/**
 * YdDetailClocks:
 *
 * The clocks of the point, what is due next and how much time is left, and the way to start
 * one: for what happens to this point.
 */

struct _YdDetailClocks
{
  GtkBox       parent_instance;

  /* Borrowed */
  YdPage      *page;

  /* Template */
  GtkLabel    *count;
  AdwBin      *place;
  GtkWidget   *start;

  YdClockBox  *clocks;
};

G_DEFINE_FINAL_TYPE (YdDetailClocks, yd_detail_clocks, GTK_TYPE_BOX)

static void
start_cb (YdDetailClocks *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  YdClockStart *dialog = yd_clock_start_new (self->page);

  yd_clock_start_set_about (dialog, TRUE);
  yd_clock_start_present (dialog, GTK_WINDOW (root));
}

static void
yd_detail_clocks_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YD_TYPE_DETAIL_CLOCKS);

  G_OBJECT_CLASS (yd_detail_clocks_parent_class)->dispose (object);
}

static void
yd_detail_clocks_class_init (YdDetailClocksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_detail_clocks_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-detail-clocks.ui");
  gtk_widget_class_bind_template_child (widget_class, YdDetailClocks, count);
  gtk_widget_class_bind_template_child (widget_class, YdDetailClocks, place);
  gtk_widget_class_bind_template_child (widget_class, YdDetailClocks, start);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
yd_detail_clocks_init (YdDetailClocks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clocks = YD_CLOCK_BOX (yd_clock_box_new (TRUE));
  adw_bin_set_child (self->place, GTK_WIDGET (self->clocks));
}

/**
 * yd_detail_clocks_show:
 * @self: a section
 * @page: where it commits; must live as long
 * @point: (nullable): the point
 *
 * Says what its clocks say now; where nothing can be changed and there is none it goes.
 */
void
yd_detail_clocks_show (YdDetailClocks *self,
                       YdPage         *page,
                       YdPoint        *point)
{
  const gboolean read_only = yd_session_get_read_only (yd_page_get_session (page));
  g_autofree char *count = NULL;
  guint n;

  g_return_if_fail (YD_IS_DETAIL_CLOCKS (self));

  self->page = page;
  yd_clock_box_show (self->clocks, page, point);
  n = yd_clock_box_get_n (self->clocks);
  count = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->place), n > 0);
  gtk_widget_set_visible (self->start, !read_only);
  if (n > 0)
    gtk_widget_add_css_class (self->start, "yd-ruled");
  else
    gtk_widget_remove_css_class (self->start, "yd-ruled");
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || !read_only);
}
