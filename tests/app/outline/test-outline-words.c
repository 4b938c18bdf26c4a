/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-words.h"
#include "yd-plan-edits.h"
#include "yd-point-number.h"
#include "yd-test-script.h"

/* What a row of the outline says of a point. */

#define SCRIPT "+point a order=a; +point b parent=a order=a; +point c parent=a order=b"

/* @edit: (transfer full) */
static void
apply (YdPlan *plan,
       YdEdit *edit)
{
  g_autoptr(YdEdit) applied = edit;
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(GError) error = NULL;

  yd_edit_seal (applied, id);
  yd_space_apply (YD_SPACE (plan), applied, &error);
  g_assert_no_error (error);
}

static void
test_words (void)
{
  const YdDeadlineTerms terms = { .rule = "date", .value = "2017-10-31" };
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (SCRIPT);
  g_autoptr(GPtrArray) points = yd_test_script_list_points (plan, "c");
  YdPoint *point = g_ptr_array_index (points, 0);
  g_auto(YdCellWords) units = { NULL }, deadline = { NULL };
  g_autoptr(YdSchedule) schedule = NULL;
  g_autofree char *number = NULL;
  gboolean computed;

  apply (plan, yd_plan_edit_assign_new (plan, points, "u", "甲", "responsible",
                                        &yd_id_system_source));
  apply (plan, yd_plan_edit_assign_new (plan, points, "v", "乙", "lead", &yd_id_system_source));
  apply (plan, yd_plan_edit_add_deadline (point, "d1", "internal", &terms, NULL,
                                          &yd_id_system_source));

  yd_outline_say_units (plan, point, &units);
  g_assert_cmpstr (units.mark, ==, "lead");
  g_assert_cmpstr (units.text, ==, "乙");
  g_assert_cmpstr (units.tail, ==, "2 units in all");

  schedule = yd_test_script_new_schedule (plan, "2018-07-01");
  yd_outline_say_deadline (schedule, point, &deadline);
  g_assert_cmpstr (deadline.text, ==, "2017-10-31");
  g_assert_cmpstr (deadline.tail, ==, "Internal");

  number = yd_point_number_dup (plan, point, &computed);
  g_assert_true (computed);
  g_assert_cmpstr (number, ==, "（二）");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/words", test_words);

  return g_test_run ();
}
