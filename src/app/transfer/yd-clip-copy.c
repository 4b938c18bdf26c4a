/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clip-copy.h"

#include <string.h>

#include "yd-clip-write.h"
#include "yd-point-table.h"

static GdkContentProvider *
provide (const char *mime_type,
         const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

/**
 * yd_clip_copy_points:
 * @clipboard: a clipboard
 * @plan: a plan
 * @points: (element-type YdRow): points of it, in the order in which they shall stand
 *
 * Puts a table of the points on the clipboard: as HTML, which spreadsheets and word
 * processors take as cells, and as lines with tabs, which all programs take.
 */
void
yd_clip_copy_points (GdkClipboard *clipboard,
                     YdPlan       *plan,
                     GPtrArray    *points)
{
  g_autoptr(YdTable) table = yd_point_table_new (plan, points);
  g_autofree char *html = yd_clip_make_html (table);
  g_autofree char *tsv = yd_clip_make_tsv (table);
  GdkContentProvider *parts[] = {
    provide ("text/html", html),
    provide ("text/tab-separated-values", tsv),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };
  g_autoptr(GdkContentProvider) whole = gdk_content_provider_new_union (parts,
                                                                        G_N_ELEMENTS (parts));

  gdk_clipboard_set_content (clipboard, whole);
}
