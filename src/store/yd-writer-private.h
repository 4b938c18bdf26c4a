/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-edit.h"
#include "yd-search-index-private.h"
#include "yd-statement.h"

G_BEGIN_DECLS

/* An edit that touches more rows is not noted with each of them, and comes into the
 * index after it is kept: nobody shall wait for that.
 */
#define YD_WRITER_WIDE 1000

/**
 * YdWriter:
 *
 * Keeps edits: what each did to the rows and to the index, and the edit itself,
 * in one transaction. Used by one thread.
 */
typedef struct
{
  YdDb          *db;            /* borrowed */

  YdStatement   *insert[YD_N_KINDS];
  YdStatement   *find[YD_N_KINDS];
  YdStatement   *last[YD_N_KINDS];
  YdStatement   *update[YD_N_KINDS][YD_MAX_FIELDS];
  YdStatement   *find_space;
  YdStatement   *add_space;
  YdStatement   *last_edit;
  YdStatement   *add_edit;
  YdStatement   *add_edit_row;
  YdStatement   *add_blob;
  YdStatement   *get_blob;
  YdStatement   *add_late;
  YdStatement   *find_late;
  YdStatement   *remove_late;
  YdSearchIndex  index;

  /* Of the transaction that is open */
  gint64         base;
  gint64         next_key[YD_N_KINDS];
  gboolean       wide;
  gboolean       indexes;       /* at once, and not after the edit is kept */

  /* Kept, and not yet in the index */
  YdEdit        *late;          /* nullable */
  gint64         late_key;
} YdWriter;

YdWriter *_yd_writer_new        (YdDb        *db,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void      _yd_writer_free       (YdWriter    *self);
gboolean  _yd_writer_append     (YdWriter    *self,
                                 const char  *space,
                                 const char  *space_kind,
                                 YdEdit      *edit,
                                 GBytes      *body,
                                 GPtrArray   *blobs,
                                 GError     **error);

gboolean  _yd_writer_append_all (YdWriter    *self,
                                 const char  *space,
                                 const char  *space_kind,
                                 GPtrArray   *edits,
                                 GPtrArray   *blobs,
                                 GError     **error);

gboolean  _yd_writer_catch_up   (YdWriter    *self,
                                 GError     **error);

/* Parts of an append, within its transaction. */
gboolean  _yd_writer_put_blob   (YdWriter    *self,
                                 GBytes      *content,
                                 GError     **error);
gboolean  _yd_writer_write_rows (YdWriter    *self,
                                 YdEdit      *edit,
                                 GError     **error);

gboolean  _yd_writer_index_rows (YdWriter    *self,
                                 YdEdit      *edit,
                                 GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdWriter, _yd_writer_free)

G_END_DECLS
