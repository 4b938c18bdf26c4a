/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void yd_passing_toast_say  (AdwToastOverlay *toasts,
                            const char      *words);
void yd_passing_toast_warn (AdwToastOverlay *toasts,
                            const char      *words);

G_END_DECLS
