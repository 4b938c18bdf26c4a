/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-outline-ink.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE_FIELD (yd_outline_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (YdOutlineField, yd_outline_field, YD, OUTLINE_FIELD, GtkWidget)

/**
 * YdOutlineFieldClass:
 * @draw: draws what it says
 */
struct _YdOutlineFieldClass
{
  GtkWidgetClass  parent_class;

  void         (* draw) (YdOutlineField *self,
                         GtkSnapshot    *snapshot);
};

/**
 * YdOutlineFillFunc:
 * @owner: who makes the rows
 * @item: the place in the list
 *
 * Puts into a field what stands there now.
 */
typedef void (* YdOutlineFillFunc) (gpointer     owner,
                                    GtkListItem *item);

void          yd_outline_field_set_source (YdOutlineField    *self,
                                           YdOutlineInk      *ink,
                                           YdOutlineFillFunc  func,
                                           gpointer           owner,
                                           GtkListItem       *item);
YdOutlineInk *yd_outline_field_get_ink    (YdOutlineField    *self);
void          yd_outline_field_spoil      (YdOutlineField    *self);
gboolean      yd_outline_field_is_spoiled (YdOutlineField    *self);
gboolean      yd_outline_field_fill       (YdOutlineField    *self);

G_END_DECLS
