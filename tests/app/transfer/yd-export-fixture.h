/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-dialog.h"
#include "yd-test-journal.h"

/* The dialog, in front of a window that keeps what it is told. */
typedef struct
{
  char           *folder;
  YdPlan         *plan;
  YdTestJournal  *journal;
  YdSession      *session;
  GtkWidget      *parent;
  YdExportDialog *dialog;       /* becomes NULL when it is closed */
  char           *exported;     /* what the window was told */
  char           *said;
} YdExportFixture;

void     yd_export_fixture_spin        (void);
void     yd_export_fixture_set_up      (YdExportFixture *fixture,
                                        gconstpointer    user_data);
void     yd_export_fixture_open_dialog (YdExportFixture *fixture);
void     yd_export_fixture_open_points (YdExportFixture *fixture,
                                        guint            n);
void     yd_export_fixture_tear_down   (YdExportFixture *fixture,
                                        gconstpointer    user_data);
void     yd_export_fixture_export_to   (YdExportFixture *fixture,
                                        const char      *name);
void     yd_export_fixture_wait        (YdExportFixture *fixture);
gboolean yd_export_fixture_exists      (YdExportFixture *fixture,
                                        const char      *name);
char    *yd_export_fixture_export_text (YdExportFixture *fixture,
                                        const char      *name);
void     yd_export_fixture_open_units  (YdExportFixture *fixture);
