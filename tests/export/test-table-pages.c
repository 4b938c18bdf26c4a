/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "yd-sample-table.h"
#include "yd-table-pages-private.h"

/* Where the pages of a table end, and that nothing is lost there. */

#define N_SEEDS 60

static const char letters[] = "推进“放管服”改革信息公开，健全清单管理机制。";

static char *
make_text (GRand *rand,
           guint  most)
{
  GString *text = g_string_new (NULL);
  const guint n = (guint) g_rand_int_range (rand, 0, (int) most + 1);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (
      letters, g_rand_int_range (rand, 0, (int) g_utf8_strlen (letters, -1)))));

  return g_string_free (text, FALSE);
}

static void
append_random (YdTable *table,
               GRand   *rand)
{
  const guint most = g_rand_int_range (rand, 0, 8) == 0 ? 1500 : 60;
  g_autofree char *task = make_text (rand, 30);
  g_autofree char *text = make_text (rand, most);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      yd_table_append_band (table, 1 + (guint) g_rand_int_range (rand, 0, 2), task);
      break;

    case 1:
      yd_table_append_cells (table, (const YdCell[]) { { "1" }, { task }, { text } });
      yd_table_append_cells (table, (const YdCell[]) { { "2" }, { NULL, 0, TRUE }, { "乙" } });
      break;

    default:
      yd_table_append_row (table, (const char *[]) { "1", task, text });
      break;
    }
}

static YdTable *
make_random (guint seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  YdTable *table = yd_table_new ("表", "一张有许多行的表");
  const guint n_rows = (guint) g_rand_int_range (rand, 0, 60);

  yd_table_add_column (table, "a", "序号", 1, YD_ALIGN_CENTER);
  yd_table_add_column (table, "b", "任务", 4, YD_ALIGN_START);
  yd_table_add_column (table, "c", "内容", 9, YD_ALIGN_START);
  if (seed % 3 == 0)
    yd_table_add_group (table, "两列", 1, 2);
  for (guint i = 0; i < n_rows; i++)
    append_random (table, rand);
  for (guint i = 0; i < seed % 4; i++)
    yd_table_add_note (table, letters);
  yd_page_style_set_landscape (yd_table_get_style (table), seed % 2 == 0);
  if (seed % 5 > 2)
    yd_page_style_set_working (yd_table_get_style (table));

  return table;
}

static const YdPiece *
get_piece (YdTablePages *self,
           guint         n)
{
  return &g_array_index (self->pieces, YdPiece, n);
}

static const YdTablePage *
get_page (YdTablePages *self,
          guint         n)
{
  return &g_array_index (self->pages, YdTablePage, n);
}

static guint
get_end (YdTablePages *self,
         guint         page)
{
  return page + 1 < self->pages->len ? get_page (self, page + 1)->first : self->pieces->len;
}

/* Every line of every item has one place, and they follow each other. */
static void
assert_complete (YdTablePages *self)
{
  const guint n_items = self->n_rows + yd_table_get_n_notes (self->table);
  guint item = 0, line = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const YdPiece *piece = get_piece (self, i);

      g_assert_cmpuint (piece->item, ==, item);
      g_assert_cmpuint (piece->first_line, ==, line);
      g_assert_cmpuint (piece->n_lines, >, 0);
      line += piece->n_lines;
      if (line == self->n_lines[item])
        {
          item++;
          line = 0;
        }
    }
  g_assert_cmpuint (item, ==, n_items);
}

/* Pieces stand below each other inside the text area, and no page but the first is empty. */
static void
assert_inside (YdTablePages *self)
{
  const double bottom = self->style->top * YD_POINTS_PER_MM +
                        yd_page_style_get_height (self->style);

  for (guint page = 0; page < self->pages->len; page++)
    {
      double y = get_page (self, page)->top + self->group_height + self->head_height;

      if (page > 0)
        g_assert_cmpuint (get_end (self, page), >, get_page (self, page)->first);
      for (guint i = get_page (self, page)->first; i < get_end (self, page); i++)
        {
          g_assert_cmpfloat (fabs (get_piece (self, i)->y - y), <, 0.001);
          y += get_piece (self, i)->height;
        }
      g_assert_cmpfloat (y, <=, bottom + 0.001);
    }
}

/* A band is never the last of a page, and what is parted is long. */
static void
assert_kept_together (YdTablePages *self)
{
  const double capacity = yd_page_style_get_height (self->style) - self->group_height -
                          self->head_height;

  for (guint page = 0; page + 1 < self->pages->len; page++)
    {
      const YdPiece *last = get_piece (self, get_end (self, page) - 1);
      const gboolean parted = last->first_line + last->n_lines < self->n_lines[last->item];
      const double pitch = _yd_table_pages_get_pitch (self, YD_FONT_BODY);

      if (last->item + 1 < self->n_rows)
        g_assert_true (_yd_table_pages_is_cells (self, last->item));
      if (parted)
        g_assert_cmpfloat (self->n_lines[last->item] * pitch, >, capacity * 0.65);
    }
}

static void
test_places (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr(YdTable) table = make_random (seed);
      YdPages *pages = yd_table_pages_new (table, NULL, NULL);
      YdTablePages *self = YD_TABLE_PAGES (pages);

      assert_complete (self);
      assert_inside (self);
      assert_kept_together (self);
      g_assert_finalize_object (pages);
    }
}

/* What is measured short without being set is as long when it is set. */
static void
test_lines (void)
{
  for (guint seed = 0; seed < 10; seed++)
    {
      g_autoptr(YdTable) table = make_random (seed);
      g_autoptr(YdPages) pages = yd_table_pages_new (table, NULL, NULL);
      YdTablePages *self = YD_TABLE_PAGES (pages);

      for (guint row = 0; row < self->n_rows; row++)
        for (guint i = 0; _yd_table_pages_is_cells (self, row) && i < self->n_columns; i++)
          if (!yd_table_has_merged_cells (table))
            g_assert_cmpuint (_yd_table_pages_set_cell (self, row, i), <=, self->n_lines[row]);
    }
}

static void
test_sizes (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  double width, height;

  for (guint landscape = 0; landscape < 2; landscape++)
    {
      g_autoptr(YdPages) pages = NULL;

      yd_page_style_set_landscape (yd_table_get_style (table), landscape == 1);
      pages = yd_table_pages_new (table, NULL, NULL);
      yd_pages_get_size (pages, 0, &width, &height);
      g_assert_cmpfloat (width, ==, landscape == 1 ? 297 : 210);
      g_assert_cmpfloat (height, ==, landscape == 1 ? 210 : 297);
      g_assert_cmpstr (yd_pages_get_title (pages), ==, "特殊字符 & <测试> \"表\"");
    }
}

/* A table without a row is a page with a title and a head. */
static void
test_empty (void)
{
  g_autoptr(YdTable) table = yd_table_new ("表", "空表");
  g_autoptr(YdPages) pages = NULL;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();

  yd_table_add_column (table, "a", "序号", 1, YD_ALIGN_CENTER);
  pages = yd_table_pages_new (table, NULL, NULL);
  g_assert_cmpuint (yd_pages_get_n_pages (pages), ==, 1);
  g_assert_true (yd_pages_write_pdf (pages, stream, NULL, NULL, NULL, NULL));
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (n_done, >=, *last);
  g_assert_cmpuint (n_done, <=, n_total);
  g_assert_cmpuint (n_total, ==, 1100);
  *last = n_done;
}

static void
test_progress (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_large (1000, 2);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  guint last = 0;

  g_assert_true (yd_export_write (table, YD_FORMAT_PDF, stream, progress_cb, &last, NULL, NULL));
  g_assert_cmpuint (last, ==, 1100);

  g_cancellable_cancel (cancellable);
  g_assert_null (yd_table_pages_new (table, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-pages/places", test_places);
  g_test_add_func ("/table-pages/lines", test_lines);
  g_test_add_func ("/table-pages/sizes", test_sizes);
  g_test_add_func ("/table-pages/empty", test_empty);
  g_test_add_func ("/table-pages/progress", test_progress);

  return g_test_run ();
}
