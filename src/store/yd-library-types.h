/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schema.h"

G_BEGIN_DECLS

/**
 * YdSpaceInfo:
 * @id: the id of the space
 * @kind: `plan` or `office`
 * @title: (nullable): of a plan its title, of an office its name
 * @number: (nullable): the number of the document
 * @issuer: (nullable): who issued it
 * @issued: (nullable): when
 * @n_edits: how many edits it has
 * @changed: (nullable): when the last one was made
 *
 * What the list of plans shows.
 */
typedef struct
{
  char   *id;
  char   *kind;
  char   *title;
  char   *number;
  char   *issuer;
  char   *issued;
  gint64  n_edits;
  char   *changed;
} YdSpaceInfo;

/**
 * YdPlanCounts:
 * @points: those that the document is about: not what only heads others, nor a sentence
 *   between its chapters
 * @proposed: facts of all kinds that were read and are to be checked
 *
 * What a list says of a plan that is not open.
 */
typedef struct
{
  guint points;
  guint proposed;
} YdPlanCounts;

/**
 * YdStoredDraft:
 * @kind: the kind of the row
 * @id: the row; of a row that is not made yet, such as a remark, what it is about
 * @field: the field
 * @old: (nullable): what the cell said when typing began
 * @value: (nullable): what was typed; %NULL to drop what was kept
 *
 * A text that is half typed.
 */
typedef struct
{
  YdKind  kind;
  char   *id;
  guint   field;
  char   *old;
  char   *value;
} YdStoredDraft;

/**
 * YdSearchHit:
 * @space: the id of the space
 * @kind: the kind of the row
 * @field: the field in which it was found
 * @id: the row
 * @text: the cell; of a source the paragraph
 * @start: of a source, where the paragraph begins, in characters; else 0
 * @end: and where it ends
 */
typedef struct
{
  char   *space;
  YdKind  kind;
  guint   field;
  char   *id;
  char   *text;
  guint   start;
  guint   end;
} YdSearchHit;

/**
 * YdLogEntry:
 * @pos: its position in the space, from 1
 * @id: the id of the edit
 * @device: (nullable): where it was made
 * @actor: (nullable): by whom
 * @at: (nullable): when
 * @act: what was done, as a code
 * @undoes: (nullable): the edit that it takes back
 * @group: (nullable): edits that are taken back together
 *
 * What stands in the journal, without the changes.
 */
typedef struct
{
  gint64  pos;
  char   *id;
  char   *device;
  char   *actor;
  char   *at;
  char   *act;
  char   *undoes;
  char   *group;
} YdLogEntry;

/**
 * YdRecovery:
 * @aside: (type filename): where the damaged file is now
 * @backup: (type filename) (nullable): the backup that took its place
 * @backup_day: (nullable): its day
 * @n_recovered: edits that were read from the damaged file and applied again
 * @n_lost: edits that were found there and could not be applied
 * @from: (nullable): when the first of those recovered was made
 * @to: (nullable): and the last
 *
 * What was done about a damaged library.
 */
typedef struct
{
  char  *aside;
  char  *backup;
  char  *backup_day;
  guint  n_recovered;
  guint  n_lost;
  char  *from;
  char  *to;
} YdRecovery;

/**
 * YdLibraryFinding:
 * @code: what it is about, for programs: `file`, `hash`, `gap`, `edit`, `replay`,
 *   `problem`, `blob`, `index`
 * @space: (nullable): the id of the space
 * @message: what is wrong, translated
 */
typedef struct
{
  const char *code;
  char       *space;
  char       *message;
} YdLibraryFinding;

void        yd_space_info_free       (YdSpaceInfo      *self);
YdStoredDraft *
            yd_stored_draft_copy     (const YdStoredDraft *self) G_GNUC_WARN_UNUSED_RESULT;
void        yd_stored_draft_free     (YdStoredDraft    *self);
void        yd_search_hit_free       (YdSearchHit      *self);
void        yd_log_entry_free        (YdLogEntry       *self);
void        yd_recovery_free         (YdRecovery       *self);
char       *yd_recovery_dup_text     (const YdRecovery *self) G_GNUC_WARN_UNUSED_RESULT;
void        yd_library_finding_free  (YdLibraryFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdRecovery, yd_recovery_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdStoredDraft, yd_stored_draft_free)

G_END_DECLS
