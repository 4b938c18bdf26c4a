/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-source.h"

#include <gio/gio.h>
#include <string.h>

#define TEXT(literal) literal, sizeof literal - 1

typedef struct
{
  const char *path;
  const char *text;
  gsize       n_bytes;
  guint       n_chars;
  const char *paragraphs;   /* their spans; NULL if the text is refused */
} TextCase;

static const TextCase text_cases[] = {
  { "/source/text/empty",          TEXT (""),                    0, "" },
  { "/source/text/only-blank",     TEXT ("\n \n\t\n\xe3\x80\x80\n"), 7, "" },
  { "/source/text/one-line",       TEXT ("要点"),                2, "0-2" },
  { "/source/text/line-end",       TEXT ("要点\n"),              3, "0-2" },
  { "/source/text/indent-stays",   TEXT ("\xe3\x80\x80一\n \n b "), 8, "0-2 5-8" },
  { "/source/text/all-lengths",    TEXT ("a\xc3\xa9要\xf0\xa0\x80\x80\n\nz"), 7, "0-4 6-7" },
  { "/source/text/last-of-each",   TEXT ("\x7f\xdf\xbf\xef\xbf\xbf\xf4\x8f\xbf\xbf"), 4, "0-4" },
  { "/source/text/first-of-each",  TEXT ("\x01\xc2\x80\xe0\xa0\x80\xf0\x90\x80\x80"), 4, "0-4" },
  { "/source/text/by-surrogates",  TEXT ("\xed\x9f\xbf\xee\x80\x80"), 2, "0-2" },

  { "/source/refuse/nul",          TEXT ("a\0b"),                0, NULL },
  { "/source/refuse/return",       TEXT ("a\r\n"),               0, NULL },
  { "/source/refuse/mark",         TEXT ("\xef\xbb\xbf" "a"),    0, NULL },
  { "/source/refuse/tail",         TEXT ("a\x80"),               0, NULL },
  { "/source/refuse/cut-2",        TEXT ("a\xc3"),               0, NULL },
  { "/source/refuse/cut-3",        TEXT ("a\xe8\xa6"),           0, NULL },
  { "/source/refuse/cut-4",        TEXT ("a\xf0\xa0\x80"),       0, NULL },
  { "/source/refuse/overlong-2",   TEXT ("\xc1\xbf"),            0, NULL },
  { "/source/refuse/overlong-3",   TEXT ("\xe0\x9f\xbf"),        0, NULL },
  { "/source/refuse/overlong-4",   TEXT ("\xf0\x8f\xbf\xbf"),    0, NULL },
  { "/source/refuse/surrogate",    TEXT ("\xed\xa0\x80"),        0, NULL },
  { "/source/refuse/too-high",     TEXT ("\xf4\x90\x80\x80"),    0, NULL },
  { "/source/refuse/lead-f5",      TEXT ("\xf5\x80\x80\x80"),    0, NULL },
};

static char *
print_paragraphs (YdSource *source)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < yd_source_get_n_paragraphs (source); i++)
    {
      const YdSpan span = yd_source_get_paragraph (source, i);

      g_string_append_printf (out, "%s%u-%u", i > 0 ? " " : "", span.start, span.end);
    }

  return g_string_free (out, FALSE);
}

static void
test_text (gconstpointer data)
{
  const TextCase *item = data;
  /* Not NUL-terminated: whoever reads past the end meets the sanitizer. */
  g_autoptr(GBytes) bytes = g_bytes_new (item->text, item->n_bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = yd_source_new ("a.txt", "txt", bytes, &error);
  g_autofree char *paragraphs = NULL;
  gsize n_bytes;

  if (item->paragraphs == NULL)
    {
      g_assert_null (source);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (yd_source_get_name (source), ==, "a.txt");
  g_assert_cmpstr (yd_source_get_format (source), ==, "txt");
  g_assert_cmpmem (yd_source_get_text (source, NULL), item->n_bytes + 1, item->text,
                   item->n_bytes + 1);
  g_assert_true (yd_source_get_text (source, &n_bytes) ==
                 g_bytes_get_data (yd_source_get_bytes (source), NULL) || item->n_bytes == 0);
  g_assert_cmpuint (n_bytes, ==, item->n_bytes);
  g_assert_cmpuint (yd_source_get_n_chars (source), ==, item->n_chars);
  paragraphs = print_paragraphs (source);
  g_assert_cmpstr (paragraphs, ==, item->paragraphs);
}

/* Against the simplest possible count, at each byte. */
static void
assert_places (YdSource *source)
{
  gsize n_bytes;
  const char *text = yd_source_get_text (source, &n_bytes);
  guint n = 0;

  for (gsize offset = 0; offset < n_bytes; offset++)
    {
      g_assert_cmpuint (yd_source_get_char (source, offset), ==, n);
      if ((text[offset] & 0xc0) != 0x80)
        g_assert_cmpuint (yd_source_get_offset (source, n++), ==, offset);
    }

  g_assert_cmpuint (n, ==, yd_source_get_n_chars (source));
  g_assert_cmpuint (yd_source_get_offset (source, n), ==, n_bytes);
  g_assert_cmpuint (yd_source_get_char (source, n_bytes), ==, n);
}

static void
test_random_places (void)
{
  static const gunichar chars[] = { 'a', 0xe9, 0x8981, 0x20000, '\n' };

  for (guint round = 0; round < 300; round++)
    {
      const guint common = g_test_rand_int_range (0, G_N_ELEMENTS (chars));
      const guint n_chars = g_test_rand_int_range (0, 1200);
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(YdSource) source = NULL;
      g_autoptr(GBytes) bytes = NULL;

      for (guint i = 0; i < n_chars; i++)
        g_string_append_unichar (text, chars[g_test_rand_bit ()
                                             ? common
                                             : (guint) g_test_rand_int_range (0, 5)]);

      bytes = g_bytes_new (text->str, text->len);
      source = yd_source_new ("random", "txt", bytes, NULL);
      g_assert_cmpuint (yd_source_get_n_chars (source), ==, n_chars);
      assert_places (source);
    }
}

/* What is accepted is what g_utf8_validate() accepts, returns and the mark aside. */
static void
test_random_bytes (void)
{
  static const guchar pool[] = "ab\n\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xe1\xed\xef\xf0"
                               "\xf4\xf5\xff";

  for (guint round = 0; round < 20000; round++)
    {
      const gsize n_bytes = g_test_rand_int_range (0, 9);
      char raw[8];
      g_autoptr(YdSource) source = NULL;
      g_autoptr(GBytes) bytes = NULL;

      for (gsize i = 0; i < n_bytes; i++)
        raw[i] = pool[g_test_rand_int_range (0, sizeof pool - 1)];

      bytes = g_bytes_new (raw, n_bytes);
      source = yd_source_new ("random", "txt", bytes, NULL);
      if (n_bytes >= 3 && memcmp (raw, "\xef\xbb\xbf", 3) == 0)
        g_assert_null (source);
      else
        g_assert_cmpint (source != NULL, ==, g_utf8_validate_len (raw, n_bytes, NULL));
      if (source != NULL)
        assert_places (source);
    }
}

static void
test_dup_text (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("一、要点\nb", strlen ("一、要点\nb"));
  g_autoptr(YdSource) source = yd_source_new ("a", "txt", bytes, NULL);
  g_autofree char *middle = yd_source_dup_text (source, (YdSpan) { 2, 4 });
  g_autofree char *nothing = yd_source_dup_text (source, (YdSpan) { 6, 6 });
  g_autofree char *all = yd_source_dup_text (source, (YdSpan) { 0, 6 });

  g_assert_cmpstr (middle, ==, "要点");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (all, ==, "一、要点\nb");
}

static void
test_json (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(YdSource) source = yd_source_new ("“a”.txt", "txt", bytes, NULL);
  g_autofree char *json = yd_source_to_json (source);

  g_assert_cmpstr (json, ==,
                   "{\"name\":\"“a”.txt\",\"format\":\"txt\","
                   "\"sha256\":\"ba7816bf8f01cfea414140de5dae2223"
                   "b00361a396177a9cb410ff61f20015ad\","
                   "\"chars\":3,\"paragraphs\":[[0,3]],\"text\":\"abc\"}");
}

static gpointer
ask_sha256 (gpointer data)
{
  return (gpointer) yd_source_get_sha256 (data);
}

static void
test_threads (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(YdSource) source = yd_source_new ("a", "txt", bytes, NULL);
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_sha256, source);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == yd_source_get_sha256 (source));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    g_test_add_data_func (text_cases[i].path, &text_cases[i], test_text);
  g_test_add_func ("/source/random-places", test_random_places);
  g_test_add_func ("/source/random-bytes", test_random_bytes);
  g_test_add_func ("/source/dup-text", test_dup_text);
  g_test_add_func ("/source/json", test_json);
  g_test_add_func ("/source/threads", test_threads);

  return g_test_run ();
}
