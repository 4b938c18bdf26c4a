/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-order-parts.h"

#include <string.h>

/* A phrase on order inside one sentence names two things to do that have no point of their
 * own. Which they are is read from the phrases that papers use (PATTERNS.md §6): what comes
 * first and what comes after stand on either side of a mark.
 */

typedef struct
{
  const char *before;           /* what comes first begins behind it; NULL: at the beginning */
  const char *between;          /* then this, and then what comes after */
} Pattern;

static const Pattern patterns[] = {
  { "未经", "不得" },
  { "待", "后方可" }, { "待", "后再" }, { "待", "后" },
  { "经", "后方可" }, { "经", "后再" }, { "经", "后" },
  { "先", "后" },
  { NULL, "后方可" }, { NULL, "方可" }, { NULL, "后再" }, { NULL, "后即" }, { NULL, "完成后" },
};

/* What says that something be done, and not what. */
static const char * const leads[] = {
  "实行", "实施", "切实做到", "做到", "坚持", "积极推进", "推进", "要", "确保", "按照", "严格执行",
};

static const char * const marks[] = { "“", "”", "‘", "’", "\"", "「", "」" };

static char *
strip (const char *start,
       const char *end)
{
  static const char * const edges[] = { "、", "，", ",", "；", ";", "。", "：", ":", " ", "　" };
  g_autofree char *text = g_strndup (start, end - start);
  char *from = text;
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
        {
          if (g_str_has_prefix (from, edges[i]))
            {
              from += strlen (edges[i]);
              again = TRUE;
            }
          if (g_str_has_suffix (from, edges[i]))
            {
              from[strlen (from) - strlen (edges[i])] = '\0';
              again = TRUE;
            }
        }
    }

  return g_strdup (from);
}

/* Without quotes, and without the verb that leads in. */
static char *
clean (const char *words)
{
  GString *text = g_string_new (words);
  g_autofree char *cleaned = NULL;
  const char *start;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (text, marks[i], "", 0);
  cleaned = g_string_free (text, FALSE);

  start = cleaned;
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_prefix (start, leads[i]))
      {
        start += strlen (leads[i]);
        break;
      }

  return strip (start, start + strlen (start));
}

static gboolean
set_parts (YdOrderParts *parts,
           const char   *first,
           const char   *first_end,
           const char   *second)
{
  parts->first = strip (first, first_end);
  parts->second = strip (second, second + strlen (second));

  if (*parts->first != '\0' && *parts->second != '\0')
    return TRUE;

  yd_order_parts_clear (parts);

  return FALSE;
}

/* "A与B同步组织、同步审签": A and B go along, and if more than one step is done together
 * they do so to the end.
 */
static gboolean
read_together (const char   *text,
               YdOrderParts *parts)
{
  static const char * const links[] = { "与", "和", "同", "及" };
  const char *along = strstr (text, "同步");
  g_autofree char *both = NULL;

  if (along == NULL)
    along = strstr (text, "一并");
  if (along == NULL || along == text)
    return FALSE;

  both = g_strndup (text, along - text);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *link = strstr (both, links[i]);

      if (link == NULL || !set_parts (parts, both, link, link + strlen (links[i])))
        continue;

      parts->together = TRUE;
      parts->to_the_end = strstr (along + strlen ("同步"), "同步") != NULL;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_around (const char   *text,
             YdOrderParts *parts)
{
  const char *ahead = strstr (text, "事前"), *behind = strstr (text, "事后");

  if (ahead == NULL || behind == NULL || behind < ahead)
    return FALSE;

  return set_parts (parts, ahead, behind, behind);
}

static gboolean
read_pattern (const char    *text,
              const Pattern *pattern,
              YdOrderParts  *parts)
{
  const char *first = text, *between;

  if (pattern->before != NULL)
    {
      first = strstr (text, pattern->before);
      if (first == NULL)
        return FALSE;
      first += strlen (pattern->before);
    }

  between = strstr (first, pattern->between);

  return between != NULL && set_parts (parts, first, between, between + strlen (pattern->between));
}

/**
 * yd_order_parts_read:
 * @words: the words of a dependency without ends
 * @parts: (out caller-allocates): what they put in order, to be shown and corrected
 *
 * Returns: whether both parts are named; if not, @parts is empty
 */
gboolean
yd_order_parts_read (const char   *words,
                     YdOrderParts *parts)
{
  g_autofree char *text = NULL;

  *parts = (YdOrderParts) { NULL };
  g_return_val_if_fail (words != NULL, FALSE);

  text = clean (words);
  parts->plain = read_together (text, parts) || read_around (text, parts);
  if (parts->plain)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (read_pattern (text, &patterns[i], parts))
      return TRUE;

  return FALSE;
}

void
yd_order_parts_clear (YdOrderParts *parts)
{
  g_clear_pointer (&parts->first, g_free);
  g_clear_pointer (&parts->second, g_free);
  parts->together = parts->to_the_end = parts->plain = FALSE;
}
