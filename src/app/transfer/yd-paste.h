/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-session.h"

G_BEGIN_DECLS

void yd_paste_points (GtkWindow *parent,
                      YdSession *session);

G_END_DECLS
