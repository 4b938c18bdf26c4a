/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-types.h"

#include <glib/gi18n-lib.h>

void
yd_space_info_free (YdSpaceInfo *self)
{
  g_free (self->id);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->number);
  g_free (self->issuer);
  g_free (self->issued);
  g_free (self->changed);
  g_free (self);
}

YdStoredDraft *
yd_stored_draft_copy (const YdStoredDraft *self)
{
  YdStoredDraft *copy = g_new0 (YdStoredDraft, 1);

  copy->kind = self->kind;
  copy->id = g_strdup (self->id);
  copy->field = self->field;
  copy->old = g_strdup (self->old);
  copy->value = g_strdup (self->value);

  return copy;
}

void
yd_stored_draft_free (YdStoredDraft *self)
{
  g_free (self->id);
  g_free (self->old);
  g_free (self->value);
  g_free (self);
}

void
yd_search_hit_free (YdSearchHit *self)
{
  g_free (self->space);
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

void
yd_log_entry_free (YdLogEntry *self)
{
  g_free (self->id);
  g_free (self->device);
  g_free (self->actor);
  g_free (self->at);
  g_free (self->act);
  g_free (self->undoes);
  g_free (self->group);
  g_free (self);
}

void
yd_recovery_free (YdRecovery *self)
{
  g_free (self->aside);
  g_free (self->backup);
  g_free (self->backup_day);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

void
yd_library_finding_free (YdLibraryFinding *self)
{
  g_free (self->space);
  g_free (self->message);
  g_free (self);
}

static void
append_edits (GString          *out,
              const YdRecovery *self)
{
  if (self->n_recovered == 0 && self->n_lost == 0)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, _("No later edit could be read in it: see whether anything is "
                              "missing."));
    }

  if (self->n_recovered > 0)
    {
      g_string_append_c (out, ' ');
      g_string_append_printf (out, _("Edits that were still readable and are back: %u (%s to %s)."),
                              self->n_recovered, self->from != NULL ? self->from : "?",
                              self->to != NULL ? self->to : "?");
    }

  if (self->n_lost > 0)
    {
      g_string_append_c (out, ' ');
      g_string_append_printf (out, _("Edits that were readable but follow a gap, and are not in "
                                     "force: %u."), self->n_lost);
    }
}

/**
 * yd_recovery_dup_text:
 * @self: what was done
 *
 * Returns: (transfer full): it said in one paragraph
 */
char *
yd_recovery_dup_text (const YdRecovery *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, _("The library was damaged. The damaged file is kept as %s."),
                          self->aside);
  g_string_append_c (out, ' ');
  if (self->backup != NULL)
    g_string_append_printf (out, _("The backup of %s took its place."), self->backup_day);
  else
    g_string_append (out, _("There was no backup."));
  append_edits (out, self);

  return g_string_free (out, FALSE);
}
