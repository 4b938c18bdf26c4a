/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-directory-edits.h"
#include "yd-directory-link.h"
#include "yd-office-edits.h"
#include "yd-order.h"
#include "yd-plan-edits.h"

#include <string.h>

/* The directory of an office: names in all their forms, the reform of 2018, groups, and how a
 * plan is tied to it.
 */

static gint64
get_msec (gpointer user_data)
{
  static gint64 msec = 1500000000000;

  return msec++;
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint8 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = next++;
}

static const YdIdSource ids = { get_msec, get_random, NULL };

static guint
apply (gpointer  space,
       YdEdit   *edit)
{
  static int n_edits;
  g_autofree char *id = g_strdup_printf ("e%d", n_edits++);
  GError *error = NULL;
  guint n;

  yd_edit_seal (edit, id);
  yd_edit_get_changes (edit, &n);
  yd_space_apply (space, edit, &error);
  g_assert_no_error (error);
  yd_edit_unref (edit);

  return n;
}

static YdDay
day (const char *text)
{
  return text != NULL ? yd_day_parse (text) : YD_DAY_NONE;
}

/* A unit has the id that follows from its first name, so that a test can be read. */
static const char *
id_of (const char *name)
{
  g_autofree char *id = yd_space_derive_id (YD_KIND_ALIAS, name, NULL);

  return g_intern_string (id);
}

static YdRow *
row (gpointer    space,
     const char *name)
{
  YdRow *found = yd_space_lookup (space, YD_KIND_UNIT, id_of (name));

  g_assert_nonnull (found);

  return found;
}

static void
add (YdOffice   *office,
     const char *name,
     const char *kind,
     const char *full,
     const char *short_name)
{
  const YdUnitTerms terms = { .name = name, .kind = kind, .full = full,
                              .short_name = short_name };

  apply (office, yd_office_edit_add_unit (office, id_of (name), &terms, &ids));
}

static void
add_member (YdOffice   *office,
            const char *group,
            const char *unit,
            const char *from,
            const char *to)
{
  g_autofree char *id = yd_id_new (&ids);

  apply (office, yd_office_edit_add_member (office, id, row (office, group), row (office, unit),
                                            day (from), day (to)));
}

static void
succeed (YdOffice   *office,
         const char *name,
         const char *from,
         const char *first,
         ...)
{
  g_autoptr(GPtrArray) units = g_ptr_array_new ();
  YdRow *known = yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, id_of (name));
  va_list args;

  va_start (args, first);
  for (const char *id = first; id != NULL; id = va_arg (args, const char *))
    g_ptr_array_add (units, row (office, id));
  va_end (args);

  apply (office, known != NULL
                 ? yd_office_edit_succeed (office, units, known, day (from), &ids)
                 : yd_office_edit_succeed_new (office, units, id_of (name), name, day (from),
                                               &ids));
}

/* DOMAIN.md §6.3: the office after the reform, with what it was before. */
static YdOffice *
make_office (void)
{
  YdOffice *office = yd_office_new ("o");
  GError *error = NULL;
  YdEdit *edit = yd_office_edit_birth ("o", "办公室", &error);

  g_assert_no_error (error);
  apply (office, edit);

  add (office, "市财政局", "department", "荆门市财政局", "财政局");
  add (office, "市国税局", "vertical", "荆门市国家税务局", NULL);
  add (office, "市地税局", "vertical", "荆门市地方税务局", NULL);
  add (office, "市国土局", NULL, "荆门市国土资源局", NULL);
  add (office, "京山县", "county", NULL, NULL);
  add (office, "东宝区", "county", NULL, NULL);
  add (office, "漳河新区", "zone", NULL, NULL);
  add (office, "各县市区", "group", NULL, NULL);
  add (office, "市直各部门", "group", NULL, NULL);
  add (office, "各地各部门", "group", NULL, NULL);
  add_member (office, "各县市区", "京山县", NULL, NULL);
  add_member (office, "各县市区", "东宝区", NULL, NULL);
  add_member (office, "各县市区", "漳河新区", "2012-01-01", NULL);
  add_member (office, "市直各部门", "市财政局", NULL, NULL);
  add_member (office, "市直各部门", "市国税局", NULL, NULL);
  add_member (office, "市直各部门", "市地税局", NULL, NULL);
  add_member (office, "市直各部门", "市国土局", NULL, NULL);
  add_member (office, "各地各部门", "各县市区", NULL, NULL);
  add_member (office, "各地各部门", "市直各部门", NULL, NULL);
  apply (office, yd_office_edit_add_alias (office, row (office, "各县市区"), "各县(市、区)"));

  succeed (office, "市税务局", "2018-07-05", "市国税局", "市地税局", NULL);
  succeed (office, "市自然资源和规划局", "2019-01-20", "市国土局", NULL);
  succeed (office, "京山市", "2018-02-24", "京山县", NULL);

  return office;
}

static const struct
{
  const char *name, *on, *unit;
  YdNameForm  form;
  gboolean    former;
} match_cases[] = {
  { "市财政局",         "2017-06-01", "市财政局",   YD_NAME_OWN,   FALSE },
  { "荆门市财政局",     "2017-06-01", "市财政局",   YD_NAME_FULL,  FALSE },
  { "财政局",           NULL,         "市财政局",   YD_NAME_SHORT, FALSE },
  { "市 财政局",        NULL,         "市财政局",   YD_NAME_OWN,   FALSE },
  { "各县（市、区）",   "2017-06-01", "各县市区",   YD_NAME_ALIAS, FALSE },
  { "各县〔市、区〕",   "2017-06-01", "各县市区",   YD_NAME_ALIAS, FALSE },
  { "市国税局",         "2017-06-01", "市国税局",   YD_NAME_OWN,   FALSE },
  { "市国税局",         "2018-07-04", "市国税局",   YD_NAME_OWN,   FALSE },
  { "市国税局",         "2018-07-05", "市国税局",   YD_NAME_OWN,   TRUE  },
  { "荆门市国家税务局", "2019-03-01", "市国税局",   YD_NAME_FULL,  TRUE  },
  { "市税务局",         "2019-03-01", "市税务局",   YD_NAME_OWN,   FALSE },
  { "市税务局",         "2017-06-01", "市税务局",   YD_NAME_OWN,   TRUE  },
  { "市林业局",         "2017-06-01", NULL,         YD_NAME_NONE,  FALSE },
  { "",                 "2017-06-01", NULL,         YD_NAME_NONE,  FALSE },
  { NULL,               "2017-06-01", NULL,         YD_NAME_NONE,  FALSE },
};

static void
test_match (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = yd_directory_new (office);

  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      const YdNameMatch match = yd_directory_match (directory, match_cases[i].name,
                                                    day (match_cases[i].on));

      g_assert_cmpstr (match.unit != NULL ? match.unit->name : NULL, ==, match_cases[i].unit);
      g_assert_cmpint (match.form, ==, match_cases[i].form);
      g_assert_cmpint (match.former, ==, match_cases[i].former);
      g_assert_false (match.doubtful);
    }
}

/* A name that two have says nothing, unless only one of them was there. */
static void
test_doubtful (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = NULL;

  add (office, "市林业局", "department", NULL, "林业局");
  add (office, "市林业局二", "department", NULL, "林业局");
  apply (office, yd_office_edit_set_days (row (office, "市林业局"), YD_DAY_NONE,
                                          day ("2018-12-31")));
  directory = yd_directory_new (office);

  g_assert_true (yd_directory_match (directory, "林业局", day ("2017-01-01")).doubtful);
  g_assert_false (yd_directory_match (directory, "林业局", day ("2019-01-01")).doubtful);
  g_assert_cmpstr (yd_directory_match (directory, "林业局", day ("2019-01-01")).unit->name, ==,
                   "市林业局二");
}

static char *
join (GPtrArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (units, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", unit->name);
    }
  g_ptr_array_unref (units);

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *group, *on, *members;
  gboolean    deep;
} member_cases[] = {
  { "各县市区",   "2017-06-01", "京山县 东宝区 漳河新区", FALSE },
  { "各县市区",   "2010-06-01", "京山县 东宝区", FALSE },
  { "各县市区",   "2018-02-23", "京山县 东宝区 漳河新区", FALSE },
  { "各县市区",   "2018-02-24", "东宝区 漳河新区 京山市", FALSE },
  { "市直各部门", "2017-06-01", "市财政局 市国税局 市地税局 市国土局", FALSE },
  { "市直各部门", "2018-12-01", "市财政局 市国土局 市税务局", FALSE },
  { "市直各部门", "2019-12-01", "市财政局 市税务局 市自然资源和规划局", FALSE },
  { "各地各部门", "2019-12-01", "各县市区 市直各部门", FALSE },
  { "各地各部门", "2019-12-01",
    "东宝区 漳河新区 京山市 市财政局 市税务局 市自然资源和规划局", TRUE },
};

static void
test_members (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = yd_directory_new (office);

  for (guint i = 0; i < G_N_ELEMENTS (member_cases); i++)
    {
      const YdDirectoryUnit *group = yd_directory_lookup (directory,
                                                          id_of (member_cases[i].group));
      g_autofree char *members =
        join (yd_directory_list_members (directory, group, day (member_cases[i].on),
                                         member_cases[i].deep));

      g_assert_cmpstr (members, ==, member_cases[i].members);
    }
}

/* Several at once, by any of their names, each once; who is unknown becomes a unit. */
static void
test_add_members (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(GPtrArray) members = NULL;
  g_autofree char *names = NULL;
  YdNameMatch match;

  apply (office, yd_office_edit_add_members (office, row (office, "各县市区"),
                                             "沙洋县、东宝区、漳河新区，财政局；市财政局、沙洋县、各县市区",
                                             &ids));
  directory = yd_directory_new (office);
  members = yd_directory_list_members (directory, yd_directory_lookup (directory,
                                                                       id_of ("各县市区")),
                                       day ("2019-12-01"), FALSE);
  names = join (g_steal_pointer (&members));
  g_assert_cmpstr (names, ==, "东宝区 漳河新区 京山市 沙洋县 市财政局");
  match = yd_directory_match (directory, "沙洋县", YD_DAY_NONE);
  g_assert_cmpstr (match.unit->kind, ==, "county");
}

/* Who only said that a unit has a successor has not said so of its groups. */
static void
test_heir (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = NULL;
  g_autofree char *members = NULL;
  g_autofree char *former = NULL;

  add (office, "市银监分局", "vertical", NULL, NULL);
  add (office, "市银保监分局", "vertical", NULL, NULL);
  add_member (office, "市直各部门", "市银监分局", NULL, NULL);
  apply (office, yd_plan_edit_set (row (office, "市银监分局"), YD_UNIT_TO, "2018-12-16",
                                   "unit.edit"));
  apply (office, yd_plan_edit_set (row (office, "市银监分局"), YD_UNIT_SUCCESSOR, id_of ("市银保监分局"),
                                   "unit.edit"));
  directory = yd_directory_new (office);

  members = join (yd_directory_list_members (directory,
                                             yd_directory_lookup (directory, id_of ("市直各部门")),
                                             day ("2019-12-01"), FALSE));
  g_assert_nonnull (strstr (members, "市银保监分局"));
  g_assert_null (strstr (members, "市银监分局"));

  former = join (yd_directory_list_former (directory,
                                           yd_directory_lookup (directory, id_of ("市税务局"))));
  g_assert_cmpstr (former, ==, "市国税局 市地税局");
}

/* Rows stay; what points to the one is read as the other, and it can be undone. */
static void
test_merge (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = NULL;
  g_autofree char *members = NULL;

  add (office, "财政局一", "department", NULL, NULL);
  add_member (office, "市直各部门", "财政局一", NULL, NULL);
  g_assert_cmpuint (apply (office, yd_office_edit_merge (office, row (office, "财政局一"),
                                                         row (office, "市财政局"))), ==, 1);
  /* The other way round it would be a circle. */
  g_assert_cmpuint (apply (office, yd_office_edit_merge (office, row (office, "市财政局"),
                                                         row (office, "财政局一"))), ==, 0);
  directory = yd_directory_new (office);

  g_assert_cmpstr (yd_directory_match (directory, "财政局一", day ("2017-06-01")).unit->name, ==,
                   "市财政局");
  g_assert_cmpstr (yd_directory_read_through (directory, id_of ("财政局一"))->name, ==, "市财政局");
  members = join (yd_directory_list_members (directory,
                                             yd_directory_lookup (directory, id_of ("市直各部门")),
                                             day ("2017-06-01"), FALSE));
  g_assert_cmpstr (members, ==, "市财政局 市国税局 市地税局 市国土局");

  apply (office, yd_office_edit_part (row (office, "财政局一")));
  g_clear_pointer (&directory, yd_directory_unref);
  directory = yd_directory_new (office);
  g_assert_cmpstr (yd_directory_match (directory, "财政局一", YD_DAY_NONE).unit->name, ==,
                   "财政局一");
}

/* A file from elsewhere may say that each is the other. */
static void
test_circles (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = NULL;

  apply (office, yd_plan_edit_set (row (office, "东宝区"), YD_UNIT_MERGED, id_of ("漳河新区"), "x"));
  apply (office, yd_plan_edit_set (row (office, "漳河新区"), YD_UNIT_MERGED, id_of ("东宝区"), "x"));
  apply (office, yd_plan_edit_set (row (office, "市财政局"), YD_UNIT_MERGED, id_of ("市财政局"), "x"));
  apply (office, yd_plan_edit_set (row (office, "市国税局"), YD_UNIT_SUCCESSOR, id_of ("市地税局"), "x"));
  apply (office, yd_plan_edit_set (row (office, "市地税局"), YD_UNIT_SUCCESSOR, id_of ("市国税局"), "x"));
  directory = yd_directory_new (office);

  g_assert_nonnull (yd_directory_read_through (directory, id_of ("东宝区")));
  g_assert_null (yd_directory_unit_get_heir (yd_directory_lookup (directory, id_of ("市国税局")),
                                             day ("2019-01-01")));
  g_assert_cmpuint (apply (office, yd_office_edit_set_parent (office, row (office, "东宝区"),
                                                              row (office, "东宝区"))), ==, 0);
}

static void
test_delete (void)
{
  g_autoptr(YdOffice) office = make_office ();

  g_assert_cmpuint (apply (office, yd_office_edit_delete_unit (office, row (office, "东宝区"))),
                    ==, 0);
  g_assert_cmpuint (apply (office, yd_office_edit_delete_unit (office, row (office, "市国税局"))),
                    ==, 0);
  add (office, "市林业局", NULL, NULL, NULL);
  g_assert_cmpuint (apply (office, yd_office_edit_delete_unit (office, row (office, "市林业局"))),
                    ==, 1);
}

/* What undo takes back: the state, row by row. */
static void
test_undo (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(GPtrArray) units = g_ptr_array_new ();
  g_autoptr(YdDirectory) directory = NULL;
  g_autofree char *members = NULL;
  YdEdit *edit, *inverse;
  guint n_left;

  g_ptr_array_add (units, row (office, "市财政局"));
  edit = yd_office_edit_succeed_new (office, units, id_of ("财政新局"), "财政新局", day ("2020-01-01"),
                                     &ids);
  yd_edit_ref (edit);
  apply (office, edit);
  inverse = yd_space_invert (YD_SPACE (office), edit, &n_left);
  g_assert_cmpuint (n_left, ==, 0);
  apply (office, inverse);
  yd_edit_unref (edit);

  directory = yd_directory_new (office);
  members = join (yd_directory_list_members (directory,
                                             yd_directory_lookup (directory, id_of ("市直各部门")),
                                             day ("2020-12-01"), FALSE));
  g_assert_cmpstr (members, ==, "市财政局 市税务局 市自然资源和规划局");
}

/* Plans */

static YdPlan *
make_plan (const char *issued,
           ...)
{
  YdPlan *plan = yd_plan_new ("p");
  YdEdit *edit = yd_edit_new ("plan.new", NULL);
  va_list args;
  guint n = 0;

  yd_edit_create (edit, YD_KIND_PLAN, "p");
  yd_edit_put (edit, YD_PLAN_TITLE, "要点");
  yd_edit_put (edit, YD_PLAN_ISSUED, issued);

  va_start (args, issued);
  for (const char *name; (name = va_arg (args, const char *)) != NULL; )
    {
      g_autofree char *order = yd_order_nth (n++, 99, &ids);

      yd_edit_create (edit, YD_KIND_UNIT, id_of (name));
      yd_edit_put (edit, YD_UNIT_NAME, name);
      yd_edit_put (edit, YD_UNIT_ORDER, order);
      if (g_str_equal (name, "市直相关部门"))
        yd_edit_put (edit, YD_UNIT_VAGUE, "true");
    }
  va_end (args);
  apply (plan, edit);

  return plan;
}

static const char *
get_origin (YdPlan     *plan,
            const char *unit)
{
  const char *origin = yd_row_get_cell (row (plan, unit), YD_UNIT_ORIGIN);

  return origin != NULL && g_str_equal (origin, id_of (unit)) ? unit : origin;
}

static void
test_link (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(YdPlan) plan = make_plan ("2017-06-01", "市国税局", "市财政局", "市林业局", "各县市区",
                                      "市直相关部门", NULL);
  const YdDay on = yd_plan_get_day (plan, YD_DAY_NONE);
  g_autoptr(GPtrArray) unknown = NULL;

  /* Three units: where each comes from, and what kind it is. */
  g_assert_cmpuint (apply (plan, yd_plan_edit_link (plan, directory, on)), ==, 6);
  g_assert_cmpstr (get_origin (plan, "市国税局"), ==, "市国税局");
  g_assert_cmpstr (get_origin (plan, "各县市区"), ==, "各县市区");
  g_assert_cmpstr (get_origin (plan, "市林业局"), ==, NULL);
  g_assert_cmpstr (yd_row_get_cell (row (plan, "市国税局"), YD_UNIT_KIND), ==, "vertical");
  g_assert_cmpuint (apply (plan, yd_plan_edit_link (plan, directory, on)), ==, 0);

  unknown = yd_plan_list_unknown (plan, directory, on);
  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_cmpstr (yd_row_get_cell (g_ptr_array_index (unknown, 0), YD_UNIT_NAME), ==,
                   "市林业局");

  /* The plan goes on to show who it was. */
  g_assert_cmpstr (yd_directory_resolve (directory, row (plan, "市国税局"), on).unit->name, ==,
                   "市国税局");
  g_assert_false (yd_directory_resolve (directory, row (plan, "市国税局"), on).former);
  g_assert_true (yd_directory_resolve (directory, row (plan, "市国税局"),
                                       day ("2019-01-01")).former);
}

static char *
dup_members (YdPlan     *plan,
             const char *group)
{
  GListModel *members = yd_row_get_rows (row (plan, group), YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (members);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);
      YdRow *unit = yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT,
                                     yd_row_get_cell (member, YD_MEMBER_UNIT));

      g_ptr_array_add (names, (gpointer) yd_row_get_cell (unit, YD_UNIT_NAME));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

/* The members of the day of the plan; entering them twice changes nothing. */
static void
test_enter (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(YdPlan) plan = make_plan ("2017-06-01", "市财政局", "市直各部门", "各地各部门", NULL);
  const YdDay on = yd_plan_get_day (plan, YD_DAY_NONE);
  g_autoptr(GPtrArray) groups = yd_plan_list_open_groups (plan, directory, on);
  g_autofree char *members = NULL;
  g_autofree char *nested = NULL;

  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpuint (apply (plan, yd_plan_edit_enter_members (plan, groups, directory, on, &ids)),
                    >, 0);
  members = dup_members (plan, "市直各部门");
  g_assert_cmpstr (members, ==, "市财政局 市国税局 市地税局 市国土局");
  nested = dup_members (plan, "各地各部门");
  g_assert_cmpstr (nested, ==, "各县市区 市直各部门");

  /* 3 + 市国税局 市地税局 市国土局 各县市区 京山县 东宝区 漳河新区 */
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_units (plan)), ==, 10);
  g_assert_cmpuint (apply (plan, yd_plan_edit_enter_members (plan, groups, directory, on, &ids)),
                    ==, 0);

  g_clear_pointer (&groups, g_ptr_array_unref);
  groups = yd_plan_list_open_groups (plan, directory, on);
  g_assert_cmpuint (groups->len, ==, 0);
}

/* A unit that is added in a plan is known at once. */
static void
test_know (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(YdPlan) plan = make_plan ("2019-06-01", "市财政局", NULL);
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  YdEdit *edit = yd_plan_edit_assign_new (plan, points, id_of ("荆门市税务局"), "荆门市税务局", "lead", &ids);

  yd_plan_edit_know_units (edit, directory, day ("2019-06-01"));
  apply (plan, edit);
  g_assert_cmpstr (get_origin (plan, "荆门市税务局"), ==, NULL);

  edit = yd_plan_edit_assign_new (plan, points, id_of ("市税务局"), "市税务局", "lead", &ids);
  yd_plan_edit_know_units (edit, directory, day ("2019-06-01"));
  apply (plan, edit);
  g_assert_cmpstr (get_origin (plan, "市税务局"), ==, "市税务局");
  g_assert_cmpstr (yd_row_get_cell (row (plan, "市税务局"), YD_UNIT_KIND), ==, "vertical");
}

static void
test_take_over (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdPlan) plan = make_plan ("2017-06-01", "市财政局", "市林业局", "高新区", "各有关单位",
                                      "市直相关部门", "市委农办", NULL);
  const YdDay on = yd_plan_get_day (plan, YD_DAY_NONE);
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(GPtrArray) unknown = yd_plan_list_unknown (plan, directory, on);
  YdEdit *edit;

  g_assert_cmpuint (unknown->len, ==, 4);
  edit = yd_edit_new ("member.add", NULL);
  yd_edit_create (edit, YD_KIND_MEMBER, "m");
  yd_edit_put (edit, YD_MEMBER_GROUP, id_of ("各有关单位"));
  yd_edit_put (edit, YD_MEMBER_UNIT, id_of ("市财政局"));
  apply (plan, edit);
  g_ptr_array_add (unknown, g_object_ref (row (plan, "市财政局")));

  apply (office, yd_office_edit_take_over (office, plan, unknown, on, &ids));
  yd_directory_unref (g_steal_pointer (&directory));
  directory = yd_directory_new (office);
  g_assert_cmpstr (yd_directory_match (directory, "市委农办", on).unit->kind, ==, "party");
  g_assert_cmpstr (yd_directory_match (directory, "高新区", on).unit->kind, ==, "zone");
  g_assert_cmpstr (yd_directory_match (directory, "市林业局", on).unit->kind, ==, "department");
  g_assert_null (yd_directory_match (directory, "市直相关部门", on).unit);
  g_assert_cmpuint (yd_directory_match (directory, "各有关单位", on).unit->members->len, ==, 1);

  g_ptr_array_set_size (unknown, 0);
  g_clear_pointer (&unknown, g_ptr_array_unref);
  unknown = yd_plan_list_unknown (plan, directory, on);
  g_assert_cmpuint (unknown->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/directory/match", test_match);
  g_test_add_func ("/directory/doubtful", test_doubtful);
  g_test_add_func ("/directory/members", test_members);
  g_test_add_func ("/directory/add-members", test_add_members);
  g_test_add_func ("/directory/heir", test_heir);
  g_test_add_func ("/directory/merge", test_merge);
  g_test_add_func ("/directory/circles", test_circles);
  g_test_add_func ("/directory/delete", test_delete);
  g_test_add_func ("/directory/undo", test_undo);
  g_test_add_func ("/directory/link", test_link);
  g_test_add_func ("/directory/enter", test_enter);
  g_test_add_func ("/directory/know", test_know);
  g_test_add_func ("/directory/take-over", test_take_over);

  return g_test_run ();
}
