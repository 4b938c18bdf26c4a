/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-outline-page.h"

#include "yd-findings.h"
#include "yd-draft.h"
#include "yd-no-result.h"
#include "yd-outline-title.h"
#include "yd-outline-tree.h"
#include "yd-unit-picker.h"

G_BEGIN_DECLS

typedef struct _YdOutlineLook YdOutlineLook;

/* @expander is %NULL where the row did not come. */
typedef void (* YdOutlineWaitFunc) (YdOutlinePage *self,
                                    YdPoint       *point,
                                    GtkWidget     *expander);

struct _YdOutlinePage
{
  YdPage                 parent_instance;

  /* Owned */
  GSignalGroup          *signals;       /* of the session */
  YdOutlineTree         *tree;
  GtkMultiSelection     *selection;
  GPtrArray             *chosen;        /* points, as they are seen */
  GSignalGroup          *filter_signals;
  GSignalGroup          *finding_signals;
  GHashTable            *bound;         /* point → the list item that shows its title */
  GHashTable            *cells;         /* list item → the function that fills it */
  YdOutlineInk          *ink;
  GHashTable            *found;         /* point → the worst that was found, borrowed */
  GHashTable            *proposed;      /* point → what is to check in it and below, + 1 */
  YdPoint               *editing;
  YdDraft               *draft;         /* of its title */
  char                  *group;         /* of a new point and its first title */
  YdUnitPicker          *filter_picker;
  YdUnitPicker          *assign_picker;
  GtkWidget             *menu;

  /* Template */
  GtkStack              *stack;
  GtkColumnView         *view;
  GtkShortcutController *shortcuts;
  GtkColumnViewColumn   *title_column;
  GtkColumnViewColumn   *units_column;
  GtkColumnViewColumn   *deadline_column;
  GtkColumnViewColumn   *status_column;
  GtkMenuButton         *unit_button;
  GtkLabel              *unit_label;
  GtkLabel              *state_label;
  GtkLabel              *counts;
  GtkRevealer           *bar;
  GtkLabel              *chosen_label;
  GtkButton             *assign_button;
  GtkWidget             *drop_line;
  GtkLabel              *drop_label;
  YdNoResult            *nothing;
  GMenuModel            *menu_model;

  /* Dragging: where it would go */
  YdPoint               *drop_parent;   /* borrowed, as is the next */
  YdPoint               *drop_after;
  gboolean               drop_fits;

  YdPoint               *waits_for;     /* owned, until wait_id: its row is scrolled to */
  YdOutlineWaitFunc      wait_func;
  guint                  wait_id;
  guint                  n_frames;      /* that were waited */
  YdOutlineLook         *look;          /* while one is taken, of look_id */
  guint                  look_id;
  guint                  rest_id;
  gboolean               restless;      /* rows were bound lately */
  guint                  chosen_at;     /* where the first of them is */
  gboolean               stale;         /* rows were changed while nobody saw them */
  gboolean               choosing;      /* the page itself changes the selection */
};

/* yd-outline-page.c */
YdPlan    *_yd_outline_page_get_plan       (YdOutlinePage      *self);
gboolean   _yd_outline_page_commit         (YdOutlinePage      *self,
                                            YdEdit             *edit);

/* yd-outline-page-follow.c */
void       _yd_outline_page_attach         (YdOutlinePage      *self);
void       _yd_outline_page_rebuild        (YdOutlinePage      *self);
void       _yd_outline_page_watch_session  (YdOutlinePage      *self);
void       _yd_outline_page_follow         (YdOutlinePage      *self,
                                            YdSession          *session);

/* yd-outline-page-choose.c */
GPtrArray *_yd_outline_page_copy_chosen    (YdOutlinePage      *self) G_GNUC_WARN_UNUSED_RESULT;
void       _yd_outline_page_show_chosen    (YdOutlinePage      *self);
void       _yd_outline_page_note_chosen    (YdOutlinePage      *self);
void       _yd_outline_page_show_selected  (YdOutlinePage      *self);
void       _yd_outline_page_choose         (YdOutlinePage      *self,
                                            GPtrArray          *points);
void       _yd_outline_page_choose_one     (YdOutlinePage      *self,
                                            YdPoint            *point);
void       _yd_outline_page_focus          (YdOutlinePage      *self,
                                            YdPoint            *point);
void       _yd_outline_page_focus_chosen   (YdOutlinePage      *self);

/* yd-outline-page-wait.c */
void       _yd_outline_page_end_wait       (YdOutlinePage      *self);
void       _yd_outline_page_scroll         (YdOutlinePage      *self,
                                            guint               at);
void       _yd_outline_page_scroll_to      (YdOutlinePage      *self,
                                            YdPoint            *point,
                                            guint               at,
                                            YdOutlineWaitFunc   func);

/* yd-outline-page-rows.c */
void       _yd_outline_page_bind_rows      (GtkWidgetClass     *klass);
void       _yd_outline_page_refresh        (YdOutlinePage      *self);
void       _yd_outline_page_end_rest       (YdOutlinePage      *self);
void       _yd_outline_page_resize_rows    (YdOutlinePage      *self);
YdSchedule *_yd_outline_page_get_schedule  (YdOutlinePage      *self);
void       _yd_outline_page_say_status     (YdOutlinePage      *self,
                                            YdPoint            *point,
                                            gboolean            folded,
                                            YdCellWords        *words,
                                            char              **tooltip);
char      *_yd_outline_page_dup_sentence   (YdOutlinePage      *self,
                                            YdPoint            *point,
                                            gboolean            folded);
void       _yd_outline_page_forget         (YdOutlinePage      *self,
                                            YdEdit             *edit);
YdPoint   *_yd_outline_page_get_point_of   (YdRow              *row);
GtkWidget *_yd_outline_page_get_expander   (YdOutlinePage      *self,
                                            YdPoint            *point);
YdOutlineTitle *_yd_outline_page_get_title (YdOutlinePage      *self,
                                            YdPoint            *point);
YdPoint   *_yd_outline_page_find_point_at  (YdOutlinePage      *self,
                                            double              y,
                                            double             *fraction,
                                            graphene_rect_t    *bounds);

/* yd-outline-page-look.c */
void       _yd_outline_page_look           (YdOutlinePage      *self,
                                            gboolean            soon);
void       _yd_outline_page_forget_look    (YdOutlinePage      *self);
void       _yd_outline_page_take_findings  (YdOutlinePage      *self);

/* yd-outline-page-actions.c */
void       _yd_outline_page_install_actions (GtkWidgetClass    *klass);
void       _yd_outline_page_update_actions (YdOutlinePage      *self);
void       _yd_outline_page_show_menu      (YdOutlinePage      *self,
                                            int                 x,
                                            int                 y);

/* yd-outline-page-edit.c */
void       _yd_outline_page_edit           (YdOutlinePage      *self,
                                            YdPoint            *point,
                                            const char         *group);
void       _yd_outline_page_add            (YdOutlinePage      *self,
                                            YdPoint            *parent,
                                            YdPoint            *after);
void       _yd_outline_page_add_below      (YdOutlinePage      *self,
                                            YdPoint            *point);
void       _yd_outline_page_ended          (YdOutlinePage      *self,
                                            const char         *typed,
                                            int                 end,
                                            YdOutlineTitle     *title);

/* yd-outline-page-drag.c */
void       _yd_outline_page_take_drags     (YdOutlinePage      *self);

/* yd-outline-page-filter.c */
YdPointFilter *_yd_outline_page_get_filter (YdOutlinePage      *self);
void       _yd_outline_page_install_filter_actions (GtkWidgetClass *klass);
void       _yd_outline_page_take_pickers   (YdOutlinePage      *self);
void       _yd_outline_page_offer_directory
                                           (YdOutlinePage      *self);
void       _yd_outline_page_show_filter    (YdOutlinePage      *self);

G_END_DECLS
