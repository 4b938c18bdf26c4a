/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-edit.h"

G_BEGIN_DECLS

const char *yd_act_words     (const char *act);
char       *yd_act_dup_words (YdEdit     *edit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
