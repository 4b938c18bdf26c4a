/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-session.h"

G_BEGIN_DECLS

void yd_save_copy    (GtkWindow *parent,
                      YdSession *session);
void yd_save_copy_to (GtkWindow *parent,
                      YdSession *session,
                      GFile     *file);

G_END_DECLS
