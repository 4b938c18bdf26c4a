/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

/* Reads the deadlines of one point. */
typedef struct
{
  const YdTape *text;
  YdOutline    *outline;
  guint         point;
  guint         start;                  /* nothing is read from before it */
  guint         end;
  guint         year;                   /* of the paper, or 0 */
} YdDeadlineReader;

/* Each returns where the reader goes on. */
guint             _yd_deadline_add              (YdDeadlineReader  *self,
                                                 guint              start,
                                                 guint              end,
                                                 YdOutlineDeadline *deadline,
                                                 const char        *value);
guint             _yd_deadline_read_every       (YdDeadlineReader  *self,
                                                 guint              at);
guint             _yd_deadline_read_within_year (YdDeadlineReader  *self,
                                                 guint              at);
guint             _yd_deadline_read_all_year    (YdDeadlineReader  *self,
                                                 guint              at);
YdOutlineDeadline _yd_deadline_new              (YdOutlineTerm      kind,
                                                 guint8             sure);

void _yd_deadlines_read (const YdTape *text,
                         YdOutline    *outline,
                         guint         point,
                         guint         start,
                         guint         end,
                         guint         year);

G_END_DECLS
