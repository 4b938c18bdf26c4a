/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fold.h"

#include <string.h>

static gboolean
has (const char *text,
     const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return yd_fold_has (text, folded);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    gboolean    found;
  } cases[] = {
    { "推进第99项政务公开", "第99", TRUE },
    { "推进第99项政务公开", "第98", FALSE },
    { "推广PPP模式", "ppp", TRUE },
    { "推广ppp模式", "PPP", TRUE },
    { "推广ＰＰＰ模式", "ｐｐｐ", TRUE },
    { "推广ＰＰＰ模式", "ppp", FALSE },
    { "“互联网＋”行动——一期", "＋”行动——", TRUE },
    { "Straße", "STRASSE", TRUE },
    { "ÄRZTE 与 ΣΊΣΥΦΟΣ", "ärzte 与 σίσυφοσ", TRUE },
    { "", "一", FALSE },
    { "", "", TRUE },
    { NULL, "一", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (has (cases[i].text, cases[i].words) != cases[i].found)
      g_error ("“%s” in “%s”", cases[i].words, cases[i].text);
}

/* Each character is found folded, and is not found where folding makes another of it. */
static void
test_all_characters (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      g_autofree char *folded = NULL;
      char text[16] = { 0 };

      if (!g_unichar_validate (c))
        continue;

      g_unichar_to_utf8 (c, text);
      folded = g_utf8_casefold (text, -1);
      if (!yd_fold_has (text, folded) ||
          yd_fold_has (text, text) != (strcmp (text, folded) == 0))
        g_error ("U+%04X", c);
    }
}

/* A text of any length, with what has case and what has none. */
static void
test_long (void)
{
  for (guint n = 1; n < 2000; n += 97)
    {
      g_autoptr(GString) text = g_string_new ("A");

      while (text->len < n)
        g_string_append (text, n % 2 == 0 ? "公开" : "公Ä");
      g_string_append (text, "B（END）");

      g_assert_true (has (text->str, "b（end）"));
      g_assert_false (has (text->str, "b（and）"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/words", test_words);
  g_test_add_func ("/fold/all-characters", test_all_characters);
  g_test_add_func ("/fold/long", test_long);

  return g_test_run ();
}
