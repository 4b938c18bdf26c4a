/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli-library.h"

#include <glib/gi18n-lib.h>

#include "yd-id.h"
#include "yd-space-loader.h"

/**
 * yd_cli_library_open:
 * @cli: says which library
 * @writing: whether it shall be changed
 * @error: return location for an error
 *
 * What was done about a damaged library is said on the standard error, as is that it
 * lies on a network.
 *
 * Returns: (transfer full): the library
 */
YdLibrary *
yd_cli_library_open (YdCli     *cli,
                     gboolean   writing,
                     GError   **error)
{
  g_autofree char *path = cli->library != NULL ? g_strdup (cli->library)
                                               : yd_library_dup_default_path ();
  YdLibrary *library = yd_library_open (path, writing ? 0 : YD_LIBRARY_READ_ONLY, error);

  if (library != NULL && yd_library_get_recovery (library) != NULL)
    {
      g_autofree char *report = yd_recovery_dup_text (yd_library_get_recovery (library));

      g_printerr ("yaodianctl: %s\n", report);
    }

  if (library != NULL && yd_library_get_on_network (library))
    g_printerr (_("yaodianctl: %s lies in a network folder. Nothing is lost there, but all is "
                  "slower; --library takes one on this computer.\n"), path);

  return library;
}

static gboolean
is_meant (const YdSpaceInfo *info,
          const char        *name)
{
  return g_str_has_prefix (info->id, name) || g_strcmp0 (info->title, name) == 0;
}

/* An id, the beginning of one, or a title; each only if it can mean one plan alone. */
static char *
find_plan (YdLibrary   *library,
           const char  *name,
           GError     **error)
{
  g_autoptr(GPtrArray) infos = yd_library_list_spaces (library, "plan", error);
  const YdSpaceInfo *found = NULL;

  if (infos == NULL)
    return NULL;

  for (guint i = 0; i < infos->len; i++)
    {
      const YdSpaceInfo *info = g_ptr_array_index (infos, i);

      if (g_str_equal (info->id, name))
        return g_strdup (name);

      if (!is_meant (info, name))
        continue;

      if (found != NULL)
        {
          g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                       _("“%s” can mean several plans. Give an id; “yaodianctl plans” lists them."),
                       name);
          return NULL;
        }

      found = info;
    }

  if (found != NULL && *name != '\0')
    return g_strdup (found->id);

  g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
               _("There is no plan “%s”. “yaodianctl plans” lists those that are."), name);
  return NULL;
}

static void
warn_of_problems (GPtrArray *problems)
{
  if (problems != NULL && problems->len > 0)
    {
      const YdProblem *first = g_ptr_array_index (problems, 0);

      g_printerr (ngettext ("yaodianctl: %u value of this plan was left out: %s\n",
                            "yaodianctl: %u values of this plan were left out, first: %s\n",
                            problems->len), problems->len, first->message);
    }
}

static YdCliPlan *
plan_from_library (YdLibrary *library)
{
  YdCliPlan *self = g_new0 (YdCliPlan, 1);

  self->library = library;

  return self;
}

/**
 * yd_cli_plan_open:
 * @cli: says which library
 * @name: an id, the beginning of one, or a title
 * @writing: whether it shall be changed
 * @error: return location for an error
 *
 * Returns: (transfer full): the plan
 */
YdCliPlan *
yd_cli_plan_open (YdCli       *cli,
                  const char  *name,
                  gboolean     writing,
                  GError     **error)
{
  YdLibrary *library = yd_cli_library_open (cli, writing, error);
  g_autoptr(YdCliPlan) self = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *id = NULL;

  if (library == NULL)
    return NULL;

  self = plan_from_library (library);
  if ((id = find_plan (library, name, error)) == NULL)
    return NULL;

  self->plan = (YdPlan *) yd_library_open_space (library, id, &problems, error);
  if (self->plan == NULL)
    return NULL;

  warn_of_problems (problems);
  if (writing)
    self->journal = yd_library_open_journal (library, YD_SPACE (self->plan), error);

  return writing && self->journal == NULL ? NULL : g_steal_pointer (&self);
}

/**
 * yd_cli_plan_new:
 * @cli: says which library
 * @id: the id of the new plan
 * @error: return location for an error
 *
 * Returns: (transfer full): a plan without rows, which is there once an edit is committed
 */
YdCliPlan *
yd_cli_plan_new (YdCli       *cli,
                 const char  *id,
                 GError     **error)
{
  YdLibrary *library = yd_cli_library_open (cli, TRUE, error);
  g_autoptr(YdCliPlan) self = NULL;

  if (library == NULL)
    return NULL;

  self = plan_from_library (library);
  self->plan = yd_plan_new (id);
  self->journal = yd_library_open_journal (library, YD_SPACE (self->plan), error);

  return self->journal != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * yd_cli_journal_drop:
 * @journal: (transfer full) (nullable): a journal
 *
 * The last task of a journal comes home through the main context and holds the journal, and
 * that the library, until then. Only then is the file closed.
 */
void
yd_cli_journal_drop (YdSqliteJournal *journal)
{
  gpointer left = journal;

  if (journal == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (journal), &left);
  g_object_unref (journal);
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
yd_cli_plan_free (YdCliPlan *self)
{
  g_clear_object (&self->plan);
  g_clear_object (&self->office);
  yd_cli_journal_drop (g_steal_pointer (&self->journal));

  g_clear_object (&self->library);
  g_free (self);
}

/**
 * yd_cli_plan_open_office:
 * @self: a plan
 * @error: return location for an error
 *
 * The library gets its office now, if it had none and can be written.
 *
 * Returns: (transfer none): the office of the library
 */
YdOffice *
yd_cli_plan_open_office (YdCliPlan  *self,
                         GError    **error)
{
  YdSqliteJournal *journal = NULL;

  if (self->office == NULL)
    self->office = yd_library_open_office (self->library, &journal, error);
  yd_cli_journal_drop (journal);

  return self->office;
}

/* Returns: (transfer full): the calendar that the plan counts with */
YdWorkCalendar *
yd_cli_plan_make_calendar (YdCliPlan  *self,
                           GError    **error)
{
  YdOffice *office = yd_cli_plan_open_office (self, error);

  return office != NULL ? yd_work_calendar_new_for (office, self->plan) : NULL;
}

/* Returns: what the clock of this machine shows, in the time of China */
YdMoment
yd_cli_get_now (void)
{
  return yd_moment_new (g_get_real_time () / G_TIME_SPAN_MILLISECOND);
}

/**
 * yd_cli_plan_make_schedule:
 * @self: a plan
 * @today: the day on which to look at it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the dates of the plan come to
 */
YdSchedule *
yd_cli_plan_make_schedule (YdCliPlan  *self,
                           YdDay       today,
                           GError    **error)
{
  g_autoptr(YdWorkCalendar) calendar = yd_cli_plan_make_calendar (self, error);
  YdSchedule *schedule;

  if (calendar == NULL)
    return NULL;

  schedule = yd_schedule_new (self->plan, calendar, today);
  yd_schedule_set_soon_days (schedule, yd_light_get_soon_days (self->office));

  return schedule;
}

/**
 * yd_cli_plan_commit:
 * @self: a plan that was opened to be changed
 * @edit: an edit that is not sealed
 * @error: return location for an error
 *
 * Signs, seals and applies @edit and waits until it is durable.
 *
 * Returns: whether it is; only then may its id be told
 */
gboolean
yd_cli_plan_commit (YdCliPlan  *self,
                    YdEdit     *edit,
                    GError    **error)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  yd_library_sign (self->library, edit);
  yd_edit_seal (edit, id);

  return yd_space_apply (YD_SPACE (self->plan), edit, error) &&
         yd_journal_append (YD_JOURNAL (self->journal), edit, error);
}
