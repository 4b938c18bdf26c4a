/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YD_TYPE_DRAFT_ROW (yd_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (YdDraftRow, yd_draft_row, YD, DRAFT_ROW, AdwEntryRow)

GtkWidget *yd_draft_row_new          (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void       yd_draft_row_show         (YdDraftRow *self,
                                      const char *value);
gboolean   yd_draft_row_update       (YdDraftRow *self,
                                      const char *value);
void       yd_draft_row_set_kept     (YdDraftRow *self,
                                      gboolean    kept);
void       yd_draft_row_set_wrong    (YdDraftRow *self,
                                      gboolean    wrong);
gboolean   yd_draft_row_is_draft     (YdDraftRow *self);
gboolean   yd_draft_row_is_outdated  (YdDraftRow *self);

G_END_DECLS
