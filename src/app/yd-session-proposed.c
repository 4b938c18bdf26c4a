/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

/* How much is still to be checked. Liveness hangs on every row above, so it is
 * counted anew, but only after an edit that can have changed it, and when the
 * window has nothing better to do.
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

static void
count (YdSession *self)
{
  guint n = 0;

  for (guint i = 0; self->plan != NULL && i < G_N_ELEMENTS (facts); i++)
    n += count_kind (YD_SPACE (self->plan), facts[i].kind, facts[i].check);

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
  count (self);

  return G_SOURCE_REMOVE;
}

static gboolean
concerns (const YdChange *change)
{
  if (change->field == YD_FIELD_DELETED)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (change->kind == facts[i].kind && change->field == facts[i].check)
      return TRUE;

  return FALSE;
}

/* Counts at once for a plan that was just opened, later for an edit of it. */
void
_yd_session_count_proposed (YdSession *self,
                            YdEdit    *edit)
{
  const YdChange *changes;
  guint n_changes, i;

  if (edit == NULL)
    {
      count (self);
      return;
    }

  changes = yd_edit_get_changes (edit, &n_changes);
  for (i = 0; i < n_changes && !concerns (&changes[i]); i++)
    ;

  if (i < n_changes && self->count_id == 0)
    self->count_id = g_idle_add (count_cb, self);
}
