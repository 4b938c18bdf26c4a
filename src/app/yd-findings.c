/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-findings.h"

#include "yd-session.h"

/**
 * YdFindings:
 *
 * What there is to look at in the plan of a session before it is issued. A plan may be long, so
 * it is looked through in pieces when the person pauses; each edit begins it anew, and what was
 * found before stays until it is done.
 */

#define DELAY 400
#define PIECES 10               /* that are looked at before the clock is */
#define SLICE (8 * 1000)        /* microseconds, after which others have their turn */

struct _YdFindings
{
  GObject    parent_instance;

  /* Owned */
  YdCheck   *check;             /* (nullable): which is done */
  YdCheck   *next;              /* (nullable): which goes on */

  /* Borrowed */
  YdSession *session;           /* which owns this */

  guint      source_id;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YdFindings, yd_findings, G_TYPE_OBJECT)

static void
stop (YdFindings *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_pointer (&self->next, yd_check_free);
}

static gboolean
step_cb (gpointer user_data)
{
  YdFindings *self = user_data;
  const gint64 end = g_get_monotonic_time () + SLICE;

  while (!yd_check_step (self->next, PIECES))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;

  self->source_id = 0;
  g_clear_pointer (&self->check, yd_check_free);
  self->check = g_steal_pointer (&self->next);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer user_data)
{
  YdFindings *self = user_data;

  self->next = yd_check_new (yd_session_get_plan (self->session),
                             yd_session_get_schedule (self->session),
                             yd_session_get_directory (self->session));
  self->source_id = g_idle_add_full (G_PRIORITY_LOW, step_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (YdFindings *self)
{
  stop (self);
  if (yd_session_get_plan (self->session) != NULL)
    self->source_id = g_timeout_add (DELAY, begin_cb, self);
}

/* What was found in the plan before is nothing any more. */
static void
plan_cb (YdFindings *self)
{
  stop (self);
  g_clear_pointer (&self->check, yd_check_free);
  g_signal_emit (self, signals[CHANGED], 0);

  if (yd_session_get_plan (self->session) != NULL)
    self->source_id = g_idle_add_full (G_PRIORITY_LOW, begin_cb, self, NULL);
}

static void
yd_findings_dispose (GObject *object)
{
  YdFindings *self = YD_FINDINGS (object);

  stop (self);
  g_clear_pointer (&self->check, yd_check_free);

  G_OBJECT_CLASS (yd_findings_parent_class)->dispose (object);
}

static void
yd_findings_class_init (YdFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_findings_dispose;

  /**
   * YdFindings::changed:
   *
   * The plan was looked through, or is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_findings_init (YdFindings *self)
{
}

/**
 * yd_findings_new:
 * @session: a session, which outlives it
 *
 * Returns: (transfer full): what is found in the plans of @session
 */
YdFindings *
yd_findings_new (YdSession *session)
{
  YdFindings *self = g_object_new (YD_TYPE_FINDINGS, NULL);

  self->session = session;
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (plan_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::schedule", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::directory", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "committed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  plan_cb (self);

  return self;
}

/* Returns: (transfer none) (nullable) (element-type YdFinding): what was found when it was last
 *   looked through; %NULL as long as it was not */
GPtrArray *
yd_findings_get_list (YdFindings *self)
{
  g_return_val_if_fail (YD_IS_FINDINGS (self), NULL);

  return self->check != NULL ? yd_check_get_findings (self->check) : NULL;
}
