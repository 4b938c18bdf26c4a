/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *yd_unit_name_fold       (const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *yd_unit_name_guess_kind (const char *name);

G_END_DECLS
