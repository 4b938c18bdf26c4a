/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-toasts.h"

G_BEGIN_DECLS

/* What is said, as long as it is shown or waits. */
typedef struct
{
  YdToastKind  kind;
  char        *words;           /* (nullable) */
  GtkWidget   *content;         /* (nullable) (owned) */
  char        *label;           /* (nullable) */
  char        *action;          /* (nullable) */
  GVariant    *target;          /* (nullable) */
  void       (*pressed) (GtkWidget *content);
  gboolean     of_plan;
  gboolean     done;            /* a person has closed it or pressed its button */
} YdToastItem;

YdToastItem *_yd_toast_item_new         (const YdToast     *toast) G_GNUC_WARN_UNUSED_RESULT;
void         _yd_toast_item_free        (YdToastItem       *self);
gboolean     _yd_toast_item_same        (const YdToastItem *self,
                                         const YdToastItem *other);
gboolean     _yd_toast_item_ends        (const YdToastItem *self,
                                         const YdToastItem *shown);
gboolean     _yd_toast_item_interrupts  (const YdToastItem *self,
                                         const YdToastItem *shown);
guint        _yd_toast_item_get_seconds (const YdToastItem *self);
GtkWidget   *_yd_toast_item_make        (YdToastItem       *self) G_GNUC_WARN_UNUSED_RESULT;

/* Those that wait, the next one first. */
GPtrArray   *_yd_toast_items_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void         _yd_toast_items_add        (GPtrArray         *items,
                                         YdToastItem       *item);
void         _yd_toast_items_put_back   (GPtrArray         *items,
                                         YdToastItem       *item);
gboolean     _yd_toast_items_have       (GPtrArray         *items,
                                         const YdToastItem *item);
void         _yd_toast_items_end_plan   (GPtrArray         *items);
void         _yd_toast_items_end_kind   (GPtrArray         *items,
                                         YdToastKind        kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdToastItem, _yd_toast_item_free)

G_END_DECLS
