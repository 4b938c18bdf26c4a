/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-take.h"

static gint64
get_msec (gpointer user_data)
{
  static gint64 msec = 1500000000000;

  return msec++;
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint8 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = next++;
}

/* Without chance, and each id later than the one before. */
const YdIdSource yd_test_ids = { get_msec, get_random, NULL };

/**
 * yd_test_take:
 * @space: a #YdSpace
 * @edit: (transfer full): an edit, complete but not sealed, which cannot be refused
 *
 * Applies @edit.
 *
 * Returns: how many values it changed
 */
guint
yd_test_take (gpointer  space,
              YdEdit   *edit)
{
  g_autoptr(YdEdit) owned = edit;
  g_autofree char *id = yd_id_new (&yd_test_ids);
  GError *error = NULL;
  guint n;

  yd_edit_seal (edit, id);
  yd_edit_get_changes (edit, &n);
  yd_space_apply (space, edit, &error);
  g_assert_no_error (error);

  return n;
}

/* Returns: the moment that @text is, such as `2017-06-01T14:20` */
YdMoment
yd_test_moment (const char *text)
{
  const YdMoment found = yd_moment_read (text, YD_MOMENT_NONE);

  g_assert_true (yd_moment_is_known (found));

  return found;
}
