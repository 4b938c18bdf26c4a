/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan.h"
#include "yd-test-library.h"

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **got = user_data;

  *got = g_object_ref (result);
}

/* What was asked of its worker holds it until the main loop has heard of it. */
static void
close_library (YdLibrary *library)
{
  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  g_object_unref (library);
  while (library != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A value of NULL drops it. */
static void
keep (YdLibrary   *library,
      const char  *space,
      YdKind       kind,
      const char  *id,
      guint        field,
      const char  *old,
      const char  *value,
      GError     **error)
{
  const YdStoredDraft draft = { kind, (char *) id, field, (char *) old, (char *) value };
  g_autoptr(GAsyncResult) result = NULL;

  yd_library_keep_draft_async (library, space, &draft, kept_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  yd_library_keep_draft_finish (library, result, error);
}

static char *
dump (YdLibrary  *library,
      const char *space)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) drafts = yd_library_list_drafts (library, space, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    {
      const YdStoredDraft *draft = g_ptr_array_index (drafts, i);
      const YdKindInfo *info = yd_schema_get_kind (draft->kind);

      g_string_append_printf (out, "%s%s %s %s: %s > %s", i > 0 ? "; " : "", info->name, draft->id,
                              info->fields[draft->field].name,
                              draft->old != NULL ? draft->old : "-", draft->value);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_dump (YdLibrary  *library,
             const char *space,
             const char *wanted)
{
  g_autofree char *found = dump (library, space);

  g_assert_cmpstr (found, ==, wanted);
}

/* One for each cell, of each plan; what is dropped is gone, the others stay. A program
 * that is started again finds them as they were.
 */
static void
test_keep (YdTestLibrary *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *space;
    YdKind      kind;
    const char *id;
    guint       field;
    const char *old, *value;
    const char *after_p, *after_q;
  } steps[] = {
    { "p", YD_KIND_POINT, "a", YD_POINT_TITLE, NULL, "新", "point a title: - > 新", "" },
    { "p", YD_KIND_POINT, "a", YD_POINT_TITLE, "旧", "新的", "point a title: 旧 > 新的", "" },
    { "q", YD_KIND_POINT, "a", YD_POINT_TITLE, NULL, "", "point a title: 旧 > 新的",
      "point a title: - > " },
    { "p", YD_KIND_POINT, "a", YD_POINT_TEXT, "t", "u\nv",
      "point a text: t > u\nv; point a title: 旧 > 新的", "point a title: - > " },
    { "p", YD_KIND_POINT, "a", YD_POINT_TITLE, "旧", NULL, "point a text: t > u\nv",
      "point a title: - > " },
    { "p", YD_KIND_POINT, "none", YD_POINT_TITLE, NULL, NULL, "point a text: t > u\nv",
      "point a title: - > " },
    { "q", YD_KIND_POINT, "a", YD_POINT_TITLE, NULL, NULL, "point a text: t > u\nv", "" },
  };
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journals[2];
  YdSpace *p = yd_test_make_plan (library, "p", &journals[0]);
  YdSpace *q = yd_test_make_plan (library, "q", &journals[1]);

  g_assert_finalize_object (journals[0]);
  g_assert_finalize_object (journals[1]);
  g_assert_finalize_object (p);
  g_assert_finalize_object (q);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GError) error = NULL;

      keep (library, steps[i].space, steps[i].kind, steps[i].id, steps[i].field, steps[i].old,
            steps[i].value, &error);
      g_assert_no_error (error);
      close_library (library);
      library = yd_test_library_open (fixture, 0);
      assert_dump (library, "p", steps[i].after_p);
      assert_dump (library, "q", steps[i].after_q);
    }

  close_library (library);
}

/* No plan, no draft; and who only reads keeps none. */
static void
test_refused (YdTestLibrary *fixture,
              gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdSpace *space = yd_test_make_plan (library, "p", &journal);
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) unknown = NULL;
  g_autoptr(GError) read_only = NULL;

  g_assert_finalize_object (journal);
  g_assert_finalize_object (space);
  keep (library, "x", YD_KIND_POINT, "a", YD_POINT_TITLE, NULL, "t", &missing);
  g_assert_error (missing, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING);
  none = yd_library_list_drafts (library, "x", &unknown);
  g_assert_null (none);
  g_assert_error (unknown, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING);
  close_library (library);

  library = yd_test_library_open (fixture, YD_LIBRARY_READ_ONLY);
  keep (library, "p", YD_KIND_POINT, "a", YD_POINT_TITLE, NULL, "t", &read_only);
  g_assert_error (read_only, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_READ_ONLY);
  assert_dump (library, "p", "");
  close_library (library);
}

#define ADD(path, func) \
  g_test_add (path, YdTestLibrary, NULL, yd_test_library_set_up, func, yd_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/drafts/keep", test_keep);
  ADD ("/drafts/refused", test_refused);

  return g_test_run ();
}
