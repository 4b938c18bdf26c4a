/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-test-mirror.h"
#include "yd-test-script.h"
#include "yd-test-space.h"

/* How much a space may hold, how deep it may be, and what goes with what. */

static YdSpace *
new_plan (void)
{
  return YD_SPACE (yd_plan_new ("plan"));
}

/* Points @letter1 … @letter<n>, each below the one before, the first below @parent. */
static void
add_chain (YdSpace    *space,
           const char *letter,
           guint       n,
           const char *parent)
{
  g_autoptr(GString) script = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *above = i == 1 ? g_strdup (parent)
                                      : g_strdup_printf ("%s%u", letter, i - 1);

      g_string_append_printf (script, "%s+point %s%u order=a parent=%s", i == 1 ? "" : "; ",
                              letter, i, above);
    }

  yd_test_script_must (space, script->str);
}

static void
assert_refused (YdSpace      *space,
                const char   *script,
                YdSpaceError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_test_script_apply (space, script, &error);

  g_assert_error (error, YD_SPACE_ERROR, (int) code);
}

static void
test_depth (void)
{
  g_autoptr(YdSpace) space = new_plan ();

  add_chain (space, "a", 64, "");
  assert_refused (space, "+point n order=a parent=a64", YD_SPACE_ERROR_LIMIT);
  yd_test_script_must (space, "+point n order=a parent=a63; +point top order=b");
  assert_refused (space, "point n parent=a64", YD_SPACE_ERROR_LIMIT);
  yd_test_script_must (space, "point n parent=top");
}

/* What hangs on a point goes down with it. */
static void
test_depth_moved (void)
{
  g_autoptr(YdSpace) space = new_plan ();

  add_chain (space, "a", 60, "");
  add_chain (space, "b", 5, "");
  assert_refused (space, "point b1 parent=a60", YD_SPACE_ERROR_LIMIT);
  yd_test_script_must (space, "point b1 parent=a59");
  assert_refused (space, "point b1 parent=a60", YD_SPACE_ERROR_LIMIT);
}

/* Else it could not be restored, and would not be the same when it is opened again. */
static void
test_depth_deleted (void)
{
  g_autoptr(YdSpace) space = new_plan ();

  add_chain (space, "a", 60, "");
  add_chain (space, "b", 5, "");
  yd_test_script_must (space, "point b2 deleted=true");
  assert_refused (space, "point b1 parent=a60", YD_SPACE_ERROR_LIMIT);
}

/* One edit may do what its parts could not. */
static void
test_depth_together (void)
{
  g_autoptr(YdSpace) space = new_plan ();

  add_chain (space, "a", 60, "");
  add_chain (space, "b", 6, "");
  yd_test_script_must (space, "point b3 parent=; point b1 parent=a60");
  assert_refused (space, "point b3 parent=b2; +point n order=a parent=b6", YD_SPACE_ERROR_LIMIT);
  yd_test_script_must (space, "point b1 parent=; point b3 parent=b2");
}

/* Going up and down many times does not make it seem deeper than it is. */
static void
test_depth_often (void)
{
  g_autoptr(YdSpace) space = new_plan ();

  add_chain (space, "a", 10, "");
  add_chain (space, "b", 10, "");
  for (guint i = 0; i < 200; i++)
    yd_test_script_must (space, i % 2 == 0 ? "point b1 parent=a10" : "point b1 parent=");
}

static YdEdit *
make_many (YdKind      kind,
           guint       n,
           guint       field,
           const char *value)
{
  YdEdit *edit = yd_edit_new ("test", NULL);

  for (guint i = 0; i < n; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "r%u", i);
      yd_edit_create (edit, kind, id);
      if (field != 0)
        yd_edit_change (edit, kind, id, field, NULL, value);
    }

  yd_edit_seal (edit, "many");

  return edit;
}

typedef struct
{
  const char *path;
  YdKind      kind;
  guint       most;
  guint       field;
  const char *one_more;
} LimitCase;

static const LimitCase limit_cases[] = {
  { "/space/limit/units",  YD_KIND_UNIT, YD_SPACE_MAX_UNITS, YD_UNIT_NAME, "+unit n name=N" },
  { "/space/limit/points", YD_KIND_POINT, YD_SPACE_MAX_POINTS, YD_POINT_ORDER,
    "+point n order=a" },
  { "/space/limit/rows",   YD_KIND_REFERENCE, YD_SPACE_MAX_ROWS, 0, "+reference n" },
};

/* As many as may be are fine, and can be worked with; one more is refused. */
static void
test_limit (gconstpointer data)
{
  const LimitCase *limit = data;
  g_autoptr(YdSpace) space = new_plan ();
  g_autoptr(YdEdit) edit = make_many (limit->kind, limit->most, limit->field, "a");
  g_autoptr(GError) error = NULL;
  g_autofree char *change = g_strdup_printf ("%s r1 deleted=true",
                                             yd_schema_get_kind (limit->kind)->name);

  yd_space_apply (space, edit, &error);
  g_assert_no_error (error);
  assert_refused (space, limit->one_more, YD_SPACE_ERROR_LIMIT);
  yd_test_script_must (space, change);
  g_assert_cmpuint (yd_space_get_n_rows (space, limit->kind), ==, limit->most);
}

typedef struct
{
  YdSpace      *space;
  YdTestMirror *mirror;
  GString      *log;
} Together;

static void
together_begin (Together *self)
{
  self->space = new_plan ();
  yd_test_script_must (self->space, "+unit u name=U; +unit v name=V; +point a order=a; "
                                    "+point b order=b parent=a; +point c order=c");
  yd_test_script_must (self->space, "+assignment = point=c unit=u role=lead order=a; "
                                    "+assignment = point=c unit=v role=support order=b; "
                                    "+assignment = point=b unit=u role=lead");
  yd_test_script_must (self->space, "+dependency d pred=b succ=c check=confirmed; "
                                    "+deadline l point=c unit=u; "
                                    "+postponement p deadline=l until=2017-12-31; "
                                    "+remark r about_kind=dependency about=d text=T; "
                                    "+remark q about_kind=point about=b text=T");
  self->mirror = yd_test_mirror_new (self->space);
  self->log = g_string_new (NULL);
}

static void
together_follow (Together   *self,
                 GListModel *model)
{
  g_signal_connect (model, "items-changed", G_CALLBACK (yd_test_log_changes), self->log);
}

static void
together_end (Together *self)
{
  yd_test_mirror_free (self->mirror);
  g_string_free (self->log, TRUE);
  g_assert_finalize_object (self->space);
}

/* Applies @script and what undoes it, each of which is heard of once. */
static void
assert_together (Together   *self,
                 const char *script,
                 const char *change,
                 const char *inverse_change)
{
  g_autofree char *before = yd_test_dump_lists (self->space);
  g_autofree char *after = NULL;
  g_autoptr(YdEdit) inverse = NULL;
  g_autoptr(YdEdit) edit = NULL;

  g_string_truncate (self->log, 0);
  yd_test_mirror_begin_edit (self->mirror);
  edit = yd_test_script_apply (self->space, script, NULL);
  g_assert_nonnull (edit);
  g_assert_cmpstr (self->log->str, ==, change);
  yd_test_mirror_check (self->mirror);

  g_string_truncate (self->log, 0);
  yd_test_mirror_begin_edit (self->mirror);
  inverse = yd_space_invert (self->space, edit, NULL);
  yd_edit_seal (inverse, "inverse");
  g_assert_true (yd_space_apply (self->space, inverse, NULL));
  g_assert_cmpstr (self->log->str, ==, inverse_change);
  yd_test_mirror_check (self->mirror);

  after = yd_test_dump_lists (self->space);
  g_assert_cmpstr (after, ==, before);
}

static void
test_together (void)
{
  Together self;
  YdRow *c;

  together_begin (&self);
  c = yd_space_lookup (self.space, YD_KIND_POINT, "c");

  /* The unit takes its assignment and the deadline that is only its own. */
  together_follow (&self, yd_row_get_rows (c, YD_KIND_ASSIGNMENT));
  together_follow (&self, yd_row_get_rows (c, YD_KIND_DEADLINE));
  assert_together (&self, "unit u deleted=true", "-0 -0", "+0 +0");
  assert_together (&self, "unit u deleted=true; unit v deleted=true", "0-2+0 -0", "0-0+2 +0");

  together_end (&self);
}

/* However far away: a is deleted, so b is out of sight, so d is, so are the remarks. */
static void
test_together_far (void)
{
  Together self;
  YdRow *c;

  together_begin (&self);
  c = yd_space_lookup (self.space, YD_KIND_POINT, "c");

  together_follow (&self, yd_row_get_rows (c, YD_KIND_DEPENDENCY));
  together_follow (&self, yd_space_get_rows (self.space, YD_KIND_REMARK));
  assert_together (&self, "point a deleted=true", "-0 0-2+0", "+0 0-0+2");
  assert_together (&self, "point a title=A; point c title=C", "", "");

  together_end (&self);
}

/* What is taken out from below a deleted point counts again, and so does what needs it. */
static void
test_together_moved_out (void)
{
  Together self;
  YdRow *c;

  together_begin (&self);
  c = yd_space_lookup (self.space, YD_KIND_POINT, "c");
  yd_test_script_must (self.space, "point a deleted=true");
  together_follow (&self, yd_row_get_rows (c, YD_KIND_DEPENDENCY));
  together_follow (&self, yd_space_get_rows (self.space, YD_KIND_REMARK));

  yd_test_mirror_begin_edit (self.mirror);
  yd_test_script_must (self.space, "point b parent=c");
  g_assert_cmpstr (self.log->str, ==, "+0 0-0+2");
  yd_test_mirror_check (self.mirror);

  together_end (&self);
}

/* A view may keep rows and lists when the space is gone. */
static void
test_outlive (void)
{
  YdSpace *space = new_plan ();
  g_autoptr(YdRow) a = NULL, b = NULL;
  g_autoptr(GListModel) top = NULL, children = NULL;

  yd_test_script_must (space, "+point a order=a title=A; +point b order=b parent=a");
  a = g_object_ref (yd_space_lookup (space, YD_KIND_POINT, "a"));
  b = g_object_ref (yd_space_lookup (space, YD_KIND_POINT, "b"));
  top = g_object_ref (yd_space_get_rows (space, YD_KIND_POINT));
  children = g_object_ref (yd_row_get_rows (a, YD_KIND_POINT));
  g_object_unref (space);

  g_assert_null (yd_row_get_home (b));
  g_assert_cmpstr (yd_row_get_cell (a, YD_POINT_TITLE), ==, "A");
  g_assert_cmpuint (g_list_model_get_n_items (top), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 0);
}

/* Who hears of a change may let go of the space. */
static void
test_dropped_by_handler (void)
{
  YdSpace *space = new_plan ();
  g_autoptr(YdEdit) edit = yd_test_script_make (space, "+point a order=a; +unit u name=U");
  g_autoptr(GListModel) top = g_object_ref (yd_space_get_rows (space, YD_KIND_POINT));

  g_signal_connect_swapped (top, "items-changed", G_CALLBACK (g_object_unref), space);
  g_assert_true (yd_space_apply (space, edit, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (top), ==, 0);
}

/* Cells that make sense only together are left alone together. */
static void
test_invert_merge_unit (void)
{
  g_autoptr(YdSpace) space = new_plan ();
  g_autoptr(YdEdit) mine = NULL;
  g_autoptr(YdEdit) inverse = NULL;
  const YdChange *changes;
  guint n_left, n;

  yd_test_script_must (space, "+point a order=a; +deadline l point=a rule=date value=2017-12-31");
  mine = yd_test_script_apply (space, "deadline l rule=within value= n=10 words=W", NULL);
  yd_test_script_must (space, "deadline l n=20");

  inverse = yd_space_invert (space, mine, &n_left);
  changes = yd_edit_get_changes (inverse, &n);
  g_assert_cmpuint (n_left, ==, 3);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (changes[0].field, ==, YD_DEADLINE_WORDS);
}

static void
test_invert_whole (void)
{
  g_autoptr(YdSpace) space = new_plan ();
  g_autoptr(YdEdit) edit = yd_edit_new ("point.add", NULL);
  g_autoptr(YdEdit) inverse = NULL;

  yd_edit_create (edit, YD_KIND_POINT, "a");
  yd_edit_change (edit, YD_KIND_POINT, "a", YD_POINT_ORDER, NULL, "a");
  yd_edit_set_whole (edit, TRUE);
  yd_edit_seal (edit, "1");
  g_assert_true (yd_space_apply (space, edit, NULL));

  inverse = yd_space_invert (space, edit, NULL);
  g_assert_true (yd_edit_get_whole (inverse));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/space/depth", test_depth);
  g_test_add_func ("/space/depth/moved", test_depth_moved);
  g_test_add_func ("/space/depth/deleted", test_depth_deleted);
  g_test_add_func ("/space/depth/together", test_depth_together);
  g_test_add_func ("/space/depth/often", test_depth_often);
  for (gsize i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    g_test_add_data_func (limit_cases[i].path, &limit_cases[i], test_limit);
  g_test_add_func ("/space/together", test_together);
  g_test_add_func ("/space/together/far", test_together_far);
  g_test_add_func ("/space/together/moved-out", test_together_moved_out);
  g_test_add_func ("/space/outlive", test_outlive);
  g_test_add_func ("/space/dropped-by-handler", test_dropped_by_handler);
  g_test_add_func ("/space/invert/merge-unit", test_invert_merge_unit);
  g_test_add_func ("/space/invert/whole", test_invert_whole);

  return g_test_run ();
}
