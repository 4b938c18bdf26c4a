/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-source.h"

G_BEGIN_DECLS

/* In bytes. The longest plan of the schema's limits has 28 MB of text. */
#define YD_READER_MAX_FILE (64 * 1024 * 1024)

/* What a caller may want to tell apart, and nothing else. */
typedef enum
{
  YD_READ_ERROR_FAILED,
  YD_READ_ERROR_NOT_FOUND,
  YD_READ_ERROR_PERMISSION,
  YD_READ_ERROR_EMPTY,
  YD_READ_ERROR_TOO_LARGE,
  YD_READ_ERROR_UNSUPPORTED,
  YD_READ_ERROR_TIMED_OUT,
} YdReadError;

#define YD_READ_ERROR (yd_read_error_quark ())
GQuark    yd_read_error_quark   (void);

YdSource *yd_reader_read        (const char           *path,
                                 const char           *helper,
                                 GCancellable         *cancellable,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
YdSource *yd_reader_read_table  (const char           *path,
                                 GCancellable         *cancellable,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void      yd_reader_read_async  (const char           *path,
                                 const char           *helper,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
YdSource *yd_reader_read_finish (GAsyncResult         *result,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

char     *yd_reader_find_helper (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
