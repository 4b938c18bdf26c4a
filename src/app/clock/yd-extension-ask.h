/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_EXTENSION_ASK (yd_extension_ask_get_type ())

G_DECLARE_FINAL_TYPE (YdExtensionAsk, yd_extension_ask, YD, EXTENSION_ASK, GtkPopover)

gboolean yd_extension_ask_is_possible (YdSession      *session,
                                       YdPoint        *point,
                                       YdRow          *deadline);
void     yd_extension_ask_open        (YdExtensionAsk *self,
                                       YdPage         *page,
                                       YdPoint        *point,
                                       YdRow          *deadline);
void     yd_extension_ask_fill        (YdExtensionAsk *self,
                                       const char     *until,
                                       const char     *reason,
                                       const char     *unit);
gboolean yd_extension_ask_apply       (YdExtensionAsk *self);

G_END_DECLS
