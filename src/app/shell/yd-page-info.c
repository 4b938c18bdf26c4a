/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-info.h"

#include <glib/gi18n-lib.h>

/* The pages of the window, in the order of the view switcher. A page is a folder
 * beside this one and a line here; its type is declared by the line itself.
 *
 *   PAGE (outline, N_("Outline"), "yd-outline-symbolic", yd_outline_page_get_type)
 *
 * One that is asked for now and then stands in the switcher only while it is shown.
 */
#define PAGES(PAGE) \
  PAGE (outline, N_("Outline"), "yd-outline-symbolic", yd_outline_page_get_type) \
  PAGE (calendar, N_("Calendar"), "yd-calendar-symbolic", yd_calendar_page_get_type) \
  PAGE (matrix, N_("Assignments"), "yd-matrix-symbolic", yd_matrix_page_get_type) \
  PAGE (source, N_("Source"), "yd-source-symbolic", yd_source_page_get_type)

#define PASSING_PAGES(PAGE) \
  PAGE (problems, N_("Problems"), "dialog-warning-symbolic", yd_problems_page_get_type)

#define DECLARE(key, title, icon, get_type) GType get_type (void);
PAGES (DECLARE)
PASSING_PAGES (DECLARE)

#define ENTRY(key, title, icon, get_type) { #key, title, icon, get_type, FALSE },
#define PASSING_ENTRY(key, title, icon, get_type) { #key, title, icon, get_type, TRUE },
static const YdPageInfo pages[] = {
  PAGES (ENTRY)
  PASSING_PAGES (PASSING_ENTRY)
  { NULL }
};

/* What stands beside every page: a widget with a property `session`, or nothing. */
#define DETAIL yd_detail_pane_get_type
GType yd_detail_pane_get_type (void);

/**
 * yd_page_info_list:
 * @n_pages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_pages): the pages, those that pass at the end
 */
const YdPageInfo *
yd_page_info_list (guint *n_pages)
{
  g_return_val_if_fail (n_pages != NULL, NULL);

  *n_pages = G_N_ELEMENTS (pages) - 1;

  return pages;
}

/* Returns: the type of the detail pane, or %G_TYPE_INVALID if there is none */
GType
yd_page_info_get_detail_type (void)
{
  GType (* const get_type) (void) = DETAIL;

  return get_type != NULL ? get_type () : G_TYPE_INVALID;
}
