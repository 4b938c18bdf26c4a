/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include "yd-order.h"

/* Clocks: started, paused, started anew, extended, stopped. Moments are those that a person
 * gives, so what happened yesterday can be written down today.
 */

static void
set_moment (YdEdit   *edit,
            YdRow    *row,
            guint     field,
            YdMoment  moment)
{
  g_autofree char *time = yd_moment_is_known (moment) ? yd_moment_format (moment) : NULL;

  _yd_plan_edits_set (edit, row, field, time);
}

static void
put_moment (YdEdit   *edit,
            guint     field,
            YdMoment  moment)
{
  g_autofree char *time = yd_moment_format (moment);

  yd_edit_put (edit, field, time);
}

static void
put_step (YdEdit            *edit,
          const char        *clock,
          const YdClockTerm *term,
          const char        *order,
          const YdIdSource  *ids)
{
  g_autofree char *id = yd_id_new (ids);

  yd_edit_create (edit, YD_KIND_CLOCK_STEP, id);
  yd_edit_put (edit, YD_CLOCK_STEP_CLOCK, clock);
  yd_edit_put (edit, YD_CLOCK_STEP_TITLE, term->title);
  yd_edit_put_int (edit, YD_CLOCK_STEP_N, term->n);
  yd_edit_put (edit, YD_CLOCK_STEP_MEASURE, term->measure);
  yd_edit_put (edit, YD_CLOCK_STEP_ORDER, order);
}

/**
 * yd_plan_edit_start_clock:
 * @id: the id of the new clock
 * @terms: what it is called, and its steps, which it gets as its own
 * @template_id: (nullable): the template in the office that @terms come from
 * @point: (nullable): the point that it is about
 * @started: when the event was
 * @ids: gives its steps their ids
 */
YdEdit *
yd_plan_edit_start_clock (const char       *id,
                          YdClockTemplate  *terms,
                          const char       *template_id,
                          YdPoint          *point,
                          YdMoment          started,
                          const YdIdSource *ids)
{
  YdEdit *edit = yd_edit_new ("clock.start", NULL);

  yd_edit_set_whole (edit, TRUE);
  yd_edit_create (edit, YD_KIND_CLOCK, id);
  if (template_id != NULL)
    yd_edit_put (edit, YD_CLOCK_TEMPLATE, template_id);
  yd_edit_put (edit, YD_CLOCK_TITLE, terms->title);
  if (point != NULL)
    yd_edit_put (edit, YD_CLOCK_POINT, yd_row_get_id (point));
  put_moment (edit, YD_CLOCK_STARTED, started);

  for (guint i = 0; i < terms->terms->len; i++)
    {
      g_autofree char *order = yd_order_nth (i, terms->terms->len, ids);

      put_step (edit, id, &g_array_index (terms->terms, YdClockTerm, i), order, ids);
    }

  return edit;
}

/* The pauses that have not ended. One is enough to stand still, but two people may each have
 * made one.
 */
static GPtrArray *
list_open_pauses (YdRow *clock)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *pauses = yd_row_get_rows (clock, YD_KIND_CLOCK_PAUSE);
  const guint n = g_list_model_get_n_items (pauses);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) pause = g_list_model_get_item (pauses, i);

      if (yd_row_get_cell (pause, YD_CLOCK_PAUSE_TO) == NULL)
        g_ptr_array_add (open, g_steal_pointer (&pause));
    }

  return open;
}

/* None ends before it began. */
static void
end_pauses (YdEdit   *edit,
            YdRow    *clock,
            YdMoment  to)
{
  g_autoptr(GPtrArray) open = list_open_pauses (clock);

  for (guint i = 0; i < open->len; i++)
    {
      YdRow *pause = g_ptr_array_index (open, i);
      const YdMoment from = yd_moment_parse (yd_row_get_cell (pause, YD_CLOCK_PAUSE_FROM));

      set_moment (edit, pause, YD_CLOCK_PAUSE_TO,
                  yd_moment_compare (from, to) > 0 ? from : to);
    }
}

/**
 * yd_plan_edit_pause_clock:
 * @clock: a clock
 * @id: the id of the pause
 * @from: when it began
 * @reason: (nullable): what for
 *
 * From then on nothing is counted. Nothing changes if it stands still already.
 */
YdEdit *
yd_plan_edit_pause_clock (YdRow      *clock,
                          const char *id,
                          YdMoment    from,
                          const char *reason)
{
  YdEdit *edit = yd_edit_new ("clock.pause", NULL);
  g_autoptr(GPtrArray) open = list_open_pauses (clock);

  if (open->len > 0)
    return edit;

  yd_edit_create (edit, YD_KIND_CLOCK_PAUSE, id);
  yd_edit_put (edit, YD_CLOCK_PAUSE_CLOCK, yd_row_get_id (clock));
  put_moment (edit, YD_CLOCK_PAUSE_FROM, from);
  if (reason != NULL && *reason != '\0')
    yd_edit_put (edit, YD_CLOCK_PAUSE_REASON, reason);

  return edit;
}

YdEdit *
yd_plan_edit_resume_clock (YdRow    *clock,
                           YdMoment  to)
{
  YdEdit *edit = yd_edit_new ("clock.resume", NULL);

  end_pauses (edit, clock, to);

  return edit;
}

/**
 * yd_plan_edit_restart_clock:
 * @clock: a clock
 * @started: when the correction (补正) arrived
 *
 * Its term begins anew. Steps that are done stay done; when it had begun before stands in the
 * history.
 */
YdEdit *
yd_plan_edit_restart_clock (YdRow    *clock,
                            YdMoment  started)
{
  YdEdit *edit = yd_edit_new ("clock.restart", NULL);

  yd_edit_set_whole (edit, TRUE);
  set_moment (edit, clock, YD_CLOCK_STARTED, started);
  end_pauses (edit, clock, started);

  return edit;
}

/* Stops @clock for good; with %YD_MOMENT_NONE it goes on as if that had not been. */
YdEdit *
yd_plan_edit_stop_clock (YdRow    *clock,
                         YdMoment  stopped)
{
  YdEdit *edit = yd_edit_new (yd_moment_is_known (stopped) ? "clock.stop" : "clock.go-on", NULL);

  yd_edit_set_whole (edit, TRUE);
  set_moment (edit, clock, YD_CLOCK_STOPPED, stopped);
  if (yd_moment_is_known (stopped))
    end_pauses (edit, clock, stopped);

  return edit;
}

YdEdit *
yd_plan_edit_delete_clock (YdRow *clock)
{
  return yd_plan_edit_delete_row (clock, "clock.delete");
}

/* Says when @step was done; with %YD_MOMENT_NONE that it is not. */
YdEdit *
yd_plan_edit_finish_step (YdRow    *step,
                          YdMoment  done)
{
  YdEdit *edit = yd_edit_new (yd_moment_is_known (done) ? "clock.done" : "clock.undone", NULL);

  set_moment (edit, step, YD_CLOCK_STEP_DONE, done);

  return edit;
}

/**
 * yd_plan_edit_extend_step:
 * @step: a step of a clock
 * @n: by how much it is longer than it was at first, in its own measure; 0 for not at all
 * @reason: (nullable): who agreed, and why
 */
YdEdit *
yd_plan_edit_extend_step (YdRow      *step,
                          int         n,
                          const char *reason)
{
  YdEdit *edit = yd_edit_new ("clock.extend", NULL);
  g_autofree char *extra = n > 0 ? g_strdup_printf ("%d", n) : NULL;

  _yd_plan_edits_set (edit, step, YD_CLOCK_STEP_EXTRA, extra);
  _yd_plan_edits_set (edit, step, YD_CLOCK_STEP_REASON, n > 0 ? reason : NULL);

  return edit;
}
