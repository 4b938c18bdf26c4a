/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-value.h"

#include <string.h>

#define MAX_TEXT (16 * 1024)
#define MAX_LONG (64 * 1024)
#define BLOB     "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ID64     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

typedef struct
{
  YdValueType  type;
  const char  *value;
  gboolean     allowed;
} ValueCase;

static const ValueCase values[] = {
  { YD_VALUE_TEXT, "", TRUE }, { YD_VALUE_TEXT, "市财政局\n", TRUE },
  { YD_VALUE_TEXT, "e\xcc\x81", TRUE }, { YD_VALUE_TEXT, "\xf0\xa0\x80\x80", TRUE },
  { YD_VALUE_TEXT, "\xff", FALSE }, { YD_VALUE_TEXT, "\xe8\xa6", FALSE },
  { YD_VALUE_TEXT, "\xc0\x80", FALSE }, { YD_VALUE_TEXT, "\xed\xa0\x80", FALSE },
  { YD_VALUE_LONG, "要点", TRUE }, { YD_VALUE_LONG, "\xe8", FALSE },

  { YD_VALUE_INT, "0", TRUE }, { YD_VALUE_INT, "7", TRUE }, { YD_VALUE_INT, "-3", TRUE },
  { YD_VALUE_INT, "9007199254740991", TRUE }, { YD_VALUE_INT, "-9007199254740991", TRUE },
  { YD_VALUE_INT, "9007199254740992", FALSE }, { YD_VALUE_INT, "-9007199254740992", FALSE },
  { YD_VALUE_INT, "99999999999999999999999", FALSE }, { YD_VALUE_INT, "", FALSE },
  { YD_VALUE_INT, "-", FALSE }, { YD_VALUE_INT, "007", FALSE }, { YD_VALUE_INT, "-0", FALSE },
  { YD_VALUE_INT, "-07", FALSE }, { YD_VALUE_INT, "+7", FALSE }, { YD_VALUE_INT, " 7", FALSE },
  { YD_VALUE_INT, "7 ", FALSE }, { YD_VALUE_INT, "7.0", FALSE }, { YD_VALUE_INT, "1e3", FALSE },
  { YD_VALUE_INT, "--7", FALSE }, { YD_VALUE_INT, "７", FALSE },

  { YD_VALUE_BOOL, "true", TRUE }, { YD_VALUE_BOOL, "false", TRUE },
  { YD_VALUE_BOOL, "True", FALSE }, { YD_VALUE_BOOL, "1", FALSE }, { YD_VALUE_BOOL, "", FALSE },

  { YD_VALUE_DATE, "2017-06-01", TRUE }, { YD_VALUE_DATE, "2016-02-29", TRUE },
  { YD_VALUE_DATE, "2000-02-29", TRUE }, { YD_VALUE_DATE, "9999-12-31", TRUE },
  { YD_VALUE_DATE, "2017-02-29", FALSE }, { YD_VALUE_DATE, "1900-02-29", FALSE },
  { YD_VALUE_DATE, "2017-04-31", FALSE }, { YD_VALUE_DATE, "2017-13-01", FALSE },
  { YD_VALUE_DATE, "2017-00-01", FALSE }, { YD_VALUE_DATE, "2017-01-00", FALSE },
  { YD_VALUE_DATE, "0000-01-01", FALSE }, { YD_VALUE_DATE, "2017-6-1", FALSE },
  { YD_VALUE_DATE, "20170601", FALSE }, { YD_VALUE_DATE, "2017-06-01 ", FALSE },
  { YD_VALUE_DATE, "2017/06/01", FALSE }, { YD_VALUE_DATE, "2017-06", FALSE },
  { YD_VALUE_DATE, "", FALSE }, { YD_VALUE_DATE, "２017-06-01", FALSE },

  { YD_VALUE_TIME, "2017-06-01T01:00:00Z", TRUE }, { YD_VALUE_TIME, "2016-02-29T23:59:59Z", TRUE },
  { YD_VALUE_TIME, "2017-06-01T24:00:00Z", FALSE },
  { YD_VALUE_TIME, "2017-06-01T23:60:00Z", FALSE },
  { YD_VALUE_TIME, "2017-06-01T23:00:60Z", FALSE },
  { YD_VALUE_TIME, "2017-02-29T01:00:00Z", FALSE },
  { YD_VALUE_TIME, "2017-06-01T01:00:00", FALSE }, { YD_VALUE_TIME, "2017-06-01 01:00:00Z", FALSE },
  { YD_VALUE_TIME, "2017-06-01T01:00:00z", FALSE }, { YD_VALUE_TIME, "2017-06-01T1:00:00Z", FALSE },
  { YD_VALUE_TIME, "2017-06-01T01:00:00.0Z", FALSE }, { YD_VALUE_TIME, "2017-06-01", FALSE },

  { YD_VALUE_ENUM, "lead", TRUE }, { YD_VALUE_ENUM, "Lead", FALSE }, { YD_VALUE_ENUM, "", FALSE },
  { YD_VALUE_ENUM, "lea", FALSE }, { YD_VALUE_ENUM, "leader", FALSE },

  { YD_VALUE_ID, "019576a0-0000-7000-8000-000000000000", TRUE }, { YD_VALUE_ID, "a_B-1", TRUE },
  { YD_VALUE_ID, ID64, TRUE }, { YD_VALUE_ID, ID64 "a", FALSE }, { YD_VALUE_ID, "", FALSE },
  { YD_VALUE_ID, "a b", FALSE }, { YD_VALUE_ID, "a/b", FALSE }, { YD_VALUE_ID, "a:b", FALSE },
  { YD_VALUE_ID, "要点", FALSE }, { YD_VALUE_ID, "$new", FALSE },

  { YD_VALUE_KEY, "V", TRUE }, { YD_VALUE_KEY, "a0", TRUE }, { YD_VALUE_KEY, ID64, TRUE },
  { YD_VALUE_KEY, ID64 "a", FALSE }, { YD_VALUE_KEY, "", FALSE }, { YD_VALUE_KEY, "a-b", FALSE },
  { YD_VALUE_KEY, "a_", FALSE }, { YD_VALUE_KEY, "一", FALSE }, { YD_VALUE_KEY, "a ", FALSE },

  { YD_VALUE_SPAN, "s:0-0", TRUE }, { YD_VALUE_SPAN, "s:3-9", TRUE },
  { YD_VALUE_SPAN, "019576a0-0000-7000-8000-000000000000:10-4294967295", TRUE },
  { YD_VALUE_SPAN, "s:9-3", FALSE }, { YD_VALUE_SPAN, "s:0-4294967296", FALSE },
  { YD_VALUE_SPAN, "s:03-9", FALSE }, { YD_VALUE_SPAN, "s:-1-9", FALSE },
  { YD_VALUE_SPAN, "s:1--9", FALSE }, { YD_VALUE_SPAN, "s:1-", FALSE },
  { YD_VALUE_SPAN, "s:-", FALSE }, { YD_VALUE_SPAN, "s:1", FALSE }, { YD_VALUE_SPAN, "s", FALSE },
  { YD_VALUE_SPAN, ":1-2", FALSE }, { YD_VALUE_SPAN, "", FALSE },
  { YD_VALUE_SPAN, "s:1-2-3", FALSE },
  { YD_VALUE_SPAN, "s::1-2", FALSE }, { YD_VALUE_SPAN, "源:1-2", FALSE },
  { YD_VALUE_SPAN, ID64 "a:1-2", FALSE }, { YD_VALUE_SPAN, "s:1-2 ", FALSE },
  { YD_VALUE_SPAN, "s:99999999999999999999999999-1", FALSE },

  { YD_VALUE_BLOB, BLOB, TRUE }, { YD_VALUE_BLOB, BLOB "0", FALSE }, { YD_VALUE_BLOB, "", FALSE },
  { YD_VALUE_BLOB, "A123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", FALSE },
};

static const char * const roles[] = { "lead", "responsible", "support", NULL };

static void
test_allows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const YdField field = { "field", values[i].type, .words = roles };

      if (yd_field_allows (&field, values[i].value) != values[i].allowed)
        g_error ("type %d: “%s” should%s be allowed", values[i].type, values[i].value,
                 values[i].allowed ? "" : " not");
      g_assert_true (yd_field_allows (&field, NULL));
    }
}

static void
test_sizes (void)
{
  static const struct { YdValueType type; gsize most; } sizes[] = {
    { YD_VALUE_TEXT, MAX_TEXT }, { YD_VALUE_LONG, MAX_LONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const YdField field = { "field", sizes[i].type };
      g_autofree char *most = g_strnfill (sizes[i].most, 'a');
      g_autofree char *more = g_strnfill (sizes[i].most + 1, 'a');

      g_assert_true (yd_field_allows (&field, most));
      g_assert_false (yd_field_allows (&field, more));
    }
}

static void
test_read (void)
{
  g_autofree char *source = NULL;
  guint start, end;
  gint64 number;
  GDate date;

  g_assert_true (yd_value_to_int ("-42", &number));
  g_assert_cmpint (number, ==, -42);

  g_assert_true (yd_value_to_date ("2017-06-01", &date));
  g_assert_cmpint (g_date_get_year (&date), ==, 2017);
  g_assert_cmpint (g_date_get_month (&date), ==, 6);
  g_assert_cmpint (g_date_get_day (&date), ==, 1);

  g_assert_true (yd_value_to_span ("a-b:12-345", &source, &start, &end));
  g_assert_cmpstr (source, ==, "a-b");
  g_assert_cmpuint (start, ==, 12);
  g_assert_cmpuint (end, ==, 345);
}

/* Words that come often are kept once; texts that look like them are not mixed up. */
static void
test_make (void)
{
  const YdField word = { "field", YD_VALUE_ENUM, .words = roles };
  const YdField text = { "field", YD_VALUE_TEXT };
  GRefString *a = yd_field_make_value (&word, "lead");
  GRefString *b = yd_field_make_value (&word, "lead");
  GRefString *c = yd_field_make_value (&text, "lead");

  g_assert_true (a == b);
  g_assert_cmpstr (a, ==, "lead");
  g_assert_cmpstr (c, ==, "lead");
  g_assert_null (yd_field_make_value (&text, NULL));

  g_ref_string_release (a);
  g_ref_string_release (b);
  g_ref_string_release (c);
}

/* Nothing crashes, and what is allowed is read. */
static void
test_random (void)
{
  static const char bytes[] = "019-:TZaz_ \xe8\xa6\x81\xff";

  for (guint i = 0; i < 20000; i++)
    {
      const YdField field = { "field", g_test_rand_int_range (0, YD_VALUE_BLOB + 1),
                              .words = roles };
      char value[24] = { 0 };

      for (int n = g_test_rand_int_range (0, sizeof value - 1); n > 0; n--)
        value[n - 1] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];

      if (yd_field_allows (&field, value))
        g_assert_true (g_utf8_validate (value, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/allows", test_allows);
  g_test_add_func ("/value/sizes", test_sizes);
  g_test_add_func ("/value/read", test_read);
  g_test_add_func ("/value/make", test_make);
  g_test_add_func ("/value/random", test_random);

  return g_test_run ();
}
