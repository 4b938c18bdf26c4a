/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-preview-private.h"

#include <glib/gi18n-lib.h>

#include "yd-schedule-private.h"

/* What would follow from an edit, for the one who is to decide: what moves and by how much,
 * what would miss its deadline and through which chain.
 */

static void
append (GString *words,
        char    *sentence)
{
  if (words->len > 0)
    g_string_append (words, C_("between parts of a sentence", "; "));
  g_string_append (words, sentence);
  g_free (sentence);
}

/* Says by how many working days, if it is by one at least. */
static void
append_shift (GString *words,
              int      n)
{
  if (n > 0)
    append (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day later",
                                                 "%d working days later", n), n));
  else if (n < 0)
    append (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day earlier",
                                                 "%d working days earlier", -n), -n));
}

static void
append_due (GString         *words,
            const YdDueMove *move)
{
  const int n = move->behind;

  append_shift (words, move->n_days);
  if (move->rest)
    append (words, g_strdup (_("that is a rest day")));
  if (move->past)
    append (words, g_strdup (_("that day is over")));
  if (n > 0)
    append (words, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d working day after what the document states",
                   "%d working days after what the document states", n), n));
}

/* Whose end is another; a parent follows those below it, which are told. */
static gboolean
is_told (const YdScheduleMove *move)
{
  return move->n_days != 0 && !move->after.spans;
}

/* Returns: (nullable): the one point that the edit moves itself, which needs no name */
static const YdScheduleMove *
find_own (GArray *moves)
{
  const YdScheduleMove *own = NULL;

  for (guint i = 0; i < moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);

      if (!move->own || !is_told (move))
        continue;
      if (own != NULL)
        return NULL;
      own = move;
    }

  return own;
}

/* Those that move by as much, as "A, B and 3 more". */
static char *
dup_names (GArray               *moves,
           const YdScheduleMove *own,
           int                   n_days)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);
      g_autofree char *name = NULL;

      if (move == own || !is_told (move) || move->n_days != n_days ||
          n++ >= YD_PREVIEW_MAX_NAMES)
        continue;

      name = _yd_schedule_dup_name (move->point);
      g_string_append_printf (names, "%s%s", n > 1 ? C_("between points", ", ") : "", name);
    }

  if (n > YD_PREVIEW_MAX_NAMES)
    {
      n -= YD_PREVIEW_MAX_NAMES;
      g_string_append_printf (names, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                                  n), n);
    }

  return g_string_free (names, FALSE);
}

static void
append_moves (GString *words,
              GArray  *moves)
{
  const YdScheduleMove *own = find_own (moves);
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);

  if (own != NULL)
    append_shift (words, own->n_days);

  for (guint i = 0; i < moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);
      const int n = ABS (move->n_days);
      g_autofree char *names = NULL;

      if (move == own || !is_told (move) ||
          !g_hash_table_add (told, GINT_TO_POINTER (move->n_days)))
        continue;

      names = dup_names (moves, own, move->n_days);
      append (words, move->n_days > 0
        ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d working day later",
                                        "%s: %d working days later", n), names, n)
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d working day earlier",
                                        "%s: %d working days earlier", n), names, n));
    }
}

static char *
dup_miss (const YdScheduleMove *miss,
          YdDay                 today)
{
  g_autofree char *name = _yd_schedule_dup_name (miss->point);
  g_autofree char *day = yd_day_dup_near_words (miss->after.finish, today);
  const int n = miss->after.late_by;
  g_autofree char *words = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s until %s, %d working day after its deadline",
                 "%s until %s, %d working days after its deadline", n), name, day, n);

  if (miss->chain == NULL)
    return g_steal_pointer (&words);

  /* Translators: a point misses its deadline, because of a chain of points: A → B → C */
  return g_strdup_printf (_("%s (through %s)"), words, miss->chain);
}

static void
append_misses (GString           *words,
               YdSchedulePreview *self)
{
  for (guint i = 0; i < self->misses->len && i < YD_PREVIEW_MAX_NAMES; i++)
    append (words, dup_miss (&g_array_index (self->misses, YdScheduleMove, i), self->today));

  if (self->misses->len > YD_PREVIEW_MAX_NAMES)
    append (words, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u deadline is missed", "%u deadlines are missed",
                   self->misses->len), self->misses->len));
}

/* Whether more follows than what the edit does itself. */
static gboolean
has_followers (YdSchedulePreview *self)
{
  const YdScheduleMove *own = find_own (self->moves);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (self->moves, YdScheduleMove, i);

      if (move != own && is_told (move))
        return TRUE;
    }

  return self->misses->len > 0;
}

/**
 * yd_schedule_preview_dup_words:
 * @self: what would follow from an edit
 *
 * Returns: (transfer full): it in words, for the one who is to decide
 */
char *
yd_schedule_preview_dup_words (YdSchedulePreview *self)
{
  GString *words = g_string_new (NULL);

  if (self->circle != NULL)
    return g_string_free (g_string_append (words, self->circle), FALSE);

  if (self->dues->len == 1)
    append_due (words, &g_array_index (self->dues, YdDueMove, 0));
  append_moves (words, self->moves);
  append_misses (words, self);
  if (!has_followers (self))
    append (words, g_strdup (_("Nothing else moves")));
  if (self->damaged)
    append (words, g_strdup_printf (
      _("the notice on days off of %d is damaged here, so this may change"), self->unannounced));
  else if (self->unannounced != 0)
    append (words, g_strdup_printf (
      _("the days off of %d are not announced yet, so this may change"), self->unannounced));

  return g_string_free (words, FALSE);
}
