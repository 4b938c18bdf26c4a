/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdOrderParts:
 * @first: what comes first
 * @second: what comes after, or goes along
 * @together: they go along, and do not come one after the other
 * @to_the_end: they also end together
 * @plain: the phrase names both parts as they are, so nobody need look at them first
 *
 * What a phrase such as "事前公示、事后公告" puts in order.
 */
typedef struct
{
  char     *first;
  char     *second;
  gboolean  together;
  gboolean  to_the_end;
  gboolean  plain;
} YdOrderParts;

gboolean yd_order_parts_read  (const char   *words,
                               YdOrderParts *parts);
void     yd_order_parts_clear (YdOrderParts *parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdOrderParts, yd_order_parts_clear)

G_END_DECLS
