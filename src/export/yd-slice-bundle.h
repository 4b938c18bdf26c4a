/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-export.h"
#include "yd-slice.h"

G_BEGIN_DECLS

/**
 * YdSliceBundle:
 *
 * The task lists of all units of a plan, to be written into a folder, a file for each. Copied,
 * so that another thread can do that while the plan changes.
 */
typedef struct _YdSliceBundle YdSliceBundle;

YdSliceBundle *yd_slice_bundle_new         (YdMatrix          *matrix,
                                            YdDirectory       *contacts) G_GNUC_WARN_UNUSED_RESULT;
void           yd_slice_bundle_free        (YdSliceBundle     *self);

guint          yd_slice_bundle_get_n_files (YdSliceBundle     *self);
const char    *yd_slice_bundle_get_name    (YdSliceBundle     *self,
                                            guint              n);
YdTable       *yd_slice_bundle_get_table   (YdSliceBundle     *self,
                                            guint              n);
gboolean       yd_slice_bundle_save        (YdSliceBundle     *self,
                                            YdFormat           format,
                                            const char        *folder,
                                            YdExportProgress   progress,
                                            gpointer           user_data,
                                            GCancellable      *cancellable,
                                            GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSliceBundle, yd_slice_bundle_free)

G_END_DECLS
