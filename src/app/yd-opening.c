/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-opening-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-office-edits.h"
#include "yd-open.h"
#include "yd-outline-edit.h"
#include "yd-plan-edits.h"
#include "yd-reader.h"
#include "yd-release.h"

/**
 * YdOpening:
 *
 * A plan on its way into the session: what shall be opened, and what came of it so far. It is read
 * from the library, from a document or from a text, without a look at the session.
 */

/* A long plan that nobody showed goes slowly too, after what looks at it. */
void
_yd_opening_forget (YdOpening *self)
{
  g_clear_object (&self->schedule);
  self->is_scheduled = FALSE;
  g_clear_object (&self->office_then);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->plan, _yd_session_release_plan);
  g_clear_pointer (&self->log, g_ptr_array_unref);
  g_clear_pointer (&self->birth, yd_release_edit);
  g_clear_pointer (&self->source, g_bytes_unref);
}

void
_yd_opening_free (YdOpening *self)
{
  _yd_opening_forget (self);
  g_clear_object (&self->library);
  g_free (self->id);
  g_free (self->path);
  g_free (self->name);
  g_free (self->text);
  g_free (self->issuer);
  g_free (self->office);
  g_strfreev (self->notices);
  g_clear_pointer (&self->directory, yd_directory_unref);
  g_free (self);
}

static YdSource *
read_source (YdOpening     *self,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->path != NULL)
    return yd_reader_read (self->path, NULL, cancellable, error);

  return yd_source_new_take (self->name, "txt", g_strdup (self->text), strlen (self->text),
                             error);
}

static YdOutline *
read_outline (YdOpening     *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(YdSource) source = read_source (self, cancellable, error);
  g_autoptr(YdOutline) outline = source != NULL ? yd_outline_parse (source, error) : NULL;
  guint n_points;

  if (outline == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  yd_outline_get_points (outline, &n_points);
  if (n_points > 0)
    return g_steal_pointer (&outline);

  g_set_error (error, YD_OPEN_ERROR, YD_OPEN_ERROR_NO_POINTS,
               _("“%s” has no points: nothing in it is numbered and no unit is named. "
                 "Check that it is the right document."), yd_source_get_name (source));
  return NULL;
}

/* A plan that nobody knows yet, with the one edit that makes it. */
gboolean
_yd_opening_bear (YdOpening  *self,
                  YdPlan     *plan,
                  YdEdit     *edit,
                  GError    **error)
{
  g_autofree char *id = yd_id_new (self->ids);

  if (self->office != NULL)
    yd_plan_edit_join_office (edit, yd_space_get_id (YD_SPACE (plan)), self->office,
                              (const char * const *) self->notices);
  yd_library_sign (self->library, edit);
  yd_edit_seal (edit, id);
  if (!yd_space_apply (YD_SPACE (plan), edit, error))
    return FALSE;

  g_set_object (&self->plan, plan);
  self->birth = yd_edit_ref (edit);

  return TRUE;
}

static gboolean
read_document (YdOpening     *self,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(YdOutline) outline = read_outline (self, cancellable, error);
  g_autofree char *id = yd_id_new (self->ids);
  g_autoptr(YdPlan) plan = yd_plan_new (id);
  YdOutlineFacts facts = { NULL };
  g_autoptr(YdEdit) edit = NULL;

  if (outline == NULL)
    return FALSE;

  if (yd_outline_get_issuer (outline) == NULL)
    facts.issuer = self->issuer;
  facts.directory = self->directory;
  edit = yd_outline_make_edit (outline, id, &facts, self->ids);
  self->source = g_bytes_ref (yd_source_get_bytes (yd_outline_get_source (outline)));

  return _yd_opening_bear (self, plan, edit, error);
}

static gboolean
read_plan (YdOpening  *self,
           GError    **error)
{
  g_autoptr(GPtrArray) problems = NULL;

  self->plan = (YdPlan *) yd_library_open_space (self->library, self->id, &problems, error);
  if (self->plan == NULL)
    return FALSE;

  self->n_left_out = problems != NULL ? problems->len : 0;
  self->log = yd_library_read_log (self->library, self->id, 0, 0, error);

  return self->log != NULL;
}

/* A plan file brings its history along. */
static gboolean
import_plan (YdOpening     *self,
             GCancellable  *cancellable,
             GError       **error)
{
  self->id = yd_library_import_plan (self->library, self->path, cancellable, error);

  return self->id != NULL && read_plan (self, error);
}

/* The text goes with the edit, or spans would point to nothing. A library that can
 * only be read has no journal.
 */
gboolean
_yd_opening_open_journal (YdOpening  *self,
                          GError    **error)
{
  if (self->birth == NULL && yd_library_get_read_only (self->library))
    return TRUE;

  self->journal = yd_library_open_journal (self->library, YD_SPACE (self->plan), error);
  if (self->journal == NULL)
    return FALSE;

  if (self->source != NULL)
    {
      g_autofree char *sha256 = yd_sqlite_journal_put_blob (self->journal, self->source);

      g_debug ("The source is kept as %s", sha256);
    }

  return TRUE;
}

/* Reads all that is needed to show it; on any thread, since nobody sees the plan yet. */
gboolean
_yd_opening_read (YdOpening     *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gboolean done;

  if (self->path != NULL && g_str_has_suffix (self->path, ".yaodian"))
    done = import_plan (self, cancellable, error);
  else if (self->id != NULL)
    done = read_plan (self, error);
  else
    done = read_document (self, cancellable, error);

  if (!done || !_yd_opening_open_journal (self, error))
    return FALSE;

  self->n_proposed = yd_plan_count_proposed (self->plan);

  return TRUE;
}
