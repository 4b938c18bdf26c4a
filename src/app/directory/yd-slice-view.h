/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_SLICE_VIEW (yd_slice_view_get_type ())

G_DECLARE_FINAL_TYPE (YdSliceView, yd_slice_view, YD, SLICE_VIEW, AdwWindow)

GtkWindow *yd_slice_view_new (GtkWindow *parent,
                              YdSession *session,
                              YdRow     *unit);

G_END_DECLS
