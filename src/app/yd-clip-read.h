/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*YdClipFunc) (const char *html,
                            const char *text,
                            gpointer    user_data);

void yd_clip_read (GdkClipboard *clipboard,
                   YdClipFunc    func,
                   gpointer      user_data);

G_END_DECLS
