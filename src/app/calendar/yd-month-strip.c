/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-grid-colors.h"
#include "yd-month-days.h"
#include "yd-text-cache.h"
#include "yd-tooltip.h"

/**
 * YdMonthStrip:
 *
 * A year in one line: how much is due in each week, and which weeks the month above shows.
 * A click goes there. Keys do not need it: PgUp and PgDn of the month lead everywhere.
 */

#define HEIGHT     56
#define HEAD_WIDTH 50
#define MARGIN     10
#define GAP        2

struct _YdMonthStrip
{
  GtkWidget    parent_instance;

  YdTextCache *texts;                   /* owned */

  int          year;
  guint        loads[YD_YEAR_N_WEEKS];
  YdDay        month;                   /* the one that is shown */
  YdDay        first;
  YdDay        last;
};

G_DEFINE_FINAL_TYPE (YdMonthStrip, yd_month_strip, GTK_TYPE_WIDGET)

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
get_scale (YdMonthStrip *self)
{
  return MAX (yd_text_cache_get_height (self->texts, YD_TEXT_BODY) / 18.0, 1);
}

/* Where the weeks of the year are. */
static void
get_room (YdMonthStrip *self,
          double       *x,
          double       *width)
{
  *x = HEAD_WIDTH * get_scale (self);
  *width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - *x - MARGIN, 1);
}

static double
get_x (YdMonthStrip *self,
       YdDay         day)
{
  const YdDay first = yd_year_get_first_week (self->year);
  const double n_days = yd_year_count_weeks (self->year) * 7.0;
  double x, width;

  get_room (self, &x, &width);

  return x + width * CLAMP ((day - first) / n_days, 0, 1);
}

static void
draw_bars (YdMonthStrip       *self,
           GtkSnapshot        *snapshot,
           double              top,
           double              height,
           const YdGridColors *colors)
{
  const YdDay first = yd_year_get_first_week (self->year);
  const guint n_weeks = yd_year_count_weeks (self->year);
  guint most = 4;

  for (guint i = 0; i < n_weeks; i++)
    most = MAX (most, self->loads[i]);

  for (guint i = 0; i < n_weeks; i++)
    {
      const double x = get_x (self, first + (int) i * 7) + GAP / 2.0;
      const double width = MAX (get_x (self, first + (int) i * 7 + 7) - x - GAP / 2.0, 1);
      const double bar = self->loads[i] > 0 ? MAX (round (height * self->loads[i] / most), 3) : 1;

      gtk_snapshot_append_color (snapshot, self->loads[i] > 0 ? &colors->accent : &colors->line,
                                 &GRAPHENE_RECT_INIT (x, top + height - bar, width, bar));
    }
}

static void
draw_shown (YdMonthStrip       *self,
            GtkSnapshot        *snapshot,
            double              top,
            double              height,
            const YdGridColors *colors)
{
  const double x = get_x (self, self->first), end = get_x (self, self->last + 1);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (x, top, end - x, height);
  GskRoundedRect rounded;
  const GdkRGBA *line = &colors->text;

  if (end <= x)
    return;

  if (!colors->contrast)
    {
      gtk_snapshot_append_color (snapshot, &colors->selected, &area);
      return;
    }

  gsk_rounded_rect_init_from_rect (&rounded, &area, 0);
  gtk_snapshot_append_border (snapshot, &rounded, (const float[4]) { 1, 1, 1, 1 },
                              (const GdkRGBA[4]) { *line, *line, *line, *line });
}

static void
draw_months (YdMonthStrip       *self,
             GtkSnapshot        *snapshot,
             double              top,
             double              height,
             const YdGridColors *colors)
{
  for (int month = 1; month <= 12; month++)
    {
      const YdDay day = yd_day_new (self->year, month, 1);
      const double x = get_x (self, day), end = get_x (self, yd_day_end_of_month (self->year,
                                                                                 month));
      /* Translators: a month of the year as a number: 10 */
      g_autofree char *words = g_strdup_printf (C_("month", "%d"), month);

      yd_text_cache_draw (self->texts, snapshot, words,
                          day == self->month ? YD_TEXT_CAPTION_HEADING : YD_TEXT_CAPTION,
                          day == self->month ? &colors->link : &colors->dim,
                          &GRAPHENE_RECT_INIT (x, top, end - x, height), 0);
    }
}

static void
draw_head (YdMonthStrip       *self,
           GtkSnapshot        *snapshot,
           double              line,
           const YdGridColors *colors)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double width = HEAD_WIDTH * get_scale (self) - MARGIN;
  const char * const words[] = { _("Year,"), _("by week") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    yd_text_cache_draw (self->texts, snapshot, words[i], YD_TEXT_CAPTION, &colors->dim,
                        &GRAPHENE_RECT_INIT (MARGIN, height / 2 + (i - 1.0) * line, width, line),
                        0);
}

static void
yd_month_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  YdMonthStrip *self = YD_MONTH_STRIP (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double line = yd_text_cache_get_height (self->texts, YD_TEXT_CAPTION);
  const double bars = MAX (height - line - 14, 1);
  YdGridColors colors;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &colors.line, &GRAPHENE_RECT_INIT (0, 0, width, 1));
  draw_head (self, snapshot, line, &colors);
  if (self->year == 0)
    return;

  draw_shown (self, snapshot, 7, bars, &colors);
  draw_bars (self, snapshot, 7, bars, &colors);
  draw_months (self, snapshot, 7 + bars + 2, line, &colors);
}

static void
yd_month_strip_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  YdMonthStrip *self = YD_MONTH_STRIP (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) (HEIGHT * get_scale (self));
  else
    *minimum = *natural = 200;
}

static void
yd_month_strip_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (yd_month_strip_parent_class)->css_changed (widget, change);

  yd_text_cache_clear (YD_MONTH_STRIP (widget)->texts);
  gtk_widget_queue_resize (widget);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            YdMonthStrip    *self)
{
  if (self->year != 0)
    g_signal_emit (self, signals[PICKED], 0, yd_month_strip_find_day (self, x));
}

static gboolean
query_tooltip_cb (YdMonthStrip *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  g_autofree char *due = NULL;
  g_autofree char *text = NULL;
  YdDay day;
  guint week;

  if (self->year == 0 || keyboard)
    return FALSE;

  day = yd_month_strip_find_day (self, x);
  week = (guint) (day - yd_year_get_first_week (self->year)) / 7;
  due = g_strdup_printf (ngettext ("%u due", "%u due", self->loads[week]), self->loads[week]);
  /* Translators: the number of a week in its year, how much is due in it */
  text = g_strdup_printf (_("Week %d: %s"), yd_month_get_week (day), due);

  return yd_tooltip_show (tooltip, text);
}

static void
yd_month_strip_finalize (GObject *object)
{
  g_clear_pointer (&YD_MONTH_STRIP (object)->texts, yd_text_cache_free);

  G_OBJECT_CLASS (yd_month_strip_parent_class)->finalize (object);
}

static void
yd_month_strip_class_init (YdMonthStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = yd_month_strip_finalize;
  widget_class->snapshot = yd_month_strip_snapshot;
  widget_class->measure = yd_month_strip_measure;
  widget_class->css_changed = yd_month_strip_css_changed;

  /* A day of the week that was clicked. */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "ydstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yd_month_strip_init (YdMonthStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->texts = yd_text_cache_new (GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
name_it (YdMonthStrip *self)
{
  g_autofree char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < YD_YEAR_N_WEEKS; i++)
    n += self->loads[i];
  /* Translators: a year, how much is due in it */
  name = g_strdup_printf (ngettext ("%d, week by week: %u due", "%d, week by week: %u due", n),
                          self->year, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * yd_month_strip_set_loads:
 * @self: a strip
 * @year: a year
 * @loads: (array fixed-size=54): how much is due in each of its weeks
 */
void
yd_month_strip_set_loads (YdMonthStrip *self,
                          int           year,
                          const guint  *loads)
{
  g_return_if_fail (YD_IS_MONTH_STRIP (self));

  self->year = year;
  memcpy (self->loads, loads, sizeof self->loads);
  name_it (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows that @month is shown, with the days from @first to @last. */
void
yd_month_strip_set_shown (YdMonthStrip *self,
                          YdDay         month,
                          YdDay         first,
                          YdDay         last)
{
  g_return_if_fail (YD_IS_MONTH_STRIP (self));

  self->month = month;
  self->first = first;
  self->last = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: the first day of the year that is in the week at @x */
YdDay
yd_month_strip_find_day (YdMonthStrip *self,
                         double        x)
{
  const int n_weeks = (int) yd_year_count_weeks (self->year);
  double start, width;
  int week;

  g_return_val_if_fail (YD_IS_MONTH_STRIP (self), YD_DAY_NONE);

  get_room (self, &start, &width);
  week = CLAMP ((int) floor ((x - start) * n_weeks / width), 0, n_weeks - 1);

  return MAX (yd_year_get_first_week (self->year) + week * 7, yd_day_new (self->year, 1, 1));
}
