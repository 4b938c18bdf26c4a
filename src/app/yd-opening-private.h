/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-session-private.h"

G_BEGIN_DECLS

typedef struct
{
  /* What shall be opened */
  YdLibrary        *library;
  char             *id;                 /* (nullable): a plan of the library */
  char             *path;               /* (nullable): a document */
  char             *name;               /* (nullable): of a text */
  char             *text;
  char             *issuer;             /* (nullable): used if the document names none */
  char             *office;             /* (nullable): which a new plan belongs to */
  char            **notices;            /* and what is in force there */
  YdDirectory      *directory;          /* (nullable): and which units it knows */
  const YdIdSource *ids;

  /* What came of it */
  YdPlan           *plan;
  YdSqliteJournal  *journal;
  GPtrArray        *log;
  YdEdit           *birth;
  GBytes           *source;
  guint             n_left_out;
  guint             n_proposed;
  guint             n_appended;         /* how much was sent to the disk before it was read */

  /* What the window would otherwise have to work out while it shows the plan */
  YdSchedule       *schedule;           /* (nullable): in pieces */
  gboolean          is_scheduled;       /* it is whole */
  YdOffice         *office_then;        /* (nullable): whose days off it knows */
  guint             n_appended_then;
} YdOpening;

void     _yd_opening_forget       (YdOpening     *self);
void     _yd_opening_free         (YdOpening     *self);

gboolean _yd_opening_bear         (YdOpening     *self,
                                   YdPlan        *plan,
                                   YdEdit        *edit,
                                   GError       **error);
gboolean _yd_opening_open_journal (YdOpening     *self,
                                   GError       **error);
gboolean _yd_opening_read         (YdOpening     *self,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
