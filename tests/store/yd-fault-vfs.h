/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer below SQLite whose writes fail on demand. */
void     yd_fault_vfs_register (void);
void     yd_fault_vfs_arm      (int      nth,
                                int      code,
                                gboolean for_good);
gboolean yd_fault_vfs_disarm   (void);

G_END_DECLS
