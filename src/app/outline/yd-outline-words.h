/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

/**
 * YdCellWords:
 * @mark: (nullable): the style class of the mark before it
 * @lead: (nullable): a word before it that stands out
 * @text: (nullable): what it says
 * @tail: (nullable): something less important after it
 * @text_class: (nullable): the style class of @text
 * @tail_class: (nullable): the style class of @tail
 *
 * What a cell of the outline says, and how.
 */
typedef struct
{
  const char *mark;
  char       *lead;
  char       *text;
  char       *tail;
  const char *text_class;
  const char *tail_class;
} YdCellWords;

void   yd_cell_words_clear    (YdCellWords *self);
char  *yd_cell_words_dup_text (YdCellWords *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdCellWords, yd_cell_words_clear)

char    *yd_outline_dup_title      (YdPoint     *point) G_GNUC_WARN_UNUSED_RESULT;
void     yd_outline_say_units      (YdPlan      *plan,
                                    YdPoint     *point,
                                    YdCellWords *words);
void     yd_outline_say_deadline   (YdSchedule  *schedule,
                                    YdPoint     *point,
                                    YdCellWords *words);
guint    yd_outline_count_proposed (YdPoint     *point);

G_END_DECLS
