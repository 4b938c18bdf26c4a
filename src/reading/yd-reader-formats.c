/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader-private.h"

#include <string.h>

/* In the order in which they are asked; plain text, which cannot be told by a
 * mark, is what remains. */
static const YdReader *readers[] = {
  NULL,
};

typedef struct
{
  const char *word;    /* of yd-reader-refusals.c */
  const char *bytes;
  guint       n_bytes;
} Magic;

#define MAGIC(bytes) bytes, sizeof bytes - 1

/* Formats that a clerk may well choose, and that no reader takes yet. */
static const Magic magics[] = {
  { "pdf",     MAGIC ("%PDF-") },
  { "office",  MAGIC ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") },   /* OLE: doc, xls, wps, et */
  { "rtf",     MAGIC ("{\\rtf") },
  { "image",   MAGIC ("\x89PNG\r\n") },
  { "image",   MAGIC ("\xff\xd8\xff") },
  { "image",   MAGIC ("GIF8") },
  { "image",   MAGIC ("II*\0") },
  { "image",   MAGIC ("MM\0*") },
  { "archive", MAGIC ("7z\xbc\xaf\x27\x1c") },
  { "archive", MAGIC ("Rar!\x1a\x07") },
  { "archive", MAGIC ("\x1f\x8b\x08") },
};

/* What kinds of zip hold, by the name of an entry near the beginning or the end. */
static const Magic zips[] = {
  { "docx",    MAGIC ("word/") },
  { "xlsx",    MAGIC ("xl/") },
  { "pptx",    MAGIC ("ppt/") },
  { "ofd",     MAGIC ("OFD.xml") },
  { "odf",     MAGIC ("opendocument") },
};

static gboolean
begins_with (GBytes     *file,
             const char *bytes,
             gsize       n_bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  return size >= n_bytes && memcmp (data, bytes, n_bytes) == 0;
}

static const char *
refuse_zip (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  const gsize n_bytes = MIN (size, 8192);

  for (guint i = 0; i < G_N_ELEMENTS (zips); i++)
    {
      const Magic *zip = &zips[i];

      if (memmem (data, n_bytes, zip->bytes, zip->n_bytes) != NULL ||
          memmem (data + size - n_bytes, n_bytes, zip->bytes, zip->n_bytes) != NULL)
        return zip->word;
    }

  return "archive";
}

/* A web page is a text too, but its marks would be taken for words. */
static gboolean
is_markup (GBytes *file)
{
  g_autofree char *head = NULL;
  const char *start;

  head = g_strndup (g_bytes_get_data (file, NULL), MIN (g_bytes_get_size (file), 64));
  start = g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head;
  while (g_ascii_isspace (*start))
    start++;

  return g_ascii_strncasecmp (start, "<!doctype", 9) == 0 ||
         g_ascii_strncasecmp (start, "<html", 5) == 0 ||
         g_ascii_strncasecmp (start, "<?xml", 5) == 0;
}

/* Why a file that no other reader takes is no plain text either. */
static const char *
refuse (GBytes *file)
{
  if (g_bytes_get_size (file) == 0)
    return YD_REFUSED_EMPTY;
  if (begins_with (file, MAGIC ("PK\3\4")))
    return refuse_zip (file);
  if (is_markup (file))
    return "html";

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (begins_with (file, magics[i].bytes, magics[i].n_bytes))
      return magics[i].word;

  return NULL;
}

/**
 * _yd_reader_find:
 * @file: a file's bytes
 * @refused: (out): why there is none, as a word (static)
 *
 * Returns: (transfer none) (nullable): the reader for the format of @file
 */
const YdReader *
_yd_reader_find (GBytes      *file,
                 const char **refused)
{
  for (guint i = 0; readers[i] != NULL; i++)
    if (readers[i]->accepts (file))
      return readers[i];

  *refused = refuse (file);

  return *refused == NULL ? &_yd_reader_txt : NULL;
}

void
_yd_reading_clear (YdReading *reading)
{
  g_clear_pointer (&reading->text, g_bytes_unref);
}
