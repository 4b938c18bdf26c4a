/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <uchar.h>

#include "yd-outline-private.h"

G_BEGIN_DECLS

/* What a character may begin or end. One look-up tells most characters apart from
 * the few that a parser has to stop at; those that are searched for come first.
 */
typedef enum
{
  YD_CLASS_BLANK    = 1 << 0,
  YD_CLASS_DIGIT    = 1 << 1,           /* 0-9 */
  YD_CLASS_NUMERAL  = 1 << 2,           /* 一二三… */
  YD_CLASS_STOP     = 1 << 3,           /* ends a sentence */
  YD_CLASS_COMMA    = 1 << 4,           /* ends a part of one */
  YD_CLASS_NAME_END = 1 << 5,           /* 局 部 委 … */
  YD_CLASS_TERM     = 1 << 6,           /* may begin a deadline */
  YD_CLASS_LINK     = 1 << 7,           /* may begin a phrase on order */
  YD_CLASS_LABEL    = 1 << 8,           /* may begin 责任单位： and the like */
  YD_CLASS_MARK     = 1 << 9,           /* may begin a number mark */
  YD_CLASS_ODD      = 1 << 10,          /* not in the name of a unit */
  YD_CLASS_BRACKET  = 1 << 11,
  YD_CLASS_RULE     = 1 << 12,          /* 第一位, 不再列出 */
  YD_CLASS_JOINT    = 1 << 13,          /* between two names */
  YD_CLASS_LINE_END = 1 << 14,
  YD_CLASS_TAB      = 1 << 15,

  /* Second characters and the like, so that most places are left after two look-ups. */
  YD_CLASS_ROLE_END = 1 << 16,          /* may end what says who does what: 负责 */
  YD_CLASS_LABEL_2  = 1 << 17,
  YD_CLASS_LINK_2   = 1 << 18,
  YD_CLASS_TERM_2   = 1 << 19,
  YD_CLASS_JOIN_END = 1 << 20,          /* of 各市 in 各市、县 */
  YD_CLASS_GROUP    = 1 << 21,          /* may begin the name of a group */
  YD_CLASS_GROUP_END = 1 << 22,
  YD_CLASS_VERB     = 1 << 24,          /* may begin what no name begins with */
  YD_CLASS_HEAD_END = 1 << 25,          /* of the head of a table's column */
  YD_CLASS_STOCK    = 1 << 23,          /* may begin a heading that nearly all papers have */
} YdClass;

typedef struct _YdTapeNames YdTapeNames;

/**
 * YdTape:
 *
 * The text of a source as the parser sees it: one unit for each character, so
 * that a position is a position in the source. Full-width digits and brackets
 * are ASCII, radicals are the characters they stand for, characters beyond the
 * Basic Multilingual Plane are U+FFFD.
 */
typedef struct
{
  YdSource   *source;
  const char *bytes;
  char16_t   *chars;
  guint       n;
  guint16    *flags;                    /* classes of each character, the first 16 */
  guint32    *classes;                  /* all classes of each unit */
  guint32    *offsets;                  /* in bytes, of every 8th character */

  YdTapeNames *names;                   /* met of late */
  gboolean     has_compat;              /* some Chinese characters are not as printed */
} YdTape;

/* A word of the vocabulary, with what it means to its table. */
typedef struct
{
  const char16_t *chars;
  guint           n;
  int             value;
  const char     *utf8;
} YdWord;

#define YD_WORD(text, value) { u##text, G_N_ELEMENTS (u##text) - 1, value, text }

void        _yd_tape_init       (YdTape       *self,
                                 YdSource     *source);
void        _yd_tape_clear      (YdTape       *self);

guint       _yd_tape_trim_left  (const YdTape *self,
                                 guint         start,
                                 guint         end);
guint       _yd_tape_trim_right (const YdTape *self,
                                 guint         start,
                                 guint         end);
guint       _yd_tape_find       (const YdTape *self,
                                 guint         start,
                                 guint         end,
                                 YdClass       classes);
const char *_yd_tape_intern     (const YdTape *self,
                                 YdOutline    *outline,
                                 guint         start,
                                 guint         end);

const char *_yd_tape_dup        (const YdTape *self,
                                 YdOutline    *outline,
                                 guint         start,
                                 guint         end);

const YdWord *_yd_word_at       (const YdTape *text,
                                 guint         start,
                                 guint         end,
                                 const YdWord *words,
                                 guint         n_words);
const YdWord *_yd_word_before   (const YdTape *text,
                                 guint         start,
                                 guint         end,
                                 const YdWord *words,
                                 guint         n_words);
guint         _yd_word_find     (const YdTape *text,
                                 guint         start,
                                 guint         end,
                                 const YdWord *word);

static inline gboolean
_yd_tape_is (const YdTape *self,
             guint         at,
             YdClass       classes)
{
  return ((classes <= G_MAXUINT16 ? self->flags[at] : self->classes[self->chars[at]])
          & classes) != 0;
}

/* Returns: the first position that is no digit, or @end */
static inline guint
_yd_tape_find_not_digit (const YdTape *self,
                         guint         start,
                         guint         end)
{
  while (start < end && _yd_tape_is (self, start, YD_CLASS_DIGIT))
    start++;

  return start;
}

G_END_DECLS
