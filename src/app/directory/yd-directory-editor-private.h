/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory-editor.h"

#include "yd-draft-row.h"
#include "yd-unit-entry.h"

G_BEGIN_DECLS

/* What is a line to type in. */
typedef enum
{
  YD_EDITOR_NAME,
  YD_EDITOR_FULL,
  YD_EDITOR_SHORT,
  YD_EDITOR_FROM,
  YD_EDITOR_TO,
  YD_EDITOR_CONTACT,
  YD_EDITOR_PHONE,
  YD_EDITOR_N_FIELDS
} YdEditorField;

/* What is a list of rows, with a line below in which one adds to it. */
typedef enum
{
  YD_EDITOR_ALIASES,
  YD_EDITOR_FORMER,
  YD_EDITOR_PARENT,
  YD_EDITOR_GROUPS,
  YD_EDITOR_MEMBERS,
  YD_EDITOR_N_LISTS
} YdEditorList;

struct _YdDirectoryEditor
{
  AdwBin           parent_instance;

  /* Owned */
  YdDirectoryDesk *desk;
  char            *shown;               /* (nullable): the id of the unit that is shown */

  /* Borrowed */
  GtkLabel        *title;
  GtkLabel        *status;
  YdDraftRow      *fields[YD_EDITOR_N_FIELDS];
  AdwComboRow     *kind;
  AdwPreferencesGroup *groups[YD_EDITOR_N_LISTS];
  GPtrArray       *rows[YD_EDITOR_N_LISTS];     /* of GtkWidget: those of a group that change */
  GtkWidget       *adders[YD_EDITOR_N_LISTS];   /* (nullable) */
  GtkWidget       *days;                /* (nullable): the popover of a member that is open */

  gboolean         filling;             /* what changes is not typed */
  gboolean         leaving;             /* the unit that is shown will be another one */
  gboolean         lists_wait;          /* days are being typed in one */
};

void _yd_directory_editor_add_list   (YdDirectoryEditor *self,
                                      GtkBox            *box,
                                      YdEditorList       list);
void _yd_directory_editor_fill_lists (YdDirectoryEditor *self);
void _yd_directory_editor_clear_adders
                                     (YdDirectoryEditor *self);

G_END_DECLS
