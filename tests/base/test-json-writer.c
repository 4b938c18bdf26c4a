/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-json-writer.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/levels", test_levels);
  g_test_add_func ("/json-writer/escapes", test_escapes);

  return g_test_run ();
}
