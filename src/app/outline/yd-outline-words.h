/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-light.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

/**
 * YdWordsStyle:
 * @YD_WORDS_PLAIN: as the row has it
 * @YD_WORDS_DIM: what matters less
 * @YD_WORDS_ACCENT: what stands out
 * @YD_WORDS_TAG: small, in a frame
 * @YD_WORDS_PROPOSED: the same of what was read and nobody confirmed
 * @YD_WORDS_LIGHT: a pill in the colours of a light
 */
typedef enum
{
  YD_WORDS_PLAIN,
  YD_WORDS_DIM,
  YD_WORDS_ACCENT,
  YD_WORDS_TAG,
  YD_WORDS_PROPOSED,
  YD_WORDS_LIGHT,
} YdWordsStyle;

/**
 * YdCellWords:
 * @mark: (nullable): the name of the role whose mark is before it
 * @lead: (nullable): a word before it that stands out
 * @text: (nullable): what it says
 * @tail: (nullable): something less important after it
 * @text_style: how it says @text
 * @tail_style: how it says @tail
 * @light: whose colours they are, with %YD_WORDS_LIGHT
 *
 * What a cell of the outline says, and how.
 */
typedef struct
{
  const char  *mark;
  char        *lead;
  char        *text;
  char        *tail;
  YdWordsStyle  text_style;
  YdWordsStyle  tail_style;
  YdLight      light;
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
