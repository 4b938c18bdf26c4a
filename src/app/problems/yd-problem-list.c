/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problem-list.h"

/**
 * YdProblemList:
 *
 * The lines of the page: findings by kind, the worst kinds first, and at the end what may stay.
 * A kind is folded and unfolded at its head.
 */

/* What stands for the kind of all that was accepted. */
#define ACCEPTED ""

struct _YdProblemList
{
  GObject     parent_instance;

  /* Owned */
  GListStore *lines;
  GPtrArray  *problems;         /* of all findings, in their order; then what may stay */
  GHashTable *folded;           /* codes */

  guint       n_left;           /* findings that nobody accepted */
};

G_DEFINE_FINAL_TYPE (YdProblemList, yd_problem_list, G_TYPE_OBJECT)

static void
yd_problem_list_finalize (GObject *object)
{
  YdProblemList *self = YD_PROBLEM_LIST (object);

  g_object_unref (self->lines);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->folded);

  G_OBJECT_CLASS (yd_problem_list_parent_class)->finalize (object);
}

static void
yd_problem_list_class_init (YdProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_problem_list_finalize;
}

/* What may stay is out of sight until somebody asks for it. */
static void
yd_problem_list_init (YdProblemList *self)
{
  self->lines = g_list_store_new (YD_TYPE_PROBLEM);
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->folded, g_strdup (ACCEPTED));
}

YdProblemList *
yd_problem_list_new (void)
{
  return g_object_new (YD_TYPE_PROBLEM_LIST, NULL);
}

/* Returns: (transfer none) (element-type YdProblem): the lines */
GListModel *
yd_problem_list_get_model (YdProblemList *self)
{
  g_return_val_if_fail (YD_IS_PROBLEM_LIST (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/* Returns: how much there is to look at */
guint
yd_problem_list_get_n_left (YdProblemList *self)
{
  g_return_val_if_fail (YD_IS_PROBLEM_LIST (self), 0);

  return self->n_left;
}

static const char *
get_group (YdProblem *problem)
{
  return problem->acceptance != NULL ? ACCEPTED : problem->code;
}

/* Puts the lines of one kind behind the others, without them if it is folded. */
static void
add_group (YdProblemList *self,
           GPtrArray     *lines,
           const char    *group)
{
  gboolean folded = g_hash_table_contains (self->folded, group);
  guint at = lines->len, n = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      YdProblem *problem = g_ptr_array_index (self->problems, i);

      if (!g_str_equal (get_group (problem), group))
        continue;
      n++;
      if (!folded)
        g_ptr_array_add (lines, g_object_ref (problem));
    }

  g_ptr_array_insert (lines, at, yd_problem_new_head (*group != '\0' ? group : NULL, n, folded));
}

/* Returns: (transfer container): the kinds of this severity, in the order in which they come */
static GPtrArray *
list_groups (YdProblemList *self,
             YdSeverity     severity,
             gboolean       accepted)
{
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < self->problems->len; i++)
    {
      YdProblem *problem = g_ptr_array_index (self->problems, i);
      const char *group = get_group (problem);

      if (problem->severity == severity && (problem->acceptance != NULL) == accepted &&
          !g_ptr_array_find_with_equal_func (groups, group, g_str_equal, NULL))
        g_ptr_array_add (groups, (char *) group);
    }

  return groups;
}

static void
add_groups (YdProblemList *self,
            GPtrArray     *lines,
            YdSeverity     severity,
            gboolean       accepted)
{
  g_autoptr(GPtrArray) groups = list_groups (self, severity, accepted);

  for (guint i = 0; i < groups->len; i++)
    add_group (self, lines, g_ptr_array_index (groups, i));
}

static void
show (YdProblemList *self)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (int severity = YD_SEVERITY_ERROR; severity >= YD_SEVERITY_INFO; severity--)
    add_groups (self, lines, severity, FALSE);
  add_groups (self, lines, YD_SEVERITY_INFO, TRUE);

  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}

static void
add_accepted (YdProblemList *self,
              YdSpace       *space)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, YD_KIND_ACCEPTANCE);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);
      YdProblem *problem = yd_space_is_live (space, row) ? yd_problem_new_accepted (space, row)
                                                         : NULL;

      if (problem != NULL)
        g_ptr_array_add (self->problems, problem);
    }
}

/**
 * yd_problem_list_fill:
 * @self: a list
 * @plan: (nullable): a plan
 * @findings: (nullable) (element-type YdFinding): what was found in it
 *
 * Shows @findings and what may stay in @plan.
 */
void
yd_problem_list_fill (YdProblemList *self,
                      YdPlan        *plan,
                      GPtrArray     *findings)
{
  g_return_if_fail (YD_IS_PROBLEM_LIST (self));

  g_ptr_array_set_size (self->problems, 0);
  self->n_left = findings != NULL ? findings->len : 0;
  for (guint i = 0; i < self->n_left; i++)
    g_ptr_array_add (self->problems, yd_problem_new (g_ptr_array_index (findings, i)));
  if (plan != NULL)
    add_accepted (self, YD_SPACE (plan));

  show (self);
}

/* Folds or unfolds what stands under @head. */
void
yd_problem_list_toggle (YdProblemList *self,
                        YdProblem     *head)
{
  const char *group;

  g_return_if_fail (YD_IS_PROBLEM_LIST (self));

  group = head->code != NULL ? head->code : ACCEPTED;
  if (!g_hash_table_remove (self->folded, group))
    g_hash_table_add (self->folded, g_strdup (group));

  show (self);
}
