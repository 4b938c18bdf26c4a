/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export.h"

G_BEGIN_DECLS

gboolean yd_csv_write (YdTable           *table,
                       GOutputStream     *stream,
                       YdExportProgress   progress,
                       gpointer           user_data,
                       GCancellable      *cancellable,
                       GError           **error);

G_END_DECLS
