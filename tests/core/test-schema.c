/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-row.h"

#include <string.h>

/* The table, written down a second time as the data model has it, so that nothing
 * changes unseen: fields are added, never renamed, retyped or reused.
 *
 * A kind: its name, spaces, who writes, the home, the order and the other row that
 * it needs (- for none), and its type. Then its fields after `deleted`: the type,
 * `!` required, `#` fixed, `=` part of the id, `^` of another space, `o` office only,
 * `*` needed, then `>` what an id names, `/` the letter of the merge unit, `@` who
 * writes it if others than the kind says.
 */
static const char * const expected[] = {
  "plan p O - - - YdPlanRow: title text! number text issuer text issued date level enum "
  "status enum office id^",
  "calendar_use p O - - - YdCalendarUse: notice id!#=^",
  "source p O - order - YdSourceRow: blob blob!# map blob# name text# format enum# chars int# "
  "reader text# order key",
  "point p O parent order - YdPoint: parent id*>point/A order key!/A kind enum printed text "
  "title text text long span span check enum sure int start date/B days int/B started date/C@OU "
  "finished date/C@OU aud enum",
  "unit po O - order - YdUnit: name text! full text short text kind enum vague bool origin id^ "
  "order key parent ido>unit from dateo to dateo successor ido>unit merged ido>unit "
  "contact texto phone texto",
  "alias po O unit - - YdAlias: unit id!#=*>unit name text!#=",
  "member po O group - unit YdMember: group id!#*>unit unit id!#*>unit from date/A to date/A",
  "assignment p O point order unit YdAssignment: point id!#=*>point unit id!#=*>unit role enum! "
  "each bool word text order key words text span span check enum sure int done date/B@U "
  "done_note text/B@U",
  "deadline p O point order unit YdDeadline: point id!#*>point unit id*>unit origin enum# "
  "rule enum/A value text/A n int/A measure enum/A anchor enum/A anchor_id id>point/A roll enum/A "
  "first bool/A words text span span check enum sure int order key",
  "dependency p O succ - pred YdDependency: pred id*>point/A succ id*>point/A type enum/A "
  "lag int/A measure enum/A words text span span check enum sure int",
  "clock p O point - - YdClock: template id#^ title text! point id*>point started time!/A "
  "stopped time/A",
  "clock_step p O clock order - YdClockStep: clock id!#*>clock title text n int measure enum "
  "order key done time extra int/A reason text/A",
  "clock_pause p O clock - - YdClockPause: clock id!#*>clock from time! to time reason text",
  "return p UO point - unit YdReturn: point id!#*>point unit id!#*>unit day date# period text# "
  "state enum# percent int# text long# supersedes id#>return",
  "evidence p UO - - about YdEvidence: about_kind enum# about id!#*>about blob blob!# name text# "
  "size int# mime text#",
  "postponement p UO deadline - unit YdPostponement: deadline id!#*>deadline unit id#*>unit "
  "until date!# reason text# state enum/A@O decided text/A@O",
  "remark p R - - about YdRemark: about_kind enum# about id!#*>about field text# kind enum "
  "text long!# reply_to id#>remark state enum/A",
  "acceptance p O - - about YdAcceptance: code text!#= about id!#=*>any reason text!",
  "reference p O point - - YdReference: point id*>point title text number text words text "
  "span span check enum sure int",
  "edition p O - - - YdEdition: number int!# name text# at time# signer text# pos int# "
  "state blob!# digest text#",
  "office o O - - - YdOfficeRow: name text! level enum region text",
  "notice o O - - - YdNotice: year int!#= region text#= version int!#= number text issued date "
  "text long check enum",
  "day o O notice date - YdDay: notice id!#=*>notice date date!#= working bool! name text",
  "clock_template o O - - - YdClockTemplate: title text! law text from date to date",
  "template_step o O template order - YdTemplateStep: template id!#*>clock_template title text "
  "n int measure enum order key",
  "light_rule o O - - - YdLightRule: code enum!#= label text days int percent int",
  "style o O - - - YdStyle: name text! blob blob!",
};

static const char *
get_field_name (const YdKindInfo *info,
                guint             field)
{
  return field != 0 ? info->fields[field].name : "-";
}

static const char *
get_target_name (const YdField *field)
{
  if (field->target == YD_TARGET_ANY)
    return "any";

  return field->target == YD_TARGET_ABOUT ? "about" : yd_schema_get_kind (field->target)->name;
}

static void
write_field (const YdField *field,
             GString       *out)
{
  static const char * const types[] = {
    "text", "long", "int", "bool", "date", "time", "enum", "id", "key", "span", "blob",
  };
  static const struct { YdFieldFlags flag; const char *sign; } signs[] = {
    { YD_FIELD_REQUIRED, "!" }, { YD_FIELD_FIXED, "#" }, { YD_FIELD_PART & ~YD_FIELD_FIXED, "=" },
    { YD_FIELD_ABROAD, "^" }, { YD_FIELD_OFFICE, "o" }, { YD_FIELD_NEEDED, "*" },
  };

  g_string_append_printf (out, " %s %s", field->name, types[field->type]);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (field->flags & signs[i].flag)
      g_string_append (out, signs[i].sign);

  if (field->type == YD_VALUE_ID && !(field->flags & YD_FIELD_ABROAD))
    g_string_append_printf (out, ">%s", get_target_name (field));
  if (field->merge != 0)
    g_string_append_printf (out, "/%c", field->merge);
  if (field->writers != NULL)
    g_string_append_printf (out, "@%s", field->writers);
}

static char *
write_kind (YdKind kind)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  GString *out = g_string_new (NULL);

  g_string_printf (out, "%s %s %s %s %s %s %s:", info->name, info->spaces, info->writers,
                   get_field_name (info, info->home), get_field_name (info, info->order),
                   get_field_name (info, info->need), g_type_name (yd_row_get_kind_type (kind)));
  for (guint i = YD_N_COMMON_FIELDS; i < info->n_fields; i++)
    write_field (&info->fields[i], out);

  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (expected), ==, YD_N_KINDS);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autofree char *written = write_kind (kind);

      g_assert_cmpstr (written, ==, expected[kind]);
    }
}

static const struct { const char *kind, *field, *words; } enums[] = {
  { "plan", "level", "central province city county township unit" },
  { "plan", "status", "draft issued closed" },
  { "point", "kind", "chapter section item duty row" },
  { "point", "check", "proposed confirmed refused" },
  { "point", "aud", "all office units" },
  { "assignment", "role", "lead responsible support" },
  { "deadline", "origin", "stated internal" },
  { "deadline", "rule", "date period_end after recurring within longterm none" },
  { "deadline", "measure", "workdays days months hours" },
  { "deadline", "anchor", "issued received event start finish" },
  { "dependency", "type", "FS SS FF SF" },
  { "postponement", "state", "asked granted refused" },
  { "remark", "kind", "note question answer" },
  { "remark", "state", "open closed" },
};

static void
test_enums (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (enums); i++)
    {
      g_autofree char *words = NULL;
      YdKind kind;
      guint field;

      g_assert_true (yd_schema_find_field (enums[i].kind, enums[i].field, &kind, &field));
      words = g_strjoinv (" ", (char **) yd_schema_get_kind (kind)->fields[field].words);
      g_assert_cmpstr (words, ==, enums[i].words);
    }
}

static void
check_field (const YdKindInfo *info,
             guint             i)
{
  const YdField *field = &info->fields[i];
  gboolean is_home = (field->flags & YD_FIELD_HOME) != 0;

  g_assert_cmpstr (field->name, !=, NULL);
  g_assert_true ((field->type == YD_VALUE_ENUM) == (field->words != NULL));
  g_assert_true (field->type == YD_VALUE_ID || field->target == 0);
  g_assert_true ((info->home == i && i != 0) == is_home);
  g_assert_true ((info->need == i && i != 0) ==
                 (!is_home && (field->flags & YD_FIELD_NEEDED) != 0));
  g_assert_true (!is_home || field->flags & YD_FIELD_NEEDED);
  g_assert_true ((info->check == i && i != 0) == g_str_equal (field->name, "check"));
  g_assert_true ((info->sure == i && i != 0) == g_str_equal (field->name, "sure"));

  if (field->type == YD_VALUE_ID && field->target == YD_TARGET_ABOUT)
    g_assert_cmpstr (info->fields[i - 1].name, ==, "about_kind");

  for (guint j = 0; j < i; j++)
    g_assert_cmpstr (info->fields[j].name, !=, field->name);
}

/* What the code relies on besides. */
static void
test_rules (void)
{
  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      const YdKindInfo *info = yd_schema_get_kind (kind);
      gboolean derived = FALSE;
      YdKind found;

      g_assert_cmpuint (info->n_fields, <=, YD_MAX_FIELDS);
      g_assert_cmpstr (info->fields[YD_FIELD_DELETED].name, ==, "deleted");
      g_assert_true (info->fields[YD_FIELD_DELETED].flags & YD_FIELD_REQUIRED);

      for (guint i = 0; i < info->n_fields; i++)
        {
          check_field (info, i);
          derived = derived || (info->fields[i].flags & YD_FIELD_PART) == YD_FIELD_PART;
        }

      g_assert_true (derived == info->derived);
      g_assert_true (yd_schema_find_kind (info->name, &found) && found == kind);
    }
}

/* Evidence and remarks may be about kinds that there are. */
static void
test_about (void)
{
  static const YdKind kinds[] = { YD_KIND_EVIDENCE, YD_KIND_REMARK };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const YdField *field = &yd_schema_get_kind (kinds[i])->fields[YD_REMARK_ABOUT_KIND];
      YdKind kind;

      for (guint w = 0; field->words[w] != NULL; w++)
        g_assert_true (yd_schema_find_kind (field->words[w], &kind));
    }
}

static void
test_find (void)
{
  YdKind kind;
  guint field;

  g_assert_true (yd_schema_find_field ("point", "title", &kind, &field));
  g_assert_cmpuint (kind, ==, YD_KIND_POINT);
  g_assert_cmpuint (field, ==, YD_POINT_TITLE);
  g_assert_false (yd_schema_find_field ("point", "Title", &kind, &field));
  g_assert_false (yd_schema_find_field ("points", "title", &kind, &field));
  g_assert_false (yd_schema_find_kind ("", &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/table", test_table);
  g_test_add_func ("/schema/enums", test_enums);
  g_test_add_func ("/schema/rules", test_rules);
  g_test_add_func ("/schema/about", test_about);
  g_test_add_func ("/schema/find", test_find);

  return g_test_run ();
}
