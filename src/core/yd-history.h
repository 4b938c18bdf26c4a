/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdHistory:
 *
 * Which edit is undone or redone next, told from what the journal says of each
 * edit: its id, what it undoes, its device and its group.
 */
typedef struct _YdHistory YdHistory;

YdHistory *yd_history_new       (const char *device) G_GNUC_WARN_UNUSED_RESULT;
void       yd_history_free      (YdHistory  *self);
void       yd_history_add       (YdHistory  *self,
                                 const char *id,
                                 const char *undoes,
                                 const char *device,
                                 const char *group);
GPtrArray *yd_history_find_undo (YdHistory  *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_history_find_redo (YdHistory  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdHistory, yd_history_free)

G_END_DECLS
