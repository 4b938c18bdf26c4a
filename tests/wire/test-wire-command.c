/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-id.h"
#include "yd-plan.h"
#include "yd-wire-command.h"
#include "yd-wire-edit.h"

#include <string.h>

/* Ids and keys that can be read: the n-th is made of n and noughts. */

typedef struct
{
  guint8 n;
} Counter;

static gint64
get_msec (gpointer user_data)
{
  return 0;
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  Counter *counter = user_data;

  memset (bytes, 0, n_bytes);
  if (n_bytes > 2)
    bytes[n_bytes - 1] = ++counter->n;
}

static YdEdit *
parse (YdSpace     *space,
       const char  *line,
       GError     **error)
{
  Counter counter = { 0 };
  const YdIdSource source = { get_msec, get_random, &counter };

  return yd_wire_edit_parse_command (space, line, strlen (line), &source, error);
}

static void
apply (YdSpace    *space,
       const char *line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = parse (space, line, &error);
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  g_assert_no_error (error);
  yd_edit_seal (edit, id);
  yd_space_apply (space, edit, &error);
  g_assert_no_error (error);
}

/* A chapter a with the item b, two units, an assignment, and one that was taken out again. */
static YdSpace *
make_plan (void)
{
  YdSpace *plan = YD_SPACE (yd_plan_new ("plan"));
  const char *gone;
  g_autofree char *line = NULL, *id = NULL;

  apply (plan,
         "{\"create\":[{\"kind\":\"point\",\"id\":\"a\",\"fields\":{\"title\":\"A\","
         "\"order\":\"V0\"}},"
         "{\"kind\":\"point\",\"id\":\"b\",\"fields\":{\"title\":\"B\",\"parent\":\"a\","
         "\"order\":\"V0\","
         "\"days\":3}},"
         "{\"kind\":\"unit\",\"id\":\"u\",\"fields\":{\"name\":\"市财政局\"}},"
         "{\"kind\":\"unit\",\"id\":\"v\",\"fields\":{\"name\":\"市教育局\"}},"
         "{\"kind\":\"assignment\",\"fields\":{\"point\":\"b\",\"unit\":\"u\",\"role\":\"lead\"}},"
         "{\"kind\":\"assignment\",\"fields\":{\"point\":\"b\",\"unit\":\"v\",\"role\":\"support\","
         "\"word\":\"配合\"}}]}");

  id = yd_space_derive_id (YD_KIND_ASSIGNMENT, "b", "v", NULL);
  gone = id;
  line = g_strdup_printf ("{\"changes\":[{\"kind\":\"assignment\",\"id\":\"%s\","
                          "\"field\":\"deleted\",\"new\":true}]}", gone);
  apply (plan, line);

  return plan;
}

/* The edit in few words, with the ids that are derived or new as what they are of. */
static char *
describe (YdEdit *edit)
{
  static const char * const sets[][3] = {
    { "b", "u", "bu" }, { "b", "v", "bv" }, { "a", "u", "au" },
  };
  GString *words = g_string_new (yd_edit_get_act (edit));
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    g_string_append_printf (words, " %s.%s:%s>%s", changes[i].id,
                            yd_schema_get_kind (changes[i].kind)->fields[changes[i].field].name,
                            changes[i].old_value != NULL ? changes[i].old_value : "",
                            changes[i].new_value != NULL ? changes[i].new_value : "");

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, sets[i][0], sets[i][1], NULL);

      g_string_replace (words, id, sets[i][2], 0);
    }
  for (guint i = 1; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("00000000-0000-7000-8000-00000000000%u", i);
      g_autofree char *name = g_strdup_printf ("#%u", i);

      g_string_replace (words, id, name, 0);
    }

  return g_string_free (words, FALSE);
}

typedef struct
{
  const char *name;
  const char *line;
  const char *means;
} MeaningCase;

#define POINT(id, field, new) \
  "{\"kind\":\"point\",\"id\":\"" id "\",\"field\":\"" field "\",\"new\":" new "}"
#define MAKE(kind, id, fields) \
  "{\"kind\":\"" kind "\",\"id\":\"" id "\",\"fields\":{" fields "}}"

static const MeaningCase meaning_cases[] = {
  { "/command/act", "{\"act\":\"point.do\",\"id\":\"x\",\"n\":7,\"undoes\":\"y\",\"changes\":["
    POINT ("b", "title", "\"C\"") "]}", "point.do b.title:B>C" },
  { "/command/change", "{\"changes\":[" POINT ("b", "title", "\"C\"") "]}",
    "point.edit b.title:B>C" },
  { "/command/old", "{\"changes\":[{\"kind\":\"point\",\"id\":\"b\",\"field\":\"title\","
    "\"old\":\"X\",\"new\":\"C\"}]}", "point.edit b.title:X>C" },
  { "/command/old-null", "{\"changes\":[{\"kind\":\"point\",\"id\":\"b\",\"field\":\"title\","
    "\"old\":null,\"new\":\"C\"}]}", "point.edit b.title:>C" },
  { "/command/number", "{\"changes\":[" POINT ("b", "days", "30") "," POINT ("b", "start", "null")
    "]}", "point.edit b.days:3>30 b.start:>" },
  { "/command/move", "{\"changes\":[" POINT ("b", "parent", "null") "]}",
    "point.move b.parent:a>" },
  { "/command/delete", "{\"changes\":[" POINT ("b", "deleted", "true") "]}",
    "point.delete b.deleted:false>true" },
  { "/command/create", "{\"create\":[" MAKE ("point", "$x", "\"order\":\"Z0\"") "]}",
    "point.add #1.deleted:>false #1.order:>Z0" },
  { "/command/create-id", "{\"create\":[" MAKE ("point", "p", "\"order\":\"Z0\"") "]}",
    "point.add p.deleted:>false p.order:>Z0" },
  { "/command/create-no-id", "{\"create\":[{\"kind\":\"point\",\"fields\":{\"order\":\"Z0\"}}]}",
    "point.add #1.deleted:>false #1.order:>Z0" },
  { "/command/create-last", "{\"create\":[" MAKE ("point", "p", "\"parent\":\"a\"") "]}",
    "point.add p.deleted:>false p.parent:>a p.order:>V00111" },
  { "/command/create-several", "{\"create\":[" MAKE ("point", "p", "\"parent\":\"$q\"") ","
    MAKE ("point", "$q", "\"order\":\"Z0\"") "," MAKE ("point", "r", "\"parent\":\"$q\"") "]}",
    "point.add p.deleted:>false p.parent:>#1 p.order:>K11 #1.deleted:>false #1.order:>Z0 "
    "r.deleted:>false r.parent:>#1 r.order:>f11" },
  { "/command/name-in-change", "{\"create\":[" MAKE ("point", "$x", "\"order\":\"Z0\"") "],"
    "\"changes\":[" POINT ("b", "parent", "\"$x\"") "]}",
    "point.add #1.deleted:>false #1.order:>Z0 b.parent:a>#1" },
  { "/command/name-in-text", "{\"create\":[" MAKE ("point", "$x", "\"order\":\"Z0\","
    "\"title\":\"$x\"") "]}", "point.add #1.deleted:>false #1.order:>Z0 #1.title:>$x" },
  { "/command/name-in-span", "{\"create\":[" MAKE ("source", "$s", "\"name\":\"n\",\"blob\":\"b\","
    "\"order\":\"a\"") "],\"changes\":[" POINT ("b", "span", "\"$s:0-5\"") "]}",
    "source.add #1.deleted:>false #1.blob:>b #1.name:>n #1.order:>a b.span:>#1:0-5" },
  { "/command/derived", "{\"create\":[" MAKE ("assignment", "$as", "\"point\":\"a\","
    "\"unit\":\"u\",\"role\":\"lead\",\"order\":\"a\"") "]}",
    "assignment.add au.deleted:>false au.point:>a au.unit:>u au.role:>lead au.order:>a" },
  { "/command/derived-from-name", "{\"create\":[{\"kind\":\"alias\",\"id\":\"$al\",\"fields\":{"
    "\"unit\":\"u\",\"name\":\"财政局\"}}," MAKE ("remark", "r", "\"about_kind\":\"unit\","
    "\"about\":\"$al\"") "]}", NULL },
  { "/command/restore", "{\"create\":[" MAKE ("assignment", "$as", "\"point\":\"b\","
    "\"unit\":\"v\",\"role\":\"lead\",\"done\":\"2017-06-01\"") "]}",
    "assignment.restore bv.deleted:true>false bv.role:support>lead bv.done:>2017-06-01" },
  { "/command/restore-clear", "{\"create\":[" MAKE ("assignment", "$as", "\"point\":\"b\","
    "\"unit\":\"v\",\"role\":\"support\",\"word\":null") "]}",
    "assignment.restore bv.deleted:true>false bv.word:配合>" },
};

static void
test_meaning (gconstpointer data)
{
  const MeaningCase *test = data;
  g_autoptr(YdSpace) plan = make_plan ();
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = parse (plan, test->line, &error);
  g_autofree char *means = NULL;

  g_assert_no_error (error);
  g_assert_null (yd_edit_get_id (edit));
  means = describe (edit);
  if (test->means != NULL)
    g_assert_cmpstr (means, ==, test->means);
}

typedef struct
{
  const char *name;
  const char *line;
  const char *says;
} RefuseCase;

static const RefuseCase refuse_cases[] = {
  { "/command/refuse/no-json", "create a point", "Byte 0" },
  { "/command/refuse/nothing", "{\"act\":\"point.do\",\"change\":[]}", "“changes”" },
  { "/command/refuse/act", "{\"act\":7}", "“act”" },
  { "/command/refuse/changes", "{\"changes\":1}", "“changes”" },
  { "/command/refuse/no-kind", "{\"changes\":[{\"id\":\"b\"}]}", "changes[0]: “kind”" },
  { "/command/refuse/kind", "{\"changes\":[" POINT ("b", "title", "\"C\"") ",{\"kind\":\"ship\","
    "\"id\":\"b\"}]}", "changes[1]: There is no kind “ship”" },
  { "/command/refuse/field", "{\"changes\":[" POINT ("b", "titel", "\"C\"") "]}",
    "changes[0]: There is no field “titel”" },
  { "/command/refuse/row", "{\"changes\":[" POINT ("z", "title", "\"C\"") "]}",
    "changes[0]: There is no point z" },
  { "/command/refuse/type", "{\"changes\":[" POINT ("b", "days", "\"3\"") "]}",
    "changes[0]: “days” must be a number" },
  { "/command/refuse/no-new", "{\"changes\":[{\"kind\":\"point\",\"id\":\"b\","
    "\"field\":\"title\"}]}", "changes[0]: “new” is missing" },
  { "/command/refuse/name", "{\"changes\":[" POINT ("b", "parent", "\"$x\"") "]}",
    "changes[0]: “$x” is not made in this line" },
  { "/command/refuse/change-new", "{\"create\":[" MAKE ("point", "$x", "") "],\"changes\":["
    POINT ("$x", "title", "\"C\"") "]}", "changes[0]: “$x” is new" },
  { "/command/refuse/cell-name", "{\"create\":[" MAKE ("point", "$x", "\"parent\":\"$y\"") "]}",
    "create[0]: parent: “$y” is not made" },
  { "/command/refuse/part-name", "{\"create\":[" MAKE ("assignment", "$x", "\"point\":\"$y\"") "]}",
    "create[0]: “$y” is not made" },
  { "/command/refuse/same-name", "{\"create\":[" MAKE ("point", "$x", "") ","
    MAKE ("point", "$x", "") "]}", "create[1]: “$x” is made twice" },
  { "/command/refuse/new-field", "{\"create\":[" MAKE ("point", "$x", "\"titel\":1") "]}",
    "create[0]: There is no field “titel”" },
  { "/command/refuse/deleted", "{\"create\":[" MAKE ("point", "$x", "\"deleted\":true") "]}",
    "create[0]: “deleted”" },
  { "/command/refuse/id", "{\"create\":[" MAKE ("point", "x y", "") "]}", "create[0]: “x y”" },
  { "/command/refuse/exists", "{\"create\":[" MAKE ("point", "b", "") "]}",
    "create[0]: point b is there already" },
  { "/command/refuse/in-force", "{\"create\":[" MAKE ("assignment", "$x", "\"point\":\"b\","
    "\"unit\":\"u\",\"role\":\"lead\"") "]}", "is there already" },
  { "/command/refuse/derived-id", "{\"create\":[" MAKE ("assignment", "mine", "\"point\":\"a\","
    "\"unit\":\"u\",\"role\":\"lead\"") "]}", "create[0]: The id must be" },
  { "/command/refuse/from-itself", "{\"create\":[" MAKE ("acceptance", "$x", "\"about\":\"$y\"") ","
    MAKE ("acceptance", "$y", "\"about\":\"$x\"") "]}", "“$x” follows from itself" },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *test = data;
  g_autoptr(YdSpace) plan = make_plan ();
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = parse (plan, test->line, &error);

  g_assert_null (edit);
  g_assert_nonnull (error);
  g_assert_true (error->domain == YD_WIRE_ERROR);
  g_assert_nonnull (strstr (error->message, test->says));
}

/* All that one line can do at once, through the door. */
static void
test_apply (void)
{
  g_autoptr(YdSpace) plan = make_plan ();
  GListModel *points = yd_space_get_rows (plan, YD_KIND_POINT);
  g_autoptr(YdRow) last = NULL;

  apply (plan,
         "{\"create\":["
         MAKE ("assignment", "$as", "\"point\":\"$p\",\"unit\":\"$w\",\"role\":\"lead\"") ","
         MAKE ("alias", "$al", "\"unit\":\"$w\",\"name\":\"发改委\"") ","
         MAKE ("unit", "$w", "\"name\":\"市发改委\"") ","
         MAKE ("acceptance", "$ac", "\"code\":\"two-leads\",\"about\":\"$as\",\"reason\":\"…\"") ","
         MAKE ("point", "$p", "\"title\":\"New\",\"kind\":\"item\"") ","
         MAKE ("assignment", "$bv", "\"point\":\"b\",\"unit\":\"v\",\"role\":\"lead\"") "],"
         "\"changes\":[" POINT ("b", "parent", "\"$p\"") "]}");

  g_assert_cmpint (g_list_model_get_n_items (points), ==, 2);
  last = g_list_model_get_item (points, 1);
  g_assert_cmpstr (yd_row_get_cell (last, YD_POINT_TITLE), ==, "New");
  g_assert_cmpint (g_list_model_get_n_items (yd_row_get_rows (last, YD_KIND_POINT)), ==, 1);
  g_assert_cmpint (g_list_model_get_n_items (yd_row_get_rows (last, YD_KIND_ASSIGNMENT)), ==, 1);
  g_assert_cmpint (yd_space_get_n_rows (plan, YD_KIND_ACCEPTANCE), ==, 1);
  g_assert_cmpint (yd_space_get_n_rows (plan, YD_KIND_ASSIGNMENT), ==, 3);
}

/* A script that adds line by line gets keys in order, and no longer ones. */
static void
test_many_lines (void)
{
  g_autoptr(YdSpace) plan = make_plan ();
  GListModel *points = yd_row_get_rows (yd_space_lookup (plan, YD_KIND_POINT, "a"), YD_KIND_POINT);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *line = g_strdup_printf ("{\"create\":[{\"kind\":\"point\",\"fields\":{"
                                               "\"parent\":\"a\",\"title\":\"%u\"}}]}", i);
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autoptr(YdEdit) edit = yd_wire_edit_parse_command (plan, line, strlen (line),
                                                           &yd_id_system_source, NULL);

      yd_edit_seal (edit, id);
      g_assert_true (yd_space_apply (plan, edit, NULL));
    }

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (points, i + 1);
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_assert_cmpstr (yd_row_get_cell (row, YD_POINT_TITLE), ==, title);
      g_assert_cmpint (strlen (yd_row_get_cell (row, YD_POINT_ORDER)), <=, 6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (meaning_cases); i++)
    g_test_add_data_func (meaning_cases[i].name, &meaning_cases[i], test_meaning);
  for (guint i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    g_test_add_data_func (refuse_cases[i].name, &refuse_cases[i], test_refuse);
  g_test_add_func ("/command/apply", test_apply);
  g_test_add_func ("/command/many-lines", test_many_lines);

  return g_test_run ();
}
