/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-edit.h"
#include "yd-id.h"
#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdUnitTerms:
 * @name: as it is usually printed
 * @full: (nullable): in full
 * @short_name: (nullable): in short
 * @kind: (nullable): as in #YD_UNIT_KIND
 * @from: the first day on which it is there, or %YD_DAY_NONE
 * @to: the last one, or %YD_DAY_NONE
 * @contact: (nullable): whom to turn to
 * @phone: (nullable): the telephone number
 *
 * What a new unit is.
 */
typedef struct
{
  const char *name;
  const char *full;
  const char *short_name;
  const char *kind;
  YdDay       from;
  YdDay       to;
  const char *contact;
  const char *phone;
} YdUnitTerms;

/* The edits of the directory of an office; complete but not sealed. What changes nothing is an
 * edit without changes. All return (transfer full). One cell is changed by yd_plan_edit_set().
 */

YdEdit *yd_office_edit_add_unit      (YdOffice           *office,
                                      const char         *id,
                                      const YdUnitTerms  *terms,
                                      const YdIdSource   *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_add_alias     (YdOffice           *office,
                                      YdRow              *unit,
                                      const char         *name) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_succeed       (YdOffice           *office,
                                      GPtrArray          *units,
                                      YdRow              *successor,
                                      YdDay               day,
                                      const YdIdSource   *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_succeed_new   (YdOffice           *office,
                                      GPtrArray          *units,
                                      const char         *id,
                                      const char         *name,
                                      YdDay               day,
                                      const YdIdSource   *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_merge         (YdOffice           *office,
                                      YdRow              *unit,
                                      YdRow              *into) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_part          (YdRow              *unit) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_set_parent    (YdOffice           *office,
                                      YdRow              *unit,
                                      YdRow              *parent) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_add_member    (YdOffice           *office,
                                      const char         *id,
                                      YdRow              *group,
                                      YdRow              *unit,
                                      YdDay               from,
                                      YdDay               to) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_add_rows      (YdOffice           *office,
                                      YdRow              *group,
                                      GPtrArray          *units,
                                      YdDay               from,
                                      YdDay               to,
                                      const YdIdSource   *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_add_members   (YdOffice           *office,
                                      YdRow              *group,
                                      const char         *names,
                                      const YdIdSource   *ids) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_set_days      (YdRow              *row,
                                      YdDay               from,
                                      YdDay               to) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_delete_unit   (YdOffice           *office,
                                      YdRow              *unit) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_office_edit_take_over     (YdOffice           *office,
                                      YdPlan             *plan,
                                      GPtrArray          *units,
                                      YdDay               day,
                                      const YdIdSource   *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
