/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-edits.h"
#include "yd-outline-edit.h"
#include "yd-outline.h"

/* The facts of the sample that DOMAIN.md §6.2 counted by hand. */

static YdOutline *
read_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "jingmen-2017.txt", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = NULL;
  YdOutline *outline;
  char *text;
  gsize n;

  g_assert_true (g_file_get_contents (path, &text, &n, &error));
  source = yd_source_new_take ("jingmen-2017.txt", "txt", text, n, &error);
  g_assert_no_error (error);
  outline = yd_outline_parse (source, &error);
  g_assert_no_error (error);

  return outline;
}

static void
test_head (void)
{
  g_autoptr(YdOutline) outline = read_sample ();

  g_assert_cmpstr (yd_outline_get_title (outline), ==, "2017年全市政务公开工作要点");
  g_assert_cmpstr (yd_outline_get_issuer (outline), ==, "荆门市人民政府办公室");
  g_assert_cmpstr (yd_outline_get_issued (outline), ==, "2017-06-01");
  g_assert_null (yd_outline_get_number (outline));
}

static void
test_counts (void)
{
  g_autoptr(YdOutline) outline = read_sample ();
  g_autoptr(GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_points, n_assignments;
  const YdOutlinePoint *points = yd_outline_get_points (outline, &n_points);
  const YdOutlineAssignment *at = yd_outline_get_assignments (outline, &n_assignments);
  guint kinds[YD_OUTLINE_ROW + 1] = { 0 };
  guint on_sections = 0;
  guint leads = 0;

  for (guint i = 0; i < n_points; i++)
    kinds[points[i].kind]++;

  g_assert_cmpuint (kinds[YD_OUTLINE_CHAPTER], ==, 5);
  g_assert_cmpuint (kinds[YD_OUTLINE_SECTION], ==, 22);
  g_assert_cmpuint (kinds[YD_OUTLINE_DUTY], ==, 1);

  for (guint i = 0; i < n_assignments; i++)
    if (points[at[i].point].kind == YD_OUTLINE_SECTION)
      {
        on_sections++;
        leads += at[i].role == YD_OUTLINE_LEAD;
        g_hash_table_add (units, (gpointer) at[i].unit);
      }

  g_assert_cmpuint (on_sections, ==, 80);
  g_assert_cmpuint (g_hash_table_size (units), ==, 37);
  g_assert_cmpuint (leads, ==, 5);
}

static void
test_deadlines (void)
{
  static const struct
  {
    const char      *path;
    YdOutlineTerm    kind;
    YdOutlineAnchor  anchor;
    const char      *value;
    guint            times;
    const char      *text;
  } cases[] = {
    { "五/(二)", YD_OUTLINE_HOURS, YD_OUTLINE_ANCHOR_EVENT, "5", YD_OUTLINE_NONE, "最迟5小时内" },
    { "五/(二)", YD_OUTLINE_HOURS, YD_OUTLINE_ANCHOR_EVENT, "24", YD_OUTLINE_NONE, "24小时内" },
    { "五/(五)", YD_OUTLINE_WITHIN_YEAR, YD_OUTLINE_ANCHOR_NONE, "2017", 1, "年内至少听取1次" },
    { "*1", YD_OUTLINE_WORKDAYS, YD_OUTLINE_ANCHOR_ISSUED, "30", YD_OUTLINE_NONE,
      "印发后30个工作日内" },
  };
  g_autoptr(YdOutline) outline = read_sample ();
  guint n;
  const YdOutlineDeadline *deadlines = yd_outline_get_deadlines (outline, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = yd_outline_dup_path (outline, deadlines[i].point);

      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpint (deadlines[i].kind, ==, cases[i].kind);
      g_assert_cmpint (deadlines[i].anchor, ==, cases[i].anchor);
      g_assert_cmpstr (deadlines[i].value, ==, cases[i].value);
      g_assert_cmpuint (deadlines[i].times, ==, cases[i].times);
      g_assert_cmpstr (deadlines[i].text, ==, cases[i].text);
    }
}

static void
test_closing (void)
{
  g_autoptr(YdOutline) outline = read_sample ();
  guint n_points, n_assignments;
  const YdOutlinePoint *points = yd_outline_get_points (outline, &n_points);
  const YdOutlineAssignment *at = yd_outline_get_assignments (outline, &n_assignments);

  g_assert_cmpstr (points[n_points - 1].label, ==, "*1");
  g_assert_cmpstr (points[n_points - 1].title, ==, "制定本单位具体实施方案或工作计划");
  g_assert_cmpuint (at[n_assignments - 1].point, ==, n_points - 1);
  g_assert_cmpstr (at[n_assignments - 1].unit, ==, "各地各部门");
  g_assert_true (at[n_assignments - 1].group);
}

static void
test_unplaced (void)
{
  g_autoptr(YdOutline) outline = read_sample ();
  guint n;
  const YdSpan *spans = yd_outline_get_unplaced (outline, &n);
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = yd_source_dup_text (yd_outline_get_source (outline), spans[i]);

      g_assert_null (strstr (text, "负责落实)"));
      sum += spans[i].end - spans[i].start;
    }

  g_assert_cmpuint (sum * 10, <, yd_source_get_n_chars (yd_outline_get_source (outline)));
}

/* Whom the office knows is taken surely, and points to it; the others do not. */
static void
test_directory (void)
{
  static const char * const names[] = { "市财政局", "市国税局", "各县市区" };
  g_autoptr(YdOutline) outline = read_sample ();
  g_autoptr(YdOffice) office = yd_office_new ("00000000-0000-7000-8000-000000000000");
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  YdOutlineFacts facts = { NULL };
  const YdChange *changes;
  const char *unit = NULL;
  guint n, n_sure = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const YdUnitTerms terms = { .name = names[i] };
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autofree char *edit_id = yd_id_new (&yd_id_system_source);
      g_autoptr(YdEdit) add = yd_office_edit_add_unit (office, id, &terms, &yd_id_system_source);

      yd_edit_seal (add, edit_id);
      g_assert_true (yd_space_apply (YD_SPACE (office), add, NULL));
    }

  facts.directory = directory = yd_directory_new (office);
  edit = yd_outline_make_edit (outline, "p", &facts, &yd_id_system_source);
  changes = yd_edit_get_changes (edit, &n);
  for (guint i = 0; i < n; i++)
    {
      if (changes[i].kind == YD_KIND_UNIT && changes[i].field == YD_UNIT_ORIGIN)
        g_hash_table_add (known, changes[i].id);
      if (changes[i].kind != YD_KIND_ASSIGNMENT)
        continue;
      if (changes[i].field == YD_ASSIGNMENT_UNIT)
        unit = changes[i].new_value;
      if (changes[i].field == YD_ASSIGNMENT_SURE && g_hash_table_contains (known, unit))
        n_sure += atoi (changes[i].new_value) >= 98;
    }

  /* 财政局 4, 国税局 2, 各县市区 19 */
  g_assert_cmpuint (g_hash_table_size (known), ==, 3);
  g_assert_cmpuint (n_sure, ==, 25);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/head", test_head);
  g_test_add_func ("/sample/counts", test_counts);
  g_test_add_func ("/sample/deadlines", test_deadlines);
  g_test_add_func ("/sample/closing", test_closing);
  g_test_add_func ("/sample/unplaced", test_unplaced);
  g_test_add_func ("/sample/directory", test_directory);

  return g_test_run ();
}
