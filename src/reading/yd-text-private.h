/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdText:
 *
 * A file's bytes as clean text: UTF-8, lines end in \n, no byte order mark, no
 * control characters but tab.
 */
typedef struct
{
  const char *encoding;   /* (static): what it was written in */
  GBytes     *bytes;
  gsize       n_chars;
} YdText;

/* What stands in a run of bytes taken as UTF-8. */
typedef struct
{
  gsize n_chars;
  gsize n_wide;      /* characters of several bytes */
  gsize n_nul;
  gsize n_control;   /* NUL among them */
  gsize n_bad;       /* sequences that are no character; not the one cut off at the end */
  gsize n_change;    /* places that _yd_text_clean() has to touch */
} YdTextCount;

gboolean  _yd_text_read          (GBytes       *file,
                                  YdText       *text);
void      _yd_text_clear         (YdText       *text);

/* yd-text-utf8.c */
void      _yd_text_count         (const char   *text,
                                  gsize         n_bytes,
                                  YdTextCount  *count);
GBytes   *_yd_text_clean         (const char   *text,
                                  gsize         n_bytes,
                                  gsize        *n_chars);

/* yd-text-decode.c */
gsize     _yd_text_looks_utf16   (const char   *bytes,
                                  gsize         n_bytes,
                                  gboolean      big_endian);
gboolean  _yd_text_looks_gb18030 (const char   *bytes,
                                  gsize         n_bytes);
void      _yd_text_prepare       (void);
GBytes   *_yd_text_from_utf16    (const char   *bytes,
                                  gsize         n_bytes,
                                  gboolean      big_endian,
                                  gsize        *n_bad);
GBytes   *_yd_text_from_gb18030  (const char   *bytes,
                                  gsize         n_bytes,
                                  gsize        *n_bad);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdText, _yd_text_clear)

G_END_DECLS
