/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-space.h"

G_BEGIN_DECLS

/**
 * YdPlanFileSource:
 * @next_edit: (nullable): the next edit of the journal as it stands there, one line without its
 *   end; %NULL at the end or with an error. The caller gets it
 * @get_blob: (nullable): the content with this SHA-256; %NULL without an error if it is not here
 * @extras: (nullable) (element-type YdWireExtra): cells of later versions
 * @user_data: for the functions
 *
 * What goes into a plan file besides the rows of the space.
 */
typedef struct
{
  GBytes    *(* next_edit) (gpointer     user_data,
                            GError     **error);
  GBytes    *(* get_blob)  (const char  *sha256,
                            gpointer     user_data,
                            GError     **error);
  GPtrArray *extras;
  gpointer   user_data;
} YdPlanFileSource;

/**
 * YdPlanFileSink:
 * @add_edit: (nullable): takes an edit, in order: its line, with a NUL at @len, and what it says
 * @add_blob: (nullable): takes a content that has this SHA-256
 * @extras: (nullable) (element-type YdWireExtra): gets the cells of later versions; without it a
 *   file that has some is refused
 * @user_data: for the functions
 *
 * Where the parts of a plan file go. They come before the whole file is known to be good: what
 * was taken is to be thrown away after an error.
 */
typedef struct
{
  gboolean  (* add_edit) (const char  *line,
                          gsize        len,
                          YdEdit      *edit,
                          gpointer     user_data,
                          GError     **error);
  gboolean  (* add_blob) (const char  *sha256,
                          GBytes      *content,
                          gpointer     user_data,
                          GError     **error);
  GPtrArray *extras;
  gpointer   user_data;
} YdPlanFileSink;

gboolean  yd_plan_file_write (const char              *path,
                              YdSpace                 *space,
                              const YdPlanFileSource  *source,
                              GCancellable            *cancellable,
                              GError                 **error);
YdSpace  *yd_plan_file_read  (const char              *path,
                              const char              *id,
                              const YdPlanFileSink    *sink,
                              GPtrArray              **problems,
                              GCancellable            *cancellable,
                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
