/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-space.h"

G_BEGIN_DECLS

YdEdit *yd_test_random_edit (YdSpace *space,
                             guint    n);

G_END_DECLS
