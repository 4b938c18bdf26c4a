/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits.h"

#include <string.h>

#include "yd-test-space.h"

static const YdIdSource *ids = &yd_id_system_source;

static YdPlan *
make_plan (const char *words)
{
  g_autofree char *id = yd_id_new (ids);
  YdPlan *plan = yd_plan_new (id);
  g_auto(GStrv) edits = g_strsplit (words, ";", -1);

  for (guint i = 0; edits[i] != NULL; i++)
    {
      g_autoptr(YdEdit) edit = yd_test_apply (YD_SPACE (plan), edits[i], NULL);

      g_assert_nonnull (edit);
    }

  return plan;
}

static YdPoint *
find (YdPlan     *plan,
      const char *id)
{
  return id != NULL && *id != '\0' ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, id) : NULL;
}

static GPtrArray *
list (YdPlan     *plan,
      const char *letters)
{
  GPtrArray *points = g_ptr_array_new ();

  for (; *letters != '\0'; letters++)
    g_ptr_array_add (points, find (plan, (char[]) { *letters, '\0' }));

  return points;
}

static void
apply (YdPlan *plan,
       YdEdit *edit)
{
  g_autoptr(YdEdit) owned = edit;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = yd_id_new (ids);

  yd_edit_seal (edit, id);
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);
}

static guint
count_changes (YdEdit *edit)
{
  guint n;

  yd_edit_get_changes (edit, &n);

  return n;
}

static void
assert_dump (YdPlan     *plan,
             const char *expected)
{
  g_autofree char *dump = yd_test_dump (YD_SPACE (plan));

  g_assert_cmpstr (dump, ==, expected);
}

/* What is done, to which points; for a move also below and behind which. */
typedef struct
{
  const char *path;
  const char *plan;
  char        what;             /* i indent, o outdent, u up, d down, m move, x delete */
  const char *points;
  const char *parent;
  const char *after;
  const char *expected;
} PlaceCase;

#define PLAN "+a +b<a +c<a +d<a +e +f<e +g"

static const PlaceCase place_cases[] = {
  { "/edits/indent/one",       PLAN, 'i', "c", 0, 0,       "a(b(c) d) e(f) g"    },
  { "/edits/indent/first",     PLAN, 'i', "b", 0, 0,       "a(b c d) e(f) g"     },
  { "/edits/indent/block",     PLAN, 'i', "cd", 0, 0,      "a(b(c d)) e(f) g"    },
  { "/edits/indent/behind",    PLAN, 'i', "e", 0, 0,       "a(b c d e(f)) g"     },
  { "/edits/indent/with-own",  PLAN, 'i', "ef", 0, 0,      "a(b c d e(f)) g"     },
  { "/edits/indent/apart",     PLAN, 'i', "cg", 0, 0,      "a(b(c) d) e(f g)"    },
  { "/edits/outdent/one",      PLAN, 'o', "c", 0, 0,       "a(b d) c e(f) g"     },
  { "/edits/outdent/block",    PLAN, 'o', "bc", 0, 0,      "a(d) b c e(f) g"     },
  { "/edits/outdent/top",      PLAN, 'o', "e", 0, 0,       "a(b c d) e(f) g"     },
  { "/edits/outdent/apart",    PLAN, 'o', "bf", 0, 0,      "a(c d) b e f g"      },
  { "/edits/up/one",           PLAN, 'u', "c", 0, 0,       "a(c b d) e(f) g"     },
  { "/edits/up/block",         PLAN, 'u', "cd", 0, 0,      "a(c d b) e(f) g"     },
  { "/edits/up/gap",           PLAN, 'u', "bd", 0, 0,      "a(b d c) e(f) g"     },
  { "/edits/up/first",         PLAN, 'u', "a", 0, 0,       "a(b c d) e(f) g"     },
  { "/edits/down/one",         PLAN, 'd', "b", 0, 0,       "a(c b d) e(f) g"     },
  { "/edits/down/block",       PLAN, 'd', "bc", 0, 0,      "a(d b c) e(f) g"     },
  { "/edits/down/last",        PLAN, 'd', "d", 0, 0,       "a(b c d) e(f) g"     },
  { "/edits/down/top",         PLAN, 'd', "a", 0, 0,       "e(f) a(b c d) g"     },
  { "/edits/move/into",        PLAN, 'm', "g", "a", "b",   "a(b g c d) e(f)"     },
  { "/edits/move/first",       PLAN, 'm', "g", "a", 0,     "a(g b c d) e(f)"     },
  { "/edits/move/several",     PLAN, 'm', "bf", "", "e",   "a(c d) e b f g"      },
  { "/edits/move/behind-self", PLAN, 'm', "bc", "a", "c",  "a(b c d) e(f) g"     },
  { "/edits/move/turn",        PLAN, 'm', "b", "a", "d",   "a(c d b) e(f) g"     },
  { "/edits/delete/one",       PLAN, 'x', "c", 0, 0,       "a(b d) e(f) g"       },
  { "/edits/delete/with-own",  PLAN, 'x', "ab", 0, 0,      "e(f) g"              },
  { "/edits/place/equal-keys", "+a +b +c;a@z b@z c@zz", 'm', "c", "", "a", "a c b" },
};

static YdEdit *
make_edit (YdPlan          *plan,
           const PlaceCase *test,
           GPtrArray       *points)
{
  switch (test->what)
    {
    case 'i':
      return yd_plan_edit_indent (plan, points, ids);
    case 'o':
      return yd_plan_edit_outdent (plan, points, ids);
    case 'u':
      return yd_plan_edit_move_up (plan, points, ids);
    case 'd':
      return yd_plan_edit_move_down (plan, points, ids);
    case 'x':
      return yd_plan_edit_delete_points (plan, points);
    default:
      return yd_plan_edit_move (plan, points, find (plan, test->parent),
                                find (plan, test->after), ids);
    }
}

/* Each is also taken back. */
static void
test_place (gconstpointer user_data)
{
  const PlaceCase *test = user_data;
  g_autoptr(YdPlan) plan = make_plan (test->plan);
  g_autoptr(GPtrArray) points = list (plan, test->points);
  g_autoptr(YdEdit) edit = make_edit (plan, test, points);
  g_autofree char *before = yd_test_dump (YD_SPACE (plan));

  if (strcmp (before, test->expected) == 0)
    g_assert_cmpuint (count_changes (edit), ==, 0);

  apply (plan, yd_edit_ref (edit));
  assert_dump (plan, test->expected);
  apply (plan, yd_space_invert (YD_SPACE (plan), edit, NULL));
  assert_dump (plan, before);
}

static void
test_below_itself (void)
{
  g_autoptr(YdPlan) plan = make_plan (PLAN);
  g_autoptr(GPtrArray) points = list (plan, "a");
  g_autoptr(YdEdit) edit = yd_plan_edit_move (plan, points, find (plan, "b"), NULL, ids);
  g_autoptr(GError) error = NULL;

  yd_edit_seal (edit, "0190d3a0-0000-7000-8000-000000000001");
  g_assert_false (yd_space_apply (YD_SPACE (plan), edit, &error));
  g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_CYCLE);
}

/* Always at the same place: keys grow and are spaced anew, and none is lost. */
static void
test_add_many (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a +z");
  YdPoint *after = find (plan, "a");
  GListModel *points = yd_plan_get_points (plan);
  gsize longest = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = yd_id_new (ids);
      g_autoptr(YdRow) second = NULL;

      apply (plan, yd_plan_edit_add_point (plan, NULL, after, id, "new", ids));
      second = g_list_model_get_item (points, 1);
      g_assert_cmpstr (yd_row_get_id (second), ==, id);
      longest = MAX (longest, strlen (yd_row_get_cell (second, YD_POINT_ORDER)));
    }

  g_assert_cmpuint (g_list_model_get_n_items (points), ==, 402);
  g_assert_cmpuint (longest, <=, 40);
}

static void
test_add (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a +b<a +e");
  YdPoint *a = find (plan, "a");

  apply (plan, yd_plan_edit_add_point (plan, a, find (plan, "b"), "n1", "", ids));
  apply (plan, yd_plan_edit_add_point (plan, a, NULL, "n2", "Two", ids));
  apply (plan, yd_plan_edit_add_point (plan, NULL, a, "n3", "Three", ids));
  assert_dump (plan, "a(n2=Two b n1=(null)) n3=Three e");
  g_assert_null (yd_row_get_cell (find (plan, "n2"), YD_POINT_PRINTED));
  g_assert_cmpstr (yd_row_get_cell (find (plan, "n2"), YD_POINT_KIND), ==, "section");
  g_assert_cmpstr (yd_row_get_cell (find (plan, "n3"), YD_POINT_KIND), ==, "chapter");
  g_assert_false (yd_plan_is_proposed (find (plan, "n3")));
}

typedef struct
{
  const char *path;
  const char *before;           /* of the chapter before, or "" */
  const char *printed;          /* | between points, - for none, * for a duty */
  const char *expected;
} NumberCase;

static const NumberCase number_cases[] = {
  { "/edits/number/section",  "",       "（一）|-|（二）",  "（一）|（二）|（三）" },
  { "/edits/number/narrow",   "",       "(三)|(一)",        "(一)|(二)"            },
  { "/edits/number/item",     "",       "1.|-",             "1.|2."                },
  { "/edits/number/wide",     "",       "９．|-",           "１．|２．"            },
  { "/edits/number/article",  "",       "第二条|-",         "第一条|第二条"        },
  { "/edits/number/sign",     "",       "②|③|-",            "①|②|③"                },
  { "/edits/number/none",     "",       "-|-",              "（一）|（二）"        },
  { "/edits/number/duty",     "",       "（一）|*|-",       "（一）|*|（二）"      },
  { "/edits/number/run-on",   "7.",     "9.|-",             "8.|9."                },
  { "/edits/number/anew",     "7.",     "1.|-",             "1.|2."                },
};

static void
add_numbered (YdPlan     *plan,
              YdPoint    *parent,
              const char *numbers)
{
  g_auto(GStrv) list = g_strsplit (numbers, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
      g_autofree char *id = yd_id_new (ids);
      g_autofree char *order = yd_id_new (ids);

      order[0] = 'a' + i;
      order[1] = '\0';
      yd_edit_create (edit, YD_KIND_POINT, id);
      yd_edit_put (edit, YD_POINT_PARENT, yd_row_get_id (parent));
      yd_edit_put (edit, YD_POINT_ORDER, order);
      if (*list[i] == '*')
        yd_edit_put (edit, YD_POINT_KIND, "duty");
      else if (*list[i] != '-')
        yd_edit_put (edit, YD_POINT_PRINTED, list[i]);
      apply (plan, g_steal_pointer (&edit));
    }
}

static void
test_number (gconstpointer user_data)
{
  const NumberCase *test = user_data;
  g_autoptr(YdPlan) plan = make_plan ("+a +b");
  YdPoint *chapter = find (plan, "b");
  GListModel *points = yd_point_get_children (chapter);
  g_autoptr(GString) out = g_string_new (NULL);

  if (*test->before != '\0')
    add_numbered (plan, find (plan, "a"), test->before);
  add_numbered (plan, chapter, test->printed);
  apply (plan, yd_plan_edit_renumber (plan, chapter));

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);

      g_string_append_printf (out, i > 0 ? "|%s" : "%s", printed != NULL ? printed : "*");
    }
  g_assert_cmpstr (out->str, ==, test->expected);
}

static void
test_rename (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a");
  g_autoptr(YdEdit) same = yd_plan_edit_rename (find (plan, "a"), "a");
  YdEdit *edit = yd_plan_edit_rename (find (plan, "a"), "New");

  g_assert_cmpuint (count_changes (same), ==, 0);
  g_assert_cmpstr (yd_edit_get_act (edit), ==, "point.rename");
  apply (plan, edit);
  assert_dump (plan, "a=New");
  apply (plan, yd_plan_edit_set_text (find (plan, "a"), "Text"));
  apply (plan, yd_plan_edit_set_text (find (plan, "a"), ""));
  g_assert_null (yd_row_get_cell (find (plan, "a"), YD_POINT_TEXT));
}

/* What somebody else wrote meanwhile is not written over. */
static void
test_set_seen (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a");
  YdPoint *point = find (plan, "a");
  g_autoptr(YdEdit) same = yd_plan_edit_set_seen (point, YD_POINT_TITLE, "a", "a", "point.rename");
  g_autoptr(YdEdit) late = yd_plan_edit_set_seen (point, YD_POINT_TITLE, "a", "Late",
                                                  "point.rename");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = yd_id_new (ids);

  g_assert_cmpuint (count_changes (same), ==, 0);
  apply (plan, yd_plan_edit_set_seen (point, YD_POINT_TITLE, "a", "New", "point.rename"));
  assert_dump (plan, "a=New");

  yd_edit_seal (late, id);
  g_assert_false (yd_space_apply (YD_SPACE (plan), late, &error));
  g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_STALE);
  assert_dump (plan, "a=New");

  apply (plan, yd_plan_edit_set_seen (point, YD_POINT_TEXT, NULL, "", "point.text"));
  g_assert_null (yd_row_get_cell (point, YD_POINT_TEXT));
}

static YdRow *
get_assignment (YdPoint *point,
                guint    i)
{
  g_autoptr(YdRow) row = g_list_model_get_item (yd_point_get_assignments (point), i);

  return row;
}

static void
test_assign (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a +b");
  g_autoptr(GPtrArray) both = list (plan, "ab");
  g_autoptr(GPtrArray) one = list (plan, "a");
  YdPoint *a = find (plan, "a");
  YdRow *unit, *row;

  apply (plan, yd_plan_edit_assign_new (plan, both, "u", "市财政局", "responsible", ids));
  unit = yd_plan_find_unit (plan, "市财政局");
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (a)), ==, 1);
  row = get_assignment (a, 0);
  g_assert_true (yd_plan_get_unit_of (plan, row) == unit);

  /* Assigned once more it gets the role, and is not there twice. */
  apply (plan, yd_plan_edit_assign (plan, one, unit, "lead", ids));
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (a)), ==, 1);
  g_assert_cmpstr (yd_row_get_cell (row, YD_ASSIGNMENT_ROLE), ==, "lead");
  apply (plan, yd_plan_edit_set_role (row, "support"));
  g_assert_cmpstr (yd_row_get_cell (row, YD_ASSIGNMENT_ROLE), ==, "support");

  /* The row that was deleted comes back. */
  apply (plan, yd_plan_edit_unassign (row));
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (a)), ==, 0);
  apply (plan, yd_plan_edit_assign (plan, one, unit, "lead", ids));
  g_assert_true (get_assignment (a, 0) == row);
  g_assert_cmpstr (yd_row_get_cell (row, YD_ASSIGNMENT_ROLE), ==, "lead");
}

/* What is made from selected text keeps where it stood; what was there keeps its own. */
static void
test_quote (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a +b +c");
  g_autoptr(GPtrArray) one = list (plan, "a");
  g_autoptr(GPtrArray) both = list (plan, "ab");
  g_autofree char *blob = g_strnfill (64, 'a');
  YdEdit *edit = yd_edit_new ("test", NULL);

  yd_edit_create (edit, YD_KIND_SOURCE, "s");
  yd_edit_put (edit, YD_SOURCE_BLOB, blob);
  apply (plan, edit);

  /* With siblings on either side, whose keys may change in the same edit. */
  edit = yd_plan_edit_add_point (plan, NULL, find (plan, "a"), "n", "New", ids);
  yd_plan_edit_quote_point (edit, "n", "All of it", "s:5-9");
  apply (plan, edit);
  assert_dump (plan, "a n=New b c");
  g_assert_cmpstr (yd_row_get_cell (find (plan, "n"), YD_POINT_SPAN), ==, "s:5-9");
  g_assert_cmpstr (yd_row_get_cell (find (plan, "n"), YD_POINT_TEXT), ==, "All of it");

  edit = yd_plan_edit_assign_new (plan, one, "u", "市财政局", "responsible", ids);
  yd_plan_edit_quote_assignments (edit, "财政局", "s:1-4");
  apply (plan, edit);
  edit = yd_plan_edit_assign (plan, both, yd_plan_find_unit (plan, "市财政局"), "lead", ids);
  yd_plan_edit_quote_assignments (edit, "市财政局", "s:6-9");
  apply (plan, edit);

  g_assert_cmpstr (yd_row_get_cell (get_assignment (find (plan, "a"), 0), YD_ASSIGNMENT_WORDS), ==,
                   "财政局");
  g_assert_cmpstr (yd_row_get_cell (get_assignment (find (plan, "a"), 0), YD_ASSIGNMENT_SPAN), ==,
                   "s:1-4");
  g_assert_cmpstr (yd_row_get_cell (get_assignment (find (plan, "b"), 0), YD_ASSIGNMENT_SPAN), ==,
                   "s:6-9");
}

static void
test_deadline (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a");
  const YdDeadlineTerms date = { .rule = "date", .value = "2017-06-30" };
  const YdDeadlineTerms after = { .rule = "after", .n = 15, .measure = "workdays",
                                  .anchor = "received", .first = TRUE };
  YdPoint *a = find (plan, "a");
  g_autoptr(YdRow) row = NULL;
  g_autoptr(YdEdit) same = NULL;

  apply (plan, yd_plan_edit_add_deadline (a, "d", "stated", &date, "6月底前", ids));
  row = g_list_model_get_item (yd_point_get_deadlines (a), 0);
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_VALUE), ==, "2017-06-30");
  same = yd_plan_edit_edit_deadline (row, &date);
  g_assert_cmpuint (count_changes (same), ==, 0);

  apply (plan, yd_plan_edit_edit_deadline (row, &after));
  g_assert_null (yd_row_get_cell (row, YD_DEADLINE_VALUE));
  g_assert_cmpint (yd_row_get_int (row, YD_DEADLINE_N, 0), ==, 15);
  g_assert_true (yd_row_get_flag (row, YD_DEADLINE_FIRST));
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_WORDS), ==, "6月底前");

  apply (plan, yd_plan_edit_delete_deadline (row));
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_deadlines (a)), ==, 0);
}

static void
test_remark (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a");
  YdRow *row;

  apply (plan, yd_plan_edit_add_remark (find (plan, "a"), "r", "note", "ask"));
  row = yd_space_lookup (YD_SPACE (plan), YD_KIND_REMARK, "r");
  g_assert_true (yd_space_is_live (YD_SPACE (plan), row));
  g_assert_cmpstr (yd_row_get_cell (row, YD_REMARK_TEXT), ==, "ask");
}

/* Orders that stand at no point: one that says before which point, and three that name
 * none, of which two were read in the text of a point.
 */
static void
add_loose_orders (YdEdit *edit)
{
  const struct { const char *id, *pred, *span; } orders[] = {
    { "o", "a", NULL }, { "p", NULL, "s:12-14" }, { "q", NULL, "s:25-28" },
    { "r", NULL, "s:90-95" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      yd_edit_create (edit, YD_KIND_DEPENDENCY, orders[i].id);
      if (orders[i].pred != NULL)
        yd_edit_put (edit, YD_DEPENDENCY_PRED, orders[i].pred);
      if (orders[i].span != NULL)
        yd_edit_put (edit, YD_DEPENDENCY_SPAN, orders[i].span);
      yd_edit_put (edit, YD_DEPENDENCY_CHECK, "proposed");
      yd_edit_put (edit, YD_DEPENDENCY_SURE, "50");
    }
}

static void
place_in_source (YdEdit *edit)
{
  const char *blob = "0000000000000000000000000000000000000000000000000000000000000000";
  const struct { const char *id, *span; } points[] = {
    { "a", "s:0-10" }, { "c", "s:10-20" }, { "e", "s:20-30" },
  };

  yd_edit_create (edit, YD_KIND_SOURCE, "s");
  yd_edit_put (edit, YD_SOURCE_BLOB, blob);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    yd_edit_change (edit, YD_KIND_POINT, points[i].id, YD_POINT_SPAN, NULL, points[i].span);
}

/* Proposed: point a with two units of which one is sure, point c below it with one,
 * point e with one, and orders that stand at none of them.
 */
static YdPlan *
make_proposed (void)
{
  YdPlan *plan = make_plan ("+a +c<a +e");
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  const struct { const char *point, *unit, *sure; } facts[] = {
    { "a", "u", "95" }, { "a", "v", "60" }, { "c", "u", "90" }, { "e", "u", "90" },
  };
  const char *points = "ace";

  for (const char *unit = "uv"; *unit != '\0'; unit++)
    {
      yd_edit_create (edit, YD_KIND_UNIT, (char[]) { *unit, '\0' });
      yd_edit_put (edit, YD_UNIT_NAME, (char[]) { *unit, '\0' });
    }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, facts[i].point, facts[i].unit,
                                                NULL);

      yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
      yd_edit_put (edit, YD_ASSIGNMENT_POINT, facts[i].point);
      yd_edit_put (edit, YD_ASSIGNMENT_UNIT, facts[i].unit);
      yd_edit_put (edit, YD_ASSIGNMENT_ROLE, "lead");
      yd_edit_put (edit, YD_ASSIGNMENT_CHECK, "proposed");
      yd_edit_put (edit, YD_ASSIGNMENT_SURE, facts[i].sure);
    }
  for (; *points != '\0'; points++)
    yd_edit_change (edit, YD_KIND_POINT, (char[]) { *points, '\0' }, YD_POINT_CHECK, NULL,
                    "proposed");
  place_in_source (edit);
  add_loose_orders (edit);
  apply (plan, g_steal_pointer (&edit));

  return plan;
}

typedef struct
{
  const char *path;
  const char *points;           /* NULL for all */
  gboolean    below;
  guint       min_sure;
  guint       n_confirmed;
} ConfirmCase;

static const ConfirmCase confirm_cases[] = {
  { "/edits/confirm/all",      NULL, FALSE, 0,  11 },
  { "/edits/confirm/sure",     NULL, FALSE, 90, 6 },
  { "/edits/confirm/surest",   NULL, FALSE, 95, 4 },
  { "/edits/confirm/point",    "a",  FALSE, 0,  4 },
  { "/edits/confirm/chapter",  "a",  TRUE,  0,  7 },
  { "/edits/confirm/several",  "ce", FALSE, 0,  6 },
  { "/edits/confirm/end",      "e",  FALSE, 0,  3 },
  { "/edits/confirm/nothing",  "",   TRUE,  0,  0 },
};

static void
test_confirm (gconstpointer user_data)
{
  const ConfirmCase *test = user_data;
  g_autoptr(YdPlan) plan = make_proposed ();
  g_autoptr(GPtrArray) points = test->points != NULL ? list (plan, test->points) : NULL;
  YdEdit *edit = yd_plan_edit_confirm_points (plan, points, test->below, test->min_sure);

  g_assert_cmpuint (count_changes (edit), ==, test->n_confirmed);
  apply (plan, edit);
}

static void
test_judge (void)
{
  g_autoptr(YdPlan) plan = make_proposed ();
  YdPoint *a = find (plan, "a");
  YdRow *first = get_assignment (a, 0), *second = get_assignment (a, 1);

  apply (plan, yd_plan_edit_confirm (first));
  g_assert_false (yd_plan_is_proposed (first));
  apply (plan, yd_plan_edit_refuse (second));
  g_assert_cmpstr (yd_row_get_cell (second, YD_ASSIGNMENT_CHECK), ==, "refused");
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (a)), ==, 1);

  /* To correct a thing is to have looked at it. */
  apply (plan, yd_plan_edit_rename (a, "A"));
  g_assert_false (yd_plan_is_proposed (a));
}

static YdNewPoint *
add_new (GPtrArray  *points,
         guint       level,
         const char *title)
{
  YdNewPoint *point = yd_new_point_new (level);

  point->title = g_strdup (title);
  g_ptr_array_add (points, point);

  return point;
}

static GPtrArray *
new_points (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) yd_new_point_free);
}

static YdPoint *
find_by_title (GListModel *points,
               const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);

      if (g_strcmp0 (yd_point_get_title (point), title) == 0)
        return point;
    }

  return NULL;
}

/* A name that is there is that unit; a new one is made once; a unit has one role at a point. */
static void
test_paste_facts (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a");
  g_autoptr(GPtrArray) chosen = list (plan, "a");
  g_autoptr(GPtrArray) points = new_points ();
  YdNewPoint *first = add_new (points, 0, "x"), *second = add_new (points, 1, "y");
  YdPoint *x, *y;
  g_autoptr(YdRow) deadline = NULL;
  g_autoptr(YdRow) vague = NULL;

  apply (plan, yd_plan_edit_assign_new (plan, chosen, "01903a5c-0000-7000-8000-000000000001", "u",
                                        "lead", ids));
  first->units[0] = g_strsplit ("u v", " ", -1);
  first->units[1] = g_strsplit ("v w", " ", -1);
  first->deadline = g_strdup ("2017年6月1日前");
  second->units[2] = g_strsplit ("w", " ", -1);
  second->deadline = g_strdup ("年底前");
  second->text = g_strdup ("text");

  apply (plan, yd_plan_edit_paste (plan, NULL, find (plan, "a"), points, ids));

  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_units (plan)), ==, 3);
  x = find_by_title (yd_plan_get_points (plan), "x");
  y = find_by_title (yd_point_get_children (x), "y");
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (x)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (y)), ==, 1);
  g_assert_cmpstr (yd_row_get_cell (y, YD_POINT_TEXT), ==, "text");

  deadline = g_list_model_get_item (yd_point_get_deadlines (x), 0);
  g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, "2017-06-01");
  g_assert_false (yd_plan_is_proposed (deadline));

  /* What nobody has understood is to be looked at. */
  vague = g_list_model_get_item (yd_point_get_deadlines (y), 0);
  g_assert_cmpstr (yd_row_get_cell (vague, YD_DEADLINE_WORDS), ==, "年底前");
  g_assert_null (yd_row_get_cell (vague, YD_DEADLINE_VALUE));
  g_assert_true (yd_plan_is_proposed (vague));
}

static const struct
{
  const char *words;
  const char *day;      /* NULL: they are not a day */
} day_cases[] = {
  { "2017年12月31日前", "2017-12-31" },
  { "2017年12月31日", "2017-12-31" },
  { "2017-1-2", "2017-01-02" },
  { "2017/01/02", "2017-01-02" },
  { "2017.1.2", "2017-01-02" },
  { "2017年2月30日前", NULL },
  { "2017年12月底前", NULL },
  { "6月底前", NULL },
  { "每年12月31日前", NULL },
  { "2017-12-31起", NULL },
};

static void
test_paste_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      g_autoptr(YdPlan) plan = make_plan ("+a");
      g_autoptr(GPtrArray) points = new_points ();
      g_autoptr(YdRow) deadline = NULL;

      add_new (points, 0, "x")->deadline = g_strdup (day_cases[i].words);
      apply (plan, yd_plan_edit_paste (plan, NULL, NULL, points, ids));
      deadline = g_list_model_get_item (
        yd_point_get_deadlines (find_by_title (yd_plan_get_points (plan), "x")), 0);
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, day_cases[i].day);
    }
}

/* However often and wherever it is pasted, all stand in order, with keys that stay short. */
static void
test_paste_many (void)
{
  g_autoptr(YdPlan) plan = make_plan ("+a +b");

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(GPtrArray) points = new_points ();

      for (guint j = 0; j < 40; j++)
        {
          g_autofree char *title = g_strdup_printf ("%u", j);

          add_new (points, 0, title);
        }
      apply (plan, yd_plan_edit_paste (plan, NULL, find (plan, "a"), points, ids));
      for (guint j = 0; j < 40; j++)
        {
          g_autofree char *title = g_strdup_printf ("%u", j);
          g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (plan), j + 1);

          g_assert_cmpstr (yd_point_get_title (point), ==, title);
          g_assert_cmpuint (strlen (yd_row_get_cell (point, YD_POINT_ORDER)), <, 60);
        }
    }
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_points (plan)), ==, 30 * 40 + 2);
}

/* Those that were looked at before stay as they are. */
static void
test_confirm_rows (void)
{
  g_autoptr(YdPlan) plan = make_proposed ();
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  YdPoint *a = find (plan, "a");
  YdRow *first = get_assignment (a, 0), *second = get_assignment (a, 1);
  YdEdit *edit;

  apply (plan, yd_plan_edit_confirm (first));
  g_ptr_array_add (rows, a);
  g_ptr_array_add (rows, first);
  g_ptr_array_add (rows, second);
  edit = yd_plan_edit_confirm_rows (rows);
  g_assert_cmpuint (count_changes (edit), ==, 2);
  apply (plan, edit);
  g_assert_false (yd_plan_is_proposed (a));
  g_assert_false (yd_plan_is_proposed (second));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (place_cases); i++)
    g_test_add_data_func (place_cases[i].path, &place_cases[i], test_place);
  for (guint i = 0; i < G_N_ELEMENTS (number_cases); i++)
    g_test_add_data_func (number_cases[i].path, &number_cases[i], test_number);
  for (guint i = 0; i < G_N_ELEMENTS (confirm_cases); i++)
    g_test_add_data_func (confirm_cases[i].path, &confirm_cases[i], test_confirm);
  g_test_add_func ("/edits/move/below-itself", test_below_itself);
  g_test_add_func ("/edits/add/places", test_add);
  g_test_add_func ("/edits/add/many", test_add_many);
  g_test_add_func ("/edits/rename", test_rename);
  g_test_add_func ("/edits/set-seen", test_set_seen);
  g_test_add_func ("/edits/assign", test_assign);
  g_test_add_func ("/edits/quote", test_quote);
  g_test_add_func ("/edits/deadline", test_deadline);
  g_test_add_func ("/edits/paste/facts", test_paste_facts);
  g_test_add_func ("/edits/paste/days", test_paste_days);
  g_test_add_func ("/edits/paste/many", test_paste_many);
  g_test_add_func ("/edits/remark", test_remark);
  g_test_add_func ("/edits/judge", test_judge);
  g_test_add_func ("/edits/confirm-rows", test_confirm_rows);

  return g_test_run ();
}
