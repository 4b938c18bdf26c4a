/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-notice.h"
#include "yd-span.h"

G_BEGIN_DECLS

/**
 * YdNoticeProblem:
 * @span: the sentence, in characters of the text
 * @message: what is wrong with it, translated
 */
typedef struct
{
  YdSpan  span;
  char   *message;
} YdNoticeProblem;

/**
 * YdNoticeReading:
 * @notice: what was understood
 * @problems: (element-type YdNoticeProblem): what was not, in the order of the text
 *
 * The text of a notice on days off, read into days. It may be accepted only when there is
 * no problem.
 */
typedef struct
{
  YdNotice *notice;
  GArray   *problems;
} YdNoticeReading;

YdNoticeReading *yd_notice_reading_new  (const char      *text,
                                         const char      *region) G_GNUC_WARN_UNUSED_RESULT;
void             yd_notice_reading_free (YdNoticeReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdNoticeReading, yd_notice_reading_free)

G_END_DECLS
