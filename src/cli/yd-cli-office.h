/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-cli-library.h"

G_BEGIN_DECLS

/**
 * YdCliOffice:
 * @library: the library it is in
 * @office: the office
 * @journal: (nullable): where its edits go, when it was opened to be changed
 *
 * The office that a command works on.
 */
typedef struct
{
  YdLibrary       *library;
  YdOffice        *office;
  YdSqliteJournal *journal;
} YdCliOffice;

gboolean yd_cli_office_open    (YdCliOffice  *self,
                                YdCli        *cli,
                                gboolean      writing,
                                GError      **error);
gboolean yd_cli_office_commit  (YdCliOffice  *self,
                                YdEdit       *edit,
                                GError      **error);
void     yd_cli_office_clear   (YdCliOffice  *self);
gboolean yd_cli_edit_is_empty  (YdEdit       *edit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdCliOffice, yd_cli_office_clear)

G_END_DECLS
