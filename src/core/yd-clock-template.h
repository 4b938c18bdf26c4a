/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"
#include "yd-edit.h"
#include "yd-id.h"
#include "yd-office.h"

G_BEGIN_DECLS

/* Steps that a template or a new clock may have. */
#define YD_CLOCK_MAX_TERMS 26

/* More than any term of a law, in whatever measure. */
#define YD_CLOCK_MAX_N 9999

/**
 * YdClockTerm:
 * @title: (nullable): what is to be done
 * @n: within how many
 * @measure: of what: `hours`, `workdays`, `days` or `months`
 *
 * A step of a clock, as it is written down before there is a clock.
 */
typedef struct
{
  char       *title;
  int         n;
  const char *measure;
} YdClockTerm;

/**
 * YdClockTemplate:
 * @code: (nullable): what names it over all offices, for those that come with the program
 * @title: what it is for
 * @law: (nullable): what it rests on
 * @from: the first day of events that it holds for, or %YD_DAY_NONE
 * @to: the last one, or %YD_DAY_NONE
 * @terms: (element-type YdClockTerm): its steps, in their order
 *
 * What a clock is started from.
 */
typedef struct
{
  char    *code;
  char    *title;
  char    *law;
  YdDay    from;
  YdDay    to;
  GArray  *terms;
} YdClockTemplate;

GArray          *yd_clock_terms_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void             yd_clock_terms_add             (GArray           *terms,
                                                 const char       *title,
                                                 int               n,
                                                 const char       *measure);

YdClockTemplate *yd_clock_template_new          (void) G_GNUC_WARN_UNUSED_RESULT;
YdClockTemplate *yd_clock_template_new_for_row  (YdRow            *row)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void             yd_clock_template_free         (YdClockTemplate  *self);
gboolean         yd_clock_template_is_valid     (YdClockTemplate  *self,
                                                 YdDay             day);

GPtrArray       *yd_clock_template_parse        (const char       *text,
                                                 const char       *name,
                                                 GError          **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *yd_clock_template_list_known   (GError          **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* In an office */
GPtrArray       *yd_clock_template_list_rows    (YdOffice         *office,
                                                 YdDay             day)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void             yd_clock_template_put_known    (YdEdit           *edit,
                                                 YdOffice         *office,
                                                 GPtrArray        *known);
YdEdit          *yd_office_edit_add_template    (YdClockTemplate  *template,
                                                 const char       *id)
                                                 G_GNUC_WARN_UNUSED_RESULT;
YdEdit          *yd_office_edit_change_template (YdRow            *row,
                                                 YdClockTemplate  *template,
                                                 const YdIdSource *ids)
                                                 G_GNUC_WARN_UNUSED_RESULT;
YdEdit          *yd_office_edit_delete_template (YdRow            *row)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdClockTemplate, yd_clock_template_free)

G_END_DECLS
