/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdPinyin:
 *
 * With which letters the readings of Chinese characters begin, so that 市财政局 is
 * found by `sczj`. What was looked up once is kept.
 */
typedef struct _YdPinyin YdPinyin;

YdPinyin *yd_pinyin_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void      yd_pinyin_free    (YdPinyin   *self);
gboolean  yd_pinyin_matches (YdPinyin   *self,
                             const char *text,
                             const char *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdPinyin, yd_pinyin_free)

G_END_DECLS
