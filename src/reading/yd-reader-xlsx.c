/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#include "yd-day.h"

/* An Excel table (ECMA-376, SpreadsheetML) as text: the first sheet, a line for each row, cells
 * set apart by tabs. What looks, how a cell is computed and all other sheets are left out.
 */

#define MAX_PART (32 * 1024 * 1024)
#define MAX_TEXT (32 * 1024 * 1024)
#define MAX_COLUMNS 256

/* Rows that nobody wrote in are no reason to write a million line ends. */
#define MAX_GAP 1000

/* 1899-12-30, from which the days of Excel are counted; with the switch of old Macintoshes
 * 1904-01-01.
 */
#define EPOCH_1900 693594
#define EPOCH_1904 695056

typedef struct
{
  GHashTable *parts;            /* name → GBytes */
  GPtrArray  *strings;          /* those that cells share */
  GArray     *dates;            /* of gboolean: which style of a cell is that of a date */
  gboolean    from_1904;
  GString    *out;
  guint       row;              /* the one that is written, from 1; 0 before the first */
  guint       column;           /* the next one, from 0 */
} Book;

static void
book_clear (Book *self)
{
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->dates, g_array_unref);
  if (self->out != NULL)
    g_string_free (g_steal_pointer (&self->out), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

/* The zip */

static gboolean
is_wanted (const char *name)
{
  return name != NULL && g_str_has_prefix (name, "xl/") && g_str_has_suffix (name, ".xml") &&
         (g_str_has_prefix (name, "xl/worksheets/") || strchr (name + 3, '/') == NULL);
}

static GBytes *
read_part (struct archive *zip)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  const void *block;
  size_t size;
  la_int64_t at;
  int status;

  while ((status = archive_read_data_block (zip, &block, &size, &at)) == ARCHIVE_OK)
    {
      if (bytes->len + size > MAX_PART)
        return NULL;
      g_byte_array_append (bytes, block, size);
    }

  return status == ARCHIVE_EOF ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
unzip (Book   *self,
       GBytes *file)
{
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (file, &size);
  gboolean whole = TRUE;

  archive_read_support_format_zip_seekable (zip);
  if (archive_read_open_memory (zip, data, size) == ARCHIVE_OK)
    while (whole && archive_read_next_header (zip, &entry) == ARCHIVE_OK)
      {
        const char *name = archive_entry_pathname (entry);
        GBytes *part;

        if (!is_wanted (name) || g_hash_table_size (self->parts) > 64)
          continue;
        if ((part = read_part (zip)) == NULL)
          whole = FALSE;
        else
          g_hash_table_insert (self->parts, g_strdup (name), part);
      }
  archive_read_free (zip);

  return whole;
}

/* XML */

static xmlTextReader *
open_part (Book       *self,
           const char *name)
{
  GBytes *part = g_hash_table_lookup (self->parts, name);
  gsize size;
  const char *data = part != NULL ? g_bytes_get_data (part, &size) : NULL;

  return data != NULL && size > 0
         ? xmlReaderForMemory (data, size, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                               XML_PARSE_NOCDATA)
         : NULL;
}

static gboolean
starts (xmlTextReader *xml,
        const char    *name)
{
  return xmlTextReaderNodeType (xml) == XML_READER_TYPE_ELEMENT &&
         strcmp ((const char *) xmlTextReaderConstLocalName (xml), name) == 0;
}

static gboolean
ends (xmlTextReader *xml,
      const char    *name)
{
  return xmlTextReaderNodeType (xml) == XML_READER_TYPE_END_ELEMENT &&
         strcmp ((const char *) xmlTextReaderConstLocalName (xml), name) == 0;
}

static char *
dup_attribute (xmlTextReader *xml,
               const char    *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (xml, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* Text up to the end of @name, without readings (rPh) that stand beside characters. */
static char *
read_text (xmlTextReader *xml,
           const char    *name)
{
  GString *text = g_string_new (NULL);
  gboolean reading = FALSE;

  if (!xmlTextReaderIsEmptyElement (xml))
    while (xmlTextReaderRead (xml) == 1 && !ends (xml, name))
      {
        const int type = xmlTextReaderNodeType (xml);

        if (starts (xml, "rPh"))
          reading = !xmlTextReaderIsEmptyElement (xml);
        else if (ends (xml, "rPh"))
          reading = FALSE;
        else if (!reading && (type == XML_READER_TYPE_TEXT ||
                              type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
          g_string_append (text, (const char *) xmlTextReaderConstValue (xml));
      }

  return g_string_free (text, FALSE);
}

static void
read_strings (Book *self)
{
  xmlTextReader *xml = open_part (self, "xl/sharedStrings.xml");

  while (xml != NULL && xmlTextReaderRead (xml) == 1)
    if (starts (xml, "si"))
      g_ptr_array_add (self->strings, read_text (xml, "si"));
  xmlFreeTextReader (xml);
}

/* Dates are numbers with a style: those of ECMA-376 §18.8.30, East Asian ones as well. */
static gboolean
is_date_number (int id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/* `yyyy"年"m"月"d"日"`: letters in quotes are words. */
static gboolean
is_date_format (const char *format)
{
  gboolean quoted = FALSE, year = FALSE, day = FALSE;

  for (const char *c = format; c != NULL && *c != '\0'; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (!quoted)
        {
          year = year || *c == 'y' || *c == 'Y';
          day = day || *c == 'd' || *c == 'D' || *c == 'm';
        }
    }

  return year && day;
}

static void
read_styles (Book *self)
{
  g_autoptr(GHashTable) formats = g_hash_table_new (NULL, NULL);
  xmlTextReader *xml = open_part (self, "xl/styles.xml");
  gboolean cells = FALSE;

  while (xml != NULL && xmlTextReaderRead (xml) == 1)
    {
      g_autofree char *id = NULL;
      int number;

      if (starts (xml, "cellXfs") || ends (xml, "cellXfs"))
        cells = starts (xml, "cellXfs");
      if (!starts (xml, "numFmt") && !(cells && starts (xml, "xf")))
        continue;

      id = dup_attribute (xml, "numFmtId");
      number = id != NULL ? atoi (id) : 0;
      if (starts (xml, "numFmt"))
        {
          g_autofree char *format = dup_attribute (xml, "formatCode");

          if (is_date_format (format))
            g_hash_table_add (formats, GINT_TO_POINTER (number));
        }
      else
        {
          const gboolean date = is_date_number (number) ||
                                g_hash_table_contains (formats, GINT_TO_POINTER (number));

          g_array_append_val (self->dates, date);
        }
    }
  xmlFreeTextReader (xml);
}

static void
read_workbook (Book *self)
{
  xmlTextReader *xml = open_part (self, "xl/workbook.xml");

  while (xml != NULL && xmlTextReaderRead (xml) == 1)
    if (starts (xml, "workbookPr"))
      {
        g_autofree char *old = dup_attribute (xml, "date1904");

        self->from_1904 = old != NULL && (strcmp (old, "1") == 0 || strcmp (old, "true") == 0);
      }
  xmlFreeTextReader (xml);
}

/* Cells */

/* `C7` → 2 */
static guint
read_column (const char *place)
{
  guint column = 0;

  for (; place != NULL && g_ascii_isalpha (*place) && column < MAX_COLUMNS * 32; place++)
    column = column * 26 + (g_ascii_toupper (*place) - 'A' + 1);

  return column;
}

/* As yd_text_split_rows() takes it: quotes where the text itself begins with one. */
static void
write_cell (Book       *self,
            guint       column,
            const char *text)
{
  const gboolean quoted = *text == '"';

  for (; self->column < column; self->column++)
    g_string_append_c (self->out, '\t');

  if (quoted)
    g_string_append_c (self->out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (quoted && *c == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, (guchar) *c < ' ' || *c == 0x7f ? ' ' : *c);
    }
  if (quoted)
    g_string_append_c (self->out, '"');
}

static char *
dup_date (Book       *self,
          const char *number)
{
  const double days = g_ascii_strtod (number, NULL);
  const YdDay day = days >= 1 && days < 100000
                    ? (self->from_1904 ? EPOCH_1904 : EPOCH_1900) + (int) days : YD_DAY_NONE;

  return yd_day_is_in_range (day) ? yd_day_dup (day) : g_strdup (number);
}

static char *
make_value (Book       *self,
            const char *type,
            const char *style,
            char       *text)
{
  g_autofree char *owned = text;
  const guint64 n = type != NULL && strcmp (type, "s") == 0 ? g_ascii_strtoull (text, NULL, 10)
                                                            : 0;
  const guint64 s = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;

  if (type != NULL && strcmp (type, "s") == 0)
    return g_strdup (n < self->strings->len ? g_ptr_array_index (self->strings, n) : "");
  if (type != NULL && strcmp (type, "d") == 0)
    return g_strndup (text, 10);        /* 2017-06-01T00:00:00 */
  if ((type == NULL || strcmp (type, "n") == 0) && s < self->dates->len &&
      g_array_index (self->dates, gboolean, s))
    return dup_date (self, text);

  return g_steal_pointer (&owned);
}

static void
read_cell (Book          *self,
           xmlTextReader *xml)
{
  g_autofree char *place = dup_attribute (xml, "r");
  g_autofree char *type = dup_attribute (xml, "t");
  g_autofree char *style = dup_attribute (xml, "s");
  const guint named = read_column (place);
  const guint column = named > 0 ? named - 1 : self->column;
  g_autofree char *value = NULL;

  if (xmlTextReaderIsEmptyElement (xml))
    return;

  while (xmlTextReaderRead (xml) == 1 && !ends (xml, "c"))
    if (value == NULL && starts (xml, "v"))
      value = make_value (self, type, style, read_text (xml, "v"));
    else if (value == NULL && starts (xml, "is"))
      value = read_text (xml, "is");

  if (value != NULL && column >= self->column && column < MAX_COLUMNS)
    write_cell (self, column, value);
}

static void
begin_row (Book          *self,
           xmlTextReader *xml)
{
  g_autofree char *number = dup_attribute (xml, "r");
  const guint64 named = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;
  const guint row = named > self->row && named < self->row + MAX_GAP ? named : self->row + 1;

  for (; self->row < row; self->row++)
    if (self->row > 0)
      g_string_append_c (self->out, '\n');
  self->column = 0;
}

/* Which file is the first sheet: they are numbered in the order in which they were made. */
static char *
find_sheet (Book *self)
{
  for (guint i = 1; i <= 64; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);

      if (g_hash_table_contains (self->parts, name))
        return g_steal_pointer (&name);
    }

  return NULL;
}

/* Returns: whether the sheet is whole */
static gboolean
read_sheet (Book *self)
{
  g_autofree char *name = find_sheet (self);
  xmlTextReader *xml = name != NULL ? open_part (self, name) : NULL;
  int more = 0;

  if (xml == NULL)
    return FALSE;

  while ((more = xmlTextReaderRead (xml)) == 1 && self->out->len < MAX_TEXT)
    if (starts (xml, "row"))
      begin_row (self, xml);
    else if (self->row > 0 && starts (xml, "c"))
      read_cell (self, xml);
  xmlFreeTextReader (xml);

  return more == 0;
}

static const char *
read_book (GBytes    *file,
           YdReading *reading)
{
  g_auto(Book) book = { NULL };
  gsize size;

  book.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_bytes_unref);
  book.strings = g_ptr_array_new_with_free_func (g_free);
  book.dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  book.out = g_string_new (NULL);

  if (!unzip (&book, file))
    return YD_REFUSED_TOO_LARGE;

  read_workbook (&book);
  read_strings (&book);
  read_styles (&book);
  if (!read_sheet (&book))
    return YD_REFUSED_NOT_TABLE;

  size = book.out->len;
  reading->encoding = "UTF-8";
  reading->n_chars = g_utf8_strlen (book.out->str, size);
  reading->text = g_string_free_to_bytes (g_steal_pointer (&book.out));

  return size > 0 ? NULL : YD_REFUSED_EMPTY;
}

static gboolean
is_zip (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  return size > 4 && memcmp (data, "PK\3\4", 4) == 0 && memmem (data, size, "xl/", 3) != NULL;
}

const YdReader _yd_reader_xlsx = { "xlsx", is_zip, read_book };
