/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

GHashTable *yd_loose_orders_list        (YdPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *yd_loose_orders_list_owners (YdPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
