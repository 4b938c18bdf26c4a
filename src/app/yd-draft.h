/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-session.h"

G_BEGIN_DECLS

/* What is typed is on its way to the disk after so many milliseconds, and no sooner. */
#define YD_DRAFT_INTERVAL 1500

/**
 * YdDraftClock:
 * @add: calls @func once, after @ms. Returns: an id, not 0
 * @remove: does not call it
 *
 * Who waits. Tests bring a clock that goes when they say so.
 */
typedef struct
{
  guint (*add)    (guint       ms,
                   GSourceFunc func,
                   gpointer    user_data);
  void  (*remove) (guint       id);
} YdDraftClock;

#define YD_TYPE_DRAFT (yd_draft_get_type ())

G_DECLARE_FINAL_TYPE (YdDraft, yd_draft, YD, DRAFT, GObject)

YdDraft *yd_draft_new         (YdSession          *session,
                               YdKind              kind,
                               const char         *id,
                               guint               field,
                               const char         *seen,
                               GObject            *text) G_GNUC_WARN_UNUSED_RESULT;
void     yd_draft_set_clock   (YdDraft            *self,
                               const YdDraftClock *clock);
void     yd_draft_note_stored (YdDraft            *self);
void     yd_draft_touch       (YdDraft            *self);
void     yd_draft_flush       (YdDraft            *self);
void     yd_draft_drop        (YdDraft            *self);

G_END_DECLS
