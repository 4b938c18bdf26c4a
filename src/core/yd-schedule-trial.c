/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-trial-private.h"

#include "yd-row-private.h"
#include "yd-schedule-preview.h"
#include "yd-value.h"

typedef struct
{
  guint      node;
  YdNetInput input;
} SavedInput;

typedef struct
{
  guint    edge;
  guint    pred;
  guint    succ;
  YdLink   link;
  gboolean used;
} SavedEdge;

static YdDraft *
find_draft (YdScheduleTrial *self,
            const YdChange  *change)
{
  YdDraft *last = self->drafts->len > 0
                ? g_ptr_array_index (self->drafts, self->drafts->len - 1) : NULL;
  YdDraft *draft;

  /* The changes of a row mostly stand together. */
  for (guint i = self->drafts->len; last != NULL && i-- > 0;)
    {
      draft = g_ptr_array_index (self->drafts, i);
      if (draft->kind == change->kind && g_str_equal (draft->id, change->id))
        return draft;
    }

  draft = g_new0 (YdDraft, 1);
  draft->kind = change->kind;
  draft->id = change->id;
  draft->row = yd_space_lookup (YD_SPACE (self->schedule->plan), change->kind, change->id);
  for (guint f = 0; draft->row != NULL && f < yd_schema_get_kind (change->kind)->n_fields; f++)
    draft->cells[f] = draft->row->cells[f];
  g_ptr_array_add (self->drafts, draft);

  return draft;
}

static void
read_edit (YdScheduleTrial *self,
           YdEdit          *edit)
{
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  for (guint i = 0; i < n; i++)
    if (changes[i].kind == YD_KIND_POINT || changes[i].kind == YD_KIND_DEPENDENCY ||
        changes[i].kind == YD_KIND_DEADLINE)
      find_draft (self, &changes[i])->cells[changes[i].field] = changes[i].new_value;
}

static YdDay
get_day (const char *cell)
{
  return cell != NULL ? yd_day_parse (cell) : YD_DAY_NONE;
}

static void
save_input (YdScheduleTrial *self,
            guint            node)
{
  SavedInput saved = { node, *_yd_net_input (self->schedule->net, node) };

  g_array_append_val (self->inputs, saved);
}

/* The dates of a point. Points that the edit makes, and where they stand, are not tried. */
static void
try_point (YdScheduleTrial *self,
           YdDraft         *draft)
{
  YdSchedule *schedule = self->schedule;
  guint node = draft->row != NULL ? _yd_schedule_find_node (schedule, draft->row) : YD_NET_NONE;
  gint64 days = 1;
  YdNetInput input;

  if (node == YD_NET_NONE || !_yd_net_node (schedule->net, node)->live)
    return;

  save_input (self, node);
  if (draft->cells[YD_POINT_DAYS] != NULL)
    yd_value_to_int (draft->cells[YD_POINT_DAYS], &days);
  input = (YdNetInput) {
    .start = get_day (draft->cells[YD_POINT_START]),
    .started = get_day (draft->cells[YD_POINT_STARTED]),
    .finished = get_day (draft->cells[YD_POINT_FINISHED]),
    .due = _yd_net_input (schedule->net, node)->due,
    .days = CLAMP (days, 1, YD_NET_MAX_DAYS),
  };
  _yd_schedule_net_set_input (schedule->net, node, &input);
}

static guint
find_live_node (YdScheduleTrial *self,
                const char      *id)
{
  YdSchedule *schedule = self->schedule;
  YdRow *point = yd_space_lookup (YD_SPACE (schedule->plan), YD_KIND_POINT, id);
  guint node = point != NULL ? _yd_schedule_find_node (schedule, point) : YD_NET_NONE;

  return node != YD_NET_NONE && _yd_net_node (schedule->net, node)->live ? node : YD_NET_NONE;
}

/* Edges that were tried once are kept for the next time, since the net forgets none. */
static guint
take_spare_edge (YdScheduleTrial *self,
                 guint            pred,
                 guint            succ,
                 const YdLink    *link)
{
  YdSchedule *schedule = self->schedule;
  guint edge;

  if (self->n_spare < schedule->spare_edges->len)
    return g_array_index (schedule->spare_edges, guint, self->n_spare++);

  edge = _yd_schedule_net_add_edge (schedule->net, pred, succ, link);
  g_ptr_array_add (schedule->links, NULL);
  g_array_append_val (schedule->spare_edges, edge);
  self->n_spare++;

  return edge;
}

static void
save_edge (YdScheduleTrial *self,
           guint            edge)
{
  const YdNetEdge *this = _yd_net_edge (self->schedule->net, edge);
  SavedEdge saved = { edge, this->pred, this->succ, this->link, this->used };

  g_array_append_val (self->edges, saved);
}

static void
try_dependency (YdScheduleTrial *self,
                YdDraft         *draft)
{
  YdSchedule *schedule = self->schedule;
  guint edge = draft->row == NULL ? YD_NET_NONE
               : GPOINTER_TO_UINT (g_hash_table_lookup (schedule->edges, draft->row)) - 1;
  guint pred = find_live_node (self, draft->cells[YD_DEPENDENCY_PRED]);
  guint succ = find_live_node (self, draft->cells[YD_DEPENDENCY_SUCC]);
  YdLink link;
  gboolean used = yd_link_parse (draft->cells[YD_DEPENDENCY_TYPE], draft->cells[YD_DEPENDENCY_LAG],
                                 draft->cells[YD_DEPENDENCY_MEASURE], &link);

  used = used && pred != YD_NET_NONE && succ != YD_NET_NONE &&
         g_strcmp0 (draft->cells[YD_FIELD_DELETED], "true") != 0 &&
         g_strcmp0 (draft->cells[YD_DEPENDENCY_CHECK], "confirmed") == 0;

  if (edge != YD_NET_NONE)
    {
      save_edge (self, edge);
      _yd_schedule_net_drop_edge (schedule->net, edge);
    }
  if (!used || self->circle != NULL)
    return;

  self->circle =
    yd_schedule_dup_circle_words (schedule, g_ptr_array_index (schedule->points, pred),
                                  g_ptr_array_index (schedule->points, succ), link.type);
  if (self->circle != NULL)
    return;

  if (edge == YD_NET_NONE)
    {
      edge = take_spare_edge (self, pred, succ, &link);
      save_edge (self, edge);
    }
  _yd_schedule_net_set_edge (schedule->net, edge, pred, succ, &link, TRUE);
}

static void
try_deadline (YdScheduleTrial *self,
              YdDraft         *draft)
{
  YdSchedule *schedule = self->schedule;
  guint node = find_live_node (self, draft->cells[YD_DEADLINE_POINT]);
  YdNetInput input;

  if (node == YD_NET_NONE)
    return;

  save_input (self, node);
  input = *_yd_net_input (schedule->net, node);
  input.due = _yd_schedule_trial_first_due (self, g_ptr_array_index (schedule->points, node));
  _yd_schedule_net_set_input (schedule->net, node, &input);
}

static void
try_all (YdScheduleTrial *self,
         YdKind           kind,
         void           (*try) (YdScheduleTrial *, YdDraft *))
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      YdDraft *draft = g_ptr_array_index (self->drafts, i);

      if (draft->kind == kind)
        try (self, draft);
    }
}

/* As it was: what was said first of a node or an edge is said last again. */
static void
take_back (YdScheduleTrial *self)
{
  YdScheduleNet *net = self->schedule->net;

  for (guint i = self->inputs->len; i-- > 0;)
    {
      SavedInput *saved = &g_array_index (self->inputs, SavedInput, i);

      _yd_schedule_net_set_input (net, saved->node, &saved->input);
    }

  for (guint i = self->edges->len; i-- > 0;)
    {
      SavedEdge *saved = &g_array_index (self->edges, SavedEdge, i);

      _yd_schedule_net_set_edge (net, saved->edge, saved->pred, saved->succ, &saved->link,
                                 saved->used);
    }
}

/* Reads what @edit says; nothing is tried yet. */
void
_yd_schedule_trial_init (YdScheduleTrial *self,
                         YdSchedule      *schedule,
                         YdEdit          *edit)
{
  *self = (YdScheduleTrial) {
    .schedule = schedule,
    .drafts = g_ptr_array_new_with_free_func (g_free),
    .inputs = g_array_new (FALSE, FALSE, sizeof (SavedInput)),
    .edges = g_array_new (FALSE, FALSE, sizeof (SavedEdge)),
  };
  read_edit (self, edit);
}

void
_yd_schedule_trial_clear (YdScheduleTrial *self)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->inputs, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->circle, g_free);
}

/* From here on the schedule says what would be; @touched gets the points for which that may
 * be something else. Where it cannot be, the circle says why and nothing follows.
 */
void
_yd_schedule_trial_begin (YdScheduleTrial *self,
                          GHashTable      *touched)
{
  try_all (self, YD_KIND_POINT, try_point);
  try_all (self, YD_KIND_DEPENDENCY, try_dependency);
  try_all (self, YD_KIND_DEADLINE, try_deadline);
  if (self->circle != NULL)
    return;

  for (guint i = 0; i < self->inputs->len; i++)
    g_hash_table_add (touched, g_ptr_array_index
                      (self->schedule->points, g_array_index (self->inputs, SavedInput, i).node));
  _yd_schedule_update (self->schedule, touched);
}

/* And from here on what is, as before; it may be tried again. */
void
_yd_schedule_trial_end (YdScheduleTrial *self,
                        GHashTable      *touched)
{
  take_back (self);
  g_array_set_size (self->inputs, 0);
  g_array_set_size (self->edges, 0);
  self->n_spare = 0;
  _yd_schedule_update (self->schedule, touched);
}
