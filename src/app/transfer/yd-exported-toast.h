/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-toasts.h"

G_BEGIN_DECLS

void yd_exported_toast_add (YdToasts   *toasts,
                            const char *uri);

G_END_DECLS
