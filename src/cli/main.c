/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "yd-locale.h"

static const struct
{
  const char    *name;
  YdCommandFunc  run;
  const char    *arguments;
  const char    *summary;
} commands[] = {
  { "read",   yd_cli_read,   "FILE…",
    N_("read documents and show what they say; the library is not touched") },
  { "import", yd_cli_import, "FILE",      N_("read a document into a new plan") },
  { "plans",  yd_cli_plans,  "",          N_("list the plans") },
  { "show",   yd_cli_show,   "PLAN",      N_("a whole plan as JSON") },
  { "source", yd_cli_source, "PLAN",      N_("the text of the document as it was read") },
  { "edit",   yd_cli_edit,   "PLAN",      N_("apply edits, one JSON object a line") },
  { "undo",   yd_cli_undo,   "PLAN",      N_("take the last edit back") },
  { "redo",   yd_cli_redo,   "PLAN",      N_("bring back what was undone last") },
  { "log",    yd_cli_log,    "PLAN",      N_("who changed what, and when") },
  { "check",  yd_cli_check,  "PLAN",      N_("what to look at before the plan is issued") },
  { "search", yd_cli_search, "TEXT",      N_("look for points, units and text in all plans") },
  { "export", yd_cli_export, "PLAN -o FILE",
    N_("write the breakdown table, or what is due (docx, xlsx, pdf, csv, json), a calendar (ics) "
       "or the plan file (yaodian)") },
  { "schedule", yd_cli_schedule, "PLAN",
    N_("when the points begin and end, what is critical, and how they stand") },
  { "agenda", yd_cli_agenda, "[PLAN]",    N_("what is due, of one plan or of all") },
  { "matrix", yd_cli_matrix, "PLAN",
    N_("who answers for what; with --members the members in the place of groups") },
  { "workday", yd_cli_workday, "DATE [N]",
    N_("the N-th working day after a day; with DATE..DATE how many between; alone whether it is "
       "one") },
  { "calendar", yd_cli_calendar, "…",
    N_("the notices on days off; “calendar add FILE” reads one, “calendar accept” puts it in "
       "force") },
  { "units", yd_cli_units, "[PLAN | …]",
    N_("the units that the office knows, or those of a plan; “units add”, “alias”, “succeed”, "
       "“merge”, “members”, “take”, “link”, “import”, “export” keep them") },
  { "verify", yd_cli_verify, "",          N_("check the library and its journal") },
};

/* A standard descriptor that is closed would go to the next file that is opened, and what
 * is printed into the library's lock. So it is held by one that can only fail.
 */
static void
hold_descriptors (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 &&
        open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      _exit (YD_EXIT_FAILED);
}

static char *
list_commands (void)
{
  GString *list = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strconcat (commands[i].name, " ", commands[i].arguments, NULL);
      int n_blanks = 24 - (int) g_utf8_strlen (usage, -1);

      g_string_append_printf (list, "\n  %s%*s%s", usage, n_blanks, "", _(commands[i].summary));
    }
  g_string_append (list, "\n\n");
  g_string_append (list, _("PLAN is an id, the beginning of one, or a title, if that is unique. "
                           "Without --library the library of the application is used."));

  return g_string_free (list, FALSE);
}

static YdExit
run_command (YdCli  *cli,
             int     argc,
             char  **argv)
{
  YdExit status = YD_EXIT_USAGE;
  g_autoptr(GError) error = NULL;
  gsize i = 0;

  while (i < G_N_ELEMENTS (commands) && !g_str_equal (commands[i].name, argv[0]))
    i++;

  if (i == G_N_ELEMENTS (commands))
    return yd_cli_usage (_("There is no command “%s”. “yaodianctl --help” lists them."), argv[0]);

  cli->command = commands[i].name;
  status = commands[i].run (cli, argc, argv);


  /* What failed has been said already. */
  return yd_cli_flush (&error) || status == YD_EXIT_FAILED ? status : yd_cli_fail (error);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *library = NULL, *list = NULL;
  gboolean version = FALSE;
  YdCli cli = { NULL };
  GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("Use this library"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;

  hold_descriptors ();

  /* A limit on the size of files shall be an error like a full disk, not the end. */
  signal (SIGXFSZ, SIG_IGN);
  yd_locale_init ();

  context = g_option_context_new (_("COMMAND [ARGUMENTS]"));
  list = list_commands ();
  g_option_context_set_description (context, list);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return yd_cli_usage ("%s", error->message);

  if (version)
    {
      yd_cli_print (g_strdup ("yaodianctl " PACKAGE_VERSION));
      return YD_EXIT_DONE;
    }

  if (argc < 2)
    return yd_cli_usage (_("Say what to do. “yaodianctl --help” lists the commands."));

  cli.library = library;
  return run_command (&cli, argc - 1, argv + 1);
}
