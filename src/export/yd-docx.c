/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-docx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cell-text-private.h"
#include "yd-table-layout-private.h"

#define BUFFER (64 * 1024)

/* What Word holds in one table. */
#define MAX_COLUMNS 63
#define MAX_ROWS 30000

#define CELL_MARGIN 80        /* twips, left and right of a cell's text */
#define CELL_ABOVE 40         /* and above and below it */
#define TEXT_BEGIN "<w:t xml:space=\"preserve\">"

/* The XML is put together by hand: ten thousand rows are a million and a half elements, and
 * xmlTextWriter takes longer for one than deflate for its text. The tests parse every part. */
typedef struct
{
  const YdExportJob *job;
  YdTable           *table;
  YdZip             *zip;
  GString           *xml;
  guint              n_columns;
  guint             *widths;      /* twips */
  guint              total;
  char             **openings;    /* up to the text of a plain cell, by column */
} Docx;

static void
append_text (GString    *out,
             const char *text,
             gsize       len)
{
  const char *end = text + len;

  g_string_append (out, TEXT_BEGIN);
  while (text < end)
    {
      const char *c = text;

      while (c < end && *c != '\n' && *c != '\t')
        c++;
      _yd_text_append_xml (out, text, c - text);
      if (c < end)
        {
          g_string_append (out, *c == '\n' ? "</w:t><w:br/>" : "</w:t><w:tab/>");
          g_string_append (out, TEXT_BEGIN);
        }
      text = c + 1;
    }
  g_string_append (out, "</w:t>");
}

static void
append_paragraph (GString    *out,
                  const char *style,
                  const char *look,
                  const char *text)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
  if (text != NULL && *text != '\0')
    {
      g_string_append_printf (out, "<w:r><w:rPr>" YD_DOCX_HINT "%s</w:rPr>", look);
      append_text (out, text, strlen (text));
      g_string_append (out, "</w:r>");
    }
  g_string_append (out, "</w:p>");
}

/* @span: columns it reaches over; @merge: NULL, "restart" or "continue". */
static void
append_cell (GString    *out,
             guint       width,
             guint       span,
             const char *merge,
             const char *style,
             const char *look,
             const char *text)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
  if (span > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", span);
  if (merge != NULL)
    g_string_append_printf (out, "<w:vMerge w:val=\"%s\"/>", merge);
  g_string_append (out, "<w:vAlign w:val=\"center\"/></w:tcPr>");
  append_paragraph (out, style, look, text);
  g_string_append (out, "</w:tc>");
}

/* A row in one piece is easier to read, but one that nearly fills a page leaves a hole before. */
static gboolean
may_split (Docx  *self,
           guint  row)
{
  const YdPageStyle *style = yd_table_get_style (self->table);
  const double pitch = style->fonts[YD_FONT_BODY].size * YD_LINE_PITCH;

  return _yd_table_count_lines (self->table, row, self->widths, 2 * CELL_MARGIN) * pitch >
         yd_page_style_get_height (style) * 0.7;
}

static void
begin_row (Docx       *self,
           YdFontRole  font,
           gboolean    whole,
           gboolean    heading)
{
  const double size = yd_table_get_style (self->table)->fonts[font].size;

  g_string_append_printf (self->xml,
                          "<w:tr><w:trPr>%s<w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>%s"
                          "</w:trPr>", whole ? "<w:cantSplit/>" : "",
                          (int) (size * YD_LINE_PITCH * YD_TWIPS + 80),
                          heading ? "<w:tblHeader/>" : "");
}

static void
append_group_row (Docx *self)
{
  begin_row (self, YD_FONT_HEAD, TRUE, TRUE);
  for (guint i = 0; i < self->n_columns; )
    {
      guint first, n_columns = 1, width = 0;
      const char *heading = yd_table_get_group (self->table, i, &first, &n_columns);

      for (guint j = i; j < i + n_columns; j++)
        width += self->widths[j];

      if (heading != NULL)
        append_cell (self->xml, width, n_columns, NULL, "YdHead", "", heading);
      else
        append_cell (self->xml, width, 1, "restart", "YdHead", "",
                     yd_table_get_column (self->table, i).heading);
      i += n_columns;
    }
  g_string_append (self->xml, "</w:tr>");
}

static void
append_head (Docx *self)
{
  const gboolean groups = yd_table_has_groups (self->table);

  if (groups)
    append_group_row (self);

  begin_row (self, YD_FONT_HEAD, TRUE, TRUE);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const gboolean below = groups && yd_table_get_group (self->table, i, NULL, NULL) == NULL;

      append_cell (self->xml, self->widths[i], 1, below ? "continue" : NULL, "YdHead", "",
                   below ? NULL : yd_table_get_column (self->table, i).heading);
    }
  g_string_append (self->xml, "</w:tr>");
}

/* WPS goes by the grid, Word by the cells: both have the widths, and neither may change them. */
static void
begin_table (Docx *self)
{
  GString *out = self->xml;

  g_string_append_printf (out,
                          "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/>"
                          "<w:jc w:val=\"center\"/><w:tblBorders>", self->total);
  for (const char *const *side = (const char *const[]) { "top", "left", "bottom", "right",
                                                         "insideH", "insideV", NULL };
       *side != NULL; side++)
    g_string_append_printf (out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\""
                            " w:color=\"000000\"/>", *side);
  g_string_append_printf (out,
                          "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
                          "<w:tblCellMar><w:top w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:left w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:bottom w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                          "<w:tblGrid>", CELL_ABOVE, CELL_MARGIN, CELL_ABOVE, CELL_MARGIN);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%u\"/>", self->widths[i]);
  g_string_append (out, "</w:tblGrid>");
  append_head (self);
}

/* After a table there must be a paragraph; this one is too small to begin a page. */
static void
end_table (Docx *self)
{
  g_string_append (self->xml,
                   "</w:tbl><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\""
                   " w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>");
}

static void
append_body_cell (Docx   *self,
                  guint   row,
                  guint   column)
{
  const YdCell cell = yd_table_get_cell (self->table, row, column);
  const gboolean restart = !cell.continues && _yd_table_continues_below (self->table, row, column);
  gboolean center;
  gsize len;

  if (cell.role == YD_CELL_PLAIN && !cell.continues && !restart && *cell.text != '\0')
    {
      yd_table_get_text (self->table, row, column, &len);
      g_string_append (self->xml, self->openings[column]);
      append_text (self->xml, cell.text, len);
      g_string_append (self->xml, "</w:r></w:p></w:tc>");
      return;
    }

  center = cell.role == YD_CELL_MARK ||
           yd_table_get_column (self->table, column).align == YD_ALIGN_CENTER;
  append_cell (self->xml, self->widths[column], 1,
               cell.continues ? "continue" : restart ? "restart" : NULL,
               center ? "YdBodyCenter" : "YdBody",
               cell.role == YD_CELL_STRONG ? "<w:b/>"
               : cell.role == YD_CELL_QUIET ? "<w:color w:val=\"7F7F7F\"/>" : "",
               cell.continues ? NULL : cell.text);
}

static void
append_row (Docx  *self,
            guint  row)
{
  guint level;
  const char *band = yd_table_get_band (self->table, row, &level);

  if (band != NULL)
    {
      begin_row (self, level == 1 ? YD_FONT_BAND : YD_FONT_SUBBAND, TRUE, FALSE);
      append_cell (self->xml, self->total, self->n_columns, NULL,
                   level == 1 ? "YdBand" : "YdSubband", "", band);
    }
  else
    {
      begin_row (self, YD_FONT_BODY, !may_split (self, row), FALSE);
      for (guint i = 0; i < self->n_columns; i++)
        append_body_cell (self, row, i);
    }
  g_string_append (self->xml, "</w:tr>");
}

static gboolean
is_whole_row (Docx  *self,
              guint  row)
{
  if (yd_table_get_band (self->table, row, NULL) != NULL)
    return TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    if (yd_table_get_cell (self->table, row, i).continues)
      return FALSE;

  return TRUE;
}

static gboolean
write_table (Docx    *self,
             GError **error)
{
  const guint n_rows = yd_table_get_n_rows (self->table);
  guint begun = 0;

  begin_table (self);
  for (guint row = 0; row < n_rows; row++)
    {
      if (!_yd_export_step (self->job, row, error))
        return FALSE;

      if (row - begun >= MAX_ROWS && is_whole_row (self, row))
        {
          end_table (self);
          begin_table (self);
          begun = row;
        }

      append_row (self, row);
      if (self->xml->len >= BUFFER)
        {
          if (!_yd_zip_put (self->zip, self->xml->str, self->xml->len, error))
            return FALSE;
          g_string_truncate (self->xml, 0);
        }
    }
  end_table (self);

  return TRUE;
}

static void
append_section (Docx *self)
{
  const YdPageStyle *page = yd_table_get_style (self->table);
  const int longer = _yd_docx_mm (297), shorter = _yd_docx_mm (210);

  /* The number stands 7 mm below the text area, and is 5 mm high (GB/T 9704-2012 §7.5). */
  g_string_append_printf (self->xml,
                          "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
                          "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
                          "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
                          "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\""
                          " w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/></w:sectPr>",
                          page->landscape ? longer : shorter, page->landscape ? shorter : longer,
                          page->landscape ? " w:orient=\"landscape\"" : "",
                          _yd_docx_mm (page->top), _yd_docx_mm (page->right),
                          _yd_docx_mm (page->bottom), _yd_docx_mm (page->left),
                          _yd_docx_mm (MIN (15, page->top)),
                          _yd_docx_mm (MAX (page->bottom - 12, 5)));
}

static gboolean
write_document (Docx    *self,
                GError **error)
{
  g_autofree char *title = _yd_table_dup_title (self->table);

  if (!_yd_zip_begin (self->zip, "word/document.xml", error))
    return FALSE;

  g_string_append (self->xml, YD_DOCX_XML "<w:document xmlns:w=\"" YD_DOCX_W "\" xmlns:r=\""
                   YD_DOCX_R "\"><w:body>");
  append_paragraph (self->xml, "YdTitle", "", title);
  if (yd_table_get_subtitle (self->table) != NULL)
    append_paragraph (self->xml, "YdSubtitle", "", yd_table_get_subtitle (self->table));

  if (!write_table (self, error))
    return FALSE;

  for (guint i = 0; i < yd_table_get_n_notes (self->table); i++)
    append_paragraph (self->xml, "YdNote", "", yd_table_get_note (self->table, i));
  append_section (self);
  g_string_append (self->xml, "</w:body></w:document>");

  return _yd_zip_put (self->zip, self->xml->str, self->xml->len, error);
}

static void
make_openings (Docx *self)
{
  self->openings = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const gboolean center = yd_table_get_column (self->table, i).align == YD_ALIGN_CENTER;

      self->openings[i] =
        g_strdup_printf ("<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>"
                         "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>"
                         "<w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:rPr>" YD_DOCX_HINT "</w:rPr>",
                         self->widths[i], center ? "YdBodyCenter" : "YdBody");
    }
}

/**
 * yd_docx_write:
 * @table: a table
 * @stream: where to
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes the table as a document that WPS, Word and LibreOffice show alike, row
 * by row. The same table is the same bytes.
 *
 * Returns: %FALSE with a %G_IO_ERROR, or %YD_EXPORT_ERROR_TOO_LARGE when there
 *   are more columns than Word can hold
 */
gboolean
yd_docx_write (YdTable           *table,
               GOutputStream     *stream,
               YdExportProgress   progress,
               gpointer           user_data,
               GCancellable      *cancellable,
               GError           **error)
{
  const YdExportJob job = { table, stream, progress, user_data, cancellable };
  g_autoptr(YdZip) zip = NULL;
  Docx self = { .job = &job, .table = table };
  gboolean ok;

  self.n_columns = yd_table_get_n_columns (table);
  if (self.n_columns > MAX_COLUMNS)
    {
      g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE,
                   _("The table has %u columns and Word holds %d. Export it to xlsx"),
                   self.n_columns, MAX_COLUMNS);
      return FALSE;
    }

  zip = _yd_zip_new (&job, error);
  if (zip == NULL)
    return FALSE;

  self.zip = zip;
  self.xml = g_string_sized_new (BUFFER + 8192);
  self.total = (guint) (yd_page_style_get_width (yd_table_get_style (table)) * YD_TWIPS);
  self.widths = _yd_table_dup_widths (table, self.total);
  make_openings (&self);

  ok = _yd_docx_add_parts (zip, table, error) && write_document (&self, error) &&
       _yd_zip_close (zip, error);

  g_string_free (self.xml, TRUE);
  g_strfreev (self.openings);
  g_free (self.widths);

  return ok;
}
