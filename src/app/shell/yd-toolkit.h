/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yd_toolkit_prepare (void);
void yd_toolkit_init    (void);
void yd_toolkit_finish  (void);
void yd_toolkit_settle  (void);

G_END_DECLS
