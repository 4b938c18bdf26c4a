/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-check.h"
#include "yd-id.h"
#include "yd-plan-edits.h"

/* Each case is a plan in words, and the codes that must be found, in order.
 *
 *   p:一、/标题       a point at the top, with its number and title
 *   p:一、/标题>x     one below the point that was named x by its number
 *   u:市财政局        a unit; u?:有关部门 a vague one; u*:各县市区 a group; _ is a space
 *   m:各县市区/东宝区   a member of a group
 *   a:一、/市财政局/lead   an assignment; a:一、/市财政局/support/配合 with its word
 *   d:一、/2017-06-30     a fixed deadline, d:一、/2017-06 the end of a month;
 *                    d:一、/issued one that counts from issue,
 *                    with /issued+400 so many working days;
 *                    d:一、/2017-06-30/6月底前 with its words
 *   t:一、/2017-06-20     an internal target
 *   r:一、/2017-06-30     like d, but a person has refused it
 *   w:一、/2017-06-01/10   it begins on that day and takes so many working days
 *   l:一、/二、        the second can start after the first ends
 *   x:一、/由市财政局负责  the text of a point
 *   i:2017-06-01     the day of issue
 *   k:一、            that point is a duty of the one above it
 *   f:市财局/市财政局   what a unit is called in full
 *   ?:一、            that point is only proposed
 *   ok:two-leads/一、  a finding that the office accepted
 */
typedef struct
{
  const char *path;
  const char *words;
  const char *codes;
} CheckCase;

#define OWNED "u:甲局 a:一、/甲局/lead "

/* Ten and more points of one unit, beside others that have one each. */
#define MANY \
  "p:1./a>（三） p:2./b>（三） p:3./c>（三） p:4./d>（三） p:5./e>（三） p:6./f>（三） p:7./g>（三） p:8./h>（三） " \
  "p:9./j>（三） p:10./k>（三） p:11./l>（三） p:12./m>（三） "
#define ALL_TO(unit, role) \
  "a:1./" unit role "a:2./" unit role "a:3./" unit role "a:4./" unit role "a:5./" unit role \
  "a:6./" unit role "a:7./" unit role "a:8./" unit role "a:9./" unit role "a:10./" unit role \
  "a:11./" unit role "a:12./" unit role

/* The same in a list without chapters, half of whose points others have. */
#define FLAT \
  "p:1./a p:2./b p:3./c p:4./d p:5./e p:6./f p:7./g p:8./h p:9./j p:10./k p:11./l p:12./m " \
  "p:13./n p:14./o p:15./p p:16./q p:17./r p:18./s p:19./t p:20./u u:甲局 u:乙局 u:丙局 u:丁局 " \
  "a:13./乙局/lead a:14./乙局/lead a:15./丙局/lead a:16./丙局/lead a:17./丁局/lead " \
  "a:18./丁局/lead a:19./乙局/lead a:20./丙局/lead "

static const CheckCase check_cases[] = {
  { "/check/nothing",          "p:一、/x " OWNED, "" },
  { "/check/no-unit",          "p:一、/x p:二、/y " OWNED, "no-unit" },
  { "/check/unit-above",       "p:一、/x p:（一）/y>一、 " OWNED, "" },
  { "/check/units-below",      "p:一、/x p:（一）/y>一、 u:甲局 a:（一）/甲局/lead", "" },
  { "/check/two-leads",        "p:一、/x " OWNED "u:乙局 a:一、/乙局/lead", "two-leads" },
  { "/check/accepted",         "p:一、/x " OWNED "u:乙局 a:一、/乙局/lead ok:two-leads/一、", "" },
  { "/check/lead-and-others",  "p:一、/x " OWNED "u:乙局 a:一、/乙局/responsible", "" },
  { "/check/no-text",          "p:一、/ " OWNED, "no-text" },
  { "/check/number-gap",       "p:一、/x p:三、/y " OWNED "a:三、/甲局/lead", "number-gap" },
  { "/check/number-again",     "p:一、/x p:二、/y p:二、/z " OWNED "a:二、/甲局/lead",
                               "no-unit number-again" },
  { "/check/numbers-run-on",   "p:一、/x p:（一）/y>一、 p:二、/z p:（二）/w>二、 " OWNED
                               "a:二、/甲局/lead", "" },
  { "/check/numbers-restart",  "p:一、/x p:（一）/y>一、 p:二、/z p:（一）/w>二、 " OWNED
                               "a:二、/甲局/lead", "" },
  { "/check/later-than-parent", "p:一、/x p:（一）/y>一、 d:一、/2017-06-30 d:（一）/2017-07-03 "
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
  { "/check/unit-twice",       "p:一、/x " OWNED "u:甲局", "unit-twice unit-unused" },
  { "/check/list-of-one-office", FLAT ALL_TO ("甲局", "/lead "), "" },
};

/* A plan in which nothing is to be found: two chapters, a group and its members, a vague party
 * resolved, deadlines, a dependency. Each defect is planted in it by itself.
 */
#define SOUND \
  "i:2017-06-01 p:一、/甲章 p:（一）/甲一>一、 p:（二）/甲二>一、 p:二、/乙章 p:（三）/乙一>二、 " \
  "p:（四）/乙二>二、 u:市财政局 u:市教育局 u:市公安局 u*:各县区 u:东宝区 u:掇刀区 " \
  "m:各县区/东宝区 m:各县区/掇刀区 a:（一）/市财政局/lead a:（一）/市教育局/support/配合 " \
  "a:（二）/市教育局/responsible a:（二）/各县区/responsible a:（三）/市公安局/responsible " \
  "a:（四）/市财政局/responsible d:（一）/2017-06-30 t:（一）/2017-06-28 " \
  "w:（一）/2017-06-05/5 w:（二）/2017-06-05/5 l:（一）/（二） d:（二）/2017-09-29 "

static const CheckCase defects[] = {
  { "/defect/none",              "", "" },
  { "/defect/no-unit",           "p:（五）/乙三>二、", "no-unit" },
  { "/defect/no-unit-chapter",   "p:三、/丙章 p:（五）/丙一>三、 p:（六）/丙二>三、", "no-unit-chapter" },
  { "/defect/two-leads",         "a:（一）/市公安局/lead", "two-leads" },
  { "/defect/no-lead",           "p:（五）/乙三>二、 a:（五）/市公安局/support/配合", "no-lead" },
  { "/defect/unit-and-group",    "a:（二）/东宝区/responsible", "unit-and-group" },
  { "/defect/not-taken-bracket", "x:（三）/加强培训（市水务局、市教育局负责）", "not-taken" },
  { "/defect/not-taken-by",      "x:（三）/由市水务局牵头，年内完成。", "not-taken" },
  { "/defect/not-taken-head",    "x:（三）/加强培训（责任单位：市水务局）", "not-taken" },
  { "/defect/no-text",           "p:（五）/>二、 a:（五）/市公安局/lead", "no-text" },
  { "/defect/title-twice",       "p:（五）/乙一>二、 a:（五）/市公安局/lead", "title-twice" },
  { "/defect/number-again",      "p:（四）/乙三>二、 a:（四）/市公安局/lead", "number-again" },
  { "/defect/number-gap",        "p:（六）/乙三>二、 a:（六）/市公安局/lead", "number-gap" },
  { "/defect/later-than-parent", "d:一、/2017-08-31 d:二、/2017-08-31", "later-than-parent" },
  { "/defect/due-before-issue",  "d:（三）/2017-05-31", "due-before-issue" },
  { "/defect/period-before-issue", "d:（三）/2017-05", "due-before-issue" },
  { "/defect/rest-day",          "d:（三）/2017-07-01", "rest-day" },
  { "/defect/holiday",           "d:（三）/2017-10-02/10月2日前", "rest-day" },
  { "/defect/cannot-meet",       "w:（三）/2017-06-05/30 d:（三）/2017-06-15", "cannot-meet" },
  { "/defect/chain",             "w:（三）/2017-06-05/30 l:（三）/（四） w:（四）/2017-06-05/5 "
                                 "d:（四）/2017-06-15", "cannot-meet" },
  { "/defect/internal-late",     "d:（三）/2017-06-15 t:（三）/2017-06-16", "internal-late" },
  { "/defect/circle",            "l:（三）/二、", "circle" },
  { "/defect/not-announced",     "d:（三）/issued+400", "not-announced" },
  { "/defect/vague-unit",        "u?:有关部门 a:（三）/有关部门/support/配合", "vague-unit" },
  { "/defect/no-members",        "u*:市直各部门 a:（三）/市直各部门/responsible", "no-members" },
  { "/defect/unit-twice",        "u:市公安局 a:（三）/市公安局/support/配合", "unit-twice" },
  { "/defect/unit-forms",        "u:市财局 a:（三）/市财局/responsible", "unit-forms" },
  { "/defect/unit-forms-board",  "u:市发展和改革委员会 a:（三）/市发展和改革委员会/responsible "
                                 "u:市发改委 a:（四）/市发改委/responsible", "unit-forms" },
  { "/defect/mixed-width",       "u:市发改委(物价局) a:（三）/市发改委(物价局)/responsible",
                                 "mixed-width" },
  { "/defect/space-in-name",     "u:市_水务局 a:（三）/市_水务局/responsible", "mixed-width" },
  { "/defect/wide-letter",       "u:市１１０指挥中心 a:（三）/市１１０指挥中心/responsible",
                                 "mixed-width" },
  { "/defect/unit-load",         MANY ALL_TO ("市公安局", "/lead "), "unit-load" },
  { "/defect/unit-unused",       "u:市水务局", "unit-unused" },
  { "/defect/not-confirmed",     "?:（三）", "not-confirmed" },
};

/* What looks like a defect and is none. */
static const CheckCase normals[] = {
  { "/normal/number-anew",       "p:三、/丙章 p:（一）/丙一>三、 a:（一）/市公安局/lead", "" },
  { "/normal/general",           "p:三、/总体要求 p:（五）/指导思想>三、 p:（六）/基本原则>三、", "" },
  { "/normal/guides",            "p:（五）/乙三>二、 a:（五）/市公安局/support/指导", "" },
  { "/normal/end-of-month",      "d:（三）/2017-09-30/9月底前", "" },
  { "/normal/person",            "x:（三）/主要负责同志亲自抓，由专人负责，谁主管谁负责。", "" },
  { "/normal/named-in-text",     "x:（三）/由市公安局负责，年内完成。", "" },
  { "/normal/other-bureau",      "u:市农业局 a:（三）/市农业局/responsible "
                                 "u:市农业机械局 a:（四）/市农业机械局/responsible", "" },
  { "/normal/office-of-office",  "u:市政府办公室 a:（三）/市政府办公室/responsible "
                                 "u:市政府金融办 a:（四）/市政府金融办/responsible", "" },
  { "/normal/office-of-committee", "u:市委办公室 a:（三）/市委办公室/responsible "
                                 "u:市委农办 a:（四）/市委农办/responsible", "" },
  { "/normal/half-width-number", "u:市12345热线中心 a:（三）/市12345热线中心/responsible", "" },
  { "/normal/make-up-day",       "d:（三）/2017-09-30/9月30日前", "" },
  { "/normal/title-elsewhere",   "p:三、/ x:三、/丙 p:（五）/加强领导>三、 a:（五）/市公安局/lead "
                                 "p:四、/ x:四、/丁 p:（六）/加强领导>四、 a:（六）/市公安局/lead", "" },
  { "/normal/refused-rest-day",  "r:（三）/2017-07-01", "" },
  { "/normal/refused-before-issue", "r:（三）/2017-05-31", "" },
  { "/normal/refused-parent",    "r:二、/2017-06-30 d:（三）/2017-07-03", "" },
  { "/normal/refused-stated",    "r:（三）/2017-06-15 t:（三）/2017-06-16", "" },
  { "/normal/refused-not-announced", "r:（三）/issued+400", "" },
  { "/normal/period",            "d:（三）/2017-06", "" },
  { "/normal/how",               "p:三、/切实做好组织实施 p:（五）/加强宣传>三、 p:四、/有关要求 "
                                 "p:五、/实施步骤", "" },
  { "/normal/annex",             "p:三、/丙章 a:三、/市公安局/lead p:附件2/名单 p:附件1/分工表", "" },
  { "/normal/numbers-of-pdf",    "p:三、/丙章 a:三、/市公安局/lead p:⼀、/x>三、 p:⼆、/y>三、 "
                                 "p:三．/z>三、 p:⼗、/w>三、", "number-gap" },
  { "/normal/competent-office",  MANY ALL_TO ("市公安局", "/lead ") "a:（一）/市公安局/responsible",
                                 "" },
  { "/normal/two-fields",        MANY ALL_TO ("市公安局", "/lead ") "u:市水务局 "
                                 ALL_TO ("市水务局", "/responsible "), "" },
  { "/normal/supports-all",      MANY ALL_TO ("市公安局", "/lead ")
                                 ALL_TO ("市教育局", "/support/配合 "), "unit-load" },
};

/* Beside a directory; see make_directory(). 市国税局 was there until 2017-03-01, 市住建局 comes
 * after the day of the plan.
 */
static const CheckCase beside_directory[] = {
  { "/directory/known",          "", "" },
  { "/directory/unknown",        "u:市档案局 a:（三）/市档案局/responsible", "unit-unknown" },
  { "/directory/alias",          "u:市水利局 a:（三）/市水利局/responsible", "" },
  { "/directory/same",           "u:市水务局 a:（三）/市水务局/responsible "
                                 "u:市水利局 a:（四）/市水利局/responsible", "unit-same" },
  { "/directory/former",         "u:市国税局 a:（三）/市国税局/responsible", "unit-former" },
  { "/directory/not-yet",        "u:市住建局 a:（三）/市住建局/responsible", "unit-former" },
  { "/directory/doubtful",       "u:市质监局 a:（三）/市质监局/responsible", "unit-doubtful" },
  { "/directory/vague",          "u?:有关单位 a:（三）/有关单位/responsible", "vague-unit" },
};

/* Of a clause in the text of a point: the units that are not among those of the point; `all` where
 * none is. It has 市公安局 and 市卫计委, which is 市卫生计生委 in full, and below it a duty of 市水务局.
 */
static const struct { const char *text, *missing; } taken_cases[] = {
  { "加强培训（市公安局负责）", "" },
  { "加强培训（市公安局、市水务局负责）", "" },
  { "加强培训（荆门市公安局负责）", "" },
  { "加强培训（公安局负责）", "" },
  { "加强培训（市卫生计生委牵头）", "" },
  { "加强培训（市公安局牵头，市卫计委配合）", "" },
  { "加强培训（市教育局负责）", "all" },
  { "加强培训（市教育局、市财政局负责）", "all" },
  { "加强培训（市公安局、市教育局负责）", "市教育局" },
  { "加强培训（市教育局、市公安局、市财政局分别负责）", "市教育局、市财政局" },
  { "加强培训（市公安局牵头，市教育局、市财政局配合）", "市教育局、市财政局" },
  { "加强培训（责任单位：市公安局、市教育局）", "市教育局" },
  { "加强培训（牵头单位：市公安局；责任单位：市教育局）", "市教育局" },
  { "加强培训（市公安局和市教育局共同负责）", "市教育局" },
  { "加强培训（市公安局会同市教育局负责）", "市教育局" },
  { "加强培训（市人力资源和社会保障局、市公安局负责）", "市人力资源和社会保障局" },
  { "加强培训（市人力资源和社会保障局和市公安局负责）", "市人力资源和社会保障局" },
  { "加强培训（市发展和改革委员会和市公安局负责）", "市发展和改革委员会" },
  { "加强培训（市公安局和市人力资源和社会保障局和市教育局负责）",
    "市人力资源和社会保障局、市教育局" },
  { "加强培训（市公安局、市政府办公室、市委组织部负责）", "市政府办公室、市委组织部" },
  { "加强培训（市公安局、市政府、市委、东宝区人民政府负责）", "" },
  { "加强培训（市公安局、东宝区教育局负责）", "东宝区教育局" },
  { "加强培训（市公安局、县政府和社会资本合作中心负责）", "" },
  { "加强培训（县政府和社会资本合作中心和市教育局负责）", "市教育局" },
  { "加强培训（市教育局和市公安局共同负责）", "市教育局" },
  { "由市公安局、市教育局等部门按职责分工负责，年内完成。", "市教育局" },
  { "由市公安局负责，市教育局没有任务。", "" },
  { "加强培训（市公安局负责）。检查（市教育局负责）", "all" },
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
  g_autofree char *name = g_strdelimit (g_strdup (word), "_", ' ');

  create (builder, YD_KIND_UNIT, word);
  yd_edit_put (builder->edit, YD_UNIT_NAME, name);
  if (mark == '?')
    yd_edit_put (builder->edit, YD_UNIT_VAGUE, "true");
  if (mark == '*')
    yd_edit_put (builder->edit, YD_UNIT_KIND, "group");
}

static void
add_assignment (Builder    *builder,
                const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 4);
  const char *point = get_id (builder, parts[0]), *unit = get_id (builder, parts[1]);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL);

  yd_edit_create (builder->edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_put (builder->edit, YD_ASSIGNMENT_POINT, point);
  yd_edit_put (builder->edit, YD_ASSIGNMENT_UNIT, unit);
  yd_edit_put (builder->edit, YD_ASSIGNMENT_ROLE, parts[2]);
  if (parts[3] != NULL)
    yd_edit_put (builder->edit, YD_ASSIGNMENT_WORD, parts[3]);
}

static void
add_member (Builder    *builder,
            const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 2);

  create (builder, YD_KIND_MEMBER, word);
  yd_edit_put (builder->edit, YD_MEMBER_GROUP, get_id (builder, parts[0]));
  yd_edit_put (builder->edit, YD_MEMBER_UNIT, get_id (builder, parts[1]));
}

static void
add_deadline (Builder    *builder,
              const char *word,
              const char *origin)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 3);
  gboolean counts = g_str_has_prefix (parts[1], "issued");
  const char *fixed = strlen (parts[1]) == strlen ("2017-06") ? "period_end" : "date";
  const char *n = strchr (parts[1], '+');

  create (builder, YD_KIND_DEADLINE, word);
  yd_edit_put (builder->edit, YD_DEADLINE_POINT, get_id (builder, parts[0]));
  yd_edit_put (builder->edit, YD_DEADLINE_ORIGIN, origin);
  yd_edit_put (builder->edit, YD_DEADLINE_RULE, counts ? "after" : fixed);
  yd_edit_put (builder->edit, counts ? YD_DEADLINE_ANCHOR : YD_DEADLINE_VALUE,
               counts ? "issued" : parts[1]);
  if (n != NULL)
    {
      yd_edit_put (builder->edit, YD_DEADLINE_N, n + 1);
      yd_edit_put (builder->edit, YD_DEADLINE_MEASURE, "workdays");
    }
  if (parts[2] != NULL)
    yd_edit_put (builder->edit, YD_DEADLINE_WORDS, parts[2]);
}

static void
put_in_point (Builder    *builder,
              const char *name,
              guint       field,
              const char *value)
{
  yd_edit_change (builder->edit, YD_KIND_POINT, get_id (builder, name), field, NULL, value);
}

static void
propose (Builder    *builder,
         const char *word)
{
  put_in_point (builder, word, YD_POINT_CHECK, "proposed");
}

static void
plan_work (Builder    *builder,
           const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 3);

  put_in_point (builder, parts[0], YD_POINT_START, parts[1]);
  put_in_point (builder, parts[0], YD_POINT_DAYS, parts[2]);
}

static void
set_text (Builder    *builder,
          const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 2);

  put_in_point (builder, parts[0], YD_POINT_TEXT, parts[1]);
}

static void
link_points (Builder    *builder,
             const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 2);

  create (builder, YD_KIND_DEPENDENCY, word);
  yd_edit_put (builder->edit, YD_DEPENDENCY_PRED, get_id (builder, parts[0]));
  yd_edit_put (builder->edit, YD_DEPENDENCY_SUCC, get_id (builder, parts[1]));
  yd_edit_put (builder->edit, YD_DEPENDENCY_TYPE, "FS");
  yd_edit_put (builder->edit, YD_DEPENDENCY_CHECK, "confirmed");
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
set_full (Builder    *builder,
          const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 2);

  yd_edit_change (builder->edit, YD_KIND_UNIT, get_id (builder, parts[0]), YD_UNIT_FULL, NULL,
                  parts[1]);
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
    case 'm': add_member (builder, rest); break;
    case 'd': add_deadline (builder, rest, "stated"); break;
    case 't': add_deadline (builder, rest, "internal"); break;
    case 'r':
      add_deadline (builder, rest, "stated");
      yd_edit_put (builder->edit, YD_DEADLINE_CHECK, "refused");
      break;
    case 'w': plan_work (builder, rest); break;
    case 'x': set_text (builder, rest); break;
    case 'l': link_points (builder, rest); break;
    case 'i': add_head (builder, rest); break;
    case 'k': put_in_point (builder, rest, YD_POINT_KIND, "duty"); break;
    case 'f': set_full (builder, rest); break;
    case '?': propose (builder, rest); break;
    case 'o': add_acceptance (builder, rest); break;
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

/* 2017: Labour Day and the Dragon Boat Festival are over on 2 June; National Day takes 1 to 8
 * October, and 30 September is worked.
 */
static YdSchedule *
make_schedule (YdPlan *plan)
{
  g_autoptr(YdWorkCalendar) calendar = NULL;
  YdWorkCalendarBuilder *builder = yd_work_calendar_builder_new ();

  yd_work_calendar_builder_add_notice (builder, 2017, "", "");
  for (int day = 1; day <= 8; day++)
    yd_work_calendar_builder_add_day (builder, yd_day_new (2017, 10, day), FALSE, "国庆节");
  yd_work_calendar_builder_add_day (builder, yd_day_new (2017, 9, 30), TRUE, "国庆节");
  calendar = yd_work_calendar_builder_end (builder);

  return yd_schedule_new (plan, calendar, yd_day_new (2017, 6, 1));
}

static char *
name_id (const char *name)
{
  return g_strdup_printf ("u%08x", g_str_hash (name));
}

static void
know_unit (YdEdit     *edit,
           const char *name,
           const char *from,
           const char *to,
           const char *successor)
{
  g_autofree char *id = name_id (name);
  g_autofree char *successor_id = successor != NULL ? name_id (successor) : NULL;

  yd_edit_create (edit, YD_KIND_UNIT, id);
  yd_edit_put (edit, YD_UNIT_NAME, name);
  if (from != NULL)
    yd_edit_put (edit, YD_UNIT_FROM, from);
  if (to != NULL)
    yd_edit_put (edit, YD_UNIT_TO, to);
  if (successor != NULL)
    yd_edit_put (edit, YD_UNIT_SUCCESSOR, successor_id);
}

static void
know_alias (YdEdit     *edit,
            const char *unit,
            const char *name)
{
  g_autofree char *unit_id = name_id (unit);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ALIAS, unit_id, name, NULL);

  yd_edit_create (edit, YD_KIND_ALIAS, id);
  yd_edit_put (edit, YD_ALIAS_UNIT, unit_id);
  yd_edit_put (edit, YD_ALIAS_NAME, name);
}

/* All units of the plan are in it, and some whose names or days are a question. */
static YdDirectory *
make_directory (void)
{
  static const char * const known[] = {
    "市财政局", "市教育局", "市公安局", "各县区", "东宝区", "掇刀区", "市水务局", "市税务局",
    "市工商局", "市技监局",
  };
  g_autoptr(YdOffice) office = yd_office_new ("office");
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    know_unit (edit, known[i], NULL, NULL, NULL);
  know_unit (edit, "市国税局", NULL, "2017-03-01", "市税务局");
  know_unit (edit, "市住建局", "2018-12-01", NULL, NULL);
  know_alias (edit, "市水务局", "市水利局");
  know_alias (edit, "市工商局", "市质监局");
  know_alias (edit, "市技监局", "市质监局");

  yd_edit_seal (edit, "1");
  yd_space_apply (YD_SPACE (office), edit, &error);
  g_assert_no_error (error);

  return yd_directory_new (office);
}

/* The same is found, however it is divided. */
static void
check_in_pieces (YdPlan      *plan,
                 YdSchedule  *schedule,
                 YdDirectory *directory,
                 GPtrArray   *findings)
{
  for (guint piece = 1; piece < 4; piece++)
    {
      g_autoptr(YdCheck) check = yd_check_new (plan, schedule, directory);
      GPtrArray *others = yd_check_get_findings (check);

      while (!yd_check_step (check, piece))
        ;

      g_assert_cmpuint (others->len, ==, findings->len);
      for (guint i = 0; i < findings->len; i++)
        {
          const YdFinding *finding = g_ptr_array_index (findings, i);
          const YdFinding *other = g_ptr_array_index (others, i);

          g_assert_cmpstr (other->code, ==, finding->code);
          g_assert_cmpstr (other->where, ==, finding->where);
        }
    }
}

static void
check_codes (const char  *words,
             YdDirectory *directory,
             const char  *expected)
{
  YdPlan *plan = build_plan (words);
  g_autoptr(YdSchedule) schedule = make_schedule (plan);
  g_autoptr(GString) codes = g_string_new (NULL);
  g_autoptr(GPtrArray) findings = yd_check_plan (plan, schedule, directory);

  for (guint i = 0; i < findings->len; i++)
    {
      const YdFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (codes, i > 0 ? " %s" : "%s", finding->code);
      g_assert_nonnull (finding->where);
      g_assert_cmpstr (finding->message, !=, "");
      g_assert_cmpstr (yd_check_get_normal (finding->code), !=, "");
    }

  g_assert_cmpstr (codes->str, ==, expected);
  check_in_pieces (plan, schedule, directory, findings);
  g_clear_pointer (&findings, g_ptr_array_unref);
  g_clear_object (&schedule);
  g_assert_finalize_object (plan);
}

static void
test_check (gconstpointer data)
{
  const CheckCase *check = data;

  check_codes (check->words, NULL, check->codes);
}

/* Exactly what was planted is found, and nothing else with it. */
static void
test_defect (gconstpointer data)
{
  const CheckCase *defect = data;
  g_autofree char *words = g_strconcat (SOUND, defect->words, NULL);

  check_codes (words, NULL, defect->codes);
}

static void
test_beside_directory (gconstpointer data)
{
  const CheckCase *check = data;
  g_autofree char *words = g_strconcat (SOUND, check->words, NULL);
  g_autoptr(YdDirectory) directory = make_directory ();

  check_codes (words, directory, check->codes);
}

static void
apply (YdPlan *plan,
       YdEdit *edit)
{
  static guint n_edits = 1;
  g_autoptr(YdEdit) owned = edit;
  g_autofree char *id = g_strdup_printf ("e%u", n_edits++);
  g_autoptr(GError) error = NULL;

  yd_edit_seal (edit, id);
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);
}

static YdFinding *
find_only (GPtrArray *findings)
{
  g_assert_cmpuint (findings->len, ==, 1);
  return g_ptr_array_index (findings, 0);
}

static YdRow *
get_acceptance (YdPlan *plan)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_ACCEPTANCE);

  g_assert_cmpuint (rows->len, ==, 1);
  return g_ptr_array_index (rows, 0);
}

/* What was accepted with a reason is silent, can be told again, and accepted once more. */
static void
test_accept (void)
{
  g_autoptr(YdPlan) plan = build_plan (SOUND "u:市水务局");
  static const char * const reasons[] = { "部门已备案", "下半年另行安排" };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr(GPtrArray) before = yd_check_plan (plan, NULL, NULL);
      YdFinding *finding = find_only (before);
      g_autoptr(GPtrArray) silent = NULL;

      apply (plan, yd_plan_edit_accept_finding (plan, finding->code, finding->row, reasons[i]));
      silent = yd_check_plan (plan, NULL, NULL);
      g_assert_cmpuint (silent->len, ==, 0);
      g_assert_cmpstr (yd_row_get_cell (get_acceptance (plan), YD_ACCEPTANCE_REASON), ==,
                       reasons[i]);

      apply (plan, yd_plan_edit_tell_finding (get_acceptance (plan)));
    }
}

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (taken_cases); i++)
    {
      const char *missing = taken_cases[i].missing;
      g_autofree char *words =
        g_strdup_printf ("p:一、/x x:一、/%s u:市公安局 a:一、/市公安局/lead u:市卫计委 "
                         "a:一、/市卫计委/responsible u:市水务局 p:1/y>一、 k:1 a:1/市水务局/lead "
                         "f:市卫计委/市卫生计生委 u:市政府 a:一、/市政府/support u:市委 "
                         "a:一、/市委/support u:东宝区 a:一、/东宝区/support "
                         "u:县政府和社会资本合作中心 "
                         "a:一、/县政府和社会资本合作中心/support", taken_cases[i].text);
      g_autofree char *part = g_strdup_printf ("units: %s. Add", missing);
      YdPlan *plan = build_plan (words);
      g_autoptr(GPtrArray) findings = yd_check_plan (plan, NULL, NULL);
      const YdFinding *found = NULL;

      g_test_message ("%s", taken_cases[i].text);
      for (guint k = 0; k < findings->len; k++)
        if (g_str_equal (((YdFinding *) findings->pdata[k])->code, "not-taken"))
          {
            g_assert_null (found);
            found = findings->pdata[k];
          }

      g_assert_cmpint (found != NULL, ==, *missing != '\0');
      if (found != NULL && g_str_equal (missing, "all"))
        g_assert_nonnull (strstr (found->message, "none of these"));
      else if (found != NULL)
        g_assert_nonnull (strstr (found->message, part));

      g_clear_pointer (&findings, g_ptr_array_unref);
      g_assert_finalize_object (plan);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (check_cases); i++)
    g_test_add_data_func (check_cases[i].path, &check_cases[i], test_check);
  for (gsize i = 0; i < G_N_ELEMENTS (defects); i++)
    g_test_add_data_func (defects[i].path, &defects[i], test_defect);
  for (gsize i = 0; i < G_N_ELEMENTS (beside_directory); i++)
    g_test_add_data_func (beside_directory[i].path, &beside_directory[i], test_beside_directory);
  for (gsize i = 0; i < G_N_ELEMENTS (normals); i++)
    g_test_add_data_func (normals[i].path, &normals[i], test_defect);

  g_test_add_func ("/check/accept", test_accept);
  g_test_add_func ("/check/taken", test_taken);

  return g_test_run ();
}
