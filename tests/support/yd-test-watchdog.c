/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-watchdog.h"

#include <time.h>

/* Watches the default main context. A main loop asks its poll function what happened
 * after all that was to be done is done: so what lies between two questions is the
 * time in which a person gets no answer, and the wait within them is not.
 */

static gint64 wall_start;
static gint64 thread_start;
static YdTestBlock longest;

/* Returns: the processor time of this thread, in microseconds */
gint64
yd_test_get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * (gint64) G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
begin (void)
{
  wall_start = g_get_monotonic_time ();
  thread_start = yd_test_get_thread_time ();
}

static void
end (void)
{
  longest.wall_ms = MAX (longest.wall_ms, (g_get_monotonic_time () - wall_start) / 1000.0);
  longest.thread_ms = MAX (longest.thread_ms,
                           (yd_test_get_thread_time () - thread_start) / 1000.0);
}

static int
poll_and_watch (GPollFD *fds,
                guint    n_fds,
                int      timeout)
{
  int n_ready;

  end ();
  n_ready = g_poll (fds, n_fds, timeout);
  begin ();

  return n_ready;
}

/* To be called once, on the main thread, outside of a main loop. */
void
yd_test_watchdog_start (void)
{
  g_main_context_set_poll_func (NULL, poll_and_watch);
  begin ();
}

/* Returns: the longest since the last call; the two need not be of the same moment */
YdTestBlock
yd_test_watchdog_take (void)
{
  YdTestBlock block;

  end ();
  block = longest;
  longest = (YdTestBlock) { 0 };
  begin ();

  return block;
}
