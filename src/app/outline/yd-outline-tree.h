/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-point-filter.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE_TREE (yd_outline_tree_get_type ())

G_DECLARE_FINAL_TYPE (YdOutlineTree, yd_outline_tree, YD, OUTLINE_TREE, GObject)

YdOutlineTree *yd_outline_tree_new            (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel    *yd_outline_tree_get_model      (YdOutlineTree *self);
void           yd_outline_tree_set_n_seen     (YdOutlineTree *self,
                                               guint          n_seen);
void           yd_outline_tree_set_plan       (YdOutlineTree *self,
                                               YdPlan        *plan,
                                               YdPointFilter *filter);
void           yd_outline_tree_rebuild        (YdOutlineTree *self);
void           yd_outline_tree_settle         (YdOutlineTree *self);

gboolean       yd_outline_tree_get_expanded   (YdOutlineTree *self,
                                               YdPoint       *point);
void           yd_outline_tree_set_expanded   (YdOutlineTree  *self,
                                               GtkTreeListRow *row,
                                               gboolean        expanded);
void           yd_outline_tree_note_expanded  (YdOutlineTree *self,
                                               YdPoint       *point,
                                               gboolean       expanded);
void           yd_outline_tree_note_branch    (YdOutlineTree *self,
                                               YdPoint       *point,
                                               gboolean       expanded);
void           yd_outline_tree_note_all       (YdOutlineTree *self,
                                               gboolean       expanded);

guint          yd_outline_tree_find           (YdOutlineTree *self,
                                               YdPoint       *point);
GVariant      *yd_outline_tree_dup_expanded   (YdOutlineTree *self) G_GNUC_WARN_UNUSED_RESULT;
void           yd_outline_tree_restore        (YdOutlineTree *self,
                                               GVariant      *expanded);

G_END_DECLS
