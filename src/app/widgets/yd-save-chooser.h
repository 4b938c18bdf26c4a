/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YdSaveChooserFunc:
 * @file: (nullable): where to, with the right suffix; %NULL if nobody chose
 * @user_data: what the caller gave
 */
typedef void (* YdSaveChooserFunc) (GFile    *file,
                                    gpointer  user_data);

char *yd_save_chooser_make_name        (const char        *title,
                                        const char        *suffix) G_GNUC_WARN_UNUSED_RESULT;
char *yd_save_chooser_make_folder_name (const char        *title) G_GNUC_WARN_UNUSED_RESULT;
void  yd_save_chooser_run              (GtkWindow         *parent,
                                        const char        *heading,
                                        const char        *name,
                                        const char        *kind,
                                        const char        *suffix,
                                        YdSaveChooserFunc  func,
                                        gpointer           user_data);
void  yd_save_chooser_run_folder       (GtkWindow         *parent,
                                        const char        *heading,
                                        YdSaveChooserFunc  func,
                                        gpointer           user_data);

G_END_DECLS
