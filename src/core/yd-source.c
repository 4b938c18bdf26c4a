/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source.h"

#include "yd-json-writer.h"

#include <gio/gio.h>
#include <string.h>

/**
 * YdSource:
 *
 * The text of a document as it was read. It never changes, so any thread may
 * read it, and a span of it means the same for ever.
 *
 * A place in it is told in characters, the text is held in UTF-8. A sparse
 * table, which costs a sixty-fourth of the text, leads from one to the other:
 * how many characters begin before each 256th byte.
 */

#define BYTES_PER_MARK 256

struct _YdSource
{
  GRefString *name;
  GRefString *format;
  GBytes     *bytes;       /* with a NUL behind them that is not counted */
  const char *text;        /* inside of @bytes */
  gsize       n_bytes;
  guint       n_chars;
  guint32    *counts;      /* characters that begin before each 256th byte */
  GArray     *paragraphs;  /* YdSpan */
  char       *sha256;      /* atomic; NULL until somebody asked */
};

G_DEFINE_BOXED_TYPE (YdSource, yd_source, yd_source_ref, yd_source_unref)

static inline gboolean
is_tail (guchar c)
{
  return (c & 0xc0) == 0x80;
}

/* Passes over U+3000 to U+9FFF, three bytes each that need no second look: nearly
 * all of Chinese. Returns: how many characters. */
static inline guint
skip_common (const guchar **p,
             const guchar  *stop)
{
  const guchar *start = *p;

  while (*p < stop && (*p)[0] >= 0xe3 && (*p)[0] <= 0xe9 && is_tail ((*p)[1]) && is_tail ((*p)[2]))
    *p += 3;

  return (*p - start) / 3;
}

/* The bytes of the character at @p, 0 if there is none that a source may hold.
 * The NUL behind the text is no tail, so this never looks past it. */
static inline guint
measure (const guchar *p)
{
  if (p[0] < 0x80)
    return p[0] != '\0' && p[0] != '\r';

  if ((p[0] & 0xf0) == 0xe0)
    {
      const guint head = p[0] << 8 | p[1];

      return is_tail (p[1]) && is_tail (p[2]) && head >= 0xe0a0 && (head < 0xeda0 || head > 0xedbf)
             ? 3 : 0;
    }

  if (p[0] < 0xe0)
    return p[0] >= 0xc2 && is_tail (p[1]) ? 2 : 0;

  if (p[0] > 0xf4 || !is_tail (p[1]) || !is_tail (p[2]) || !is_tail (p[3]))
    return 0;

  return (p[0] << 8 | p[1]) >= 0xf090 && (p[0] << 8 | p[1]) < 0xf490 ? 4 : 0;
}

static inline gboolean
is_blank (const guchar *p,
          guint         n_bytes)
{
  if (n_bytes == 1)
    return *p <= ' ';

  return g_unichar_isspace (g_utf8_get_char ((const char *) p));
}

/* How many characters begin in [@p, @end). */
static guint
count_chars (const char *p,
             const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint n = 0;

  for (; end - p >= 8; p += 8)
    {
      guint64 word;

      /* A tail has its highest bit set and the next one not. */
      memcpy (&word, p, sizeof word);
      n += 8 - ((((word >> 7) & (~word >> 6)) & ones) * ones >> 56);
    }

  for (; p < end; p++)
    n += !is_tail (*p);

  return n;
}

/* The beginning of the character @n characters behind @p, or the end of the text. */
static const char *
skip_chars (const char *p,
            guint       n)
{
  /* Eight bytes begin eight characters at most, and the text has more to come. */
  for (; n >= 8; p += 8)
    n -= count_chars (p, p + 8);

  /* That may have stopped inside of a character, which is counted already. */
  while (is_tail (*p))
    p++;
  while (n-- > 0)
    p = g_utf8_next_char (p);

  return p;
}

/* Checks the text and finds the lines, in one pass over the bytes. */
static gboolean
scan_text (YdSource *self)
{
  const guchar *p = (const guchar *) self->text;
  const guchar *end = p + self->n_bytes;
  YdSpan line = { 0, 0 };
  gboolean blank = TRUE;
  guint n = 0;

  for (const guchar *mark = p, *next; mark <= end; mark = next)
    {
      next = mark + BYTES_PER_MARK;
      self->counts[(mark - (const guchar *) self->text) / BYTES_PER_MARK] = n;

      for (const guchar *stop = MIN (next, end); p < stop; n++)
        {
          guint length;

          if (!blank)
            n += skip_common (&p, stop);
          if (p >= stop)
            break;

          length = measure (p);
          if (length == 0)
            return FALSE;

          if (*p == '\n')
            {
              line.end = n;
              if (!blank)
                g_array_append_val (self->paragraphs, line);
              line.start = n + 1;
              blank = TRUE;
            }
          else if (blank)
            blank = is_blank (p, length);

          p += length;
        }
    }

  line.end = self->n_chars = n;
  if (!blank)
    g_array_append_val (self->paragraphs, line);

  return TRUE;
}

static void
clear_source (YdSource *self)
{
  g_clear_pointer (&self->name, g_ref_string_release);
  g_clear_pointer (&self->format, g_ref_string_release);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->sha256, g_free);
}

/**
 * yd_source_new:
 * @name: what the document is called, for people
 * @format: what it was read from: `txt`, …
 * @text: its text: UTF-8 without byte order mark, NUL and carriage return
 * @error: return location for an error
 *
 * Copies @text. See yd_source_new_take() for the errors.
 *
 * Returns: (transfer full): a source
 */
YdSource *
yd_source_new (const char  *name,
               const char  *format,
               GBytes      *text,
               GError     **error)
{
  const char *data;
  char *copy;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  data = g_bytes_get_data (text, &n_bytes);
  copy = g_malloc (n_bytes + 1);
  if (n_bytes > 0)
    memcpy (copy, data, n_bytes);
  copy[n_bytes] = '\0';

  return yd_source_new_take (name, format, copy, n_bytes, error);
}

/**
 * yd_source_new_take:
 * @name: what the document is called, for people
 * @format: what it was read from: `txt`, …
 * @text: (transfer full): the text, with a NUL behind it; from g_malloc()
 * @n_bytes: how many bytes, without that NUL
 * @error: return location for an error
 *
 * As yd_source_new() without the copy; @text is freed on failure too. Text that
 * breaks the rules is %G_IO_ERROR_INVALID_DATA: that is a mistake of whoever
 * read the document, since a reader mends what it can.
 *
 * Returns: (transfer full): a source
 */
YdSource *
yd_source_new_take (const char  *name,
                    const char  *format,
                    char        *text,
                    gsize        n_bytes,
                    GError     **error)
{
  g_autoptr(YdSource) self = NULL;

  g_return_val_if_fail (name != NULL && format != NULL, NULL);
  g_return_val_if_fail (text != NULL && text[n_bytes] == '\0', NULL);

  self = g_atomic_rc_box_new0 (YdSource);
  self->name = g_ref_string_new (name);
  self->format = g_ref_string_new (format);     /* interning slows every string of the program */
  self->bytes = g_bytes_new_take (text, n_bytes);
  self->text = text;
  self->n_bytes = n_bytes;
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (YdSpan));

  if (n_bytes < G_MAXINT32 && !g_str_has_prefix (text, "\xef\xbb\xbf"))
    {
      self->counts = g_new (guint32, n_bytes / BYTES_PER_MARK + 1);
      if (scan_text (self))
        return g_steal_pointer (&self);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "The text of %s is not clean UTF-8", name);
  return NULL;
}

YdSource *
yd_source_ref (YdSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yd_source_unref (YdSource *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_source);
}

const char *
yd_source_get_name (YdSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
yd_source_get_format (YdSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->format;
}

/**
 * yd_source_get_text:
 * @self: a source
 * @n_bytes: (out) (optional): the length of the text in bytes
 *
 * Returns: (transfer none): the whole text, with a NUL behind it
 */
const char *
yd_source_get_text (YdSource *self,
                    gsize    *n_bytes)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_bytes != NULL)
    *n_bytes = self->n_bytes;

  return self->text;
}

/**
 * yd_source_get_bytes:
 * @self: a source
 *
 * Returns: (transfer none): the same text as bytes, without the NUL
 */
GBytes *
yd_source_get_bytes (YdSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * yd_source_get_sha256:
 * @self: a source
 *
 * The digest of the text's bytes, under which a library keeps it. Computed when
 * it is first asked for.
 *
 * Returns: (transfer none): 64 lower-case hexadecimal digits
 */
const char *
yd_source_get_sha256 (YdSource *self)
{
  char *sha256;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_atomic_pointer_get (&self->sha256) == NULL)
    {
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);

      /* Another thread may have been faster. */
      if (!g_atomic_pointer_compare_and_exchange (&self->sha256, NULL, sha256))
        g_free (sha256);
    }

  return g_atomic_pointer_get (&self->sha256);
}

guint
yd_source_get_n_chars (YdSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_chars;
}

/**
 * yd_source_get_n_paragraphs:
 * @self: a source
 *
 * Returns: how many lines are not blank
 */
guint
yd_source_get_n_paragraphs (YdSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->paragraphs->len;
}

/**
 * yd_source_get_paragraph:
 * @self: a source
 * @n: less than yd_source_get_n_paragraphs()
 *
 * Returns: the line, in characters, with its indent and without its line end
 */
YdSpan
yd_source_get_paragraph (YdSource *self,
                         guint     n)
{
  const YdSpan none = { 0, 0 };

  g_return_val_if_fail (self != NULL && n < self->paragraphs->len, none);

  return g_array_index (self->paragraphs, YdSpan, n);
}

/**
 * yd_source_get_offset:
 * @self: a source
 * @character: at most yd_source_get_n_chars()
 *
 * Returns: where the character begins, in bytes
 */
gsize
yd_source_get_offset (YdSource *self,
                      guint     character)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (self != NULL && character <= self->n_chars, 0);

  /* The last mark that has at most so many characters before it. */
  high = self->n_bytes / BYTES_PER_MARK;
  while (low < high)
    {
      const gsize middle = (low + high + 1) / 2;

      if (self->counts[middle] <= character)
        low = middle;
      else
        high = middle - 1;
    }

  return skip_chars (self->text + low * BYTES_PER_MARK, character - self->counts[low]) - self->text;
}

/**
 * yd_source_get_char:
 * @self: a source
 * @offset: in bytes, at most the length of the text
 *
 * Returns: which character begins at @offset; the next one if @offset is inside
 *   of a character
 */
guint
yd_source_get_char (YdSource *self,
                    gsize     offset)
{
  const gsize mark = offset / BYTES_PER_MARK;

  g_return_val_if_fail (self != NULL && offset <= self->n_bytes, 0);

  return self->counts[mark] + count_chars (self->text + mark * BYTES_PER_MARK,
                                           self->text + offset);
}

/**
 * yd_source_dup_text:
 * @self: a source
 * @span: in characters, within the text
 *
 * Returns: (transfer full): the text of @span
 */
char *
yd_source_dup_text (YdSource *self,
                    YdSpan    span)
{
  gsize start;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end && span.end <= self->n_chars, NULL);

  start = yd_source_get_offset (self, span.start);

  return g_strndup (self->text + start, yd_source_get_offset (self, span.end) - start);
}

/**
 * yd_source_to_json:
 * @self: a source
 *
 * Returns: (transfer full): one JSON object: `name`, `format`, `sha256`, `chars`,
 *   `paragraphs` as an array of [start, end] in characters, `text`
 */
char *
yd_source_to_json (YdSource *self)
{
  g_auto(YdJsonWriter) json = { NULL };

  g_return_val_if_fail (self != NULL, NULL);

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "name", self->name);
  yd_json_writer_string (&json, "format", self->format);
  yd_json_writer_string (&json, "sha256", yd_source_get_sha256 (self));
  yd_json_writer_int (&json, "chars", self->n_chars);
  yd_json_writer_begin_array (&json, "paragraphs");
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const YdSpan *span = &g_array_index (self->paragraphs, YdSpan, i);

      yd_json_writer_begin_array (&json, NULL);
      yd_json_writer_int (&json, NULL, span->start);
      yd_json_writer_int (&json, NULL, span->end);
      yd_json_writer_end_array (&json);
    }
  yd_json_writer_end_array (&json);
  yd_json_writer_string_len (&json, "text", self->text, self->n_bytes);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}
