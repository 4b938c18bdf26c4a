/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "yd-gate.h"

#include <string.h>

#define PASSES -1
#define LONG   "0123456789012345678901234567890123456789012345678901"

typedef struct
{
  const char *name;
  const char *json;
  int         code;             /* PASSES, or a #YdWireError… */
  int         at;               /* …at this byte; -1: at any */
} GateCase;

/* In each of these the fault is what the name says, and nothing else is wrong. */
static const GateCase cases[] = {
  { "/gate/object/empty",         "{}",                            PASSES },
  { "/gate/object/blanks",        " \t\r\n{ \"a\" : 1 , \"b\":[ ] } \n", PASSES },
  { "/gate/object/nested",        "{\"a\":{\"b\":[{},{}]}}", PASSES },
  { "/gate/object/same-key-elsewhere", "{\"a\":{\"a\":1},\"b\":{\"a\":[{\"a\":2}]}}", PASSES },
  { "/gate/object/empty-key",     "{\"\":1}",                      PASSES },
  { "/gate/object/key-begins-same", "{\"a\":1,\"ab\":2,\"\":3}",   PASSES },
  { "/gate/object/no-end",        "{",                             YD_WIRE_ERROR_SYNTAX, 1 },
  { "/gate/object/no-end-value",  "{\"a\":1",                      YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/object/end-comma",     "{\"a\":1,}",                    YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/object/only-comma",    "{,}",                           YD_WIRE_ERROR_SYNTAX, 1 },
  { "/gate/object/two-commas",    "{\"a\":1,,\"b\":2}",            YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/object/no-comma",      "{\"a\":1 \"b\":2}",             YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/object/no-colon",      "{\"a\" 1}",                     YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/object/comma-colon",   "{\"a\",1}",                     YD_WIRE_ERROR_SYNTAX, 4 },
  { "/gate/object/no-value",      "{\"a\":}",                      YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/object/no-key",        "{1:1}",                         YD_WIRE_ERROR_SYNTAX, 1 },
  { "/gate/object/bare-key",      "{a:1}",                         YD_WIRE_ERROR_SYNTAX, 1 },
  { "/gate/object/single-quotes", "{'a':1}",                       YD_WIRE_ERROR_SYNTAX, 1 },
  { "/gate/object/wrong-bracket", "{\"a\":1]",                     YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/object/comment",       "{/* a */}",                     YD_WIRE_ERROR_SYNTAX, 1 },

  { "/gate/twice/plain",          "{\"a\":1,\"a\":1}",             YD_WIRE_ERROR_DUPLICATE, 7 },
  { "/gate/twice/apart",          "{\"a\":1,\"b\":2,\"a\":1}",     YD_WIRE_ERROR_DUPLICATE, 13 },
  { "/gate/twice/escaped",        "{\"a\":1,\"\\u0061\":1}",       YD_WIRE_ERROR_DUPLICATE, 7 },
  { "/gate/twice/slash",          "{\"/\":1,\"\\/\":1}",           YD_WIRE_ERROR_DUPLICATE, 7 },
  { "/gate/twice/empty",          "{\"\":1,\"\":1}",               YD_WIRE_ERROR_DUPLICATE, 6 },
  { "/gate/twice/pair",           "{\"\\ud83d\\ude00\":1,\"😀\":1}", YD_WIRE_ERROR_DUPLICATE, 18 },
  { "/gate/twice/inside",         "{\"x\":[{\"a\":1,\"a\":1}]}",   YD_WIRE_ERROR_DUPLICATE, -1 },
  { "/gate/twice/after-inner",    "{\"a\":{\"b\":1},\"a\":1}",     YD_WIRE_ERROR_DUPLICATE, -1 },

  { "/gate/array/empty",          "{\"a\":[]}",                    PASSES },
  { "/gate/array/values",         "{\"a\":[null,true,false,-1,\"\"]}", PASSES },
  { "/gate/array/end-comma",      "{\"a\":[1,]}",                  YD_WIRE_ERROR_SYNTAX, 8 },
  { "/gate/array/only-comma",     "{\"a\":[,]}",                   YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/array/begin-comma",    "{\"a\":[,1]}",                  YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/array/no-comma",       "{\"a\":[1 1]}",                 YD_WIRE_ERROR_SYNTAX, 8 },
  { "/gate/array/no-end",         "{\"a\":[1}",                    YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/array/colon",          "{\"a\":[\"b\":1]}",             YD_WIRE_ERROR_SYNTAX, 9 },

  { "/gate/outside/none",            "",                              YD_WIRE_ERROR_SYNTAX, 0 },
  { "/gate/outside/blank",           " \n",                           YD_WIRE_ERROR_SYNTAX, 2 },
  { "/gate/outside/array",           "[]",                            YD_WIRE_ERROR_SYNTAX, 0 },
  { "/gate/outside/number",          "1",                             YD_WIRE_ERROR_SYNTAX, 0 },
  { "/gate/outside/second",          "{}{}",                          YD_WIRE_ERROR_SYNTAX, 2 },
  { "/gate/outside/second-line",     "{}\n{}",                        YD_WIRE_ERROR_SYNTAX, 3 },
  { "/gate/outside/tail",            "{}]",                           YD_WIRE_ERROR_SYNTAX, 2 },
  { "/gate/outside/assignment",    "var a={}",                      YD_WIRE_ERROR_SYNTAX, 0 },
  { "/gate/outside/byte-order-mark", "\xef\xbb\xbf{}",                YD_WIRE_ERROR_SYNTAX, 0 },
  { "/gate/outside/form-feed",       "\f{}",                          YD_WIRE_ERROR_SYNTAX, 0 },

  { "/gate/word/cut",             "{\"a\":tru}",                   YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/word/long",            "{\"a\":nulll}",                 YD_WIRE_ERROR_SYNTAX, 9 },
  { "/gate/word/upper",           "{\"a\":True}",                  YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/word/nan",             "{\"a\":NaN}",                   YD_WIRE_ERROR_SYNTAX, 5 },

  { "/gate/number/zero",          "{\"a\":0}",                     PASSES },
  { "/gate/number/largest",       "{\"a\":9007199254740991}",      PASSES },
  { "/gate/number/smallest",      "{\"a\":-9007199254740991}",     PASSES },
  { "/gate/number/too-large",     "{\"a\":9007199254740992}",      YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/too-small",     "{\"a\":-9007199254740992}",     YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/wraps",         "{\"a\":18446744073709551617}",  YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/endless",       "{\"a\":9999999999999999999999999999999999999999999}",
                                                                   YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/minus-zero",    "{\"a\":-0}",                    YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/fraction",      "{\"a\":1.5}",                   YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/exponent",      "{\"a\":1e5}",                   YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/upper-exponent", "{\"a\":1E400}",                YD_WIRE_ERROR_NUMBER, 5 },
  { "/gate/number/octal",         "{\"a\":010}",                   YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/number/minus-octal",   "{\"a\":-01}",                   YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/number/hexadecimal",   "{\"a\":0x10}",                  YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/number/plus",          "{\"a\":+1}",                    YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/number/only-minus",    "{\"a\":-}",                     YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/number/begins-dot",    "{\"a\":.5}",                    YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/number/dollar",        "{\"a\":$1}",                    YD_WIRE_ERROR_SYNTAX, 5 },
  { "/gate/number/full-width",    "{\"a\":１}",                    YD_WIRE_ERROR_SYNTAX, 5 },

  { "/gate/string/chinese",       "{\"要点\":\"市财政局\"}",         PASSES },
  { "/gate/string/escapes",       "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", PASSES },
  { "/gate/string/unicode",       "{\"a\":\"\\u0001\\u4e00\\uFFFD\\uff21\"}", PASSES },
  { "/gate/string/pair",          "{\"a\":\"\\ud83d\\ude00\\uDBFF\\uDFFF\"}", PASSES },
  { "/gate/string/delete",        "{\"a\":\"\x7f\"}",              PASSES },
  { "/gate/string/no-character",  "{\"a\":\"\xef\xbf\xbf\"}",      PASSES },
  { "/gate/string/no-end",        "{\"a\":\"b",                    YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/string/no-end-escape", "{\"a\":\"b\\",                  YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/string/escaped-end",   "{\"a\":\"b\\\"}",               YD_WIRE_ERROR_SYNTAX, 10 },
  { "/gate/string/unknown-escape", "{\"a\":\"\\x41\"}",            YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/upper-escape",  "{\"a\":\"\\U0041\"}",           YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/nul-escape",    "{\"a\":\"\\u0000\"}",           YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/three-digits",  "{\"a\":\"\\u123\"}",            YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/no-digit",      "{\"a\":\"\\u12g4\"}",           YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/high-alone",    "{\"a\":\"\\ud83d\"}",           YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/high-text",     "{\"a\":\"\\ud83dx\"}",          YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/high-escape",   "{\"a\":\"\\ud83d\\n\"}",        YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/high-high",     "{\"a\":\"\\ud83d\\ud83d\"}",    YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/high-other",    "{\"a\":\"\\ud83d\\u0041\"}",    YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/low-alone",     "{\"a\":\"\\ude00\"}",           YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/low-high",      "{\"a\":\"\\ude00\\ud83d\"}",    YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/line-end",      "{\"a\":\"\n\"}",                YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/line-end-last", "{\"a\":\"b\n\"}",               YD_WIRE_ERROR_SYNTAX, 7 },
  { "/gate/string/tab",           "{\"a\":\"\t\"}",                YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/string/control",       "{\"a\":\"\x1f\"}",              YD_WIRE_ERROR_SYNTAX, 6 },

  { "/gate/utf8/overlong",        "{\"a\":\"\xc0\xaf\"}",          YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/utf8/surrogate",       "{\"a\":\"\xed\xa0\x80\"}",      YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/utf8/beyond",          "{\"a\":\"\xf4\x90\x80\x80\"}",  YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/utf8/cut",             "{\"a\":\"\xe4\xb8\"}",          YD_WIRE_ERROR_SYNTAX, 6 },
  { "/gate/utf8/gb18030",         "{\"a\":\"\xd2\xaa\xb5\xe3\"}",  YD_WIRE_ERROR_SYNTAX, 8 },
  { "/gate/utf8/in-key",          "{\"\xff\":1}",                  YD_WIRE_ERROR_SYNTAX, 2 },
  { "/gate/utf8/after-end",       "{} \x80",                       YD_WIRE_ERROR_SYNTAX, 3 },

  { "/gate/depth/most",           "{\"a\":[[{\"b\":1}]]}",         PASSES },
  { "/gate/depth/array",          "{\"a\":[[[[1]]]]}",             YD_WIRE_ERROR_LIMIT, 8 },
  { "/gate/depth/object",         "{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}", YD_WIRE_ERROR_LIMIT, 20 },
  { "/gate/size/more",            "{\"a\":\"" LONG "0123\"}",    YD_WIRE_ERROR_LIMIT, 60 },
  { "/gate/size/most",            "{\"a\":\"" LONG "\"}",    PASSES },
};

static const YdGateLimits limits = { .max_bytes = 60, .max_depth = 4 };

static void
test_case (gconstpointer data)
{
  const GateCase *test = data;
  g_autoptr(GError) error = NULL;
  const gboolean passes = yd_gate_check (test->json, strlen (test->json), &limits, &error);

  if (test->code == PASSES)
    {
      g_assert_no_error (error);
      g_assert_true (passes);
      return;
    }

  g_assert_error (error, YD_WIRE_ERROR, test->code);
  g_assert_false (passes);
  if (test->at >= 0)
    g_assert_cmpint (g_ascii_strtoll (error->message + strlen ("Byte "), NULL, 10), ==, test->at);
}

/* A NUL is no end: what stands behind it would never have been looked at. */
static void
test_nul (void)
{
  static const char json[] = "{\"a\":1}\0{", inside[] = "{\"a\":\"b\0c\"}";
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_gate_check (json, sizeof json - 1, &limits, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_false (yd_gate_check (inside, sizeof inside - 1, &limits, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_SYNTAX);
}

static void
test_any_root (void)
{
  static const char * const good[] = { "[]", "1", "\"a\"", " null ", "{}", "[1,[2]]" };
  static const char * const bad[] = { "", "1 2", "[]]", "nul", "\"" };
  const YdGateLimits any = { .max_bytes = 100, .max_depth = 2, .any_root = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (yd_gate_check (good[i], strlen (good[i]), &any, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (yd_gate_check (bad[i], strlen (bad[i]), &any, NULL));
}

static void
test_deep (void)
{
  const YdGateLimits deep = { 1 << 20, YD_GATE_MAX_DEPTH, TRUE };
  g_autofree char *open = g_strnfill (100000, '[');
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_gate_check (open, strlen (open), &deep, &error));
  g_assert_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_LIMIT);
}

/* Writes `n_keys` keys that the hash of GLib, and any that adds up bytes, finds all alike. */
static char *
make_object (guint n_keys)
{
  static const char * const alike[] = { "aB", "b!" };   /* 33 * 'a' + 'B' == 33 * 'b' + '!' */
  GString *json = g_string_new ("{");

  for (guint i = 0; i < n_keys; i++)
    {
      g_string_append (json, i > 0 ? ",\"" : "\"");
      for (guint bit = 0; bit < 20; bit++)
        g_string_append (json, alike[i >> bit & 1]);
      g_string_append (json, "\":1");
    }

  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* What this thread itself has worked, in microseconds, however busy the machine is. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
measure_object (guint n_keys)
{
  const YdGateLimits large = { 64 << 20, 4, FALSE };
  g_autofree char *json = make_object (n_keys);
  g_autoptr(GError) error = NULL;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 3; i++)
    {
      const gint64 begin = get_cpu_time ();

      yd_gate_check (json, strlen (json), &large, &error);
      g_assert_no_error (error);
      best = MIN (best, get_cpu_time () - begin);
    }

  return best;
}

/* 16 times the keys may take 16 times as long and a bit, not 256 times. */
static void
test_many_keys (void)
{
  const gint64 few = measure_object (8000);
  const gint64 many = measure_object (128000);

  g_test_message ("8,000 keys: %.1f ms, 128,000: %.1f ms", few / 1000.0, many / 1000.0);
  g_assert_cmpint (many, <, 100 * MAX (few, 1000));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_case);
  g_test_add_func ("/gate/nul", test_nul);
  g_test_add_func ("/gate/any-root", test_any_root);
  g_test_add_func ("/gate/deep", test_deep);
  g_test_add_func ("/gate/many-keys", test_many_keys);

  return g_test_run ();
}
