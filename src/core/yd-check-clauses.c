/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A clause on who answers that still stands in the text of a point and of which no unit was
 * taken: reading missed it, or it was typed by hand. Reading takes a clause that it understands
 * out of the text, so what is left is worth a look. Forms: PATTERNS.md §3.
 */

static const char * const ends[] = { "负责", "牵头", "配合", "承办", "协办", "参与" };
static const char * const heads[] = {
  "牵头单位", "责任单位", "配合单位", "负责单位", "承办单位", "协办单位", "牵头部门", "责任部门",
  "配合部门",
};

/* What a name of a unit ends with; 主要领导负责 and 专人负责 name nobody. */
static const char * const organs[] = {
  "局", "委", "办", "部", "厅", "政府", "院", "办公室", "中心", "公司", "处", "会", "区", "县",
  "部门", "单位",
};

static gboolean
ends_with_any (const char         *text,
               const char * const *words,
               gsize               n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_suffix (text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_head (const char *clause)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gsize n = strlen (heads[i]);

      if (strncmp (clause, heads[i], n) == 0 &&
          (g_str_has_prefix (clause + n, ":") || g_str_has_prefix (clause + n, "：")))
        return TRUE;
    }

  return FALSE;
}

/* @clause is cut at the role word, to be seen whether a unit stands before it. */
static gboolean
names_an_organ (const char *clause)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *before = NULL;

      if (!g_str_has_suffix (clause, ends[i]))
        continue;
      before = g_strndup (clause, strlen (clause) - strlen (ends[i]));
      if (g_str_has_suffix (before, "分别"))
        before[strlen (before) - strlen ("分别")] = '\0';
      return ends_with_any (before, organs, G_N_ELEMENTS (organs));
    }

  return FALSE;
}

static gboolean
is_taken (YdCheck    *self,
          YdPoint    *point,
          const char *clause)
{
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      const char *words = yd_row_get_cell (assignment, YD_ASSIGNMENT_WORDS);
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if ((words != NULL && *words != '\0' && strstr (clause, words) != NULL) ||
          (unit != NULL && strstr (clause, yd_row_get_cell (unit, YD_UNIT_NAME)) != NULL))
        return TRUE;
    }

  return FALSE;
}

static void
check_clause (YdCheck            *self,
              const YdCheckPlace *place,
              const char         *clause)
{
  if ((is_head (clause) || names_an_organ (clause)) && !is_taken (self, place->point, clause))
    _yd_check_find (self, "not-taken", place->point, place->path,
                    _("The text says “%s”, but none of these is among its units. Add them."),
                    clause);
}

/* A clause in brackets, or one that begins with 由 and ends where the sentence pauses. */
static void
check_brackets (YdCheck            *self,
                const YdCheckPlace *place,
                const char         *text,
                const char         *open,
                const char         *close)
{
  for (const char *from = strstr (text, open); from != NULL; from = strstr (from, open))
    {
      const char *to = strstr (from += strlen (open), close);
      g_autofree char *clause = to != NULL ? g_strndup (from, to - from) : NULL;

      if (clause != NULL)
        check_clause (self, place, clause);
    }
}

static gboolean
is_pause (gunichar c)
{
  return c == 0xff0c || c == ',' || c == 0x3002 || c == 0xff1b || c == ';';
}

static void
check_by (YdCheck            *self,
          const YdCheckPlace *place,
          const char         *text)
{
  for (const char *from = strstr (text, "由"); from != NULL; from = strstr (from, "由"))
    {
      const char *to = from += strlen ("由");
      g_autofree char *clause = NULL;

      while (*to != '\0' && !is_pause (g_utf8_get_char (to)))
        to = g_utf8_next_char (to);
      clause = g_strndup (from, to - from);
      check_clause (self, place, clause);
    }
}

void
_yd_check_clauses (YdCheck            *self,
                   const YdCheckPlace *place)
{
  const char *text = yd_row_get_cell (place->point, YD_POINT_TEXT);

  if (text == NULL)
    return;

  check_brackets (self, place, text, "(", ")");
  check_brackets (self, place, text, "（", "）");
  check_by (self, place, text);
}
