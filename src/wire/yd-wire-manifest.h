/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-wire-error.h"

G_BEGIN_DECLS

/* The version of the plan file's form. Kinds and fields that are added do not raise it. */
#define YD_WIRE_FORMAT_VERSION 1

#define YD_WIRE_MAX_MANIFEST (64 * 1024)

/**
 * YdWireManifest:
 * @space: the id of the space
 * @kind: `plan` or `office`
 * @schema: the version of the table of kinds that it was written with
 * @n_rows: how many lines of rows there are
 * @n_edits: how many lines of edits there are
 * @n_blobs: how many contents there are
 * @rows_sha256: of all bytes of the rows
 * @edits_sha256: of all bytes of the edits
 *
 * What a plan file says of itself. On the stack; cleared by `g_auto`.
 */
typedef struct
{
  char   *space;
  char   *kind;
  gint64  schema;
  gint64  n_rows;
  gint64  n_edits;
  gint64  n_blobs;
  char   *rows_sha256;
  char   *edits_sha256;
} YdWireManifest;

void      yd_wire_manifest_clear     (YdWireManifest        *self);

char     *yd_wire_manifest_to_json   (const YdWireManifest  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  yd_wire_manifest_from_json (YdWireManifest        *self,
                                      const char            *json,
                                      gsize                  len,
                                      GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdWireManifest, yd_wire_manifest_clear)

G_END_DECLS
