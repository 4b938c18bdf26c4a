/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"
#include "yd-edit.h"
#include "yd-office.h"

G_BEGIN_DECLS

typedef struct
{
  YdDay     day;
  gboolean  working;
  char     *name;
} YdNoticeDay;

/**
 * YdNotice:
 * @year: the year that it arranges
 * @region: (nullable): whose it is, where it is not the State Council's
 * @version: 1, and more each time that it is amended
 * @number: (nullable): its number (文号)
 * @issued: when it was issued, or %YD_DAY_NONE
 * @verified: whether more than one source says so
 * @broken: whether days of it are lost: a row that is none, or no row at all
 * @text: (nullable): its wording
 * @days: (element-type YdNoticeDay): the days that it names, in order, each once
 *
 * An arrangement of days off (放假安排).
 */
typedef struct
{
  int       year;
  char     *region;
  int       version;
  char     *number;
  YdDay     issued;
  gboolean  verified;
  gboolean  broken;
  char     *text;
  GArray   *days;
} YdNotice;

YdNotice  *yd_notice_new          (int           year) G_GNUC_WARN_UNUSED_RESULT;
YdNotice  *yd_notice_new_for_row  (YdOffice     *office,
                                   YdRow        *row) G_GNUC_WARN_UNUSED_RESULT;
YdNotice  *yd_notice_parse        (const char   *text,
                                   const char   *name,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_notice_list_known   (GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void       yd_notice_free         (YdNotice     *self);

gboolean   yd_notice_add_day      (YdNotice     *self,
                                   YdDay         day,
                                   gboolean      working,
                                   const char   *name);
char      *yd_notice_dup_id       (YdNotice     *self) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_notice_dup_text     (YdNotice     *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean   yd_notice_equal        (YdNotice     *self,
                                   YdNotice     *other);
void       yd_notice_put_rows     (YdNotice     *self,
                                   YdEdit       *edit,
                                   const char   *check);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdNotice, yd_notice_free)

G_END_DECLS
