/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"

G_BEGIN_DECLS

/* The directory as a table that people fill in: a line for each unit. */

typedef enum
{
  YD_DIRECTORY_NAME,
  YD_DIRECTORY_FULL,
  YD_DIRECTORY_SHORT,
  YD_DIRECTORY_KIND,
  YD_DIRECTORY_ALIASES,
  YD_DIRECTORY_FROM,
  YD_DIRECTORY_TO,
  YD_DIRECTORY_SUCCESSOR,
  YD_DIRECTORY_PARENT,
  YD_DIRECTORY_GROUPS,
  YD_DIRECTORY_CONTACT,
  YD_DIRECTORY_PHONE,
  YD_DIRECTORY_N_COLUMNS
} YdDirectoryColumn;

const char *yd_directory_column_get_key     (YdDirectoryColumn  column);
const char *yd_directory_column_get_heading (YdDirectoryColumn  column);
gboolean    yd_directory_column_find        (const char        *heading,
                                             YdDirectoryColumn *column);

const char *yd_directory_kind_get_word      (const char        *kind);
const char *yd_directory_kind_find          (const char        *word);

GPtrArray  *yd_directory_make_rows          (YdDirectory       *self,
                                             gboolean           contacts)
                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
