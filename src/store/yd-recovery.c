/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-recovery-private.h"

#include "yd-library.h"

YdRecovery *
_yd_recovery_run (const char  *path,
                  GError     **error)
{
  g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_DAMAGED,
                       "The library is damaged.");
  return NULL;
}
