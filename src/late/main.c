/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <xlsxwriter.h>

/* Linked as everybody else is, so that it tells by which names the libraries are found. */
int
main (void)
{
  return archive_version_number () > 0 && sqlite3_libversion_number () > 0 && lxw_version () != NULL
         ? EXIT_SUCCESS : EXIT_FAILURE;
}
