/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include <string.h>

#include "yd-numeral.h"

/* Printed numbers anew. They look like those that were there: what stands before
 * and after the numeral stays, `（一）` goes on with `（二）`, `第1条` with `第2条`.
 */

typedef enum
{
  NUMERAL_NONE,
  NUMERAL_CHINESE,
  NUMERAL_DIGITS,
  NUMERAL_WIDE_DIGITS,
  NUMERAL_SIGN,                 /* ① ⑴ ⒈ ㈠ */
} Numeral;

static const struct { gunichar first; guint n; } signs[] = {
  { 0x2460, 20 }, { 0x2474, 20 }, { 0x2488, 20 }, { 0x3220, 10 },
};

static int
find_sign (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c >= signs[i].first && c < signs[i].first + signs[i].n)
      return i;

  return -1;
}

static Numeral
get_numeral (gunichar c)
{
  static const char chinese[] = "零〇一二三四五六七八九十百千";

  if (c >= '0' && c <= '9')
    return NUMERAL_DIGITS;
  if (c >= 0xff10 && c <= 0xff19)
    return NUMERAL_WIDE_DIGITS;
  if (find_sign (c) >= 0)
    return NUMERAL_SIGN;

  return g_utf8_strchr (chinese, -1, c) != NULL ? NUMERAL_CHINESE : NUMERAL_NONE;
}

static void
append_wide (GString *out,
             guint    number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (const char *c = digits; *c != '\0'; c++)
    g_string_append_unichar (out, 0xff10 + *c - '0');
}

/* A row of signs has an end; behind it come plain digits. */
static void
append_numeral (GString  *out,
                Numeral   numeral,
                gunichar  like,
                guint     number)
{
  g_autofree char *chinese = numeral == NUMERAL_CHINESE ? yd_numeral_to_chinese (number) : NULL;
  int sign = find_sign (like);

  if (chinese != NULL)
    g_string_append (out, chinese);
  else if (numeral == NUMERAL_WIDE_DIGITS)
    append_wide (out, number);
  else if (sign >= 0 && number <= signs[sign].n)
    g_string_append_unichar (out, signs[sign].first + number - 1);
  else
    g_string_append_printf (out, sign >= 0 ? "(%u)" : "%u", number);
}

/**
 * yd_plan_write_number_like:
 * @printed: a printed number, with what stands around it
 * @number: from 1
 *
 * Returns: (transfer full) (nullable): @number written as @printed is; %NULL if there is
 *   no numeral in it
 */
char *
yd_plan_write_number_like (const char *printed,
                           guint       number)
{
  const char *begin = printed, *end;
  Numeral numeral;
  gunichar like;
  GString *out;

  while (*begin != '\0' && get_numeral (g_utf8_get_char (begin)) == NUMERAL_NONE)
    begin = g_utf8_next_char (begin);
  if (*begin == '\0')
    return NULL;

  like = g_utf8_get_char (begin);
  numeral = get_numeral (like);
  end = begin;
  while (*end != '\0' && get_numeral (g_utf8_get_char (end)) == numeral)
    end = g_utf8_next_char (end);

  out = g_string_new_len (printed, begin - printed);
  append_numeral (out, numeral, like, number);
  g_string_append (out, end);

  return g_string_free (out, FALSE);
}

/* Returns: (transfer none) (nullable): the first (or last) number that can be read */
static const char *
find_printed (GListModel *points,
              gboolean    last)
{
  guint n = g_list_model_get_n_items (points);
  const char *printed;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, last ? n - 1 - i : i);

      printed = yd_row_get_cell (point, YD_POINT_PRINTED);
      if (printed != NULL && yd_numeral_parse (printed) > 0)
        return printed;         /* the point keeps it */
    }

  return NULL;
}

static YdPoint *
find_previous (YdPlan  *plan,
               YdPoint *chapter)
{
  YdPoint *parent = yd_point_get_parent (chapter);
  GListModel *siblings = parent != NULL ? yd_point_get_children (parent)
                                        : yd_plan_get_points (plan);
  YdPoint *previous = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (siblings, i);

      if (point == chapter)
        break;
      previous = point;
    }

  return previous;
}

/* Some documents count on over their chapters; they begin where the chapter before
 * ends.
 */
static guint
find_start (YdPlan     *plan,
            YdPoint    *chapter,
            GListModel *points)
{
  const char *first = find_printed (points, FALSE);
  YdPoint *previous = chapter != NULL ? find_previous (plan, chapter) : NULL;
  const char *last = previous != NULL ? find_printed (yd_point_get_children (previous), TRUE)
                                      : NULL;

  if (first == NULL || last == NULL || yd_numeral_parse (first) <= yd_numeral_parse (last))
    return 1;

  return yd_numeral_parse (last) + 1;
}

/**
 * yd_plan_edit_renumber:
 * @plan: a plan
 * @chapter: (nullable): whose children get new printed numbers; those at the top
 *   without it
 *
 * Numbers are not touched otherwise, since they are what the document says.
 */
YdEdit *
yd_plan_edit_renumber (YdPlan  *plan,
                       YdPoint *chapter)
{
  YdEdit *edit = yd_edit_new ("point.renumber", NULL);
  GListModel *points = chapter != NULL ? yd_point_get_children (chapter)
                                       : yd_plan_get_points (plan);
  const char *like = find_printed (points, FALSE);
  guint number = find_start (plan, chapter, points);
  guint level = MIN (chapter != NULL ? yd_point_get_level (chapter) : 0, YD_NUMERAL_SUBITEM);

  yd_edit_set_whole (edit, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      g_autofree char *printed = NULL;

      if (yd_point_is_duty (point))
        continue;

      printed = like != NULL ? yd_plan_write_number_like (like, number)
                             : yd_numeral_format (number, level, FALSE);
      _yd_plan_edits_set (edit, point, YD_POINT_PRINTED, printed);
      number++;
    }

  return edit;
}
