/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-private.h"

G_BEGIN_DECLS

typedef struct _YdZip YdZip;

YdZip    *_yd_zip_new   (const YdExportJob  *job,
                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void      _yd_zip_free  (YdZip              *self);
gboolean  _yd_zip_begin (YdZip              *self,
                         const char         *name,
                         GError            **error);
gboolean  _yd_zip_put   (YdZip              *self,
                         const void         *data,
                         gsize               len,
                         GError            **error);
gboolean  _yd_zip_add   (YdZip              *self,
                         const char         *name,
                         const char         *text,
                         GError            **error);
gboolean  _yd_zip_close (YdZip              *self,
                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdZip, _yd_zip_free)

G_END_DECLS
