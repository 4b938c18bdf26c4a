/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-history-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-act-words.h"
#include "yd-postponement.h"

/* Who did what to a point and to its facts, and when; the newest first, as the journal has it. */

typedef struct
{
  YdKind    kind;
  char     *id;
  char     *name;               /* (nullable): what the fact is called */
  gboolean  is_part;            /* of the one before, whose name is enough */
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->id);
  g_free (target->name);
  g_free (target);
}

static void
step_free (gpointer data)
{
  YdHistoryStep *step = data;

  yd_log_entry_free (step->entry);
  g_free (step->name);
  g_free (step);
}

/* What is asked */

/* `依申请公开答复：答复申请人`, or why it stood still. */
static char *
dup_part_name (YdPlan     *plan,
               const char *clock_id,
               const char *part)
{
  YdRow *clock = clock_id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_CLOCK, clock_id)
                                  : NULL;
  const char *title = clock != NULL ? yd_row_get_cell (clock, YD_CLOCK_TITLE) : NULL;

  return part != NULL ? g_strdup_printf ("%s：%s", title != NULL ? title : "", part)
                      : g_strdup (title);
}

static char *
dup_name (YdPlan *plan,
          YdRow  *fact)
{
  YdRow *unit;

  switch ((guint) yd_row_get_kind (fact))
    {
    case YD_KIND_ASSIGNMENT:
      unit = yd_plan_get_unit_of (plan, fact);
      return unit != NULL ? g_strdup (yd_row_get_cell (unit, YD_UNIT_NAME)) : NULL;

    case YD_KIND_DEADLINE:
      return g_strdup (yd_row_get_cell (fact, YD_DEADLINE_WORDS));

    case YD_KIND_POSTPONEMENT:
      return yd_postponement_dup_words (fact);

    case YD_KIND_DEPENDENCY:
      return g_strdup (yd_row_get_cell (fact, YD_DEPENDENCY_WORDS));

    case YD_KIND_CLOCK:
      return g_strdup (yd_row_get_cell (fact, YD_CLOCK_TITLE));

    case YD_KIND_CLOCK_STEP:
      return dup_part_name (plan, yd_row_get_cell (fact, YD_CLOCK_STEP_CLOCK),
                            yd_row_get_cell (fact, YD_CLOCK_STEP_TITLE));

    case YD_KIND_CLOCK_PAUSE:
      return dup_part_name (plan, yd_row_get_cell (fact, YD_CLOCK_PAUSE_CLOCK),
                            yd_row_get_cell (fact, YD_CLOCK_PAUSE_REASON));

    default:
      return NULL;
    }
}

static void
add_target (GPtrArray *targets,
            YdRow     *row,
            YdPlan    *plan)
{
  const YdKind kind = yd_row_get_kind (row);
  Target *target = g_new0 (Target, 1);

  target->kind = kind;
  target->id = g_strdup (yd_row_get_id (row));
  target->name = dup_name (plan, row);
  target->is_part = kind == YD_KIND_CLOCK_STEP || kind == YD_KIND_CLOCK_PAUSE;
  g_ptr_array_add (targets, target);
}

/**
 * yd_history_step_list_targets:
 * @plan: a plan
 * @rows: (element-type YdRow): a point and its facts, deleted ones too
 *
 * Returns: (transfer full): what yd_history_step_read() is asked, for another thread
 */
GPtrArray *
yd_history_step_list_targets (YdPlan    *plan,
                              GPtrArray *rows)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);

  for (guint i = 0; i < rows->len; i++)
    add_target (targets, g_ptr_array_index (rows, i), plan);

  return targets;
}

/* What is read */

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const YdHistoryStep *left = *(YdHistoryStep * const *) a;
  const YdHistoryStep *right = *(YdHistoryStep * const *) b;

  return (left->entry->pos < right->entry->pos) - (left->entry->pos > right->entry->pos);
}

/* Adds what is in @log; takes the entries out of it. */
static void
add_log (GPtrArray    *steps,
         GHashTable   *by_id,
         GPtrArray    *log,
         const Target *target)
{
  g_ptr_array_set_free_func (log, NULL);

  for (guint i = 0; i < log->len; i++)
    {
      YdLogEntry *entry = g_ptr_array_index (log, i);
      YdHistoryStep *step = g_hash_table_lookup (by_id, entry->id);

      if (step != NULL)
        {
          /* It touched several. */
          if (!target->is_part)
            g_clear_pointer (&step->name, g_free);
          yd_log_entry_free (entry);
          continue;
        }

      step = g_new0 (YdHistoryStep, 1);
      step->entry = entry;
      step->name = g_strdup (target->name);
      g_hash_table_insert (by_id, entry->id, step);
      g_ptr_array_add (steps, step);
    }
}

/* From the newest on: what takes a step back counts unless it is taken back itself. */
static void
link_steps (GPtrArray  *steps,
            GHashTable *by_id)
{
  for (guint i = 0; i < steps->len; i++)
    {
      YdHistoryStep *step = g_ptr_array_index (steps, i);
      YdHistoryStep *before = step->entry->undoes != NULL
                              ? g_hash_table_lookup (by_id, step->entry->undoes) : NULL;

      step->before = before;
      if (before != NULL && !step->undone)
        before->undone = TRUE;
    }
}

/**
 * yd_history_step_read:
 * @library: a library
 * @plan: the id of one of its plans
 * @targets: of yd_history_step_list_targets()
 * @cancellable: (nullable): for the caller to change its mind
 * @error: return location for an error of the library, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (type GPtrArray) (element-type YdHistoryStep): what was
 *   done to them, the newest first
 */
gpointer
yd_history_step_read (YdLibrary     *library,
                      const char    *plan,
                      gpointer       targets,
                      GCancellable  *cancellable,
                      GError       **error)
{
  GPtrArray *wanted = targets;
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wanted->len; i++)
    {
      const Target *target = g_ptr_array_index (wanted, i);
      g_autoptr(GPtrArray) log = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      log = yd_library_read_row_log (library, plan, target->kind, target->id, error);
      if (log == NULL)
        return NULL;
      add_log (steps, by_id, log, target);
    }

  g_ptr_array_sort (steps, compare_steps);
  link_steps (steps, by_id);

  return g_steal_pointer (&steps);
}

/* What is said of it */

/* Returns: (transfer full): when it was, such as `10-09 16:20`; of another year the day */
char *
yd_history_step_dup_time (const YdHistoryStep *self)
{
  const char *at = self->entry->at;
  g_autoptr(GDateTime) utc = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (local == NULL)
    return g_strdup ("");

  return g_date_time_format (local, g_date_time_get_year (local) == g_date_time_get_year (now)
                                    ? "%m-%d %H:%M" : "%Y-%m-%d");
}

/* Whoever works alone need not read the own name on every line. */
static const char *
get_actor (const YdLogEntry *entry,
           const char       *reader)
{
  if (entry->actor == NULL || g_strcmp0 (entry->actor, reader) == 0)
    return NULL;

  return g_str_has_prefix (entry->actor, "local:") ? entry->actor + strlen ("local:")
                                                   : entry->actor;
}

/**
 * yd_history_step_dup_words:
 * @self: a step
 * @reader: (nullable): who reads it, as the journal calls them
 *
 * Returns: (transfer full): what was done, and by whom if that was not @reader
 */
char *
yd_history_step_dup_words (const YdHistoryStep *self,
                           const char          *reader)
{
  const char *actor = get_actor (self->entry, reader);
  GString *words = g_string_new (NULL);

  if (actor != NULL)
    g_string_append_printf (words, "%s ", actor);

  if (self->before != NULL)
    /* Translators: the step that was taken back, such as “Point renamed” */
    g_string_append_printf (words, _("Taken back: %s"), yd_act_words (self->before->entry->act));
  else
    g_string_append (words, yd_act_words (self->entry->act));

  if (self->name != NULL)
    /* Translators: the unit or the words that a step was about */
    g_string_append_printf (words, _(": %s"), self->name);

  return g_string_free (words, FALSE);
}

/* Returns: whether it can be taken back by itself: a plan that is born is no step in it */
gboolean
yd_history_step_can_take_back (const YdHistoryStep *self)
{
  return !self->undone && !g_str_equal (self->entry->act, "plan.import") &&
         !g_str_equal (self->entry->act, "plan.new");
}
