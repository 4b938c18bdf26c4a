/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yaodian-read.h"
#include "yd-reader.h"

G_BEGIN_DECLS

/**
 * YdReading:
 *
 * What a reader makes of a file: a text that keeps to the rules of YdSource.
 */
typedef struct
{
  const char *encoding;   /* (static): `UTF-8`, …; of a zip or a PDF: what is inside */
  GBytes     *text;
  gsize       n_chars;
} YdReading;

/**
 * YdReader:
 * @format: what sources of it are called: `txt`
 * @accepts: whether the file is of this format, from its bytes
 * @read: turns the file into a text, or returns the word of a refusal (static)
 *
 * One format of documents. It lives in yaodian-read and may trust nothing, open
 * nothing and print nothing. A format is added by adding a reader to the table in
 * yd-reader-formats.c.
 */
typedef struct
{
  const char *format;
  gboolean  (*accepts) (GBytes    *file);
  const char *(*read)  (GBytes    *file,
                        YdReading *reading);
} YdReader;

extern const YdReader _yd_reader_txt;
extern const YdReader _yd_reader_xlsx;         /* of tables only */

const YdReader *_yd_reader_find          (GBytes      *file,
                                          const char **refused);
void            _yd_reading_clear        (YdReading   *reading);

/* yd-reader-header.c: both ends of the first line. */
typedef struct
{
  char  *format;
  char  *refused;
  gsize  n_bytes;
  gsize  n_chars;
} YdReaderHeader;

char           *_yd_reader_header_print  (const char      *format,
                                          const YdReading *reading,
                                          const char      *name);
char           *_yd_reader_header_refuse (const char      *word);
gboolean        _yd_reader_header_parse  (const char      *line,
                                          YdReaderHeader  *header);
void            _yd_reader_header_clear  (YdReaderHeader  *header);

/* yd-reader-refusals.c */
GError         *_yd_reader_refusal_new   (const char *word,
                                          const char *name);

/* yd-reader-child.c */
char           *_yd_reader_child_run     (const char      *helper,
                                          gboolean         table,
                                          int              fd,
                                          const char      *name,
                                          guint            seconds,
                                          YdReaderHeader  *header,
                                          GCancellable    *cancellable,
                                          GError         **error);

/* yd-reader.c */
YdSource       *_yd_reader_read_within   (const char      *path,
                                          gboolean         table,
                                          const char      *helper,
                                          guint            seconds,
                                          GCancellable    *cancellable,
                                          GError         **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdReading, _yd_reading_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdReaderHeader, _yd_reader_header_clear)

G_END_DECLS
