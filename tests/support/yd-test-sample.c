/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-sample.h"

#include "yd-outline-edit.h"
#include "yd-plan-edits.h"
#include "yd-test-script.h"

/* The sample document as a plan, with all that was read taken as true. */

static void
apply (YdPlan *plan,
       YdEdit *edit)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(GError) error = NULL;

  yd_edit_seal (edit, id);
  g_assert_true (yd_space_apply (YD_SPACE (plan), edit, &error));
  g_assert_no_error (error);
}

static void
confirm (YdPlan *plan,
         YdKind  kind)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), kind);
  g_autoptr(YdEdit) edit = yd_plan_edit_confirm_rows (rows);

  apply (plan, edit);
}

/**
 * yd_test_sample_read:
 *
 * Reads the file that YAODIAN_SAMPLE names.
 *
 * Returns: (transfer full): the plan
 */
YdPlan *
yd_test_sample_read (void)
{
  const YdOutlineFacts facts = { NULL };
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = NULL;
  g_autoptr(YdOutline) outline = NULL;
  g_autoptr(YdEdit) edit = NULL;
  char *text;
  gsize n;

  g_assert_true (g_file_get_contents (g_getenv ("YAODIAN_SAMPLE"), &text, &n, &error));
  source = yd_source_new_take ("jingmen-2017.txt", "txt", text, n, &error);
  g_assert_no_error (error);
  outline = yd_outline_parse (source, &error);
  g_assert_no_error (error);
  edit = yd_outline_make_edit (outline, "plan", &facts, &yd_id_system_source);
  apply (plan, edit);

  confirm (plan, YD_KIND_POINT);
  confirm (plan, YD_KIND_ASSIGNMENT);
  confirm (plan, YD_KIND_DEADLINE);

  return g_steal_pointer (&plan);
}

/* Returns: (transfer none): the unit, which must be there */
YdRow *
yd_test_sample_find_unit (YdPlan     *plan,
                          const char *name)
{
  YdRow *unit = yd_plan_find_unit (plan, name);

  g_assert_nonnull (unit);

  return unit;
}

/* Enters the units of these names as members of @group; those that are not there are made. */
void
yd_test_sample_set_members (YdPlan             *plan,
                            const char         *group,
                            const char * const *names)
{
  const char *group_id = yd_row_get_id (yd_test_sample_find_unit (plan, group));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autofree char *script = NULL;
      YdRow *unit = yd_plan_find_unit (plan, names[i]);

      if (unit == NULL)
        {
          g_autofree char *unit_id = yd_id_new (&yd_id_system_source);
          g_autofree char *birth = g_strdup_printf ("+unit %s name=%s", unit_id, names[i]);

          yd_test_script_must (YD_SPACE (plan), birth);
          unit = yd_test_sample_find_unit (plan, names[i]);
        }

      script = g_strdup_printf ("+member %s group=%s unit=%s", id, group_id,
                                yd_row_get_id (unit));
      yd_test_script_must (YD_SPACE (plan), script);
    }
}
