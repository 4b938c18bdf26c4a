/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-role-table.h"
#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_MATRIX_PASTE (yd_matrix_paste_get_type ())

G_DECLARE_FINAL_TYPE (YdMatrixPaste, yd_matrix_paste, YD, MATRIX_PASTE, AdwWindow)

GtkWidget *yd_matrix_paste_new (GtkWindow   *parent,
                                YdSession   *session,
                                YdRoleTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
