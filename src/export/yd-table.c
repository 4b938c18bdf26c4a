/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table.h"

#include <string.h>

#include "yd-cell-text-private.h"

/* A hundred thousand rows of ten columns are a million cells, so a cell is 16 bytes and its text
 * lies in a chunk with the others. */
typedef struct
{
  const char *text;
  guint32     len;          /* bytes */
  guint8      role;
  guint8      continues;
} Slot;

typedef struct
{
  guint32 slot;             /* its first one */
  guint32 level;            /* of a band, from 1; 0 for a row of cells */
} Row;

typedef struct
{
  const char *heading;
  guint       first;
  guint       n_columns;
} Group;

/**
 * YdTable:
 *
 * A table as an office prints it: a title, columns, rows, and bands that reach
 * over the whole width. Writers know tables and nothing else. Rows are appended
 * and never changed; whoever has a reference and appends no more may read from
 * any thread.
 *
 * Texts are made fit for every format when they come in: valid UTF-8, line
 * ends \n, no control characters but \n and \t.
 */
struct _YdTable
{
  gatomicrefcount ref_count;

  GStringChunk *texts;
  const char   *name;
  const char   *title;
  const char   *subtitle;
  GPtrArray    *notes;
  GArray       *columns;
  GArray       *groups;
  GArray       *rows;
  GArray       *slots;
  YdPageStyle  *style;
  gboolean      merged;     /* some cell continues the one above */
};

G_DEFINE_BOXED_TYPE (YdTable, yd_table, yd_table_ref, yd_table_unref)

static const char *
keep_text (YdTable    *self,
           const char *text,
           gsize      *len)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    {
      if (len != NULL)
        *len = 0;
      return "";
    }

  clean = _yd_cell_text_clean (text);
  if (clean != NULL)
    text = clean;

  if (len == NULL)
    return g_string_chunk_insert (self->texts, text);

  *len = strlen (text);
  return g_string_chunk_insert_len (self->texts, text, *len);
}

static void
append_slot (YdTable      *self,
             const YdCell *cell)
{
  Slot slot = { .role = cell->role, .continues = cell->continues };
  gsize len = 0;

  if (cell->continues)
    {
      const Slot *above = &g_array_index (self->slots, Slot,
                                          self->slots->len - self->columns->len);

      slot.text = above->text;
      slot.len = above->len;
      slot.role = above->role;
      self->merged = TRUE;
    }
  else
    {
      slot.text = keep_text (self, cell->text, &len);
      slot.len = (guint32) MIN (len, G_MAXUINT32);
    }

  g_array_append_val (self->slots, slot);
}

static const Row *
get_row (YdTable *self,
         guint    row)
{
  return &g_array_index (self->rows, Row, row);
}

/**
 * yd_table_new:
 * @name: a short name, as on the tab of a spreadsheet
 * @title: what stands above the table
 *
 * Returns: (transfer full): a table without columns
 */
YdTable *
yd_table_new (const char *name,
              const char *title)
{
  YdTable *self;

  g_return_val_if_fail (name != NULL && title != NULL, NULL);

  self = g_new0 (YdTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (64 * 1024);
  self->notes = g_ptr_array_new ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (YdColumn));
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  self->style = yd_page_style_new ();
  self->name = keep_text (self, name, NULL);
  self->title = keep_text (self, title, NULL);

  return self;
}

YdTable *
yd_table_ref (YdTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yd_table_unref (YdTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->columns);
  g_array_unref (self->groups);
  g_array_unref (self->rows);
  g_array_unref (self->slots);
  yd_page_style_free (self->style);
  g_free (self);
}

/**
 * yd_table_set_subtitle:
 * @self: a table
 * @subtitle: (nullable): a line below the title, such as the document's number
 */
void
yd_table_set_subtitle (YdTable    *self,
                       const char *subtitle)
{
  g_return_if_fail (self != NULL);

  self->subtitle = subtitle != NULL ? keep_text (self, subtitle, NULL) : NULL;
}

/**
 * yd_table_add_note:
 * @self: a table
 * @note: a paragraph below the table
 */
void
yd_table_add_note (YdTable    *self,
                   const char *note)
{
  g_return_if_fail (self != NULL && note != NULL);

  g_ptr_array_add (self->notes, (gpointer) keep_text (self, note, NULL));
}

/**
 * yd_table_add_column:
 * @self: a table without rows
 * @key: a stable name, for programs
 * @heading: what stands in the header row
 * @weight: its share of the width, against those of the other columns
 * @align: how its cells are set
 */
void
yd_table_add_column (YdTable    *self,
                     const char *key,
                     const char *heading,
                     double      weight,
                     YdAlign     align)
{
  YdColumn column = { .weight = weight, .align = align };

  g_return_if_fail (self != NULL && self->rows->len == 0);
  g_return_if_fail (key != NULL && heading != NULL && weight > 0);

  column.key = keep_text (self, key, NULL);
  column.heading = keep_text (self, heading, NULL);
  g_array_append_val (self->columns, column);
}

/**
 * yd_table_add_group:
 * @self: a table
 * @heading: what stands above the headings of the columns
 * @first: the first column of the group
 * @n_columns: how many, at least 2
 *
 * Puts a heading over several columns; the header then has two rows. Groups are
 * added from left to right and do not overlap.
 */
void
yd_table_add_group (YdTable    *self,
                    const char *heading,
                    guint       first,
                    guint       n_columns)
{
  Group group = { .first = first, .n_columns = n_columns };

  g_return_if_fail (self != NULL && heading != NULL);
  g_return_if_fail (n_columns >= 2 && first + n_columns <= self->columns->len);

  group.heading = keep_text (self, heading, NULL);
  g_array_append_val (self->groups, group);
}

/**
 * yd_table_append_band:
 * @self: a table
 * @level: 1 for a chapter, 2 for what stands below one
 * @text: what the band says
 *
 * Appends a row that reaches over all columns.
 */
void
yd_table_append_band (YdTable    *self,
                      guint       level,
                      const char *text)
{
  const YdCell cell = { .text = text };
  Row row = { .level = level };

  g_return_if_fail (self != NULL && level > 0);

  row.slot = self->slots->len;
  append_slot (self, &cell);
  g_array_append_val (self->rows, row);
}

/**
 * yd_table_append_row:
 * @self: a table
 * @texts: as many texts as there are columns; %NULL is an empty cell
 */
void
yd_table_append_row (YdTable            *self,
                     const char * const *texts)
{
  Row row = { 0 };

  g_return_if_fail (self != NULL && texts != NULL);

  row.slot = self->slots->len;
  for (guint i = 0; i < self->columns->len; i++)
    append_slot (self, &(YdCell) { .text = texts[i] });
  g_array_append_val (self->rows, row);
}

/**
 * yd_table_append_cells:
 * @self: a table
 * @cells: as many cells as there are columns
 *
 * Appends a row of which some cells have a role or continue those above, which
 * they may do when the row above is one of cells too.
 */
void
yd_table_append_cells (YdTable      *self,
                       const YdCell *cells)
{
  Row row = { 0 };
  gboolean below_cells;

  g_return_if_fail (self != NULL && cells != NULL);

  below_cells = self->rows->len > 0 && get_row (self, self->rows->len - 1)->level == 0;
  row.slot = self->slots->len;
  for (guint i = 0; i < self->columns->len; i++)
    {
      YdCell cell = cells[i];

      cell.continues = cell.continues && below_cells;
      append_slot (self, &cell);
    }
  g_array_append_val (self->rows, row);
}

/**
 * yd_table_get_style:
 * @self: a table
 *
 * Returns: (transfer none): the style, which may be changed before writing
 */
YdPageStyle *
yd_table_get_style (YdTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->style;
}

const char *
yd_table_get_name (YdTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
yd_table_get_title (YdTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * yd_table_get_subtitle:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the line below the title
 */
const char *
yd_table_get_subtitle (YdTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subtitle;
}

guint
yd_table_get_n_notes (YdTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

const char *
yd_table_get_note (YdTable *self,
                   guint    n)
{
  g_return_val_if_fail (self != NULL && n < self->notes->len, NULL);

  return g_ptr_array_index (self->notes, n);
}

guint
yd_table_get_n_columns (YdTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * yd_table_get_column:
 * @self: a table
 * @n: which column
 *
 * Returns: the column; its texts belong to the table
 */
YdColumn
yd_table_get_column (YdTable *self,
                     guint    n)
{
  g_return_val_if_fail (self != NULL && n < self->columns->len, ((YdColumn) { 0 }));

  return g_array_index (self->columns, YdColumn, n);
}

gboolean
yd_table_has_groups (YdTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->groups->len > 0;
}

/**
 * yd_table_get_group:
 * @self: a table
 * @column: a column
 * @first: (out) (optional): the group's first column
 * @n_columns: (out) (optional): how many it has
 *
 * Returns: (transfer none) (nullable): the heading of the group @column is in
 */
const char *
yd_table_get_group (YdTable *self,
                    guint    column,
                    guint   *first,
                    guint   *n_columns)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      if (column < group->first || column >= group->first + group->n_columns)
        continue;

      if (first != NULL)
        *first = group->first;
      if (n_columns != NULL)
        *n_columns = group->n_columns;
      return group->heading;
    }

  return NULL;
}

guint
yd_table_get_n_rows (YdTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * yd_table_get_band:
 * @self: a table
 * @row: which row
 * @level: (out) (optional): its level, from 1
 *
 * Returns: (transfer none) (nullable): the band's text; %NULL when the row is
 *   one of cells
 */
const char *
yd_table_get_band (YdTable *self,
                   guint    row,
                   guint   *level)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  if (get_row (self, row)->level == 0)
    return NULL;

  if (level != NULL)
    *level = get_row (self, row)->level;

  return g_array_index (self->slots, Slot, get_row (self, row)->slot).text;
}

/**
 * yd_table_has_merged_cells:
 * @self: a table
 *
 * Returns: whether some cell continues the one above
 */
gboolean
yd_table_has_merged_cells (YdTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->merged;
}

/**
 * yd_table_get_cell:
 * @self: a table
 * @row: a row that is no band
 * @column: which column
 *
 * Returns: the cell; a cell that continues the one above has its text
 */
YdCell
yd_table_get_cell (YdTable *self,
                   guint    row,
                   guint    column)
{
  const Slot *slot;

  g_return_val_if_fail (self != NULL && row < self->rows->len, ((YdCell) { 0 }));
  g_return_val_if_fail (column < self->columns->len, ((YdCell) { 0 }));

  slot = &g_array_index (self->slots, Slot, get_row (self, row)->slot + column);

  return (YdCell) { slot->text, slot->role, slot->continues };
}

/**
 * yd_table_get_text:
 * @self: a table
 * @row: a row that is no band
 * @column: which column
 * @len: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the cell's text, never %NULL
 */
const char *
yd_table_get_text (YdTable *self,
                   guint    row,
                   guint    column,
                   gsize   *len)
{
  const Slot *slot;

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  slot = &g_array_index (self->slots, Slot, get_row (self, row)->slot + column);
  if (len != NULL)
    *len = slot->len;

  return slot->text;
}
