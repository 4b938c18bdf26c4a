/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-link.h"

/* The office beside the plan, and the calendar that follows from both: it is made when
 * somebody asks, and again after the notices, or those that the plan names, have changed.
 */

void
_yd_session_drop_calendar (YdSession *self)
{
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  _yd_session_renew_schedule (self);
  _yd_session_notify (self, YD_SESSION_PROP_CALENDAR);
}

void
_yd_session_drop_directory (YdSession *self)
{
  g_clear_pointer (&self->directory, yd_directory_unref);
  _yd_session_notify (self, YD_SESSION_PROP_DIRECTORY);
}

/* A unit that a person adds is one that the office knows, as far as it does. */
void
_yd_session_know_units (YdSession *self,
                        YdEdit    *edit)
{
  if (self->office == NULL || yd_edit_get_undoes (edit) != NULL)
    return;

  yd_plan_edit_know_units (edit, yd_session_get_directory (self),
                           yd_plan_get_day (self->plan, yd_session_get_today (self)));
}

/* Which notices the plan counts with is a list of the plan. */
void
_yd_session_watch_notices (YdSession *self)
{
  GListModel *uses = self->plan != NULL ? yd_space_get_rows (YD_SPACE (self->plan),
                                                             YD_KIND_CALENDAR_USE) : NULL;

  if (self->uses != NULL)
    g_signal_handlers_disconnect_by_func (self->uses, _yd_session_drop_calendar, self);
  g_set_object (&self->uses, uses);
  if (uses != NULL)
    g_signal_connect_swapped (uses, "items-changed", G_CALLBACK (_yd_session_drop_calendar), self);

  _yd_session_drop_calendar (self);
}

/**
 * yd_session_get_office:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the office of the library, for reading
 */
YdOffice *
yd_session_get_office (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  return self->office;
}

/**
 * yd_session_set_office:
 * @self: a session
 * @office: (nullable): the office of its library
 * @journal: (nullable): where its edits go; without, it can only be read
 */
void
yd_session_set_office (YdSession *self,
                       YdOffice  *office,
                       YdJournal *journal)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (office == NULL || YD_IS_OFFICE (office));

  g_set_object (&self->office_journal, journal);
  if (!g_set_object (&self->office, office))
    return;

  _yd_session_drop_office_steps (self);
  _yd_session_notify (self, YD_SESSION_PROP_OFFICE);
  _yd_session_drop_calendar (self);
  _yd_session_drop_directory (self);
}

/**
 * yd_session_get_directory:
 * @self: a session
 *
 * notify::directory tells when there is another one.
 *
 * Returns: (transfer none): the units that the office knows; without an office none
 */
YdDirectory *
yd_session_get_directory (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  if (self->directory == NULL)
    self->directory = yd_directory_new (self->office);

  return self->directory;
}

/**
 * yd_session_get_calendar:
 * @self: a session
 *
 * notify::calendar tells when there is another one.
 *
 * Returns: (transfer none): what the plan counts with; without a plan what the office
 *   counts with, without an office what comes with the program
 */
YdWorkCalendar *
yd_session_get_calendar (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  if (self->calendar == NULL)
    self->calendar = yd_work_calendar_new_for (self->office, self->plan);

  return self->calendar;
}

/* Returns: whether notices can be added and accepted now */
gboolean
yd_session_can_edit_office (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), FALSE);

  return self->office != NULL && self->office_journal != NULL && self->failure == NULL;
}

/* Puts @edit in force; _yd_session_office_changed() tells of it. Returns: whether it is */
gboolean
_yd_session_apply_office (YdSession  *self,
                          YdEdit     *edit,
                          GError    **error)
{
  g_autofree char *id = NULL;

  if (!yd_session_can_edit_office (self))
    {
      g_set_error_literal (error, YD_SPACE_ERROR, YD_SPACE_ERROR_READ_ONLY,
                           _("The library is open for reading only."));
      return FALSE;
    }

  if (self->library != NULL)
    yd_library_sign (self->library, edit);
  id = yd_session_new_id (self);
  yd_edit_seal (edit, id);
  if (!yd_space_apply (YD_SPACE (self->office), edit, error))
    return FALSE;

  _yd_session_append_to (self, self->office_journal, edit);

  return TRUE;
}

/* Tells of an edit of the office once it can be taken back. */
void
_yd_session_office_changed (YdSession *self)
{
  _yd_session_drop_calendar (self);
  _yd_session_drop_directory (self);
}

/**
 * yd_session_commit_office:
 * @self: a session
 * @edit: an edit of its office, complete but not sealed
 * @error: return location for an error
 *
 * As yd_session_commit(), but what it did is taken back by yd_session_turn_office().
 *
 * Returns: whether @edit is in force; if it was refused, tell the person
 */
gboolean
yd_session_commit_office (YdSession  *self,
                          YdEdit     *edit,
                          GError    **error)
{
  guint n_changes;

  g_return_val_if_fail (YD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  yd_edit_get_changes (edit, &n_changes);
  if (n_changes == 0 && yd_session_can_edit_office (self))
    return TRUE;
  if (!_yd_session_apply_office (self, edit, error))
    return FALSE;

  _yd_session_add_office_step (self, edit);
  _yd_session_office_changed (self);

  return TRUE;
}
