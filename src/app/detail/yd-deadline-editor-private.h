/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline-editor.h"

#include "yd-deadline.h"
#include "yd-event-choice.h"
#include "yd-period-choice.h"

G_BEGIN_DECLS

struct _YdDeadlineEditor
{
  GtkPopover       parent_instance;

  /* Owned */
  YdPoint         *point;
  YdRow           *deadline;            /* (nullable): a new one */

  /* Borrowed */
  YdPage          *page;

  /* Template */
  GtkDropDown     *rule;
  GtkEntry        *value;
  GtkWidget       *span;
  GtkSpinButton   *n;
  GtkDropDown     *measure;
  GtkDropDown     *anchor;
  YdEventChoice   *event;
  YdPeriodChoice  *period;
  YdDayChoice     *day;
  GtkCheckButton  *internal;
  GtkDropDown     *roll;
  GtkCheckButton  *first;
  GtkLabel        *due;
  GtkLabel        *problem;
  GtkWidget       *remove;
};

gboolean        _yd_deadline_editor_rule_is        (YdDeadlineEditor *self,
                                                    const char       *rule);
gboolean        _yd_deadline_editor_measures       (YdDeadlineEditor *self,
                                                    const char       *measure);
gboolean        _yd_deadline_editor_asks_for_event (YdDeadlineEditor *self);
gboolean        _yd_deadline_editor_is_by_law      (YdDeadlineEditor *self);
gboolean        _yd_deadline_editor_is_complete    (YdDeadlineEditor *self,
                                                    const char       *value);
char           *_yd_deadline_editor_dup_value      (YdDeadlineEditor *self);
YdDeadlineTerms _yd_deadline_editor_get_terms      (YdDeadlineEditor *self,
                                                    const char       *value);
void            _yd_deadline_editor_load           (YdDeadlineEditor *self);

G_END_DECLS
