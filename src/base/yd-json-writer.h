/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YD_JSON_MAX_DEPTH 64

/**
 * YdJsonWriter:
 *
 * Writes JSON text as it goes, without a tree in memory. On the stack: set up
 * with yd_json_writer_init(), cleared by `g_auto`.
 */
typedef struct
{
  GString *out;
  guint    depth;
  gboolean started[YD_JSON_MAX_DEPTH];  /* whether the level has a member already */
} YdJsonWriter;

void  yd_json_writer_init         (YdJsonWriter *self);
void  yd_json_writer_clear        (YdJsonWriter *self);
char *yd_json_writer_end          (YdJsonWriter *self) G_GNUC_WARN_UNUSED_RESULT;

void  yd_json_writer_begin_object (YdJsonWriter *self,
                                   const char   *name);
void  yd_json_writer_end_object   (YdJsonWriter *self);
void  yd_json_writer_begin_array  (YdJsonWriter *self,
                                   const char   *name);
void  yd_json_writer_end_array    (YdJsonWriter *self);

void  yd_json_writer_string       (YdJsonWriter *self,
                                   const char   *name,
                                   const char   *value);
void  yd_json_writer_string_len   (YdJsonWriter *self,
                                   const char   *name,
                                   const char   *value,
                                   gsize         len);
void  yd_json_writer_int          (YdJsonWriter *self,
                                   const char   *name,
                                   gint64        value);
void  yd_json_writer_bool         (YdJsonWriter *self,
                                   const char   *name,
                                   gboolean      value);
void  yd_json_writer_raw          (YdJsonWriter *self,
                                   const char   *name,
                                   const char   *json);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdJsonWriter, yd_json_writer_clear)

G_END_DECLS
