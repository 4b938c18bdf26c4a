/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan-edits.h"

G_BEGIN_DECLS

gboolean  yd_terms_count (const YdDeadlineTerms *terms);
char     *yd_terms_read  (YdDeadlineTerms       *terms,
                          const char            *text,
                          guint                  year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
