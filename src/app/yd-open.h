/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-session.h"

G_BEGIN_DECLS

/**
 * YdOpenError:
 * @YD_OPEN_ERROR_NO_LIBRARY: there is nowhere to keep a plan
 * @YD_OPEN_ERROR_NO_POINTS: nothing in the document can be a point
 *
 * Besides these, reading and the library have errors of their own.
 */
typedef enum
{
  YD_OPEN_ERROR_NO_LIBRARY,
  YD_OPEN_ERROR_NO_POINTS,
  YD_OPEN_ERROR_NOT_SAVED,
} YdOpenError;

#define YD_OPEN_ERROR (yd_open_error_quark ())

GQuark   yd_open_error_quark    (void);

void     yd_open_library_async  (YdSession            *session,
                                 const char           *path,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean yd_open_library_finish (YdSession            *session,
                                 GAsyncResult         *result,
                                 GError              **error);

void     yd_open_plan_async     (YdSession            *session,
                                 const char           *id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
void     yd_open_document_async (YdSession            *session,
                                 const char           *path,
                                 const char           *issuer,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
void     yd_open_text_async     (YdSession            *session,
                                 const char           *name,
                                 const char           *text,
                                 const char           *issuer,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean yd_open_finish         (YdSession            *session,
                                 GAsyncResult         *result,
                                 guint                *n_left_out,
                                 GError              **error);
gboolean yd_open_new            (YdSession            *session,
                                 const char           *title,
                                 const char           *issuer,
                                 GError              **error);

G_END_DECLS
