/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-cell-text.h"
#include "yd-deadline-editor.h"
#include "yd-detail-clocks.h"
#include "yd-detail-history.h"
#include "yd-detail-pane.h"
#include "yd-extension-answer.h"
#include "yd-extension-ask.h"

#include "yd-quotes.h"
#include "yd-detail-section.h"
#include "yd-order-editor.h"
#include "yd-remark-entry.h"
#include "yd-source.h"
#include "yd-unit-entry.h"

G_BEGIN_DECLS

struct _YdDetailPane
{
  YdPage             parent_instance;

  /* Owned */
  GSignalGroup      *signals;
  YdPoint           *point;             /* (nullable): what is shown */
  GListStore        *extensions;
  GListStore        *orders;
  GListStore        *remarks;
  YdQuotes          *quotes;            /* of the documents as issued */
  guint              history_id;        /* a source that will read the history */

  /* Template */
  GtkStack          *stack;
  GtkLabel          *place;
  GtkLabel          *number;
  YdCellText        *title;
  GtkWidget         *state;
  GtkLabel          *light;
  GtkLabel          *reason;
  GtkWidget         *checks;
  GtkLabel          *to_check;
  GtkLabel          *text_head;
  GtkWidget         *context;
  YdCellText        *text;
  GtkWidget         *quote_box;
  GtkLabel          *quote;
  YdDetailSection   *units_section;
  YdDetailSection   *deadlines_section;
  YdDetailSection   *extensions_section;
  YdDetailClocks    *clocks;
  YdDetailSection   *orders_section;
  YdDetailSection   *remarks_section;
  YdDetailHistory   *history;
  YdDeadlineEditor  *editor;
  YdOrderEditor     *order_editor;
  YdExtensionAsk    *extension_ask;
  YdExtensionAnswer *extension_answer;
  GtkWidget         *extension_button;
  YdUnitEntry       *unit_entry;
  YdRemarkEntry     *remark_entry;
};

YdSession *_yd_detail_get_session   (YdDetailPane *self);
YdPlan    *_yd_detail_get_plan      (YdDetailPane *self);
void       _yd_detail_update        (YdDetailPane *self);

void       _yd_detail_set_up_facts  (YdDetailPane *self);
void       _yd_detail_show_facts    (YdDetailPane *self);
void       _yd_detail_update_facts  (YdDetailPane *self);
GPtrArray *_yd_detail_list_rows     (YdDetailPane *self);
GPtrArray *_yd_detail_list_history  (YdDetailPane *self);

YdDetailPane *_yd_detail_get_pane   (YdFactRow    *row);
gboolean   _yd_detail_says_same     (const char   *words,
                                     const char   *rule);
void       _yd_detail_pop_up        (YdDetailPane *self,
                                     GtkPopover   *popover,
                                     GtkWidget    *anchor);
GtkWidget *_yd_detail_new_add_button (const char  *words);

/* yd-detail-extensions.c */
void       _yd_detail_install_extension_actions (GtkWidgetClass *klass);
void       _yd_detail_set_up_extensions (YdDetailPane *self);
void       _yd_detail_drop_extensions   (YdDetailPane *self);
void       _yd_detail_update_extensions (YdDetailPane *self,
                                         gboolean      read_only);
void       _yd_detail_add_extensions    (YdDetailPane *self,
                                         GPtrArray    *all);
void       _yd_detail_fill_store        (GListStore   *store,
                                         GPtrArray    *rows);

/* yd-detail-units.c */
void       _yd_detail_set_up_units  (YdDetailPane *self);

/* yd-detail-orders.c */
void       _yd_detail_install_order_actions (GtkWidgetClass *klass);
void       _yd_detail_set_up_orders (YdDetailPane *self);
gboolean   _yd_detail_is_order_of   (YdRow        *order,
                                     YdRow        *point);


G_END_DECLS
