/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-fact-row.h"

G_BEGIN_DECLS

#define YD_TYPE_DETAIL_SECTION (yd_detail_section_get_type ())

G_DECLARE_FINAL_TYPE (YdDetailSection, yd_detail_section, YD, DETAIL_SECTION, GtkBox)

void     yd_detail_section_set_up    (YdDetailSection  *self,
                                      const YdFactKind *kind);
void     yd_detail_section_set_foot  (YdDetailSection  *self,
                                      GtkWidget        *foot);
GtkWidget *yd_detail_section_get_foot (YdDetailSection *self);
void     yd_detail_section_show      (YdDetailSection  *self,
                                      YdPlan           *plan,
                                      GListModel       *facts);
void     yd_detail_section_update    (YdDetailSection  *self,
                                      gboolean          read_only);

GtkWidget *yd_detail_section_get_row (YdDetailSection  *self,
                                      guint             position);

G_END_DECLS
