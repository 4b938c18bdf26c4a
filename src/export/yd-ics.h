/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"
#include "yd-export.h"

G_BEGIN_DECLS

gboolean yd_ics_write (YdAgenda          *agenda,
                       gint64             stamp,
                       GOutputStream     *stream,
                       YdExportProgress   progress,
                       gpointer           user_data,
                       GCancellable      *cancellable,
                       GError           **error);
gboolean yd_ics_save  (YdAgenda          *agenda,
                       gint64             stamp,
                       const char        *path,
                       YdExportProgress   progress,
                       gpointer           user_data,
                       GCancellable      *cancellable,
                       GError           **error);

G_END_DECLS
