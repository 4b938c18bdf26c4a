/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-pages-private.h"

#include "yd-table-layout-private.h"

/* Where the pages of a table end. */

/* A row in one piece is easier to read, but one that nearly fills a page leaves a hole before. */
#define MAY_SPLIT 0.7

/* A row is parted behind at least so many lines, and before as many. */
#define LEAST_LINES 2

/* Points below the title. */
#define BELOW_TITLE 8

typedef struct
{
  YdTablePages *self;
  double        y;            /* where the next piece goes */
  double        bottom;       /* of the text area */
  double        capacity;     /* of a page that has nothing but the head */
  gboolean      fresh;        /* the page has nothing yet */
} Breaking;

static double
get_pitch (YdTablePages *self,
           guint         item)
{
  return _yd_table_pages_get_pitch (self, _yd_table_pages_get_font (self, item));
}

static double
get_height (YdTablePages *self,
            guint         item,
            guint         n_lines)
{
  return n_lines * get_pitch (self, item) + 2 * _yd_table_pages_get_pad (self, item);
}

static guint
count_wide (YdTablePages *self,
            YdFontRole    font,
            const char   *text,
            double        beside)
{
  const double width = yd_page_style_get_width (self->style) - 2 * beside;

  return _yd_table_pages_set_text (self, font, text, width);
}

/* The row's own cells; one that reaches over several rows is looked at where it ends. */
static guint
count_row (YdTablePages *self,
           guint         row)
{
  const gboolean merged = yd_table_has_merged_cells (self->table);
  guint most = 1;

  for (guint i = 0; i < self->n_columns; i++)
    if (!merged || (!yd_table_get_cell (self->table, row, i).continues &&
                    !_yd_table_continues_below (self->table, row, i)))
      most = MAX (most, _yd_table_pages_set_cell (self, row, i));

  return most;
}

/* The last row of a cell that reaches over several has room for what the others have not. */
static void
make_room_for_merged (YdTablePages *self,
                      guint         row)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n_lines, first = row;
      double room = 0, rest;

      if (!yd_table_get_cell (self->table, row, i).continues ||
          _yd_table_continues_below (self->table, row, i))
        continue;

      while (first > 0 && yd_table_get_cell (self->table, first, i).continues)
        first--;
      for (guint j = first; j <= row; j++)
        room += get_height (self, j, self->n_lines[j]);

      n_lines = _yd_table_pages_set_cell (self, row, i);
      rest = get_height (self, row, n_lines) - room;
      if (rest > 0)
        self->n_lines[row] += (guint) (rest / get_pitch (self, row)) + 1;
    }
}

static guint
count_item (YdTablePages *self,
            guint         item)
{
  const YdFontRole font = _yd_table_pages_get_font (self, item);

  if (_yd_table_pages_is_cells (self, item))
    return count_row (self, item);
  if (item < self->n_rows)
    return count_wide (self, font, yd_table_get_band (self->table, item, NULL), YD_CELL_BESIDE);

  return count_wide (self, font, yd_table_get_note (self->table, item - self->n_rows), 0);
}

static void
measure_head (YdTablePages *self)
{
  const double pitch = _yd_table_pages_get_pitch (self, YD_FONT_HEAD);
  const char *subtitle = yd_table_get_subtitle (self->table);
  guint most = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const double width = self->edges[i + 1] - self->edges[i] - 2 * YD_CELL_BESIDE;
      const char *heading = yd_table_get_column (self->table, i).heading;

      most = MAX (most, _yd_table_pages_set_text (self, YD_FONT_HEAD, heading, width));
    }

  self->head_height = most * pitch + 2 * YD_CELL_ABOVE;
  self->group_height = yd_table_has_groups (self->table) ? pitch + 2 * YD_CELL_ABOVE : 0;
  self->heading = _yd_table_dup_title (self->table);
  self->n_title_lines = count_wide (self, YD_FONT_TITLE, self->heading, 0);
  self->n_subtitle_lines = subtitle != NULL ? count_wide (self, YD_FONT_SUBTITLE, subtitle, 0) : 0;
}

static gboolean
measure (YdTablePages       *self,
         const YdExportJob  *job,
         GError            **error)
{
  const guint n_items = self->n_rows + yd_table_get_n_notes (self->table);

  measure_head (self);
  self->n_lines = g_new (guint32, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    {
      if (!_yd_export_step_of (job, i, n_items, error))
        return FALSE;

      self->n_lines[i] = count_item (self, i);
      if (yd_table_has_merged_cells (self->table) && _yd_table_pages_is_cells (self, i))
        make_room_for_merged (self, i);
    }

  return TRUE;
}

static void
begin_page (Breaking *breaking)
{
  YdTablePages *self = breaking->self;
  double top = self->style->top * YD_POINTS_PER_MM;

  if (self->pages->len == 0)
    {
      top += self->n_title_lines * _yd_table_pages_get_pitch (self, YD_FONT_TITLE);
      top += self->n_subtitle_lines * _yd_table_pages_get_pitch (self, YD_FONT_SUBTITLE);
      top += BELOW_TITLE;
    }

  g_array_append_val (self->pages, ((YdTablePage) { self->pieces->len, top }));
  breaking->y = top + self->group_height + self->head_height;
  breaking->fresh = TRUE;
}

static void
place (Breaking *breaking,
       guint     item,
       guint     first_line,
       guint     n_lines)
{
  const double height = get_height (breaking->self, item, n_lines);
  const YdPiece piece = { item, first_line, n_lines, breaking->y, height };

  g_array_append_val (breaking->self->pieces, piece);
  breaking->y += height;
  breaking->fresh = FALSE;
}

/* How many of @n_lines fit on what is left of the page. */
static guint
count_fitting (Breaking *breaking,
               guint     item,
               guint     n_lines)
{
  const double room = breaking->bottom - breaking->y - get_height (breaking->self, item, 0);
  const double fitting = room / get_pitch (breaking->self, item) + 1e-6;
  guint n = fitting > 0 ? (guint) MIN (fitting, n_lines) : 0;

  if (n < n_lines && n + LEAST_LINES > n_lines && n_lines > LEAST_LINES)
    n = n_lines - LEAST_LINES;
  if (n < MIN (n_lines, LEAST_LINES))
    n = 0;

  return n;
}

static void
place_in_parts (Breaking *breaking,
                guint     item)
{
  const guint n_lines = breaking->self->n_lines[item];
  guint first = 0;

  while (first < n_lines)
    {
      guint n = count_fitting (breaking, item, n_lines - first);

      if (n == 0 && !breaking->fresh)
        {
          begin_page (breaking);
          continue;
        }

      n = MAX (n, 1);       /* a page on which not a line fits still takes one */
      place (breaking, item, first, n);
      first += n;
      if (first < n_lines)
        begin_page (breaking);
    }
}

/* A band goes with the bands and the row behind it, or with the first lines of that row. */
static double
get_need (Breaking *breaking,
          guint     item)
{
  YdTablePages *self = breaking->self;
  double need = 0;

  for (; item < self->n_rows && need <= breaking->capacity; item++)
    {
      const double height = get_height (self, item, self->n_lines[item]);

      if (!_yd_table_pages_is_cells (self, item))
        need += height;
      else if (height > breaking->capacity * MAY_SPLIT)
        return need + get_height (self, item, LEAST_LINES);
      else
        return need + height;
    }

  return need;
}

static void
place_item (Breaking *breaking,
            guint     item)
{
  YdTablePages *self = breaking->self;
  const double height = get_height (self, item, self->n_lines[item]);
  const gboolean may_split = height > breaking->capacity * MAY_SPLIT;
  double need = item < self->n_rows ? get_need (breaking, item) : height;

  if (need > breaking->capacity)        /* more bands than a page can keep together */
    need = height;
  if (breaking->y + need > breaking->bottom + 1e-6 && !breaking->fresh && !may_split)
    begin_page (breaking);

  if (breaking->y + height <= breaking->bottom + 1e-6)
    place (breaking, item, 0, self->n_lines[item]);
  else
    place_in_parts (breaking, item);
}

/*
 * _yd_table_pages_break:
 * @job: its progress is told and its cancellable looked at; nothing is written
 *
 * Measures all rows and gives each its place.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
_yd_table_pages_break (YdTablePages       *self,
                       const YdExportJob  *job,
                       GError            **error)
{
  const guint n_items = self->n_rows + yd_table_get_n_notes (self->table);
  const double top = self->style->top * YD_POINTS_PER_MM;
  const double height = yd_page_style_get_height (self->style);
  Breaking breaking = { .self = self, .bottom = top + height };

  if (!measure (self, job, error))
    return FALSE;

  breaking.capacity = height - self->group_height - self->head_height;
  begin_page (&breaking);
  for (guint i = 0; i < n_items; i++)
    place_item (&breaking, i);

  return TRUE;
}
