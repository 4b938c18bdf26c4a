/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-office.h"
#include "yd-space-loader.h"
#include "yd-test-mirror.h"
#include "yd-test-random.h"
#include "yd-test-space.h"

#include <string.h>

/* Whatever stands on disk comes up somehow, and what is wrong is listed. */

#define BLOB "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Adds a row from words, `point a order=a parent=b`; all but `deleted` are null. */
static void
add_row (YdSpaceLoader *loader,
         const char    *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  GRefString *cells[YD_MAX_FIELDS] = { g_ref_string_new ("false") };
  YdKind kind;

  g_assert_true (yd_schema_find_kind (words[0], &kind));
  for (guint i = 2; words[i] != NULL; i++)
    {
      const char *sign = strchr (words[i], '=');
      g_autofree char *name = g_strndup (words[i], sign - words[i]);
      guint field;

      g_assert_true (yd_schema_find_field (words[0], name, &kind, &field));
      g_clear_pointer (&cells[field], g_ref_string_release);
      cells[field] = sign[1] != '\0' ? g_ref_string_new (sign + 1) : NULL;
    }

  yd_space_loader_add (loader, kind, words[1], cells);
}

/* Loads what @rows has between semicolons. */
static GPtrArray *
load (YdSpace    *space,
      const char *rows)
{
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (space);
  g_auto(GStrv) list = g_strsplit (rows, "; ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    add_row (loader, list[i]);

  return yd_space_loader_finish (loader);
}

static char *
describe (GPtrArray *problems)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      YdProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpstr (problem->message, !=, NULL);
      g_string_append_printf (out, "%s%s.%s", i > 0 ? " " : "", problem->id,
                              yd_schema_get_kind (problem->kind)->fields[problem->field].name);
    }

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *path;
  const char *rows;
  const char *problems;         /* id.field */
  const char *points;           /* as the lists show them */
} LoadCase;

static const LoadCase load_cases[] = {
  { "whole",          "point a order=a; point b order=b parent=a; point c order=a parent=a",
                      "", "a=(null)(c=(null) b=(null))" },
  { "child-first",    "point b title=b order=b parent=a; point a title=a order=a", "", "a(b)" },
  { "deleted",        "point a title=a order=a deleted=true; point b title=b order=b parent=a",
                      "", "" },
  { "no-parent",      "point a title=a order=a parent=n", "a.parent", "a" },
  { "bad-value",      "point a title=a order=a days=007", "a.days", "a" },
  { "bad-key",        "point a title=a order=-; point b title=b order=b",
                      "a.order a.order", "b a" },
  { "no-key",         "point a title=a; point b title=b order=b", "a.order", "b a" },
  { "bad-flag",       "point a title=a order=a deleted=maybe", "a.deleted a.deleted", "a" },
  { "no-flag",        "point a title=a order=a deleted=", "a.deleted", "a" },
  { "twice",          "point a title=a order=a; point a title=b order=b", "a.deleted", "a" },
  { "self",           "point a title=a order=a parent=a", "a.parent", "a" },
  { "circle",         "point b title=b order=b parent=a; point c title=c order=c parent=b; "
                      "point a title=a order=a parent=c; point d title=d order=d parent=c",
                      "a.parent", "a(b(c(d)))" },
  { "below-circle",   "point d title=d order=d parent=c; point b title=b order=b parent=c; "
                      "point c title=c order=c parent=b", "b.parent", "b(c(d))" },
  { "bad-id",         "point 要点 order=a; point a title=a order=a", "要点.deleted", "a" },
  { "wrong-space",    "office o name=O; point a title=a order=a", "o.deleted", "a" },
  { "second-head",    "plan p title=P; plan q title=Q", "q.deleted", "" },
  { "office-field",   "unit u name=U phone=1", "u.phone", "" },
  { "no-source",      "point a title=a order=a span=s:0-5", "a.span", "a" },
  { "source",         "point a title=a order=a span=s:0-5; source s blob=" BLOB, "", "a" },
  { "no-unit",        "point a title=a order=a; assignment x point=a unit=u role=lead",
                      "x.unit x.unit", "a" },
  { "no-about",       "remark r about=a text=T", "r.about r.about", "" },
  { "wrong-about",    "remark r about_kind=unit about=a text=T; point a title=a order=a",
                      "r.about r.about", "a" },
};

static void
test_load (gconstpointer data)
{
  const LoadCase *load_case = data;
  YdSpace *space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(GPtrArray) problems = load (space, load_case->rows);
  g_autofree char *described = describe (problems);
  g_autofree char *points = yd_test_dump (space);

  g_assert_cmpstr (described, ==, load_case->problems);
  g_assert_cmpstr (points, ==, load_case->points);
  g_assert_finalize_object (space);
}

static const char *
get_check (YdSpace    *space,
           const char *id)
{
  return yd_row_get_cell (yd_space_lookup (space, YD_KIND_DEPENDENCY, id), YD_DEPENDENCY_CHECK);
}

/* Only what lies on a circle is left out: b → c → b, but neither a → b nor c → d. */
static void
test_dependency_circle (void)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(GPtrArray) problems =
    load (space, "point a order=a; point b order=b; point c order=c; point d order=d; "
                 "dependency ab pred=a succ=b check=confirmed; "
                 "dependency bc pred=b succ=c check=confirmed; "
                 "dependency cb pred=c succ=b check=confirmed; "
                 "dependency cd pred=c succ=d check=confirmed; "
                 "dependency dd pred=d succ=d check=confirmed; "
                 "dependency da pred=d succ=a check=proposed");

  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpstr (get_check (space, "ab"), ==, "confirmed");
  g_assert_cmpstr (get_check (space, "cd"), ==, "confirmed");
  g_assert_cmpstr (get_check (space, "da"), ==, "proposed");
  g_assert_null (get_check (space, "bc"));
  g_assert_null (get_check (space, "cb"));
  g_assert_null (get_check (space, "dd"));
}

static void
test_member_circle (void)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(GPtrArray) problems =
    load (space, "unit a name=A; unit b name=B; unit c name=C; member ab group=a unit=b; "
                 "member ba group=b unit=a; member bc group=b unit=c");
  YdRow *b = yd_space_lookup (space, YD_KIND_UNIT, "b");

  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (yd_row_get_rows (b, YD_KIND_MEMBER)), ==, 1);
}

/* @step tells in which order they come. */
static void
check_deep (guint n,
            guint step)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (space);
  g_autoptr(GPtrArray) problems = NULL;
  GListModel *points = yd_space_get_rows (space, YD_KIND_POINT);

  for (guint i = 0; i < n; i++)
    {
      guint level = i * step % n;
      g_autofree char *row = g_strdup_printf ("point l%03u order=a parent=%s%03d", level,
                                              level > 0 ? "l" : "", (int) level - 1);

      if (level == 0)
        row[strlen (row) - strlen ("-01")] = '\0';
      add_row (loader, row);
    }

  problems = yd_space_loader_finish (loader);
  g_assert_cmpuint (problems->len, ==, (n - 1) / 64);
  g_assert_cmpuint (g_list_model_get_n_items (points), ==, (n - 1) / 64 + 1);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      g_autofree char *id = g_strdup_printf ("l%03u", 64 * i);

      g_assert_cmpstr (yd_row_get_id (point), ==, id);
    }
}

static void
test_deep (void)
{
  const guint sizes[] = { 64, 65, 66, 128, 129, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      check_deep (sizes[i], 1);
      check_deep (sizes[i], sizes[i] - 1);
      check_deep (sizes[i], 7);
    }
}

static GRefString *
make_garbage (void)
{
  static const char * const garbage[] = {
    "", "true", "false", "a", "b", "c", "d", "confirmed", "lead", "point", "unit", "7", "-1",
    "2017-06-01", "2017-02-30", "s:0-5", "s:5-0", "\xff\xfe", "要点", "a/b", BLOB,
  };
  guint i = g_test_rand_int_range (0, G_N_ELEMENTS (garbage) + 4);

  return i < G_N_ELEMENTS (garbage) ? g_ref_string_new (garbage[i]) : NULL;
}

/* Rows of garbage: they load, the lists are right, and edits go on from there. */
static void
test_garbage (void)
{
  for (guint run = 0; run < 300; run++)
    {
      YdSpace *space = run % 2 == 0 ? YD_SPACE (yd_plan_new ("plan"))
                                    : YD_SPACE (yd_office_new ("office"));
      g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (space);
      g_autoptr(GPtrArray) problems = NULL;
      g_autofree char *dump = NULL, *lists = NULL;
      g_autoptr(YdTestMirror) mirror = NULL;

      for (guint i = 0; i < 60; i++)
        {
          YdKind kind = i < 20 ? YD_KIND_POINT : i < 30 ? YD_KIND_UNIT
                                               : (YdKind) g_test_rand_int_range (0, YD_N_KINDS);
          GRefString *cells[YD_MAX_FIELDS] = { NULL };
          char id[] = { g_test_rand_int_range ('a', 'g'), '\0' };

          for (guint f = 0; f < yd_schema_get_kind (kind)->n_fields; f++)
            cells[f] = make_garbage ();
          yd_space_loader_add (loader, kind, id, cells);
        }

      problems = yd_space_loader_finish (loader);
      g_assert_cmpuint (problems->len, >, 0);
      dump = yd_test_dump_rows (space, FALSE);
      lists = yd_test_dump_lists (space);

      mirror = yd_test_mirror_new (space);
      for (guint i = 0; i < 20; i++)
        {
          g_autoptr(YdEdit) edit = yd_test_random_edit (space, i);

          yd_test_mirror_begin_edit (mirror);
          yd_space_apply (space, edit, NULL);
          yd_test_mirror_check (mirror);
        }

      g_clear_pointer (&mirror, yd_test_mirror_free);
      g_clear_pointer (&loader, yd_space_loader_free);
      g_assert_finalize_object (space);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (load_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/loader/", load_cases[i].path, NULL);

      g_test_add_data_func (path, &load_cases[i], test_load);
    }

  g_test_add_func ("/loader/dependency-circle", test_dependency_circle);
  g_test_add_func ("/loader/member-circle", test_member_circle);
  g_test_add_func ("/loader/deep", test_deep);
  g_test_add_func ("/loader/garbage", test_garbage);

  return g_test_run ();
}
