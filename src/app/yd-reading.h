/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-session.h"

G_BEGIN_DECLS

/**
 * YdReadFunc:
 * @library: what to read from
 * @plan: the id of the plan that was open
 * @request: what was asked
 * @cancellable: tells when nobody waits for the answer any more
 * @error: return location for an error
 *
 * Is called on the thread that reads.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error; without one the owner is
 *   told that there is nothing to read
 */
typedef gpointer (* YdReadFunc) (YdLibrary     *library,
                                 const char    *plan,
                                 gpointer       request,
                                 GCancellable  *cancellable,
                                 GError       **error);

/**
 * YdReadDone:
 * @owner: who asked
 * @answer: (nullable): what @owner may look at, or take a reference of
 * @error: (nullable): why there is none
 */
typedef void (* YdReadDone) (gpointer      owner,
                             gpointer      answer,
                             const GError *error);

/**
 * YdReadClass:
 * @read: reads
 * @request_free: (nullable): for what is asked
 * @answer_free: for what was read
 * @done: is told
 *
 * What is read, and by whom.
 */
typedef struct
{
  YdReadFunc     read;
  GDestroyNotify request_free;
  GDestroyNotify answer_free;
  YdReadDone     done;
} YdReadClass;

typedef struct _YdReading YdReading;

YdReading *yd_reading_new      (const YdReadClass *klass,
                                gpointer           owner) G_GNUC_WARN_UNUSED_RESULT;
void       yd_reading_free     (YdReading         *self);
gboolean   yd_reading_begin    (YdReading         *self,
                                YdSession         *session,
                                gpointer           request);
void       yd_reading_stop     (YdReading         *self);
gboolean   yd_reading_get_busy (YdReading         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdReading, yd_reading_free)

G_END_DECLS
