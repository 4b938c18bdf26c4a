/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory-window.h"

#include "yd-directory-bar.h"
#include "yd-directory-desk.h"
#include "yd-directory-editor.h"
#include "yd-directory-import-page.h"
#include "yd-directory-join.h"
#include "yd-directory-list.h"
#include "yd-toasts.h"

G_BEGIN_DECLS

struct _YdDirectoryWindow
{
  AdwWindow              parent_instance;

  /* Owned */
  YdDirectoryDesk       *desk;
  YdDirectoryImport     *import;        /* (nullable): what is looked at */
  YdToasts              *toasts;        /* (nullable): until it is disposed of */

  /* Borrowed */
  GtkStack              *stack;
  YdDirectoryList       *list;
  YdDirectoryEditor     *editor;
  YdDirectoryJoin       *join;
  YdDirectoryImportPage *import_page;
  GtkWidget             *empty;
  YdDirectoryBar        *bar;
  GtkWidget             *main_tools;    /* of the header, while the list is shown */
  GtkWidget             *end_tools;
  GtkWidget             *back;
  GtkWidget             *apply;
};

void _yd_directory_window_show_page      (YdDirectoryWindow *self,
                                          const char        *page);
void _yd_directory_window_select_unit    (YdDirectoryWindow *self,
                                          const YdDirectoryUnit *unit);
void _yd_directory_window_say            (YdDirectoryWindow *self,
                                          const char        *words);
void _yd_directory_window_warn           (YdDirectoryWindow *self,
                                          const char        *words);
void _yd_directory_window_show_bar       (YdDirectoryWindow *self);

/* yd-directory-window-files.c, yd-directory-window-plan.c, yd-directory-window-delete.c */
void _yd_directory_window_install_files  (GtkWidgetClass    *klass);
void _yd_directory_window_install_plan   (GtkWidgetClass    *klass);
void _yd_directory_window_install_delete (GtkWidgetClass    *klass);
void _yd_directory_window_take_import    (YdDirectoryWindow *self);

G_END_DECLS
