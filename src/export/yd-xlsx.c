/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cell-text-private.h"
#include "yd-export-private.h"
#include "yd-table-layout-private.h"
#include "yd-xlsx-private.h"

/* Excel's limits: rows of a sheet, UTF-16 units of a cell, points of a row's height. */
#define MAX_ROWS 1048576
#define MAX_COLUMNS 16384
#define MAX_TEXT 32767
#define MAX_HEIGHT 400.0
#define PART_HEIGHT 100.0                 /* of each row that shares a higher text: fills pages */

/* Above this the sheet goes to a temporary file row by row. */
#define MANY_ROWS 20000

#define TWIPS_PER_PIXEL 15
#define PADDING (9 * TWIPS_PER_PIXEL)     /* Excel keeps 5 pixels free, LibreOffice 6 */
#define INCH 25.4                         /* mm */

typedef struct
{
  const YdExportJob *job;
  YdTable           *table;
  YdPageStyle       *page;
  lxw_workbook      *workbook;
  lxw_worksheet     *sheet;
  lxw_format        *fonts[YD_N_FONTS];
  lxw_format        *body[2][YD_N_CELL_ROLES];    /* by alignment */
  lxw_format        *tall[2][YD_N_CELL_ROLES];    /* the same, from the top of the cell down */
  guint              n_columns;
  guint             *widths;                      /* twips */
  guint             *lines;                       /* of each row of the table */
  guint              n_rows;                      /* of the sheet */
  gboolean           merges;                      /* whether a cell reaches over several rows */
  guint              next;                        /* row of the sheet to be written */
} Xlsx;

static double
get_height (Xlsx       *self,
            YdFontRole  font,
            guint       lines)
{
  return lines * self->page->fonts[font].size * YD_LINE_PITCH + 6;
}

/* No row of a sheet is higher than 409 points: what needs more becomes several rows, each of its
 * cells merged over them. */
static guint
count_parts (Xlsx  *self,
             guint  row)
{
  const double height = get_height (self, YD_FONT_BODY, self->lines[row]);

  return height <= MAX_HEIGHT ? 1 : (guint) (height / PART_HEIGHT) + 1;
}

static gboolean
check_text (Xlsx    *self,
            guint    row,
            guint    column,
            GError **error)
{
  gsize len;
  const char *text = yd_table_get_text (self->table, row, column, &len);
  long n_units = 0;

  if (len <= MAX_TEXT)
    return TRUE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n_units += g_utf8_get_char (c) > 0xffff ? 2 : 1;
  if (n_units <= MAX_TEXT)
    return TRUE;

  g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE,
               _("Row %u, “%s”: the text has %ld characters and a cell holds %d. "
                 "Shorten it or export to docx"),
               row + 1, yd_table_get_column (self->table, column).heading, n_units, MAX_TEXT);

  return FALSE;
}

/* A merged cell needs its lines from all its rows together; what they lack the last one gets. */
static void
stretch_merged (Xlsx  *self,
                guint  row,
                guint  column)
{
  guint start = row, have = self->lines[row], need;

  if (!yd_table_has_merged_cells (self->table) ||
      !yd_table_get_cell (self->table, row, column).continues ||
      _yd_table_continues_below (self->table, row, column))
    return;

  self->merges = TRUE;
  while (yd_table_get_cell (self->table, start, column).continues)
    have += self->lines[--start];

  need = _yd_table_count_cell_lines (self->table, row, column, self->widths, PADDING);
  if (need > have)
    self->lines[row] += need - have;
}

static gboolean
check_size (Xlsx    *self,
            GError **error)
{
  if (self->n_rows <= MAX_ROWS && self->n_columns <= MAX_COLUMNS)
    return TRUE;

  g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE,
               _("The table has %u rows and %u columns, a sheet holds %d and %d. "
                 "Export a part of it, or to csv"),
               self->n_rows, self->n_columns, MAX_ROWS, MAX_COLUMNS);

  return FALSE;
}

/* Counts the lines of each row, and the rows of the sheet. */
static gboolean
measure (Xlsx    *self,
         GError **error)
{
  const guint n_rows = yd_table_get_n_rows (self->table);

  self->lines = g_new0 (guint, n_rows + 1);
  self->n_rows = 1 + (yd_table_get_subtitle (self->table) != NULL) +
                 (yd_table_has_groups (self->table) ? 2 : 1) +
                 yd_table_get_n_notes (self->table);
  for (guint row = 0; row < n_rows; row++)
    {
      const gboolean cells = yd_table_get_band (self->table, row, NULL) == NULL;
      guint parts;

      self->lines[row] = _yd_table_count_lines (self->table, row, self->widths, PADDING);
      for (guint i = 0; cells && i < self->n_columns; i++)
        {
          if (!check_text (self, row, i, error))
            return FALSE;
          stretch_merged (self, row, i);
        }

      parts = count_parts (self, row);
      self->n_rows += parts;
      self->merges = self->merges || parts > 1;
    }

  return check_size (self, error);
}

static lxw_format *
make_format (Xlsx       *self,
             YdFontRole  role,
             gboolean    center,
             gboolean    border)
{
  const YdFont *font = &self->page->fonts[role];
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, font->family);
  format_set_font_size (format, font->size);
  format_set_font_charset (format, 134);        /* GB2312 */
  format_set_text_wrap (format);
  format_set_align (format, center ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (border)
    format_set_border (format, LXW_BORDER_THIN);

  return format;
}

static lxw_format *
make_body_format (Xlsx       *self,
                  YdAlign     align,
                  YdCellRole  role)
{
  const gboolean center = align == YD_ALIGN_CENTER || role == YD_CELL_MARK;
  lxw_format *format = make_format (self, YD_FONT_BODY, center, TRUE);

  if (role == YD_CELL_STRONG)
    format_set_bold (format);
  if (role == YD_CELL_QUIET)
    format_set_font_color (format, 0x7f7f7f);

  return format;
}

static void
make_formats (Xlsx *self)
{
  self->fonts[YD_FONT_TITLE] = make_format (self, YD_FONT_TITLE, TRUE, FALSE);
  self->fonts[YD_FONT_SUBTITLE] = make_format (self, YD_FONT_SUBTITLE, TRUE, FALSE);
  self->fonts[YD_FONT_HEAD] = make_format (self, YD_FONT_HEAD, TRUE, TRUE);
  self->fonts[YD_FONT_BAND] = make_format (self, YD_FONT_BAND, FALSE, TRUE);
  self->fonts[YD_FONT_SUBBAND] = make_format (self, YD_FONT_SUBBAND, FALSE, TRUE);
  self->fonts[YD_FONT_NOTE] = make_format (self, YD_FONT_NOTE, FALSE, FALSE);

  for (guint align = 0; align < G_N_ELEMENTS (self->body); align++)
    for (guint role = 0; role < YD_N_CELL_ROLES; role++)
      {
        self->body[align][role] = make_body_format (self, align, role);
        self->tall[align][role] = make_body_format (self, align, role);
        format_set_align (self->tall[align][role], LXW_ALIGN_VERTICAL_TOP);
      }
}

/* A sheet's name has at most 31 characters, and not these. */
static char *
make_sheet_name (YdTable *table)
{
  g_autofree char *name = g_utf8_substring (yd_table_get_name (table), 0,
                                            MIN (g_utf8_strlen (yd_table_get_name (table), -1),
                                                 31));

  g_strdelimit (name, "[]:*?/\\'\n\t", ' ');
  g_strstrip (name);

  return g_strdup (*name != '\0' ? name : "Sheet1");
}

/* & begins a code in a header or footer, so one that is meant is doubled; a quote cannot be. */
static void
append_footer_text (GString    *out,
                    const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '&')
      g_string_append (out, "&&");
    else if (*c != '"' && *c != ',')
      g_string_append_c (out, *c);
}

static void
set_up_page (Xlsx *self)
{
  const YdPageStyle *page = self->page;
  const YdFont *font = &page->fonts[YD_FONT_PAGE];
  lxw_header_footer_options options = { .margin = MAX (page->bottom - 12, 5) / INCH };
  g_autoptr(GString) footer = g_string_new ("&C&\"");

  append_footer_text (footer, font->family);
  g_string_append_printf (footer, ",Regular\"&%d— &P —", (int) (font->size + 0.5));

  worksheet_set_paper (self->sheet, 9);         /* A4 */
  if (page->landscape)
    worksheet_set_landscape (self->sheet);
  worksheet_set_margins (self->sheet, page->left / INCH, page->right / INCH, page->top / INCH,
                         page->bottom / INCH);
  worksheet_center_horizontally (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_footer_opt (self->sheet, footer->str, &options);

  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column_pixels (self->sheet, i, i,
                                 (self->widths[i] + TWIPS_PER_PIXEL / 2) / TWIPS_PER_PIXEL, NULL);
}

/* Writes one text over all columns. */
static gboolean
write_wide (Xlsx        *self,
            const char  *text,
            lxw_format  *format,
            double       height,
            GError     **error)
{
  const guint row = self->next++;
  g_autofree char *escaped = _yd_cell_text_escape_xlsx (text, strlen (text));
  lxw_error rc = worksheet_set_row (self->sheet, row, MIN (height, MAX_HEIGHT), NULL);

  if (escaped != NULL)
    text = escaped;

  if (rc == LXW_NO_ERROR && self->n_columns > 1)
    rc = worksheet_merge_range (self->sheet, row, 0, row, self->n_columns - 1, text, format);
  else if (rc == LXW_NO_ERROR)
    rc = worksheet_write_string (self->sheet, row, 0, text, format);

  return _yd_xlsx_is_well (rc, error);
}

static gboolean
write_paragraph (Xlsx        *self,
                 const char  *text,
                 YdFontRole   font,
                 GError     **error)
{
  const guint lines = _yd_table_count_wide_lines (self->table, text, font, self->widths, PADDING);

  return write_wide (self, text, self->fonts[font], get_height (self, font, lines), error);
}

static lxw_error
write_group (Xlsx  *self,
             guint *column)
{
  guint first = *column, n_columns = 1;
  const char *heading = yd_table_get_group (self->table, *column, &first, &n_columns);
  lxw_format *format = self->fonts[YD_FONT_HEAD];

  *column = first + n_columns;
  if (heading == NULL)
    return worksheet_merge_range (self->sheet, self->next, first, self->next + 1, first,
                                  yd_table_get_column (self->table, first).heading, format);

  return worksheet_merge_range (self->sheet, self->next, first, self->next, *column - 1,
                                heading, format);
}

static gboolean
write_head (Xlsx    *self,
            GError **error)
{
  const gboolean groups = yd_table_has_groups (self->table);
  const guint first = self->next, last = groups ? first + 1 : first;
  const guint lines = _yd_table_count_head_lines (self->table, self->widths, PADDING);
  lxw_error rc = LXW_NO_ERROR;

  if (groups)
    worksheet_set_row (self->sheet, first, get_height (self, YD_FONT_HEAD, 1), NULL);
  for (guint i = 0; groups && i < self->n_columns && rc == LXW_NO_ERROR; )
    rc = write_group (self, &i);

  worksheet_set_row (self->sheet, last, get_height (self, YD_FONT_HEAD, lines), NULL);
  for (guint i = 0; i < self->n_columns && rc == LXW_NO_ERROR; i++)
    if (!groups || yd_table_get_group (self->table, i, NULL, NULL) != NULL)
      rc = worksheet_write_string (self->sheet, last, i,
                                   yd_table_get_column (self->table, i).heading,
                                   self->fonts[YD_FONT_HEAD]);

  worksheet_repeat_rows (self->sheet, first, last);
  worksheet_freeze_panes (self->sheet, last + 1, 0);
  self->next = last + 1;

  return _yd_xlsx_is_well (rc, error);
}

/* Strings only: nothing that comes from a document can become a formula or a link. */
static lxw_error
write_cell (Xlsx  *self,
            guint  row,
            guint  column)
{
  gsize len;
  const char *text = yd_table_get_text (self->table, row, column, &len);
  const YdCell cell = yd_table_get_cell (self->table, row, column);
  const YdAlign align = yd_table_get_column (self->table, column).align;
  const guint parts = self->merges ? count_parts (self, row) : 1;
  lxw_format *format = parts > 1 ? self->tall[align][cell.role] : self->body[align][cell.role];
  g_autofree char *escaped = _yd_cell_text_escape_xlsx (text, len);
  guint last = self->next + parts - 1;

  if (cell.continues)
    return LXW_NO_ERROR;
  if (escaped != NULL)
    text = escaped;

  for (guint i = row; self->merges && _yd_table_continues_below (self->table, i, column); i++)
    last += count_parts (self, i + 1);

  if (last > self->next)
    return worksheet_merge_range (self->sheet, self->next, column, last, column, text, format);
  if (len == 0)
    return worksheet_write_blank (self->sheet, self->next, column, format);

  return worksheet_write_string (self->sheet, self->next, column, text, format);
}

static gboolean
write_row (Xlsx    *self,
           guint    row,
           GError **error)
{
  const guint parts = count_parts (self, row);
  const double height = get_height (self, YD_FONT_BODY, self->lines[row]) / parts;
  lxw_error rc = LXW_NO_ERROR;
  guint level;
  const char *band = yd_table_get_band (self->table, row, &level);

  if (band != NULL)
    return write_paragraph (self, band, level == 1 ? YD_FONT_BAND : YD_FONT_SUBBAND, error);

  for (guint i = 0; i < parts && rc == LXW_NO_ERROR; i++)
    rc = worksheet_set_row (self->sheet, self->next + i, height, NULL);
  for (guint i = 0; i < self->n_columns && rc == LXW_NO_ERROR; i++)
    rc = write_cell (self, row, i);
  self->next += parts;

  return _yd_xlsx_is_well (rc, error);
}

static gboolean
write_sheet (Xlsx    *self,
             GError **error)
{
  YdTable *table = self->table;
  const char *subtitle = yd_table_get_subtitle (table);
  g_autofree char *title = _yd_table_dup_title (table);
  gboolean ok;

  set_up_page (self);
  ok = write_paragraph (self, title, YD_FONT_TITLE, error) &&
       (subtitle == NULL || write_paragraph (self, subtitle, YD_FONT_SUBTITLE, error)) &&
       write_head (self, error);

  for (guint row = 0; ok && row < yd_table_get_n_rows (table); row++)
    ok = _yd_export_step (self->job, row, error) && write_row (self, row, error);
  for (guint i = 0; ok && i < yd_table_get_n_notes (table); i++)
    ok = write_paragraph (self, yd_table_get_note (table, i), YD_FONT_NOTE, error);

  if (self->next > 0)
    worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");

  return ok;
}

static gboolean
fill (lxw_workbook  *workbook,
      gpointer       data,
      guint         *n_rows,
      GError       **error)
{
  Xlsx *self = data;
  g_autofree char *name = make_sheet_name (self->table);

  self->workbook = workbook;
  self->sheet = workbook_add_worksheet (workbook, name);
  make_formats (self);
  if (!write_sheet (self, error))
    return FALSE;

  *n_rows = self->next;

  return TRUE;
}

static gboolean
build (Xlsx    *self,
       GError **error)
{
  const gboolean constant_memory = self->n_rows > MANY_ROWS && !self->merges &&
                                   !yd_table_has_groups (self->table);

  return _yd_xlsx_build (self->job, yd_table_get_title (self->table), constant_memory, fill, self,
                         error);
}

/**
 * yd_xlsx_write:
 * @table: a table
 * @stream: where to
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes the table as a workbook of one sheet. All heights are stated, because
 * Excel and WPS do not find the height of merged cells themselves. The same
 * table is the same bytes.
 *
 * Returns: %FALSE with a %G_IO_ERROR, or %YD_EXPORT_ERROR_TOO_LARGE when a sheet
 *   cannot hold it
 */
gboolean
yd_xlsx_write (YdTable           *table,
               GOutputStream     *stream,
               YdExportProgress   progress,
               gpointer           user_data,
               GCancellable      *cancellable,
               GError           **error)
{
  const YdExportJob job = { table, stream, progress, user_data, cancellable };
  Xlsx self = { .job = &job, .table = table, .page = yd_table_get_style (table) };
  gboolean ok;

  self.n_columns = yd_table_get_n_columns (table);
  self.widths = _yd_table_dup_widths (table,
                                      (guint) (yd_page_style_get_width (self.page) * YD_TWIPS));

  ok = measure (&self, error) && build (&self, error);

  g_free (self.lines);
  g_free (self.widths);

  return ok;
}
