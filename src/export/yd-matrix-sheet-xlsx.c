/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cell-text-private.h"
#include "yd-xlsx-private.h"

/* A matrix as a workbook of one sheet, to be worked on: heads that stay in sight and are
 * repeated on each page, names that stand upright, and colours that follow what somebody types.
 * The words in it are not translated.
 */

#define INCH 25.4
#define MAX_COLUMNS 16384

/* Empty cells get their lines one by one, which takes memory; a larger table does without. */
#define MANY_CELLS 400000

/* As many columns of units as can be read on one sheet across: A4 first, then A3. */
#define FITS_A4 24
#define FITS_A3 60

#define PAPER_A3 8
#define PAPER_A4 9

#define LABEL_COLUMNS 2

typedef enum
{
  STYLE_TITLE,
  STYLE_SUBTITLE,
  STYLE_LEGEND,
  STYLE_HEAD,
  STYLE_NAME,                   /* of a unit, upright */
  STYLE_MEMBER,                 /* likewise, of one that came with its group */
  STYLE_NUMBER,
  STYLE_TASK,
  STYLE_CHAPTER,
  STYLE_CHAPTER_CELL,
  STYLE_MARK,
  STYLE_VIA,
  STYLE_COUNT,
  STYLE_SUM,
  STYLE_SUM_LABEL,
  STYLE_LIGHT,
  STYLE_DUE_LINE,               /* turned */
  STYLE_LIGHT_LINE,             /* upright */
  N_STYLES
} Style;

typedef struct
{
  const char *font;
  double      size;
  gboolean    bold;
  gboolean    center;
  gboolean    border;
  int         rotation;         /* as the library has it */
  lxw_color_t ground;           /* 0 for none */
  lxw_color_t color;
} StyleInfo;

/* Letters above each other; and from the bottom up. */
#define UPRIGHT 270
#define TURNED 90

static const StyleInfo styles[N_STYLES] = {
  [STYLE_TITLE]        = { "方正小标宋简体", 18, FALSE, TRUE,  FALSE, 0, 0, 0 },
  [STYLE_SUBTITLE]     = { "楷体_GB2312",    11, FALSE, TRUE,  FALSE, 0, 0, 0 },
  [STYLE_LEGEND]       = { "仿宋_GB2312",    10, FALSE, TRUE,  FALSE, 0, 0, 0 },
  [STYLE_HEAD]         = { "黑体",           10, FALSE, TRUE,  TRUE,  0, 0xf0f0f0, 0 },
  [STYLE_NAME]         = { "黑体",           10, FALSE, TRUE,  TRUE,  UPRIGHT,  0, 0 },
  [STYLE_MEMBER]       = { "仿宋_GB2312",    10, FALSE, TRUE,  TRUE,  UPRIGHT,  0, 0x595959 },
  [STYLE_NUMBER]       = { "仿宋_GB2312",    10, FALSE, TRUE,  TRUE,  0, 0, 0 },
  [STYLE_TASK]         = { "仿宋_GB2312",    10, FALSE, FALSE, TRUE,  0, 0, 0 },
  [STYLE_CHAPTER]      = { "黑体",           10, FALSE, FALSE, TRUE,  0, 0xf0f0f0, 0 },
  [STYLE_CHAPTER_CELL] = { "仿宋_GB2312",    10, FALSE, TRUE,  TRUE,  0, 0xf0f0f0, 0 },
  [STYLE_MARK]         = { "宋体",           11, FALSE, TRUE,  TRUE,  0, 0, 0 },
  [STYLE_VIA]          = { "宋体",            8, FALSE, TRUE,  TRUE,  0, 0, 0x595959 },
  [STYLE_COUNT]        = { "仿宋_GB2312",    10, FALSE, TRUE,  TRUE,  0, 0, 0 },
  [STYLE_SUM]          = { "仿宋_GB2312",    10, TRUE,  TRUE,  TRUE,  0, 0xf0f0f0, 0 },
  [STYLE_SUM_LABEL]    = { "黑体",           10, FALSE, TRUE,  TRUE,  0, 0xf0f0f0, 0 },
  [STYLE_LIGHT]        = { "仿宋_GB2312",    10, FALSE, TRUE,  TRUE,  0, 0, 0 },
  [STYLE_DUE_LINE]     = { "仿宋_GB2312",     9, FALSE, TRUE,  TRUE,  TURNED, 0, 0 },
  [STYLE_LIGHT_LINE]   = { "仿宋_GB2312",    10, FALSE, TRUE,  TRUE,  UPRIGHT, 0, 0 },
};

/* What is typed into a cell gets its colour; dark enough to be read in black and white. */
static const struct
{
  const char  *text;
  lxw_color_t  color;
  lxw_color_t  ground;
} colours[] = {
  { "●", 0x1a5fb4, 0xdbe8f8 }, { "?", 0x8a6002, 0xfbf0d0 }, { "△", 0x5e5c64, 0xf3f3f3 },
};

static const struct
{
  YdLight     light;
  lxw_color_t color;
  lxw_color_t ground;
} light_colours[] = {
  { YD_LIGHT_LATE, 0xc01c28, 0xfbe3e4 }, { YD_LIGHT_SOON, 0x8a6002, 0xfbf0d0 },
  { YD_LIGHT_OK, 0x166f45, 0xe3f3ea }, { YD_LIGHT_WAIT, 0x5e5c64, 0xeeeeef },
  { YD_LIGHT_DONE, 0x3d3d3d, 0xf3f3f3 },
};

typedef struct
{
  const YdExportJob   *job;
  const YdMatrixSheet *matrix;
  YdPaper              paper;
  lxw_workbook        *workbook;
  lxw_worksheet       *sheet;
  lxw_format          *formats[N_STYLES];
  guint                first_unit;      /* column of the sheet */
  guint                first_sum;
  guint                n_columns;
  guint                head;            /* row of the sheet; the names are below it */
  guint                next;            /* row to be written */
  gboolean             is_large;
  lxw_error            rc;              /* the first that went wrong */
} Xlsx;

static void
note (Xlsx      *self,
      lxw_error  rc)
{
  if (self->rc == LXW_NO_ERROR)
    self->rc = rc;
}

static void
make_formats (Xlsx *self)
{
  for (guint i = 0; i < N_STYLES; i++)
    {
      const StyleInfo *info = &styles[i];
      lxw_format *format = self->formats[i] = workbook_add_format (self->workbook);

      format_set_font_name (format, info->font);
      format_set_font_size (format, info->size);
      format_set_font_charset (format, 134);      /* GB2312 */
      if (info->rotation == 0)
        format_set_text_wrap (format);
      format_set_align (format, info->center ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
      format_set_align (format, info->rotation != 0 ? LXW_ALIGN_VERTICAL_BOTTOM
                                                    : LXW_ALIGN_VERTICAL_CENTER);
      if (info->bold)
        format_set_bold (format);
      if (info->border)
        format_set_border (format, LXW_BORDER_THIN);
      if (info->rotation != 0)
        format_set_rotation (format, info->rotation);
      if (info->ground != 0)
        format_set_bg_color (format, info->ground);
      if (info->color != 0)
        format_set_font_color (format, info->color);
    }
}

/* Returns: (transfer full): what a cell may hold */
static char *
dup_fit (const char *text)
{
  g_autofree char *clean = _yd_cell_text_clean (text);
  char *escaped = _yd_cell_text_escape_xlsx (clean != NULL ? clean : text,
                                             strlen (clean != NULL ? clean : text));

  return escaped != NULL ? escaped : g_strdup (clean != NULL ? clean : text);
}

/* Strings only: nothing that comes from a document can become a formula or a link. */
static void
put (Xlsx       *self,
     guint       row,
     guint       column,
     const char *text,
     Style       style)
{
  g_autofree char *clean = text != NULL ? dup_fit (text) : NULL;

  note (self, clean == NULL || *clean == '\0'
              ? worksheet_write_blank (self->sheet, row, column, self->formats[style])
              : worksheet_write_string (self->sheet, row, column, clean, self->formats[style]));
}

static void
put_count (Xlsx  *self,
           guint  row,
           guint  column,
           guint  n,
           Style  style)
{
  note (self, n > 0 ? worksheet_write_number (self->sheet, row, column, n, self->formats[style])
                    : worksheet_write_blank (self->sheet, row, column, self->formats[style]));
}

/* One cell over several; Excel refuses to merge one with itself. */
static void
put_wide (Xlsx       *self,
          guint       row,
          guint       last_row,
          guint       first,
          guint       last,
          const char *text,
          Style       style)
{
  g_autofree char *clean = dup_fit (text);

  if (first == last && row == last_row)
    put (self, row, first, text, style);
  else
    note (self, worksheet_merge_range (self->sheet, row, first, last_row, last, clean,
                                       self->formats[style]));
}

static void
put_line (Xlsx       *self,
          const char *text,
          Style       style,
          double      height)
{
  note (self, worksheet_set_row (self->sheet, self->next, height, NULL));
  put_wide (self, self->next, self->next, 0, self->n_columns - 1, text, style);
  self->next++;
}

static gboolean
has_lights (Xlsx *self)
{
  return _yd_matrix_sheet_has_light_columns (self->matrix);
}

/* So many letters above each other the names need. */
static double
get_name_height (Xlsx *self)
{
  long longest = 4;

  for (guint i = 0; i < self->matrix->columns->len; i++)
    longest = MAX (longest, g_utf8_strlen (_yd_matrix_sheet_column (self->matrix, i)->name, -1));

  return MIN (longest * 14.5 + 8, 400);
}

static void
put_heads (Xlsx *self)
{
  for (guint i = 0; i < self->matrix->heads->len; i++)
    {
      const YdSheetHead *head = &g_array_index (self->matrix->heads, YdSheetHead, i);
      const guint first = self->first_unit + head->first;

      put_wide (self, self->head, self->head, first, first + head->n_columns - 1, head->text,
                STYLE_HEAD);
    }
  for (guint i = 0; i < self->matrix->columns->len; i++)
    {
      const YdSheetColumn *column = _yd_matrix_sheet_column (self->matrix, i);

      put (self, self->head + 1, self->first_unit + i, column->name,
           column->group != NULL ? STYLE_MEMBER : STYLE_NAME);
    }
}

/* How each point stands, below its name. */
static void
put_light_lines (Xlsx *self)
{
  note (self, worksheet_set_row (self->sheet, self->head + 2, 60, NULL));
  note (self, worksheet_set_row (self->sheet, self->head + 3, 32, NULL));
  put_wide (self, self->head + 2, self->head + 2, 0, 1, "完成时限", STYLE_HEAD);
  put_wide (self, self->head + 3, self->head + 3, 0, 1, "状态", STYLE_HEAD);
  for (guint i = 0; i < self->matrix->columns->len; i++)
    {
      const YdSheetColumn *column = _yd_matrix_sheet_column (self->matrix, i);

      put (self, self->head + 2, self->first_unit + i, column->due, STYLE_DUE_LINE);
      put (self, self->head + 3, self->first_unit + i, _yd_matrix_sheet_light (column->light),
           STYLE_LIGHT_LINE);
    }
}

static void
put_head (Xlsx *self)
{
  const gboolean lines = _yd_matrix_sheet_has_light_lines (self->matrix);
  guint column = self->first_sum;

  self->head = self->next;
  self->next += lines ? 4 : 2;
  note (self, worksheet_set_row (self->sheet, self->head, 18, NULL));
  note (self, worksheet_set_row (self->sheet, self->head + 1, get_name_height (self), NULL));

  put_wide (self, self->head, self->head + 1, 0, 0, "序号", STYLE_HEAD);
  put_wide (self, self->head, self->head + 1, 1, 1, _yd_matrix_sheet_get_row_head (self->matrix),
            STYLE_HEAD);
  if (has_lights (self))
    {
      put_wide (self, self->head, self->head + 1, 2, 2, "完成时限", STYLE_HEAD);
      put_wide (self, self->head, self->head + 1, 3, 3, "状态", STYLE_HEAD);
    }
  put_heads (self);
  if (lines)
    put_light_lines (self);
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->matrix, sum))
      {
        put_wide (self, self->head, self->next - 1, column, column,
                  _yd_matrix_sheet_sum_head (sum), STYLE_HEAD);
        column++;
      }

  note (self, worksheet_repeat_rows (self->sheet, self->head, self->next - 1));
  note (self, worksheet_repeat_columns (self->sheet, 0, LABEL_COLUMNS - 1));
  worksheet_freeze_panes (self->sheet, self->next, LABEL_COLUMNS);
}

static void
put_marks (Xlsx             *self,
           const YdSheetRow *row)
{
  const Style empty = row->is_head ? STYLE_CHAPTER_CELL : STYLE_MARK;
  guint next = 0;

  for (guint i = row->first; i < row->first + row->n_marks; i++)
    {
      const YdSheetMark *mark = _yd_matrix_sheet_mark (self->matrix, i);
      g_autofree char *text = _yd_matrix_sheet_dup_mark (mark);
      const gboolean via = mark->role == YD_ROLE_NONE && !mark->is_vague;

      for (; !self->is_large && next < mark->column; next++)
        put (self, self->next, self->first_unit + next, NULL, empty);
      if (mark->n > 0)
        put_count (self, self->next, self->first_unit + mark->column, mark->n, empty);
      else
        put (self, self->next, self->first_unit + mark->column, text,
             via ? STYLE_VIA : row->is_head ? STYLE_CHAPTER_CELL : STYLE_MARK);
      next = mark->column + 1;
    }
  for (; !self->is_large && next < self->matrix->columns->len; next++)
    put (self, self->next, self->first_unit + next, NULL, empty);
}

static void
put_sums (Xlsx                 *self,
          const YdMatrixCounts *counts,
          Style                 style)
{
  guint column = self->first_sum;

  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->matrix, sum))
      put_count (self, self->next, column++, _yd_matrix_sheet_get_sum (counts, sum), style);
}

static void
put_labels (Xlsx             *self,
            const YdSheetRow *row)
{
  g_autofree char *chapter = g_strconcat (row->number, row->title, NULL);

  if (row->is_head)
    put_wide (self, self->next, self->next, 0, 1, chapter, STYLE_CHAPTER);
  else
    {
      put (self, self->next, 0, row->number, STYLE_NUMBER);
      put (self, self->next, 1, row->title, STYLE_TASK);
    }
  if (!has_lights (self))
    return;

  put (self, self->next, 2, row->due, row->is_head ? STYLE_CHAPTER_CELL : STYLE_LIGHT);
  put (self, self->next, 3, row->is_head && !row->is_folded
                            ? NULL : _yd_matrix_sheet_light (row->light),
       row->is_head ? STYLE_CHAPTER_CELL : STYLE_LIGHT);
}

static void
put_row (Xlsx             *self,
         const YdSheetRow *row)
{
  const long width = row->is_head ? 40 : 24;     /* letters in a line */
  const guint lines = MAX (1, (g_utf8_strlen (row->title, -1) + width - 1) / width);

  note (self, worksheet_set_row (self->sheet, self->next, 6 + 13 * lines, NULL));
  put_labels (self, row);
  put_marks (self, row);
  put_sums (self, &row->counts, row->is_head ? STYLE_CHAPTER_CELL : STYLE_COUNT);
  self->next++;
}

static void
put_foot_row (Xlsx            *self,
              YdMatrixSumKind  sum)
{
  g_autofree char *label = _yd_matrix_sheet_dup_sum_label (self->matrix, sum);
  guint column = self->first_sum;

  note (self, worksheet_set_row (self->sheet, self->next, 18, NULL));
  put_wide (self, self->next, self->next, 0, self->first_unit - 1, label, STYLE_SUM_LABEL);
  for (guint i = 0; i < self->matrix->columns->len; i++)
    put_count (self, self->next, self->first_unit + i,
               _yd_matrix_sheet_get_sum (&_yd_matrix_sheet_column (self->matrix, i)->counts, sum),
               STYLE_SUM);

  for (guint other = 0; other < YD_N_SUMS; other++)
    if (_yd_matrix_sheet_has_sum (self->matrix, other))
      put_count (self, self->next, column++,
                 _yd_matrix_sheet_get_crossing (self->matrix, sum, other), STYLE_SUM);
  self->next++;
}

static void
add_colour (Xlsx        *self,
            guint        first_row,
            guint        last_row,
            guint        first,
            guint        last,
            const char  *text,
            lxw_color_t  color,
            lxw_color_t  ground)
{
  lxw_format *format = workbook_add_format (self->workbook);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", text);
  lxw_conditional_format condition = {
    .type = LXW_CONDITIONAL_TYPE_CELL,
    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
    .value_string = quoted,
    .format = format,
  };

  format_set_font_color (format, color);
  format_set_bg_color (format, ground);
  note (self, worksheet_conditional_format_range (self->sheet, first_row, first, last_row, last,
                                                  &condition));
}

static void
add_colours (Xlsx  *self,
             guint  first_row)
{
  const gboolean has_units = self->first_sum > self->first_unit;
  const gboolean lines = has_units && _yd_matrix_sheet_has_light_lines (self->matrix);
  const guint last_row = self->next - 1;

  if (self->next == first_row)
    return;

  for (gsize i = 0; has_units && i < G_N_ELEMENTS (colours); i++)
    add_colour (self, first_row, last_row, self->first_unit, self->first_sum - 1,
                colours[i].text, colours[i].color, colours[i].ground);
  for (gsize i = 0; i < G_N_ELEMENTS (light_colours); i++)
    {
      const char *word = _yd_matrix_sheet_light (light_colours[i].light);

      if (has_lights (self))
        add_colour (self, first_row, last_row, 3, 3, word, light_colours[i].color,
                    light_colours[i].ground);
      if (lines)
        add_colour (self, first_row - 1, first_row - 1, self->first_unit, self->first_sum - 1,
                    word, light_colours[i].color, light_colours[i].ground);
    }
}

/* A table that fits is put on one sheet across; of a larger one each page has its heads. */
static void
set_up_page (Xlsx *self)
{
  const guint n_units = self->matrix->columns->len;
  const gboolean a4 = self->paper == YD_PAPER_A4 ||
                      (self->paper != YD_PAPER_A3 && n_units <= FITS_A4);

  worksheet_set_paper (self->sheet, a4 ? PAPER_A4 : PAPER_A3);
  worksheet_set_landscape (self->sheet);
  worksheet_set_margins (self->sheet, 10 / INCH, 10 / INCH, 12 / INCH, 14 / INCH);
  worksheet_center_horizontally (self->sheet);
  if (n_units <= FITS_A3)
    worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_footer (self->sheet, "&C&9第 &P 页，共 &N 页");

  worksheet_set_column (self->sheet, 0, 0, 6, NULL);
  worksheet_set_column (self->sheet, 1, 1, 42, NULL);
  if (has_lights (self))
    worksheet_set_column (self->sheet, 2, 3, 10, NULL);
  if (n_units > 0)
    worksheet_set_column (self->sheet, self->first_unit, self->first_sum - 1, 3.3, NULL);
  worksheet_set_column (self->sheet, self->first_sum, self->n_columns - 1, 5, NULL);
}

static gboolean
write_sheet (Xlsx    *self,
             GError **error)
{
  const guint n_rows = self->matrix->rows->len;
  g_autofree char *legend = _yd_matrix_sheet_dup_legend (self->matrix, "(○)");
  guint first_row;

  set_up_page (self);
  put_line (self, self->matrix->title, STYLE_TITLE, 30);
  put_line (self, self->matrix->subtitle, STYLE_SUBTITLE, 18);
  put_line (self, legend, STYLE_LEGEND, 16);
  put_head (self);

  first_row = self->next;
  for (guint i = 0; i < n_rows && self->rc == LXW_NO_ERROR; i++)
    {
      if (!_yd_export_step_of (self->job, i, n_rows, error))
        return FALSE;

      put_row (self, _yd_matrix_sheet_row (self->matrix, i));
    }
  add_colours (self, first_row);
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->matrix, sum))
      put_foot_row (self, sum);

  return _yd_xlsx_is_well (self->rc, error);
}

static gboolean
fill (lxw_workbook  *workbook,
      gpointer       data,
      guint         *n_rows,
      GError       **error)
{
  Xlsx *self = data;

  self->workbook = workbook;
  self->sheet = workbook_add_worksheet (workbook, "任务分工表");
  make_formats (self);
  if (!write_sheet (self, error))
    return FALSE;

  *n_rows = self->next;

  return TRUE;
}

static gboolean
check_size (Xlsx    *self,
            GError **error)
{
  if (self->n_columns <= MAX_COLUMNS)
    return TRUE;

  g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE,
               _("The table has %u columns, and a sheet holds %d. Show a part of it"),
               self->n_columns, MAX_COLUMNS);

  return FALSE;
}

/* Writes @data, a #YdMatrixSheet. */
gboolean
_yd_matrix_write_xlsx (const YdExportJob  *job,
                       gconstpointer       data,
                       YdPaper             paper,
                       GError            **error)
{
  const YdMatrixSheet *matrix = data;
  Xlsx self = { .job = job, .matrix = matrix, .paper = paper };

  self.first_unit = LABEL_COLUMNS + (has_lights (&self) ? 2 : 0);
  self.first_sum = self.n_columns = self.first_unit + matrix->columns->len;
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    self.n_columns += _yd_matrix_sheet_has_sum (matrix, sum);
  self.is_large = (gsize) matrix->rows->len * matrix->columns->len > MANY_CELLS;

  return check_size (&self, error) &&
         _yd_xlsx_build (job, matrix->title, FALSE, fill, &self, error);
}
