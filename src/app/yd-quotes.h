/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_QUOTES (yd_quotes_get_type ())

G_DECLARE_FINAL_TYPE (YdQuotes, yd_quotes, YD, QUOTES, GObject)

YdQuotes *yd_quotes_new          (void) G_GNUC_WARN_UNUSED_RESULT;

void      yd_quotes_read         (YdQuotes   *self,
                                  YdSession  *session);
void      yd_quotes_drop         (YdQuotes   *self);
YdPlan   *yd_quotes_get_plan     (YdQuotes   *self);
gboolean  yd_quotes_get_busy     (YdQuotes   *self);

char     *yd_quotes_dup_span     (YdQuotes   *self,
                                  const char *span) G_GNUC_WARN_UNUSED_RESULT;
char     *yd_quotes_dup_sentence (YdQuotes   *self,
                                  const char *span) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
