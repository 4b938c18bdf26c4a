/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-json-writer.h"

#include <jansson.h>

static void
test_levels (void)
{
  g_auto(YdJsonWriter) writer = { NULL };
  g_autofree char *json = NULL;

  yd_json_writer_init (&writer);
  yd_json_writer_begin_object (&writer, NULL);
  yd_json_writer_string (&writer, "name", "市财政局");
  yd_json_writer_string (&writer, "full", NULL);
  yd_json_writer_begin_array (&writer, "span");
  yd_json_writer_int (&writer, NULL, 863);
  yd_json_writer_int (&writer, NULL, -1);
  yd_json_writer_end_array (&writer);
  yd_json_writer_begin_array (&writer, "none");
  yd_json_writer_end_array (&writer);
  yd_json_writer_bool (&writer, "each", TRUE);
  yd_json_writer_end_object (&writer);

  json = yd_json_writer_end (&writer);
  g_assert_cmpstr (json, ==, "{\"name\":\"市财政局\",\"full\":null,\"span\":[863,-1],"
                             "\"none\":[],\"each\":true}");
}

static void
test_escapes (void)
{
  g_auto(YdJsonWriter) writer = { NULL };
  g_autofree char *json = NULL;

  yd_json_writer_init (&writer);
  yd_json_writer_string (&writer, NULL, "a\"b\\c\nd\te\x01\x7f要点");

  json = yd_json_writer_end (&writer);
  g_assert_cmpstr (json, ==, "\"a\\\"b\\\\c\\nd\\u0009e\\u0001\\u007f要点\"");
}

static char *
make_text (void)
{
  static const char * const pieces[] = {
    "a", "\"", "\\", "/", "\n", "\t", "\x01", "\x1f", "\x7f",
    "要点", "\xf0\xa0\x80\x80", "\u2028", " ",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* Another program reads what was meant. */
static void
test_oracle (void)
{
  for (guint run = 0; run < 500; run++)
    {
      g_auto(YdJsonWriter) writer = { NULL };
      g_autofree char *name = make_text ();
      g_autofree char *text = make_text ();
      g_autofree char *json = NULL;
      gint64 number = ((gint64) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      json_t *root, *list;

      yd_json_writer_init (&writer);
      yd_json_writer_begin_object (&writer, NULL);
      yd_json_writer_begin_array (&writer, name);
      yd_json_writer_string (&writer, NULL, text);
      yd_json_writer_int (&writer, NULL, number);
      yd_json_writer_string_len (&writer, NULL, text, 0);
      yd_json_writer_begin_object (&writer, NULL);
      yd_json_writer_end_object (&writer);
      yd_json_writer_end_array (&writer);
      yd_json_writer_end_object (&writer);
      json = yd_json_writer_end (&writer);

      root = json_loads (json, JSON_REJECT_DUPLICATES, NULL);
      list = json_object_get (root, name);
      g_assert_cmpuint (json_array_size (list), ==, 4);
      g_assert_cmpstr (json_string_value (json_array_get (list, 0)), ==, text);
      g_assert_cmpint (json_integer_value (json_array_get (list, 1)), ==, number);
      g_assert_cmpstr (json_string_value (json_array_get (list, 2)), ==, "");
      g_assert_true (json_is_object (json_array_get (list, 3)));
      json_decref (root);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/levels", test_levels);
  g_test_add_func ("/json-writer/escapes", test_escapes);

  g_test_add_func ("/json-writer/oracle", test_oracle);

  return g_test_run ();
}
