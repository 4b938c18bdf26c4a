/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-pinyin.h"

struct _YdPinyin
{
  GHashTable *letters;          /* character → letters, as bits */
};

/* The letter of each character from the first one on, made while the program is built;
 * rarer characters have none.
 */
#define FIRST_HAN 0x3007
static const char first_letters[] =
#include "yd-pinyin-letters.h"
;

/* Each character has one reading there; these have another that is common in names
 * of units and in their tasks. Each is followed by the letter.
 */
static const char second_readings[] =
  "长c长z重c重z曾c曾z藏c藏z传z传c朝c朝z参c参s调d调t行h行x厦s厦x会k会h乐y乐l单s单d解x降x系j系x"
  "省x石d区o卡q说s率l率s校j校x识z种c弹t弹d大d盛s盛c给j给g畜x畜c辟p辟b强q强j属s属z期q期j车c车j"
  "折z折s屏p屏b堡b堡p查c查z稽j稽q缉j缉q券q券x纤x纤q巷x巷h秘m秘b泊b泊p埔p埔b便b便p粘z粘n轧z轧y"
  "轧g圩w圩x莞g莞w番f番p浚j浚x浒h浒x涡w涡g尉w尉y蔚w蔚y莘x莘s枞z枞c阿a阿e恶e恶w咖k咖g括k括g贾j"
  "贾g圈q圈j宿s宿x";

static guint32
bit (gunichar letter)
{
  return letter >= 'a' && letter <= 'z' ? 1u << (letter - 'a') : 0;
}

static guint32
find_second (gunichar c)
{
  guint32 letters = 0;

  for (const char *at = second_readings; *at != '\0'; at = g_utf8_next_char (at) + 1)
    if (g_utf8_get_char (at) == c)
      letters |= bit (*g_utf8_next_char (at));

  return letters;
}

static guint32
find_first (gunichar c)
{
  return c >= FIRST_HAN && c - FIRST_HAN < sizeof first_letters - 1
         ? bit (first_letters[c - FIRST_HAN]) : 0;
}

/* Signs have no letter, and are passed over. */
static guint32
get_letters (YdPinyin *self,
             gunichar  c)
{
  gpointer known;
  guint32 letters;

  if (c < 0x80)
    return bit (g_unichar_tolower (c));
  if (g_hash_table_lookup_extended (self->letters, GUINT_TO_POINTER (c), NULL, &known))
    return GPOINTER_TO_UINT (known);

  letters = g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN ? find_first (c) | find_second (c)
                                                             : 0;
  g_hash_table_insert (self->letters, GUINT_TO_POINTER (c), GUINT_TO_POINTER (letters));

  return letters;
}

YdPinyin *
yd_pinyin_new (void)
{
  YdPinyin *self = g_new0 (YdPinyin, 1);

  self->letters = g_hash_table_new (NULL, NULL);

  return self;
}

void
yd_pinyin_free (YdPinyin *self)
{
  g_hash_table_unref (self->letters);
  g_free (self);
}

static gboolean
begins (YdPinyin   *self,
        const char *text,
        const char *typed)
{
  while (*typed != '\0' && *text != '\0')
    {
      guint32 letters = get_letters (self, g_utf8_get_char (text));

      text = g_utf8_next_char (text);
      if (letters == 0)
        continue;
      if ((letters & bit (g_ascii_tolower (*typed))) == 0)
        return FALSE;
      typed++;
    }

  return *typed == '\0';
}

/**
 * yd_pinyin_matches:
 * @self: a table of readings
 * @text: a name or a title
 * @typed: what a person typed
 *
 * Returns: whether @typed is at least two letters, and they begin the readings of
 *   characters that follow each other in @text
 */
gboolean
yd_pinyin_matches (YdPinyin   *self,
                   const char *text,
                   const char *typed)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (typed[0] == '\0' || typed[1] == '\0')
    return FALSE;
  for (const char *c = typed; *c != '\0'; c++)
    if (!g_ascii_isalpha (*c))
      return FALSE;

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (begins (self, text, typed))
      return TRUE;

  return FALSE;
}
