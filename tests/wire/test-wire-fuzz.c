/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever comes from outside, the readers end with what they could write again or with an error.
 *
 * YD_FUZZ_SEED repeats a run, YD_FUZZ_SECONDS sets how long it lasts. */

#include "yd-mutate.h"

#include "yd-plan.h"
#include "yd-space-loader.h"
#include "yd-wire-command.h"
#include "yd-wire-edit.h"
#include "yd-wire-manifest.h"
#include "yd-wire-row.h"

#include <signal.h>
#include <string.h>

static const char * const seeds[] = {
  "{\"id\":\"e\",\"n\":1842,\"seen\":4711,\"act\":\"point.edit\",\"whole\":true,\"changes\":[{"
  "\"kind\":\"point\",\"id\":\"p9\",\"field\":\"title\",\"old\":\"推进\",\"new\":null},{\"kind\":"
  "\"point\",\"id\":\"p9\",\"field\":\"days\",\"new\":3}],\"mood\":[[],{}]}",
  "{\"act\":\"x\",\"create\":[{\"kind\":\"assignment\",\"id\":\"$as\",\"fields\":{\"point\":\"$p\","
  "\"unit\":\"u\",\"role\":\"support\",\"each\":false,\"span\":\"$s:1-2\"}},{\"kind\":\"point\","
  "\"id\":\"$p\",\"fields\":{\"title\":\"]\",\"deleted\":false}}]}",
  "{\"kind\":\"point\",\"id\":\"p\",\"fields\":{\"order\":\"a\",\"days\":3,\"deleted\":true,"
  "\"colour\":[1,{\"a\":null}]}}",
  "{\"format\":\"yaodian\",\"version\":1,\"space\":\"s\",\"kind\":\"plan\",\"schema\":1,\"rows\":1,"
  "\"edits\":2,\"blobs\":0,\"rows_sha256\":\"a\",\"edits_sha256\":\"b\"}",
};

static void
check_edit (const char *json,
            gsize       len)
{
  g_autoptr(GPtrArray) extras = yd_wire_extras_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_wire_edit_from_json (json, len, extras, &error), again = NULL;
  g_autofree char *written = NULL, *rewritten = NULL;

  g_assert_true ((edit == NULL) == (error != NULL));
  if (edit == NULL)
    return;

  written = yd_wire_edit_to_json (edit);
  again = yd_wire_edit_from_json (written, strlen (written), NULL, &error);
  if (again == NULL)
    {
      /* The door refuses an edit that names a cell of a new row twice. */
      g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_DUPLICATE);
      return;
    }

  rewritten = yd_wire_edit_to_json (again);
  g_assert_cmpstr (rewritten, ==, written);
}

static void
check_row (const char *json,
           gsize       len)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (space);
  g_autoptr(GPtrArray) extras = yd_wire_extras_new (), problems = NULL;
  g_auto(YdWireRow) row = { YD_N_KINDS };
  g_autoptr(GError) error = NULL;
  const gboolean read = yd_wire_row_from_json (&row, json, len, extras, &error);

  g_assert_true (read == (error == NULL));
  if (read && row.kind != YD_N_KINDS)
    g_assert_true (yd_space_loader_add (loader, row.kind, row.id, row.cells));
  problems = yd_space_loader_finish (loader);
}

static void
check_command (YdSpace    *space,
               const char *json,
               gsize       len)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_wire_edit_parse_command (space, json, len, &yd_id_system_source,
                                                       &error);

  g_assert_true ((edit == NULL) == (error != NULL));
  if (edit == NULL)
    return;

  yd_edit_seal (edit, "e");
  yd_space_apply (space, edit, NULL);
}

static void
check_manifest (const char *json,
                gsize       len)
{
  g_auto(YdWireManifest) manifest = { NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (yd_wire_manifest_from_json (&manifest, json, len, &error) == (error == NULL));
}

static GString *current;

static void
print_current (int signal)
{
  g_printerr ("# line: %s\n", current->str);
}

/* The short run has a seed, so that it is the same each time, on every machine: only the long one
 * looks for what nobody has seen yet.
 */
#define N_LINES 5000

static void
test_fuzz (void)
{
  const char *seconds = g_getenv ("YD_FUZZ_SECONDS"), *given = g_getenv ("YD_FUZZ_SEED");
  const guint32 seed = given != NULL ? g_ascii_strtoull (given, NULL, 10) : g_random_int ();
  const gint64 span = seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : 0;
  const gint64 end = g_get_monotonic_time () + span * G_TIME_SPAN_SECOND;
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n = 0;

  g_test_message ("YD_FUZZ_SEED=%u", seed);
  for (; n < N_LINES || g_get_monotonic_time () < end; n++)
    {
      GString *json = g_string_new (seeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (seeds))]);

      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        yd_mutate (json, rand);

      current = json;
      check_edit (json->str, json->len);
      check_row (json->str, json->len);
      check_command (space, json->str, json->len);
      check_manifest (json->str, json->len);
      g_string_free (json, TRUE);
    }

  g_test_message ("%u lines", n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGABRT, print_current);

  g_test_add_func ("/wire/fuzz", test_fuzz);

  return g_test_run ();
}
