/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

#include <glib/gi18n-lib.h>

#include "yd-act-words.h"

/* What was done to the office since the program runs, to be taken back and brought back, each
 * window by the acts that are its own. An edit of the office may belong together with one of the
 * plan, as units that were taken over and the plan that points to them: whichever is taken back,
 * the other goes with it.
 */

struct _YdOfficeSteps
{
  GPtrArray  *done;             /* YdEdit, the newest last */
  GPtrArray  *undone;           /* what took such back, to be brought back */
  GHashTable *pairs;            /* id of an edit of the plan → YdEdit of the office */
};

static YdOfficeSteps *
steps_new (void)
{
  YdOfficeSteps *steps = g_new0 (YdOfficeSteps, 1);

  steps->done = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);
  steps->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);
  steps->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) yd_edit_unref);

  return steps;
}

static void
steps_free (YdOfficeSteps *steps)
{
  g_ptr_array_unref (steps->done);
  g_ptr_array_unref (steps->undone);
  g_hash_table_unref (steps->pairs);
  g_free (steps);
}

static YdOfficeSteps *
get_steps (YdSession *self)
{
  if (self->office_steps == NULL)
    self->office_steps = steps_new ();

  return self->office_steps;
}

void
_yd_session_drop_office_steps (YdSession *self)
{
  g_clear_pointer (&self->office_steps, steps_free);
}

/* The plan is another one. */
void
_yd_session_drop_pairs (YdSession *self)
{
  if (self->office_steps != NULL)
    g_hash_table_remove_all (self->office_steps->pairs);
}

/* What was just done cannot be brought back: it is there. */
void
_yd_session_add_office_step (YdSession *self,
                             YdEdit    *edit)
{
  YdOfficeSteps *steps = get_steps (self);

  g_ptr_array_add (steps->done, yd_edit_ref (edit));
  g_ptr_array_set_size (steps->undone, 0);
}

/* Returns: whether @edit is of one of @acts */
static gboolean
is_one_of (YdEdit     *edit,
           const char *acts)
{
  g_auto(GStrv) prefixes = g_strsplit (acts, " ", -1);

  for (guint i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (yd_edit_get_act (edit), prefixes[i]))
      return TRUE;

  return FALSE;
}

/* Returns: the place of the last edit that is of one of @acts, or -1 */
static int
find_last (GPtrArray  *edits,
           const char *acts)
{
  for (int i = (int) edits->len - 1; i >= 0; i--)
    if (is_one_of (g_ptr_array_index (edits, i), acts))
      return i;

  return -1;
}

/* Takes back the edit at @place, or brings it back. Returns: (transfer full) (nullable): what
 * did so, without changes if others changed all of it since; %NULL if it was refused
 */
static YdEdit *
turn (YdSession  *self,
      guint       place,
      gboolean    redo,
      GError    **error)
{
  YdOfficeSteps *steps = self->office_steps;
  GPtrArray *from = redo ? steps->undone : steps->done;
  GPtrArray *to = redo ? steps->done : steps->undone;
  g_autoptr(YdEdit) inverse = yd_space_invert (YD_SPACE (self->office),
                                               g_ptr_array_index (from, place), NULL);
  guint n_changes;

  yd_edit_get_changes (inverse, &n_changes);
  if (n_changes > 0 && !_yd_session_apply_office (self, inverse, error))
    return NULL;

  g_ptr_array_remove_index (from, place);
  if (n_changes > 0)
    g_ptr_array_add (to, yd_edit_ref (inverse));
  _yd_session_office_changed (self);

  return g_steal_pointer (&inverse);
}

/* Pairs */

/**
 * yd_session_pair_edits:
 * @self: a session
 * @office_edit: an edit of its office
 * @plan_edit: an edit of its plan; both are in force
 *
 * They answer one question of a person, and are taken back together as long as nothing else was
 * done to the units of the office.
 */
void
yd_session_pair_edits (YdSession *self,
                       YdEdit    *office_edit,
                       YdEdit    *plan_edit)
{
  const char *id;

  g_return_if_fail (YD_IS_SESSION (self));

  id = yd_edit_get_id (plan_edit);
  if (id != NULL)
    g_hash_table_replace (get_steps (self)->pairs, g_strdup (id), yd_edit_ref (office_edit));
}

/* An edit of the plan was taken back by @inverse: so is that of the office that belongs to it. */
void
_yd_session_follow_in_office (YdSession  *self,
                              const char *plan_edit,
                              YdEdit     *inverse)
{
  YdOfficeSteps *steps = get_steps (self);
  YdEdit *found = g_hash_table_lookup (steps->pairs, plan_edit);
  g_autoptr(YdEdit) edit = found != NULL ? yd_edit_ref (found) : NULL;
  g_autoptr(YdEdit) turned = NULL;
  gboolean redo;
  int place;

  if (edit == NULL)
    return;

  g_hash_table_remove (steps->pairs, plan_edit);
  redo = g_ptr_array_find (steps->undone, edit, NULL);
  place = find_last (redo ? steps->undone : steps->done, YD_DIRECTORY_ACTS);
  if (place < 0 || g_ptr_array_index (redo ? steps->undone : steps->done, (guint) place) != edit)
    return;

  turned = turn (self, (guint) place, redo, NULL);
  if (turned != NULL)
    yd_session_pair_edits (self, turned, inverse);
}

/* The other way round: @edit of the office was taken back by @inverse. */
static void
follow_in_plan (YdSession *self,
                YdEdit    *edit,
                YdEdit    *inverse)
{
  GHashTable *pairs = self->office_steps->pairs;
  GHashTableIter iter;
  gpointer id, other;

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &id, &other))
    if (other == edit)
      {
        g_autofree char *plan_edit = g_strdup (id);
        g_autoptr(YdEdit) turned = NULL;

        g_hash_table_iter_remove (&iter);
        turned = _yd_session_turn_step (self, plan_edit);
        if (turned != NULL)
          yd_session_pair_edits (self, inverse, turned);
        return;
      }
}

/* What a window does */

static char *
make_words (YdEdit   *edit,
            gboolean  redo)
{
  const char *what = yd_act_words (yd_edit_get_act (edit));

  return redo ? g_strdup_printf (_("Done again: %s"), what)
              : g_strdup_printf (_("Taken back: %s"), what);
}

/**
 * yd_session_turn_office:
 * @self: a session
 * @acts: what the acts of its edits begin with, set apart by blanks, such as `calendar.`
 * @redo: whether to bring back what was taken back last
 * @words: (out) (transfer full): what to tell the person, also when it was refused
 *
 * Takes back what was last done to the office since the program runs, as far as nobody changed
 * it since.
 *
 * Returns: whether that was done
 */
gboolean
yd_session_turn_office (YdSession   *self,
                        const char  *acts,
                        gboolean     redo,
                        char       **words)
{
  YdOfficeSteps *steps;
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(YdEdit) inverse = NULL;
  int place;

  g_return_val_if_fail (YD_IS_SESSION (self) && acts != NULL && words != NULL, FALSE);

  steps = get_steps (self);
  place = find_last (redo ? steps->undone : steps->done, acts);
  if (place < 0)
    {
      *words = g_strdup (_("There is nothing to take back"));
      return FALSE;
    }

  edit = yd_edit_ref (g_ptr_array_index (redo ? steps->undone : steps->done, (guint) place));
  inverse = turn (self, (guint) place, redo, &error);
  if (inverse == NULL)
    {
      *words = g_strdup (error->message);
      return FALSE;
    }

  follow_in_plan (self, edit, inverse);
  *words = make_words (edit, redo);

  return TRUE;
}

/* Whether yd_session_turn_office() has anything to do. */
gboolean
yd_session_can_turn_office (YdSession  *self,
                            const char *acts,
                            gboolean    redo)
{
  YdOfficeSteps *steps;

  g_return_val_if_fail (YD_IS_SESSION (self) && acts != NULL, FALSE);

  steps = self->office_steps;

  return steps != NULL && yd_session_can_edit_office (self) &&
         find_last (redo ? steps->undone : steps->done, acts) >= 0;
}
