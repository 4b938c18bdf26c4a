/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-db.h"
#include "yd-space.h"

G_BEGIN_DECLS

gboolean  _yd_space_reader_find (YdDb        *db,
                                 const char  *id,
                                 gint64      *base,
                                 char       **kind,
                                 GError     **error);
YdSpace  *_yd_space_reader_make (const char  *id,
                                 const char  *kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean  _yd_space_reader_load (YdDb        *db,
                                 gint64       base,
                                 YdSpace     *space,
                                 GPtrArray  **problems,
                                 GError     **error);

G_END_DECLS
