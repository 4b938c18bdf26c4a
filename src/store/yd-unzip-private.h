/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-wire-error.h"

G_BEGIN_DECLS

struct archive;

/* Set all to nothing but the descriptor, which is -1. */
typedef struct
{
  GCancellable   *cancellable;  /* borrowed, nullable */
  int             fd;
  struct archive *archive;
  GChecksum      *checksum;     /* of the entry that is read */
  guint           n_entries;    /* since the beginning */
  gint64          n_unpacked;   /* bytes, in all */
  gint64          max_unpacked;
} YdUnzip;

void        _yd_unzip_clear      (YdUnzip       *self);

gboolean    _yd_unzip_open       (YdUnzip       *self,
                                  const char    *path,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean    _yd_unzip_rewind     (YdUnzip       *self,
                                  GError       **error);
gboolean    _yd_unzip_next       (YdUnzip       *self,
                                  const char   **name,
                                  GError       **error);
gssize      _yd_unzip_read       (YdUnzip       *self,
                                  guint8        *buffer,
                                  gsize          size,
                                  GError       **error);
GByteArray *_yd_unzip_read_whole (YdUnzip       *self,
                                  gsize          max_bytes,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    _yd_unzip_has_sha256 (YdUnzip       *self,
                                  const char    *sha256);

/* What is wrong with a file from outside; always FALSE. */
gboolean    _yd_unzip_fail       (GError       **error,
                                  YdWireError    code,
                                  const char    *why);
gboolean    _yd_unzip_damaged    (GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdUnzip, _yd_unzip_clear)

G_END_DECLS
