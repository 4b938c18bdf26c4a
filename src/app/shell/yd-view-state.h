/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdViewState:
 *
 * How the window looked for each plan, kept beside the library. Losing it loses
 * nothing but a habit, so nothing is said when it cannot be read or written.
 */
typedef struct _YdViewState YdViewState;

YdViewState *yd_view_state_load (const char  *library_path) G_GNUC_WARN_UNUSED_RESULT;
void         yd_view_state_free (YdViewState *self);
void         yd_view_state_save (YdViewState *self);

GVariant    *yd_view_state_get  (YdViewState *self,
                                 const char  *plan,
                                 const char  *key) G_GNUC_WARN_UNUSED_RESULT;
void         yd_view_state_set  (YdViewState *self,
                                 const char  *plan,
                                 const char  *key,
                                 GVariant    *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdViewState, yd_view_state_free)

G_END_DECLS
