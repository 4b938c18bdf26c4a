/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-light-label.h"
#include "yd-outline-cell.h"
#include "yd-point-number.h"

/* How a point stands, in the one place that its row has for it, and what is spoken of the row. */

/* An edit of more changes is not followed one by one. */
#define MAX_REMEMBERED 500

/* Before the word of a finding; it is seen and not read aloud. */
#define SIGN "▲ "

/* What is to be checked */

/* Returns: (transfer none) (nullable): the point that @row belongs to, or is */
YdPoint *
_yd_outline_page_get_point_of (YdRow *row)
{
  while (row != NULL && yd_row_get_kind (row) != YD_KIND_POINT)
    row = yd_row_get_home (row);

  return row;
}

/* Kept for each point with all below it, since a folded chapter shows it and a plan may
 * have many thousands of them.
 */
static guint
count_below (YdOutlinePage *self,
             YdPoint       *point)
{
  gpointer known = g_hash_table_lookup (self->proposed, point);
  GListModel *children = yd_point_get_children (point);
  guint n_children = g_list_model_get_n_items (children), n;

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;

  n = yd_outline_count_proposed (point);
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      n += count_below (self, child);
    }
  g_hash_table_insert (self->proposed, point, GUINT_TO_POINTER (n + 1));

  return n;
}

static void
forget_above (YdOutlinePage *self,
              YdPoint       *point)
{
  for (; point != NULL; point = yd_point_get_parent (point))
    g_hash_table_remove (self->proposed, point);
}

/* Forgets what @edit may have changed; all of it without one. */
void
_yd_outline_page_forget (YdOutlinePage *self,
                         YdEdit        *edit)
{
  YdSpace *space = YD_SPACE (_yd_outline_page_get_plan (self));
  guint n = G_MAXUINT;
  const YdChange *changes = edit != NULL ? yd_edit_get_changes (edit, &n) : NULL;

  if (n > MAX_REMEMBERED)
    {
      g_hash_table_remove_all (self->proposed);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      const char *old = changes[i].kind == YD_KIND_POINT && changes[i].field == YD_POINT_PARENT
                        ? changes[i].old_value : NULL;
      YdRow *row;

      /* A unit takes its assignments with it, wherever they are. */
      if (changes[i].kind == YD_KIND_UNIT)
        g_hash_table_remove_all (self->proposed);

      row = yd_space_lookup (space, changes[i].kind, changes[i].id);
      forget_above (self, _yd_outline_page_get_point_of (row));
      if (old != NULL)
        forget_above (self, yd_space_lookup (space, YD_KIND_POINT, old));
    }
}

/* The words of a row */

YdSchedule *
_yd_outline_page_get_schedule (YdOutlinePage *self)
{
  return yd_session_get_schedule (yd_page_get_session (YD_PAGE (self)));
}

/* A folded row says the worst of what it hides, and @n how often. */
static YdLight
find_light (YdOutlinePage *self,
            YdPoint       *point,
            gboolean       folded,
            guint         *n)
{
  YdSchedule *schedule = _yd_outline_page_get_schedule (self);
  YdScheduled scheduled;

  *n = 0;
  if (folded)
    return yd_schedule_get_worst_light (schedule, point, n);

  return yd_schedule_get (schedule, point, &scheduled) ? scheduled.light : YD_LIGHT_NONE;
}

static void
say_light (YdOutlinePage  *self,
           YdPoint        *point,
           YdLight         light,
           guint           n,
           gboolean        folded,
           YdCellWords    *words,
           char          **tooltip)
{
  if (light == YD_LIGHT_NONE)
    return;

  words->text = folded ? g_strdup_printf ("%s %s %u", yd_light_get_sign (light),
                                          yd_light_get_word (light), n)
                       : g_strdup_printf ("%s %s", yd_light_get_sign (light),
                                          yd_light_get_word (light));
  words->text_style = YD_WORDS_LIGHT;
  words->light = light;
  if (!folded)
    *tooltip = yd_schedule_dup_light_words (_yd_outline_page_get_schedule (self), point);
}

static const char *
skip_sign (const char *words)
{
  for (YdLight light = YD_LIGHT_NONE + 1; light < YD_N_LIGHTS; light++)
    if (g_str_has_prefix (words, yd_light_get_sign (light)))
      return words + strlen (yd_light_get_sign (light)) + 1;

  return words;
}

/* What is urgent is told of a date that nobody confirmed as well. */
static void
say_proposed (guint         n,
              gboolean      folded,
              YdLight       urgent,
              YdCellWords  *words,
              char        **tooltip)
{
  if (folded)
    words->text = g_strdup_printf (_("Proposed %u"), n);
  else if (urgent != YD_LIGHT_NONE)
    words->text = g_strdup_printf ("%s %s", _("Proposed"), yd_light_get_word (urgent));
  else
    words->text = g_strdup (_("Proposed"));

  words->text_style = YD_WORDS_PROPOSED;
  *tooltip = g_strdup_printf (ngettext ("%u fact was read and is to be checked",
                                        "%u facts were read and are to be checked", n), n);
}

static void
say_finding (YdFinding    *finding,
             YdCellWords  *words,
             char        **tooltip)
{
  const gboolean warns = finding->severity >= YD_SEVERITY_WARNING;

  words->text = g_strdup_printf (warns ? SIGN "%s" : "%s", yd_check_get_word (finding->code));
  words->text_style = YD_WORDS_LIGHT;
  words->light = warns ? YD_LIGHT_SOON : YD_LIGHT_WAIT;
  *tooltip = g_strdup (finding->message);
}

/* There is room for one: what is wrong in the plan, or else what is urgent in a chapter, what is
 * to be checked, what is urgent in a point, what may be wrong, and how it stands.
 */
void
_yd_outline_page_say_status (YdOutlinePage  *self,
                             YdPoint        *point,
                             gboolean        folded,
                             YdCellWords    *words,
                             char          **tooltip)
{
  YdFinding *finding = g_hash_table_lookup (self->found, point);
  const guint n = folded ? count_below (self, point) : yd_outline_count_proposed (point);
  guint n_light;
  const YdLight light = find_light (self, point, folded, &n_light);
  const gboolean urgent = light == YD_LIGHT_LATE || light == YD_LIGHT_SOON;

  *words = (YdCellWords) { NULL };
  *tooltip = NULL;

  if (finding != NULL && finding->severity >= YD_SEVERITY_WARNING)
    say_finding (finding, words, tooltip);
  else if (n > 0 && !(folded && urgent))
    say_proposed (n, folded, urgent ? light : YD_LIGHT_NONE, words, tooltip);
  else if (finding != NULL && !urgent)
    say_finding (finding, words, tooltip);
  else
    say_light (self, point, light, n_light, folded, words, tooltip);
}

/* Returns: (transfer full): the whole row in one sentence, since a reader stands on one cell of it
 */
char *
_yd_outline_page_dup_sentence (YdOutlinePage *self,
                               YdPoint       *point,
                               gboolean       folded)
{
  YdPlan *plan = _yd_outline_page_get_plan (self);
  gboolean computed;
  g_autofree char *number = yd_point_number_dup (plan, point, &computed);
  g_autofree char *title = yd_outline_dup_title (point);
  g_auto(YdCellWords) units = { NULL }, deadline = { NULL }, status = { NULL };
  g_autofree char *unit_words = NULL, *deadline_words = NULL, *tooltip = NULL;
  GString *sentence = g_string_new (NULL);

  yd_outline_say_units (plan, point, &units);
  yd_outline_say_deadline (_yd_outline_page_get_schedule (self), point, &deadline);
  _yd_outline_page_say_status (self, point, folded, &status, &tooltip);
  unit_words = yd_cell_words_dup_text (&units);
  deadline_words = yd_cell_words_dup_text (&deadline);

  g_string_append_printf (sentence, "%s %s", number, *title != '\0' ? title
                                                                    : _("Without a title"));
  if (*unit_words != '\0')
    /* Translators: of a row that is read aloud; it follows the title */
    g_string_append_printf (sentence, units.mark != NULL ? _(", units %s") : ", %s", unit_words);
  if (*deadline_words != '\0')
    g_string_append_printf (sentence, _(", deadline %s"), deadline_words);
  if (status.text != NULL)
    g_string_append_printf (sentence, ", %s", skip_sign (status.text));

  return g_strstrip (g_string_free (sentence, FALSE));
}
