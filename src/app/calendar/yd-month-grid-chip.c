/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-clock-mark.h"
#include "yd-dashes.h"
#include "yd-light-mark.h"
#include "yd-month-words.h"

/* A chip: an edge that says who set the day, a symbol, a word, and what it is about. A clock
 * has its symbol beside that of the light, so that either can be told without colours.
 */

#define RADIUS    4
#define EDGE      3
#define SPACE     5

/* A title is at most so long, and what is shorter than the least says nothing. */
#define MAX_CHARS 8
#define MIN_CHARS 2

/* Solid for what the document says, dotted for what the office set for itself. */
static void
draw_edge (GtkSnapshot           *snapshot,
           const YdMonthChip     *chip,
           const graphene_rect_t *area,
           const GdkRGBA         *color)
{
  const double x = area->origin.x, y = area->origin.y, height = area->size.height;
  double at = y;

  if (!chip->internal)
    {
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, EDGE, height));
      return;
    }

  for (; at < y + height; at += 5)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x, at, EDGE, MIN (3, y + height - at)));
}

static void
draw_frame (YdMonthGrid           *self,
            GtkSnapshot           *snapshot,
            const YdMonthChip     *chip,
            const graphene_rect_t *area,
            const GdkRGBA         *color,
            const YdGridColors    *colors)
{
  const gboolean selected = chip->item.point != NULL && chip->item.point == self->selected;
  const gboolean plain = colors->contrast || chip->proposed;
  const GdkRGBA line = selected ? colors->link : *color;
  const float width = selected ? 2 : 1;
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, area, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, plain ? &colors->view : &colors->fills[chip->light], area);
  draw_edge (snapshot, chip, area, color);
  gtk_snapshot_pop (snapshot);

  if (selected || (colors->contrast && !chip->proposed))
    gtk_snapshot_append_border (snapshot, &rounded,
                                (const float[4]) { width, width, width, width },
                                (const GdkRGBA[4]) { line, line, line, line });
  else if (chip->proposed)
    yd_dashes_draw (snapshot, area, 1, 4, &colors->proposed);
}

static char *
join (const char *path,
      const char *time,
      const char *title)
{
  GString *text = g_string_new (path);

  for (guint i = 0; i < 2; i++)
    {
      const char *word = i == 0 ? time : title;

      if (word != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
    }

  return g_string_free (text, FALSE);
}

/* What nothing may hide: where it stands in the document or, of a clock that is about no
 * point, when it ends.
 */
static char *
dup_least (YdMonthGrid       *self,
           const YdMonthChip *chip)
{
  g_autofree char *path = yd_point_shorten_path (chip->item.path);
  g_autofree char *time = *path == '\0' ? yd_month_dup_time (chip) : NULL;

  if (*path != '\0' || chip->item.step == NULL)
    return g_steal_pointer (&path);

  return time != NULL ? g_steal_pointer (&time)
                      : yd_month_dup_short (yd_month_get_title (chip), MIN_CHARS);
}

/* Returns: (transfer full): the path, the time, and as much of the title as fits in @room */
static char *
dup_text (YdMonthGrid       *self,
          const YdMonthChip *chip,
          double             room)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  g_autofree char *path = yd_point_shorten_path (chip->item.path);
  g_autofree char *time = yd_month_dup_time (chip);
  const char *title = yd_month_get_title (chip);

  for (guint n = MAX_CHARS; n >= MIN_CHARS - 1; n--)
    {
      g_autofree char *part = n >= MIN_CHARS ? yd_month_dup_short (title, n) : NULL;
      g_autofree char *text = join (path, time, part);

      if (yd_text_cache_get_width (texts, text, YD_TEXT_CAPTION) <= room)
        return g_steal_pointer (&text);
    }

  return dup_least (self, chip);
}

/* What recurs has its own symbol; how it stands is said by the word beside it. */
static void
draw_symbol (YdMonthGrid           *self,
             GtkSnapshot           *snapshot,
             const YdMonthChip     *chip,
             const graphene_rect_t *area,
             const GdkRGBA         *color)
{
  if (chip->item.due.recurs)
    yd_grid_draw_text (YD_GRID (self), snapshot, "↻", YD_TEXT_CAPTION_HEADING, color, area, 0.5);
  else
    yd_light_mark_draw (snapshot, chip->light, color, area);
}

/* Returns: the word of the light if there is room for it beside the path */
static const char *
find_word (YdMonthGrid       *self,
           const YdMonthChip *chip,
           double             room)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  g_autofree char *path = dup_least (self, chip);
  const char *word;

  if (chip->light == YD_LIGHT_NONE || self->layout.scale >= YD_MONTH_LARGE)
    return NULL;

  word = yd_light_get_word (chip->light);

  return yd_text_cache_get_width (texts, word, YD_TEXT_CAPTION_HEADING) + SPACE +
         yd_text_cache_get_width (texts, path, YD_TEXT_CAPTION) <= room ? word : NULL;
}

/* Returns: where the next word begins */
static double
draw_word (YdMonthGrid           *self,
           GtkSnapshot           *snapshot,
           const char            *word,
           double                 x,
           const graphene_rect_t *area,
           const GdkRGBA         *color)
{
  const int width = yd_text_cache_get_width (yd_grid_get_texts (YD_GRID (self)), word,
                                             YD_TEXT_CAPTION_HEADING);

  yd_grid_draw_text (YD_GRID (self), snapshot, word, YD_TEXT_CAPTION_HEADING, color,
                     &GRAPHENE_RECT_INIT (x, area->origin.y, width, area->size.height), 0);

  return x + width + SPACE;
}

/**
 * _yd_month_grid_draw_chip:
 * @self: a month
 * @snapshot: where to
 * @chip: what is due
 * @area: where it is
 * @colors: the colours of the frame
 *
 * Draws a chip: without its word where it would hide the path, without its title where the
 * text is large.
 */
void
_yd_month_grid_draw_chip (YdMonthGrid           *self,
                          GtkSnapshot           *snapshot,
                          const YdMonthChip     *chip,
                          const graphene_rect_t *area,
                          const YdGridColors    *colors)
{
  const double size = round (YD_LIGHT_MARK_SIZE * self->layout.scale);
  const double y = area->origin.y, height = area->size.height;
  const double end = area->origin.x + area->size.width - 3;
  const GdkRGBA *color = &colors->lights[chip->light];
  const gboolean ghost = self->ghost != NULL && chip->item.deadline == self->ghost;
  double x = area->origin.x + EDGE + SPACE, mark = 0;
  g_autofree char *text = NULL;
  const char *word;

  if (ghost)
    gtk_snapshot_push_opacity (snapshot, 0.45);

  draw_frame (self, snapshot, chip, area, color, colors);
  draw_symbol (self, snapshot, chip, &GRAPHENE_RECT_INIT (x, y + (height - size) / 2, size, size),
               color);
  x += size + SPACE;
  if (chip->proposed)
    x = draw_word (self, snapshot, _("Proposed"), x, area, &colors->proposed);
  if (chip->item.step != NULL)
    mark = size + SPACE;
  word = find_word (self, chip, end - x - mark);
  if (word != NULL)
    x = draw_word (self, snapshot, word, x, area, color);
  if (mark > 0)
    yd_clock_mark_draw (snapshot, color, NULL,
                        &GRAPHENE_RECT_INIT (x, y + (height - size) / 2, size, size));
  x += mark;
  text = self->layout.scale < YD_MONTH_LARGE ? dup_text (self, chip, end - x)
                                             : dup_least (self, chip);
  yd_grid_draw_text (YD_GRID (self), snapshot, text, YD_TEXT_CAPTION,
                     chip->light == YD_LIGHT_DONE ? color : &colors->text,
                     &GRAPHENE_RECT_INIT (x, y, end - x, height), 0);

  if (ghost)
    gtk_snapshot_pop (snapshot);
}
