/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock.h"

#include <glib/gi18n-lib.h>

/* What a clock says, in words. */

#define MINUTES_OF_HOUR 60
#define MINUTES_OF_DAY  (24 * MINUTES_OF_HOUR)

/* After so many nobody counts hours any more. */
#define MAX_DAYS_IN_HOURS 3

/**
 * yd_clock_step_dup_task:
 * @self: a clock
 * @step: one of its steps
 *
 * Returns: (transfer full): what is to be done, `政务舆情回应：予以回应`
 */
char *
yd_clock_step_dup_task (const YdClock     *self,
                        const YdClockStep *step)
{
  const char *title = yd_row_get_cell (self->row, YD_CLOCK_TITLE);
  const char *what = yd_row_get_cell (step->row, YD_CLOCK_STEP_TITLE);

  if (what == NULL || *what == '\0')
    return g_strdup (title != NULL ? title : "");

  return g_strdup_printf ("%s：%s", title != NULL ? title : "", what);
}

/**
 * yd_clock_step_dup_due:
 * @self: a clock
 * @step: one of its steps
 *
 * Returns: (transfer full): when it is due, such as “today 14:20”
 */
char *
yd_clock_step_dup_due (const YdClock     *self,
                       const YdClockStep *step)
{
  const YdMoment due = { step->due.day, step->due.minute };
  g_autofree char *words = NULL;

  if (step->due.state < YD_DUE_DAY)
    return g_strdup (_("no date"));

  words = yd_moment_dup_words (due, self->now);

  return step->due.provisional ? g_strdup_printf (_("%s, provisional"), words)
                               : g_steal_pointer (&words);
}

static char *
dup_span (gint64 minutes)
{
  const int hours = minutes / MINUTES_OF_HOUR, rest = minutes % MINUTES_OF_HOUR;

  if (hours == 0)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", rest), rest);
  if (rest == 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);

  /* Translators: hours and minutes as numbers */
  return g_strdup_printf (_("%1$d h %2$d min"), hours, rest);
}

static char *
dup_amount (const YdClockStep *step,
            gint64             amount)
{
  const int days = amount / MINUTES_OF_DAY;

  if (step->due.measure == YD_MEASURE_HOURS && days >= MAX_DAYS_IN_HOURS)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  if (step->due.measure == YD_MEASURE_HOURS)
    return dup_span (amount);

  return g_strdup_printf (ngettext ("%d working day", "%d working days", amount), (int) amount);
}

static char *
dup_done (const YdClockStep *step)
{
  g_autofree char *amount = NULL;

  if (!step->late)
    return g_strdup (_("done in time"));

  amount = dup_amount (step, -step->left);

  return step->left != 0 ? g_strdup_printf (_("done %s too late"), amount)
                         : g_strdup (_("done too late"));
}

static char *
dup_late (const YdClockStep *step)
{
  g_autofree char *amount = dup_amount (step, -step->left);

  /* Over a weekend a term in working days is late by none of them. */
  return step->left != 0 ? g_strdup_printf (_("overdue by %s"), amount) : g_strdup (_("overdue"));
}

/**
 * yd_clock_step_dup_left:
 * @self: a clock
 * @step: one of its steps
 *
 * Returns: (transfer full): what is left of it in a few words, such as “3 h 20 min left”
 */
char *
yd_clock_step_dup_left (const YdClock     *self,
                        const YdClockStep *step)
{
  g_autofree char *amount = NULL;

  if (step->due.state < YD_DUE_DAY)
    return g_strdup (yd_moment_is_known (step->done) ? _("done") : _("no date"));
  if (yd_moment_is_known (step->done))
    return dup_done (step);
  if (self->state == YD_CLOCK_STATE_STOPPED && !step->late)
    return g_strdup (_("stopped before it was due"));
  if (step->late)
    return dup_late (step);
  if (step->left == 0)
    return g_strdup (step->due.measure == YD_MEASURE_HOURS ? _("due now") : _("due today"));

  amount = dup_amount (step, step->left);

  return g_strdup_printf (_("%s left"), amount);
}

/* To the minute, however long it was: who checks the date adds it up. */
static char *
dup_pause (const YdClockStep *step)
{
  const gint64 paused = step->paused;

  if (step->due.measure == YD_MEASURE_HOURS)
    return dup_span (paused);
  if (step->due.measure == YD_MEASURE_WORKDAYS)
    return dup_amount (step, paused);

  return g_strdup_printf (ngettext ("%d day", "%d days", paused), (int) paused);
}

static char *
dup_paused (const YdClockStep *step)
{
  g_autofree char *amount = NULL;

  if (step->paused == 0)
    return NULL;

  amount = dup_pause (step);

  return g_strdup_printf (_("The clock stood still for %s, which are not counted."), amount);
}

static char *
dup_extension (const YdClockStep *step)
{
  const gint64 extra = yd_row_get_int (step->row, YD_CLOCK_STEP_EXTRA, 0);
  const char *reason = yd_row_get_cell (step->row, YD_CLOCK_STEP_REASON);

  if (extra <= 0)
    return NULL;
  if (reason != NULL)
    return g_strdup_printf (_("%1$d of these were added: %2$s."), (int) extra, reason);

  return g_strdup_printf (_("%d of these were added."), (int) extra);
}

/* Takes both. */
static char *
join (char *words,
      char *sentence)
{
  g_autofree char *first = words, *second = sentence;

  if (second == NULL)
    return g_steal_pointer (&first);

  /* Translators: a sentence and the next one */
  return g_strdup_printf (_("%1$s %2$s"), first, second);
}

/**
 * yd_clock_step_dup_reason:
 * @self: a clock
 * @step: one of its steps
 *
 * Returns: (transfer full): how its date was found, in sentences
 */
char *
yd_clock_step_dup_reason (const YdClock     *self,
                          const YdClockStep *step)
{
  g_autofree char *due = NULL;
  char *words = yd_due_dup_reason (&step->base, NULL, self->calendar);

  words = join (words, dup_extension (step));
  words = join (words, dup_paused (step));
  if (step->due.state < YD_DUE_DAY ||
      (step->due.day == step->base.day && step->due.minute == step->base.minute))
    return words;

  due = yd_due_dup_day (&step->due);

  return join (words, g_strdup_printf (_("So it is due on %s."), due));
}

static char *
dup_paused_words (const YdClock *self)
{
  const char *reason = yd_row_get_cell (self->pause, YD_CLOCK_PAUSE_REASON);
  const YdMoment from = yd_moment_parse (yd_row_get_cell (self->pause, YD_CLOCK_PAUSE_FROM));
  g_autofree char *since = yd_moment_is_known (from) ? yd_moment_dup_words (from, self->now)
                                                     : g_strdup ("");

  return reason != NULL ? g_strdup_printf (_("paused since %1$s: %2$s"), since, reason)
                        : g_strdup_printf (_("paused since %s"), since);
}

/**
 * yd_clock_dup_words:
 * @self: a clock
 *
 * Returns: (transfer full): how it is, in a few words
 */
char *
yd_clock_dup_words (const YdClock *self)
{
  g_autofree char *when = NULL;

  switch (self->state)
    {
    case YD_CLOCK_STATE_PAUSED:
      return dup_paused_words (self);

    case YD_CLOCK_STATE_DONE:
      return g_strdup (_("all done"));

    case YD_CLOCK_STATE_STOPPED:
      when = yd_moment_dup_words (self->stopped, self->now);
      return g_strdup_printf (_("stopped %s"), when);

    case YD_CLOCK_STATE_RUNNING:
    default:
      if (!yd_moment_is_known (self->started))
        return g_strdup (_("no date"));
      when = yd_moment_dup_words (self->started, self->now);
      return g_strdup_printf (_("started %s"), when);
    }
}
