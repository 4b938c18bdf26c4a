/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yd-span.h"

G_BEGIN_DECLS

#define YD_TYPE_SOURCE (yd_source_get_type ())

typedef struct _YdSource YdSource;

GType       yd_source_get_type         (void) G_GNUC_CONST;
YdSource   *yd_source_new              (const char  *name,
                                        const char  *format,
                                        GBytes      *text,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
YdSource   *yd_source_new_take         (const char  *name,
                                        const char  *format,
                                        char        *text,
                                        gsize        n_bytes,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
YdSource   *yd_source_ref              (YdSource    *self);
void        yd_source_unref            (YdSource    *self);

const char *yd_source_get_name         (YdSource    *self);
const char *yd_source_get_format       (YdSource    *self);
const char *yd_source_get_text         (YdSource    *self,
                                        gsize       *n_bytes);
GBytes     *yd_source_get_bytes        (YdSource    *self);
const char *yd_source_get_sha256       (YdSource    *self);

guint       yd_source_get_n_chars      (YdSource    *self);
guint       yd_source_get_n_paragraphs (YdSource    *self);
YdSpan      yd_source_get_paragraph    (YdSource    *self,
                                        guint        n);
gsize       yd_source_get_offset       (YdSource    *self,
                                        guint        character);
guint       yd_source_get_char         (YdSource    *self,
                                        gsize        offset);
char       *yd_source_dup_text         (YdSource    *self,
                                        YdSpan       span) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_source_to_json          (YdSource    *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSource, yd_source_unref)

G_END_DECLS
