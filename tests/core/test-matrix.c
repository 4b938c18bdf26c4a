/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix.h"

#include <string.h>

#include "yd-test-script.h"

/* A plan is made by a script and looked at as the options say. What is shown is written as a
 * line for the heads, one for the columns, one for each row and one for the totals. A mark is
 * L, R or S, small through a group, ? if it does not say who; numbers stand in folded rows,
 * behind / those through groups. Behind = stand the counts as printed and unfolded.
 */
typedef struct
{
  const char *path;
  const char *script;
  const char *options;
  const char *shown;
} Case;

#define PLAN "+plan plan title=计划 issued=2017-06-01"
#define TREE PLAN "; +point a order=a title=甲章 kind=chapter printed=一、; " \
  "+point a1 parent=a order=a title=子 printed=（一）; " \
  "+point a2 parent=a order=b title=丑 printed=（二）; " \
  "+point b order=b title=乙章 kind=chapter printed=二、; " \
  "+point b1 parent=b order=a title=寅 printed=（一） text=Budget"
#define UNITS "; +unit u name=财政局; +unit v name=国税局; +unit g name=各县 kind=group; " \
  "+unit w name=相关部门 kind=group vague=true"
#define MARKS "; +assignment = point=a1 unit=u role=lead; " \
  "+assignment = point=a1 unit=g role=responsible; " \
  "+assignment = point=a2 unit=v role=support; " \
  "+assignment = point=b1 unit=g role=responsible each=true; " \
  "+assignment = point=b1 unit=w role=responsible each=true"
#define MEMBERS "; +unit m name=东县; +unit n name=西县; +member 1 group=g unit=m; " \
  "+member 2 group=g unit=n"
#define TAIL "; +point t order=c kind=duty title=尾; +unit x name=各部门 kind=group; " \
  "+assignment = point=t unit=x role=responsible"
#define FULL TREE UNITS MARKS

static const Case cases[] = {
  { "/matrix/empty", PLAN, "", "\n\n=0/0 0x0" },
  { "/matrix/plain", FULL, "",
    "Lead:1 Vertical:1 Groups:2\n财政局 国税局 各县 相关部门\n"
    "一 . . . . =0/0\n一/(一) L . R . =2/2\n一/(二) . S . . =1/1\n"
    "二 . . . . =0/0\n二/(一) . . R ? =2/2\n"
    "1/1 1/1 2/2 1/1 =5/5 3x4 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/members", FULL MEMBERS, "",
    "Lead:1 Vertical:1 Groups:2\n财政局 国税局 各县 相关部门\n"
    "一 . . . . =0/0\n一/(一) L . R . =2/3\n一/(二) . S . . =1/1\n"
    "二 . . . . =0/0\n二/(一) . . R ? =2/3\n"
    "1/1 1/1 2/0 1/1 =5/7 3x4 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/unfolded", FULL MEMBERS, "unfold=g",
    "Lead:1 Vertical:1 Groups:1 Members@g:2 Groups:1\n财政局 国税局 各县 东县 西县 相关部门\n"
    "一 . . . . . . =0/0\n一/(一) L . R r r . =2/3\n一/(二) . S . . . . =1/1\n"
    "二 . . . . . . =0/0\n二/(一) . . R r r ? =2/3\n"
    "1/1 1/1 2/0 0/2 0/2 1/1 =5/7 3x4 leads:1 no-lead:2 each:1 vague:1" },
  /* A unit that is named itself keeps its place, and counts once with the stronger role. */
  { "/matrix/member-that-is-named",
    FULL MEMBERS "; +member 3 group=g unit=u; +assignment = point=b1 unit=n role=lead", "unfold=g",
    "Lead:1 Vertical:1 Counties and Zones:1 Groups:1 Members@g:1 Groups:1\n"
    "财政局 国税局 西县 各县 东县 相关部门\n"
    "一 . . . . . . =0/0\n一/(一) L . r R r . =2/3\n一/(二) . S . . . . =1/1\n"
    "二 . . . . . . =0/0\n二/(一) r . L R r ? =3/4\n"
    "1/2 1/1 1/2 2/0 0/2 1/1 =6/8 3x5 leads:2 no-lead:1 vague:1" },
  { "/matrix/strongest-role",
    TREE "; +unit a name=甲局; +unit b name=乙局; +unit z name=各局; +member 1 group=z unit=a; "
    "+member 2 group=z unit=b; +assignment = point=a1 unit=a role=lead; "
    "+assignment = point=a1 unit=z role=responsible", "hide-rows unfold=z",
    "Lead:1 Groups:1 Members@z:1\n甲局 各局 乙局\n一 . . . =0/0\n一/(一) L R r =2/2\n"
    "1/1 1/0 0/1 =2/2 1x2 leads:1" },
  { "/matrix/members-on-the-day",
    FULL "; +unit m name=东县; +unit n name=西县; +unit o name=南县; "
    "+member 1 group=g unit=m from=2017-06-02; +member 2 group=g unit=n to=2017-06-01; "
    "+member 3 group=g unit=o to=2017-05-31", "unfold=g",
    "Lead:1 Vertical:1 Counties and Zones:2 Groups:1 Members@g:1 Groups:1\n"
    "财政局 国税局 东县 南县 各县 西县 相关部门\n"
    "一 . . . . . . . =0/0\n一/(一) L . . . R r . =2/2\n一/(二) . S . . . . . =1/1\n"
    "二 . . . . . . . =0/0\n二/(一) . . . . R r ? =2/2\n"
    "1/1 1/1 0/0 0/0 2/0 0/2 1/1 =5/5 3x6 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/group-in-group",
    TREE UNITS MEMBERS "; +unit h name=各地各部门; +member 4 group=h unit=g; "
    "+member 5 group=h unit=u; +assignment = point=a1 unit=h role=lead",
    "unfold=h unfold=g hide-columns",
    "Groups:1 Members@h:1 Members@g:2 Members@h:1\n各地各部门 各县 东县 西县 财政局\n"
    "一 . . . . . =0/0\n一/(一) L l l l l =1/3\n一/(二) . . . . . =0/0\n"
    "二 . . . . . =0/0\n二/(一) . . . . . =0/0\n"
    "1/0 0/0 0/1 0/1 0/1 =1/3 3x1 leads:3 no-lead:2" },
  { "/matrix/only-one-unfolded",
    FULL MEMBERS "; +unit h name=各部门; +member 4 group=h unit=u; +member 5 group=h unit=v; "
    "+assignment = point=b1 unit=h role=support order=z", "unfold=h hide-rows",
    "Lead:1 Vertical:1 Groups:3\n财政局 国税局 各县 相关部门 各部门\n"
    "一 . . . . . =0/0\n一/(一) L . R . . =2/2\n一/(二) . S . . . =1/1\n"
    "二 . . . . . =0/0\n二/(一) s s R ? S =3/4\n"
    "1/2 1/2 2/2 1/1 1/0 =6/7 3x5 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/tail-hidden", FULL TAIL, "hide-rows",
    "Lead:1 Vertical:1 Groups:2\n财政局 国税局 各县 相关部门\n"
    "一 . . . . =0/0\n一/(一) L . R . =2/2\n一/(二) . S . . =1/1\n"
    "二 . . . . =0/0\n二/(一) . . R ? =2/2\n"
    "1/1 1/1 2/2 1/1 =5/5 3x4 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/tail", FULL TAIL, "tail chapter=t",
    "Lead:1 Vertical:1 Groups:3\n财政局 国税局 各县 相关部门 各部门\n*1 . . . . R =1/1\n"
    "0/0 0/0 0/0 0/0 1/1 =1/1 0x5" },
  { "/matrix/folded", FULL MEMBERS, "fold=a fold=b unfold=g",
    "Lead:1 Vertical:1 Groups:1 Members@g:2 Groups:1\n财政局 国税局 各县 东县 西县 相关部门\n"
    "一* 1 1 1 /1 /1 . =3/4\n二* . . 1 /1 /1 1 =2/3\n"
    "1/1 1/1 2/0 0/2 0/2 1/1 =5/7 3x4 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/taken-apart",
    PLAN UNITS "; +point a order=a title=甲 printed=一、; +point d1 parent=a order=a kind=duty; "
    "+point d2 parent=a order=b kind=duty; +assignment = point=d1 unit=u role=lead; "
    "+assignment = point=d2 unit=u role=support", "hide-columns",
    "Lead:1\n财政局\n一 . =0/0\n一/*1 L =1/1\n一/*2 S =1/1\n2/2 =2/2 1x1 leads:1" },
  { "/matrix/taken-apart-without-lead",
    PLAN UNITS "; +point a order=a title=甲 printed=一、; +point d1 parent=a order=a kind=duty; "
    "+point d2 parent=a order=b kind=duty; +assignment = point=d1 unit=u role=support; "
    "+assignment = point=d2 unit=u role=support", "no-lead hide-columns",
    "Departments:1\n财政局\n一 . =0/0\n一/*1 S =1/1\n一/*2 S =1/1\n2/2 =2/2 1x1 no-lead:1" },
  { "/matrix/refused", TREE UNITS "; +assignment = point=a1 unit=u role=lead check=refused",
    "hide-columns hide-rows", "\n\n=0/0 0x0" },
  { "/matrix/unit-without-marks", PLAN UNITS "; +point a order=a title=甲 printed=一、", "",
    "Departments:1 Vertical:1 Groups:2\n财政局 国税局 各县 相关部门\n一 . . . . =0/0\n"
    "0/0 0/0 0/0 0/0 =0/0 1x4 no-lead:1" },
  { "/matrix/chapter-with-units", TREE UNITS "; +assignment = point=a unit=u role=lead",
    "hide-columns hide-rows", "Lead:1\n财政局\n一 L =1/1\n1/1 =1/1 0x1 leads:1" },
  /* It leads what names nobody itself. */
  { "/matrix/chapter-with-lead", TREE UNITS "; +assignment = point=a unit=u role=lead; "
    "+assignment = point=a2 unit=v role=support", "hide-columns",
    "Lead:1 Vertical:1\n财政局 国税局\n一 L . =1/1\n一/(一) . . =0/0\n一/(二) . S =1/1\n"
    "二 . . =0/0\n二/(一) . . =0/0\n1/1 1/1 =2/2 3x2 leads:1 no-lead:2" },

  { "/matrix/filter/chapter", FULL, "chapter=b hide-columns",
    "Groups:2\n各县 相关部门\n二 . . =0/0\n二/(一) R ? =2/2\n"
    "1/1 1/1 =2/2 1x2 no-lead:1 each:1 vague:1" },
  { "/matrix/filter/roles", FULL, "role=lead role=support hide-columns",
    "Lead:1 Vertical:1\n财政局 国税局\n一 . . =0/0\n一/(一) L . =1/1\n一/(二) . S =1/1\n"
    "1/1 1/1 =2/2 2x2 leads:1 no-lead:1" },
  { "/matrix/filter/roles-through-groups", FULL MEMBERS, "role=lead unfold=g",
    "Lead:1 Vertical:1 Groups:1 Members@g:2 Groups:1\n财政局 国税局 各县 东县 西县 相关部门\n"
    "一 . . . . . . =0/0\n一/(一) L . . . . . =1/1\n"
    "1/1 0/0 0/0 0/0 0/0 0/0 =1/1 1x4 leads:1" },
  { "/matrix/filter/no-lead", FULL, "no-lead hide-columns",
    "Vertical:1 Groups:2\n国税局 各县 相关部门\n一 . . . =0/0\n一/(二) S . . =1/1\n"
    "二 . . . =0/0\n二/(一) . R ? =2/2\n1/1 1/1 1/1 =3/3 2x3 no-lead:2 each:1 vague:1" },
  { "/matrix/filter/several-leads", FULL "; +assignment = point=a1 unit=v role=lead",
    "several-leads hide-columns",
    "Lead:1 Vertical:1 Groups:1\n财政局 国税局 各县\n一 . . . =0/0\n一/(一) L L R =3/3\n"
    "1/1 1/1 1/1 =3/3 1x3 leads:2 several:1" },
  { "/matrix/filter/unit-through-group", FULL MEMBERS, "unit=m hide-columns",
    "Lead:1 Groups:2\n财政局 各县 相关部门\n一 . . . =0/0\n一/(一) L R . =2/3\n"
    "二 . . . =0/0\n二/(一) . R ? =2/3\n1/1 2/0 1/1 =4/6 2x3 leads:1 no-lead:1 each:1 vague:1" },
  { "/matrix/filter/text", FULL, "text=bUDGET hide-columns",
    "Groups:2\n各县 相关部门\n二 . . =0/0\n二/(一) R ? =2/2\n"
    "1/1 1/1 =2/2 1x2 no-lead:1 each:1 vague:1" },
  { "/matrix/filter/text-of-chapter", FULL, "text=甲章 hide-columns",
    "Lead:1 Vertical:1 Groups:1\n财政局 国税局 各县\n一 . . . =0/0\n一/(一) L . R =2/2\n"
    "一/(二) . S . =1/1\n1/1 1/1 1/1 =3/3 2x3 leads:1 no-lead:1" },
  { "/matrix/filter/text-of-unit", FULL, "text=国税 hide-columns",
    "Vertical:1\n国税局\n一 . =0/0\n一/(二) S =1/1\n1/1 =1/1 1x1 no-lead:1" },
  { "/matrix/filter/bands", FULL, "band=3 hide-rows",
    "\n\n一 =0/0\n一/(一) =2/2\n一/(二) =1/1\n二 =0/0\n二/(一) =2/2\n"
    "=5/5 3x0 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/filter/changed", FULL, "changed=a2 hide-columns",
    "Vertical:1\n国税局\n一 . =0/0\n一/(二) S =1/1\n1/1 =1/1 1x1 no-lead:1" },
  { "/matrix/filter/nothing", FULL, "text=没有 hide-columns", "\n\n=0/0 0x0" },

  { "/matrix/order/load", FULL MEMBERS, "rows=load columns=load unfold=g",
    ":1 Members@g:2 :3\n各县 东县 西县 财政局 国税局 相关部门\n"
    "一/(一) R r r L . . =2/3\n二/(一) R r r . . ? =2/3\n一/(二) . . . . S . =1/1\n"
    "2/0 0/2 0/2 1/1 1/1 1/1 =5/7 3x4 leads:1 no-lead:2 each:1 vague:1" },
  { "/matrix/order/similarity",
    PLAN "; +point a order=a printed=一、; +point b order=b printed=二、; +point c order=c printed=三、; "
    "+point d order=d printed=四、; +unit u name=甲局; +unit v name=乙局; +unit w name=丙局; "
    "+unit x name=丁局; +assignment = point=a unit=u role=lead; "
    "+assignment = point=a unit=w role=lead; +assignment = point=b unit=v role=lead; "
    "+assignment = point=b unit=x role=lead; +assignment = point=c unit=u role=lead; "
    "+assignment = point=c unit=w role=lead; +assignment = point=d unit=v role=lead; "
    "+assignment = point=d unit=x role=lead", "rows=similarity columns=similarity",
    ":4\n丙局 甲局 乙局 丁局\n一 L L . . =2/2\n三 L L . . =2/2\n二 . . L L =2/2\n四 . . L L =2/2\n"
    "2/2 2/2 2/2 2/2 =8/8 4x4 leads:8 several:4" },
};

static YdRow *
find (YdPlan     *plan,
      YdKind      kind,
      const char *id)
{
  YdRow *row = yd_space_lookup (YD_SPACE (plan), kind, id);

  g_assert_nonnull (row);

  return row;
}

static YdMatrixOrder
get_order (const char *name)
{
  return g_str_equal (name, "load") ? YD_MATRIX_ORDER_LOAD : YD_MATRIX_ORDER_SIMILARITY;
}

static void
set_filter_option (YdPlan         *plan,
                   YdMatrixFilter *filter,
                   const char     *name,
                   const char     *value)
{
  if (g_str_equal (name, "chapter"))
    filter->chapter = find (plan, YD_KIND_POINT, value);
  else if (g_str_equal (name, "unit"))
    filter->unit = find (plan, YD_KIND_UNIT, value);
  else if (g_str_equal (name, "role"))
    filter->roles |= 1u << yd_role_from_name (value);
  else if (g_str_equal (name, "band"))
    filter->bands |= 1u << atoi (value);
  else if (g_str_equal (name, "text"))
    filter->text = value;
  else if (g_str_equal (name, "no-lead"))
    filter->no_lead = TRUE;
  else if (g_str_equal (name, "several-leads"))
    filter->several_leads = TRUE;
  else if (g_str_equal (name, "changed"))
    {
      filter->changed = g_hash_table_new (NULL, NULL);
      g_hash_table_add (filter->changed, find (plan, YD_KIND_POINT, value));
    }
  else
    g_assert_not_reached ();
}

static void
set_option (YdMatrix       *matrix,
            YdMatrixFilter *filter,
            const char     *name,
            const char     *value)
{
  YdPlan *plan = yd_matrix_get_plan (matrix);

  if (g_str_equal (name, "tail"))
    yd_matrix_set_flags (matrix, yd_matrix_get_flags (matrix) | YD_MATRIX_TAIL);
  else if (g_str_equal (name, "hide-rows"))
    yd_matrix_set_flags (matrix, yd_matrix_get_flags (matrix) | YD_MATRIX_HIDE_EMPTY_ROWS);
  else if (g_str_equal (name, "hide-columns"))
    yd_matrix_set_flags (matrix, yd_matrix_get_flags (matrix) | YD_MATRIX_HIDE_EMPTY_COLUMNS);
  else if (g_str_equal (name, "fold"))
    yd_matrix_set_folded (matrix, find (plan, YD_KIND_POINT, value), TRUE);
  else if (g_str_equal (name, "unfold"))
    yd_matrix_set_unfolded (matrix, find (plan, YD_KIND_UNIT, value), TRUE);
  else if (g_str_equal (name, "rows"))
    yd_matrix_set_row_order (matrix, get_order (value));
  else if (g_str_equal (name, "columns"))
    yd_matrix_set_column_order (matrix, get_order (value));
  else
    set_filter_option (plan, filter, name, value);
}

static void
set_options (YdMatrix   *matrix,
             const char *options)
{
  g_auto(GStrv) words = g_strsplit (options, " ", -1);
  YdMatrixFilter filter = { NULL };

  for (guint i = 0; words[i] != NULL && *options != '\0'; i++)
    {
      char *value = strchr (words[i], '=');

      if (value != NULL)
        *value++ = '\0';
      set_option (matrix, &filter, words[i], value);
    }

  yd_matrix_set_filter (matrix, &filter);
  g_clear_pointer (&filter.changed, g_hash_table_unref);
}

static void
write_heads (YdMatrix *matrix,
             GString  *out)
{
  for (guint i = 0; i < yd_matrix_get_n_heads (matrix); i++)
    {
      YdMatrixHead head;

      yd_matrix_get_head (matrix, i, &head);
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", yd_matrix_band_get_words (head.band));
      if (head.group != NULL)
        g_string_append_printf (out, "@%s", yd_row_get_id (head.group));
      g_string_append_printf (out, ":%u", head.n_columns);
    }

  g_string_append_c (out, '\n');
  for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
    {
      YdMatrixColumn column;

      yd_matrix_get_column (matrix, i, &column);
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                              yd_row_get_cell (column.unit, YD_UNIT_NAME));
      g_assert_cmpuint (yd_matrix_find_column (matrix, column.unit), ==, i);
    }
  g_string_append_c (out, '\n');
}

static void
write_cell (const YdMatrixCell *cell,
            GString            *out)
{
  static const char direct[] = ".SRL", through[] = ".srl";

  if (cell->n[YD_ROLE_NONE] + cell->n_via > 0)
    {
      if (cell->n[YD_ROLE_NONE] > 0)
        g_string_append_printf (out, " %u", cell->n[YD_ROLE_NONE]);
      else
        g_string_append_c (out, ' ');
      if (cell->n_via > 0)
        g_string_append_printf (out, "/%u", cell->n_via);
      return;
    }

  g_string_append_printf (out, " %c", cell->is_vague ? '?' : cell->role != YD_ROLE_NONE
                                      ? direct[cell->role] : through[cell->via_role]);
}

static void
write_row (YdMatrix *matrix,
           guint     row,
           GString  *out)
{
  YdMatrixCounts printed, unfolded;
  YdMatrixRow info;

  yd_matrix_get_row (matrix, row, &info);
  g_assert_cmpuint (yd_matrix_find_row (matrix, info.point), ==, row);
  g_string_append_printf (out, "%s%s", info.path, info.is_folded ? "*" : "");
  for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
    {
      YdMatrixCell cell;

      if (yd_matrix_get_cell (matrix, row, i, &cell))
        write_cell (&cell, out);
      else
        g_string_append (out, " .");
    }

  yd_matrix_get_row_counts (matrix, row, &printed, &unfolded);
  g_string_append_printf (out, " =%u/%u\n", printed.n[YD_ROLE_NONE], unfolded.n[YD_ROLE_NONE]);
}

static void
write_one (GString    *out,
           const char *name,
           guint       n)
{
  if (n > 0)
    g_string_append_printf (out, " %s:%u", name, n);
}

static void
write_totals (YdMatrix *matrix,
              GString  *out)
{
  YdMatrixTotals totals;

  for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
    {
      YdMatrixCounts printed, unfolded;

      yd_matrix_get_column_counts (matrix, i, &printed, &unfolded);
      g_string_append_printf (out, "%u/%u ", printed.n[YD_ROLE_NONE], unfolded.n[YD_ROLE_NONE]);
    }

  yd_matrix_get_totals (matrix, &totals);
  g_string_append_printf (out, "=%u/%u %ux%u", totals.printed.n[YD_ROLE_NONE],
                          totals.unfolded.n[YD_ROLE_NONE], totals.n_points, totals.n_units);
  write_one (out, "leads", totals.unfolded.n[YD_ROLE_LEAD]);
  write_one (out, "no-lead", totals.n_no_lead);
  write_one (out, "each", totals.n_each);
  write_one (out, "several", totals.n_several_leads);
  write_one (out, "vague", totals.n_vague);
}

static char *
dup_shown (YdMatrix *matrix)
{
  GString *out = g_string_new (NULL);

  write_heads (matrix, out);
  for (guint i = 0; i < yd_matrix_get_n_rows (matrix); i++)
    write_row (matrix, i, out);
  write_totals (matrix, out);

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *matrix_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_autofree char *shown = NULL;

  yd_test_script_must (YD_SPACE (plan), matrix_case->script);
  matrix = yd_matrix_new (plan, NULL);
  set_options (matrix, matrix_case->options);
  shown = dup_shown (matrix);
  g_assert_cmpstr (shown, ==, matrix_case->shown);
}

typedef struct
{
  const char *path;
  const char *script;
  guint       change;           /* what is told; 0: nothing */
} Follow;

#define CELLS YD_MATRIX_CHANGED_CELLS
#define ALL   (CELLS | YD_MATRIX_CHANGED_ROWS | YD_MATRIX_CHANGED_COLUMNS)

static const Follow follows[] = {
  { "/matrix/follow/assign", "+assignment = point=a2 unit=u role=lead", CELLS },
  { "/matrix/follow/assign-chapter", "+assignment = point=a unit=u role=lead", CELLS },
  { "/matrix/follow/role", "assignment $a1-u role=support", CELLS },
  { "/matrix/follow/unassign", "assignment $b1-g deleted=true", CELLS },
  { "/matrix/follow/refuse", "assignment $b1-g check=refused", CELLS },
  { "/matrix/follow/propose", "assignment $b1-g check=proposed", CELLS },
  { "/matrix/follow/confirm", "assignment $b1-g check=confirmed; point b1 check=confirmed", CELLS },
  { "/matrix/follow/several",
    "assignment $b1-g role=lead; +assignment = point=a2 unit=g role=support", CELLS },
  { "/matrix/follow/title", "point a1 title=卯", CELLS },
  { "/matrix/follow/text", "point a1 text=卯", 0 },
  { "/matrix/follow/new-column", "+assignment = point=a2 unit=m role=lead", ALL },
  { "/matrix/follow/new-unit",
    "+unit z name=新局; +assignment = point=a2 unit=z role=lead", ALL },
  { "/matrix/follow/new-point", "+point a3 parent=a order=c title=卯", ALL },
  { "/matrix/follow/delete-chapter", "point a deleted=true", ALL },
  { "/matrix/follow/delete-unit", "unit g deleted=true", ALL },
  { "/matrix/follow/move", "point b1 parent=a", ALL },
  { "/matrix/follow/member", "member 1 deleted=true", ALL },
  { "/matrix/follow/issued", "plan plan issued=2016-01-01", ALL },
  { "/matrix/follow/name-members", "+member 9 group=w unit=u", ALL },
};

static void
changed_cb (YdMatrix *matrix,
            guint     change,
            guint    *told)
{
  g_assert_cmpuint (*told, ==, 0);
  *told = change;
}

/* `$a1-u` is the assignment of these two. */
static char *
dup_script (const char *script)
{
  GString *out = g_string_new (NULL);

  for (const char *c = script; *c != '\0'; c++)
    {
      g_autofree char *id = NULL, *point = NULL, *unit = NULL;

      if (*c != '$')
        {
          g_string_append_c (out, *c);
          continue;
        }

      point = g_strndup (c + 1, 2);
      unit = g_strndup (c + 4, 1);
      id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL);
      g_string_append (out, id);
      c += 4;
    }

  return g_string_free (out, FALSE);
}

/* What stands in the table, whatever the order of its columns. */
static char *
dup_facts (YdMatrix *matrix)
{
  GString *out = g_string_new (NULL);
  GListModel *units = yd_plan_get_units (yd_matrix_get_plan (matrix));

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      guint column = yd_matrix_find_column (matrix, unit);
      YdMatrixCounts printed, unfolded;
      YdMatrixCell cell;

      if (column == YD_MATRIX_NONE)
        continue;

      yd_matrix_get_column_counts (matrix, column, &printed, &unfolded);
      g_string_append_printf (out, "%s %u/%u:", yd_row_get_cell (unit, YD_UNIT_NAME),
                              printed.n[YD_ROLE_NONE], unfolded.n[YD_ROLE_NONE]);
      for (guint row = 0; row < yd_matrix_get_n_rows (matrix); row++)
        if (yd_matrix_get_cell (matrix, row, column, &cell))
          write_cell (&cell, out);
        else
          g_string_append (out, " .");
      g_string_append_c (out, '\n');
    }

  for (guint row = 0; row < yd_matrix_get_n_rows (matrix); row++)
    {
      YdMatrixCounts printed, unfolded;

      yd_matrix_get_row_counts (matrix, row, &printed, &unfolded);
      g_string_append_printf (out, "%u/%u ", printed.n[YD_ROLE_NONE], unfolded.n[YD_ROLE_NONE]);
    }

  return g_string_free (out, FALSE);
}

static void
assert_same (YdMatrix   *matrix,
             const char *options)
{
  g_autoptr(YdMatrix) fresh = yd_matrix_new (yd_matrix_get_plan (matrix), NULL);
  g_autofree char *facts = NULL, *expected_facts = NULL, *shown = NULL, *expected = NULL;
  YdMatrixTotals totals, expected_totals;

  set_options (fresh, options);
  facts = dup_facts (matrix);
  expected_facts = dup_facts (fresh);
  g_assert_cmpstr (facts, ==, expected_facts);
  yd_matrix_get_totals (matrix, &totals);
  yd_matrix_get_totals (fresh, &expected_totals);
  g_assert_cmpmem (&totals, sizeof totals, &expected_totals, sizeof expected_totals);

  yd_matrix_refresh (matrix);
  shown = dup_shown (matrix);
  expected = dup_shown (fresh);
  g_assert_cmpstr (shown, ==, expected);
}

/* What was followed is the same as what is read anew, also once rows are folded. A group that
 * is gone is unfolded no more.
 */
static void
test_follow (gconstpointer data)
{
  static const char * const options[] = { "", "unfold=g", "fold=a", "fold=b unfold=g tail" };
  static const char * const without_group[] = { "", "", "fold=a", "fold=b tail" };
  const Follow *follow = data;
  g_autofree char *script = dup_script (follow->script);

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr(YdPlan) plan = yd_plan_new ("plan");
      g_autoptr(YdMatrix) matrix = NULL;
      g_autofree char *before = NULL;
      gulong handler;
      guint told = 0;

      yd_test_script_must (YD_SPACE (plan), FULL MEMBERS TAIL);
      matrix = yd_matrix_new (plan, NULL);
      set_options (matrix, options[i]);
      before = dup_shown (matrix);        /* also keeps the sums of folded rows */

      handler = g_signal_connect (matrix, "changed", G_CALLBACK (changed_cb), &told);
      yd_test_script_must (YD_SPACE (plan), script);
      g_signal_handler_disconnect (matrix, handler);
      if (strstr (follow->path, "new-column") == NULL || strstr (options[i], "unfold") == NULL)
        g_assert_cmpuint (told, ==, follow->change);

      if (!yd_space_is_live (YD_SPACE (plan), find (plan, YD_KIND_UNIT, "g")))
        assert_same (matrix, without_group[i]);
      else
        assert_same (matrix, options[i]);
    }
}

/* However much is asked for while it is frozen, it is laid out and told once, in the end. */
static void
test_freeze (void)
{
  const char *options = "fold=b unfold=g hide-rows role=lead rows=load columns=load";
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  guint n_rows, n_columns, told = 0;

  yd_test_script_must (YD_SPACE (plan), FULL MEMBERS);
  matrix = yd_matrix_new (plan, NULL);
  n_rows = yd_matrix_get_n_rows (matrix);
  n_columns = yd_matrix_get_n_columns (matrix);
  g_signal_connect (matrix, "changed", G_CALLBACK (changed_cb), &told);

  yd_matrix_freeze (matrix);
  yd_matrix_freeze (matrix);
  set_options (matrix, options);
  yd_matrix_thaw (matrix);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, n_rows);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, n_columns);
  g_assert_cmpuint (told, ==, 0);

  yd_matrix_thaw (matrix);
  g_assert_cmpuint (told, !=, 0);
  told = 0;
  yd_matrix_freeze (matrix);
  yd_matrix_thaw (matrix);
  g_assert_cmpuint (told, ==, 0);

  g_signal_handlers_disconnect_by_func (matrix, changed_cb, &told);
  assert_same (matrix, options);
}

/* An assignment is taken up where it stands: the row stays though the filter would not have it,
 * and the column though the unit leads nothing any more.
 */
static void
test_stable (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_autofree char *script = dup_script ("assignment $a1-u role=support");
  YdMatrixTotals totals;

  yd_test_script_must (YD_SPACE (plan), FULL);
  matrix = yd_matrix_new (plan, NULL);
  set_options (matrix, "role=lead");
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 2);

  yd_test_script_must (YD_SPACE (plan), script);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 2);
  g_assert_cmpuint (yd_matrix_find_column (matrix, find (plan, YD_KIND_UNIT, "u")), ==, 0);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_NONE], ==, 0);

  yd_matrix_refresh (matrix);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 0);
}

static void
test_lights (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdMatrix) matrix = NULL;
  YdMatrixFilter late = { .lights = 1u << YD_LIGHT_LATE };
  YdMatrixTotals totals;
  YdMatrixRow row;

  yd_test_script_must (YD_SPACE (plan), FULL MEMBERS
                       "; +deadline d point=a1 origin=stated rule=date value=2017-07-03 order=a");
  schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2017-07-03"));
  matrix = yd_matrix_new (plan, schedule);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.printed.late, ==, 0);

  yd_schedule_set_today (schedule, yd_day_parse ("2017-07-04"));
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.printed.late, ==, 2);
  g_assert_cmpuint (totals.unfolded.late, ==, 3);
  yd_matrix_get_row (matrix, 0, &row);
  g_assert_cmpint (row.light, ==, YD_LIGHT_LATE);

  yd_matrix_set_filter (matrix, &late);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 2);

  yd_test_script_must (YD_SPACE (plan), "point a1 finished=2017-07-01");
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.printed.late, ==, 0);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_NONE], ==, 2);
}

static void
test_find_row (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;

  yd_test_script_must (YD_SPACE (plan), FULL);
  matrix = yd_matrix_new (plan, NULL);
  set_options (matrix, "fold=a text=子");
  g_assert_cmpuint (yd_matrix_find_row (matrix, find (plan, YD_KIND_POINT, "a1")), ==, 0);
  g_assert_cmpuint (yd_matrix_find_row (matrix, find (plan, YD_KIND_POINT, "b1")), ==,
                    YD_MATRIX_NONE);
  yd_matrix_set_all_folded (matrix, FALSE);
  g_assert_cmpuint (yd_matrix_find_row (matrix, find (plan, YD_KIND_POINT, "a1")), ==, 1);
  g_assert_cmpuint (yd_matrix_find_row (matrix, find (plan, YD_KIND_POINT, "a2")), ==,
                    YD_MATRIX_NONE);
  g_assert_cmpuint (yd_matrix_find_row (matrix, NULL), ==, YD_MATRIX_NONE);
}

static void
test_words (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  GString *words = g_string_new (NULL);

  yd_test_script_must (YD_SPACE (plan), FULL MEMBERS);
  matrix = yd_matrix_new (plan, NULL);
  set_options (matrix, "unfold=g fold=b");
  for (guint row = 1; row < yd_matrix_get_n_rows (matrix); row += 2)
    for (guint i = 0; i < yd_matrix_get_n_columns (matrix); i++)
      {
        g_autofree char *cell = yd_matrix_dup_cell_words (matrix, row, i);

        g_string_append_printf (words, "%s; ", cell);
      }

  g_assert_cmpstr (words->str, ==,
                   "一(一), 财政局, Lead; 一(一), 国税局, nothing; 一(一), 各县, Responsible; "
                   "一(一), 东县, Responsible, through 各县; 一(一), 西县, Responsible, through 各县; "
                   "一(一), 相关部门, nothing; "
                   "二, 财政局, nothing; 二, 国税局, nothing; 二, 各县, 1 mark; 二, 东县, 1 mark; "
                   "二, 西县, 1 mark; 二, 相关部门, 1 mark; ");
  g_string_free (words, TRUE);
}

/* What changed since a day is told by the edits since then. */
static void
test_changed (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(GHashTable) points = g_hash_table_new (NULL, NULL);
  g_autofree char *script = dup_script ("assignment $b1-g deleted=true; point a2 title=卯");
  g_autoptr(YdEdit) edit = NULL;

  yd_test_script_must (YD_SPACE (plan), FULL MEMBERS);
  edit = yd_test_script_apply (YD_SPACE (plan), script, NULL);
  yd_matrix_add_changed (plan, edit, points);
  g_assert_cmpuint (g_hash_table_size (points), ==, 2);
  g_assert_true (g_hash_table_contains (points, find (plan, YD_KIND_POINT, "b1")));
  g_assert_true (g_hash_table_contains (points, find (plan, YD_KIND_POINT, "a2")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  for (gsize i = 0; i < G_N_ELEMENTS (follows); i++)
    g_test_add_data_func (follows[i].path, &follows[i], test_follow);
  g_test_add_func ("/matrix/follow/stable", test_stable);
  g_test_add_func ("/matrix/freeze", test_freeze);
  g_test_add_func ("/matrix/follow/lights", test_lights);
  g_test_add_func ("/matrix/find-row", test_find_row);
  g_test_add_func ("/matrix/words", test_words);
  g_test_add_func ("/matrix/changed", test_changed);

  return g_test_run ();
}
