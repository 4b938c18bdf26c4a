/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>

/* Two names of a plan that may be one unit: 市财局 and 市财政局. */

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
  long      n_chars;
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

static GArray *
list_forms (GPtrArray *units)
{
  GArray *forms = g_array_new (FALSE, FALSE, sizeof (Form));

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

  return forms;
}

/* Compares one more of @units with the others. Returns: whether there are more */
gboolean
_yd_check_forms (YdCheck   *self,
                 GPtrArray *units)
{
  if (self->forms == NULL)
    self->forms = list_forms (units);
  if (self->n_forms == self->forms->len)
    return FALSE;

  compare_with_longer (self, self->forms, self->n_forms++);

  return TRUE;
}
