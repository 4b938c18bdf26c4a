/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-text-private.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "yd-cell-text-private.h"
#include "yd-table-layout-private.h"

/* Sets text of one font in lines of one pitch.
 *
 * Pango takes a hundred microseconds for a cell, and a table of ten thousand rows has sixty
 * thousand of them, each set twice: to measure and to draw. Chinese text with plain Latin in it
 * needs none of what Pango does: each character is one glyph of the font, as wide wherever it
 * stands, and where lines may end is a rule of a few words. Such text is set from a table of
 * glyphs that are looked up once; whatever else there is goes to Pango whole.
 */

typedef struct
{
  gulong  glyph;          /* 0: not in the font */
  float   advance;
  guint32 known;
} Glyph;

typedef struct
{
  guint  first, n;        /* glyphs */
  gsize  start, len;      /* bytes */
  double width;           /* without the spaces at its end */
} Line;

struct _YdPageText
{
  PangoLayout         *layout;
  PangoAttrList       *bold;
  cairo_scaled_font_t *font;          /* (nullable): without it all goes to Pango */
  Glyph               *blocks[256];   /* of 256 characters each, when one is met */
  double               pitch, baseline;

  gboolean             plain;         /* what is set has no need of Pango */
  const char          *text;          /* borrowed */
  GArray              *glyphs;        /* cairo_glyph_t, x from the beginning of the line */
  GArray              *clusters;
  GArray              *placed;        /* the glyphs of a line where they are shown */
  GArray              *lines;
};

static PangoFont *
dup_font_of (PangoLayout *layout,
             const char  *text)
{
  PangoLayoutRun *run;

  pango_layout_set_text (layout, text, -1);
  run = pango_layout_get_line_readonly (layout, 0)->runs->data;

  return g_object_ref (run->item->analysis.font);
}

/* Only where Latin and Chinese come from one font is it as simple as that. */
static void
find_font (YdPageText *self)
{
  g_autoptr(PangoFont) chinese = dup_font_of (self->layout, "国");
  g_autoptr(PangoFont) latin = dup_font_of (self->layout, "A");

  if (chinese == latin && PANGO_IS_CAIRO_FONT (chinese))
    self->font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (chinese));
  if (self->font != NULL)
    cairo_scaled_font_reference (self->font);
}

/*
 * _yd_page_text_new:
 * @pages: the document, whose fonts are used
 * @font: what the text is set in
 *
 * Returns: (transfer full): to be given texts, one after the other
 */
YdPageText *
_yd_page_text_new (YdPages      *pages,
                   const YdFont *font)
{
  YdPageText *self = g_new0 (YdPageText, 1);
  int height;

  self->layout = yd_pages_create_layout (pages, font);
  self->bold = pango_attr_list_new ();
  pango_attr_list_insert (self->bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->placed = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  find_font (self);

  /* A line lies in the middle of its pitch. */
  pango_layout_set_text (self->layout, "国", -1);
  pango_layout_get_size (self->layout, NULL, &height);
  self->pitch = font->size * YD_LINE_PITCH;
  self->baseline = (self->pitch - (double) height / PANGO_SCALE) / 2 +
                   (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;

  return self;
}

void
_yd_page_text_free (YdPageText *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->blocks); i++)
    g_free (self->blocks[i]);
  g_clear_pointer (&self->font, cairo_scaled_font_destroy);
  pango_attr_list_unref (self->bold);
  g_object_unref (self->layout);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_array_unref (self->placed);
  g_array_unref (self->lines);
  g_free (self);
}

double
_yd_page_text_get_pitch (YdPageText *self)
{
  return self->pitch;
}

/* Characters that are one glyph whatever stands beside them. Not the dash: two of them are
 * joined by the font. */
static gboolean
is_plain (gunichar ch)
{
  return (ch >= 0x20 && ch < 0x7f) || (ch >= 0x4e00 && ch < 0xa000) ||
         (ch >= 0x3400 && ch < 0x4dc0) || (ch >= 0x3000 && ch < 0x3020) ||
         (ch >= 0xff01 && ch < 0xff5f) || (ch >= 0x2018 && ch < 0x2020) ||
         ch == 0x2026 || ch == 0xb7 || (ch >= 0x2460 && ch < 0x24ea);
}

static void
look_up (YdPageText *self,
         gunichar    ch,
         Glyph      *found)
{
  cairo_glyph_t *glyphs = NULL;
  cairo_text_extents_t extents;
  char text[6];
  int n = 0;

  found->known = TRUE;
  if (!is_plain (ch) ||
      cairo_scaled_font_text_to_glyphs (self->font, 0, 0, text, g_unichar_to_utf8 (ch, text),
                                        &glyphs, &n, NULL, NULL, NULL) != CAIRO_STATUS_SUCCESS)
    return;

  if (n == 1 && glyphs[0].index != 0)
    {
      cairo_scaled_font_glyph_extents (self->font, glyphs, 1, &extents);
      found->glyph = glyphs[0].index;
      found->advance = (float) extents.x_advance;
    }
  cairo_glyph_free (glyphs);
}

static inline const Glyph *
get_glyph (YdPageText *self,
           gunichar    ch)
{
  Glyph **block = &self->blocks[(ch >> 8) & 0xff];
  Glyph *found;

  if (*block == NULL)
    *block = g_new0 (Glyph, 256);
  found = &(*block)[ch & 0xff];
  if (!found->known)
    look_up (self, ch, found);

  return found;
}

/* A text on its way into lines. */
typedef struct
{
  Line   line;
  gsize  at;              /* byte */
  guint  n_glyphs;        /* of the whole text */
  double x;               /* where the next glyph goes */
  guint  word;            /* the glyph before which the line may end */
  gsize  word_start;
  double word_x;
  double word_width;      /* of the line, if it ends there */
} Setting;

static void
end_line (YdPageText *self,
          Setting    *setting,
          guint       n_glyphs,
          gsize       end,
          double      width)
{
  Line *line = &setting->line;

  line->n = n_glyphs - line->first;
  line->len = end - line->start;
  line->width = width;
  g_array_append_val (self->lines, *line);
  *line = (Line) { .first = n_glyphs, .start = end };
}

/* The line may end here. */
static void
mark_word (Setting *setting)
{
  setting->word = setting->n_glyphs;
  setting->word_start = setting->at;
  setting->word_x = setting->x;
  setting->word_width = setting->line.width;
}

/* What stands behind the last place where the line may end goes to the next one; where there is
 * none, it ends here. */
static void
wrap (YdPageText *self,
      Setting    *setting)
{
  cairo_glyph_t *glyphs = (cairo_glyph_t *) self->glyphs->data;
  double shift;

  if (setting->word <= setting->line.first)
    mark_word (setting);

  shift = setting->word_x;
  end_line (self, setting, setting->word, setting->word_start, setting->word_width);
  for (guint i = setting->word; i < setting->n_glyphs; i++)
    glyphs[i].x -= shift;
  setting->x -= shift;
  setting->line.width = setting->x;
}

static void
add_glyph (YdPageText  *self,
           Setting     *setting,
           const Glyph *glyph,
           gunichar     ch,
           gsize        len)
{
  const cairo_glyph_t placed = { glyph->glyph, setting->x, 0 };
  const cairo_text_cluster_t cluster = { (int) len, 1 };

  g_array_append_val (self->glyphs, placed);
  g_array_append_val (self->clusters, cluster);
  setting->n_glyphs++;
  setting->at += len;
  setting->x += glyph->advance;
  if (ch != ' ')
    setting->line.width = setting->x;
}

static inline gunichar
get_char (const char *c,
          gsize      *len)
{
  const gunichar ch = g_utf8_get_char (c);

  *len = (gsize) (g_utf8_next_char (c) - c);

  return ch;
}

/* Returns: whether all of the text is plain, and set */
static gboolean
set_plain (YdPageText *self,
           const char *text,
           double      width)
{
  Setting setting = { .x = 0 };
  gunichar before = '\n';

  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_array_set_size (self->lines, 0);
  while (text[setting.at] != '\0')
    {
      gsize len;
      const gunichar ch = get_char (text + setting.at, &len);
      const Glyph *glyph;

      if (ch == '\n')
        {
          end_line (self, &setting, setting.n_glyphs, setting.at, setting.line.width);
          setting.at += len;
          setting.line.start = setting.at;
          setting.x = 0;
          before = ch;
          continue;
        }
      if (ch > 0xffff || (glyph = get_glyph (self, ch))->glyph == 0)
        return FALSE;

      if (before == '\n' || _yd_text_may_break (before, ch))
        mark_word (&setting);
      /* A space may hang over the end, for it is not seen. */
      while (setting.x + glyph->advance > width + 0.01 && ch != ' ' &&
             setting.n_glyphs > setting.line.first)
        wrap (self, &setting);
      add_glyph (self, &setting, glyph, ch, len);
      before = ch;
    }
  end_line (self, &setting, setting.n_glyphs, setting.at, setting.line.width);

  return TRUE;
}

/*
 * _yd_page_text_set:
 * @text: clean text; it must live until another is set
 * @width: how wide a line may be, in points
 * @bold: whether it stands out
 *
 * Returns: how many lines it makes, at least one
 */
guint
_yd_page_text_set (YdPageText *self,
                   const char *text,
                   double      width,
                   gboolean    bold)
{
  width = MAX (width, 1);
  self->text = text;
  self->plain = self->font != NULL && !bold && set_plain (self, text, width);
  if (self->plain)
    return self->lines->len;

  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_attributes (self->layout, bold ? self->bold : NULL);
  pango_layout_set_text (self->layout, text, -1);

  return (guint) pango_layout_get_line_count (self->layout);
}

/* In points, of a line of what was set last. */
double
_yd_page_text_get_line_width (YdPageText *self,
                              guint       line)
{
  PangoRectangle logical;

  if (self->plain)
    return g_array_index (self->lines, Line, line).width;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, (int) line), NULL,
                                 &logical);

  return (double) logical.width / PANGO_SCALE;
}

static void
place_line (YdPageText *self,
            const Line *line,
            double      x,
            double      y)
{
  const cairo_glyph_t *glyphs = &g_array_index (self->glyphs, cairo_glyph_t, line->first);

  for (guint i = 0; i < line->n; i++)
    {
      const cairo_glyph_t placed = { glyphs[i].index, x + glyphs[i].x, y };

      g_array_append_val (self->placed, placed);
    }
}

/* Lines between which nothing stands in the text are shown together: a call costs more than a
 * glyph.
 */
static void
show_placed (YdPageText *self,
             cairo_t    *cr,
             guint       first,
             guint       end)
{
  const Line *begin = &g_array_index (self->lines, Line, first);
  const Line *last = &g_array_index (self->lines, Line, end - 1);
  const int n = (int) self->placed->len;

  if (n > 0)
    cairo_show_text_glyphs (cr, self->text + begin->start,
                            (int) (last->start + last->len - begin->start),
                            (const cairo_glyph_t *) self->placed->data, n,
                            &g_array_index (self->clusters, cairo_text_cluster_t, begin->first),
                            n, 0);
  g_array_set_size (self->placed, 0);
}

static void
show_plain (YdPageText *self,
            cairo_t    *cr,
            guint       first,
            guint       end,
            double      x,
            double      y,
            double      width)
{
  const Line *lines = (const Line *) self->lines->data;
  guint begin = first;

  cairo_set_scaled_font (cr, self->font);
  for (guint i = first; i < end; i++)
    {
      if (i > begin && lines[i].start != lines[i - 1].start + lines[i - 1].len)
        {
          show_placed (self, cr, begin, i);
          begin = i;
        }
      place_line (self, &lines[i], x + (width > 0 ? (width - lines[i].width) / 2 : 0),
                  y + (i - first) * self->pitch);
    }
  if (end > begin)
    show_placed (self, cr, begin, end);
}

/*
 * _yd_page_text_show:
 * @first: the first line of what was set last
 * @end: that after the last
 * @x: where they begin
 * @y: where the space for them begins, of which each takes as much as the pitch
 * @width: in the middle of which they stand, or 0
 */
void
_yd_page_text_show (YdPageText *self,
                    cairo_t    *cr,
                    guint       first,
                    guint       end,
                    double      x,
                    double      y,
                    double      width)
{
  if (self->plain)
    {
      show_plain (self, cr, first, end, x, y + self->baseline, width);
      return;
    }

  for (guint i = first; i < end; i++)
    {
      const double indent = width > 0 ? (width - _yd_page_text_get_line_width (self, i)) / 2 : 0;

      cairo_move_to (cr, x + indent, y + self->baseline + (i - first) * self->pitch);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, (int) i));
    }
}
