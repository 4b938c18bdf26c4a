/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-space.h"

G_BEGIN_DECLS

typedef struct _YdTestMirror YdTestMirror;

YdTestMirror *yd_test_mirror_new        (YdSpace       *space);
void          yd_test_mirror_free       (YdTestMirror  *self);

void          yd_test_mirror_begin_edit (YdTestMirror  *self);
void          yd_test_mirror_check      (YdTestMirror  *self);
guint         yd_test_mirror_get_heard  (YdTestMirror  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdTestMirror, yd_test_mirror_free)

G_END_DECLS
