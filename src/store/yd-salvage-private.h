/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-db.h"

G_BEGIN_DECLS

/**
 * YdSalvaged:
 * @space: the id of the space
 * @kind: `plan` or `office`
 * @pos: the position of the edit
 * @at: (nullable): when it was made
 * @body: its body, which has the hash that the row says
 */
typedef struct
{
  char   *space;
  char   *kind;
  gint64  pos;
  char   *at;
  GBytes *body;
} YdSalvaged;

GPtrArray *_yd_salvage_edits (YdDb      *damaged,
                              YdDb      *sound) G_GNUC_WARN_UNUSED_RESULT;
gboolean   _yd_salvage_blobs (YdDb      *damaged,
                              YdDb      *sound,
                              GError   **error);

G_END_DECLS
