/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-list.h"

#include "yd-office.h"
#include "yd-test-gtk.h"
#include "yd-test-script.h"
#include "yd-unit-picker.h"

/* The plan has two units; the office knows one of them under the same name, three more, one of
 * which has ended, and one that is another name of a fourth.
 */
#define PLAN "+plan plan title=计划 issued=2017-06-01; +unit u name=市财政局; +unit v name=市教育局"
#define OFFICE \
  "+unit a name=市财政局; +unit b name=市水务局 short=水务局; +unit c name=市林业局; " \
  "+unit d name=市商业局 to=2016-12-31; +unit e name=市水利局 merged=b"

typedef struct
{
  const char *typed;
  guint       n_found;
  const char *taken;            /* the first of them: `+` before a name that the plan has not */
} Case;

static const Case cases[] = {
  { "", 2, "市财政局" },
  { "财政", 2, "市财政局" },            /* and a new unit of just that name */
  { "水务", 2, "+市水务局" },
  { "市水务局", 1, "+市水务局" },
  { "slyj", 1, "+市林业局" },
  { "市商业局", 1, "+市商业局" },        /* ended: a new name like any other */
  { "市水利局", 1, "+市水利局" },
  { "xyz", 1, "+xyz" },
};

static void
picked_cb (YdUnitList *list,
           YdRow      *unit,
           char      **taken)
{
  *taken = g_strdup (yd_row_get_cell (unit, YD_UNIT_NAME));
}

static void
named_cb (YdUnitList *list,
          const char *name,
          char      **taken)
{
  *taken = g_strconcat ("+", name, NULL);
}

static void
test_offers (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("a-plan");
  g_autoptr(YdOffice) office = yd_office_new ("an-office");
  g_autoptr(YdDirectory) directory = NULL;
  YdUnitList *list = g_object_ref_sink (YD_UNIT_LIST (yd_unit_list_new ()));
  char *taken = NULL;

  yd_test_script_must (YD_SPACE (plan), PLAN);
  yd_test_script_must (YD_SPACE (office), OFFICE);
  directory = yd_directory_new (office);
  yd_unit_list_set_plan (list, plan);
  yd_unit_list_set_names (list, TRUE);
  yd_unit_list_set_directory (list, directory, yd_day_parse ("2017-06-01"));
  g_signal_connect (list, "picked", G_CALLBACK (picked_cb), &taken);
  g_signal_connect (list, "named", G_CALLBACK (named_cb), &taken);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      yd_unit_list_set_typed (list, cases[i].typed);
      g_assert_cmpuint (yd_unit_list_get_found (list), ==, cases[i].n_found);
      g_assert_true (yd_unit_list_take (list));
      g_assert_cmpstr (taken, ==, cases[i].taken);
      g_clear_pointer (&taken, g_free);
    }

  /* Where no unit is made, none is offered. */
  yd_unit_list_set_names (list, FALSE);
  yd_unit_list_set_typed (list, "水务");
  g_assert_cmpuint (yd_unit_list_get_found (list), ==, 0);
  g_object_unref (list);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

/* In the popover as in a line of its own: who assigns is offered what the office knows. */
static void
test_picker (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("a-plan");
  g_autoptr(YdOffice) office = yd_office_new ("an-office");
  g_autoptr(YdDirectory) directory = NULL;
  char *taken = NULL;

  yd_test_script_must (YD_SPACE (plan), PLAN);
  yd_test_script_must (YD_SPACE (office), OFFICE);
  directory = yd_directory_new (office);
  for (guint assigns = 0; assigns < 2; assigns++)
    {
      YdUnitPicker *picker = g_object_ref_sink (YD_UNIT_PICKER (yd_unit_picker_new (assigns == 1)));
      GtkWidget *entry = find_entry (GTK_WIDGET (picker));

      yd_unit_picker_set_plan (picker, plan);
      yd_unit_picker_set_directory (picker, directory, yd_day_parse ("2017-06-01"));
      g_signal_connect (picker, "named", G_CALLBACK (named_cb), &taken);
      gtk_editable_set_text (GTK_EDITABLE (entry), "slyj");
      g_signal_emit_by_name (entry, "search-changed");
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpstr (taken, ==, assigns == 1 ? "+市林业局" : NULL);
      g_clear_pointer (&taken, g_free);
      g_object_unref (picker);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add_func ("/unit-list/offers", test_offers);
  g_test_add_func ("/unit-list/picker", test_picker);

  return g_test_run ();
}
