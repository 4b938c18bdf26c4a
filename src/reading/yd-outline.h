/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yd-source.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE (yd_outline_get_type ())
#define YD_OUTLINE_ERROR (yd_outline_error_quark ())
#define YD_OUTLINE_NONE G_MAXUINT               /* no point, no count */

/**
 * YdOutlineError:
 * @YD_OUTLINE_ERROR_EMPTY: there is nothing but blanks to read
 */
typedef enum
{
  YD_OUTLINE_ERROR_EMPTY,
} YdOutlineError;

/**
 * YdOutline:
 *
 * What was read from a document: plain, immutable, never changed after it was
 * made. Every fact has the span it was read from, in characters of the source.
 * A parser for one kind of input fills it; nothing here knows which kind.
 */
typedef struct _YdOutline YdOutline;

typedef enum
{
  YD_OUTLINE_CHAPTER,
  YD_OUTLINE_SECTION,
  YD_OUTLINE_ITEM,
  YD_OUTLINE_DUTY,                      /* without a printed number */
  YD_OUTLINE_ROW,                       /* of a table */
} YdOutlineKind;

typedef enum
{
  YD_OUTLINE_LEAD,
  YD_OUTLINE_RESPONSIBLE,
  YD_OUTLINE_SUPPORT,
} YdOutlineRole;

typedef enum
{
  YD_OUTLINE_DATE,
  YD_OUTLINE_WORKDAYS,
  YD_OUTLINE_DAYS,
  YD_OUTLINE_MONTHS,
  YD_OUTLINE_HOURS,
  YD_OUTLINE_RECURRING,
  YD_OUTLINE_WITHIN_YEAR,
  YD_OUTLINE_LONGTERM,
} YdOutlineTerm;

typedef enum
{
  YD_OUTLINE_ANCHOR_NONE,
  YD_OUTLINE_ANCHOR_ISSUED,
  YD_OUTLINE_ANCHOR_RECEIVED,
  YD_OUTLINE_ANCHOR_EVENT,
} YdOutlineAnchor;

typedef enum
{
  YD_OUTLINE_FS,
  YD_OUTLINE_SS,
  YD_OUTLINE_FF,
  YD_OUTLINE_SF,
} YdOutlineOrder;

typedef enum
{
  YD_OUTLINE_PART_TITLE,
  YD_OUTLINE_PART_NUMBER,
  YD_OUTLINE_PART_ISSUER,
  YD_OUTLINE_PART_ISSUED,
  YD_OUTLINE_PART_ADDRESSEE,
  YD_OUTLINE_PART_COVER,                /* “…现印发给你们” */
  YD_OUTLINE_PART_NOTE,                 /* （此件公开发布） */
  YD_OUTLINE_PART_COPIES,               /* 抄送 */
  YD_OUTLINE_PART_IMPRINT,              /* …印发 */
  YD_OUTLINE_PART_ANNEXES,              /* the list of annexes */
} YdOutlinePartKind;

/* Strings belong to the outline and live as long as it. */
typedef struct
{
  guint          parent;                /* index, or YD_OUTLINE_NONE */
  guint          level;                 /* 1 at the top */
  YdOutlineKind  kind;
  const char    *printed;               /* the mark as printed, "" for a duty */
  const char    *label;                 /* its part of the path */
  const char    *title;                 /* "" when the text starts at once */
  YdSpan         title_span;
  YdSpan         text_span;             /* after the title, without a clause at the end */
  YdSpan         span;                  /* all of its own text, children left out */
} YdOutlinePoint;

typedef struct
{
  guint          point;
  YdOutlineRole  role;
  guint8         group;                 /* stands for several units */
  guint8         vague;                 /* does not say which: 有关部门 */
  guint8         each;                  /* 分别, 各自, 按职责分工 */
  guint8         sure;                  /* 0–100 */
  const char    *unit;                  /* as printed */
  const char    *full;                  /* with the elided prefix or suffix */
  const char    *word;                  /* the word that gave the role, or "" */
  YdSpan         span;
} YdOutlineAssignment;

typedef struct
{
  guint            point;
  YdOutlineTerm    kind;
  YdOutlineAnchor  anchor;
  guint8           sure;
  guint            n;                   /* YD_OUTLINE_NONE where nothing is counted */
  guint            times;               /* likewise */
  const char      *unit;                /* NULL: for all units of the point */
  const char      *value;               /* as CLI says: a date, a number, a period */
  const char      *by;                  /* (nullable) each year: `-02-28`, `-02` */
  const char      *measure;             /* (nullable) n of it behind each period: `days` */
  const char      *text;                /* as printed */
  YdSpan           span;
} YdOutlineDeadline;

typedef struct
{
  guint           point;
  YdOutlineOrder  type;
  guint           from;                 /* point, or YD_OUTLINE_NONE */
  guint           to;
  guint8          sure;
  const char     *text;
  YdSpan          span;
} YdOutlineDependency;

typedef struct
{
  YdOutlinePartKind kind;
  YdSpan            span;
} YdOutlinePart;

typedef struct
{
  const char *code;
  YdSpan      span;
} YdOutlineWarning;

GType                      yd_outline_get_type         (void) G_GNUC_CONST;
GQuark                     yd_outline_error_quark      (void);

YdOutline                 *yd_outline_parse            (YdSource        *source,
                                                        GError         **error)
                                                        G_GNUC_WARN_UNUSED_RESULT;
YdOutline                 *yd_outline_ref              (YdOutline       *self);
void                       yd_outline_unref            (YdOutline       *self);

YdSource                  *yd_outline_get_source       (YdOutline       *self);
const char                *yd_outline_get_title        (YdOutline       *self);
const char                *yd_outline_get_number       (YdOutline       *self);
const char                *yd_outline_get_issuer       (YdOutline       *self);
const char                *yd_outline_get_issued       (YdOutline       *self);
const char                *yd_outline_get_addressees   (YdOutline       *self);

const YdOutlinePoint      *yd_outline_get_points       (YdOutline       *self,
                                                        guint           *n_points);
const YdOutlineAssignment *yd_outline_get_assignments  (YdOutline       *self,
                                                        guint           *n_assignments);
const YdOutlineDeadline   *yd_outline_get_deadlines    (YdOutline       *self,
                                                        guint           *n_deadlines);
const YdOutlineDependency *yd_outline_get_dependencies (YdOutline       *self,
                                                        guint           *n_dependencies);
const YdOutlinePart       *yd_outline_get_parts        (YdOutline       *self,
                                                        guint           *n_parts);
const YdOutlineWarning    *yd_outline_get_warnings     (YdOutline       *self,
                                                        guint           *n_warnings);
const YdSpan              *yd_outline_get_unplaced     (YdOutline       *self,
                                                        guint           *n_spans);

char                      *yd_outline_dup_path         (YdOutline       *self,
                                                        guint            point)
                                                        G_GNUC_WARN_UNUSED_RESULT;
const char                *yd_outline_warning_message  (const char      *code);
char                      *yd_outline_to_json          (YdOutline       *self)
                                                        G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdOutline, yd_outline_unref)

G_END_DECLS
