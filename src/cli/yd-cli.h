/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CLI.md: what a command ends with. */
typedef enum
{
  YD_EXIT_DONE,
  YD_EXIT_FAILED,
  YD_EXIT_USAGE,
  YD_EXIT_LOOK,                 /* done, and there is something to look at */
} YdExit;

/* What stands before the command, and the options that commands share. */
typedef struct
{
  const char *command;
  char       *library;          /* --library */
  gboolean    json;             /* --json */
} YdCli;

typedef YdExit (* YdCommandFunc) (YdCli   *cli,
                                  int      argc,
                                  char   **argv);

gboolean yd_cli_parse     (YdCli         *cli,
                           int           *argc,
                           char         **argv,
                           GOptionEntry  *entries,
                           const char    *arguments,
                           int            min,
                           int            max);
YdExit   yd_cli_fail      (const GError  *error);
YdExit   yd_cli_usage     (const char    *format,
                           ...) G_GNUC_PRINTF (1, 2);
void     yd_cli_print     (char          *line);
gboolean yd_cli_flush     (GError       **error);

YdExit   yd_cli_read      (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_import    (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_plans     (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_show      (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_source    (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_edit      (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_undo      (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_redo      (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_log       (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_check     (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_search    (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_export    (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_matrix    (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_verify    (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_calendar  (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_units     (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_workday   (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_schedule  (YdCli *cli, int argc, char **argv);
YdExit   yd_cli_agenda    (YdCli *cli, int argc, char **argv);

G_END_DECLS
