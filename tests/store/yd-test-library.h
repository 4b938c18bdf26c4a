/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-library.h"

G_BEGIN_DECLS

/* A library in a folder of its own. */
typedef struct
{
  char *dir;
  char *path;
} YdTestLibrary;

void             yd_test_library_set_up    (YdTestLibrary   *self,
                                            gconstpointer    data);
void             yd_test_library_tear_down (YdTestLibrary   *self,
                                            gconstpointer    data);
YdLibrary       *yd_test_library_open      (YdTestLibrary   *self,
                                            YdLibraryFlags   flags);
void             yd_test_library_close     (YdLibrary       *library);

YdSpace         *yd_test_make_plan         (YdLibrary       *library,
                                            const char      *id,
                                            YdSqliteJournal **journal);
YdEdit          *yd_test_rows_random       (YdSpace         *space);
YdEdit          *yd_test_rows_work         (YdLibrary       *library,
                                            YdSpace         *space,
                                            YdSqliteJournal *journal,
                                            int              n_edits);
char            *yd_test_rows_dump         (YdSpace         *space);
gboolean         yd_test_seal_and_keep     (YdLibrary       *library,
                                            YdSpace         *space,
                                            YdSqliteJournal *journal,
                                            YdEdit          *edit,
                                            GError         **error);

G_END_DECLS
