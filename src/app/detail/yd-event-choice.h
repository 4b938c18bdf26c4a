/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-deadline.h"

G_BEGIN_DECLS

#define YD_TYPE_EVENT_CHOICE (yd_event_choice_get_type ())

G_DECLARE_FINAL_TYPE (YdEventChoice, yd_event_choice, YD, EVENT_CHOICE, GtkBox)

void        yd_event_choice_set_deadline (YdEventChoice *self,
                                          YdRow         *deadline);
void        yd_event_choice_set_asks     (YdEventChoice *self,
                                          gboolean       asks,
                                          gboolean       hours);
void        yd_event_choice_fill         (YdEventChoice *self,
                                          const char    *law,
                                          const char    *event);

const char *yd_event_choice_get_law      (YdEventChoice *self);
gboolean    yd_event_choice_is_untouched (YdEventChoice *self);
gboolean    yd_event_choice_is_valid     (YdEventChoice *self);
char       *yd_event_choice_dup_value    (YdEventChoice *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
