/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"
#include "yd-role.h"

G_BEGIN_DECLS

/**
 * YdRoleChange:
 * @point: a point
 * @unit: a unit
 * @was: what it is to it in the plan
 * @role: what the table says
 */
typedef struct
{
  YdPoint *point;
  YdRow   *unit;
  YdRole   was;
  YdRole   role;
} YdRoleChange;

/**
 * YdRoleTable:
 * @changes: (element-type YdRoleChange): where the table says something else than the plan; no
 *   pair of point and unit twice
 * @n_same: how many roles it says that are in the plan already
 * @units: (element-type utf8): names of units with roles that the plan does not have
 * @points: (element-type utf8): points with roles that the plan does not have, as written
 * @words: (element-type utf8): what stands in cells and is no role, each once
 *
 * Who answers for what as a table says it that was written elsewhere, against a plan. Nothing
 * is changed by reading it.
 */
typedef struct
{
  YdPlan     *plan;

  GArray     *changes;
  guint       n_same;
  GPtrArray  *units;
  GPtrArray  *points;
  GPtrArray  *words;

  /*< private >*/
  GHashTable *known;            /* pairs that are changed */
} YdRoleTable;

YdRoleTable *yd_role_table_new       (YdPlan      *plan) G_GNUC_WARN_UNUSED_RESULT;
void         yd_role_table_free      (YdRoleTable *self);
gboolean     yd_role_table_read      (YdRoleTable *self,
                                      GPtrArray   *rows);
void         yd_role_table_add       (YdRoleTable *self,
                                      YdPoint     *point,
                                      YdRow       *unit,
                                      const char  *text);
gboolean     yd_role_table_is_block  (GPtrArray   *rows);

char        *yd_role_table_dup_label (const char  *path,
                                      const char  *title) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdRoleTable, yd_role_table_free)

G_END_DECLS
