/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-db.h"

G_BEGIN_DECLS

char      *_yd_backup_get_day     (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean   _yd_backup_make_daily  (YdDb        *db,
                                   const char  *path,
                                   const char  *day,
                                   GError     **error);
gboolean   _yd_backup_make_before (YdDb        *db,
                                   const char  *path,
                                   GError     **error);
GPtrArray *_yd_backup_list        (const char  *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
