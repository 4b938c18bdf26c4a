/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-row-layout.h"

/**
 * YdRowLayout:
 *
 * Children side by side, in the middle of a line whose size does not depend on what they
 * say. A list measures each of its rows when it jumps, some two hundred of which thirty are
 * seen: a box would shape all their words for that, and this one shapes those that are seen.
 */

/* A line is as high as the higher of the fonts in it, whichever of them it needs. */
#define SAMPLE "国Äg"

struct _YdRowLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing;
  int               min_chars;

  /* Of the line, in the font of this serial */
  guint             serial;
  int               width;
  int               height;
};

G_DEFINE_FINAL_TYPE (YdRowLayout, yd_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
ensure_line (YdRowLayout *self,
             GtkWidget   *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const guint serial = pango_context_get_serial (context);
  g_autoptr(PangoLayout) sample = NULL;

  if (self->serial == serial)
    return;

  sample = gtk_widget_create_pango_layout (widget, SAMPLE);
  pango_layout_get_pixel_size (sample, NULL, &self->height);
  pango_layout_set_text (sample, "国", -1);
  pango_layout_get_pixel_size (sample, &self->width, NULL);
  self->width *= self->min_chars;
  self->serial = serial;
}

/* A field to type in has a frame, and is there in one row at most. */
static int
get_field_size (GtkWidget      *widget,
                GtkOrientation  orientation)
{
  int size = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_EDITABLE (child) && gtk_widget_should_layout (child))
      gtk_widget_measure (child, orientation, -1, &size, NULL, NULL, NULL);

  return size;
}

static void
yd_row_layout_measure (GtkLayoutManager *manager,
                       GtkWidget        *widget,
                       GtkOrientation    orientation,
                       int               for_size,
                       int              *minimum,
                       int              *natural,
                       int              *minimum_baseline,
                       int              *natural_baseline)
{
  YdRowLayout *self = YD_ROW_LAYOUT (manager);

  ensure_line (self, widget);
  *minimum = *natural = MAX (orientation == GTK_ORIENTATION_VERTICAL ? self->height : self->width,
                             get_field_size (widget, orientation));
}

/* Returns: how much is missing or left when each of the @n children has what it asks for */
static int
share (GtkWidget        *widget,
       int               width,
       int               spacing,
       GtkRequestedSize *sizes,
       guint            *n)
{
  int left = width + spacing;

  *n = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize *size = &sizes[*n];

      if (!gtk_widget_should_layout (child))
        continue;

      size->data = child;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size->minimum_size,
                          &size->natural_size, NULL, NULL);
      left -= size->minimum_size + spacing;
      ++*n;
    }

  return gtk_distribute_natural_allocation (MAX (left, 0), *n, sizes);
}

static void
place (GtkWidget *child,
       int        x,
       int        width,
       int        height)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  natural = MIN (natural, height);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, (height - natural) / 2, width, natural },
                            -1);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static void
yd_row_layout_allocate (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        int               width,
                        int               height,
                        int               baseline)
{
  YdRowLayout *self = YD_ROW_LAYOUT (manager);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, count_children (widget) + 1);
  guint n;
  int x = 0, left = share (widget, width, self->spacing, sizes, &n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = sizes[i].data;
      int size = sizes[i].minimum_size;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          size += left;
          left = 0;
        }
      place (child, x, size, height);
      x += size + self->spacing;
    }
}

static void
yd_row_layout_class_init (YdRowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = yd_row_layout_measure;
  layout_class->allocate = yd_row_layout_allocate;
}

static void
yd_row_layout_init (YdRowLayout *self)
{
}

/**
 * yd_row_layout_new:
 * @spacing: pixels between two children
 * @min_chars: how wide the line is at least, in Chinese characters
 *
 * Returns: (transfer full): a layout of a line
 */
GtkLayoutManager *
yd_row_layout_new (int spacing,
                   int min_chars)
{
  YdRowLayout *self = g_object_new (YD_TYPE_ROW_LAYOUT, NULL);

  self->spacing = spacing;
  self->min_chars = min_chars;

  return GTK_LAYOUT_MANAGER (self);
}
