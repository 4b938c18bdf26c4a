/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-source-filler.h"
#include "yd-source-folds.h"
#include "yd-source-text.h"

G_BEGIN_DECLS

/* The margin that has the paths, in pixels; narrow beside the list of proposals. */
#define YD_SOURCE_MARGIN 66
#define YD_SOURCE_MARGIN_NARROW 26

struct _YdSourceText
{
  GtkTextView     parent_instance;

  /* Owned */
  YdSource       *source;
  YdSourceMarks  *marks;
  YdPoint        *point;        /* the one that is selected */
  YdRow          *fact;         /* the proposal that is current, or NULL */
  YdSourceFiller *filler;
  YdSourceFolds  *folds;
  GtkWidget      *offer;        /* of what can be made of selected text */

  YdSpan          outlined;     /* text without a point that is current, or nothing */
  guint           kinds;
  gboolean        mark_unplaced;
  gboolean        narrow;       /* beside the list of proposals */

  YdSpan          wanted;       /* to scroll there when all is there */

  /* While what is wanted was not brought into sight yet */
  gboolean        unseen;
  guint           bring_id;
  guint           n_frames;     /* that went by since the text was shown */

  GdkRGBA         dim;          /* the colour of what belongs to no point */
};

void _yd_source_text_draw_below    (YdSourceText *self,
                                    GtkSnapshot  *snapshot);
void _yd_source_text_stop_bringing (YdSourceText *self);

G_END_DECLS
