/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-test-space.h"

#include "yd-id.h"
#include "yd-space-loader.h"
#include "yd-wire-edit.h"
#include "yd-wire-row.h"

#include <string.h>

#define HEAD "\"id\":\"e\",\"act\":\"point.edit\",\"schema\":" \
             G_STRINGIFY (YD_SCHEMA_VERSION)

typedef struct
{
  const char *name;
  const char *json;
  const char *written;          /* NULL: just as it came */
} FormCase;

static const FormCase form_cases[] = {
  { "/wire/edit/empty", "{" HEAD "}" },
  { "/wire/edit/head",
    "{\"id\":\"e\",\"n\":1842,\"seen\":4711,\"act\":\"plan.rename\",\"undoes\":\"f\","
    "\"device\":\"d\",\"actor\":\"local:王\",\"at\":\"2026-11-23T01:12:03Z\","
    "\"resolves\":\"k\",\"group\":\"g\","
    "\"note\":\"说明\",\"whole\":true,\"schema\":1}" },
  { "/wire/edit/no-id", "{\"id\":null,\"act\":\"x\",\"schema\":1}" },
  { "/wire/edit/later-schema", "{\"id\":\"e\",\"act\":\"x\",\"schema\":7}" },
  { "/wire/edit/change",
    "{" HEAD ",\"changes\":[{\"kind\":\"point\",\"id\":\"p\",\"field\":\"title\",\"old\":null,"
    "\"new\":\"推进“双公示”\\n\\\"\\\\\"},{\"kind\":\"point\",\"id\":\"p\",\"field\":\"days\","
    "\"old\":-3,\"new\":9007199254740991},{\"kind\":\"point\",\"id\":\"p\",\"field\":\"deleted\","
    "\"old\":false,\"new\":true}]}" },
  { "/wire/edit/create",
    "{" HEAD ",\"create\":[{\"kind\":\"unit\",\"id\":\"u\",\"fields\":{\"name\":\"市财政局\","
    "\"vague\":true}},{\"kind\":\"point\",\"id\":\"p\",\"fields\":{}}]}" },
  { "/wire/edit/create-deleted",
    "{" HEAD ",\"create\":[{\"kind\":\"point\",\"id\":\"p\",\"fields\":{\"deleted\":true}}]}" },
  { "/wire/edit/both",
    "{" HEAD ",\"changes\":[{\"kind\":\"point\",\"id\":\"p\",\"field\":\"parent\",\"old\":null,"
    "\"new\":\"q\"}],\"create\":[{\"kind\":\"point\",\"id\":\"q\",\"fields\":{\"order\":"
    "\"a\"}}]}" },
  { "/wire/edit/other-order",
    " { \"create\" : [ {\"fields\":{\"deleted\":false,\"title\":null,\"order\":\"a\"},\"id\":\"q\","
    "\"kind\":\"point\"} ] , \"act\":\"point.edit\",\"\\u0069d\":\"e\", \"n\":null } ",
    "{" HEAD ",\"create\":[{\"kind\":\"point\",\"id\":\"q\",\"fields\":{\"order\":\"a\"}}]}" },
  { "/wire/edit/escaped-names",
    "{\"cre\\u0061te\":[{\"k\\u0069nd\":\"point\",\"id\":\"q\",\"fields\":{\"ord\\u0065r\":"
    "\"a]}\"}}],\"id\":\"e\",\"act\":\"point.edit\"}",
    "{" HEAD ",\"create\":[{\"kind\":\"point\",\"id\":\"q\",\"fields\":{\"order\":\"a]}\"}}]}" },
  { "/wire/edit/unknown-members",
    "{" HEAD ",\"mood\":[[1,{}],\"]\"],\"moon\":{\"changes\":[1]}}", "{" HEAD "}" },
};

static void
test_form (gconstpointer data)
{
  const FormCase *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_wire_edit_from_json (test->json, strlen (test->json), NULL, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = yd_wire_edit_to_json (edit);
  g_assert_cmpstr (written, ==, test->written != NULL ? test->written : test->json);
}

typedef struct
{
  const char *name;
  const char *json;
  int         code;
  const char *says;
} RefuseCase;

#define CHANGE(rest) "{\"act\":\"x\",\"changes\":[{\"kind\":\"point\",\"id\":\"p\"" rest "}]}"
#define CREATE(rest) "{\"act\":\"x\",\"create\":[{\"kind\":\"point\"" rest "}]}"

static const RefuseCase refuse_cases[] = {
  { "/wire/refuse/gate",        "{\"act\":1.5}",              YD_WIRE_ERROR_NUMBER,  "Byte 7" },
  { "/wire/refuse/no-act",      "{}",                         YD_WIRE_ERROR_INVALID, "“act”" },
  { "/wire/refuse/act-number",  "{\"act\":1}",                YD_WIRE_ERROR_INVALID, "“act”" },
  { "/wire/refuse/n-text",      "{\"act\":\"x\",\"n\":\"1\"}", YD_WIRE_ERROR_INVALID, "“n”" },
  { "/wire/refuse/whole",       "{\"act\":\"x\",\"whole\":1}", YD_WIRE_ERROR_INVALID, "“whole”" },
  { "/wire/refuse/note-object", "{\"act\":\"x\",\"note\":{}}", YD_WIRE_ERROR_INVALID, "“note”" },
  { "/wire/refuse/note-list",   "{\"act\":\"x\",\"note\":[]}", YD_WIRE_ERROR_INVALID, "“note”" },
  { "/wire/refuse/changes",     "{\"act\":\"x\",\"changes\":{}}", YD_WIRE_ERROR_INVALID,
    "“changes”" },
  { "/wire/refuse/change",      "{\"act\":\"x\",\"changes\":[1]}", YD_WIRE_ERROR_INVALID,
    "changes[0]" },
  { "/wire/refuse/second",      "{\"act\":\"x\",\"create\":[{\"kind\":\"point\",\"id\":\"p\","
    "\"fields\":{}},[]]}",      YD_WIRE_ERROR_INVALID, "create[1]" },
  { "/wire/refuse/no-field",    CHANGE (",\"new\":1"),        YD_WIRE_ERROR_INVALID, "“field”" },
  { "/wire/refuse/no-new",      CHANGE (",\"field\":\"title\""), YD_WIRE_ERROR_INVALID, "“new”" },
  { "/wire/refuse/text",        CHANGE (",\"field\":\"title\",\"new\":1"), YD_WIRE_ERROR_INVALID,
    "“title”" },
  { "/wire/refuse/int",         CHANGE (",\"field\":\"days\",\"new\":\"1\""),
    YD_WIRE_ERROR_INVALID,      "“days”" },
  { "/wire/refuse/bool",        CHANGE (",\"field\":\"deleted\",\"new\":\"true\""),
    YD_WIRE_ERROR_INVALID,      "“deleted”" },
  { "/wire/refuse/old",         CHANGE (",\"field\":\"days\",\"old\":[],\"new\":1"),
    YD_WIRE_ERROR_INVALID,      "“days”" },
  { "/wire/refuse/new",         CHANGE (",\"field\":\"title\",\"old\":\"a\",\"new\":{}"),
    YD_WIRE_ERROR_INVALID,      "“title”" },
  { "/wire/refuse/later-field", CHANGE (",\"field\":\"colour\",\"new\":1"), YD_WIRE_ERROR_TOO_NEW,
    "“colour”" },
  { "/wire/refuse/row-id",      CREATE (",\"id\":\"a b\",\"fields\":{}"), YD_WIRE_ERROR_INVALID,
    "“a b”" },
  { "/wire/refuse/no-row-id",   CREATE (",\"fields\":{}"),    YD_WIRE_ERROR_INVALID, "“id”" },
  { "/wire/refuse/no-fields",   CREATE (",\"id\":\"p\""),     YD_WIRE_ERROR_INVALID, "“fields”" },
  { "/wire/refuse/fields-list", CREATE (",\"id\":\"p\",\"fields\":[]"), YD_WIRE_ERROR_INVALID,
    "“fields”" },
  { "/wire/refuse/cell",        CREATE (",\"id\":\"p\",\"fields\":{\"order\":\"a\",\"days\":{}}"),
    YD_WIRE_ERROR_INVALID,      "“days”" },
  { "/wire/refuse/later-cell",  CREATE (",\"id\":\"p\",\"fields\":{\"colour\":null}"),
    YD_WIRE_ERROR_TOO_NEW,      "“colour”" },
  { "/wire/refuse/later-kind",  "{\"act\":\"x\",\"create\":[{\"kind\":\"ship\",\"id\":\"s\","
    "\"fields\":{}}]}",         YD_WIRE_ERROR_TOO_NEW, "“ship”" },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_wire_edit_from_json (test->json, strlen (test->json), NULL, &error);

  g_assert_null (edit);
  g_assert_error (error, YD_WIRE_ERROR, test->code);
  g_assert_nonnull (strstr (error->message, test->says));
}

static char *
list_extras (GPtrArray *extras)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < extras->len; i++)
    {
      const YdWireExtra *extra = g_ptr_array_index (extras, i);

      g_string_append_printf (list, "%s/%s/%s=%s;", extra->kind, extra->id, extra->field,
                              extra->value);
    }

  return g_string_free (list, FALSE);
}

/* Cells of a later version are handed out, and the others are as ever. */
static void
test_extras (void)
{
  static const char json[] =
    "{\"id\":\"e\",\"act\":\"x\",\"schema\":9,\"changes\":[{\"kind\":\"point\",\"id\":\"p\","
    "\"field\":\"colour\",\"old\":1,\"new\":{\"a\":[1,\"要\"]}},{\"kind\":\"point\","
    "\"id\":\"p\",\"field\":"
    "\"title\",\"old\":null,\"new\":\"T\"},{\"kind\":\"ship\",\"id\":\"s\",\"field\":\"x\","
    "\"old\":2,\"new\":null}],\"create\":[{\"kind\":\"ship\",\"id\":\"r\","
    "\"fields\":{\"sails\":3}},{"
    "\"kind\":\"unit\",\"id\":\"u\",\"fields\":{\"name\":\"N\",\"anthem\":\"…\"}}]}";
  g_autoptr(GPtrArray) extras = yd_wire_extras_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_wire_edit_from_json (json, strlen (json), extras, &error);
  g_autofree char *list = NULL, *written = NULL;

  g_assert_no_error (error);
  list = list_extras (extras);
  g_assert_cmpstr (list, ==,
                   "ship/r/deleted=false;ship/r/sails=3;unit/u/anthem=\"…\";"
                   "point/p/colour={\"a\":[1,\"要\"]};ship/s/x=(null);");

  written = yd_wire_edit_to_json (edit);
  g_assert_cmpstr (written, ==,
                   "{\"id\":\"e\",\"act\":\"x\",\"schema\":9,\"changes\":[{\"kind\":\"point\","
                   "\"id\":\"p\",\"field\":\"title\",\"old\":null,\"new\":\"T\"}],\"create\":[{"
                   "\"kind\":\"unit\",\"id\":\"u\",\"fields\":{\"name\":\"N\"}}]}");
}

/* The two halves of a row, what is known of it and what is not, make one line again. */
static void
test_row_extras (void)
{
  static const char known[] = "{\"kind\":\"point\",\"id\":\"p\",\"fields\":{\"order\":\"a\","
                              "\"days\":3,\"colour\":\"red\",\"tags\":[\"a\",1]}}";
  static const char unknown[] = "{\"kind\":\"ship\",\"id\":\"s\",\"fields\":{\"deleted\":false,"
                                "\"sails\":3,\"name\":null}}";
  g_autoptr(GPtrArray) extras = yd_wire_extras_new (), ship = yd_wire_extras_new ();
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  YdSpaceLoader *loader = yd_space_loader_new (space);
  g_autoptr(GPtrArray) problems = NULL;
  g_auto(YdWireRow) row = { YD_N_KINDS }, other = { YD_N_KINDS };
  g_autofree char *line = NULL, *ship_line = NULL;

  g_assert_true (yd_wire_row_from_json (&row, known, strlen (known), extras, NULL));
  g_assert_cmpint (row.kind, ==, YD_KIND_POINT);
  g_assert_true (yd_space_loader_add (loader, row.kind, row.id, row.cells));
  problems = yd_space_loader_finish (loader);
  yd_space_loader_free (loader);
  g_assert_cmpint (problems->len, ==, 0);

  line = yd_wire_row_to_json (yd_space_lookup (space, YD_KIND_POINT, "p"), extras);
  g_assert_cmpstr (line, ==, known);

  g_assert_true (yd_wire_row_from_json (&other, unknown, strlen (unknown), ship, NULL));
  g_assert_cmpint (other.kind, ==, YD_N_KINDS);
  ship_line = yd_wire_extras_to_json (ship);
  g_assert_cmpstr (ship_line, ==, unknown);
}

static char *
make_random_value (const YdField *field)
{
  const int n = g_test_rand_int_range (-1000, 1000);

  if (g_test_rand_int_range (0, 4) == 0)
    return NULL;

  switch ((int) field->type)
    {
    case YD_VALUE_INT:
      return g_strdup_printf ("%d", n);
    case YD_VALUE_BOOL:
      return g_strdup (g_test_rand_bit () ? "true" : "false");
    case YD_VALUE_ENUM:
      return g_strdup (field->words[0]);
    default:
      return g_strdup_printf ("%d要\"\\点\n\t\x01\x7f[{,😀%d", n, n);
    }
}

static YdEdit *
make_random_edit (void)
{
  YdEdit *edit = yd_edit_new ("x", NULL);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    {
      const YdKind kind = g_test_rand_int_range (0, YD_N_KINDS);
      const YdKindInfo *info = yd_schema_get_kind (kind);
      const gboolean creates = g_test_rand_bit ();
      g_autofree char *id = g_strdup_printf ("row-%d", n);

      if (creates)
        yd_edit_create (edit, kind, id);

      for (guint i = 1; i < info->n_fields; i++)
        {
          g_autofree char *old = creates ? NULL : make_random_value (&info->fields[i]);
          g_autofree char *new = make_random_value (&info->fields[i]);

          if (new != NULL || !creates)
            yd_edit_change (edit, kind, id, i, old, new);
        }
    }

  yd_edit_seal (edit, "e");
  return edit;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The changes in an order that does not matter at the door. */
static char *
list_changes (YdEdit *edit)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    g_ptr_array_add (lines, g_strdup_printf ("%u %s %u %s→%s", changes[i].kind, changes[i].id,
                                             changes[i].field, changes[i].old_value,
                                             changes[i].new_value));

  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_random_values (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(YdEdit) edit = make_random_edit ();
      g_autofree char *json = yd_wire_edit_to_json (edit), *again = NULL;
      g_autofree char *before = list_changes (edit), *after = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(YdEdit) read = yd_wire_edit_from_json (json, strlen (json), NULL, &error);

      g_assert_no_error (error);
      again = yd_wire_edit_to_json (read);
      after = list_changes (read);
      g_assert_cmpstr (again, ==, json);
      g_assert_cmpstr (after, ==, before);
    }
}

static YdSpace *
copy_rows (YdSpace *space)
{
  YdSpace *copy = YD_SPACE (yd_plan_new ("copy"));
  YdSpaceLoader *loader = yd_space_loader_new (copy);
  g_autoptr(GPtrArray) problems = NULL;

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

      for (guint i = 0; i < rows->len; i++)
        {
          g_autofree char *json = yd_wire_row_to_json (g_ptr_array_index (rows, i), NULL);
          g_auto(YdWireRow) row = { YD_N_KINDS };

          g_assert_true (yd_wire_row_from_json (&row, json, strlen (json), NULL, NULL));
          g_assert_true (yd_space_loader_add (loader, row.kind, row.id, row.cells));
        }
    }

  problems = yd_space_loader_finish (loader);
  g_assert_cmpint (problems->len, ==, 0);
  yd_space_loader_free (loader);

  return copy;
}

/* Edits that travelled do the same elsewhere, and so do rows. */
static void
test_random_space (void)
{
  g_autoptr(YdSpace) here = YD_SPACE (yd_plan_new ("here"));
  g_autoptr(YdSpace) there = YD_SPACE (yd_plan_new ("there"));
  guint n_applied = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *words = yd_test_random (here), *json = NULL;
      g_autoptr(YdEdit) edit = yd_test_apply (here, words, NULL), read = NULL;
      g_autoptr(GError) error = NULL;

      if (edit == NULL)
        continue;

      json = yd_wire_edit_to_json (edit);
      read = yd_wire_edit_from_json (json, strlen (json), NULL, &error);
      g_assert_no_error (error);
      yd_space_apply (there, read, &error);
      g_assert_no_error (error);
      n_applied++;

      if (i % 50 == 0)
        {
          g_autoptr(YdSpace) copy = copy_rows (here);
          g_autofree char *as_here = yd_test_dump (here), *as_there = yd_test_dump (there);
          g_autofree char *as_copy = yd_test_dump (copy);

          g_assert_cmpstr (as_there, ==, as_here);
          g_assert_cmpstr (as_copy, ==, as_here);
        }
    }

  g_assert_cmpint (n_applied, >, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (form_cases); i++)
    g_test_add_data_func (form_cases[i].name, &form_cases[i], test_form);
  for (guint i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    g_test_add_data_func (refuse_cases[i].name, &refuse_cases[i], test_refuse);
  g_test_add_func ("/wire/extras", test_extras);
  g_test_add_func ("/wire/row-extras", test_row_extras);
  g_test_add_func ("/wire/random-values", test_random_values);
  g_test_add_func ("/wire/random-space", test_random_space);

  return g_test_run ();
}
