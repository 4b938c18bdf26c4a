/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-properties.h"
#include "yd-save-mark.h"
#include "yd-toasts.h"
#include "yd-view-state.h"
#include "yd-welcome.h"
#include "yd-window.h"

G_BEGIN_DECLS

struct _YdWindow
{
  AdwApplicationWindow  parent_instance;

  /* Owned */
  YdSession            *session;
  GMenu                *plan_menu;      /* first of all the other plans */
  GSettings            *settings;       /* (nullable): where the schema is not installed */
  YdViewState          *views;          /* (nullable): until the library is there */
  GPtrArray            *drafts;         /* (nullable) (element-type YdStoredDraft): to offer */
  GHashTable           *plan_ids;       /* of the library, when they were listed last */
  YdToasts             *toasts;
  GCancellable         *work;           /* (nullable): what is being opened */
  GFile                *waiting_file;   /* (nullable): to be opened when the library is there */
  char                 *wanted_plan;    /* (nullable): to be opened when that can be */
  char                 *wanted_point;   /* (nullable): to be selected in it */
  char                 *meeting;        /* (nullable): the plan of a meeting, as above */
  char                 *library_path;   /* (nullable): the user's own */
  char                 *first_page;     /* (nullable): whatever the plan showed last */
  char                 *work_words;     /* (nullable): what is said of it if it takes long */
  char                 *opened_path;    /* (nullable): what was opened last, for messages */

  /* Weak */
  YdProperties         *properties;     /* (nullable): while they are open */

  /* Template */
  AdwToastOverlay      *overlay;
  GtkStack             *stack;
  YdWelcome            *welcome;
  GtkOverlay           *plane;

  /* When something took long for the first time; until then NULL */
  GtkProgressBar       *progress;
  GtkRevealer          *work_revealer;
  GtkLabel             *work_label;

  /* From the first plan on; until then NULL, as a whole */
  GtkBuilder           *builder;        /* owned, and owns the others */
  GtkWidget            *plan_box;
  AdwHeaderBar         *header;
  GtkMenuButton        *plan_button;
  GtkLabel             *plan_title;
  GtkLabel             *plan_subtitle;
  GtkMenuButton        *menu_button;
  GtkButton            *export_button;
  GtkButton            *undo_button;
  YdSaveMark           *save_mark;
  GtkRevealer          *failure_revealer;
  GtkLabel             *failure_label;
  GtkWidget            *check_bar;
  GtkLabel             *check_label;
  GtkWidget            *draft_bar;
  GtkLabel             *draft_label;
  GtkWidget            *draft_restore;
  GtkWidget            *draft_copy;
  GtkSearchBar         *search_bar;
  GtkSearchEntry       *search_entry;
  GtkButton            *tasks_button;   /* everything that the unit has which is looked for */
  GtkPaned             *paned;
  AdwViewStack         *pages;
  AdwBin               *detail_slot;

  guint                 prepare_id;
  guint                 tick_id;
  guint                 n_ticks;
  guint                 n_listing;      /* lists of the plans that are under way */
  guint                 fit_id;
  guint                 settle_id;
  guint                 library_id;     /* until there is a frame */
  int                   detail_width;
  gboolean              has_names;      /* for the buttons that came with the first plan */
  gboolean              check_later;    /* a person does not want to be told of it */
  gboolean              wide;           /* a page without room for the pane is shown */
  gboolean              detail_before;  /* whether the pane was there before that */
  gboolean              opening_sample;
  gboolean              opening_text;   /* a document, which becomes a new plan */
  gboolean              quiet;          /* what is done now needs no toast */
  gboolean              opening_library;
  gboolean              closing;        /* and waits for what is on the way to the disk */
};

typedef void (* YdLeaveFunc) (YdWindow *self);

/* What a person can do there, with the type of the argument. */
typedef struct
{
  const char                  *name;
  const char                  *parameter;       /* (nullable) */
  GtkWidgetActionActivateFunc  func;
} YdWindowAction;

void _yd_window_class_install_actions (GtkWidgetClass *klass);
void _yd_window_class_add_actions     (GtkWidgetClass       *klass,
                                       const YdWindowAction *added,
                                       guint                 n_added);
void _yd_window_class_install_going   (GtkWidgetClass *klass);
void _yd_window_class_install_aside   (GtkWidgetClass *klass);
void _yd_window_update_actions        (YdWindow       *self);

void _yd_window_class_install_transfer
                                      (GtkWidgetClass *klass);
void _yd_window_update_transfer       (YdWindow       *self);
void _yd_window_paste_points          (YdWindow       *self);

void _yd_window_class_install_drafts  (GtkWidgetClass *klass);
void _yd_window_offer_drafts          (YdWindow       *self);

void _yd_window_class_install_recent  (GtkWidgetClass *klass);

/* yd-window-clock.c */
void _yd_window_class_install_clocks  (GtkWidgetClass *klass);
void _yd_window_count_plans           (YdWindow       *self,
                                       GPtrArray      *infos);
void _yd_window_look_for_same         (YdWindow       *self);

void _yd_window_open_plan             (YdWindow       *self,
                                       const char     *id);
void _yd_window_open_text             (YdWindow       *self,
                                       const char     *text);
void _yd_window_open_sample           (YdWindow       *self);
void _yd_window_list_plans            (YdWindow       *self);
void _yd_window_set_plan_menu         (YdWindow       *self,
                                       GPtrArray      *infos);
void _yd_window_cancel_work           (YdWindow       *self);

void _yd_window_class_install_check   (GtkWidgetClass *klass);
void _yd_window_watch_pages           (YdWindow       *self);
void _yd_window_show_check_bar        (YdWindow       *self);
void _yd_window_restore_check         (YdWindow       *self);
void _yd_window_offer_members         (YdWindow       *self);

void _yd_window_class_install_find    (GtkWidgetClass *klass);
void _yd_window_offer_tasks           (YdWindow       *self);

void _yd_window_toast_step            (YdWindow       *self,
                                       YdEdit         *edit);
gboolean
     _yd_window_may_change            (YdWindow       *self);

gboolean _yd_window_may_close         (YdWindow       *self);
gboolean _yd_window_may_leave_plan    (YdWindow       *self);
void     _yd_window_leave_plan        (YdWindow       *self,
                                       YdLeaveFunc     func);
gboolean _yd_window_is_gone           (YdWindow       *self);

void _yd_window_keep_view             (YdWindow       *self);
void _yd_window_keep_all              (YdWindow       *self);
void _yd_window_restore_view          (YdWindow       *self);
void _yd_window_restore_size          (YdWindow       *self);
void _yd_window_restore_detail        (YdWindow       *self);

/* yd-window-plan.c */
void _yd_window_ensure_pages          (YdWindow       *self);
void _yd_window_drop_plan_box         (YdWindow       *self);
void _yd_window_show_plan_words       (YdWindow       *self);
void _yd_window_show_failure          (YdWindow       *self);
void _yd_window_show_undo             (YdWindow       *self);
void _yd_window_show_filter           (YdWindow       *self);

/* yd-window-point.c */
void          _yd_window_open_wanted        (YdWindow *self);
void          _yd_window_select_wanted      (YdWindow *self);

/* yd-window-leader.c */
void          _yd_window_class_install_leader
                                            (GtkWidgetClass *klass);
void          _yd_window_open_for_meeting   (YdWindow       *self,
                                             GPtrArray      *infos);
void          _yd_window_begin_meeting      (YdWindow       *self);

G_END_DECLS
