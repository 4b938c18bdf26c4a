/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan-edits.h"

G_BEGIN_DECLS

guint      _yd_plan_edits_find_check (YdRow            *row);
void       _yd_plan_edits_set        (YdEdit           *edit,
                                      YdRow            *row,
                                      guint             field,
                                      const char       *value);
void       _yd_plan_edits_confirm    (YdEdit           *edit,
                                      YdRow            *row);
void       _yd_plan_edits_alias      (YdEdit           *edit,
                                      YdSpace          *space,
                                      const char       *unit_id,
                                      const char       *name);
void       _yd_plan_edits_assign     (YdPlan           *plan,
                                      YdEdit           *edit,
                                      YdPoint          *point,
                                      const char       *unit_id,
                                      const char       *role,
                                      const YdIdSource *ids);
char      *_yd_plan_edits_order_last (GListModel       *rows,
                                      const YdIdSource *ids);
GPtrArray *_yd_plan_edits_list_roots (GPtrArray        *points);

G_END_DECLS
