/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

GPtrArray *
yd_library_verify (YdLibrary  *self,
                   GError    **error)
{
  return g_ptr_array_new ();
}
