/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-seriation-private.h"

#include <string.h>

/* Tables whose order is known are shuffled, and the order is to be found again. */

#define MAX_N 400

typedef struct
{
  guint     n_rows;
  guint     n_columns;
  guint    *rows;               /* which row stands where, and so on */
  guint    *columns;
  gboolean *marks;
} Table;

static Table *
table_new (guint n_rows,
           guint n_columns)
{
  Table *table = g_new0 (Table, 1);

  table->n_rows = n_rows;
  table->n_columns = n_columns;
  table->rows = g_new (guint, n_rows);
  table->columns = g_new (guint, n_columns);
  table->marks = g_new0 (gboolean, n_rows * n_columns);

  for (guint i = 0; i < n_rows; i++)
    table->rows[i] = i;
  for (guint i = 0; i < n_columns; i++)
    table->columns[i] = i;

  return table;
}

static void
table_free (Table *table)
{
  g_free (table->rows);
  g_free (table->columns);
  g_free (table->marks);
  g_free (table);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static void
mark (Table *table,
      guint  row,
      guint  column)
{
  table->marks[row * table->n_columns + column] = TRUE;
}

static void
shuffle (guint *places,
         guint  n,
         GRand *rand)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = g_rand_int_range (rand, 0, i), place = places[i - 1];

      places[i - 1] = places[other];
      places[other] = place;
    }
}

/* Returns: (transfer full): run, with rows and columns given in another order */
static YdSeriation *
run (Table *table,
     guint  seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  YdSeriation *seriation = _yd_seriation_new (table->n_columns);

  shuffle (table->rows, table->n_rows, rand);
  shuffle (table->columns, table->n_columns, rand);
  g_rand_free (rand);

  for (guint r = 0; r < table->n_rows; r++)
    {
      _yd_seriation_begin_row (seriation);
      for (guint c = 0; c < table->n_columns; c++)
        if (table->marks[table->rows[r] * table->n_columns + table->columns[c]])
          _yd_seriation_add (seriation, c);
    }
  _yd_seriation_run (seriation);

  return seriation;
}

/* @found[rank] is which column of the table it is. */
static void
read_columns (Table       *table,
              YdSeriation *seriation,
              guint       *found)
{
  memset (found, 0xff, table->n_columns * sizeof *found);
  for (guint c = 0; c < table->n_columns; c++)
    {
      guint rank = _yd_seriation_get_column_rank (seriation, c);

      g_assert_cmpuint (rank, <, table->n_columns);
      g_assert_cmpuint (found[rank], ==, G_MAXUINT);
      found[rank] = table->columns[c];
    }
}

static void
read_rows (Table       *table,
           YdSeriation *seriation,
           guint       *found)
{
  memset (found, 0xff, table->n_rows * sizeof *found);
  for (guint r = 0; r < table->n_rows; r++)
    {
      guint rank = _yd_seriation_get_row_rank (seriation, r);

      g_assert_cmpuint (rank, <, table->n_rows);
      g_assert_cmpuint (found[rank], ==, G_MAXUINT);
      found[rank] = table->rows[r];
    }
}

/* How often neighbours are of two blocks. */
static guint
count_changes (const guint *found,
               guint        n,
               guint        size)
{
  guint changes = 0;

  for (guint i = 1; i < n; i++)
    changes += found[i] / size != found[i - 1] / size;

  return changes;
}

/* A band has one order, and its reverse. */
static void
test_band (gconstpointer data)
{
  const guint n = GPOINTER_TO_UINT (data);

  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr(Table) table = table_new (n, n);
      g_autoptr(YdSeriation) seriation = NULL;
      guint found[MAX_N];
      gboolean reversed;

      for (guint r = 0; r < n; r++)
        for (guint c = r; c < MIN (r + 4, n); c++)
          mark (table, r, c);

      seriation = run (table, seed);
      read_columns (table, seriation, found);
      reversed = found[0] > found[n - 1];
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (found[i], ==, reversed ? n - 1 - i : i);

      /* The last rows have no others around them that tell which is which. */
      read_rows (table, seriation, found);
      for (guint i = 4; i + 4 < n; i++)
        g_assert_cmpuint (found[i], ==, reversed ? n - 1 - i : i);
    }
}

/* Blocks that one column has in common: it comes first, and each block stands together. */
static void
test_blocks (void)
{
  const guint n_blocks = 8, size = 6, n = n_blocks * size;

  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr(Table) table = table_new (n, n + 1);
      g_autoptr(YdSeriation) seriation = NULL;
      guint found[MAX_N];

      for (guint r = 0; r < n; r++)
        {
          mark (table, r, n);
          for (guint c = 0; c < size; c++)
            if ((r * 7 + c * 3) % 5 != 0)
              mark (table, r, r / size * size + c);
        }

      seriation = run (table, seed);
      read_columns (table, seriation, found);
      g_assert_cmpuint (found[0], ==, n);
      g_assert_cmpuint (count_changes (found + 1, n, size), ==, n_blocks - 1);
      read_rows (table, seriation, found);
      g_assert_cmpuint (count_changes (found, n, size), ==, n_blocks - 1);
    }
}

/* Some marks outside the blocks tie them all together, and the blocks still show, though one
 * column may have more in common with another one. */
static void
test_noise (void)
{
  const guint n_blocks = 10, size = 8, n = n_blocks * size;

  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr(Table) table = table_new (n, n);
      g_autoptr(YdSeriation) seriation = NULL;
      GRand *rand = g_rand_new_with_seed (seed + 100);
      guint found[MAX_N];

      for (guint r = 0; r < n; r++)
        for (guint c = 0; c < size; c++)
          if (g_rand_int_range (rand, 0, 10) < 7)
            mark (table, r, r / size * size + c);
      for (guint i = 0; i < n / 2; i++)
        mark (table, g_rand_int_range (rand, 0, n), g_rand_int_range (rand, 0, n));
      g_rand_free (rand);

      seriation = run (table, seed);
      read_columns (table, seriation, found);
      g_assert_cmpuint (count_changes (found, n, size), <=, n_blocks);
    }
}

/* What has no marks comes last; the same table has the same order each time. */
static void
test_empty (void)
{
  g_autoptr(Table) table = table_new (6, 6);
  g_autoptr(YdSeriation) seriation = NULL, nothing = _yd_seriation_new (0);
  guint found[6];

  mark (table, 2, 3);
  seriation = run (table, 1);
  read_columns (table, seriation, found);
  g_assert_cmpuint (found[0], ==, 3);
  read_rows (table, seriation, found);
  g_assert_cmpuint (found[0], ==, 2);

  _yd_seriation_run (nothing);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/seriation/band/12", GUINT_TO_POINTER (12), test_band);
  g_test_add_data_func ("/seriation/band/200", GUINT_TO_POINTER (200), test_band);
  g_test_add_func ("/seriation/blocks", test_blocks);
  g_test_add_func ("/seriation/noise", test_noise);
  g_test_add_func ("/seriation/empty", test_empty);

  return g_test_run ();
}
