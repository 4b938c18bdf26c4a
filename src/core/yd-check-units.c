/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is found of the units of a plan: who they are, how they are written, how much they have. */

/* A share is large from so many points on, when it is also a third of all and so many times
 * that of the unit in the middle.
 */
#define LOAD_MIN_POINTS 10
#define LOAD_TIMES      5

/* Names */

/* Returns: whether @name mixes widths as no Chinese name does */
static gboolean
is_mixed_width (const char *name)
{
  gboolean chinese = FALSE, half = FALSE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (u == 0x3000 || (u >= 0xff10 && u <= 0xff5a && g_unichar_isalnum (u)))
        return TRUE;
      chinese |= u >= 0x4e00 && u <= 0x9fff;
      half |= u < 0x80 && strchr ("()[]<>,;: ", (int) u) != NULL;
    }

  return chinese && half;
}

/* Writes what offices shorten in one way: 办公室 → 办, 委员会 → 委. Brackets and blanks go. */
static gunichar *
fold_name (const char *name,
           long       *n_chars)
{
  static const char * const shorter[][2] = { { "办公室", "办" }, { "委员会", "委" } };
  g_autofree char *wide = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) text = g_string_new (wide);

  for (gsize i = 0; i < G_N_ELEMENTS (shorter); i++)
    g_string_replace (text, shorter[i][0], shorter[i][1], 0);
  g_string_replace (text, " ", "", 0);

  return g_utf8_to_ucs4_fast (text->str, -1, n_chars);
}

typedef struct
{
  YdRow    *unit;
  gunichar *name;               /* folded */
  long     n_chars;
} Form;

static void
clear_form (Form *form)
{
  g_free (form->name);
}

/* By first and last character, then by length: only such can be short for each other. */
static int
compare_forms (gconstpointer a,
               gconstpointer b)
{
  const Form *x = a, *y = b;

  if (x->name[0] != y->name[0])
    return x->name[0] < y->name[0] ? -1 : 1;
  if (x->name[x->n_chars - 1] != y->name[y->n_chars - 1])
    return x->name[x->n_chars - 1] < y->name[y->n_chars - 1] ? -1 : 1;

  return (x->n_chars > y->n_chars) - (x->n_chars < y->n_chars);
}

static gboolean
have_same_ends (const Form *a,
                const Form *b)
{
  return a->name[0] == b->name[0] && a->name[a->n_chars - 1] == b->name[b->n_chars - 1];
}

/* What a full name has and a short one leaves out as a piece: 工商行政管理局, 国土资源局. Other
 * pieces make another unit: 农业机械局 is not 农业局, 市委农办 not 市委办. One character may go:
 * 教育局, 教局.
 */
static gboolean
is_left_out (const gunichar *piece,
             long            n_chars)
{
  static const char * const pieces[] = {
    "行政管理", "监督管理", "事业管理", "管理", "行政", "资源", "事务", "工作",
  };
  g_autofree char *text = g_ucs4_to_utf8 (piece, n_chars, NULL, NULL, NULL);

  if (n_chars == 1)
    return piece[-1] != 0x59d4 && piece[-1] != 0x5e9c;  /* 委, 府 */

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_strcmp0 (text, pieces[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: whether @whole is @part with one piece put in; then where, and how long it is */
static gboolean
has_one_piece_more (const Form *part,
                    const Form *whole,
                    long       *start,
                    long       *n_chars)
{
  long n = 0, tail = 0;

  while (n < part->n_chars && part->name[n] == whole->name[n])
    n++;
  while (tail < part->n_chars - n &&
         part->name[part->n_chars - 1 - tail] == whole->name[whole->n_chars - 1 - tail])
    tail++;

  *start = n;
  *n_chars = whole->n_chars - part->n_chars;

  return n + tail == part->n_chars;
}

/* Returns: whether @part may be short for @whole: all its characters come in it, in their order,
 *   and what is left out says nothing of its own */
static gboolean
is_short_for (const Form *part,
              const Form *whole)
{
  long n = 0, start, n_chars;

  for (long i = 0; i < whole->n_chars && n < part->n_chars; i++)
    n += whole->name[i] == part->name[n];

  if (n < part->n_chars)
    return FALSE;

  return part->n_chars == whole->n_chars ||
         !has_one_piece_more (part, whole, &start, &n_chars) ||
         is_left_out (whole->name + start, n_chars);
}

/* A name of three characters and more: 市财局 is one, 办 is none. */
static void
compare_with_longer (YdCheck *self,
                     GArray  *forms,
                     guint    n)
{
  const Form *part = &g_array_index (forms, Form, n);

  for (guint i = n + 1; part->n_chars >= 3 && i < forms->len; i++)
    {
      const Form *whole = &g_array_index (forms, Form, i);
      const char *name = yd_row_get_cell (part->unit, YD_UNIT_NAME);
      const char *other = yd_row_get_cell (whole->unit, YD_UNIT_NAME);

      if (!have_same_ends (part, whole))
        return;
      if (!g_str_equal (name, other) && is_short_for (part, whole))
        _yd_check_find (self, "unit-forms", part->unit, name,
                        _("“%s” and “%s” may be one unit. If so, merge them."), name, other);
    }
}

static void
check_forms (YdCheck   *self,
             GPtrArray *units)
{
  g_autoptr(GArray) forms = g_array_new (FALSE, FALSE, sizeof (Form));

  g_array_set_clear_func (forms, (GDestroyNotify) clear_form);
  for (guint i = 0; i < units->len; i++)
    {
      Form form = { g_ptr_array_index (units, i) };

      form.name = fold_name (yd_row_get_cell (form.unit, YD_UNIT_NAME), &form.n_chars);
      if (form.n_chars > 0)
        g_array_append_val (forms, form);
      else
        clear_form (&form);
    }

  g_array_sort (forms, compare_forms);
  for (guint i = 0; i < forms->len; i++)
    compare_with_longer (self, forms, i);
}

/* How much they have */

typedef struct
{
  GHashTable *n_points;         /* unit → points for which it leads or answers */
  GHashTable *used;             /* units that answer in any way, and members */
  guint       n_assigned;       /* points with units */
} Loads;

static void
count_assignment (YdCheck *self,
                  Loads   *loads,
                  YdRow   *assignment)
{
  YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (loads->n_points, unit));

  if (unit == NULL)
    return;

  g_hash_table_add (loads->used, unit);
  if (!_yd_check_cell_is (assignment, YD_ASSIGNMENT_ROLE, "support"))
    g_hash_table_insert (loads->n_points, unit, GUINT_TO_POINTER (n + 1));
}

static void
count_loads (YdCheck *self,
             Loads   *loads)
{
  YdSpace *space = YD_SPACE (self->plan);
  g_autoptr(GPtrArray) assignments = yd_space_list_rows (space, YD_KIND_ASSIGNMENT);
  g_autoptr(GPtrArray) members = yd_space_list_rows (space, YD_KIND_MEMBER);
  g_autoptr(GHashTable) points = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      YdRow *assignment = g_ptr_array_index (assignments, i);

      if (!yd_space_is_live (space, assignment))
        continue;
      count_assignment (self, loads, assignment);
      g_hash_table_add (points, yd_row_get_home (assignment));
    }
  loads->n_assigned = g_hash_table_size (points);

  for (guint i = 0; i < members->len; i++)
    if (yd_space_is_live (space, g_ptr_array_index (members, i)))
      g_hash_table_add (loads->used,
                        yd_space_lookup (space, YD_KIND_UNIT,
                                         yd_row_get_cell (g_ptr_array_index (members, i),
                                                          YD_MEMBER_UNIT)));
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (*(const guint *) a > *(const guint *) b) - (*(const guint *) a < *(const guint *) b);
}

/* Returns: how many points the unit in the middle has */
static guint
get_median (const Loads *loads)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, loads->n_points);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_append_vals (numbers, &(guint) { GPOINTER_TO_UINT (value) }, 1);
  g_array_sort (numbers, compare_numbers);

  return numbers->len > 0 ? g_array_index (numbers, guint, numbers->len / 2) : 0;
}

static gboolean
is_group (YdRow *unit)
{
  return _yd_check_cell_is (unit, YD_UNIT_KIND, "group");
}

static void
check_load (YdCheck     *self,
            YdRow       *unit,
            const Loads *loads,
            guint        median)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (loads->n_points, unit));
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (!is_group (unit) && n >= LOAD_MIN_POINTS && n * 3 > loads->n_assigned &&
      n >= LOAD_TIMES * median)
    _yd_check_find (self, "unit-load", unit, name,
                    _("“%s” answers for %u of %u points, most units for %u. See whether it can."),
                    name, n, loads->n_assigned, median);
}

static void
check_loads (YdCheck   *self,
             GPtrArray *units)
{
  Loads loads = { g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };
  guint median;

  count_loads (self, &loads);
  median = get_median (&loads);

  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (units, i);
      const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

      check_load (self, unit, &loads, median);
      if (!g_hash_table_contains (loads.used, unit))
        _yd_check_find (self, "unit-unused", unit, name,
                        _("“%s” answers for nothing. Take it out, or assign something."), name);
    }

  g_hash_table_unref (loads.n_points);
  g_hash_table_unref (loads.used);
}

/* Each by itself */

static void
check_unit (YdCheck    *self,
            YdRow      *unit,
            GHashTable *names)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (yd_row_get_flag (unit, YD_UNIT_VAGUE))
    _yd_check_find (self, "vague-unit", unit, name,
                    _("“%s” does not say who. Name the units, or accept it as it is."), name);
  else if (is_group (unit) && g_list_model_get_n_items (yd_row_get_rows (unit,
                                                                          YD_KIND_MEMBER)) == 0)
    _yd_check_find (self, "no-members", unit, name,
                    _("The group “%s” has no members yet, so it counts as one."), name);

  if (!g_hash_table_add (names, (char *) name))
    _yd_check_find (self, "unit-twice", unit, name,
                    _("“%s” is there twice. Merge the two."), name);
  if (is_mixed_width (name))
    _yd_check_find (self, "mixed-width", unit, name,
                    _("“%s” mixes full-width and half-width characters, or has spaces."), name);
}

static GPtrArray *
list_units (YdPlan *plan)
{
  GListModel *model = yd_plan_get_units (plan);
  guint n = g_list_model_get_n_items (model);
  GPtrArray *units = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (units, g_list_model_get_item (model, i));

  return units;
}

void
_yd_check_units (YdCheck *self)
{
  g_autoptr(GPtrArray) units = list_units (self->plan);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    check_unit (self, g_ptr_array_index (units, i), names);

  check_forms (self, units);
  check_loads (self, units);
  if (self->directory != NULL)
    _yd_check_directory (self, units);
}
