/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-role.h"
#include "yd-schedule.h"
#include "yd-unit-kind.h"

G_BEGIN_DECLS

/* A row or column that is not shown. */
#define YD_MATRIX_NONE G_MAXUINT

/**
 * YdMatrixBand:
 * @YD_MATRIX_BAND_NONE: not sorted into bands, since the order is not the document's
 * @YD_MATRIX_BAND_LEAD: departments that lead something
 * @YD_MATRIX_BAND_DEPARTMENT: the other departments
 * @YD_MATRIX_BAND_PARTY: bodies of the party
 * @YD_MATRIX_BAND_VERTICAL: bodies that answer to a ministry
 * @YD_MATRIX_BAND_COUNTY: counties and zones
 * @YD_MATRIX_BAND_OTHER: everybody else
 * @YD_MATRIX_BAND_GROUP: groups of units
 * @YD_MATRIX_BAND_MEMBERS: members of a group that is unfolded; they follow it
 *
 * Columns that stand under one head, in this order.
 */
typedef enum
{
  YD_MATRIX_BAND_NONE,
  YD_MATRIX_BAND_LEAD,
  YD_MATRIX_BAND_DEPARTMENT,
  YD_MATRIX_BAND_PARTY,
  YD_MATRIX_BAND_VERTICAL,
  YD_MATRIX_BAND_COUNTY,
  YD_MATRIX_BAND_OTHER,
  YD_MATRIX_BAND_GROUP,
  YD_MATRIX_BAND_MEMBERS,
} YdMatrixBand;

/**
 * YdMatrixOrder:
 * @YD_MATRIX_ORDER_DOCUMENT: points as a tree as in the document; units in bands, and in them
 *   as they were first named
 * @YD_MATRIX_ORDER_LOAD: who has most comes first
 * @YD_MATRIX_ORDER_SIMILARITY: what has much in common stands together, so that blocks show
 *
 * How rows or columns are sorted. In the last two, rows are those points that have units or
 * could have, without the chapters above them.
 */
typedef enum
{
  YD_MATRIX_ORDER_DOCUMENT,
  YD_MATRIX_ORDER_LOAD,
  YD_MATRIX_ORDER_SIMILARITY,
} YdMatrixOrder;

/**
 * YdMatrixFlags:
 * @YD_MATRIX_TAIL: also the duties that stand in no chapter (尾段)
 * @YD_MATRIX_HIDE_EMPTY_ROWS: no points without a mark that is shown
 * @YD_MATRIX_HIDE_EMPTY_COLUMNS: no units without a mark that is shown
 */
typedef enum
{
  YD_MATRIX_DEFAULT            = 0,
  YD_MATRIX_TAIL               = 1 << 0,
  YD_MATRIX_HIDE_EMPTY_ROWS    = 1 << 1,
  YD_MATRIX_HIDE_EMPTY_COLUMNS = 1 << 2,
} YdMatrixFlags;

/**
 * YdMatrixFilter:
 * @chapter: (nullable): only this point and what stands below it
 * @unit: (nullable): only points that this unit has to do with, also through groups
 * @bands: units of these bands, bits `1 << band`; 0 for all. Groups stay what they are
 * @roles: marks of these roles, bits `1 << role`; 0 for all. Others are not shown and not
 *   counted, and points that have none of them are left out
 * @lights: points with these lights, bits `1 << light`; 0 for all
 * @no_lead: only points that nobody leads
 * @several_leads: only points that several lead
 * @changed: (nullable) (element-type YdRow): only points that are in this set; see
 *   yd_matrix_add_changed()
 * @text: (nullable): only points in whose number, title, text or units this is found
 *
 * What is shown. All that is said must hold.
 */
typedef struct
{
  YdPoint    *chapter;
  YdRow      *unit;
  guint       bands;
  guint       roles;
  guint       lights;
  gboolean    no_lead;
  gboolean    several_leads;
  GHashTable *changed;
  const char *text;
} YdMatrixFilter;

/**
 * YdMatrixRow:
 * @point: a point
 * @path: its path, `一/(一)`
 * @depth: how deep it stands, 0 at the top; 0 for all unless the order is the document's
 * @n_points: how many points are counted at it and below it
 * @light: how it stands; of a chapter the worst below it
 * @is_head: it has others below it, and can be folded
 * @is_item: it counts as a point of the plan, also if it was taken apart into duties
 * @is_folded: they are not shown, and its cells tell how many marks are there
 * @is_tail: a duty that stands in no chapter
 */
typedef struct
{
  YdPoint    *point;
  const char *path;
  guint       depth;
  guint       n_points;
  YdLight     light;
  guint       is_head : 1;
  guint       is_item : 1;
  guint       is_folded : 1;
  guint       is_tail : 1;
} YdMatrixRow;

/**
 * YdMatrixColumn:
 * @unit: a unit
 * @group: (nullable): the group as whose member it stands here
 * @kind: what it is
 * @band: under which head it stands
 * @n_members: how many members it has on the plan's date
 * @depth: how many unfolded groups it stands in
 * @is_unfolded: its members follow
 * @is_vague: it does not say who, and nobody has entered who is meant
 */
typedef struct
{
  YdRow        *unit;
  YdRow        *group;
  YdUnitKind    kind;
  YdMatrixBand  band;
  guint         n_members;
  guint         depth;
  guint         is_unfolded : 1;
  guint         is_vague : 1;
} YdMatrixColumn;

/**
 * YdMatrixHead:
 * @band: which one
 * @group: (nullable): whose members they are, if they are
 * @first: the first column
 * @n_columns: how many
 *
 * A head over several columns.
 */
typedef struct
{
  YdMatrixBand  band;
  YdRow        *group;
  guint         first;
  guint         n_columns;
} YdMatrixHead;

/**
 * YdMatrixCounts:
 * @n: how many marks, by role; at %YD_ROLE_NONE all of them
 * @late: how many of them belong to points that are overdue
 */
typedef struct
{
  guint n[YD_N_ROLES];
  guint late;
} YdMatrixCounts;

/**
 * YdMatrixTotals:
 * @printed: as printed: a group counts as one
 * @unfolded: with those groups replaced by their members that are unfolded, or with all if
 *   none is. A unit reached twice counts once with the stronger role, and a group without
 *   members as one
 * @n_points: how many points are shown, without chapters and tail
 * @n_units: how many units the columns are, without members that are only reached through
 *   their group
 * @n_no_lead: how many of @n_points nobody leads, neither their duties nor, where they name nobody,
 *   what stands above them
 * @n_each: of these, how many say that each unit answers for its part (分别负责)
 * @n_several_leads: how many points several lead
 * @n_vague: how many marks do not say who
 *
 * What the whole table comes to, by what the filter shows; folded rows count.
 */
typedef struct
{
  YdMatrixCounts printed;
  YdMatrixCounts unfolded;
  guint          n_points;
  guint          n_units;
  guint          n_no_lead;
  guint          n_each;
  guint          n_several_leads;
  guint          n_vague;
} YdMatrixTotals;

/**
 * YdMatrixCell:
 * @role: what the unit itself is to the point; in a folded row the strongest below it
 * @assignment: (nullable): the row that says so; %NULL in a folded row
 * @via_role: what it is through a group; stronger than @role, or not
 * @via: (nullable): the group through which it has @via_role
 * @n: in a folded row, how many marks the unit has at it and below it, by role; at
 *   %YD_ROLE_NONE all of them
 * @n_via: likewise, how many through groups
 * @is_vague: the unit does not say who
 * @is_proposed: nobody has confirmed it
 *
 * A cell in which something stands.
 */
typedef struct
{
  YdRole  role;
  YdRow  *assignment;
  YdRole  via_role;
  YdRow  *via;
  guint   n[YD_N_ROLES];
  guint   n_via;
  guint   is_vague : 1;
  guint   is_proposed : 1;
} YdMatrixCell;

/**
 * YdMatrixChange:
 * @YD_MATRIX_CHANGED_CELLS: marks, totals, lights or titles
 * @YD_MATRIX_CHANGED_ROWS: other rows, or in another order
 * @YD_MATRIX_CHANGED_COLUMNS: other columns or heads, or in another order
 *
 * What signal #YdMatrix::changed tells.
 */
typedef enum
{
  YD_MATRIX_CHANGED_CELLS   = 1 << 0,
  YD_MATRIX_CHANGED_ROWS    = 1 << 1,
  YD_MATRIX_CHANGED_COLUMNS = 1 << 2,
} YdMatrixChange;

#define YD_TYPE_MATRIX (yd_matrix_get_type ())

G_DECLARE_FINAL_TYPE (YdMatrix, yd_matrix, YD, MATRIX, GObject)

YdMatrix      *yd_matrix_new               (YdPlan               *plan,
                                            YdSchedule           *schedule)
                                            G_GNUC_WARN_UNUSED_RESULT;
YdMatrix      *yd_matrix_new_unread        (YdPlan               *plan,
                                            YdSchedule           *schedule)
                                            G_GNUC_WARN_UNUSED_RESULT;
gboolean       yd_matrix_read_next         (YdMatrix             *self,
                                            guint                 n_points);
YdPlan        *yd_matrix_get_plan          (YdMatrix             *self);
YdSchedule    *yd_matrix_get_schedule      (YdMatrix             *self);

/* What is shown, and how */
YdMatrixFlags  yd_matrix_get_flags         (YdMatrix             *self);
void           yd_matrix_set_flags         (YdMatrix             *self,
                                            YdMatrixFlags         flags);
void           yd_matrix_set_filter        (YdMatrix             *self,
                                            const YdMatrixFilter *filter);
gboolean       yd_matrix_is_filtered       (YdMatrix             *self);
void           yd_matrix_add_changed       (YdPlan               *plan,
                                            YdEdit               *edit,
                                            GHashTable           *points);
YdMatrixOrder  yd_matrix_get_row_order     (YdMatrix             *self);
void           yd_matrix_set_row_order     (YdMatrix             *self,
                                            YdMatrixOrder         order);
YdMatrixOrder  yd_matrix_get_column_order  (YdMatrix             *self);
void           yd_matrix_set_column_order  (YdMatrix             *self,
                                            YdMatrixOrder         order);
gboolean       yd_matrix_get_folded        (YdMatrix             *self,
                                            YdPoint              *point);
void           yd_matrix_set_folded        (YdMatrix             *self,
                                            YdPoint              *point,
                                            gboolean              folded);
void           yd_matrix_set_all_folded    (YdMatrix             *self,
                                            gboolean              folded);
gboolean       yd_matrix_get_unfolded      (YdMatrix             *self,
                                            YdRow                *group);
void           yd_matrix_set_unfolded      (YdMatrix             *self,
                                            YdRow                *group,
                                            gboolean              unfolded);
void           yd_matrix_set_all_unfolded  (YdMatrix             *self,
                                            gboolean              unfolded);
void           yd_matrix_refresh           (YdMatrix             *self);
void           yd_matrix_freeze            (YdMatrix             *self);
void           yd_matrix_thaw              (YdMatrix             *self);

/* What there is to see */
guint          yd_matrix_get_n_rows        (YdMatrix             *self);
void           yd_matrix_get_row           (YdMatrix             *self,
                                            guint                 row,
                                            YdMatrixRow          *info);
gboolean       yd_matrix_row_lacks_lead    (YdMatrix             *self,
                                            guint                 row);
guint          yd_matrix_find_row          (YdMatrix             *self,
                                            YdPoint              *point);
void           yd_matrix_get_row_counts    (YdMatrix             *self,
                                            guint                 row,
                                            YdMatrixCounts       *printed,
                                            YdMatrixCounts       *unfolded);
guint          yd_matrix_get_n_columns     (YdMatrix             *self);
void           yd_matrix_get_column        (YdMatrix             *self,
                                            guint                 column,
                                            YdMatrixColumn       *info);
guint          yd_matrix_find_column       (YdMatrix             *self,
                                            YdRow                *unit);
void           yd_matrix_get_column_counts (YdMatrix             *self,
                                            guint                 column,
                                            YdMatrixCounts       *printed,
                                            YdMatrixCounts       *unfolded);
guint          yd_matrix_get_n_heads       (YdMatrix             *self);
void           yd_matrix_get_head          (YdMatrix             *self,
                                            guint                 head,
                                            YdMatrixHead         *info);
gboolean       yd_matrix_get_cell          (YdMatrix             *self,
                                            guint                 row,
                                            guint                 column,
                                            YdMatrixCell         *cell);
void           yd_matrix_get_totals        (YdMatrix             *self,
                                            YdMatrixTotals       *totals);

GPtrArray     *yd_matrix_list_units        (YdMatrix             *self)
                                            G_GNUC_WARN_UNUSED_RESULT;

/* In words, translated */
const char    *yd_matrix_band_get_words    (YdMatrixBand          band);
char          *yd_matrix_dup_cell_words    (YdMatrix             *self,
                                            guint                 row,
                                            guint                 column)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
