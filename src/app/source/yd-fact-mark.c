/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fact-mark.h"

#include <math.h>

/**
 * YdFactMark:
 *
 * The mark before a proposal that has no role: a clock, an arrow, lines. Drawn, for
 * fonts have them too thin. The word beside it says the same, so it is not spoken.
 */

#define SIZE 16

typedef enum
{
  MARK_NONE,
  MARK_CLOCK,
  MARK_ARROW,
  MARK_LINES,
} Mark;

struct _YdFactMark
{
  GtkWidget parent_instance;

  Mark      mark;
};

G_DEFINE_FINAL_TYPE (YdFactMark, yd_fact_mark, GTK_TYPE_WIDGET)

static void
yd_fact_mark_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
draw_clock (cairo_t *cr)
{
  cairo_arc (cr, 8, 8, 5.5, 0, 2 * G_PI);
  cairo_move_to (cr, 8, 4.5);
  cairo_line_to (cr, 8, 8);
  cairo_line_to (cr, 10.5, 9.5);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t *cr)
{
  cairo_move_to (cr, 4, 3);
  cairo_line_to (cr, 4, 9.5);
  cairo_line_to (cr, 12.5, 9.5);
  cairo_move_to (cr, 9.5, 6.5);
  cairo_line_to (cr, 12.5, 9.5);
  cairo_line_to (cr, 9.5, 12.5);
  cairo_stroke (cr);
}

static void
draw_lines (cairo_t *cr)
{
  for (int i = 0; i < 3; i++)
    {
      cairo_move_to (cr, 3, 4.5 + i * 3.5);
      cairo_line_to (cr, i == 2 ? 9 : 13, 4.5 + i * 3.5);
    }
  cairo_stroke (cr);
}

static void
draw (YdFactMark *self,
      cairo_t    *cr)
{
  switch (self->mark)
    {
    case MARK_CLOCK:
      draw_clock (cr);
      break;

    case MARK_ARROW:
      draw_arrow (cr);
      break;

    case MARK_LINES:
      draw_lines (cr);
      break;

    case MARK_NONE:
    default:
      break;
    }
}

static void
yd_fact_mark_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  YdFactMark *self = YD_FACT_MARK (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (context, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.7);
  cairo_translate (cr, floor ((width - SIZE) / 2.0), floor ((height - SIZE) / 2.0));
  draw (self, cr);
  cairo_destroy (cr);
}

static void
yd_fact_mark_class_init (YdFactMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = yd_fact_mark_measure;
  widget_class->snapshot = yd_fact_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yd_fact_mark_init (YdFactMark *self)
{
}

static Mark
find_mark (YdRow *row)
{
  if (row == NULL)
    return MARK_NONE;

  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_DEADLINE:
      return MARK_CLOCK;

    case YD_KIND_DEPENDENCY:
      return MARK_ARROW;

    default:
      return MARK_LINES;
    }
}

/* Shows the mark of another row. */
void
yd_fact_mark_set_row (YdFactMark *self,
                      YdRow      *row)
{
  g_return_if_fail (YD_IS_FACT_MARK (self));

  self->mark = find_mark (row);
  if (self->mark == MARK_ARROW)
    gtk_widget_add_css_class (GTK_WIDGET (self), "yd-accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "yd-accent");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
