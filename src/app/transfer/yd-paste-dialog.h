/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"

G_BEGIN_DECLS

/**
 * YdPastePlace:
 * @YD_PASTE_AFTER: behind the selected point
 * @YD_PASTE_BELOW: as the last that stand below it
 * @YD_PASTE_END: at the end of the plan
 */
typedef enum
{
  YD_PASTE_AFTER,
  YD_PASTE_BELOW,
  YD_PASTE_END,
} YdPastePlace;

#define YD_TYPE_PASTE_DIALOG (yd_paste_dialog_get_type ())

G_DECLARE_FINAL_TYPE (YdPasteDialog, yd_paste_dialog, YD, PASTE_DIALOG, AdwWindow)

GtkWidget    *yd_paste_dialog_new       (GtkWindow     *parent,
                                         YdSession     *session,
                                         GPtrArray     *points) G_GNUC_WARN_UNUSED_RESULT;
YdPastePlace  yd_paste_dialog_get_place (YdPasteDialog *self);
void          yd_paste_dialog_set_place (YdPasteDialog *self,
                                         YdPastePlace   place);
const char   *yd_paste_dialog_get_error (YdPasteDialog *self);

G_END_DECLS
