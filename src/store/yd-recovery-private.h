/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-library-types.h"

G_BEGIN_DECLS

YdRecovery *_yd_recovery_run (const char  *path,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
