/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_directory_table_new (YdDirectory *directory,
                                 gboolean     contacts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
