/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

/* How much is still to be checked. Liveness hangs on every row above, so after an
 * edit that may change it all is counted anew, when the window has nothing better to
 * do.
 */

static const struct
{
  YdKind kind;
  guint  check;
} facts[] = {
  { YD_KIND_POINT,      YD_POINT_CHECK      },
  { YD_KIND_ASSIGNMENT, YD_ASSIGNMENT_CHECK },
  { YD_KIND_DEADLINE,   YD_DEADLINE_CHECK   },
  { YD_KIND_DEPENDENCY, YD_DEPENDENCY_CHECK },
  { YD_KIND_REFERENCE,  YD_REFERENCE_CHECK  },
};

static guint
count_kind (YdSpace *space,
            YdKind   kind,
            guint    check)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (yd_row_get_cell (row, check), "proposed") == 0 &&
          yd_space_is_live (space, row))
        n++;
    }

  return n;
}

/* Returns: how many facts of @plan are proposed; of one that nobody else sees yet, on
 *   any thread
 */
guint
_yd_session_count_plan (YdPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    n += count_kind (YD_SPACE (plan), facts[i].kind, facts[i].check);

  return n;
}

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
  _yd_session_set_n_proposed (self, _yd_session_count_plan (self->plan));

  return G_SOURCE_REMOVE;
}

static gboolean
is_check (const YdChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (change->kind == facts[i].kind && change->field == facts[i].check)
      return TRUE;

  return FALSE;
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

  for (guint i = 0; i < n_changes; i++)
    {
      const YdChange *change = &changes[i];

      if (change->field == YD_FIELD_DELETED)
        {
          if (self->count_id == 0)
            self->count_id = g_idle_add (count_cb, self);
          return;
        }

      if (is_check (change) &&
          yd_space_is_live (space, yd_space_lookup (space, change->kind, change->id)))
        delta += weigh (change->new_value) - weigh (change->old_value);
    }

  if (self->count_id == 0)
    _yd_session_set_n_proposed (self, self->n_proposed + delta);
}
