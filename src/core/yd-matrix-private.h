/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix.h"
#include "yd-seriation-private.h"

G_BEGIN_DECLS

/* One assignment. Those of a point are sorted by unit. */
typedef struct
{
  YdRow   *assignment;
  guint    unit;
  guint8   role;
  guint8   is_each;
} YdMatrixMark;

/**
 * YdMatrixPoint:
 * @end: one behind the last of those that stand below it
 * @n_items: how many points are counted at it and below it
 *
 * A point, in the order of the document.
 */
typedef struct
{
  YdPoint        *point;
  const char     *path;
  YdMatrixMark   *marks;
  guint           n_marks;
  guint           parent;
  guint           end;
  guint           n_items;
  guint           row;              /* where it is shown, or %YD_MATRIX_NONE */
  guint8          depth;
  guint8          light;
  guint8          is_tail;
  guint8          is_item;          /* counted as one of the points of the plan */
  guint8          fits;             /* what the filter asks holds for it */
  guint8          is_shown;         /* or for one below it */
  guint8          is_counted;       /* its marks are in the totals */
  guint8          lacks_lead;       /* nobody leads it, or what it is a duty of */
  guint8          is_each;          /* there each unit answers for its part */
  YdMatrixCounts  printed;
  YdMatrixCounts  unfolded;
} YdMatrixPoint;

typedef struct
{
  YdRow          *unit;
  GArray         *members;          /* guint, units, on the date of the plan; NULL without */
  GArray         *groups;           /* guint, all that it is in, near or far; NULL without */
  guint           n_marks;          /* of all points but those of the tail */
  guint           n_leads;
  guint           n_tail_marks;
  guint           column;           /* where it is shown, or %YD_MATRIX_NONE */
  guint8          kind;
  guint8          is_vague;
  guint8          is_member;
  YdMatrixCounts  printed;
  YdMatrixCounts  unfolded;
} YdMatrixUnit;

typedef struct
{
  guint   unit;
  guint   group;                    /* a unit, or %YD_MATRIX_NONE */
  guint8  band;
  guint8  depth;
} YdMatrixPlace;

typedef struct _YdMatrixReader YdMatrixReader;

struct _YdMatrix
{
  GObject         parent_instance;

  /* Owned */
  YdPlan         *plan;
  YdSchedule     *schedule;         /* may be NULL */
  gulong          applied_id;
  gulong          scheduled_id;

  GArray         *points;           /* YdMatrixPoint */
  GHashTable     *point_places;     /* YdPoint → place + 1 */
  GArray         *units;            /* YdMatrixUnit, in the order of the plan */
  GHashTable     *unit_places;      /* YdRow → place + 1 */
  GStringChunk   *paths;
  YdMatrixReader *reader;           /* until the plan is read to its end */

  YdMatrixFlags   flags;
  YdMatrixFilter  filter;
  char           *filter_text;      /* folded */
  YdMatrixOrder   row_order;
  YdMatrixOrder   column_order;
  GHashTable     *folded;           /* points */
  GHashTable     *unfolded;         /* groups */

  GArray         *rows;             /* guint, points */
  GArray         *columns;          /* YdMatrixPlace */
  GArray         *heads;            /* YdMatrixHead */
  GHashTable     *sums;             /* of a folded point, + 1: YdMatrixSum for each unit */

  YdSeriation    *seriation;        /* while rows and columns are placed, if asked for */
  guint8         *best;             /* of each unit, while a point is unfolded */
  GArray         *reached;          /* guint, units */

  YdMatrixTotals  totals;

  guint           n_freezes;
  gboolean        is_stale;         /* something was asked for since it was frozen */
};

/* What stands in a folded row. */
typedef struct
{
  guint n[YD_N_ROLES];
} YdMatrixSum;

#define _yd_matrix_point(self, i) (&g_array_index ((self)->points, YdMatrixPoint, (i)))
#define _yd_matrix_unit(self, i)  (&g_array_index ((self)->units, YdMatrixUnit, (i)))

guint         _yd_matrix_find_point   (YdMatrix      *self,
                                       YdPoint       *point);
guint         _yd_matrix_find_unit    (YdMatrix      *self,
                                       YdRow         *unit);
YdMatrixMark *_yd_matrix_find_mark    (YdMatrix      *self,
                                       YdMatrixPoint *point,
                                       guint          unit);
void          _yd_matrix_emit_changed (YdMatrix      *self,
                                       YdMatrixChange change);

/* yd-matrix-build.c: what the plan says */
void          _yd_matrix_begin        (YdMatrix      *self);
gboolean      _yd_matrix_read_more    (YdMatrix      *self,
                                       guint          n_points);
void          _yd_matrix_build        (YdMatrix      *self);
void          _yd_matrix_clear        (YdMatrix      *self);
gboolean      _yd_matrix_read_marks   (YdMatrix      *self,
                                       YdMatrixPoint *point);
void          _yd_matrix_read_light   (YdMatrix      *self,
                                       YdMatrixPoint *point);

/* yd-matrix-totals.c: what it comes to */
void          _yd_matrix_count        (YdMatrix      *self);
void          _yd_matrix_count_point  (YdMatrix      *self,
                                       YdMatrixPoint *point,
                                       gboolean       add);
gboolean      _yd_matrix_shows_role   (YdMatrix      *self,
                                       guint          role);
const YdMatrixSum *
              _yd_matrix_get_sums     (YdMatrix      *self,
                                       guint          point);
void          _yd_matrix_forget_sums  (YdMatrix      *self,
                                       guint          point);

/* yd-matrix-leads.c: who leads */
guint         _yd_matrix_count_leads  (const YdMatrixPoint *point);
void          _yd_matrix_read_lead    (YdMatrix      *self,
                                       guint          place);
void          _yd_matrix_read_leads_at
                                      (YdMatrix      *self,
                                       guint          place);
void          _yd_matrix_count_lacks  (YdMatrix      *self);
void          _yd_matrix_count_lacks_at
                                      (YdMatrix      *self,
                                       guint          place,
                                       int            sign);

/* yd-matrix-filter.c: what of it is shown */
void          _yd_matrix_filter       (YdMatrix      *self);
gboolean      _yd_matrix_fits         (YdMatrix      *self,
                                       guint          i);

/* yd-matrix-rows.c, yd-matrix-columns.c: where */
void          _yd_matrix_place        (YdMatrix      *self);
void          _yd_matrix_place_rows   (YdMatrix      *self);
void          _yd_matrix_place_columns
                                      (YdMatrix      *self);

/* yd-matrix-follow.c */
void          _yd_matrix_follow       (YdMatrix      *self,
                                       YdEdit        *edit);
void          _yd_matrix_follow_lights
                                      (YdMatrix      *self,
                                       GPtrArray     *points);

G_END_DECLS
