/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "bench-export.h"

/* A page of the table's style holds about so many rows of this table. */
#define ROWS_PER_PAGE 5

static void
write_ours (YdTable       *table,
            GOutputStream *stream)
{
  bench_write (table, YD_FORMAT_PDF, stream);
}

typedef struct
{
  cairo_t             *cr;
  cairo_scaled_font_t *font;
  GHashTable          *glyphs;    /* of a character: the glyph, found once */
} Raw;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         len)
{
  return g_output_stream_write_all (closure, data, len, NULL, NULL, NULL)
         ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gulong
find_glyph (Raw      *self,
            gunichar  ch)
{
  gpointer found = g_hash_table_lookup (self->glyphs, GUINT_TO_POINTER (ch));
  cairo_glyph_t *glyphs = NULL;
  char text[6];
  int n = 0;

  if (found != NULL)
    return GPOINTER_TO_SIZE (found);

  cairo_scaled_font_text_to_glyphs (self->font, 0, 0, text, g_unichar_to_utf8 (ch, text), &glyphs,
                                    &n, NULL, NULL, NULL);
  found = GSIZE_TO_POINTER (n > 0 ? glyphs[0].index : 0);
  cairo_glyph_free (glyphs);
  g_hash_table_insert (self->glyphs, GUINT_TO_POINTER (ch), found);

  return GPOINTER_TO_SIZE (found);
}

/* The letters side by side, a new line when one is full: nothing is measured or broken well. */
static void
show_text (Raw        *self,
           const char *text,
           double      x,
           double      y,
           double      width)
{
  cairo_glyph_t glyphs[512];
  double at = 0;
  int n = 0;

  for (const char *c = text; *c != '\0' && n < 512; c = g_utf8_next_char (c))
    {
      if (at + 12 > width)
        {
          at = 0;
          y += 17.4;
        }
      glyphs[n++] = (cairo_glyph_t) { find_glyph (self, g_utf8_get_char (c)), x + at, y };
      at += (guchar) *c < 0x80 ? 6.5 : 12;
    }
  cairo_show_glyphs (self->cr, glyphs, n);
}

static cairo_scaled_font_t *
find_font (cairo_t *cr)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Noto Serif CJK SC");
  PangoLayoutRun *run;

  pango_font_description_set_absolute_size (font, 12 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "国", -1);
  run = pango_layout_get_line_readonly (layout, 0)->runs->data;

  return cairo_scaled_font_reference (
    pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
}

/* The same letters by cairo alone, each found once. */
static void
write_raw (YdTable       *table,
           GOutputStream *stream)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, stream, 842, 595);
  const guint n_columns = yd_table_get_n_columns (table);
  Raw self = { cairo_create (surface), NULL, g_hash_table_new (NULL, NULL) };

  self.font = find_font (self.cr);
  cairo_set_scaled_font (self.cr, self.font);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *band = yd_table_get_band (table, row, NULL);
      const double y = 90 + row % ROWS_PER_PAGE * 80;

      for (guint i = 0; i < (band != NULL ? 1 : n_columns); i++)
        show_text (&self, band != NULL ? band : yd_table_get_text (table, row, i, NULL),
                   100 + i * 63, y, band != NULL ? 630 : 55);
      if (row % ROWS_PER_PAGE == ROWS_PER_PAGE - 1)
        cairo_show_page (self.cr);
    }

  cairo_destroy (self.cr);
  cairo_surface_destroy (surface);
  cairo_scaled_font_destroy (self.font);
  g_hash_table_unref (self.glyphs);
}

int
main (void)
{
  bench_table ("pdf", write_ours, write_raw);

  return 0;
}
