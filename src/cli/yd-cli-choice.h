/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda-choice.h"
#include "yd-cli-library.h"

G_BEGIN_DECLS

/**
 * YdCliChoice:
 * @unit: (nullable): --unit
 * @from: (nullable): --from
 * @to: (nullable): --to
 * @no_internal: --no-internal
 *
 * Which of the deadlines of a plan a command is about, as it was typed.
 */
typedef struct
{
  char     *unit;
  char     *from;
  char     *to;
  gboolean  no_internal;
} YdCliChoice;

void      yd_cli_choice_clear       (YdCliChoice       *self);
gboolean  yd_cli_choice_is_empty    (const YdCliChoice *self);
gboolean  yd_cli_choice_is_right    (const YdCliChoice *self);
YdAgenda *yd_cli_choice_make_agenda (const YdCliChoice *self,
                                     YdCliPlan         *plan,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdCliChoice, yd_cli_choice_clear)

G_END_DECLS
