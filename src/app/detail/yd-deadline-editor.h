/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day-choice.h"
#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_DEADLINE_EDITOR (yd_deadline_editor_get_type ())

G_DECLARE_FINAL_TYPE (YdDeadlineEditor, yd_deadline_editor, YD, DEADLINE_EDITOR, GtkPopover)

void     yd_deadline_editor_edit          (YdDeadlineEditor *self,
                                           YdPage           *page,
                                           YdPoint          *point,
                                           YdRow            *deadline);
void     yd_deadline_editor_fill          (YdDeadlineEditor *self,
                                           const char       *rule,
                                           const char       *value,
                                           guint             n);
void     yd_deadline_editor_choose_period (YdDeadlineEditor *self,
                                           const char       *period);
gboolean yd_deadline_editor_apply         (YdDeadlineEditor *self);
void     yd_deadline_editor_fill_event    (YdDeadlineEditor *self,
                                           const char       *anchor,
                                           const char       *law,
                                           const char       *event);
void     yd_deadline_editor_fill_day      (YdDeadlineEditor *self,
                                           YdDayKind         kind,
                                           int               n,
                                           const char       *measure,
                                           const char       *date);

G_END_DECLS
