/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-numeral.h"

#include <string.h>

static const char * const chinese[] = {
  "零", "一", "二", "三", "四", "五", "六", "七", "八", "九",
};

static const struct
{
  guint       value;
  const char *word;
} units[] = {
  { 1000, "千" },
  { 100,  "百" },
  { 10,   "十" },
  { 1,    ""   },
};

/**
 * yd_numeral_to_chinese:
 * @number: from 0 to 9999
 *
 * Returns: (transfer full): 一, 十二, 二十, 一百零三 …
 */
char *
yd_numeral_to_chinese (guint number)
{
  GString *text = g_string_new (NULL);
  gboolean gap = FALSE;

  g_return_val_if_fail (number <= 9999, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint digit = number / units[i].value % 10;

      if (digit == 0)
        {
          gap = gap || text->len > 0;
          continue;
        }

      if (gap)
        g_string_append (text, chinese[0]);
      gap = FALSE;

      /* Ten to nineteen are 十, 十一, not 一十. */
      if (digit != 1 || units[i].value != 10 || text->len > 0)
        g_string_append (text, chinese[digit]);
      g_string_append (text, units[i].word);
    }

  if (text->len == 0)
    g_string_append (text, chinese[0]);

  return g_string_free (text, FALSE);
}

static int
find_chinese_digit (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    if (g_str_has_prefix (text, chinese[i]))
      return i;

  return g_str_has_prefix (text, "〇") ? 0 : -1;
}

static guint
find_unit (const char *text)
{
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (text, units[i].word))
      return units[i].value;

  return 0;
}

/* Full width digits too; -1 where there is none. */
static int
find_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return c - '0';

  return c >= 0xff10 && c <= 0xff19 ? (int) (c - 0xff10) : -1;
}

/* Signs that are a number by themselves: ① ⑴ ⒈ to 20, ㈠ to 10; 0 for others. */
static guint
find_whole (gunichar c)
{
  static const struct { gunichar first; guint n; } rows[] = {
    { 0x2460, 20 }, { 0x2474, 20 }, { 0x2488, 20 }, { 0x3220, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (c >= rows[i].first && c < rows[i].first + rows[i].n)
      return c - rows[i].first + 1;

  return 0;
}

/**
 * yd_numeral_parse:
 * @text: a printed number with its brackets and stops: 一、（十二） 3. （4） ⑤ ２０．
 *
 * Returns: the number, or 0 where there is none up to 9999
 */
guint
yd_numeral_parse (const char *text)
{
  guint total = 0, digit = 0;

  for (; *text != '\0' && total + digit <= 9999; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      guint unit = find_unit (text);

      if (find_chinese_digit (text) >= 0)
        digit = digit * 10 + find_chinese_digit (text);
      else if (find_digit (c) >= 0)
        digit = digit * 10 + find_digit (c);
      else if (find_whole (c) > 0)
        digit = find_whole (c);
      else if (unit != 0)
        {
          total += MAX (digit, 1) * unit;
          digit = 0;
        }
    }

  return total + digit <= 9999 ? total + digit : 0;
}

/**
 * yd_numeral_format:
 * @number: from 1
 * @style: the level
 * @half_width: whether the document uses half width brackets
 *
 * Returns: (transfer full): the number as printed in front of a point; from
 *   10,000 in Arabic digits at every level
 */
char *
yd_numeral_format (guint          number,
                   YdNumeralStyle style,
                   gboolean       half_width)
{
  const char *open = half_width ? "(" : "（";
  const char *close = half_width ? ")" : "）";
  g_autofree char *word = number <= 9999 ? yd_numeral_to_chinese (number)
                                         : g_strdup_printf ("%u", number);

  switch (style)
    {
    case YD_NUMERAL_CHAPTER:
      return g_strconcat (word, "、", NULL);
    case YD_NUMERAL_SECTION:
      return g_strconcat (open, word, close, NULL);
    case YD_NUMERAL_ITEM:
      return g_strdup_printf ("%u.", number);
    case YD_NUMERAL_SUBITEM:
      return g_strdup_printf ("%s%u%s", open, number, close);
    default:
      g_return_val_if_reached (NULL);
    }
}
