/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-row.h"

G_BEGIN_DECLS

#define YD_TYPE_FACT_MARK (yd_fact_mark_get_type ())

G_DECLARE_FINAL_TYPE (YdFactMark, yd_fact_mark, YD, FACT_MARK, GtkWidget)

void yd_fact_mark_set_row (YdFactMark *self,
                           YdRow      *row);

G_END_DECLS
