/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-role-mark.h"

#include "yd-compat.h"

/**
 * YdRoleMark:
 *
 * The mark of a role: a disc leads, a ring is responsible, a triangle supports. It is
 * drawn, since Chinese fonts draw the ring too thin, and has the colour of the text. The
 * word stands beside it or in what is spoken, never in the mark.
 */

#define LINE 1.7

struct _YdRoleMark
{
  GtkWidget  parent_instance;

  /* Owned */
  char      *role;
};

G_DEFINE_FINAL_TYPE (YdRoleMark, yd_role_mark, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_ROLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
yd_role_mark_finalize (GObject *object)
{
  YdRoleMark *self = YD_ROLE_MARK (object);

  g_clear_pointer (&self->role, g_free);

  G_OBJECT_CLASS (yd_role_mark_parent_class)->finalize (object);
}

static void
yd_role_mark_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_ROLE)
    g_value_set_string (value, YD_ROLE_MARK (object)->role);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yd_role_mark_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_ROLE)
    yd_role_mark_set_role (YD_ROLE_MARK (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/**
 * yd_role_mark_get_size:
 * @widget: what stands beside it, or the mark itself
 *
 * Returns: how large a mark is; it grows with the text of @widget
 */
double
yd_role_mark_get_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double ascent = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  double descent = (double) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return MAX (YD_ROLE_MARK_SIZE, (ascent + descent) * 0.46);
}

static void
yd_role_mark_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = (int) yd_role_mark_get_size (widget) + 2;
}

static void
draw_path (cairo_t *cr,
           YdRole   role,
           double   size,
           double   line)
{
  const double r = size / 2;

  if (role == YD_ROLE_SUPPORT)
    {
      cairo_move_to (cr, 0, -r + line / 2);
      cairo_line_to (cr, r - line / 2, r - line);
      cairo_line_to (cr, -r + line / 2, r - line);
      cairo_close_path (cr);
    }
  else
    cairo_arc (cr, 0, 0, role == YD_ROLE_LEAD ? r : r - line / 2, 0, 2 * G_PI);
}

/**
 * yd_role_mark_draw:
 * @snapshot: where to
 * @role: a role; nothing is drawn for %YD_ROLE_NONE
 * @size: how large the mark is; below the usual size its line is thinner
 * @color: its colour
 * @area: it stands in the middle of it
 */
void
yd_role_mark_draw (GtkSnapshot           *snapshot,
                   YdRole                 role,
                   double                 size,
                   const GdkRGBA         *color,
                   const graphene_rect_t *area)
{
  const double line = size < YD_ROLE_MARK_SIZE ? 1.2 : LINE;
  cairo_t *cr;

  if (role == YD_ROLE_NONE)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, area);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, area->origin.x + area->size.width / 2,
                   area->origin.y + area->size.height / 2);
  draw_path (cr, role, size, line);

  if (role == YD_ROLE_LEAD)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
yd_role_mark_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  YdRoleMark *self = YD_ROLE_MARK (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  yd_role_mark_draw (snapshot, yd_role_from_name (self->role),
                     yd_role_mark_get_size (widget), &color,
                     &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                          gtk_widget_get_height (widget)));
}

static void
yd_role_mark_class_init (YdRoleMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = yd_role_mark_finalize;
  object_class->get_property = yd_role_mark_get_property;
  object_class->set_property = yd_role_mark_set_property;
  widget_class->measure = yd_role_mark_measure;
  widget_class->snapshot = yd_role_mark_snapshot;

  properties[PROP_ROLE] =
    g_param_spec_string ("role", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "rolemark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yd_role_mark_init (YdRoleMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* Returns: (transfer full): a mark that shows nothing yet */
GtkWidget *
yd_role_mark_new (void)
{
  return g_object_new (YD_TYPE_ROLE_MARK, NULL);
}

/**
 * yd_role_mark_set_role:
 * @self: a mark
 * @role: (nullable): `lead`, `responsible`, `support`, or nothing
 *
 * Who leads has the accent colour.
 */
void
yd_role_mark_set_role (YdRoleMark *self,
                       const char *role)
{
  g_return_if_fail (YD_IS_ROLE_MARK (self));

  if (!yd_set_str (&self->role, role))
    return;

  if (g_strcmp0 (role, "lead") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "yd-accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "yd-accent");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}
