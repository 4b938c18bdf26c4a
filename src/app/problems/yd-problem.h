/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-check.h"

G_BEGIN_DECLS

#define YD_TYPE_PROBLEM (yd_problem_get_type ())

G_DECLARE_FINAL_TYPE (YdProblem, yd_problem, YD, PROBLEM, GObject)

/**
 * YdProblem:
 * @code: what was found, or %NULL for the head of what was accepted
 * @severity: how bad it is
 * @n_items: how many stand under it, for a head; 0 for a line of its own
 * @folded: whether they are out of sight
 * @where: (nullable): the path of the point, or the name of the unit
 * @message: what was found and what to do, or the reason why it may stay
 * @row: (nullable): the row it is about
 * @acceptance: (nullable): the row that says that it may stay
 *
 * A line of the page: the head of all findings of one kind, one of them, or one that may stay.
 */
struct _YdProblem
{
  GObject     parent_instance;

  const char *code;
  YdSeverity  severity;
  guint       n_items;
  gboolean    folded;
  char       *where;
  char       *message;
  YdRow      *row;
  YdRow      *acceptance;
};

YdProblem *yd_problem_new_head     (const char      *code,
                                    guint            n_items,
                                    gboolean         folded) G_GNUC_WARN_UNUSED_RESULT;
YdProblem *yd_problem_new          (const YdFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
YdProblem *yd_problem_new_accepted (YdSpace         *space,
                                    YdRow           *acceptance) G_GNUC_WARN_UNUSED_RESULT;

gboolean   yd_problem_is_head      (YdProblem       *self);
gboolean   yd_problem_is_same      (YdProblem       *self,
                                    YdProblem       *other);
gboolean   yd_problem_is_bare_group (YdProblem      *self);
YdPoint   *yd_problem_get_point    (YdProblem       *self);
char      *yd_problem_dup_title    (YdProblem       *self) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_problem_dup_sentence (YdProblem       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
