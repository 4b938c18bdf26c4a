/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CLOCK_TEMPLATE_EDITOR (yd_clock_template_editor_get_type ())

G_DECLARE_FINAL_TYPE (YdClockTemplateEditor, yd_clock_template_editor, YD, CLOCK_TEMPLATE_EDITOR,
                      AdwWindow)

YdClockTemplateEditor *yd_clock_template_editor_new   (YdSession             *session,
                                                       YdRow                 *row)
                                                       G_GNUC_WARN_UNUSED_RESULT;
void                   yd_clock_template_editor_fill  (YdClockTemplateEditor *self,
                                                       const char            *title,
                                                       const char            *from,
                                                       const char            *to);
void                   yd_clock_template_editor_add   (YdClockTemplateEditor *self,
                                                       const char            *title,
                                                       int                    n,
                                                       const char            *measure);
gboolean               yd_clock_template_editor_apply (YdClockTemplateEditor *self);

G_END_DECLS
