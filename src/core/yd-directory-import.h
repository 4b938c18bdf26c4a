/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory-edits.h"

G_BEGIN_DECLS

typedef enum
{
  YD_IMPORT_NEW,
  YD_IMPORT_CHANGED,
  YD_IMPORT_SAME,
  YD_IMPORT_NOT_UNDERSTOOD,
} YdImportState;

#define YD_IMPORT_N_STATES (YD_IMPORT_NOT_UNDERSTOOD + 1)

/**
 * YdImportLine:
 * @line: where it stands in the table, from 1
 * @state: what becomes of it; what was not understood of a line goes before the rest
 * @name: the name of the unit, or what stands there instead
 * @words: (nullable): what changes, or what was not understood
 *
 * A line of a table of units, before it is taken over.
 */
typedef struct
{
  guint          line;
  YdImportState  state;
  char          *name;
  char          *words;
} YdImportLine;

typedef struct _YdDirectoryImport YdDirectoryImport;

YdDirectoryImport *yd_directory_import_new       (YdOffice           *office,
                                                  const char         *table,
                                                  const YdIdSource   *ids)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void               yd_directory_import_free      (YdDirectoryImport  *self);
GPtrArray         *yd_directory_import_get_lines (YdDirectoryImport  *self);
guint              yd_directory_import_count     (YdDirectoryImport  *self,
                                                  YdImportState       state);
YdEdit            *yd_directory_import_dup_edit  (YdDirectoryImport  *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdDirectoryImport, yd_directory_import_free)

G_END_DECLS
