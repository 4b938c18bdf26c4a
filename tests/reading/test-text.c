/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-text-private.h"

#include "yd-source.h"

#include <string.h>

#define BYTES(literal) literal, sizeof literal - 1
#define TEN(text)      text text text text text text text text text text
#define HUNDRED(text)  TEN (TEN (text))
#define MARK           "\xef\xbf\xbd"

typedef struct
{
  const char *path;
  const char *bytes;
  gsize       n_bytes;
  const char *encoding;   /* NULL if it is no text */
  const char *text;
} TextCase;

static const TextCase text_cases[] = {
  { "/text/ascii",               BYTES ("1. Points\n"), "US-ASCII", "1. Points\n" },
  { "/text/utf-8",               BYTES ("一、要点\n"), "UTF-8", "一、要点\n" },
  { "/text/utf-8-mark",          BYTES ("\xef\xbb\xbf要点"), "UTF-8", "要点" },
  { "/text/utf-8-mark-alone",    BYTES ("\xef\xbb\xbf"), "UTF-8", "" },
  { "/text/utf-8-mark-of-ascii", BYTES ("\xef\xbb\xbf" "abc"), "UTF-8", "abc" },
  { "/text/utf-8-four",          BYTES ("\xf0\xa0\x80\x80\xf4\x8f\xbf\xbd"), "UTF-8",
    "\xf0\xa0\x80\x80\xf4\x8f\xbf\xbd" },
  { "/text/utf-8-cut",           BYTES ("要点\xe8\xa6"), "UTF-8", "要点" MARK },
  { "/text/utf-8-cut-4",         BYTES ("要点\xf0\xa0\x80"), "UTF-8", "要点" MARK },
  { "/text/utf-8-damaged",       BYTES (TEN ("一二三四五六") "\xe8\n" "七"), "UTF-8",
    TEN ("一二三四五六") MARK "\n七" },
  { "/text/utf-8-overlong",      BYTES (TEN ("一二三四五六") "\xe0\x80\xaf"), "UTF-8",
    TEN ("一二三四五六") MARK },
  { "/text/utf-8-surrogate",     BYTES (TEN ("一二三四五六") "\xed\xa0\x80" "a"), "UTF-8",
    TEN ("一二三四五六") MARK "a" },
  { "/text/utf-8-as-gb18030",    BYTES ("\xef\xbb\xbf" TEN ("一二三四五六") "\xb0"), "UTF-8",
    TEN ("一二三四五六") MARK },
  { "/text/utf-8-mark-decides",  BYTES ("\xef\xbb\xbf" TEN ("abcdef") "\xb0" "a"), "UTF-8",
    TEN ("abcdef") MARK "a" },

  { "/text/utf-16le-mark",       BYTES ("\xff\xfe\x81\x89\xb9\x70"), "UTF-16LE", "要点" },
  { "/text/utf-16be-mark",       BYTES ("\xfe\xff\x89\x81\x70\xb9"), "UTF-16BE", "要点" },
  { "/text/utf-16le",            BYTES ("\x81\x89\xb9\x70\x00\x4e\r\0\n\0"), "UTF-16LE",
    "要点一\n" },
  { "/text/utf-16be",            BYTES ("\x89\x81\x70\xb9\x4e\x00\0\r\0\n"), "UTF-16BE",
    "要点一\n" },
  { "/text/utf-16le-ascii",      BYTES ("a\0b\0c\0d\0"), "UTF-16LE", "abcd" },
  { "/text/utf-16be-ascii",      BYTES ("\0a\0b\0c\0d"), "UTF-16BE", "abcd" },
  { "/text/utf-16le-pair",       BYTES ("\xff\xfe\x40\xd8\x00\xdc" "a\0"), "UTF-16LE",
    "\xf0\xa0\x80\x80" "a" },
  { "/text/utf-16le-half-pair",  BYTES ("\xff\xfe" HUNDRED ("a\0") "\x40\xd8" "a\0\x00\xdc"
                                        "a\0"), "UTF-16LE", HUNDRED ("a") MARK "a" MARK "a" },
  { "/text/utf-16le-cut-pair",   BYTES ("\xff\xfe" "a\0\x40\xd8"), "UTF-16LE", "a" MARK },
  { "/text/utf-16be-cut",        BYTES ("\xfe\xff\x89\x81\x70"), "UTF-16BE", "要" MARK },

  { "/text/gb18030-two",         BYTES ("\xd2\xbb\xa1\xa2\xd2\xaa\xb5\xe3\r\n"), "GB18030",
    "一、要点\n" },
  { "/text/gb18030-gbk",         BYTES ("\xe9\x46\x87\xf8\xa9\x96"), "GB18030", "镕國〇" },
  { "/text/gb18030-four",        BYTES ("\x81\x39\xee\x39\x95\x32\x82\x36\xd2\xaa"), "GB18030",
    "\xe3\x90\x80\xf0\xa0\x80\x80要" },
  { "/text/gb18030-mark",        BYTES ("\x84\x31\x95\x33\xd2\xaa\xb5\xe3"), "GB18030", "要点" },
  { "/text/gb18030-euro",        BYTES ("100\xa2\xe3"), "GB18030", "100€" },
  { "/text/gb18030-cut-2",       BYTES ("\xd2\xbb\xb5"), "GB18030", "一" MARK },
  { "/text/gb18030-cut-4",       BYTES ("\xd2\xbb\x81\x39\xee"), "GB18030", "一" MARK },
  { "/text/gb18030-damaged",     BYTES (HUNDRED ("\xd2\xbb\xb6\xfe") "\xff\n\xd2\xbb"), "GB18030",
    HUNDRED ("一二") MARK "\n一" },

  { "/text/line-ends",           BYTES ("a\r\nb\rc\nd\n\re\r\r\nf\r"), "US-ASCII",
    "a\nb\nc\nd\n\ne\n\nf\n" },
  { "/text/other-line-ends",     BYTES ("一\v二\f三\xc2\x85四\xe2\x80\xa8五\xe2\x80\xa9"), "UTF-8",
    "一\n二\n三\n四\n五\n" },
  { "/text/tabs-stay",           BYTES ("a\tb\n"), "US-ASCII", "a\tb\n" },
  { "/text/dos-end",             BYTES ("a\r\n\x1a"), "US-ASCII", "a\n" },
  { "/text/padded",              BYTES ("abc\n\0\0\0\0"), "US-ASCII", "abc\n" },
  { "/text/control",             BYTES (TEN ("abcdef") "\x07\n"), "US-ASCII",
    TEN ("abcdef") MARK "\n" },
  { "/text/nul",                 BYTES (TEN ("abcdef") "\0g"), "UTF-8", TEN ("abcdef") MARK "g" },
  { "/text/noncharacter",        BYTES (TEN ("abcdef") "\xef\xbf\xbf"), "UTF-8",
    TEN ("abcdef") MARK },
  { "/text/c1",                  BYTES (TEN ("abcdef") "\xc2\x9f"), "UTF-8", TEN ("abcdef") MARK },

  { "/text/no/controls",         BYTES ("a\x01\x02" "b"), NULL, NULL },
  { "/text/no/nuls",             BYTES ("ab\0\0\0cd\0e"), NULL, NULL },
  { "/text/no/utf-32",           BYTES ("\xff\xfe\0\0a\0\0\0"), NULL, NULL },
  { "/text/no/gb18030-bad",      BYTES ("\xd2\xff\xff\xff\xd2\x20\xff\xff"), NULL, NULL },
  { "/text/no/gb18030-unknown",  BYTES (TEN ("\x85\x30\x81\x30" "a")), NULL, NULL },
  { "/text/no/utf-16-halves",    BYTES ("\xff\xfe" TEN ("\x40\xd8" "a\0")), NULL, NULL },
  { "/text/no/elf",              BYTES ("\x7f" "ELF\2\1\1\0\0\0\0\0\0\0\0\3\0>\0\1"), NULL, NULL },
  { "/text/no/big5",             BYTES (TEN ("\xa5\xab\xac\x46\xa9\xb2\xa4\x48\xa5\xc1\xa4\x75")),
    NULL, NULL },
  { "/text/no/latin-1",          BYTES (TEN ("d\xe9" "j\xe0 vu ")), NULL, NULL },
};

static void
test_text (gconstpointer data)
{
  const TextCase *item = data;
  /* A copy without a NUL behind it: the sanitizer sees whoever reads too far. */
  g_autoptr(GBytes) bytes = g_bytes_new (item->bytes, item->n_bytes);
  g_auto(YdText) text = { NULL };
  g_autoptr(YdSource) source = NULL;

  g_assert_cmpint (_yd_text_read (bytes, &text), ==, item->encoding != NULL);
  g_assert_cmpstr (text.encoding, ==, item->encoding);
  if (item->encoding == NULL)
    return;

  source = yd_source_new ("a", "txt", text.bytes, NULL);
  g_assert_nonnull (source);
  g_assert_cmpstr (yd_source_get_text (source, NULL), ==, item->text);
  g_assert_cmpuint (yd_source_get_n_chars (source), ==, text.n_chars);
}

static void
test_clean_is_not_copied (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (BYTES ("一、要点\n"));
  g_auto(YdText) text = { NULL };

  g_assert_true (_yd_text_read (bytes, &text));
  g_assert_true (g_bytes_get_data (text.bytes, NULL) == g_bytes_get_data (bytes, NULL));
}

/* Lines as offices write them, with rare characters among them. */
static char *
random_document (void)
{
  static const char * const words[] = {
    "一、", "（一）", "推进政务公开", "市财政局", "负责", "30个工作日内", "，", "。", "\n", "a", "\t",
    "“", "”", "①", "二、", "（二）", "各县（市、区）人民政府", "牵头", "配合",
    /* rare ones */ "镕", "\xe3\x90\x80", "\xf0\xa0\x80\x80", "ā",
  };
  GString *text = g_string_new ("各县（市、区）人民政府，各市直部门：\n"
                                "现将《政务公开工作要点》印发给你们，请认真组织实施。\n");

  for (guint n = g_test_rand_int_range (0, 300); n > 0; n--)
    {
      const guint n_words = G_N_ELEMENTS (words) - (g_test_rand_int_range (0, 8) == 0 ? 0 : 4);

      g_string_append (text, words[g_test_rand_int_range (0, n_words)]);
    }

  return g_string_free (text, FALSE);
}

static void
test_round_trip (void)
{
  static const char * const encodings[] = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < 400; i++)
    {
      const char *encoding = encodings[i % G_N_ELEMENTS (encodings)];
      g_autofree char *document = random_document ();
      gsize n_bytes;
      char *raw = g_convert (document, -1, encoding, "UTF-8", NULL, &n_bytes, NULL);
      g_autoptr(GBytes) bytes = g_bytes_new_take (raw, n_bytes);
      g_auto(YdText) text = { NULL };

      g_assert_true (_yd_text_read (bytes, &text));
      g_assert_cmpstr (text.encoding, ==, encoding);
      g_assert_cmpmem (g_bytes_get_data (text.bytes, NULL), g_bytes_get_size (text.bytes),
                       document, strlen (document));
    }
}

/* Whatever is taken for a text keeps to the rules of a source, and reading the
 * result once more changes nothing. */
static gboolean
assert_sound (const char *raw,
              gsize       n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new (raw, n_bytes);
  g_auto(YdText) text = { NULL };
  g_auto(YdText) again = { NULL };
  g_autoptr(YdSource) source = NULL;
  g_autoptr(GError) error = NULL;

  if (!_yd_text_read (bytes, &text))
    return FALSE;

  source = yd_source_new ("a", "txt", text.bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (yd_source_get_n_chars (source), ==, text.n_chars);

  g_assert_true (_yd_text_read (text.bytes, &again));
  g_assert_true (g_bytes_equal (text.bytes, again.bytes));

  return TRUE;
}

static void
test_random_bytes (void)
{
  guint n_taken = 0;

  for (guint i = 0; i < 3000; i++)
    {
      char raw[600];
      const gsize n_bytes = g_test_rand_int_range (0, sizeof raw);

      for (gsize j = 0; j < n_bytes; j++)
        raw[j] = g_test_rand_int_range (0, j == 0 ? 0xfe : 256);   /* no mark of UTF-16 */

      n_taken += assert_sound (raw, n_bytes) && n_bytes >= 100;
    }

  g_assert_cmpuint (n_taken, ==, 0);
}

/* A document in some encoding with a few bytes changed, put in or cut off. */
static void
test_random_damage (void)
{
  static const char * const encodings[] = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" };
  static const guchar evil[] = { 0x00, 0x0d, 0x0a, 0x1a, 0x7f, 0x80, 0xc2, 0xe2, 0xed, 0xf4, 0xff };

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *document = random_document ();
      g_autofree char *raw = NULL;
      gsize n_bytes;

      raw = g_convert (document, -1, encodings[i % G_N_ELEMENTS (encodings)], "UTF-8", NULL,
                       &n_bytes, NULL);
      for (guint n = g_test_rand_int_range (1, 6); n > 0; n--)
        raw[g_test_rand_int_range (0, n_bytes)] =
          evil[g_test_rand_int_range (0, G_N_ELEMENTS (evil))];

      assert_sound (raw, n_bytes - g_test_rand_int_range (0, 4));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    g_test_add_data_func (text_cases[i].path, &text_cases[i], test_text);
  g_test_add_func ("/text/clean-is-not-copied", test_clean_is_not_copied);
  g_test_add_func ("/text/round-trip", test_round_trip);
  g_test_add_func ("/text/random-bytes", test_random_bytes);
  g_test_add_func ("/text/random-damage", test_random_damage);

  return g_test_run ();
}
