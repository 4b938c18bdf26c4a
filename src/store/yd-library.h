/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-db.h"
#include "yd-library-types.h"
#include "yd-space.h"
#include "yd-sqlite-journal.h"

G_BEGIN_DECLS

/**
 * YdLibraryError:
 * @YD_LIBRARY_ERROR_LOCKED: another process writes it
 * @YD_LIBRARY_ERROR_MISSING: there is no such plan, edit or content
 * @YD_LIBRARY_ERROR_FOREIGN: the file is not a library
 * @YD_LIBRARY_ERROR_FOLDER: the file cannot be made or reached where it shall be
 * @YD_LIBRARY_ERROR_DAMAGED: the file is damaged and could not be replaced
 * @YD_LIBRARY_ERROR_BROKEN: an earlier edit could not be kept
 * @YD_LIBRARY_ERROR_READ_ONLY: the library was opened for reading
 *
 * Besides these, #YdDbError says what the disk did.
 */
typedef enum
{
  YD_LIBRARY_ERROR_LOCKED,
  YD_LIBRARY_ERROR_MISSING,
  YD_LIBRARY_ERROR_FOREIGN,
  YD_LIBRARY_ERROR_FOLDER,
  YD_LIBRARY_ERROR_DAMAGED,
  YD_LIBRARY_ERROR_BROKEN,
  YD_LIBRARY_ERROR_READ_ONLY,
} YdLibraryError;

#define YD_LIBRARY_ERROR (yd_library_error_quark ())

GQuark yd_library_error_quark (void);

/**
 * YdLibraryFlags:
 * @YD_LIBRARY_READ_ONLY: another process may be writing it; nothing is made,
 *   migrated or repaired
 * @YD_LIBRARY_CHECK: read the whole file first, even if there is no reason to
 *   doubt it
 */
typedef enum
{
  YD_LIBRARY_READ_ONLY = 1 << 0,
  YD_LIBRARY_CHECK     = 1 << 1,
} YdLibraryFlags;

#define YD_TYPE_LIBRARY (yd_library_get_type ())

G_DECLARE_FINAL_TYPE (YdLibrary, yd_library, YD, LIBRARY, GObject)

char             *yd_library_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;
YdLibrary        *yd_library_open             (const char         *path,
                                               YdLibraryFlags      flags,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

const char       *yd_library_get_path         (YdLibrary          *self);
gboolean          yd_library_get_read_only    (YdLibrary          *self);
const char       *yd_library_get_device       (YdLibrary          *self);
const char       *yd_library_get_actor        (YdLibrary          *self);
const YdRecovery *yd_library_get_recovery     (YdLibrary          *self);
gboolean          yd_library_get_on_network   (YdLibrary          *self);

GPtrArray        *yd_library_list_spaces      (YdLibrary          *self,
                                               const char         *kind,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *yd_library_list_plans_of    (YdLibrary          *self,
                                               const char         *sha256,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *yd_library_list_plans_with  (YdLibrary          *self,
                                               const char         *origin,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
gboolean          yd_library_count_plan       (YdLibrary          *self,
                                               const char         *space,
                                               YdPlanCounts       *counts,
                                               GError            **error);
YdSpace          *yd_library_open_space       (YdLibrary          *self,
                                               const char         *id,
                                               GPtrArray         **problems,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
YdSqliteJournal  *yd_library_open_journal     (YdLibrary          *self,
                                               YdSpace            *space,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
void              yd_library_sign             (YdLibrary          *self,
                                               YdEdit             *edit);

GBytes           *yd_library_get_blob         (YdLibrary          *self,
                                               const char         *sha256,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *yd_library_search           (YdLibrary          *self,
                                               const char         *text,
                                               guint               limit,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

GPtrArray        *yd_library_read_log         (YdLibrary          *self,
                                               const char         *space,
                                               gint64              before,
                                               guint               limit,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *yd_library_read_row_log     (YdLibrary          *self,
                                               const char         *space,
                                               YdKind              kind,
                                               const char         *id,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
YdEdit           *yd_library_read_edit        (YdLibrary          *self,
                                               const char         *space,
                                               gint64              pos,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *yd_library_read_undo        (YdLibrary          *self,
                                               const char         *space,
                                               gboolean            redo,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

void              yd_library_keep_draft_async
                                              (YdLibrary          *self,
                                               const char         *space,
                                               const YdStoredDraft *draft,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean          yd_library_keep_draft_finish
                                              (YdLibrary          *self,
                                               GAsyncResult       *result,
                                               GError            **error);
GPtrArray        *yd_library_list_drafts      (YdLibrary          *self,
                                               const char         *space,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

gboolean          yd_library_export_plan      (YdLibrary          *self,
                                               YdSpace            *plan,
                                               const char         *path,
                                               GCancellable       *cancellable,
                                               GError            **error);
char             *yd_library_import_plan      (YdLibrary          *self,
                                               const char         *path,
                                               GCancellable       *cancellable,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

GPtrArray        *yd_library_verify           (YdLibrary          *self,
                                               GError            **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
