/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-order-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Of each type: what is said of the point that comes first, and of the one that waits. */
static const struct
{
  const char *type;
  const char *first;
  const char *second;
} sentences[] = {
  { "FS", N_("%s can start after this ends"),   N_("This can start after %s ends")   },
  { "SS", N_("%s can start after this starts"), N_("This can start after %s starts") },
  { "FF", N_("%s can end after this ends"),     N_("This can end after %s ends")     },
  { "SF", N_("%s can end after this starts"),   N_("This can end after %s starts")   },
};

static char *
make_lag (int         lag,
          const char *measure)
{
  guint n = abs (lag);
  gboolean by_day = g_strcmp0 (measure, "days") == 0;

  if (lag > 0)
    return g_strdup_printf (by_day ? ngettext ("%u day later", "%u days later", n)
                                   : ngettext ("%u working day later", "%u working days later", n),
                            n);

  return g_strdup_printf (by_day ? ngettext ("up to %u day earlier", "up to %u days earlier", n)
                                 : ngettext ("up to %u working day earlier",
                                             "up to %u working days earlier", n), n);
}

/**
 * yd_order_dup_words:
 * @type: (nullable): `FS`, `SS`, `FF` or `SF`; the first where none is said
 * @lag: how much later
 * @measure: (nullable): in what @lag is counted: `days`, or working days
 * @other: what the other point is called
 * @is_first: whether the point at hand is the one that comes first
 *
 * Returns: (transfer full): a sentence about the point at hand, without a full stop
 */
char *
yd_order_dup_words (const char *type,
                    int         lag,
                    const char *measure,
                    const char *other,
                    gboolean    is_first)
{
  GString *sentence = g_string_new (NULL);
  g_autofree char *later = NULL;
  guint i = G_N_ELEMENTS (sentences);

  while (--i > 0)
    if (g_strcmp0 (sentences[i].type, type) == 0)
      break;

  g_string_append (sentence, _(is_first ? sentences[i].first : sentences[i].second));
  g_string_replace (sentence, "%s", other, 1);
  if (lag != 0)
    {
      later = make_lag (lag, measure);
      /* Translators: before how much later something may be, behind a sentence */
      g_string_append_printf (sentence, "%s%s", C_("behind a sentence", ", "), later);
    }

  return g_string_free (sentence, FALSE);
}
