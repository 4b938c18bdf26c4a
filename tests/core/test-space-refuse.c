/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-office.h"
#include "yd-test-mirror.h"
#include "yd-test-script.h"
#include "yd-test-space.h"

/* Each rule of a space, broken: the edit is refused by name and leaves no trace. */

#define BLOB "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* a(b(c)) d, and z(y) which is deleted. */
static const char * const plan_scripts[] = {
  "+plan plan title=T",
  "+source s blob=" BLOB,
  "+point a order=a; +point b order=b parent=a; +point c order=c parent=b; +point d order=d",
  "+point z order=z; +point y order=y parent=z; +dependency dy pred=d succ=y check=confirmed",
  "+dependency yd pred=y succ=d check=proposed", "point z deleted=true",
  "+unit u name=U; +unit v name=V; +unit g name=G; +unit h name=H",
  "+assignment = point=a unit=u role=lead",
  "+deadline l point=a origin=stated rule=date value=2017-12-31",
  "+dependency ad pred=a succ=d check=confirmed; +dependency da pred=d succ=a check=proposed",
  "+dependency db pred=d succ=b check=confirmed",
  "+dependency no pred=d succ=a check=proposed", "dependency no deleted=true",
  "dependency no check=confirmed; dependency yd check=confirmed",
  "+member hg group=h unit=g", "member hg deleted=true", "+member gh group=g unit=h",
  "+unit k name=K; +member hk group=h unit=k", "unit k deleted=true", "+member kg group=k unit=g",
};

typedef struct
{
  const char   *path;
  const char   *script;
  YdSpaceError  code;
} RefuseCase;

static const RefuseCase plan_cases[] = {
  /* The tree */
  { "cycle/self",            "point a parent=a",                          YD_SPACE_ERROR_CYCLE },
  { "cycle/below-child",     "point a parent=c",                          YD_SPACE_ERROR_CYCLE },
  { "cycle/two",             "point a parent=d; point d parent=c",        YD_SPACE_ERROR_CYCLE },
  { "cycle/new",             "+point m order=m parent=n; +point n order=n parent=m",
                                                                          YD_SPACE_ERROR_CYCLE },
  { "tree/new-below-deleted",  "+point n order=n parent=z",               YD_SPACE_ERROR_MISSING },
  { "tree/move-below-deleted", "point d parent=z",                        YD_SPACE_ERROR_MISSING },
  { "tree/below-dead-ancestor", "point d parent=y",                       YD_SPACE_ERROR_MISSING },
  { "tree/deleted-with-it",  "point a deleted=true; point d parent=c",    YD_SPACE_ERROR_MISSING },

  /* Dependencies and groups */
  { "dependency/added",      "+dependency n pred=d succ=a check=confirmed", YD_SPACE_ERROR_CYCLE },
  { "dependency/confirmed",  "dependency da check=confirmed",             YD_SPACE_ERROR_CYCLE },
  { "dependency/repointed",  "dependency db succ=a",                      YD_SPACE_ERROR_CYCLE },
  { "dependency/undeleted",  "dependency no deleted=false",               YD_SPACE_ERROR_CYCLE },
  { "dependency/restored",   "point z deleted=false",                     YD_SPACE_ERROR_CYCLE },
  { "dependency/moved-out",  "point y parent=",                           YD_SPACE_ERROR_CYCLE },
  { "dependency/self",       "+dependency n pred=a succ=a check=confirmed", YD_SPACE_ERROR_CYCLE },
  { "dependency/long",       "+dependency n pred=b succ=c check=confirmed; "
                             "+dependency m pred=c succ=a check=confirmed", YD_SPACE_ERROR_CYCLE },
  { "group/two",             "+member n group=h unit=g",                  YD_SPACE_ERROR_CYCLE },
  { "group/self",            "+member n group=g unit=g",                  YD_SPACE_ERROR_CYCLE },
  { "group/undeleted",       "member hg deleted=false",                   YD_SPACE_ERROR_CYCLE },
  { "group/restored",        "unit k deleted=false",                      YD_SPACE_ERROR_CYCLE },
  { "group/three",           "+member n group=h unit=u; +member m group=u unit=g",
                                                                          YD_SPACE_ERROR_CYCLE },

  /* Ids that name nothing */
  { "missing/row",           "point n title=N",                           YD_SPACE_ERROR_MISSING },
  { "missing/parent",        "point d parent=n",                          YD_SPACE_ERROR_MISSING },
  { "missing/other-kind",    "point d parent=u",                          YD_SPACE_ERROR_MISSING },
  { "missing/unit",          "+assignment = point=a unit=n role=lead",    YD_SPACE_ERROR_MISSING },
  { "missing/point",         "+deadline n point=n",                       YD_SPACE_ERROR_MISSING },
  { "missing/anchor",        "deadline l anchor_id=n",                    YD_SPACE_ERROR_MISSING },
  { "missing/about",         "+remark n about_kind=unit about=a text=T",  YD_SPACE_ERROR_MISSING },
  { "missing/about-kind",    "+remark n about=a text=T",                  YD_SPACE_ERROR_MISSING },
  { "missing/any",           "+acceptance = code=c about=n reason=R",     YD_SPACE_ERROR_MISSING },
  { "missing/source",        "point d span=n:0-5",                        YD_SPACE_ERROR_MISSING },

  /* Values */
  { "value/key",             "point d order=a-b",                         YD_SPACE_ERROR_INVALID },
  { "value/enum",            "point d kind=paragraph",                    YD_SPACE_ERROR_INVALID },
  { "value/date",            "point d start=2017-02-29",                  YD_SPACE_ERROR_INVALID },
  { "value/int",             "point d days=07",                           YD_SPACE_ERROR_INVALID },
  { "value/span",            "point d span=s:5-0",                        YD_SPACE_ERROR_INVALID },
  { "value/bool",            "point d deleted=yes",                       YD_SPACE_ERROR_INVALID },
  { "value/blob",            "+source n blob=abc",                        YD_SPACE_ERROR_INVALID },
  { "value/time",            "+clock n title=T started=2017-06-01",       YD_SPACE_ERROR_INVALID },
  { "value/utf-8",           "point d title=\xe8\xa6",                    YD_SPACE_ERROR_INVALID },
  { "value/id",              "plan plan office=要点",                     YD_SPACE_ERROR_INVALID },
  { "required/title",        "plan plan title=",                          YD_SPACE_ERROR_INVALID },
  { "required/new",          "+unit n",                                   YD_SPACE_ERROR_INVALID },
  { "required/order",        "point d order=",                            YD_SPACE_ERROR_INVALID },
  { "required/deleted",      "point d deleted=",                          YD_SPACE_ERROR_INVALID },

  /* Rows */
  { "fixed/point",           "deadline l point=d",                        YD_SPACE_ERROR_FIXED },
  { "fixed/origin",          "deadline l origin=internal",                YD_SPACE_ERROR_FIXED },
  { "fixed/blob",            "source s name=N",                           YD_SPACE_ERROR_FIXED },
  { "fixed/group",           "member gh group=u",                         YD_SPACE_ERROR_FIXED },
  { "office/field",          "unit u phone=12345",                        YD_SPACE_ERROR_INVALID },
  { "office/new",            "+unit n name=N from=2017-01-01",            YD_SPACE_ERROR_INVALID },
  { "office/kind",           "+notice = year=2017 version=1",             YD_SPACE_ERROR_INVALID },
  { "id/derived",            "+assignment n point=d unit=u role=lead",    YD_SPACE_ERROR_INVALID },
  { "id/other-parts",        "+alias = unit=u name=N; +alias n unit=v name=N",
                                                                          YD_SPACE_ERROR_INVALID },
  { "id/not-one",            "+unit 市财政局 name=N",                     YD_SPACE_ERROR_INVALID },
  { "id/empty",              "+unit  name=N",                             YD_SPACE_ERROR_INVALID },
  { "head/twice",            "+plan other title=T",                       YD_SPACE_ERROR_LIMIT },
  { "stale/value",           "point d ~title=N",                          YD_SPACE_ERROR_STALE },
  { "stale/exists",          "+point d order=d",                          YD_SPACE_ERROR_STALE },
  { "stale/assigned",        "+assignment = point=a unit=u role=support", YD_SPACE_ERROR_STALE },
  { "twice/row",             "point d title=A; point a title=B; point d title=A",
                                                                          YD_SPACE_ERROR_INVALID },
};

static const char * const office_scripts[] = {
  "+office office name=O", "+unit u name=U; +unit v name=V parent=u",
};

static const RefuseCase office_cases[] = {
  { "head/twice",     "+office other name=O",                      YD_SPACE_ERROR_LIMIT },
  { "plan-kind",      "+point a order=a",                          YD_SPACE_ERROR_INVALID },
  { "no-parent",      "unit u parent=n",                           YD_SPACE_ERROR_MISSING },
  { "no-notice",      "+day = notice=n date=2017-01-01 working=false",
                                                                          YD_SPACE_ERROR_MISSING },
};

typedef struct
{
  YdSpace      *space;
  YdTestMirror *mirror;
} Fixture;

static void
fixture_set_up (Fixture            *fixture,
                YdSpace            *space,
                const char * const *scripts,
                gsize               n_scripts)
{
  fixture->space = space;
  for (gsize i = 0; i < n_scripts; i++)
    yd_test_script_must (space, scripts[i]);
  fixture->mirror = yd_test_mirror_new (space);
}

static void
set_up_plan (Fixture       *fixture,
             gconstpointer  data)
{
  fixture_set_up (fixture, YD_SPACE (yd_plan_new ("plan")),
                  plan_scripts, G_N_ELEMENTS (plan_scripts));
}

static void
set_up_office (Fixture       *fixture,
               gconstpointer  data)
{
  fixture_set_up (fixture, YD_SPACE (yd_office_new ("office")),
                  office_scripts, G_N_ELEMENTS (office_scripts));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yd_test_mirror_free (fixture->mirror);
  g_assert_finalize_object (fixture->space);
}

/* Something that is right goes before and behind, which must not come through either. */
static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  const RefuseCase *refuse = data;
  g_autofree char *script = g_strdup_printf ("+unit before name=N; %s; +unit after name=N",
                                             refuse->script);
  g_autofree char *before = yd_test_dump_rows (fixture->space, FALSE);
  g_autofree char *lists_before = yd_test_dump_lists (fixture->space);
  g_autofree char *after = NULL, *lists_after = NULL;
  g_autoptr(GError) error = NULL;

  yd_test_mirror_begin_edit (fixture->mirror);
  g_assert_null (yd_test_script_apply (fixture->space, script, &error));
  g_assert_error (error, YD_SPACE_ERROR, (int) refuse->code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  after = yd_test_dump_rows (fixture->space, FALSE);
  lists_after = yd_test_dump_lists (fixture->space);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (lists_after, ==, lists_before);
  g_assert_cmpuint (yd_test_mirror_get_heard (fixture->mirror), ==, 0);
  yd_test_mirror_check (fixture->mirror);

  /* Nothing is left that would stand in the way of the next one. */
  yd_test_mirror_begin_edit (fixture->mirror);
  yd_test_script_must (fixture->space, "+unit next name=N; unit u name=N");
  yd_test_mirror_check (fixture->mirror);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  yd_space_set_read_only (fixture->space, TRUE);
  g_assert_null (yd_test_script_apply (fixture->space, "unit u name=N", &error));
  g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_READ_ONLY);

  yd_space_set_read_only (fixture->space, FALSE);
  yd_test_script_must (fixture->space, "unit u name=N");
}

/* A person must see which sentences to look at. */
static void
test_message (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  yd_test_script_must (fixture->space, "point a title=公示; point d title=公告");
  g_assert_null (yd_test_script_apply (fixture->space, "dependency da check=confirmed", &error));
  g_assert_nonnull (strstr (error->message, "→"));
  g_assert_nonnull (strstr (error->message, "公示"));
  g_assert_nonnull (strstr (error->message, "公告"));
}

/* A circle is found from a few edges as it is from many. */
static void
test_circles_agree (void)
{
  for (guint run = 0; run < 300; run++)
    {
      YdSpace *few = YD_SPACE (yd_plan_new ("few")), *many = YD_SPACE (yd_plan_new ("many"));
      g_autoptr(GString) pairs = g_string_new ("+point m0 order=m; +point m1 order=m");
      g_autoptr(YdEdit) whole = NULL;
      gboolean ok = TRUE;

      for (guint i = 0; i < 8; i++)
        {
          g_autofree char *point = g_strdup_printf ("+point p%u order=p", i);

          yd_test_script_must (few, point);
          yd_test_script_must (many, point);
        }

      for (guint i = 0; i < 6; i++)
        {
          g_autofree char *edge =
            g_strdup_printf ("+dependency d%u pred=p%d succ=p%d check=confirmed", i,
                             g_test_rand_int_range (0, 8), g_test_rand_int_range (0, 8));
          g_autoptr(YdEdit) edit = yd_test_script_apply (few, edge, NULL);

          ok = ok && edit != NULL;
          g_string_append_printf (pairs, "; %s", edge);
        }
      for (guint i = 0; i < 10; i++)
        g_string_append_printf (pairs, "; +dependency m%u pred=m0 succ=m1 check=confirmed", i);

      whole = yd_test_script_apply (many, pairs->str, NULL);
      g_assert_true (ok == (whole != NULL));
      g_object_unref (few);
      g_object_unref (many);
    }
}

static const RefuseCase fine_cases[] = {
  { "proposed-circle",  "+dependency n pred=d succ=a check=proposed", 0 },
  { "one-ended",        "+dependency n succ=a check=confirmed",       0 },
  { "below-deleted",    "point y title=N",                            0 },
  { "dead-circle",      "+dependency n pred=y succ=y check=confirmed", 0 },
  { "turned-over",      "point a parent=d; point d order=z",          0 },
  { "out-and-deleted",  "point b parent=; point a deleted=true",      0 },
  { "unsaid",           "point a title=; deadline l value=",          0 },
  { "nothing-new",      "point a order=a",                            0 },
  { "opened-circle",    "+dependency n pred=b succ=a check=confirmed; dependency db deleted=true",
                        0 },
};

/* What comes close to a rule, and is right. */
static void
test_fine (Fixture       *fixture,
           gconstpointer  data)
{
  const RefuseCase *fine = data;

  yd_test_mirror_begin_edit (fixture->mirror);
  yd_test_script_must (fixture->space, fine->script);
  yd_test_mirror_check (fixture->mirror);
}

static void
add_cases (const char       *folder,
           const RefuseCase *cases,
           gsize             n_cases,
           void            (*set_up) (Fixture *, gconstpointer),
           void            (*test) (Fixture *, gconstpointer))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/space/%s/%s", folder, cases[i].path);

      g_test_add (path, Fixture, &cases[i], set_up, test, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("refuse", plan_cases, G_N_ELEMENTS (plan_cases), set_up_plan, test_refuse);
  add_cases ("refuse-office", office_cases, G_N_ELEMENTS (office_cases),
             set_up_office, test_refuse);
  add_cases ("fine", fine_cases, G_N_ELEMENTS (fine_cases), set_up_plan, test_fine);
  g_test_add ("/space/read-only", Fixture, NULL, set_up_plan, test_read_only, tear_down);
  g_test_add_func ("/space/circles-agree", test_circles_agree);
  g_test_add ("/space/message", Fixture, NULL, set_up_plan, test_message, tear_down);

  return g_test_run ();
}
