/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdLibraryLock:
 * @fd: the file that is held, or -1
 * @was_left: whether who held it last did not get to say that all was well
 *
 * One process writes a library; the file beside it says who.
 */
typedef struct
{
  int      fd;
  gboolean was_left;
} YdLibraryLock;

gboolean _yd_library_lock_take    (YdLibraryLock *self,
                                   const char    *library,
                                   GError       **error);
void     _yd_library_lock_release (YdLibraryLock *self,
                                   gboolean       well);

G_END_DECLS
