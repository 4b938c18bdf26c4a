/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-role-table.h"

#include <string.h>

#include "yd-plan-walk.h"
#include "yd-unit-name.h"

/* What a cell says about a role. */
typedef enum
{
  SAYS_ROLE,            /* also that there is none */
  SAYS_SOME,            /* that somebody has to do with it: `?` */
  SAYS_COUNT,           /* how many there are below it, or a total */
  SAYS_OTHER,
} Says;

typedef struct
{
  const char *text;     /* folded */
  YdRole      role;
} Sign;

/* As we write them, as papers do, and what looks like that. */
static const Sign signs[] = {
  { "●", YD_ROLE_LEAD }, { "牵头", YD_ROLE_LEAD }, { "主办", YD_ROLE_LEAD },
  { "lead", YD_ROLE_LEAD }, { "★", YD_ROLE_LEAD }, { "◎", YD_ROLE_LEAD },
  { "○", YD_ROLE_RESPONSIBLE }, { "负责", YD_ROLE_RESPONSIBLE }, { "责任", YD_ROLE_RESPONSIBLE },
  { "responsible", YD_ROLE_RESPONSIBLE }, { "〇", YD_ROLE_RESPONSIBLE },
  { "◯", YD_ROLE_RESPONSIBLE }, { "√", YD_ROLE_RESPONSIBLE }, { "✓", YD_ROLE_RESPONSIBLE },
  { "△", YD_ROLE_SUPPORT }, { "配合", YD_ROLE_SUPPORT }, { "协办", YD_ROLE_SUPPORT },
  { "support", YD_ROLE_SUPPORT }, { "▲", YD_ROLE_SUPPORT },
};

/* Heads of totals, which are neither units nor points. */
static const char * const totals[] = { "牵头", "负责", "配合", "合计", "逾期", NULL };

static Says
read_cell (const char *text,
           YdRole     *role)
{
  g_autofree char *folded = NULL;
  g_autofree char *lower = NULL;

  *role = YD_ROLE_NONE;
  if (text == NULL || *text == '\0')
    return SAYS_ROLE;

  folded = yd_unit_name_fold (text);
  lower = g_utf8_strdown (folded, -1);
  /* In brackets stands what is through a group: the unit itself has nothing there. */
  if (*lower == '\0' || *lower == '(')
    return SAYS_ROLE;
  if (g_str_equal (lower, "?") || g_str_equal (lower, "待明确"))
    return SAYS_SOME;
  if (strspn (lower, "0123456789") == strlen (lower))
    return SAYS_COUNT;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (lower, signs[i].text))
      {
        *role = signs[i].role;
        return SAYS_ROLE;
      }

  return SAYS_OTHER;
}

/**
 * yd_role_table_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a table that says nothing yet
 */
YdRoleTable *
yd_role_table_new (YdPlan *plan)
{
  YdRoleTable *self = g_new0 (YdRoleTable, 1);

  self->plan = g_object_ref (plan);
  self->changes = g_array_new (FALSE, FALSE, sizeof (YdRoleChange));
  self->units = g_ptr_array_new_with_free_func (g_free);
  self->points = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
yd_role_table_free (YdRoleTable *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->units);
  g_array_unref (self->changes);
  g_object_unref (self->plan);
  g_free (self);
}

/* A name is told once, however often it stands there. */
static void
note (GPtrArray  *names,
      const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/**
 * yd_role_table_add:
 * @self: a table
 * @point: a point of the plan
 * @unit: a unit of the plan
 * @text: (nullable): what stands in their cell: a sign, a word, or nothing
 *
 * Says what a unit is to a point. Who says it twice is believed where it is something new.
 */
void
yd_role_table_add (YdRoleTable *self,
                   YdPoint     *point,
                   YdRow       *unit,
                   const char  *text)
{
  YdRoleChange change = { point, unit, YD_ROLE_NONE, YD_ROLE_NONE };
  const Says says = read_cell (text, &change.role);

  if (says == SAYS_OTHER)
    note (self->words, text);
  if (says == SAYS_OTHER || says == SAYS_COUNT)
    return;

  change.was = yd_role_between (point, unit);
  if (says == SAYS_SOME)
    change.role = change.was != YD_ROLE_NONE ? change.was : YD_ROLE_RESPONSIBLE;
  if (change.role == change.was)
    self->n_same += change.role != YD_ROLE_NONE;
  else if (g_hash_table_add (self->known, g_strconcat (yd_row_get_id (point), yd_row_get_id (unit),
                                                       NULL)))
    g_array_append_val (self->changes, change);
}

/**
 * yd_role_table_dup_label:
 * @path: a path of a point, as #YdPlanWalk tells it
 * @title: (nullable): its title
 *
 * The number that only our paths have, `*1`, keeps its star: without it, it would be that of
 * another point.
 *
 * Returns: (transfer full): how the point is called in a table, `一(一) 推进…`, so that it is
 *   known again
 */
char *
yd_role_table_dup_label (const char *path,
                         const char *title)
{
  GString *label = g_string_new (NULL);

  for (const char *c = path; *c != '\0'; c++)
    if (*c != '/')
      g_string_append_c (label, *c);
  if (title != NULL && *title != '\0')
    g_string_append_printf (label, " %s", title);

  return g_string_free (label, FALSE);
}

/* What is called so, if that is one point only: two of one name are told apart by their paths.
 * A point may be called the same in several ways.
 */
static void
add_name (GHashTable *names,
          const char *name,
          YdPoint    *point)
{
  g_autofree char *folded = yd_unit_name_fold (name);
  gpointer known = NULL;

  if (*folded == '\0')
    return;

  if (g_hash_table_lookup_extended (names, folded, NULL, &known) && known != point)
    point = NULL;
  g_hash_table_replace (names, g_steal_pointer (&folded), point);
}

static GHashTable *
list_names (YdPlan *plan)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
  const char *path;
  YdPoint *point;

  while ((point = yd_plan_walk_next (walk, &path, NULL)) != NULL)
    {
      const char *title = yd_point_get_title (point);
      const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);
      g_autofree char *label = yd_role_table_dup_label (path, title);
      g_autofree char *number = yd_role_table_dup_label (path, NULL);
      g_autofree char *line = g_strconcat (printed != NULL ? printed : "", title, NULL);

      add_name (names, label, point);
      add_name (names, number, point);
      if (title == NULL)
        continue;

      add_name (names, title, point);
      add_name (names, line, point);
    }

  return names;
}

/* While a table is read. */
typedef struct
{
  YdRoleTable *table;
  GHashTable  *points;          /* folded names, to points; %NULL where that is not one */
  GHashTable  *units;           /* likewise, of what was looked up */
  GPtrArray   *heads;           /* (element-type YdRow) (nullable): at the head of each column */
  GStrv        head;
  guint        n_heads;         /* that are known */
  guint        n_cells;         /* that say something, or belong to a point and a unit */
  guint        n_roles;         /* that say who has something to do */
  guint        n_rows;          /* that are known */
  guint        first;           /* the first column with a head that is known */
  gboolean     transposed;      /* points stand at the heads */
} Reader;

static YdPoint *
find_point (Reader     *self,
            const char *name)
{
  g_autofree char *folded = yd_unit_name_fold (name);

  return g_hash_table_lookup (self->points, folded);
}

/* Names in narrow heads are broken into lines. */
static YdRow *
find_unit (Reader     *self,
           const char *name)
{
  char *folded = yd_unit_name_fold (name);
  gpointer unit = NULL;

  if (*folded == '\0' || g_hash_table_lookup_extended (self->units, folded, NULL, &unit))
    {
      g_free (folded);
      return unit;
    }

  unit = yd_plan_find_unit (self->table->plan, name);
  if (unit == NULL)
    unit = yd_plan_find_unit (self->table->plan, folded);
  g_hash_table_insert (self->units, folded, unit);

  return unit;
}

static YdRow *
find_head (Reader     *self,
           const char *name,
           gboolean    transposed)
{
  return transposed ? find_point (self, name) : find_unit (self, name);
}

static guint
count_heads (Reader  *self,
             GStrv    row,
             gboolean transposed)
{
  guint n = 0;

  for (guint i = 1; row[0] != NULL && row[i] != NULL; i++)
    n += find_head (self, row[i], transposed) != NULL;

  return n;
}

/* Above the heads there may be a title and bands; which row they are is seen by what they name.
 * Returns: the row behind them, 0 if there are none
 */
static guint
find_heads (Reader    *self,
            GPtrArray *rows)
{
  guint best = 0, behind = 0;

  for (guint i = 0; i < MIN (rows->len, 8); i++)
    for (guint transposed = 0; transposed < 2; transposed++)
      {
        const guint n = count_heads (self, g_ptr_array_index (rows, i), transposed);

        if (n <= best)
          continue;
        best = n;
        behind = i + 1;
        self->transposed = transposed;
      }
  self->n_heads = best;
  if (best == 0)
    return 0;

  self->head = g_ptr_array_index (rows, behind - 1);
  self->first = 0;
  for (guint i = 0; self->head[i] != NULL; i++)
    {
      YdRow *head = i > 0 ? find_head (self, self->head[i], self->transposed) : NULL;

      g_ptr_array_add (self->heads, head);
      if (self->first == 0 && head != NULL)
        self->first = i;
    }

  return behind;
}

static gboolean
is_total (const char *name)
{
  g_autofree char *folded = yd_unit_name_fold (name);

  return g_strv_contains (totals, folded);
}

/* What stands left of the roles names the row: alone, or a number and a title together. */
static YdRow *
find_row (Reader  *self,
          GStrv    row,
          char   **label)
{
  g_autoptr(GString) whole = g_string_new (NULL);
  YdRow *found = NULL;

  for (guint i = 0; i < self->first && row[i] != NULL; i++)
    g_string_append_printf (whole, "%s%s", whole->len > 0 && *row[i] != '\0' ? " " : "", row[i]);
  found = find_head (self, whole->str, !self->transposed);
  for (guint i = 0; i < self->first && row[i] != NULL && found == NULL; i++)
    found = find_head (self, row[i], !self->transposed);
  *label = g_strstrip (g_strdup (whole->str));

  return found;
}

/* Whether a cell says that somebody has something to do. */
static gboolean
has_role (const char *text)
{
  YdRole role;
  const Says says = read_cell (text, &role);

  return says == SAYS_SOME || role != YD_ROLE_NONE;
}

static void
note_unknown (Reader     *self,
              gboolean    unit,
              const char *name)
{
  if (*name != '\0' && !is_total (name))
    note (unit ? self->table->units : self->table->points, name);
}

static void
read_row (Reader *self,
          GStrv   row)
{
  g_autofree char *label = NULL;
  YdRow *mine = find_row (self, row, &label);

  self->n_rows += mine != NULL;
  for (guint i = self->first; i < self->heads->len && row[i] != NULL; i++)
    {
      YdRow *head = g_ptr_array_index (self->heads, i);
      const gboolean says = has_role (row[i]);

      self->n_roles += says;
      if (mine != NULL && head != NULL)
        {
          yd_role_table_add (self->table, self->transposed ? head : mine,
                             self->transposed ? mine : head, row[i]);
          self->n_cells++;
        }
      else if (says)
        {
          self->n_cells++;
          if (mine == NULL)
            note_unknown (self, self->transposed, label);
          if (head == NULL)
            note_unknown (self, !self->transposed, self->head[i]);
        }
    }
}

/* A list of tasks names units too: its first task looks like heads, and the next ones say units
 * where a table says roles. One name alone may stand in any list of tasks.
 */
static gboolean
is_table (Reader *self,
          guint   behind,
          guint   n_rows)
{
  const guint n_words = self->table->words->len;

  if (self->n_heads < 2)
    return self->n_cells > 0 && n_words == 0;
  if (behind == n_rows)
    return behind == 1 && self->first == 1;

  return self->n_cells + self->n_rows > 0 && n_words <= self->n_roles;
}

/**
 * yd_role_table_read:
 * @self: a table
 * @rows: (element-type GStrv): cells, as they were copied elsewhere
 *
 * Reads a table that has units at the heads of columns and points at those of rows, or the
 * other way round; whatever else stands in it, such as a title, bands and totals, is left alone.
 * A row that ends early says nothing of what is beyond.
 *
 * Returns: whether it is such a table
 */
gboolean
yd_role_table_read (YdRoleTable *self,
                    GPtrArray   *rows)
{
  g_autoptr(GHashTable) points = list_names (self->plan);
  g_autoptr(GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) heads = g_ptr_array_new ();
  Reader reader = { self, points, units, heads };
  const guint behind = find_heads (&reader, rows);

  for (guint i = behind; behind > 0 && i < rows->len; i++)
    read_row (&reader, g_ptr_array_index (rows, i));

  return is_table (&reader, behind, rows->len);
}

/* Returns: whether there is nothing but roles in @rows, and at least one */
gboolean
yd_role_table_is_block (GPtrArray *rows)
{
  gboolean some = FALSE;
  YdRole role;

  for (guint i = 0; i < rows->len; i++)
    for (GStrv cell = g_ptr_array_index (rows, i); *cell != NULL; cell++)
      {
        const Says says = read_cell (*cell, &role);

        if (says == SAYS_OTHER)
          return FALSE;
        some = some || says == SAYS_SOME || role != YD_ROLE_NONE;
      }

  return some;
}
