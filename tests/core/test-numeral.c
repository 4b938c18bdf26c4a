/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-numeral.h"

typedef struct
{
  guint       number;
  const char *chinese;
} Numeral;

static const Numeral numerals[] = {
  { 0, "零" }, { 1, "一" }, { 9, "九" }, { 10, "十" }, { 11, "十一" }, { 19, "十九" },
  { 20, "二十" }, { 21, "二十一" }, { 99, "九十九" }, { 100, "一百" }, { 101, "一百零一" },
  { 110, "一百一十" }, { 119, "一百一十九" }, { 200, "二百" }, { 1000, "一千" },
  { 1001, "一千零一" }, { 1010, "一千零一十" }, { 1100, "一千一百" }, { 2017, "二千零一十七" },
  { 9999, "九千九百九十九" },
};

static void
test_chinese (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      g_autofree char *text = yd_numeral_to_chinese (numerals[i].number);

      g_assert_cmpstr (text, ==, numerals[i].chinese);
    }
}

/* What is printed is read again, in every style. */
static void
test_round_trip (void)
{
  for (guint number = 1; number <= 9999; number++)
    for (guint style = YD_NUMERAL_CHAPTER; style <= YD_NUMERAL_SUBITEM; style++)
      {
        g_autofree char *full = yd_numeral_format (number, style, FALSE);
        g_autofree char *half = yd_numeral_format (number, style, TRUE);

        g_assert_cmpuint (yd_numeral_parse (full), ==, number);
        g_assert_cmpuint (yd_numeral_parse (half), ==, number);
      }
}

static const Numeral printed[] = {
  { 1, "一、" }, { 12, "（十二）" }, { 12, "(十二)" }, { 3, "3." }, { 3, "３．" }, { 4, "（4）" },
  { 4, "（４）" }, { 5, "⑤" }, { 10, "⑩" }, { 20, "⑳" }, { 11, "⑾" }, { 12, "⒓" }, { 7, "㈦" },
  { 20, "２０．" }, { 2, "第二章" }, { 15, "第十五条" }, { 103, "一百零三、" }, { 103, "一百〇三" },
  { 2017, "二〇一七" }, { 10, "一十" }, { 0, "" }, { 0, "、" }, { 0, "各县" }, { 0, "10000" },
  { 0, "99999999999999999999" }, { 0, "九九九九九九九九九九" }, { 0, "千千千千千千千千千千" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    g_assert_cmpuint (yd_numeral_parse (printed[i].chinese), ==, printed[i].number);
}

typedef struct
{
  guint           number;
  YdNumeralStyle  style;
  gboolean        half_width;
  const char     *expected;
} FormatCase;

static const FormatCase formats[] = {
  { 1,     YD_NUMERAL_CHAPTER, FALSE, "一、"   },
  { 2,     YD_NUMERAL_SECTION, FALSE, "（二）" },
  { 2,     YD_NUMERAL_SECTION, TRUE,  "(二)"   },
  { 3,     YD_NUMERAL_ITEM,    FALSE, "3."     },
  { 4,     YD_NUMERAL_SUBITEM, FALSE, "（4）"  },
  { 4,     YD_NUMERAL_SUBITEM, TRUE,  "(4)"    },
  { 10000, YD_NUMERAL_CHAPTER, FALSE, "10000、" },
  { 99999, YD_NUMERAL_ITEM,    FALSE, "99999." },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = yd_numeral_format (formats[i].number, formats[i].style,
                                                 formats[i].half_width);

      g_assert_cmpstr (text, ==, formats[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numeral/chinese", test_chinese);
  g_test_add_func ("/numeral/round-trip", test_round_trip);
  g_test_add_func ("/numeral/parse", test_parse);
  g_test_add_func ("/numeral/format", test_format);

  return g_test_run ();
}
