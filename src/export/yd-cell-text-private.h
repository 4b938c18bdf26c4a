/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *_yd_cell_text_clean       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *_yd_cell_text_escape_xlsx (const char *text,
                                     gsize       len) G_GNUC_WARN_UNUSED_RESULT;
void      _yd_text_append_xml       (GString    *out,
                                     const char *text,
                                     gsize       len);
gboolean  _yd_text_may_break        (gunichar    before,
                                     gunichar    after);
guint     _yd_text_count_lines      (const char *text,
                                     gsize       len,
                                     double      width);

G_END_DECLS
