/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-window.h"

G_BEGIN_DECLS

typedef struct _YdTrial YdTrial;

YdTrial    *yd_trial_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void        yd_trial_free          (YdTrial      *self);
void        yd_trial_add_options   (GApplication *application);
void        yd_trial_take_options  (YdTrial      *self,
                                    GVariantDict *options);
void        yd_trial_begin         (YdTrial      *self,
                                    YdWindow     *window);
const char *yd_trial_get_library   (YdTrial      *self);
gboolean    yd_trial_makes_picture (YdTrial      *self);
int         yd_trial_get_status    (YdTrial      *self);

G_END_DECLS
