/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-document.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "yd-reader.h"

/**
 * yd_cli_read_document:
 * @path: (type filename): the document, or `-` for the standard input
 * @error: return location for an error
 *
 * Returns: (transfer full): what it says; a document without any point is an error
 */
YdOutline *
yd_cli_read_document (const char  *path,
                      GError     **error)
{
  g_autofree char *helper = yd_reader_find_helper ();
  g_autoptr(YdSource) source = yd_reader_read (path, helper, NULL, error);
  g_autoptr(YdOutline) outline = NULL;
  guint n_points;

  if (source == NULL || (outline = yd_outline_parse (source, error)) == NULL)
    return NULL;

  yd_outline_get_points (outline, &n_points);
  if (n_points == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” has no points: nothing in it is numbered and no unit is named. "
                     "Check that it is the right document."), path);
      return NULL;
    }

  return g_steal_pointer (&outline);
}
