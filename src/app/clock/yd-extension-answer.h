/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_EXTENSION_ANSWER (yd_extension_answer_get_type ())

G_DECLARE_FINAL_TYPE (YdExtensionAnswer, yd_extension_answer, YD, EXTENSION_ANSWER, GtkPopover)

void     yd_extension_answer_open   (YdExtensionAnswer *self,
                                     YdPage            *page,
                                     YdRow             *postponement);
void     yd_extension_answer_fill   (YdExtensionAnswer *self,
                                     const char        *until,
                                     const char        *note);
gboolean yd_extension_answer_grant  (YdExtensionAnswer *self);
gboolean yd_extension_answer_refuse (YdExtensionAnswer *self);

G_END_DECLS
