/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "yd-cli-library.h"
#include "yd-wire-command.h"

/* `yaodianctl edit`, `undo` and `redo`: what changes a plan. */

#define MAX_LINE (256 * 1024 * 1024)    /* bytes: far more than the largest plan takes */

/* Prints the id of an edit that is durable, at once: who waits for it may act on it. */
static gboolean
announce (YdEdit  *edit,
          GError **error)
{
  yd_cli_print (g_strdup (yd_edit_get_id (edit)));

  return yd_cli_flush (error);
}

static gboolean
apply_line (YdCliPlan   *plan,
            const char  *line,
            gsize        len,
            GError     **error)
{
  g_autoptr(YdEdit) edit = yd_wire_edit_parse_command (YD_SPACE (plan->plan), line, len,
                                                       &yd_id_system_source, error);

  return edit != NULL && yd_cli_plan_commit (plan, edit, error) && announce (edit, error);
}

static gboolean
is_blank (const char *line,
          gsize       len)
{
  return strspn (line, " \t\r") == len;
}

/* The input may be something else that never ends. At its end @line is empty and
 * @at_end set.
 */
static gboolean
read_line (GString   *line,
           gboolean  *at_end,
           GError   **error)
{
  int c;

  g_string_truncate (line, 0);
  while ((c = getc_unlocked (stdin)) != EOF && c != '\n' && line->len < MAX_LINE)
    g_string_append_c (line, c);

  *at_end = c == EOF && line->len == 0;
  if (ferror (stdin))
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                 _("The edits cannot be read: %s"), g_strerror (errno));
  else if (line->len == MAX_LINE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                         _("It is longer than 256 MiB. Divide it into several edits."));
  else
    return TRUE;

  return FALSE;
}

/* A line applies whole or not at all; those before a bad one stay. */
static gboolean
apply_lines (YdCliPlan  *plan,
             GError    **error)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint n = 1; TRUE; n++)
    {
      g_autoptr(GError) failure = NULL;
      gboolean at_end;

      if (read_line (line, &at_end, &failure) && at_end)
        return TRUE;

      if (failure != NULL ||
          (!is_blank (line->str, line->len) && !apply_line (plan, line->str, line->len, &failure)))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&failure), _("Line %u: "), n);
          return FALSE;
        }
    }
}

YdExit
yd_cli_edit (YdCli  *cli,
             int     argc,
             char  **argv)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "PLAN", 1, 1))
    return YD_EXIT_USAGE;

  plan = yd_cli_plan_open (cli, argv[1], TRUE, &error);
  if (plan == NULL || !apply_lines (plan, &error))
    return yd_cli_fail (error);

  return YD_EXIT_DONE;
}

/* Takes back what belongs together, newest first; then it comes back together too. */
static gboolean
take_back (YdCliPlan  *plan,
           GPtrArray  *edits,
           GError    **error)
{
  g_autofree char *group = edits->len > 1 ? yd_id_new (&yd_id_system_source) : NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      guint n_left;
      g_autoptr(YdEdit) inverse = yd_space_invert (YD_SPACE (plan->plan),
                                                   g_ptr_array_index (edits, i), &n_left);

      yd_edit_set (inverse, YD_EDIT_GROUP, group);
      if (n_left > 0)
        g_printerr (ngettext ("yaodianctl: %u value was changed since and is left as it is\n",
                              "yaodianctl: %u values were changed since and are left as they are\n",
                              n_left), n_left);

      if (!yd_cli_plan_commit (plan, inverse, error) || !announce (inverse, error))
        return FALSE;
    }

  return TRUE;
}

static YdExit
undo_or_redo (YdCli     *cli,
              int        argc,
              char     **argv,
              gboolean   redo)
{
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(GPtrArray) edits = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "PLAN", 1, 1))
    return YD_EXIT_USAGE;

  if ((plan = yd_cli_plan_open (cli, argv[1], TRUE, &error)) == NULL ||
      (edits = yd_library_read_undo (plan->library, yd_space_get_id (YD_SPACE (plan->plan)), redo,
                                     &error)) == NULL)
    return yd_cli_fail (error);

  if (edits->len == 0)
    {
      g_set_error_literal (&error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                           redo ? _("There is nothing to bring back.")
                                : _("There is nothing to take back."));
      return yd_cli_fail (error);
    }

  return take_back (plan, edits, &error) ? YD_EXIT_DONE : yd_cli_fail (error);
}

YdExit
yd_cli_undo (YdCli  *cli,
             int     argc,
             char  **argv)
{
  return undo_or_redo (cli, argc, argv, FALSE);
}

YdExit
yd_cli_redo (YdCli  *cli,
             int     argc,
             char  **argv)
{
  return undo_or_redo (cli, argc, argv, TRUE);
}
