/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-check.h"
#include "yd-id.h"

/* Each case is a plan in words, and the codes that must be found, in order.
 *
 *   p:一、/标题       a point at the top, with its number and title
 *   p:一、/标题>x     one below the point that was named x by its number
 *   u:市财政局        a unit; u?:有关部门 a vague one; u*:各县市区 a group
 *   a:一、/市财政局/lead   an assignment
 *   d:一、/2017-06-30     a fixed deadline; d:一、/issued one that counts from issue
 *   i:2017-06-01     the day of issue
 *   ?:一、            that point is only proposed
 *   x:two-leads/一、  a finding that the office accepted
 */
typedef struct
{
  const char *path;
  const char *words;
  const char *codes;
} CheckCase;

#define OWNED "u:甲局 a:一、/甲局/lead "

static const CheckCase check_cases[] = {
  { "/check/nothing",          "p:一、/x " OWNED, "" },
  { "/check/no-unit",          "p:一、/x p:二、/y " OWNED, "no-unit" },
  { "/check/unit-above",       "p:一、/x p:（一）/y>一、 " OWNED, "" },
  { "/check/units-below",      "p:一、/x p:（一）/y>一、 u:甲局 a:（一）/甲局/lead", "" },
  { "/check/two-leads",        "p:一、/x " OWNED "u:乙局 a:一、/乙局/lead", "two-leads" },
  { "/check/accepted",         "p:一、/x " OWNED "u:乙局 a:一、/乙局/lead x:two-leads/一、", "" },
  { "/check/lead-and-others",  "p:一、/x " OWNED "u:乙局 a:一、/乙局/responsible", "" },
  { "/check/no-text",          "p:一、/ " OWNED, "no-text" },
  { "/check/number-gap",       "p:一、/x p:三、/y " OWNED "a:三、/甲局/lead", "number-gap" },
  { "/check/number-again",     "p:一、/x p:二、/y p:二、/z " OWNED "a:二、/甲局/lead",
                               "no-unit number-again" },
  { "/check/numbers-run-on",   "p:一、/x p:（一）/y>一、 p:二、/z p:（二）/w>二、 " OWNED
                               "a:二、/甲局/lead", "" },
  { "/check/numbers-restart",  "p:一、/x p:（一）/y>一、 p:二、/z p:（一）/w>二、 " OWNED
                               "a:二、/甲局/lead", "" },
  { "/check/later-than-parent", "p:一、/x p:（一）/y>一、 d:一、/2017-06-30 d:（一）/2017-07-01 "
                               OWNED, "later-than-parent" },
  { "/check/same-as-parent",   "p:一、/x p:（一）/y>一、 d:一、/2017-06-30 d:（一）/2017-06-30 "
                               OWNED, "" },
  { "/check/due-before-issue", "i:2017-06-01 p:一、/x d:一、/2017-05-31 " OWNED,
                               "due-before-issue" },
  { "/check/no-issue-date",    "i: p:一、/x d:一、/issued " OWNED, "no-issue-date" },
  { "/check/issue-date",       "i:2017-06-01 p:一、/x d:一、/issued " OWNED, "" },
  { "/check/vague-unit",       "p:一、/x u?:有关部门 a:一、/有关部门/lead", "vague-unit" },
  { "/check/no-members",       "p:一、/x u*:各县市区 a:一、/各县市区/lead", "no-members" },
  { "/check/not-confirmed",    "i: p:一、/x p:二、/y ?:一、 ?:二、 " OWNED "a:二、/甲局/lead",
                               "not-confirmed" },
  { "/check/unit-twice",       "p:一、/x " OWNED "u:甲局", "unit-twice" },
};

typedef struct
{
  YdEdit     *edit;
  GHashTable *ids;              /* what the words call it → id */
  guint       n;
} Builder;

static const char *
get_id (Builder    *builder,
        const char *name)
{
  const char *id = g_hash_table_lookup (builder->ids, name);

  g_assert_nonnull (id);
  return id;
}

static const char *
create (Builder    *builder,
        YdKind      kind,
        const char *name)
{
  char *id = g_strdup_printf ("row-%02u", builder->n++);

  yd_edit_create (builder->edit, kind, id);
  g_hash_table_insert (builder->ids, g_strdup (name), id);
  return id;
}

static void
add_point (Builder *builder,
           char    *word)
{
  char *parent = strchr (word, '>');
  char *title = strchr (word, '/');
  g_autofree char *order = g_strdup_printf ("k%02u", builder->n);

  if (parent != NULL)
    *parent++ = '\0';
  *title++ = '\0';

  create (builder, YD_KIND_POINT, word);
  yd_edit_put (builder->edit, YD_POINT_ORDER, order);
  yd_edit_put (builder->edit, YD_POINT_PRINTED, word);
  yd_edit_put (builder->edit, YD_POINT_TITLE, title);
  if (parent != NULL)
    yd_edit_put (builder->edit, YD_POINT_PARENT, get_id (builder, parent));
}

static void
add_unit (Builder    *builder,
          const char *word,
          char        mark)
{
  create (builder, YD_KIND_UNIT, word);
  yd_edit_put (builder->edit, YD_UNIT_NAME, word);
  if (mark == '?')
    yd_edit_put (builder->edit, YD_UNIT_VAGUE, "true");
  if (mark == '*')
    yd_edit_put (builder->edit, YD_UNIT_KIND, "group");
}

static void
add_assignment (Builder    *builder,
                const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 3);
  const char *point = get_id (builder, parts[0]), *unit = get_id (builder, parts[1]);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL);

  yd_edit_create (builder->edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_put (builder->edit, YD_ASSIGNMENT_POINT, point);
  yd_edit_put (builder->edit, YD_ASSIGNMENT_UNIT, unit);
  yd_edit_put (builder->edit, YD_ASSIGNMENT_ROLE, parts[2]);
}

static void
add_deadline (Builder    *builder,
              const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 2);
  gboolean counts = g_str_equal (parts[1], "issued");

  create (builder, YD_KIND_DEADLINE, word);
  yd_edit_put (builder->edit, YD_DEADLINE_POINT, get_id (builder, parts[0]));
  yd_edit_put (builder->edit, YD_DEADLINE_RULE, counts ? "after" : "date");
  yd_edit_put (builder->edit, counts ? YD_DEADLINE_ANCHOR : YD_DEADLINE_VALUE, parts[1]);
}

static void
add_acceptance (Builder    *builder,
                const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 2);
  const char *about = get_id (builder, parts[1]);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ACCEPTANCE, parts[0], about, NULL);

  yd_edit_create (builder->edit, YD_KIND_ACCEPTANCE, id);
  yd_edit_put (builder->edit, YD_ACCEPTANCE_CODE, parts[0]);
  yd_edit_put (builder->edit, YD_ACCEPTANCE_ABOUT, about);
  yd_edit_put (builder->edit, YD_ACCEPTANCE_REASON, "so decided");
}

static void
add_head (Builder    *builder,
          const char *issued)
{
  create (builder, YD_KIND_PLAN, "plan");
  yd_edit_put (builder->edit, YD_PLAN_TITLE, "要点");
  if (*issued != '\0')
    yd_edit_put (builder->edit, YD_PLAN_ISSUED, issued);
}

static void
propose (Builder    *builder,
         const char *word)
{
  yd_edit_change (builder->edit, YD_KIND_POINT, get_id (builder, word), YD_POINT_CHECK,
                  NULL, "proposed");
}

static void
add_word (Builder *builder,
          char    *word)
{
  char *rest = strchr (word, ':') + 1;

  switch (*word)
    {
    case 'p': add_point (builder, rest); break;
    case 'u': add_unit (builder, rest, word[1]); break;
    case 'a': add_assignment (builder, rest); break;
    case 'd': add_deadline (builder, rest); break;
    case 'i': add_head (builder, rest); break;
    case '?': propose (builder, rest); break;
    case 'x': add_acceptance (builder, rest); break;
    default:  g_assert_not_reached ();
    }
}

static YdPlan *
build_plan (const char *words)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) list = g_strsplit (words, " ", -1);
  Builder builder = { yd_edit_new ("test", NULL) };

  builder.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      add_word (&builder, list[i]);

  yd_edit_seal (builder.edit, "1");
  yd_space_apply (YD_SPACE (plan), builder.edit, &error);
  g_assert_no_error (error);

  g_hash_table_unref (builder.ids);
  yd_edit_unref (builder.edit);

  return plan;
}

/* What is found of points, however they are divided. */
static void
check_in_pieces (YdPlan    *plan,
                 GPtrArray *findings)
{
  for (guint piece = 1; piece < 4; piece++)
    {
      g_autoptr(YdCheck) check = yd_check_new (plan);
      GPtrArray *some = yd_check_get_findings (check);

      while (!yd_check_step (check, piece))
        ;

      for (guint i = 0; i < findings->len; i++)
        {
          const YdFinding *finding = g_ptr_array_index (findings, i);
          const YdFinding *other = i < some->len ? g_ptr_array_index (some, i) : NULL;
          YdKind kind = yd_row_get_kind (finding->row);

          if (kind != YD_KIND_POINT && kind != YD_KIND_DEADLINE)
            {
              g_assert_null (other);
              break;
            }
          g_assert_cmpstr (other->code, ==, finding->code);
          g_assert_cmpstr (other->where, ==, finding->where);
        }
    }
}

static void
test_check (gconstpointer data)
{
  const CheckCase *check = data;
  YdPlan *plan = build_plan (check->words);
  g_autoptr(GString) codes = g_string_new (NULL);
  g_autoptr(GPtrArray) findings = yd_check_plan (plan);

  for (guint i = 0; i < findings->len; i++)
    {
      const YdFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (codes, i > 0 ? " %s" : "%s", finding->code);
      g_assert_nonnull (finding->where);
      g_assert_cmpstr (finding->message, !=, "");
    }

  g_assert_cmpstr (codes->str, ==, check->codes);
  check_in_pieces (plan, findings);
  g_clear_pointer (&findings, g_ptr_array_unref);
  g_assert_finalize_object (plan);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (check_cases); i++)
    g_test_add_data_func (check_cases[i].path, &check_cases[i], test_check);

  return g_test_run ();
}
