/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"
#include "yd-office.h"
#include "yd-unit-name.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY (yd_directory_get_type ())

typedef struct _YdDirectory YdDirectory;
typedef struct _YdDirectoryUnit YdDirectoryUnit;

/**
 * YdNameForm:
 * @YD_NAME_NONE: not at all
 * @YD_NAME_ALIAS: as an alias, or as a unit that was merged into it
 * @YD_NAME_SHORT: in short
 * @YD_NAME_FULL: in full
 * @YD_NAME_OWN: as it is usually printed
 *
 * How a unit is called by a name; what is later goes before what is earlier.
 */
typedef enum
{
  YD_NAME_NONE,
  YD_NAME_ALIAS,
  YD_NAME_SHORT,
  YD_NAME_FULL,
  YD_NAME_OWN,
} YdNameForm;

/**
 * YdDirectoryMember:
 * @id: the id of its row
 * @unit: who belongs to the group, or the group that it belongs to
 * @from: the first day, or %YD_DAY_NONE
 * @to: the last day, or %YD_DAY_NONE
 */
typedef struct
{
  char            *id;
  YdDirectoryUnit *unit;
  YdDay            from;
  YdDay            to;
} YdDirectoryMember;

/**
 * YdDirectoryUnit:
 * @id: the id of its row
 * @name: as it is usually printed
 * @full: (nullable): in full
 * @short_name: (nullable): in short
 * @kind: (nullable): as in #YD_UNIT_KIND
 * @contact: (nullable): whom to turn to
 * @phone: (nullable): the telephone number
 * @from: the first day on which it was there, or %YD_DAY_NONE
 * @to: the last one, or %YD_DAY_NONE
 * @parent: (nullable): what it belongs to
 * @successor: (nullable): which unit does its work after @to
 * @merged: (nullable): the unit that this is another name of
 * @aliases: (element-type utf8): how else it is called
 * @members: (element-type YdDirectoryMember): who belongs to it, if it is a group
 * @groups: (element-type YdDirectoryMember): what it belongs to
 *
 * A unit as the office knew it when the directory was read. All of it belongs to the directory.
 */
struct _YdDirectoryUnit
{
  char            *id;
  char            *name;
  char            *full;
  char            *short_name;
  char            *kind;
  char            *contact;
  char            *phone;
  YdDay            from;
  YdDay            to;
  YdDirectoryUnit *parent;
  YdDirectoryUnit *successor;
  YdDirectoryUnit *merged;
  GPtrArray       *aliases;
  GArray          *members;
  GArray          *groups;
};

/**
 * YdNameMatch:
 * @unit: (nullable): which unit is called so
 * @form: by which of its names
 * @former: it was not there on the day: see its successor
 * @doubtful: another unit is called so as well, and nothing tells which is meant
 */
typedef struct
{
  const YdDirectoryUnit *unit;
  YdNameForm             form;
  gboolean               former;
  gboolean               doubtful;
} YdNameMatch;

GType        yd_directory_get_type        (void) G_GNUC_CONST;
YdDirectory *yd_directory_new             (YdOffice              *office)
                                           G_GNUC_WARN_UNUSED_RESULT;
YdDirectory *yd_directory_ref             (YdDirectory           *self);
void         yd_directory_unref           (YdDirectory           *self);

GPtrArray   *yd_directory_get_units       (YdDirectory           *self);
const YdDirectoryUnit *
             yd_directory_lookup          (YdDirectory           *self,
                                           const char            *id);
const YdDirectoryUnit *
             yd_directory_read_through    (YdDirectory           *self,
                                           const char            *id);
YdNameMatch  yd_directory_match           (YdDirectory           *self,
                                           const char            *name,
                                           YdDay                  day);
YdNameMatch  yd_directory_resolve         (YdDirectory           *self,
                                           YdRow                 *plan_unit,
                                           YdDay                  day);

gboolean     yd_directory_unit_is_there   (const YdDirectoryUnit *unit,
                                           YdDay                  day);
gboolean     yd_directory_unit_is_group   (const YdDirectoryUnit *unit);
const YdDirectoryUnit *
             yd_directory_unit_get_heir   (const YdDirectoryUnit *unit,
                                           YdDay                  day);
GPtrArray   *yd_directory_list_members    (YdDirectory           *self,
                                           const YdDirectoryUnit *group,
                                           YdDay                  day,
                                           gboolean               deep)
                                           G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *yd_directory_list_former     (YdDirectory           *self,
                                           const YdDirectoryUnit *unit)
                                           G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *yd_directory_list_merged     (YdDirectory           *self,
                                           const YdDirectoryUnit *unit)
                                           G_GNUC_WARN_UNUSED_RESULT;
guint        yd_directory_count_uses      (YdDirectory           *self,
                                           const YdDirectoryUnit *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdDirectory, yd_directory_unref)

G_END_DECLS
