/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * yd_cli_parse:
 * @cli: takes what the shared options say
 * @argc: (inout): the words of the command, its name first
 * @argv: (inout) (array length=argc): likewise; options are taken out
 * @entries: (nullable): options of this command
 * @arguments: what stands behind the name in a usage line
 * @min: how many arguments are needed
 * @max: how many may be, or -1
 *
 * Returns: whether the words are a right use of the command; if not, it was said
 */
gboolean
yd_cli_parse (YdCli         *cli,
              int           *argc,
              char         **argv,
              GOptionEntry  *entries,
              const char    *arguments,
              int            min,
              int            max)
{
  GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print JSON, one object per line"), NULL },
    { NULL }
  };
  g_autofree char *name = g_strconcat ("yaodianctl ", cli->command, NULL);
  g_autoptr(GOptionContext) context = g_option_context_new (arguments);
  g_autoptr(GError) error = NULL;

  g_set_prgname (name);         /* --help begins with it */
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, &argv, &error))
    {
      yd_cli_usage ("%s", error->message);
      return FALSE;
    }

  if (*argc > 1 && g_str_equal (argv[1], "--"))
    {
      for (int i = 1; i < *argc; i++)
        argv[i] = argv[i + 1];
      (*argc)--;
    }

  if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    {
      yd_cli_usage (_("Usage: yaodianctl %s %s"), cli->command, arguments);
      return FALSE;
    }

  return TRUE;
}

/* One line on the standard error: what happened and what to do. */
YdExit
yd_cli_fail (const GError *error)
{
  g_autofree char *line = g_strdelimit (g_strdup (error->message), "\n", ' ');

  g_printerr ("yaodianctl: %s\n", line);
  return YD_EXIT_FAILED;
}

YdExit
yd_cli_usage (const char *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("yaodianctl: %s\n", message);
  return YD_EXIT_USAGE;
}

/**
 * yd_cli_print:
 * @line: (transfer full): text without its line end
 */
void
yd_cli_print (char *line)
{
  fputs (line, stdout);
  putchar ('\n');
  g_free (line);
}

/**
 * yd_cli_flush:
 * @error: return location for an error
 *
 * Who reads what was printed may be gone, or the disk it goes to full.
 *
 * Returns: whether all that was printed has arrived
 */
gboolean
yd_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The output could not be written: %s"), g_strerror (errno));
  return FALSE;
}
