/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-pinyin.h"

#include <gio/gio.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct _YdPinyin
{
  UTransliterator *transliterator;      /* NULL before it is needed, and without data for it */
  gboolean         asked;
  GHashTable      *letters;             /* character → letters, as bits */
};

/* ICU gives each character one reading; these have another that is common in names
 * of units and in their tasks. Each is followed by the letter.
 */
static const char second_readings[] =
  "长c长z重c重z曾c曾z藏c藏z传z传c朝c朝z参c参s调d调t行h行x厦s厦x会k会h乐y乐l单s单d解x"
  "降x系j系x省x石d区o卡q说s率l率s校j校x识z种c弹t弹d大d盛s盛c";

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

static UTransliterator *
open_transliterator (void)
{
  static const UChar id[] = u"Han-Latin; Latin-ASCII";
  UErrorCode status = U_ZERO_ERROR;

  return utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

/* Most that could be asked for initials never are, and the first one costs much. */
static UTransliterator *
get_transliterator (YdPinyin *self)
{
  if (!self->asked)
    self->transliterator = open_transliterator ();
  self->asked = TRUE;

  return self->transliterator;
}

static guint32
find_first (YdPinyin *self,
            gunichar  c)
{
  UTransliterator *transliterator = get_transliterator (self);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[32];
  int32_t len = 0, limit;

  if (transliterator == NULL || c > 0x10ffff)
    return 0;

  U16_APPEND_UNSAFE (text, len, c);
  limit = len;
  utrans_transUChars (transliterator, text, &len, G_N_ELEMENTS (text), 0, &limit, &status);

  return U_SUCCESS (status) && len > 0 ? bit (g_unichar_tolower (text[0])) : 0;
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

  letters = g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN ? find_first (self, c) |
                                                               find_second (c) : 0;
  g_hash_table_insert (self->letters, GUINT_TO_POINTER (c), GUINT_TO_POINTER (letters));

  return letters;
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  UTransliterator *transliterator = open_transliterator ();

  if (transliterator != NULL)
    utrans_close (transliterator);
  g_task_return_boolean (task, TRUE);
}

/* Reads the rules on a thread. ICU keeps what it has read of them, so that whoever types
 * initials first does not wait for it.
 */
void
yd_pinyin_prepare (void)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, yd_pinyin_prepare);
  g_task_run_in_thread (task, prepare_in_thread);
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
  if (self->transliterator != NULL)
    utrans_close (self->transliterator);
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
