/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-problem.h"

G_BEGIN_DECLS

#define YD_TYPE_KEEP_POPOVER (yd_keep_popover_get_type ())

G_DECLARE_FINAL_TYPE (YdKeepPopover, yd_keep_popover, YD, KEEP_POPOVER, GtkPopover)

GtkWidget *yd_keep_popover_new (YdProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
