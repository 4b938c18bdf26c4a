/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YD_TYPE_SOURCE_OFFER (yd_source_offer_get_type ())

G_DECLARE_FINAL_TYPE (YdSourceOffer, yd_source_offer, YD, SOURCE_OFFER, GtkPopover)

GtkWidget *yd_source_offer_new (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
