/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-source-marks.h"

G_BEGIN_DECLS

typedef struct _YdSourceFiller YdSourceFiller;

typedef void (* YdSourceFillerDone) (gpointer user_data);

YdSourceFiller *yd_source_filler_new         (GtkTextBuffer      *buffer,
                                              YdSourceFillerDone  done,
                                              gpointer            user_data)
                                              G_GNUC_WARN_UNUSED_RESULT;
void            yd_source_filler_free        (YdSourceFiller     *self);
void            yd_source_filler_set_color   (YdSourceFiller     *self,
                                              const GdkRGBA      *color);
void            yd_source_filler_set_source  (YdSourceFiller     *self,
                                              YdSource           *source);
void            yd_source_filler_set_marks   (YdSourceFiller     *self,
                                              YdSourceMarks      *marks);
gboolean        yd_source_filler_get_loading (YdSourceFiller     *self);
gboolean        yd_source_filler_is_empty    (YdSourceFiller     *self);

G_END_DECLS
