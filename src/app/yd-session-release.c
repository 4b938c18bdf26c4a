/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include "yd-release.h"

/* A plan of 100,000 points is 700,000 objects: to let go of them at once would hold
 * the window for more than a second, so they go a slice at a time.
 */

#define MANY_ROWS 20000

static guint
count_rows (YdSpace *space)
{
  guint n = 0;

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    n += yd_space_get_n_rows (space, kind);

  return n;
}

/**
 * _yd_session_release_plan:
 * @plan: (transfer full): a plan that is shown no more
 *
 * Lets go of @plan without holding the window.
 */
void
_yd_session_release_plan (YdPlan *plan)
{
  g_autoptr(YdPlan) taken = plan;
  GPtrArray *rows;

  if (count_rows (YD_SPACE (plan)) < MANY_ROWS)
    return;

  /* Parents hold their children, so all are held here until they go one by one. */
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) some = yd_space_list_rows (YD_SPACE (plan), kind);

      for (guint i = 0; i < some->len; i++)
        g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (some, i)));
    }

  yd_release_slowly (rows);
}
