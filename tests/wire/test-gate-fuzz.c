/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the gate takes, jansson takes, and json-glib reads as jansson does. What jansson takes
 * and the gate does not is refused by a rule that only the gate has.
 *
 * YD_FUZZ_SEED repeats a run, YD_FUZZ_SECONDS sets how long it lasts. */

#include "yd-gate.h"
#include "yd-mutate.h"
#include "yd-oracle.h"

#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>

#define MAX_BYTES 4096

static const YdGateLimits limits = { MAX_BYTES, 8, TRUE };

static const char * const seeds[] = {
  "{\"id\":\"0190\",\"n\":1842,\"seen\":4711,\"act\":\"point.edit\",\"changes\":["
  "{\"kind\":\"point\",\"id\":\"p9\",\"field\":\"title\",\"old\":\"推进公示\",\"new\":\"推进双公示\"}]}",
  "{\"id\":\"a2\",\"whole\":true,\"create\":[{\"kind\":\"assignment\",\"id\":\"e2\",\"fields\":"
  "{\"point\":\"p9\",\"unit\":\"u12\",\"role\":\"support\",\"each\":false,\"span\":null}}]}",
  "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e00\\ud83d\\ude00\\u0001\","
  "\"b\":[],\"c\":{},\"d\":-9007199254740991}",
  "[[[[[[[[1]]]]]]]]",
  " { \"\" : [ 0 , -1 , null , true , false ] } ",
  "\"😀\"",
};

static void
add_value (GString *json,
           GRand   *rand,
           guint    depth)
{
  static const char * const scalars[] = {
    "null", "true", "0", "-7", "\"\"", "\"\\u00e9\"", "\"要\"", "1.5", "9007199254740993",
  };
  const int kind = g_rand_int_range (rand, 0, depth > 0 ? 4 : 1);
  const guint n = g_rand_int_range (rand, 0, 4);

  if (kind < 2)
    {
      g_string_append (json, scalars[g_rand_int_range (rand, 0, G_N_ELEMENTS (scalars))]);
      return;
    }

  g_string_append_c (json, kind == 2 ? '{' : '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      if (kind == 2)
        g_string_append_printf (json, "\"%c\":", g_rand_int_range (rand, 'a', 'j'));
      add_value (json, rand, depth - 1);
    }
  g_string_append_c (json, kind == 2 ? '}' : ']');
}

static GString *
make_document (GRand *rand)
{
  GString *json = g_string_new (NULL);
  const int kind = g_rand_int_range (rand, 0, 4);

  if (kind == 0)
    for (int i = g_rand_int_range (rand, 0, 20); i > 0; i--)
      yd_mutate_append (json, rand);
  else if (kind == 1)
    add_value (json, rand, 10);
  else
    g_string_append (json, seeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (seeds))]);

  if (kind > 0)
    for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
      yd_mutate (json, rand);

  return json;
}

/* As jansson writes. */
static void
write_string (GString    *out,
              const char *text)
{
  static const char plain[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";

  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    if (strchr (plain, *text) != NULL)
      g_string_append_printf (out, "\\%c", names[strchr (plain, *text) - plain]);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (out, "\\u%04X", *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
}

static void write_node (GString  *out,
                        JsonNode *node);

static void
write_object (GString    *out,
              JsonObject *object)
{
  g_autoptr(GList) keys = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  g_string_append_c (out, '{');
  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_string_append (out, l != keys ? "," : "");
      write_string (out, l->data);
      g_string_append_c (out, ':');
      write_node (out, json_object_get_member (object, l->data));
    }
  g_string_append_c (out, '}');
}

static void
write_array (GString   *out,
             JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      write_node (out, json_array_get_element (array, i));
    }
  g_string_append_c (out, ']');
}

static void
write_node (GString  *out,
            JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (out, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    write_string (out, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    g_string_append (out, "a float");
}

/* What only the gate minds, in a text that jansson wrote. */
static void
examine (const char *json,
         guint      *depth,
         gboolean   *has_strange_number)
{
  const gint64 max = (G_GINT64_CONSTANT (1) << 53) - 1;
  guint open = 0;

  for (const char *at = json; *at != '\0'; at++)
    if (*at == '"')
      for (at++; *at != '"'; at++)
        at += *at == '\\';
    else if (*at == '{' || *at == '[')
      {
        open++;
        *depth = MAX (*depth, open);
      }
    else if (*at == '}' || *at == ']')
      open--;
    else if (*at == '-' || g_ascii_isdigit (*at))
      {
        const gsize n = strspn (at, "-+.eE0123456789"), n_whole = strspn (at, "-0123456789");
        const gint64 value = g_ascii_strtoll (at, NULL, 10);

        *has_strange_number |= n > n_whole || value > max || value < -max;
        at += n - 1;
      }
}

static void
check_taken (GString    *json,
             const char *oracle)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) error = NULL;
  GString *seen = g_string_new (NULL);
  gboolean strange = FALSE;
  guint depth = 0;

  json_parser_load_from_data (parser, json->str, json->len, &error);
  g_assert_no_error (error);
  write_node (seen, json_parser_get_root (parser));
  g_assert_cmpstr (seen->str, ==, oracle);
  g_string_free (seen, TRUE);

  examine (oracle, &depth, &strange);
  g_assert_false (strange);
  g_assert_cmpint (depth, <=, limits.max_depth);
}

static void
check_refused (GString    *json,
               const char *oracle,
               GError     *error)
{
  gboolean strange = strstr (json->str, "-0") != NULL;  /* which jansson writes as 0 */
  guint depth = 0;

  examine (oracle, &depth, &strange);
  if (g_error_matches (error, YD_WIRE_ERROR, YD_WIRE_ERROR_LIMIT))
    g_assert_true (json->len > limits.max_bytes || depth > limits.max_depth);
  else if (g_error_matches (error, YD_WIRE_ERROR, YD_WIRE_ERROR_NUMBER))
    g_assert_true (strange);
  else if (memchr (json->str, '\0', json->len) == NULL)        /* jansson skips these */
    g_assert_no_error (error);
}

/* Asserts end the program: what it was about is printed on the way. */
static GString *current;

static void
print_current (int signal)
{
  g_printerr ("# document:");
  for (gsize i = 0; i < current->len; i++)
    g_printerr (g_ascii_isprint (current->str[i]) ? "%c" : "\\%03o", (guchar) current->str[i]);
  g_printerr ("\n");
}

/* Each document in memory of its own size, so that ASan sees a step too far. */
static gboolean
check_document (GString *json)
{
  g_autofree char *exact = g_memdup2 (json->str, json->len + 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *oracle = yd_oracle_read (exact, json->len);
  const gboolean taken = yd_gate_check (exact, json->len, &limits, &error);

  g_assert_true (taken == (error == NULL));
  if (taken)
    check_taken (json, oracle);
  else if (oracle != NULL)
    check_refused (json, oracle, error);

  return taken;
}

/* The short run has a seed, so that it is the same each time, on every machine: only the long one
 * looks for what nobody has seen yet.
 */
#define N_DOCUMENTS 40000

static void
test_fuzz (void)
{
  const char *seconds = g_getenv ("YD_FUZZ_SECONDS"), *given = g_getenv ("YD_FUZZ_SEED");
  const guint32 seed = given != NULL ? g_ascii_strtoull (given, NULL, 10) : g_random_int ();
  const gint64 span = seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : 0;
  const gint64 end = g_get_monotonic_time () + span * G_TIME_SPAN_SECOND;
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n = 0, n_taken = 0;

  g_test_message ("YD_FUZZ_SEED=%u", seed);
  for (; n < N_DOCUMENTS || g_get_monotonic_time () < end; n++)
    {
      GString *json = make_document (rand);

      current = json;
      n_taken += check_document (json);
      g_string_free (json, TRUE);
    }

  g_test_message ("%u documents, %u of them taken", n, n_taken);
  g_assert_cmpint (n_taken, >, n / 20);
  g_assert_cmpint (n_taken, <, n / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGABRT, print_current);

  g_test_add_func ("/gate/fuzz", test_fuzz);

  return g_test_run ();
}
