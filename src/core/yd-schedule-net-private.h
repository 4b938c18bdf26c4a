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

/* What a pass reads of each node, and nothing else, so that memory has all of them near. */
typedef struct
{
  /* Said, in numbers of the axis */
  int         start;            /* or %YD_NET_LOW */
  int         due;              /* or %YD_NET_HIGH */
  int         days;
  guint       parent;
  guint       in;               /* the first edge that ends here */
  guint       out;              /* the first one that begins here */
  guint       n_below;          /* how many children are live */

  /* What follows */
  int         asked;            /* what dependencies of its own ask for, of its @bound */
  int         work;             /* the first day of its own work, which %YD_NET_HIGH has not */
  YdNetResult result;

  guint       live : 1;
  guint       dated : 1;        /* it has a day to start on, or to be done by */
  guint       begun : 1;        /* it was started or finished, which says more than the rest */
  guint       may_wait_to_end : 1;      /* an edge asks, or asked once, when it ends */
  guint       noted : 1;        /* its result is in the list of those that changed */
} YdNetNode;

/* The tree as it is walked downwards, which a pass does not. */
typedef struct
{
  guint child;                  /* the first */
  guint next;                   /* siblings */
  guint previous;
} YdNetKin;

typedef struct
{
  YdLink link;
  guint  pred;
  guint  succ;
  guint  next_in;
  guint  next_out;
  guint  used : 1;
  guint  aside : 1;             /* it would close a circle */
  guint  plain : 1;             /* it counts, and is of the kind that most are of */
} YdNetEdge;

typedef struct
{
  int first;
  int last;
} YdNetSpan;

/* The latest days on which something may begin and end. */
typedef struct
{
  int begin;
  int end;
} YdNetCaps;

/* The latest days on which something may begin: so that what it waits for lets it, and as its
 * result.
 */
typedef struct
{
  int in_cap;
  int late_first;
} YdNetLatest;

/* What others ask of a node, which they do from anywhere. */
typedef struct
{
  int first;                    /* as in its result */
  int last;
  int bound;                    /* nothing here or below begins before it */
  int in_cap;                   /* the latest day that what it waits for may let it begin */

  YdNetCaps caps;               /* that what begins with it, or waits for it, lets it keep */

  /* What stands below comes to that, while a pass over all is under way */
  union
  {
    YdNetSpan   span_below;     /* forwards */
    YdNetLatest latest_below;   /* backwards */
  };
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
  const YdWorkAxis *axis;       /* borrowed */
  GArray     *nodes;            /* of YdNetNode */
  GArray     *inputs;           /* of YdNetInput, of the same nodes */
  GArray     *kin;              /* of YdNetKin, likewise */
  GArray     *faces;            /* of YdNetFace: one for none, then of the same nodes */
  GArray     *edges;            /* of YdNetEdge */

  /* Where these begin, one look nearer: see _yd_net_note_places() */
  YdNetNode  *first_node;
  YdNetFace  *first_face;       /* of a node; that of none stands before it */
  YdNetEdge  *first_edge;

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

YdScheduleNet *_yd_schedule_net_new        (const YdWorkAxis  *axis)
                                            G_GNUC_WARN_UNUSED_RESULT;
void           _yd_schedule_net_free       (YdScheduleNet     *self);

/* What is said. Results follow with _yd_schedule_net_update(). */
guint          _yd_schedule_net_add_node   (YdScheduleNet     *self,
                                            guint              parent,
                                            const YdNetInput  *input);
void           _yd_schedule_net_set_input  (YdScheduleNet     *self,
                                            guint              node,
                                            const YdNetInput  *input);
void           _yd_schedule_net_put_due    (YdScheduleNet     *self,
                                            guint              node,
                                            YdDay              due);
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
                                            const YdWorkAxis  *axis);
void           _yd_schedule_net_renumber   (YdScheduleNet     *self,
                                            guint            **nodes,
                                            guint            **edges);

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
void           _yd_schedule_net_link_edge  (YdScheduleNet     *self,
                                            guint              edge);
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

/* To be called when one of the arrays grew. */
static inline void
_yd_net_note_places (YdScheduleNet *self)
{
  self->first_node = (YdNetNode *) self->nodes->data;
  self->first_face = &g_array_index (self->faces, YdNetFace, 1);
  self->first_edge = (YdNetEdge *) self->edges->data;
}

static inline YdNetNode *
_yd_net_node (YdScheduleNet *self,
              guint          node)
{
  return &self->first_node[node];
}

static inline YdNetInput *
_yd_net_input (YdScheduleNet *self,
               guint          node)
{
  return &g_array_index (self->inputs, YdNetInput, node);
}

static inline YdNetKin *
_yd_net_kin (YdScheduleNet *self,
             guint          node)
{
  return &g_array_index (self->kin, YdNetKin, node);
}

static inline guint
_yd_net_first_child (YdScheduleNet *self,
                     guint          node)
{
  return _yd_net_kin (self, node)->child;
}

static inline guint
_yd_net_next (YdScheduleNet *self,
              guint          node)
{
  return _yd_net_kin (self, node)->next;
}

/* Of %YD_NET_NONE too, which asks for nothing. */
static inline YdNetFace *
_yd_net_face (YdScheduleNet *self,
              guint          node)
{
  return &self->first_face[(int) node];
}

static inline YdNetEdge *
_yd_net_edge (YdScheduleNet *self,
              guint          edge)
{
  return &self->first_edge[edge];
}

#define YD_NET_IN(node)  ((node) * 2)
#define YD_NET_OUT(node) ((node) * 2 + 1)

/* Whether an edge asks when its successor ends, not when it begins. */
static inline gboolean
_yd_net_edge_asks_end (const YdNetEdge *edge)
{
  return edge->link.type == YD_LINK_FF || edge->link.type == YD_LINK_SF;
}

/* Says again whether it is plain: most dependencies are, and what follows begins on a working day
 * after. To be called when anything else of it changed.
 */
static inline void
_yd_net_edge_judge (YdNetEdge *edge)
{
  edge->plain = edge->used && !edge->aside && edge->link.type == YD_LINK_FS && !edge->link.by_day;
}

/* Whether it counts from the beginning of its predecessor. */
static inline gboolean
_yd_net_edge_is_of_start (const YdNetEdge *edge)
{
  return edge->link.type == YD_LINK_SS || edge->link.type == YD_LINK_SF;
}

/* The step of the successor that an edge leads to. */
static inline guint
_yd_net_edge_target (const YdNetEdge *edge)
{
  return _yd_net_edge_asks_end (edge) ? YD_NET_OUT (edge->succ) : YD_NET_IN (edge->succ);
}

G_END_DECLS
