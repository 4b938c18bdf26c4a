/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-pages-private.h"

#include "yd-table-layout-private.h"

/**
 * YdTablePages:
 *
 * A table on A4 sheets. The head is repeated on each; a row stays in one piece unless it nearly
 * fills a sheet; a band goes with what follows it. All lines of a kind of text are as far from
 * each other, so a row that is parted goes on with the line that comes next in each cell.
 */

G_DEFINE_FINAL_TYPE (YdTablePages, yd_table_pages, YD_TYPE_PAGES)

static void
make_edges (YdTablePages *self)
{
  const double width = yd_page_style_get_width (self->style);
  g_autofree guint *twips = _yd_table_dup_widths (self->table, (guint) (width * YD_TWIPS));

  self->left = self->style->left * YD_POINTS_PER_MM;
  self->edges = g_new0 (double, self->n_columns + 1);
  self->edges[0] = self->left;
  for (guint i = 0; i < self->n_columns; i++)
    self->edges[i + 1] = self->edges[i] + (double) twips[i] / YD_TWIPS;
}

/* What an item is set in. */
YdFontRole
_yd_table_pages_get_font (YdTablePages *self,
                          guint         item)
{
  guint level;

  if (item >= self->n_rows)
    return YD_FONT_NOTE;
  if (yd_table_get_band (self->table, item, &level) == NULL)
    return YD_FONT_BODY;

  return level == 1 ? YD_FONT_BAND : YD_FONT_SUBBAND;
}

/* What is left free above the text of an item, and as much below it. */
double
_yd_table_pages_get_pad (YdTablePages *self,
                         guint         item)
{
  return item < self->n_rows ? YD_CELL_ABOVE : 0;
}

/* Whether the item is a row of cells: neither a band nor a note. */
gboolean
_yd_table_pages_is_cells (YdTablePages *self,
                          guint         item)
{
  return item < self->n_rows && yd_table_get_band (self->table, item, NULL) == NULL;
}

double
_yd_table_pages_get_pitch (YdTablePages *self,
                           YdFontRole    font)
{
  return _yd_page_text_get_pitch (self->texts[font]);
}

/* Returns: how many lines of @width points the text makes; they hold until the next call for
 *   the same font */
guint
_yd_table_pages_set_text (YdTablePages *self,
                          YdFontRole    font,
                          const char   *text,
                          double        width)
{
  return _yd_page_text_set (self->texts[font], text, width, FALSE);
}

/* The same for a cell of the body. */
guint
_yd_table_pages_set_cell (YdTablePages *self,
                          guint         row,
                          guint         column)
{
  const YdCell cell = yd_table_get_cell (self->table, row, column);
  const double width = self->edges[column + 1] - self->edges[column] - 2 * YD_CELL_BESIDE;

  return _yd_page_text_set (self->texts[YD_FONT_BODY], cell.text, width,
                            cell.role == YD_CELL_STRONG);
}

static guint
yd_table_pages_get_n_pages (YdPages *pages)
{
  return YD_TABLE_PAGES (pages)->pages->len;
}

static void
yd_table_pages_get_size (YdPages *pages,
                         guint    page,
                         double  *width,
                         double  *height)
{
  const gboolean landscape = YD_TABLE_PAGES (pages)->style->landscape;

  *width = landscape ? YD_A4_LONG : YD_A4_SHORT;
  *height = landscape ? YD_A4_SHORT : YD_A4_LONG;
}

static void
yd_table_pages_draw (YdPages *pages,
                     guint    page,
                     cairo_t *cr)
{
  _yd_table_pages_draw (YD_TABLE_PAGES (pages), page, cr);
}

static void
yd_table_pages_finalize (GObject *object)
{
  YdTablePages *self = YD_TABLE_PAGES (object);

  for (guint i = 0; i < YD_N_FONTS; i++)
    _yd_page_text_free (self->texts[i]);
  g_clear_pointer (&self->style, yd_page_style_free);
  g_free (self->heading);
  g_free (self->edges);
  g_free (self->n_lines);
  g_array_unref (self->pieces);
  g_array_unref (self->pages);
  g_clear_pointer (&self->table, yd_table_unref);

  G_OBJECT_CLASS (yd_table_pages_parent_class)->finalize (object);
}

static void
yd_table_pages_class_init (YdTablePagesClass *klass)
{
  YdPagesClass *pages_class = YD_PAGES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yd_table_pages_finalize;
  pages_class->get_n_pages = yd_table_pages_get_n_pages;
  pages_class->get_size = yd_table_pages_get_size;
  pages_class->draw = yd_table_pages_draw;
}

static void
yd_table_pages_init (YdTablePages *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (YdPiece));
  self->pages = g_array_new (FALSE, FALSE, sizeof (YdTablePage));
}

static YdPages *
lay_out (const YdExportJob  *job,
         GError            **error)
{
  g_autoptr(YdTablePages) self = g_object_new (YD_TYPE_TABLE_PAGES, "title",
                                               yd_table_get_title (job->table), NULL);

  self->table = yd_table_ref (job->table);
  self->style = yd_page_style_copy (yd_table_get_style (self->table));
  self->n_columns = yd_table_get_n_columns (self->table);
  self->n_rows = yd_table_get_n_rows (self->table);
  for (guint i = 0; i < YD_N_FONTS; i++)
    self->texts[i] = _yd_page_text_new (YD_PAGES (self), &self->style->fonts[i]);
  make_edges (self);

  return _yd_table_pages_break (self, job, error) ? YD_PAGES (g_steal_pointer (&self)) : NULL;
}

/**
 * yd_table_pages_new:
 * @table: a table to which nobody appends any more, with the style of its pages
 * @cancellable: (nullable): a way to stop, for large tables
 * @error: return location
 *
 * Lays the table out. It may be done in any thread, and the pages given to another.
 *
 * Returns: (transfer full): the pages, or %NULL with %G_IO_ERROR_CANCELLED
 */
YdPages *
yd_table_pages_new (YdTable       *table,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const YdExportJob job = { .table = table, .cancellable = cancellable };

  g_return_val_if_fail (table != NULL, NULL);

  return lay_out (&job, error);
}

static void
lay_out_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  YdPages *pages = yd_table_pages_new (task_data, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * yd_table_pages_new_async:
 * @table: as for yd_table_pages_new(); its style may not change before @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the pages are there
 * @user_data: data for @callback
 *
 * Lays the table out in another thread.
 */
void
yd_table_pages_new_async (YdTable             *table,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (table != NULL);

  g_task_set_source_tag (task, yd_table_pages_new_async);
  g_task_set_task_data (task, yd_table_ref (table), (GDestroyNotify) yd_table_unref);
  g_task_run_in_thread (task, lay_out_in_thread);
}

/* Returns: (transfer full): the pages, or %NULL with %G_IO_ERROR_CANCELLED */
YdPages *
yd_table_pages_new_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The pages are half of the work, and told of as if they were the second half of the rows. */
typedef struct
{
  const YdExportJob *job;
  guint              n_rows;
} Halves;

static void
first_half_cb (guint    n_done,
               guint    n_total,
               gpointer user_data)
{
  const Halves *self = user_data;

  self->job->progress (n_done / 2, self->n_rows, self->job->user_data);
}

static void
second_half_cb (guint    n_done,
                guint    n_total,
                gpointer user_data)
{
  const Halves *self = user_data;
  const guint half = self->n_rows / 2;

  self->job->progress (half + (guint) ((guint64) (self->n_rows - half) * n_done / n_total),
                       self->n_rows, self->job->user_data);
}

/**
 * yd_table_pages_write:
 * @table: a table
 * @stream: where to
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes the table as PDF.
 *
 * Returns: %FALSE with a #YdExportError or an error of GIO
 */
gboolean
yd_table_pages_write (YdTable           *table,
                      GOutputStream     *stream,
                      YdExportProgress   progress,
                      gpointer           user_data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  const YdExportJob job = { table, stream, progress, user_data, cancellable };
  Halves halves = { &job, yd_table_get_n_rows (table) };
  const YdExportJob first = { table, NULL, progress != NULL ? first_half_cb : NULL, &halves,
                              cancellable };
  g_autoptr(YdPages) pages = lay_out (&first, error);

  return pages != NULL && yd_pages_write_pdf (pages, stream, progress != NULL ? second_half_cb
                                                                              : NULL,
                                              &halves, cancellable, error);
}
