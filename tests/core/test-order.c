/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-order.h"

#include <string.h>

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = g_test_rand_int_range (0, 256);
}

/* Repeatable, by the seed of the test. */
static const YdIdSource source = { NULL, get_random, NULL };

static void
assert_key (const char *key)
{
  gsize len = strspn (key, G_CSET_DIGITS G_CSET_A_2_Z G_CSET_a_2_z);

  g_assert_cmpuint (len, ==, strlen (key));
  g_assert_cmpuint (len, >=, 3);
  g_assert_cmpint (key[len - 1], !=, '0');
}

static const char *
get_at (GPtrArray *keys,
        guint      i)
{
  return i < keys->len ? g_ptr_array_index (keys, i) : NULL;
}

static guint
insert_at (GPtrArray *keys,
           guint      i)
{
  const char *before = i > 0 ? get_at (keys, i - 1) : NULL;
  const char *after = get_at (keys, i);
  char *key = yd_order_between (before, after, &source);

  assert_key (key);
  g_assert_true (before == NULL || strcmp (before, key) < 0);
  g_assert_true (after == NULL || strcmp (key, after) < 0);
  g_ptr_array_insert (keys, i, key);

  return strlen (key);
}

typedef enum { ANYWHERE, AT_END, AT_TOP, BEHIND_FIRST, BEFORE_LAST, IN_MIDDLE } Place;

typedef struct
{
  const char *path;
  Place       place;
  guint       n;
  guint       longest;
} GrowCase;

static const GrowCase grow_cases[] = {
  { "/order/anywhere",     ANYWHERE,     10000, 16 },
  { "/order/at-end",       AT_END,       10000, 6 },
  { "/order/at-top",       AT_TOP,       10000, 6 },
  { "/order/behind-first", BEHIND_FIRST, 120,   40 },
  { "/order/before-last",  BEFORE_LAST,  120,   40 },
  { "/order/in-middle",    IN_MIDDLE,    120,   40 },
};

static guint
get_place (Place place,
           guint len)
{
  switch (place)
    {
    case ANYWHERE:
      return g_test_rand_int_range (0, len + 1);
    case AT_TOP:
      return 0;
    case BEHIND_FIRST:
      return MIN (len, 1);
    case BEFORE_LAST:
      return len - MIN (len, 1);
    case IN_MIDDLE:
      return len / 2;
    case AT_END:
    default:
      return len;
    }
}

static void
test_grow (gconstpointer data)
{
  const GrowCase *grow = data;
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint longest = 0;

  for (guint i = 0; i < grow->n; i++)
    {
      guint len = insert_at (keys, get_place (grow->place, i));

      longest = MAX (longest, len);
    }

  g_test_message ("%u keys, the longest has %u", grow->n, longest);
  g_assert_cmpuint (longest, <=, grow->longest);
}

static void
test_nth (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      char *key = yd_order_nth (i, n, &source);

      assert_key (key);
      g_assert_true (last == NULL || strcmp (last, key) < 0);
      g_assert_cmpuint (strlen (key), <=, 6);
      g_free (last);
      last = key;
    }
}

/* Siblings that are made at once leave room at both ends and between. */
static void
test_nth_room (void)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (keys, yd_order_nth (i, 100, &source));
  for (guint i = 0; i < 1000; i++)
    insert_at (keys, g_test_rand_int_range (0, keys->len + 1));
}

/* Keys that others made may be equal, turned round, or leave no room. */
static void
test_strange (void)
{
  static const struct { const char *before, *after; } strange[] = {
    { "V", "V" }, { "b", "a" }, { "V", "V0" }, { NULL, "0" }, { NULL, "0000" }, { "zzzz", NULL },
    { "0", "00" }, { "z", NULL }, { "a0", "a1" }, { "a", "a1" }, { "", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autofree char *key = yd_order_between (strange[i].before, strange[i].after, &source);

      assert_key (key);
      g_assert_cmpuint (strlen (key), <=, 10);
      g_assert_true (strange[i].before == NULL || strcmp (strange[i].before, key) < 0);
    }
}

/* Two people who insert at one place at once do not get the same key. */
static void
test_apart (void)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20; i++)
    g_hash_table_add (keys, yd_order_between ("V", "W", &source));

  g_assert_cmpuint (g_hash_table_size (keys), >, 15);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (grow_cases); i++)
    g_test_add_data_func (grow_cases[i].path, &grow_cases[i], test_grow);

  g_test_add_data_func ("/order/nth/1", GUINT_TO_POINTER (1), test_nth);
  g_test_add_data_func ("/order/nth/61", GUINT_TO_POINTER (61), test_nth);
  g_test_add_data_func ("/order/nth/120000", GUINT_TO_POINTER (120000), test_nth);
  g_test_add_func ("/order/nth/room", test_nth_room);
  g_test_add_func ("/order/strange", test_strange);
  g_test_add_func ("/order/apart", test_apart);

  return g_test_run ();
}
