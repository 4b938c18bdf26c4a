/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include "yd-plan-edits.h"

/* How much is still to be checked. Liveness hangs on every row above, so after an
 * edit that may change it all is counted anew, when the window has nothing better to
 * do.
 */

/* To reckon each change of so many takes longer than to count. */
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

/* Follows an edit that is in force. To confirm and to refuse is reckoned at once;
 * who creates or deletes takes with him what stands below.
 */
void
_yd_session_recount_proposed (YdSession *self,
                              YdEdit    *edit)
{
  YdSpace *space = YD_SPACE (self->plan);
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);
  int delta = 0;

  if (n_changes > MANY_CHANGES)
    {
      count_later (self);
      return;
    }

  for (guint i = 0; i < n_changes; i++)
    {
      const YdChange *change = &changes[i];

      if (change->field == YD_FIELD_DELETED)
        {
          count_later (self);
          return;
        }

      if (is_check (change) &&
          yd_space_is_live (space, yd_space_lookup (space, change->kind, change->id)))
        delta += weigh (change->new_value) - weigh (change->old_value);
    }

  if (self->count_id == 0)
    _yd_session_set_n_proposed (self, self->n_proposed + delta);
}
