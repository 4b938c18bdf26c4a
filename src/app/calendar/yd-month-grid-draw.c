/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-dashes.h"
#include "yd-light-mark.h"
#include "yd-month-days.h"
#include "yd-month-words.h"

/* The days: their ground, their number, their marks. Chips are drawn beside this. */

#define MARGIN 6

static void
draw_ground (YdMonthGrid           *self,
             GtkSnapshot           *snapshot,
             const YdDayInfo       *info,
             const graphene_rect_t *area,
             const YdGridColors    *colors)
{
  const double top = MIN (self->layout.number_height, area->size.height);
  const graphene_rect_t below =
    GRAPHENE_RECT_INIT (area->origin.x, area->origin.y + top, area->size.width,
                        area->size.height - top);

  /* Not behind the number, which has to be read. */
  if (!info->working && colors->contrast)
    yd_grid_colors_hatch (colors, snapshot, &below, FALSE);
  else if (!info->working)
    gtk_snapshot_append_color (snapshot, &colors->rest, area);
  if (info->provisional)
    yd_grid_colors_hatch (colors, snapshot, &below, TRUE);
}

static void
draw_lines (GtkSnapshot           *snapshot,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  const double right = round (area->origin.x + area->size.width);
  const double bottom = round (area->origin.y + area->size.height);

  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (right - 1, area->origin.y, 1,
                                                  area->size.height));
  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (area->origin.x, bottom - 1, area->size.width,
                                                  1));
}

/* Today has its number in a disc of the accent, or a lozenge if it is more than that. */
static void
draw_disc (GtkSnapshot           *snapshot,
           const graphene_rect_t *area,
           const GdkRGBA         *color)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, area, area->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

static char *
dup_number (YdDay day)
{
  int month, of_month;

  yd_day_split (day, NULL, &month, &of_month);
  if (of_month == 1)
    /* Translators: a month and a day of it: 10-1 */
    return g_strdup_printf (_("%d-%d"), month, of_month);

  return g_strdup_printf ("%d", of_month);
}

/* Returns: where the number ends */
static double
draw_number (YdMonthGrid           *self,
             GtkSnapshot           *snapshot,
             YdDay                  day,
             const graphene_rect_t *area,
             const YdGridColors    *colors)
{
  g_autofree char *number = dup_number (day);
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const double height = yd_text_cache_get_height (texts, YD_TEXT_BODY) + 2;
  const double width = yd_text_cache_get_width (texts, number, YD_TEXT_BODY);
  graphene_rect_t place = GRAPHENE_RECT_INIT (area->origin.x + MARGIN, area->origin.y + 5,
                                              MIN (width, area->size.width - 2 * MARGIN),
                                              height);
  GdkRGBA color = colors->text;

  if (day == self->today)
    {
      const double wide = MAX (width + 8, height);

      graphene_rect_init (&place, place.origin.x - 1, place.origin.y, wide, height);
      draw_disc (snapshot, &place, &colors->accent);
      color = colors->on_accent;
    }
  else if (yd_month_get_first (day) != self->month && !colors->contrast)
    color.alpha *= 0.72f;
  yd_grid_draw_text (YD_GRID (self), snapshot, number, YD_TEXT_BODY, &color, &place,
                     day == self->today ? 0.5 : 0);

  return place.origin.x + place.size.width;
}

/* 休 or 班 in its corner; returns where it begins. */
static double
draw_mark (YdMonthGrid           *self,
           GtkSnapshot           *snapshot,
           const YdDayInfo       *info,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  const char *text = info->working ? C_("day", "Work") : C_("day", "Rest");
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const double width = yd_text_cache_get_width (texts, text, YD_TEXT_CAPTION_HEADING) + 6;
  const double height = yd_text_cache_get_height (texts, YD_TEXT_CAPTION_HEADING) + 2;
  const graphene_rect_t tag =
    GRAPHENE_RECT_INIT (area->origin.x + area->size.width - width - MARGIN,
                        area->origin.y + 5, width, height);
  GskRoundedRect rounded;
  const YdLight light = info->working ? YD_LIGHT_LATE : YD_LIGHT_OK;
  const GdkRGBA color = colors->lights[light];

  gsk_rounded_rect_init_from_rect (&rounded, &tag, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colors->contrast ? &colors->view : &colors->fills[light],
                             &tag);
  gtk_snapshot_pop (snapshot);
  if (colors->contrast)
    gtk_snapshot_append_border (snapshot, &rounded, (const float[4]) { 1, 1, 1, 1 },
                                (const GdkRGBA[4]) { color, color, color, color });
  yd_grid_draw_text (YD_GRID (self), snapshot, text, YD_TEXT_CAPTION_HEADING, &color, &tag, 0.5);

  return tag.origin.x;
}

/* Returns: (transfer full) (nullable): what is to be said beside the number of @day in
 * @room: the festival, or where something went that fell on this rest day. Whole or not at
 * all.
 */
static char *
dup_note (YdMonthGrid *self,
          YdDay        day,
          double       room)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  g_autofree char *note = yd_month_dup_festival (self->calendar, day);
  const YdMonthChip *moved;

  if (note != NULL && yd_text_cache_get_width (texts, note, YD_TEXT_CAPTION) > room)
    {
      g_autofree char *all = g_steal_pointer (&note);

      note = yd_month_dup_short_festival (all, day);
    }
  else if (note == NULL && self->chips != NULL &&
           !yd_work_calendar_is_working (self->calendar, day))
    {
      moved = yd_month_chips_find_moved (self->chips, day);
      note = moved != NULL ? yd_month_dup_moved (moved) : NULL;
    }

  if (note == NULL || yd_text_cache_get_width (texts, note, YD_TEXT_CAPTION) > room)
    return NULL;

  return g_steal_pointer (&note);
}

static void
draw_note (YdMonthGrid           *self,
           GtkSnapshot           *snapshot,
           YdDay                  day,
           double                 from,
           double                 to,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  const double room = to - from - 2 * MARGIN;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  g_autofree char *note = dup_note (self, day, room);

  if (note != NULL)
    yd_grid_draw_text (YD_GRID (self), snapshot, note, YD_TEXT_CAPTION, &colors->dim,
                       &GRAPHENE_RECT_INIT (from + MARGIN, area->origin.y + 5, room,
                                            yd_text_cache_get_height (texts, YD_TEXT_BODY) + 2),
                       0);
}

/* Returns: the worst light of what is due on @day */
static YdLight
find_worst (YdMonthGrid *self,
            YdDay        day)
{
  YdLight worst = YD_LIGHT_NONE;

  for (guint i = 0; i < _yd_month_grid_count (self, day); i++)
    {
      const YdLight light = _yd_month_grid_lookup (self, day, i)->light;

      if (yd_light_is_worse (light, worst))
        worst = light;
    }

  return worst;
}

/* On the ground of the current day the colour of a link would be too pale. */
static const GdkRGBA *
get_more_color (YdMonthGrid        *self,
                YdDay               day,
                const YdGridColors *colors)
{
  return day == yd_month_grid_get_day (self) ? &colors->text : &colors->link;
}

/* Where there is no room for a single one: how many, and how the worst of them stands. */
static void
draw_all (YdMonthGrid           *self,
          GtkSnapshot           *snapshot,
          YdDay                  day,
          const graphene_rect_t *place,
          const YdGridColors    *colors)
{
  const guint n = _yd_month_grid_count (self, day);
  g_autofree char *words = g_strdup_printf (ngettext ("%u due", "%u due", n), n);
  const YdLight worst = find_worst (self, day);
  const double size = round (YD_LIGHT_MARK_SIZE * self->layout.scale);
  const double x = place->origin.x + MARGIN, y = place->origin.y, height = place->size.height;
  const double indent = worst != YD_LIGHT_NONE ? size + MARGIN : 0;

  yd_light_mark_draw (snapshot, worst, &colors->lights[worst],
                      &GRAPHENE_RECT_INIT (x, y + (height - size) / 2, size, size));
  yd_grid_draw_text (YD_GRID (self), snapshot, words, YD_TEXT_CAPTION,
                     get_more_color (self, day, colors),
                     &GRAPHENE_RECT_INIT (x + indent, y,
                                          MAX (place->size.width - MARGIN - indent, 1), height),
                     0);
}

static void
draw_chips (YdMonthGrid           *self,
            GtkSnapshot           *snapshot,
            YdDay                  day,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  const guint n_chips = _yd_month_grid_count (self, day);
  const guint n_shown = yd_month_layout_fit (&self->layout, area->size.height, n_chips);
  g_autofree char *more = NULL;
  graphene_rect_t place;

  for (guint i = 0; i < n_shown; i++)
    {
      yd_month_layout_get_chip (&self->layout, area, i, &place);
      _yd_month_grid_draw_chip (self, snapshot, _yd_month_grid_lookup (self, day, i), &place,
                                colors);
    }
  if (n_shown == n_chips)
    return;

  yd_month_layout_get_chip (&self->layout, area, n_shown, &place);
  if (n_shown == 0)
    {
      draw_all (self, snapshot, day, &place, colors);
      return;
    }

  more = g_strdup_printf (ngettext ("%u more", "%u more", n_chips - n_shown), n_chips - n_shown);
  graphene_rect_inset (&place, MIN (MARGIN, place.size.width / 2), 0);
  yd_grid_draw_text (YD_GRID (self), snapshot, more, YD_TEXT_CAPTION,
                     get_more_color (self, day, colors), &place, 0);
}

static void
draw_day (YdMonthGrid        *self,
          GtkSnapshot        *snapshot,
          guint               row,
          guint               col,
          const YdGridColors *colors)
{
  const YdDay day = _yd_month_grid_get_cell_day (self, row, col);
  YdDayInfo info = { TRUE, YD_DAY_WEEKDAY };
  graphene_rect_t area;
  double from, to;

  _yd_month_grid_get_cell_area (self, row, col, &area);
  draw_lines (snapshot, &area, colors);
  if (!yd_day_is_in_range (day))
    return;

  if (self->calendar != NULL)
    yd_work_calendar_explain (self->calendar, day, &info);
  draw_ground (self, snapshot, &info, &GRAPHENE_RECT_INIT (area.origin.x, area.origin.y,
                                                           area.size.width - 1,
                                                           area.size.height - 1), colors);
  if (row == yd_grid_get_current_row (YD_GRID (self)) &&
      col == yd_grid_get_current_col (YD_GRID (self)) && !colors->contrast)
    gtk_snapshot_append_color (snapshot, &colors->crosshair, &area);
  from = draw_number (self, snapshot, day, &area, colors);
  to = area.origin.x + area.size.width;
  if (info.why >= YD_DAY_HOLIDAY)
    to = draw_mark (self, snapshot, &info, &area, colors);
  if (self->calendar != NULL)
    draw_note (self, snapshot, day, from, to, &area, colors);
  draw_chips (self, snapshot, day, &area, colors);
}

static void
draw_body (YdMonthGrid        *self,
           GtkSnapshot        *snapshot,
           const YdGridRange  *range,
           const YdGridColors *colors)
{
  for (guint row = range->first_row; row < range->end_row; row++)
    for (guint col = range->first_col; col < range->end_col; col++)
      draw_day (self, snapshot, row, col, colors);
}

static void
draw_weekdays (YdMonthGrid           *self,
               GtkSnapshot           *snapshot,
               const YdGridRange     *range,
               const graphene_rect_t *area,
               const YdGridColors    *colors)
{
  const char * const names[] = {
    C_("short", "Mon"), C_("short", "Tue"), C_("short", "Wed"), C_("short", "Thu"),
    C_("short", "Fri"), C_("short", "Sat"), C_("short", "Sun"),
  };

  for (guint col = range->first_col; col < range->end_col; col++)
    {
      double x, width;

      yd_grid_get_col_span (YD_GRID (self), col, &x, &width);
      yd_grid_draw_text (YD_GRID (self), snapshot, names[col], YD_TEXT_CAPTION_HEADING,
                         &colors->dim,
                         &GRAPHENE_RECT_INIT (x + MARGIN + 2, area->origin.y, width - MARGIN - 2,
                                              area->size.height), 0);
      gtk_snapshot_append_color (snapshot, &colors->line,
                                 &GRAPHENE_RECT_INIT (round (x + width) - 1, area->origin.y, 1,
                                                      area->size.height));
    }
}

static void
draw_week (YdMonthGrid           *self,
           GtkSnapshot           *snapshot,
           guint                  row,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  const YdDay monday = _yd_month_grid_get_cell_day (self, row, 0);
  g_autofree char *number = g_strdup_printf ("%d", yd_month_get_week (monday));
  const double line = yd_text_cache_get_height (yd_grid_get_texts (YD_GRID (self)),
                                                YD_TEXT_CAPTION);
  double y, height;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  yd_grid_draw_text (YD_GRID (self), snapshot, number, YD_TEXT_CAPTION, &colors->dim,
                     &GRAPHENE_RECT_INIT (area->origin.x, y + 8, area->size.width - 1, line),
                     0.5);
  yd_grid_draw_text (YD_GRID (self), snapshot, _("Week"), YD_TEXT_CAPTION, &colors->dim,
                     &GRAPHENE_RECT_INIT (area->origin.x, y + 8 + line, area->size.width - 1,
                                          line), 0.5);
  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (area->origin.x, round (y + height) - 1,
                                                  area->size.width, 1));
}

static void
draw_head (YdMonthGrid           *self,
           GtkSnapshot           *snapshot,
           YdGridPart             part,
           const YdGridRange     *range,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  const double right = area->origin.x + area->size.width;
  const double bottom = area->origin.y + area->size.height;

  gtk_snapshot_append_color (snapshot, &colors->head, area);
  if (part == YD_GRID_COL_HEAD)
    draw_weekdays (self, snapshot, range, area, colors);
  else if (part == YD_GRID_ROW_HEAD)
    for (guint row = range->first_row; row < range->end_row; row++)
      draw_week (self, snapshot, row, area, colors);

  if (part != YD_GRID_COL_HEAD)
    gtk_snapshot_append_color (snapshot, &colors->line,
                               &GRAPHENE_RECT_INIT (right - 1, area->origin.y, 1,
                                                    area->size.height));
  if (part != YD_GRID_ROW_HEAD)
    gtk_snapshot_append_color (snapshot, &colors->line,
                               &GRAPHENE_RECT_INIT (area->origin.x, bottom - 1,
                                                    area->size.width, 1));
}

void
_yd_month_grid_draw (YdGrid                *grid,
                     GtkSnapshot           *snapshot,
                     YdGridPart             part,
                     const YdGridRange     *range,
                     const graphene_rect_t *area)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  YdGridColors colors;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  if (part == YD_GRID_BODY)
    draw_body (self, snapshot, range, &colors);
  else
    draw_head (self, snapshot, part, range, area, &colors);
}

/* What is moved, on the day on which it would be due. */
void
_yd_month_grid_draw_over (YdGrid      *grid,
                          GtkSnapshot *snapshot)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  const guint i = (guint) (self->ghost_day - self->first);
  graphene_rect_t area, body;
  YdGridColors colors;

  if (self->ghost == NULL || self->ghost_day < self->first || i >= YD_MONTH_N_DAYS)
    return;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  yd_grid_get_part_area (grid, YD_GRID_BODY, &body);
  _yd_month_grid_get_cell_area (self, i / 7, i % 7, &area);
  graphene_rect_inset (&area, 3, 3);
  gtk_snapshot_push_clip (snapshot, &body);
  yd_dashes_draw (snapshot, &area, 2, 5, &colors.link);
  gtk_snapshot_pop (snapshot);
}
