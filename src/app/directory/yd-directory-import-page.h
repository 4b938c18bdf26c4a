/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory-import.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_IMPORT_PAGE (yd_directory_import_page_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryImportPage, yd_directory_import_page, YD, DIRECTORY_IMPORT_PAGE,
                      AdwBin)

GtkWidget *yd_directory_import_page_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_directory_import_page_show (YdDirectoryImportPage *self,
                                          YdDirectoryImport     *import);

G_END_DECLS
