/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-timeline-grid.h"

#include "yd-grid-colors.h"

G_BEGIN_DECLS

/* An arrow between two rows. */
typedef struct
{
  guint      pred;
  guint      succ;
  YdLinkType type;
  guint      critical : 1;
} YdTimelineArrow;

/* What the pointer is on, within a row. */
typedef enum
{
  YD_BAR_NOTHING,
  YD_BAR_BODY,
  YD_BAR_LEFT,          /* the end of the bar, which makes it longer or shorter */
  YD_BAR_RIGHT,
  YD_BAR_START,         /* the knob from which an arrow is drawn */
  YD_BAR_FINISH,
  YD_BAR_DUE,           /* the ◆ of its deadline */
} YdBarPart;

typedef enum
{
  YD_DRAG_NOTHING,
  YD_DRAG_BAR,
  YD_DRAG_LEFT,
  YD_DRAG_RIGHT,
  YD_DRAG_DUE,
  YD_DRAG_LINK,
  YD_DRAG_EDGE,         /* of the tree, to make it wider */
} YdTimelineDrag;

/* What is folded away. */
typedef struct
{
  YdLight light;                /* the worst of it */
  guint   n_points;             /* how many have that */
} YdTimelineWorst;

struct _YdTimelineGrid
{
  YdGrid           parent_instance;

  /* Owned */
  YdTimelineRows  *rows;
  YdSchedule      *schedule;
  YdTimelineClocks *clocks;             /* (nullable) */
  GArray          *arrows;              /* YdTimelineArrow */
  GHashTable      *ghosts;              /* point → YdGhost */
  GHashTable      *worst;               /* point → YdTimelineWorst, as far as it was asked for */
  YdPoint         *selected;

  YdTimelineZoom   zoom;
  YdDay            first;               /* the day of the first column */
  double           day_width;
  int              row_height;
  int              bar_height;
  int              tree_width;          /* as a person made it, at the usual size of text, or 0 */
  double           scale;               /* of the text, against the usual one */

  /* While something is dragged */
  YdTimelineDrag   drag;
  YdBarPart        drag_part;
  guint            drag_row;
  double           drag_x;
  double           drag_y;
  double           drag_to_x;
  double           drag_to_y;
  double           drag_offset;         /* how far it was scrolled when it began */
  int              drag_days;

  gboolean         quiet;
};

gboolean  _yd_timeline_grid_get_dates   (YdTimelineGrid        *self,
                                         guint                  row,
                                         YdScheduled           *dates);
gboolean  _yd_timeline_grid_get_worst   (YdTimelineGrid        *self,
                                         const YdTimelineRow   *row,
                                         YdTimelineWorst       *worst);
double    _yd_timeline_grid_get_x       (YdTimelineGrid        *self,
                                         YdDay                  day);
gboolean  _yd_timeline_grid_get_bar     (YdTimelineGrid        *self,
                                         guint                  row,
                                         const YdScheduled     *dates,
                                         graphene_rect_t       *bar);

/* Days */
void      _yd_timeline_grid_set_days    (YdTimelineGrid        *self);
void      _yd_timeline_grid_zoom        (YdGrid                *grid,
                                         int                    step,
                                         double                 x);

/* Drawing */
void      _yd_timeline_grid_draw_body   (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const YdGridRange     *range,
                                         const graphene_rect_t *area);
void      _yd_timeline_grid_draw_ground (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const YdGridRange     *range,
                                         const graphene_rect_t *area,
                                         const YdGridColors    *colors);
void      _yd_timeline_grid_draw_today  (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const graphene_rect_t *area,
                                         const YdGridColors    *colors);
void      _yd_timeline_grid_draw_head   (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const YdGridRange     *range,
                                         const graphene_rect_t *area);
void      _yd_timeline_grid_draw_tree   (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const YdGridRange     *range,
                                         const graphene_rect_t *area);
void      _yd_timeline_grid_draw_corner (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const graphene_rect_t *area);
gboolean  _yd_timeline_grid_place_words (YdTimelineGrid        *self,
                                         double                 left,
                                         double                 right,
                                         double                 width,
                                         double                *x);
void      _yd_timeline_grid_find_arrows (YdTimelineGrid        *self);
void      _yd_timeline_grid_draw_arrows (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         const YdGridRange     *range,
                                         const YdGridColors    *colors);
void      _yd_timeline_grid_draw_link   (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot);
double    _yd_timeline_grid_get_indent  (YdTimelineGrid        *self,
                                         guint                  level);

/* Clocks */
void      _yd_timeline_grid_draw_clocks (YdTimelineGrid        *self,
                                         GtkSnapshot           *snapshot,
                                         guint                  row,
                                         gboolean               alone,
                                         const YdGridColors    *colors);
const YdTimelineStep *
          _yd_timeline_grid_find_clock  (YdTimelineGrid        *self,
                                         guint                  row,
                                         double                 x);
void      _yd_timeline_grid_append_clocks
                                        (YdTimelineGrid        *self,
                                         GString               *words,
                                         const char            *separator,
                                         YdPoint               *point);
char     *_yd_timeline_grid_dup_clock   (const YdTimelineStep  *milestone);

/* Words */
char     *_yd_timeline_grid_dup_title   (YdTimelineGrid        *self,
                                         const YdTimelineRow   *row);
char     *_yd_timeline_grid_dup_worst   (const YdTimelineWorst *worst);
char     *_yd_timeline_grid_dup_day     (YdTimelineGrid        *self,
                                         YdDay                  day);
char     *_yd_timeline_grid_dup_name    (YdGrid                *grid,
                                         guint                  row,
                                         guint                  col);
char     *_yd_timeline_grid_dup_tooltip (YdGrid                *grid,
                                         const YdGridHit       *hit,
                                         double                 x,
                                         double                 y);

/* Pointer */
void      _yd_timeline_grid_init_drag   (YdTimelineGrid        *self);
YdBarPart _yd_timeline_grid_find_part   (YdTimelineGrid        *self,
                                         guint                  row,
                                         double                 x,
                                         double                 y);

G_END_DECLS
