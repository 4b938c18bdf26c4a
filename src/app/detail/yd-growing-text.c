/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-growing-text.h"

/**
 * YdGrowingText:
 *
 * A text that is as high as its lines. GtkTextView, made to be scrolled, says how high
 * it was at the width that it had before, and so stays too high or too low when it is
 * shown for the first time, or when the pane becomes wider.
 */

struct _YdGrowingText
{
  GtkTextView  parent_instance;
};

G_DEFINE_FINAL_TYPE (YdGrowingText, yd_growing_text, GTK_TYPE_TEXT_VIEW)

static int
get_height (GtkWidget *widget,
            int        width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  /* Each paragraph is rounded up by itself. */
  return height + gtk_text_buffer_get_line_count (buffer) - 1;
}

static void
yd_growing_text_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? get_height (widget, for_size)
                                                                : 0;
}

static GtkSizeRequestMode
yd_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
yd_growing_text_class_init (YdGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = yd_growing_text_get_request_mode;
  widget_class->measure = yd_growing_text_measure;
}

static void
yd_growing_text_init (YdGrowingText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}
