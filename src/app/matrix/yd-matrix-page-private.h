/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix-page.h"

#include "yd-filter-pill.h"
#include "yd-quotes.h"
#include "yd-reading.h"
#include "yd-role-mark.h"
#include "yd-unit-entry.h"

G_BEGIN_DECLS

/* How it looks, each a property and an action of the page. */
enum {
  YD_MATRIX_PROP_0,
  YD_MATRIX_PROP_COLORING,
  YD_MATRIX_PROP_ORDER,
  YD_MATRIX_PROP_CHAPTER,
  YD_MATRIX_PROP_KIND,
  YD_MATRIX_PROP_ROLE,
  YD_MATRIX_PROP_LIGHT,
  YD_MATRIX_PROP_CHANGED,
  YD_MATRIX_PROP_NO_LEAD,
  YD_MATRIX_PROP_SEVERAL_LEADS,
  YD_MATRIX_PROP_HIDE_EMPTY_ROWS,
  YD_MATRIX_PROP_HIDE_EMPTY_COLUMNS,
  YD_MATRIX_PROP_TAIL,
  YD_MATRIX_PROP_TRANSPOSED,
  YD_MATRIX_N_PROPS
};

#define YD_N_MATRIX_ORDERS (YD_MATRIX_ORDER_SIMILARITY + 1)
#define YD_N_MATRIX_BANDS  (YD_MATRIX_BAND_GROUP + 1)

/* How something is called in a state that is kept, and by a person. */
typedef struct
{
  const char *name;
  const char *words;
} YdMatrixChoice;

extern const YdMatrixChoice _yd_matrix_colorings[YD_N_MATRIX_COLORINGS];
extern const YdMatrixChoice _yd_matrix_orders[YD_N_MATRIX_ORDERS];
extern const char * const _yd_matrix_bands[YD_N_MATRIX_BANDS];    /* %NULL where it is no choice */

struct _YdMatrixPage
{
  YdPage            parent_instance;

  /* Owned */
  GSignalGroup     *signals;            /* of the session */
  GSignalGroup     *filter_signals;
  YdMatrix         *matrix;             /* not before it is looked at */
  YdMatrix         *coming;             /* while it is read */
  YdQuotes         *quotes;             /* of the documents as issued */
  GVariant         *state;              /* of a plan that was not looked at yet */
  YdReading        *finding;            /* (nullable): what was changed */
  GHashTable       *changed;            /* points that were changed since what was asked for */
  char             *chapter;            /* the id of a point, or empty, as are the next */
  char             *kind;
  char             *role;
  char             *light;
  char             *since;
  YdMatrixOrder     order;
  YdMatrixFlags     flags;
  GtkWidget        *popover;            /* the sentence of a cell */
  GtkPopover       *menu;               /* not before it is asked for */
  guint             make_id;            /* an idle source that makes the matrix */

  /* Template */
  GtkStack         *stack;              /* with something to show, or nothing at all */
  GtkStack         *place;              /* the sheet, or that the filter hides all of it */
  YdMatrixGrid     *grid;
  GtkMenuButton    *filter_button;
  YdFilterPill     *chapter_pill;
  YdFilterPill     *kind_pill;
  YdFilterPill     *role_pill;
  YdFilterPill     *light_pill;
  GtkRevealer      *find_bar;
  YdUnitEntry      *find;
  GtkSearchEntry   *search;
  GtkMenuButton    *coloring_button;
  GtkMenuButton    *order_button;
  GtkLabel         *coloring_label;
  GtkLabel         *order_label;
  GtkLabel         *zoom_label;
  YdRoleMark       *mark;
  GtkLabel         *line;
  GtkLabel         *rest;

  guint             no_lead : 1;
  guint             several_leads : 1;
  guint             placing : 1;        /* the page itself goes to a cell */
  guint             in_sight : 1;       /* the first cell was, since there is room */
};

/* yd-matrix-page.c */
YdSession *_yd_matrix_page_get_session   (YdMatrixPage   *self);
YdPlan    *_yd_matrix_page_get_plan      (YdMatrixPage   *self);

/* yd-matrix-page-line.c: the line below the sheet */
void       _yd_matrix_page_show_line     (YdMatrixPage   *self);

/* yd-matrix-page-state.c: kept with the plan */
void       _yd_matrix_page_restore       (YdMatrixPage   *self);
GVariant  *_yd_matrix_page_dup_state     (YdPage         *page);
void       _yd_matrix_page_restore_state (YdPage         *page,
                                          GVariant       *state);

/* yd-matrix-page-view.c: how large, and what is folded */
void       _yd_matrix_page_install_view  (GtkWidgetClass *klass);

/* yd-matrix-page-look.c: filters, colours, order */
void       _yd_matrix_page_install_look  (GtkWidgetClass *klass);
void       _yd_matrix_page_get_look      (GObject        *object,
                                          guint           prop_id,
                                          GValue         *value,
                                          GParamSpec     *pspec);
void       _yd_matrix_page_set_look      (GObject        *object,
                                          guint           prop_id,
                                          const GValue   *value,
                                          GParamSpec     *pspec);
void       _yd_matrix_page_apply_look    (YdMatrixPage   *self);
void       _yd_matrix_page_show_look     (YdMatrixPage   *self);
void       _yd_matrix_page_clear_filter  (YdMatrixPage   *self);
GVariant  *_yd_matrix_page_dup_look      (YdMatrixPage   *self);
void       _yd_matrix_page_restore_look  (YdMatrixPage   *self,
                                          GVariant       *state);

/* yd-matrix-page-choices.c: what can be chosen */
void       _yd_matrix_page_init_menus    (YdMatrixPage   *self);
void       _yd_matrix_page_add_item      (GMenu          *menu,
                                          const char     *words,
                                          const char     *action,
                                          const char     *target);

/* yd-matrix-page-edit.c: what a person changes */

/* More cells than anybody means to change at once. */
#define YD_MATRIX_MAX_CHANGED 20000

static inline guint64
_yd_matrix_count_cells (const YdGridRange *range)
{
  return (guint64) (range->end_row - range->first_row) * (range->end_col - range->first_col);
}

void       _yd_matrix_page_install_edits (GtkWidgetClass *klass);
void       _yd_matrix_page_say_too_many  (YdMatrixPage   *self);
void       _yd_matrix_page_act           (YdMatrixPage   *self,
                                          YdMatrixAct     act);
void       _yd_matrix_page_drop          (YdMatrixPage   *self,
                                          YdRow          *unit,
                                          YdPoint        *point);

/* yd-matrix-page-clip.c: as a table for other programs, and back */
char      *_yd_matrix_page_copy          (YdPage         *page);
gboolean   _yd_matrix_page_paste         (YdPage         *page);

/* yd-matrix-page-changed.c: what was changed since a day */
void       _yd_matrix_page_find_changed  (YdMatrixPage   *self);
void       _yd_matrix_page_forget_changed
                                         (YdMatrixPage   *self);

/* yd-matrix-page-find.c: going to a unit */
void       _yd_matrix_page_install_find  (GtkWidgetClass *klass);
void       _yd_matrix_page_init_find     (YdMatrixPage   *self);
gboolean   _yd_matrix_page_open_find     (YdPage         *page);

/* yd-matrix-page-menu.c: what can be done with a cell and its unit */
void       _yd_matrix_page_open_menu     (YdMatrixPage   *self,
                                          double          x,
                                          double          y);

/* yd-matrix-page-sentence.c: what it says of a cell */
char      *_yd_matrix_page_dup_number    (YdMatrixPage   *self,
                                          guint           row);
char      *_yd_matrix_page_dup_sentence  (YdMatrixPage   *self,
                                          guint           row,
                                          guint           column);
void       _yd_matrix_page_open_sentence (YdMatrixPage   *self);

G_END_DECLS
