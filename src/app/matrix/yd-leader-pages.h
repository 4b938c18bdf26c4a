/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

/* Rows that can be read across a room; the head of a section takes half of one. */
#define YD_LEADER_MAX_POINTS 6

/**
 * YdLeaderPage:
 * @chapter: (nullable): the chapter; none for the points that stand in no chapter
 * @points: (element-type YdRow): what stands on the page; of a section its points, below its head
 * @part: which page of its chapter it is, from 0
 * @n_parts: how many pages the chapter has
 *
 * One sheet of the leader's view.
 */
typedef struct
{
  YdPoint   *chapter;
  GPtrArray *points;
  guint      part;
  guint      n_parts;
} YdLeaderPage;

GPtrArray *yd_leader_pages_list        (YdPlan             *plan) G_GNUC_WARN_UNUSED_RESULT;
guint      yd_leader_pages_get_chapter (GPtrArray          *pages,
                                        guint               index);
char      *yd_leader_pages_dup_label   (GPtrArray          *pages,
                                        guint               index) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_leader_pages_dup_title   (GPtrArray          *pages,
                                        guint               index) G_GNUC_WARN_UNUSED_RESULT;
YdPoint   *yd_leader_page_get_head     (const YdLeaderPage *page,
                                        guint               row);
GPtrArray *yd_leader_list_assignments  (YdPoint            *point) G_GNUC_WARN_UNUSED_RESULT;
guint      yd_leader_page_count_units  (const YdLeaderPage *page,
                                        YdPlan             *plan);

G_END_DECLS
