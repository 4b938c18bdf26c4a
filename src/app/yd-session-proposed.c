/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include "yd-plan-edits.h"

/* How much is still to be checked. Liveness hangs on every row above, so after an
 * edit that may change it all is counted anew, when the window has nothing better to
 * do.
 */

/* To look up the row of each change of so many takes longer than to count. */
#define MANY_CHANGES 5000

void
_yd_session_set_n_proposed (YdSession *self,
                            guint      n)
{
  if (self->n_proposed == n)
    return;

  self->n_proposed = n;
  _yd_session_notify (self, YD_SESSION_PROP_N_PROPOSED);
}

static gboolean
count_cb (gpointer user_data)
{
  YdSession *self = user_data;

  self->count_id = 0;
  _yd_session_set_n_proposed (self, yd_plan_count_proposed (self->plan));

  return G_SOURCE_REMOVE;
}

static void
count_later (YdSession *self)
{
  if (self->count_id == 0)
    self->count_id = g_idle_add (count_cb, self);
}

static gboolean
is_check (const YdChange *change)
{
  const guint check = yd_schema_get_kind (change->kind)->check;

  return check != 0 && change->field == check;
}

static int
weigh (const char *check)
{
  return g_strcmp0 (check, "proposed") == 0;
}

/* By how many facts there are more to check, as far as @edit says so itself. Of a long one the rows
 * are taken to be live.
 *
 * Returns: whether it is known; who creates or deletes takes with him what stands below
 */
static gboolean
reckon (YdSpace *space,
        YdEdit  *edit,
        int     *delta)
{
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  *delta = 0;
  for (guint i = 0; i < n_changes; i++)
    {
      const YdChange *change = &changes[i];

      if (change->field == YD_FIELD_DELETED)
        return FALSE;

      if (is_check (change) &&
          (n_changes > MANY_CHANGES ||
           yd_space_is_live (space, yd_space_lookup (space, change->kind, change->id))))
        *delta += weigh (change->new_value) - weigh (change->old_value);
    }

  return TRUE;
}

/* Follows an edit that is in force. To confirm and to refuse is reckoned at once, so that nobody
 * reads of facts to be checked beside a list where none is left; of a long edit it is made certain
 * afterwards.
 */
void
_yd_session_recount_proposed (YdSession *self,
                              YdEdit    *edit)
{
  guint n_changes;
  int delta;

  yd_edit_get_changes (edit, &n_changes);
  if (!reckon (YD_SPACE (self->plan), edit, &delta))
    {
      count_later (self);
      return;
    }

  if (n_changes > MANY_CHANGES)
    count_later (self);
  else if (self->count_id != 0)
    return;

  _yd_session_set_n_proposed (self, MAX (0, (int) self->n_proposed + delta));
}
