/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-review-list.h"
#include "yd-source-contents.h"
#include "yd-source-page.h"
#include "yd-source-text.h"

G_BEGIN_DECLS

/* Right after the next frame, and before GTK goes on to lay out what is about to go. */
#define YD_SOURCE_PAGE_PRIORITY (GDK_PRIORITY_REDRAW + 1)

struct _YdSourcePage
{
  YdPage            parent_instance;

  /* Owned */
  GSignalGroup     *signals;
  YdPlan           *plan;               /* the one that is shown */
  char             *source_id;
  char             *place;              /* (nullable): the row that was checked last */
  guint             opening;            /* counts the texts that were asked for */
  guint             marks_id;           /* the idle that looks for marks */
  guint             leave_id;           /* the one that lets go of a plan */
  YdSourceMarks    *coming;             /* what it has found so far */
  guint             sure_id;            /* the one that accepts what is sure */
  YdEdit           *sure;               /* (nullable): how, if nothing was done since */
  gboolean          reviewing;
  gboolean          quiet;              /* while this page itself selects */

  /* Template */
  GtkStack         *stack;
  AdwStatusPage    *nothing;
  GtkStack         *tools;
  GtkSearchEntry   *search;
  GtkLabel         *legends[YD_N_MARK_KINDS];
  GtkToggleButton  *toggles[YD_N_MARK_KINDS];
  GtkLabel         *unplaced;
  GtkToggleButton  *unplaced_toggle;
  GtkButton        *review_button;
  GtkLabel         *counts;
  GtkProgressBar   *progress;
  GtkLabel         *left;
  GtkPaned         *outer;
  GtkPaned         *inner;
  YdSourceContents *contents;
  AdwClampScrollable *clamp;
  YdSourceText     *text;
  YdReviewList     *review;
  GtkWidget        *hints;
};

YdPlan *_yd_source_page_get_plan      (YdSourcePage   *self);
void    _yd_source_page_update_busy   (YdSourcePage   *self);
void    _yd_source_page_choose        (YdSourcePage   *self,
                                       YdPoint        *point,
                                       YdRow          *fact);

void    _yd_source_page_load          (YdSourcePage   *self);
void    _yd_source_page_find_marks    (YdSourcePage   *self);
void    _yd_source_page_stop_marks    (YdSourcePage   *self);

void    _yd_source_page_install_review (GtkWidgetClass *widget_class);
void    _yd_source_page_stop_accepting (YdSourcePage  *self);
void    _yd_source_page_go_on         (YdSourcePage   *self);
void    _yd_source_page_check_next    (YdPage         *page);
void    _yd_source_page_show_counts   (YdSourcePage   *self);

void    _yd_source_page_install_edits (GtkWidgetClass *widget_class);
void    _yd_source_page_make_point    (YdSourcePage   *self,
                                       YdSpan          span);
void    _yd_source_page_update_edits  (YdSourcePage   *self);

void    _yd_source_page_install_find  (GtkWidgetClass *widget_class);
gboolean _yd_source_page_open_find    (YdPage         *page);
void    _yd_source_page_find          (YdSourcePage   *self,
                                       int             step);
void    _yd_source_page_end_find      (YdSourcePage   *self);
gboolean
        _yd_source_page_find_next     (YdPage         *page,
                                       int             step);

G_END_DECLS
