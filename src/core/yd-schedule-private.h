/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule-net-private.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

struct _YdSchedule
{
  GObject         parent_instance;

  /* Owned */
  YdPlan         *plan;
  YdWorkCalendar *calendar;
  YdWorkAxis      axis;         /* of the calendar */
  YdScheduleNet  *net;

  GPtrArray      *points;       /* of borrowed rows: of a node its point */
  GArray         *places;       /* of guint: of a node, which of the plan's points it was */
  GHashTable     *nodes;        /* from a point to its node, plus one */
  GPtrArray      *links;        /* of borrowed rows: of an edge its dependency */
  GHashTable     *edges;        /* from a dependency to its edge, plus one */
  GPtrArray      *deadlines;    /* of borrowed rows: of a node the deadline that is first */
  GArray         *spare_edges;  /* of guint: edges that previews made and nobody uses */
  GHashTable     *anchored;     /* from a node to a GArray of nodes whose deadlines count from it */

  YdDay           today;
  int             soon_days;
  gulong          applied_id;
  guint           n_read;       /* deadlines of the plan, while it is read in pieces */
};

YdSchedule *_yd_schedule_new          (YdPlan           *plan,
                                       YdWorkCalendar   *calendar,
                                       YdDay             today)
                                       G_GNUC_WARN_UNUSED_RESULT;
void     _yd_schedule_watch           (YdSchedule       *self);

/* What is said in the plan, told to the net */
void     _yd_schedule_build           (YdSchedule       *self);
void     _yd_schedule_read            (YdSchedule       *self);
void     _yd_schedule_follow          (YdSchedule       *self,
                                       YdEdit           *edit);
void     _yd_schedule_read_input      (YdSchedule       *self,
                                       guint             node,
                                       YdNetInput       *input);
void     _yd_schedule_set_dues        (YdSchedule       *self);
gboolean _yd_schedule_find_dues       (YdSchedule       *self,
                                       guint             from,
                                       guint             n);
void     _yd_schedule_end_dues        (YdSchedule       *self);
gboolean _yd_schedule_refresh_anchored
                                      (YdSchedule       *self,
                                       GHashTable       *touched);
void     _yd_schedule_update          (YdSchedule       *self,
                                       GHashTable       *touched);
void     _yd_schedule_emit_changed    (YdSchedule       *self,
                                       GPtrArray        *points);

/* What follows, in days */
guint    _yd_schedule_find_node       (YdSchedule       *self,
                                       YdPoint          *point);
guint    _yd_schedule_find_place      (YdSchedule       *self,
                                       YdPoint          *point);
YdDay    _yd_schedule_get_first_day   (YdSchedule       *self,
                                       guint             node);
YdDay    _yd_schedule_get_last_day    (YdSchedule       *self,
                                       guint             node);
gboolean _yd_schedule_edge_drives     (YdSchedule       *self,
                                       const YdNetEdge  *edge);
gboolean _yd_schedule_spans           (YdSchedule       *self,
                                       guint             node);
gboolean _yd_schedule_is_critical     (YdSchedule       *self,
                                       guint             node);

char    *_yd_schedule_dup_name        (YdPoint          *point)
                                       G_GNUC_WARN_UNUSED_RESULT;
char    *_yd_schedule_dup_chain_words (YdSchedule       *self,
                                       YdPoint          *point)
                                       G_GNUC_WARN_UNUSED_RESULT;

/* Deadlines */
YdDay    _yd_schedule_find_first_due  (YdSchedule       *self,
                                       guint             node,
                                       YdRow           **deadline);

G_END_DECLS
