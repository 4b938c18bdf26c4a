/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_FACT_ROW (yd_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (YdFactRow, yd_fact_row, YD, FACT_ROW, GtkListBoxRow)

/**
 * YdFactKind:
 * @delete_act: the code of the edit that deletes such a row
 * @has_role: whether it has a role, which keys change
 * @describe: says what it is, with the setters of #YdFactRow
 * @edit: (nullable): begins to edit it
 * @edit_words: (nullable): what the button that does so says, if not that it edits
 *
 * How one kind of fact is shown and changed.
 */
typedef struct
{
  const char *delete_act;
  gboolean    has_role;
  void        (* describe) (YdFactRow *self,
                            YdPlan    *plan,
                            YdRow     *fact);
  void        (* edit)     (YdFactRow *self,
                            YdRow     *fact);
  const char  *edit_words;
} YdFactKind;

GtkWidget *yd_fact_row_new          (YdRow            *fact,
                                     const YdFactKind *kind) G_GNUC_WARN_UNUSED_RESULT;
YdRow     *yd_fact_row_get_fact     (YdFactRow        *self);
void       yd_fact_row_update       (YdFactRow        *self,
                                     YdPlan           *plan,
                                     YdSchedule       *schedule,
                                     gboolean          read_only);
YdSchedule *
           yd_fact_row_get_schedule (YdFactRow        *self);

void       yd_fact_row_set_role     (YdFactRow        *self,
                                     const char       *role);
void       yd_fact_row_set_icon     (YdFactRow        *self,
                                     const char       *icon_name);
void       yd_fact_row_set_title    (YdFactRow        *self,
                                     const char       *title);
void       yd_fact_row_set_subtitle (YdFactRow        *self,
                                     const char       *subtitle);
void       yd_fact_row_set_link     (YdFactRow        *self,
                                     const char       *words,
                                     YdPoint          *point);
void       yd_fact_row_set_due      (YdFactRow        *self,
                                     const char       *due);
void       yd_fact_row_set_tag      (YdFactRow        *self,
                                     const char       *tag);
GtkWidget *yd_fact_row_get_anchor   (YdFactRow        *self);

G_END_DECLS
