/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "yd-outline.h"

/* read --json FILE, as the command line will do it. */
int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = NULL;
  g_autoptr(YdOutline) outline = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  gsize n;

  if (argc != 4 || !g_file_get_contents (argv[3], &text, &n, &error))
    return 1;

  source = yd_source_new_take (argv[3], "txt", g_steal_pointer (&text), n, &error);
  if (source == NULL)
    return 1;

  outline = yd_outline_parse (source, &error);
  if (outline == NULL)
    return 1;

  json = yd_outline_to_json (outline);
  fputs (json, stdout);

  return 0;
}
