/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (* YdFileDropFunc) (gpointer  owner,
                                 GFile    *file);
typedef void (* YdFileOverFunc) (gpointer  owner,
                                 gboolean  over);

void yd_file_drop_take (GtkWidget      *owner,
                        YdFileDropFunc  drop,
                        YdFileOverFunc  over);

G_END_DECLS
