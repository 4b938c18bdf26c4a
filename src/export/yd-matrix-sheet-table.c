/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet-private.h"

/* A matrix as a plain table: for other programs, or to be looked at with none. The words in it are
 * not translated.
 */

typedef struct
{
  const YdMatrixSheet *sheet;
  YdTable             *table;
  YdCell              *cells;           /* of one row */
  guint                n_cells;
  guint                first_unit;
  GStringChunk        *texts;
} Maker;

static void
add_columns (Maker *self)
{
  const YdMatrixSheet *sheet = self->sheet;

  yd_table_add_column (self->table, "number", "序号", 1, YD_ALIGN_CENTER);
  yd_table_add_column (self->table, "task", _yd_matrix_sheet_get_row_head (sheet), 6,
                       YD_ALIGN_START);
  if (_yd_matrix_sheet_has_light_columns (sheet))
    {
      yd_table_add_column (self->table, "due", "完成时限", 2, YD_ALIGN_CENTER);
      yd_table_add_column (self->table, "status", "状态", 1, YD_ALIGN_CENTER);
    }
  for (guint i = 0; i < sheet->columns->len; i++)
    yd_table_add_column (self->table, _yd_matrix_sheet_column (sheet, i)->name,
                         _yd_matrix_sheet_column (sheet, i)->name, 1, YD_ALIGN_CENTER);
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (sheet, sum))
      yd_table_add_column (self->table, _yd_matrix_sheet_sum_head (sum),
                           _yd_matrix_sheet_sum_head (sum), 1, YD_ALIGN_CENTER);
}

static void
begin_row (Maker      *self,
           const char *number,
           const char *title)
{
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i] = (YdCell) { NULL };
  self->cells[0].text = number;
  self->cells[1].text = title;
}

/* How each point stands, where they are columns. */
static void
add_light_lines (Maker *self)
{
  const guint n = self->sheet->columns->len;

  begin_row (self, NULL, "完成时限");
  for (guint i = 0; i < n; i++)
    self->cells[2 + i].text = _yd_matrix_sheet_column (self->sheet, i)->due;
  yd_table_append_cells (self->table, self->cells);

  begin_row (self, NULL, "状态");
  for (guint i = 0; i < n; i++)
    self->cells[2 + i].text =
      _yd_matrix_sheet_light (_yd_matrix_sheet_column (self->sheet, i)->light);
  yd_table_append_cells (self->table, self->cells);
}

static void
set_marks (Maker            *self,
           const YdSheetRow *row)
{
  for (guint i = row->first; i < row->first + row->n_marks; i++)
    {
      const YdSheetMark *mark = _yd_matrix_sheet_mark (self->sheet, i);
      g_autofree char *text = _yd_matrix_sheet_dup_mark (mark);
      YdCell *cell = &self->cells[self->first_unit + mark->column];

      cell->text = g_string_chunk_insert_const (self->texts, text);
      cell->role = YD_CELL_MARK;
    }
}

static void
set_sums (Maker            *self,
          const YdSheetRow *row)
{
  YdCell *cell = &self->cells[self->first_unit + self->sheet->columns->len];

  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->sheet, sum))
      {
        const guint count = _yd_matrix_sheet_get_sum (&row->counts, sum);
        g_autofree char *text = g_strdup_printf ("%u", count);

        cell->text = count > 0 ? g_string_chunk_insert_const (self->texts, text) : NULL;
        cell++;
      }
}

static void
add_row (Maker            *self,
         const YdSheetRow *row)
{
  begin_row (self, row->number, row->title);
  if (_yd_matrix_sheet_has_light_columns (self->sheet))
    {
      self->cells[2].text = row->due;
      self->cells[3].text = row->is_head && !row->is_folded ? NULL
                                                            : _yd_matrix_sheet_light (row->light);
    }
  set_marks (self, row);
  set_sums (self, row);
  yd_table_append_cells (self->table, self->cells);
}

/*
 * _yd_matrix_make_table:
 * @sheet: a sheet
 * @has_light_lines: whether the lines with days and lights, which have no place of their own in a
 *   table, may be its first rows; a program would take them for units
 *
 * Returns: (transfer full): the table
 */
YdTable *
_yd_matrix_make_table (const YdMatrixSheet *sheet,
                       gboolean             has_light_lines)
{
  const guint first_unit = _yd_matrix_sheet_has_light_columns (sheet) ? 4 : 2;
  const guint n_cells = first_unit + sheet->columns->len + YD_N_SUMS;
  g_autoptr(YdTable) table = yd_table_new ("任务分工表", sheet->title);
  g_autoptr(GStringChunk) texts = g_string_chunk_new (4096);
  g_autofree YdCell *cells = g_new0 (YdCell, n_cells);
  Maker maker = { sheet, table, cells, n_cells, first_unit, texts };

  yd_table_set_subtitle (table, sheet->subtitle);
  add_columns (&maker);
  if (has_light_lines && _yd_matrix_sheet_has_light_lines (sheet))
    add_light_lines (&maker);
  for (guint i = 0; i < sheet->rows->len; i++)
    add_row (&maker, _yd_matrix_sheet_row (sheet, i));

  return g_steal_pointer (&table);
}
