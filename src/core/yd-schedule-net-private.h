/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-dependency.h"
#include "yd-work-axis-private.h"

G_BEGIN_DECLS

/**
 * YdScheduleNet:
 *
 * The graph of a schedule, in plain numbers: points as nodes in a tree, dependencies as
 * edges between them. Dates are numbers of working days, see #YdWorkAxis. What the
 * numbers mean stands at #YdSchedule; nothing here knows rows.
 *
 * A node is worked out in two steps each way. Forwards its *in* step knows what it
 * must wait for, which holds for all that stands below it, and its *out* step when it
 * begins and ends, which depends on those; backwards it is the other way round. So a step is
 * what stands in the order, and a dependency leads from an out step to an in step, or
 * to another out step where only the end has to wait.
 */
typedef struct _YdScheduleNet YdScheduleNet;

#define YD_NET_NONE G_MAXUINT

/* No date: earlier than all, later than all. They are never added to. */
#define YD_NET_LOW  (G_MININT / 2)
#define YD_NET_HIGH (G_MAXINT / 2)

/* What is asked for beyond it is cut; 40,000 working days are 150 years. */
#define YD_NET_MAX_DAYS 40000

/**
 * YdNetInput:
 * @start: not before this day, or %YD_DAY_NONE
 * @started: when it was begun, or %YD_DAY_NONE
 * @finished: when it was done, or %YD_DAY_NONE
 * @due: the day by which it is to be done, or %YD_DAY_NONE
 * @days: how many working days it takes, at least 1
 *
 * What is said of a node.
 */
typedef struct
{
  YdDay start;
  YdDay started;
  YdDay finished;
  YdDay due;
  int   days;
} YdNetInput;

/**
 * YdNetResult:
 * @first: the number of its first day, or %YD_NET_LOW where it has no dates
 * @last: of its last day
 * @late_first: the latest it may begin, or %YD_NET_HIGH where nothing asks for it
 * @late_last: the latest it may end
 *
 * What follows for a node.
 */
typedef struct
{
  int first;
  int last;
  int late_first;
  int late_last;
} YdNetResult;

typedef struct
{
  /* Said */
  YdNetInput  input;
  guint       parent;
  guint       child;            /* the first */
  guint       next;             /* siblings */
  guint       previous;
  guint       in;               /* the first edge that ends here */
  guint       out;              /* the first one that begins here */

  /* Forwards */
  int         bound;            /* nothing here or below begins before it */
  int         asked;            /* the part of it that dependencies of its own ask for */

  /* Backwards */
  int         start_cap;        /* it must not begin later, because something begins with it */

  YdNetResult result;

  int         work;             /* the first day of its own work, which %YD_NET_HIGH has not */

  guint       live : 1;
  guint       may_wait_to_end : 1;      /* an edge asks, or asked once, when it ends */
  guint       noted : 1;        /* its result is in the list of those that changed */
} YdNetNode;

typedef struct
{
  YdLink link;
  guint  pred;
  guint  succ;
  guint  next_in;
  guint  next_out;
  guint  used : 1;
  guint  aside : 1;             /* it would close a circle */
} YdNetEdge;

/* What edges ask of a node, apart from the rest of it, so that memory has all of them near. */
typedef struct
{
  int first;                    /* as in its result */
  int last;
  int in_cap;                   /* the latest day that what it waits for may let it begin */
  int out_cap;                  /* likewise: that may let it end */
} YdNetFace;

/* A heap of steps that are to be worked out. */
typedef struct
{
  GArray  *steps;
  guint8  *queued;              /* a flag for each step */
  gboolean backwards;
} YdNetQueue;

struct _YdScheduleNet
{
  YdWorkAxis *axis;             /* borrowed */
  GArray     *nodes;            /* of YdNetNode */
  GArray     *faces;            /* of YdNetFace, of the same nodes */
  GArray     *edges;            /* of YdNetEdge */

  GArray     *ranks;            /* of gint64, for each step: its place in the order */
  GArray     *order;            /* of guint: the steps in order; empty when out of date */
  gboolean    order_stale;
  guint       n_aside;

  YdNetQueue  forward;
  YdNetQueue  backward;
  gboolean    all_stale;        /* all is to be worked out */
  gboolean    quiet;            /* nobody asks what changes */
  int         end;              /* the last day of all */
  gboolean    end_stale;        /* what ended then does not any more */
  int         end_found;        /* the last day among what changed */

  GArray     *changed;          /* of guint: nodes whose result is not what it was */
  GArray     *before;           /* of YdNetResult: what it was */
};

YdScheduleNet *_yd_schedule_net_new        (YdWorkAxis        *axis)
                                            G_GNUC_WARN_UNUSED_RESULT;
void           _yd_schedule_net_free       (YdScheduleNet     *self);

/* What is said. Results follow with _yd_schedule_net_update(). */
guint          _yd_schedule_net_add_node   (YdScheduleNet     *self,
                                            guint              parent,
                                            const YdNetInput  *input);
void           _yd_schedule_net_set_input  (YdScheduleNet     *self,
                                            guint              node,
                                            const YdNetInput  *input);
void           _yd_schedule_net_set_parent (YdScheduleNet     *self,
                                            guint              node,
                                            guint              parent);
void           _yd_schedule_net_set_live   (YdScheduleNet     *self,
                                            guint              node,
                                            gboolean           live);
guint          _yd_schedule_net_add_edge   (YdScheduleNet     *self,
                                            guint              pred,
                                            guint              succ,
                                            const YdLink      *link);
void           _yd_schedule_net_drop_edge  (YdScheduleNet     *self,
                                            guint              edge);
void           _yd_schedule_net_set_edge   (YdScheduleNet     *self,
                                            guint              edge,
                                            guint              pred,
                                            guint              succ,
                                            const YdLink      *link,
                                            gboolean           used);
void           _yd_schedule_net_set_axis   (YdScheduleNet     *self,
                                            YdWorkAxis        *axis);

/* What follows */
void           _yd_schedule_net_update     (YdScheduleNet     *self);
void           _yd_schedule_net_update_all (YdScheduleNet     *self);
void           _yd_schedule_net_forget_changes
                                           (YdScheduleNet     *self);
GArray        *_yd_schedule_net_find_way   (YdScheduleNet     *self,
                                            guint              from,
                                            guint              to)
                                            G_GNUC_WARN_UNUSED_RESULT;
int            _yd_schedule_net_edge_bound (YdScheduleNet     *self,
                                            const YdNetEdge   *edge);

/* For the files of the net alone. */
void           _yd_schedule_net_sort       (YdScheduleNet     *self);
void           _yd_schedule_net_cut_circles
                                           (YdScheduleNet     *self,
                                            const guint       *n_waiting);
void           _yd_net_queue_push          (YdScheduleNet     *self,
                                            YdNetQueue        *queue,
                                            guint              step);
gboolean       _yd_net_queue_pop           (YdScheduleNet     *self,
                                            YdNetQueue        *queue,
                                            guint             *step);
void           _yd_net_queue_clear         (YdNetQueue        *queue);
void           _yd_schedule_net_note_change
                                           (YdScheduleNet     *self,
                                            guint              node);
void           _yd_schedule_net_touch_node (YdScheduleNet     *self,
                                            guint              node);
void           _yd_schedule_net_touch_edge (YdScheduleNet     *self,
                                            const YdNetEdge   *edge);

static inline YdNetNode *
_yd_net_node (YdScheduleNet *self,
              guint          node)
{
  return &g_array_index (self->nodes, YdNetNode, node);
}

static inline YdNetFace *
_yd_net_face (YdScheduleNet *self,
              guint          node)
{
  return &g_array_index (self->faces, YdNetFace, node);
}

static inline YdNetEdge *
_yd_net_edge (YdScheduleNet *self,
              guint          edge)
{
  return &g_array_index (self->edges, YdNetEdge, edge);
}

#define YD_NET_IN(node)  ((node) * 2)
#define YD_NET_OUT(node) ((node) * 2 + 1)

/* The step of the successor that an edge leads to. */
static inline guint
_yd_net_edge_target (const YdNetEdge *edge)
{
  return edge->link.type == YD_LINK_FS || edge->link.type == YD_LINK_SS ? YD_NET_IN (edge->succ)
                                                                        : YD_NET_OUT (edge->succ);
}

G_END_DECLS
