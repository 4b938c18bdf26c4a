/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-office.h"

#include <glib/gi18n-lib.h>

#include "yd-id.h"
#include "yd-office-edits.h"

/* Every library has an office: it is made when there is none, and learns what a later
 * version of the program knows of days off.
 */

static gboolean
keep (YdLibrary        *library,
      YdOffice         *office,
      YdSqliteJournal  *journal,
      YdEdit           *edit,
      GError          **error)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  guint n_changes;

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0)
    return TRUE;

  if (journal != NULL)
    yd_library_sign (library, edit);
  yd_edit_seal (edit, id);

  return yd_space_apply (YD_SPACE (office), edit, error) &&
         (journal == NULL || yd_journal_append (YD_JOURNAL (journal), edit, error));
}

static char *
find_office (YdLibrary  *library,
             GError    **error)
{
  g_autoptr(GPtrArray) infos = yd_library_list_spaces (library, "office", error);

  if (infos == NULL)
    return NULL;

  return infos->len > 0 ? g_strdup (((YdSpaceInfo *) g_ptr_array_index (infos, 0))->id)
                        : g_strdup ("");
}

/**
 * yd_library_open_office:
 * @library: a library
 * @journal: (out) (optional) (transfer full) (nullable): where its edits go; %NULL when the
 *   library was opened for reading
 * @error: return location for an error
 *
 * A library that can only be read gets no office: one without a home is returned then,
 * which knows what this version brings along. Blocks.
 *
 * Returns: (transfer full): the office of @library
 */
YdOffice *
yd_library_open_office (YdLibrary        *library,
                        YdSqliteJournal **journal,
                        GError          **error)
{
  g_autofree char *found = find_office (library, error);
  g_autofree char *id = NULL;
  g_autoptr(YdOffice) office = NULL;
  g_autoptr(YdSqliteJournal) its = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(YdEdit) edit = NULL;
  const gboolean is_new = found != NULL && *found == '\0';

  if (found == NULL)
    return NULL;

  id = is_new ? yd_id_new (&yd_id_system_source) : g_strdup (found);
  office = is_new ? yd_office_new (id)
                  : (YdOffice *) yd_library_open_space (library, id, &problems, error);
  if (office == NULL)
    return NULL;

  if (!yd_library_get_read_only (library) &&
      (its = yd_library_open_journal (library, YD_SPACE (office), error)) == NULL)
    return NULL;

  edit = is_new ? yd_office_edit_birth (id, _("Own Office"), error)
                : yd_office_edit_learn (office, error);
  if (edit == NULL || !keep (library, office, its, edit, error))
    return NULL;

  if (journal != NULL)
    *journal = g_steal_pointer (&its);

  return g_steal_pointer (&office);
}
