/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

/* What comes before what. That it does not go round in a circle is for the space to see. */

static const guint term_fields[] = {
  YD_DEPENDENCY_PRED, YD_DEPENDENCY_SUCC, YD_DEPENDENCY_TYPE, YD_DEPENDENCY_LAG,
  YD_DEPENDENCY_MEASURE,
};

/* Without a lag nothing is counted, so there is nothing to count it in. */
static GPtrArray *
list_terms (const YdDependencyTerms *terms)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (values, g_strdup (terms->pred));
  g_ptr_array_add (values, g_strdup (terms->succ));
  g_ptr_array_add (values, g_strdup (terms->type));
  g_ptr_array_add (values, terms->lag != 0 ? g_strdup_printf ("%d", terms->lag) : NULL);
  g_ptr_array_add (values, terms->lag != 0 ? g_strdup (terms->measure) : NULL);

  return values;
}

/**
 * yd_plan_edit_add_dependency:
 * @id: the id of the new dependency
 * @terms: what it says
 *
 * A dependency that a person knows of: no words of the document stand for it.
 */
YdEdit *
yd_plan_edit_add_dependency (const char              *id,
                             const YdDependencyTerms *terms)
{
  YdEdit *edit = yd_edit_new ("dependency.add", NULL);
  g_autoptr(GPtrArray) values = list_terms (terms);

  yd_edit_create (edit, YD_KIND_DEPENDENCY, id);
  for (guint i = 0; i < G_N_ELEMENTS (term_fields); i++)
    yd_edit_put (edit, term_fields[i], g_ptr_array_index (values, i));
  yd_edit_put (edit, YD_DEPENDENCY_CHECK, "confirmed");
  yd_edit_put_int (edit, YD_DEPENDENCY_SURE, 100);

  return edit;
}

/* The words of the document stay: they are what was corrected. */
YdEdit *
yd_plan_edit_edit_dependency (YdRow                   *dependency,
                              const YdDependencyTerms *terms)
{
  YdEdit *edit = yd_edit_new ("dependency.edit", NULL);
  g_autoptr(GPtrArray) values = list_terms (terms);

  for (guint i = 0; i < G_N_ELEMENTS (term_fields); i++)
    _yd_plan_edits_set (edit, dependency, term_fields[i], g_ptr_array_index (values, i));
  _yd_plan_edits_confirm (edit, dependency);

  return edit;
}
