/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _yd_xlsx_check (int    fd,
                         guint  n_rows);

G_END_DECLS
