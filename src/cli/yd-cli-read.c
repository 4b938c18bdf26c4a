/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>

#include "yd-cli-document.h"
#include "yd-outline.h"

/* `yaodianctl read`: what a document says, for people or as JSON. */

static const char *
get_role_word (YdOutlineRole role)
{
  static const char * const words[] = { N_("lead"), N_("responsible"), N_("support") };

  return _(words[role]);
}

static void
append_assignments (YdOutline *outline,
                    guint      point,
                    guint     *next,
                    GString   *text)
{
  guint n;
  const YdOutlineAssignment *assignments = yd_outline_get_assignments (outline, &n);
  int role = -1;

  for (; *next < n && assignments[*next].point == point; (*next)++)
    {
      const YdOutlineAssignment *assignment = &assignments[*next];

      if ((int) assignment->role == role)
        g_string_append_printf (text, "、%s", assignment->unit);
      else
        g_string_append_printf (text, "  %s: %s", get_role_word (assignment->role),
                                assignment->unit);
      role = assignment->role;
    }
}

static void
append_deadlines (YdOutline *outline,
                  guint      point,
                  guint     *next,
                  GString   *text)
{
  guint n;
  const YdOutlineDeadline *deadlines = yd_outline_get_deadlines (outline, &n);

  for (; *next < n && deadlines[*next].point == point; (*next)++)
    g_string_append_printf (text, "  ⏱ %s", deadlines[*next].text);
}

/* A duty without a title is called by how it begins. */
static char *
dup_name (YdOutline            *outline,
          const YdOutlinePoint *point)
{
  YdSpan start = point->span;

  if (*point->title != '\0')
    return g_strdup (point->title);

  start.end = MIN (start.end, start.start + 24);

  return g_strdelimit (yd_source_dup_text (yd_outline_get_source (outline), start), "\n", ' ');
}

static void
print_points (YdOutline *outline)
{
  guint n_points, assignment = 0, deadline = 0;
  const YdOutlinePoint *points = yd_outline_get_points (outline, &n_points);

  for (guint i = 0; i < n_points; i++)
    {
      GString *line = g_string_new (NULL);
      g_autofree char *name = dup_name (outline, &points[i]);

      g_string_append_printf (line, "%*s%s%s", 2 * (int) (points[i].level - 1), "",
                              *points[i].printed != '\0' ? points[i].printed : "· ", name);
      append_assignments (outline, i, &assignment, line);
      append_deadlines (outline, i, &deadline, line);
      yd_cli_print (g_string_free (line, FALSE));
    }
}

static void
print_head (YdOutline *outline)
{
  const char *values[] = {
    yd_outline_get_number (outline), yd_outline_get_issuer (outline),
    yd_outline_get_issued (outline),
  };

  if (yd_outline_get_title (outline) != NULL)
    yd_cli_print (g_strdup (yd_outline_get_title (outline)));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != NULL)
      yd_cli_print (g_strdup (values[i]));

  yd_cli_print (g_strdup (""));
}

static void
print_unplaced (YdOutline *outline)
{
  guint n_spans, n_chars = 0;
  const YdSpan *spans = yd_outline_get_unplaced (outline, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    n_chars += spans[i].end - spans[i].start;

  yd_cli_print (g_strdup (""));
  yd_cli_print (g_strdup_printf (_("%u of %u characters belong to no point."), n_chars,
                                 yd_source_get_n_chars (yd_outline_get_source (outline))));
}

static void
print_outline (YdCli     *cli,
               YdOutline *outline)
{
  if (cli->json)
    {
      yd_cli_print (yd_outline_to_json (outline));
      return;
    }

  print_head (outline);
  print_points (outline);
  print_unplaced (outline);
}

YdExit
yd_cli_read (YdCli  *cli,
             int     argc,
             char  **argv)
{
  YdExit status = YD_EXIT_DONE;

  if (!yd_cli_parse (cli, &argc, argv, NULL, "FILE…", 1, -1))
    return YD_EXIT_USAGE;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(YdOutline) outline = yd_cli_read_document (argv[i], &error);

      if (outline != NULL)
        print_outline (cli, outline);
      else
        status = yd_cli_fail (error);
    }

  return status;
}
