/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-pages.h"

G_BEGIN_DECLS

/**
 * YdPrintFunc:
 * @result: what came of it
 * @error: (nullable): why it failed
 * @user_data: what the caller gave
 */
typedef void (* YdPrintFunc) (GtkPrintOperationResult  result,
                              const GError            *error,
                              gpointer                 user_data);

void yd_print_run (YdPages                 *pages,
                   GtkWindow               *parent,
                   GtkPrintOperationAction  action,
                   const char              *path,
                   YdPrintFunc              func,
                   gpointer                 user_data);

G_END_DECLS
