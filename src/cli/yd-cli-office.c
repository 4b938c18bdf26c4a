/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-office.h"

#include "yd-id.h"

/* Returns: whether the office is there; clear it either way */
gboolean
yd_cli_office_open (YdCliOffice  *self,
                    YdCli        *cli,
                    gboolean      writing,
                    GError      **error)
{
  self->library = yd_cli_library_open (cli, writing, error);
  if (self->library != NULL)
    self->office = yd_library_open_office (self->library, &self->journal, error);

  return self->office != NULL;
}

/* What changes nothing is not kept. */
gboolean
yd_cli_office_commit (YdCliOffice  *self,
                      YdEdit       *edit,
                      GError      **error)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  if (yd_cli_edit_is_empty (edit))
    return TRUE;

  yd_library_sign (self->library, edit);
  yd_edit_seal (edit, id);

  return yd_space_apply (YD_SPACE (self->office), edit, error) &&
         yd_journal_append (YD_JOURNAL (self->journal), edit, error);
}

void
yd_cli_office_clear (YdCliOffice *self)
{
  g_clear_object (&self->office);
  yd_cli_journal_drop (g_steal_pointer (&self->journal));
  g_clear_object (&self->library);
}

gboolean
yd_cli_edit_is_empty (YdEdit *edit)
{
  guint n;

  yd_edit_get_changes (edit, &n);

  return n == 0;
}
