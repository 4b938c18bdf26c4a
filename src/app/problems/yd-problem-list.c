/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problem-list.h"

#include <gio/gio.h>

/**
 * YdProblemList:
 *
 * The lines of the page: findings by kind, the worst kinds first, and at the end what may stay.
 * A kind is folded and unfolded at its head. There may be tens of thousands of lines, of which
 * a person sees some dozens: each is made when it is asked for.
 */

/* What stands for the kind of all that was accepted. */
#define ACCEPTED ""

/* A kind with more lines is folded until somebody asks for it: its head says how many. */
#define MANY 50

/* All lines of a kind. */
typedef struct
{
  const char *code;             /* or ACCEPTED */
  YdProblem  *head;
  GPtrArray  *findings;         /* (element-type YdFinding): which the list keeps */
  GPtrArray  *problems;         /* (element-type YdProblem) (nullable): in their order, or %NULL
                                 * for those that nobody asked for */
} Group;

struct _YdProblemList
{
  GObject     parent_instance;

  /* Owned */
  YdPlan     *plan;             /* (nullable): it keeps the rows */
  GPtrArray  *findings;         /* (nullable) */
  GPtrArray  *groups;           /* of Group, in the order in which they are shown */
  GHashTable *folded;           /* code → gboolean, for all kinds that were ever shown */
};

static void yd_problem_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  YdProblemList, yd_problem_list, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, yd_problem_list_init_model))

/* Groups */

static void
free_problem (YdProblem *problem)
{
  g_clear_object (&problem);
}

static Group *
group_new (const char *code)
{
  Group *group = g_new0 (Group, 1);

  group->code = code;
  group->findings = g_ptr_array_new ();
  group->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) free_problem);

  return group;
}

static void
group_free (Group *group)
{
  g_clear_object (&group->head);
  g_ptr_array_unref (group->findings);
  g_ptr_array_unref (group->problems);
  g_free (group);
}

static guint
count_lines (const Group *group)
{
  return group->head->folded ? 1 : 1 + group->problems->len;
}

/* Returns: (transfer none): the line of @group that stands there */
static YdProblem *
get_problem (Group *group,
             guint  n)
{
  gpointer *problem = &g_ptr_array_index (group->problems, n);

  if (*problem == NULL)
    *problem = yd_problem_new (g_ptr_array_index (group->findings, n));

  return *problem;
}

/* The worst kinds first, in the order in which they come. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *x = *(Group **) a, *y = *(Group **) b;
  const gboolean last_x = g_str_equal (x->code, ACCEPTED), last_y = g_str_equal (y->code, ACCEPTED);

  if (last_x || last_y)
    return last_x - last_y;

  return (int) yd_check_get_severity (y->code) - (int) yd_check_get_severity (x->code);
}

/* The model */

static GType
yd_problem_list_get_item_type (GListModel *model)
{
  return YD_TYPE_PROBLEM;
}

static guint
yd_problem_list_get_n_items (GListModel *model)
{
  YdProblemList *self = YD_PROBLEM_LIST (model);
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n += count_lines (g_ptr_array_index (self->groups, i));

  return n;
}

static gpointer
yd_problem_list_get_item (GListModel *model,
                          guint       position)
{
  YdProblemList *self = YD_PROBLEM_LIST (model);

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      const guint n = count_lines (group);

      if (position == 0)
        return g_object_ref (group->head);
      if (position < n)
        return g_object_ref (get_problem (group, position - 1));
      position -= n;
    }

  return NULL;
}

static void
yd_problem_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = yd_problem_list_get_item_type;
  iface->get_n_items = yd_problem_list_get_n_items;
  iface->get_item = yd_problem_list_get_item;
}

/* The type */

static void
yd_problem_list_finalize (GObject *object)
{
  YdProblemList *self = YD_PROBLEM_LIST (object);

  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_hash_table_unref (self->folded);

  G_OBJECT_CLASS (yd_problem_list_parent_class)->finalize (object);
}

static void
yd_problem_list_class_init (YdProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_problem_list_finalize;
}

static void
yd_problem_list_init (YdProblemList *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->folded = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Returns: (transfer full): an empty list of #YdProblem */
YdProblemList *
yd_problem_list_new (void)
{
  return g_object_new (YD_TYPE_PROBLEM_LIST, NULL);
}

/* Filling */

/* Kinds come together, so the group is mostly that of the finding before. */
static Group *
ensure_group (YdProblemList *self,
              const char    *code)
{
  Group *group;

  for (guint i = self->groups->len; i > 0; i--)
    {
      group = g_ptr_array_index (self->groups, i - 1);
      if (g_str_equal (group->code, code))
        return group;
    }

  group = group_new (code);
  g_ptr_array_add (self->groups, group);

  return group;
}

static void
add_findings (YdProblemList *self)
{
  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      YdFinding *finding = g_ptr_array_index (self->findings, i);
      Group *group = ensure_group (self, finding->code);

      g_ptr_array_add (group->findings, finding);
      g_ptr_array_add (group->problems, NULL);
    }
}

static void
add_accepted (YdProblemList *self)
{
  YdSpace *space = YD_SPACE (self->plan);
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, YD_KIND_ACCEPTANCE);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);
      YdProblem *problem = yd_space_is_live (space, row) ? yd_problem_new_accepted (space, row)
                                                         : NULL;

      if (problem != NULL)
        g_ptr_array_add (ensure_group (self, ACCEPTED)->problems, problem);
    }
}

/* It stays as it was first shown, or as somebody wanted it, though lines come and go. */
static gboolean
is_folded (YdProblemList *self,
           Group         *group)
{
  gpointer folded;

  if (g_hash_table_lookup_extended (self->folded, group->code, NULL, &folded))
    return GPOINTER_TO_INT (folded);

  return g_str_equal (group->code, ACCEPTED) || group->problems->len > MANY;
}

static void
make_head (YdProblemList *self,
           Group         *group,
           gboolean       folded)
{
  g_hash_table_insert (self->folded, (char *) group->code, GINT_TO_POINTER (folded));
  g_clear_object (&group->head);
  group->head = yd_problem_new_head (*group->code != '\0' ? group->code : NULL,
                                     group->problems->len, folded);
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
  guint n_before;

  g_return_if_fail (YD_IS_PROBLEM_LIST (self));

  n_before = g_list_model_get_n_items (G_LIST_MODEL (self));
  g_ptr_array_set_size (self->groups, 0);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings != NULL ? g_ptr_array_ref (findings) : NULL;
  if (g_set_object (&self->plan, plan))
    g_hash_table_remove_all (self->folded);

  add_findings (self);
  if (plan != NULL)
    add_accepted (self);
  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      make_head (self, group, is_folded (self, group));
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before,
                              g_list_model_get_n_items (G_LIST_MODEL (self)));
}

/* Folds or unfolds what stands under @head. */
void
yd_problem_list_toggle (YdProblemList *self,
                        YdProblem     *head)
{
  guint position = 0;

  g_return_if_fail (YD_IS_PROBLEM_LIST (self));

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      const guint n = count_lines (group);

      if (group->head == head)
        {
          make_head (self, group, !head->folded);
          g_list_model_items_changed (G_LIST_MODEL (self), position, n, count_lines (group));
          return;
        }
      position += n;
    }
}

/* Whether @problem says what stands in the place @n of @group. */
static gboolean
is_same (Group     *group,
         guint      n,
         YdProblem *problem)
{
  const YdFinding *finding;

  if (n >= group->findings->len)
    return yd_problem_is_same (g_ptr_array_index (group->problems, n), problem);

  finding = g_ptr_array_index (group->findings, n);

  return problem->acceptance == NULL && finding->row == problem->row &&
         g_str_equal (finding->message, problem->message);
}

/**
 * yd_problem_list_find:
 * @self: a list
 * @problem: a line, which may come from before the list was filled anew
 *
 * Returns: where the line stands that says the same; %GTK_INVALID_LIST_POSITION if it is gone
 *   or folded
 */
guint
yd_problem_list_find (YdProblemList *self,
                      YdProblem     *problem)
{
  const char *code = problem->acceptance == NULL && problem->code != NULL ? problem->code
                                                                          : ACCEPTED;
  guint position = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      const guint n = count_lines (group);

      if (g_str_equal (group->code, code))
        {
          if (yd_problem_is_head (problem))
            return position;
          for (guint j = 0; j + 1 < n; j++)
            if (is_same (group, j, problem))
              return position + 1 + j;
        }
      position += n;
    }

  return G_MAXUINT;
}
