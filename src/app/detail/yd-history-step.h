/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-library.h"
#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdHistoryStep:
 * @entry: what the journal says of it
 * @before: (nullable): the step that it takes back, of the same history
 * @name: (nullable): of the only fact that it touched
 * @undone: whether it is taken back
 *
 * What was done once to a point, or to some of its facts.
 */
typedef struct _YdHistoryStep YdHistoryStep;

struct _YdHistoryStep
{
  YdLogEntry          *entry;
  const YdHistoryStep *before;
  char                *name;
  gboolean             undone;
};

GPtrArray *yd_history_step_list_targets  (YdPlan              *plan,
                                          GPtrArray           *rows) G_GNUC_WARN_UNUSED_RESULT;
gpointer   yd_history_step_read          (YdLibrary           *library,
                                          const char          *plan,
                                          gpointer             targets,
                                          GCancellable        *cancellable,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_history_step_dup_time      (const YdHistoryStep *self) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_history_step_dup_words     (const YdHistoryStep *self,
                                          const char          *reader)
                                          G_GNUC_WARN_UNUSED_RESULT;
gboolean   yd_history_step_can_take_back (const YdHistoryStep *self);

G_END_DECLS
