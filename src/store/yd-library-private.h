/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-library.h"
#include "yd-library-lock-private.h"
#include "yd-worker.h"
#include "yd-writer-private.h"

G_BEGIN_DECLS

struct _YdLibrary
{
  GObject        parent_instance;

  char          *path;
  char          *device;
  char          *actor;
  YdRecovery    *recovery;
  YdLibraryLock  lock;
  gboolean       on_network;

  GMutex         reader_lock;   /* of the reader */
  YdDb          *reader;

  YdWorker      *worker;        /* none of a library that is only read */

  /* Only the worker touches these once we are open. */
  YdDb          *db;
  YdWriter      *writer;
  char          *backup_day;    /* when it was last seen to */

  int            suspect;       /* atomic: something read or written was damaged */
};

gboolean          _yd_library_append       (YdLibrary    *self,
                                            const char   *space,
                                            const char   *kind,
                                            YdEdit       *edit,
                                            GPtrArray    *blobs,
                                            GError      **error);
gboolean          _yd_library_add_space    (YdLibrary    *self,
                                            const char   *space,
                                            const char   *kind,
                                            GPtrArray    *edits,
                                            GPtrArray    *blobs,
                                            GError      **error);
void              _yd_library_catch_up     (YdLibrary    *self);
YdDb             *_yd_library_begin_read   (YdLibrary    *self,
                                            GError      **error);
gboolean          _yd_library_end_read     (YdLibrary    *self,
                                            GError       *failure,
                                            GError      **error);

/* yd-library-file.c */
gboolean          _yd_library_file_prepare (const char   *path,
                                            GError      **error);
gboolean          _yd_library_is_network   (long          type);
gboolean          _yd_library_on_network   (const char   *path);
YdDb             *_yd_library_file_open    (const char   *path,
                                            YdDbFlags     flags,
                                            gboolean      check,
                                            GError      **error);
YdDb             *_yd_library_file_read    (const char   *path,
                                            GError      **error);

YdSqliteJournal  *_yd_sqlite_journal_new   (YdLibrary    *library,
                                            YdSpace      *space);

G_END_DECLS
