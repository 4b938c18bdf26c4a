/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory-import.h"

#include "yd-directory-rows.h"

G_BEGIN_DECLS

/* A line of the table while it is compared. */
typedef struct
{
  char    **cells;
  guint     line;
  char     *id;                 /* (nullable): there is no such unit */
  YdRow    *row;                /* (nullable): the unit is new */
  GString  *changes;
  GString  *faults;
} YdImportEntry;

/* A table while it is compared. */
typedef struct
{
  YdOffice         *office;
  YdDirectory      *directory;
  const YdIdSource *ids;
  char            **member_ids;         /* in order, as the members stand in the table */
  guint             n_members;          /* how many of them are taken */
  YdEdit           *edit;
  GPtrArray        *entries;            /* of YdImportEntry */
  GHashTable       *fresh;              /* folded name → id of a new unit */
  GHashTable       *said;               /* what the table said already, and is not said twice */
  int               columns[YD_DIRECTORY_N_COLUMNS];    /* where they stand, or -1 */
} YdImportReading;

void     _yd_import_add_words (GString           *words,
                               const char        *format,
                               ...) G_GNUC_PRINTF (2, 3);
char    *_yd_import_dup_cell  (YdImportReading   *self,
                               YdImportEntry     *entry,
                               YdDirectoryColumn  column);
YdDay    _yd_import_read_day  (const char        *text);
YdRow   *_yd_import_get_row   (YdImportReading   *self,
                               const char        *id);
gboolean _yd_import_say       (YdImportReading   *self,
                               const char        *what,
                               const char        *id,
                               const char        *more);
void     _yd_import_set_cell  (YdImportReading   *self,
                               YdImportEntry     *entry,
                               guint              field,
                               const char        *value,
                               YdDirectoryColumn  column,
                               const char        *words);

/* yd-directory-import-links.c */
void     _yd_import_take_links   (YdImportReading *self,
                                  YdImportEntry   *entry);
void     _yd_import_take_aliases (YdImportReading *self,
                                  YdImportEntry   *entry);
void     _yd_import_number_members (YdImportReading *self);
void     _yd_import_take_groups  (YdImportReading *self,
                                  YdImportEntry   *entry);

G_END_DECLS
