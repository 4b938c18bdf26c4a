/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-space.h"

G_BEGIN_DECLS

YdEdit *yd_test_script_make  (YdSpace     *space,
                              const char  *script);
YdEdit *yd_test_script_apply (YdSpace     *space,
                              const char  *script,
                              GError     **error);
void    yd_test_script_must  (YdSpace     *space,
                              const char  *script);

G_END_DECLS
