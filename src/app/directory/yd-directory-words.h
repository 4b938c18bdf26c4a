/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-unit-kind.h"

G_BEGIN_DECLS

const char *yd_directory_words_get_kind   (YdUnitKind             kind);
char       *yd_directory_words_dup_term   (YdDay                  from,
                                           YdDay                  to) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_directory_words_dup_status (const YdDirectoryUnit *unit,
                                           YdDay                  today)
                                           G_GNUC_WARN_UNUSED_RESULT;
gboolean    yd_directory_words_read_day   (const char            *text,
                                           YdDay                 *day);

G_END_DECLS
