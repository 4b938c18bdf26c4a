/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-late-library.h"

#include <dlfcn.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A library with which a program is linked is read at each start, with all that it is linked
 * with in turn: those that write files bring ICU, the C++ library and OpenSSL, a third of what
 * the linker has to do for the window. So they are found when the first file is written, and
 * SQLite when a thread opens the library. Each has a header made by build-aux/make-late, which
 * puts a table in the place of its functions.
 */

static gboolean
find_functions (gpointer            library,
                const char * const *names,
                gpointer           *functions)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      functions[i] = dlsym (library, names[i]);
      if (functions[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/* What the linker says is for whoever mends it. It says nothing of a function that is there
 * and is NULL.
 */
static void
set_error (const char  *soname,
           GError     **error)
{
  const char *why = dlerror ();

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("What reads and writes such files is missing on this computer: %s"),
               why != NULL ? why : soname);
}

/**
 * yd_late_library_load:
 * @soname: the library
 * @names: (array zero-terminated=1): its functions
 * @functions: (out) (array): where they are, in the same order; nothing yet, or all
 * @error: return location; %G_IO_ERROR, in words for whoever wants the file
 *
 * Fills the table, unless it is filled, in any thread. The library stays.
 *
 * Returns: %FALSE if the library, or one of the functions, is not there
 */
gboolean
yd_late_library_load (const char         *soname,
                      const char * const *names,
                      gpointer           *functions,
                      GError            **error)
{
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  gpointer library;

  g_return_val_if_fail (soname != NULL && names != NULL && functions != NULL, FALSE);

  if (functions[0] != NULL)
    return TRUE;

  library = dlopen (soname, RTLD_NOW | RTLD_LOCAL);
  if (library != NULL && find_functions (library, names, functions))
    return TRUE;

  set_error (soname, error);
  memset (functions, 0, g_strv_length ((char **) names) * sizeof *functions);
  if (library != NULL)
    dlclose (library);

  return FALSE;
}
