/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problem.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (YdProblem, yd_problem, G_TYPE_OBJECT)

static void
yd_problem_finalize (GObject *object)
{
  YdProblem *self = YD_PROBLEM (object);

  g_free (self->where);
  g_free (self->message);
  g_clear_object (&self->row);
  g_clear_object (&self->acceptance);

  G_OBJECT_CLASS (yd_problem_parent_class)->finalize (object);
}

static void
yd_problem_class_init (YdProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_problem_finalize;
}

static void
yd_problem_init (YdProblem *self)
{
}

/* Returns: (transfer none) (nullable): the point that @row is, or belongs to */
static YdPoint *
get_point_of (YdRow *row)
{
  while (row != NULL && yd_row_get_kind (row) != YD_KIND_POINT)
    row = yd_row_get_home (row);

  return row;
}

/* So much of its text stands for a title that is not there. */
#define N_CHARS 24

static char *
dup_title (YdPoint *point)
{
  const char *title = yd_point_get_title (point);
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (text == NULL || *text == '\0')
    return g_strdup (_("(empty)"));
  if (g_utf8_strlen (text, -1) <= N_CHARS)
    return g_strdup (text);

  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (text, N_CHARS) - text), text);
}

static char *
dup_where (YdRow      *row,
           const char *path)
{
  YdPoint *point = get_point_of (row);
  g_autofree char *number = yd_point_shorten_path (path != NULL ? path : "");
  g_autofree char *title = point != NULL ? dup_title (point) : NULL;

  if (point == NULL)
    return g_strdup (path != NULL ? path : _("The whole plan"));

  return *number != '\0' ? g_strdup_printf ("%s %s", number, title) : g_steal_pointer (&title);
}

YdProblem *
yd_problem_new_head (const char *code,
                     guint       n_items,
                     gboolean    folded)
{
  YdProblem *self = g_object_new (YD_TYPE_PROBLEM, NULL);

  self->code = code;
  self->n_items = n_items;
  self->folded = folded;
  if (code != NULL)
    self->severity = yd_check_get_severity (code);

  return self;
}

YdProblem *
yd_problem_new (const YdFinding *finding)
{
  YdProblem *self = g_object_new (YD_TYPE_PROBLEM, NULL);

  self->code = finding->code;
  self->severity = finding->severity;
  self->where = g_strdup (finding->where);
  self->message = g_strdup (finding->message);
  g_set_object (&self->row, finding->row);

  return self;
}

/* Returns: (nullable): the row of any kind that has this id */
static YdRow *
find_row (YdSpace    *space,
          const char *id)
{
  static const YdKind kinds[] = {
    YD_KIND_POINT, YD_KIND_UNIT, YD_KIND_DEADLINE, YD_KIND_DEPENDENCY, YD_KIND_PLAN,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      YdRow *row = yd_space_lookup (space, kinds[i], id);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/**
 * yd_problem_new_accepted:
 * @space: a plan
 * @acceptance: one of its acceptances
 *
 * Returns: (transfer full) (nullable): a line; %NULL if what it is about is gone, or it was of a
 *   kind that a later version found
 */
YdProblem *
yd_problem_new_accepted (YdSpace *space,
                         YdRow   *acceptance)
{
  YdRow *row = find_row (space, yd_row_get_cell (acceptance, YD_ACCEPTANCE_ABOUT));
  const char *code = yd_check_find_code (yd_row_get_cell (acceptance, YD_ACCEPTANCE_CODE));
  YdProblem *self;

  if (row == NULL || code == NULL || !yd_space_is_live (space, row))
    return NULL;

  self = g_object_new (YD_TYPE_PROBLEM, NULL);
  self->code = code;
  self->severity = YD_SEVERITY_INFO;
  if (yd_row_get_kind (row) == YD_KIND_UNIT)
    self->where = g_strdup (yd_row_get_cell (row, YD_UNIT_NAME));
  self->message = g_strdup (yd_row_get_cell (acceptance, YD_ACCEPTANCE_REASON));
  g_set_object (&self->row, row);
  g_set_object (&self->acceptance, acceptance);

  return self;
}

gboolean
yd_problem_is_head (YdProblem *self)
{
  g_return_val_if_fail (YD_IS_PROBLEM (self), FALSE);

  return self->n_items > 0;
}

/* Returns: whether it says that a group has no members, and nobody wants it to stay so */
gboolean
yd_problem_is_bare_group (YdProblem *self)
{
  return self->n_items == 0 && self->acceptance == NULL &&
         g_strcmp0 (self->code, "no-members") == 0;
}

/* Returns: whether both say the same of the same row, though at different times */
gboolean
yd_problem_is_same (YdProblem *self,
                    YdProblem *other)
{
  return self->code == other->code && self->row == other->row &&
         self->acceptance == other->acceptance && self->n_items == other->n_items &&
         g_strcmp0 (self->message, other->message) == 0;
}

/* Of a unit: the first point that it has. */
static YdPoint *
get_first_point_of_unit (YdRow *unit)
{
  GListModel *assignments = yd_row_get_rows (unit, YD_KIND_ASSIGNMENT);
  g_autoptr(YdRow) first = assignments != NULL ? g_list_model_get_item (assignments, 0) : NULL;

  return first != NULL ? yd_row_get_home (first) : NULL;
}

/* Returns: (transfer none) (nullable): the point at which to look */
YdPoint *
yd_problem_get_point (YdProblem *self)
{
  g_return_val_if_fail (YD_IS_PROBLEM (self), NULL);

  if (self->row != NULL && yd_row_get_kind (self->row) == YD_KIND_UNIT)
    return get_first_point_of_unit (self->row);

  return get_point_of (self->row);
}

/* Returns: (transfer full): what the line is about, in a few words. They are made when they are
 * shown, since GTK asks for all lines when some change.
 */
char *
yd_problem_dup_title (YdProblem *self)
{
  g_return_val_if_fail (YD_IS_PROBLEM (self), NULL);

  if (!yd_problem_is_head (self))
    return dup_where (self->row, self->where);

  return g_strdup (self->code != NULL ? yd_check_get_word (self->code)
                                      : C_("problems", "Accepted"));
}

/* Returns: (transfer full): the line as it is read aloud */
char *
yd_problem_dup_sentence (YdProblem *self)
{
  g_autofree char *title = yd_problem_dup_title (self);

  if (yd_problem_is_head (self))
    return g_strdup_printf ("%s, %u", title, self->n_items);

  return g_strdup_printf ("%s, %s, %s", yd_check_get_word (self->code), title, self->message);
}
