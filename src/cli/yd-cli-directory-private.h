/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-cli.h"

#include "yd-cli-office.h"
#include "yd-directory.h"

G_BEGIN_DECLS

/* The office while a command changes it. */
typedef struct
{
  YdCliOffice office;
  GError     *error;
} YdCliChange;

void     _yd_cli_change_clear           (YdCliChange            *self);
YdExit   _yd_cli_change_end             (YdCliChange            *self,
                                         YdEdit                 *edit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdCliChange, _yd_cli_change_clear)

YdDay    _yd_cli_directory_get_today    (void);
gboolean _yd_cli_directory_read_day     (const char             *text,
                                         YdDay                  *day);
YdRow   *_yd_cli_directory_find_unit    (YdOffice               *office,
                                         const char             *name,
                                         GError                **error);
char    *_yd_cli_directory_unit_to_json (const YdDirectoryUnit  *unit,
                                         gboolean                contacts);

/* The commands below `units` */
YdExit   _yd_cli_directory_add          (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_alias        (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_merge        (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_succeed      (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_members      (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_take         (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_tie          (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_import       (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);
YdExit   _yd_cli_directory_export       (YdCli                  *cli,
                                         int                     argc,
                                         char                  **argv);

G_END_DECLS
