/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-preview.h"

#include <glib/gi18n-lib.h>

#include "yd-row-private.h"
#include "yd-schedule-private.h"
#include "yd-value.h"

/* What would follow from an edit. The net is told what the edit says, and then what the
 * plan says again; the plan itself sees nothing of it, and nobody is told.
 */

/* A row as it would be. */
typedef struct
{
  YdKind      kind;
  const char *id;
  YdRow      *row;              /* NULL for one that the edit makes */
  const char *cells[YD_MAX_FIELDS];
} Draft;

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

typedef struct
{
  YdSchedule        *schedule;
  GPtrArray         *drafts;
  GArray            *inputs;
  GArray            *edges;
  guint              n_spare;   /* spare edges that are in use */
  YdSchedulePreview *preview;
} Trial;

static Draft *
find_draft (Trial          *trial,
            const YdChange *change)
{
  Draft *last = trial->drafts->len > 0
                ? g_ptr_array_index (trial->drafts, trial->drafts->len - 1) : NULL;
  Draft *draft;

  /* The changes of a row mostly stand together. */
  for (guint i = trial->drafts->len; last != NULL && i-- > 0;)
    {
      draft = g_ptr_array_index (trial->drafts, i);
      if (draft->kind == change->kind && g_str_equal (draft->id, change->id))
        return draft;
    }

  draft = g_new0 (Draft, 1);
  draft->kind = change->kind;
  draft->id = change->id;
  draft->row = yd_space_lookup (YD_SPACE (trial->schedule->plan), change->kind, change->id);
  for (guint f = 0; draft->row != NULL && f < yd_schema_get_kind (change->kind)->n_fields; f++)
    draft->cells[f] = draft->row->cells[f];
  g_ptr_array_add (trial->drafts, draft);

  return draft;
}

static void
read_edit (Trial  *trial,
           YdEdit *edit)
{
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  for (guint i = 0; i < n; i++)
    if (changes[i].kind == YD_KIND_POINT || changes[i].kind == YD_KIND_DEPENDENCY ||
        changes[i].kind == YD_KIND_DEADLINE)
      find_draft (trial, &changes[i])->cells[changes[i].field] = changes[i].new_value;
}

static YdDay
get_day (const char *cell)
{
  return cell != NULL ? yd_day_parse (cell) : YD_DAY_NONE;
}

static void
save_input (Trial *trial,
            guint  node)
{
  SavedInput saved = { node, _yd_net_node (trial->schedule->net, node)->input };

  g_array_append_val (trial->inputs, saved);
}

/* The dates of a point. Points that the edit makes, and where they stand, are not tried. */
static void
try_point (Trial *trial,
           Draft *draft)
{
  YdSchedule *self = trial->schedule;
  guint node = draft->row != NULL ? _yd_schedule_find_node (self, draft->row) : YD_NET_NONE;
  gint64 days = 1;
  YdNetInput input;

  if (node == YD_NET_NONE || !_yd_net_node (self->net, node)->live)
    return;

  save_input (trial, node);
  if (draft->cells[YD_POINT_DAYS] != NULL)
    yd_value_to_int (draft->cells[YD_POINT_DAYS], &days);
  input = (YdNetInput) {
    .start = get_day (draft->cells[YD_POINT_START]),
    .started = get_day (draft->cells[YD_POINT_STARTED]),
    .finished = get_day (draft->cells[YD_POINT_FINISHED]),
    .due = _yd_net_node (self->net, node)->input.due,
    .days = CLAMP (days, 1, YD_NET_MAX_DAYS),
  };
  _yd_schedule_net_set_input (self->net, node, &input);
}

static guint
find_live_node (Trial      *trial,
                const char *id)
{
  YdSchedule *self = trial->schedule;
  YdRow *point = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id);
  guint node = point != NULL ? _yd_schedule_find_node (self, point) : YD_NET_NONE;

  return node != YD_NET_NONE && _yd_net_node (self->net, node)->live ? node : YD_NET_NONE;
}

/* Edges that were tried once are kept for the next time, since the net forgets none. */
static guint
take_spare_edge (Trial        *trial,
                 guint         pred,
                 guint         succ,
                 const YdLink *link)
{
  YdSchedule *self = trial->schedule;
  guint edge;

  if (trial->n_spare < self->spare_edges->len)
    return g_array_index (self->spare_edges, guint, trial->n_spare++);

  edge = _yd_schedule_net_add_edge (self->net, pred, succ, link);
  g_ptr_array_add (self->links, NULL);
  g_array_append_val (self->spare_edges, edge);
  trial->n_spare++;

  return edge;
}

static void
save_edge (Trial *trial,
           guint  edge)
{
  const YdNetEdge *this = _yd_net_edge (trial->schedule->net, edge);
  SavedEdge saved = { edge, this->pred, this->succ, this->link, this->used };

  g_array_append_val (trial->edges, saved);
}

static void
try_dependency (Trial *trial,
                Draft *draft)
{
  YdSchedule *self = trial->schedule;
  guint edge = draft->row != NULL
               ? GPOINTER_TO_UINT (g_hash_table_lookup (self->edges, draft->row)) - 1 : YD_NET_NONE;
  guint pred = find_live_node (trial, draft->cells[YD_DEPENDENCY_PRED]);
  guint succ = find_live_node (trial, draft->cells[YD_DEPENDENCY_SUCC]);
  YdLink link;
  gboolean used = yd_link_parse (draft->cells[YD_DEPENDENCY_TYPE], draft->cells[YD_DEPENDENCY_LAG],
                                 draft->cells[YD_DEPENDENCY_MEASURE], &link);

  used = used && pred != YD_NET_NONE && succ != YD_NET_NONE &&
         g_strcmp0 (draft->cells[YD_FIELD_DELETED], "true") != 0 &&
         g_strcmp0 (draft->cells[YD_DEPENDENCY_CHECK], "confirmed") == 0;

  if (edge != YD_NET_NONE)
    {
      save_edge (trial, edge);
      _yd_schedule_net_drop_edge (self->net, edge);
    }
  if (!used || trial->preview->circle != NULL)
    return;

  trial->preview->circle =
    yd_schedule_dup_circle_words (self, g_ptr_array_index (self->points, pred),
                                  g_ptr_array_index (self->points, succ), link.type);
  if (trial->preview->circle != NULL)
    return;

  if (edge == YD_NET_NONE)
    {
      edge = take_spare_edge (trial, pred, succ, &link);
      save_edge (trial, edge);
    }
  _yd_schedule_net_set_edge (self->net, edge, pred, succ, &link, TRUE);
}

typedef const char *(* GetCellFunc) (gpointer from,
                                     guint    field);

static void
put_row (YdEdit     *edit,
         YdKind      kind,
         const char *id,
         GetCellFunc get_cell,
         gpointer    from)
{
  yd_edit_create (edit, kind, id);
  for (guint f = YD_N_COMMON_FIELDS; f < yd_schema_get_kind (kind)->n_fields; f++)
    if (get_cell (from, f) != NULL)
      yd_edit_put (edit, f, get_cell (from, f));
}

static const char *
get_head_cell (gpointer from,
               guint    field)
{
  return field == YD_PLAN_OFFICE ? NULL : yd_row_get_cell (from, field);
}

static const char *
get_point_cell (gpointer from,
                guint    field)
{
  return field == YD_POINT_PARENT || field == YD_POINT_SPAN ? NULL : yd_row_get_cell (from, field);
}

static const char *
get_draft_cell (gpointer from,
                guint    field)
{
  Draft *draft = from;

  return field == YD_DEADLINE_UNIT || field == YD_DEADLINE_SPAN ? NULL : draft->cells[field];
}

static void
put_anchor (YdEdit *edit,
            YdPlan *plan,
            Draft  *draft,
            YdRow  *owner)
{
  YdRow *anchor = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT,
                                   draft->cells[YD_DEADLINE_ANCHOR_ID]);

  if (anchor != NULL && anchor != owner)
    put_row (edit, YD_KIND_POINT, anchor->id, get_point_cell, anchor);
}

/* A deadline is worked out from rows, so there is a plan with nothing else but what it
 * needs, for a moment.
 */
static YdDay
work_out_due (Trial *trial,
              Draft *draft,
              YdRow *owner)
{
  YdSchedule *self = trial->schedule;
  g_autoptr(YdPlan) plan = yd_plan_new ("preview");
  g_autoptr(YdEdit) edit = yd_edit_new ("preview", NULL);
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  YdDue due;

  if (head != NULL)
    put_row (edit, YD_KIND_PLAN, head->id, get_head_cell, head);
  put_row (edit, YD_KIND_POINT, owner->id, get_point_cell, owner);
  put_anchor (edit, self->plan, draft, owner);
  put_row (edit, YD_KIND_DEADLINE, draft->id, get_draft_cell, draft);
  yd_edit_seal (edit, "preview");

  if (!yd_space_apply (YD_SPACE (plan), edit, NULL))
    return YD_DAY_NONE;

  _yd_schedule_compute_due (self, plan,
                            yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, draft->id), &due);

  return due.state == YD_DUE_DAY || due.state == YD_DUE_TIME ? due.day : YD_DAY_NONE;
}

static gboolean
has_draft (Trial *trial,
           YdRow *row)
{
  for (guint i = 0; i < trial->drafts->len; i++)
    if (((Draft *) g_ptr_array_index (trial->drafts, i))->row == row)
      return TRUE;

  return FALSE;
}

static YdDay
sooner (YdDay a,
        YdDay b)
{
  return a == YD_DAY_NONE ? b : b == YD_DAY_NONE ? a : MIN (a, b);
}

/* The first day of all deadlines of @owner, as they would be. */
static YdDay
work_out_first_due (Trial *trial,
                    YdRow *owner)
{
  YdRowList *list = _yd_row_find_list (owner, YD_KIND_DEADLINE);
  YdDay first = YD_DAY_NONE;
  guint n = 0;
  YdRow **rows = list != NULL ? _yd_row_list_get_shown (list, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      YdDue due;

      if (has_draft (trial, rows[i]))
        continue;

      yd_schedule_get_due (trial->schedule, rows[i], &due);
      if (due.state == YD_DUE_DAY || due.state == YD_DUE_TIME)
        first = sooner (first, due.day);
    }

  for (guint i = 0; i < trial->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (trial->drafts, i);

      if (draft->kind == YD_KIND_DEADLINE &&
          g_strcmp0 (draft->cells[YD_DEADLINE_POINT], owner->id) == 0 &&
          g_strcmp0 (draft->cells[YD_FIELD_DELETED], "true") != 0)
        first = sooner (first, work_out_due (trial, draft, owner));
    }

  return first;
}

static void
try_deadline (Trial *trial,
              Draft *draft)
{
  YdSchedule *self = trial->schedule;
  guint node = find_live_node (trial, draft->cells[YD_DEADLINE_POINT]);
  YdNetInput input;

  if (node == YD_NET_NONE)
    return;

  save_input (trial, node);
  input = _yd_net_node (self->net, node)->input;
  input.due = work_out_first_due (trial, g_ptr_array_index (self->points, node));
  _yd_schedule_net_set_input (self->net, node, &input);
}

static void
try_all (Trial  *trial,
         YdKind  kind,
         void  (*try) (Trial *, Draft *))
{
  for (guint i = 0; i < trial->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (trial->drafts, i);

      if (draft->kind == kind)
        try (trial, draft);
    }
}

/* As it was: what was said first of a node or an edge is said last again. */
static void
take_back (Trial *trial)
{
  YdScheduleNet *net = trial->schedule->net;

  for (guint i = trial->inputs->len; i-- > 0;)
    {
      SavedInput *saved = &g_array_index (trial->inputs, SavedInput, i);

      _yd_schedule_net_set_input (net, saved->node, &saved->input);
    }

  for (guint i = trial->edges->len; i-- > 0;)
    {
      SavedEdge *saved = &g_array_index (trial->edges, SavedEdge, i);

      _yd_schedule_net_set_edge (net, saved->edge, saved->pred, saved->succ, &saved->link,
                                 saved->used);
    }
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const YdScheduleMove *move_a = a, *move_b = b;

  return (move_a->after.start > move_b->after.start) - (move_a->after.start < move_b->after.start);
}

/* @moves has the points with what would follow; now they have again what follows. */
static void
compare (Trial  *trial,
         GArray *moves)
{
  YdSchedulePreview *preview = trial->preview;

  for (guint i = 0; i < moves->len; i++)
    {
      YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);
      const YdScheduled *before = &move->before, *after = &move->after;

      yd_schedule_get (trial->schedule, move->point, &move->before);
      if (before->finish != YD_DAY_NONE && after->finish != YD_DAY_NONE)
        move->n_days = _yd_work_axis_down (trial->schedule->axis, after->finish) -
                       _yd_work_axis_down (trial->schedule->axis, before->finish);

      if (before->start != after->start || before->finish != after->finish)
        {
          g_array_append_val (preview->moves, *move);
          preview->provisional |= after->provisional;
        }
      if (after->late_by > before->late_by)
        g_array_append_val (preview->misses, *move);
    }

  g_array_sort (preview->moves, compare_moves);
  g_array_sort (preview->misses, compare_moves);
}

/* Who follows from what was tried, with what would follow. */
static GArray *
list_results (Trial      *trial,
              GHashTable *touched)
{
  GArray *moves = g_array_new (FALSE, TRUE, sizeof (YdScheduleMove));
  GHashTableIter iter;
  gpointer point;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    {
      YdScheduleMove move = { .point = point };

      if (yd_schedule_get (trial->schedule, point, &move.after))
        g_array_append_val (moves, move);
    }

  return moves;
}

static void
run (Trial *trial)
{
  YdSchedule *self = trial->schedule;
  g_autoptr(GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) moves = NULL;

  try_all (trial, YD_KIND_POINT, try_point);
  try_all (trial, YD_KIND_DEPENDENCY, try_dependency);
  try_all (trial, YD_KIND_DEADLINE, try_deadline);

  if (trial->preview->circle == NULL)
    {
      for (guint i = 0; i < trial->inputs->len; i++)
        g_hash_table_add (touched, g_ptr_array_index
                          (self->points, g_array_index (trial->inputs, SavedInput, i).node));
      _yd_schedule_update (self, touched);
      moves = list_results (trial, touched);
    }

  take_back (trial);
  _yd_schedule_update (self, touched);
  if (moves != NULL)
    compare (trial, moves);
}

/**
 * yd_schedule_preview:
 * @self: a schedule
 * @edit: an edit of its plan that is not in force; it need not be sealed
 *
 * Tries what @edit says of the dates of points, of dependencies and of deadlines.
 *
 * Returns: (transfer full): what would follow
 */
YdSchedulePreview *
yd_schedule_preview (YdSchedule *self,
                     YdEdit     *edit)
{
  YdSchedulePreview *preview = g_new0 (YdSchedulePreview, 1);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) inputs = g_array_new (FALSE, FALSE, sizeof (SavedInput));
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (SavedEdge));
  Trial trial = { self, drafts, inputs, edges, 0, preview };

  preview->moves = g_array_new (FALSE, FALSE, sizeof (YdScheduleMove));
  preview->misses = g_array_new (FALSE, FALSE, sizeof (YdScheduleMove));
  g_return_val_if_fail (YD_IS_SCHEDULE (self), preview);

  read_edit (&trial, edit);
  run (&trial);

  return preview;
}

void
yd_schedule_preview_free (YdSchedulePreview *self)
{
  g_array_unref (self->moves);
  g_array_unref (self->misses);
  g_free (self->circle);
  g_free (self);
}

/* A sentence names so many points, and counts the others. */
#define MAX_NAMES 3

static gboolean
goes_along (const YdScheduleMove *move,
            int                   n_days)
{
  return move->n_days == n_days && !move->after.spans;
}

/* Those that move by as much, as "A, B and 3 more". */
static char *
dup_names (GArray *moves,
           int     n_days)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);
      g_autofree char *name = _yd_schedule_dup_name (move->point);

      if (goes_along (move, n_days) && n++ < MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? C_("between points", ", ") : "", name);
    }

  if (n > MAX_NAMES)
    g_string_append_printf (names, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                                n - MAX_NAMES), n - MAX_NAMES);

  return g_string_free (names, FALSE);
}

static void
append_sentence (GString *words,
                 char    *sentence)
{
  if (words->len > 0)
    g_string_append (words, C_("between parts of a sentence", "; "));
  g_string_append (words, sentence);
  g_free (sentence);
}

static void
append_moves (GString *words,
              GArray  *moves)
{
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);
      int n = ABS (move->n_days);
      g_autofree char *names = NULL;

      if (n == 0 || move->after.spans ||
          !g_hash_table_add (told, GINT_TO_POINTER (move->n_days)))
        continue;

      names = dup_names (moves, move->n_days);
      append_sentence (words, move->n_days > 0
        ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d working day later",
                                        "%s: %d working days later", n), names, n)
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d working day earlier",
                                        "%s: %d working days earlier", n), names, n));
    }
}

/**
 * yd_schedule_preview_dup_words:
 * @self: what would follow from an edit
 *
 * Returns: (transfer full): it in words, for the one who is to decide
 */
char *
yd_schedule_preview_dup_words (YdSchedulePreview *self)
{
  GString *words = g_string_new (NULL);

  if (self->circle != NULL)
    return g_string_free (g_string_append (words, self->circle), FALSE);

  append_moves (words, self->moves);

  for (guint i = 0; i < self->misses->len && i < MAX_NAMES; i++)
    {
      const YdScheduleMove *miss = &g_array_index (self->misses, YdScheduleMove, i);
      g_autofree char *name = _yd_schedule_dup_name (miss->point);
      g_autofree char *day = yd_day_dup_words (miss->after.finish);
      int n = miss->after.late_by;

      append_sentence (words, g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s until %s, %d working day after its deadline",
                     "%s until %s, %d working days after its deadline", n), name, day, n));
    }

  if (self->misses->len > MAX_NAMES)
    append_sentence (words, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u deadline is missed", "%u deadlines are missed",
                   self->misses->len), self->misses->len));
  if (self->provisional)
    append_sentence (words, g_strdup (_("the days off of that year are not announced yet")));
  if (words->len == 0)
    g_string_append (words, _("Nothing else moves"));

  return g_string_free (words, FALSE);
}
