/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-value.h"

#include <string.h>

/* Values in their one canonical text. */

#define MAX_TEXT   (16 * 1024)
#define MAX_LONG   (64 * 1024)
#define MAX_INT    ((G_GINT64_CONSTANT (1) << 53) - 1)
#define MAX_DIGITS 17

/* Every row has several ids, and their letters come by chance: a comparison would be
 * guessed wrongly each second time, a table is not.
 */
static gsize
count_id_chars (const char *value)
{
  static const guint8 is_id_char[256] = {
    ['0' ... '9'] = 1, ['A' ... 'Z'] = 1, ['a' ... 'z'] = 1, ['-'] = 1, ['_'] = 1,
  };
  const char *c = value;

  while (is_id_char[(guint8) *c])
    c++;

  return c - value;
}

static gboolean
is_text (const char *value,
         gsize       max_bytes)
{
  gsize len = strlen (value);

  return len <= max_bytes && g_utf8_validate_len (value, len, NULL);
}

static gboolean
is_key (const char *value)
{
  const char *c = value;

  while (g_ascii_isalnum (*c))
    c++;

  return c > value && c - value <= YD_MAX_ID && *c == '\0';
}

/**
 * yd_value_is_id:
 * @value: anything
 *
 * Returns: whether @value has the form of an id, a UUID or shorter
 */
gboolean
yd_value_is_id (const char *value)
{
  gsize len = count_id_chars (value);

  return len > 0 && len <= YD_MAX_ID && value[len] == '\0';
}

static gboolean
is_blob (const char *value)
{
  return strlen (value) == 64 && strspn (value, G_CSET_DIGITS "abcdef") == 64;
}

/**
 * yd_value_to_int:
 * @value: a canonical integer
 * @number: (out) (optional): what it says
 *
 * Returns: whether @value is one: no plus, no leading zero, within 2^53 - 1
 */
gboolean
yd_value_to_int (const char *value,
                 gint64     *number)
{
  const char *digits = value + (*value == '-');
  gint64 found = 0;

  if (*digits == '\0' || (*digits == '0' && (digits[1] != '\0' || digits != value)))
    return FALSE;

  for (const char *c = digits; *c != '\0'; c++)
    {
      if (!g_ascii_isdigit (*c) || c - digits > 16)
        return FALSE;
      found = found * 10 + (*c - '0');
    }

  if (found > MAX_INT)
    return FALSE;

  if (number != NULL)
    *number = digits == value ? found : -found;

  return TRUE;
}

/* Reads @n digits; -1 if they are not there. */
static int
read_digits (const char *text,
             int         n)
{
  int found = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      found = found * 10 + (text[i] - '0');
    }

  return found;
}

/* The first ten bytes are a day that exists. */
static gboolean
begins_with_date (const char *value,
                  GDate      *date)
{
  int year, month, day;

  if ((year = read_digits (value, 4)) < 1 || value[4] != '-' ||
      (month = read_digits (value + 5, 2)) < 1 || value[7] != '-' ||
      (day = read_digits (value + 8, 2)) < 1 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  if (date != NULL)
    g_date_set_dmy (date, day, month, year);

  return TRUE;
}

/**
 * yd_value_to_date:
 * @value: a canonical date, `2017-06-01`
 * @date: (out) (optional): what it says
 *
 * Returns: whether @value is a day that exists
 */
gboolean
yd_value_to_date (const char *value,
                  GDate      *date)
{
  return strlen (value) == 10 && begins_with_date (value, date);
}

static gboolean
is_time (const char *value)
{
  int hour, minute, second;

  if (strlen (value) != 20 || !begins_with_date (value, NULL) || value[10] != 'T' ||
      value[13] != ':' || value[16] != ':' || value[19] != 'Z')
    return FALSE;

  hour = read_digits (value + 11, 2);
  minute = read_digits (value + 14, 2);
  second = read_digits (value + 17, 2);

  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

/* `:<start>-<end>` */
static gboolean
read_ends (const char *value,
           gint64     *from,
           gint64     *to)
{
  const char *dash = strchr (value, '-');
  char first[MAX_DIGITS + 1];

  if (*value != ':' || dash == NULL || dash - value > MAX_DIGITS)
    return FALSE;

  memcpy (first, value + 1, dash - value - 1);
  first[dash - value - 1] = '\0';

  return yd_value_to_int (first, from) && yd_value_to_int (dash + 1, to);
}

/**
 * yd_value_to_span:
 * @value: a canonical span, `<source id>:<start>-<end>`
 * @source: (out) (optional) (transfer full): the id of the source
 * @start: (out) (optional): the first character
 * @end: (out) (optional): the character behind the last
 *
 * Returns: whether @value is a span that is not turned round
 */
gboolean
yd_value_to_span (const char  *value,
                  char       **source,
                  guint       *start,
                  guint       *end)
{
  const gsize len = count_id_chars (value);
  gint64 from, to;

  if (len == 0 || len > YD_MAX_ID ||
      !read_ends (value + len, &from, &to) || to < from || to > G_MAXUINT)
    return FALSE;

  if (source != NULL)
    *source = g_strndup (value, len);
  if (start != NULL)
    *start = from;
  if (end != NULL)
    *end = to;

  return TRUE;
}

static gboolean
is_word (const char * const *words,
         const char         *value)
{
  for (; *words != NULL; words++)
    if (strcmp (*words, value) == 0)
      return TRUE;

  return FALSE;
}

/**
 * yd_field_allows:
 * @field: a field
 * @value: (nullable): a value in its one canonical form
 *
 * Returns: whether @value has the right type and size. Null is always
 *   allowed here; whether a cell may stay null is asked of the whole row.
 */
gboolean
yd_field_allows (const YdField *field,
                 const char    *value)
{
  if (value == NULL)
    return TRUE;

  switch (field->type)
    {
    case YD_VALUE_TEXT:
      return is_text (value, MAX_TEXT);
    case YD_VALUE_LONG:
      return is_text (value, MAX_LONG);
    case YD_VALUE_INT:
      return yd_value_to_int (value, NULL);
    case YD_VALUE_BOOL:
      return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
    case YD_VALUE_DATE:
      return yd_value_to_date (value, NULL);
    case YD_VALUE_TIME:
      return is_time (value);
    case YD_VALUE_ENUM:
      return is_word (field->words, value);
    case YD_VALUE_ID:
      return yd_value_is_id (value);
    case YD_VALUE_KEY:
      return is_key (value);
    case YD_VALUE_SPAN:
      return yd_value_to_span (value, NULL, NULL, NULL);
    case YD_VALUE_BLOB:
      return is_blob (value);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* The few words that come a hundred thousand times. Never freed. */
static GRefString *
find_shared (const char *value)
{
  static const char * const common[] = {
    "false", "true", "responsible", "lead", "support", "confirmed", "proposed", "refused",
    "chapter", "section", "item", "duty", "row", "stated", "date", "after", "workdays", "all",
    "100", "99", "95", "90", "80", "FS",
  };
  static GRefString *shared[G_N_ELEMENTS (common)];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
        shared[i] = g_ref_string_new (common[i]);
      g_once_init_leave (&ready, 1);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    if (*common[i] == *value && strcmp (common[i], value) == 0)
      return g_ref_string_acquire (shared[i]);

  return NULL;
}

/**
 * yd_field_make_value:
 * @field: a field
 * @value: (nullable): a value in its canonical form
 *
 * Words that recur in every row are kept once.
 *
 * Returns: (transfer full) (nullable): @value as a cell holds it
 */
GRefString *
yd_field_make_value (const YdField *field,
                     const char    *value)
{
  GRefString *shared = NULL;

  if (value == NULL)
    return NULL;

  if (field->type == YD_VALUE_BOOL || field->type == YD_VALUE_ENUM || field->type == YD_VALUE_INT)
    shared = find_shared (value);

  return shared != NULL ? shared : g_ref_string_new (value);
}
