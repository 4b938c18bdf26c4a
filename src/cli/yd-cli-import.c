/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>

#include "yd-cli-document.h"
#include "yd-cli-library.h"
#include "yd-id.h"
#include "yd-office-edits.h"
#include "yd-outline-edit.h"
#include "yd-value.h"

/* `yaodianctl import`: a document, or a plan file, becomes a plan in the library. */

typedef struct
{
  char *issued;
  char *issuer;
  char *number;
} Facts;

static void
facts_clear (Facts *self)
{
  g_free (self->issued);
  g_free (self->issuer);
  g_free (self->number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

/* The text goes with the edit, or spans would point to nothing. */
static gboolean
keep_source (YdCliPlan *plan,
             YdOutline *outline)
{
  GBytes *text = yd_source_get_bytes (yd_outline_get_source (outline));
  g_autofree char *sha256 = yd_sqlite_journal_put_blob (plan->journal, text);

  return g_str_equal (sha256, yd_source_get_sha256 (yd_outline_get_source (outline)));
}

/* It counts with the days off that are known now; later ones are taken over one by one. */
static gboolean
join_office (YdCliPlan   *plan,
             YdEdit      *edit,
             const char  *id,
             GError     **error)
{
  YdOffice *office = yd_cli_plan_open_office (plan, error);
  g_auto(GStrv) notices = office != NULL ? yd_office_list_accepted (office) : NULL;

  if (office != NULL)
    yd_plan_edit_join_office (edit, id, yd_space_get_id (YD_SPACE (office)),
                              (const char * const *) notices);

  return office != NULL;
}

static char *
import_document (YdCli        *cli,
                 const char   *path,
                 const Facts  *facts,
                 GError      **error)
{
  YdOutlineFacts said = { facts->issued, facts->issuer, facts->number };
  g_autoptr(YdOutline) outline = yd_cli_read_document (path, error);
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(YdCliPlan) plan = NULL;
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(YdEdit) edit = NULL;
  YdOffice *office;

  if (outline == NULL || (plan = yd_cli_plan_new (cli, id, error)) == NULL)
    return NULL;

  if ((office = yd_cli_plan_open_office (plan, error)) == NULL)
    return NULL;

  g_return_val_if_fail (keep_source (plan, outline), NULL);
  said.directory = directory = yd_directory_new (office);
  edit = yd_outline_make_edit (outline, id, &said, &yd_id_system_source);

  if (!join_office (plan, edit, id, error) || !yd_cli_plan_commit (plan, edit, error))
    return NULL;

  return g_steal_pointer (&id);
}

static char *
import_plan_file (YdCli       *cli,
                  const char  *path,
                  GError     **error)
{
  g_autoptr(YdLibrary) library = yd_cli_library_open (cli, TRUE, error);

  return library != NULL ? yd_library_import_plan (library, path, NULL, error) : NULL;
}

YdExit
yd_cli_import (YdCli  *cli,
               int     argc,
               char  **argv)
{
  g_auto(Facts) facts = { NULL };
  GOptionEntry entries[] = {
    { "issued", 0, 0, G_OPTION_ARG_STRING, &facts.issued,
      N_("The day of issue, whatever the document says"), N_("DATE") },
    { "issuer", 0, 0, G_OPTION_ARG_STRING, &facts.issuer, N_("Who issued it"), N_("NAME") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &facts.number,
      N_("The number of the document (文号)"), N_("NUMBER") },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (!yd_cli_parse (cli, &argc, argv, entries, "FILE", 1, 1))
    return YD_EXIT_USAGE;

  if (facts.issued != NULL && !yd_value_to_date (facts.issued, NULL))
    return yd_cli_usage (_("“%s” is not a date. Write it as 2017-06-01."), facts.issued);

  id = g_str_has_suffix (argv[1], ".yaodian") ? import_plan_file (cli, argv[1], &error)
                                              : import_document (cli, argv[1], &facts, &error);
  if (id == NULL)
    return yd_cli_fail (error);

  yd_cli_print (g_steal_pointer (&id));

  return YD_EXIT_DONE;
}
