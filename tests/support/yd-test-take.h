/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-id.h"
#include "yd-moment.h"
#include "yd-space.h"

G_BEGIN_DECLS

extern const YdIdSource yd_test_ids;

guint    yd_test_take   (gpointer    space,
                         YdEdit     *edit);
YdMoment yd_test_moment (const char *text);

G_END_DECLS
